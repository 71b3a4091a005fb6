// Which attributions a document tells: those of the article itself, and inside somebody's words the next link of a chain of sources. Finds none.
import type { Attribution, Range } from "../types.ts";

/**
 * Without what a speaker says of somebody's thoughts in passing ("he believes", "they want"): it is part of the speaker's own words, as the guidelines of the PolNeAR corpus have it (Newell, Margolin and Ruths 2018).
 * A chain stays: "Norland Radio quoted an official as saying", "he said the general had told him".
 */
export function published(attributions: readonly Attribution[]): Attribution[] {
  return attributions.filter((inner) => {
    const outer = inner.within === null ? undefined : attributions[inner.within];
    if (!outer || !inner.content.every((range) => outer.content.some((around) => holds(around, range)))) return true;
    return outer.kind === "media" || inner.kind === "officials" || inner.kind === "media" || (inner.speaker !== null && inner.speaker !== outer.speaker);
  });
}

const holds = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;
