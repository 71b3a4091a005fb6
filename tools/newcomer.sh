#!/usr/bin/env bash
# What README promises a newcomer: clone, two commands, a first answer. Prints how long it took: that hangs on the machine and its network, so it decides nothing. Needs nothing but npm and curl.
set -euo pipefail
source_dir=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
server=
cleanup() {
  [ -z "$server" ] || kill -- "-$server" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
git clone -q "$source_dir" "$work/parley"
cd "$work/parley"
export PORT=${PORT:-3999}
begun=$SECONDS
set -m
(npm ci --no-audit --no-fund && exec npm start) >"$work/log" 2>&1 &
server=$!
set +m
until curl -fsS "http://127.0.0.1:$PORT/readyz" >/dev/null 2>&1; do
  kill -0 "$server" 2>/dev/null || { cat "$work/log"; exit 1; }
  [ $((SECONDS - begun)) -lt 600 ] || { echo "no answer after 600 s"; cat "$work/log"; exit 1; }
  sleep 1
done
took=$((SECONDS - begun))
total=$(curl -fsS "http://127.0.0.1:$PORT/v1/positions?limit=1" | node -pe 'JSON.parse(require("fs").readFileSync(0)).page.total')
echo "first answer after $took s; $total positions"
grep -iE 'warn' "$work/log" && { echo "the install or the start warns"; exit 1; }
[ "$total" -gt 0 ]
