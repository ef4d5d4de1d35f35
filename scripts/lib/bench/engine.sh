# The engine against a plain search, on the same file, on one core.

# Numerals, Arabic (full width, grouped, with decimals) or Chinese, followed by a unit.
search_pattern='([0-9０-９]+([,，][0-9０-９]{3})*([.．·][0-9０-９]+)?|[〇零一二两三四五六七八九十百千万亿几]+(点[〇零一二三四五六七八九]+)?)[十百千万亿多余]*(元|美元|%|％|个百分点|亩|公里|吨|人|户|千瓦|平方|倍)'

extract_lines() { taskset -c 0 "${indicators[@]}" extract --input jsonl <"$1"; }
search() { taskset -c 0 rg -j1 -o "$search_pattern" "$1" | taskset -c 0 wc -l; }

bench_engine() {
  need_packages rg:ripgrep taskset:util-linux
  extract_lines "$corpus" >"$work/observations.jsonl"
  local size engine=() start=() plain=() i
  size=$(megabytes_of "$corpus")
  for ((i = 0; i < runs; i++)); do
    start+=("$(cpu_of extract_lines "$sentence")")
    engine+=("$(cpu_of extract_lines "$corpus")")
    plain+=("$(cpu_of search "$corpus")")
  done
  local all begun other
  all=$(median <<<"${engine[*]}") begun=$(median <<<"${start[*]}") other=$(median <<<"${plain[*]}")
  say "engine: one core, processor seconds, median of $runs alternating runs"
  say "| what | found | seconds | MB/s |"
  say "| --- | ---: | ---: | ---: |"
  say "| rg -j1 -o numeral+unit, wc -l | $(search "$corpus") | $other | $(calc "$size / $other" %.0f) |"
  say "| indicators extract, start ($begun s) not counted | $(wc -l <"$work/observations.jsonl") | $(calc "$all - $begun") | $(calc "$size / ($all - $begun)" %.0f) |"
  say "ratio: the engine runs at $(calc "$other / ($all - $begun)" %.3f) of ripgrep's speed, one $(calc "($all - $begun) / $other" %.1f)th"
}
