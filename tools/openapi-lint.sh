#!/usr/bin/env bash
# The OpenAPI document passes the recommended rules of Redocly and Spectral without a warning.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${SERVER:-}" ]; then exec "$here/with-server.sh" "$here/openapi-lint.sh"; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
curl -fsS "$SERVER/openapi.json" >openapi.json
npx -y @redocly/cli@2.77.0 lint --extends recommended --max-problems 50 --format json openapi.json >redocly.json
node -e 'const { totals } = JSON.parse(require("fs").readFileSync("redocly.json")); console.log("redocly", totals); process.exit(totals.errors + totals.warnings > 0 ? 1 : 0)'
echo 'extends: ["spectral:oas"]' >.spectral.yaml
npx -y @stoplight/spectral-cli@6.16.3 lint --fail-severity hint openapi.json
