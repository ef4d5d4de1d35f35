# From the shell to the observations of one small file.
bench_start() {
  local sample direct=() script=() i
  sample=$(printf '%s\n' "$root"/db/samples/*.txt | head -n 1)
  for ((i = 0; i < 10; i++)); do
    direct+=("$(wall_of "${indicators[@]}" extract "$sample")")
    script+=("$(wall_of "$root/scripts/indicators" extract "$sample")")
  done
  say "start: extract of one small file ($(calc "$(stat -c %s "$sample") / 1e3" %.0f) kB), seconds on the clock, median of 10"
  say "| how | seconds | fastest |"
  say "| --- | ---: | ---: |"
  say "| the program | $(median <<<"${direct[*]}") | $(tr ' ' '\n' <<<"${direct[*]}" | sort -g | head -n 1) |"
  say "| scripts/indicators | $(median <<<"${script[*]}") | $(tr ' ' '\n' <<<"${script[*]}" | sort -g | head -n 1) |"
}
