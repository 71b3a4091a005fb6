// How likely a sentence tells of an issue by all its words together, whatever cue was found in it. A row whose sentence hardly does is trusted less.
import { leaningsOf } from "./learned.ts";
import type { View } from "./view.ts";

/** Below this the words speak against the cue: on articles that nobody had read, such rows were right once in three times, others twice. */
const unlikely = 0.02;
const doubted = 0.6;

/** The words of a sentence that tell what it is about, as positions of tokens: all but the names of those who act. */
export function wordsAbout({ mentionAt }: Pick<View, "mentionAt">, first: number, last: number): number[] {
  const words: number[] = [];
  for (let i = first; i < last; i++) if (mentionAt[i]?.acts !== true) words.push(i);
  return words;
}

/** A factor of confidence for a row on an issue, from the words of its sentence; weighed when first asked. */
export function trustIn(view: View, first: number, last: number): (issue: string) => number {
  let chances: ReadonlyMap<string, number> | null = null;
  return (issue) => {
    chances ??= new Map(leaningsOf(view.index.learned, view.doc.tokens, wordsAbout(view, first, last)).issues.map(({ issue: id, chance }) => [id, chance]));
    return (chances.get(issue) ?? 0) < unlikely ? doubted : 1;
  };
}
