# Two cores against one, and whether two processes give the same lines as one.
bench_cores() {
  local half=$work/halves one two i
  [[ $(nproc) -ge 2 ]] || { complain "cores: this machine has one core"; return 0; }
  rm -rf "$half" && mkdir -p "$half"
  split -n l/2 "$corpus" "$half/part-"
  local single=() double=()
  for ((i = 0; i < runs; i++)); do
    # Both write files: what a pipe to nowhere spares one of them is no speed.
    single+=("$(wall_of extract_whole "$half")")
    double+=("$(wall_of extract_halves "$half")")
  done
  one=$(median <<<"${single[*]}") two=$(median <<<"${double[*]}")
  say "cores: seconds on the clock, start-up counted, median of $runs alternating runs; a busy machine falsifies this part"
  say "| what | seconds |"
  say "| --- | ---: |"
  say "| one process on one core | $one |"
  say "| xargs -P2 on two halves | $two |"
  say "ratio: two cores are $(calc "$one / $two") times as fast as one"
  if cmp -s <(sort "$half/whole.out" | sha256sum) <(sort "$half"/part-??.out | sha256sum); then
    say "the lines of both are the same, but for their order"
  else
    die "two processes gave other lines than one"
  fi
}

extract_whole() { extract_lines "$corpus" >"$1/whole.out"; }

# One output file a process: two writers on one pipe could mix their lines.
extract_halves() {
  printf '%s\0' "$1"/part-?? | xargs -0 -P2 -I{} sh -c '"$@" extract --input jsonl {} >{}.out' sh "${indicators[@]}"
}
