// Lists and items of every resource, from its declaration. Nothing here is about one of them.
import type { FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import type { Codebook } from "../../domain/codebook/codebook.ts";
import { ProblemError } from "../../domain/problems.ts";
import { type ListQuery, toListQuery, writeCursor } from "../../domain/resources/list-query.ts";
import { type FilterParameter, filterParameters, itemQuerySchema, querySchema } from "../../domain/resources/parameters.ts";
import { resources } from "../../domain/resources/registry.ts";
import type { Resource } from "../../domain/resources/resource.ts";
import type { Format } from "../../export/format.ts";
import { formatsOf } from "../../export/formats.ts";
import { countRows, listRows, rowsById } from "../../store/lists.ts";
import type { Store } from "../../store/open.ts";
import { datasetState } from "../../store/reads/dataset.ts";
import { readFacets } from "../../store/reads/facets.ts";
import { itemDetails } from "../../store/reads/items.ts";
import { codesOf } from "../analysis.ts";
import { itemAnswer, listAnswer } from "../answers.ts";
import { derivedOf } from "../derived.ts";
import { explain, unknownIn } from "../explain.ts";
import { formatOf, jsonFormat, refuseShapes, sendExport } from "../exports.ts";
import { recordsOf } from "../records.ts";
import { foreignAnswer, responses } from "../responses.ts";
import type { App } from "../types.ts";

/** Registers `/v1/<resource>`, the same with each format's suffix (another suffix is told which there are), and `/v1/<resource>/{id}` for every resource. */
export function addResources(app: App, store: Store, codebook: Pick<Codebook, "issues" | "actors">): void {
  const { known, moved } = codesOf(codebook);
  for (const resource of Object.values(resources)) {
    addList(app, store, resource, filterParameters(resource, known, moved));
    addItem(app, store, resource, resource.name === "actors" ? moved : new Map());
  }
}

function addList(app: App, store: Store, resource: Resource, filters: readonly FilterParameter[]): void {
  const formats = formatsOf(resource.name);
  const texts = Object.fromEntries(formats.map(({ media_type, description }) => [media_type, foreignAnswer(media_type, description)]));
  const path = `/v1/${resource.name}`;
  const querystring = querySchema(resource, filters, [jsonFormat, ...formats.map(({ name }) => name)]);
  const schema = {
    operationId: `list${capitalised(resource.name)}`,
    tags: [resource.name],
    summary: `List ${resource.name}`,
    description: [resource.description, ...formats.map(({ suffix, description }) => `\`${path}${suffix}\`: ${description}`)].join("\n\n"),
    querystring,
    response: responses(`A page of ${resource.name}.`, listAnswer(resource), ["invalid-parameter", "uri-too-long", "unavailable"], ["application/json"], texts),
  };
  app.get(path, { schema, config: { produces: ["application/json", ...Object.keys(texts)] } }, (request, reply) => {
    const { format, query } = formatOf(request, formats);
    return answer(request, reply, format, query);
  });
  for (const format of formats) {
    const hidden = { hide: true, querystring: querySchema(resource, filters, [format.name]) };
    app.get(`${path}${format.suffix}`, { schema: hidden }, (request, reply) => answer(request, reply, format, formatOf(request, [format]).query));
  }
  const suffixes = [`.${jsonFormat}`, ...formats.map(({ suffix }) => suffix)];
  const plain = { hide: true, querystring: querySchema(resource, filters, [jsonFormat]) };
  app.get(`${path}.${jsonFormat}`, { schema: plain }, (request, reply) => answer(request, reply, null, formatOf(request, []).query));
  app.get(`${path}.:suffix`, { schema: { hide: true } }, async (request) => {
    const suffix = `.${(request.params as { suffix: string }).suffix}`;
    const error = { parameter: "path", message: `has no format ${suffix.slice(0, 60)}`, allowed: suffixes.map((one) => path + one) };
    throw new ProblemError("not-found", {
      detail: `${resource.name} have no format ${suffix.slice(0, 60)}; there are ${suffixes.join(", ")}`,
      errors: [error],
    });
  });

  async function answer(request: FastifyRequest, reply: FastifyReply, format: Format | null, asked: Readonly<Record<string, unknown>>) {
    refuseShapes(asked, format);
    const query = toListQuery(resource, filters, asked);
    if (format) return sendExport(store, query, format, request, reply);
    const page = await store.together(() => pageOf(store, query));
    if (page.page.next_cursor !== null) linkNext(request, reply, page.page.next_cursor);
    return page;
  }
}

async function pageOf(store: Store, query: ListQuery) {
  const { version: dataset_version } = await datasetState(store);
  const total = query.count ? await countRows(store, query) : null;
  const { rows, next } = await listRows(store, query);
  const isEmpty = rows.length === 0 && query.after === null;
  const explains = query.explain ?? (isEmpty && query.conditions.length > 0);
  return {
    data: await recordsOf(store, query, rows),
    page: { limit: query.limit, total, next_cursor: next && writeCursor(query, next) },
    ...(query.facets.length > 0 ? { facets: await readFacets(store, query) } : {}),
    ...(explains ? { explanation: await explain(store, query) } : {}),
    meta: { dataset_version },
  };
}

/** `moved`: ids that lead to another id now. */
function addItem(app: App, store: Store, resource: Resource, moved: ReadonlyMap<string, string>): void {
  const { name, singular, item } = resource;
  const schema = {
    operationId: `get${capitalised(singular)}`,
    tags: [name],
    summary: `Get one ${singular}`,
    description: item.description ?? resource.description,
    params: z.strictObject({ id: z.string().describe(`Id of the ${singular}.`) }),
    querystring: itemQuerySchema(resource),
    response: responses(`The ${singular}.`, itemAnswer(resource), ["invalid-parameter", "not-found", "uri-too-long"]),
  };
  app.get(`/v1/${name}/:id`, { schema }, (request, reply) =>
    store.together(async () => {
      const { id } = request.params;
      const [row] = await rowsById(store, resource, [id]);
      const now = moved.get(id);
      const [, query] = request.url.split("?", 2);
      if (!row && now !== undefined) return reply.redirect(`/v1/${name}/${encodeURIComponent(now)}${query === undefined ? "" : `?${query}`}`, 308);
      if (!row) throw await noSuchRow(store, resource, id);
      const { fields = null, include = [] } = request.query as { fields?: string[]; include?: string[] };
      const details = { ...row, ...(await itemDetails(store, name, id)) };
      const whole = { ...details, ...derivedOf(name, details) };
      const [record] = await recordsOf(store, { resource, fields, include }, [whole]);
      return record;
    }),
  );
}

async function noSuchRow(store: Store, resource: Resource, id: string): Promise<ProblemError> {
  const asked = { parameter: "id", target: "id", operator: "in", values: [id.slice(0, 200)] } as const;
  const [unknown] = await unknownIn(store, { resource, conditions: [asked] });
  const [near] = unknown?.did_you_mean ?? [];
  const missing = `there is no ${resource.singular} with the id ${JSON.stringify(asked.values[0])}`;
  if (near === undefined) return new ProblemError("not-found", { detail: missing });
  const error = { parameter: "id", message: missing, did_you_mean: near };
  return new ProblemError("not-found", { detail: `${missing} (did you mean ${near}?)`, errors: [error] });
}

/** `Link: rel="next"` (RFC 8288): this list's address with the next cursor. */
function linkNext(request: FastifyRequest, reply: FastifyReply, cursor: string): void {
  const [path, query = ""] = request.url.split("?", 2) as [string, string?];
  const parameters = new URLSearchParams(query);
  parameters.set("cursor", cursor);
  reply.header("link", `<${path}?${parameters}>; rel="next"`);
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
