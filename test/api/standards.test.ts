// What the server sends in formats that others defined, read by parsers that others wrote.
import { check } from "@placemarkio/check-geojson";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseAtomFeed } from "feedsmith";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/api/types.ts";
import type { Store } from "../../src/store/open.ts";
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

const host = "parley.example:8080";
const text = async (url: string, headers: Record<string, string> = { host }): Promise<string> => {
  const response = await app.inject({ url, headers });
  expect(response.statusCode).toBe(200);
  return response.body;
};
const rows = async (url: string): Promise<Json[]> => (await get(app, url)).body.data;

describe("rounds.ics, read by ical.js", () => {
  const read = async (url: string) => new ICAL.Component(ICAL.parse(await text(url)));

  it("has an event for each dated round, with its days, its state and a page of its own", async () => {
    const dated = (await rows("/v1/rounds?limit=1000")).filter(({ when_from, when_to }) => when_from !== null || when_to !== null);
    const events = (await read("/v1/rounds.ics")).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(events.length).toBe(dated.length);
    expect(events.length).toBeGreaterThan(3);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const round of dated) {
      const event = events.find(({ uid }) => uid === `round-${round.id}@parley`);
      expect(event?.startDate.toString()).toBe(round.when_from ?? round.when_to);
      expect(event?.startDate.isDate).toBe(true);
      const last = event?.endDate.clone();
      last?.adjust(-1, 0, 0, 0);
      expect(last?.toString()).toBe(round.when_to ?? round.when_from);
      expect(event?.component.getFirstPropertyValue("url")).toBe(`http://${host}/v1/rounds/${encodeURIComponent(round.id)}`);
      expect(String(event?.component.getFirstPropertyValue("dtstamp"))).toMatch(/Z$/);
    }
  });

  it("keeps the bounds of RFC 5545: each event once with what it must have, nothing said twice that may be said once", async () => {
    for (const event of (await read("/v1/rounds.ics")).getAllSubcomponents("vevent")) {
      const names = event.getAllProperties().map(({ name }) => name);
      for (const needed of ["uid", "dtstamp", "dtstart"]) expect(names.filter((name) => name === needed)).toHaveLength(1);
      expect(new Set(names).size).toBe(names.length);
      expect(["TENTATIVE", "CONFIRMED", "CANCELLED"]).toContain(event.getFirstPropertyValue("status"));
    }
  });

  it("of nothing still holds a component, and no event", async () => {
    const calendar = await read("/v1/rounds.ics?place=Nowhere");
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(["vtimezone"]);
    expect(calendar.getFirstSubcomponent("vtimezone")?.getAllSubcomponents("standard")).toHaveLength(1);
    expect((await read("/v1/rounds.ics")).getFirstSubcomponent("vtimezone")).toBeNull();
  });

  it("is the same however often it is asked for", async () => {
    expect(await text("/v1/rounds.ics")).toBe(await text("/v1/rounds.ics"));
  });
});

describe("feeds, read by feedsmith", () => {
  it.each(["positions", "rounds"])("of %s have an entry a row, with what RFC 4287 requires and addresses that work elsewhere", async (name) => {
    const list = await rows(`/v1/${name}?limit=30`);
    const feed = parseAtomFeed(await text(`/v1/${name}.atom?limit=30`));
    expect(feed.entries?.map(({ id }) => id)).toEqual(list.map(({ id }) => `urn:parley:${name.slice(0, -1)}:${id}`));
    expect(feed.links).toContainEqual(expect.objectContaining({ rel: "self", href: `http://${host}/v1/${name}.atom?limit=30` }));
    for (const part of ["id", "title", "updated"] as const) expect(feed[part], part).toBeTruthy();
    for (const [at, entry] of (feed.entries ?? []).entries()) {
      for (const part of ["id", "title", "updated", "summary", "authors"] as const) expect(entry[part], part).toBeTruthy();
      expect(Date.parse(String(entry.updated))).not.toBeNaN();
      expect(entry.links?.[0]?.href).toBe(`http://${host}/v1/${name}/${encodeURIComponent(list[at].id)}`);
    }
  });

  it("of nothing are feeds all the same", async () => {
    const feed = parseAtomFeed(await text("/v1/positions.atom?actor=nobody"));
    expect(feed.entries ?? []).toEqual([]);
    expect(feed.id).toContain("nobody");
  });

  it("hold no address made from a host that is none", async () => {
    const body = await text("/v1/positions.atom?limit=1", { host: 'evil"><x' });
    expect(body).not.toContain("evil");
    expect(parseAtomFeed(body).links?.[0]?.href).toBe("/v1/positions.atom?limit=1");
  });

  it("are well-formed XML throughout", async () => {
    expect(XMLValidator.validate(await text("/v1/positions.atom"))).toBe(true);
  });
});

describe("rounds.geojson, read by check-geojson", () => {
  it("is valid, with a feature for each round", async () => {
    const map = check(await text("/v1/rounds.geojson")) as Json;
    expect(map.features).toHaveLength((await rows("/v1/rounds?limit=1000")).length);
    expect(map.features.some(({ geometry }: Json) => geometry?.type === "Point")).toBe(true);
  });

  it("of nothing is valid too", async () => {
    expect(check(await text("/v1/rounds.geojson?place=Nowhere"))).toMatchObject({ type: "FeatureCollection", features: [] });
  });
});

describe("the network in GraphML, read by fast-xml-parser", () => {
  const read = async () => {
    const body = await text("/v1/analysis/network?format=graphml");
    expect(XMLValidator.validate(body)).toBe(true);
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray: (name) => ["key", "node", "edge", "data"].includes(name) });
    return parser.parse(body).graphml;
  };

  it("names its namespace, and declares each key for what it is used on", async () => {
    const { xmlns, key, graph } = await read();
    expect(xmlns).toBe("http://graphml.graphdrawing.org/xmlns");
    const declared = new Set(key.map((one: Json) => `${one.for} ${one.id}`));
    for (const kind of ["node", "edge"]) for (const one of graph[kind]) for (const data of one.data) expect(declared).toContain(`${kind} ${data.key}`);
    for (const one of key) expect(["boolean", "int", "long", "float", "double", "string"]).toContain(one["attr.type"]);
  });

  it("joins nodes that are there, each node once", async () => {
    const { graph } = await read();
    const nodes = graph.node.map(({ id }: Json) => id);
    expect(new Set(nodes).size).toBe(nodes.length);
    expect(graph.edge.length).toBeGreaterThan(0);
    for (const { source, target } of graph.edge) for (const end of [source, target]) expect(nodes).toContain(end);
  });
});

describe("the index", () => {
  it("leads to every route that can be read without an id", async () => {
    const { body: index, headers } = await get(app, "/v1");
    const { body: api } = await get(app, "/openapi.json");
    const told = new Set(
      JSON.stringify(index)
        .match(/"\/[^"]*"/g)
        ?.map((path) => path.slice(1, -1)),
    );
    const paths = Object.keys(api.paths).filter((path) => path.startsWith("/v1/") && !path.includes("{"));
    expect(paths.length).toBeGreaterThan(15);
    for (const path of paths) expect(told).toContain(path);
    expect(told).toContain("/reconcile");
    expect(headers.link).toContain('</openapi.json>; rel="service-desc"');
  });

  it("names no route that is not there", async () => {
    const { body } = await get(app, "/v1");
    for (const { href } of body.routes) expect((await app.inject({ url: href })).statusCode, href).not.toBe(404);
  });
});
