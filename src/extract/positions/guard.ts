// Whether a text is about an armed conflict at all: texts on other matters must make no rows.
import type { Cast, Doc } from "../types.ts";
import type { PositionIndex } from "./compile.ts";
import { findPatterns, numbered } from "./patterns.ts";

/** Words of conflict wanted in every hundred, and how far they must outweigh words of other matters. */
const perHundred = 0.2;
const outweigh = 1.5;
/** What a word counts that other matters borrow from war. */
const borrowed = 0.5;
/** A text as short as this may say nothing of the war itself: it counts unless it shows another matter. */
const shortText = 120;
/** A longer text on talks that has words of other matters names two sides that the codebook or the list of states knows: a war in a film has none. */
const sides = 2;

export function isAboutConflict(doc: Doc, cast: Cast, index: PositionIndex): boolean {
  const count = { conflict: 0, either: 0, other: 0 };
  for (const { value } of findPatterns(numbered(doc.tokens, index.context), 0, doc.tokens.length, index.context, () => false)) count[value]++;
  const conflict = count.conflict + borrowed * count.either;
  if (conflict <= outweigh * count.other && count.other > 0) return false;
  if (doc.tokens.length < shortText) return count.other > 0 || cast.mentions.some(({ acts, actor }) => acts && !cast.silent?.has(actor));
  if ((conflict * 100) / doc.tokens.length < perHundred) return false;
  return count.other === 0 || [...cast.entities.values()].filter(({ provisional }) => !provisional).length >= sides;
}
