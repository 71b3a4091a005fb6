// The codebook's actors and its words for persons and groups, made ready for look-up. Built once; no text changes what a later one finds.
import type { KnownActor } from "../../domain/codebook/actors.ts";
import type { Codebook } from "../../domain/codebook/codebook.ts";
import type { GroupNoun } from "../../domain/codebook/groups.ts";
import type { Office } from "../../domain/codebook/titles.ts";
import { keysOf, withoutArticle } from "./forms.ts";
import { compileNames, type KnownNames, type NameStarts } from "./known-names.ts";
import { emptyNode, insert, type Node } from "./trie.ts";
import { Flag, type KnownWords, noWords } from "./words.ts";

export type PhraseEntry =
  | { kind: "group"; noun: GroupNoun }
  | { kind: "institution"; id: string }
  | { kind: "office"; office: Office }
  | { kind: "standing"; id: string; name: string }
  | { kind: "anaphor"; of: "armed" | "body" | "state" | "forces" }
  | { kind: "companion" };

export interface CastIndex {
  actors: ReadonlyMap<string, KnownActor>;
  names: KnownNames;
  phrases: Node<PhraseEntry>;
  /** `Flag` bits by lower-case word. */
  flags: ReadonlyMap<string, number>;
  /** Persons by the party of any of their roles. */
  holders: ReadonlyMap<string, readonly KnownActor[]>;
  /** States by ISO country code. */
  states: ReadonlyMap<string, string>;
  /** Organisation ids by `party institution`. */
  institutions: ReadonlyMap<string, string>;
  /** States by the towns, regions and peoples that show them, in lower case. */
  lands: ReadonlyMap<string, string>;
  /** Last words of generic names of an army: troops, forces. */
  soldiers: ReadonlySet<string>;
  demonymEndings: ReadonlySet<string>;
  /** Verbs of sides that count with their particle alone: "called for". */
  sidePhrases: ReadonlySet<string>;
  /** Words that tell of a mediator or host beside a name. */
  mediating: ReadonlySet<string>;
  chairing: ReadonlySet<string>;
  membership: ReadonlySet<string>;
  crowds: ReadonlySet<string>;
  estranged: ReadonlySet<string>;
  auspices: ReadonlySet<string>;
  /** Words behind a name and a hyphen by which the name tells of somebody else: backed. */
  dependent: ReadonlySet<string>;
  /** Plural nouns for people who want something and stand for no party: bishops, unions. */
  unnamed: ReadonlySet<string>;
  unnamedAlone: ReadonlySet<string>;
  genders: ReadonlyMap<string, "he" | "she">;
  feminineEndings: readonly string[];
  /** Honorifics that tell a gender. */
  address: ReadonlyMap<string, "he" | "she">;
  /** Words looked up so far: see `wordsOf`. */
  known: KnownWords;
}

/** `starts` are those of this very codebook, where a build kept them. */
export function compileCast(codebook: Pick<Codebook, "actors" | "titles" | "groups">, starts?: NameStarts): CastIndex {
  const actors = codebook.actors.actors;
  const { titles, groups } = codebook;
  const flags = flagsOf(titles, groups, actors);
  const holders = new Map<string, KnownActor[]>();
  for (const actor of actors)
    if (actor.kind === "person")
      for (const party of new Set([actor.party, ...actor.roles.map((role) => role.party ?? null)]))
        if (party !== null) holders.set(party, [...(holders.get(party) ?? []), actor]);

  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    names: compileNames(codebook, flags, starts),
    phrases: phrasesOf(titles, groups),
    flags,
    holders,
    states: new Map(actors.flatMap(({ id, kind, country }) => (kind === "state" && country !== null ? [[country, id] as const] : []))),
    institutions: institutionsOf(actors, groups),
    lands: new Map(groups.lands.flatMap(({ state, names }) => names.map((name) => [name.toLowerCase(), state] as const))),
    soldiers: new Set(groups.nouns.flatMap(({ means, forms }) => (means === "forces" ? forms.map((form) => form.split(" ").at(-1) as string) : []))),
    unnamed: new Set([...groups.unnamed, ...groups.unnamed_alone]),
    unnamedAlone: new Set(groups.unnamed_alone),
    demonymEndings: new Set(groups.demonym_endings),
    sidePhrases: new Set(groups.side_verbs.filter((verb) => verb.includes(" "))),
    mediating: new Set(groups.mediating),
    chairing: new Set(groups.chairing),
    membership: new Set(groups.membership),
    crowds: new Set(groups.crowds),
    estranged: new Set(groups.estranged),
    auspices: new Set(groups.auspices),
    dependent: new Set(groups.dependent),
    genders: new Map([
      ...titles.feminine_names.map((name) => [keysOf(name).join(" "), "she"] as const),
      ...titles.masculine_names.map((name) => [keysOf(name).join(" "), "he"] as const),
    ]),
    feminineEndings: titles.feminine_endings,
    address: new Map(titles.honorifics.flatMap(({ word, gender }) => (gender === null ? [] : [[word, gender] as const]))),
    known: noWords(),
  };
}

function flagsOf(titles: Codebook["titles"], groups: Codebook["groups"], actors: readonly KnownActor[]): Map<string, number> {
  const flags = new Map<string, number>();
  const mark = (words: readonly string[], flag: number): void => {
    for (const word of words) flags.set(word, (flags.get(word) ?? 0) | flag);
  };
  mark(titles.roles, Flag.role);
  mark(titles.roles.map(plural), Flag.role);
  mark(titles.speak_for, Flag.speaksFor);
  mark(titles.state_roles, Flag.stateRole);
  mark(titles.own_roles, Flag.ownRole);
  mark(titles.role_modifiers, Flag.modifier);
  mark(
    titles.honorifics.map(({ word }) => word),
    Flag.honorific,
  );
  mark(titles.particles, Flag.particle);
  mark(titles.not_names, Flag.notName);
  mark(titles.speech, Flag.speech);
  mark(titles.english_words, Flag.english);
  mark(titles.not_actor_heads, Flag.otherHead);
  mark(titles.name_introducers, Flag.introducer);
  mark(titles.role_verbs, Flag.roleVerb);
  mark(
    titles.also_given_names.map((name) => name.toLowerCase()),
    Flag.givenPlace,
  );
  mark(groups.group_modifiers, Flag.groupModifier);
  mark(groups.place_after, Flag.placeAfter);
  mark(groups.place_before, Flag.placeBefore);
  mark(groups.motion, Flag.motion);
  mark(groups.venue_nouns, Flag.venue);
  mark(groups.stance_nouns, Flag.stance);
  mark(groups.state_things, Flag.stateThing);
  mark(
    groups.side_verbs.filter((verb) => !verb.includes(" ")),
    Flag.sideVerb,
  );
  mark(groups.armed_words, Flag.armed);
  mark(groups.body_words, Flag.body);
  mark(
    groups.lands.flatMap(({ names }) => names.map((name) => name.toLowerCase())),
    Flag.land,
  );
  mark(givenNamesOf(actors), Flag.given);
  mark(
    [...titles.feminine_names, ...titles.masculine_names].map((name) => name.toLowerCase()),
    Flag.given,
  );
  return flags;
}

/** How many must bear a first name at least: what one person bears alone may be a surname, a title or a place's name as well. */
const leastBearers = 2;

function givenNamesOf(actors: readonly KnownActor[]): string[] {
  const bearers = new Map<string, number>();
  for (const { kind, name } of actors) {
    if (kind !== "person" || !name.includes(" ")) continue;
    const first = (name.split(" ")[0] as string).toLowerCase();
    bearers.set(first, (bearers.get(first) ?? 0) + 1);
  }
  return [...bearers].flatMap(([name, count]) => (count >= leastBearers ? [name] : []));
}

const plural = (noun: string): string => (noun.endsWith("man") ? `${noun.slice(0, -2)}en` : /[^aeo]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`);

function phrasesOf(titles: Codebook["titles"], groups: Codebook["groups"]): Node<PhraseEntry> {
  const phrases = emptyNode<PhraseEntry>();
  const add = (forms: readonly string[], entry: PhraseEntry): void => {
    for (const form of forms) insert(phrases, keysOf(form), entry);
  };
  for (const noun of groups.nouns) add(noun.forms, { kind: "group", noun });
  for (const { id, forms } of groups.institutions) add(forms, { kind: "institution", id });
  for (const { form, id } of groups.standing) add([form], { kind: "standing", id, name: withoutArticle(form) });
  for (const office of titles.offices) add(office.nouns, { kind: "office", office });
  for (const of of ["armed", "body", "state", "forces"] as const) add(groups.anaphors[of], { kind: "anaphor", of });
  add(titles.companions, { kind: "companion" });
  return phrases;
}

/** A party's foreign ministry is the codebook's organisation of that party whose name or alias holds the institution's name. */
function institutionsOf(actors: readonly KnownActor[], groups: Codebook["groups"]): Map<string, string> {
  const found = new Map<string, string>();
  const institutions = groups.institutions.map(({ id, forms }) => ({ id, nouns: forms.map((noun) => ` ${noun} `) }));
  for (const actor of actors) {
    if (actor.kind !== "organisation" || actor.party === null) continue;
    const forms = [actor.name, ...actor.aliases].map((form) => ` ${form.toLowerCase()} `);
    for (const { id, nouns } of institutions)
      if (nouns.some((noun) => forms.some((form) => form.includes(noun)))) {
        const at = `${actor.party} ${id}`;
        if (!found.has(at)) found.set(at, actor.id);
      }
  }
  const aliases = new Map<string, KnownActor>();
  for (const actor of actors)
    if (actor.kind === "organisation") for (const alias of actor.aliases) if (!aliases.has(alias.toLowerCase())) aliases.set(alias.toLowerCase(), actor);
  for (const state of actors)
    if (state.kind === "state")
      for (const adjective of state.adjectives)
        for (const noun of ["army", "military", "armed forces", "forces"]) {
          const army = aliases.get(`${adjective} ${noun}`.toLowerCase());
          if (army && !found.has(`${state.id} forces`)) found.set(`${state.id} forces`, army.id);
        }
  return found;
}
