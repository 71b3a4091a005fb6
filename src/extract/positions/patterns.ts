// Patterns found in a text in one pass. Knows nothing of what a pattern means.
import type { Token } from "../types.ts";
import { wordAt } from "../word-table.ts";
import type { WordClasses } from "./pattern-language.ts";
import { type Forms, type InMention, type Lists, matchAt, opensWith } from "./pattern-match.ts";
import { type PatternTable, tableOf } from "./pattern-table.ts";

export interface PatternIndex<T> {
  table: PatternTable;
  /** By entry of the table. */
  values: readonly T[];
  /** By number of a word: the number of its form; -1 where it was not looked up yet. */
  known: Int32Array;
  /** Texts whose forms were looked up, as long as somebody holds them. */
  numbered: WeakMap<readonly Token[], Numbered>;
}

/** A text's tokens ready for searches by one index. */
export interface Numbered extends Forms {
  /**
   * By need: the nearest token behind the one in hand that is one of them, while a search goes through a text from its end; its last sixteen bits, for the list is read for each word and
   * should be small. What older searches leave, and what those bits leave out, makes a pattern be tried in vain, and none be missed.
   */
  nearest: Uint16Array;
}

/** A pattern found at tokens `first` to `last` (exclusive). `at` are the tokens that its own words took, without what stands between. */
export interface Match<T> {
  value: T;
  first: number;
  last: number;
  at: number[];
}

/** The same match for another value: what its entry stands for. */
export function withValue<T>({ first, last, at }: Match<unknown>, value: T): Match<T> {
  return { value, first, last, at };
}

/** `table` is what `entries` compile to, where a build kept it. Throws an Error that names the pattern where it cannot be read or names an unknown class. */
export function compilePatterns<T>(
  entries: readonly { pattern: string; value: T; classes: WordClasses }[],
  table: PatternTable = tableOf(entries),
): PatternIndex<T> {
  return { table, values: entries.map(({ value }) => value), known: new Int32Array(0), numbered: new WeakMap() };
}

/** The forms of a text's tokens, looked up once for all searches in it by `index`. */
export function numbered<T>(tokens: readonly Token[], index: PatternIndex<T>): Numbered {
  const known = index.numbered.get(tokens);
  if (known) return known;
  const { table } = index;
  const { exact } = table;
  const count = tokens.length;
  const forms = { lower: new Int32Array(count), lemma: new Int32Array(count), exact: new Int32Array(count) };
  const lemmas = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const token = tokens[i] as Token;
    const number = formOf(token, index);
    forms.lower[i] = number;
    forms.exact[i] = exact[number] as number;
    if (token.lemma !== token.lower) forms.lemma[i] = lemmaOf(token, index, lemmas);
  }
  const made = { tokens, ...forms, sets: table.sets, bridges: new Uint8Array(count), nearest: new Uint16Array(table.needCount) };
  index.numbered.set(tokens, made);
  return made;
}

/** The number of a token's form; 0 where no pattern has it. */
function formOf<T>({ word, lower }: Token, index: PatternIndex<T>): number {
  if (word < 0) return numberOf(lower, index);
  if (word >= index.known.length) {
    const longer = new Int32Array(2 * word + 2).fill(-1);
    longer.set(index.known);
    index.known = longer;
  }
  const known = index.known[word] as number;
  if (known >= 0) return known;
  const number = numberOf(lower, index);
  index.known[word] = number;
  return number;
}

function numberOf<T>(form: string, { table }: PatternIndex<T>): number {
  return wordAt(table.forms, form) + 1;
}

/** The index has very many forms, a text few: most of its lemmas it has `met` just now. */
function lemmaOf<T>({ lemma }: Token, index: PatternIndex<T>, met: Map<string, number>): number {
  let number = met.get(lemma);
  if (number === undefined) {
    number = numberOf(lemma, index);
    met.set(lemma, number);
  }
  return number;
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
  until: number = index.table.entries.length,
): Match<T>[] {
  const found: Match<T>[] = [];
  const { needs, needed, numbers, names } = index.table;
  const search: Search<T> = { words, last, index, inMention, until, found, at: [] };
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
    const bySlot = tag === "NUM" ? numbers : names.length > 0 && (tag === "PROPN" || inMention(i)) ? names : none;
    for (const pattern of bySlot)
      if (pattern < until && isNear(words.nearest, needs, pattern, i) && !isOpened(index.table, pattern, lower, lemma, exact)) attempt(search, i, pattern);
    if (found.length > before + 1) found.push(...found.splice(before).reverse());
    if (lower > 0) mark(words.nearest, needed, lower, i);
    if (lemma > 0) mark(words.nearest, needed, lemma, i);
    if (exact > 0) mark(words.nearest, needed, exact, i);
  }
  return found.reverse();
}

const none: readonly never[] = [];

/** Whether the pattern was tried with the token's forms. */
function isOpened(table: PatternTable, pattern: number, lower: number, lemma: number, exact: number): boolean {
  const { sets } = table;
  return opensWith(sets, table, pattern, lower) || opensWith(sets, table, pattern, lemma) || opensWith(sets, table, pattern, exact);
}

interface Search<T> {
  words: Numbered;
  last: number;
  index: PatternIndex<T>;
  inMention: InMention;
  until: number;
  found: Match<T>[];
  /** For the tokens of the pattern in hand. */
  at: number[];
}

/** Tries the patterns that `form` opens at token `i`, but those that one of the other forms opens too, with which they were tried before. */
function tryOpened<T>(search: Search<T>, i: number, form: number, other: number, another: number): void {
  const { table } = search.index;
  const { sets, opened, needs } = table;
  const { until } = search;
  const { items } = opened;
  const { nearest } = search.words;
  const end = opened.from[form + 1] as number;
  for (let k = opened.from[form] as number; k < end; k += 3) {
    const needed = items[k + 1] as number;
    if (needed >= 0 && !isWithin(nearest[needed] as number, i, items[k + 2] as number)) continue;
    const pattern = items[k] as number;
    if (pattern >= until) return;
    if (!isNear(nearest, needs, pattern, i)) continue;
    if (!opensWith(sets, table, pattern, other) && !opensWith(sets, table, pattern, another)) attempt(search, i, pattern);
  }
}

function attempt<T>({ words, last, index, inMention, found, at }: Search<T>, i: number, pattern: number): void {
  at.length = 0;
  if (!matchAt(words, index.table, pattern, i, last, inMention, at)) return;
  found.push({ value: index.values[index.table.entries[pattern] as number] as T, first: i, last: (at[0] as number) + 1, at: at.toReversed() });
}

/** Does every word that must follow stand as near behind token `i` as it may at most? */
function isNear(nearest: Uint16Array, { from, items }: Lists, pattern: number, i: number): boolean {
  const end = from[pattern + 1] as number;
  for (let k = from[pattern] as number; k < end; k += 2) if (!isWithin(nearest[items[k] as number] as number, i, items[k + 1] as number)) return false;
  return true;
}

/** Does a token of which the last sixteen bits are known stand behind token `i`, by `reach` at most? */
function isWithin(next: number, i: number, reach: number): boolean {
  const on = (next - i) & 0xffff;
  return on > 0 && on <= reach;
}

function mark(nearest: Uint16Array, { from, items }: Lists, form: number, i: number): void {
  const end = from[form + 1] as number;
  for (let k = from[form] as number; k < end; k++) nearest[items[k] as number] = i;
}
