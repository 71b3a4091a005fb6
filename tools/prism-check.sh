#!/usr/bin/env bash
# A validating proxy between client and server sees no difference between the OpenAPI document and what passes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${SERVER:-}" ]; then exec "$here/with-server.sh" "$here/prism-check.sh"; fi
work=$(mktemp -d)
proxy_port=${PROXY_PORT:-3997}
curl -fsS "$SERVER/openapi.json" >"$work/openapi.json"
cd "$work"
echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund @stoplight/prism-cli@5.14.2
node_modules/.bin/prism proxy openapi.json "$SERVER" --port "$proxy_port" >"$work/log" 2>&1 &
proxy=$!
trap 'kill "$proxy" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 60); do grep -q "is listening" "$work/log" && break; sleep 1; done
node "$here/prism-requests.mjs" "$work/openapi.json" "http://127.0.0.1:$proxy_port"
