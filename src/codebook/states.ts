// The states of the world as actors, so that a codebook lists only those of which it knows more than the country package. Pure.

import type { KnownActor } from "../domain/codebook/actors.ts";
import type { Country } from "../domain/codebook/places.ts";
import { slug } from "../domain/ids.ts";

/**
 * One actor for each country that `known` does not already hold, by id or as a state with the same country code.
 * The id is the slug of the common English name. Capitals stand for the state and are as often a place. A name or
 * adjective that two countries share names neither.
 */
export function statesAsActors(countries: readonly Country[], known: readonly KnownActor[]): KnownActor[] {
  const ids = new Set(known.map((actor) => actor.id));
  const codes = new Set(known.filter((actor) => actor.kind === "state").map((actor) => actor.country));
  const names = claims(countries.map((country) => [country.name, country.official, ...country.aliases, ...country.capitals]));
  const adjectives = claims(countries.map((country) => country.demonyms));
  return countries
    .map((country) => {
      const own = (form: string) => form !== country.name && names.get(form) === 1;
      const id = slug(country.name);
      return {
        id,
        name: country.name,
        kind: "state" as const,
        party: id,
        country: country.code,
        wikidata: null,
        aliases: [...new Set([country.official, ...country.aliases, ...country.capitals])].filter(own),
        also_place: country.capitals.filter(own),
        adjectives: country.demonyms.filter((form) => adjectives.get(form) === 1),
        ambiguous: false,
        ambiguous_form: null,
        formerly: [],
        roles: [],
        note: null,
      };
    })
    .filter((state) => !ids.has(state.id) && !codes.has(state.country));
}

/** How many of the lists hold each form. */
function claims(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const form of new Set(list)) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}
