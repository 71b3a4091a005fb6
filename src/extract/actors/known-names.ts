// The names, adjectives and peoples of the codebook, found by their words. An actor's forms are put in the tree when a text first holds the word that one of them begins with: of twenty thousand a text asks for some hundreds.
import type { KnownActor } from "../../domain/codebook/actors.ts";
import type { Codebook } from "../../domain/codebook/codebook.ts";
import type { Region } from "../../domain/codebook/groups.ts";
import { type WordTable, wordAt, wordTable } from "../word-table.ts";
import { keysOf, withoutArticle } from "./forms.ts";
import { descend, emptyNode, insert, type Node } from "./trie.ts";
import { Flag } from "./words.ts";

export interface NameEntry {
  /** Actor id; for a region's adjective the region's slug. */
  actor: string;
  /** `short` is a form that others share, good only where the full name stands in the text. `people` is "northerns". */
  kind: "name" | "short" | "adjective" | "people";
  /** All capitals: matches in that case alone. */
  acronym: boolean;
  /** A phrase of common words ("the bloc"): names its actor only where the text names that actor otherwise. */
  common: boolean;
  /** As often a place. */
  place: boolean;
  region: Region | null;
}

/** By the key of a first word the actors with a form that begins with it, as places in the codebook's list: those of key `i` are `actors[from[i]]` up to `actors[from[i + 1]]`. To find them takes most of the time, so a build keeps it. */
export interface NameStarts {
  keys: WordTable;
  from: Int32Array;
  actors: Int32Array;
}

export interface KnownNames {
  starts: NameStarts;
  /** Where a name that begins with these words goes on or ends; null where none does. */
  under: (keys: readonly string[]) => Node<NameEntry> | null;
}

interface Form {
  form: string;
  entry: NameEntry;
}

/** `starts` are those of this very codebook. */
export function compileNames(
  { actors, groups }: Pick<Codebook, "actors" | "groups">,
  flags: ReadonlyMap<string, number>,
  starts = startsOf(actors.actors, flags),
): KnownNames {
  const peoples = byFirst(peoplesOf(actors.actors, groups));
  const known = emptyNode<NameEntry>();
  const grown = new Set<string>();
  const grow = (first: string): void => {
    const place = wordAt(starts.keys, first);
    const own = place < 0 ? [] : [...starts.actors.subarray(starts.from[place], starts.from[place + 1])];
    const forms = [...own.flatMap((actor) => formsOf(actors.actors[actor] as KnownActor, flags)), ...(peoples.get(first) ?? [])];
    if (forms.length > 0) grown.add(first);
    for (const { form, entry } of forms) {
      const keys = keysOf(form);
      if (keys[0] === first) insert(known, keys, entry);
    }
  };
  const under = (keys: readonly string[]): Node<NameEntry> | null => {
    const [first] = keys;
    if (first !== undefined && !grown.has(first)) grow(first);
    return descend(known, keys);
  };
  return { starts, under };
}

function startsOf(actors: readonly KnownActor[], flags: ReadonlyMap<string, number>): NameStarts {
  const places = new Map<string, Set<number>>();
  actors.forEach((actor, place) => {
    for (const { form } of formsOf(actor, flags)) {
      const [first] = keysOf(form);
      if (first !== undefined) places.set(first, (places.get(first) ?? new Set()).add(place));
    }
  });
  const lists = [...places.values()];
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    from[i + 1] = (from[i] as number) + list.size;
  });
  return { keys: wordTable([...places.keys()]), from, actors: Int32Array.from(lists.flatMap((list) => [...list])) };
}

function byFirst(forms: readonly Form[]): Map<string, Form[]> {
  const found = new Map<string, Form[]>();
  for (const form of forms) {
    const [first] = keysOf(form.form);
    if (first !== undefined) found.set(first, [...(found.get(first) ?? []), form]);
  }
  return found;
}

/** Of an actor's own names and adjectives. */
function formsOf(actor: KnownActor, flags: ReadonlyMap<string, number>): Form[] {
  const places = new Set(actor.also_place.map(withoutArticle));
  const forms = [...new Set([actor.name, ...actor.aliases])].map(withoutArticle);
  const named = new Set(forms);
  const generic = new Set([actor.name, ...actor.aliases].filter((form) => /^the \S+$/i.test(form) && isGeneric(form.slice(4), flags)).map(withoutArticle));
  const titled = (form: string): boolean => {
    const [first, ...rest] = form.split(" ");
    const left = rest.join(" ");
    return ((flags.get((first as string).toLowerCase()) ?? 0) & (Flag.role | Flag.honorific)) !== 0 && (named.has(left) || actor.ambiguous_form === left);
  };
  const entry = (form: string, kind: NameEntry["kind"]): Form => ({
    form,
    entry: {
      actor: actor.id,
      kind,
      acronym: /^[\p{Lu}\p{N}./+-]{2,}$/u.test(form),
      common: !/\p{Lu}/u.test(form) || generic.has(form),
      place: places.has(form) || (actor.kind === "state" && form === actor.name),
      region: null,
    },
  });
  const keep = (form: string): boolean => !(actor.kind === "person" && titled(form));
  return [
    ...forms.filter(keep).map((form) => entry(form, "name")),
    ...(actor.ambiguous_form === null ? [] : [entry(actor.ambiguous_form, "short")]),
    ...actor.adjectives.filter((form) => !named.has(form)).map((form) => entry(form, "adjective")),
  ];
}

/** "the Commission": a kind of body, which names one only where the text names that one in full. */
const isGeneric = (word: string, flags: ReadonlyMap<string, number>): boolean => ((flags.get(word.toLowerCase()) ?? 0) & (Flag.notName | Flag.body)) !== 0;

/** Forms for peoples, and the adjectives of the codebook's regions. */
function peoplesOf(actors: readonly KnownActor[], groups: Codebook["groups"]): Form[] {
  const plural = actors.flatMap(({ id, kind, adjectives }) =>
    kind === "state" || kind === "group"
      ? adjectives
          .filter((adjective) => /^\p{Lu}\p{Ll}/u.test(adjective) && groups.people_endings.some((end) => adjective.endsWith(end)))
          .map((adjective) => ({ form: `${adjective}s`, entry: entryOf(id, "people") }))
      : [],
  );
  return [
    ...groups.peoples.map(({ form, actor }) => ({ form, entry: entryOf(actor, "people") })),
    ...plural,
    ...groups.regions.map((region) => ({ form: region.adjective, entry: { ...entryOf(region.slug, "adjective"), region } })),
  ];
}

const entryOf = (actor: string, kind: NameEntry["kind"]): NameEntry => ({ actor, kind, acronym: false, common: false, place: false, region: null });
