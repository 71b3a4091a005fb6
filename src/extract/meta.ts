// What a text says of itself: title, outlet, author, date, genre, language. Metadata given from outside always wins.
import type { ArticleMeta } from "../domain/articles.ts";
import { isEdtf } from "../domain/dates.ts";
import type { DocumentArticle } from "../domain/documents.ts";
import type { Genre } from "../domain/vocabulary.ts";
import { isDateLine, type LayoutIndex } from "./blocks.ts";
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

const lineOf = (doc: Doc, block: Block): string => doc.text.slice(block.start, block.end).trim();

function findTitle(doc: Doc): string | null {
  const block = doc.blocks.find((b) => b.kind === "title");
  if (block) return lineOf(doc, block).replace(/^#{1,6}\s+/, "");
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
const dateline = /^(\p{Lu}[^–—\n]{2,90}?)(?:\s*[–—](?=\s)|\s-{1,2}\s)/u;

/** A word in small letters of a sentence ("The war began on 24 February – and"), which no dateline has; "San José del Lago", "El Alto" and "12th" are none. */
const prose = /(?<![\p{L}\p{N}])(?!(?:de|del|da|do|la|el|al|of|and)(?!\p{L}))\p{Ll}{2,}/u;

/** `LAKESIDE, September 12. /AGENCY/. Talks…`: a city in capitals and a day before an agency between strokes. */
const slashed = /^(\p{Lu}[\p{Lu} .'’-]{2,30}, [\p{L}\d ,]{4,22})\.\s*\/[^/\n]{2,30}\//u;

function findOutlet(doc: Doc, { layout }: LayoutIndex): string | null {
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

function findAuthor(doc: Doc, { layout }: LayoutIndex): string | null {
  for (const block of doc.blocks) {
    if (block.kind !== "byline") continue;
    const line = lineOf(doc, block);
    const low = line.toLowerCase();
    const cue = layout.byline.filter((word) => low.startsWith(word)).sort((a, b) => b.length - a.length)[0] ?? "";
    const name = (
      line
        .slice(cue.length)
        .replace(/^[\s:]+/, "")
        .split(/,| \||\s[–—-]\s| for /)[0] as string
    ).trim();
    if (name !== "" && !layout.not_author.includes(name.toLowerCase()) && !layout.agencies.includes(name.toLowerCase())) return name;
  }
  return null;
}

/** Weighted phrases per thousand words; a conversation or a text too short to tell is `unknown`. */
function findGenre(doc: Doc, dated: boolean, { layout }: LayoutIndex): Genre {
  const words = doc.tokens.length;
  const turns = doc.blocks.filter((b) => b.kind === "turn").length;
  if (words < 40 || turns > doc.blocks.length / 3) return "unknown";
  const low = ` ${fold(doc.text).replace(/\s+/g, " ")} `;
  const rate = (phrases: readonly string[]): number => (1000 * phrases.reduce((sum, phrase) => sum + occurrences(low, phrase), 0)) / words;
  const scores = { opinion: rate(layout.genre.opinion), analysis: rate(layout.genre.analysis), report: rate(layout.genre.report) };
  const quoted = (1000 * doc.quotes.filter((quote) => !quote.scare).length) / words;
  const report = scores.report + quoted + (dated ? 6 : 0);
  if (scores.opinion > 3 && scores.opinion >= scores.analysis * 0.5 && scores.opinion > report * 0.6) return "opinion";
  if (scores.analysis > report) return "analysis";
  return "report";
}

function occurrences(text: string, phrase: string): number {
  let count = 0;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length))
    if (!/[a-z]/.test(text[at - 1] ?? " ") && !/[a-z]/.test(text[at + phrase.length] ?? " ")) count++;
  return count;
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
