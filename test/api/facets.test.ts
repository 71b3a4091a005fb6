// Facets and explanations: what a list says of itself.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nearestValues } from "../../src/api/explain.ts";
import type { App } from "../../src/api/types.ts";
import { resources } from "../../src/domain/resources/registry.ts";
import { facetNames } from "../../src/domain/resources/resource.ts";
import type { Store } from "../../src/store/open.ts";
import { filledStore, get, type Json, statementsOf, strictApp } from "./fixture.ts";

let store: Store;
let app: App;
beforeAll(async () => {
  store = await filledStore();
  app = await strictApp(store);
});
afterAll(async () => {
  await app.close();
  await store.close();
});

const body = async (url: string): Promise<Json> => (await get(app, url)).body;
const total = async (url: string): Promise<number> => (await body(`${url}&limit=1`)).page.total;

describe("a facet", () => {
  it("of any resource counts every row once, unknown values included", async () => {
    for (const resource of Object.values(resources)) {
      const names = facetNames(resource);
      if (names.length === 0) continue;
      const { facets, page } = await body(`/v1/${resource.name}?limit=1&facets=${names}`);
      expect(Object.keys(facets).sort()).toEqual([...names].sort());
      for (const name of names) expect([name, facets[name].values.reduce((sum: number, { count }: Json) => sum + count, 0)]).toEqual([name, page.total]);
    }
  });

  it("counts what its filter would find, under the other filters and not its own", async () => {
    const { facets } = await body("/v1/positions?facets=stance,source,topic,hedged&stance=for&from=2025-03&q=truce");
    expect(facets.stance.values.length).toBeGreaterThan(1);
    for (const [name, { values }] of Object.entries<Json>(facets)) {
      for (const { value, count } of values) {
        const others = name === "stance" ? "" : "&stance=for";
        expect([name, value, count]).toEqual([name, value, await total(`/v1/positions?${name}=${value}&from=2025-03&q=truce${others}`)]);
      }
    }
  });

  it("is ordered by count and names its ids", async () => {
    const { values, more } = (await body("/v1/positions?facets=actor&limit=1")).facets.actor;
    expect(values.map(({ count }: Json) => count)).toEqual(values.map(({ count }: Json) => count).sort((a: number, b: number) => b - a));
    expect(values.find(({ value }: Json) => value === "norland").label).toBe("Norland");
    expect(more).toBe(0);
  });

  it("that no field offers is refused", async () => {
    const { status, body } = await get(app, "/v1/positions?facets=confidence,stnce");
    expect([status, body.errors.map(({ parameter }: Json) => parameter)]).toEqual([400, ["facets", "facets"]]);
    expect(body.errors[1].did_you_mean).toBe("stance");
  });

  it("costs one statement, however many there are, and none where the same rows were counted before", async () => {
    await body("/v1/positions?confidence__gte=0.01&limit=2");
    const plain = await statementsOf(() => get(app, "/v1/positions?confidence__gte=0.01&limit=3"));
    expect(await statementsOf(() => get(app, "/v1/positions?confidence__gte=0.01&limit=4&facets=target,speaker,genre,attribution"))).toBe(plain + 1);
    expect(await statementsOf(() => get(app, "/v1/positions?confidence__gte=0.01&limit=5&facets=genre,target"))).toBe(plain);
    expect(await statementsOf(() => get(app, "/v1/positions?confidence__gte=0.01&limit=6&facets=genre,act"))).toBe(plain + 1);
  });

  it("counts the same alone and among others, whatever they share", async () => {
    const filters = "from=2025-03&hedged=false&stance=for,mixed&q=truce";
    const together = (await body(`/v1/positions?limit=1&${filters}&facets=stance,act,source,topic,hedged,party`)).facets;
    const fresh = await strictApp(await filledStore());
    for (const name of Object.keys(together)) {
      const alone = (await get(fresh, `/v1/positions?limit=1&${filters}&facets=${name}`)).body.facets[name];
      expect([name, alone]).toEqual([name, together[name]]);
    }
    await fresh.close();
  });
});

describe("an explanation", () => {
  it("stands on an empty list that filters have emptied, and nowhere else unless it is asked for", async () => {
    expect((await body("/v1/positions?actor=nobody")).explanation).toBeDefined();
    for (const url of ["/v1/positions?actor=nobody&explain=false", "/v1/positions?actor=norland", "/v1/positions"])
      expect((await body(url)).explanation).toBeUndefined();
    expect((await body("/v1/positions?actor=norland&explain=true")).explanation.without).toEqual([{ parameter: "actor", rows: await total("/v1/positions?") }]);
  });

  it("counts the rows without each filter", async () => {
    const { without } = (await body("/v1/positions?actor=southmark&issue=prisoners&party=norland")).explanation;
    expect(without).toEqual([
      { parameter: "actor", rows: await total("/v1/positions?issue=prisoners&party=norland") },
      { parameter: "party", rows: await total("/v1/positions?actor=southmark&issue=prisoners") },
      { parameter: "issue", rows: 0 },
    ]);
  });

  it("names the nearest days with rows on both sides of an empty period", async () => {
    const { nearest } = (await body("/v1/articles?from=2025-08&to=2025-10")).explanation;
    expect(nearest).toEqual({ before: "2025-07-31", after: "2025-11-24" });
    expect((await body("/v1/articles?from=2030")).explanation.nearest).toEqual({ before: "2025-11-24", after: null });
    expect((await body("/v1/articles?genre=unknown")).explanation.nearest).toBeNull();
  });

  it("says which ids do not exist and which were probably meant, by names and aliases too", async () => {
    const { unknown } = (await body("/v1/positions?actor=ana-berg,northtown,norland,xyzzy&source=dayly-post")).explanation;
    expect(unknown).toEqual([
      { parameter: "actor", value: "ana-berg", did_you_mean: ["anna-berg"] },
      { parameter: "actor", value: "northtown", did_you_mean: ["norland"] },
      { parameter: "actor", value: "xyzzy", did_you_mean: [] },
      { parameter: "source", value: "dayly-post", did_you_mean: ["daily-post"] },
    ]);
  });

  it("means a name by its beginning, an alias too", async () => {
    const meant = async (query: string) => (await body(`/v1/actors?${query}`)).explanation.unknown[0].did_you_mean;
    expect(await meant("name=nort")).toEqual(["Norland"]);
    expect(await meant("id=northt")).toEqual(["norland"]);
    expect(await meant("name=Ber")).toEqual(["Anna Berg"]);
    expect(await meant("name=and")).toEqual([]);
  });

  it("looks through values that are no ids as well", async () => {
    expect((await body("/v1/rounds?place=Viena")).explanation.unknown).toEqual([{ parameter: "place", value: "Viena", did_you_mean: ["Vienna"] }]);
  });

  it("of more filters than it can count without says of which it did not", async () => {
    const filters =
      "stance=for&act=warn&hedged=true&past=true&conditional=true&attribution=quote&genre=report&from=2025&to=2026&actor=a&party=b&source=c&rule=d";
    for (const url of [`/v1/positions?${filters}`, `/v1/positions?${filters}&explain=true`]) {
      const { without, not_counted, unknown } = (await body(url)).explanation;
      expect([without.length, not_counted]).toEqual([12, ["to"]]);
      expect(unknown.map(({ value }: Json) => value)).toEqual(["a", "b", "c", "d"]);
    }
    expect((await body("/v1/positions?actor=nobody")).explanation.not_counted).toEqual([]);
  });
});

describe("values that come near", () => {
  const candidates = ["volmar-zelin", "olga-marin", "zelin-institute", "marin"].map((value) => ({ value, word: value }));
  it.each([
    ["zelin", ["volmar-zelin", "zelin-institute"]],
    ["Volmar Zelin", ["volmar-zelin"]],
    ["Marin", ["marin"]],
    ["zel", ["zelin-institute", "volmar-zelin"]],
    ["ze", []],
    ["marim", ["marin", "olga-marin"]],
    ["qqqqqq", []],
    ["–", []],
  ])("to %s are %j", (given, values) => {
    expect(nearestValues(given, candidates)).toEqual(values);
  });
});
