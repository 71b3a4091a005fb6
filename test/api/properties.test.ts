// What holds for any query: pages joined are the whole list, and rubbish is refused rather than failing.
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../../src/api/types.ts";
import { filterParameters } from "../../src/domain/resources/parameters.ts";
import { resources } from "../../src/domain/resources/registry.ts";
import { type Resource, resourceNames, sortNames } from "../../src/domain/resources/resource.ts";
import type { Store } from "../../src/store/open.ts";
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

const filters = [
  "",
  "stance=for",
  "stance__not=for",
  "party=norland",
  "from=2025-03",
  "to=2025-05",
  "target__isnull=true",
  "q=truce",
  "confidence__gte=0.4",
  "topic=fighting",
];

/** A resource, distinct sort keys with directions, a page size. */
const listing = fc.constantFrom(...resourceNames).chain((name) =>
  fc.record({
    resource: fc.constant(resources[name] as Resource),
    sort: fc.uniqueArray(fc.tuple(fc.constantFrom(...sortNames(resources[name])), fc.constantFrom("", "-")), { maxLength: 3, selector: ([key]) => key }),
    limit: fc.integer({ min: 1, max: 40 }),
    filter: name === "positions" ? fc.constantFrom(...filters) : fc.constant(""),
  }),
);

it("pages joined are the whole list, each row once and in the same order", async () => {
  await fc.assert(
    fc.asyncProperty(listing, async ({ resource, sort, limit, filter }) => {
      const query = [filter, sort.length > 0 ? `sort=${sort.map(([key, sign]) => sign + key).join(",")}` : ""].filter(Boolean).join("&");
      const whole = (await get(app, `/v1/${resource.name}?limit=1000&${query}`)).body;
      const joined: unknown[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page: { data: unknown[]; page: { total: number; next_cursor: string | null } } = (
          await get(app, `/v1/${resource.name}?limit=${limit}&${query}${cursor && `&cursor=${cursor}`}`)
        ).body;
        expect(page.page.total).toBe(whole.page.total);
        joined.push(...page.data);
        cursor = page.page.next_cursor;
      }
      expect(joined).toEqual(whole.data);
      expect(joined).toHaveLength(whole.page.total);
    }),
    { numRuns: 60 },
  );
});

const known = { issue: ["ceasefire"], topic: ["people"] };
const names = [
  ...new Set(Object.values(resources).flatMap((resource) => filterParameters(resource, known, new Map()).map(({ name }) => name))),
  "sort",
  "limit",
  "cursor",
  "fields",
  "include",
  "count",
  "nonsense",
];
const values = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "true",
    "false",
    "null",
    "-1",
    "1e9",
    "0",
    "2025-11",
    "2025-02-30",
    "9999-12-31",
    "norland",
    "ceasefire",
    "a,b",
    '"a',
    "' or 1=1 --",
    "%",
    "id,-id",
    "\u0000",
    "NaN",
    "WzEsMl0",
  ),
);

it("any query is answered or refused, never a failure", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...resourceNames), fc.array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 4 }), async (name, parameters) => {
      const query = parameters.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
      const { status, body } = await get(app, `/v1/${name}?${query}`);
      expect([200, 400]).toContain(status);
      if (status === 400) expect(body.errors.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});

it("any bytes as an address are answered or refused, never a failure", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom(..."/v1?&=%aé,.-_~!$'()*+;:@\"<>[]{}|\\^`".split("")), maxLength: 60 }), async (rubbish) => {
      const { statusCode } = await app.inject({ url: `/v1/${rubbish}` });
      expect(statusCode).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});
