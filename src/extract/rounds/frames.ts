// What must stand beside a verb to make it a meeting: particles, guests, a way to a place; and what makes it none. Finds no trigger itself.
import type { Doc, Sentence, Token } from "../types.ts";
import { phraseAt } from "./phrases.ts";
import type { MeetingVerb, RoundsIndex } from "./words.ts";

/** Tokens that no phrase runs over. */
export const boundaries = new Set([";", ":", ".", "?", "!", "(", ")"]);

/** "welcomed the roadmap", "hosts a base": what follows is neither people nor a meeting. */
export function isOfThing({ tokens }: Doc, from: number, { last }: Sentence, index: RoundsIndex): boolean {
  const points = /^(?:that|this|these|those)$/.test(tokens[from]?.lower ?? "");
  if ((!points && tokens[from]?.tag !== "DET" && tokens[from]?.tag !== "ADJ") || ["both", "all"].includes(tokens[from]?.lower ?? "")) return false;
  for (let k = from; k < Math.min(last, from + 6); k++) {
    const { tag, lower } = tokens[k] as Token;
    if (tag === "PROPN" || index.delegates.has(lower) || phraseAt(tokens, k, last, index.nouns) !== null) return false;
    if (tag === "ADP" || tag === "PUNCT" || tag === "VERB") return true;
  }
  return true;
}

/** "received the draft": what follows is a thing on paper, not a guest. */
export function isThing(tokens: readonly Token[], i: number, sentence: Sentence, index: RoundsIndex): boolean {
  for (let k = i; k < Math.min(sentence.last, i + 5); k++) {
    const { lower, tag } = tokens[k] as Token;
    if (index.papers.has(lower)) return true;
    if (tag === "PROPN" || tag === "ADP") return false;
  }
  return false;
}

/** "meet their commitments", "met a deadline": what is met is nobody. */
export function isFulfilment(tokens: readonly Token[], i: number, { last }: Sentence, index: RoundsIndex): boolean {
  for (let k = i; k < Math.min(last, i + 4); k++) {
    const { lower, tag } = tokens[k] as Token;
    if (index.fulfilled.has(lower)) return true;
    if (tag !== "DET" && tag !== "ADJ" && tag !== "PRON" && tag !== "NOUN" && tag !== "NUM") return false;
  }
  return false;
}

/** "exchanged 75 prisoners each": nobody talks. */
export function isHandover(tokens: readonly Token[], i: number, sentence: Sentence, index: RoundsIndex): boolean {
  for (let k = i + 1; k < Math.min(sentence.last, i + 5); k++) {
    const { lower, tag } = tokens[k] as Token;
    if (index.handedOver.has(lower) || index.ownBodies.has(lower)) return true;
    if (tag === "ADP" || tag === "VERB") return false;
  }
  return false;
}

/** "flew to", "came to": the verb with "to" in the same breath. */
export function goesTo(tokens: readonly Token[], i: number, sentence: Sentence, index: RoundsIndex): boolean {
  for (let k = i + 1; k < Math.min(sentence.last - 1, i + 12); k++) {
    const { lower, tag } = tokens[k] as Token;
    if (index.papers.has(lower)) return false;
    // "goes to parliament"
    if (lower === "to") return tokens[k + 1]?.tag !== "VERB" && !tokens.slice(k + 1, k + 5).some((token) => index.ownBodies.has(token.lower));
    // "sent his adviser, X, to the capital"
    if (lower === "," && (tokens[k + 1]?.tag === "PROPN" || tokens[k - 1]?.tag === "PROPN")) continue;
    if (lower === "," || boundaries.has(lower) || tag === "VERB") return false;
  }
  return false;
}

/** Where the verb with its particles ends; null where one is missing. At most four words stand between. */
export function particleEnd(tokens: readonly Token[], i: number, sentence: Sentence, verb: MeetingVerb): number | null {
  let at = i;
  for (const word of verb.words.slice(1)) {
    let k = at + 1;
    const end = Math.min(sentence.last, at + (verb.close ? 2 : word === "together" ? 10 : 6));
    while (k < end && (tokens[k] as Token).lower !== word && (tokens[k] as Token).lemma.toLowerCase() !== word) {
      const { lower, tag } = tokens[k] as Token;
      // "leaving A to speak for B" is no journey.
      if (boundaries.has(lower) || lower === "," || tag === "ADP" || (tag === "VERB" && verb.takes === "place")) return null;
      k++;
    }
    if (k >= end) return null;
    at = k;
  }
  return at + 1;
}

/** What must stand near the verb, and what must not follow it. */
export function fits(tokens: readonly Token[], last: number, sentence: Sentence, verb: MeetingVerb): boolean {
  if (verb.near) {
    let near = false;
    for (let k = Math.max(sentence.first, last - 8); k < Math.min(sentence.last, last + 9); k++) near ||= verb.near.has((tokens[k] as Token).lower);
    if (!near) return false;
  }
  if (verb.never_to) {
    for (let k = last; k < Math.min(sentence.last - 1, last + 10); k++) if ((tokens[k] as Token).lower === "to" && tokens[k + 1]?.tag === "VERB") return false;
  }
  const next = last < sentence.last ? (tokens[last] as Token) : null;
  if (verb.takes === "party" && verb.kind === "visit" && isPassive(tokens, last, sentence)) return true;
  // "received at his residence on Monday the envoy": a place or a day may come before the guest.
  if (verb.takes === "party" && verb.kind === "visit" && (next?.lower === "in" || next?.lower === "at" || next?.lower === "on")) return true;
  if (verb.takes === "party" && verb.words.length === 1 && !verb.near) return next !== null && !["ADP", "PART", "PUNCT", "SCONJ", "CCONJ"].includes(next.tag);
  return true;
}

/** "was received in the capital by". */
function isPassive(tokens: readonly Token[], last: number, sentence: Sentence): boolean {
  const before = tokens.slice(Math.max(sentence.first, last - 3), last - 1);
  return (
    before.some(({ lower }) => /^(be|been|being|is|are|was|were)$/.test(lower)) &&
    tokens.slice(last, Math.min(sentence.last, last + 8)).some(({ lower }) => lower === "by")
  );
}
