// Whether a round of the text is surely one that the codebook knows. Doubtful cases are left to the store, which joins articles.

import type { KnownRound } from "../../domain/codebook/rounds.ts";
import { daysBetween } from "../../domain/dates.ts";
import type { RoundKind } from "../../domain/vocabulary.ts";
import { boundsOf } from "../dates/calendar.ts";
import type { Draft } from "./merge.ts";
import { foldName } from "./places.ts";
import type { DatedRound } from "./words.ts";

/** Days before the article's date within which an undated round at a known venue is the known one. */
const recent = 6;

/** The one known round with the same venue (for calls: the same people) and overlapping days; null where none or several fit. `parties` and `people` are ids. */
export function matchKnown(
  draft: Draft,
  parties: ReadonlySet<string>,
  people: readonly string[],
  kind: RoundKind,
  anchor: string | null,
  known: readonly DatedRound[],
): KnownRound | null {
  if (kind === "contact" || (kind !== "call" && !draft.place)) return null;
  const day = anchor !== null && /^\d{4}-\d\d-\d\d$/.test(anchor) ? anchor : null;
  const name = draft.place ? foldName(draft.place.city ?? draft.place.name) : "";
  const own = boundsOf(draft.when);
  const fits = known.filter(({ round, from, to, venue }) => {
    if (from === null || to === null || (round.kind === "call") !== (kind === "call")) return false;
    if (kind !== "call" && !sameVenue(name, venue)) return false;
    if (kind === "call" && !round.participants.every(({ actor }) => people.includes(actor))) return false;
    if (round.parties.filter((party) => parties.has(party)).length < Math.min(2, parties.size)) return false;
    if (own.from !== null && own.to !== null) return (draft.when?.length ?? 0) >= 10 && own.from <= to && from <= own.to;
    if (draft.when !== null) return day !== null && draft.when.slice(5, 10) === round.when.slice(5, 10);
    const past = draft.reports.every(({ status, turn }) => (status === "held" || status === "ongoing") && turn !== "back");
    return past && day !== null && from <= day && daysBetween(to, day) <= recent;
  });
  return fits.length === 1 ? (fits[0] as DatedRound).round : null;
}

function sameVenue(a: string, b: string): boolean {
  return a === b || b.startsWith(`${a} `) || a.startsWith(`${b} `);
}
