// Codes and topics over HTTP: what a reader of the rows needs to know what they mean.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/api/types.ts";
import { codeLists } from "../../src/domain/vocabulary.ts";
import type { Store } from "../../src/store/open.ts";
import { codebook } from "../store/fixtures.ts";
import { filledStore, get, type Json, strictApp } from "./fixture.ts";

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

describe("codes", () => {
  it("are those of every closed list, in the codebook's order, each with what it means", async () => {
    const { data, page } = await body("/v1/codes?limit=1000");
    expect(page.total).toBe(Object.values(codeLists).flat().length);
    for (const [list, codes] of Object.entries(codeLists))
      expect([list, data.filter((row: Json) => row.list === list).map(({ code }: Json) => code)]).toEqual([list, codes]);
    for (const { label, definition } of data) expect([label, definition].every(Boolean)).toBe(true);
  });

  it("tell the PLOVER type and mode of an act, and of nothing else", async () => {
    expect(await body("/v1/codes/act.demand?fields=code,plover_event,plover_mode")).toEqual({ code: "demand", plover_event: "REQUEST", plover_mode: "change" });
    expect((await body("/v1/codes?list__not=act&plover_event__isnull=false")).page.total).toBe(0);
  });

  it("come as CSV with the same columns", async () => {
    const { body: text } = await get(app, "/v1/codes.csv?list=stance&fields=code,label");
    expect(String(text).trim().split("\r\n")).toEqual(["code,label", "for,For", "against,Against", "mixed,Mixed"]);
  });

  it("of a list that there is none of are refused with the lists there are", async () => {
    const { status, body } = await get(app, "/v1/codes?list=stances");
    expect([status, body.errors[0].did_you_mean, body.errors[0].allowed]).toEqual([400, "stance", Object.keys(codeLists)]);
  });
});

describe("topics", () => {
  it("stand in the codebook's order and lead to their issues and positions", async () => {
    const { data } = await body("/v1/topics");
    expect(data.map(({ id }: Json) => id)).toEqual(codebook().issues.topics.map(({ id }) => id));
    const { counts, links } = await body("/v1/topics/fighting");
    expect([(await body(links.issues)).page.total, (await body(links.positions)).page.total]).toEqual([counts.issues, counts.positions]);
    expect(counts.positions).toBeGreaterThan(0);
  });

  it("can be put in beside the issues that they head", async () => {
    expect((await body("/v1/issues/prisoners?include=topic")).topic.label).toBe("People");
  });
});

describe("the labels of a facet", () => {
  it.each([
    ["positions", "stance", "for", "For"],
    ["positions", "genre", "report", "Report"],
    ["positions", "topic", "fighting", "Fighting"],
    ["positions", "source", "daily-post", "Daily Post"],
    ["rounds", "kind", "talks", "Talks"],
    ["issues", "topic", "people", "People"],
  ])("of /v1/%s?facets=%s say what %s is called: %s", async (resource, facet, value, label) => {
    const { facets } = await body(`/v1/${resource}?limit=1&facets=${facet}`);
    expect(facets[facet].values.find((one: Json) => one.value === value).label).toBe(label);
  });

  it("are null where a value is its own name", async () => {
    const { facets } = await body("/v1/positions?limit=1&facets=hedged,rule");
    for (const { values } of Object.values<Json>(facets)) for (const { label } of values) expect(label).toBeNull();
  });

  it("name the series of a timeline too", async () => {
    expect((await body("/v1/analysis/timeline?by=act")).data.series.map(({ label }: Json) => label)).toContain("Demand");
  });
});
