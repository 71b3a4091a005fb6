// Groups without a name: officials, leaders, delegations, and whose they are.
import { describe, expect, it } from "vitest";
import { castOf, codebook } from "./cast-of.ts";

describe("the codebook's group nouns", () => {
  it.each(codebook.groups.nouns.map((noun) => [noun.id, noun.example, noun.expect] as const))("%s: %s", (_id, example, actor) =>
    expect(castOf(example).acting).toContain(actor),
  );
  it.each(codebook.groups.nouns.map((noun) => [noun.id, noun.not] as const))("%s, not: %s", (_id, text) => {
    const { mentions, silent } = castOf(text).cast;
    expect(mentions.filter((m) => m.form === "group" && m.acts && !silent?.has(m.actor))).toEqual([]);
  });
});

describe("groups", () => {
  it("bear the party's id and act for it", () => {
    const { entity } = castOf("Senior Qatari officials denied it.");
    expect(entity("qatar-officials")).toMatchObject({ kind: "group", party: "qatar", provisional: true, gender: "they" });
  });
  it("are two where two adjectives share the noun", () => {
    expect(castOf("American and Egyptian negotiators met.").acting).toEqual(expect.arrayContaining(["united-states-delegation", "egypt-delegation"]));
  });
  it("are told by the capital they sit in", () => expect(castOf("Officials in Kyiv said the list was long.").acting).toContain("ukraine-officials"));
  it("are guests in the capital where they negotiate", () =>
    expect(castOf("Negotiators in Doha said the list was long.").acting).not.toContain("qatar-delegation"));
  it.each([
    ["Ukraine wants Russian troops out of the south.", true],
    ["The Russian army said it had left the town.", false],
    ["The Sudanese Armed Forces stayed away, and the Sudanese army shelled the town.", false],
  ])("an army that is only talked about is silent: %s", (text, silent) => expect((castOf(text).cast.silent?.size ?? 0) > 0).toBe(silent));
  it("stand behind 'of' and 'from'", () => expect(castOf("Negotiators from Hamas left the room.").acting).toContain("hamas-delegation"));
  it("are the party itself for its side, government and people around a person", () => {
    expect(castOf("The Ukrainian side waits.").acting).toEqual(["ukraine"]);
    expect(castOf("Ron Dermer's people refused.").acting).toEqual(["israel", "ron-dermer"]);
  });
  it("are an institution's where the noun is one", () => {
    expect(castOf("The Egyptian foreign ministry denied it.").entity("egypt-foreign-ministry")).toMatchObject({ kind: "organisation", party: "egypt" });
    expect(castOf("Russia's Foreign Ministry denied it.").acting).toContain("russian-foreign-ministry");
  });
  it("are no actors without a party", () => expect(castOf("Officials, the delegation and some leaders met in a hall.").acting).toEqual([]));
  it("are no groups where the noun is a title", () => {
    expect(castOf("US Army Secretary Dan Driscoll brought it.").acting).toEqual(expect.not.arrayContaining(["united-states-military"]));
    expect(castOf("Ukrainian negotiator Rustem Umerov left.").acting).not.toContain("ukraine-delegation");
  });
  it("need to do something where they are named in passing", () => {
    expect(castOf("The plan would keep Ukrainian troops out.").acting).not.toContain("armed-forces-of-ukraine");
    expect(castOf("Soldiers from NATO countries are out of the question.").acting).toEqual(["nato"]);
  });
});
