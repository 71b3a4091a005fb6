// Words and their numbers as lists of numbers, which a build can keep: looked up as they lie, with no string and no Map for each word.

/** Some tens of thousands of words take a fifth of the memory that strings in a Map would, and nothing has to be made of them at the start. */
export interface WordTable {
  count: number;
  /** The letters of all words, end to end: word `n` is those from `from[n]` up to `from[n + 1]`. */
  letters: Uint16Array;
  from: Int32Array;
  /** At the place that a word's letters hash to, or the next free one after it: its number from 1; 0 where there is none. At least half of the places are free. */
  slots: Int32Array;
}

/** The words must differ from one another. */
export function wordTable(words: readonly string[]): WordTable {
  const from = new Int32Array(words.length + 1);
  words.forEach((word, n) => {
    from[n + 1] = (from[n] as number) + word.length;
  });
  const letters = new Uint16Array(from[words.length] as number);
  words.forEach((word, n) => {
    for (let k = 0; k < word.length; k++) letters[(from[n] as number) + k] = word.charCodeAt(k);
  });
  return { count: words.length, letters, from, slots: slotsFor(words) };
}

/** The `slots` of a table of these words, which must differ from one another. */
export function slotsFor(words: readonly string[]): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * words.length + 2)));
  for (let n = 0; n < words.length; n++) {
    let slot = hashOf(words[n] as string) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = n + 1;
  }
  return slots;
}

/** The place of a word among the words; -1 where it is none of them. */
export function wordAt(table: WordTable, word: string): number {
  return placeIn(table.slots, word, (place) => isWord(table, place, word));
}

/** The same by what `slotsFor` made of words that are kept elsewhere; `isAt` tells whether the word is the one at a place. */
export function placeIn(slots: Int32Array, word: string, isAt: (place: number) => boolean): number {
  for (let slot = hashOf(word) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
    const place = (slots[slot] as number) - 1;
    if (place < 0 || isAt(place)) return place;
  }
}

function isWord({ letters, from }: WordTable, number: number, word: string): boolean {
  const start = from[number] as number;
  if ((from[number + 1] as number) - start !== word.length) return false;
  for (let k = 0; k < word.length; k++) if (letters[start + k] !== word.charCodeAt(k)) return false;
  return true;
}

/** FNV-1a over the letters, the upper bits folded into the lower ones, of which the slots take theirs. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193);
  return hash ^ (hash >>> 15);
}
