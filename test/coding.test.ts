// One coder against another: a coding measured against itself is right in all.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GoldArticle } from "../src/analysis/gold.ts";
import { scoreArticle } from "../src/analysis/score.ts";
import { documentOf } from "../tools/coding.ts";

const heldOut = new URL("heldout/", import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, heldOut), "utf8");
const codingOf = (name: string): GoldArticle => GoldArticle.parse(JSON.parse(textOf(name)));
const twice = readdirSync(new URL("second/", heldOut));

describe("a coding as a document", () => {
  it.each(twice)("%s: agrees with itself in all and with another in most", (name) => {
    const [first, second] = [codingOf(name), codingOf(`second/${name}`)];
    const text = textOf(first.article);
    expect(scoreArticle(first, documentOf(first, text))).toMatchObject({ actors: { fp: 0, fn: 0 }, rounds: { fp: 0, fn: 0 }, positions: { fp: 0, fn: 0 } });
    const { tp, fn } = scoreArticle(first, documentOf(second, text)).positions;
    expect(tp).toBeGreaterThan(fn);
  });

  it("shows no words that do not stand in the text", () => {
    const first = codingOf("x94.json");
    expect(documentOf(first, "Other words.").positions.flatMap(({ evidence }) => evidence.map((span) => span.text))).toEqual(
      first.positions.flatMap(({ evidence }) => evidence.map(() => "")),
    );
  });
});
