// Lists in other formats: the same rows, each once, whole, and safe to open.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/api/types.ts";
import { resources } from "../../src/domain/resources/registry.ts";
import { resourceNames } from "../../src/domain/resources/resource.ts";
import { csv } from "../../src/export/csv.ts";
import type { ExportRow } from "../../src/export/format.ts";
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

const ask = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const readCsv = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true, record_delimiter: "\r\n" });

/** What a CSV cell holds of a value. */
const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
};

const filters = [
  "",
  "stance=for",
  "stance__not=for&sort=-confidence,actor",
  "party=norland,eastia&sort=stated",
  "from=2025-03&to=2025-05",
  "target__isnull=true",
  "q=truce",
  "topic=fighting&sort=-stated",
  "source=the-wire",
  "actor=nobody",
];
const listing = fc.constantFrom(...resourceNames).chain((name) =>
  fc.record({
    name: fc.constant(name),
    filter: name === "positions" ? fc.constantFrom(...filters) : fc.constant(""),
    limit: fc.option(fc.integer({ min: 1, max: 90 })),
  }),
);

it("CSV rows are JSON rows are JSON lines, each once and in the same order", async () => {
  await fc.assert(
    fc.asyncProperty(listing, async ({ name, filter, limit }) => {
      const rows: Json[] = (await get(app, `/v1/${name}?${filter}&limit=${limit ?? 1000}`)).body.data;
      const query = limit === null ? filter : `${filter}&limit=${limit}`;
      const [lines, table] = [await ask(`/v1/${name}.jsonl?${query}`), await ask(`/v1/${name}.csv?${query}`)];
      const read =
        lines.body === ""
          ? []
          : lines.body
              .trimEnd()
              .split("\n")
              .map((line) => JSON.parse(line));
      expect(read).toEqual(rows);
      const columns = Object.keys(resources[name].record.shape).filter((field) => field !== "links");
      expect(readCsv(table.body).map((row) => columns.map((column) => row[column]))).toEqual(rows.map((row) => columns.map((column) => cellOf(row[column]))));
      for (const answer of [lines, table]) expect(answer.headers["x-row-count"]).toBe(String(rows.length));
    }),
    { numRuns: 60 },
  );
});

describe("the format", () => {
  it("is chosen by suffix, by format= or by Accept, with one answer", async () => {
    const answers = [
      await ask("/v1/positions.csv"),
      await ask("/v1/positions?format=csv"),
      await ask("/v1/positions", { accept: "text/csv" }),
      await ask("/v1/positions?format=csv", { accept: "application/json" }),
    ];
    for (const { body, headers } of answers) {
      expect(body).toBe(answers[0]?.body);
      expect(headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
    }
    expect((await ask("/v1/positions?format=json", { accept: "text/csv" })).headers["content-type"]).toMatch(/^application\/json/);
    expect((await ask("/v1/positions", { accept: "text/html,*/*;q=0.8" })).headers["content-type"]).toMatch(/^application\/json/);
  });

  it("shares its name with a field of rounds, and each keeps its words", async () => {
    expect(readCsv((await ask("/v1/rounds?format=csv")).body)).toHaveLength((await get(app, "/v1/rounds")).body.page.total);
    expect(readCsv((await ask("/v1/rounds.csv?format=bilateral")).body).every((row) => row.format === "bilateral")).toBe(true);
    expect((await get(app, "/v1/rounds?format=bilateral&limit=2")).body.data[0].format).toBe("bilateral");
    for (const format of ["bilateral,csv", "xlsx"]) expect((await get(app, `/v1/rounds?format=${format}`)).body.errors[0].parameter).toBe("format");
  });

  it("that a list does not have is refused", async () => {
    expect((await get(app, "/v1/positions?format=xlsx")).body.errors[0]).toMatchObject({
      parameter: "format",
      allowed: expect.arrayContaining(["json", "csv", "jsonl"]),
    });
    expect((await ask("/v1/positions.xlsx")).statusCode).toBe(404);
    expect((await ask("/v1/positions", { accept: "image/png" })).statusCode).toBe(406);
  });

  it("refuses parameters that it has no place for", async () => {
    for (const [url, parameter] of [
      ["/v1/positions.csv?facets=stance", "facets"],
      ["/v1/positions.csv?include=actor", "include"],
      ["/v1/positions.jsonl?bom=true", "bom"],
      ["/v1/positions.jsonl?count=none", "count"],
      ["/v1/positions?bom=true", "bom"],
      ["/v1/positions.csv?explain=true", "explain"],
    ] as const) {
      const { status, body } = await get(app, url);
      expect([url, status, body.errors[0].parameter]).toEqual([url, 400, parameter]);
    }
    expect((await ask("/v1/positions.csv?unheard=1")).statusCode).toBe(400);
    expect((await ask("/v1/positions.csv", { accept: "application/json" })).statusCode).toBe(200);
  });

  it("answers HEAD with its headers and POST with 405", async () => {
    const head = await app.inject({ method: "HEAD", url: "/v1/positions.csv?stance=for" });
    expect([head.statusCode, head.body, Number(head.headers["x-row-count"])]).toEqual([200, "", (await get(app, "/v1/positions?stance=for")).body.page.total]);
    expect((await app.inject({ method: "POST", url: "/v1/positions.csv" })).statusCode).toBe(405);
  });
});

describe("JSON lines", () => {
  it("take fields and included records", async () => {
    const { body } = await ask("/v1/positions.jsonl?fields=id,actor_id&include=actor&limit=3");
    for (const line of body.trimEnd().split("\n")) expect(Object.keys(JSON.parse(line))).toEqual(["id", "actor_id", "actor"]);
  });

  it("go on after a cursor", async () => {
    const { data, page } = (await get(app, "/v1/positions?limit=30")).body;
    const rest = (await ask(`/v1/positions.jsonl?cursor=${page.next_cursor}`)).body.trimEnd().split("\n");
    expect(data.length + rest.length).toBe(page.total);
  });
});

describe("CSV", () => {
  const written = async (rows: object[], more: object = {}) => {
    async function* batches() {
      yield rows as ExportRow[];
    }
    const list = { resource: resources.articles, fields: null, bom: false, url: "", origin: "", dataset_version: "", ...more };
    let text = "";
    for await (const piece of csv.write(batches(), list)) text += piece;
    return text;
  };

  it("has a header where there are no rows, and the fields that are asked for in that order", async () => {
    expect((await ask("/v1/positions.csv?actor=nobody&fields=stance,id")).body).toBe("stance,id\r\n");
  });

  it("puts ids and their labels side by side, and bare quotes beside evidence", async () => {
    const [row] = readCsv((await ask("/v1/positions.csv?limit=1")).body);
    const names = Object.keys(row ?? {});
    expect(names.indexOf("actor_name")).toBe(names.indexOf("actor_id") + 1);
    expect(row?.evidence_quotes).toBe(JSON.parse(row?.evidence ?? "")[0].quote);
  });

  it.each(["=1+1", "+1", "-1", "@sum(a)", "\t=1", "\r=1", "＝1"])("takes the power from %j", async (title) => {
    expect(readCsv(await written([{ id: "a", title }], { fields: ["id", "title"] }))).toEqual([{ id: "a", title: `'${title}` }]);
  });

  it.each(["1=1", "a-b", "", 'say "no", they\r\nsaid', "😀 – Élysée", "'quoted'"])("leaves %j as it is", async (title) => {
    expect(readCsv(await written([{ id: "a", title }], { fields: ["id", "title"] }))).toEqual([{ id: "a", title }]);
  });

  it("leaves negative numbers alone and writes flags as words", async () => {
    expect(await written([{ id: "a", words: -3.5, title: true }], { fields: ["id", "words", "title"] })).toBe("id,words,title\r\na,-3.5,true\r\n");
  });

  it("loses no row of a lone column of unknowns", async () => {
    expect(await written([{ title: null }, { title: "b" }], { fields: ["title"] })).toBe('title\r\n""\r\nb\r\n');
  });

  it("begins with a byte-order mark where it is asked for", async () => {
    expect((await ask("/v1/sources.csv?bom=true")).rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect((await ask("/v1/sources.csv?bom=false")).body.startsWith("id,")).toBe(true);
  });
});
