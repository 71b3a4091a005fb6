// Readings of one name: its place, its people, its government.
import { describe, expect, it } from "vitest";
import { castOf } from "./cast-of.ts";

describe("a capital that acts", () => {
  it.each([
    ["Moscow rejected the draft.", "russia"],
    ["Moscow's demand has not changed.", "russia"],
    ["The envoys accused Kyiv of delay.", "ukraine"],
    ["The contact between Ankara and Cairo never broke off.", "egypt"],
    ["The answer from Tehran came late.", "iran"],
    ["An appeal to Khartoum was left without an answer.", "sudan"],
    ["Riyadh, for its part, has not signed.", "saudi-arabia"],
    ["It was said in Moscow and Kyiv that London, Paris and Berlin agree.", "france"],
    ["The White House declined to comment.", "united-states"],
    ["For Kyiv the order is the reverse.", "ukraine"],
  ])("%s", (text, actor) => expect(castOf(text).acting).toContain(actor));
});

describe("a capital or state that is a place", () => {
  it.each([
    ["Talks in Berlin ended without a text.", "germany"],
    ["Three days of talks in Riyadh closed on Tuesday.", "saudi-arabia"],
    ["The delegation flew to Doha.", "qatar"],
    ["He arrived in Cairo from Paris on Monday.", "france"],
    ["She visited Ankara twice.", "turkiye"],
    ["The Minsk region was quiet.", "belarus"],
    ["MOSCOW, February 6. The envoys met.", "russia"],
    ["They met in Jeddah, Saudi Arabia, on Tuesday.", "saudi-arabia"],
    ["The Paris meeting was short.", "france"],
    ["The streets of Kyiv were dark.", "ukraine"],
    ["Shells fell in eastern Ukraine.", "ukraine"],
    ["The war in Sudan goes on.", "sudan"],
  ])("%s", (text, actor) => expect(castOf(text).acting).not.toContain(actor));
});

describe("adjectives", () => {
  it("act where they say whose side it is", () => {
    expect(castOf("The Turkish proposal lay on the table.").acting).toEqual(["turkiye"]);
    expect(castOf("The French want more.").acting).toEqual(["france"]);
    expect(castOf("The Russians left first.").acting).toEqual(["russia"]);
  });
  it("act nowhere else", () => expect(castOf("The Russian language, Ukrainian soil and European winters were discussed.").acting).toEqual([]));
});
