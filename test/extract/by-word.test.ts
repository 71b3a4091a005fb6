// A test of words that is asked once for each.
import { expect, it } from "vitest";
import { byWord } from "../../src/extract/by-word.ts";
import type { Token } from "../../src/extract/types.ts";

const token = (lower: string, word: number): Token => ({ start: 0, end: lower.length, text: lower, lower, word, lemma: lower, tag: "NOUN", sentence: 0 });

it("asks once for a numbered word, whatever the answer", () => {
  const asked: string[] = [];
  const isTruce = byWord((word) => {
    asked.push(word);
    return word === "truce";
  });
  expect([token("truce", 3), token("war", 4), token("truce", 3), token("war", 4)].map(isTruce)).toEqual([true, false, true, false]);
  expect(asked).toEqual(["truce", "war"]);
});

it("asks each time for a word without a number or with one beyond all bounds", () => {
  let asked = 0;
  const isTruce = byWord((word) => {
    asked++;
    return word === "truce";
  });
  expect([token("truce", -1), token("war", -1), token("truce", 10_000_000), token("war", 10_000_001)].map(isTruce)).toEqual([true, false, true, false]);
  expect(asked).toBe(4);
});
