// Sets for single sentences, most of which are empty or of one: made only where there is something in them.

const empty: ReadonlySet<never> = new Set<never>();

/** The set of `items`; for none always the same one. */
export function setOf<Item>(items: readonly Item[]): ReadonlySet<Item> {
  return items.length === 0 ? empty : new Set(items);
}

/** `items` without repetitions, in the order of their first places. */
export function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return items.length < 2 ? items : [...new Set(items)];
}
