// What coded sentences taught of words, as numbers: which issue a sentence is about, for or against it, and whether a coder would make a row of it. Linear models, so that each word's part can be told.
import type { IssueCue } from "../../domain/codebook/cues.ts";
import { numberByWord } from "../by-word.ts";
import { type Model, modelOf } from "../scale.ts";
import { type Forest, forestOf } from "../trees.ts";
import type { Token } from "../types.ts";
import type { CueRef } from "./compile.ts";
import { compileMatter, type MatterIndex } from "./learned-matter.ts";
import { compileStance, type StanceIndex } from "./learned-stance.ts";
import type { LearnedTables } from "./learned-tables.ts";
import { placeOf } from "./number-pairs.ts";
import { compileSenses, type SenseIndex } from "./senses.ts";
import { isTelling, stemOf } from "./stems.ts";
import { refsOf } from "./word-refs.ts";
import { wordAt } from "./word-table.ts";

/** What a row's rule names where no cue found its issue but the words did. */
export const learnedId = "learned";
/** The class of sentences without a position. */
const none = "none";

export interface LearnedIndex {
  tables: LearnedTables;
  /** The number of a word's stem among all stems of signs; -1 where nothing was learned of it. */
  stemAt: (token: Token) => number;
  /** By sign: 1 while the signs of a sentence are collected and it is among them, else 0. */
  met: Uint8Array;
  senses: SenseIndex;
  stance: StanceIndex;
  bearing: StanceIndex;
  meeting: StanceIndex;
  matter: MatterIndex;
  row: Forest;
  told: Model;
  scene: Model;
  placing: Model;
  /** By issue and direction, for the rows to refer to; issues without cues are absent. */
  refs: ReadonlyMap<string, Record<"for" | "against", CueRef>>;
}

export function compileLearned(tables: LearnedTables, cues: readonly IssueCue[]): LearnedIndex {
  const { issues, senses, stance, bearing, meeting, matter, row, told, scene, placing } = tables;
  return {
    tables,
    stemAt: numberByWord((lower) => wordAt(issues.stems, stemOf(lower) ?? "")),
    met: new Uint8Array(issues.starts.length),
    senses: compileSenses(senses),
    stance: compileStance(stance),
    bearing: compileStance(bearing),
    meeting: compileStance(meeting),
    matter: compileMatter(matter),
    row: forestOf(row),
    told: modelOf(told),
    scene: modelOf(scene),
    placing: modelOf(placing),
    refs: new Map(cues.map((issue) => [issue.issue, refsOf(issue, learnedId)])),
  };
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
function knownSigns({ stemAt, tables, met }: LearnedIndex, tokens: readonly Token[], at: readonly number[]): number[] {
  const { single, pairs, paired } = tables.issues;
  const known: number[] = [];
  let last = -1;
  for (let n = 0; n < at.length; n++) {
    const i = at[n] as number;
    const token = tokens[i] as Token;
    const stem = stemAt(token);
    if (stem >= 0 && isTelling(token.lower)) addOnce(known, met, single[stem] as number);
    const pair = stem < 0 || last < 0 || at[n - 1] !== i - 1 ? -1 : placeOf(pairs, last, stem);
    if (pair >= 0) addOnce(known, met, paired[pair] as number);
    last = stem;
  }
  for (let n = 0; n < known.length; n++) met[known[n] as number] = 0;
  return known;
}

function addOnce(known: number[], met: Uint8Array, sign: number): void {
  if (sign < 0 || met[sign] === 1) return;
  met[sign] = 1;
  known.push(sign);
}

export interface Leaning {
  issue: string;
  /** From 0 to 1; with `none` they add up to 1. */
  chance: number;
}

/** How likely it is that the words `at` tell of each class, in the order of the tables. Adds up to 1. */
export function chancesOf(learned: LearnedIndex, tokens: readonly Token[], at: readonly number[]): number[] {
  const { classes, bias, starts, weights } = learned.tables.issues;
  const known = knownSigns(learned, tokens, at);
  const tenths = new Array<number>(classes.length).fill(0);
  for (const sign of known)
    for (let k = starts[sign] as number; k < (starts[sign + 1] as number); k++) {
      const label = weights[2 * k] as number;
      tenths[label] = (tenths[label] as number) + (weights[2 * k + 1] as number);
    }
  const share = 1 / (10 * Math.sqrt(Math.max(1, known.length)));
  let total = 0;
  const chances: number[] = [];
  for (let k = 0; k < classes.length; k++) {
    const odds = Math.exp((bias[k] as number) + (tenths[k] as number) * share);
    chances.push(odds);
    total += odds;
  }
  for (let k = 0; k < classes.length; k++) chances[k] = (chances[k] as number) / total;
  return chances;
}

/** The `most` likeliest issues, of equal ones the earlier first, and how likely it is that the words tell of none. */
export function leaningsOf({ tables }: LearnedIndex, chances: readonly number[], most: number): { issues: Leaning[]; none: number } {
  const { classes } = tables.issues;
  const noneAt = classes.indexOf(none);
  const found: Leaning[] = [];
  for (let k = 0; k < chances.length; k++) {
    const chance = chances[k] as number;
    if (k === noneAt || (found.length === most && chance <= (found.at(-1) as Leaning).chance)) continue;
    let place = found.length;
    while (place > 0 && chance > (found[place - 1] as Leaning).chance) place--;
    found.splice(place, 0, { issue: classes[k] as string, chance });
    if (found.length > most) found.pop();
  }
  return { issues: found, none: chances[noneAt] ?? 0 };
}

/** Weaker words are not shown. */
const telling = 0.3;

/** Those of `at` whose words speak for `issue`, those that say most first. */
export function wordsFor({ stemAt, tables }: LearnedIndex, tokens: readonly Token[], at: readonly number[], issue: string): number[] {
  const { single, starts, classes, weights } = tables.issues;
  const label = classes.indexOf(issue);
  const weightOf = (i: number): number => {
    const stem = stemAt(tokens[i] as Token);
    const sign = stem < 0 ? -1 : (single[stem] as number);
    if (sign < 0) return 0;
    for (let k = starts[sign] as number; k < (starts[sign + 1] as number); k++) if (weights[2 * k] === label) return (weights[2 * k + 1] as number) / 10;
    return 0;
  };
  const said: { i: number; weight: number }[] = [];
  for (let n = 0; n < at.length; n++) {
    const i = at[n] as number;
    const weight = weightOf(i);
    if (weight > telling) said.push({ i, weight });
  }
  if (said.length > 1) said.sort((a, b) => b.weight - a.weight || a.i - b.i);
  return said.map(({ i }) => i);
}
