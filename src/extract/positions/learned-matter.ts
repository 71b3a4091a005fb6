// Whether a text is about an armed conflict or another matter, as coded articles and texts on other matters taught it of their words.
import type { Learned } from "../../domain/codebook/learned.ts";
import { numberByWord } from "../by-word.ts";
import type { Token } from "../types.ts";
import { matterSign } from "./stems.ts";

export interface MatterIndex {
  bias: number;
  /** The number of a word's stem in `weights`; -1 where nothing was learned of it. */
  stemAt: (token: Token) => number;
  weights: Float64Array;
}

export function compileMatter({ bias, weights }: Learned["matter"]): MatterIndex {
  const numbers = new Map(Object.keys(weights).map((stem, i) => [stem, i]));
  return { bias, stemAt: numberByWord((lower) => numbers.get(matterSign(lower) ?? "") ?? -1), weights: Float64Array.from(Object.values(weights)) };
}

/** Above 0 where the text is about an armed conflict: the logarithm of the odds. Each stem counts once. */
export function matterOf({ bias, stemAt, weights }: MatterIndex, tokens: readonly Token[]): number {
  const met = new Uint8Array(weights.length);
  let [sum, count] = [0, 0];
  for (const token of tokens) {
    const stem = stemAt(token);
    if (stem < 0 || met[stem] === 1) continue;
    met[stem] = 1;
    sum += weights[stem] as number;
    count++;
  }
  return bias + sum / Math.sqrt(Math.max(1, count));
}
