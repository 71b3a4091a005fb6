// One file or stream -> articles ready for extraction, or the reasons why not. Knows no database.
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { extname } from "node:path";
import { type Article, type ArticleMeta, maxArticleLength, unknownMeta } from "../domain/articles.ts";
import { normaliseText } from "../domain/text.ts";
import { decode } from "./decode.ts";
import { type FormatName, formatNames, formatOf, formats, sniffFormat } from "./formats.ts";
import type { Parts } from "./parts.ts";
import { fileFault, type SourceFile, stdinPath } from "./sources.ts";

/** `path` names the file and, in a file of many, the place: `news.csv:12`. `notes` say what reading dropped or doubted. */
export interface ReadArticle {
  path: string;
  article: Article;
  notes: string[];
}

export interface Reading {
  articles: ReadArticle[];
  skipped: { path: string; reason: string }[];
}

/** Metadata from outside the file, which wins over what the file says. */
export type GivenMeta = Partial<ArticleMeta>;

/** Reads a file by the ending of its name. Throws nothing: what cannot be read is skipped with the reason. */
export async function readFile({ path }: Pick<SourceFile, "path">, given: GivenMeta): Promise<Reading> {
  const name = formatOf(path);
  if (name === null) {
    return skip(
      path,
      `${extname(path) === "" ? "has no ending in its name" : `is of a type that is not read (${extname(path)})`}; Parley reads ${formatNames.map((ending) => `.${ending}`).join(", ")}`,
    );
  }
  try {
    const bytes = await readBounded(path, formats[name].maxBytes);
    return typeof bytes === "string" ? skip(path, bytes) : readBytes(path, bytes, name, given);
  } catch (error) {
    return skip(path, fileFault(error));
  }
}

/** Reads a stream to its end, as `format` or, where that is null, as what its beginning looks like. */
export async function readStream(stream: AsyncIterable<Uint8Array>, format: FormatName | null, given: GivenMeta): Promise<Reading> {
  const { maxBytes } = formats[format ?? "jsonl"];
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) return skip(stdinPath, tooLarge(size, maxBytes));
    chunks.push(chunk);
  }
  return readBytes(stdinPath, Buffer.concat(chunks), format, given);
}

/** The pure part: bytes of a file -> articles. `format` null is told from the text. */
export function readBytes(path: string, bytes: Uint8Array, format: FormatName | null, given: GivenMeta): Reading {
  if (bytes.length === 0) return skip(path, "is empty");
  const decoded = decode(bytes, format === "html" || format === null);
  if ("refused" in decoded) return skip(path, decoded.refused);
  const name = format ?? sniffFormat(decoded.text);
  if (bytes.length > formats[name].maxBytes) return skip(path, tooLarge(bytes.length, formats[name].maxBytes));
  let parts: Parts;
  try {
    parts = formats[name].read(decoded.text);
  } catch (error) {
    return skip(path, `could not be read as .${name}, which is a fault of Parley: ${(error as Error).message}`);
  }
  const reading: Reading = { articles: [], skipped: parts.refused.map(({ at, reason }) => ({ path: path + at, reason })) };
  const single = (["title", "url"] as const).find((field) => given[field] !== undefined);
  if (single !== undefined && parts.drafts.length > 1) return skip(path, `holds ${parts.drafts.length} articles, and one ${single} cannot be theirs`);
  for (const draft of parts.drafts) {
    const text = normaliseText(draft.text);
    const where = path + draft.at;
    if (text.trim() === "") reading.skipped.push({ path: where, reason: "holds no text" });
    else if (text.length > maxArticleLength)
      reading.skipped.push({ path: where, reason: `is a text of ${text.length} characters; at most ${maxArticleLength} are read` });
    else reading.articles.push({ path: where, article: { text, meta: { ...unknownMeta, ...draft.meta, ...given } }, notes: draft.notes });
  }
  return reading;
}

/** The bytes of a regular file, or the reason for not reading it. Never waits for a pipe and never reads more than the bound. */
async function readBounded(path: string, maxBytes: number): Promise<Uint8Array | string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const entry = await file.stat();
    if (!entry.isFile()) return entry.isDirectory() ? "is a folder" : "is neither a file nor a folder (a pipe, socket or device)";
    if (entry.size > maxBytes) return tooLarge(entry.size, maxBytes);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function tooLarge(bytes: number, maxBytes: number): string {
  const megabytes = (count: number) => Math.ceil(count / (1024 * 1024));
  return `is too large: ${megabytes(bytes)} MB, and a file of its type may have ${megabytes(maxBytes)} MB`;
}

function skip(path: string, reason: string): Reading {
  return { articles: [], skipped: [{ path, reason }] };
}
