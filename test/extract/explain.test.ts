// The explanation: the very document, and for each sentence what was seen and why words made a position or none.
import { describe, expect, test } from "vitest";
import { loadCodebook } from "../../src/codebook/load.ts";
import { unknownMeta } from "../../src/domain/articles.ts";
import { ExtractAnswer } from "../../src/domain/explanations.ts";
import { sliceByCodePoints } from "../../src/domain/spans.ts";
import { explain } from "../../src/extract/explain.ts";
import { extract } from "../../src/extract/extract.ts";
import { prepare } from "../../src/extract/lexicon.ts";

const lexicon = prepare(loadCodebook());
const war = "Fighting went on in the war between Armenia and Azerbaijan. ";
const articleOf = (text: string) => ({ text, meta: { ...unknownMeta, published: "2024-05-10" } });
const explained = (text: string) => explain(articleOf(text), lexicon);
const cuesOf = (text: string) => explained(war + text).explanation.sentences.flatMap((sentence) => sentence.cues);

const sample = `${war}\n\n“We will not withdraw our troops 🙂,” the Armenian president said on Tuesday. Azerbaijan agreed to a ceasefire. Both delegations met in Geneva on 7 May 2024 for talks on prisoners.`;

test("the document is the one that extract makes", () => {
  const { explanation: _, ...document } = explained(sample);
  expect(document).toEqual(extract(articleOf(sample), lexicon));
});

test("every span is the slice of the text, and the whole fits its schema", () => {
  const answer = ExtractAnswer.parse(explained(sample));
  const spans = (answer.explanation?.sentences ?? []).flatMap((s) => [
    s,
    ...s.mentions,
    ...s.dates,
    ...s.frames,
    ...s.cues,
    ...s.clauses.flatMap((clause) => clause.spans),
    ...s.attributions.flatMap(({ cue, content }) => [...(cue ? [cue] : []), ...content]),
  ]);
  expect(spans.length).toBeGreaterThan(20);
  for (const span of spans) expect(sliceByCodePoints(answer.text, span)).toBe(span.text);
});

test("every position of the document stands beside the words that made it", () => {
  const { positions, explanation } = explained(sample);
  const made = explanation.sentences.flatMap(({ cues }) =>
    cues.flatMap((cue) => cue.positions.map(({ actor, issue, stance }) => `${actor} ${stance} ${issue}`)),
  );
  expect(positions.length).toBeGreaterThan(0);
  expect(new Set(made)).toEqual(new Set(positions.map(({ actor, issue, stance }) => `${actor} ${stance} ${issue}`)));
});

test("a sentence shows its line, clauses, names, sayings, dates and rounds", () => {
  const { explanation } = explained(sample);
  const said = explanation.sentences.find((sentence) => sentence.text.includes("withdraw"));
  expect(said?.block).toBe("paragraph");
  expect(said?.mentions.some(({ form, acts }) => form !== "pronoun" && acts)).toBe(true);
  expect(said?.attributions.map(({ kind, cue }) => [kind, cue?.text])).toContainEqual(["quote", "said"]);
  expect(said?.dates.map(({ text, when, basis }) => [text, when, basis])).toEqual([["Tuesday", "2024-05-07", "resolved"]]);
  const met = explanation.sentences.find((sentence) => sentence.text.includes("Geneva"));
  expect(met?.rounds.length).toBe(1);
});

describe("words that made no position say why", () => {
  test.each([
    ["Would Armenia agree to a ceasefire?", "question"],
    ["Armenia should accept a ceasefire.", "advice"],
    ["After the ceasefire, Armenia counted its dead.", "circumstance"],
    ["It is unclear whether Armenia accepts a ceasefire.", "doubt"],
    ["The ceasefire lasted a week.", "no_act"],
    ["Nobody demands a ceasefire.", "denied"],
    ["A ceasefire was demanded.", "no_holder"],
  ])("%s: %s", (text, code) => {
    const cues = cuesOf(text).filter(({ issue }) => issue === "ceasefire");
    expect(cues.flatMap((cue) => cue.positions)).toEqual([]);
    expect(cues.flatMap((cue) => cue.reasons.map((reason) => reason.code))).toContain(code);
    for (const { reasons } of cues) for (const { text: words } of reasons) expect(words.length).toBeGreaterThan(20);
  });

  test("in a text on another matter that is the reason for all", () => {
    const { explanation } = explained(
      "The bakery and its suppliers agreed to a ceasefire over the price of flour. The recipe needs butter, sugar and eggs. ".repeat(9),
    );
    expect(explanation.about_conflict).toBe(false);
    expect(new Set(explanation.sentences.flatMap(({ cues }) => cues.flatMap(({ reasons }) => reasons.map(({ code }) => code))))).toEqual(
      new Set(["other_matter"]),
    );
  });

  test("words that made one give no reason", () => {
    for (const { positions, reasons } of cuesOf("Armenia rejects a ceasefire.")) expect(positions.length > 0).toBe(reasons.length === 0);
  });
});

test.each(["", " ", "\n\n", "?", "“", "x".repeat(300)])("explains %j without a fault", (text) => {
  expect(explained(text).positions).toEqual([]);
});
