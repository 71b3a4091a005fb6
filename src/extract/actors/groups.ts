// Groups, institutions and sides: a party's name or adjective with a noun for people who act for it. Makes no group without a party but the standing ones.

import type { GroupNoun, Region } from "../../domain/codebook/groups.ts";
import { slug } from "../../domain/ids.ts";
import type { Entity, Mention } from "../types.ts";
import type { PhraseEntry } from "./compile.ts";
import { phraseAt } from "./phrases.ts";
import { startsPredicate } from "./reading.ts";
import { glued, has, isPossessive, knownEntity, lowerAt, mention, ownEntity, type Scene, slice, tokenAt } from "./scene.ts";
import { Flag } from "./words.ts";

type GroupPhrase = Extract<PhraseEntry, { kind: "group" }>;

const determiners = new Set([
  "the",
  "a",
  "an",
  "some",
  "several",
  "many",
  "most",
  "other",
  "two",
  "three",
  "four",
  "five",
  "all",
  "these",
  "those",
  "its",
  "both",
]);
const maxModifiers = 4;
/** Tokens before a party's name that tell which office somebody holds: "the most senior". */
const maxOffice = 8;
/** Groups that count only where they do something, since they are named in passing as often. */
const passive = new Set(["members", "states", "allies", "people", "lawmakers", "leaders", "military", "opposition"]);
const agents = new Set(["by", "with", "among", "between", "told", "asked", "urged"]);

/** Adds mentions of groups and institutions, and makes their entities. */
export function findGroups(scene: Scene): void {
  for (let i = 0; i < scene.words.length; ) {
    const phrase = scene.words[i]?.phrase ? phraseAt(scene, i, isWanted) : null;
    if (!phrase) {
      i++;
      continue;
    }
    const { entry, last } = phrase;
    if (entry.kind === "standing") addStanding(scene, i, last, entry.id, entry.name);
    else if (entry.kind === "group" || entry.kind === "institution") addOf(scene, i, last, entry);
    i = last;
  }
}

const isWanted = ({ kind }: PhraseEntry): boolean => kind === "group" || kind === "institution" || kind === "standing";

function addStanding(scene: Scene, first: number, last: number, id: string, name: string): void {
  if (scene.owner[first]) return;
  ownEntity(scene, id, { name, kind: "group", party: null, gender: "they" });
  mention(scene, first, last, id, "group");
}

function addOf(scene: Scene, first: number, last: number, entry: PhraseEntry): void {
  const known = scene.owner[first];
  if (known?.last === last && known.first < first && scene.entities.get(known.actor)?.kind === "group") {
    const far = lowerAt(scene, known.first - 1) === "and" ? scene.owner[known.first - 2] : undefined;
    if (far?.form === "adjective") make(scene, withDeterminer(scene, far.first), last, far, entry);
    return;
  }
  if (scene.owner[first] || tokenAt(scene, first)?.tag === "VERB" || namesAnother(scene, last)) return;
  const region = scene.regions.get(withModifiers(scene, first) - 1);
  if (region && entry.kind === "group") {
    addRegional(scene, region.first, last, region.region, entry.noun.id);
    return;
  }
  const left = partiesBefore(scene, first);
  if (left.length > 0) {
    if (entry.kind === "group" && (isTitleOfName(scene, last) || isOffice(scene, (left[0] as Mention).first, last, last))) return;
    for (const party of left) {
      const from = withDeterminer(scene, party.first);
      make(scene, from, last, party, entry);
    }
    return;
  }
  const right = partiesBehind(scene, last, entry);
  if (right.length > 0 && entry.kind === "group" && isOffice(scene, first, last, (right.at(-1) as Mention).last)) return;
  for (const party of right) make(scene, withDeterminer(scene, withModifiers(scene, first)), party.last, party, entry);
}

/** "Arab ministers", "Gulf states": a group of the region. */
function addRegional(scene: Scene, first: number, last: number, region: Region, noun: string): void {
  const made = ownEntity(scene, `${region.slug}-${noun}`, { name: slice(scene, first, last), kind: "group", party: region.party, gender: "they" });
  const from = withDeterminer(scene, first);
  mention(scene, from, last, made.id, "group", !passive.has(noun) || doesSomething(scene, from, last));
}

/** A noun behind the noun: "army officials", "delegation chief". */
const namesAnother = (scene: Scene, last: number): boolean =>
  has(scene, last, Flag.role) ||
  has(scene, last, Flag.groupModifier | Flag.modifier) ||
  (tokenAt(scene, last)?.tag === "NOUN" && phraseAt(scene, last, (entry) => entry.kind === "group") !== null);

/** "the northern envoy Ivo Marn", "negotiators Lind and Voss": the noun is the title of the name behind it. */
function isTitleOfName(scene: Scene, last: number): boolean {
  const owner = scene.owner[last];
  return owner !== undefined && scene.entities.get(owner.actor)?.kind === "person" && !isPossessive(scene, last);
}

/** "Lind, a senior northern official", "the chief negotiator of the movement, Marn": one person's office beside the name. The noun ends before `last`, what belongs to it before `end`. */
function isOffice(scene: Scene, first: number, last: number, end: number): boolean {
  if (!has(scene, last - 1, Flag.role) || /s$/.test(lowerAt(scene, last - 1))) return false;
  if (lowerAt(scene, end) === "," && isTitleOfName(scene, end + 1)) return true;
  let i = first - 1;
  while (i > first - maxOffice && ["DET", "ADJ", "NOUN", "ADV"].includes(tokenAt(scene, i)?.tag ?? "") && !scene.owner[i]) i--;
  const named = lowerAt(scene, i) === "," ? scene.owner[i - 1] : undefined;
  return named !== undefined && named.last === i && scene.entities.get(named.actor)?.kind === "person";
}

const withDeterminer = (scene: Scene, first: number): number =>
  (determiners.has(lowerAt(scene, first - 1)) || tokenAt(scene, first - 1)?.tag === "NUM") &&
  tokenAt(scene, first - 1)?.sentence === tokenAt(scene, first)?.sentence
    ? first - 1
    : first;

function withModifiers(scene: Scene, first: number): number {
  let i = first;
  while (i > first - maxModifiers && has(scene, i - 1, Flag.groupModifier) && tokenAt(scene, i - 1)?.sentence === tokenAt(scene, first)?.sentence) i--;
  return i;
}

/** The names or adjectives that the noun belongs to, nearest last: one, or two joined by `and`. */
function partiesBefore(scene: Scene, noun: number): Mention[] {
  let i = withModifiers(scene, noun) - 1;
  if (isPossessive(scene, i)) i--;
  else if (lowerAt(scene, i) === "-" && glued(scene, i - 1)) return [];
  const near = scene.owner[i];
  if (!near || near.last !== i + 1 || tokenAt(scene, i)?.sentence !== tokenAt(scene, noun)?.sentence) return [];
  const person = scene.entities.get(near.actor)?.kind === "person";
  if (person && !isPossessive(scene, i + 1)) return ["administration", "government", "team", "camp"].includes(lowerAt(scene, noun)) ? [near] : [];
  const joined = lowerAt(scene, near.first - 1);
  const far = joined === "and" || joined === "or" || joined === "-" ? scene.owner[near.first - 2] : undefined;
  return far && far.form === near.form && near.form === "adjective" ? [far, near] : [near];
}

/** "representatives of Norland and Sudland", "negotiators from the movement", "officials in the capital"; diplomats and negotiators in a capital are guests there. */
function partiesBehind(scene: Scene, last: number, entry: PhraseEntry): Mention[] {
  if (entry.kind === "group" && (entry.noun.means !== "group" || ["people", "states", "leaders", "ministers"].includes(entry.noun.id))) {
    if (!(entry.noun.means === "party" || entry.noun.id === "people") || lowerAt(scene, last) !== "of") return [];
  }
  if (lowerAt(scene, last) === "in" && !(entry.kind === "group" && entry.noun.id === "officials")) return [];
  const link = lowerAt(scene, last);
  if (link !== "of" && link !== "from" && link !== "in") return [];
  let i = last + 1;
  if (lowerAt(scene, i) === "the") i++;
  const near = scene.owner[i];
  if (!near || near.first !== i || near.form === "adjective") return [];
  const kind = scene.entities.get(near.actor)?.kind;
  if (kind === "person" || (link === "in" && kind !== "state") || (link === "in" && !/s$/.test(lowerAt(scene, last - 1)))) return [];
  let j = near.last;
  const several = entry.kind === "group" && (entry.noun.means !== "party" || /s$/.test(lowerAt(scene, last - 1)));
  if (several && lowerAt(scene, j) === "and") {
    if (lowerAt(scene, ++j) === "the") j++;
    const far = scene.owner[j];
    if (link !== "in" && far?.first === j && far.form !== "adjective" && scene.entities.get(far.actor)?.kind !== "person") return [near, far];
  }
  return [near];
}

function make(scene: Scene, first: number, last: number, party: Mention, entry: PhraseEntry): void {
  const holder = scene.entities.get(party.actor) as Entity;
  if (entry.kind === "institution") makeInstitution(scene, first, last, party, holder, entry.id);
  if (entry.kind !== "group") return;
  const acting = markActing(scene, party);
  const { means } = entry.noun;
  if (holder.kind === "state" && isOfOneState(entry.noun, lowerAt(scene, last - 1))) return;
  if (means === "party" || (means === "fighters" && holder.kind === "organisation") || (entry.noun.id === "people" && holder.kind === "person")) {
    const side = holder.kind === "person" || holder.kind === "group" ? (holder.party ?? holder.id) : holder.id;
    if (scene.index.actors.has(side)) knownEntity(scene, side);
    if (scene.entities.has(side)) mention(scene, first, last, side, "group");
    return;
  }
  if (acting) party.acts = true;
  const id = groupId(scene, holder, entry, first, last);
  // Troops are talked about more than they talk: an army that the codebook does not know counts where it speaks.
  if (means === "forces" && !scene.index.actors.has(id) && !has(scene, last, Flag.speech)) return;
  const made = ownEntity(scene, id, {
    name: nameOf(holder, entry, scene, first, last),
    kind: means === "forces" ? "organisation" : "group",
    party: means === "fighters" ? null : (holder.party ?? holder.id),
    gender: means === "forces" ? "it" : "they",
  });
  mention(scene, first, last, made.id, "group", !passive.has(entry.noun.id) || doesSomething(scene, first, last));
}

const doesSomething = (scene: Scene, first: number, last: number): boolean => {
  const before = tokenAt(scene, first - 1);
  if (before && before.sentence === tokenAt(scene, first)?.sentence && before.tag === "ADP") return agents.has(before.lower);
  return (startsPredicate(scene, last) && !/ing$/.test(lowerAt(scene, last))) || (before !== undefined && agents.has(before.lower));
};

/** A state has one leader and one minister of a kind, and "the French movement" is none of its own. */
const isOfOneState = ({ id, means }: GroupNoun, word: string): boolean =>
  id === "leaders" || id === "ministers" || (means === "fighters" && !/[^s]s$/.test(word));

const markActing = (scene: Scene, party: Mention): boolean => party.form !== "adjective" || scene.entities.get(party.actor)?.kind !== "group";

/** `south-norland-officials`; for people around a person `norland-berg-associates`; a continent's leaders and states are the continent. */
function groupId(scene: Scene, holder: Entity, { noun }: GroupPhrase, first: number, last: number): string {
  if (holder.id === "europe" && (noun.id === "leaders" || noun.id === "states" || noun.id === "allies")) return "europe";
  if (noun.means === "forces") return scene.index.institutions.get(`${holder.party ?? holder.id} forces`) ?? `${holder.party ?? holder.id}-military`;
  if (holder.kind === "person") {
    if (noun.id === "associates" || noun.id === "people")
      return [holder.party, slug(holder.name.split(" ").at(-1) as string), "associates"].filter((part) => part !== null).join("-");
    return `${holder.party ?? holder.id}-${noun.id}`;
  }
  const base =
    holder.party === holder.id || holder.party === null || holder.kind === "group"
      ? (holder.party ?? holder.id)
      : holder.kind === "state"
        ? holder.id
        : holder.party;
  const modifier = /member (?:state|countr|nation)/.test(slice(scene, first, last).toLowerCase()) ? "member-states" : noun.id;
  return `${base}-${modifier}`;
}

function nameOf(holder: Entity, { noun }: GroupPhrase, scene: Scene, first: number, last: number): string {
  if (noun.means === "forces") return `${holder.name} armed forces`;
  return slice(scene, first, last).replace(/^(?:the|a|an) /i, "");
}

function makeInstitution(scene: Scene, first: number, last: number, party: Mention, holder: Entity, institution: string): void {
  const side = holder.kind === "person" ? holder.party : (holder.party ?? holder.id);
  if (side === null) return;
  const known = scene.index.institutions.get(`${side} ${institution}`);
  const id = known ?? `${side}-${institution}`;
  ownEntity(scene, id, { name: slice(scene, party.first, last).replace(/['’]s /, " "), kind: "organisation", party: side, gender: "it" });
  mention(scene, first, last, id, "name");
}
