// Answers that depend on the dataset alone: an ETag from its version and the normalised query, 304, and whole replies kept with their gzip. Hashes no body.
import { Readable } from "node:stream";
import { constants, createGzip, gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { sha256 } from "../../domain/ids.ts";
import type { Store } from "../../store/open.ts";
import { type DatasetState, datasetState } from "../../store/reads/dataset.ts";
import { accepts, preferred } from "../accept.ts";
import { lru } from "../lru.ts";
import type { App } from "../types.ts";
import { version } from "../version.ts";

interface KeptReply {
  etag: string;
  type: string;
  link: string | undefined;
  body: Buffer;
  /** Made for the first client that takes it. */
  gzip: Buffer | null;
}

/** What an answer will be kept under. */
interface Tag {
  etag: string;
  address: string;
  revision: string;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Null: the answer is not one of the dataset's, or comes from the cache already. */
    tag: Tag | null;
    /** How the cache answered; null where it had no say. */
    cached: "hit" | "revalidated" | "miss" | null;
  }
  interface FastifyContextConfig {
    /** Whether the answer depends on the dataset and the request alone. Left out: for GET under /v1 it does. */
    dataset?: boolean;
  }
}

const roomForReplies = 64 * 1024 * 1024;
const maxReply = 4 * 1024 * 1024;
const keptAddresses = 5000;
const longestAddress = 2000;
/** Smaller bodies are not worth a header. */
const leastGzip = 1024;
/** The dataset can change at any moment: a client may keep an answer, and asks whether it still holds. */
const cacheControl = "public, no-cache";

/** Registers the hooks. Call it before the routes. */
export function addCache(app: App, store: Store): void {
  const replies = lru<KeptReply>(roomForReplies);
  /** Etags by address as sent, so that a repeated request is not even parsed. */
  const addresses = lru<string>(keptAddresses);
  let state: DatasetState | null = null;

  app.decorateRequest("tag", null);
  app.decorateRequest("cached", null);
  app.addHook("onRoute", (route) => {
    const dataset = route.config?.dataset ?? (isRead(route) && /^\/v1(\/|$)/.test(route.url));
    route.config = { ...route.config, dataset };
  });

  app.addHook("preValidation", (request, reply, done) => {
    if (request.routeOptions.config.dataset !== true) return done();
    if (state?.revision === store.revision()) return serveByAddress(request, reply) ? undefined : done();
    datasetState(store).then(
      (fresh) => {
        state = fresh;
        replies.clear();
        addresses.clear();
        done();
      },
      (error: Error) => done(error),
    );
  });

  app.addHook("preHandler", (request, reply, done) => {
    if (request.routeOptions.config.dataset !== true || state === null || !state.settled) return done();
    const etag = etagOf(request, state.version);
    const address = addressOf(request);
    if (matches(request.headers["if-none-match"], etag)) return sendUnchanged(request, reply, etag);
    const kept = replies.get(etag);
    if (kept) {
      addresses.set(address, etag, 1);
      return sendKept(request, reply, kept);
    }
    request.tag = { etag, address, revision: state.revision };
    request.cached = "miss";
    done();
  });

  app.addHook("onSend", async (request, reply, payload: unknown) => {
    const { tag } = request;
    if (request.routeOptions.config.dataset === true && reply.statusCode === 200)
      reply.headers({ "cache-control": cacheControl, vary: "accept, accept-encoding" });
    if (tag === null || reply.statusCode !== 200) return payload;
    request.tag = null;
    // Somebody has committed since: the answer may be of the new data, which another ETag stands for.
    if (store.revision() !== tag.revision) return payload;
    reply.header("etag", tag.etag);
    if (payload instanceof Readable) return takesGzip(request) ? gzipped(reply, payload) : payload;
    if (typeof payload !== "string") return payload;
    const reply_ = { etag: tag.etag, type: String(reply.getHeader("content-type")), link: reply.getHeader("link") as string | undefined };
    const kept: KeptReply = { ...reply_, body: Buffer.from(payload), gzip: null };
    if (kept.body.length <= maxReply) {
      replies.set(tag.etag, kept, kept.body.length * 2);
      addresses.set(tag.address, tag.etag, tag.address.length > longestAddress ? keptAddresses + 1 : 1);
    }
    return bodyFor(request, reply, kept);
  });

  function serveByAddress(request: FastifyRequest, reply: FastifyReply): boolean {
    const etag = addresses.get(addressOf(request));
    const kept = etag === undefined ? undefined : replies.get(etag);
    if (!kept) return false;
    if (matches(request.headers["if-none-match"], kept.etag)) sendUnchanged(request, reply, kept.etag);
    else sendKept(request, reply, kept);
    return true;
  }
}

const isRead = ({ method }: RouteOptions): boolean => [method].flat().every((one) => one === "GET" || one === "HEAD");

/** Everything that the answer depends on, as it was sent. */
const addressOf = (request: FastifyRequest): string => `${request.headers.accept ?? ""} ${request.url}`;

/** Everything that the answer depends on, as it was understood: the order of parameters does not matter, nor does a default that was spelt out. */
function etagOf(request: FastifyRequest, dataset: string): string {
  const { url, config } = request.routeOptions;
  const query = Object.entries(request.query as object).sort(([a], [b]) => (a < b ? -1 : 1));
  const type = config.produces && preferred(request.headers.accept ?? "*/*", config.produces);
  return `W/"${sha256(JSON.stringify([version, dataset, url, request.params, query, type])).slice(0, 20)}"`;
}

/** Whether `If-None-Match` names the ETag, strong or weak, or any by `*` (RFC 9110, 13.1.2). */
const matches = (header: string | undefined, etag: string): boolean =>
  header?.split(",").some((one) => ["*", etag.slice(2)].includes(one.trim().replace(/^W\//, ""))) ?? false;

const takesGzip = ({ headers }: FastifyRequest): boolean => accepts(headers["accept-encoding"] ?? "", ["gzip"]);

function sendUnchanged(request: FastifyRequest, reply: FastifyReply, etag: string): void {
  request.cached = "revalidated";
  reply.headers({ etag, "cache-control": cacheControl, vary: "accept, accept-encoding" }).code(304).send();
}

function sendKept(request: FastifyRequest, reply: FastifyReply, kept: KeptReply): void {
  request.cached = "hit";
  if (kept.link !== undefined) reply.header("link", kept.link);
  reply
    .header("etag", kept.etag)
    .type(kept.type)
    .send(bodyFor(request, reply, kept));
}

function bodyFor(request: FastifyRequest, reply: FastifyReply, kept: KeptReply): Buffer {
  if (kept.body.length < leastGzip || !takesGzip(request)) return kept.body;
  kept.gzip ??= gzipSync(kept.body, { level: constants.Z_BEST_SPEED });
  reply.header("content-encoding", "gzip");
  return kept.gzip;
}

function gzipped(reply: FastifyReply, payload: Readable): Readable {
  reply.header("content-encoding", "gzip");
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  payload.once("error", (error) => gzip.destroy(error));
  gzip.once("close", () => payload.destroy());
  return payload.pipe(gzip);
}
