// Metadata of an article as people write it (front matter, columns, options) -> checked ArticleMeta fields. Guesses nothing and reads no text.
import { closest, distance } from "fastest-levenshtein";
import { type ArticleMeta, unknownMeta } from "../domain/articles.ts";
import { Edtf } from "../domain/dates.ts";
import { normaliseText } from "../domain/text.ts";
import { genres, textBases } from "../domain/vocabulary.ts";

export const metaFields = Object.keys(unknownMeta) as (keyof ArticleMeta)[];

/** `fields` holds only what was given and right. `wrong` says per field what is wrong; `unknown` are keys that mean nothing here. */
interface MetadataReading {
  fields: Partial<ArticleMeta>;
  wrong: { field: string; message: string }[];
  unknown: string[];
}

/** Checks the fields of `record`. Null, undefined and blank values count as not given; a list of authors is joined by commas. */
export function readMetadata(record: Record<string, unknown>): MetadataReading {
  const reading: MetadataReading = { fields: {}, wrong: [], unknown: [] };
  for (const [key, value] of Object.entries(record)) {
    const field = metaFields.find((name) => name === key);
    if (field === undefined) {
      reading.unknown.push(key);
      continue;
    }
    const text = plainValue(value);
    if (text === "") continue;
    const checked = text === null ? wrong("must be text") : checks[field](text);
    if ("error" in checked) reading.wrong.push({ field, message: `${field} ${checked.error}` });
    else Object.assign(reading.fields, { [field]: checked.value });
  }
  return reading;
}

/** A clause for a key or column that is none of `known`: with the nearest of them where it is near. */
export function nearestHint(given: string, known: readonly string[]): string {
  const near = closest(given.toLowerCase(), known);
  return distance(given.toLowerCase(), near) <= Math.max(2, near.length / 3) ? ` (did you mean "${near}"?)` : "";
}

/** Notes for keys that are read by nobody, so that a slip in a name does not pass in silence. */
export function unknownKeyNotes(keys: readonly string[], known: readonly string[] = metaFields): string[] {
  return keys.map((key) => `field "${key.slice(0, 60)}" means nothing to Parley and was left out${nearestHint(key, known)}`);
}

type Checked = { value: string } | { error: string };
const wrong = (error: string): Checked => ({ error });

const checks: Record<keyof ArticleMeta, (text: string) => Checked> = {
  title: shortText,
  source: shortText,
  author: shortText,
  url: (text) =>
    text.length <= 2000 && /^https?:\/\//i.test(text) && URL.canParse(text) ? { value: text } : wrong(`"${clip(text)}" is not an http or https address`),
  published: (text) => {
    const day = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:/.exec(text)?.[1] ?? text;
    return Edtf.safeParse(day).success ? { value: day } : wrong(`"${clip(text)}" is not an EDTF date, such as 2025-11-23, 2025-11 or 2026-02-17/2026-02-18`);
  },
  genre: (text) => oneOf(text, genres),
  language: (text) =>
    /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,4}$/i.test(text)
      ? { value: (text.split(/[-_]/)[0] ?? text).toLowerCase() }
      : wrong(`"${clip(text)}" is not a language code, such as en`),
  text_basis: (text) => oneOf(text, textBases),
};

function shortText(text: string): Checked {
  const line = normaliseText(text).replace(/\s+/g, " ").trim();
  return line.length > 500 ? wrong(`is longer than 500 characters`) : line === "" ? wrong("holds no readable character") : { value: line };
}

function oneOf(text: string, allowed: readonly string[]): Checked {
  const code = text.toLowerCase();
  return allowed.includes(code) ? { value: code } : wrong(`"${clip(text)}" must be one of ${allowed.join(", ")}`);
}

/** "" where nothing is given, null where the value is no text. */
function plainValue(value: unknown): string | null {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.trim();
  if (typeof value === "number") return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value
      .map((item) => item.trim())
      .filter(Boolean)
      .join(", ");
  return null;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
