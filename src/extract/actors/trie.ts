// A tree of words in which the longest name or phrase at a place of the text is found in a few steps. Knows nothing of what it stores.

export interface Node<T> {
  next: ReadonlyMap<string, Node<T>>;
  values: readonly T[];
}

/** What ends a name shares them, as most of ten thousand nodes do: an empty Map of its own takes more than the rest of a node. */
const nowhere: ReadonlyMap<string, Node<never>> = new Map<string, Node<never>>();
const nothing: readonly never[] = [];

export const emptyNode = <T>(): Node<T> => ({ next: nowhere, values: nothing });

/** Adds `value` under the words `keys`, of which there must be one at least. */
export function insert<T>(root: Node<T>, keys: readonly string[], value: T): void {
  if (keys.length === 0) return;
  let node = root;
  for (const key of keys) {
    let child = node.next.get(key);
    if (!child) {
      child = emptyNode();
      if (node.next === nowhere) node.next = new Map([[key, child]]);
      else (node.next as Map<string, Node<T>>).set(key, child);
    }
    node = child;
  }
  // A list that is pushed to has room for sixteen more.
  node.values = [...node.values, value];
}

/** The node that `keys` lead to; null where the tree holds no such beginning. */
export function descend<T>(from: Node<T>, keys: readonly string[], start = 0): Node<T> | null {
  let node: Node<T> | undefined = from;
  for (let i = start; i < keys.length && node; i++) node = node.next.get(keys[i] as string);
  return node ?? null;
}
