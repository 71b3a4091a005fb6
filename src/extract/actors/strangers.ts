// States and movements that the codebook does not know and that a text names by one word: "Norland's army", "the NPF". Makes none of a word that is part of a person's name.
import { slug } from "../../domain/ids.ts";
import { phraseAt } from "./phrases.ts";
import { findRuns } from "./runs.ts";
import { caseAt, has, lowerAt, mention, ownEntity, type Scene, tokenAt } from "./scene.ts";
import { adjectival, doesAsSide, isRuled, leastDeeds, notNames, ownsPeople, ownsPerson, ownsState, sentFor } from "./stranger-signs.ts";
import { Flag } from "./words.ts";

/** What the text shows of one unknown word. */
interface Stranger {
  name: string;
  /** It has a government, an army, a people. */
  state: boolean;
  /** Somebody acts for it, or its short form does something. */
  side: boolean;
  /** How often it wants or does what a side does. */
  deeds: number;
}

const leastLetters = 4;
const mostLetters = 24;
/** How many letters a people's name shares with its state's at the least. */
const leastStem = 4;

/** Adds an entity and mentions for each word that acts as a state or movement and is none of the `shorts` of others. Needs the known names; comes before persons, who act for them. */
export function findStrangers(scene: Scene, shorts: ReadonlyMap<string, string>): void {
  const strangers = new Map<string, Stranger>();
  const persons = new Set<string>();
  for (const run of findRuns(scene)) {
    const last = run.last;
    if (run.titled || last - run.name > 1) for (let i = run.name; i < last; i++) persons.add(lowerAt(scene, i));
    if (run.titled && run.name - run.first > 1) consider(scene, run.first, strangers);
    else if (!run.titled && last - run.name === 1) consider(scene, run.name, strangers);
  }
  for (const word of [...persons, ...shorts.keys()]) strangers.delete(word);
  for (let i = 0; i < scene.words.length; i++) if (isDefined(scene, i)) strangers.delete(lowerAt(scene, i));
  const peoples = peoplesOf(scene, strangers);
  const named = new Map([...strangers].filter(([, { state, side }]) => state || side));
  if (named.size === 0) return;
  for (let i = 0; i < scene.words.length; i++) {
    const word = scene.words[i];
    if (!word?.capital || scene.owner[i] !== undefined) continue;
    const lower = lowerAt(scene, i);
    const people = peoples.get(lower);
    const key = people !== undefined && named.has(people) ? people : named.has(lower) ? lower : undefined;
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
  const stranger = strangers.get(token.lower) ?? { name: token.text, state: false, side: false, deeds: 0 };
  if (thing || ownsState(scene, i + 1) || isRuled(scene, i)) stranger.state = true;
  if (doesAsSide(scene, i + 1)) stranger.deeds++;
  if (ownsPeople(scene, i + 1) || ownsPerson(scene, i + 1) || sentFor(scene, i)) stranger.side = true;
  if (stranger.deeds >= (word.upper ? 1 : leastDeeds)) stranger.side = true;
  strangers.set(token.lower, stranger);
}

/** "(NPF)": a short form of a name that stands before it. */
const isDefined = (scene: Scene, i: number): boolean => lowerAt(scene, i - 1) === "(" && lowerAt(scene, i + 1) === ")";

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
    if (!/^\p{Lu}+$/u.test(stranger.name))
      for (let end = Math.max(leastStem, word.length - 2); end <= word.length; end++) {
        const stem = word.slice(0, end);
        // "Norlandia" and no "Norlandian" is what peoples are called by.
        if ((stems.get(stem)?.length ?? mostLetters + 1) > word.length) stems.set(stem, word);
      }
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
