// What every step of the rounds stage looks at: one text with its cast, dates and indexes. Holds no finding.
import type { DateMention } from "../dates/types.ts";
import type { DatesIndex } from "../dates/words.ts";
import type { Attribution, Cast, Doc, Mention } from "../types.ts";
import { partyOf } from "./people.ts";
import type { RoundsIndex } from "./words.ts";

export interface Sight {
  doc: Doc;
  cast: Cast;
  /** Outermost mentions in text order. */
  mentions: readonly Mention[];
  dates: readonly DateMention[];
  attributions: readonly Attribution[];
  anchor: string | null;
  index: RoundsIndex;
  datesIndex: DatesIndex;
}

/** The parties of some people, each once. */
export function partiesOf(people: Iterable<string>, cast: Cast): Set<string> {
  return new Set([...people].flatMap((id) => partyOf(cast.entities.get(id)) ?? []));
}
