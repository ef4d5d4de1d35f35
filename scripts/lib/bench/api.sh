# Latencies of the API, where its own benchmark is there.
bench_api() {
  if [[ -x $root/scripts/bench-api ]]; then "$root/scripts/bench-api"; else complain "api: there is no scripts/bench-api yet"; fi
}
