// Whether a text is about peace and war at all, by its words. Looks at no meeting and no actor.
import type { Doc } from "../types.ts";
import type { RoundsIndex } from "./words.ts";

/** Weights of a long text's words from which it is about a war, and below which it is not. */
const certain = 2;
const strange = 0;

/**
 * `peace` where two distinct words of the field stand against fewer of other matters (sport, trade, culture…): any meeting counts. `near` with one
 * word: two parties must take part. `open` with none or one of either: two parties must take part for which the codebook knows who negotiates. `other`: no meeting counts.
 * Of a long text what was learned of all its words (`weight`) decides first.
 */
export type Matter = "peace" | "near" | "open" | "other";

export function matterOf(doc: Doc, weight: number | null, index: RoundsIndex): Matter {
  if (weight !== null && weight >= certain) return "peace";
  if (weight !== null && weight < strange) return "other";
  const field = new Set<string>();
  const other = new Set<string>();
  for (const token of doc.tokens) {
    if (!index.tells(token)) continue;
    if (index.field.has(token.lower)) field.add(token.lower);
    else other.add(token.lower);
  }
  if (other.size > Math.max(field.size, 1) || (other.size > 1 && other.size === field.size) || (other.size === 1 && field.size === 0)) return "other";
  if (other.size === 1 && field.size === 1) return "open";
  return field.size >= 2 ? "peace" : field.size === 1 ? "near" : "open";
}
