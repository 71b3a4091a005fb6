// Binary search in things that stand in text order.
import type { Range } from "./types.ts";

/** Index of the first item whose place, as `placeOf` tells it, is at or after `place`; the number of items where none is. `items` must be in order of their places. */
export function firstFrom<Item>(items: readonly Item[], place: number, placeOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(items[middle] as Item) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const startOf = ({ start }: Pick<Range, "start">): number => start;

/** Index of the first item that begins at or after `offset`. */
export const seek = (items: readonly Pick<Range, "start">[], offset: number): number => firstFrom(items, offset, startOf);
