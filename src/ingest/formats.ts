// Which reader takes which file, by the ending of its name. A format is a function from text to parts; adding one is a line here.
import { extname } from "node:path";
import { readCsv } from "./formats/csv.ts";
import { readHtml } from "./formats/html.ts";
import { readJson, readJsonLines } from "./formats/json.ts";
import { readMarkdown } from "./formats/markdown.ts";
import { readText } from "./formats/text.ts";
import type { Parts } from "./parts.ts";

/** `maxBytes`: larger files are refused unread. Files of many articles may be larger than files of one. */
interface Format {
  read: (text: string) => Parts;
  html: boolean;
  maxBytes: number;
}

const megabyte = 1024 * 1024;
/** The longest text that an article may have, in the widest encoding. */
const text = { html: false, maxBytes: 8 * megabyte };
const page = { html: true, maxBytes: 20 * megabyte };
const many = { html: false, maxBytes: 100 * megabyte };

export const formats = {
  txt: { ...text, read: readText },
  md: { ...text, read: readMarkdown },
  html: { ...page, read: readHtml },
  json: { ...many, read: readJson },
  jsonl: { ...many, read: readJsonLines },
  csv: { ...many, read: readCsv },
} satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];

const otherEndings: Record<string, FormatName> = { markdown: "md", htm: "html", ndjson: "jsonl" };

/** The format of a file by its name, null where the name ends in none that is read. */
export function formatOf(path: string): FormatName | null {
  const ending = extname(path).slice(1).toLowerCase();
  return Object.hasOwn(formats, ending) ? (ending as FormatName) : (otherEndings[ending] ?? null);
}

/** The format of text without a name, by how it begins; anything unknown is plain text. A table cannot be told from text. */
export function sniffFormat(text: string): FormatName {
  const start = text.slice(0, 1000).trimStart();
  if (/^<(?:!doctype html|html|head|body)\b/i.test(start)) return "html";
  if (/^---[ \t]*\r?\n/.test(start)) return "md";
  if (/^\[\s*\{\s*"/.test(start)) return "json";
  if (/^\{\s*"/.test(start)) return /^\{[^\r\n]*\}[ \t]*\r?\n[ \t]*\{/.test(text) ? "jsonl" : "json";
  return "txt";
}
