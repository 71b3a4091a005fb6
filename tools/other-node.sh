#!/usr/bin/env bash
# Runs the two promises of README on another major version of Node, taken from the npm package `node`. Argument: 22 or 24.
set -euo pipefail
version=$1
source_dir=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/node"
(cd "$work/node" && npm init -y >/dev/null && npm install --no-audit --no-fund --silent "node@$version" >/dev/null)
home=$(dirname "$(find "$work/node/node_modules" -path '*/bin/node' -type f | head -n 1)")
# A machine's own npm settings may point at another version's headers; native parts are compiled against these.
export PATH="$home:$PATH" npm_config_nodedir="${home%/bin}"
node -v
git clone -q "$source_dir" "$work/parley"
cd "$work/parley"
npm ci --no-audit --no-fund
npm test
PORT=3998
export PORT
npm run -s build
node dist/bin/main.js serve --seed &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 180); do curl -fsS "http://127.0.0.1:$PORT/readyz" >/dev/null 2>&1 && break; sleep 1; done
curl -fsS "http://127.0.0.1:$PORT/v1/positions?limit=1" >/dev/null
