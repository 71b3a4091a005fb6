// Many patterns compiled into one index and found in a text in one pass. Knows nothing of what a pattern means.
import type { Token } from "../types.ts";
import { type Element, type Options, patternReader, type Vocabulary, type WordClasses, type Words } from "./pattern-language.ts";
import { type Forms, type InMention, longestSlot, matchAt, mostBetween } from "./pattern-match.ts";

interface Pattern<T> {
  elements: readonly Element[];
  value: T;
}

/** Lists of numbers, end to end: list `n` is `items[from[n]]` up to `items[from[n + 1]]`. */
interface Lists {
  from: Int32Array;
  items: Int32Array;
}

export interface PatternIndex<T> {
  vocabulary: ReadonlyMap<string, number>;
  /** By the number of a form: the number of the same form as it stands; 0 where no pattern wants it so. */
  exact: Int32Array;
  patterns: readonly Pattern<T>[];
  /** By pattern: what must stand behind the first word, so that few patterns are tried in full. A gate and the most tokens on from the first word, by turns. */
  needs: Lists;
  /** By form: patterns that may begin with it. */
  opened: Lists;
  /** Patterns that a number or a name may begin. */
  numbers: readonly number[];
  names: readonly number[];
  /** By form: the gates that it opens. A gate is all words with which one element may begin. */
  gates: Lists;
  gateCount: number;
  /** Texts whose forms were looked up, as long as somebody holds them. */
  numbered: WeakMap<readonly Token[], Numbered>;
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
  const [needs, opened, gates]: [number[][], number[][], number[][]] = [[], [], []];
  const [numbers, names]: [number[], number[]] = [[], []];
  const gate = (options: Options): number => {
    const known = gateOf.get(options);
    if (known !== undefined) return known;
    const number = gateOf.size;
    gateOf.set(options, number);
    for (const form of openers(options)) append(gates, form, number);
    return number;
  };
  for (const { pattern, value, classes } of entries) {
    const read = readers.get(classes) ?? patternReader(classes, vocabulary);
    readers.set(classes, read);
    for (const elements of read(pattern)) {
      const first = elements[0];
      if (!first || first.optional) throw new Error(`pattern must begin with a word that may not be missing: ${pattern}`);
      const number = patterns.push({ elements, value }) - 1;
      needs.push(needsOf(elements, gate));
      for (const form of openers(first.options)) append(opened, form, number);
      if (first.slot === "number") numbers.push(number);
      else if (first.slot === "name") names.push(number);
    }
  }
  const forms = vocabulary.size + 1;
  const exact = new Int32Array(forms);
  for (const [form, number] of vocabulary) exact[number] = vocabulary.get(` ${form}`) ?? 0;
  return {
    vocabulary,
    exact,
    patterns,
    needs: joined(needs, patterns.length),
    opened: joined(opened, forms),
    numbers,
    names,
    gates: joined(gates, forms),
    gateCount: gateOf.size,
    numbered: new WeakMap(),
  };
}

/** The forms with which `options` may begin, each once. */
function openers(options: Options): Set<number> {
  return new Set(options.flatMap((row) => [...(row[0] as Words)]));
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

/** `count` lists end to end; those missing are empty. */
function joined(lists: readonly (readonly number[] | undefined)[], count: number): Lists {
  const from = new Int32Array(count + 1);
  for (let n = 0; n < count; n++) from[n + 1] = (from[n] as number) + (lists[n]?.length ?? 0);
  return { from, items: Int32Array.from(lists.flatMap((list) => list ?? [])) };
}

/** The forms of a text's tokens, looked up once for all searches in it by `index`. */
export function numbered<T>(tokens: readonly Token[], index: PatternIndex<T>): Numbered {
  const known = index.numbered.get(tokens);
  if (known) return known;
  const { vocabulary, exact, gateCount } = index;
  const count = tokens.length;
  const forms = { lower: new Int32Array(count), lemma: new Int32Array(count), exact: new Int32Array(count) };
  tokens.forEach(({ lower, lemma }, i) => {
    const number = vocabulary.get(lower) ?? 0;
    forms.lower[i] = number;
    forms.exact[i] = exact[number] as number;
    forms.lemma[i] = lemma === lower ? 0 : (vocabulary.get(lemma) ?? 0);
  });
  const made = { tokens, ...forms, bridges: new Uint8Array(count), nearest: new Int32Array(gateCount).fill(-1) };
  index.numbered.set(tokens, made);
  return made;
}

/** All matches that begin in tokens `first` to `last` and end before `last`, in text order; of one pattern at one place the shortest. */
export function findPatterns<T>(words: Numbered, first: number, last: number, index: PatternIndex<T>, inMention: InMention): Match<T>[] {
  const found: Match<T>[] = [];
  const search: Search<T> = { words, last, index, inMention, found };
  // From the end, so that it is known what stands behind each token.
  for (let i = last - 1; i >= first; i--) {
    const lower = words.lower[i] as number;
    const lemma = words.lemma[i] as number;
    const exact = words.exact[i] as number;
    const { tag } = words.tokens[i] as Token;
    const before = found.length;
    const { from, items } = index.opened;
    for (let k = from[lower] as number; k < (from[lower + 1] as number); k++) attempt(search, i, items[k] as number, 0, 0, 0);
    for (let k = from[lemma] as number; k < (from[lemma + 1] as number); k++) attempt(search, i, items[k] as number, lower, 0, 0);
    for (let k = from[exact] as number; k < (from[exact + 1] as number); k++) attempt(search, i, items[k] as number, lower, lemma, 0);
    const bySlot = tag === "NUM" ? index.numbers : index.names.length > 0 && (tag === "PROPN" || inMention(i)) ? index.names : none;
    for (const number of bySlot) attempt(search, i, number, lower, lemma, exact);
    if (found.length > before + 1) found.push(...found.splice(before).reverse());
    mark(words.nearest, index.gates, lower, i);
    mark(words.nearest, index.gates, lemma, i);
    mark(words.nearest, index.gates, exact, i);
  }
  return found.reverse();
}

const none: readonly never[] = [];

interface Search<T> {
  words: Numbered;
  last: number;
  index: PatternIndex<T>;
  inMention: InMention;
  found: Match<T>[];
}

/** Tries a pattern at token `i`, unless one of the other forms opens it too, with which it was tried before. */
function attempt<T>({ words, last, index, inMention, found }: Search<T>, i: number, number: number, other: number, another: number, third: number): void {
  if (!isNear(words.nearest, index.needs, number, i)) return;
  const { elements, value } = index.patterns[number] as Pattern<T>;
  const { options } = elements[0] as Element;
  if (opensWith(options, other) || opensWith(options, another) || opensWith(options, third)) return;
  const at = matchAt(words, elements, i, last, inMention);
  if (at) found.push({ value, first: i, last: (at.at(-1) as number) + 1, at });
}

/** Does every word that must follow stand as near behind token `i` as it may at most? */
function isNear(nearest: Int32Array, { from, items }: Lists, pattern: number, i: number): boolean {
  for (let k = from[pattern] as number; k < (from[pattern + 1] as number); k += 2) {
    const next = nearest[items[k] as number] as number;
    if (next <= i || next > i + (items[k + 1] as number)) return false;
  }
  return true;
}

function mark(nearest: Int32Array, { from, items }: Lists, form: number, i: number): void {
  for (let k = from[form] as number; k < (from[form + 1] as number); k++) nearest[items[k] as number] = i;
}

function opensWith(options: Options, form: number): boolean {
  return form > 0 && options.some((row) => (row[0] as Words).has(form));
}
