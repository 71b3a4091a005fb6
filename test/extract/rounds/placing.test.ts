// Meetings of which no sentence says where they were, in a whole text; with and without what coded articles taught of them.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { unknownMeta } from "../../../src/domain/articles.ts";
import { runStages } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";
import type { Placing } from "../../../src/extract/rounds/types.ts";

const codebook = loadCodebook();
const taught = prepare(codebook);
const untaught = prepare({ ...codebook, learned: { ...codebook.learned, placing: { bias: 0, weights: {} } } });

const around = (opening: string) =>
  `${opening}

The government of Sudan blames the River Front for the shelling of the port. The River Front says that the army began it.

Prices have doubled since the winter. The bakers of the old town close at noon. Many families have left for the hills, where there is water.`;
const meta = { ...unknownMeta, published: "2024-06-12" };
const session = "Sudan and the River Front held a long session on Tuesday on the port.";

const roundsOf = (text: string, lexicon = taught) =>
  runStages({ text, meta }, lexicon).rounds.map(({ place, country, when }) => [place, country, when].join(" "));

describe("a meeting that no sentence places", () => {
  it.each([`${session} The hotel in Geneva keeps a floor for each of them.`, `At a hotel in Geneva each side has a floor. ${session}`])(
    "was in the city that its text is about: %s",
    (opening) => {
      expect(roundsOf(around(opening))).toEqual(["Geneva CH 2024-06-11"]);
      expect(roundsOf(around(opening), untaught)).toEqual(["  2024-06-11"]);
    },
  );

  it.each([
    ["where the city is where something else is told of", `${session} Shells fell from Kassala on Monday.`],
    ["where the text names none", session],
  ])("has no place %s", (_, opening) => {
    expect(roundsOf(around(opening))).toEqual(["  2024-06-11"]);
  });

  it("has none in a text that is no article", () => {
    expect(roundsOf(`At a hotel in Geneva each side has a floor. ${session}`)).toEqual(["  2024-06-11"]);
  });

  it("has its cities weighed for whoever asks, also where nothing was learned", () => {
    const heard: Placing[] = [];
    const text = around(`${session} The hotel in Geneva keeps a floor for each of them.`);
    runStages({ text, meta }, untaught, { clauses: () => {}, cue: () => {}, places: (_, places) => heard.push(...places) });
    expect(heard.map(({ place }) => place)).toEqual(["Geneva"]);
    expect(Object.fromEntries(heard[0]?.scale.signs ?? [])).toMatchObject({ "at:1 after": 1, "led:in": 1, only: 1 });
  });
});
