// Candidates for a reconciliation query, scored with reasons; and the values of an actor's properties. Pure.
import {
  type Candidate,
  type ExtendQuery,
  type ExtendResults,
  entityTypes,
  type PropertyId,
  properties,
  type ReconcileQuery,
} from "../domain/analysis/reconcile.ts";
import { compareText } from "../domain/collect.ts";
import { searchText } from "../domain/search.ts";
import type { ActorKind } from "../domain/vocabulary.ts";
import { matchNames, type NamedActor, type NameIndex, type NameMatch } from "./names.ts";

export interface ReconcilableActor extends NamedActor {
  kind: ActorKind;
  party_id: string | null;
  country: string | null;
  wikidata: string | null;
}

/** Shares of the score: properties count a quarter where any are given; a type that only should fit costs a fifth. */
const [propertyShare, typeCost] = [0.25, 20];
/** From here on, and that far ahead of the next, a candidate is a match. */
const [matchScore, matchLead] = [85, 8];

/** The best candidates, then by id. An id or Wikidata item given in place of a name is an exact match. */
export function reconcile<Actor extends ReconcilableActor>(index: NameIndex<Actor>, query: ReconcileQuery): Candidate[] {
  const types = query.type === undefined ? [] : [query.type].flat();
  const optional = query.type_strict === "should";
  const scored = matches(index, query.query.trim())
    .filter(({ actor }) => types.length === 0 || optional || types.includes(actor.kind))
    .map((match) => scoredCandidate(match, query, types))
    .sort((a, b) => b.score - a.score || compareText(a.id, b.id));
  const [first, second] = scored;
  if (first) first.match = first.score >= matchScore && (second === undefined || first.score - second.score >= matchLead);
  return scored.slice(0, query.limit ?? 10);
}

function matches<Actor extends ReconcilableActor>(index: NameIndex<Actor>, query: string): NameMatch<Actor>[] {
  const byId = index.actors.find(({ actor }) => actor.id === query || (actor.wikidata !== null && actor.wikidata === query));
  return byId ? [{ actor: byId.actor, name: query, score: 100, spelling: 1, words: 1, exact: true }] : matchNames(index, query);
}

function scoredCandidate(
  { actor, name, score, spelling, words, exact }: NameMatch<ReconcilableActor>,
  query: ReconcileQuery,
  types: readonly ActorKind[],
): Candidate {
  const given = (query.properties ?? []).map(({ pid, v }) => ({ pid, holds: [v].flat().some((value) => fits(actor, pid, value)) }));
  const share = given.length === 0 ? null : given.filter(({ holds }) => holds).length / given.length;
  const typeFits = types.length === 0 || types.includes(actor.kind);
  const withProperties = share === null ? score : score * (1 - propertyShare) + 100 * propertyShare * share;
  return {
    id: actor.id,
    name: actor.name,
    description: [actor.kind, actor.party_id === actor.id ? null : actor.party_id, actor.country].filter((part) => part !== null).join(", "),
    type: entityTypes.filter(({ id }) => id === actor.kind),
    score: Math.max(0, Math.round((typeFits ? withProperties : withProperties - typeCost) * 10) / 10),
    match: false,
    features: [
      { id: "matched_name", value: name },
      { id: "name_exact", value: exact },
      { id: "name_spelling", value: spelling },
      { id: "name_words", value: words },
      ...(types.length === 0 ? [] : [{ id: "type", value: typeFits }]),
      ...given.map(({ pid, holds }) => ({ id: pid, value: holds })),
    ],
  };
}

const propertyOf: Record<PropertyId, (actor: ReconcilableActor) => string | null> = {
  kind: ({ kind }) => kind,
  party: ({ party_id }) => party_id,
  country: ({ country }) => country,
  wikidata: ({ wikidata }) => wikidata,
};

function fits(actor: ReconcilableActor, property: PropertyId, value: string | number | boolean | { id: string }): boolean {
  const own = propertyOf[property](actor);
  return own !== null && searchText(own) === searchText(typeof value === "object" ? value.id : String(value));
}

/** The asked properties of the actors. A party is an actor itself. */
export function extend<Actor extends ReconcilableActor>({ actors }: NameIndex<Actor>, { ids, properties: asked }: ExtendQuery): ExtendResults {
  const byId = new Map<string, ReconcilableActor>(actors.map(({ actor }) => [actor.id, actor]));
  const values = (id: string, property: PropertyId) => {
    const actor = byId.get(id);
    const value = actor ? propertyOf[property](actor) : null;
    if (value === null) return [];
    return property === "party" ? [{ id: value, name: byId.get(value)?.name ?? value }] : [{ str: value }];
  };
  return {
    meta: asked.map(({ id }) => ({ id, name: properties[id] })),
    rows: Object.fromEntries(ids.map((id) => [id, Object.fromEntries(asked.map((property) => [property.id, values(id, property.id)]))])),
  };
}
