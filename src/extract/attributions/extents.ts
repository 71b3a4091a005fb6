// Ranges of one content, which may be thousands, asked in logarithmic time. Knows no text.
import { seek } from "../seek.ts";
import type { Range } from "../types.ts";

/** Some ranges, which may be many: where the last ends, and whether one of them holds a range whole. */
export interface Extent {
  end: number;
  holds: (inner: Range) => boolean;
}

export function extentOf(ranges: readonly Range[]): Extent {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const furthest: number[] = [];
  for (const { end } of sorted) furthest.push(Math.max(end, furthest.at(-1) ?? end));
  return { end: furthest.at(-1) ?? 0, holds: ({ start, end }) => (furthest[seek(sorted, start + 1) - 1] ?? -1) >= end };
}
