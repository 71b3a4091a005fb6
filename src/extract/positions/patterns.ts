// The small pattern language of frames.yaml, cues.yaml and modality.yaml: words in a row, compiled once and found in one pass. Knows nothing of what a pattern means.
import type { Token } from "../types.ts";

/*
 * A pattern is words parted by blanks:
 *   cede territory      the second word follows the first; articles, adjectives, numbers, possessors may stand between
 *   rule_out            `_` allows nothing between
 *   plan _for|to        `_` before a word: nothing between it and the word before
 *   pull .. out         `..` allows up to six words between, inside one clause
 *   recognise <> borders  either order: "recognise the borders", "the borders are to be recognised"
 *   truce|ceasefire     one of several; each may hold `_`
 *   @forces             one of the word class `forces`
 *   =us                 this form alone; any other word of three letters or more also matches in its inflections
 *   firm?               may be missing
 *   <actor> <name> <number>   an actor's mention, a proper name or mention, a number
 */

type Gap = "strict" | "loose" | "far" | "passive";

/** Every form that some pattern knows, by number; a token's forms are looked up once for all patterns. */
type Vocabulary = Map<string, number>;

/** The words that one token may be: `lemmas` by their forms, `exact` in this form alone. */
interface Words {
  lemmas: ReadonlySet<number>;
  exact: ReadonlySet<number>;
}

interface Element {
  gap: Gap;
  optional: boolean;
  /** Alternatives, longest first; each a row of words. */
  options: Words[][];
  slot: (typeof slots)[number] | null;
}

export interface Pattern<T> {
  elements: Element[];
  value: T;
}

/** Patterns that begin with one word. Of many, those that a second word must follow are tried only where such a word stands near. */
interface Starts<T> {
  all: readonly Pattern<T>[];
  /** By the number of a form of the second word; null where the patterns are few. */
  bySecond: ReadonlyMap<number, readonly Pattern<T>[]> | null;
  /** Those that are not in `bySecond`. */
  open: readonly Pattern<T>[];
}

/** Patterns by what their first word may be. */
export interface PatternIndex<T> {
  vocabulary: ReadonlyMap<string, number>;
  /** By the number of any of its forms. */
  byForm: readonly (Starts<T> | undefined)[];
  /** By the number of the one form that it must have. */
  exact: readonly (readonly Pattern<T>[] | undefined)[];
  numbers: readonly Pattern<T>[];
  names: readonly Pattern<T>[];
}

/** Tokens with the numbers of their forms; -1 where no pattern knows them. */
export interface Numbered {
  tokens: readonly Token[];
  lower: Int32Array;
  lemma: Int32Array;
}

/** A pattern found at tokens `first` to `last` (exclusive). `at` are the tokens that its own words took, without what stands between. */
export interface Match<T> {
  value: T;
  first: number;
  last: number;
  at: number[];
}

/** Tells whether a token belongs to an actor's mention; patterns with `<actor>` and loose gaps need it. */
export type InMention = (token: number) => boolean;

const none: readonly never[] = [];
/** Most tokens between two words of a pattern. */
const mostBetween: Record<Gap, number> = { strict: 0, loose: 5, far: 6, passive: 8 };

/** Up to so many patterns are tried without a look at the words that follow. */
const few = 8;

export type WordClasses = Readonly<Record<string, readonly string[]>>;

const slots = ["actor", "name", "number"] as const;
/** Throws an Error that names the pattern where it cannot be read or names an unknown class. */
export function compilePatterns<T>(entries: Iterable<{ pattern: string; value: T; classes: WordClasses }>): PatternIndex<T> {
  const vocabulary: Vocabulary = new Map();
  const byForm: Pattern<T>[][] = [];
  const index = { vocabulary, exact: [] as Pattern<T>[][], numbers: [] as Pattern<T>[], names: [] as Pattern<T>[] };
  const expanders = new Map<WordClasses, OptionsOf>();
  for (const { pattern, value, classes } of entries) {
    const optionsOf = expanders.get(classes) ?? expander(classes, vocabulary);
    expanders.set(classes, optionsOf);
    for (const elements of readPattern(pattern, optionsOf)) {
      const first = elements[0];
      if (!first || first.optional) throw new Error(`pattern must begin with a word that may not be missing: ${pattern}`);
      const compiled = { elements, value };
      const openers = first.options.map((row) => row[0] as Words);
      for (const word of new Set(openers.flatMap(({ lemmas }) => [...lemmas]))) append(byForm, word, compiled);
      for (const word of new Set(openers.flatMap(({ exact }) => [...exact]))) append(index.exact, word, compiled);
      if (first.slot === "number") index.numbers.push(compiled);
      else if (first.slot === "name") index.names.push(compiled);
    }
  }
  return { ...index, byForm: byForm.map(startsOf) };
}

function startsOf<T>(all: readonly Pattern<T>[]): Starts<T> {
  if (all.length <= few) return { all, bySecond: null, open: all };
  const bySecond = new Map<number, Pattern<T>[]>();
  for (const pattern of all)
    for (const form of secondForms(pattern) ?? []) {
      const known = bySecond.get(form);
      if (known) known.push(pattern);
      else bySecond.set(form, [pattern]);
    }
  return { all, bySecond, open: all.filter((pattern) => secondForms(pattern) === null) };
}

/** All forms with which the second part may begin; null where it may be missing or be no word, or where the first part may be several words. */
function secondForms<T>({ elements: [first, second] }: Pattern<T>): Set<number> | null {
  if (!first || !second || first.slot !== null || second.optional || second.slot !== null || first.options.some((row) => row.length > 1)) return null;
  return new Set(second.options.flatMap(([words]) => [...(words as Words).lemmas, ...(words as Words).exact]));
}

/** The patterns of `starts` that can match with their first word at token `i`, in their order. */
function startsAt<T>(words: Numbered, { all, bySecond, open }: Starts<T>, i: number, last: number): readonly Pattern<T>[] {
  if (bySecond === null) return all;
  const near = new Set<Pattern<T>>();
  for (let j = i + 1; j <= i + 1 + mostBetween.passive && j < last; j++) {
    for (const pattern of bySecond.get(words.lower[j] as number) ?? none) near.add(pattern);
    for (const pattern of bySecond.get(words.lemma[j] as number) ?? none) near.add(pattern);
  }
  if (near.size === 0) return open;
  for (const pattern of open) near.add(pattern);
  return all.filter((pattern) => near.has(pattern));
}

function append<T>(lists: T[][], at: number, item: T): void {
  const known = lists[at];
  if (known) known.push(item);
  else lists[at] = [item];
}

/** Looks every token's forms up, once for all searches in `tokens` by `index`. */
export function numbered(tokens: readonly Token[], { vocabulary }: PatternIndex<unknown>): Numbered {
  const lower = new Int32Array(tokens.length);
  const lemma = new Int32Array(tokens.length);
  tokens.forEach((token, i) => {
    lower[i] = vocabulary.get(token.lower) ?? -1;
    lemma[i] = token.lemma === token.lower ? -1 : (vocabulary.get(token.lemma) ?? -1);
  });
  return { tokens, lower, lemma };
}

/** All matches that begin in tokens `first` to `last` and end before `last`, in text order; of one pattern at one place the shortest. */
export function findPatterns<T>(words: Numbered, first: number, last: number, index: PatternIndex<T>, inMention: InMention): Match<T>[] {
  const found: Match<T>[] = [];
  for (let i = first; i < last; i++) {
    const lower = words.lower[i] as number;
    const lemma = words.lemma[i] as number;
    const { tag } = words.tokens[i] as Token;
    // A pattern that several of these hold is tried once, with the first.
    const ofLower = index.byForm[lower];
    const ofLemma = index.byForm[lemma];
    if (ofLower) for (const pattern of startsAt(words, ofLower, i, last)) attempt(words, pattern, i, last, inMention, found);
    if (ofLemma) for (const pattern of startsAt(words, ofLemma, i, last)) if (!opensWith(pattern, lower)) attempt(words, pattern, i, last, inMention, found);
    if (lower >= 0)
      for (const pattern of index.exact[lower] ?? none)
        if (!opensWith(pattern, lower) && !opensWith(pattern, lemma)) attempt(words, pattern, i, last, inMention, found);
    const bySlot = tag === "NUM" ? index.numbers : index.names.length > 0 && (tag === "PROPN" || inMention(i)) ? index.names : none;
    for (const pattern of bySlot)
      if (!opensWith(pattern, lower) && !opensWith(pattern, lemma) && !opensExactly(pattern, lower)) attempt(words, pattern, i, last, inMention, found);
  }
  return found;
}

function attempt<T>(words: Numbered, { elements, value }: Pattern<T>, i: number, last: number, inMention: InMention, found: Match<T>[]): void {
  const at = matchFrom(words, elements, 0, i, last, inMention);
  if (at) found.push({ value, first: i, last: (at.at(-1) as number) + 1, at });
}

function opensWith<T>({ elements }: Pattern<T>, form: number): boolean {
  return (elements[0] as Element).options.some((row) => (row[0] as Words).lemmas.has(form));
}

function opensExactly<T>({ elements }: Pattern<T>, lower: number): boolean {
  return (elements[0] as Element).options.some((row) => (row[0] as Words).exact.has(lower));
}

/** The tokens that `elements` from `n` on take from token `from`, the nearest first; null where they do not all fit. */
function matchFrom(words: Numbered, elements: readonly Element[], n: number, from: number, last: number, inMention: InMention): number[] | null {
  const element = elements[n];
  if (!element) return [];
  const reach = n === 0 ? from : Math.min(from + mostBetween[element.gap], last - 1);
  for (let i = from; i <= reach && i < last; i++) {
    const slot = element.slot === null ? 0 : slotLength(words.tokens, element.slot, i, last, inMention);
    if (slot > 0) {
      const rest = matchFrom(words, elements, n + 1, i + slot, last, inMention);
      if (rest) return taking(i, slot, rest);
    }
    for (const row of element.options) {
      if (!fitsRow(words, row, i, last)) continue;
      const rest = matchFrom(words, elements, n + 1, i + row.length, last, inMention);
      if (rest) return taking(i, row.length, rest);
    }
    if (i < reach && !isBridge(words.tokens[i] as Token, element.gap, i, inMention)) break;
  }
  return element.optional ? matchFrom(words, elements, n + 1, from, last, inMention) : null;
}

/** May the token stand between two words of a pattern? */
function isBridge(token: Token, gap: Gap, i: number, inMention: InMention): boolean {
  return gap === "far" ? !stops.has(token.lower) : isLight(token, gap) || inMention(i);
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

function isLight(token: Token, gap: Gap): boolean {
  if (lightWords.has(token.lower)) return true;
  if (gap === "passive" && (auxiliary.has(token.lower) || token.tag === "AUX" || token.tag === "NOUN")) return true;
  if (gap === "loose" && token.tag === "VERB" && token.lower.endsWith("ed")) return true;
  return lightTags.has(token.tag) && !negators.has(token.lower) && token.lower !== "to";
}

/** How many tokens from `i` on fill the slot; 0 where none do. */
function slotLength(tokens: readonly Token[], slot: (typeof slots)[number], i: number, last: number, inMention: InMention): number {
  if (slot === "number") return (tokens[i] as Token).tag === "NUM" ? 1 : 0;
  let end = i;
  while (end < last && end - i < 6 && (inMention(end) || (slot === "name" && (tokens[end] as Token).tag === "PROPN"))) end++;
  return end - i;
}

function fitsRow(words: Numbered, row: readonly Words[], i: number, last: number): boolean {
  if (i + row.length > last) return false;
  for (let k = 0; k < row.length; k++) {
    const lower = words.lower[i + k] as number;
    const lemma = words.lemma[i + k] as number;
    const { lemmas, exact } = row[k] as Words;
    if (!(lower >= 0 && (lemmas.has(lower) || exact.has(lower))) && !(lemma >= 0 && lemmas.has(lemma))) return false;
  }
  return true;
}

/** `count` tokens from `i` on, and then `rest`. */
function taking(i: number, count: number, rest: readonly number[]): number[] {
  return [...Array.from({ length: count }, (_, k) => i + k), ...rest];
}

type OptionsOf = (word: string, pattern: string) => Element["options"];

/** Classes may name classes; each is expanded once. */
function expander(classes: WordClasses, vocabulary: Vocabulary): OptionsOf {
  const done = new Map<string, Element["options"]>();
  const expand: OptionsOf = (word, pattern) => {
    if (!word.startsWith("@")) return wordRows(word, vocabulary);
    const known = done.get(word);
    if (known) return known;
    const members = classes[word.slice(1)];
    if (!members) throw new Error(`unknown word class ${word} in pattern: ${pattern}`);
    const options = compact(members.flatMap((member) => expand(member, word)));
    done.set(word, options);
    return options;
  };
  return expand;
}

/** One set for all single words, so that a class costs one look-up; rows of several words first. */
function compact(options: Element["options"]): Element["options"] {
  const single = options.filter((row) => row.length === 1).map((row) => row[0] as Words);
  const rows = options.filter((row) => row.length > 1).sort((a, b) => b.length - a.length);
  if (single.length === 0) return rows;
  if (single.length === 1) return [...rows, single];
  return [...rows, [{ lemmas: new Set(single.flatMap(({ lemmas }) => [...lemmas])), exact: new Set(single.flatMap(({ exact }) => [...exact])) }]];
}

function readPattern(pattern: string, optionsOf: OptionsOf): Element[][] {
  const parts = pattern.split(" ");
  const swap = parts.indexOf("<>");
  const forward = readElements(
    parts.filter((part) => part !== "<>"),
    pattern,
    optionsOf,
  );
  if (swap < 0) return [forward];
  const left = readElements(parts.slice(0, swap), pattern, optionsOf);
  const right = readElements(parts.slice(swap + 1), pattern, optionsOf);
  const turned = left.map((element, k) => (k === 0 ? { ...element, gap: "passive" as const } : element));
  return [forward, [...right, ...turned]];
}

function readElements(parts: readonly string[], pattern: string, optionsOf: OptionsOf): Element[] {
  const elements: Element[] = [];
  let gap: Gap = "loose";
  for (const part of parts) {
    if (part === "..") {
      gap = "far";
      continue;
    }
    const optional = part.endsWith("?");
    const strict = part.startsWith("_");
    const body = part.slice(strict ? 1 : 0, optional ? -1 : undefined);
    const parts = body.split("|");
    const slot = slots.find((name) => parts.includes(`<${name}>`)) ?? null;
    const options = compact(parts.filter((word) => !word.startsWith("<")).flatMap((word) => optionsOf(word, pattern)));
    if (!slot && options.length === 0) throw new Error(`pattern has an empty part: ${pattern}`);
    elements.push({ gap: strict ? "strict" : gap, optional, options, slot });
    gap = "loose";
  }
  return elements;
}

/** "rule_out" -> two words. The tagger parts some hyphened words and leaves others whole, so both are taken. */
function wordRows(text: string, vocabulary: Vocabulary): Words[][] {
  const words = text.split("_");
  const parted = words.flatMap((word) => (word.length > 1 && !word.startsWith("=") ? word.split(/(-|(?='s$))/) : [word]));
  const rows = parted.length > words.length ? [parted, words] : [words];
  return rows.map((row) => row.filter((word) => word !== "").map((word) => wordsOf(word, vocabulary)));
}

function wordsOf(word: string, vocabulary: Vocabulary): Words {
  return word.startsWith("=")
    ? { lemmas: new Set(), exact: new Set([numberOf(word.slice(1), vocabulary)]) }
    : { lemmas: new Set(formsOf(word).map((form) => numberOf(form, vocabulary))), exact: new Set() };
}

function numberOf(form: string, vocabulary: Vocabulary): number {
  const known = vocabulary.get(form);
  if (known !== undefined) return known;
  vocabulary.set(form, vocabulary.size);
  return vocabulary.size - 1;
}

/** A word and its regular inflections. */
function formsOf(word: string): string[] {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return [word];
  const forms = [word, /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`];
  if (word.endsWith("e")) forms.push(`${word}d`, `${word.slice(0, -1)}ing`);
  else if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ied`, `${word}ing`);
  else forms.push(`${word}ed`, `${word}ing`);
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(word)) forms.push(`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`);
  return forms;
}
