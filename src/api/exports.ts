// A list in a format other than JSON: which one is meant, what goes with it, and the stream of it.
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "../domain/problems.ts";
import type { ListQuery } from "../domain/resources/list-query.ts";
import type { ExportRow, Format, ShapeParameter } from "../export/format.ts";
import { countRows } from "../store/lists.ts";
import type { Store } from "../store/open.ts";
import { datasetState } from "../store/reads/dataset.ts";
import { allRows } from "../store/reads/stream.ts";
import { preferred } from "./accept.ts";
import { recordsOf } from "./records.ts";

/** What `format=` says for JSON. */
export const jsonFormat = "json";

type Query = Readonly<Record<string, unknown>>;

/** The format that a list is asked for in, by `format=`, else by `Accept`; null is JSON. `query` is the rest: without a `format` that is no filter. */
export function formatOf(request: FastifyRequest, offered: readonly Format[]): { format: Format | null; query: Query } {
  const { format: given, ...rest } = request.query as Query;
  const name = Array.isArray(given) ? given[0] : given;
  const format = offered.find((one) => one.name === name);
  if (format || name === jsonFormat) return { format: format ?? null, query: rest };
  const type = preferred(request.headers.accept ?? "*/*", ["application/json", ...offered.map(({ media_type }) => media_type)]);
  return { format: offered.find(({ media_type }) => media_type === type) ?? null, query: request.query as Query };
}

const shapeParameters: readonly (ShapeParameter | "facets" | "explain" | "count")[] = ["fields", "include", "bom", "facets", "explain", "count"];

/** Throws an `invalid-parameter` problem where the query shapes the answer in a way that its format does not know. */
export function refuseShapes(query: Query, format: Format | null): void {
  const takes: readonly string[] = format ? format.takes : shapeParameters.filter((name) => name !== "bom");
  const errors = shapeParameters
    .filter((parameter) => query[parameter] !== undefined && !takes.includes(parameter))
    .map((parameter) => ({ parameter, message: `does not go with the format ${format?.name ?? jsonFormat}` }));
  if (errors.length > 0) throw new ProblemError("invalid-parameter", { errors });
}

/** Lists on their way at one time: each holds a view of the database open. */
const maxStreams = 16;
let streams = 0;

/** Answers the whole list, or as many rows as `limit` says, as a stream from one state of the data. */
export async function sendExport(store: Store, query: ListQuery, format: Format, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (streams >= maxStreams)
    throw new ProblemError("unavailable", { detail: "too many lists are being sent; try again in a minute", headers: { "retry-after": "60" } });
  streams++;
  const view = await store.snapshot().catch((error: unknown) => {
    streams--;
    throw error;
  });
  const close = async () => {
    streams--;
    await view.close();
  };
  try {
    const most = query.limited ? query.limit : null;
    if (query.after === null) reply.header("x-row-count", Math.min(await countRows(view, query), most ?? Number.POSITIVE_INFINITY));
    reply.type(`${format.media_type}; ${format.media_parameters}`);
    const { version: dataset_version } = await datasetState(view);
    const list = {
      resource: query.resource,
      fields: query.fields,
      bom: (request.query as { bom?: boolean }).bom === true,
      url: request.url,
      origin: originOf(request),
      dataset_version,
    };
    const pieces = format.write(request.method === "HEAD" ? nothing() : batches(view, query, most), list);
    return reply.send(Readable.from(pieces, { highWaterMark: 2 }).once("close", () => void close()));
  } catch (error) {
    await close();
    throw error;
  }
}

/** Scheme and host as the client wrote them; empty where the host is none. */
const originOf = ({ protocol, host }: FastifyRequest): string =>
  /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/.test(host ?? "") ? `${protocol}://${host}` : "";

async function* batches(view: Store, query: ListQuery, most: number | null): AsyncGenerator<ExportRow[]> {
  for await (const rows of allRows(view, query, most)) {
    yield await recordsOf(view, query, rows);
    // Statements leave the event loop no turn of their own.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function* nothing(): AsyncGenerator<ExportRow[]> {}
