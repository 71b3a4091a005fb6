// Pronouns and words like "the movement", "the Government": to whom of the text they point, by the most certain rule first. What no rule settles stays open.
import type { Entity, Mention } from "../types.ts";
import { rolesOf } from "./descriptions.ts";
import { governmentMeant, governmentsOf } from "./governments.ts";
import { phraseAt } from "./phrases.ts";
import type { Pair, Principals } from "./principals.ts";
import { type Candidate, type Found, quoteMarks, readPronoun } from "./pronouns.ts";
import { isSubject as followsPredicate, startsPredicate } from "./reading.ts";
import { isArmed, saliences } from "./salience.ts";
import { caseAt, has, isPossessive, knownEntity, lowerAt, marksDependence, mention, ownEntity, type Scene, tokenAt } from "./scene.ts";
import { Flag } from "./words.ts";

/** How many sentences back "the movement" is looked for before the whole text decides. */
const nounReach = 8;

/** Adds mentions for pronouns and anaphoric nouns. Needs all names, groups and descriptions of the text, and its mediators, whom no noun means. */
export function findCoreference(scene: Scene, { beside, pairs }: Principals): void {
  const bySentence = candidatesBySentence(scene);
  const inQuote = quoteMarks(scene);
  const means = meaningOf(scene, beside, pairs);
  const heads = headsOf(scene);
  for (let i = 0; i < scene.words.length; i++) {
    const pronoun = scene.words[i]?.pronoun ?? null;
    const found =
      pronoun !== null
        ? readPronoun(scene, i, pronoun, bySentence, inQuote)
        : lowerAt(scene, i) === "the"
          ? (readNoun(scene, i, bySentence, means, heads) ?? readOneOfTwo(scene, i, bySentence) ?? byQuarter(scene, i, means))
          : scene.words[i]?.phrase
            ? readBare(scene, i, means)
            : null;
    if (found === null) continue;
    const acts = !found.forces || startsPredicate(scene, found.last) || isJoined(scene, found.last);
    const made = mention(scene, i, found.last, found.actor, pronoun !== null ? "pronoun" : "description", acts);
    const entity = scene.entities.get(found.actor);
    if (entity?.kind === "person" && entity.gender === null && (pronoun === "he" || pronoun === "she")) entity.gender = pronoun;
    if (!entity) continue;
    const here = bySentence[tokenAt(scene, i)?.sentence ?? 0];
    here?.push({ mention: made, entity, subject: startsPredicate(scene, found.last) });
    const own = pronoun === null ? null : ownSide(scene, i, entity, made);
    if (own !== null) here?.push(own);
  }
}

/** "the army and the Lions signed": a name that acts stands beside it, and they do something together. */
function isJoined(scene: Scene, last: number): boolean {
  const other = joinedBehind(scene, last);
  return other?.acts === true && startsPredicate(scene, other.last);
}

/** Whom "and" joins behind token `last`, with an article or none. */
const joinedBehind = (scene: Scene, last: number): Mention | undefined =>
  lowerAt(scene, last) === "and" ? scene.owner[lowerAt(scene, last + 1) === "the" ? last + 2 : last + 1] : undefined;

/** What a text's bare nouns mean: its movement, its states by the quarter in their names, and its state at a token. */
interface Meaning {
  armed: string | null;
  quarters: ReadonlyMap<string, string | null>;
  state: (i: number) => string | null;
}

function meaningOf(scene: Scene, beside: ReadonlySet<string>, pairs: readonly Pair[]): Meaning {
  const { armed, state } = saliences(scene, undefined, undefined, beside, pairs);
  const governments = governmentsOf(scene, beside);
  return { armed, quarters: quartersOf(scene), state: (i) => governmentMeant(scene, governments, i) ?? state };
}

/** "His government refused. It ...": the side for which the owner acts, as one that "it" can stand for. */
function ownSide(scene: Scene, i: number, { kind, party }: Entity, made: Mention): Candidate | null {
  if (kind !== "person" || party === null || !["his", "her"].includes(lowerAt(scene, i))) return null;
  const phrase = phraseAt(scene, i + 1, (entry) => entry.kind === "group" && entry.noun.means === "party");
  if (phrase === null || !(scene.entities.has(party) || scene.index.actors.has(party))) return null;
  const side = scene.entities.get(party) ?? knownEntity(scene, party);
  return { mention: { ...made, last: phrase.last, actor: party, form: "description" }, entity: side, subject: startsPredicate(scene, phrase.last) };
}

function candidatesBySentence(scene: Scene): Candidate[][] {
  const lists: Candidate[][] = scene.doc.sentences.map(() => []);
  for (const made of [...scene.mentions].sort((a, b) => a.first - b.first || b.last - a.last)) {
    const entity = scene.entities.get(made.actor);
    if (!entity || !made.acts || made.form === "adjective") continue;
    lists[tokenAt(scene, made.first)?.sentence ?? 0]?.push({ mention: made, entity, subject: isSubject(scene, made) });
  }
  return lists;
}

/** Words before a clause that the tagger takes for prepositions: "after Norland told". */
const openers = new Set(["after", "before", "since", "until", "as"]);

/** A predicate follows, perhaps behind an apposition, and no preposition governs the name. */
function isSubject(scene: Scene, { first, last }: Mention): boolean {
  const before = tokenAt(scene, lowerAt(scene, first - 1) === "the" ? first - 2 : first - 1);
  if (before && before.sentence === tokenAt(scene, first)?.sentence && before.tag === "ADP" && !openers.has(before.lower)) return false;
  return !isPossessive(scene, last) && followsPredicate(scene, last);
}

/** "the Norland-backed government", "the internationally recognised government", behind `the` at token `i`. */
function readBacked(scene: Scene, i: number, means: Meaning): Found | null {
  const owner = scene.owner[i + 1];
  const isBacked = marksDependence(scene, owner?.last ?? i + 2);
  const isRecognised = owner === undefined && tokenAt(scene, i + 1)?.tag === "ADV" && scene.index.dependent.has(lowerAt(scene, i + 2));
  if (!isBacked && !isRecognised) return null;
  const noun = isBacked ? (owner?.last ?? i + 2) + 2 : i + 3;
  const phrase = scene.owner[noun] ? null : phraseAt(scene, noun, (entry) => entry.kind === "anaphor" && entry.of === "state");
  const actor = phrase && stateOf(scene, means, i);
  return phrase && actor ? { actor, last: phrase.last } : null;
}

/** "the movement", "the alliance", "the Government", behind `the` at token `i`. */
function readNoun(scene: Scene, i: number, bySentence: readonly Candidate[][], means: Meaning, heads: ReadonlyMap<string, string | null>): Found | null {
  const backed = readBacked(scene, i, means);
  if (backed !== null) return backed;
  if (scene.owner[i + 1] !== undefined) return null;
  const phrase = phraseAt(scene, i + 1, (entry) => entry.kind === "anaphor");
  if (phrase?.entry.kind !== "anaphor") return ministry(scene, i, bySentence) ?? byHead(scene, i, heads);
  const { last } = phrase;
  const next = tokenAt(scene, last);
  if (scene.grouped[i + 1]) return null;
  const mayBeState = phrase.entries.some((entry) => entry.kind === "anaphor" && entry.of === "state");
  const named = mayBeState ? null : byHead(scene, i, heads);
  if (named !== null) return named;
  const team = mayBeState ? teamBehind(scene, last) : null;
  const state = team === null ? null : stateOf(scene, means, i);
  if (team !== null && state !== null) return { actor: state, last: team };
  if (next && ((next.tag === "NOUN" && !isVerb(scene, last)) || next.tag === "PROPN" || lowerAt(scene, last) === "of")) return null;
  for (const entry of phrase.entries) {
    if (entry.kind !== "anaphor") continue;
    const actor =
      entry.of === "state"
        ? (besideArmed(scene, i, last) ?? stateOf(scene, means, i))
        : ((entry.of === "forces" ? ownArmy(scene, i, bySentence) : null) ??
          nearest(scene, i, bySentence, entry.of) ??
          (entry.of === "armed" ? means.armed : entry.of === "forces" ? armyOf(scene, means, i, last) : null));
    if (actor !== null) return { actor, last, forces: entry.of === "forces" };
  }
  return byHead(scene, i, heads);
}

/** By the last word of its kind in a body's full name, the body; null where several end so. */
function headsOf(scene: Scene): Map<string, string | null> {
  const heads = new Map<string, string | null>();
  for (const { actor, form, first, last } of scene.mentions) {
    if (form !== "name" || last - first < 2 || scene.entities.get(actor)?.kind !== "organisation") continue;
    let end = last;
    for (let i = last - 1; i > first; i--) if (lowerAt(scene, i) === "of" || lowerAt(scene, i) === "for") end = i;
    const word = lowerAt(scene, end - 1);
    heads.set(word, heads.has(word) && heads.get(word) !== actor ? null : actor);
  }
  return heads;
}

/** "the Assembly" where the text names one in full; "the Lions" for a movement named by its members. */
function byHead(scene: Scene, i: number, heads: ReadonlyMap<string, string | null>): Found | null {
  const next = tokenAt(scene, i + 2);
  if (!scene.words[i + 1]?.capital || caseAt(scene, i) !== "cased" || scene.grouped[i + 1]) return null;
  if (scene.words[i + 2]?.capital || next?.lower === "of" || (next?.tag === "NOUN" && !isVerb(scene, i + 2))) return null;
  const actor = heads.get(lowerAt(scene, i + 1)) ?? null;
  if (actor === null) return null;
  const isHead = has(scene, i + 1, Flag.armed | Flag.body) || (scene.entities.get(actor)?.party === actor && lowerAt(scene, i + 1).endsWith("s"));
  return isHead ? { actor, last: i + 2 } : null;
}

/** The states of a text by the quarter that begins their names; null where several begin so. */
function quartersOf(scene: Scene): Map<string, string | null> {
  const states = new Map<string, string | null>();
  for (const { id, kind, name } of scene.entities.values()) {
    const word = /^(north|south|east|west) /i.exec(name)?.[1]?.toLowerCase();
    if (kind === "state" && word) states.set(word, states.has(word) ? null : id);
  }
  return states;
}

/** "the North" in a text that names one state so: North Norland. Not where it is a place, or tells which of something is meant. */
function byQuarter(scene: Scene, i: number, { quarters }: Meaning): Found | null {
  const actor = quarters.get(lowerAt(scene, i + 1)) ?? null;
  const next = tokenAt(scene, i + 2);
  if (actor === null || !scene.words[i + 1]?.capital || caseAt(scene, i) !== "cased" || scene.owner[i + 1] !== undefined) return null;
  if (scene.words[i + 2]?.capital || ["NOUN", "ADJ"].includes(next?.tag ?? "") || next?.lower === "of" || next?.lower === "-") return null;
  return isGoverned(scene, i) ? null : { actor, last: i + 2 };
}

const arms = new Set(["defence", "defense", "army", "military", "general", "commander"]);

/** "The northern defence minister said the army would stay": his own, where the sentence tells what he says. */
function ownArmy(scene: Scene, i: number, bySentence: readonly Candidate[][]): string | null {
  const here = bySentence[tokenAt(scene, i)?.sentence ?? 0] ?? [];
  const teller = here.findLast(({ mention: m, entity, subject }) => m.last <= i && subject && entity.kind === "person");
  const state = teller?.entity.party ?? null;
  if (!teller || state === null || scene.entities.get(state)?.kind === "organisation") return null;
  if (!rolesOf(scene, teller.entity.id, teller.entity.roles).some((title) => title.split(/[^a-z]+/).some((word) => arms.has(word)))) return null;
  const known = scene.index.institutions.get(`${state} forces`);
  if (known === undefined) return null;
  for (let k = teller.mention.last; k < i; k++) if (has(scene, k, Flag.speech)) return knownEntity(scene, known).id;
  return null;
}

/** "the government delegation", "government negotiators": index after who acts for it; null where nobody stands there. */
function teamBehind(scene: Scene, last: number): number | null {
  const phrase = phraseAt(scene, last, (entry) => entry.kind === "group" && (entry.noun.means === "group" || entry.noun.means === "party"));
  return phrase?.last ?? null;
}

/** Whom "the government" at token `i` means where a state stands out. */
function stateOf(scene: Scene, means: Meaning, i: number): string | null {
  const state = means.state(i);
  return state && knownEntity(scene, state).id;
}

/** "the army said", also in a text that names no forces: those of the state that the text is about, where they do something, or that state where the codebook has none. */
function armyOf(scene: Scene, means: Meaning, i: number, last: number): string | null {
  const state = startsPredicate(scene, last) ? stateOf(scene, means, i) : null;
  const known = state && scene.index.institutions.get(`${state} forces`);
  return known ? knownEntity(scene, known).id : state;
}

/** "The rebels demand": the tagger takes the verb for a noun, but it agrees with the word before it as a verb does. */
function isVerb(scene: Scene, i: number): boolean {
  const isPlural = (at: number): boolean => /[^s]s$/.test(lowerAt(scene, at));
  return has(scene, i, Flag.stance | Flag.speech) && isPlural(i - 1) !== isPlural(i);
}

/** "Norland and the movement sent envoys; the latter demanded": one of the two that "and" joined last, at most a sentence back. */
function readOneOfTwo(scene: Scene, i: number, bySentence: readonly Candidate[][]): Found | null {
  const word = lowerAt(scene, i + 1);
  if ((word !== "former" && word !== "latter") || ["NOUN", "PROPN", "ADJ"].includes(tokenAt(scene, i + 2)?.tag ?? "")) return null;
  const here = tokenAt(scene, i)?.sentence ?? 0;
  for (let s = here; s >= here - 1 && s >= 0; s--) {
    const named = (bySentence[s] ?? []).filter(({ mention: m }) => m.last <= i).map(({ mention: m }) => m);
    for (let k = named.length - 1; k > 0; k--) {
      const [one, two] = [named[k - 1] as Mention, named[k] as Mention];
      const joined = lowerAt(scene, lowerAt(scene, two.first - 1) === "the" ? two.first - 2 : two.first - 1) === "and";
      if (joined && two.first - one.last <= 2 && one.actor !== two.actor) return { actor: (word === "former" ? one : two).actor, last: i + 2 };
    }
  }
  return null;
}

/** "the government and the ELN", "ELN and government negotiators": the state in whose land the group fights; null where none is joined to the word. */
function besideArmed(scene: Scene, first: number, last: number): string | null {
  const behind = joinedBehind(scene, last);
  const before = lowerAt(scene, first - 1) === "and" ? scene.owner[first - 2] : undefined;
  for (const owner of [behind, before]) {
    const actor = owner && scene.index.actors.get(owner.actor);
    if (actor?.kind !== "organisation" || actor.party !== actor.id || actor.country === null) continue;
    const state = scene.index.states.get(actor.country);
    if (state !== undefined && state !== actor.id) return knownEntity(scene, state).id;
  }
  return null;
}

/** "Government and ELN negotiators", "Government negotiators": the bare word where a group stands beside or behind it. */
function readBare(scene: Scene, i: number, means: Meaning): Found | null {
  if (scene.owner[i] !== undefined || scene.grouped[i] || lowerAt(scene, i - 1) === "the") return null;
  const phrase = phraseAt(scene, i, (entry) => entry.kind === "anaphor" && entry.of === "state");
  if (!phrase) return null;
  const actor = besideArmed(scene, i, phrase.last);
  if (actor) return { actor, last: phrase.last };
  const team = ["DET", "ADJ", "PART"].includes(tokenAt(scene, i - 1)?.tag ?? "") ? null : teamBehind(scene, phrase.last);
  const state = team === null ? null : stateOf(scene, means, i);
  return team !== null && state !== null ? { actor: state, last: team } : null;
}

/** The organisation of the kind that was named last, within the paragraph and the two before it. */
function nearest(scene: Scene, i: number, bySentence: readonly Candidate[][], of: "armed" | "body" | "forces"): string | null {
  const here = tokenAt(scene, i)?.sentence ?? 0;
  for (let s = here; s >= 0 && s >= here - nounReach; s--)
    for (const { mention: m, entity } of (bySentence[s] ?? []).toReversed()) {
      if (m.last > i) continue;
      const organisation = entity.kind === "organisation" || of === "forces" ? entity : scene.entities.get(entity.party ?? "");
      if (organisation?.kind === "organisation" && isOf(scene, organisation, of)) return organisation.id;
    }
  return null;
}

function isOf(scene: Scene, entity: Entity, of: "armed" | "body" | "forces"): boolean {
  if (of === "forces") return entity.party !== entity.id && /\b(?:army|military|forces)\b/i.test(entity.name);
  return entity.party === entity.id && isArmed(scene, entity) === (of === "armed");
}

/** The state whose capital opens the sentence: "In Northtown, the Foreign Ministry". */
export function placeOpening(scene: Scene, sentence: number, before: number): string | null {
  const first = scene.doc.sentences[sentence]?.first ?? 0;
  const owner = lowerAt(scene, first) === "in" ? scene.owner[first + 1] : undefined;
  return owner && owner.last <= before && scene.entities.get(owner.actor)?.kind === "state" ? owner.actor : null;
}

/** "the Foreign Ministry" without a party: that of the actor named last before it, at most one sentence back; in small letters only where it does something. */
function ministry(scene: Scene, i: number, bySentence: readonly Candidate[][]): Found | null {
  const phrase = phraseAt(scene, i + 1, (entry) => entry.kind === "institution");
  if (phrase?.entry.kind !== "institution" || !(scene.words[i + 1]?.capital || (startsPredicate(scene, phrase.last) && !isGoverned(scene, i)))) return null;
  const here = tokenAt(scene, i)?.sentence ?? 0;
  for (let s = here; s >= here - 1 && s >= 0; s--) {
    const before = (bySentence[s] ?? []).filter(({ mention: m, entity }) => m.last <= i && entity.party !== null);
    const party = placeOpening(scene, s, i) ?? before.at(-1)?.entity.party;
    const state = party ? (scene.index.actors.get(party) ?? scene.entities.get(party)) : undefined;
    if (!party || state?.kind !== "state") continue;
    const id = scene.index.institutions.get(`${party} ${phrase.entry.id}`) ?? `${party}-${phrase.entry.id}`;
    ownEntity(scene, id, { name: `${state.name} ${phrase.entry.id.replace("-", " ")}`, kind: "organisation", party, gender: "it" });
    return { actor: id, last: phrase.last };
  }
  return null;
}

/** "in the foreign ministry". */
const isGoverned = (scene: Scene, i: number): boolean =>
  tokenAt(scene, i - 1)?.tag === "ADP" && tokenAt(scene, i - 1)?.sentence === tokenAt(scene, i)?.sentence;
