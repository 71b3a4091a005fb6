// Unknown states and movements of several words, and what shows that a word is one.
import { describe, expect, it } from "vitest";
import { castOf } from "./cast-of.ts";

describe("names of several words behind an article", () => {
  it.each([
    ["The key lay with the government of the Orsan Islands.", "orsan-islands", "state"],
    ["The United Shires's army kept still.", "united-shires", "state"],
    ["Four deputies from the Silver Hearth walked out. The Hearth denied it.", "silver-hearth", "organisation"],
    ["The Amber Terraces wants a truce. Yet the Amber Terraces has refused to sign.", "amber-terraces", "organisation"],
    ["The Weavers' League, without which nothing passes, wants him out.", "weavers-league", "organisation"],
    ["Ada Munt of the Salt Coast Resistance came late.", "salt-coast-resistance", "organisation"],
    ["It goes by the name of Pale Brigade.", "pale-brigade", "organisation"],
    ["Idris Kodi for the Union for Peace in the Republic of Chad (UPT) sat down.", "union-for-peace-in-the-republic-of-chad", "organisation"],
  ])("%s", (text, id, kind) => expect(castOf(text).entity(id)?.kind).toBe(kind));
  it.each([
    ["They met in the Blue Salon and left by the Golden Stair."],
    ["He read it in the Evening Mail. The Evening Mail offers a puzzle."],
    ["The man from the Second Floor said nothing."],
  ])("no side: %s", (text) => expect([...castOf(text).cast.entities.values()].filter(({ kind }) => kind !== "person")).toEqual([]));
  it("are known again by their last word", () => {
    const { cast } = castOf("Four deputies from the Silver Hearth walked out. The Hearth denied it.");
    expect(cast.mentions.filter(({ actor, form }) => actor === "silver-hearth" && form === "name")).toHaveLength(2);
  });
});

describe("names of one word", () => {
  it.each([
    ["Foreign Minister Ilse Rooth of Brenmark smiled.", "brenmark", "state"],
    ["The Duchy of Ostrel sent a boat.", "ostrel", "state"],
    ["Julia Sand signed for Dovria.", "dovria", "organisation"],
    ["Belmar wants a truce. Later Belmar rejected the map.", "belmar", "organisation"],
  ])("%s", (text, id, kind) => expect(castOf(text).entity(id)?.kind).toBe(kind));
  it("a town that wants something once is no side", () => expect(castOf("Belmar wants a truce.").entity("belmar")).toBeUndefined());
  it("who speaks for a body is of it", () => {
    expect(castOf("Ada Munt of the Salt Coast Resistance came late.").entity("ada-munt")?.party).toBe("salt-coast-resistance");
    expect(castOf("The group is led by a former pearl diver, Kaleb Onu.").entity("kaleb-onu")?.kind).toBe("person");
  });
});
