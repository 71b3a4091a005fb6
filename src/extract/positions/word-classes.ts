// Of which class the words of a sentence tell: a softmax over their stems and two stems in a row, as coded sentences taught it. Knows no class.
import { numberByWord } from "../by-word.ts";
import type { Token } from "../types.ts";
import { wordAt } from "../word-table.ts";
import type { ClassTables } from "./learned-tables.ts";
import { placeOf } from "./number-pairs.ts";
import { stemOf } from "./stems.ts";

/** Whether a word tells anything by itself, and not only beside another. */
type Tells = (lower: string) => boolean;

export interface ClassIndex {
  tables: ClassTables;
  tells: Tells;
  /** The number of a word's stem among all stems of signs; -1 where nothing was learned of it. */
  stemAt: (token: Token) => number;
  /** By sign: 1 while the signs of a sentence are collected and it is among them, else 0. */
  met: Uint8Array;
}

export function compileClasses(tables: ClassTables, tells: Tells): ClassIndex {
  return { tables, tells, stemAt: numberByWord((lower) => wordAt(tables.stems, stemOf(lower) ?? "")), met: new Uint8Array(tables.starts.length) };
}

/** The signs in the words `at`: their stems, and two stems in a row. */
export function classSigns(tokens: readonly Token[], at: readonly number[], tells: Tells): string[] {
  const signs = new Set<string>();
  let last: string | null = null;
  at.forEach((i, n) => {
    const { lower } = tokens[i] as Token;
    const stem = stemOf(lower);
    if (tells(lower) && stem !== null) signs.add(stem);
    if (stem !== null && last !== null && at[n - 1] === i - 1) signs.add(`${last} ${stem}`);
    last = stem;
  });
  return [...signs];
}

/** The same as numbers of signs; those of which nothing was learned are left out. */
function knownSigns({ stemAt, tells, tables, met }: ClassIndex, tokens: readonly Token[], at: readonly number[], also: string | null): number[] {
  const { stems, single, pairs, paired } = tables;
  const known: number[] = [];
  const other = also === null ? -1 : wordAt(stems, also);
  if (other >= 0) addOnce(known, met, single[other] as number);
  let last = -1;
  for (let n = 0; n < at.length; n++) {
    const i = at[n] as number;
    const token = tokens[i] as Token;
    const stem = stemAt(token);
    if (stem >= 0 && tells(token.lower)) addOnce(known, met, single[stem] as number);
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

/** How likely it is that the words `at` tell of each class, in the order of the tables; `also` is a sign beside them. Adds up to 1. */
export function chancesOf(index: ClassIndex, tokens: readonly Token[], at: readonly number[], also: string | null = null): number[] {
  const { classes, bias, starts, weights } = index.tables;
  const known = knownSigns(index, tokens, at, also);
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
