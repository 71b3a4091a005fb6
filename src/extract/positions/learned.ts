// What coded sentences taught of words, as numbers: which issue a sentence is about, for or against it, and whether a coder would make a row of it. Linear models, so that each word's part can be told.
import type { IssueCue } from "../../domain/codebook/cues.ts";
import type { Learned } from "../../domain/codebook/learned.ts";
import { numberByWord } from "../by-word.ts";
import type { Token } from "../types.ts";
import type { CueRef } from "./compile.ts";
import { compileStance, type StanceIndex } from "./learned-stance.ts";
import { tellingStem } from "./stems.ts";
import { refsOf } from "./word-refs.ts";

/** What a row's rule names where no cue found its issue but the words did. */
export const learnedId = "learned";
/** The class of sentences without a position. */
const none = "none";

export interface LearnedIndex {
  /** The number of a word's stem in `weights`; -1 where nothing was learned of it. */
  stemAt: (token: Token) => number;
  classes: readonly string[];
  bias: readonly number[];
  /** Tenths, for each stem and class. */
  weights: Int8Array;
  stance: StanceIndex;
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
    stance: compileStance(stance),
    row: { bias: row.bias, weights: new Map(Object.entries(row.weights)) },
    refs: new Map(cues.map((issue) => [issue.issue, refsOf(issue, learnedId)])),
  };
}

export interface Leaning {
  issue: string;
  /** From 0 to 1; with `none` they add up to 1. */
  chance: number;
}

/** The `most` issues that the words `at` tell of, likeliest first, and how likely it is that they tell of none. */
export function leaningsOf(
  { stemAt, classes, bias, weights }: LearnedIndex,
  tokens: readonly Token[],
  at: readonly number[],
  most: number = classes.length,
): { issues: Leaning[]; none: number } {
  const stems: number[] = [];
  for (const i of at) {
    const stem = stemAt(tokens[i] as Token);
    if (stem >= 0 && !stems.includes(stem)) stems.push(stem);
  }
  const count = classes.length;
  const tenths = new Array<number>(count).fill(0);
  for (const stem of stems) for (let k = 0; k < count; k++) tenths[k] = (tenths[k] as number) + (weights[stem * count + k] as number);
  const share = 1 / (10 * Math.sqrt(Math.max(1, stems.length)));
  let total = 0;
  const chances: number[] = [];
  for (let k = 0; k < count; k++) {
    const odds = Math.exp((bias[k] as number) + (tenths[k] as number) * share);
    chances.push(odds);
    total += odds;
  }
  for (let k = 0; k < count; k++) chances[k] = (chances[k] as number) / total;
  const noneAt = classes.indexOf(none);
  return { issues: likeliest(classes, chances, noneAt, most), none: chances[noneAt] ?? 0 };
}

/** Of equal ones the earlier first. */
function likeliest(classes: readonly string[], chances: readonly number[], without: number, most: number): Leaning[] {
  const found: Leaning[] = [];
  for (let k = 0; k < chances.length; k++) {
    const chance = chances[k] as number;
    if (k === without || (found.length === most && chance <= (found.at(-1) as Leaning).chance)) continue;
    let place = found.length;
    while (place > 0 && chance > (found[place - 1] as Leaning).chance) place--;
    found.splice(place, 0, { issue: classes[k] as string, chance });
    if (found.length > most) found.pop();
  }
  return found;
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
  return at.filter((i) => weightOf(i) > telling).sort((a, b) => weightOf(b) - weightOf(a) || a - b);
}

/** How likely a coder would make a row whose signs add up to `sum`, from 0 to 1. */
export function chanceOf(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
