// Countries, cities and venues as the packages and the codebook give them, and states as actors.
import { describe, expect, it } from "vitest";
import { mergeActors } from "../../src/codebook/actors.ts";
import { loadGazetteer } from "../../src/codebook/places.ts";
import { statesAsActors } from "../../src/codebook/states.ts";
import { KnownActor } from "../../src/domain/codebook/actors.ts";

const places = loadGazetteer([]);
const states = statesAsActors(places.countries, []);
const actor = (fields: object) => KnownActor.parse(fields);

describe("the gazetteer", () => {
  it("knows a city with its country and a point on the globe", () => {
    const geneva = places.cities.find((city) => city.name === "Geneva" && city.country === "CH");
    expect(geneva?.latitude).toBeCloseTo(46.2, 1);
    expect(geneva?.population).toBeGreaterThan(100_000);
  });

  it("gives every city an ISO country code, also where the package has none", () => {
    for (const city of places.cities) expect(city.country).toMatch(/^[A-Z]{2}$/);
    expect(places.cities.find((city) => city.name === "Prizren")?.country).toBe("XK");
  });

  it("leaves out places too small to be told from other words", () => {
    expect(places.cities.every((city) => city.population >= 1000)).toBe(true);
  });

  it("takes the venues as they are given", () => {
    const venue = { name: "The Old Mill", aliases: [], place: null, seat: false, dateline: false, country: "CH", latitude: null, longitude: null };
    expect(loadGazetteer([venue]).venues).toEqual([venue]);
  });

  it("keeps older English names of countries and drops foreign ones, codes and adjectives", () => {
    const aliases = (code: string) => places.countries.find((country) => country.code === code)?.aliases ?? [];
    expect(aliases("MM")).toContain("Burma");
    expect(aliases("IS")).not.toContain("Island");
    expect(aliases("TH")).not.toContain("Thai");
    for (const country of places.countries) for (const alias of country.aliases) expect(alias).toMatch(/^[^,]{3,}$/);
  });
});

describe("states as actors", () => {
  it("have the slug of their common name as id", () => {
    const ids = states.map((state) => state.id);
    expect(ids).toEqual(expect.arrayContaining(["united-states", "turkiye", "united-kingdom", "south-korea", "ivory-coast", "timor-leste"]));
  });

  it("are named by their capital, which is as often a place", () => {
    expect(states.find((state) => state.id === "kenya")).toMatchObject({
      aliases: expect.arrayContaining(["Nairobi"]),
      also_place: ["Nairobi"],
      adjectives: ["Kenyan"],
    });
  });

  it("do not hold a name or an adjective that two states share", () => {
    for (const id of ["dominica", "dominican-republic"]) expect(states.find((state) => state.id === id)?.adjectives).toEqual([]);
    const forms = states.flatMap((state) => [state.name, ...state.aliases]);
    expect(new Set(forms).size).toBe(forms.length);
  });

  it("give way to a state of the codebook by id or by country code", () => {
    const known = [actor({ id: "kenya", name: "Kenya", kind: "state" }), actor({ id: "holy-see", name: "Holy See", kind: "state", country: "VA" })];
    const ids = statesAsActors(places.countries, known).map((state) => state.id);
    expect(ids).not.toContain("kenya");
    expect(ids).not.toContain("vatican-city");
  });

  it("do not give way to an organisation or a person of the same country", () => {
    const known = [actor({ id: "a-party", name: "A Party", kind: "organisation", country: "KE" })];
    expect(statesAsActors(places.countries, known).map((state) => state.id)).toContain("kenya");
  });

  it("are valid entries of a codebook", () => {
    for (const state of states) expect(KnownActor.parse(state)).toEqual(state);
  });
});

describe("joining layers of actors", () => {
  const ann = actor({ id: "ann-lee", name: "Ann Lee", kind: "person", aliases: ["Lee"] });

  it("keeps the entry of the earlier layer whole", () => {
    const merged = mergeActors([ann], [actor({ id: "ann-lee", name: "A. Lee", kind: "person", note: "other" })]);
    expect(merged).toEqual([ann]);
  });

  it("takes a surname from a later namesake and leaves it resolvable after the full name", () => {
    const [, bo] = mergeActors([ann], [actor({ id: "bo-lee", name: "Bo Lee", kind: "person", aliases: ["Lee", "B. Lee"] })]);
    expect(bo).toMatchObject({ aliases: ["B. Lee"], ambiguous: true, ambiguous_form: "Lee" });
  });

  it("takes a form that an earlier layer marks as ambiguous", () => {
    const cy = actor({ id: "cy-lee", name: "Cy Lee", kind: "person", ambiguous: true, ambiguous_form: "Lee" });
    const [, later] = mergeActors([cy], [ann]);
    expect(later).toMatchObject({ aliases: [], ambiguous_form: "Lee" });
  });

  it("does not make an organisation that loses a short form ambiguous", () => {
    const [, union] = mergeActors(
      [actor({ id: "u", name: "Upland", kind: "state", aliases: ["UL"] })],
      [actor({ id: "ul", name: "Union League", kind: "organisation", aliases: ["UL"] })],
    );
    expect(union).toMatchObject({ aliases: [], ambiguous: false });
  });

  it("leaves actors of one layer as they are", () => {
    const bo = actor({ id: "bo-lee", name: "Bo Lee", kind: "person", aliases: ["Lee"], ambiguous: true });
    expect(mergeActors([ann, bo])).toEqual([ann, bo]);
  });
});
