// Writes down what tests ask of an application, for tools/prism-check.sh: where RECORD_REQUESTS names a file, each request is a line of JSON in it.
import { appendFileSync } from "node:fs";
import type { App } from "../../src/api/types.ts";

export interface RecordedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

/** The same application, its `inject` recorded. Bodies that are no text are left out with their requests. */
export function recorded(app: App): App {
  const file = process.env.RECORD_REQUESTS;
  if (file === undefined) return app;
  const { inject } = app;
  const record = (asked: unknown): void => {
    const { method = "GET", url, headers = {}, payload } = (typeof asked === "string" ? { url: asked } : asked) as Record<string, unknown>;
    if (payload !== undefined && typeof payload !== "string" && (payload === null || Object.getPrototypeOf(payload) !== Object.prototype)) return;
    const isJson = typeof payload === "object";
    const named = { ...(isJson ? { "content-type": "application/json" } : {}), ...(headers as Record<string, string>) };
    const request = { method, url, headers: named, body: isJson ? JSON.stringify(payload) : (payload ?? null) };
    appendFileSync(file, `${JSON.stringify(request)}\n`);
  };
  app.inject = ((...given: [unknown]) => {
    record(given[0]);
    return (inject as (...given: unknown[]) => unknown).apply(app, given);
  }) as App["inject"];
  return app;
}
