// What coded sentences taught of words, as numbers: which issue a sentence is about, for or against it, and whether a coder would make a row of it. Linear models, so that each word's part can be told.
import type { IssueCue } from "../../domain/codebook/cues.ts";
import { type Model, modelOf } from "../scale.ts";
import { type Forest, forestOf } from "../trees.ts";
import type { Token } from "../types.ts";
import type { CueRef } from "./compile.ts";
import { tellsOfAct } from "./learned-acts.ts";
import { compileMatter, type MatterIndex } from "./learned-matter.ts";
import { compileStance, type StanceIndex } from "./learned-stance.ts";
import type { LearnedTables } from "./learned-tables.ts";
import { compileSenses, type SenseIndex } from "./senses.ts";
import { isTelling } from "./stems.ts";
import { type ClassIndex, compileClasses } from "./word-classes.ts";
import { refsOf } from "./word-refs.ts";

/** What a row's rule names where no cue found its issue but the words did. */
export const learnedId = "learned";
/** The class of sentences without a position. */
const none = "none";

export interface LearnedIndex {
  tables: LearnedTables;
  issues: ClassIndex;
  senses: SenseIndex;
  stance: StanceIndex;
  bearing: StanceIndex;
  meeting: StanceIndex;
  matter: MatterIndex;
  acts: ClassIndex;
  row: Forest;
  told: Model;
  scene: Model;
  placing: Model;
  /** By issue and direction, for the rows to refer to; issues without cues are absent. */
  refs: ReadonlyMap<string, Record<"for" | "against", CueRef>>;
}

export function compileLearned(tables: LearnedTables, cues: readonly IssueCue[]): LearnedIndex {
  const { issues, senses, stance, bearing, meeting, matter, acts, row, told, scene, placing } = tables;
  return {
    tables,
    issues: compileClasses(issues, isTelling),
    senses: compileSenses(senses),
    stance: compileStance(stance),
    bearing: compileStance(bearing),
    meeting: compileStance(meeting),
    matter: compileMatter(matter),
    acts: compileClasses(acts, tellsOfAct),
    row: forestOf(row),
    told: modelOf(told),
    scene: modelOf(scene),
    placing: modelOf(placing),
    refs: new Map(cues.map((issue) => [issue.issue, refsOf(issue, learnedId)])),
  };
}

export interface Leaning {
  issue: string;
  /** From 0 to 1; with `none` they add up to 1. */
  chance: number;
}

/** The `most` likeliest issues, of equal ones the earlier first, and how likely it is that the words tell of none. */
export function leaningsOf({ issues: { tables } }: LearnedIndex, chances: readonly number[], most: number): { issues: Leaning[]; none: number } {
  const { classes } = tables;
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
export function wordsFor({ issues: { stemAt, tables } }: LearnedIndex, tokens: readonly Token[], at: readonly number[], issue: string): number[] {
  const { single, starts, classes, weights } = tables;
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
