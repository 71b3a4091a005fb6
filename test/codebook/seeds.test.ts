// What the bundled data must hold for any codebook folder to work with it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compiledValue, rememberValue } from "../../src/codebook/compiled.ts";
import { loadCodebook } from "../../src/codebook/load.ts";
import { Venues } from "../../src/domain/codebook/places.ts";

const codebook = loadCodebook();
const { actors } = codebook.actors;
const byId = new Map(actors.map((actor) => [actor.id, actor]));

describe("the actors", () => {
  it("include a party for everyone who acts for one", () => {
    for (const actor of actors) if (actor.party !== null) expect(byId.has(actor.party), `${actor.id}: ${actor.party}`).toBe(true);
  });

  it("never hold the form that others share as an alias", () => {
    for (const actor of actors) {
      if (actor.ambiguous_form !== null) expect(actor.aliases, actor.id).not.toContain(actor.ambiguous_form);
    }
  });

  it("mark as places only names that they bear", () => {
    for (const actor of actors) for (const form of actor.also_place) expect([actor.name, ...actor.aliases], actor.id).toContain(form);
  });

  it("name nobody by a single lower-case word", () => {
    for (const actor of actors) for (const form of [actor.name, ...actor.aliases]) expect(form, actor.id).not.toMatch(/^\p{Ll}+$/u);
  });

  it("give each form to one actor alone over all layers", () => {
    const holders = new Map<string, string>();
    for (const actor of actors.filter((each) => !each.ambiguous)) {
      for (const form of new Set([actor.name, ...actor.aliases])) {
        expect(holders.get(form), `${form}: ${actor.id}`).toBeUndefined();
        holders.set(form, actor.id);
      }
    }
  });
});

describe("the venues", () => {
  it("are named once each, over names and aliases", () => {
    const names = codebook.places.venues.flatMap((venue) => [venue.name, ...venue.aliases]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("lie on the globe in a country", () => {
    for (const venue of codebook.places.venues) {
      expect(venue.country, venue.name).toMatch(/^[A-Z]{2}$/);
      expect(venue.latitude, venue.name).not.toBeNull();
      expect(venue.longitude, venue.name).not.toBeNull();
    }
  });

  it("lie near the cities of the same country that they stand in", () => {
    for (const venue of codebook.places.venues) {
      const city = codebook.places.cities.find((each) => each.name === venue.place && each.country === venue.country);
      if (city === undefined || venue.latitude === null || venue.longitude === null) continue;
      expect(Math.abs(city.latitude - venue.latitude), venue.name).toBeLessThan(1.5);
      expect(Math.abs(city.longitude - venue.longitude), venue.name).toBeLessThan(1.5);
    }
  });
});

describe("the known rounds", () => {
  it("have the format of the parties and mediators that they count", () => {
    for (const { id, format, parties, mediators } of codebook.rounds.rounds) {
      const seated = new Set([...parties, ...mediators]).size;
      if (format === "bilateral") expect(seated, id).toBe(2);
      if (format === "trilateral") expect(seated, id).toBe(3);
      if (format === "multilateral") expect(seated, id).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("values kept from an earlier reading", () => {
  const text = readFileSync(fileURLToPath(new URL("../../seeds/codebook/venues.yaml", import.meta.url)), "utf8");

  it("are what the schema makes of the text", () => {
    expect(compiledValue("venues", text)).toEqual(Venues.parse(parse(text)));
  });

  it("are not used for a text that differs by a character, nor for the same text in another file", () => {
    rememberValue("venues", "venues: []\n", { venues: [] });
    expect(compiledValue("venues", "venues: [] \n")).toBeUndefined();
    expect(compiledValue("world", "venues: []\n")).toBeUndefined();
  });
});
