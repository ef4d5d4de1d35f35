# The engine against Microsoft's Recognizers, on the same sentences.
bench_recognizers() {
  command -v npm >/dev/null || { complain "recognizers: npm is missing; install Node.js 20.19 or newer"; return 0; }
  local place=$work/recognizers
  mkdir -p "$place"
  cp "$root"/tests/IndicatorPipeline.Benchmarks/Recognizers/{package.json,package-lock.json,measure.cjs} "$place"
  (cd "$place" && npm ci --no-audit --no-fund >npm.log 2>&1) || { complain "recognizers: the npm packages do not install; the log is $place/npm.log"; return 0; }
  "${benchmarks[@]}" sentences "$corpus" 1500 "$place/sentences.jsonl"
  local size line own begun
  size=$(megabytes_of "$place/sentences.jsonl")
  say "recognizers: 1500 sentences of the corpus ($(calc "$size" %.2f) MB), processor seconds, warm"
  say "| what | found | seconds | MB/s | engine is faster by |"
  say "| --- | ---: | ---: | ---: | ---: |"
  # So few sentences are nothing to the engine: it reads them many times over.
  for _ in {1..100}; do cat "$place/sentences.jsonl"; done >"$place/many.jsonl"
  begun=$(cpu_of extract_lines "$sentence")
  own=$(calc "($(cpu_of extract_lines "$place/many.jsonl") - $begun) / 100" %.5f)
  say "| indicators extract | $(extract_lines "$place/sentences.jsonl" | wc -l) | $own | $(calc "$size / $own" %.1f) | |"
  for model in number suite; do
    line=$(cd "$place" && taskset -c 0 node measure.cjs "$model" sentences.jsonl)
    say "| npm recognizers-text-$model | ${line% *} | ${line#* } | $(calc "$size / ${line#* }" %.3f) | $(calc "${line#* } / $own" %.0f) |"
  done
}
