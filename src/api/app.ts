// The whole HTTP application, ready to be asked and not yet listening. Says what it is made of; each part says the rest.
import Fastify, { type RouteOptions } from "fastify";
import type { Accuracy } from "../analysis/accuracy.ts";
import type { Codebook } from "../domain/codebook/codebook.ts";
import type { Store } from "../store/open.ts";
import { addCache } from "./plugins/cache.ts";
import { addCompilers } from "./plugins/compilers.ts";
import { addDocs } from "./plugins/docs.ts";
import { addGuards, maxBodyBytes, refuseOtherMethods, requestIdOf } from "./plugins/guards.ts";
import { addMetrics } from "./plugins/metrics.ts";
import { addProblems, answerProblem, answerRaw } from "./plugins/problems.ts";
import { addAnalyses } from "./routes/analysis/all.ts";
import { addAnnotations } from "./routes/annotations.ts";
import { addCite } from "./routes/cite.ts";
import { addDataset } from "./routes/dataset.ts";
import { addExtract, type Extract } from "./routes/extract.ts";
import { addHealth } from "./routes/health.ts";
import { addHome } from "./routes/home.ts";
import { addMetricsRoute } from "./routes/metrics.ts";
import { addProblemPages } from "./routes/problems.ts";
import { addReconcile } from "./routes/reconcile.ts";
import { addResources } from "./routes/resources.ts";
import { addSearch } from "./routes/search.ts";
import type { App, LogSettings } from "./types.ts";

export interface AppOptions {
  /** Read only: nothing here writes. */
  store: Store;
  codebook: Pick<Codebook, "issues" | "actors">;
  /** What `POST /v1/extract` runs. */
  extract: Extract;
  /** What `/v1/quality` answers; null, and the default: nothing was measured. */
  accuracy?: Accuracy | null;
  logger: LogSettings;
  /** For tests: every answer is checked against its schema, and one that does not fit is an error. */
  strict?: boolean;
  /** From one address; the default suits one reader with a dashboard open. */
  requestsPerMinute?: number;
}

/** Builds the application. The caller listens, or injects requests, and closes it; the store stays open. */
export async function buildApp({ store, codebook, extract, accuracy = null, logger, strict = false, requestsPerMinute = 1200 }: AppOptions): Promise<App> {
  const app: App = Fastify({
    logger,
    bodyLimit: maxBodyBytes,
    requestTimeout: 30_000,
    genReqId: requestIdOf,
    frameworkErrors: answerProblem,
    clientErrorHandler: answerRaw,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
  });
  const routes: RouteOptions[] = [];
  app.addHook("onRoute", (route) => void routes.push(route));

  addCompilers(app, strict);
  addProblems(app, routes);
  await addGuards(app, requestsPerMinute);
  addCache(app, store);
  const requests = addMetrics(app);
  addHome(app, store, routes);
  addResources(app, store, codebook);
  addAnalyses(app, store, codebook);
  addSearch(app, store);
  addDataset(app, store, accuracy);
  addCite(app, store, codebook);
  await addReconcile(app, store);
  addAnnotations(app, store);
  addExtract(app, extract);
  addHealth(app, store);
  addMetricsRoute(app, store, requests);
  addProblemPages(app);
  await addDocs(app, store, routes);
  refuseOtherMethods(app, [...routes]);
  return app;
}
