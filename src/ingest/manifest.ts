// --manifest: a table of metadata for files that say nothing of themselves. Every mistake in it is named before any file is read.
import { readFileSync, realpathSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { yamlDocument } from "../domain/yaml.ts";
import { decode } from "./decode.ts";
import { UsageError } from "./errors.ts";
import { metaFields, readMetadata, unknownKeyNotes } from "./metadata.ts";
import type { GivenMeta } from "./read.ts";
import { fileFault } from "./sources.ts";

const maxBytes = 50 * 1024 * 1024;

/** Metadata by the real path of the file that it is for. */
export interface Manifest {
  real: string;
  entries: Map<string, { path: string; meta: GivenMeta }>;
}

/**
 * Reads a manifest: CSV or JSON lines with a `path` and metadata fields, JSON or YAML with a list of such records or a mapping path -> fields.
 * Paths count from the manifest's folder. Throws UsageError with every wrong line.
 */
export function readManifest(path: string): Manifest {
  const records = readRecords(path);
  const entries: Manifest["entries"] = new Map();
  const faults: string[] = [];
  for (const { at, record } of records) {
    const { path: file, ...rest } = record;
    if (typeof file !== "string" || file.trim() === "") {
      faults.push(`${path}${at}: has no path`);
      continue;
    }
    const { fields, wrong, unknown } = readMetadata(rest);
    faults.push(
      ...[
        ...wrong.map(({ message }) => message),
        ...unknownKeyNotes(unknown, ["path", ...metaFields]).map((note) => note.replace(" and was left out", "")),
      ].map((fault) => `${path}${at}: ${fault}`),
    );
    const real = realOf(resolve(dirname(path), file.trim()));
    if (entries.has(real)) faults.push(`${path}${at}: names ${file} a second time`);
    entries.set(real, { path: file, meta: fields });
  }
  if (faults.length > 0) throw new UsageError(faults.slice(0, 50).join("\n"));
  return { real: realOf(resolve(path)), entries };
}

interface ManifestRecord {
  at: string;
  record: Record<string, unknown>;
}

function readRecords(path: string): ManifestRecord[] {
  const text = manifestText(path);
  const ending = extname(path).toLowerCase();
  try {
    if (ending === ".csv") return csvRecords(text);
    if (ending === ".jsonl" || ending === ".ndjson")
      return text.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [{ at: `:${i + 1}`, record: asRecord(JSON.parse(line)) }]));
    if (ending === ".json") return listed(JSON.parse(text));
    if (ending === ".yaml" || ending === ".yml") return listed(yamlValue(text));
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
  throw new UsageError(`${path}: a manifest is a .csv, .json, .jsonl or .yaml file`);
}

function yamlValue(text: string): unknown {
  const document = yamlDocument(text, { schema: "failsafe" });
  const error = document?.errors[0];
  if (error) throw error;
  return document?.toJS({ maxAliasCount: 10 });
}

function csvRecords(text: string): ManifestRecord[] {
  const rows: { record: Record<string, string>; info: { lines: number } }[] = parseCsv(text, {
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    info: true,
    skip_empty_lines: true,
  });
  return rows.map(({ record, info }) => ({ at: `:${info.lines}`, record }));
}

function listed(value: unknown): ManifestRecord[] {
  if (Array.isArray(value)) return value.map((record, i) => ({ at: `#${i + 1}`, record: asRecord(record) }));
  return Object.entries(asRecord(value)).map(([path, record], i) => ({ at: `#${i + 1}`, record: { ...asRecord(record), path } }));
}

function asRecord(value: unknown): Record<string, unknown> {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error("must hold records with a path and metadata fields");
  return value as Record<string, unknown>;
}

function manifestText(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`manifest ${path} ${fileFault(error)}`);
  }
  const decoded: ReturnType<typeof decode> = bytes.length > maxBytes ? { refused: "is too large" } : decode(bytes);
  if ("refused" in decoded) throw new UsageError(`manifest ${path} ${decoded.refused}`);
  return decoded.text;
}

/** A path that does not exist stays as it is: an entry for a file that is not there is reported as unused. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
