// Kind, format and roles of a round whose people, place and day are known. Finds nobody and no place.

import type { ParticipantRole, RoundFormat, RoundKind } from "../../domain/vocabulary.ts";
import { partyOf } from "../party.ts";
import type { Entity } from "../types.ts";
import type { Draft } from "./merge.ts";
import type { RoundFinding } from "./types.ts";
import { isHeadTitle, type RoundsIndex } from "./words.ts";

const between: ReadonlySet<ParticipantRole | undefined> = new Set<ParticipantRole>(["mediator", "host", "observer"]);

/** Those who sit at the table: without hosts, where two parties are left. */
export function seated(people: readonly Entity[], roles: ReadonlyMap<string, ParticipantRole>): readonly Entity[] {
  const others = people.filter(({ id }) => roles.get(id) !== "host");
  return new Set(others.map(partyOf)).size >= 2 ? others : people;
}

/** Of organisations that go between others: those at a table of two sides besides them, and the envoys who sit with one side alone. */
export function brokersAt(
  people: readonly Entity[],
  roles: ReadonlyMap<string, ParticipantRole>,
  { kind, many }: Pick<Draft, "kind" | "many">,
  index: RoundsIndex,
): { between: string[]; alone: string[] } {
  const free = people.filter(({ id }) => !between.has(roles.get(id)));
  const brokers = free.filter((entity) => index.brokers.has(partyOf(entity) ?? ""));
  if (brokers.length === 0 || many || kind === "call" || kind === "contact") return { between: [], alone: [] };
  const sides = new Set(free.filter((entity) => !brokers.includes(entity)).map(partyOf));
  const isEnvoy = ({ roles: titles }: Entity) => titles.some((title) => /\b(?:envoy|representative|mediator)\b/i.test(title));
  return sides.size >= 2 ? { between: brokers.map(({ id }) => id), alone: [] } : { between: [], alone: brokers.filter(isEnvoy).map(({ id }) => id) };
}

/** A head of state or government on `day`, by the codebook, else by the titles that the text gives. */
function isHead({ id, roles, kind }: Entity, day: string | null, index: RoundsIndex): boolean {
  const terms = index.heads.get(id);
  if (
    terms &&
    (day === null || terms.some(({ from, to }) => (from === null || from.slice(0, day.length) <= day) && (to === null || day <= to.slice(0, day.length))))
  )
    return true;
  return kind === "person" && !terms && roles.some((role) => isHeadTitle(role, index.headTitles));
}

/** `mediating` are the parties that go between others: one that has them in its capital is no host of a visit, and what a mediator convenes is none. */
export function kindOf(
  draft: Draft,
  people: readonly Entity[],
  mediating: ReadonlySet<string | null>,
  many: boolean,
  day: string | null,
  index: RoundsIndex,
): RoundKind {
  if (draft.kind === "call" || draft.kind === "contact") return draft.kind;
  const heads = new Set(people.filter((entity) => isHead(entity, day, index)).map(partyOf));
  if (heads.size >= 2 || draft.kind === "summit") return "summit";
  const parties = new Set(people.map(partyOf));
  const venue = draft.place?.country ? index.states.get(draft.place.country) : undefined;
  const isLocal = (party: string | null) => party !== null && (party === venue || index.homes.get(party) === draft.place?.country);
  if (draft.kind === "visit" && venue !== undefined && parties.size >= 2 && ![...parties].some(isLocal)) return "talks";
  const host = parties.size === 2 && !many && draft.place?.country ? (index.states.get(draft.place.country) ?? null) : null;
  const home = [...parties].every((party) => party === host || (party !== null && index.homes.get(party) === draft.place?.country));
  if (host !== null && home) return draft.kind === "visit" ? "talks" : draft.kind;
  const met = mediating.size === 0 && draft.reports.every(({ trigger }) => trigger.verb && !trigger.table);
  if (host !== null && parties.has(host) && !mediating.has(host) && (draft.kind === "visit" || heads.has(host) || met)) return "visit";
  return draft.kind === "visit" && (parties.size > 2 || (host === null && draft.reports.some(({ kind }) => kind !== "visit"))) ? "talks" : draft.kind;
}

export function withRoles(
  people: readonly Entity[],
  roles: ReadonlyMap<string, ParticipantRole>,
  kind: RoundKind,
  country: string | null,
  index: RoundsIndex,
): RoundFinding["participants"] {
  const led = new Set(people.filter(({ id }) => roles.get(id) === "lead").map(partyOf));
  const host = country === null ? null : (index.states.get(country) ?? null);
  return people.map((entity) => {
    const party = partyOf(entity);
    const given = roles.get(entity.id) ?? (party !== null && ["mediator", "observer"].includes(roles.get(party) ?? "") ? roles.get(party) : undefined);
    let role: ParticipantRole = "delegate";
    if (given && given !== "delegate") role = given;
    else if (kind === "visit" && party !== null && (party === host || (country !== null && index.homes.get(party) === country))) role = "host";
    else if (entity.kind === "person" && !led.has(party)) role = "lead";
    led.add(party);
    return { actor: entity.id, party, role };
  });
}

/** In an office of a government. */
function serves({ roles, party }: Entity): boolean {
  return party !== null && roles.some((role) => /\b(?:minister|secretary of|envoy)\b/i.test(role) && !/\bformer\b/i.test(role));
}

/** The parties that mediate: who works for an organisation, or beside one as a mere person, is its team. */
function teamsOf(mediating: readonly Entity[], index: RoundsIndex): Set<string> {
  const parties = new Set(mediating.map((entity) => partyOf(entity) ?? entity.id));
  const states = new Set(mediating.filter((entity) => entity.kind === "state" || serves(entity)).map((entity) => partyOf(entity) as string));
  const bodies = [...parties].filter((party) => !index.countries.has(party) && mediating.some((entity) => partyOf(entity) === party));
  return bodies.length === 0 ? parties : new Set([...bodies, ...states]);
}

/**
 * The format by the parties of `people`, hosts and observers not among them: an unnamed faction is one, a person of no known party none. One party alone met
 * somebody: that makes two. `unclear` where nobody is known, or some whose number cannot be told: unnamed people, or "the sides" (`joint`) of which the text
 * knows one at most.
 */
export function formatOf(
  people: readonly Entity[],
  { many, joint, told }: Pick<Draft, "many" | "joint"> & { told: ReadonlySet<string | null> },
  explicit: RoundFormat | null,
  mediating: readonly Entity[],
  index: RoundsIndex,
): RoundFormat {
  const lastWord = ({ name }: Entity) => name.toLowerCase().split(" ").at(-1) ?? "";
  const unnamed = people.filter((entity) => entity.kind === "group" && partyOf(entity) === null);
  const factions = unnamed.filter((entity) => index.factions.has(lastWord(entity))).map(({ id }) => id);
  const strangers = unnamed.length > factions.length;
  const between = teamsOf(mediating, index);
  const sides = new Set(
    people.filter((entity) => !mediating.includes(entity)).flatMap((entity) => partyOf(entity) ?? (entity.kind === "person" ? entity.id : [])),
  );
  // Mediators stand between two: of more sides, those that no sentence on the round names are bystanders.
  const seated = between.size > 0 && sides.size > 2 ? [...sides].filter((side) => told.has(side)) : [...sides];
  const parties = new Set([...(seated.length >= 2 ? seated : sides), ...between, ...factions]);
  if (many || unnamed.some((entity) => index.many.has(lastWord(entity))) || [...parties].some((party) => index.collectives.has(party))) return "multilateral";
  if (explicit !== null && (strangers || parties.size <= 3)) return explicit;
  if (strangers || parties.size === 0 || (joint && parties.size === 1)) return "unclear";
  return parties.size <= 2 ? "bilateral" : parties.size === 3 ? "trilateral" : "multilateral";
}
