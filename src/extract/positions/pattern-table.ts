// Many patterns compiled into one table of numbers, which a build can keep. Knows no text, nor what a pattern means.

import { type WordTable, wordTable } from "../word-table.ts";
import { type Element, type Options, patternReader, unionOf, type Vocabulary, type WordClasses } from "./pattern-language.ts";
import { kindOf, type Lists, longestSlot, mostBetween, type Shapes } from "./pattern-match.ts";

export interface PatternTable extends Shapes {
  /** Every form that some pattern knows; its number is its place, from 1. A form that a pattern wants as it stands has a second number, with a blank before it. */
  forms: WordTable;
  /** By the number of a form: the number of the same form as it stands; 0 where no pattern wants it so. */
  exact: Int32Array;
  /** By form: the sets of words that hold it, of those that stand in a pattern; in ascending order. */
  sets: Lists;
  /** How many sets of words some pattern needs. As needs they have numbers of their own. */
  needCount: number;
  /** By pattern: which of the entries it was written in; an entry that allows two orders makes two patterns. */
  entries: readonly number[];
  /**
   * By pattern: what must stand behind the first word, so that few patterns are tried in full. The number of a need, which is a set of words,
   * and the most tokens on from the first word, by turns; the need of fewest words first.
   */
  needs: Lists;
  /** By form: the needs that it meets. */
  needed: Lists;
  /** By form: patterns that may begin with it, in ascending order. Three numbers each: the pattern and its first need, whose number is -1 where there is none. */
  opened: Lists;
  /** Patterns that a number or a name may begin. */
  numbers: readonly number[];
  names: readonly number[];
}

/** Throws an Error that names the pattern where it cannot be read or names an unknown class. */
export function tableOf(entries: readonly { pattern: string; classes: WordClasses }[]): PatternTable {
  const vocabulary: Vocabulary = { forms: new Map(), sets: [], words: new Map(), unions: new Map() };
  const readers = new Map<WordClasses, ReturnType<typeof patternReader>>();
  const patterns: { elements: readonly Element[]; entry: number }[] = [];
  const needs: number[][] = [];
  /** By set that some pattern needs: its number as a need. */
  const numberOf = new Map<number, number>();
  /** By pattern: the set of words that may be its first; null where only a number or a name may. */
  const openers: (number | null)[] = [];
  const [numbers, names]: [number[], number[]] = [[], []];
  entries.forEach(({ pattern, classes }, entry) => {
    const read = readers.get(classes) ?? patternReader(classes, vocabulary);
    readers.set(classes, read);
    for (const elements of read(pattern)) {
      const first = elements[0];
      if (!first || first.optional) throw new Error(`pattern must begin with a word that may not be missing: ${pattern}`);
      const number = patterns.push({ elements, entry }) - 1;
      needs.push(needsOf(elements, vocabulary, numberOf));
      openers.push(first.options.length === 0 ? null : unionAt(first.options, 0, vocabulary));
      if (first.slot === "number") numbers.push(number);
      else if (first.slot !== null) names.push(number);
    }
  });
  const formCount = vocabulary.forms.size + 1;
  const own = new Set(patterns.flatMap(({ elements }) => elements.flatMap(({ options, opener }) => [...options.flat(), ...(opener === null ? [] : [opener])])));
  return {
    forms: wordTable([...vocabulary.forms.keys()]),
    exact: exactOf(vocabulary.forms),
    sets: listsOf(formCount, (add) => {
      vocabulary.sets.forEach((forms, set) => {
        if (own.has(set)) for (const form of forms) add(form, set);
      });
    }),
    needed: listsOf(formCount, (add) => {
      for (const [set, need] of numberOf) for (const form of vocabulary.sets[set] as number[]) add(form, need);
    }),
    needCount: numberOf.size,
    ...shapesOf(patterns.map(({ elements }) => elements)),
    entries: patterns.map(({ entry }) => entry),
    needs: listsOf(patterns.length, (add) => {
      needs.forEach((own, pattern) => {
        for (const item of own) add(pattern, item);
      });
    }),
    opened: listsOf(formCount, (add) => {
      openers.forEach((set, pattern) => {
        if (set === null) return;
        const [needed = -1, reach = 0] = needs[pattern] as number[];
        for (const form of vocabulary.sets[set] as number[]) {
          add(form, pattern);
          add(form, needed);
          add(form, reach);
        }
      });
    }),
    numbers,
    names,
  };
}

function exactOf(forms: Vocabulary["forms"]): Int32Array {
  const exact = new Int32Array(forms.size + 1);
  for (const [form, number] of forms) if (form.startsWith(" ")) exact[forms.get(form.slice(1)) as number] = number;
  return exact;
}

/** Options that several patterns share are kept once. The first word of a pattern has no gap before it. */
function shapesOf(patterns: readonly (readonly Element[])[]): Shapes {
  const numberOf = new Map<Options, number>();
  for (const { options } of patterns.flat()) if (!numberOf.has(options)) numberOf.set(options, numberOf.size);
  return {
    elements: listsOf(patterns.length, (add) => {
      patterns.forEach((elements, pattern) => {
        elements.forEach((element, n) => {
          add(pattern, kindOf(n === 0 ? { ...element, gap: "strict" } : element));
          add(pattern, element.opener ?? -1);
          add(pattern, numberOf.get(element.options) as number);
        });
      });
    }),
    options: listsOf(numberOf.size, (add) => {
      for (const [rows, number] of numberOf)
        for (const row of rows) {
          add(number, row.length);
          for (const set of row) add(number, set);
        }
    }),
  };
}

function needsOf(elements: readonly Element[], vocabulary: Vocabulary, numberOf: Map<number, number>): number[] {
  const needs: [set: number, reach: number][] = [];
  let reach = 0;
  elements.forEach(({ gap, optional, slot, options }, n) => {
    if (n > 0) reach += mostBetween[gap];
    const lengths = options.map((row) => row.length);
    for (let k = n === 0 ? 1 : 0; !optional && slot === null && k < Math.min(...lengths); k++) needs.push([unionAt(options, k, vocabulary), reach + k]);
    reach += Math.max(slot === null ? 0 : longestSlot, ...lengths);
  });
  const wordsIn = ([set]: [number, number]): number => (vocabulary.sets[set] as number[]).length;
  for (const [set] of needs) if (!numberOf.has(set)) numberOf.set(set, numberOf.size);
  return needs.sort((a, b) => wordsIn(a) - wordsIn(b)).flatMap(([set, need]) => [numberOf.get(set) as number, need]);
}

/** All words that `options` allow as their word `k`, which each of them must have. */
function unionAt(options: Element["options"], k: number, vocabulary: Vocabulary): number {
  return unionOf(
    options.map((row) => row[k] as number),
    vocabulary,
  );
}

/** `count` lists with the items that `each` adds, which is called twice: to count and to fill. */
function listsOf(count: number, each: (add: (list: number, item: number) => void) => void): Lists {
  const from = new Int32Array(count + 1);
  each((list) => {
    from[list + 1] = (from[list + 1] as number) + 1;
  });
  for (let n = 0; n < count; n++) from[n + 1] = (from[n + 1] as number) + (from[n] as number);
  const items = new Int32Array(from[count] as number);
  const next = from.slice();
  each((list, item) => {
    const at = next[list] as number;
    items[at] = item;
    next[list] = at + 1;
  });
  return { from, items: narrowed(items) };
}

function narrowed(items: Int32Array): Lists["items"] {
  const narrow = Int16Array.from(items);
  return narrow.every((item, n) => item === items[n]) ? narrow : items;
}
