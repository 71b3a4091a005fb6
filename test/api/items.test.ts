// Items, annotations and the front door.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/api/types.ts";
import { resourceNames } from "../../src/domain/resources/resource.ts";
import type { Store } from "../../src/store/open.ts";
import { talksText } from "../store/fixtures.ts";
import { articleCount, filledStore, get, type Json, strictApp } from "./fixture.ts";

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

const talksArticle = async () => (await get(app, "/v1/articles?title=Talks%20in%20Geneva")).body.data[0];

describe("an item", () => {
  it("of every resource is its list's record and more", async () => {
    for (const name of resourceNames) {
      const { data } = (await get(app, `/v1/${name}?limit=5`)).body;
      for (const record of data) expect((await get(app, record.links.self)).body).toMatchObject(record);
    }
  });

  it("leads only to links that answer", async () => {
    for (const name of resourceNames) {
      const { data } = (await get(app, `/v1/${name}?limit=3`)).body;
      for (const link of data.flatMap((record: { links: Record<string, string | null> }) => Object.values(record.links))) {
        if (link !== null) expect([link, (await get(app, link)).status]).toEqual([link, 200]);
      }
    }
  });

  it("of an article has its text, notes and counts, and they are what its lists say", async () => {
    const { body } = await get(app, (await talksArticle()).links.self);
    expect(body).toMatchObject({ text: talksText, notes: ["a line was dropped"], counts: { positions: 2, rounds: 1, actors: 2, mentions: 2 } });
    expect((await get(app, `${body.links.positions}`)).body.page.total).toBe(body.counts.positions);
  });

  it("of an actor has its names and dated roles, unknown dates last", async () => {
    const { body } = await get(app, "/v1/actors/anna-berg");
    expect(body.affiliations.map((role: { title: string }) => role.title)).toEqual(["Mayor", "Foreign Minister"]);
    expect((await get(app, "/v1/actors/norland")).body.aliases).toContain("Northtown");
  });

  it("of a round tells what each article says of it, with the words", async () => {
    const { body } = await get(app, "/v1/rounds/geneva-2025-11-23");
    expect(body.references).toEqual(["https://example.org/geneva"]);
    expect(body.reports).toHaveLength(1);
    expect(body.reports[0]).toMatchObject({
      source_id: "daily-post",
      participants: [{ role: "delegate" }, { role: "delegate" }],
      evidence: [{ quote: "Envoys of Norland and Southmark met in Geneva" }],
    });
  });

  it("of an issue counts stances", async () => {
    const { counts } = (await get(app, "/v1/issues/ceasefire")).body;
    expect(counts.stances.for + counts.stances.against + counts.stances.mixed).toBe(counts.positions);
  });
});

describe("an id that no row has", () => {
  it.each([
    ["/v1/actors/Norland", "norland"],
    ["/v1/actors/berg", "anna-berg"],
    ["/v1/actors/northtown", "norland"],
    ["/v1/issues/ceasefires", "ceasefire"],
    ["/v1/sources/daily%20post", "daily-post"],
    ["/v1/codes/stance.fur", "stance.for"],
    ["/v1/actors/xyzzy", undefined],
    ["/v1/positions/0000", undefined],
  ])("%s leads to %s", async (url, near) => {
    const { status, body } = await get(app, url);
    expect([status, body.errors?.[0].did_you_mean]).toEqual([404, near]);
  });
});

describe("evidence", () => {
  it("is its slice of the article's text by code points, with context on both sides", async () => {
    const { data } = (await get(app, "/v1/positions?limit=1000&include=article")).body;
    const texts = new Map<string, string[]>();
    for (const { article_id, evidence } of data) {
      if (!texts.has(article_id)) texts.set(article_id, Array.from((await get(app, `/v1/articles/${article_id}`)).body.text as string));
      const points = texts.get(article_id) as string[];
      for (const { start, end, quote, prefix, suffix } of evidence) {
        expect(points.slice(start, end).join("")).toBe(quote);
        expect(points.slice(Math.max(0, start - 32), start).join("")).toBe(prefix);
        expect(points.slice(end, end + 32).join("")).toBe(suffix);
      }
    }
  });
});

describe("annotations", () => {
  it("cover every mention, every piece of evidence and everything told as said, in the order of the text, and quote it", async () => {
    const article = await talksArticle();
    const answer = await get(app, article.links.annotations);
    expect(answer.headers["content-type"]).toMatch(/^application\/ld\+json; ?profile="http:\/\/www.w3.org\/ns\/anno.jsonld"/);
    const { total, first } = answer.body;
    expect(total).toBe(first.items.length);
    const points = Array.from(talksText);
    const starts: number[] = [];
    for (const { target } of first.items) {
      for (const { selector } of [target].flat()) {
        const [{ start, end }, { exact, prefix }] = selector;
        expect(points.slice(start, end).join("")).toBe(exact);
        expect(points.slice(0, start).join("").endsWith(prefix)).toBe(true);
      }
      starts.push([target].flat()[0].selector[0].start);
    }
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(new Set(first.items.map(({ motivation }: Json) => motivation))).toEqual(new Set(["identifying", "classifying", "describing"]));
    const told = first.items.filter(({ motivation }: Json) => motivation === "describing");
    expect(told.map(({ body }: Json) => body)).toContainEqual({ type: "Attribution", attribution: "quote", speaker: "/v1/actors/olaf-dahl" });
  });

  it("have bodies that answer, and ids of their own", async () => {
    const { first } = (await get(app, (await talksArticle()).links.annotations)).body;
    for (const { body } of first.items) expect((await get(app, typeof body === "string" ? body : (body.speaker ?? "/v1"))).status).toBe(200);
    expect(new Set(first.items.map(({ id }: { id: string }) => id)).size).toBe(first.items.length);
  });

  it("of no article are 404", async () => {
    expect((await get(app, "/v1/articles/none/annotations")).status).toBe(404);
  });

  it("come as plain JSON to who asks for that", async () => {
    expect((await get(app, (await talksArticle()).links.annotations, { accept: "application/json" })).headers["content-type"]).toMatch(/^application\/json/);
  });
});

describe("the front door", () => {
  it("counts the resources and links what there is", async () => {
    const { body } = await get(app, "/v1");
    expect(body.resources.find(({ name }: { name: string }) => name === "articles").count).toBe(articleCount);
    for (const path of [
      ...body.resources.map(({ href }: { href: string }) => href),
      body.links.docs,
      body.links.openapi,
      body.links.problems,
      body.links.health,
      body.links.readiness,
    ]) {
      expect([path, (await get(app, path)).status]).toEqual([path, 200]);
    }
  });

  it("sends the root to the documentation, whose files all come from here", async () => {
    expect((await app.inject("/")).headers.location).toBe("/docs");
    const page = (await app.inject("/docs")).body;
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file as string);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect([file, (await app.inject(file)).statusCode]).toEqual([file, 200]);
  });

  it("is open to pages of other hosts and tells browsers what they may load", async () => {
    const { headers } = await get(app, "/v1/positions?limit=1", { origin: "https://elsewhere.example" });
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'/);
    const page = (await app.inject("/docs")).headers["content-security-policy"];
    expect(page).toMatch(/default-src 'self'/);
    expect(page).not.toMatch(/upgrade-insecure-requests/);
  });
});

describe("/metrics", () => {
  it("counts requests by route, never by address, and says how many rows there are", async () => {
    await get(app, "/v1/actors/norland");
    await get(app, "/v1/actors/nobody");
    await get(app, "/made-up/path");
    const { status, body, headers } = await get(app, "/metrics");
    expect([status, headers["content-type"]]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
    expect(body).toMatch(/^parley_http_requests_total\{method="GET",route="\/v1\/actors\/:id",status="404"\} \d+$/m);
    expect(body).toMatch(/^parley_http_request_duration_seconds_bucket\{route="\/v1\/actors\/:id",le="\+Inf"\} \d+$/m);
    expect(body).toContain(`parley_rows{resource="articles"} ${articleCount}\n`);
    expect(body).not.toContain("made-up");
    for (const line of body.trimEnd().split("\n")) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [\d.e+-]+)$/);
  });
});
