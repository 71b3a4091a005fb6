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

/** The stem of a word that may tell of an issue; null for others. */
export function tellingStem(lower: string): string | null {
  return lower.length < 3 || everywhere.has(lower) ? null : stemOf(lower);
}

export interface LearnedIndex {
  /** The number of a word's stem in `weights`; -1 where nothing was learned of it. */
  stemAt: (token: Token) => number;
  classes: readonly string[];
  bias: readonly number[];
  /** Tenths, for each stem and class. */
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
  const rows = new Map(issues.stems.map((stem, i) => [stem, i]));
  const bytes = Buffer.from(issues.weights, "base64");
  return {
    stemAt: numberByWord((lower) => rows.get(tellingStem(lower) ?? "") ?? -1),
    classes: issues.classes,
    bias: issues.bias,
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    stance: { bias: stance.bias, weights: new Map(Object.entries(stance.weights)) },
    row: { bias: row.bias, weights: new Map(Object.entries(row.weights)) },
    refs: new Map(cues.map((issue) => [issue.issue, refsOf(issue, learnedId)])),
  };
}

export interface Leaning {
  issue: string;
  /** From 0 to 1; with `none` they add up to 1. */
  chance: number;
}

/** The issues that the words `at` tell of, likeliest first, and how likely it is that they tell of none. */
export function leaningsOf(
  { stemAt, classes, bias, weights }: LearnedIndex,
  tokens: readonly Token[],
  at: readonly number[],
): { issues: Leaning[]; none: number } {
  const stems = [...new Set(at.map((i) => stemAt(tokens[i] as Token)))].filter((stem) => stem >= 0);
  const share = 1 / (10 * Math.sqrt(Math.max(1, stems.length)));
  const sums = bias.map((start, k) => {
    let sum = 0;
    for (const stem of stems) sum += weights[stem * classes.length + k] as number;
    return Math.exp(start + sum * share);
  });
  const total = sums.reduce((a, b) => a + b, 0);
  const all = classes.map((issue, k) => ({ issue, chance: (sums[k] as number) / total }));
  return {
    issues: all.filter(({ issue }) => issue !== none).sort((a, b) => b.chance - a.chance),
    none: all.find(({ issue }) => issue === none)?.chance ?? 0,
  };
}

/** Weaker words are not shown. */
const telling = 0.3;

/** Those of `at` whose words speak for `issue`, those that say most first. */
export function wordsFor({ stemAt, classes, weights }: LearnedIndex, tokens: readonly Token[], at: readonly number[], issue: string): number[] {
  const k = classes.indexOf(issue);
  const weightOf = (i: number): number => {
    const stem = stemAt(tokens[i] as Token);
    return stem < 0 ? 0 : (weights[stem * classes.length + k] as number) / 10;
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
