// Sentences that no rule makes a round of, in a whole text; with and without what coded articles taught of them.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { unknownMeta } from "../../../src/domain/articles.ts";
import { runStages } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";
import type { Scene } from "../../../src/extract/rounds/types.ts";
import { chanceOf } from "../../../src/extract/scale.ts";

const codebook = loadCodebook();
const taught = prepare(codebook);
const untaught = prepare({ ...codebook, learned: { ...codebook.learned, scene: { bias: 0, weights: {} } } });

const around = (sentence: string) =>
  `OSLO, 12 June 2024 - The war between Sudan and the River Front has entered its fourth year.

The government of Sudan blames the River Front for the shelling of the port. The River Front says that the army began it.

${sentence}

Prices have doubled since the winter. The bakers of the old town close at noon. Many families have left for the hills, where there is water.`;

function roundsOf(text: string, lexicon = taught): string[] {
  const { rounds } = runStages({ text, meta: unknownMeta }, lexicon);
  return rounds.map(({ kind, status, place, when, participants }) => [kind, status, place, when, ...participants.map(({ party }) => party).sort()].join(" "));
}

describe("a sentence without a word for talks", () => {
  it.each([
    ["The six points were agreed on 4 June in a disused mill outside Port Ashmere.", "talks held  2024-06-04 river-front sudan"],
    ["The next appointment is foreseen in Geneva.", "talks planned Geneva  river-front sudan"],
    ["On 4 June, in the reading room of a casino, ministers and captains spent six days over a map.", "talks held  2024-05-30/2024-06-04 river-front sudan"],
  ])("is a round in an article, by what it names: %s", (sentence, round) => {
    expect(roundsOf(around(sentence))).toEqual([round]);
    expect(roundsOf(around(sentence), untaught)).toEqual([]);
  });

  it.each([
    ["Sudan and the River Front agreed on Monday to meet in Geneva.", "talks planned Geneva  river-front sudan"],
    ["Sudan and the River Front plan to meet in Geneva.", "talks planned Geneva  river-front sudan"],
    ["Sudan and the River Front agreed on Monday to meet again in Geneva next week.", "talks planned Geneva 2024-06-17/2024-06-23 river-front sudan"],
  ])("is planned where somebody only means to meet, and not on the day of that: %s", (sentence, round) => {
    expect(roundsOf(around(sentence))).toEqual([round]);
  });

  it("is a summit where the leaders meet", () => {
    expect(roundsOf(around("The leaders last met in Geneva in May."))).toEqual(["summit held Geneva 2024-05 river-front sudan"]);
  });

  it("is none where the text is no article", () => {
    expect(roundsOf("The next appointment is foreseen in Geneva. The River Front and Sudan are at war.")).toEqual([]);
  });

  it.each([
    ["a denied meeting", "No talks were held on 4 June in Geneva."],
    ["a war between two", "On Tuesday the war between Sudan and the River Front went on."],
    ["fighting", "Sudan and the River Front exchanged fire at the border on Tuesday."],
    ["what is done elsewhere", "Sudan and the River Front buried their dead in Kassala on Tuesday."],
    ["the weather", "It rained all day on 4 June, and the lake rose by a hand."],
  ])("is none where it tells of %s", (_, sentence) => {
    expect(roundsOf(around(sentence))).toEqual([]);
  });

  it("is weighed for whoever asks, also where nothing was learned", () => {
    const scenes: Scene[] = [];
    const text = around("The next appointment is foreseen in Geneva.");
    const { doc } = runStages({ text, meta: unknownMeta }, untaught, { clauses: () => {}, cue: () => {}, scene: (scene) => scenes.push(scene) });
    const asked = scenes.find(({ sentence }) => text.slice(doc.sentences[sentence]?.start).startsWith("The next appointment"));
    expect(Object.fromEntries(asked?.scale.signs ?? [])).toMatchObject({ city: 1, "city led to": 1, rounds: 0 });
    expect(chanceOf(asked?.scale.sum ?? 1)).toBe(0.5);
  });
});
