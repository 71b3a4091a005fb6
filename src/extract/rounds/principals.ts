// Whom "both sides" and "the delegations" mean in a text: the two parties that its talks are between. Makes no round.
import type { ParticipantRole } from "../../domain/vocabulary.ts";
import { partyOf } from "../party.ts";
import type { Cast } from "../types.ts";
import type { Draft } from "./merge.ts";
import { rolesIn, sidesOf } from "./roles.ts";
import { partiesOf, type Sight } from "./sight.ts";

/**
 * The two parties that most often sit at one table in the text, else those that it names most, bodies of many states and whoever it calls a mediator, host or
 * observer after all others; the first actor of one that itself is not in the text.
 */
export function principalsOf(sight: Sight, drafts: readonly Draft[], roles: readonly ReadonlyMap<string, ParticipantRole>[]): string[] {
  const { doc, cast, index } = sight;
  const seats = new Map<string, number>();
  drafts.forEach(({ people, reports }, k) => {
    const parties = partiesOf(sidesOf(people, roles[k] ?? new Map()), cast);
    const weight = parties.size === 2 ? 2 * reports.length : parties.size > 2 ? reports.length : 0;
    for (const party of parties) seats.set(party, (seats.get(party) ?? 0) + weight);
  });
  const apart = new Set(doc.sentences.flatMap((sentence) => [...rolesIn(sight, sentence).keys()].flatMap((id) => partyOf(cast.entities.get(id)) ?? [])));
  const counts = new Map<string, { count: number; actor: string }>();
  for (const { acts, actor } of cast.mentions) {
    const party = acts ? partyOf(cast.entities.get(actor)) : null;
    if (party === null) continue;
    const old = counts.get(party);
    if (old) old.count++;
    else counts.set(party, { count: 1, actor: cast.entities.has(party) ? party : actor });
  }
  const isSide = (party: string) => index.countries.has(party) || index.homes.has(party);
  const rank = (party: string) => (seats.get(party) ?? 0) + (isSide(party) ? 0 : -0.5) - (apart.has(party) ? 1.5 : 0);
  return [...counts]
    .toSorted(([a, x], [b, y]) => rank(b) - rank(a) || y.count - x.count || (a < b ? -1 : 1))
    .slice(0, 2)
    .map(([, { actor }]) => actor);
}

/** Adds those of `sides` that it takes to have two parties besides those who stand between them; both where a third one alone is named ("their teams met A"). */
export function addSides(people: Set<string>, sides: readonly string[], roles: ReadonlyMap<string, ParticipantRole>, cast: Cast): void {
  const present = partiesOf(sidesOf(people, roles), cast);
  const others = present.size === 1 && sides.length === 2 && !sides.some((id) => present.has(partyOf(cast.entities.get(id)) ?? ""));
  for (const id of sides) if (others || partiesOf(sidesOf(people, roles), cast).size < 2) people.add(id);
}
