// How long a meeting went on, and how often it was held, by the words of one sentence. Read on Wednesday, 12 June 2024.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { unknownMeta } from "../../../src/domain/articles.ts";
import { extract } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";

const lexicon = prepare(loadCodebook());

function roundsOf(text: string): string[] {
  const { rounds } = extract({ text, meta: { ...unknownMeta, published: "2024-06-12" } }, lexicon);
  return rounds.map(({ status, place, when }) => [status, place, when].join(" "));
}

describe("a meeting lasts", () => {
  it.each([
    ["For the third day running, envoys of Sudan and the River Front met in Geneva on Tuesday.", "held Geneva 2024-06-09/2024-06-11"],
    ["Envoys of Sudan and the River Front met in Geneva for three days and parted on Friday.", "held Geneva 2024-06-05/2024-06-07"],
    ["After 5 days of talks in Geneva, Sudan and the River Front signed a truce on 7 June.", "held Geneva 2024-06-03/2024-06-07"],
    ["Envoys of the River Front came to Geneva on Monday for three days of talks with Sudan.", "held Geneva 2024-06-10/2024-06-12"],
    ["Envoys of Sudan and the River Front are meeting in Geneva for a second day.", "ongoing Geneva 2024-06-11/2024-06-12"],
    ["Envoys of Sudan and the River Front met again in Geneva from 3 to 6 June.", "held Geneva 2024-06-03/2024-06-06"],
    ["Sudan and the River Front met in Geneva in four days beginning June 3.", "held Geneva 2024-06-03/2024-06-06"],
    ["The talks between Sudan and the River Front, now in their eleventh day, are held in Geneva.", "held Geneva 2024-06-02/2024-06-12"],
  ])("as many days as are told: %s", (text, round) => {
    expect(roundsOf(text)).toEqual([round]);
  });

  it.each([
    ["Sudan and the River Front met in Geneva on 7 June and agreed to halt fire for ten days.", "held Geneva 2024-06-07"],
    ["Sudan and the River Front met in Geneva on 7 June and agreed to halt fire in four days beginning June 10.", "held Geneva 2024-06-07"],
    ["Sudan and the River Front met in Geneva on 7 June, two days after the battle.", "held Geneva 2024-06-07"],
    ["Sudan and the River Front met in Geneva on 7 June, on the fifth day of the battle.", "held Geneva 2024-06-07"],
  ])("a day where other days are counted: %s", (text, round) => {
    expect(roundsOf(text)).toEqual([round]);
  });

  it.each([
    ["The session between Sudan and the River Front opened in Geneva on 29 May.", "ongoing Geneva 2024-05-29/2024-06-12"],
    ["The session between Sudan and the River Front opened in Geneva on 3 June and is to close on Friday.", "ongoing Geneva 2024-06-03/2024-06-14"],
    ["The session between Sudan and the River Front opened in Geneva on 29 May and ended without a paper.", "held Geneva 2024-05-29/2024-06-12"],
    ["Negotiations between Sudan and the River Front began in Geneva on 3 June and were broken off after two days.", "held Geneva 2024-06-03/2024-06-04"],
  ])("from the day on which it began: %s", (text, round) => {
    expect(roundsOf(text)).toEqual([round]);
  });

  it("a day where it is the war that began", () => {
    expect(roundsOf("The war between Sudan and the River Front began on 29 May, and talks were held in Geneva on Tuesday.")).toEqual([
      "held Geneva 2024-06-11",
    ]);
  });
});

describe("a meeting put off", () => {
  it.each([
    ["Talks between Sudan and the River Front scheduled for Monday in Geneva have been postponed until Friday.", "planned Geneva 2024-06-14"],
    ["Talks between Sudan and the River Front scheduled for Friday in Geneva have been postponed.", "cancelled Geneva 2024-06-14"],
  ])("is on the day that is told anew: %s", (text, round) => {
    expect(roundsOf(text)).toEqual([round]);
  });
});

describe("a sentence lists meetings", () => {
  it.each([
    ["Sudan and the River Front had two earlier meetings, in Geneva in March and in Vienna in May.", ["held Geneva 2024-03", "held Vienna 2024-05"]],
    ["Sudan and the River Front met in Geneva in March and in May.", ["held Geneva 2024-03", "held Geneva 2024-05"]],
    [
      "Sudan and the River Front have had four rounds, on 12 April and 2 May in Muscat and on 19 May in Rome.",
      ["held Muscat 2024-04-12", "held Muscat 2024-05-02", "held Rome 2024-05-19"],
    ],
    ["Sudan and the River Front met in Geneva on Tuesday for the first time since Vienna in October 2023.", ["held Geneva 2024-06-11", "held Vienna 2023-10"]],
  ])("by city and day: %s", (text, rounds) => {
    expect(roundsOf(text)).toEqual(rounds);
  });

  it("of one meeting where the days touch", () => {
    expect(roundsOf("Sudan and the River Front met in Geneva on Monday and Tuesday.")).toEqual(["held Geneva 2024-06-10/2024-06-11"]);
  });
});
