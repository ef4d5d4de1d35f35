# Texts made to be slow: their time per MB against that of ordinary text.
linear_megabytes=5

bench_linear() {
  local inputs=$work/hostile ordinary begun file name size passes seconds times most=${BENCH_LIMIT:-120}
  rm -rf "$inputs"
  "${benchmarks[@]}" hostile "$inputs" "$corpus"
  begun=$( (for _ in 1 2 3; do cpu_of extract_lines "$sentence"; done) | median)
  say "linear: processor seconds without start-up, medians of 3; 'times' is the time per MB against ordinary text of the same size, at most 3"
  say "| text | MB | seconds | ordinary | times | MB written |"
  say "| --- | ---: | ---: | ---: | ---: | ---: |"
  for file in "$inputs"/*.jsonl; do
    [[ $file == *.ordinary.jsonl ]] && continue
    name=$(basename "$file" .jsonl) size=$(megabytes_of "$file")
    # A small text is over before the clock has ticked: each is read several times in one run. Of three runs, in turn, the median counts.
    passes=$(awk "BEGIN { print int($linear_megabytes / $size) + 1 }") size=$(calc "$size * $passes" %.3f)
    local plain=() hostile=() i
    for ((i = 0; i < 3; i++)); do
      plain+=("$(cpu_of extract_within "$most" "$passes" "$inputs/$name.ordinary.jsonl")")
      seconds=$(cpu_of extract_within "$most" "$passes" "$file" 2>/dev/null) || break
      hostile+=("$seconds")
    done
    ordinary=$(calc "$(median <<<"${plain[*]}") - $begun" %.3f)
    if [[ ${#hostile[@]} -lt 3 ]]; then
      say "| $name | $(calc "$size") | more than $most on the clock, or failed | $ordinary | | |"
      continue
    fi
    seconds=$(calc "$(median <<<"${hostile[*]}") - $begun" %.3f)
    times=$(calc "$seconds / $ordinary")
    say "| $name | $(calc "$size") | $seconds | $ordinary | $times$(awk "BEGIN { if ($times > 3) print \" **too slow**\" }") | $(calc "$(extract_lines "$file" | wc -c) * $passes / 1e6") |"
  done
}

# usage: extract_within SECONDS TIMES FILE   reads the file so many times in one run
extract_within() {
  local files=() i
  for ((i = 0; i < $2; i++)); do files+=("$3"); done
  timeout -s KILL "$1" taskset -c 0 "${indicators[@]}" extract --input jsonl "${files[@]}"
}
