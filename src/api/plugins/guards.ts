// What every request passes: headers, limits of size and rate, methods and formats that a path does not offer. Knows no resource.
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyRequest, RouteOptions } from "fastify";
import { ProblemError } from "../../domain/problems.ts";
import { accepts } from "../accept.ts";
import type { App } from "../types.ts";
import { problemMediaType } from "./problems.ts";

export const maxBodyBytes = 2 * 1024 * 1024;
const maxUrlLength = 8192;
const maxParameters = 100;

/** The client's `X-Request-Id` where it is a plain word, else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, "headers">): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}

/** For answers that no browser shows as a page. Pages have helmet: see `addPageHeaders`. */
const answerHeaders = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/**
 * Headers for pages, to be registered in the scope that serves them: scripts and styles come from here alone, Swagger UI needs inline styles, and plain HTTP must work
 * on hosts other than localhost.
 */
export async function addPageHeaders(scope: App): Promise<void> {
  scope.addHook("onRequest", async (_request, reply) => void reply.removeHeader("content-security-policy"));
  await scope.register(helmet, {
    contentSecurityPolicy: { directives: { "style-src": ["'self'", "'unsafe-inline'"], "font-src": ["'self'", "data:"], "upgrade-insecure-requests": null } },
    strictTransportSecurity: false,
    crossOriginResourcePolicy: { policy: "cross-origin" },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
}

/** Registers the guards. Call it before the routes: they are then all guarded. */
export async function addGuards(app: App, requestsPerMinute: number): Promise<void> {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({ ...answerHeaders, "x-request-id": request.id });
    if (request.url.length > maxUrlLength) throw new ProblemError("uri-too-long", { detail: `an address may have ${maxUrlLength} characters` });
    if (request.url.split("&").length > maxParameters) throw new ProblemError("invalid-parameter", { detail: `a query may have ${maxParameters} parameters` });
    refuseUnacceptable(request);
  });
  app.addHook("preParsing", async ({ headers }) => {
    if ((headers["content-encoding"] ?? "identity").toLowerCase() !== "identity")
      throw new ProblemError("unsupported-media-type", {
        detail: "the body must be sent as it is, without `Content-Encoding`",
        headers: { "accept-encoding": "identity" },
      });
  });
  await app.register(cors, {
    origin: "*",
    strictPreflight: false,
    methods: ["GET", "HEAD", "POST"],
    exposedHeaders: ["Link", "ETag", "X-Request-Id", "X-Row-Count", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"],
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { max, ttl }) =>
      new ProblemError("too-many-requests", { detail: `${max} requests a minute are allowed; wait ${Math.ceil(ttl / 1000)} seconds` }),
  });
}

function refuseUnacceptable(request: FastifyRequest): void {
  const { accept } = request.headers;
  const { config, schema } = request.routeOptions;
  const produces = config.produces ?? ["application/json"];
  if (accept === undefined || schema?.operationId === undefined || accepts(accept, [...produces, problemMediaType])) return;
  throw new ProblemError("not-acceptable", { detail: `this path answers with ${produces.join(", ")}` });
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Gives each path a route for every method that it lacks, which answers 405 with `Allow`. Call it after all other routes. */
export function refuseOtherMethods(app: App, routes: readonly RouteOptions[]): void {
  const offered = new Map<string, Set<string>>();
  for (const { url, method } of routes.filter(({ url }) => !url.includes("*"))) offered.set(url, new Set([...(offered.get(url) ?? []), ...[method].flat()]));
  for (const [url, of] of offered) {
    const allow = [...of, "OPTIONS"].join(", ");
    const refuse = async () => {
      throw new ProblemError("method-not-allowed", { detail: `allowed are ${allow}`, headers: { allow } });
    };
    // In `onRequest`, so that a body is neither read nor judged.
    app.route({ method: methods.filter((method) => !of.has(method)), url, schema: { hide: true }, onRequest: refuse, handler: refuse });
  }
}
