// `/metrics`: what Prometheus asks for.
import * as z from "zod";
import { resources } from "../../domain/resources/registry.ts";
import { countRows } from "../../store/lists.ts";
import type { Store } from "../../store/open.ts";
import { datasetState } from "../../store/reads/dataset.ts";
import { labels, metric } from "../plugins/metrics.ts";
import { responses } from "../responses.ts";
import type { App } from "../types.ts";

/** Registers the route; `requests` writes down what was counted. */
export function addMetricsRoute(app: App, store: Store, requests: () => string): void {
  const schema = {
    operationId: "getMetrics",
    tags: ["operations"],
    summary: "Measure the server",
    description: "Requests, their times, the cache and the dataset, in Prometheus' text format.",
    querystring: z.strictObject({}),
    response: responses("The measures.", z.string(), ["invalid-parameter"], ["text/plain"]),
  };
  app.get("/metrics", { schema, config: { produces: ["text/plain"] } }, async (_request, reply) => {
    const { version } = await datasetState(store);
    const counts: [string, number][] = [];
    for (const resource of Object.values(resources)) counts.push([labels({ resource: resource.name }), await countRows(store, { resource, conditions: [] })]);
    reply.type("text/plain; version=0.0.4; charset=utf-8");
    return [
      requests(),
      metric("parley_rows", "gauge", "Rows by resource.", counts),
      metric("parley_dataset_info", "gauge", "Which dataset is served.", [[labels({ version }), 1]]),
    ].join("");
  });
}
