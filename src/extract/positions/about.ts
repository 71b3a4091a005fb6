// What a sentence is about by all its words together, whatever cue was found in it. A row whose sentence hardly tells of its issue is trusted less.
import type { LearnedIndex } from "./learned.ts";
import { pool, sensedChances } from "./senses.ts";
import type { View } from "./view.ts";
import { chancesOf } from "./word-classes.ts";

/** Below this the words speak against the cue: on articles that nobody had read, such rows were right once in three times, others twice. */
const unlikely = 0.02;
const doubted = 0.6;

export interface About {
  /** Positions of tokens: all but the names of those who act. */
  words: readonly number[];
  /** Of each class, in the order of the tables. */
  chances: readonly number[];
}

/** The tokens from `first` up to `last` but the names of those who act. */
export function silentIn({ mentionAt }: View, { first, last }: { first: number; last: number }): number[] {
  const words: number[] = [];
  for (let i = first; i < last; i++) if (mentionAt[i]?.acts !== true) words.push(i);
  return words;
}

/** Weighed when first asked, and then kept. */
export function aboutOf(view: View, first: number, last: number): () => About {
  let about: About | null = null;
  return () => {
    if (about !== null) return about;
    const { learned } = view.index;
    const { tokens } = view.doc;
    const words = silentIn(view, { first, last });
    const bySigns = chancesOf(learned.issues, tokens, words);
    const bySense = sensedChances(learned.senses, tokens, first, last);
    about = { words, chances: bySense === null ? bySigns : pool(bySigns, bySense) };
    return about;
  };
}

/** A factor of confidence for a row on an issue, from the words of its sentence. */
export function trustIn({ tables }: LearnedIndex, { chances }: About, issue: string): number {
  return (chances[tables.issues.classes.indexOf(issue)] ?? 0) < unlikely ? doubted : 1;
}
