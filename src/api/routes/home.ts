// The front door: what there is, how much of it, and where.
import type { RouteOptions } from "fastify";
import * as z from "zod";
import { Count } from "../../domain/resources/fields.ts";
import { resources } from "../../domain/resources/registry.ts";
import { resourceNames } from "../../domain/resources/resource.ts";
import type { Store } from "../../store/open.ts";
import { resourceCounts } from "../../store/reads/counts.ts";
import { readDataset } from "../../store/reads/dataset.ts";
import { Meta } from "../answers.ts";
import { responses } from "../responses.ts";
import type { App } from "../types.ts";

const Index = z
  .strictObject({
    resources: z.array(z.strictObject({ name: z.enum(resourceNames), description: z.string(), count: Count, href: z.string() })),
    routes: z
      .array(z.strictObject({ href: z.string(), summary: z.string() }))
      .describe("Everything else that can be read: analysis, search, the dataset as a whole."),
    links: z.strictObject({ docs: z.string(), openapi: z.string(), extract: z.string(), problems: z.string(), health: z.string(), readiness: z.string() }),
    meta: Meta.extend({ extraction: z.string().describe("Versions of the codebook and the extractor that made the rows.") }),
  })
  .meta({ id: "Index", description: "What the server offers." });

/** What the server is to programs (RFC 8631): its description, its documentation, its index. */
const serviceLinks = '</openapi.json>; rel="service-desc", </docs>; rel="service-doc", </v1>; rel="index"';

/** Registers `/`, which leads to the documentation, and `/v1`. `routes` are all that there will be. */
export function addHome(app: App, store: Store, routes: readonly RouteOptions[]): void {
  app.get("/", { schema: { hide: true } }, (_request, reply) => reply.header("link", serviceLinks).redirect("/docs", 302));
  const schema = {
    operationId: "getIndex",
    tags: ["operations"],
    summary: "What there is",
    description: "The resources with the number of their rows, and where everything else is.",
    querystring: z.strictObject({}),
    response: responses("The index.", Index, ["invalid-parameter"]),
  };
  app.get("/v1", { schema }, async (_request, reply) => {
    reply.header("link", serviceLinks);
    const counts = await resourceCounts(store);
    const { version, extraction } = await readDataset(store);
    return {
      resources: resourceNames.map((name) => ({ name, description: resources[name].description, count: counts[name], href: `/v1/${name}` })),
      routes: readable(routes),
      links: { docs: "/docs", openapi: "/openapi.json", extract: "/v1/extract", problems: "/problems", health: "/healthz", readiness: "/readyz" },
      meta: { dataset_version: version, extraction },
    };
  });
}

/** Documented routes under `/v1` that need no id, and the reconciliation service; lists of resources are told of beside their rows. */
function readable(routes: readonly RouteOptions[]): { href: string; summary: string }[] {
  const lists = new Set(["/v1", ...resourceNames.map((name) => `/v1/${name}`)]);
  return routes.flatMap(({ url, method, schema }) =>
    method === "GET" && schema?.operationId !== undefined && /^\/(?:v1\/|reconcile$)/.test(url) && !url.includes(":") && !lists.has(url)
      ? [{ href: url, summary: schema.summary ?? url }]
      : [],
  );
}
