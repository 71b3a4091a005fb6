#!/usr/bin/env bash
# A validating proxy between client and server sees no difference between the OpenAPI document and what passes: the document's examples against the bundled articles,
# then everything that the API's tests ask, against the rows that they ask about.
# tools/prism-check.sh install FOLDER: the proxy, in a new folder; check FOLDER REQUESTS: with what the tests wrote into that file, as RECORD_REQUESTS names it for them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
task=$1 folder=$2

if [ "$task" = install ]; then
  mkdir -p "$folder"
  cd "$folder"
  echo '{"private": true}' >package.json
  exec npm install --silent --no-audit --no-fund @stoplight/prism-cli@5.14.2
fi

requests=$3
if [ -z "${SERVER:-}" ]; then exec "$here/with-server.sh" "$here/prism-check.sh" check "$folder" "$requests"; fi
work=$(mktemp -d)
port=${PROXY_PORT:-3997}
fixture_port=${FIXTURE_PORT:-3996}
running=()
trap 'for one in "${running[@]}"; do kill "$one" 2>/dev/null || true; done; rm -rf "$work"' EXIT

# proxy SERVER PORT NAME: starts Prism with the server's own document.
proxy() {
  curl -fsS "$1/openapi.json" >"$work/$3.json"
  "$folder/node_modules/.bin/prism" proxy "$work/$3.json" "$1" --port "$2" >"$work/$3.log" 2>&1 &
  running+=($!)
  for _ in $(seq 60); do grep -q "is listening" "$work/$3.log" && return; sleep 1; done
  cat "$work/$3.log"
  return 1
}

proxy "$SERVER" "$port" examples
node "$here/prism-requests.mjs" "$work/examples.json" "http://127.0.0.1:$port"

cd "$here/.."
node --import tsx tools/serve-fixture.ts "$fixture_port" &
running+=($!)
for _ in $(seq 60); do curl -fsS "http://127.0.0.1:$fixture_port/readyz" >/dev/null 2>&1 && break; sleep 1; done
proxy "http://127.0.0.1:$fixture_port" "$((port - 2))" tests
node "$here/prism-replay.mjs" "$work/tests.json" "$requests" "http://127.0.0.1:$((port - 2))"
