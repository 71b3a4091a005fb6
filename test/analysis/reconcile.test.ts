// Names against actors: scores with reasons, and what counts as a match.
import { describe, expect, it } from "vitest";
import { indexNames, matchNames } from "../../src/analysis/names.ts";
import { extend, type ReconcilableActor, reconcile } from "../../src/analysis/reconcile.ts";

const person = (id: string, name: string, aliases: string[] = [], changes: Partial<ReconcilableActor> = {}): ReconcilableActor => ({
  id,
  name,
  aliases,
  kind: "person",
  party_id: "norland",
  country: "NO",
  wikidata: null,
  ...changes,
});
const index = indexNames([
  person("anna-berg", "Anna Berg", ["A. Berg"]),
  person("anna-bergmann", "Anna Bergmann", [], { party_id: "southmark" }),
  person("olaf-dahl", "Olaf Dahl", [], { wikidata: "Q42" }),
  person("norland", "Norland", ["Kingdom of Norland"], { kind: "state" }),
]);
const ids = (query: string) => matchNames(index, query).map(({ actor }) => actor.id);

describe("a name", () => {
  it("fits whatever its case, accents and punctuation", () => {
    expect(matchNames(index, "ÁNNA berg!")[0]).toMatchObject({ actor: { id: "anna-berg" }, score: 100, exact: true });
    expect(matchNames(index, "A Berg")[0]).toMatchObject({ actor: { id: "anna-berg" }, name: "A. Berg", score: 100 });
  });
  it("fits with a slip of the pen, and not as well", () => {
    expect(matchNames(index, "Olaf Dal")[0]).toMatchObject({ actor: { id: "olaf-dahl" }, exact: false });
    expect(matchNames(index, "Olaf Dal")[0]?.score).toBeLessThan(100);
  });
  it("fits nobody without a word in it, or with words of others", () => {
    expect(ids("")).toEqual([]);
    expect(ids("?!")).toEqual([]);
    expect(ids("Zebra crossing")).toEqual([]);
  });
});

describe("a reconciliation", () => {
  it("matches an exact name that no other comes near, with the reasons of its score", () => {
    const [first] = reconcile(index, { query: "Olaf Dahl" });
    expect(first).toMatchObject({ id: "olaf-dahl", score: 100, match: true, type: [{ id: "person" }] });
    expect(first?.features).toContainEqual({ id: "name_exact", value: true });
  });
  it("matches an id and a Wikidata item", () => {
    expect(reconcile(index, { query: "Q42" })).toMatchObject([{ id: "olaf-dahl", match: true }]);
    expect(reconcile(index, { query: "anna-berg" })[0]).toMatchObject({ id: "anna-berg", match: true });
  });
  it("does not match where two come near", () => {
    const candidates = reconcile(index, { query: "Anna Bergma" });
    expect(candidates.length).toBeGreaterThan(1);
    expect(reconcile(index, { query: "Anna" }).some(({ match }) => match)).toBe(false);
  });
  it("leaves out other types, unless the type only should fit", () => {
    expect(reconcile(index, { query: "Norland", type: "person" })).toEqual([]);
    expect(reconcile(index, { query: "Norland", type: "person", type_strict: "should" })).toMatchObject([{ id: "norland", score: 80, match: false }]);
    expect(reconcile(index, { query: "Norland", type: ["person", "state"] })).toMatchObject([{ id: "norland", match: true }]);
  });
  it("lets a property decide between namesakes, and says which fitted", () => {
    const [first] = reconcile(index, { query: "Anna Berg", properties: [{ pid: "party", v: { id: "southmark" } }] });
    const bergmann = reconcile(index, { query: "Anna Berg", properties: [{ pid: "party", v: "southmark" }] }).find(({ id }) => id === "anna-bergmann");
    expect(first?.score).toBeLessThan(100);
    expect(bergmann?.features).toContainEqual({ id: "party", value: true });
  });
  it("answers no more than was asked for", () => {
    expect(reconcile(index, { query: "Anna Berg", limit: 1 })).toHaveLength(1);
  });
});

it("extends a table with properties; an id that nobody has has none", () => {
  expect(extend(index, { ids: ["anna-berg", "nobody"], properties: [{ id: "party" }, { id: "wikidata" }] })).toEqual({
    meta: [
      { id: "party", name: "Party" },
      { id: "wikidata", name: "Wikidata item" },
    ],
    rows: { "anna-berg": { party: [{ id: "norland", name: "Norland" }], wikidata: [] }, nobody: { party: [], wikidata: [] } },
  });
});
