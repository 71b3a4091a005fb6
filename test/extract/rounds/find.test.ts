// What becomes a round and what does not, on invented reports about many conflicts.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { findCast } from "../../../src/extract/actors/cast.ts";
import { compileCast } from "../../../src/extract/actors/compile.ts";
import { compileLayout } from "../../../src/extract/blocks.ts";
import { findDates } from "../../../src/extract/dates/find.ts";
import { compileDates } from "../../../src/extract/dates/words.ts";
import { read } from "../../../src/extract/read.ts";
import { findRounds } from "../../../src/extract/rounds/find.ts";
import type { RoundFinding } from "../../../src/extract/rounds/types.ts";
import { compileRounds } from "../../../src/extract/rounds/words.ts";

const codebook = loadCodebook();
const layout = compileLayout(codebook.layout);
const cast = compileCast(codebook);
const dates = compileDates(codebook.dates);
const rounds = compileRounds(codebook);

/** Words that speak neither for a round nor against it. */
const undecided = -1;

function roundsOf(text: string, anchor: string | null = null): RoundFinding[] {
  const doc = read(text, layout);
  const people = findCast(doc, anchor, cast);
  return findRounds(doc, people, [], findDates(doc, anchor, dates), anchor, rounds, dates, {
    weight: null,
    issuesIn: () => [],
    oddsIn: () => undecided,
    scene: { bias: 0, weights: new Map() },
    placing: { bias: 0, weights: new Map() },
  });
}
const brief = ({ kind, status, place, when }: RoundFinding) => [kind, status, place, when].join(" ");
const parties = (round: RoundFinding | undefined) => [...new Set(round?.participants.map(({ party, actor }) => party ?? actor))].sort();

describe("a round", () => {
  it.each([
    [
      "US envoy Tom Barrack visited Syrian President Ahmed al-Sharaa in Damascus on Tuesday to discuss the ceasefire.",
      "2025-07-30",
      ["visit held Damascus 2025-07-29"],
    ],
    [
      "The Sudanese army and the Rapid Support Forces opened talks in Jeddah on 6 May. A ceasefire is the aim.",
      "2023-05-08",
      ["talks ongoing Jeddah 2023-05-06/2023-05-08"],
    ],
    [
      "Emmanuel Macron said on Thursday that he had talked by phone with Benjamin Netanyahu on March 3 about a truce in Gaza.",
      "2024-03-07",
      ["call held  2024-03-03"],
    ],
    [
      "Colombia's chief negotiator Humberto de la Calle spent six hours with Iván Márquez of the FARC in Havana last Thursday. The war goes on.",
      "2014-11-20",
      ["talks held Havana 2014-11-13"],
    ],
    [
      "Kim Jong Un and Donald Trump met at Panmunjom on 30 June 2019. The war between the Koreas has no peace treaty.",
      "2020-06-12",
      ["summit held Panmunjom 2019-06-30"],
    ],
    [
      "In Stockholm in December 2018 the Houthis and the government of Yemen agreed on a truce for Hodeidah. The war goes on.",
      "2019-05-01",
      ["talks held Stockholm 2018-12"],
    ],
  ])("is told by: %s", (text, anchor, expected) => {
    expect(roundsOf(text, anchor).map(brief)).toEqual(expected);
  });

  it.each(["3 May 2031", "GENEVA, 3 May 2031", "By Ida Holm\n3 May 2031"])("takes no day from the line above the article: %s", (line) => {
    const text = `The long war\n\n${line}\n\nTalks between Russia and Ukraine were held in Geneva on 1 May. The war goes on.`;
    expect(roundsOf(text, "2031-05-03").map(brief)).toEqual(["talks held Geneva 2031-05-01"]);
  });
  it("takes in the mediators and the lists of delegations that follow it", () => {
    const [round] = roundsOf(
      "Ethiopian and Tigrayan negotiators met in Pretoria from October 25 to November 2, 2022. Redwan Hussein headed the federal delegation and Getachew Reda the Tigrayan one. Olusegun Obasanjo and Uhuru Kenyatta mediated.",
      "2022-11-03",
    );
    expect(round?.when).toBe("2022-10-25/2022-11-02");
    expect(round?.participants.filter(({ role }) => role === "mediator").map(({ actor }) => actor)).toEqual(["olusegun-obasanjo", "uhuru-kenyatta"]);
    expect(parties(round)).toEqual(expect.arrayContaining(["ethiopia", "tplf"]));
  });

  it("is one however often the text comes back to it", () => {
    const found = roundsOf(
      "Israel and Hamas held indirect talks in Cairo on Sunday. The talks lasted six hours. After the meeting in Cairo both sides were silent. On Sunday the ceasefire had been in force for a week.",
      "2024-04-08",
    );
    expect(found.map(({ place, when }) => [place, when])).toEqual([["Cairo", "2024-04-07"]]);
    expect(found[0]?.evidence.length).toBeGreaterThan(1);
  });

  it("keeps two rounds at two places apart", () => {
    const found = roundsOf(
      "Abbas Araghchi met US envoy Steve Witkoff in Muscat on April 12, 2025. On April 19, 2025 Araghchi and Witkoff met in Rome. Sanctions and war were on the table.",
    );
    expect(found.map(({ place, when }) => [place, when])).toEqual([
      ["Muscat", "2025-04-12"],
      ["Rome", "2025-04-19"],
    ]);
  });

  it("is planned where the article looks ahead, and cancelled where it is off", () => {
    expect(roundsOf("The peace talks between Israel and Hamas will restart in Oslo on 23 November. The war goes on.", "2023-11-14").map(brief)).toEqual([
      "talks planned Oslo 2023-11-23",
    ]);
    const off = "The summit that Ilham Aliyev and Nikol Pashinyan were to hold in Reykjavik in June has been called off. War is not excluded.";
    expect(roundsOf(off, "2024-05-20").map(({ kind, status }) => `${kind} ${status}`)).toEqual(["summit cancelled"]);
  });
});

describe("no round", () => {
  it.each([
    ["a match", "Real Madrid met Liverpool in Paris on Saturday. The match ended in peace.", "2022-05-30"],
    ["a press conference", "The government held a press conference in Khartoum on Tuesday; the war has killed thousands of troops.", "2023-04-18"],
    ["a wish", "Pakistan's prime minister wants to meet Narendra Modi in Dubai in March. The conflict over Kashmir and the fighting go on.", "2019-03-01"],
    ["a refusal", "India refused to hold talks with Pakistan in Islamabad on Monday. The conflict and the fighting go on.", "2019-03-01"],
    ["a condition", "If talks between Israel and Hamas resume in Cairo on Sunday, the ceasefire may hold. The war goes on.", "2024-04-04"],
    ["a denial", "No meeting of Israel and Hamas is planned in Doha in May. The war goes on and the hostages wait.", "2024-04-04"],
    ["the negotiations in general", "The negotiations between Israel and Hamas are stuck. Peace is far, and the war goes on.", "2024-04-04"],
    ["a statement at home", "Vladimir Putin said in Moscow on Monday that the war would go on. Peace was not near.", "2024-04-04"],
    [
      "wage talks",
      "The wage talks between the union and Germany broke down in Berlin on Monday. A peace of sorts is over, the war of words begins.",
      "2024-04-04",
    ],
    ["a figure of speech", "The plan of the United States met with resistance in Kyiv on Monday. The war goes on, peace is far.", "2024-04-04"],
  ])("is made of %s", (_, text, anchor) => {
    expect(roundsOf(text, anchor).map(brief)).toEqual([]);
  });
});

describe("who takes part", () => {
  it.each([
    ["each side of a coordination", "Envoys of Kinshasa and the M23 met in Doha on 9 April 2025. A truce is the aim.", ["dr-congo", "m23"]],
    ["both adjectives before one noun", "Ethiopian and Eritrean commanders met in Asmara on 9 April 2019. The war is over.", ["eritrea", "ethiopia"]],
    ["the ministers of two states", "The foreign ministers of Armenia and Azerbaijan met in Almaty on 10 May 2024.", ["armenia", "azerbaijan"]],
    [
      "the government that fights the group beside it",
      "Government and ELN negotiators met in Caracas on 4 May 2023.",
      ["colombia", "national-liberation-army"],
    ],
    [
      "the subjects of a verb beside the talks",
      "After two hours of indirect negotiations Abbas Araghchi and Steve Witkoff parted in Muscat on 12 April 2025. No truce came of it.",
      ["iran", "united-states"],
    ],
    [
      "the parties of the round before, where they meet again",
      "The Houthis and Saudi Arabia held talks in Sanaa on 9 April 2023. They will meet again on 21 May 2023. A truce holds.",
      ["houthis", "saudi-arabia"],
    ],
  ])("is %s", (_what, text, expected) => {
    expect(parties(roundsOf(text, "2026-01-01").at(-1))).toEqual(expected);
  });

  it("is not the host where two others meet", () => {
    const [round] = roundsOf("Negotiators of Manila and the MILF met in Oslo on 4 May 2011 as guests of Norway. The war goes on.", "2011-06-01");
    expect(round?.kind).toBe("talks");
    expect(round?.participants.find(({ party }) => party === "norway")?.role).toBe("host");
  });
});

describe("a scene without a word for talks", () => {
  it.each([
    [
      "two parties who do one thing in a city on a day",
      "Joseph Kabila and Paul Kagame smiled for the cameras in Luanda on 8 March 2009. The rebels were furious.",
      1,
    ],
    ["one who is in a city with another", "Tony Blair was in Belfast with Gerry Adams on 8 April 1998. Peace seemed near.", 1],
    ["two parties who fight there", "Joseph Kabila and Paul Kagame clashed over Bukavu in Luanda in 2009. The rebels were furious.", 0],
    ["two armies that fight", "Ukrainian and Russian soldiers clashed in Pokrovsk on 4 June 2025. The front moved.", 0],
    ["one who speaks of another from afar", "Paul Kagame said in Kigali on 8 March 2009 that Joseph Kabila wanted peace and a truce.", 0],
  ])("is a round or none: %s", (_what, text, count) => {
    expect(roundsOf(text, "2026-01-01")).toHaveLength(count);
  });
});

describe("what a text is about", () => {
  it.each([
    ["football", "The federations of Ghana and Togo met in Accra on 4 May 2025 to plan the youth cup."],
    ["tariffs", "Chinese and American negotiators met in Geneva on 10 May 2025 over tariffs on steel."],
    ["the council of one organisation", "The UN Security Council met in New York on 4 May 2025 to hear of the war in Sudan and the fighting in Darfur."],
    ["a court", "A court in Kinshasa opened its session on 4 May 2025 against officers who had fled from the M23. The fighting goes on."],
  ])("keeps %s from making rounds", (_what, text) => {
    expect(roundsOf(text, "2025-06-01")).toEqual([]);
  });

  it("needs no word of war where two parties whose negotiators are known meet", () => {
    expect(roundsOf("Nikol Pashinyan and Ilham Aliyev met in Abu Dhabi on 10 July 2025.", "2025-08-01").map(brief)).toEqual([
      "summit held Abu Dhabi 2025-07-10",
    ]);
  });
});

describe("the standing of a round", () => {
  it.each([
    ["a plan whose day has passed", "Kinshasa and the M23 were to meet in Doha on 9 April 2025. The fighting goes on.", ["talks unclear Doha 2025-04-09"]],
    [
      "a second day",
      "Peace talks between Colombia and the ELN entered their second day in Quito on 8 February 2017.",
      ["talks ongoing Quito 2017-02-07/2017-02-08"],
    ],
    [
      "a repetition on another day",
      "Russia and Ukraine held talks in Istanbul on 16 May 2025 and again on 2 June 2025.",
      ["talks held Istanbul 2025-05-16", "talks held Istanbul 2025-06-02"],
    ],
  ])("is told of %s", (what, text, expected) => {
    expect(roundsOf(text, what === "a second day" ? "2017-02-08" : "2025-06-20").map(brief)).toEqual(expected);
  });
});
