// Something told of two numbers together, as lists: for each first number the second ones that go with it.

/** The pairs of `one` are from `from[one]` up to `from[one + 1]`; `others` holds their second numbers, in ascending order. What is told of a pair stands at the same place in a list of its own. */
export interface Pairs {
  from: Int32Array;
  others: Int32Array;
}

/** The pairs in order, for first numbers below `count`; `order` tells the place that each had before. */
export function pairsOf(pairs: readonly (readonly [one: number, other: number])[], count: number): Pairs & { order: number[] } {
  const order = pairs.map((_, n) => n).sort((a, b) => key(pairs[a]) - key(pairs[b]));
  const from = new Int32Array(count + 1);
  for (const [one] of pairs) from[one + 1] = (from[one + 1] as number) + 1;
  for (let n = 0; n < count; n++) from[n + 1] = (from[n + 1] as number) + (from[n] as number);
  return { from, others: Int32Array.from(order, (n) => pairs[n]?.[1] ?? 0), order };
}

const key = (pair: readonly [number, number] | undefined): number => (pair?.[0] ?? 0) * 2 ** 24 + (pair?.[1] ?? 0);

/** The place of a pair; -1 where there is none. */
export function placeOf({ from, others }: Pairs, one: number, other: number): number {
  const end = from[one + 1] as number;
  let low = from[one] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle] as number) < other) low = middle + 1;
    else high = middle;
  }
  return low < end && others[low] === other ? low : -1;
}
