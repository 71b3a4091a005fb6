// Many patterns compiled into one index and found in a text in one pass. Knows nothing of what a pattern means.
import type { Token } from "../types.ts";
import { type Element, patternReader, unionOf, type Vocabulary, type WordClasses } from "./pattern-language.ts";
import { type Forms, holds, type InMention, type Lists, longestSlot, matchAt, mostBetween } from "./pattern-match.ts";

interface Pattern<T> {
  elements: readonly Element[];
  value: T;
}

export interface PatternIndex<T> {
  /** Numbers of forms. */
  forms: ReadonlyMap<string, number>;
  /** By the number of a form: the number of the same form as it stands; 0 where no pattern wants it so. */
  exact: Int32Array;
  /** By form: the sets of words that hold it, in ascending order. */
  sets: Lists;
  setCount: number;
  patterns: readonly Pattern<T>[];
  /** By pattern: what must stand behind the first word, so that few patterns are tried in full. A set of words and the most tokens on from the first word, by turns; the set of fewest words first. */
  needs: Lists;
  /** By form: patterns that may begin with it, in ascending order. Three numbers each: the pattern and its first need, whose set is -1 where there is none. */
  opened: Lists;
  /** Patterns that a number or a name may begin. */
  numbers: readonly number[];
  names: readonly number[];
  /** Texts whose forms were looked up, as long as somebody holds them. */
  numbered: WeakMap<readonly Token[], Numbered>;
}

/** A text's tokens ready for searches by one index. */
export interface Numbered extends Forms {
  /** By set of words: the nearest token behind the one in hand that is one of them, while a search goes through a text from its end. Older searches leave theirs, which do no harm. */
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
  const vocabulary: Vocabulary = { forms: new Map(), sets: [], unions: new Map() };
  const readers = new Map<WordClasses, ReturnType<typeof patternReader>>();
  const patterns: Pattern<T>[] = [];
  const needs: number[][] = [];
  /** By pattern: the set of words that may be its first; null where only a number or a name may. */
  const openers: (number | null)[] = [];
  const [numbers, names]: [number[], number[]] = [[], []];
  for (const { pattern, value, classes } of entries) {
    const read = readers.get(classes) ?? patternReader(classes, vocabulary);
    readers.set(classes, read);
    for (const elements of read(pattern)) {
      const first = elements[0];
      if (!first || first.optional) throw new Error(`pattern must begin with a word that may not be missing: ${pattern}`);
      const number = patterns.push({ elements, value }) - 1;
      needs.push(needsOf(elements, vocabulary));
      openers.push(first.options.length === 0 ? null : unionAt(first.options, 0, vocabulary));
      if (first.slot === "number") numbers.push(number);
      else if (first.slot === "name") names.push(number);
    }
  }
  const formCount = vocabulary.forms.size + 1;
  const exact = new Int32Array(formCount);
  for (const [form, number] of vocabulary.forms) exact[number] = vocabulary.forms.get(` ${form}`) ?? 0;
  const asked = askedSets(patterns, needs);
  return {
    forms: vocabulary.forms,
    exact,
    sets: listsOf(formCount, (add) => {
      vocabulary.sets.forEach((forms, set) => {
        if (asked.has(set)) for (const form of forms) add(form, set);
      });
    }),
    setCount: vocabulary.sets.length,
    patterns,
    needs: listsOf(patterns.length, (add) => {
      needs.forEach((own, pattern) => {
        for (const item of own) add(pattern, item);
      });
    }),
    opened: listsOf(formCount, (add) => {
      openers.forEach((set, pattern) => {
        if (set === null) return;
        const [needed = -1, reach = 0] = needs[pattern] as number[];
        for (const form of vocabulary.sets[set] as number[]) {
          add(form, pattern);
          add(form, needed);
          add(form, reach);
        }
      });
    }),
    numbers,
    names,
    numbered: new WeakMap(),
  };
}

/** The sets that some pattern asks for, in its elements or its needs. */
function askedSets(patterns: readonly Pattern<unknown>[], needs: readonly (readonly number[])[]): Set<number> {
  const asked = new Set<number>();
  for (const { elements } of patterns) for (const { options } of elements) for (const row of options) for (const set of row) asked.add(set);
  for (const own of needs) for (let k = 0; k < own.length; k += 2) asked.add(own[k] as number);
  return asked;
}

function needsOf(elements: readonly Element[], vocabulary: Vocabulary): number[] {
  const needs: [set: number, reach: number][] = [];
  let reach = 0;
  elements.forEach(({ gap, optional, slot, options }, n) => {
    if (n > 0) reach += mostBetween[gap];
    const lengths = options.map((row) => row.length);
    for (let k = n === 0 ? 1 : 0; !optional && slot === null && k < Math.min(...lengths); k++) needs.push([unionAt(options, k, vocabulary), reach + k]);
    reach += Math.max(slot === null ? 0 : longestSlot, ...lengths);
  });
  const wordsIn = ([set]: [number, number]): number => (vocabulary.sets[set] as number[]).length;
  return needs.sort((a, b) => wordsIn(a) - wordsIn(b)).flat();
}

/** All words that `options` allow as their word `k`, which each of them must have. */
function unionAt(options: Element["options"], k: number, vocabulary: Vocabulary): number {
  return unionOf(
    options.map((row) => row[k] as number),
    vocabulary,
  );
}

/** `count` lists with the items that `each` adds, which is called twice: to count and to fill. */
function listsOf(count: number, each: (add: (list: number, item: number) => void) => void): Lists {
  const from = new Int32Array(count + 1);
  each((list) => {
    from[list + 1] = (from[list + 1] as number) + 1;
  });
  for (let n = 0; n < count; n++) from[n + 1] = (from[n + 1] as number) + (from[n] as number);
  const items = new Int32Array(from[count] as number);
  const next = from.slice();
  each((list, item) => {
    const at = next[list] as number;
    items[at] = item;
    next[list] = at + 1;
  });
  return { from, items };
}

/** The forms of a text's tokens, looked up once for all searches in it by `index`. */
export function numbered<T>(tokens: readonly Token[], index: PatternIndex<T>): Numbered {
  const known = index.numbered.get(tokens);
  if (known) return known;
  const { exact, sets, setCount } = index;
  const count = tokens.length;
  const forms = { lower: new Int32Array(count), lemma: new Int32Array(count), exact: new Int32Array(count) };
  // A text has few distinct words, the index very many forms: most look-ups stay in what was looked up just now.
  const met = new Map<string, number>();
  const numberOf = (form: string): number => {
    let number = met.get(form);
    if (number === undefined) {
      number = index.forms.get(form) ?? 0;
      met.set(form, number);
    }
    return number;
  };
  for (let i = 0; i < count; i++) {
    const { lower, lemma } = tokens[i] as Token;
    const number = numberOf(lower);
    forms.lower[i] = number;
    forms.exact[i] = exact[number] as number;
    forms.lemma[i] = lemma === lower ? 0 : numberOf(lemma);
  }
  const made = { tokens, ...forms, sets, bridges: new Uint8Array(count), nearest: new Int32Array(setCount).fill(-1) };
  index.numbered.set(tokens, made);
  return made;
}

/**
 * All matches that begin in tokens `first` to `last` and end before `last`, in text order; of one pattern at one place the shortest.
 * Of the patterns only those before number `until`.
 */
export function findPatterns<T>(
  words: Numbered,
  first: number,
  last: number,
  index: PatternIndex<T>,
  inMention: InMention,
  until: number = index.patterns.length,
): Match<T>[] {
  const found: Match<T>[] = [];
  const search: Search<T> = { words, last, index, inMention, until, found };
  // From the end, so that it is known what stands behind each token.
  for (let i = last - 1; i >= first; i--) {
    const lower = words.lower[i] as number;
    const lemma = words.lemma[i] as number;
    const exact = words.exact[i] as number;
    const { tag } = words.tokens[i] as Token;
    const before = found.length;
    if (lower > 0) tryOpened(search, i, lower, 0, 0);
    if (lemma > 0) tryOpened(search, i, lemma, lower, 0);
    if (exact > 0) tryOpened(search, i, exact, lower, lemma);
    const bySlot = tag === "NUM" ? index.numbers : index.names.length > 0 && (tag === "PROPN" || inMention(i)) ? index.names : none;
    for (const number of bySlot)
      if (
        number < until &&
        isNear(words.nearest, index.needs, number, i) &&
        ![lower, lemma, exact].some((form) => opensWith(index, index.patterns[number] as Pattern<T>, form))
      )
        attempt(search, i, index.patterns[number] as Pattern<T>);
    if (found.length > before + 1) found.push(...found.splice(before).reverse());
    mark(words.nearest, index.sets, lower, i);
    mark(words.nearest, index.sets, lemma, i);
    mark(words.nearest, index.sets, exact, i);
  }
  return found.reverse();
}

const none: readonly never[] = [];

interface Search<T> {
  words: Numbered;
  last: number;
  index: PatternIndex<T>;
  inMention: InMention;
  until: number;
  found: Match<T>[];
}

/** Tries the patterns that `form` opens at token `i`, but those that one of the other forms opens too, with which they were tried before. */
function tryOpened<T>(search: Search<T>, i: number, form: number, other: number, another: number): void {
  const { opened, needs, patterns } = search.index;
  const { until } = search;
  const { items } = opened;
  const { nearest } = search.words;
  const end = opened.from[form + 1] as number;
  for (let k = opened.from[form] as number; k < end; k += 3) {
    const needed = items[k + 1] as number;
    if (needed >= 0) {
      const next = nearest[needed] as number;
      if (next <= i || next > i + (items[k + 2] as number)) continue;
    }
    const number = items[k] as number;
    if (number >= until) return;
    if (!isNear(nearest, needs, number, i)) continue;
    const pattern = patterns[number] as Pattern<T>;
    if (!opensWith(search.index, pattern, other) && !opensWith(search.index, pattern, another)) attempt(search, i, pattern);
  }
}

function attempt<T>({ words, last, inMention, found }: Search<T>, i: number, { elements, value }: Pattern<T>): void {
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

function opensWith<T>({ sets }: PatternIndex<T>, { elements }: Pattern<T>, form: number): boolean {
  return form > 0 && (elements[0] as Element).options.some(([set]) => holds(sets, set as number, form));
}
