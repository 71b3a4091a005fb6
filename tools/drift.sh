#!/usr/bin/env bash
# Fails where a generated file differs from what its source gives today: migrations from the schema, docs from the program.
set -euo pipefail
cd "$(dirname "$0")/.."
npx drizzle-kit generate --name drift >/dev/null
npm run -s docs
changed=$(git status --porcelain -- migrations docs README.md)
if [ -n "$changed" ]; then
  echo "generated files are out of date:"
  echo "$changed"
  git diff --stat -- migrations docs README.md
  exit 1
fi
