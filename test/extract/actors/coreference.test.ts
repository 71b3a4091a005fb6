// Which actor a short name, a role or a pronoun stands for.
import { describe, expect, it } from "vitest";
import { resolveBoth } from "../../../src/extract/actors/both.ts";
import { castOf } from "./cast-of.ts";

describe("pronouns", () => {
  it("point to the subject", () =>
    expect(castOf("Marco Rubio met Sergey Lavrov in Riyadh. He called it useful.").words("marco-rubio")).toEqual(["Marco Rubio", "He"]));
  it("keep to the gender", () => {
    const { words } = castOf("Emmanuel Macron met Giorgia Meloni. She was doubtful.");
    expect(words("giorgia-meloni")).toEqual(["Giorgia Meloni", "She"]);
  });
  it("point from it and its to states and organisations", () => {
    expect(castOf("Hamas has not answered. It wants its prisoners first.").words("hamas")).toEqual(["Hamas", "It", "its"]);
  });
  it("point from they to a group", () =>
    expect(castOf("Egyptian officials came. They left.").words("egypt-officials")).toEqual(["Egyptian officials", "They"]));
  it("stay open where nobody fits", () => expect(castOf("The weather was bad. He said so.").cast.mentions).toEqual([]));
  it("stay open where it stands for nothing", () => expect(castOf("Hamas waits. It is clear that nothing moves.").words("hamas")).toEqual(["Hamas"]));
  it("do not leave a quotation for whom it is about", () => {
    expect(castOf("Vladimir Putin waits. “He said so”, Emmanuel Macron remarked.").words("vladimir-putin")).toEqual(["Vladimir Putin"]);
  });
});

describe("anaphoric nouns", () => {
  it("point to the armed group of the text", () => {
    const { words } = castOf("The ELN came. In December the guerrilla promised more. The movement kept silent.");
    expect(words("national-liberation-army")).toEqual(["The ELN", "the guerrilla", "The movement"]);
  });
  it("point from the Government to the text's one state", () => {
    expect(castOf("Colombia waits. Bogotá wants more. The Government hopes.").words("colombia")).toContain("The Government");
    expect(castOf("Colombia and Peru wait. The Government hopes.").cast.mentions.filter((m) => m.form === "description")).toEqual([]);
  });
  it("give a bare ministry to the side named last", () => {
    expect(castOf("Kremlin spokesman Dmitry Peskov spoke. The Foreign Ministry insisted on more.").acting).toContain("russian-foreign-ministry");
  });
  it("do not take another noun's first half", () =>
    expect(castOf("The ELN came. The group photo was taken.").words("national-liberation-army")).toEqual(["The ELN"]));
});

describe("both sides", () => {
  it("are the two parties that act before the words", () => {
    const { doc, cast } = castOf("Hamas refused and Israel insisted. Both sides blame the mediators.");
    const at = doc.tokens.findIndex((token) => token.text === "Both");
    expect(resolveBoth(cast, at)?.toSorted()).toEqual(["hamas", "israel"]);
  });
  it("are nobody where three parties are alike", () => {
    const { doc, cast } = castOf("Egypt, Qatar and Turkey agreed. Both sides were glad.");
    expect(resolveBoth(cast, doc.tokens.length)).toBeNull();
  });
});

describe("a conversation", () => {
  it("names its speakers, but not the outlet that asks", () => {
    const text =
      "Interview\n\nO GLOBO: And the terms?\n\nSergey Lavrov: Nobody has hidden them from anybody at all.\n\nSky News: Is that all?\n\nSergey Lavrov: Yes, that is all there is to say about them.";
    const { cast, words } = castOf(text);
    expect(words("sergey-lavrov")).toEqual(["Sergey Lavrov", "Sergey Lavrov"]);
    expect([...cast.entities.keys()]).toEqual(["sergey-lavrov"]);
  });
});
