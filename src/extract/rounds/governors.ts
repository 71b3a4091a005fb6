// The verb that a meeting's noun hangs on, and where its phrase begins. Names nobody.
import type { Doc, Token } from "../types.ts";

const stops = new Set([";", ":", ".", "?", "!", "("]);

/** "two and a half hours of talks": where the length begins; the noun phrase itself where it has none. */
export function behindLength(doc: Doc, noun: number, from: number): number {
  if (doc.tokens[noun - 1]?.lower !== "of") return noun;
  let k = noun - 1;
  const isLength = ({ tag, lower }: Token) => /^(?:NOUN|NUM|DET|ADJ|CCONJ)$/.test(tag) || lower === "than";
  while (k > Math.max(from, noun - 8) && isLength(doc.tokens[k - 1] as Token)) k--;
  return k;
}

/** The verb that a noun phrase hangs on: the nearest one before it. */
export function governor(doc: Doc, noun: number, from: number): number | null {
  for (let k = noun - 1; k >= Math.max(from, noun - 24); k--) {
    const { tag, lower } = doc.tokens[k] as Token;
    if (stops.has(lower)) return null;
    // "their first acknowledged talks": a participle inside the noun phrase.
    if (tag === "VERB" && k === noun - 1 && /(?:ed|ing)$/.test(lower) && ["DET", "ADJ", "ADV", "PRON", "NUM"].includes(doc.tokens[k - 1]?.tag ?? "")) continue;
    if (tag === "VERB" || (tag === "AUX" && k > 0 && ["had", "has", "have"].includes(lower)) || isIn(doc, k, noun) || isThere(doc, k)) return k;
  }
  return null;
}

/** "A is in permanent contact with B", "A and B were in talks", "A was on the phone to B": the verb of being that leads to the noun. */
export function isIn({ tokens }: Doc, at: number, noun: number): boolean {
  if (!/^(?:is|are|was|were|been)$/.test((tokens[at] as Token).lower)) return false;
  return (noun - at <= 3 && (tokens[noun - 1] as Token).lower === "in") || (noun - at <= 2 && (tokens[noun] as Token).lower === "on");
}

/** "A is in the capital for talks", "A was back in the city for a meeting": the verb of being somewhere. */
function isThere({ tokens }: Doc, at: number): boolean {
  return /^(?:is|are|was|were|been)$/.test((tokens[at] as Token).lower) && ["in", "at", "back", "there", "here"].includes(tokens[at + 1]?.lower ?? "");
}
