// The examples of meetings.yaml hold: each entry is found in its `yes` sentences and in none of its `no` sentences.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { compileLayout } from "../../../src/extract/blocks.ts";
import { read } from "../../../src/extract/read.ts";
import { findTriggers } from "../../../src/extract/rounds/triggers.ts";
import { compileRounds } from "../../../src/extract/rounds/words.ts";

const codebook = loadCodebook();
const index = compileRounds(codebook);
const layout = compileLayout(codebook.layout);

/** Kind and words of each real trigger in a text. */
function triggers(text: string): string[] {
  const doc = read(text, layout);
  return doc.sentences
    .flatMap((sentence) => findTriggers(doc, sentence, index))
    .filter(({ verb, table }) => !(verb && table))
    .map(
      ({ kind, first, last, verb }) =>
        `${kind} ${doc.tokens
          .slice(first, last)
          .map((t) => (verb ? t.lemma.toLowerCase() : t.lower))
          .join(" ")}`,
    );
}

const pairs = <T extends { words: readonly string[]; yes: string[]; no: string[]; kind: string }>(entries: readonly T[], side: "yes" | "no") =>
  entries.flatMap(({ words, kind, [side]: sentences }) => sentences.map((sentence) => ({ sentence, kind, words })));
const named = (found: string, kind: string, words: readonly string[]) =>
  words.some((word) => found.startsWith(`${kind} `) && found.includes(word.split(" ").at(-1) as string));

describe("meetings.yaml", () => {
  it.each([...pairs(codebook.meetings.nouns, "yes"), ...pairs(codebook.meetings.verbs, "yes")])("finds a $kind in: $sentence", ({ sentence, kind, words }) => {
    expect(triggers(sentence).some((found) => named(found, kind, words))).toBe(true);
  });

  it.each([...pairs(codebook.meetings.nouns, "no"), ...pairs(codebook.meetings.verbs, "no")])("finds no $kind in: $sentence", ({ sentence, kind, words }) => {
    expect(triggers(sentence).filter((found) => named(found, kind, words))).toEqual([]);
  });

  it.each(codebook.meetings.not.flatMap(({ words, no }) => no.map((sentence) => ({ words, sentence }))))("passes over $words in: $sentence", ({ sentence }) => {
    expect(triggers(sentence)).toEqual([]);
  });
});
