// Prints how many cases of the visible suite hold, file by file, with the names of those that do not: npx tsx test/extract/suite/report.ts.
// --why adds what was found, --known writes the list of known misses.
import { writeFileSync } from "node:fs";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { unknownMeta } from "../../../src/domain/articles.ts";
import { normaliseText } from "../../../src/domain/text.ts";
import { extract } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";
import { type Case, faults, isNegative, loadCases } from "./cases.ts";

const lexicon = prepare(loadCodebook());
const withReasons = process.argv.includes("--why");

/** Why the case fails; an extractor that throws fails it too. */
function reasons(wanted: Case): string[] {
  try {
    return faults(wanted, extract({ text: normaliseText(wanted.text), meta: { ...unknownMeta, published: wanted.published ?? null } }, lexicon));
  } catch (error) {
    return [`threw ${error instanceof Error ? error.message : String(error)}`];
  }
}

const tested = [...loadCases()].map(([file, cases]) => ({ file, results: cases.map((wanted) => ({ wanted, why: reasons(wanted) })) }));
for (const { file, results } of tested) {
  const failed = results.filter(({ why }) => why.length > 0);
  console.log(`${file}: ${results.length - failed.length} of ${results.length}`);
  for (const { wanted, why } of failed) {
    console.log(`  - ${wanted.name}`);
    if (withReasons) for (const line of [wanted.text, ...why]) console.log(`      ${line}`);
  }
}
const all = tested.flatMap(({ results }) => results);
const passed = all.filter(({ why }) => why.length === 0);
const positive = all.filter(({ wanted }) => !isNegative(wanted));
console.log(`all: ${passed.length} of ${all.length}; without negatives ${positive.filter(({ why }) => why.length === 0).length} of ${positive.length}`);
if (process.argv.includes("--known")) {
  const names = all.filter(({ why }) => why.length > 0).map(({ wanted }) => wanted.name);
  writeFileSync(new URL("known-misses.json", import.meta.url), `${JSON.stringify(names.sort(), null, 2)}\n`);
}
