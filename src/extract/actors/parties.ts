// For whom the persons act whom the text alone makes known, where their own title does not say it. Fills gaps, changes nothing.
import type { Mention } from "../types.ts";
import { placeOpening } from "./coreference.ts";
import { mayBe, rolesOf } from "./descriptions.ts";
import { landOf } from "./land.ts";
import { phraseAt } from "./phrases.ts";
import type { Principals } from "./principals.ts";
import { partyOf, type Role, roleBefore, roleBehind } from "./roles.ts";
import { saliences } from "./salience.ts";
import { has, isPossessive, lowerAt, type Scene, tokenAt } from "./scene.ts";
import { isToldOf, onlySide } from "./told.ts";
import { Flag } from "./words.ts";

/** How many times as often as any other state one must be named for offices without a party to be its own. */
const aloneShare = 2;
/** And how often at all. */
const aloneCount = 5;

/** Needs all mentions and the text's mediators. A party is taken from a word in the role ("the army's spokesman", "its chairman"), else, for holders of an office, from the text's one state. */
export function fillParties(scene: Scene, { beside, pairs }: Principals): void {
  freeNamesakes(scene);
  const open = scene.mentions.filter((m) => m.form === "name" && isOpen(scene, m));
  if (open.length === 0) return;
  const starts = new Map<number, Mention>();
  for (const made of scene.mentions) if (made.form !== "name" && made.form !== "adjective") starts.set(made.first, made);
  const subjects = sidesBySentence(scene);
  const acting = new Set(scene.mentions.flatMap(({ actor, acts }) => (acts ? [actor] : [])));
  const { state, armed } = saliences(scene, aloneShare, aloneCount, beside, pairs);
  const home = landOf(scene, armed ?? saliences(scene).armed);
  const land = home !== null && beside.has(home) ? null : home;
  for (const made of open) {
    const entity = scene.entities.get(made.actor);
    if (!entity || entity.party !== null || made.first === made.last) continue;
    const before = roleBefore(scene, made.first);
    const earlier = before !== null && lowerAt(scene, before.first - 1) === "," ? roleBefore(scene, before.first) : null;
    const roles = [before, earlier, roleBehind(scene, made.last)].filter((role) => role !== null);
    entity.party = roles.map((role) => partyInWords(scene, role, starts)).find((party) => party !== null) ?? null;
    const sentence = tokenAt(scene, made.first)?.sentence ?? 0;
    entity.party ??= sideServed(scene, made, before, starts);
    if (entity.party === null && roles.some((role) => /^spokes/.test(lowerAt(scene, role.last - 1)))) entity.party = onlySide(subjects.get(sentence) ?? []);
    if (entity.party === null && roles.some((role) => holdsOffice(scene, role)) && !roles.some((role) => isOwned(scene, role)))
      entity.party =
        placeSpeaking(scene, sentence, made.first) ??
        state ??
        onlySide(subjects.get(sentence) ?? []) ??
        (roles.some((role) => governs(scene, role)) ? nearestState(scene, made, beside, acting) : null) ??
        land;
  }
}

/** "Minister Ivo Marn" in a text that tells nothing else of Norland, whose premier is called so: another person, who acts for nobody yet. */
function freeNamesakes(scene: Scene): void {
  const by = new Map<string, Set<string>>();
  for (const { actor } of scene.mentions) {
    const party = scene.entities.get(actor)?.party;
    if (party) by.set(party, (by.get(party) ?? new Set()).add(actor));
  }
  for (const { actor, form, first } of scene.mentions) {
    const entity = form === "name" ? scene.entities.get(actor) : undefined;
    if (entity?.kind !== "person" || entity.provisional || entity.party === null || by.get(entity.party)?.size !== 1) continue;
    const role = roleBefore(scene, first);
    if (role === null || role.of !== null || isFormer(scene, role.first)) continue;
    const words = role.text.toLowerCase().split(" ");
    const minister = words.some((word, k) => word === "minister" && words[k - 1] !== "prime");
    if (minister && !rolesOf(scene, actor, []).some((title) => mayBe(title, ["minister"]))) entity.party = null;
  }
}

const senders = new Set(["sent", "named", "appointed", "dispatched", "nominated"]);
const speakers = new Set([
  "came",
  "spoke",
  "speaks",
  "sat",
  "sits",
  "signed",
  "signs",
  "was",
  "went",
  "answered",
  "answers",
  "negotiated",
  "negotiates",
  "attended",
]);

/** "The Front sent Ivo Marn", "for Norland came Ivo Marn", "Ivo Marn for Norland": by whom somebody is sent. */
function sideServed(scene: Scene, { first, last }: Mention, before: Role | null, starts: ReadonlyMap<number, Mention>): string | null {
  const sentence = tokenAt(scene, first)?.sentence;
  const sideAt = (i: number): Mention | null =>
    starts.get(i) ?? starts.get(lowerAt(scene, i) === "the" ? i + 1 : i) ?? scene.owner[lowerAt(scene, i) === "the" ? i + 1 : i] ?? null;
  const side = (i: number): string | null => {
    const found = sideAt(i);
    return found && scene.entities.get(found.actor)?.kind !== "person" ? partyOf(scene, found) : null;
  };
  const behind = sideAt(last + 1)?.last ?? last;
  if (lowerAt(scene, last) === "for" && (/^(?:[,.;]|and)$/.test(lowerAt(scene, behind)) || tokenAt(scene, behind)?.tag === "VERB")) return side(last + 1);
  if (lowerAt(scene, first - 1) === "under") return sideLed(scene, first - 2, side);
  let verb = (before?.first ?? first) - 1;
  if (tokenAt(scene, verb)?.tag === "DET" || lowerAt(scene, verb) === "its" || lowerAt(scene, verb) === ",") verb--;
  if (tokenAt(scene, verb)?.sentence !== sentence) return null;
  const isSent = senders.has(lowerAt(scene, verb));
  const starter = sentence === undefined ? 0 : (scene.doc.sentences[sentence]?.first ?? 0);
  for (let i = Math.max(starter, verb - 6); i < verb + 1; i++) {
    const found = sideAt(i);
    if (!found) continue;
    if (isSent && found.last === verb) return side(i);
    const of = lowerAt(scene, i - 1);
    const leads = of === "for" || (of === "from" && i - 1 === starter);
    if (leads && (found.last === verb + 1 || (found.last === verb && (speakers.has(lowerAt(scene, verb)) || lowerAt(scene, verb) === ",")))) return side(i);
  }
  return null;
}

/** "the Front under Ivo Marn", "the Front's northern wing under Ivo Marn": the side named right before, or before what it owns. */
function sideLed(scene: Scene, at: number, side: (i: number) => string | null): string | null {
  for (let i = at; i > at - 4; i--) {
    if (scene.owner[i]) return side(i);
    if (tokenAt(scene, i)?.tag !== "NOUN" && tokenAt(scene, i)?.tag !== "ADJ" && !isPossessive(scene, i)) return null;
  }
  return null;
}

/** "their president", "its deputy chief": of somebody whom the words name, also where it cannot be told who that is. */
function isOwned(scene: Scene, { first, last }: Role): boolean {
  for (let i = first - 1; i < last; i++) if (["its", "their", "his", "her", "whose"].includes(lowerAt(scene, i))) return true;
  return false;
}

/** The state named last before, at most two sentences back, that somewhere does something. */
function nearestState(scene: Scene, { first }: Mention, beside: ReadonlySet<string>, acting: ReadonlySet<string>): string | null {
  const sentence = tokenAt(scene, first)?.sentence ?? 0;
  const start = scene.doc.sentences[Math.max(0, sentence - 2)]?.first ?? 0;
  for (let i = first - 1; i >= start; i--) {
    const owner = scene.owner[i];
    const entity = owner && scene.entities.get(owner.actor);
    if (entity?.kind === "state" && !beside.has(entity.id) && acting.has(entity.id)) return entity.id;
  }
  return null;
}

/** By sentence, the states and movements of whose doings it tells: "Norland will not sign, Prime Minister Marn said". */
function sidesBySentence(scene: Scene): Map<number, string[]> {
  const by = new Map<number, string[]>();
  for (const made of scene.mentions) {
    if (!isToldOf(scene.doc, made, scene.entities.get(made.actor))) continue;
    const sentence = tokenAt(scene, made.first)?.sentence ?? 0;
    const sides = by.get(sentence);
    if (sides) sides.push(made.actor);
    else by.set(sentence, [made.actor]);
  }
  return by;
}

/** "In Northtown, Prime Minister Marn said": the state whose capital opens the sentence, where no more is said of the place. */
function placeSpeaking(scene: Scene, sentence: number, name: number): string | null {
  const place = placeOpening(scene, sentence, name);
  const behind = scene.owner[(scene.doc.sentences[sentence]?.first ?? 0) + 1]?.last ?? name;
  const isApart = lowerAt(scene, behind) === "," || lowerAt(scene, behind) === "the" || scene.words[behind]?.capital === true;
  return isApart ? place : null;
}

function isOpen(scene: Scene, { actor }: Mention): boolean {
  const entity = scene.entities.get(actor);
  return entity !== undefined && entity.kind === "person" && entity.party === null && (entity.provisional || scene.index.actors.get(actor)?.party !== null);
}

/** The party of a group, description or pronoun that begins in the role phrase or at its article. */
function partyInWords(scene: Scene, { first, last }: Role, starts: ReadonlyMap<number, Mention>): string | null {
  for (let i = first - 1; i < last; i++) {
    const party = partyOf(scene, starts.get(i) ?? null);
    if (party !== null) return party;
  }
  return null;
}

const isFormer = (scene: Scene, first: number): boolean => [first - 1, first].some((i) => ["former", "ex", "retired"].includes(lowerAt(scene, i)));

/** "the foreign minister": an office of a whole state, and none of a province, a house or an embassy. */
function governs(scene: Scene, { first, last }: Role): boolean {
  for (let i = first; i < last; i++)
    if (has(scene, i, Flag.stateThing) && has(scene, i, Flag.role) && lowerAt(scene, i) !== "ambassador" && lowerAt(scene, i - 1) !== "chief")
      return !isFormer(scene, first);
  return false;
}

/** "army commander", "government spokesman". */
function isBodyOfState(scene: Scene, first: number, role: number): boolean {
  for (let i = first; i < role; i++) if (has(scene, i, Flag.stateThing)) return true;
  return false;
}

function holdsOffice(scene: Scene, { first, last }: Role): boolean {
  for (let i = first; i < last; i++)
    if (
      has(scene, i, Flag.stateRole) ||
      (has(scene, i, Flag.role) && isBodyOfState(scene, first, i)) ||
      phraseAt(scene, i, (entry) => entry.kind === "office" && entry.office.id !== "leader" && entry.office.id !== "secretary-general")
    )
      return !isFormer(scene, first);
  return false;
}
