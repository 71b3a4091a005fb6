// Binary search in things that stand in text order.
import type { Range } from "./types.ts";

/** Index of the first item that begins at or after `offset`; the number of items where none does. `items` must be in order of `start`. */
export function seek(items: readonly Pick<Range, "start">[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as Range).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
