// The OpenAPI 3.1 document, from the zod schemas that the routes validate with. Pure; serves nothing.
import type { RouteOptions } from "fastify";
import type { OpenAPIV3_1 } from "openapi-types";
import * as z from "zod";
import { resources } from "../domain/resources/registry.ts";
import type { DeclaredResponse } from "./responses.ts";

type Schema = OpenAPIV3_1.SchemaObject;
type Schemas = Record<string, Schema>;

const tags = [
  ...Object.values(resources).map(({ name, description }) => ({ name, description })),
  {
    name: "analysis",
    description: "What the positions say together: who stands where, who moved, who contradicts whom. Each answer names the evidence behind it.",
  },
  { name: "dataset", description: "The dataset as a whole: version, coverage, how to cite it, how accurate it is." },
  { name: "search", description: "One question to everything." },
  { name: "reconcile", description: "Names of a table against the actors, for OpenRefine and its like." },
  { name: "extract", description: "The extractor, on a text of your own." },
  { name: "operations", description: "The server itself: what it offers, whether it runs, what went wrong." },
];

const description = `Who said what at the negotiating table, on which issue, when, through whom: read from news articles, each row with the words that show it.

Every list takes the same kinds of parameters. A comma list means "one of these"; different parameters must all hold. \`__not\` turns a filter round, \`__gte\` and \`__lte\` bound it,
\`__isnull\` asks for what is unknown. \`from\` and \`to\` take a day, a month or a year. An unknown parameter, field or code is an error that names the allowed ones. Null means unknown.

Answers change with the dataset alone: each has an \`ETag\`, which \`If-None-Match\` turns into 304 while the rows are the same.

Within \`/v1\` fields, parameters and routes are added, never renamed or removed. What is to go is marked \`deprecated\` here and answers with \`Deprecation\` (RFC 9745) and \`Sunset\` (RFC 8594)
at least six months before; what breaks clients comes as \`/v2\` beside it.`;

/** The document of all routes that have an operation id. Named schemas become components. */
export function openApiOf(routes: readonly RouteOptions[], version: string): OpenAPIV3_1.Document {
  const schemas: Schemas = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { url, method, schema, config } of routes) {
    if (schema?.operationId === undefined || method === "HEAD") continue;
    const path = url.replace(/:(\w+)/g, "{$1}");
    const described = operation(schema, schemas);
    if (config?.dataset === true) described.responses = { ...described.responses, "304": notModified };
    paths[path] = { ...paths[path], [String(method).toLowerCase()]: described };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Parley", version, description, contact: { name: "Whoever runs this server" }, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: "/", description: "This server." }],
    security: [],
    tags,
    paths,
    components: { schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))) },
  } as OpenAPIV3_1.Document;
}

function operation(schema: NonNullable<RouteOptions["schema"]>, schemas: Schemas): { responses: Record<string, unknown> } & Record<string, unknown> {
  const { operationId, tags: of, summary, description: about, params, querystring, body, consumes = ["application/json"], response } = schema;
  const parameters = [...parametersOf("path", params, schemas), ...parametersOf("query", querystring, schemas)];
  return {
    operationId,
    tags: of,
    summary,
    description: about,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { [consumes[0] as string]: { schema: jsonSchema(body as z.ZodType, "input", schemas) } } } } : {}),
    responses: Object.fromEntries(
      Object.entries(response as Record<string, DeclaredResponse>).map(([status, declared]) => [status, responseOf(status, declared, schemas)]),
    ),
  };
}

const requestId = { "X-Request-Id": { description: "The id under which the server's log knows the request.", schema: { type: "string" } } };
const rateHeaders = {
  "RateLimit-Limit": { description: "Requests that one address may send a minute.", schema: { type: "integer" } },
  "RateLimit-Remaining": { description: "How many of them are left.", schema: { type: "integer" } },
  "RateLimit-Reset": { description: "Seconds until there are all of them again.", schema: { type: "integer" } },
};
const etagHeader = { ETag: { description: "Stands for this answer while the dataset is the same.", schema: { type: "string" } } };
const rowCountHeader = { "X-Row-Count": { description: "In formats other than JSON: how many rows the answer has.", schema: { type: "integer" } } };
const notModified = {
  description: "Nothing has changed since the answer that `If-None-Match` names.",
  headers: { ...requestId, ...rateHeaders, ...etagHeader },
};
const linkHeader = { Link: { description: 'On a list that goes on: the next page, `rel="next"`.', schema: { type: "string" } } };
const allowHeader = { Allow: { description: "The methods that the path takes.", schema: { type: "string" } } };

function responseOf(status: string, { description: about, content }: DeclaredResponse, schemas: Schemas): Record<string, unknown> {
  const media = Object.entries(content).map(([type, { schema }]) => [type, { schema: jsonSchema(schema, "output", schemas) }]);
  const isList = Object.values(content).some(({ schema }) => schema instanceof z.ZodObject && "page" in schema.shape);
  return {
    description: about,
    headers: {
      ...requestId,
      ...rateHeaders,
      ...(status === "200" ? etagHeader : {}),
      ...(isList ? { ...linkHeader, ...rowCountHeader } : {}),
      ...(status === "405" ? allowHeader : {}),
    },
    content: Object.fromEntries(media),
  };
}

function parametersOf(place: "path" | "query", schema: unknown, schemas: Schemas): Record<string, unknown>[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input", schemas);
  return Object.entries(properties as Schemas).map(([name, { description: about, ...of }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(about === undefined ? {} : { description: about }),
    // Comma lists: a=x,y.
    ...(of.type === "array" ? { style: "form", explode: false } : {}),
    schema: of,
  }));
}

/** A zod schema as JSON Schema 2020-12; schemas with an id go into `schemas` and are referred to. */
function jsonSchema(schema: z.ZodType, io: "input" | "output", schemas: Schemas): Schema {
  const {
    $schema: _,
    $defs = {},
    ...of
  } = z.toJSONSchema(schema, { io, target: "draft-2020-12" }) as Schema & { $schema?: string; $defs?: Schemas; id?: string };
  for (const [name, { id: __, ...definition }] of Object.entries($defs as Record<string, Schema & { id?: string }>))
    schemas[name] = toComponents(definition) as Schema;
  const { id, ...plain } = toComponents(of) as Schema & { id?: string };
  if (id === undefined) return plain;
  schemas[id] = plain;
  return { $ref: `#/components/schemas/${id}` } as Schema;
}

/** The same value with references to definitions turned into references to components, and tuples that linters know for arrays. */
function toComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toComponents);
  if (value === null || typeof value !== "object") return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string" ? inner.replace("#/$defs/", "#/components/schemas/") : toComponents(inner),
    ]),
  );
  const { prefixItems } = copy;
  if (!Array.isArray(prefixItems) || copy.items) return copy;
  const kinds = new Map(prefixItems.map((item) => [JSON.stringify(item), item]));
  const items = kinds.size === 1 ? prefixItems[0] : { anyOf: [...kinds.values()] };
  return { ...copy, items, minItems: prefixItems.length, maxItems: prefixItems.length };
}
