# A private PostgreSQL cluster. Needs say.sh, packages.sh and $root.
# Sets: account (who owns it), home (its directory; data, sockets and log in it), sockets, bin (PostgreSQL's programs).
oldest_major=15

# The server refuses to run as root; then it runs as an account that can do nothing else.
find_account() {
  account=$(id -un)
  [[ $(id -u) -eq 0 ]] || return 0
  if id postgres >/dev/null 2>&1; then
    account=postgres
  else
    account=indicators
    id "$account" >/dev/null 2>&1 || useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$account" \
      || die "cannot make the account '$account' that PostgreSQL should run as; make an unprivileged account named 'postgres'"
  fi
}

# usage: as_account COMMAND …   without the caller's descriptors (locks, pipes), which a server would keep for ever
as_account() {
  if [[ $account == "$(id -un)" ]]; then
    (cd / && exec "$@" </dev/null)
  else
    (cd / && exec runuser -u "$account" -- "$@" </dev/null)
  fi
}

digest() { printf '%s' "$1" | sha256sum | cut -c 1-12; }

# usage: find_home DIR   DIR, or the place that DIR points to because the account cannot reach DIR
find_home() {
  local wanted=$1
  mkdir -p "$(dirname "$wanted")" || die "cannot make the directory $(dirname "$wanted")"
  wanted=$(cd "$(dirname "$wanted")" && pwd -P)/${wanted##*/}
  if [[ ! -e $wanted && ! -L $wanted ]]; then
    if as_account test -x "$(dirname "$wanted")"; then
      mkdir -m 700 "$wanted" || die "cannot make the directory $wanted"
      own "$wanted"
    else
      # A clone in a private directory: the cluster goes where its account can reach it, and a link here remembers where.
      local elsewhere=/var/lib/indicators
      elsewhere=$elsewhere/$(digest "$wanted")
      mkdir -p "$elsewhere" && chmod 700 "$elsewhere" || die "cannot make the directory $elsewhere"
      own "$elsewhere"
      ln -s "$elsewhere" "$wanted"
      complain "account '$account' cannot reach $(dirname "$wanted"); the cluster is in $elsewhere" >&2
    fi
  fi
  home=$(readlink -f "$wanted")
  as_account test -x "$home" || die "account '$account' cannot reach $home; allow it: chmod o+x on the directories above, or remove $wanted to start anew"
  # A socket's path may have 107 bytes.
  sockets=$home/sockets
  if [[ $(printf '%s/.s.PGSQL.5432.lock' "$sockets" | wc -c) -gt 107 ]]; then sockets=/tmp/indicators-$(digest "$home"); fi
}

own() { [[ $(id -u) -ne 0 ]] || chown "$account" "$1"; }

require_cluster() { [[ -e $home/data/PG_VERSION ]] || die "there is no cluster in $home; run scripts/postgres start"; }

majors() {
  local programs
  for programs in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do
    [[ -x $programs/initdb && -x $programs/postgres ]] || continue
    "$programs/postgres" --version | awk -v at="$programs" '{ split($3, v, "."); print v[1], at }'
  done | sort -n
}

# The programs of the version that made the cluster; the newest installed for a new one.
find_programs() {
  if [[ -z $(majors) ]] && command -v initdb postgres >/dev/null; then
    bin=$(dirname "$(readlink -f "$(command -v postgres)")")
  else
    [[ -n $(majors) ]] || need_packages "/usr/lib/postgresql/*/bin/initdb:postgresql" >&2
    bin=$(majors | tail -n 1 | cut -d ' ' -f 2)
  fi
  [[ -n $bin ]] || die "PostgreSQL's server programs are missing; install PostgreSQL $oldest_major or newer"
  local newest made
  newest=$("$bin/postgres" --version | awk '{ split($3, v, "."); print v[1] }')
  [[ $newest -ge $oldest_major ]] || die "PostgreSQL $newest is installed, $oldest_major or newer is needed"
  [[ -e $home/data/PG_VERSION ]] || return 0
  made=$(<"$home/data/PG_VERSION")
  [[ $made != "$newest" ]] || return 0
  bin=$(majors | awk -v made="$made" '$1 == made { print $2 }' | tail -n 1)
  [[ -n $bin ]] || die "the cluster in $home was made by PostgreSQL $made, installed is $newest: install postgresql-$made, or follow 'Upgrading PostgreSQL' in db/README.md"
}

# A lock file whose process is dead, or is by now another program, is left over from a crash.
remove_stale_pid() {
  local file=$home/data/postmaster.pid pid
  [[ -e $file ]] || return 0
  pid=$(head -n 1 "$file")
  [[ $(readlink "/proc/$pid/cwd" 2>/dev/null) == "$home/data" ]] && return 0
  kill -0 "$pid" 2>/dev/null && [[ ! -d /proc/$pid ]] && return 0
  rm -f "$file"
}

is_running() {
  remove_stale_pid
  as_account "$bin/pg_ctl" -D "$home/data" status >/dev/null 2>&1
}

answers() { as_account "$bin/pg_isready" -q -h "$sockets" -d postgres -U indicators; }

make_cluster() {
  # Texts are compared byte by byte: several times as fast, and the same on every machine.
  local locale=C.UTF-8
  locale -a 2>/dev/null | grep -qiE '^C\.utf-?8$' || locale=C
  # Made aside and moved, so that an interrupted start leaves no half a cluster behind.
  rm -rf "$home/data.new"
  as_account "$bin/initdb" -D "$home/data.new" -U indicators -E UTF8 --lc-collate=C --lc-ctype="$locale" --auth=trust --data-checksums ${1:+--no-sync} >"$home/initdb.log" 2>&1 \
    || { tail -n 3 "$home/initdb.log" >&2; die "cannot make a cluster in $home; the lines above say why"; }
  # Trust is for whoever can open the socket: its directory lets in the account and root only.
  local megabytes
  megabytes=$(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo 2>/dev/null || echo 1024)
  cat >"$home/indicators.conf" <<CONF
# Written by scripts/postgres when the cluster was made; yours to change.
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = $(clamp $((megabytes / 8)) 128 4096)MB
effective_cache_size = $(clamp $((megabytes / 2)) 256 65536)MB
work_mem = 32MB
maintenance_work_mem = $(clamp $((megabytes / 32)) 64 1024)MB
max_wal_size = 4GB
wal_compression = on
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = on
log_directory = '../log'
log_filename = 'postgresql-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_checkpoints = off
CONF
  own "$home/indicators.conf"
  # Relative, so that the clone may be moved.
  printf "include = '../indicators.conf'\n" >>"$home/data.new/postgresql.conf"
  mv "$home/data.new" "$home/data"
}

clamp() { local value=$1; ((value < $2)) && value=$2; ((value > $3)) && value=$3; echo "$value"; }

make_sockets() {
  if [[ ! -d $sockets ]]; then mkdir -m 700 "$sockets" || die "cannot make the directory $sockets"; own "$sockets"; fi
  # In /tmp anyone could have made it first.
  [[ ! -L $sockets && $(stat -c %U "$sockets") == "$account" ]] || die "$sockets belongs to somebody else; remove it"
  chmod 700 "$sockets"
}

# usage: start_cluster VOLATILE
start_cluster() {
  local lock options="-c unix_socket_directories='$sockets'"
  [[ -z $1 ]] || options+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  exec {lock}>"$home/.lock"
  flock -w 120 "$lock" || die "another start or stop of the cluster in $home does not end"
  [[ -e $home/data/PG_VERSION ]] || make_cluster "$1"
  make_sockets
  if ! is_running; then
    say "Starting PostgreSQL in $home …"
    # The lock's descriptor must not live on in the server.
    as_account "$bin/pg_ctl" -D "$home/data" -o "$options" -l "$home/start.log" -w -t 300 start {lock}>&- >/dev/null \
      || { tail -n 3 "$home/start.log" >&2; die "PostgreSQL in $home does not start; the lines above and $home/log say why"; }
  fi
  local tries=0
  until answers; do
    ((++tries < 600)) || die "PostgreSQL in $home runs but does not answer on $sockets; see $home/log"
    sleep 0.5
  done
  [[ $(query postgres "select 1 from pg_database where datname = 'indicators'") == 1 ]] || query postgres 'create database indicators' >/dev/null
  exec {lock}>&-
}

# usage: query DATABASE SQL
query() { as_account "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$sockets" -U indicators -d "$1" -c "$2"; }

stop_cluster() {
  [[ -e $home/data/PG_VERSION ]] && is_running || { say "PostgreSQL in $home is not running"; return 0; }
  as_account "$bin/pg_ctl" -D "$home/data" -m fast -w -t 300 stop >/dev/null || die "PostgreSQL in $home does not stop; see $home/log"
  say "PostgreSQL in $home is stopped"
}

cluster_status() {
  if [[ -e $home/data/PG_VERSION ]] && is_running && answers; then
    say "running: $("$bin/postgres" --version), data in $home/data, socket in $sockets"
  else
    say "not running: $home"
    return 3
  fi
}

connection_string() { printf 'Host=%s;Database=indicators;Username=indicators\n' "$sockets"; }
