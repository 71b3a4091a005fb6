// Whom "both sides" and "the delegations" mean in a text: the two parties that its talks are between. Makes no round.
import type { ParticipantRole } from "../../domain/vocabulary.ts";
import { resolveBoth } from "../actors/both.ts";
import { partyOf } from "../party.ts";
import type { Cast } from "../types.ts";
import type { Draft } from "./merge.ts";
import { pairsOf, partnerOf } from "./pairs.ts";
import { rolesIn, sidesOf } from "./roles.ts";
import { partiesOf, type Sight } from "./sight.ts";
import type { Report } from "./types.ts";

/** Whom "the sides" mean in a text. */
export interface Principals {
  /** The two actors that do so where nobody is named. */
  both: readonly string[];
  /** Beside one party that is named, the two that they mean then. */
  beside: (party: string) => readonly string[];
}

/**
 * The two parties that most often sit at one table in the text, else those that it names most, bodies of many states and whoever it calls a mediator, host or
 * observer after all others; the first actor of one that itself is not in the text.
 */
export function principalsOf(sight: Sight, drafts: readonly Draft[], roles: readonly ReadonlyMap<string, ParticipantRole>[]): Principals {
  const { doc, cast, index } = sight;
  const seats = new Map<string, number>();
  drafts.forEach(({ people, reports, kind }, k) => {
    const parties = partiesOf(sidesOf(people, roles[k] ?? new Map()), cast);
    // Guests and callers are as often of others.
    const weight = (parties.size === 2 ? 2 * reports.length : parties.size > 2 ? reports.length : 0) / (kind === "visit" || kind === "call" ? 2 : 1);
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
  const pairs = pairsOf(sight);
  const most = (party: string) => Math.max(0, ...[...(pairs.get(party)?.entries() ?? [])].map(([other, weight]) => (apart.has(other) ? 0 : weight)));
  const rank = (party: string) => Math.max(seats.get(party) ?? 0, most(party)) + (isSide(party) ? 0 : -0.5) - (apart.has(party) ? 1.5 : 0);
  const ranked = [...counts].toSorted(([a, x], [b, y]) => rank(b) - rank(a) || y.count - x.count || (a < b ? -1 : 1));
  const actorOf = (party: string) => counts.get(party)?.actor ?? party;
  const isFree = (party: string) => counts.has(party) && !apart.has(party);
  const first = ranked[0]?.[0];
  const second = first === undefined ? null : (partnerOf(pairs, first, isFree) ?? ranked[1]?.[0] ?? null);
  const both = [first, second].flatMap((party) => (party ? [actorOf(party)] : []));
  return {
    both,
    beside: (party) => {
      const partner = partnerOf(pairs, party, isFree);
      return partner === null ? both : [actorOf(party), actorOf(partner)];
    },
  };
}

/** In a city and on a day, or told to begin there, and told as a meeting. */
export function isPlaced({ place, when, reports }: Draft): boolean {
  return place?.fine === true && (when !== null || reports.some(({ opens }) => opens)) && !reports.every(({ trigger }) => trigger.table);
}

/** Adds to a round the sides that its sentences leave to be understood, and everybody who has a role at it. */
export function fillSides(draft: Draft, roles: ReadonlyMap<string, ParticipantRole>, principals: () => Principals, cast: Cast): void {
  const { people, kind, reports, joint, when, place } = draft;
  for (const [id] of roles) people.add(id);
  // "the second round", "the previous session": of the one party that is named and the other principal.
  const isNumbered = ({ order, turn, trigger }: Report) => order !== null || turn !== null || (!trigger.verb && !trigger.table && (when?.length ?? 0) >= 10);
  const numbered = kind === "talks" && reports.some(isNumbered);
  const named = partiesOf(people, cast);
  const mediators = [...roles.values()].filter((role) => role === "mediator").length;
  // "The mediators of A and B met in X": one another.
  const amongThem = mediators > 1 && reports.every(({ trigger }) => trigger.verb && trigger.takes === "either");
  const sides = partiesOf(sidesOf(people, roles), cast).size;
  // "Norland and the two hill groups": whom a report of it names is a side, though the text gives it no party.
  const bands = bandsOf(reports, roles, cast);
  if (bands > 0 && sides + bands >= 2) return;
  const hostsAlone = sides === 0 && [...roles.values()].includes("host");
  const unseated = kind === "talks" && (mediators > 0 || hostsAlone) && !amongThem && sides < 2;
  if (
    joint ||
    unseated ||
    (isPlaced(draft) && people.size === 0) ||
    (kind === "talks" && people.size === 0 && when !== null && reports.some(({ runs, opens }) => runs && !opens)) ||
    (numbered && named.size === 0 && (when !== null || place?.fine === true)) ||
    (numbered && named.size === 1 && principals().both.some((id) => named.has(partyOf(cast.entities.get(id)) ?? "")))
  )
    addSides(people, principals(), roles, cast, joint ? ((reports.find((report) => report.joint) ?? reports[0])?.trigger.first ?? 0) : null);
}

/** How many groups that are of no party the reports of a round name, mediators apart. */
function bandsOf(reports: readonly Report[], roles: ReadonlyMap<string, ParticipantRole>, cast: Cast): number {
  const named = new Set(reports.flatMap(({ people }) => people));
  return [...named].filter((id) => {
    const entity = cast.entities.get(id);
    return entity?.kind === "group" && partyOf(entity) === null && roles.get(id) !== "mediator";
  }).length;
}

/** Adds those of the sides that it takes to have two parties besides those who stand between them; where a third one alone is named, both if the text speaks of both ("their teams met A"), else none. `bothAt` is the token where it speaks of both, null where it does not: the two of whom it spoke right before count where the one that is named is of them. */
function addSides(people: Set<string>, { both, beside }: Principals, roles: ReadonlyMap<string, ParticipantRole>, cast: Cast, bothAt: number | null): void {
  const present = partiesOf(sidesOf(people, roles), cast);
  const [named] = present.size === 1 ? present : [];
  const meant = named !== undefined && bothAt !== null ? resolveBoth(cast, bothAt) : null;
  const sides = named === undefined ? both : meant?.some((id) => partyOf(cast.entities.get(id)) === named) ? meant : beside(named);
  const others = present.size === 1 && sides.length === 2 && !sides.some((id) => present.has(partyOf(cast.entities.get(id)) ?? ""));
  if (others && bothAt === null) return;
  for (const id of sides) if (others || partiesOf(sidesOf(people, roles), cast).size < 2) people.add(id);
}
