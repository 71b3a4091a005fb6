// Whatever is asked of analysis, citations, search and reconciliation, the answer is an answer or a problem, never a failure.
import fc from "fast-check";
import { afterAll, beforeAll, it } from "vitest";
import type { App } from "../../src/api/types.ts";
import type { Store } from "../../src/store/open.ts";
import { filledStore, strictApp } from "./fixture.ts";

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

const routes = ["matrix", "compare", "shifts", "timeline", "conflicts", "silence", "network"].map((name) => `/v1/analysis/${name}`);
const others = ["/v1/cite", "/v1/cite/rounds", "/v1/cite/articles", "/v1/search", "/reconcile", "/reconcile/suggest/entity"];
const parameters = {
  by: ["party", "actor", "none", "topic", "source"],
  between: ["norland,southmark", "norland", "eastia,envoy-1"],
  as_of: ["2025", "2025-06", "2025-06-31", "9999"],
  bucket: ["day", "week", "month"],
  from: ["2025-01", "0001", "2026"],
  to: ["2025-03", "1999"],
  party: ["norland", "nobody", "norland,eastia"],
  issue: ["ceasefire", "cease"],
  columns: ["topic", "issue"],
  independent: ["source", "outlet", "article"],
  hedged: ["true", "false", "any"],
  past: ["true", "false", "any"],
  confidence__gte: ["0.5", "x"],
  format: ["json", "graphml", "bibtex", "ris", "csl-json"],
  limit: ["1", "1000", "0"],
  of: ["round", "position"],
  status: ["silent", "held"],
  q: ["truce", "-", '"'],
  queries: ['{"a":{"query":"anna"}}', "{}", '{"__proto__":{"query":"x"}}'],
  prefix: ["an"],
};

it("never answers 5xx", async () => {
  const name = fc.constantFrom(...(Object.keys(parameters) as (keyof typeof parameters)[]));
  const pair = name.chain((key) =>
    fc.tuple(fc.constant(key), fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...parameters[key]) }, fc.string({ unit: "grapheme", maxLength: 12 }))),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes, ...others), fc.array(pair, { maxLength: 4 }), async (path, query) => {
      const url = `${path}?${query.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&")}`;
      const { statusCode, body } = await app.inject(url);
      if (statusCode >= 500) throw new Error(`${url} answers ${statusCode}: ${body.slice(0, 300)}`);
    }),
    { numRuns: 400 },
  );
});
