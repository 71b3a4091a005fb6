// Reads two ingest reports and a score, and fails where a promise of issue 1 is broken. Arguments: first.json second.json score.json.
import { readFileSync } from "node:fs";

const [first, second, score] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
const broken = [
  [first.skipped.length === 0 && first.added === 10, `first ingest: ${first.added} new, ${first.skipped.length} skipped; wanted 10 and 0`],
  [second.added === 0 && second.updated === 0, `second ingest: ${second.added} new, ${second.updated} updated; wanted none`],
  [score.source === 1, `source ${score.source}; wanted 1`],
  [score.actors.f1 >= 0.8, `actors F1 ${score.actors.f1}; wanted 0.80`],
  [score.rounds.f1 >= 0.55, `rounds F1 ${score.rounds.f1}; wanted 0.55`],
  [score.positions.f1 >= 0.35, `positions F1 ${score.positions.f1}; wanted 0.35`],
].filter(([holds]) => !holds);
for (const [, message] of broken) console.error(message);
process.exit(broken.length ? 1 : 0);
