# The texts that are measured on. Sets: corpus (JSON lines), texts (what it is made of), benchmarks (the program of the tests).

build_benchmarks() {
  local project=$root/tests/IndicatorPipeline.Benchmarks
  benchmarks=(dotnet "$project/bin/Release/net10.0/IndicatorPipeline.Benchmarks.dll")
  dotnet build "$project" -c Release -v q -nologo >"$work/build.log" 2>&1 || { grep -m 5 error "$work/build.log" >&2; die "the benchmarks do not build; the whole log is $work/build.log"; }
}

# The shared speeches where they lie beside the repository, else the samples, repeated up to the size.
make_corpus() {
  local shared=${INDICATORS_SHARED:-$root/../shared}/speeches from
  if [[ -d $shared ]]; then from=$shared texts="the shared speeches"; else from=$root/db/samples texts="the samples"; fi
  corpus=$work/corpus-$megabytes.jsonl
  [[ -e $corpus ]] || "${benchmarks[@]}" corpus "$from" "$megabytes" "$corpus" || die "the corpus is not made; see the line above"
}

# One sentence, so that start-up is what it is before any text: with an empty file the tables are not even read.
make_sentence() {
  sentence=$work/sentence.jsonl
  printf '{"id":"start","text":"今年粮食产量增长5%%。"}\n' >"$sentence"
}
