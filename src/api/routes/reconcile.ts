// `/reconcile`: tables of names against the actors, for OpenRefine and its like (Reconciliation Service API 0.2).
import type { FastifyRequest } from "fastify";
import * as z from "zod";
import { matchNames } from "../../analysis/names.ts";
import { extend, reconcile } from "../../analysis/reconcile.ts";
import { ExtendQuery, ExtendResults, entityTypes, properties, propertyIds, ReconcileBatch, ReconcileResults } from "../../domain/analysis/reconcile.ts";
import { type FieldError, ProblemError } from "../../domain/problems.ts";
import { wholeNumber } from "../../domain/resources/values.ts";
import { inPlainWords } from "../../domain/wording.ts";
import type { Store } from "../../store/open.ts";
import { nearest } from "../errors.ts";
import { nameIndex } from "../names.ts";
import { responses } from "../responses.ts";
import type { App } from "../types.ts";

const Service = z.strictObject({ service_url: z.string(), service_path: z.string() });
const Named = z.strictObject({ id: z.string(), name: z.string() });
const Manifest = z
  .strictObject({
    versions: z.array(z.string()),
    name: z.string(),
    identifierSpace: z.string(),
    schemaSpace: z.string(),
    documentation: z.string(),
    defaultTypes: z.array(Named),
    view: z.strictObject({ url: z.string() }),
    suggest: z.strictObject({ entity: Service, property: Service, type: Service }),
    extend: z.strictObject({ propose_properties: Service, property_settings: z.array(z.never()) }),
    batchSize: z.int(),
  })
  .meta({ id: "ReconciliationManifest", description: "What the service offers." });

const Suggestions = z
  .strictObject({ result: z.array(z.strictObject({ id: z.string(), name: z.string(), description: z.string().optional() })) })
  .meta({ id: "Suggestions", description: "What a beginning may become, the best first." });

const asJson = z.string().max(1_000_000);
const formOf = {
  queries: '{"q0": {"query": "…", "type": "person", "limit": 3, "properties": [{"pid": "party", "v": "…"}]}}',
  extend: '{"ids": ["…"], "properties": [{"id": "party"}]}',
} as const;
const asked = {
  queries: asJson.optional().describe(`Queries by a key of your own, as JSON: \`${formOf.queries}\`.`),
  extend: asJson.optional().describe(`Ids and properties, as JSON: \`${formOf.extend}\`.`),
};
const Asked = z.strictObject(asked);
const Answer = z.union([Manifest, ReconcileResults, ExtendResults]);

const prefix = z.string({ error: "give it once" }).max(200).default("").describe("What was typed so far.");

/** Registers the service. Form bodies are read here and nowhere else. */
export async function addReconcile(app: App, store: Store): Promise<void> {
  await app.register(async (scope) => addRoutes(scope as unknown as App, store));
}

function addRoutes(app: App, store: Store): void {
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
  const about = {
    tags: ["reconcile"],
    description:
      "The Reconciliation Service API 0.2: actors for names, each with a score and what it is made of. Without `queries` and `extend` it tells what it offers.",
    response: responses("The manifest, candidates by query, or values by id.", Answer, ["invalid-parameter", "invalid-body", "unsupported-media-type"]),
  };
  const read = { ...about, operationId: "getReconciliation", summary: "Reconcile names", querystring: Asked };
  app.get("/reconcile", { schema: read, config: { dataset: false } }, (request) => answer(store, request, request.query));
  const batch = {
    ...about,
    operationId: "postReconciliation",
    summary: "Reconcile many names",
    querystring: z.strictObject({}),
    consumes: ["application/x-www-form-urlencoded"],
    body: Asked.meta({ id: "ReconciliationForm", description: "A form with `queries` or `extend`." }),
  };
  app.post("/reconcile", { schema: batch }, (request) => answer(store, request, request.body));

  const suggest = (what: string, operationId: string, find: (prefix: string) => Promise<z.infer<typeof Suggestions>["result"]>) => {
    const schema = {
      operationId,
      tags: ["reconcile"],
      summary: `Suggest ${what}`,
      description: `For fields that complete what is typed: ${what} whose name begins so or is like it.`,
      querystring: z.strictObject({ prefix, cursor: wholeNumber(0, 10_000).default(0).describe("How many to pass over.") }),
      response: responses("The suggestions.", Suggestions, ["invalid-parameter"]),
    };
    app.get(`/reconcile/suggest/${operationId.replace("suggest", "").toLowerCase()}`, { schema, config: { dataset: false } }, async (request) => {
      const { prefix, cursor } = request.query;
      return { result: (await find(prefix)).slice(cursor, cursor + 20) };
    });
  };
  suggest("actors", "suggestEntity", async (prefix) =>
    matchNames(await nameIndex(store), prefix).map(({ actor }) => ({ id: actor.id, name: actor.name, description: actor.kind })),
  );
  const startingWith = (named: { id: string; name: string }[], prefix: string) =>
    named.filter(({ id, name }) => [id, name].some((word) => word.toLowerCase().startsWith(prefix.toLowerCase())));
  suggest("properties", "suggestProperty", async (prefix) => startingWith(allProperties, prefix));
  suggest("types", "suggestType", async (prefix) => startingWith(entityTypes, prefix));

  const propose = {
    operationId: "proposeProperties",
    tags: ["reconcile"],
    summary: "List the properties that tables can be extended with",
    description: "Every actor has the same ones, whatever its type.",
    querystring: z.strictObject({
      type: z.string().max(200).optional().describe("Type of the actors in the table; makes no difference."),
      limit: wholeNumber(1, 100).default(20).describe("The most properties."),
    }),
    response: responses("The properties.", z.strictObject({ type: z.string().optional(), limit: z.int(), properties: z.array(Named) }), ["invalid-parameter"]),
  };
  app.get("/reconcile/properties", { schema: propose, config: { dataset: false } }, async (request) => {
    const { type, limit } = request.query;
    return { ...(type === undefined ? {} : { type }), limit, properties: allProperties.slice(0, limit) };
  });
}

const allProperties = propertyIds.map((id) => ({ id, name: properties[id] }));

async function answer(store: Store, request: FastifyRequest, { queries, extend: extension }: z.infer<typeof Asked>): Promise<z.infer<typeof Answer>> {
  if (queries !== undefined && extension !== undefined)
    throw new ProblemError("invalid-parameter", { errors: [{ parameter: "extend", message: "does not go with `queries`" }] });
  if (queries !== undefined) {
    const batch = parsed("queries", queries, ReconcileBatch);
    const index = await nameIndex(store);
    return Object.fromEntries(Object.entries(batch).map(([key, query]) => [key, { result: reconcile(index, query) }]));
  }
  if (extension !== undefined) return extend(await nameIndex(store), parsed("extend", extension, ExtendQuery));
  return manifest(`${request.protocol}://${request.host}`);
}

const maxErrors = 10;

/** JSON in a parameter. What is wrong with it is told with the path inside it. */
function parsed<Schema extends z.ZodType>(parameter: keyof typeof asked, text: string, schema: Schema): z.infer<Schema> {
  const wrong = (errors: FieldError[]) => new ProblemError("invalid-parameter", { errors });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw wrong([{ parameter, message: `is not JSON, such as ${formOf[parameter]}` }]);
  }
  const result = schema.safeParse(json, { error: inPlainWords });
  if (result.success) return result.data;
  throw wrong(
    result.error.issues.slice(0, maxErrors).map((issue) => {
      const message = issue.path.length === 0 ? `${issue.message}: it is JSON such as ${formOf[parameter]}` : `${issue.path.join(".")} ${issue.message}`;
      const given = issue.path.reduce((value: unknown, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], json);
      return { parameter, message, ...(issue.code === "invalid_value" ? nearest(String(given), issue.values.map(String)) : {}) };
    }),
  );
}

function manifest(base: string): z.infer<typeof Manifest> {
  const service = (path: string) => ({ service_url: base, service_path: path });
  return {
    versions: ["0.1", "0.2"],
    name: "Parley actors",
    identifierSpace: "urn:parley:actor",
    schemaSpace: "urn:parley:property",
    documentation: `${base}/docs`,
    defaultTypes: entityTypes,
    view: { url: `${base}/v1/actors/{{id}}` },
    suggest: {
      entity: service("/reconcile/suggest/entity"),
      property: service("/reconcile/suggest/property"),
      type: service("/reconcile/suggest/type"),
    },
    extend: { propose_properties: service("/reconcile/properties"), property_settings: [] },
    batchSize: 50,
  };
}
