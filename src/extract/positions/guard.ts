// Whether a text is about an armed conflict at all: texts on other matters must make no rows.
import type { Cast, Doc } from "../types.ts";
import type { PositionIndex } from "./compile.ts";
import { matterOf } from "./learned-matter.ts";
import { findPatterns, numbered } from "./patterns.ts";

/** A text as short as this, in tokens, has too few words for what was learned of whole texts: lists of words decide first. */
const short = 120;
/** The logarithm of the odds from which a longer text counts. Whole held-out texts lie above 1.4 (but for one in ninety above 2.6), pieces of 180 tokens in 97 of 100 above 1.2; held-out texts on other matters below 1. */
export const leastMatter = 1.2;
/** In a short text, how far words of conflict must outweigh words of other matters, and what a word counts that these borrow from war. */
const outweigh = 1.5;
const borrowed = 0.5;
/** A short text with no word of either list is of another matter where what was learned says so clearly: the logarithm of the odds. */
const leastShort = -1.5;

/** How far what was learned of whole texts speaks for an armed conflict (`leastMatter` and more) or against it; null where the text is too short for that. */
export function weightOf(doc: Doc, index: PositionIndex): number | null {
  return doc.tokens.length < short ? null : matterOf(index.learned.matter, doc.tokens);
}

export function isAboutConflict(doc: Doc, cast: Cast, index: PositionIndex): boolean {
  const weight = weightOf(doc, index);
  if (weight !== null) return weight >= leastMatter;
  const count = { conflict: 0, either: 0, other: 0 };
  for (const { value } of findPatterns(numbered(doc.tokens, index.context), 0, doc.tokens.length, index.context, () => false)) count[value]++;
  if (count.other > 0) return count.conflict + borrowed * count.either > outweigh * count.other;
  if (count.conflict + count.either === 0 && matterOf(index.learned.matter, doc.tokens) < leastShort) return false;
  return cast.mentions.some(({ acts, actor }) => acts && !cast.silent?.has(actor));
}
