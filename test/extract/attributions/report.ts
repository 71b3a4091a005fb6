// Prints how well the rules do on passages.yaml: `npx tsx test/extract/attributions/report.ts [--show]`. Fails on nothing; passages.test.ts holds the floors.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { findCast } from "../../../src/extract/actors/cast.ts";
import { findAttributions } from "../../../src/extract/attributions/find.ts";
import { prepare } from "../../../src/extract/lexicon.ts";
import { read } from "../../../src/extract/read.ts";
import { agreement, f1, parseMarked, total } from "./marked.ts";

const lexicon = prepare(loadCodebook());
const sets = parse(readFileSync(process.argv[2]?.endsWith(".yaml") ? process.argv[2] : new URL("passages.yaml", import.meta.url), "utf8")) as Record<
  string,
  string[]
>;
const figure = (value: number): string => value.toFixed(3);

for (const [name, passages] of Object.entries(sets)) {
  const results = passages.map((passage) => {
    const marked = parseMarked(passage);
    const doc = read(marked.text, lexicon.layout);
    return agreement(marked, findAttributions(doc, findCast(doc, null, lexicon.cast), lexicon.attributions));
  });
  const { words, spans, quotes } = total(results);
  if (process.argv.includes("--show"))
    results.forEach(({ mistakes }, i) => {
      for (const mistake of mistakes) console.log(`${name} ${i + 1} ${mistake}`);
    });
  console.log(
    `${name}: ${passages.length} passages, ${spans.marked} attributions; words F1 ${figure(f1(words))} (P ${figure(words.both / words.found)} R ${figure(words.both / words.marked)}), ` +
      `spans F1 ${figure(f1(spans))} (P ${figure(spans.both / spans.found)} R ${figure(spans.both / spans.marked)}), with source F1 ${figure(f1({ ...spans, both: spans.source }))}, quotes ${quotes.found}/${quotes.marked}`,
  );
}
