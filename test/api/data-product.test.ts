// Dataset, quality, citations, search and reconciliation over HTTP.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../src/api/app.ts";
import type { App } from "../../src/api/types.ts";
import type { KnownActor } from "../../src/domain/codebook/actors.ts";
import type { Store } from "../../src/store/open.ts";
import { codebook, documentOf } from "../store/fixtures.ts";
import { filledStore, get, strictApp } from "./fixture.ts";

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

describe("the dataset", () => {
  it("counts what the lists count, and covers from the first to the last article", async () => {
    const { body } = await get(app, "/v1/dataset");
    for (const name of ["articles", "positions", "rounds"]) expect(body.counts[name]).toBe((await get(app, `/v1/${name}?limit=1`)).body.page.total);
    expect(body.coverage).toMatchObject({ published_from: "2025-06-01", published_to: "2025-11-24" });
    expect(body.sources[0]).toMatchObject({ id: "daily-post", last_published: "2025-11-24" });
    expect(body.sources.at(-1).last_published).toBeNull();
  });

  it("publishes its accuracy, and says so where nobody measured", async () => {
    expect((await get(app, "/v1/quality")).body).toMatchObject({ quality: { positions: { precision: 0.9 } } });
  });
});

describe("citations", () => {
  it("name each article behind the rows once", async () => {
    const { body } = await get(app, "/v1/cite?actor=norland");
    const { data } = (await get(app, "/v1/positions?actor=norland&limit=1000")).body;
    const articles = new Set(data.map(({ article_id }: { article_id: string }) => article_id));
    expect(new Set(body.slice(1).map(({ id }: { id: string }) => id))).toEqual(articles);
    expect(body).toHaveLength(articles.size + 1);
  });

  it("of articles and rounds cite those", async () => {
    expect((await get(app, "/v1/cite/articles?source=daily-post")).body).toHaveLength(1 + (await get(app, "/v1/articles?source=daily-post")).body.page.total);
    const { reports } = (await get(app, "/v1/rounds/geneva-2025-11-23")).body;
    expect((await get(app, "/v1/cite/rounds?id=geneva-2025-11-23")).body.slice(1).map(({ id }: { id: string }) => id)).toEqual(
      reports.map(({ article_id }: { article_id: string }) => article_id),
    );
  });

  it("come in the format asked for", async () => {
    for (const [format, type] of [
      ["bibtex", "application/x-bibtex"],
      ["ris", "application/x-research-info-systems"],
      ["csl-json", "application/json"],
    ]) {
      expect(String((await get(app, `/v1/cite?format=${format}`)).headers["content-type"])).toContain(type);
    }
  });

  it("refuse what the list behind them refuses", async () => {
    expect((await get(app, "/v1/cite?status=held")).body.errors[0].parameter).toBe("status");
    expect((await get(app, "/v1/cite/rounds?status=held")).status).toBe(200);
    expect((await get(app, "/v1/cite?format=word")).body.errors[0]).toMatchObject({ parameter: "format", allowed: ["csl-json", "bibtex", "ris"] });
  });
});

describe("the search", () => {
  it("finds articles, positions, rounds and actors, with the words marked", async () => {
    const { articles, positions } = (await get(app, "/v1/search?q=truce&limit=50")).body.data;
    expect(articles.hits.length).toBeGreaterThan(10);
    for (const { snippet } of [...articles.hits, ...positions.hits]) {
      const points = Array.from(snippet.text);
      expect(snippet.highlights.map(({ start, end }: { start: number; end: number }) => points.slice(start, end).join("").toLowerCase())).toContain("truce");
    }
    expect((await get(app, "/v1/search?q=delegations")).body.data.rounds.hits.length).toBeGreaterThan(0);
    expect((await get(app, "/v1/search?q=dahl")).body.data.actors.hits).toMatchObject([{ id: "olaf-dahl", href: "/v1/actors/olaf-dahl" }]);
  });

  it("finds no position or article that its list does not find", async () => {
    const { data } = (await get(app, "/v1/search?q=truce%20-vienna&limit=50")).body;
    const listed = (await get(app, "/v1/articles?q=truce%20-vienna&limit=1000")).body.data.map(({ id }: { id: string }) => id);
    expect(data.articles.hits.map(({ id }: { id: string }) => id).sort()).toEqual(listed.sort());
  });

  it("looks only where it is told to, and says where there is more", async () => {
    const { data } = (await get(app, "/v1/search?q=truce&in=articles&limit=2")).body;
    expect([data.articles.hits.length, data.articles.more, data.positions.hits.length]).toEqual([2, true, 0]);
  });

  it("needs a word to look for", async () => {
    for (const q of ["", "?q=", "?q=-truce", "?q=%22%22"]) expect([q, (await get(app, `/v1/search${q}`)).status]).toEqual([q, 400]);
  });

  it("takes any rubbish for words", async () => {
    for (const q of ['" OR 1=1 --', "NEAR(a b)", "a AND", "*", "title:x", "(((", "'; drop table articles"]) {
      expect([q, (await get(app, `/v1/search?q=${encodeURIComponent(q)}`)).status < 500]).toEqual([q, true]);
    }
  });
});

describe("the reconciliation service", () => {
  const form = (fields: Record<string, unknown>) =>
    app.inject({
      method: "POST",
      url: "/reconcile",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams(Object.entries(fields).map(([name, value]): [string, string] => [name, JSON.stringify(value)])).toString(),
    });

  it("tells what it offers, with addresses of its own host", async () => {
    const { body } = await get(app, "/reconcile", { host: "parley.example:8080" });
    expect(body).toMatchObject({ versions: ["0.1", "0.2"], view: { url: "http://parley.example:8080/v1/actors/{{id}}" } });
    for (const { service_url, service_path } of Object.values(body.suggest) as { service_url: string; service_path: string }[]) {
      expect(service_url).toBe("http://parley.example:8080");
      expect((await get(app, `${service_path}?prefix=p`)).status).toBe(200);
    }
  });

  it("answers a batch by form and by address alike", async () => {
    const queries = { q0: { query: "Anna Berg", type: "person" }, q1: { query: "Nobody Known" } };
    const { body } = await get(app, `/reconcile?queries=${encodeURIComponent(JSON.stringify(queries))}`);
    expect((await form({ queries })).json()).toEqual(body);
    expect(body).toMatchObject({ q0: { result: [{ id: "anna-berg", match: true }] }, q1: { result: [] } });
  });

  it("extends rows, suggests actors, lists properties", async () => {
    expect((await form({ extend: { ids: ["olaf-dahl"], properties: [{ id: "party" }] } })).json().rows).toEqual({
      "olaf-dahl": { party: [{ id: "southmark", name: "Southmark" }] },
    });
    expect((await get(app, "/reconcile/suggest/entity?prefix=ann")).body.result[0]).toMatchObject({ id: "anna-berg" });
    expect((await get(app, "/reconcile/properties?type=person")).body.properties.map(({ id }: { id: string }) => id)).toContain("wikidata");
  });

  it("refuses what is no question, without falling over", async () => {
    for (const queries of ["{", "[]", '{"a":{}}', '{"a":{"query":"x","limit":0}}', '{"a":{"query":"x","type":"planet"}}']) {
      const { status, body } = await get(app, `/reconcile?queries=${encodeURIComponent(queries)}`);
      expect([queries, status, body.errors[0].parameter]).toEqual([queries, 400, "queries"]);
      expect(body.detail).not.toMatch(/invalid|expected|received|undefined/i);
    }
    expect((await get(app, '/reconcile?queries={"a":{"query":5}}')).body.errors[0].message).toBe("a.query must be text, not a number");
    expect((await get(app, '/reconcile?queries={"a":{"query":"x","properties":[{"pid":"pary","v":"y"}]}}')).body.errors[0].did_you_mean).toBe("party");
    const json = await app.inject({ method: "POST", url: "/v1/extract", headers: { "content-type": "application/x-www-form-urlencoded" }, payload: "text=a" });
    expect(json.statusCode).toBe(415);
    const other = await app.inject({ method: "POST", url: "/reconcile", headers: { "content-type": "multipart/form-data; boundary=x" }, payload: "x" });
    expect([other.statusCode, other.json().detail]).toEqual([415, "the body must be application/x-www-form-urlencoded"]);
  });
});

describe("an id that an actor had before", () => {
  it("leads from it to the one that it has now", async () => {
    const known = codebook();
    const [norland, ...others] = known.actors.actors as [KnownActor, ...KnownActor[]];
    const renamed = { ...known, actors: { actors: [{ ...norland, formerly: ["north-land"] }, ...others] } };
    const other = await buildApp({ store, codebook: renamed, extract: ({ text }) => documentOf(text), logger: false, strict: true });
    const { statusCode, headers } = await other.inject("/v1/actors/north-land?fields=name");
    expect([statusCode, headers.location]).toEqual([308, "/v1/actors/norland?fields=name"]);
    expect((await other.inject("/v1/actors/northland")).statusCode).toBe(404);
    expect((await other.inject("/v1/rounds/north-land")).statusCode).toBe(404);
    await other.close();
  });

  it("filters as the one that it has now, wherever an actor is asked for", async () => {
    const known = codebook();
    const [norland, ...others] = known.actors.actors as [KnownActor, ...KnownActor[]];
    const renamed = { ...known, actors: { actors: [{ ...norland, formerly: ["north-land"] }, ...others] } };
    const other = await buildApp({ store, codebook: renamed, extract: ({ text }) => documentOf(text), logger: false, strict: true });
    for (const path of [
      "positions?actor=",
      "positions?party__not=",
      "actors?id=",
      "rounds?actor=",
      "articles?party=",
      "analysis/matrix?party=",
      "analysis/compare?between=southmark,",
    ]) {
      const [now, before] = [await get(other, `/v1/${path}norland`), await get(other, `/v1/${path}north-land`)];
      expect([path, before.status, before.body.data]).toEqual([path, 200, now.body.data]);
    }
    expect((await get(other, "/v1/positions?actor=north-land")).body.page.total).toBeGreaterThan(0);
    expect((await get(other, "/v1/positions?source=north-land")).body.page.total).toBe(0);
    await other.close();
  });
});

describe("a list of rounds", () => {
  it("comes as a calendar, a map and a feed, by suffix, parameter and header", async () => {
    for (const [name, type] of [
      ["ics", "text/calendar"],
      ["geojson", "application/geo+json"],
      ["atom", "application/atom+xml"],
    ] as const) {
      const bySuffix = await app.inject(`/v1/rounds.${name}`);
      const byParameter = await app.inject(`/v1/rounds?format=${name}`);
      const byHeader = await app.inject({ url: "/v1/rounds", headers: { accept: type } });
      for (const answer of [bySuffix, byParameter, byHeader])
        expect([name, answer.statusCode, answer.headers["content-type"]]).toEqual([name, 200, expect.stringContaining(type)]);
    }
  });

  it("has as many features on the map as rows in the list", async () => {
    expect(JSON.parse((await app.inject("/v1/rounds.geojson")).body).features).toHaveLength((await get(app, "/v1/rounds")).body.page.total);
  });

  it("alone is a calendar", async () => {
    expect((await app.inject("/v1/positions.ics")).statusCode).toBe(404);
    expect((await get(app, "/v1/positions?format=ics")).status).toBe(400);
  });
});
