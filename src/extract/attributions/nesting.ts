// Which attributions a document tells: those of the article itself, and inside somebody's words the next link of a chain of sources. Finds none.
import type { Attribution } from "../types.ts";
import { type Extent, extentOf } from "./extents.ts";

/**
 * Without what a speaker says of somebody's thoughts in passing ("he believes", "they want"), which is part of the speaker's own words: no word is told twice, as in the PolNeAR corpus (Newell, Margolin and Ruths 2018).
 * A chain stays: "Norland Radio quoted an official as saying", "he said the general had told him". Linear in the number of ranges but for a logarithm.
 */
export function withoutPassingThoughts(attributions: readonly Attribution[]): Attribution[] {
  const extents = new Map<number, Extent>();
  return attributions.filter((inner) => {
    const outer = inner.within === null ? undefined : attributions[inner.within];
    if (inner.within === null || !outer || isLink(outer, inner)) return true;
    const extent = extents.get(inner.within) ?? extentOf(outer.content);
    extents.set(inner.within, extent);
    return !inner.content.every(extent.holds);
  });
}

const isLink = (outer: Attribution, inner: Attribution): boolean =>
  outer.kind === "media" || inner.kind === "officials" || inner.kind === "media" || (inner.speaker !== null && inner.speaker !== outer.speaker);
