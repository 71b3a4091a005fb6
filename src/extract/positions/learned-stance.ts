// For or against, as coded sentences taught it, and by the same kind of model without issues whether a sentence holds a position at all (`bearing`). The signs are those that `stanceSigns` and `bearingSigns` name, which are learned from.
import { numberByWord } from "../by-word.ts";
import type { Token } from "../types.ts";
import { wordAt } from "../word-table.ts";
import type { StanceTables } from "./learned-tables.ts";
import { placeOf } from "./number-pairs.ts";
import { stemOf } from "./stems.ts";

/** What is no word, and a word whose stem stands in no sign. */
const [noWord, unknown] = [-1, 0];

export interface StanceIndex {
  tables: StanceTables;
  /** Number of a word's stem, `noWord` or `unknown`. For words that are no compounds. */
  stemAt: (token: Token) => number;
}

export function compileStance(tables: StanceTables): StanceIndex {
  return { tables, stemAt: numberByWord((lower) => numberOfStem(tables, lower)) };
}

/** The number of a word's stem in the signs, from 1. */
function numberOfStem({ stems }: StanceTables, word: string): number {
  const stem = stemOf(word);
  return stem === null ? noWord : wordAt(stems, stem) + 1;
}

/** The signs of a sentence that are the same whatever issue it is about: counted once. */
export interface StanceWords {
  /** Known stems in text order, each once. */
  stems: readonly number[];
  /** The weights so far, and how many they are. */
  sum: number;
  count: number;
}

export function stanceWords(index: StanceIndex, tokens: readonly Token[], first: number, last: number): StanceWords {
  const { own, pairs, paired } = index.tables;
  const all = stemsIn(index, tokens, first, last);
  const stems = [...new Set(all)].filter((stem) => stem !== unknown);
  let sum = 0;
  let count = 0;
  for (let n = 0; n < stems.length; n++) {
    const weight = own[stems[n] as number] as number;
    if (Number.isNaN(weight)) continue;
    sum += weight;
    count++;
  }
  const met = new Set<number>();
  for (let k = 1; k < all.length; k++) {
    const stem = all[k - 1] as number;
    const other = all[k] as number;
    const place = stem === unknown || other === unknown ? -1 : placeOf(pairs, stem, other);
    if (place < 0 || met.has(place)) continue;
    met.add(place);
    sum += paired[place] as number;
    count++;
  }
  return { stems, sum, count };
}

/** Of a compound the stem of each part: "cease-fire". */
function stemsIn({ tables, stemAt }: StanceIndex, tokens: readonly Token[], first: number, last: number): number[] {
  const all: number[] = [];
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    if (token.lower.includes("-")) for (const part of token.lower.split("-")) all.push(numberOfStem(tables, part));
    else all.push(stemAt(token));
  }
  return all.filter((stem) => stem !== noWord);
}

/** The logarithm of the odds by the words alone, of no issue. */
export function oddsOf({ tables }: StanceIndex, { sum, count }: StanceWords): number {
  return tables.bias + sum / Math.sqrt(Math.max(1, count));
}

/** Above 0 where the words are for the issue; the logarithm of the odds. Adds up in the order of `stanceSigns`, for sums of fractions hang on their order. */
export function stanceOn({ tables }: StanceIndex, { stems, sum: begun, count: own }: StanceWords, issue: string): number {
  const { bias, issues, ofIssue, byIssue, withIssue } = tables;
  let sum = begun;
  let count = own;
  const number = issues.indexOf(issue);
  if (number >= 0) {
    for (let n = 0; n < stems.length; n++) {
      const place = placeOf(byIssue, stems[n] as number, number);
      if (place < 0) continue;
      sum += withIssue[place] as number;
      count++;
    }
    const alone = ofIssue[number] as number;
    if (!Number.isNaN(alone)) {
      sum += alone;
      count++;
    }
  }
  return bias + sum / Math.sqrt(Math.max(1, count));
}
