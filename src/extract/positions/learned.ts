// What coded sentences taught of words, as numbers: which issue a sentence is about, for or against it, and whether a coder would make a row of it. Linear models, so that each word's part can be told.
import { stemmer } from "stemmer";
import type { IssueCue } from "../../domain/codebook/cues.ts";
import type { Learned } from "../../domain/codebook/learned.ts";
import { numberByWord } from "../by-word.ts";
import type { Token } from "../types.ts";
import type { CueRef } from "./compile.ts";
import { refsOf } from "./word-refs.ts";

/** What a row's rule names where no cue found its issue but the words did. */
export const learnedId = "learned";
/** The class of sentences without a position. */
const none = "none";

/** Words that stand in every sentence. */
const everywhere = new Set(
  "the an of to in and or for on at by with from as is are was were be been it its his her he she they their them that this these those which who would will can could should must may might not no have has had do does did but also said says told mr".split(
    " ",
  ),
);

/** The stem of a word's dictionary-free form; null for what is no word of letters. */
export function stemOf(lower: string): string | null {
  const plain = lower === "n't" ? "not" : lower.normalize("NFKD").replace(/\p{M}/gu, "");
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : null;
}

/** Whether a word tells of an issue by itself. */
function isTelling(lower: string): boolean {
  return lower.length > 2 && !everywhere.has(lower);
}

export interface LearnedIndex {
  classes: readonly string[];
  bias: readonly number[];
  /** The number of a word's stem among all stems of signs; -1 where nothing was learned of it. */
  stemAt: (token: Token) => number;
  /** By the number of a stem, or of two in a row (`pairOf`): the sign it is, an index of `starts`. */
  signs: ReadonlyMap<number, number>;
  /** Where the weights of each sign start; one more than there are signs. */
  starts: Uint32Array;
  /** In twos: a class and the tenths of its weight. */
  weights: Int8Array;
  stance: Model;
  row: Model;
  /** By issue and direction, for the rows to refer to; issues without cues are absent. */
  refs: ReadonlyMap<string, Record<"for" | "against", CueRef>>;
}

interface Model {
  bias: number;
  weights: ReadonlyMap<string, number>;
}

export function compileLearned({ issues, stance, row }: Learned, cues: readonly IssueCue[]): LearnedIndex {
  const parts = issues.signs.map((sign) => sign.split(" "));
  const numbers = new Map([...new Set(parts.flat())].map((stem, i) => [stem, i]));
  const numberOf = (stem: string | undefined): number => numbers.get(stem ?? "") ?? -1;
  const starts = new Uint32Array(issues.signs.length + 1);
  const counts = Buffer.from(issues.counts, "base64");
  for (let i = 0; i < counts.length; i++) starts[i + 1] = (starts[i] as number) + (counts[i] as number);
  const bytes = Buffer.from(issues.weights, "base64");
  return {
    classes: issues.classes,
    bias: issues.bias,
    stemAt: numberByWord((lower) => numberOf(stemOf(lower) ?? undefined)),
    signs: new Map(parts.map(([one, two], i) => [two === undefined ? numberOf(one) : pairOf(numberOf(one), numberOf(two)), i])),
    starts,
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    stance: { bias: stance.bias, weights: new Map(Object.entries(stance.weights)) },
    row: { bias: row.bias, weights: new Map(Object.entries(row.weights)) },
    refs: new Map(cues.map((issue) => [issue.issue, refsOf(issue, learnedId)])),
  };
}

/** A number for two stems in a row, unlike that of any stem. */
function pairOf(one: number, two: number): number {
  return (one + 1) * 2 ** 20 + two;
}

/** The signs of issues in the words `at`: their stems, and two stems in a row. */
export function issueSigns(tokens: readonly Token[], at: readonly number[]): string[] {
  const signs = new Set<string>();
  let last: string | null = null;
  at.forEach((i, n) => {
    const { lower } = tokens[i] as Token;
    const stem = stemOf(lower);
    if (isTelling(lower) && stem !== null) signs.add(stem);
    if (stem !== null && last !== null && at[n - 1] === i - 1) signs.add(`${last} ${stem}`);
    last = stem;
  });
  return [...signs];
}

/** The same as numbers of signs; those of which nothing was learned are left out. */
function knownSigns({ stemAt, signs }: LearnedIndex, tokens: readonly Token[], at: readonly number[]): number[] {
  const known = new Set<number>();
  let last = -1;
  at.forEach((i, n) => {
    const token = tokens[i] as Token;
    const stem = stemAt(token);
    const own = stem < 0 || !isTelling(token.lower) ? undefined : signs.get(stem);
    if (own !== undefined) known.add(own);
    const pair = stem < 0 || last < 0 || at[n - 1] !== i - 1 ? undefined : signs.get(pairOf(last, stem));
    if (pair !== undefined) known.add(pair);
    last = stem;
  });
  return [...known];
}

export interface Leaning {
  issue: string;
  /** From 0 to 1; with `none` they add up to 1. */
  chance: number;
}

/** The issues that the words `at` tell of, likeliest first, and how likely it is that they tell of none. */
export function leaningsOf(learned: LearnedIndex, tokens: readonly Token[], at: readonly number[]): { issues: Leaning[]; none: number } {
  const { classes, bias, starts, weights } = learned;
  const known = knownSigns(learned, tokens, at);
  const share = 1 / (10 * Math.sqrt(Math.max(1, known.length)));
  const sums = Float64Array.from(bias);
  for (const sign of known)
    for (let k = starts[sign] as number; k < (starts[sign + 1] as number); k++) {
      const label = weights[2 * k] as number;
      sums[label] = (sums[label] as number) + (weights[2 * k + 1] as number) * share;
    }
  const powers = sums.map(Math.exp);
  const total = powers.reduce((a, b) => a + b, 0);
  const all = classes.map((issue, k) => ({ issue, chance: (powers[k] as number) / total }));
  return {
    issues: all.filter(({ issue }) => issue !== none).sort((a, b) => b.chance - a.chance),
    none: all.find(({ issue }) => issue === none)?.chance ?? 0,
  };
}

/** Weaker words are not shown. */
const telling = 0.3;

/** Those of `at` whose words speak for `issue`, those that say most first. */
export function wordsFor({ stemAt, signs, starts, classes, weights }: LearnedIndex, tokens: readonly Token[], at: readonly number[], issue: string): number[] {
  const label = classes.indexOf(issue);
  const weightOf = (i: number): number => {
    const sign = signs.get(stemAt(tokens[i] as Token));
    if (sign === undefined) return 0;
    for (let k = starts[sign] as number; k < (starts[sign + 1] as number); k++) if (weights[2 * k] === label) return (weights[2 * k + 1] as number) / 10;
    return 0;
  };
  return at
    .map((i) => ({ i, weight: weightOf(i) }))
    .filter(({ weight }) => weight > telling)
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
    .map(({ i }) => i);
}

/** The signs by which a stance is told: stems, two in a row, each with the issue. */
export function stanceSigns(tokens: readonly Token[], first: number, last: number, issue: string): string[] {
  const stems: string[] = [];
  for (let i = first; i < last; i++)
    for (const part of (tokens[i] as Token).lower.split("-")) {
      const stem = stemOf(part);
      if (stem !== null) stems.push(stem);
    }
  const own = new Set(stems);
  const pairs = new Set(stems.slice(1).map((stem, i) => `${stems[i]}_${stem}`));
  return [...own, ...pairs, ...[...own].map((stem) => `${issue}|${stem}`), `@${issue}`];
}

/** Above 0 where the words are for the issue; the logarithm of the odds. */
export function stanceOf({ stance }: LearnedIndex, tokens: readonly Token[], first: number, last: number, issue: string): number {
  const known = stanceSigns(tokens, first, last, issue).flatMap((sign) => stance.weights.get(sign) ?? []);
  return stance.bias + known.reduce((a, b) => a + b, 0) / Math.sqrt(Math.max(1, known.length));
}

/** How likely a coder would make this row, from 0 to 1. */
export function chanceOf({ row }: LearnedIndex, signs: ReadonlyMap<string, number>): number {
  let sum = row.bias;
  for (const [sign, value] of signs) sum += (row.weights.get(sign) ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}
