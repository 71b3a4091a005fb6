// Organisations that the codebook does not know, and the short forms that a text defines: "National Unity Council (NUC)".

import { slug } from "../../domain/ids.ts";
import { firstFrom } from "../seek.ts";
import type { Mention } from "../types.ts";
import { keysOf } from "./forms.ts";
import { phraseAt } from "./phrases.ts";
import { isSubject, startsPredicate } from "./reading.ts";
import { findRuns, opensSentence, type Run } from "./runs.ts";
import { caseAt, has, isPossessive, knownEntity, lowerAt, mention, ownEntity, type Scene, slice, tokenAt } from "./scene.ts";
import { isServing } from "./stranger-signs.ts";
import { Flag } from "./words.ts";

/** Words between somebody and the body that he serves. */
const links = new Set(["of", "from", "for"]);
const namers = new Set(["called", "named"]);
const partners = new Set(["by", "with", "between", "against", "told", "urged", "accused", "asked"]);

/** Short forms that the text defines, or spells out, of those named so far: who bears each, by its key. */
export function shortForms(scene: Scene): Map<string, string> {
  const shorts = new Map<string, string>();
  for (const { first, last, actor, form } of scene.mentions)
    if (form === "name" && scene.entities.get(actor)?.kind !== "person") define(scene, first, last, actor, shorts);
  return shorts;
}

/** Adds mentions and provisional entities for unknown organisations, and to `shorts` the short forms that the text gives them. */
export function findOrganisations(scene: Scene, shorts: Map<string, string>): void {
  const called = calledShort(scene);
  for (const run of findRuns(scene)) considerRun(scene, run, shorts, called);
}

/** Words that the text uses for one body alone: "the Front", with a capital and no name beside it. */
function calledShort(scene: Scene): Set<string> {
  const called = new Set<string>();
  for (let i = 1; i < scene.words.length; i++)
    if (
      scene.words[i]?.capital &&
      has(scene, i, Flag.armed | Flag.body) &&
      lowerAt(scene, i - 1) === "the" &&
      caseAt(scene, i) === "cased" &&
      !scene.words[i + 1]?.capital
    )
      called.add(lowerAt(scene, i));
  return called;
}

function considerRun(scene: Scene, run: Run, shorts: Map<string, string>, called: ReadonlySet<string>): void {
  const first = startOf(run);
  const last = endOf(scene, run.last);
  const short = shortForm(scene, last);
  const heads = headsOf(scene, first, run.last);
  const spelled = short !== null && initials(scene, first, last).startsWith(short.toLowerCase().slice(0, 2));
  if (last - first < 2 || (heads === 0 && !spelled)) return;
  if ((institutionEnd(scene, first) ?? 0) >= run.last || isOfInstitution(scene, first)) return;
  if (
    !spelled &&
    short === null &&
    !actsHere(scene, first, last) &&
    !(last === run.last && lowerAt(scene, first - 1) === "the" && called.has(lowerAt(scene, last - 1)))
  )
    return;
  const adjective = adjectiveBefore(scene, first);
  const from = adjective?.first ?? first;
  const name = slice(scene, from, last);
  const id = slug(name);
  if (id === "") return;
  const known = short === null ? null : knownBy(scene, first, last, short);
  if (known !== null) {
    mention(scene, first, last, known, "name");
    return;
  }
  const members = isOfMembers(scene, first, run.last);
  const state = members ? null : (adjective?.actor ?? ownerBefore(scene, first) ?? ownerInside(scene, run.last, last));
  const armed = (heads & Flag.armed) !== 0 && (heads & Flag.body) === 0 && (state === null || isRebel(scene, first, run.last));
  if (state === null && short === null && (heads & Flag.body) === 0 && !isRebel(scene, first, run.last) && !hasOwnWord(scene, first)) return;
  const party = armed || members || (spelled && state === null) ? id : state === null ? null : (scene.entities.get(state)?.party ?? state);
  ownEntity(scene, id, { name, kind: "organisation", party, gender: "it" });
  mention(scene, from, last, id, "name");
  define(scene, from, last, id, shorts);
}

/** Exclusive end of an institution that every state has, "Ministry of Foreign Affairs", from `first` on; undefined where none begins there. */
const institutionEnd = (scene: Scene, first: number): number | undefined => phraseAt(scene, first, (entry) => entry.kind === "institution")?.last;

/** Words of the longest name of such an institution. */
const institutionWords = 6;

/** "the Ministry of Foreign Affairs and International Cooperation": a capitalised run that is the rest of its name. */
function isOfInstitution(scene: Scene, first: number): boolean {
  if (lowerAt(scene, first - 1) !== "and") return false;
  for (let i = first - 2; i >= Math.max(0, first - 1 - institutionWords); i--) if (institutionEnd(scene, i) === first - 1) return true;
  return false;
}

/** Behind words that open a sentence and behind titles. */
function startOf(run: Run): number {
  return !run.titled && run.name > run.first ? run.name : run.first;
}

/** With what follows in "Movement for Lasting Change", "Council of Elders", "Union for Peace in the Republic of Norland (UPR)". */
function endOf(scene: Scene, runLast: number): number {
  let last = runLast;
  for (let step = 0; step < 4; step++) {
    const link = lowerAt(scene, last);
    if (link !== "of" && link !== "for" && link !== "and" && link !== "in") break;
    const next = lowerAt(scene, last + 1) === "the" ? last + 2 : last + 1;
    const word = scene.words[next];
    if (!word?.capital || tokenAt(scene, next)?.sentence !== tokenAt(scene, runLast - 1)?.sentence || (scene.owner[next] && link === "and")) break;
    if (link === "and" && (headsOf(scene, next, next + 3) === 0 || isBareSide(scene, next))) break;
    let end = scene.owner[next]?.last ?? next + 1;
    while (!scene.owner[next] && scene.words[end]?.capital && scene.owner[end] === undefined) end++;
    if (link === "in" && shortForm(scene, end) === null) break;
    last = end;
  }
  return last;
}

/** "Lions and Government": a word that by itself names whoever the text has in mind. */
function isBareSide(scene: Scene, i: number): boolean {
  return !scene.words[i + 1]?.capital && phraseAt(scene, i, (entry) => entry.kind === "anaphor")?.last === i + 1;
}

/** The kinds of head nouns among the capitalised words. */
function headsOf(scene: Scene, first: number, last: number): number {
  let heads = 0;
  for (let i = first; i < last; i++) heads |= (scene.words[i]?.flags ?? 0) & (Flag.armed | Flag.body);
  return heads;
}

/** A word for fighting beyond those that a state's own forces bear. */
function isRebel(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (has(scene, i, Flag.armed) && phraseAt(scene, i, (entry) => entry.kind === "group" && entry.noun.means === "forces") === null) return true;
  return false;
}

/** "the Renewal Army", and not "the National Army": no state's forces bear such a name. */
const hasOwnWord = (scene: Scene, first: number): boolean =>
  lowerAt(scene, first - 1) === "the" &&
  !has(scene, first, Flag.modifier | Flag.groupModifier | Flag.notName | Flag.body | Flag.armed) &&
  !scene.regions.has(first);

const initials = (scene: Scene, first: number, last: number): string => {
  let letters = "";
  for (let i = first; i < last; i++) if (scene.words[i]?.capital) letters += scene.words[i]?.keys[0]?.[0] ?? "";
  return letters;
};

/** The capital letters in brackets behind a name: "(ELN)". Null where there are none. */
function shortForm(scene: Scene, last: number): string | null {
  if (lowerAt(scene, last) !== "(" || lowerAt(scene, last + 2) !== ")") return null;
  const text = tokenAt(scene, last + 1)?.text ?? "";
  return /^[\p{Lu}][\p{Lu}\p{N}.-]{1,9}$/u.test(text) ? text : null;
}

/** "National Front of Liberation (NLF)": the organisation that the codebook knows by the short form in the brackets behind a name, most of whose initials it has in whatever order; null where it knows none. */
function knownBy(scene: Scene, first: number, last: number, short: string): string | null {
  const actor = scene.owner[last + 1]?.actor;
  if (actor === undefined || !scene.index.actors.has(actor) || scene.entities.get(actor)?.kind !== "organisation") return null;
  const letters = [...initials(scene, first, last)];
  return letters.filter((letter) => short.toLowerCase().includes(letter)).length >= Math.max(2, letters.length - 1) ? actor : null;
}

/** Initials that show an organisation which the text gives no short form in brackets: fewer are too many things' at once. */
const enoughInitials = 3;

/**
 * An organisation's short form may come from another language; a state's has its initials, and one word alone begins with its letter. "Ethiopia (AP)" defines none. Without brackets the initials of an organisation are its short form, of two
 * with the same ones the first one's; what the text takes for a movement of its own before it finds the name stays one.
 */
function define(scene: Scene, first: number, last: number, actor: string, shorts: Map<string, string>): void {
  const short = shortForm(scene, last);
  const letters = initials(scene, first, last);
  if (short === null && letters.length >= enoughInitials && scene.entities.get(actor)?.kind === "organisation" && !shorts.has(letters))
    shorts.set(letters, actor);
  if (short === null || scene.owner[last + 1] !== undefined) return;
  const begins = letters[0] === short[0]?.toLowerCase();
  const fits = scene.entities.get(actor)?.kind === "organisation" ? letters.length > 1 || begins : letters.length > 1 && begins;
  if (fits) shorts.set(keysOf(short).join(" "), actor);
}

function actsHere(scene: Scene, first: number, last: number): boolean {
  const the = lowerAt(scene, first - 1) === "the";
  const before = the ? first - 2 : first - 1;
  const governed = tokenAt(scene, before)?.sentence === tokenAt(scene, first)?.sentence;
  if (governed && partners.has(lowerAt(scene, before))) return true;
  if (governed && (namers.has(lowerAt(scene, before)) || (lowerAt(scene, before) === "of" && lowerAt(scene, before - 1) === "name"))) return true;
  const isOwn = isRebel(scene, first, last) || hasOwnWord(scene, first) || isOfMembers(scene, first, last);
  if (governed && tokenAt(scene, before)?.tag === "ADP") return isOwn && links.has(lowerAt(scene, before)) && isServant(scene, before - 1);
  if (lowerAt(scene, before) === "," && lowerAt(scene, last) === "," && startsPredicate(scene, last + 1)) return true;
  return isSubject(scene, last) || isPossessive(scene, last) || (isOwn && the && opensSentence(scene, first - 1) && lowerAt(scene, last) === ",");
}

/** Bodies of which people are members, and no states' offices. */
const isOfMembers = (scene: Scene, first: number, last: number): boolean =>
  scene.index.membership.has(lowerAt(scene, first)) || scene.index.membership.has(lowerAt(scene, last - 1));

/** Somebody's name, a role or people, before "of" and the body that they serve. */
const isServant = (scene: Scene, i: number): boolean => isServing(scene, i) || (scene.words[i]?.capital === true && !has(scene, i, Flag.armed | Flag.body));

const adjectiveBefore = (scene: Scene, first: number): Mention | null => {
  const owner = scene.owner[first - 1];
  return owner?.form === "adjective" && owner.last === first && tokenAt(scene, first - 1)?.sentence === tokenAt(scene, first)?.sentence ? owner : null;
};

function ownerBefore(scene: Scene, first: number): string | null {
  const owner = isPossessive(scene, first - 1) ? scene.owner[first - 2] : undefined;
  const entity = owner && scene.entities.get(owner.actor);
  return entity && entity.kind !== "person" ? entity.id : null;
}

/** "Council of Norland" is Norland's; a "Union for Peace in Norland" need not be. */
function ownerInside(scene: Scene, from: number, last: number): string | null {
  for (let i = from; i < last; i++) {
    if (lowerAt(scene, i) === "in") return null;
    const owner = scene.owner[i];
    if (owner && scene.entities.get(owner.actor)?.kind === "state") return owner.actor;
  }
  return null;
}

/** "Idris Kadar" where only another Kadar is known: a capital that belongs to no known name stands before the surname. */
function isNamesake(scene: Scene, i: number): boolean {
  const before = tokenAt(scene, i - 1);
  return (
    before?.tag === "PROPN" &&
    before.sentence === tokenAt(scene, i)?.sentence &&
    scene.words[i - 1]?.capital === true &&
    scene.owner[i - 1] === undefined &&
    !has(scene, i - 1, Flag.role | Flag.honorific | Flag.modifier | Flag.notName | Flag.particle) &&
    caseAt(scene, i) === "cased"
  );
}

interface Bearer {
  first: number;
  actor: string;
}

/** Where each surname that the text introduces stands in somebody's full name, in order. */
function bearersOf(scene: Scene, surnames: ReadonlyMap<string, string>): Map<string, Bearer[]> {
  const bearers = new Map<string, Bearer[]>([...surnames].map(([key, actor]) => [key, [{ first: -1, actor }]]));
  for (const { first, last, actor, form } of [...scene.mentions].sort((a, b) => a.first - b.first)) {
    if (form !== "name" || last - first < 2 || scene.entities.get(actor)?.kind !== "person") continue;
    bearers.get(keysOf(tokenAt(scene, last - 1)?.text ?? "").at(-1) ?? "")?.push({ first, actor });
  }
  return bearers;
}

/** Of several people with one surname the one named in full last before the place; where only one bears it, that one. */
function bearerAt(bearers: readonly Bearer[], i: number): string | undefined {
  return bearers[firstFrom(bearers, i, ({ first }) => first) - 1]?.actor;
}

/** Later mentions by a surname or a short form that this text has introduced. */
export function findShortNames(scene: Scene, surnames: ReadonlyMap<string, string>, shorts: ReadonlyMap<string, string>): void {
  if (surnames.size === 0 && shorts.size === 0) return;
  const bearers = bearersOf(scene, surnames);
  for (let i = 0; i < scene.words.length; i++) {
    const word = scene.words[i];
    const lower = !word?.capital && caseAt(scene, i) === "lower" && tokenAt(scene, i)?.tag !== "VERB" && !has(scene, i, Flag.english);
    if (!word || (!word.capital && !lower) || scene.owner[i] !== undefined || word.keys.length !== 1) continue;
    if (!lower && isNamesake(scene, i)) continue;
    const key = word.keys[0] as string;
    const actor = (word.upper ? shorts.get(key) : undefined) ?? (has(scene, i, Flag.notName) ? undefined : bearerAt(bearers.get(key) ?? [], i));
    if (actor === undefined) continue;
    if (scene.index.actors.has(actor)) knownEntity(scene, actor);
    mention(scene, i, i + 1, actor, "name");
  }
}
