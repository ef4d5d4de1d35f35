# How the scripts speak: what they do on standard output, what is wrong as one line on standard error.
say() { printf '%s\n' "$*"; }
complain() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { complain "$@"; exit 1; }
