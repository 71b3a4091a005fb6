// Whether a text is about an armed conflict at all: texts on other matters must make no rows.
import type { Cast, Doc } from "../types.ts";
import type { PositionIndex } from "./compile.ts";
import { findPatterns, numbered } from "./patterns.ts";

/** Words of conflict wanted in every hundred, and how far they must outweigh words of other matters. */
const perHundred = 0.2;
/** A text as short as this may say nothing of the war itself: it counts unless it shows another matter. */
const shortText = 120;

export function isAboutConflict(doc: Doc, cast: Cast, index: PositionIndex): boolean {
  const found = findPatterns(numbered(doc.tokens, index.context), 0, doc.tokens.length, index.context, () => false);
  const conflict = found.filter(({ value }) => value === "conflict").length;
  const other = found.length - conflict;
  if (doc.tokens.length < shortText) return other === 0 ? cast.mentions.some((mention) => mention.acts) : conflict > other;
  return (conflict * 100) / doc.tokens.length >= perHundred && conflict > other;
}
