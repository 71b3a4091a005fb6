#!/usr/bin/env bash
# The ten texts of ../shared/corpus through the built program: all ingest, the audit is clean, a second run adds nothing,
# reverse order gives the same rows, and the extractor's score stays above its floors. Skips where ../shared is not there.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=../shared
[ -d "$shared/corpus" ] || { echo "skipped: no $shared/corpus"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
parley() { node dist/bin/main.js "$@"; }

export DATABASE_URL="file:$work/a.db"
parley ingest "$shared"/corpus/*.txt --json >"$work/first.json"
parley audit
parley ingest "$shared"/corpus --json >"$work/second.json"
parley dump >"$work/a.dump"
DATABASE_URL="file:$work/b.db"
for file in $(ls -r "$shared"/corpus/*.txt); do parley ingest "$file" --json >/dev/null; done
parley dump >"$work/b.dump"
cmp "$work/a.dump" "$work/b.dump"

mkdir "$work/got"
for gold in "$shared"/gold/*.json; do
  name=$(basename "$gold" .json)
  parley extract "$shared"/corpus/"$name"*.txt >"$work/got/$name.json"
done
node "$shared/score/score.mjs" --gold "$shared/gold" --got "$work/got" --json | tee "$work/score.json"
node tools/check-floors.mjs "$work/first.json" "$work/second.json" "$work/score.json"
