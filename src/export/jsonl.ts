// JSON lines: one record a line, as JSON lists have it.
import { resourceNames } from "../domain/resources/resource.ts";
import type { ExportRow, Format } from "./format.ts";

export const jsonl: Format = {
  name: "jsonl",
  suffix: ".jsonl",
  media_type: "application/x-ndjson",
  media_parameters: "charset=utf-8",
  description: "JSON lines: one record a line, each as in the JSON list.",
  resources: resourceNames,
  takes: ["fields", "include"],
  write,
};

async function* write(batches: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<string> {
  for await (const rows of batches) yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}
