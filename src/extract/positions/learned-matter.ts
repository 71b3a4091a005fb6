// Whether a text is about an armed conflict or another matter, as coded articles and texts on other matters taught it of their words.
import { numberByWord } from "../by-word.ts";
import type { Token } from "../types.ts";
import { wordAt } from "../word-table.ts";
import type { MatterTables } from "./learned-tables.ts";
import { isOfMatter, stemOf } from "./stems.ts";

export interface MatterIndex {
  bias: number;
  /** The number of a word's stem in `weights`; -1 where nothing was learned of it. */
  stemAt: (token: Token) => number;
  weights: Float64Array;
}

export function compileMatter({ bias, stems, weights }: MatterTables): MatterIndex {
  return { bias, stemAt: numberByWord((lower) => wordAt(stems, stemOf(lower) ?? "")), weights };
}

/** Above 0 where the text is about an armed conflict: the logarithm of the odds. Each stem counts once. */
export function matterOf({ bias, stemAt, weights }: MatterIndex, tokens: readonly Token[]): number {
  const met = new Uint8Array(weights.length);
  let [sum, count] = [0, 0];
  for (const token of tokens) {
    const stem = isOfMatter(token) ? stemAt(token) : -1;
    if (stem < 0 || met[stem] === 1) continue;
    met[stem] = 1;
    sum += weights[stem] as number;
    count++;
  }
  return bias + sum / Math.sqrt(Math.max(1, count));
}
