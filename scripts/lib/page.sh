# Builds the web page with npm, when its sources are newer than what is built. Needs say.sh and $root.
build_page() {
  local page=$root/src/IndicatorPipeline.Api/Page built=$root/src/IndicatorPipeline.Api/wwwroot/index.html
  [[ -e $page/package.json ]] || return 0
  if [[ -e $built && -z $(find "$page" -name node_modules -prune -o -newer "$built" -type f -print -quit) ]]; then
    return 0
  fi
  command -v npm >/dev/null || { complain "npm is missing, the page at / is not built; install Node.js 20.19 or newer"; return 1; }
  local log
  log=$(mktemp)
  printf 'Building the page …\n' >&2
  if ! (cd "$page" && npm ci --no-audit --no-fund && npm run build) >"$log" 2>&1; then
    tail -n 8 "$log" >&2
    rm -f "$log"
    complain "the page at / is not built; see the lines above"
    return 1
  fi
  rm -f "$log"
  touch "$built"
}
