// Every error becomes a problem of the table, logged where it is the server's fault. Nothing of the cause reaches the client.
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { type Problem, ProblemError, type ProblemKey, problems } from "../../domain/problems.ts";
import { nearest } from "../errors.ts";
import type { App } from "../types.ts";

export const problemMediaType = "application/problem+json";

/** Registers the handlers of errors and of paths that no route serves; of `routes`, all that there will be, the nearest is named. */
export function addProblems(app: App, routes: readonly RouteOptions[]): void {
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request) => {
    const path = pathOf(request);
    const near = nearestPath(path, routes);
    if (near === undefined) throw new ProblemError("not-found", { detail: `no route serves ${path}; /v1 lists what there is` });
    const error = { parameter: "path", message: "is served by no route", did_you_mean: near };
    throw new ProblemError("not-found", { detail: `no route serves ${path} (did you mean ${near}?)`, errors: [error] });
  });
}

/** The documented path without an id that is meant by one that is not there: one step is spelt otherwise, or `/v1` was left out. */
function nearestPath(path: string, routes: readonly RouteOptions[]): string | undefined {
  const bare = (of: string) => of.replace(/^\/(?:v1\/)?/, "");
  const offered = routes.filter(({ url, schema }) => schema?.operationId !== undefined && !url.includes(":")).map(({ url }) => url);
  const { did_you_mean } = nearest(bare(path), offered.map(bare));
  return offered.find((url) => bare(url) === did_you_mean);
}

/** Fastify's own errors that say more than their status does. */
const keysByCode: Readonly<Record<string, ProblemKey>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: "invalid-body",
  FST_ERR_CTP_EMPTY_JSON_BODY: "invalid-body",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "bad-request",
};
const keysByStatus: Readonly<Record<number, ProblemKey>> = {
  404: "not-found",
  405: "method-not-allowed",
  406: "not-acceptable",
  408: "timeout",
  413: "body-too-large",
  414: "uri-too-long",
  415: "unsupported-media-type",
  429: "too-many-requests",
  431: "headers-too-large",
  503: "unavailable",
};

/** Answers an error. An unexpected one is logged and told as `internal`, without its message. */
export function answerProblem(error: FastifyError | ProblemError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const known = error instanceof ProblemError ? error : null;
  const key = known?.key ?? keyOf(error as FastifyError);
  const { status, title } = problems[key];
  if (status >= 500) request.log.error({ err: error }, "request failed");
  const problem: Problem = {
    type: `/problems/${key}`,
    title,
    status,
    detail: known?.message ?? (status >= 500 ? title : detailOf(error, key, request)),
    instance: pathOf(request),
    request_id: request.id,
    ...(known?.errors ? { errors: [...known.errors] } : {}),
  };
  reply
    .headers({ ...known?.headers, "cache-control": "no-store" })
    .code(status)
    .type(problemMediaType)
    .send(problem);
}

/** Answers what is no HTTP message, or one too large or slow to read: there is no request yet, only a socket. Closes it. */
export function answerRaw(error: ConnectionError, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const key = ({ HPE_HEADER_OVERFLOW: "headers-too-large", ERR_HTTP_REQUEST_TIMEOUT: "timeout" } as const)[error.code] ?? "bad-request";
  const { status, title, help } = problems[key];
  const problem: Problem = { type: `/problems/${key}`, title, status, detail: help, instance: "", request_id: "" };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${problemMediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function keyOf({ code, statusCode = 500 }: FastifyError): ProblemKey {
  return keysByCode[code] ?? keysByStatus[statusCode] ?? (statusCode >= 400 && statusCode < 500 ? "bad-request" : "internal");
}

// Fastify's messages for what a client did wrong; they quote nothing but the request. Of a body that it refuses unread they only repeat the title.
function detailOf(error: Error, key: ProblemKey, { routeOptions }: FastifyRequest): string {
  if (key === "unsupported-media-type") return `the body must be ${(routeOptions.schema?.consumes ?? ["application/json"]).join(" or ")}`;
  return key === "body-too-large" ? problems[key].help : error.message || "the request cannot be read";
}

const pathOf = (request: FastifyRequest): string => (request.url.split("?", 1)[0] as string).slice(0, 500);
