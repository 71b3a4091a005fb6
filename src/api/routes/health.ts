// For whoever runs the server: whether it lives, and whether it can answer.
import * as z from "zod";
import { ProblemError } from "../../domain/problems.ts";
import { isMigrated } from "../../store/migrate.ts";
import type { Store } from "../../store/open.ts";
import { readDataset } from "../../store/reads/dataset.ts";
import { responses } from "../responses.ts";
import type { App } from "../types.ts";

const Healthy = z.strictObject({ status: z.literal("ok") });
const Ready = z.strictObject({ status: z.literal("ready"), dataset_version: z.string() });

/** Registers `/healthz` and `/readyz`. */
export function addHealth(app: App, store: Store): void {
  const health = {
    operationId: "getHealth",
    tags: ["operations"],
    summary: "Whether the server lives",
    description: "Answers without asking the database.",
    querystring: z.strictObject({}),
    response: responses("It does.", Healthy, ["invalid-parameter"]),
  };
  app.get("/healthz", { schema: health }, async () => ({ status: "ok" as const }));

  const ready = {
    operationId: "getReadiness",
    tags: ["operations"],
    summary: "Whether the server can answer",
    description: "Asks the database: it must answer, and have every migration of this program.",
    querystring: z.strictObject({}),
    response: responses("It can.", Ready, ["invalid-parameter", "unavailable"]),
  };
  app.get("/readyz", { schema: ready }, async (request) => {
    try {
      if (await isMigrated(store)) return { status: "ready" as const, dataset_version: (await readDataset(store)).version };
      request.log.warn("the database is not migrated");
    } catch (error) {
      request.log.error({ err: error }, "the database does not answer");
    }
    throw new ProblemError("unavailable");
  });
}
