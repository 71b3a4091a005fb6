// Grouping, voting and order by the values alone, so that they come out the same on any machine. Knows nothing of what is collected.

/** Code-unit order of two strings: the same on any machine, which a locale's is not. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The items by key, in the order of their first appearance. */
export function groupBy<Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** The value that most of the votes name; of equally many the smallest. Null where there is no vote; nulls are no votes. */
export function vote<Value extends string>(votes: Iterable<Value | null>): Value | null {
  const counts = new Map<Value, number>();
  for (const value of votes) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b))[0]?.[0] ?? null;
}

/** `make`, each argument's result kept for as long as the returned function is: for costly readings of values that repeat, such as dates. */
export function remembered<Key, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const results = new Map<Key, Result>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    results.set(key, made);
    return made;
  };
}

/** The first `limit` items, and whether there were more. */
export function bounded<Item>(items: readonly Item[], limit: number): { kept: Item[]; truncated: boolean } {
  return { kept: items.slice(0, limit), truncated: items.length > limit };
}
