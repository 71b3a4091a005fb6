// Sums of decision trees: what they say of signs, and that they learn what linear weights cannot.
import { describe, expect, it } from "vitest";
import { Trees } from "../../src/domain/codebook/learned.ts";
import { forestOf, oddsBy } from "../../src/extract/trees.ts";
import type { Example } from "../../tools/learn/fit.ts";
import { fitTrees } from "../../tools/learn/trees.ts";

describe("a forest", () => {
  const forest = forestOf({
    bias: -1,
    signs: ["length", "question"],
    trees: [[[0, 2.5, 2], [0.25], [1, 0, 2], [1], [-3]], [[0.5]]],
  });

  it.each([
    ["nothing", [], -0.25],
    ["a value at the bound", [["length", 2.5]], -0.25],
    ["one above it", [["length", 2.6]], 0.5],
    [
      "one above two bounds",
      [
        ["length", 9],
        ["question", 1],
      ],
      -3.5,
    ],
    ["a sign that it does not know", [["unheard-of", 7]], -0.25],
  ] as [string, [string, number][], number][])("adds up the ends that %s leads to", (_, signs, odds) => expect(oddsBy(forest, signs)).toBeCloseTo(odds, 12));

  it("remembers nothing of what it weighed before", () => {
    oddsBy(forest, [["length", 9]]);
    expect(oddsBy(forest, [])).toBeCloseTo(-0.25, 12);
  });

  it("without a tree says what it begins with", () => expect(oddsBy(forestOf({ bias: 0.7, signs: [], trees: [] }), [["length", 1]])).toBe(0.7));
});

describe("learning", () => {
  /** Made where one of two signs holds, and not both: no sum of weights tells that. */
  const examples = Array.from({ length: 800 }, (_, n): Example => {
    const [one, other] = [n % 2, Math.floor(n / 2) % 2];
    const signs: [string, number][] = [["noise", n % 7]];
    if (one) signs.push(["one", 1]);
    if (other) signs.push(["other", 1]);
    return { label: one !== other ? "made" : "not", share: 1, signs };
  });
  const learned = fitTrees(examples, "made");
  const forest = forestOf(learned);

  it("tells one sign from both", () => {
    expect(oddsBy(forest, [["one", 1]])).toBeGreaterThan(1);
    expect(oddsBy(forest, [["other", 1]])).toBeGreaterThan(1);
    expect(oddsBy(forest, [])).toBeLessThan(-1);
    expect(
      oddsBy(forest, [
        ["one", 1],
        ["other", 1],
      ]),
    ).toBeLessThan(-1);
  });

  it("gives what the codebook holds, the same each time", () => {
    expect(Trees.parse(JSON.parse(JSON.stringify(learned)))).toEqual(learned);
    expect(JSON.stringify(fitTrees(examples, "made"))).toBe(JSON.stringify(learned));
  });

  it("leaves rare signs out", () => {
    const rare = examples.map((example, n): Example => (n < 5 ? { ...example, signs: [...example.signs, ["rare", 1]] } : example));
    expect(fitTrees(rare, "made").signs).toEqual(["noise", "one", "other"]);
  });
});
