// Adds up what signs weigh, by weights that coded articles taught. Knows no sign by name.

/** Names and values, each name once. */
export type Signs = [name: string, value: number][];

/** Learned weights of signs, by name. */
export interface Model {
  bias: number;
  weights: ReadonlyMap<string, number>;
}

export const modelOf = ({ bias, weights }: { bias: number; weights: Readonly<Record<string, number>> }): Model => ({
  bias,
  weights: new Map(Object.entries(weights)),
});

/** What the signs of something possible add up to, so that they themselves need not be kept: a long text has very many. */
export interface Scale {
  weights: ReadonlyMap<string, number>;
  sum: number;
  /** All signs that were put on it, where somebody asked for them. */
  signs: Signs | null;
}

/** An empty scale; `asked`: whether somebody wants the signs too. */
export const scaleOf = ({ bias, weights }: Model, asked: boolean): Scale => ({ weights, sum: bias, signs: asked ? [] : null });

/** Signs alone, for what weighs them together. */
export const collected = (): Scale => ({ weights: noWeights, sum: 0, signs: [] });

const noWeights: ReadonlyMap<string, number> = new Map();

export function put(scale: Scale, name: string, value: number): void {
  scale.sum += (scale.weights.get(name) ?? 0) * value;
  scale.signs?.push([name, value]);
}

/** The same signs on a scale of their own. */
export function another({ weights, sum, signs }: Scale): Scale {
  return { weights, sum, signs: signs && [...signs] };
}

/** How likely something is whose odds have the logarithm `sum`. */
export function chanceOf(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
