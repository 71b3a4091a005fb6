// What a text says of itself: title, outlet, author, date, language. Metadata given from outside always wins.
import type { ArticleMeta } from "../domain/articles.ts";
import { isEdtf } from "../domain/dates.ts";
import type { DocumentArticle } from "../domain/documents.ts";
import type { LayoutIndex } from "./blocks.ts";
import { namesAfterCue, namesAlone, namesInBrackets } from "./bylines.ts";
import { findGenre } from "./genre.ts";
import { isDateLine, isMasthead } from "./page.ts";
import { dateOfLine, dateOfParticulars, dateOfStamp, monthOfLine } from "./published.ts";
import { fold } from "./read.ts";
import type { Block, Doc } from "./types.ts";

/** Fills what `given` leaves open from the page's own words. Null where neither tells. */
export function findMeta(doc: Doc, given: ArticleMeta, index: LayoutIndex): DocumentArticle {
  const printed = findPublished(doc, index);
  const published = given.published ?? printed;
  return {
    title: given.title ?? findTitle(doc),
    source: given.source ?? findOutlet(doc, index),
    author: given.author ?? findAuthor(doc, index),
    genre: given.genre ?? findGenre(doc, printed !== null, index),
    language: given.language ?? findLanguage(doc),
    published: published !== null && isEdtf(published) ? published : null,
  };
}

/** Lines above and below the text in which a page names its author, and how long, in characters, a line of particulars is. */
const headLines = 8;
const tailLines = 4;
const longestParticulars = 200;

const lineOf = (doc: Doc, block: Block): string => doc.text.slice(block.start, block.end).trim();

function findTitle(doc: Doc): string | null {
  const block = doc.blocks.find((b) => b.kind === "title");
  if (block)
    return lineOf(doc, block)
      .replace(/^#{1,6}\s+/, "")
      .replace(/<[^<>]{1,80}>/g, "");
  const trail = doc.blocks[0];
  const last =
    trail?.kind === "boilerplate"
      ? lineOf(doc, trail)
          .split(/\s[»>/]\s/)
          .at(-1)
      : undefined;
  return last !== undefined && last !== (trail && lineOf(doc, trail)) && last.includes(" ") ? last : null;
}

/** Blocks from the top as far as the first two of prose: where pages print their date, and agencies their name. */
function head(doc: Doc): Block[] {
  let seen = 0;
  const until = doc.blocks.findIndex((b) => (b.kind === "paragraph" || b.kind === "turn") && ++seen > 2);
  return doc.blocks.slice(0, until < 0 ? 8 : Math.min(until, 8));
}

function findPublished(doc: Doc, { layout }: LayoutIndex): string | null {
  for (const block of head(doc)) {
    const line = lineOf(doc, block);
    const low = line.toLowerCase();
    const labelled = layout.date_label.some((label) => low.startsWith(label));
    if (block.kind === "dateline" || block.kind === "boilerplate" || block.kind === "byline" || labelled || isDateLine(line)) {
      const date = dateOfParticulars(line) ?? dateOfLine(line) ?? monthOfLine(line);
      if (date !== null) return date;
    } else {
      const date = (block.kind === "heading" ? dateOfParticulars(line) : null) ?? dateOfStamp(line);
      if (date !== null) return date;
    }
  }
  for (const block of head(doc)) {
    const opening = dateline.exec(lineOf(doc, block)) ?? slashed.exec(lineOf(doc, block));
    const date = opening && !prose.test(opening[1] as string) ? dateOfLine(opening[1] as string) : null;
    if (date !== null) return date;
  }
  return null;
}

/** `Havana, 22 Jan (AGENCY).– Under…`, `GENEVA, Nov 23 (Agency) — …`: the words before the dash that opens the first sentence. */
const dateline = /^(\p{Lu}[^–—\n]{2,110}?)(?:\s*[–—](?=\s)|\s-{1,2}\s|(?<=\b\d{4}):\s)/u;

/** A word in small letters of a sentence ("The war began on 24 February – and"), which no dateline has; "San José del Lago", "El Alto" and "12th" are none. */
const prose = /(?<![\p{L}\p{N}])(?!(?:de|del|da|do|la|el|al|of|and)(?!\p{L}))\p{Ll}{2,}/u;

/** `LAKESIDE, September 12. /AGENCY/. Talks…`: a city in capitals and a day before an agency between strokes. */
const slashed = /^(\p{Lu}[\p{Lu} .'’-]{2,30}, [\p{L}\d ,]{4,22})\.\s*\/[^/\n]{2,30}\//u;

function findOutlet(doc: Doc, index: LayoutIndex): string | null {
  const { layout } = index;
  const masthead = head(doc).find((block) => block.kind === "boilerplate" && isMasthead(lineOf(doc, block), index));
  if (masthead) return (lineOf(doc, masthead).split(/\s+\|\s+/, 1)[0] as string).replace(/[*#_]/g, "").trim();
  for (const block of head(doc)) {
    const opening = dateline.exec(lineOf(doc, block));
    const name = opening ? /\(([\p{L}][\p{L} .&/-]{1,40})\)/u.exec(opening[1] as string)?.[1] : undefined;
    if (name !== undefined && (name === name.toUpperCase() || layout.agencies.some((word) => ` ${name.toLowerCase()} `.includes(` ${word} `)))) return name;
  }
  return findInterviewer(doc);
}

/** In an interview the outlet asks: its name stands before questions and in the title. */
function findInterviewer(doc: Doc): string | null {
  const title = findTitle(doc);
  if (title === null) return null;
  for (const block of doc.blocks) {
    if (block.kind !== "turn" || !lineOf(doc, block).endsWith("?")) continue;
    const name = doc.text
      .slice(block.start, block.body)
      .replace(/[:\s]+$/, "")
      .trim();
    const at = fold(title).indexOf(fold(name));
    if (at >= 0 && name.length > 2) return title.slice(at, at + name.length);
  }
  return null;
}

/** Who signs above the text, within its dateline, or in the reporters' line below it. */
function findAuthor(doc: Doc, index: LayoutIndex): string | null {
  const lines = doc.blocks.map((block) => ({ kind: block.kind, line: lineOf(doc, block) }));
  for (const { kind, line } of lines) {
    const names = kind === "byline" || kind === "dateline" ? (namesAfterCue(line, index) ?? namesAlone(line, index)) : null;
    if (names !== null) return names;
  }
  const top = lines.slice(0, headLines);
  for (const { line } of top) {
    const names = line.length <= longestParticulars ? namesAfterCue(line, index) : null;
    if (names !== null) return names;
  }
  for (const { line } of [...top, ...lines.slice(-tailLines)]) {
    const names = namesInBrackets(line, index);
    if (names !== null) return names;
  }
  return null;
}

const english = new Set([
  "the",
  "of",
  "and",
  "to",
  "in",
  "that",
  "is",
  "for",
  "with",
  "was",
  "on",
  "by",
  "it",
  "as",
  "at",
  "be",
  "has",
  "have",
  "not",
  "which",
]);

/** `en` where at least one word in ten is a common English one; null else, since no other language is told apart. */
function findLanguage(doc: Doc): string | null {
  const hits = doc.tokens.reduce((sum, token) => sum + (english.has(token.lower) ? 1 : 0), 0);
  return doc.tokens.length >= 5 && hits >= doc.tokens.length / 10 ? "en" : null;
}
