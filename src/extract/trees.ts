// Adds up what decision trees say of signs, as coded articles taught them. Knows no sign by name.
import type { Trees } from "../domain/codebook/learned.ts";
import type { Signs } from "./scale.ts";

/** Trees as lists of numbers, node by node, all trees end to end. */
export interface Forest {
  bias: number;
  /** The number of a sign by its name. */
  numbers: ReadonlyMap<string, number>;
  /** Where each tree begins. */
  starts: Int32Array;
  /** Of a node the number of the sign that it asks for; -1 where it ends a tree. */
  sign: Int16Array;
  /** Up to which value the next node follows; at the end of a tree what it says. */
  bound: Float64Array;
  /** Where the tree goes on above the bound. */
  above: Int32Array;
  /** Values of the signs of what is weighed, while it is. */
  values: Float64Array;
}

export function forestOf({ bias, signs, trees }: Trees): Forest {
  const nodes = trees.flat();
  const starts = new Int32Array(trees.length);
  let from = 0;
  trees.forEach((tree, t) => {
    starts[t] = from;
    from += tree.length;
  });
  return {
    bias,
    numbers: new Map(signs.map((name, n) => [name, n])),
    starts,
    sign: Int16Array.from(nodes, (node) => (node.length === 1 ? -1 : node[0])),
    bound: Float64Array.from(nodes, (node) => (node.length === 1 ? node[0] : node[1])),
    above: Int32Array.from(nodes, (node, n) => (node.length === 1 ? 0 : n + node[2])),
    values: new Float64Array(signs.length),
  };
}

/** The logarithm of the odds; a sign that is not among them counts nought. */
export function oddsBy({ bias, numbers, starts, sign, bound, above, values }: Forest, signs: Signs): number {
  values.fill(0);
  for (const [name, value] of signs) {
    const number = numbers.get(name);
    if (number !== undefined) values[number] = value;
  }
  let sum = bias;
  for (let t = 0; t < starts.length; t++) {
    let node = starts[t] as number;
    while ((sign[node] as number) >= 0) node = (values[sign[node] as number] as number) <= (bound[node] as number) ? node + 1 : (above[node] as number);
    sum += bound[node] as number;
  }
  return sum;
}
