#!/usr/bin/env bash
# Runs a command while the built server answers for the bundled articles, its address in $SERVER. Usage: tools/with-server.sh COMMAND ARGUMENT...
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${SERVER:-}" ]; then exec "$@"; fi
work=$(mktemp -d)
export PORT=${PORT:-3998}
LOG_LEVEL=warn node dist/bin/main.js serve --seed --database "file:$work/parley.db" >"$work/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 120); do
  curl -fsS "http://127.0.0.1:$PORT/readyz" >/dev/null 2>&1 && break
  kill -0 "$server" 2>/dev/null || { cat "$work/log"; exit 1; }
  sleep 1
done
SERVER="http://127.0.0.1:$PORT" "$@"
