// What shows that a name which the codebook does not know is a state's or a movement's: what it owns, who serves it, what it does. Each sign looks at a few tokens beside the name.
import { phraseAt } from "./phrases.ts";
import { startsPredicate } from "./reading.ts";
import { opensSentence } from "./runs.ts";
import { has, isPossessive, lowerAt, type Scene, tokenAt } from "./scene.ts";
import { Flag, namesNobody } from "./words.ts";

export const notNames = namesNobody | Flag.given | Flag.particle | Flag.land | Flag.stateThing;
const modals = new Set(["will", "would", "wo", "can", "could", "may", "might", "must"]);
const passives = new Set(["be", "been", "being", "is", "are", "was", "were"]);
/** Tags of words right before a name that is not its clause's subject on its own. */
const inPhrase = new Set(["ADP", "NOUN", "PROPN", "ADJ", "NUM"]);
const servants = new Set(["party", "forces"]);
/** What only a state has or is, where "of" and its name follow; governments and parliaments are provinces' too. */
const rulers = new Set(["premier", "minister", "king", "queen", "army", "republic", "kingdom", "president", "duchy", "emirate", "sultanate", "principality"]);
/** Whose bearers rule a whole state, where "of" and its name follow theirs: presidents are clubs' and companies' too. */
const titlesOfRulers = new Set(["premier", "minister", "chancellor", "king", "queen", "sultan", "emir"]);
/** Towns, clubs and newspapers want something too, once. */
export const leastDeeds = 2;
/** The longest name, in tokens, between such a title and "of". */
const longestName = 4;
const standsFor = new Set(["signed", "signs", "spoke", "speaks", "negotiated", "negotiates", "answered", "acted", "acts", "sat"]);
const neighbours = new Set(["neighbouring", "neighboring"]);
export const adjectival = /(?:ic|al|ian|ish|ist|ese|an|i|s)$/;
/** Tokens in which a speaker's own pronoun follows its verb. */
const reach = 14;
/** How far from its name a verb of wanting stands, behind auxiliaries and adverbs. */
const maxVerbWords = 4;

/** "'s foreign minister", "'s army". */
export function ownsState(scene: Scene, behind: number): boolean {
  if (!isPossessive(scene, behind)) return false;
  for (let i = behind + 1; i < behind + 4; i++) {
    if (has(scene, i, Flag.stateThing)) return true;
    if (tokenAt(scene, i)?.tag !== "ADJ" && !has(scene, i, Flag.modifier | Flag.groupModifier)) return false;
  }
  return false;
}

/** "prime minister of Norland", "the republic of Norland", "Minister Ivo Marn of Norland", "neighbouring Norland". */
export function isRuled(scene: Scene, i: number): boolean {
  if (has(scene, i + 1, Flag.placeAfter) || scene.words[i + 1]?.capital || scene.words[i]?.upper) return false;
  const before = lowerAt(scene, i - 1);
  return neighbours.has(before) || (before === "of" && (rulers.has(lowerAt(scene, i - 2)) || titlesOfRulers.has(lowerAt(scene, beforeName(scene, i - 2)))));
}

/** The last token before the name that ends at token `last`. */
function beforeName(scene: Scene, last: number): number {
  let i = last;
  while (i > last - longestName && (scene.words[i]?.capital || has(scene, i, Flag.particle)) && !has(scene, i, Flag.role)) i--;
  return i;
}

/** "signed for Norland": who signs stands for it. */
export const sentFor = (scene: Scene, i: number): boolean => lowerAt(scene, i - 1) === "for" && standsFor.has(lowerAt(scene, i - 2));

/** "'s negotiators", "NPF fighters": people who act for it, and not its reporters. */
export function ownsPeople(scene: Scene, behind: number): boolean {
  const owns = isPossessive(scene, behind);
  if (!owns && !scene.words[behind - 1]?.upper) return !adjectival.test(lowerAt(scene, behind - 1)) && titlesServant(scene, behind);
  const from = owns ? behind + 1 : behind;
  for (let i = from; i < from + 3; i++) {
    if (has(scene, i, Flag.ownRole)) return false;
    if (phraseAt(scene, i, ({ kind }) => kind === "group" || kind === "institution") || has(scene, i, Flag.role)) return true;
    if (!has(scene, i, Flag.modifier | Flag.groupModifier)) return false;
  }
  return false;
}

/** A role or people, as before "of" and what they serve: "fighters", "deputies". */
export const isServing = (scene: Scene, i: number): boolean => has(scene, i, Flag.role) || phraseAt(scene, i, ({ kind }) => kind === "group") !== null;

/** "'s Ivo Marn": somebody named in full, who is no building. */
export function ownsPerson(scene: Scene, behind: number): boolean {
  if (!isPossessive(scene, behind)) return false;
  return [behind + 1, behind + 2].every((i) => scene.words[i]?.capital && !scene.words[i]?.upper && !has(scene, i, notNames & ~Flag.given & ~Flag.english));
}

/** "Norland colonel", "Norland side": an office or body that serves a state or side, in small letters. */
function titlesServant(scene: Scene, behind: number): boolean {
  for (let i = behind; i < behind + 3; i++) {
    if (scene.words[i]?.capital) return false;
    if (has(scene, i, Flag.stateRole) || phraseAt(scene, i, (entry) => entry.kind === "group" && servants.has(entry.noun.means))) return true;
    if (!has(scene, i, Flag.modifier)) return false;
  }
  return false;
}

/** "wants", "has not rejected", with no preposition before the name. */
export function doesAsSide(scene: Scene, behind: number, first = behind - 1): boolean {
  if (opensSentence(scene, behind - 1) && lowerAt(scene, behind - 1).endsWith("s")) return false;
  const before = tokenAt(scene, lowerAt(scene, first - 1) === "the" ? first - 2 : first - 1);
  const follows = before?.sentence === tokenAt(scene, behind - 1)?.sentence;
  if (follows && (inPhrase.has(before?.tag ?? "") || before?.lower === "and" || isPossessive(scene, first - 1) || scene.owner[first - 1])) return false;
  let passive = false;
  for (let i = behind; i < behind + maxVerbWords; i++) {
    const { tag, lower = "" } = tokenAt(scene, i) ?? {};
    if (has(scene, i, Flag.sideVerb) && (tag === "VERB" || startsPredicate(scene, i)) && !(passive && /ed$/.test(lower) && lower !== "prepared")) return true;
    if (tag === "VERB")
      return !passive && (modals.has(lowerAt(scene, behind)) || scene.index.sidePhrases.has(`${lower} ${lowerAt(scene, i + 1)}`) || saysOfItself(scene, i));
    if ((tag !== "AUX" && tag !== "PART" && tag !== "ADV") || lower === "to") return tag === "ADJ" && passive && has(scene, i, Flag.sideVerb);
    passive ||= passives.has(lower);
  }
  return false;
}

/** "says it would", "told the mediators that its army": a thing, and no person, speaks. */
function saysOfItself(scene: Scene, verb: number): boolean {
  const sentence = tokenAt(scene, verb)?.sentence;
  if (!has(scene, verb, Flag.speech)) return false;
  for (let i = verb + 1; i < verb + reach && tokenAt(scene, i)?.sentence === sentence; i++) {
    const pronoun = scene.words[i]?.pronoun;
    if (pronoun) return pronoun === "it";
  }
  return false;
}
