// Sums of decision trees (gradient boosting: Friedman 2001, "Greedy function approximation"), each grown leaf by leaf over signs in bins (LightGBM: Ke and others 2017). Where linear weights add up what each sign says, trees learn what signs say together. The same examples in the same order give the same trees.
import type { Trees } from "../../src/domain/codebook/learned.ts";
import { chanceOf } from "../../src/extract/scale.ts";
import { type Example, randoms, rounded } from "./fit.ts";

/** Rarer signs are left out, in examples. */
const fewest = 20;
const count = 250;
/** How far each tree moves the odds towards what it found. */
const pace = 0.05;
/** Leaves of a tree, and examples that a leaf holds at least. */
const leaves = 16;
const leastOfLeaf = 60;
/** Pull of what a leaf says towards nought. */
const decay = 5;
/** The part of the examples and of the signs that each tree sees, by chance (Friedman 2002). */
const seen = { examples: 0.7, signs: 0.3 };
/** Values of a sign are told apart by so many bounds at the most. */
const mostBins = 32;

/** Examples as bins: `bins[sign][example]`; the bound above each bin of a sign but its last. */
interface Table {
  names: string[];
  bins: Uint8Array[];
  bounds: number[][];
}

function tableOf(examples: readonly Example[]): Table {
  const times = new Map<string, number>();
  for (const { signs } of examples) for (const [sign] of signs) times.set(sign, (times.get(sign) ?? 0) + 1);
  const names = [...times]
    .filter(([, n]) => n >= fewest)
    .map(([sign]) => sign)
    .sort();
  const numbers = new Map(names.map((name, n) => [name, n]));
  const values = names.map(() => new Float64Array(examples.length));
  examples.forEach(({ signs }, e) => {
    for (const [sign, value] of signs) {
      const column = values[numbers.get(sign) ?? -1];
      if (column) column[e] = value;
    }
  });
  const bounds = values.map(boundsOf);
  const bins = values.map((column, n) => Uint8Array.from(column, (value) => binOf(bounds[n] as number[], value)));
  return { names, bins, bounds };
}

/** Between two values that stand beside each other, at equal steps through the examples. */
function boundsOf(column: Float64Array): number[] {
  const sorted = Float64Array.from(column).sort();
  const different = [...new Set(sorted)];
  const middle = (k: number): number => ((different[k - 1] as number) + (different[k] as number)) / 2;
  if (different.length <= mostBins) return different.slice(1).map((_, k) => rounded(middle(k + 1), 4));
  const bounds = new Set<number>();
  for (let b = 1; b < mostBins; b++) {
    const value = sorted[Math.floor((b * sorted.length) / mostBins)] as number;
    const k = different.indexOf(value);
    if (k > 0) bounds.add(rounded(middle(k), 4));
  }
  return [...bounds].sort((a, b) => a - b);
}

/** The first bin whose bound is not below the value. */
function binOf(bounds: readonly number[], value: number): number {
  let bin = 0;
  while (bin < bounds.length && value > (bounds[bin] as number)) bin++;
  return bin;
}

/** What the examples of a leaf ask for, by bin of each sign seen: slopes, their slopes, how many; three numbers a bin. */
type Histograms = Float64Array[];

interface Leaf {
  examples: Int32Array;
  slope: number;
  curve: number;
  histograms: Histograms;
  best: Split | null;
}

interface Split {
  gain: number;
  /** Number of the sign among all. */
  sign: number;
  bin: number;
}

type Grown = { value: number } | { sign: number; bin: number; low: Grown; high: Grown };

/** What trees are before they learned: they tell nothing. */
export const noTrees: Trees = { bias: 0, signs: [], trees: [] };

/** Of examples labelled `yes` against all others. */
export function fitTrees(examples: readonly Example[], yes: string): Trees {
  const table = tableOf(examples);
  const wanted = Uint8Array.from(examples, ({ label }) => (label === yes ? 1 : 0));
  const shares = Float64Array.from(examples, ({ share }) => share);
  const [made, all] = [wanted.reduce((sum, one, e) => sum + one * (shares[e] as number), 0), shares.reduce((sum, share) => sum + share, 0)];
  const bias = rounded(Math.log(made / (all - made)), 4);
  const odds = new Float64Array(examples.length).fill(bias);
  const [slopes, curves] = [new Float64Array(examples.length), new Float64Array(examples.length)];
  const random = randoms();
  const trees: Trees["trees"] = [];
  for (let t = 0; t < count; t++) {
    for (let e = 0; e < odds.length; e++) {
      const chance = chanceOf(odds[e] as number);
      slopes[e] = (shares[e] as number) * (chance - (wanted[e] as number));
      curves[e] = (shares[e] as number) * chance * (1 - chance);
    }
    const drawn = Int32Array.from(examples.keys()).filter(() => random() < seen.examples);
    const signs = table.names.map((_, n) => n).filter(() => random() < seen.signs);
    const tree = grow(table, signs, drawn, slopes, curves);
    for (let e = 0; e < odds.length; e++) odds[e] = (odds[e] as number) + valueIn(tree, table, e);
    trees.push(written(tree, table));
  }
  return { bias, signs: table.names, trees };
}

/** The leaf that gains most is split next. */
function grow(table: Table, signs: readonly number[], drawn: Int32Array, slopes: Float64Array, curves: Float64Array): Grown {
  const settle = (leaf: Omit<Leaf, "best">): Leaf => ({ ...leaf, best: bestSplit(leaf, table, signs) });
  const root = settle(leafOf(table, signs, drawn, slopes, curves));
  const nodes = new Map<Leaf, { node: Grown }>([[root, { node: { value: leafValue(root) } }]]);
  const top = nodes.get(root) as { node: Grown };
  while (nodes.size < leaves) {
    let next: Leaf | null = null;
    for (const leaf of nodes.keys()) if (leaf.best !== null && leaf.best.gain > (next?.best?.gain ?? 0)) next = leaf;
    if (next?.best == null) break;
    const { sign, bin } = next.best;
    const column = table.bins[sign] as Uint8Array;
    const isLow = (e: number): boolean => (column[e] as number) <= bin;
    const [one, other] = [next.examples.filter(isLow), next.examples.filter((e) => !isLow(e))];
    const [few, many] = one.length <= other.length ? [one, other] : [other, one];
    const small = leafOf(table, signs, few, slopes, curves);
    const large = { ...rest(next, small), examples: many };
    const [low, high] = few === one ? [small, large] : [large, small];
    const held = nodes.get(next) as { node: Grown };
    nodes.delete(next);
    const [lowLeaf, highLeaf] = [settle(low), settle(high)];
    const split = { sign, bin, low: { value: leafValue(lowLeaf) } as Grown, high: { value: leafValue(highLeaf) } as Grown };
    held.node = split;
    nodes.set(lowLeaf, holding(split, "low"));
    nodes.set(highLeaf, holding(split, "high"));
  }
  return top.node;
}

/** One side of a split, as what a leaf may yet become. */
function holding(split: { low: Grown; high: Grown }, side: "low" | "high"): { node: Grown } {
  return {
    get node() {
      return split[side];
    },
    set node(grown) {
      split[side] = grown;
    },
  };
}

function leafOf(table: Table, signs: readonly number[], examples: Int32Array, slopes: Float64Array, curves: Float64Array): Omit<Leaf, "best"> {
  let [slope, curve] = [0, 0];
  for (const e of examples) {
    slope += slopes[e] as number;
    curve += curves[e] as number;
  }
  const histograms = signs.map((sign) => {
    const column = table.bins[sign] as Uint8Array;
    const sums = new Float64Array(3 * ((table.bounds[sign] as number[]).length + 1));
    for (let k = 0; k < examples.length; k++) {
      const e = examples[k] as number;
      const at = 3 * (column[e] as number);
      sums[at] = (sums[at] as number) + (slopes[e] as number);
      sums[at + 1] = (sums[at + 1] as number) + (curves[e] as number);
      sums[at + 2] = (sums[at + 2] as number) + 1;
    }
    return sums;
  });
  return { examples, slope, curve, histograms };
}

/** What is left of a leaf without a part of its examples. */
function rest(whole: Leaf, part: Omit<Leaf, "best">): Omit<Leaf, "best" | "examples"> {
  return {
    slope: whole.slope - part.slope,
    curve: whole.curve - part.curve,
    histograms: whole.histograms.map((sums, n) => sums.map((sum, k) => sum - (part.histograms[n]?.[k] as number))),
  };
}

const leafValue = ({ slope, curve }: Pick<Leaf, "slope" | "curve">): number => rounded((-pace * slope) / (curve + decay), 4) + 0;
const worth = (slope: number, curve: number): number => (slope * slope) / (curve + decay);

function bestSplit({ slope, curve, histograms, examples }: Omit<Leaf, "best">, table: Table, signs: readonly number[]): Split | null {
  let best: Split | null = null;
  const own = worth(slope, curve);
  for (let n = 0; n < signs.length; n++) {
    const sign = signs[n] as number;
    const sums = histograms[n] as Float64Array;
    let [lowSlope, lowCurve, low] = [0, 0, 0];
    const bins = (table.bounds[sign] as number[]).length;
    for (let bin = 0; bin < bins; bin++) {
      lowSlope += sums[3 * bin] as number;
      lowCurve += sums[3 * bin + 1] as number;
      low += sums[3 * bin + 2] as number;
      if (low < leastOfLeaf || examples.length - low < leastOfLeaf) continue;
      const gain = worth(lowSlope, lowCurve) + worth(slope - lowSlope, curve - lowCurve) - own;
      if (gain > (best?.gain ?? 1e-9)) best = { gain, sign, bin };
    }
  }
  return best;
}

function valueIn(tree: Grown, table: Table, e: number): number {
  let node = tree;
  while ("sign" in node) node = ((table.bins[node.sign] as Uint8Array)[e] as number) <= node.bin ? node.low : node.high;
  return node.value;
}

/** Nodes in the order of `Trees`. */
function written(tree: Grown, table: Table): Trees["trees"][number] {
  if ("value" in tree) return [[tree.value]];
  const low = written(tree.low, table);
  return [[tree.sign, (table.bounds[tree.sign] as number[])[tree.bin] as number, low.length + 1], ...low, ...written(tree.high, table)];
}
