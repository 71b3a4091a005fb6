// Whether a text is about an armed conflict at all: texts on other matters must make no rows.
import type { Cast, Doc } from "../types.ts";
import type { PositionIndex } from "./compile.ts";
import { matterOf } from "./learned-matter.ts";

/** The logarithm of the odds from which a text counts. */
const least = +(process.env.GL ?? 2);
/** A text as short as this, in tokens, may say little of the war itself: lower odds will do where somebody acts in it. */
const short = { tokens: 120, least: +(process.env.GS ?? -0.6) };

export function isAboutConflict(doc: Doc, cast: Cast, { learned }: PositionIndex): boolean {
  const odds = matterOf(learned.matter, doc.tokens);
  if (doc.tokens.length >= short.tokens) return odds >= least;
  return odds >= short.least && cast.mentions.some(({ acts, actor }) => acts && !cast.silent?.has(actor));
}
