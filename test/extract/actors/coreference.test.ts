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
  it("are not who does it, where they stand for whom it is done to", () => {
    const { words } = castOf("Emmanuel Macron wrote. Vladimir Putin, the host, never met him.");
    expect(words("emmanuel-macron")).toEqual(["Emmanuel Macron", "him"]);
    expect(castOf("Vladimir Putin said that they like him.").words("vladimir-putin")).toContain("him");
  });
  it("reach back over what is but quoted", () => {
    const { words } = castOf("Giorgia Meloni came. “The bread is on the table.” “The soup is on the table.” “We wait for the guests.” She sighed.");
    expect(words("giorgia-meloni")).toEqual(["Giorgia Meloni", "She"]);
  });
  it("point to a person's own side, where that was told of", () =>
    expect(castOf("Albin Kurti spoke. His government refused a visit. It wants guarantees.").words("kosovo")).toContain("It"));
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
  it("point from the Government to the state that stands against the movement", () => {
    const text =
      "Talks between Colombia and the Colnar Liberation Front began. Peru hosts no one. Peru, Peru’s army and Peru’s premier look on. The government waits.";
    expect(castOf(text).words("colombia")).toContain("The government");
  });
  it("point from a word of its kind to the one body that bears it", () => {
    const { words } = castOf("The Highland People's Assembly sat on Monday. In the evening the Assembly voted. The assembly hall was cold.");
    expect(words("highland-peoples-assembly").slice(1)).toEqual(["the Assembly"]);
  });
  it("prefer a body that the text names in full to a better known one of its kind", () => {
    const { words } = castOf("The European Union looks on. The Highland People's Alliance sat on Monday. The Alliance wants a truce. The alliance waits.");
    expect(words("highland-peoples-alliance")).toContain("The Alliance");
    expect(words("european-union")).not.toContain("The Alliance");
  });
  it("know a movement by what its members are called", () => {
    expect(castOf("The Liberation Tigers of Tamil Eelam attacked. In the evening the Tigers wanted a truce.").words("ltte")).toContain("the Tigers");
  });
  it("give a bare ministry in small letters to the side named last, where it does something", () => {
    expect(castOf("Moscow refused. The foreign ministry insisted on more.").acting).toContain("russian-foreign-ministry");
    expect(castOf("Moscow refused. We met him in the foreign ministry.").acting).toEqual(["russia"]);
  });
  it("give a defence minister's army to his side", () => {
    const army = "Lebanon waits. The Lebanese army left. ";
    expect(castOf(`${army}Israeli Defense Minister Israel Katz said the army would return.`).acting).toContain("israel-defense-forces");
    expect(castOf(`${army}French envoy Jean-Yves Le Drian said the army would return.`).acting).not.toContain("french-armed-forces");
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

describe("principals", () => {
  it("pass over who mediates or hosts", () => {
    const { doc, cast } = castOf("Qatar mediated. Qatar was tired. Israel came to Doha, which Qatar likes. Hamas came. Both sides spoke.");
    expect([...(cast.beside ?? [])]).toEqual(["qatar"]);
    expect(resolveBoth(cast, doc.tokens.length)?.toSorted()).toEqual(["hamas", "israel"]);
  });
  it("are those that the words join, before those named most", () => {
    const { doc, cast } = castOf("Russia spoke. Russia waits. Egypt, said Russia, must wait. Envoys of Ethiopia and Eritrea met. Both sides were glad.");
    expect(resolveBoth(cast, doc.tokens.length)).toEqual(["ethiopia", "eritrea"]);
  });
  it("are the two persons named last where leaders are meant", () => {
    const { doc, cast } = castOf("Russia and Ukraine fight. Keir Starmer has spoken by phone with Friedrich Merz. Both leaders agreed.");
    expect(resolveBoth(cast, doc.tokens.length, true)).toEqual(["united-kingdom", "germany"]);
  });
  it("make no pair of a list or of those who are only dealt with", () => {
    expect(castOf("Russia, Ukraine and Poland met.").cast.pairs).toEqual([]);
    expect(castOf("Russia wrote to Ukraine and Poland.").cast.pairs).toEqual([]);
    expect(castOf("Ukraine would host no bases.").cast.beside?.size).toBe(0);
  });
});

describe("groups of no party", () => {
  const unnamed = (text: string): string[] => [...(castOf(text).cast.silent ?? [])];
  it.each([
    ["Muslim clerics demand a ceasefire.", "muslim-clerics"],
    ["The unions want more.", "unions"],
    ["Relatives of the hostages demand a deal.", "relatives-of-the-hostages"],
    ["A platform of organisations demanded a seat.", "platform-of-organisations"],
    ["Talks failed as mediators said the gaps had narrowed.", "mediators"],
  ])("%s", (text, id) => expect(unnamed(text)).toEqual([id]));
  it.each([
    "Talks with Muslim clerics failed.",
    "Politicians came late.",
    "Chiefs of both sides signed.",
    "Some groups came.",
    "Dissidents of the ELN demand more.",
    "Israeli generals said no.",
  ])("not: %s", (text) => expect(unnamed(text)).toEqual([]));
});

describe("a conversation", () => {
  it("knows its speaker by the surname alone, in capitals too, and by the bracket behind an office", () => {
    const text =
      "Nawaf Salam spoke to us.\n\nQ (Lake Radio): And the terms?\n\nSALAM: Nobody has hidden them from anybody at all.\n\nQ (Lake Radio): Is that all?\n\nSALAM: Yes, that is all there is to say about them.";
    expect(castOf(text).words("nawaf-salam")).toEqual(["Nawaf Salam", "SALAM", "SALAM"]);
  });
  it("names its speakers, but not the outlet that asks", () => {
    const text =
      "Interview\n\nO GLOBO: And the terms?\n\nSergey Lavrov: Nobody has hidden them from anybody at all.\n\nSky News: Is that all?\n\nSergey Lavrov: Yes, that is all there is to say about them.";
    const { cast, words } = castOf(text);
    expect(words("sergey-lavrov")).toEqual(["Sergey Lavrov", "Sergey Lavrov"]);
    expect([...cast.entities.keys()]).toEqual(["sergey-lavrov"]);
  });
});
