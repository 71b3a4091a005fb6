// For or against, as coded sentences taught it: the stance model as numbers. Its signs are those that `stanceSigns` names, which are learned from.
import type { Learned } from "../../domain/codebook/learned.ts";
import { numberByWord } from "../by-word.ts";
import type { Token } from "../types.ts";
import { stemOf } from "./stems.ts";

/** What is no word, and a word whose stem stands in no sign. */
const [noWord, unknown] = [-1, 0];

/** By stem: what goes with it, in ascending order, and the weight of both together. List `n` is from `from[n]` up to `from[n + 1]`. */
interface Weights {
  from: Int32Array;
  others: Int32Array;
  weights: Float64Array;
}

export interface StanceIndex {
  bias: number;
  /** Number of a stem in the signs, from 1. */
  stems: ReadonlyMap<string, number>;
  /** Number of a word's stem, `noWord` or `unknown`. For words that are no compounds. */
  stemAt: (token: Token) => number;
  /** By stem, and by issue: the weight of it alone; NaN where there is none. */
  own: Float64Array;
  ofIssue: Float64Array;
  /** By stem: the stems that may follow it, and the issues. */
  pairs: Weights;
  byIssue: Weights;
  issues: ReadonlyMap<string, number>;
}

export function compileStance({ bias, weights }: Learned["stance"]): StanceIndex {
  const stems = new Map<string, number>();
  const issues = new Map<string, number>();
  const numberIn = (numbers: Map<string, number>, name: string, first: number): number => {
    const known = numbers.get(name) ?? numbers.size + first;
    numbers.set(name, known);
    return known;
  };
  const stemNumber = (stem: string): number => numberIn(stems, stem, unknown + 1);
  const issueNumber = (issue: string): number => numberIn(issues, issue, 0);
  const [own, ofIssue]: [number[], number[]] = [[], []];
  const [pairs, byIssue]: [Triple[], Triple[]] = [[], []];
  for (const sign in weights) {
    const weight = weights[sign] as number;
    const bar = sign.indexOf("|");
    const line = bar < 0 ? sign.indexOf("_") : -1;
    if (bar > 0) byIssue.push([stemNumber(sign.slice(bar + 1)), issueNumber(sign.slice(0, bar)), weight]);
    else if (line > 0) pairs.push([stemNumber(sign.slice(0, line)), stemNumber(sign.slice(line + 1)), weight]);
    else if (sign.startsWith("@")) ofIssue[issueNumber(sign.slice(1))] = weight;
    else own[stemNumber(sign)] = weight;
  }
  return {
    bias,
    stems,
    stemAt: numberByWord((lower) => numberOfStem(stems, lower)),
    own: filled(own, stems.size + 1),
    ofIssue: filled(ofIssue, issues.size),
    pairs: weightsOf(pairs, stems.size + 1),
    byIssue: weightsOf(byIssue, stems.size + 1),
    issues,
  };
}

type Triple = readonly [stem: number, other: number, weight: number];

function filled(weights: readonly number[], length: number): Float64Array {
  return Float64Array.from({ length }, (_, n) => weights[n] ?? Number.NaN);
}

function weightsOf(triples: readonly Triple[], count: number): Weights {
  const sorted = triples.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const from = new Int32Array(count + 1);
  for (const [stem] of sorted) from[stem + 1] = (from[stem + 1] as number) + 1;
  for (let n = 0; n < count; n++) from[n + 1] = (from[n + 1] as number) + (from[n] as number);
  return { from, others: Int32Array.from(sorted, ([, other]) => other), weights: Float64Array.from(sorted, ([, , weight]) => weight) };
}

function numberOfStem(stems: ReadonlyMap<string, number>, word: string): number {
  const stem = stemOf(word);
  return stem === null ? noWord : (stems.get(stem) ?? unknown);
}

/** NaN where the two have no weight. */
function weightOf({ from, others, weights }: Weights, stem: number, other: number): number {
  const end = from[stem + 1] as number;
  let low = from[stem] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle] as number) < other) low = middle + 1;
    else high = middle;
  }
  return low < end && others[low] === other ? (weights[low] as number) : Number.NaN;
}

/** The signs of a sentence that are the same whatever issue it is about: counted once. */
export interface StanceWords {
  /** Known stems in text order, each once. */
  stems: readonly number[];
  /** The weights so far, and how many they are. */
  sum: number;
  count: number;
}

export function stanceWords(index: StanceIndex, tokens: readonly Token[], first: number, last: number): StanceWords {
  const all = stemsIn(index, tokens, first, last);
  const stems = [...new Set(all)].filter((stem) => stem !== unknown);
  let [sum, count] = [0, 0];
  const add = (weight: number): void => {
    if (Number.isNaN(weight)) return;
    sum += weight;
    count++;
  };
  for (const stem of stems) add(index.own[stem] as number);
  const met = new Set<number>();
  for (let k = 1; k < all.length; k++) {
    const [stem, other] = [all[k - 1] as number, all[k] as number];
    if (stem === unknown || other === unknown) continue;
    const weight = weightOf(index.pairs, stem, other);
    const pair = stem * index.own.length + other;
    if (Number.isNaN(weight) || met.has(pair)) continue;
    met.add(pair);
    add(weight);
  }
  return { stems, sum, count };
}

/** Of a compound the stem of each part: "cease-fire". */
function stemsIn({ stems, stemAt }: StanceIndex, tokens: readonly Token[], first: number, last: number): number[] {
  const all: number[] = [];
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    if (token.lower.includes("-")) for (const part of token.lower.split("-")) all.push(numberOfStem(stems, part));
    else all.push(stemAt(token));
  }
  return all.filter((stem) => stem !== noWord);
}

/** Above 0 where the words are for the issue; the logarithm of the odds. Adds up in the order of `stanceSigns`, for sums of fractions hang on their order. */
export function stanceOn({ bias, ofIssue, byIssue, issues }: StanceIndex, { stems, sum: begun, count: own }: StanceWords, issue: string): number {
  let [sum, count] = [begun, own];
  const number = issues.get(issue);
  if (number !== undefined) {
    for (const stem of stems) {
      const weight = weightOf(byIssue, stem, number);
      if (Number.isNaN(weight)) continue;
      sum += weight;
      count++;
    }
    const alone = ofIssue[number] as number;
    if (!Number.isNaN(alone)) {
      sum += alone;
      count++;
    }
  }
  return bias + sum / Math.sqrt(Math.max(1, count));
}
