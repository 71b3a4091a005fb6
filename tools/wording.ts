// How much of the coded sentences in test/wording the extractor finds: `npx tsx tools/wording.ts [FILE]`, heldout.tsv unless told. Each text is read alone, behind two lines that say that there is a war.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCodebook } from "../src/codebook/load.ts";
import { unknownMeta } from "../src/domain/articles.ts";
import type { ExtractionDocument } from "../src/domain/documents.ts";
import { extract } from "../src/extract/extract.ts";
import { prepare } from "../src/extract/lexicon.ts";

const file = process.argv[2] ?? join(new URL("..", import.meta.url).pathname, "test/wording/heldout.tsv");
const lead = "Peace talks\n\nThe war goes on while the peace talks were held last week.\n\n";
const lexicon = prepare(loadCodebook());

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z]+/g, "");

/** Whether a coder's name of a holder, words joined by `_`, may be an actor of the document. */
function isNamed({ actors }: ExtractionDocument, id: string, holder: string): boolean {
  const wanted = plain(holder);
  const actor = actors.find((other) => other.id === id);
  return [id, actor?.name ?? "", ...(actor?.mentions ?? []).map(({ text }) => text)]
    .map(plain)
    .some((name) => name === wanted || (name.length > 3 && wanted.includes(name)) || (wanted.length > 3 && name.includes(wanted)));
}

const count = { coded: 0, found: 0, issue: 0, stance: 0, right: 0 };
for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
  const [rows = "", text = ""] = line.split("\t");
  const coded = rows === "none" ? [] : rows.split("; ").map((row) => row.split(" ") as [string, string, string]);
  const document = extract({ text: lead + text, meta: unknownMeta }, lexicon);
  const found = [...new Map(document.positions.map((row) => [`${row.party ?? row.actor} ${row.stance} ${row.issue}`, row])).values()];
  count.coded += coded.length;
  count.found += found.length;
  for (const [holder, stance, issue] of coded) {
    const same = found.filter((row) => row.issue === issue);
    const turned = same.filter((row) => row.stance === stance);
    if (same.length > 0) count.issue++;
    if (turned.length > 0) count.stance++;
    if (turned.some((row) => isNamed(document, row.party ?? row.actor, holder))) count.right++;
  }
}
const share = (n: number, of: number): string => (n / of).toFixed(3);
const [precision, recall] = [count.right / count.found, count.right / count.coded];
console.log(
  `${count.coded} coded rows, ${count.found} found: issue recall ${share(count.issue, count.coded)}, with stance ${share(count.stance, count.coded)}`,
);
console.log(
  `rows with holder: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)}`,
);
