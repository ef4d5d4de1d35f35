# The database that the scripts work on, for PostgreSQL's own programs. Needs say.sh, packages.sh, postgres.sh and $root.

# usage: connect   exports PGHOST, PGPORT, PGDATABASE, PGUSER and PGPASSWORD from ConnectionStrings__Indicators, else from the private cluster
connect() {
  local given=${ConnectionStrings__Indicators-} pair key value
  [[ -n $given ]] || given=$("$root/scripts/postgres" start)
  local IFS=';'
  for pair in $given; do
    key=$(tr -d ' ' <<<"${pair%%=*}" | tr '[:upper:]' '[:lower:]')
    value=${pair#*=}
    value=${value#\'}; value=${value%\'}; value=${value#\"}; value=${value%\"}
    case $key in
      host | server) export PGHOST=$value ;;
      port) export PGPORT=$value ;;
      database | db) export PGDATABASE=$value ;;
      username | userid | user) export PGUSER=$value ;;
      password | psw | pwd) export PGPASSWORD=$value ;;
      passfile) export PGPASSFILE=$value ;;
      sslmode) export PGSSLMODE=$(tr '[:upper:]' '[:lower:]' <<<"$value" | sed 's/verifyca/verify-ca/; s/verifyfull/verify-full/') ;;
      rootcertificate) export PGSSLROOTCERT=$value ;;
    esac
  done
  [[ -n ${PGHOST-} && -n ${PGDATABASE-} ]] || die "ConnectionStrings__Indicators names no Host or no Database"
  # A dump is made by programs at least as new as the server.
  [[ -z $(majors) ]] || PATH=$(majors | tail -n 1 | cut -d ' ' -f 2):$PATH
  command -v pg_dump >/dev/null || need_packages "pg_dump:postgresql-client"
  ask "select 1" >/dev/null || die "cannot reach database '$PGDATABASE' on $PGHOST; the line above says why"
}

# usage: ask SQL [DATABASE]   the answer, unaligned
ask() { psql -X -q -A -t -v ON_ERROR_STOP=1 -d "${2-$PGDATABASE}" -c "$1"; }

# The rights in a dump name these roles; where they may not be made, the rights are left out.
make_roles() {
  local role
  for role in indicators_migrator indicators_writer indicators_reader; do
    [[ $(ask "select 1 from pg_roles where rolname = '$role'") == 1 ]] || ask "create role $role nologin" >/dev/null 2>&1 || return 1
  done
}

# usage: fill DATABASE FILE   restores a dump into an empty database
fill() {
  local rights=()
  make_roles || rights=(--no-privileges)
  pg_restore --exit-on-error --no-owner "${rights[@]}" --jobs=2 -d "$1" "$2"
}

# usage: counts [DATABASE]   version of the schema, documents, rows of observations
counts() {
  ask "select (select max(version) from indicators.schema_version) || ' ' || (select count(*) from indicators.document) || ' ' || (select count(*) from indicators.observation)" "${1-$PGDATABASE}"
}
