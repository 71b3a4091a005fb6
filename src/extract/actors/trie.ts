// A tree of words in which the longest name or phrase at a place of the text is found in a few steps. Knows nothing of what it stores.

export interface Node<T> {
  next: Map<string, Node<T>>;
  values: T[];
}

export const emptyNode = <T>(): Node<T> => ({ next: new Map(), values: [] });

/** Adds `value` under the words `keys`, of which there must be one at least. */
export function insert<T>(root: Node<T>, keys: readonly string[], value: T): void {
  if (keys.length === 0) return;
  let node = root;
  for (const key of keys) {
    let child = node.next.get(key);
    if (!child) {
      child = emptyNode();
      node.next.set(key, child);
    }
    node = child;
  }
  node.values.push(value);
}

/** The node that `keys` lead to; null where the tree holds no such beginning. */
export function descend<T>(from: Node<T>, keys: readonly string[], start = 0): Node<T> | null {
  let node: Node<T> | undefined = from;
  for (let i = start; i < keys.length && node; i++) node = node.next.get(keys[i] as string);
  return node ?? null;
}
