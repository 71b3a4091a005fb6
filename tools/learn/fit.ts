// Linear models fitted by adaptive gradient descent (AdaGrad: Duchi, Hazan and Singer 2011). The same examples in the same order give the same weights.

export interface Example {
  signs: readonly (readonly [string, number])[];
  label: string;
  /** How much the example counts. */
  share: number;
}

export interface Options {
  /** Rarer signs are left out. */
  fewest: number;
  rounds: number;
  rate: number;
  /** Pull of each weight towards nought. */
  decay: number;
  /** Whether the signs of an example share its weight (each counts one by the root of their number), so that a long text weighs no more than a short one. */
  shared: boolean;
}

export interface Fitted {
  labels: string[];
  bias: number[];
  /** For each sign one weight for each label. */
  weights: Map<string, Float64Array>;
}

/** The nearest whole number from -`most` to `most`. */
export const within = (most: number, value: number): number => Math.max(-most, Math.min(most, Math.round(value)));

/** The most that a signed byte holds, either way. */
export const byteMost = 127;

export const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;

/** A two-label softmax as one logistic model: the odds of the label `yes` against the other's. Weights below `least` are left out. */
export function logistic({ labels, bias, weights }: Fitted, yes: string, least: number): { bias: number; weights: Record<string, number> } {
  const [a, b] = labels[0] === yes ? [0, 1] : [1, 0];
  const difference = (list: ArrayLike<number>): number => (list[a] as number) - (list[b] as number);
  const kept = [...weights].map(([sign, list]) => [sign, rounded(difference(list), 3)] as const).filter(([, weight]) => Math.abs(weight) >= least);
  return { bias: rounded(difference(bias), 3), weights: Object.fromEntries(kept.sort(([x], [y]) => (x < y ? -1 : 1))) };
}

/** A logistic model of signs that are weighed one by one: of examples labelled `yes` against all others. Signs of fewer examples are left out. */
export function fitWeigher(examples: readonly Example[], yes: string, fewest: number): { bias: number; weights: Record<string, number> } {
  return logistic(fitLinear(examples, { fewest, rounds: 12, rate: 0.1, decay: 2e-3, shared: false }), yes, 0);
}

/** What a model is before it learned: it tells nothing. */
export const untaught: { bias: number; weights: Record<string, number> } = { bias: 0, weights: {} };

/** Smaller slopes move nothing. */
const still = 1e-5;
const start = 1e-2;

/** A softmax over the labels. The weights are the mean of those after each later round (Polyak and Juditsky 1992), so that one example more or less changes little. */
export function fitLinear(examples: readonly Example[], { fewest, rounds, rate, decay, shared }: Options): Fitted {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const k = labels.length;
  const times = new Map<string, number>();
  for (const { signs } of examples) for (const [sign] of signs) times.set(sign, (times.get(sign) ?? 0) + 1);
  const weights = new Map([...times].filter(([, n]) => n >= fewest).map(([sign]) => [sign, new Float64Array(k)]));
  const slopes = new Map([...weights.keys()].map((sign) => [sign, new Float64Array(k).fill(start)]));
  const bias = new Float64Array(k);
  const ready = examples.map(({ signs, label, share }) => {
    const known = signs.filter(([sign]) => weights.has(sign));
    const part = shared ? 1 / Math.sqrt(Math.max(1, known.length)) : 1;
    return {
      label: labels.indexOf(label),
      share,
      signs: known.map(([sign, value]) => ({ own: weights.get(sign) as Float64Array, slope: slopes.get(sign) as Float64Array, value: value * part })),
    };
  });
  const random = randoms();
  const settled = new Map([...weights.keys()].map((sign) => [sign, new Float64Array(k)]));
  const settledBias = new Float64Array(k);
  const begun = Math.floor(rounds / 2);
  for (let round = 0; round < rounds; round++) {
    for (const { label, share, signs } of shuffled(ready, random)) {
      const chances = softmax(bias.map((b, j) => signs.reduce((sum, { own, value }) => sum + (own[j] as number) * value, b)));
      for (let j = 0; j < k; j++) {
        const error = share * ((chances[j] as number) - (j === label ? 1 : 0));
        bias[j] = (bias[j] as number) - rate * 0.1 * error;
        for (const { own, slope, value } of signs) {
          const weight = own[j] as number;
          const step = error * value + decay * weight;
          if (Math.abs(step) < still) continue;
          slope[j] = (slope[j] as number) + step * step;
          own[j] = weight - (rate * step) / Math.sqrt(slope[j] as number);
        }
      }
    }
    if (round < begun) continue;
    const part = 1 / (rounds - begun);
    for (const [sign, own] of weights) {
      const sum = settled.get(sign) as Float64Array;
      for (let j = 0; j < k; j++) sum[j] = (sum[j] as number) + part * (own[j] as number);
    }
    for (let j = 0; j < k; j++) settledBias[j] = (settledBias[j] as number) + part * (bias[j] as number);
  }
  return { labels, bias: [...settledBias], weights: settled };
}

function softmax(sums: Float64Array): Float64Array {
  const most = sums.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** Numbers from 0 up to 1, the same in every run (a linear congruential generator: Knuth, volume 2, section 3.3.4). */
export function randoms(): () => number {
  let seed = 42;
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}
