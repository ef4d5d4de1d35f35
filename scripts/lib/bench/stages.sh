# The share of each stage in the engine's time.
bench_stages() {
  say "stages: BenchmarkDotNet, short runs over 10 MB of the corpus; what is left of the whole is binding and resolution"
  local part=$work/stages.jsonl
  # Whole lines only.
  head -c 10000000 "$corpus" | sed '$d' >"$part"
  # Compiled once and well: what a short run calls seldom would else be measured as it is before its second compilation.
  BENCH_STAGES=$part DOTNET_TieredCompilation=0 taskset -c 0 "${benchmarks[@]}" stages 2>"$work/stages.err" || { tail -n 5 "$work/stages.err" >&2; die "the benchmark of the stages failed"; }
}
