#!/usr/bin/env bash
# A client generated from the OpenAPI document compiles strictly and gets an answer from every operation. In a folder of its own: openapi-typescript needs TypeScript 5.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${SERVER:-}" ]; then exec "$here/with-server.sh" "$here/client-check.sh"; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true, "type": "module"}' >package.json
npm install --silent --no-audit --no-fund typescript@5.9.3 openapi-typescript@7.13.0 openapi-fetch@0.17.0 @types/node@20.19.43
curl -fsS "$SERVER/openapi.json" >openapi.json
npx openapi-typescript openapi.json -o api.d.ts
node "$here/client-program.mjs" openapi.json "$SERVER" >client.ts
npx tsc --strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --target es2022 --module nodenext --types node client.ts
node client.js
