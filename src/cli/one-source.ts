// The articles of the one file, or of standard input, that `extract` and `explain` take.
import type { Readable } from "node:stream";
import { UsageError } from "../ingest/errors.ts";
import { type Reading, readFile, readStream } from "../ingest/read.ts";
import { expandSources, stdinPath } from "../ingest/sources.ts";
import { givenMeta, type MetadataOptions } from "./metadata-options.ts";

/** Reads `path` with the metadata that the options give. Throws UsageError where the options are wrong or `path` stands for several files. */
export async function readOneSource(path: string, options: MetadataOptions, stdin: Readable): Promise<Reading> {
  const meta = givenMeta(options);
  if (path === stdinPath) return readStream(stdin, options.type ?? null, meta);
  const { files, skipped } = await expandSources([path]);
  const [file] = files;
  if (files.length > 1) throw new UsageError(`${path} stands for ${files.length} files; give one`);
  return file === undefined ? { articles: [], skipped } : readFile(file, meta);
}
