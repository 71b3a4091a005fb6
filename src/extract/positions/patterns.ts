// Many patterns compiled into one index and found in a text in one pass. Knows nothing of what a pattern means.
import type { Token } from "../types.ts";
import { type Element, type Options, patternReader, type Vocabulary, type WordClasses, type Words } from "./pattern-language.ts";
import { type Forms, type InMention, longestSlot, matchAt, mostBetween } from "./pattern-match.ts";

interface Pattern<T> {
  elements: readonly Element[];
  value: T;
  /** What must stand behind the first word, so that few patterns are tried in full: gate and most tokens on from the first word, by turns. */
  needs: readonly number[];
}

/** Lists of numbers by a form's number: those of form `f` are `items[from[f]]` up to `items[from[f + 1]]`. */
interface ByForm {
  from: Int32Array;
  items: Int32Array;
}

export interface PatternIndex<T> {
  vocabulary: ReadonlyMap<string, number>;
  patterns: readonly Pattern<T>[];
  /** Patterns whose first word may be the form, inflected or not. */
  opened: ByForm;
  /** Those whose first word must be this very form. */
  openedExactly: ByForm;
  /** Those that a number or a name opens. */
  numbers: readonly number[];
  names: readonly number[];
  /** Gates that the form opens. A gate is all words with which one element may begin. */
  gates: ByForm;
  gateCount: number;
}

/** A text's tokens ready for searches by one index. */
export interface Numbered extends Forms {
  /** By gate: the nearest token behind the one in hand that opens it, while a search goes through a text from its end. Older searches leave theirs, which do no harm. */
  nearest: Int32Array;
}

/** A pattern found at tokens `first` to `last` (exclusive). `at` are the tokens that its own words took, without what stands between. */
export interface Match<T> {
  value: T;
  first: number;
  last: number;
  at: number[];
}

/** Throws an Error that names the pattern where it cannot be read or names an unknown class. */
export function compilePatterns<T>(entries: Iterable<{ pattern: string; value: T; classes: WordClasses }>): PatternIndex<T> {
  const vocabulary: Vocabulary = new Map();
  const readers = new Map<WordClasses, ReturnType<typeof patternReader>>();
  const gateOf = new Map<Options, number>();
  const patterns: Pattern<T>[] = [];
  const [opened, openedExactly, gates]: [number[][], number[][], number[][]] = [[], [], []];
  const [numbers, names]: [number[], number[]] = [[], []];
  const gate = (options: Options): number => {
    const known = gateOf.get(options);
    if (known !== undefined) return known;
    const number = gateOf.size;
    gateOf.set(options, number);
    for (const form of new Set([...openers(options, "lemmas"), ...openers(options, "exact")])) append(gates, form, number);
    return number;
  };
  for (const { pattern, value, classes } of entries) {
    const read = readers.get(classes) ?? patternReader(classes, vocabulary);
    readers.set(classes, read);
    for (const elements of read(pattern)) {
      const first = elements[0];
      if (!first || first.optional) throw new Error(`pattern must begin with a word that may not be missing: ${pattern}`);
      const number = patterns.push({ elements, value, needs: needsOf(elements, gate) }) - 1;
      for (const form of openers(first.options, "lemmas")) append(opened, form, number);
      for (const form of openers(first.options, "exact")) append(openedExactly, form, number);
      if (first.slot === "number") numbers.push(number);
      else if (first.slot === "name") names.push(number);
    }
  }
  const flat = (lists: readonly (readonly number[] | undefined)[]): ByForm => flatten(lists, vocabulary.size + 2);
  return {
    vocabulary,
    patterns,
    opened: flat(opened),
    openedExactly: flat(openedExactly),
    numbers,
    names,
    gates: flat(gates),
    gateCount: gateOf.size,
  };
}

/** The forms of one sort with which `options` may begin, each once. */
function openers(options: Options, sort: keyof Words): Set<number> {
  return new Set(options.flatMap((row) => [...(row[0] as Words)[sort]]));
}

function needsOf(elements: readonly Element[], gate: (options: Options) => number): number[] {
  const needs: number[] = [];
  let reach = 0;
  elements.forEach((element, n) => {
    if (n > 0) {
      reach += mostBetween[element.gap];
      if (!element.optional && element.slot === null) needs.push(gate(element.options), reach);
    }
    reach += Math.max(element.slot === null ? 0 : longestSlot, ...element.options.map((row) => row.length));
  });
  return needs;
}

function append(lists: number[][], at: number, item: number): void {
  const known = lists[at];
  if (known) known.push(item);
  else lists[at] = [item];
}

function flatten(lists: readonly (readonly number[] | undefined)[], size: number): ByForm {
  const from = new Int32Array(size);
  for (let f = 0; f + 1 < size; f++) from[f + 1] = (from[f] as number) + (lists[f]?.length ?? 0);
  return { from, items: Int32Array.from(lists.flatMap((list) => list ?? [])) };
}

/** Looks every token's forms up, once for all searches in `tokens` by `index`. */
export function numbered(tokens: readonly Token[], { vocabulary, gateCount }: PatternIndex<unknown>): Numbered {
  const lower = new Int32Array(tokens.length);
  const lemma = new Int32Array(tokens.length);
  tokens.forEach((token, i) => {
    lower[i] = vocabulary.get(token.lower) ?? 0;
    lemma[i] = token.lemma === token.lower ? 0 : (vocabulary.get(token.lemma) ?? 0);
  });
  return { tokens, lower, lemma, nearest: new Int32Array(gateCount).fill(-1) };
}

/** All matches that begin in tokens `first` to `last` and end before `last`, in text order; of one pattern at one place the shortest. */
export function findPatterns<T>(words: Numbered, first: number, last: number, index: PatternIndex<T>, inMention: InMention): Match<T>[] {
  const { patterns, opened, openedExactly, numbers, names, gates } = index;
  const found: Match<T>[] = [];
  // From the end, so that it is known what stands behind each token.
  for (let i = last - 1; i >= first; i--) {
    const lower = words.lower[i] as number;
    const lemma = words.lemma[i] as number;
    const { tag } = words.tokens[i] as Token;
    const before = found.length;
    // A pattern that several of these hold is tried once, with the first.
    for (let k = opened.from[lower] as number; k < (opened.from[lower + 1] as number); k++) {
      const pattern = patterns[opened.items[k] as number] as Pattern<T>;
      if (isNear(words.nearest, pattern.needs, i)) attempt(words, pattern, i, last, inMention, found);
    }
    for (let k = opened.from[lemma] as number; k < (opened.from[lemma + 1] as number); k++) {
      const pattern = patterns[opened.items[k] as number] as Pattern<T>;
      if (isNear(words.nearest, pattern.needs, i) && !opensWith(pattern, lower)) attempt(words, pattern, i, last, inMention, found);
    }
    for (let k = openedExactly.from[lower] as number; k < (openedExactly.from[lower + 1] as number); k++) {
      const pattern = patterns[openedExactly.items[k] as number] as Pattern<T>;
      if (isNear(words.nearest, pattern.needs, i) && !opensWith(pattern, lower) && !opensWith(pattern, lemma))
        attempt(words, pattern, i, last, inMention, found);
    }
    const bySlot = tag === "NUM" ? numbers : names.length > 0 && (tag === "PROPN" || inMention(i)) ? names : none;
    for (const number of bySlot) {
      const pattern = patterns[number] as Pattern<T>;
      if (isNear(words.nearest, pattern.needs, i) && !opensWith(pattern, lower) && !opensWith(pattern, lemma) && !opensExactly(pattern, lower))
        attempt(words, pattern, i, last, inMention, found);
    }
    if (found.length > before + 1) found.push(...found.splice(before).reverse());
    mark(words.nearest, gates, lower, i);
    mark(words.nearest, gates, lemma, i);
  }
  return found.reverse();
}

function attempt<T>(words: Numbered, { elements, value }: Pattern<T>, i: number, last: number, inMention: InMention, found: Match<T>[]): void {
  const at = matchAt(words, elements, i, last, inMention);
  if (at) found.push({ value, first: i, last: (at.at(-1) as number) + 1, at });
}

const none: readonly never[] = [];

/** Does every word that must follow stand as near behind token `i` as it may at most? */
function isNear(nearest: Int32Array, needs: readonly number[], i: number): boolean {
  for (let k = 0; k < needs.length; k += 2) {
    const next = nearest[needs[k] as number] as number;
    if (next <= i || next > i + (needs[k + 1] as number)) return false;
  }
  return true;
}

function mark(nearest: Int32Array, { from, items }: ByForm, form: number, i: number): void {
  for (let k = from[form] as number; k < (from[form + 1] as number); k++) nearest[items[k] as number] = i;
}

function opensWith<T>({ elements }: Pattern<T>, form: number): boolean {
  return (elements[0] as Element).options.some((row) => (row[0] as Words).lemmas.has(form));
}

function opensExactly<T>({ elements }: Pattern<T>, lower: number): boolean {
  return (elements[0] as Element).options.some((row) => (row[0] as Words).exact.has(lower));
}
