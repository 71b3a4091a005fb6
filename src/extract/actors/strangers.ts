// States and movements that the codebook does not know and that a text names by one word: "Norland's army", "the NPF". Makes none of a word that is part of a person's name.
import { slug } from "../../domain/ids.ts";
import { phraseAt } from "./phrases.ts";
import { startsPredicate } from "./reading.ts";
import { findRuns, opensSentence } from "./runs.ts";
import { caseAt, has, isPossessive, lowerAt, mention, ownEntity, type Scene, tokenAt } from "./scene.ts";
import { Flag, namesNobody } from "./words.ts";

/** What the text shows of one unknown word. */
interface Stranger {
  name: string;
  /** It has a government, an army, a people. */
  state: boolean;
  /** It wants or does something, or somebody acts for it. */
  side: boolean;
}

const notNames = namesNobody | Flag.given | Flag.particle | Flag.land | Flag.stateThing;
const modals = new Set(["will", "would", "wo", "can", "could", "may", "might", "must"]);
const passives = new Set(["be", "been", "being", "is", "are", "was", "were"]);
/** Tags of words right before a name that is not its clause's subject on its own. */
const inPhrase = new Set(["ADP", "NOUN", "PROPN", "ADJ", "NUM"]);
const servants = new Set(["party", "forces"]);
/** What only a state has or is, where "of" and its name follow; governments and parliaments are provinces' too. */
const rulers = new Set(["premier", "minister", "king", "queen", "army", "republic", "kingdom", "president"]);
const neighbours = new Set(["neighbouring", "neighboring"]);
const adjectival = /(?:ic|al|ian|ish|ist|ese|an|i|s)$/;
/** Tokens in which a speaker's own pronoun follows its verb. */
const reach = 14;
const leastLetters = 4;
const mostLetters = 24;
/** How far from its name a verb of wanting stands, behind auxiliaries and adverbs. */
const maxVerbWords = 4;
/** How many letters a people's name shares with its state's at the least. */
const leastStem = 4;

/** Adds an entity and mentions for each word that acts as a state or movement. Needs the known names; comes before persons, who act for them. */
export function findStrangers(scene: Scene): void {
  const strangers = new Map<string, Stranger>();
  const persons = new Set<string>();
  for (const run of findRuns(scene)) {
    const last = run.last;
    if (run.titled || last - run.name > 1) for (let i = run.name; i < last; i++) persons.add(lowerAt(scene, i));
    if (run.titled && run.name - run.first > 1) consider(scene, run.first, strangers);
    else if (!run.titled && last - run.name === 1) consider(scene, run.name, strangers);
  }
  for (const word of persons) strangers.delete(word);
  for (let i = 0; i < scene.words.length; i++) if (isDefined(scene, i)) strangers.delete(lowerAt(scene, i));
  const peoples = peoplesOf(scene, strangers);
  const named = new Map([...strangers].filter(([, { state, side }]) => state || side));
  if (named.size === 0) return;
  for (let i = 0; i < scene.words.length; i++) {
    const word = scene.words[i];
    if (!word?.capital || scene.owner[i] !== undefined) continue;
    const lower = lowerAt(scene, i);
    const key = named.has(lower) ? lower : peoples.get(lower);
    const stranger = key === undefined ? undefined : named.get(key);
    if (!stranger || has(scene, i + 1, Flag.otherHead)) continue;
    const id = slug(stranger.name);
    if (scene.index.actors.has(id)) continue;
    ownEntity(scene, id, { name: stranger.name, kind: stranger.state ? "state" : "organisation", party: id, gender: "it" });
    mention(scene, i, i + 1, id, key === lower || isPeople(scene, i) ? "name" : "adjective");
  }
}

function consider(scene: Scene, i: number, strangers: Map<string, Stranger>): void {
  const token = tokenAt(scene, i);
  const word = scene.words[i];
  if (!token || !word || token.text.length > mostLetters || has(scene, i, notNames) || caseAt(scene, i) !== "cased" || (word.name?.values.length ?? 0) > 0)
    return;
  if (word.upper ? !/^\p{Lu}[\p{Lu}\p{N}-]{2,6}$/u.test(token.text) : token.text.length < leastLetters || token.tag !== "PROPN") return;
  const thing = !word.upper && lowerAt(scene, i - 1) === "the" && has(scene, i + 1, Flag.stateThing) && !adjectival.test(token.lower);
  if (!word.upper && (scene.common.has(token.lower) || (lowerAt(scene, i - 1) === "the" && !thing))) return;
  const stranger = strangers.get(token.lower) ?? { name: token.text, state: false, side: false };
  if (thing || ownsState(scene, i + 1) || isRuled(scene, i)) stranger.state = true;
  if (ownsPeople(scene, i + 1) || ownsPerson(scene, i + 1) || (word.upper && doesAsSide(scene, i + 1))) stranger.side = true;
  strangers.set(token.lower, stranger);
}

/** "(NPF)": a short form of a name that stands before it. */
const isDefined = (scene: Scene, i: number): boolean => lowerAt(scene, i - 1) === "(" && lowerAt(scene, i + 1) === ")";

/** "'s foreign minister", "'s army". */
function ownsState(scene: Scene, behind: number): boolean {
  if (!isPossessive(scene, behind)) return false;
  for (let i = behind + 1; i < behind + 4; i++) {
    if (has(scene, i, Flag.stateThing)) return true;
    if (tokenAt(scene, i)?.tag !== "ADJ" && !has(scene, i, Flag.modifier | Flag.groupModifier)) return false;
  }
  return false;
}

/** "prime minister of Norland", "the republic of Norland", "neighbouring Norland". */
function isRuled(scene: Scene, i: number): boolean {
  if (has(scene, i + 1, Flag.placeAfter) || scene.words[i + 1]?.capital || scene.words[i]?.upper) return false;
  const before = lowerAt(scene, i - 1);
  return neighbours.has(before) || (before === "of" && rulers.has(lowerAt(scene, i - 2)));
}

/** "'s negotiators", "NPF fighters": people who act for it, and not its reporters. */
function ownsPeople(scene: Scene, behind: number): boolean {
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

/** "'s Ivo Marn": somebody named in full, who is no building. */
function ownsPerson(scene: Scene, behind: number): boolean {
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

/** "wants", "has not rejected", with no preposition before the name. Towns and clubs want things too: only short forms are sides by this alone. */
function doesAsSide(scene: Scene, behind: number): boolean {
  if (opensSentence(scene, behind - 1) && lowerAt(scene, behind - 1).endsWith("s")) return false;
  const before = tokenAt(scene, lowerAt(scene, behind - 2) === "the" ? behind - 3 : behind - 2);
  const follows = before?.sentence === tokenAt(scene, behind - 1)?.sentence;
  if (follows && (inPhrase.has(before?.tag ?? "") || before?.lower === "and" || isPossessive(scene, behind - 2) || scene.owner[behind - 2])) return false;
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

/** "prime minister", "foreign minister", "official", "marines". */
const isOfState = (scene: Scene, i: number): boolean =>
  (has(scene, i, Flag.modifier) && has(scene, i + 1, Flag.stateThing)) ||
  (lowerAt(scene, i - 1).endsWith("ian") && phraseAt(scene, i, ({ kind }) => kind === "group") !== null);

/** "the Norlandians". */
export const isPeople = (scene: Scene, i: number): boolean => lowerAt(scene, i - 1) === "the" && lowerAt(scene, i).endsWith("ans");

/** "Norlandic", "Norlander": by the word, the state whose name it begins with. */
function peoplesOf(scene: Scene, strangers: ReadonlyMap<string, Stranger>): Map<string, string> {
  const stems = new Map<string, string>();
  for (const [word, stranger] of strangers)
    if (!/^\p{Lu}+$/u.test(stranger.name)) for (let end = Math.max(leastStem, word.length - 2); end <= word.length; end++) stems.set(word.slice(0, end), word);
  const found = new Map<string, string>();
  scene.words.forEach((word, i) => {
    const lower = lowerAt(scene, i);
    if (!word.capital || scene.owner[i] !== undefined || lower.length <= leastStem || lower.length > mostLetters || found.has(lower)) return;
    for (let end = lower.length - 1; end >= leastStem; end--) {
      const base = scene.index.demonymEndings.has(lower.slice(end)) ? stems.get(lower.slice(0, end)) : undefined;
      const stranger = base === undefined || base === lower ? undefined : strangers.get(base);
      if (!stranger || !(stranger.side || stranger.state || has(scene, i + 1, Flag.stateThing) || isOfState(scene, i + 1) || isPeople(scene, i))) continue;
      stranger.state = true;
      found.set(lower, base as string);
      return;
    }
  });
  return found;
}
