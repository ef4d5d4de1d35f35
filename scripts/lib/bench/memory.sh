# Memory over a stream that is made while it is read.
bench_memory() {
  local stream=${BENCH_STREAM_MB:-500} size part peak
  size=$(megabytes_of "$corpus")
  say "memory: peak of the resident set of extract --input jsonl"
  say "| stream, MB | peak, MB |"
  say "| ---: | ---: |"
  for part in $((stream / 10)) "$stream"; do
    peak=$(peak_of "$(calc "$part / $size + 1" %d)")
    say "| $(calc "int($part / $size + 1) * $size" %.0f) | $(calc "$peak / 1e3" %.0f) |"
  done
}

# usage: peak_of TIMES   reads the corpus that many times; prints the peak in kB, as the kernel counted it
peak_of() {
  { for ((i = 0; i < $1; i++)); do cat "$corpus"; done; } | "${indicators[@]}" extract --input jsonl >/dev/null &
  local job=$! peak=0 now
  while kill -0 "$job" 2>/dev/null; do
    now=$(awk '/^VmHWM/ { print $2 }' "/proc/$job/status" 2>/dev/null) || true
    [[ -z $now ]] || peak=$now
    sleep 0.2
  done
  wait "$job" || die "extract failed on the stream"
  printf '%s\n' "$peak"
}
