// Fixed phrases of the codebook (group nouns, offices, anaphors) at a place of the text. Decides nothing about who is meant.
import type { PhraseEntry } from "./compile.ts";
import { glued, type Scene } from "./scene.ts";
import { descend, type Node } from "./trie.ts";

export interface Phrase {
  /** The first wanted entry, and all that are wanted. */
  entry: PhraseEntry;
  entries: PhraseEntry[];
  /** Exclusive. */
  last: number;
}

/** The longest phrase of a kind that begins at token `first`, ends in its sentence and is wanted; null where there is none. */
export function phraseAt(scene: Scene, first: number, wanted: (entry: PhraseEntry) => boolean): Phrase | null {
  const { tokens } = scene.doc;
  const sentence = tokens[first]?.sentence;
  let node: Node<PhraseEntry> | null = scene.words[first]?.phrase ?? null;
  let best: Phrase | null = null;
  for (let i = first; node !== null; ) {
    const entries = node.values.filter(wanted);
    if (entries[0]) best = { entry: entries[0], entries, last: i + 1 };
    if (node.next.size === 0) break;
    i++;
    if (tokens[i]?.text === "-" && glued(scene, i - 1) && glued(scene, i)) i++;
    const word = scene.words[i];
    if (!word || tokens[i]?.sentence !== sentence || word.keys.length === 0) break;
    node = descend(node, word.keys);
  }
  return best;
}
