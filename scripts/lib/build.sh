# Builds the programs once and again when their sources change. Needs say.sh and $root.
# The result lies in .data/program/{indicators,api}; a program that runs keeps the files it started with.

# Without this each call goes through a jump that a profiler attaching later could redirect, 6 % of the engine's time
# (dotnet/runtime, clrconfignames.h: ProfApi_RejitOnAttach). A profiler that is there from the start still may.
export DOTNET_ProfApi_RejitOnAttach=0

# usage: made_with   the exchanged parts (Directory.Build.props) that the environment asks for, and the SDKs of this machine: a program brings the runtime of the newest along
made_with() {
  local dotnet
  dotnet=$(readlink -f "$(command -v dotnet)") || true
  printf '%s ' "${JobEngine:-Quartz}" "${NumberReader:-Own}" "${dotnet%/*}"/sdk/*
}

# usage: start_with   sets `indicators` to the words that start the program: itself where it was compiled ahead of time and has its runtime with it, else that of the machine
start_with() {
  local folder=$root/.data/program/indicators
  indicators=("$folder/indicators")
  [[ -e $folder/libcoreclr.so ]] || indicators=(dotnet "$folder/indicators.dll")
}

# usage: program_is_current NAME   whether .data/program/NAME is newer than all it is made of
program_is_current() {
  local stamp=$root/.data/program/$1.stamp
  [[ -e $stamp && -e $root/.data/program/$1 && $(<"$stamp") == "$(made_with)" ]] || return 1
  # Neither program is made of the other's project.
  local other=IndicatorPipeline.Api
  [[ $1 == indicators ]] || other=IndicatorPipeline.Cli
  [[ -z $(find "$root/src" "$root/db/migrations" "$root"/Directory.*.props "$root/global.json" \
    \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name Page -o -name $other \) -prune -o -newer "$stamp" -print -quit 2>/dev/null) ]]
}

# usage: build_program NAME PROJECT   publishes PROJECT to .data/program/NAME if its sources are newer
build_program() {
  local name=$1 project=$2
  program_is_current "$name" && return 0
  command -v dotnet >/dev/null || die "the .NET SDK 10 is missing; install it and see that 'dotnet' is on the path"
  mkdir -p "$root/.data/program"
  local lock
  exec {lock}>"$root/.data/program/.lock"
  flock "$lock"
  if ! program_is_current "$name"; then
    # A folder that the build makes must not make its parent newer than the stamp.
    for folder in "$root"/src/*/; do mkdir -p "$folder"{bin,obj}; done
    # What is changed while the build runs is newer than the stamp, and built the next time.
    made_with >"$root/.data/program/$name.begun"
    publish "$name" "$project"
    rm -rf "$root/.data/program/$name.before"
    [[ -e $root/.data/program/$name ]] && mv "$root/.data/program/$name" "$root/.data/program/$name.before"
    mv "$root/.data/program/$name.new" "$root/.data/program/$name"
    mv "$root/.data/program/$name.begun" "$root/.data/program/$name.stamp"
  fi
  exec {lock}>&-
}

# usage: publish NAME PROJECT   compiles ahead of time where the compiler for that is to be had, else as usual
publish() {
  local name=$1 project=$2 log=$root/.data/program/$1.log runtime= analyze=true
  # In a fresh clone somebody waits for the program; scripts/check looks the sources over.
  [[ -e $root/src/IndicatorPipeline.Extraction/obj/Release ]] || analyze=false
  [[ $(uname -sm) == "Linux x86_64" ]] && runtime=linux-x64
  printf 'Building %s (once, about a minute) …\n' "$name" >&2
  for ahead in "$runtime" ""; do
    rm -rf "$root/.data/program/$name.new"
    if dotnet publish "$root/$project" -c Release -p:LockedRestore=true -p:RunAnalyzers=$analyze -p:ProgramRuntime="$ahead" -o "$root/.data/program/$name.new" -v q -nologo >"$log" 2>&1; then
      return 0
    fi
  done
  grep -m 5 -E 'error|Error' "$log" >&2 || tail -n 5 "$log" >&2
  die "the build of $project failed; the whole log is $log"
}
