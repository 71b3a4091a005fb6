// Which issue a sentence is about by the sense of its words, and whether it tells of a meeting: a small convolutional network over word vectors (Kim 2014, "Convolutional Neural Networks for Sentence Classification"). It knows words that no coded text had by those that are used alike.
import { numberByWord } from "../by-word.ts";
import type { Token } from "../types.ts";
import { wordAt } from "../word-table.ts";
import type { SenseTables } from "./learned-tables.ts";

/** What a word adds to the units: to those of one word, and to those of three where it is the first, the middle or the last of them. */
export const places = 4;
/** Words whose parts are kept at a time. When they are all taken, all are given up. */
const room = 4096;
/** Parts of words are whole numbers, in so many steps of one: two bytes hold up to 8, and the largest that was learned is 3.3. */
const steps = 4096;
const largest = 2 ** 15 - 1;
/** More than three parts add up to, in steps. */
const beyond = 4 * largest;
/** Longer sentences are read so far, in words. */
export const longest = 60;

export interface SenseIndex {
  tables: SenseTables;
  /** The number of a word among those that have a vector; -1 where it is none of them. */
  wordOf: (token: Token) => number;
  /** By word: the place of its parts, from 1; 0 where they are not kept, and where the parts of no word are, which are nought. */
  kept: Uint16Array;
  /** The words at those places. */
  holders: Int32Array;
  /** In `steps`: whole numbers are added and compared twice as fast as fractions, in half the memory. */
  parts: Int16Array;
  count: number;
}

export function compileSenses(tables: SenseTables): SenseIndex {
  const { words, units } = tables;
  return {
    tables,
    wordOf: numberByWord((lower) => wordAt(words, lower)),
    kept: new Uint16Array(words.count),
    holders: new Int32Array(room),
    parts: new Int16Array((room + 1) * places * units),
    count: 0,
  };
}

/** Signs of punctuation have no sense. */
export const hasSense = ({ tag }: Token): boolean => tag !== "PUNCT" && tag !== "SYM";

/** How likely it is that the tokens from `first` up to `last` tell of each class, in the order of `issues.classes`. Adds up to 1; null where nothing was learned. */
export function sensedChances(index: SenseIndex, tokens: readonly Token[], first: number, last: number): number[] | null {
  const { units, outputs, outputBias } = index.tables;
  if (units === 0) return null;
  const pooled = pooledOf(index, wordsIn(index, tokens, first, last));
  const odds = Array.from(outputBias, (bias, k) => Math.exp(bias + summed(pooled, outputs, k * pooled.length)));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / total);
}

/** How far the tokens from `first` up to `last` tell of a round: the logarithm of the odds that a coder shows one by them. Null where nothing was learned. */
export function sensedMeeting(index: SenseIndex, tokens: readonly Token[], first: number, last: number): number | null {
  const { units, meeting, meetingBias } = index.tables;
  if (units === 0) return null;
  return meetingBias + summed(pooledOf(index, wordsIn(index, tokens, first, last)), meeting, 0);
}

/** What the units add up to by their weights, which begin at `from`: two sums in step, which a processor does at once. */
function summed(pooled: Float64Array, weights: Float32Array, from: number): number {
  let [one, other] = [0, 0];
  for (let u = 0; u < pooled.length; u += 2) {
    one += (pooled[u] as number) * (weights[from + u] as number);
    other += (pooled[u + 1] as number) * (weights[from + u + 1] as number);
  }
  return one + other;
}

/** The numbers of those words that have a sense. */
function wordsIn(index: SenseIndex, tokens: readonly Token[], first: number, last: number): number[] {
  const words: number[] = [];
  for (let i = first; i < last && words.length < longest; i++) {
    const token = tokens[i] as Token;
    if (hasSense(token)) words.push(index.wordOf(token));
  }
  return words;
}

/** The most that each unit sees anywhere in the sentence, at least 0. */
function pooledOf(index: SenseIndex, words: readonly number[]): Float64Array {
  const { units, bias } = index.tables;
  if (index.count + words.length > room) forget(index);
  // No word stands before the first and behind the last.
  const at = new Int32Array(words.length + 2);
  words.forEach((word, t) => {
    if (word >= 0) at[t + 1] = partsOf(index, word);
  });
  const most = mostOf(index.parts, at, units);
  const pooled = new Float64Array(2 * units);
  for (let u = 0; u < pooled.length; u++) pooled[u] = Math.max(0, (most[u] as number) / steps + (bias[u] as number));
  return pooled;
}

/** The same in `steps`, before the bias: of each unit of one word, then of each of three. `at`: where the parts of each word begin. */
function mostOf(parts: Int16Array, at: Int32Array, units: number): Int32Array {
  const most = new Int32Array(2 * units).fill(-beyond);
  for (let t = 1; t < at.length - 1; t++) {
    const own = at[t] as number;
    const first = (at[t - 1] as number) + units;
    const middle = own + 2 * units;
    const last = (at[t + 1] as number) + 3 * units;
    for (let u = 0; u < units; u++) {
      most[u] = Math.max(most[u] as number, parts[own + u] as number);
      const three = (parts[first + u] as number) + (parts[middle + u] as number) + (parts[last + u] as number);
      most[units + u] = Math.max(most[units + u] as number, three);
    }
  }
  return most;
}

function forget(index: SenseIndex): void {
  for (let n = 0; n < index.count; n++) index.kept[index.holders[n] as number] = 0;
  index.count = 0;
}

/** Where the parts of a word begin: made when it is first met. */
function partsOf(index: SenseIndex, word: number): number {
  const width = places * index.tables.units;
  const known = index.kept[word] as number;
  if (known > 0) return known * width;
  index.holders[index.count] = word;
  index.count++;
  index.kept[word] = index.count;
  const begin = index.count * width;
  makeParts(index, word, begin);
  return begin;
}

/** Four numbers of the vector at a time, which spares three readings of a sum in four. */
function makeParts({ tables: { size, units, vectors, filters }, parts }: SenseIndex, word: number, begin: number): void {
  const width = places * units;
  const sums = new Float64Array(width);
  const [from, end] = [word * size, (word + 1) * size];
  const numberAt = (place: number): number => (place < end ? (vectors[place] as number) : 0);
  for (let d = from; d < end; d += 4) {
    const [v0, v1, v2, v3] = [numberAt(d), numberAt(d + 1), numberAt(d + 2), numberAt(d + 3)];
    const rows = [0, 1, 2, 3].map((row) => Math.min(d - from + row, size - 1) * width);
    const [f0, f1, f2, f3] = rows as [number, number, number, number];
    for (let k = 0; k < width; k++)
      sums[k] =
        (sums[k] as number) +
        v0 * (filters[f0 + k] as number) +
        v1 * (filters[f1 + k] as number) +
        v2 * (filters[f2 + k] as number) +
        v3 * (filters[f3 + k] as number);
  }
  for (let k = 0; k < width; k++) parts[begin + k] = Math.max(-largest, Math.min(largest, Math.round((sums[k] as number) * steps)));
}

/** Smaller chances are not told apart, so that no model alone can rule a class out. */
const floor = 1e-4;
/** How much the network's opinion counts: by itself it tells fewer issues right than the signs. With half it would tell one in a hundred less. */
const ofSense = 0.4;

/** What the signs of words and their sense say of the same classes, as one: their weighted geometric mean, adding up to 1 (a logarithmic pool: Genest and Zidek 1986). */
export function pool(bySigns: readonly number[], bySense: readonly number[]): number[] {
  const products = bySigns.map((chance, k) => (chance + floor) ** (1 - ofSense) * ((bySense[k] as number) + floor) ** ofSense);
  const total = products.reduce((sum, product) => sum + product, 0);
  return products.map((product) => product / total);
}
