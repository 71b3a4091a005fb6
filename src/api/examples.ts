// Examples for the OpenAPI document: what this server really answers, found by asking it. Invents nothing; an empty database gives none.
import type { OpenAPIV3_1 } from "openapi-types";
import { resources } from "../domain/resources/registry.ts";
import { parameterName } from "../domain/resources/resource.ts";
import { problemMediaType } from "./plugins/problems.ts";
import type { App } from "./types.ts";

/** Longer answers (an article of a hundred pages) are left out. */
const maxExampleLength = 20_000;

type Json = Record<string, unknown>;
type Parameter = { name: string; in: string; required: boolean; description: string; schema: { type?: string }; example?: unknown };
type Media = Record<string, { example?: unknown }>;
type Operation = { operationId: string; parameters?: Parameter[]; requestBody?: { content: Media }; responses: Record<string, { content: Media }> };

/** The same document with an example for each answer, and for each parameter that has a value in the first row of its list. */
export async function withExamples(app: App, document: OpenAPIV3_1.Document): Promise<OpenAPIV3_1.Document> {
  const copy = structuredClone(document);
  const operations = Object.entries(copy.paths as unknown as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const firstRows = new Map<string, Json | undefined>();
  for (const { name } of Object.values(resources)) firstRows.set(name, await firstRow(app, `/v1/${name}`));
  for (const { path, method, operation } of operations) {
    const row = firstRows.get(path.split("/")[2] ?? "");
    if (path === "/v1/extract") await addExtraction(app, operation, firstRows.get("articles"));
    else if (path === "/reconcile" && method === "post") addReconciliation(operation, firstRows.get("actors"));
    else if (method === "get") await addAnswers(app, path, operation, row, firstRows.get("issues")?.label);
  }
  return copy;
}

async function firstRow(app: App, path: string): Promise<Json | undefined> {
  const { body } = await ask(app, `${path}?limit=1&count=none`);
  return (body.data as Json[] | undefined)?.[0];
}

async function addAnswers(app: App, path: string, { parameters = [], responses }: Operation, row: Json | undefined, words: unknown): Promise<void> {
  for (const parameter of parameters) addValue(parameter, row, path);
  // The one thing that must be asked for is words to look for.
  const required = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  if (required.length > 0 && words === undefined) return;
  for (const parameter of required) parameter.example = words;
  const query = new URLSearchParams(required.map(({ name }): [string, string] => [name, String(words)]));
  if (parameters.some(({ name }) => name === "limit")) query.set("limit", "1");
  const id = path.startsWith("/problems") ? "not-found" : (row?.id as string | undefined);
  if (path.includes("{") && id === undefined) return;
  const url = path.replace(/\{\w+\}/, encodeURIComponent(id ?? ""));
  addExample(responses, await ask(app, query.size > 0 ? `${url}?${query}` : url));
  addExample(responses, await ask(app, `${url}?limt=10`));
  if (path.includes("{")) addExample(responses, await ask(app, path.replace(/\{\w+\}/, "nowhere")));
}

/** A filter's value goes into its description: Swagger UI fills in every `example`, and all filters at once find nothing. */
function addValue(parameter: Parameter, row: Json | undefined, path: string): void {
  if (parameter.in === "path") parameter.example = path.startsWith("/problems") ? "not-found" : row?.id;
  if (parameter.example === undefined) delete parameter.example;
  const field = Object.keys(row ?? {}).find((name) => parameterName(name) === parameter.name);
  const value = field === undefined ? null : row?.[field];
  if (parameter.in === "query" && value !== null && typeof value !== "object") parameter.description += ` For instance \`${value}\`.`;
}

function addReconciliation({ requestBody }: Operation, row: Json | undefined): void {
  const media = requestBody?.content["application/x-www-form-urlencoded"];
  if (media && row) media.example = { queries: JSON.stringify({ q0: { query: row.name } }) };
}

async function addExtraction(app: App, { requestBody, responses }: Operation, row: Json | undefined): Promise<void> {
  if (!row || !requestBody) return;
  const { body: article } = await ask(app, `/v1/articles/${row.id}`);
  const payload = { text: article.text, ...(article.published ? { published: article.published } : {}) };
  const media = requestBody.content["application/json"];
  if (media && JSON.stringify(payload).length <= maxExampleLength) media.example = payload;
  addExample(responses, await ask(app, "/v1/extract", payload));
  addExample(responses, await ask(app, "/v1/extract", {}));
}

/** GET, or POST where there is a body. These requests come from nobody's address, so that they use up nobody's rate. */
async function ask(app: App, url: string, payload?: object): Promise<{ status: number; body: Json; length: number }> {
  const response = await app.inject({
    method: payload ? "POST" : "GET",
    url,
    headers: { "x-request-id": "example" },
    remoteAddress: "examples",
    ...(payload ? { payload } : {}),
  });
  const isJson = /\bjson\b/.test(String(response.headers["content-type"]));
  return { status: response.statusCode, body: isJson ? (response.json() as Json) : {}, length: response.body.length };
}

function addExample(responses: Operation["responses"], { status, body, length }: { status: number; body: Json; length: number }): void {
  const content = responses[status]?.content;
  const media = content?.["application/json"] ?? content?.[problemMediaType];
  if (media && length <= maxExampleLength && status < 429) media.example = body;
}
