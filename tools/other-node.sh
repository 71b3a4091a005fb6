#!/usr/bin/env bash
# The two promises of README on another major version of Node (22 or 24), taken from the npm package `node`.
# tools/other-node.sh install VERSION FOLDER: a clone with that Node and its dependencies, in a new folder; check VERSION FOLDER: tests it and starts it.
set -euo pipefail
task=$1 version=$2 folder=$3
source_dir=$(cd "$(dirname "$0")/.." && pwd)

use_node() {
  local home
  home=$(dirname "$(find "$folder/node/node_modules" -path '*/bin/node' -type f | head -n 1)")
  # A machine's own npm settings may point at another version's headers; native parts are compiled against these.
  export PATH="$home:$PATH" npm_config_nodedir="${home%/bin}"
  node -v
}

# again COMMAND...: tries once more what a registry's hiccup may have ended.
again() {
  "$@" && return
  echo "tried again: $*"
  sleep 15
  "$@"
}

install() {
  mkdir -p "$folder/node"
  echo '{"private": true}' >"$folder/node/package.json"
  again npm install --prefix "$folder/node" --no-audit --no-fund --loglevel error "node@$version"
  use_node
  git clone -q "$source_dir" "$folder/parley"
  cd "$folder/parley"
  again npm ci --no-audit --no-fund
}

check() {
  use_node
  cd "$folder/parley"
  # What a browser sees is the same whatever serves it.
  npm test -- --exclude test/browser
  export PORT=3998
  npm run -s build
  node dist/bin/main.js serve --seed &
  server=$!
  trap 'kill "$server" 2>/dev/null || true' EXIT
  for _ in $(seq 180); do curl -fsS "http://127.0.0.1:$PORT/readyz" >/dev/null 2>&1 && break; sleep 1; done
  curl -fsS "http://127.0.0.1:$PORT/v1/positions?limit=1" >/dev/null
}

"$task"
