// How much of the coded sentences in test/wording the extractor finds: `npx tsx tools/wording.ts [FILE]`, heldout.tsv unless told. Each text is read alone, behind two lines that say that there is a war.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCodebook } from "../src/codebook/load.ts";
import type { ExtractionDocument } from "../src/domain/documents.ts";
import { extract } from "../src/extract/extract.ts";
import { prepare } from "../src/extract/lexicon.ts";
import { articleOf, isNamed } from "./learn/passages.ts";

const file = process.argv[2] ?? join(new URL("..", import.meta.url).pathname, "test/wording/heldout.tsv");
const lexicon = prepare(loadCodebook());

function namesOf({ actors }: ExtractionDocument, id: string): string[] {
  const actor = actors.find((other) => other.id === id);
  return [id, actor?.name ?? "", ...(actor?.mentions ?? []).map(({ text }) => text)];
}

const count = { coded: 0, found: 0, issue: 0, stance: 0, right: 0 };
for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
  const [rows = "", text = ""] = line.split("\t");
  const coded = rows === "none" ? [] : rows.split("; ").map((row) => row.split(" ") as [string, string, string]);
  const document = extract(articleOf(text), lexicon);
  const found = [...new Map(document.positions.map((row) => [`${row.party ?? row.actor} ${row.stance} ${row.issue}`, row])).values()];
  count.coded += coded.length;
  count.found += found.length;
  for (const [holder, stance, issue] of coded) {
    const same = found.filter((row) => row.issue === issue);
    const turned = same.filter((row) => row.stance === stance);
    if (same.length > 0) count.issue++;
    if (turned.length > 0) count.stance++;
    if (turned.some((row) => isNamed(namesOf(document, row.party ?? row.actor), holder))) count.right++;
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
