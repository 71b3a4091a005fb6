// The positions stage's part of the lexicon: frames, cues and modality as pattern indexes. Built once, never changed.
import type { Codebook } from "../../domain/codebook/codebook.ts";
import type { Cue, IssueCue } from "../../domain/codebook/cues.ts";
import type { Frame, Frames } from "../../domain/codebook/frames.ts";
import type { Modality } from "../../domain/codebook/modality.ts";
import { compileLearned, type LearnedIndex } from "./learned.ts";
import { type LearnedTables, tabulate } from "./learned-tables.ts";
import type { PatternTable } from "./pattern-table.ts";
import { compilePatterns, type PatternIndex } from "./patterns.ts";
import { compileVocabulary, type VocabularyIndex } from "./vocabulary.ts";

export interface CueRef {
  issue: IssueCue;
  cue: Cue;
  sign: 1 | -1;
  /** Tokens of earlier words, where only these tell of the issue and what stands here answers them. */
  answers?: readonly number[];
}

export type ConditionEffect = Modality["conditions"][number]["effect"];

/** A phrase that is neither frame nor cue. */
export type PhraseKind =
  | "not_frame"
  | "anaphor"
  | "apposed"
  | "assent"
  | "dissent"
  | "falsehood"
  | "tale"
  | "plan"
  | "communique"
  | "plan_verb"
  | "part"
  | "presents"
  | "signs"
  | "both"
  | "media"
  | "officials"
  | "negator"
  | "inert"
  | "hedge"
  | "past"
  | "current"
  | "hypothetical";
export interface Phrase {
  kind: PhraseKind;
}

export interface ConditionRef {
  id: string;
  effect: ConditionEffect;
}

/** What a pattern stands for. */
export type Entry =
  | { kind: "cue"; value: CueRef }
  | { kind: "frame"; value: Frame }
  | { kind: "phrase"; value: Phrase }
  | { kind: "condition"; value: ConditionRef }
  | { kind: "not_cue"; value: null };

/** What takes most of the time to compile. */
export interface PositionTables {
  patterns: PatternTable;
  context: PatternTable;
  learned: LearnedTables;
}

export interface PositionIndex {
  /** All patterns in one index, so that a text is gone through once; those of cues first. */
  patterns: PatternIndex<Entry>;
  /** How many patterns are of cues. */
  cueEnd: number;
  /** Words that show what a text is about. */
  context: PatternIndex<"conflict" | "either" | "other">;
  vocabulary: VocabularyIndex;
  learned: LearnedIndex;
  /** By issue id; issues without cues are absent. */
  issues: ReadonlyMap<string, IssueCue>;
  directed: ReadonlySet<string>;
  adjectival: ReadonlySet<string>;
  patients: ReadonlySet<string>;
  agents: ReadonlySet<string>;
  others: ReadonlySet<string>;
  heads: ReadonlySet<string>;
  standing: ReadonlySet<string>;
  endings: ReadonlySet<string>;
  undoing: ReadonlySet<string>;
  jointPapers: ReadonlySet<string>;
  receivers: ReadonlySet<string>;
  sideHeads: ReadonlySet<string>;
}

const frameLists = {
  not_frames: "not_frame",
  anaphors: "anaphor",
  apposed: "apposed",
  assents: "assent",
  dissents: "dissent",
  falsehoods: "falsehood",
  tales: "tale",
  plans: "plan",
  plan_verbs: "plan_verb",
  paper_parts: "part",
  presents: "presents",
  signs: "signs",
  communiques: "communique",
  both: "both",
  media: "media",
  officials: "officials",
} as const;
const modalLists = {
  negators: "negator",
  inert: "inert",
  hedges: "hedge",
  past: "past",
  current: "current",
  hypothetical: "hypothetical",
} as const;

/** `tables` are those that this codebook's patterns compile to, where a build kept them. Throws an Error that names the entry where a pattern cannot be read. */
export function compilePositions(
  codebook: Pick<Codebook, "cues" | "vocabulary" | "learned" | "frames" | "groups" | "modality" | "issues">,
  tables?: PositionTables,
): PositionIndex {
  const { cues, vocabulary, frames, modality, issues } = codebook;
  const patterns = compilePatterns<Entry>(
    [
      ...cues.issues.flatMap(cuePatterns).map(({ pattern, value }) => ({ pattern, classes: cues.words, value: { kind: "cue" as const, value } })),
      ...cues.not_cues.map((pattern) => ({ pattern, classes: cues.words, value: { kind: "not_cue" as const, value: null } })),
      ...frames.frames.flatMap((frame) =>
        frame.patterns.map((pattern) => ({ pattern, classes: frames.words, value: { kind: "frame" as const, value: frame } })),
      ),
      ...[...phrases(frames, frameLists), ...phrases(modality, modalLists)].map(({ pattern, value }) => ({
        pattern,
        classes: frames.words,
        value: { kind: "phrase" as const, value },
      })),
      ...modality.conditions.flatMap(({ id, effect, patterns }) =>
        patterns.map((pattern) => ({ pattern, classes: frames.words, value: { kind: "condition" as const, value: { id, effect } } })),
      ),
    ],
    tables?.patterns,
  );
  return {
    patterns,
    cueEnd: patterns.table.entries.filter((entry) => patterns.values[entry]?.kind === "cue").length,
    context: compilePatterns(
      [
        ...cues.context.conflict.map((pattern) => ({ pattern, classes: cues.words, value: "conflict" as const })),
        ...cues.context.either.map((pattern) => ({ pattern, classes: cues.words, value: "either" as const })),
        ...cues.context.other.map((pattern) => ({ pattern, classes: cues.words, value: "other" as const })),
      ],
      tables?.context,
    ),
    issues: new Map(cues.issues.map((issue) => [issue.issue, issue])),
    vocabulary: compileVocabulary(vocabulary, cues.issues),
    learned: compileLearned(tables?.learned ?? tabulate(codebook.learned), cues.issues),
    receivers: new Set(frames.receivers),
    sideHeads: new Set(frames.side_heads),
    standing: new Set(frames.standing),
    endings: new Set(frames.endings),
    undoing: new Set(frames.undoing),
    jointPapers: new Set(frames.joint_papers),
    agents: new Set(frames.agents),
    others: new Set([...frames.others, ...codebook.groups.estranged]),
    heads: new Set(frames.heads),
    adjectival: new Set(frames.adjectival),
    patients: new Set(frames.patients),
    directed: new Set(issues.issues.filter((issue) => issue.directed).map((issue) => issue.id)),
  };
}

function cuePatterns(issue: IssueCue): { pattern: string; value: CueRef }[] {
  return issue.cues.flatMap((cue) => [
    ...(cue.for ?? []).map((pattern) => ({ pattern, value: { issue, cue, sign: 1 as const } })),
    ...(cue.against ?? []).map((pattern) => ({ pattern, value: { issue, cue, sign: -1 as const } })),
  ]);
}

function phrases<Lists extends Record<string, PhraseKind>>(source: Frames | Modality, lists: Lists): { pattern: string; value: Phrase }[] {
  return Object.entries(lists).flatMap(
    ([list, kind]) => (source as unknown as Record<string, string[]>)[list]?.map((pattern) => ({ pattern, value: { kind } })) ?? [],
  );
}
