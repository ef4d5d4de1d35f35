# Texts made to be slow: their time per MB against that of ordinary text.
bench_linear() {
  local inputs=$work/hostile ordinary begun file name size seconds times most=${BENCH_LIMIT:-120}
  rm -rf "$inputs"
  "${benchmarks[@]}" hostile "$inputs" "$corpus"
  begun=$( (for _ in 1 2 3; do cpu_of extract_lines "$sentence"; done) | median)
  say "linear: processor seconds without start-up, medians of 3; 'times' is the time per MB against ordinary text of the same size, at most 3"
  say "| text | MB | seconds | ordinary | times | MB written |"
  say "| --- | ---: | ---: | ---: | ---: | ---: |"
  for file in "$inputs"/*.jsonl; do
    [[ $file == *.ordinary.jsonl ]] && continue
    name=$(basename "$file" .jsonl) size=$(megabytes_of "$file")
    # Runs of a quarter of a second waver by half: of three, in turn, the median counts.
    local plain=() hostile=() i
    for ((i = 0; i < 3; i++)); do
      plain+=("$(cpu_of extract_lines "$inputs/$name.ordinary.jsonl")")
      seconds=$(cpu_of extract_within "$most" "$file" 2>/dev/null) || break
      hostile+=("$seconds")
    done
    ordinary=$(calc "$(median <<<"${plain[*]}") - $begun" %.3f)
    if [[ ${#hostile[@]} -lt 3 ]]; then
      say "| $name | $(calc "$size") | more than $most on the clock, or failed | $ordinary | | |"
      continue
    fi
    seconds=$(calc "$(median <<<"${hostile[*]}") - $begun" %.3f)
    # What start-up wavers by is no difference.
    times=$(calc "$seconds / ($ordinary > 0.02 ? $ordinary : 0.02)")
    say "| $name | $(calc "$size") | $seconds | $ordinary | $times$(awk "BEGIN { if ($times > 3) print \" **too slow**\" }") | $(calc "$(extract_lines "$file" | wc -c) / 1e6") |"
  done
}

extract_within() { timeout -s KILL "$1" taskset -c 0 "${indicators[@]}" extract --input jsonl <"$2"; }
