# Reports into a PostgreSQL of its own with 1, 2 and 4 worker processes, against COPY of the same rows alone. fsync is on.
bench_ingest() {
  command -v psql >/dev/null || need_packages psql:postgresql-client
  local cluster rows=${BENCH_OBSERVATIONS:-100000} name processes seconds documents copied copy_rows copy_seconds=
  cluster=$(mktemp -u /tmp/indicators-bench-XXXXXX)
  trap 'stop_bench_cluster "'"$cluster"'"' EXIT
  local ConnectionStrings__Indicators PGHOST PGDATABASE PGUSER
  ConnectionStrings__Indicators=$("$root/scripts/postgres" start --dir "$cluster") || die "PostgreSQL does not start"
  local base=$ConnectionStrings__Indicators
  source <("$root/scripts/postgres" env --dir "$cluster")
  export ConnectionStrings__Indicators PGHOST PGDATABASE PGUSER
  say "ingest: generated reports of 200 observations, registered and saved as the jobs do; seconds on the clock"
  say "| processes | documents/s | observations/s | of COPY's speed |"
  say "| ---: | ---: | ---: | ---: |"
  for processes in 1 2 4; do
    name=bench_$processes
    psql -qX -d postgres -c "create database $name"
    ConnectionStrings__Indicators=${base//Database=indicators/Database=$name}
    "${indicators[@]}" migrate >/dev/null
    seconds=$(wall_of load_with "$processes" "$((rows / processes))")
    read -r documents copied < <(psql -qXAt -F ' ' -d "$name" -c 'select (select count(*) from indicators.document), (select count(*) from indicators.observation)')
    [[ -n $copy_seconds ]] || { copy_rows=$copied; copy_seconds=$(copy_alone "$name"); }
    say "| $processes | $(calc "$documents / $seconds" %.0f) | $(calc "$copied / $seconds" %.0f) | $(calc "($copied / $seconds) / ($copy_rows / $copy_seconds)" %.3f) |"
  done
  say "COPY of the same rows (sentences and observations, binary, no index, no constraint): $(calc "$copy_rows / $copy_seconds" %.0f) observations/s"
  stop_bench_cluster "$cluster"
}

stop_bench_cluster() { trap - EXIT; "$root/scripts/postgres" stop --dir "$1" >/dev/null 2>&1 || true; rm -rf "$1"; }

# usage: load_with PROCESSES OBSERVATIONS   each process loads reports of its own
load_with() {
  local worker jobs=() job
  for ((worker = 0; worker < $1; worker++)); do
    "${benchmarks[@]}" load "$2" 1 "$((worker * 100000))" &
    jobs+=($!)
  done
  for job in "${jobs[@]}"; do wait "$job" || return 1; done
}

# usage: copy_alone DATABASE   seconds that COPY takes for its sentences and observations into bare tables
copy_alone() {
  local table
  for table in sentence observation; do
    psql -qX -d "$1" -c "create table public.$table as select * from indicators.$table with no data" \
      -c "\\copy (select * from indicators.$table) to '$work/$table.copy' (format binary)"
  done
  wall_of psql -qX -d "$1" -c "\\copy public.sentence from '$work/sentence.copy' (format binary)" -c "\\copy public.observation from '$work/observation.copy' (format binary)"
}
