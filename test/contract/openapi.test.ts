// Every operation of the OpenAPI document, walked: what it declares, what it answers, what it refuses, how many statements it runs.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/api/types.ts";
import type { Store } from "../../src/store/open.ts";
import { filledStore, get, statementsOf, strictApp } from "../api/fixture.ts";

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters?: { name: string; in: string; required: boolean; description?: string; style?: string; explode?: boolean; schema: { type?: string } }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { description: string; content: Record<string, { schema: { $ref?: string }; example?: unknown }> }>;
}

let store: Store;
let app: App;
let document: {
  openapi: string;
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; headers?: Record<string, unknown> };
};
/** The document with what it refers to in place, but for schemas. */
let whole: typeof document;
let operations: { path: string; method: string; operation: Operation }[];
beforeAll(async () => {
  store = await filledStore();
  app = await strictApp(store);
  document = (await get(app, "/openapi.json")).body;
  whole = resolved(document, document) as typeof document;
  operations = Object.entries(whole.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
});
afterAll(async () => {
  await app.close();
  await store.close();
});

function resolved(value: unknown, from: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, from));
  if (value === null || typeof value !== "object") return value;
  const { $ref } = value as { $ref?: string };
  const steps = /^#\/components\/(parameters|headers|responses)\/(.+)$/.exec($ref ?? "");
  if (steps) return resolved((from as { components: Record<string, Record<string, unknown>> }).components[steps[1] as string]?.[steps[2] as string], from);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one, from)]));
}

/** A path with ids of rows that exist. */
async function realPath(path: string): Promise<string> {
  if (!path.includes("{")) return path;
  if (path.startsWith("/problems")) return path.replace("{key}", "internal");
  const { data } = (await get(app, `${path.split("/{")[0]}?limit=1`)).body;
  return path.replace("{id}", data[0].id);
}

/** The path with what it must be asked, by the document's own example, and with more parameters. */
async function realUrl(path: string, { parameters = [] }: Operation, more: Record<string, string> = {}): Promise<string> {
  const required = parameters.filter((parameter) => parameter.in === "query" && parameter.required) as { name: string; example?: unknown }[];
  const query = new URLSearchParams([...required.map(({ name, example }): [string, string] => [name, String(example)]), ...Object.entries(more)]);
  return query.size > 0 ? `${await realPath(path)}?${query}` : realPath(path);
}

describe("the document", () => {
  it("is OpenAPI 3.1 with every route of /v1", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(operations.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/v1", "/v1/positions", "/v1/positions/{id}", "/v1/articles/{id}/annotations", "/v1/extract", "/healthz", "/readyz"]),
    );
  });

  it("names, tags and describes each operation, parameter and answer", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = document.tags.map(({ name }) => name);
    for (const { operation, path } of operations) {
      expect([path, operation.summary, operation.description].every(Boolean)).toBe(true);
      for (const tag of operation.tags) expect(tags).toContain(tag);
      for (const parameter of operation.parameters ?? []) {
        expect([operation.operationId, parameter.name, parameter.description?.trim()]).toEqual([
          operation.operationId,
          parameter.name,
          expect.stringMatching(/.{10}/),
        ]);
        if (parameter.schema.type === "array") expect([parameter.style, parameter.explode]).toEqual(["form", false]);
      }
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect(description).toMatch(/\.$/);
        if (Number(status) >= 400) expect(Object.keys(content)).toEqual(["application/problem+json"]);
      }
    }
  });

  it("refers to nothing that it does not hold, and holds nothing that it does not refer to", () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/([\w.-]+\/[\w.-]+)"/g)].map(([, name]) => name);
    const held = Object.entries(document.components).flatMap(([place, things]) => Object.keys(things).map((name) => `${place}/${name}`));
    expect(new Set(references)).toEqual(new Set(held));
  });

  it("says nothing twice that it can refer to, so that it can be read whole", () => {
    const said = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ parameters = [] }) => parameters.map((one) => JSON.stringify(one))),
    );
    const twice = said.filter((one, at) => !one.includes("$ref") && said.indexOf(one) !== at);
    expect(twice).toEqual([]);
    expect(Object.keys(document.components.headers ?? {}).filter((name) => /\d$/.test(name))).toEqual([]);
  });

  it("has examples that are what the server answers", async () => {
    for (const { path, method, operation } of operations) {
      if (method !== "get") continue;
      const json = operation.responses["200"]?.content["application/json"];
      if (!json) continue;
      const isList = operation.parameters?.some(({ name }) => name === "limit");
      const url = path === "/problems/{key}" ? "/problems/not-found" : await realUrl(path, operation, isList ? { limit: "1" } : {});
      const { body } = await get(app, url, { "x-request-id": "example", accept: "application/json" });
      expect([path, json.example]).toEqual([path, body]);
    }
  });

  it("tells a value of each filter that the filter takes and that finds something", async () => {
    let told = 0;
    for (const { path, operation } of operations) {
      for (const { name, in: place, description } of operation.parameters ?? []) {
        const value = /For instance `([^`]+)`\.$/.exec(description ?? "")?.[1];
        if (place !== "query" || value === undefined || path === "/v1/search") continue;
        told++;
        const { status, body } = await get(app, `${path}?${name}=${encodeURIComponent(value)}`);
        expect([path, name, status, body.page?.total > 0]).toEqual([path, name, 200, true]);
      }
    }
    expect(told).toBeGreaterThan(50);
  });

  it("is the same document for every start", async () => {
    const again = await strictApp(store);
    expect((await get(again, "/openapi.json")).body).toEqual(document);
    await again.close();
  });
});

it("every GET operation answers what it declares", async () => {
  for (const { path, method, operation } of operations) {
    if (method !== "get") continue;
    const url = await realUrl(path, operation);
    const { status, headers } = await get(app, url);
    expect([url, status]).toEqual([url, 200]);
    expect(Object.keys(operation.responses["200"]?.content ?? {})).toContain(String(headers["content-type"]).split(";")[0]);
  }
});

it("every operation refuses an unknown parameter by name", async () => {
  for (const { path, method, operation } of operations) {
    const url = await realUrl(path, operation, { unheard_of: "1" });
    const isForm = operation.requestBody?.content["application/x-www-form-urlencoded"] !== undefined;
    const form = { payload: "queries=%7B%7D", headers: { "content-type": "application/x-www-form-urlencoded" } };
    const body = method === "get" ? {} : isForm ? form : { payload: { text: "Words." } };
    const response = await app.inject({ method: method as "GET", url, ...body });
    expect([url, response.statusCode]).toEqual([url, 400]);
    expect(response.json()).toMatchObject({ type: "/problems/invalid-parameter", errors: [{ parameter: "unheard_of" }] });
  }
});

it("every operation with an id answers one that does not exist with 404", async () => {
  for (const { path } of operations.filter(({ path }) => path.includes("{"))) {
    expect([path, (await get(app, path.replace(/\{\w+\}/, "no-such-thing"))).status]).toEqual([path, 404]);
  }
});

it("a list runs at most four statements, an item at most ten", async () => {
  for (const { path, method, operation } of operations.filter(({ path }) => path.startsWith("/v1"))) {
    if (method !== "get") continue;
    const url = await realUrl(path, operation);
    const statements = await statementsOf(() => get(app, url));
    expect([url, statements <= (path.includes("{") ? 10 : 4), statements]).toEqual([url, true, statements]);
  }
});
