// Lists: filters, dates, full text, sort, pages.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/api/types.ts";
import type { Store } from "../../src/store/open.ts";
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

const list = async (url: string) =>
  (await get(app, url)).body as { data: Json[]; page: { total: number; limit: number; next_cursor: string | null }; meta: { dataset_version: string } };
const all = (resource: string, query = "") => list(`/v1/${resource}?limit=1000${query && `&${query}`}`);
const total = async (resource: string, query: string) => (await all(resource, query)).page.total;

describe("a list", () => {
  it("answers all rows with the exact total and the dataset's version", async () => {
    const { data, page, meta } = await all("articles");
    expect(data).toHaveLength(articleCount);
    expect(page).toEqual({ limit: 1000, total: articleCount, next_cursor: null });
    expect(meta.dataset_version).toMatch(/^[0-9a-f]{16}$/);
  });

  it("takes fifty rows a page where no limit is given, and links the next page", async () => {
    const first = await get(app, "/v1/positions");
    expect(first.body.data).toHaveLength(50);
    const link = String(first.headers.link);
    expect(link).toMatch(/^<\/v1\/positions\?cursor=[\w-]+>; rel="next"$/);
    const second = await get(app, link.slice(1, link.indexOf(">")));
    expect(second.body.data).toHaveLength(first.body.page.total - 50);
    expect(second.headers.link).toBeUndefined();
  });

  it("keeps the total on every page, the last one included", async () => {
    const first = await list("/v1/positions?limit=80");
    const last = await list(`/v1/positions?limit=80&cursor=${first.page.next_cursor}`);
    expect(last.page).toEqual({ limit: 80, total: first.page.total, next_cursor: null });
  });

  it("does not count where it is told not to", async () => {
    expect((await list("/v1/positions?count=none&limit=1")).page.total).toBeNull();
  });

  it("answers HEAD as GET without a body", async () => {
    const head = await app.inject({ method: "HEAD", url: "/v1/positions?limit=2" });
    expect([head.statusCode, head.body]).toEqual([200, ""]);
    expect(head.headers.link).toContain('rel="next"');
  });
});

describe("filters", () => {
  it("read a comma list as OR and different fields as AND", async () => {
    const both = await all("positions", "actor=norland,eastia&stance=for,mixed");
    expect(both.data.length).toBeGreaterThan(0);
    expect(both.data.every((row) => ["norland", "eastia"].includes(row.actor_id) && ["for", "mixed"].includes(row.stance))).toBe(true);
    const one = await Promise.all(
      ["norland", "eastia"].flatMap((actor) => ["for", "mixed"].map((stance) => total("positions", `actor=${actor}&stance=${stance}`))),
    );
    expect(both.page.total).toBe(one.reduce((a, b) => a + b, 0));
  });

  it.each([
    "actor=norland",
    "target=southmark",
    "speaker=envoy-1",
    "topic=people",
    "source=the-wire",
    "genre=opinion",
    "published=2025-06-01",
    "stated=2025-06",
    "confidence=0.15",
    "round=geneva-2025-11-23",
  ])("%s and its __not share all rows out between them, unknown values included", async (filter) => {
    const [with_, without, every] = await Promise.all([all("positions", filter), all("positions", filter.replace("=", "__not=")), all("positions")]);
    expect(with_.data.length).toBeGreaterThan(0);
    expect([...with_.data, ...without.data].map((row) => row.id).sort()).toEqual(every.data.map((row) => row.id).sort());
  });

  it("tell unknown from known", async () => {
    const unknown = await all("positions", "target__isnull=true");
    expect(unknown.data.every((row) => row.target_id === null && row.links.target === null)).toBe(true);
    expect(unknown.page.total + (await total("positions", "target__isnull=false"))).toBe(await total("positions", ""));
  });

  it("bound numbers", async () => {
    const { data } = await all("positions", "confidence__gte=0.5&confidence__lte=0.8");
    expect(data.length).toBeGreaterThan(0);
    expect(data.every((row) => row.confidence >= 0.5 && row.confidence <= 0.8)).toBe(true);
  });

  it("take everyone who speaks for a party", async () => {
    const { data } = await all("positions", "party=norland");
    expect(data.every((row) => row.party_id === "norland")).toBe(true);
    expect(new Set(data.map((row) => row.actor_id)).size).toBeGreaterThan(1);
  });

  it("take a topic's issues", async () => {
    const { data } = await all("positions", "topic=fighting");
    expect(new Set(data.map((row) => row.issue_id))).toEqual(new Set(["ceasefire", "withdrawal"]));
  });

  it("take a value with a comma in quotes", async () => {
    expect(await total("articles", `title=${encodeURIComponent('"Dispatch 1","Dispatch, 2"')}`)).toBe(1);
  });

  it("answer an unknown actor, source or article with an empty list", async () => {
    for (const filter of ["actor=nobody", "source=nothing", "article=0000000000000000"]) expect(await total("positions", filter)).toBe(0);
  });

  it.each([
    ["articles", "actor=olaf-dahl", 1],
    ["articles", "round=geneva-2025-11-23", 1],
    ["rounds", "party=eastia&place=Geneva", 1],
    ["rounds", "role=host", 1],
    ["rounds", "topic=fighting&kind=talks&place=Geneva", 1],
    ["rounds", "topic=people", 0],
    ["rounds", "source=daily-post&place=Geneva", 1],
    ["actors", "alias=Northtown", 1],
    ["actors", "round=geneva-2025-11-23&kind=person", 1],
    ["issues", "topic=people", 1],
    ["sources", "actor=olaf-dahl", 1],
  ])("%s?%s finds %i through what points to it", async (resource, query, expected) => {
    expect(await total(resource, query)).toBe(expected);
  });
});

describe("dates", () => {
  it("match a month by overlap, whole periods included", async () => {
    const { data } = await all("positions", "from=2025-03-10&to=2025-03-12");
    expect(data.length).toBeGreaterThan(0);
    expect(data.every((row) => row.stated_from <= "2025-03-12" && row.stated_to >= "2025-03-10")).toBe(true);
    expect(data.some((row) => row.stated === "2025-03-01/2025-03-20")).toBe(true);
  });

  it("read a month as all its days", async () => {
    expect(await total("positions", "from=2025-02&to=2025-02")).toBe(await total("positions", "from=2025-02-01&to=2025-02-28"));
  });

  it("leave out what has no date", async () => {
    expect(await total("positions", "from=0001")).toBe(await total("positions", "stated__isnull=false"));
  });

  it("bound a reported date by where it begins and ends", async () => {
    const { data } = await all("positions", "stated__gte=2025-03-10&stated__lte=2025-03");
    expect(data.every((row) => row.stated_from >= "2025-03-10" && row.stated_to <= "2025-03-31")).toBe(true);
    expect(data.some((row) => row.stated === "2025-03-01/2025-03-20")).toBe(false);
  });
});

describe("full text", () => {
  it("finds words of quotes in any case, phrases, and leaves out", async () => {
    const words = await total("positions", "q=TRUCE");
    expect(words).toBeGreaterThan(0);
    expect(await total("positions", `q=${encodeURIComponent('"truce must"')}`)).toBeGreaterThan(0);
    expect(await total("positions", `q=${encodeURIComponent('"must truce"')}`)).toBe(0);
    expect(await total("positions", "q=truce%20-envoy")).toBeLessThan(words);
  });

  it.each(['"', "((", "NEAR(a b)", "a AND", "*", "col:val", "-", "'; drop table positions; --", "😀", "a".repeat(500)])("never fails on %s", async (q) => {
    expect([200, 400]).toContain((await get(app, `/v1/positions?q=${encodeURIComponent(q)}`)).status);
  });
});

describe("sorting", () => {
  it("takes several keys, each in its direction", async () => {
    const { data } = await all("positions", "sort=-stance,actor");
    const keys = data.map((row) => [row.stance, row.actor_id]);
    expect(keys).toEqual([...keys].sort(([a, b], [c, d]) => (a !== c ? (a < c ? 1 : -1) : b < d ? -1 : b > d ? 1 : 0)));
  });

  it.each(["stated", "-stated"])("puts unknown dates last with sort=%s", async (sort) => {
    const { data } = await all("positions", `sort=${sort}`);
    const known = data.map((row) => row.stated_from !== null);
    expect(known).toContain(false);
    expect(known).toEqual([...known].sort((a, b) => Number(b) - Number(a)));
  });

  it("has the newest first where nothing is said", async () => {
    const { data } = await list("/v1/articles?limit=3");
    expect(data[0].published).toBe("2025-11-24");
  });
});

describe("selection", () => {
  it("answers the fields that are asked for and no others", async () => {
    const { data } = await list("/v1/positions?fields=stance,evidence,links&limit=2");
    expect(Object.keys(data[0]).sort()).toEqual(["evidence", "links", "stance"]);
    expect(data[0].links.actor).toMatch(/^\/v1\/actors\//);
  });

  it("puts included records beside their ids, null where there is none", async () => {
    const { data } = await all("positions", "include=target,article&fields=id,target_id");
    for (const row of data) {
      expect(row.target?.id ?? null).toBe(row.target_id);
      expect(row.article.links.self).toMatch(/^\/v1\/articles\//);
    }
  });

  it("does the same for items", async () => {
    const { body } = await get(app, "/v1/actors/anna-berg?fields=name,affiliations&include=party");
    expect(Object.keys(body)).toEqual(["name", "affiliations", "party"]);
  });
});

describe("cursors", () => {
  it("belong to their filters and sort keys", async () => {
    const { page } = await list("/v1/positions?limit=1&stance=for");
    for (const query of ["stance=against", "stance=for&sort=stance", "stance=for&hedged=true", ""]) {
      const { status, body } = await get(app, `/v1/positions?cursor=${page.next_cursor}&${query}`);
      expect([status, body.errors[0].parameter]).toEqual([400, "cursor"]);
    }
    expect((await get(app, `/v1/rounds?cursor=${page.next_cursor}`)).status).toBe(400);
  });

  it("do not mind another limit or the order of values", async () => {
    const { page } = await list("/v1/positions?limit=1&stance=for,against");
    expect((await get(app, `/v1/positions?limit=7&stance=against,for&cursor=${page.next_cursor}`)).status).toBe(200);
  });
});
