// Who is in a text: names, groups, unknown persons and organisations, descriptions and pronouns, each with its entity. Knows nothing of what they say.
import type { Cast, Doc, Mention } from "../types.ts";
import { silentArmies } from "./armies.ts";
import type { CastIndex } from "./compile.ts";
import { findCoreference } from "./coreference.ts";
import { findDescriptions } from "./descriptions.ts";
import { findGroups } from "./groups.ts";
import { findNames } from "./names.ts";
import { findOrganisations, findShortNames, shortForms } from "./organisations.ts";
import { fillParties } from "./parties.ts";
import { findPersons, findRoles } from "./persons.ts";
import { findPrincipals } from "./principals.ts";
import { acts, isPaired } from "./reading.ts";
import { findRealms } from "./realms.ts";
import { has, lowerAt, marksDependence, openScene, type Scene, tokenAt } from "./scene.ts";
import { findSpeakers } from "./speakers.ts";
import { findStrangers } from "./strangers.ts";
import { findUnnamed } from "./unnamed.ts";
import { Flag } from "./words.ts";

/**
 * The cast of one text. `when` is the article's first possible day (ISO); null where it is unknown: offices are then resolved only to persons whom the
 * text names. Mentions come in text order. An entity may have no mention that acts: a state that is only a place. Linear in the text.
 */
export function findCast(doc: Doc, when: string | null, index: CastIndex): Cast {
  const scene = openScene(doc, index, when);
  findNames(scene);
  findRealms(scene);
  const shorts = shortForms(scene);
  findStrangers(scene, shorts);
  const surnames = new Map<string, string>();
  findPersons(scene, surnames);
  findOrganisations(scene, shorts);
  findShortNames(scene, surnames, shorts);
  findSpeakers(scene, surnames);
  readNames(scene);
  findGroups(scene);
  findRoles(scene);
  findDescriptions(scene);
  const principals = findPrincipals(scene);
  findCoreference(scene, principals);
  const unnamed = findUnnamed(scene);
  fillParties(scene, principals);
  dropAuthors(scene);
  const mentions = scene.mentions
    .filter((m) => !inByline(scene, m))
    .map((m) => withArticle(scene, m))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { entities: scene.entities, mentions, silent: new Set([...silentArmies(scene), ...unnamed]), ...findPrincipals(scene, mentions) };
}

/** "the Palace" is one mention with its article; persons and adjectives have none. */
function withArticle(scene: Scene, made: Mention): Mention {
  const before = tokenAt(scene, made.first - 1);
  const name = made.form === "name" && made.acts && made.last > made.first && scene.entities.get(made.actor)?.kind !== "person";
  return name && before?.lower === "the" && before.sentence === tokenAt(scene, made.first)?.sentence
    ? { start: before.start, end: made.end, first: made.first - 1, last: made.last, actor: made.actor, form: made.form, acts: made.acts }
    : made;
}

/** Settles for names and adjectives whether they act. */
function readNames(scene: Scene): void {
  for (const made of scene.mentions) {
    if (made.form !== "name" && made.form !== "adjective") continue;
    const known = scene.index.actors.get(made.actor);
    const kind = known?.kind;
    const entity = scene.entities.get(made.actor);
    if (marksDependence(scene, made.last)) {
      made.form = "adjective";
      made.acts = false;
      continue;
    }
    if (!known && made.form === "name" && entity?.kind === "state") {
      made.acts = acts(scene, made.first, made.last, false);
      continue;
    }
    if (made.form === "adjective") made.acts = namesSide(scene, made);
    else if (kind === "state" || kind === "group" || isPlaceName(scene, made)) made.acts = actsAs(scene, made);
    else if (kind === "organisation") made.acts = !isInTitle(scene, made);
  }
}

function actsAs(scene: Scene, made: Mention): boolean {
  const actor = scene.index.actors.get(made.actor);
  if (!actor || (!isPlaceName(scene, made) && actor.kind !== "state")) return true;
  // "a former minister of Norland": who does not act for it.
  if (isOfFormer(scene, made.first)) return false;
  const name = scene.doc.text.slice(made.start, made.end).toLowerCase();
  const people = /s$/.test(name) && actor.adjectives.some((adjective) => name === `${adjective.toLowerCase()}s`);
  return people || acts(scene, made.first, made.last, isPlaceName(scene, made) && name !== actor.name.toLowerCase());
}

/** Tokens of an office between "former" and the "of" that leads to whose it was. */
const longestOffice = 5;

function isOfFormer(scene: Scene, first: number): boolean {
  if (lowerAt(scene, first - 1) !== "of" || !has(scene, first - 2, Flag.role)) return false;
  for (let i = first - 3; i > first - 3 - longestOffice; i--) {
    if (/^(?:former|ex|erstwhile|onetime|late)$/.test(lowerAt(scene, i))) return true;
    if (!has(scene, i, Flag.role | Flag.modifier) && !["ADJ", "NOUN", "PUNCT"].includes(tokenAt(scene, i)?.tag ?? "")) return false;
  }
  return false;
}

function isPlaceName(scene: Scene, made: Mention): boolean {
  const name = scene.doc.text.slice(made.start, made.end).toLowerCase();
  return scene.index.actors.get(made.actor)?.also_place.some((form) => form.toLowerCase().replace(/^the /, "") === name) ?? false;
}

/** "the northern demand", "American-led", "the French" with nothing behind: an adjective that names whose side acts. */
function namesSide(scene: Scene, { first, last }: Mention): boolean {
  if (isPaired(scene, first, last)) return true;
  // "Norlandian and Sudlandian leaders": of both.
  const joined = lowerAt(scene, last) === "and" ? scene.owner[last + 1] : undefined;
  if (joined?.form === "adjective" && joined.first === last + 1) return namesSide(scene, joined);
  if (lowerAt(scene, last) === "-") return tokenAt(scene, last + 1)?.tag === "VERB";
  if (isEstranged(scene, first - 1)) return false;
  for (let i = last; i < last + 3; i++) {
    if (isEstranged(scene, i)) return false;
    if (has(scene, i, Flag.stance | Flag.role)) return true;
    const tag = tokenAt(scene, i)?.tag;
    if (tag !== "ADJ" && tag !== "NUM" && !has(scene, i, Flag.modifier)) break;
  }
  const next = tokenAt(scene, last)?.tag;
  return lowerAt(scene, first - 1) === "the" && (next === "VERB" || next === "AUX" || has(scene, last, Flag.speech));
}

/** "a Norlandian rebel commander", "a former Norlandian general": a word, written small, for who does not act for the state whose adjective stands beside it. */
const isEstranged = (scene: Scene, i: number): boolean => scene.index.estranged.has(lowerAt(scene, i)) && !scene.words[i]?.capital;

/** An office or body of a state inside a role phrase ("head of the presidential office", "Trade Department spokesman") only says who somebody is. */
function isInTitle(scene: Scene, { first, last, actor }: Mention): boolean {
  const entity = scene.entities.get(actor);
  if (!entity || entity.party === entity.id) return false;
  if (has(scene, last, Flag.role | Flag.modifier)) return true;
  const of = lowerAt(scene, first - 1) === "the" ? first - 2 : first - 1;
  return lowerAt(scene, of) === "of" && has(scene, of - 1, Flag.role);
}

/** Who signs the text is no actor in it, not even where a note at its end says who that is. */
function dropAuthors(scene: Scene): void {
  const bylines = scene.doc.blocks.flatMap(({ kind, start, end }) => (kind === "byline" ? [scene.doc.text.slice(start, end).toLowerCase()] : []));
  for (const { id, name, provisional } of [...scene.entities.values()])
    if (provisional && bylines.some((line) => line.includes(name.toLowerCase()))) {
      scene.entities.delete(id);
      scene.mentions = scene.mentions.filter(({ actor }) => actor !== id);
    }
}

const inByline = (scene: Scene, { first }: Mention): boolean => {
  const sentence = scene.doc.sentences[scene.doc.tokens[first]?.sentence ?? -1];
  return sentence !== undefined && scene.doc.blocks[sentence.block]?.kind === "byline";
};
