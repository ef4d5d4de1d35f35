# Installs Debian packages where this user may, else says what to install.
# usage: need_packages PROGRAM:PACKAGE …   a PROGRAM that is on the path, or a path that exists, needs no package
need_packages() {
  local wanted=() pair thing
  for pair in "$@"; do
    thing=${pair%%:*}
    if [[ $thing == /* ]]; then
      compgen -G "$thing" >/dev/null && continue
    else
      command -v "$thing" >/dev/null && continue
    fi
    wanted+=("${pair#*:}")
  done
  [[ ${#wanted[@]} -eq 0 ]] && return 0

  local apt=(apt-get)
  if [[ $(id -u) -ne 0 ]]; then
    sudo -n true 2>/dev/null || die "these packages are missing: ${wanted[*]}; install them, for example: sudo apt-get install ${wanted[*]}"
    apt=(sudo -n apt-get)
  fi
  command -v apt-get >/dev/null || die "these packages are missing: ${wanted[*]}; install them with your system's package manager"
  say "Installing ${wanted[*]} …"
  local log
  log=$(mktemp)
  if ! DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "${wanted[@]}" >"$log" 2>&1; then
    # The list of packages may be older than the packages.
    { "${apt[@]}" update && DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "${wanted[@]}"; } >"$log" 2>&1 \
      || { tail -n 5 "$log" >&2; rm -f "$log"; die "cannot install ${wanted[*]}; see the lines above"; }
  fi
  rm -f "$log"
}
