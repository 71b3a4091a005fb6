// Groups that no party's name makes: "Muslim clerics", "the unions", "relatives of the hostages". They count as actors only where a row names them. Needs all other mentions.
import { slug } from "../../domain/ids.ts";
import type { Mention } from "../types.ts";
import { phraseAt } from "./phrases.ts";
import { startsPredicate } from "./reading.ts";
import { has, isPossessive, lowerAt, mention, ownEntity, type Scene, slice, tokenAt } from "./scene.ts";
import { Flag } from "./words.ts";

const maxModifiers = 4;
/** Longest "of" phrase behind the noun, in tokens. */
const maxTail = 6;
/** What counts a group and names none: "two unions" is no other actor than "unions". */
const counters = new Set([
  "some",
  "several",
  "many",
  "most",
  "all",
  "other",
  "various",
  "more",
  "both",
  "certain",
  "few",
  "such",
  "own",
  "same",
  "leading",
  "senior",
  "top",
]);

/** Adds mentions of groups that do something and belong to nobody known; their ids. */
export function findUnnamed(scene: Scene): Set<string> {
  const found = new Set<string>();
  const taken = new Uint8Array(scene.words.length);
  for (const { first, last } of scene.mentions) taken.fill(1, first, last);
  for (let i = 0; i < scene.words.length; i++) {
    const word = lowerAt(scene, i);
    if (taken[i] === 1 || !scene.index.unnamed.has(word)) continue;
    const last = homeOf(scene, i) ?? tailOf(scene, i + 1, taken);
    if (last === null || !acts(scene, last)) continue;
    const first = modifiersOf(scene, i, taken);
    if (first === null || (first === i && last === i + 1 && !scene.index.unnamedAlone.has(word)) || governed(scene, first)) continue;
    const name = slice(scene, first, last);
    const id = slug(name);
    if (id === "" || scene.index.actors.has(id)) continue;
    const several = /[^s]s$/.test(word);
    ownEntity(scene, id, { name, kind: several ? "group" : "organisation", party: null, gender: several ? "they" : "it" });
    mention(scene, lowerAt(scene, first - 1) === "the" ? first - 1 : first, last, id, "group");
    for (let j = i + 1; j < last; j++) if (scene.owner[j]) (scene.owner[j] as Mention).acts = false;
    found.add(id);
  }
  return found;
}

/** Where the words before the noun begin that tell which group it is; null where a name stands among them, whose own group it is. */
function modifiersOf(scene: Scene, noun: number, taken: Uint8Array): number | null {
  let first = noun;
  const sentence = tokenAt(scene, noun)?.sentence;
  for (let i = noun - 1; i >= noun - maxModifiers && i >= 0; i--) {
    const token = tokenAt(scene, i);
    if (!token || token.sentence !== sentence) break;
    const joined = isPossessive(scene, i) || token.lower === "'" || token.lower === "-";
    if (!joined && (!["ADJ", "NOUN", "PROPN"].includes(token.tag) || counters.has(token.lower))) break;
    if (taken[i] === 1) return null;
    first = i;
  }
  while (first < noun && (isPossessive(scene, first) || ["-", "'"].includes(lowerAt(scene, first)))) first++;
  return first;
}

/** Behind "of the hostages", where a predicate follows there; null where somebody known stands in it ("dissidents of the Front"), whose own people they are. */
function tailOf(scene: Scene, after: number, taken: Uint8Array): number | null {
  if (lowerAt(scene, after) !== "of") return after;
  for (let i = after + 1; i < after + maxTail; i++) {
    if (acts(scene, i)) return i;
    if (taken[i] === 1 || !["DET", "ADJ", "NOUN", "PROPN", "NUM"].includes(tokenAt(scene, i)?.tag ?? "") || ["both", "two"].includes(lowerAt(scene, i)))
      return null;
  }
  return null;
}

/** "Activists from Norland", "families in the Lakeside district": behind the place that the people of the noun at `noun` come from, which does not act, where a predicate follows there; null where no place stands there, and for those who act for it ("officials"). */
function homeOf(scene: Scene, noun: number): number | null {
  const link = lowerAt(scene, noun + 1);
  if ((link !== "from" && link !== "in") || phraseAt(scene, noun, ({ kind }) => kind === "group")) return null;
  const place = lowerAt(scene, noun + 2) === "the" ? noun + 3 : noun + 2;
  for (let i = place; i < place + maxTail && isOfPlace(scene, i); i++) if (acts(scene, i + 1)) return i + 1;
  return null;
}

const isOfPlace = (scene: Scene, i: number): boolean => {
  const owner = scene.owner[i];
  return owner ? scene.entities.get(owner.actor)?.kind === "state" : scene.words[i]?.capital === true || tokenAt(scene, i)?.tag === "NOUN";
};

/** A predicate follows; the tagger takes "clerics demand" for two nouns. */
function acts(scene: Scene, last: number): boolean {
  return (
    startsPredicate(scene, last) ||
    (tokenAt(scene, last)?.tag === "NOUN" && has(scene, last, Flag.stance | Flag.speech) && !/[^s]s$/.test(lowerAt(scene, last)))
  );
}

/** "with the unions": whom somebody deals with. */
function governed(scene: Scene, first: number): boolean {
  const before = tokenAt(scene, ["DET", "ADJ"].includes(tokenAt(scene, first - 1)?.tag ?? "") ? first - 2 : first - 1);
  return (
    before?.tag === "ADP" && !["as", "after", "before", "since", "while", "but"].includes(before.lower) && before.sentence === tokenAt(scene, first)?.sentence
  );
}
