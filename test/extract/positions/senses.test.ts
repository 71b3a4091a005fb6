// The network over vectors of words: what it tells, and that it tells the same whatever was read before.
import fc from "fast-check";
import { expect, it } from "vitest";
import { compileSenses, pool, sensedChances, sensedMeeting } from "../../../src/extract/positions/senses.ts";
import { stemOf } from "../../../src/extract/positions/stems.ts";
import type { Token } from "../../../src/extract/types.ts";
import { wordAt } from "../../../src/extract/word-table.ts";
import { docOf, index } from "./extract-of.ts";

const { senses, tables } = index.learned;
const { classes } = tables.issues;
const chancesOf = (text: string): number[] => {
  const { tokens } = docOf(text);
  return sensedChances(senses, tokens, 0, tokens.length) ?? [];
};
const likeliest = (text: string): string | undefined => {
  const chances = chancesOf(text);
  return classes[chances.indexOf(Math.max(...chances))];
};

it.each([
  ["the captives must be handed back to their families", "prisoner-exchange"],
  ["the regiments have to leave the province", "troop-withdrawal"],
  ["the shooting has to stop, by day and by night", "ceasefire"],
])("%s: %s", (text, issue) => expect(likeliest(text)).toBe(issue));

it.each([
  ["The two foreign ministers sat across from each other in Geneva on Tuesday", "Wheat fetched more in Geneva on Tuesday than in any week of the year"],
  ["Envoys of both sides gathered for a second round in Muscat in May", "Envoys of both sides have long memories and short tempers"],
])("tells that %j is rather of a meeting than %j", (meeting, other) => {
  const oddsOf = (text: string): number | null => {
    const { tokens } = docOf(text);
    return sensedMeeting(senses, tokens, 0, tokens.length);
  };
  expect(oddsOf(meeting)).toBeGreaterThan(oddsOf(other) as number);
});

it("knows words of which no sign was learned by those that are used alike", () => {
  const words = {
    "language-rights": ["yiddish", "sanskrit", "gaelic", "urdu"],
    accountability: ["homicide", "manslaughter", "plaintiffs", "acquittal"],
    navigation: ["tugboats", "dredgers"],
    "humanitarian-access": ["malnourished", "sanitation"],
  };
  const unknown = Object.entries(words).flatMap(([issue, list]) =>
    list.filter((word) => wordAt(tables.issues.stems, stemOf(word) ?? "") < 0).map((word) => ({ word, issue })),
  );
  expect(unknown.length).toBeGreaterThan(4);
  expect(unknown.filter(({ word, issue }) => likeliest(word) === issue).length / unknown.length).toBeGreaterThan(0.6);
});

it("tells chances that add up to one, of no words too", () => {
  for (const text of ["the truce", "xyzzy plugh", "…"]) expect(chancesOf(text).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
});

it("tells the same after any number of other words", () => {
  const text = "The minister said that the garrison would have to leave the town before a truce.";
  const before = chancesOf(text);
  const others = Array.from({ length: tables.senses.words.count }, (_, word) => ({ word, lower: "", tag: "NOUN" }) as unknown as Token);
  const fresh = compileSenses(tables.senses);
  const all = { ...fresh, wordOf: ({ word }: Token) => word };
  for (let i = 0; i < others.length; i += 50) sensedChances(all, others, i, Math.min(others.length, i + 50));
  const { tokens } = docOf(text);
  expect(sensedChances({ ...all, wordOf: senses.wordOf }, tokens, 0, tokens.length)).toEqual(before);
});

it("says nothing where nothing was learned", () => {
  const none = compileSenses({ ...tables.senses, units: 0 });
  const { tokens } = docOf("the truce");
  expect(sensedChances(none, tokens, 0, tokens.length)).toBeNull();
  expect(sensedMeeting(none, tokens, 0, tokens.length)).toBeNull();
});

it("pools two opinions into one that adds up to one and sides with both", () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(chances, chances, (one, other) => {
      const pooled = pool(one, other);
      expect(pooled.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
      const agreed = pool(one, one);
      expect(agreed[one.indexOf(Math.max(...one))]).toBe(Math.max(...agreed));
    }),
  );
  const [first = 0, second = 0] = pool([0.9, 0.1], [0.6, 0.4]);
  expect(first).toBeGreaterThan(second);
});
