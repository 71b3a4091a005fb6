// A softmax over signs of words as learned.yaml holds it.
import type { Classes } from "../../src/domain/codebook/learned.ts";
import { byteMost, type Fitted, rounded, within } from "./fit.ts";

/** Smaller weights, in tenths, say nothing. */
const least = 4;

/** What was fitted, weights too small to matter left out; `counted`: what a sign counted in the examples, which the weights then hold. */
export function packed({ labels, bias, weights }: Fitted, counted: (sign: string) => number = () => 1): Classes {
  const kept = [...weights]
    .map(([sign, list]) => {
      const tenths = [...list].map((weight) => within(byteMost, weight * counted(sign) * 10));
      return { sign, bytes: tenths.flatMap((value, label) => (Math.abs(value) < least ? [] : [label, value])) };
    })
    .filter(({ bytes }) => bytes.length > 0)
    .sort((a, b) => (a.sign < b.sign ? -1 : 1));
  return {
    classes: labels,
    bias: bias.map((value) => rounded(value, 2)),
    signs: kept.map(({ sign }) => sign),
    counts: Buffer.from(kept.map(({ bytes }) => bytes.length / 2)).toString("base64"),
    weights: Buffer.from(Int8Array.from(kept.flatMap(({ bytes }) => bytes)).buffer).toString("base64"),
  };
}

/** What such a model is before it learned: it tells nothing. */
export const noClasses: Classes = { classes: [], bias: [], signs: [], counts: "", weights: "" };
