// Whether a pattern's elements stand in a sentence from a given token on, and with which tokens. Chooses no place to look at.
import type { Token } from "../types.ts";
import { isDash } from "./clause-words.ts";
import { type Element, type Gap, gaps, slots } from "./pattern-language.ts";

/** Lists of numbers, end to end: list `n` is `items[from[n]]` up to `items[from[n + 1]]`. */
export interface Lists {
  from: Int32Array;
  /** Of the smaller kind where all numbers fit, as they do in the bundled codebook: there are more than a million. */
  items: Int16Array | Int32Array;
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

/** Patterns as numbers. */
export interface Shapes {
  /** By pattern: its elements, three numbers each: the `kindOf` number, the set of its options' first words or -1, the number of its options. */
  elements: Lists;
  /** By number of options: rows of sets of words, each led by its length. */
  options: Lists;
}

/** Tells whether a token belongs to an actor's mention; patterns with `<actor>` and loose gaps need it. */
export type InMention = (token: number) => boolean;

/** Most tokens between two words of a pattern. */
export const mostBetween: Record<Gap, number> = { strict: 0, loose: 5, far: 6, passive: 8 };
const mostByGap = gaps.map((gap) => mostBetween[gap]);
/** Most tokens in a slot. */
export const longestSlot = 6;

/** Numbers in an element. */
export const elementSize = 3;
const [gapBits, optionalBit, slotShift] = [0b11, 0b100, 3];
const numberSlot = slots.indexOf("number") + 1;
const nameSlot = slots.indexOf("name") + 1;

/** What an element is apart from its words, as one number: the place of its gap, whether it may be missing, the place of its slot from 1. */
export function kindOf({ gap, optional, slot }: Pick<Element, "gap" | "optional" | "slot">): number {
  return gaps.indexOf(gap) | (optional ? optionalBit : 0) | ((slot === null ? 0 : slots.indexOf(slot) + 1) << slotShift);
}

/** May the pattern begin with the form? */
export function opensWith(sets: Lists, { elements, options }: Shapes, pattern: number, form: number): boolean {
  if (form === 0) return false;
  const first = elements.items[(elements.from[pattern] as number) + 2] as number;
  const end = options.from[first + 1] as number;
  for (let r = options.from[first] as number; r < end; r += 1 + (options.items[r] as number))
    if (holds(sets, options.items[r + 1] as number, form)) return true;
  return false;
}

/** Whether the words of a pattern fit with the first at token `i`, each as near as it can be, before `last`. Leaves the tokens that they take in `at`, the last first. */
export function matchAt(words: Forms, shapes: Shapes, pattern: number, i: number, last: number, inMention: InMention, at: number[]): boolean {
  const { from } = shapes.elements;
  return matchFrom(words, shapes, from[pattern] as number, from[pattern + 1] as number, i, last, inMention, at);
}

/** Leaves the tokens in `at`, the last first, where the elements from `e` to `end` fit. */
function matchFrom(words: Forms, shapes: Shapes, e: number, end: number, from: number, last: number, inMention: InMention, at: number[]): boolean {
  if (e === end) return true;
  const { elements, options } = shapes;
  const kind = elements.items[e] as number;
  const opener = elements.items[e + 1] as number;
  const own = elements.items[e + 2] as number;
  const next = e + elementSize;
  const gap = kind & gapBits;
  const slot = kind >> slotShift;
  const reach = Math.min(from + (mostByGap[gap] as number), last - 1);
  for (let i = from; i <= reach; i++) {
    const filled = slot === 0 ? 0 : slotLength(words.tokens, slot, i, last, inMention);
    if (filled > 0 && matchFrom(words, shapes, next, end, i + filled, last, inMention, at)) return taking(i, filled, at);
    if (opener < 0 || isOneOf(words, opener, i)) {
      const stop = options.from[own + 1] as number;
      for (let r = options.from[own] as number; r < stop; r += 1 + (options.items[r] as number)) {
        const length = options.items[r] as number;
        if (fitsRow(words, options.items, r + 1, length, i, last) && matchFrom(words, shapes, next, end, i + length, last, inMention, at))
          return taking(i, length, at);
      }
    }
    if (i < reach && !isBridge(words, gap, i, inMention)) break;
  }
  return (kind & optionalBit) !== 0 && matchFrom(words, shapes, next, end, from, last, inMention, at);
}

function taking(i: number, count: number, at: number[]): true {
  for (let k = i + count - 1; k >= i; k--) at.push(k);
  return true;
}

/** How many tokens from `i` on fill the slot; 0 where none do. */
function slotLength(tokens: readonly Token[], slot: number, i: number, last: number, inMention: InMention): number {
  if (slot === numberSlot) return (tokens[i] as Token).tag === "NUM" ? 1 : 0;
  let end = i;
  while (end < last && end - i < longestSlot && (inMention(end) || (slot === nameSlot && (tokens[end] as Token).tag === "PROPN"))) end++;
  return end - i;
}

/** Do the `length` sets from `row` on hold the tokens from `i` on? */
function fitsRow(words: Forms, sets: Lists["items"], row: number, length: number, i: number, last: number): boolean {
  if (i + length > last) return false;
  for (let k = 0; k < length; k++) if (!isOneOf(words, sets[row + k] as number, i + k)) return false;
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
function isBridge({ tokens, bridges }: Forms, gap: number, i: number, inMention: InMention): boolean {
  if (bridges[i] === 0) bridges[i] = isDash(tokens, i) ? bridgeBits.strict : bridgesOf(tokens, i);
  return ((bridges[i] as number) & (1 << gap)) !== 0 || (gap !== far && inMention(i));
}

const far = gaps.indexOf("far");
/** Across which gaps a token may stand, each at its place; `strict` allows none and marks a token that was looked at. */
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
const lightWords = new Set([
  "-",
  '"',
  "“",
  "”",
  "'",
  "‘",
  "’",
  "of",
  "its",
  "his",
  "her",
  "their",
  "our",
  "my",
  "your",
  "'s",
  "s",
  "a",
  "the",
  "than",
  "more",
  "all",
]);
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
