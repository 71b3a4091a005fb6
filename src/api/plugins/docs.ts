// The OpenAPI document at /openapi.json and Swagger UI at /docs, with all its files from here.
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { RouteOptions } from "fastify";
import type { OpenAPIV3_1 } from "openapi-types";
import type { Store } from "../../store/open.ts";
import { readDataset } from "../../store/reads/dataset.ts";
import { withExamples } from "../examples.ts";
import { openApiOf } from "../openapi.ts";
import { withShared } from "../shared.ts";
import type { App } from "../types.ts";
import { version } from "../version.ts";
import { addPageHeaders } from "./guards.ts";

/** Registers both. `routes` are all routes so far: those that come later are not described. Examples are asked for once for each version of the dataset. */
export async function addDocs(app: App, store: Store, routes: readonly RouteOptions[]): Promise<void> {
  const plain = openApiOf(routes, version);
  let shown: { dataset: string; document: Promise<OpenAPIV3_1.Document> } | undefined;
  app.get("/openapi.json", { schema: { hide: true }, config: { dataset: true } }, async () => {
    const dataset = (await readDataset(store)).version;
    if (shown?.dataset !== dataset) shown = { dataset, document: withExamples(app, plain).then(withShared) };
    return shown.document;
  });
  await app.register(async (pages) => {
    await addPageHeaders(pages);
    // Swagger UI takes its document from @fastify/swagger and from the page beside it: the one hands ours on, the other is led to it.
    await pages.register(swagger, { transform: ({ url }) => ({ schema: { hide: true }, url }), transformObject: () => plain });
    await pages.register(swaggerUi, {
      routePrefix: "/docs",
      uiConfig: { deepLinking: true, docExpansion: "list", defaultModelsExpandDepth: 0, tryItOutEnabled: true },
      uiHooks: {
        onRequest: (request, reply, next) => {
          if (/^\/docs\/json\/?$/.test(request.url)) reply.redirect("/openapi.json");
          else next();
        },
      },
    });
  });
}
