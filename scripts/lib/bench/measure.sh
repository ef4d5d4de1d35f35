# Times commands. Needs say.sh and $runs.

# usage: cpu_of COMMAND …   prints the seconds of processor time that COMMAND took; its output goes nowhere
cpu_of() {
  local TIMEFORMAT='%U %S' times
  times=$({ time "$@" >/dev/null 2>"$work/complaints"; } 2>&1) || { cat "$work/complaints" >&2; die "this failed: $*"; }
  awk '{ print $1 + $2 }' <<<"$times"
}

# usage: wall_of COMMAND …   prints the seconds on the clock
wall_of() {
  local TIMEFORMAT=%R times
  times=$({ time "$@" >/dev/null 2>"$work/complaints"; } 2>&1) || { cat "$work/complaints" >&2; die "this failed: $*"; }
  printf '%s\n' "$times"
}

# usage: NUMBER … | median
median() { tr ' ' '\n' | sed '/^$/d' | sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# usage: calc EXPRESSION [FORMAT]   awk's arithmetic
calc() { awk "BEGIN { printf \"${2:-%.2f}\", $1 }"; }

megabytes_of() { calc "$(stat -c %s "$1") / 1e6" %.6f; }

say_machine() {
  say "$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo), $(nproc) cores, $(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1e6 }' /proc/meminfo), $(uname -sr), .NET $(dotnet --version), $(date -u +%Y-%m-%d\ %H:%M) UTC"
  say "load before: $(cut -d ' ' -f 1-3 /proc/loadavg); text: $(basename "$corpus"), $(calc "$(megabytes_of "$corpus")" %.1f) MB of $texts"
}
