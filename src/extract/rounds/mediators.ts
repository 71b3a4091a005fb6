// Who goes between two sides at talks of which no sentence says so: the state whose roof they meet under, where the text calls it a mediator. Finds no round.
import { daysBetween } from "../../domain/dates.ts";
import type { ParticipantRole } from "../../domain/vocabulary.ts";
import { boundsOf } from "../dates/calendar.ts";
import { partyOf } from "../party.ts";
import type { Draft } from "./merge.ts";
import { rolesIn, sidesOf } from "./roles.ts";
import { partiesOf, type Sight } from "./sight.ts";

/** Days over which a state that mediates is taken to have done so. */
const memory = 75;

/** Adds that state to the talks of two other sides in it that have nobody between them. */
export function addMediators(sight: Sight, drafts: readonly Draft[], roles: readonly Map<string, ParticipantRole>[]): void {
  const { cast, index, anchor } = sight;
  const told = mediatorsOf(sight);
  for (const [k, { people, kind, place, when }] of drafts.entries()) {
    const own = roles[k] as Map<string, ParticipantRole>;
    const home = place?.country ? index.states.get(place.country) : undefined;
    if (home === undefined || !told.has(home) || !cast.entities.has(home) || (kind !== "talks" && kind !== "summit")) continue;
    if (isPast(when, anchor)) continue;
    const sides = partiesOf(sidesOf(people, own), cast);
    if (sides.size !== 2 || sides.has(home) || [...own.values()].includes("mediator")) continue;
    people.add(home);
    own.set(home, "mediator");
  }
}

/** Whether a round was months before the article: who mediates now may only have been its host. */
function isPast(when: string | null, anchor: string | null): boolean {
  const { to } = boundsOf(when);
  return to !== null && anchor !== null && daysBetween(to, anchor) > memory;
}

/** The parties that some sentence of the text calls mediators. */
function mediatorsOf(sight: Sight): Set<string> {
  const parties = sight.doc.sentences.flatMap((sentence) =>
    [...rolesIn(sight, sentence)].flatMap(([id, role]) => (role === "mediator" ? (partyOf(sight.cast.entities.get(id)) ?? []) : [])),
  );
  return new Set(parties);
}
