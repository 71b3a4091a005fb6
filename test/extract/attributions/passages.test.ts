// How well the rules do on passages of invented news with every attribution marked. The floors keep what was reached; report.ts prints the mistakes.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { findCast } from "../../../src/extract/actors/cast.ts";
import { findAttributions } from "../../../src/extract/attributions/find.ts";
import { prepare } from "../../../src/extract/lexicon.ts";
import { read } from "../../../src/extract/read.ts";
import { agreement, f1, parseMarked, total } from "./marked.ts";

const lexicon = prepare(loadCodebook());
const sets = parse(readFileSync(new URL("passages.yaml", import.meta.url), "utf8")) as Record<string, string[]>;
const results = total(
  Object.values(sets)
    .flat()
    .map((passage) => {
      const marked = parseMarked(passage);
      const doc = read(marked.text, lexicon.layout);
      return agreement(marked, findAttributions(doc, findCast(doc, null, lexicon.cast), lexicon.attributions));
    }),
);

describe("attributions of whole passages", () => {
  it("cover the words that somebody says or thinks, with F1 of at least 0.96", () => expect(f1(results.words)).toBeGreaterThanOrEqual(0.96));
  it("are found with F1 of at least 0.91, by an overlap of half", () => expect(f1(results.spans)).toBeGreaterThanOrEqual(0.91));
  it("have the right source with F1 of at least 0.89", () => expect(f1({ ...results.spans, both: results.spans.source })).toBeGreaterThanOrEqual(0.89));
  it("hold at least 99 % of quoted speech", () => expect(results.quotes.found / results.quotes.marked).toBeGreaterThanOrEqual(0.99));
});

describe("the marks", () => {
  it("nest, continue and share a source", () => {
    const { text, attributions } = parseMarked("[s1 A] [c1 said] [t1 that [s2 B] [c2 wants] [t2 rain]] and [c3<1 asked] [t3 why].");
    const cut = ({ source, content }: (typeof attributions)[number]) => [source, ...content].map((range) => range && text.slice(range.start, range.end));
    expect(attributions.map(cut)).toEqual([
      ["A", "that B wants rain"],
      ["B", "rain"],
      ["A", "why"],
    ]);
  });
});
