// ETags, 304, kept replies, compression and their headers.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lru } from "../../src/api/lru.ts";
import type { App } from "../../src/api/types.ts";
import { loadCodebookRows } from "../../src/store/codebook-rows.ts";
import { loadArticle } from "../../src/store/load.ts";
import { migrate } from "../../src/store/migrate.ts";
import { open, type Store } from "../../src/store/open.ts";
import { settle } from "../../src/store/settle.ts";
import { codebook, documentOf, meta } from "../store/fixtures.ts";
import { filledStore, get, statementsOf, strictApp } from "./fixture.ts";

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

const etagOf = async (url: string, headers: Record<string, string> = {}) => String((await app.inject({ url, headers })).headers.etag);

describe("an ETag", () => {
  it("is the same for the same question in other words", async () => {
    const etag = await etagOf("/v1/positions?stance=for&hedged=false");
    expect(etag).toMatch(/^W\/"[0-9a-f]{20}"$/);
    expect(await etagOf("/v1/positions?hedged=false&stance=for")).toBe(etag);
    expect(await etagOf("/v1/positions?hedged=false&stance=%66or")).toBe(etag);
  });

  it("differs where the answer does", async () => {
    const etags = await Promise.all(
      [
        "/v1/positions",
        "/v1/positions?stance=for",
        "/v1/positions?limit=2",
        "/v1/positions?fields=id",
        "/v1/positions.csv",
        "/v1/rounds",
        "/v1/actors/norland",
        "/v1/actors/eastia",
      ].map((url) => etagOf(url)),
    );
    etags.push(await etagOf("/v1/positions", { accept: "application/x-ndjson" }));
    expect(new Set(etags).size).toBe(etags.length);
  });

  it("answers 304 without a body to whoever has it, weak or strong, in a list or alone", async () => {
    for (const url of ["/v1/positions?limit=3", "/v1/actors/norland", "/v1/positions.csv", "/v1"]) {
      const etag = await etagOf(url);
      for (const header of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
        const answer = await app.inject({ url, headers: { "if-none-match": header } });
        expect([url, answer.statusCode, answer.body, answer.headers.etag]).toEqual([url, 304, "", etag]);
        expect(answer.headers["cache-control"]).toBe("public, no-cache");
      }
      expect((await get(app, url, { "if-none-match": '"other"' })).status).toBe(200);
    }
  });

  it("is on no problem, and problems are not kept", async () => {
    for (const url of ["/v1/positions?limit=0", "/v1/actors/nobody", "/v1/positions?cursor=rubbish"]) {
      const { headers } = await get(app, url);
      expect([url, headers.etag, headers["cache-control"]]).toEqual([url, undefined, "no-store"]);
    }
    expect((await get(app, "/healthz")).headers.etag).toBeUndefined();
  });
});

describe("a kept reply", () => {
  it("is the reply, with its Link, and asks the database nothing", async () => {
    const first = await get(app, "/v1/positions?limit=7");
    let again: typeof first | undefined;
    expect(await statementsOf(async () => (again = await get(app, "/v1/positions?limit=7")))).toBe(0);
    expect(again?.body).toEqual(first.body);
    for (const name of ["link", "etag", "content-type", "vary", "content-length"]) expect([name, again?.headers[name]]).toEqual([name, first.headers[name]]);
    expect(again?.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
  });

  it("does not answer in a format that was not asked for", async () => {
    await get(app, "/v1/positions?limit=6");
    expect((await get(app, "/v1/positions?limit=6", { accept: "text/csv" })).headers["content-type"]).toMatch(/^text\/csv/);
    expect((await app.inject({ method: "HEAD", url: "/v1/positions?limit=6" })).body).toBe("");
  });

  it("counts against the rate", async () => {
    const limited = await strictApp(store, 2);
    const answers = [await get(limited, "/v1/rounds"), await get(limited, "/v1/rounds"), await get(limited, "/v1/rounds")];
    await limited.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.map(({ headers }) => headers["ratelimit-remaining"])).toEqual(["1", "0", "0"]);
  });
});

describe("compression", () => {
  it("is for clients that take it and bodies that are worth it, fresh or kept or streamed", async () => {
    const plain = await app.inject("/v1/positions?limit=40");
    for (const url of ["/v1/positions?limit=40", "/v1/positions?limit=40", "/v1/positions?limit=39"]) {
      const answer = await app.inject({ url, headers: { "accept-encoding": "br, gzip" } });
      expect([answer.headers["content-encoding"], answer.headers.vary]).toEqual(["gzip", "accept, accept-encoding"]);
      if (url.endsWith("40")) expect(gunzipSync(answer.rawPayload)).toEqual(plain.rawPayload);
    }
    const table = await app.inject({ url: "/v1/positions.csv", headers: { "accept-encoding": "gzip" } });
    expect(gunzipSync(table.rawPayload).toString()).toBe((await app.inject("/v1/positions.csv")).body);
    for (const encoding of ["identity", "gzip;q=0", "br"])
      expect((await app.inject({ url: "/v1/positions?limit=40", headers: { "accept-encoding": encoding } })).headers["content-encoding"]).toBeUndefined();
    expect((await app.inject({ url: "/v1/positions?fields=id&limit=1", headers: { "accept-encoding": "gzip" } })).headers["content-encoding"]).toBeUndefined();
  });
});

describe("new data", () => {
  it("shows at once, under another ETag, while a stream that had begun stays as it was", async () => {
    const folder = mkdtempSync(join(tmpdir(), "parley-"));
    const url = `file:${folder}/parley.db`;
    const writer = await open(url);
    await migrate(writer);
    await loadCodebookRows(writer, codebook());
    const add = async (text: string) => {
      await loadArticle(writer, { text, meta: meta({}) }, documentOf(text), "v1", []);
      await settle(writer, codebook());
    };
    await add("First words.");
    const reader = await open(url, { readonly: true });
    const served = await strictApp(reader);
    const before = await get(served, "/v1/articles");
    const view = await reader.snapshot();
    await add("Second words.");
    const after = await get(served, "/v1/articles", { "if-none-match": String(before.headers.etag) });
    expect([before.body.page.total, after.status, after.body.page.total]).toEqual([1, 200, 2]);
    expect(after.headers.etag).not.toBe(before.headers.etag);
    expect(await view.db.$count(view.t.articles)).toBe(1);
    await view.close();
    await served.close();
    await reader.close();
    await writer.close();
    rmSync(folder, { recursive: true });
  });

  it("that is not settled yet goes without an ETag", async () => {
    const unsettled = await filledStore();
    const served = await strictApp(unsettled);
    await loadArticle(unsettled, { text: "More words.", meta: meta({}) }, documentOf("More words."), "v1", []);
    const { status, headers, body } = await get(served, "/v1/articles");
    expect([status, headers.etag, headers["cache-control"]]).toEqual([200, undefined, "public, no-cache"]);
    expect(body.meta.dataset_version).toMatch(/^unsettled-[0-9a-f]{16}$/);
    await settle(unsettled, codebook());
    expect((await get(served, "/v1/articles")).headers.etag).toBeDefined();
    await served.close();
    await unsettled.close();
  });
});

describe("a bounded cache", () => {
  it("drops what was not used for longest, and does not take what is too large", () => {
    const cache = lru<string>(10);
    cache.set("a", "A", 4);
    cache.set("b", "B", 4);
    cache.get("a");
    cache.set("c", "C", 4);
    cache.set("huge", "H", 11);
    expect(["a", "b", "c", "huge"].map((key) => cache.get(key))).toEqual(["A", undefined, "C", undefined]);
    cache.set("a", "A2", 9);
    expect(["a", "c"].map((key) => cache.get(key))).toEqual(["A2", undefined]);
  });
});
