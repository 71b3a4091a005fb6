// Whether a pattern's elements stand in a sentence from a given token on, and with which tokens. Chooses no place to look at.
import type { Token } from "../types.ts";
import { isDash } from "./clause-words.ts";
import type { Element, Gap } from "./pattern-language.ts";

/** Lists of numbers, end to end: list `n` is `items[from[n]]` up to `items[from[n + 1]]`. */
export interface Lists {
  from: Int32Array;
  items: Int32Array;
}

/** Tokens with the numbers of their forms: of the form in the text, of the lemma where it is another, of the form for patterns that want it as it stands. 0 where no pattern knows them. */
export interface Forms {
  tokens: readonly Token[];
  lower: Int32Array;
  lemma: Int32Array;
  exact: Int32Array;
  /** By form: the sets of words that hold it, in ascending order. */
  sets: Lists;
  /** What each token may stand between, as far as anybody asked: see `bridgeBits`. */
  bridges: Uint8Array;
}

/** Tells whether a token belongs to an actor's mention; patterns with `<actor>` and loose gaps need it. */
export type InMention = (token: number) => boolean;

/** Most tokens between two words of a pattern. */
export const mostBetween: Record<Gap, number> = { strict: 0, loose: 5, far: 6, passive: 8 };
/** Most tokens in a slot. */
export const longestSlot = 6;

/** The tokens that the words of `elements` take with their first at token `i`, each as near as it can be; null where they do not all fit before `last`. */
export function matchAt(words: Forms, elements: readonly Element[], i: number, last: number, inMention: InMention): number[] | null {
  const at: number[] = [];
  if (!matchFrom(words, elements, 0, i, last, inMention, at)) return null;
  return at.length > 1 ? at.reverse() : at;
}

/** Leaves the tokens in `at`, the last first, where the elements from `n` on fit. */
function matchFrom(words: Forms, elements: readonly Element[], n: number, from: number, last: number, inMention: InMention, at: number[]): boolean {
  const element = elements[n];
  if (!element) return true;
  const reach = n === 0 ? from : Math.min(from + mostBetween[element.gap], last - 1);
  for (let i = from; i <= reach && i < last; i++) {
    const slot = element.slot === null ? 0 : slotLength(words.tokens, element.slot, i, last, inMention);
    if (slot > 0 && matchFrom(words, elements, n + 1, i + slot, last, inMention, at)) return taking(i, slot, at);
    if (element.opener === null || isOneOf(words, element.opener, i))
      for (const row of element.options)
        if (fitsRow(words, row, i, last) && matchFrom(words, elements, n + 1, i + row.length, last, inMention, at)) return taking(i, row.length, at);
    if (i < reach && !isBridge(words, element.gap, i, inMention)) break;
  }
  return element.optional && matchFrom(words, elements, n + 1, from, last, inMention, at);
}

function taking(i: number, count: number, at: number[]): true {
  for (let k = i + count - 1; k >= i; k--) at.push(k);
  return true;
}

/** How many tokens from `i` on fill the slot; 0 where none do. */
function slotLength(tokens: readonly Token[], slot: NonNullable<Element["slot"]>, i: number, last: number, inMention: InMention): number {
  if (slot === "number") return (tokens[i] as Token).tag === "NUM" ? 1 : 0;
  let end = i;
  while (end < last && end - i < longestSlot && (inMention(end) || (slot === "name" && (tokens[end] as Token).tag === "PROPN"))) end++;
  return end - i;
}

function fitsRow(words: Forms, row: readonly number[], i: number, last: number): boolean {
  if (i + row.length > last) return false;
  for (let k = 0; k < row.length; k++) if (!isOneOf(words, row[k] as number, i + k)) return false;
  return true;
}

/** Is token `i` one of the words of the set? */
function isOneOf({ lower, lemma, exact, sets }: Forms, set: number, i: number): boolean {
  return holds(sets, set, lower[i] as number) || holds(sets, set, lemma[i] as number) || holds(sets, set, exact[i] as number);
}

/** Is the form one of the set's? */
export function holds({ from, items }: Lists, set: number, form: number): boolean {
  let low = from[form] as number;
  const end = from[form + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as number) < set) low = middle + 1;
    else high = middle;
  }
  return low < end && items[low] === set;
}

/** May the token stand between two words of a pattern? */
function isBridge({ tokens, bridges }: Forms, gap: Gap, i: number, inMention: InMention): boolean {
  if (bridges[i] === 0) bridges[i] = isDash(tokens, i) ? bridgeBits.strict : bridgesOf(tokens, i);
  return ((bridges[i] as number) & bridgeBits[gap]) !== 0 || (gap !== "far" && inMention(i));
}

/** Across which gaps a token may stand; `strict` allows none and marks a token that was looked at. */
const bridgeBits: Record<Gap, number> = { strict: 1, loose: 2, far: 4, passive: 8 };

function bridgesOf(tokens: readonly Token[], i: number): number {
  const token = tokens[i] as Token;
  return (
    bridgeBits.strict |
    (isLight(token, "loose") ? bridgeBits.loose : 0) |
    (stops.has(token.lower) && !joinsNames(tokens, i) ? 0 : bridgeBits.far) |
    (isLight(token, "passive") ? bridgeBits.passive : 0)
  );
}

/** "the gaps between Norland and Sudland have narrowed": the two are one phrase. */
function joinsNames(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.lower !== "and") return false;
  let k = i - 1;
  while (k > i - 6 && ["PROPN", "DET"].includes(tokens[k]?.tag ?? "")) k--;
  return k < i - 1 && tokens[k]?.lower === "between";
}

const stops = new Set([",", ";", ":", ".", "!", "?", "(", ")", "—", "–", "and", "but", "that", "which", "who", "if", "because", "when", "while", "unless"]);
const lightTags = new Set(["DET", "ADJ", "NUM", "ADV", "PROPN", "PART", "AUX"]);
const lightWords = new Set(["-", '"', "“", "”", "of", "its", "his", "her", "their", "our", "my", "your", "'s", "s", "a", "the", "than", "more", "all"]);
const auxiliary = new Set([
  "be",
  "is",
  "are",
  "was",
  "were",
  "been",
  "being",
  "to",
  "has",
  "have",
  "had",
  "will",
  "would",
  "must",
  "should",
  "shall",
  "could",
  "can",
  "may",
  "might",
  "not",
  "n't",
  "never",
]);
const negators = new Set(["not", "n't", "never"]);

function isLight(token: Token, gap: "loose" | "passive"): boolean {
  if (lightWords.has(token.lower)) return true;
  if (gap === "passive" && (auxiliary.has(token.lower) || token.tag === "AUX" || token.tag === "NOUN")) return true;
  if (gap === "loose" && token.tag === "VERB" && token.lower.endsWith("ed")) return true;
  return lightTags.has(token.tag) && !negators.has(token.lower) && token.lower !== "to";
}
