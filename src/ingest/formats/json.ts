// .json and .jsonl: records with a text and metadata -> articles. Looks at the fields of a record only, at nothing deeper.
import { closest } from "fastest-levenshtein";
import { metaFields, nearestHint, readMetadata, unknownKeyNotes } from "../metadata.ts";
import { type Draft, type Parts, type Refused, refuse } from "../parts.ts";
import { readHtml } from "./html.ts";

/** Fields that can hold the text of a record, best first; `html` holds a page or a piece of one. */
export const textFields = ["text", "body", "content", "html"] as const;
export const maxRecords = 100_000;
const maxNesting = 100;

/** A file of one record, or a list of records. A wrong record is refused by itself, a file of another shape whole. */
export function readJson(text: string): Parts {
  if (nestsTooDeep(text)) return refuse(`nests deeper than ${maxNesting} levels`);
  const parsed = parse(text);
  if ("refused" in parsed) return refuse(parsed.refused);
  const { value } = parsed;
  if (!Array.isArray(value)) return readRecord(value, "");
  if (value.length === 0) return refuse("is an empty list");
  if (value.length > maxRecords) return refuse(`holds more than ${maxRecords} records; split it`);
  return joinParts(value.map((record, i) => readRecord(record, `#${i + 1}`)));
}

/** One record a line; blank lines mean nothing. */
export function readJsonLines(text: string): Parts {
  const parts: Parts[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const record = text.slice(start, end < 0 ? text.length : end).trim();
    start = end < 0 ? text.length : end + 1;
    line++;
    if (record === "") continue;
    if (parts.length === maxRecords) return refuse(`holds more than ${maxRecords} records; split it`);
    const parsed: { value: unknown } | { refused: string } = nestsTooDeep(record) ? { refused: `nests deeper than ${maxNesting} levels` } : parse(record);
    parts.push("refused" in parsed ? refuse(parsed.refused, `:${line}`) : readRecord(parsed.value, `:${line}`));
  }
  return parts.length === 0 ? refuse("holds no record") : joinParts(parts);
}

/** A record's article, or why it has none: no object, no text field, a wrong value. Used for rows of CSV as well. */
export function readRecord(record: unknown, at: string): Parts {
  if (record === null || typeof record !== "object" || Array.isArray(record))
    return refuse(`must be an object with the field "text", not ${Array.isArray(record) ? "a list" : record === null ? "null" : `a ${typeof record}`}`, at);
  const fields = record as Record<string, unknown>;
  const field = textFields.find((name) => fields[name] !== undefined && fields[name] !== null);
  if (field === undefined) return refuse(missingText(Object.keys(fields)), at);
  const content = fields[field];
  if (typeof content !== "string") return refuse(`field "${field}" must be text`, at);

  const { [field]: _, ...rest } = fields;
  const { fields: meta, wrong, unknown } = readMetadata(rest);
  if (wrong.length > 0) return { drafts: [], refused: wrong.map(({ message }) => ({ at, reason: message })) };
  const notes = unknownKeyNotes(unknown, [...metaFields, ...textFields]);
  if (field !== "html") return { drafts: [{ at, text: content, meta, notes }], refused: [] };
  const page = readHtml(content);
  return {
    drafts: page.drafts.map((draft) => ({ at, text: draft.text, meta: { ...draft.meta, ...meta }, notes: [...notes, ...draft.notes] })),
    refused: page.refused.map(({ reason }) => ({ at, reason: `field "html" ${reason}` })),
  };
}

/** The reason for a record or table without a text: what was looked for, what is there, and the nearest of it. */
export function missingText(names: readonly string[]): string {
  if (names.length === 0) return `has no text: needs a field "text" (or body, content, html)`;
  const shown = names.slice(0, 12).map((name) => name.slice(0, 40));
  const near = closest("text", shown);
  const hint = nearestHint(near, textFields) === "" ? "" : `; nearest is "${near}"`;
  return `has no text: needs a field "text" (or body, content, html), has ${shown.join(", ")}${names.length > shown.length ? ", …" : ""}${hint}`;
}

export function joinParts(parts: readonly Parts[]): Parts {
  const drafts: Draft[] = [];
  const refused: Refused[] = [];
  for (const part of parts) {
    drafts.push(...part.drafts);
    refused.push(...part.refused);
  }
  return { drafts, refused };
}

function parse(text: string): { value: unknown } | { refused: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { refused: `is not valid JSON: ${(error as Error).message.replace(/\s+/g, " ").slice(0, 160)}` };
  }
}

/** Counts brackets outside strings, so that a bomb of brackets costs one pass and never reaches the parser. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted && char === "\\") i++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "[" || char === "{") && ++depth > maxNesting) return true;
    else if (!quoted && (char === "]" || char === "}")) depth--;
  }
  return false;
}
