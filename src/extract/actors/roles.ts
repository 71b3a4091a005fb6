// Role phrases beside a name: "Egyptian foreign minister", "head of the delegation", ", who leads the movement's team". Says what the role is and for whom.
import type { Mention, Tag } from "../types.ts";
import { has, isPossessive, lowerAt, type Scene, slice, tokenAt } from "./scene.ts";
import { Flag } from "./words.ts";

export interface Role {
  /** Token range of the phrase, without its article. */
  first: number;
  last: number;
  /** Empty where a verb tells the role ("who leads X"). */
  text: string;
  /** The name or adjective in it that tells for whom; null where there is none. */
  of: Mention | null;
}

/** Longest role phrase, in tokens. */
const reach = 14;
/** What stands behind these in a role phrase is whom the holder deals with, not for whom he acts. */
const elsewhere = new Set(["to", "for", "on", "with", "in", "at", "between", "against", "about"]);
const articles = new Set(["the", "a", "an", "its", "his", "her", "their", "our"]);

const nominal = (tag: Tag | undefined): boolean => tag === "NOUN" || tag === "PROPN" || tag === "ADJ" || tag === "NUM";
const isHyphen = (text: string): boolean => text === "-" || text === "‑" || text === "–";

/** The role phrase that ends where the name at token `name` begins, or where a description that ends there does; null where none does. */
export function roleBefore(scene: Scene, name: number): Role | null {
  return roleEnding(scene, name) ?? roleDescribed(scene, name);
}

const callers = new Set(["called", "named"]);
/** Longest description, in tokens, between a role and a name. */
const maxDescription = 6;

/** "The Front's delegate, the former schoolmaster Ivo Marn", "its speaker, a trawler captain called Marn": the role is told before who bears it. */
function roleDescribed(scene: Scene, name: number): Role | null {
  let i = callers.has(lowerAt(scene, name - 1)) ? name - 2 : name - 1;
  const end = i - maxDescription;
  while (i > end && nominal(tokenAt(scene, i)?.tag) && scene.owner[i] === undefined) i--;
  const describes = i < name - 1 && articles.has(lowerAt(scene, i)) && lowerAt(scene, i - 1) === ",";
  return describes && tokenAt(scene, i - 1)?.sentence === tokenAt(scene, name)?.sentence ? roleEnding(scene, i - 1) : null;
}

function roleEnding(scene: Scene, name: number): Role | null {
  const sentence = tokenAt(scene, name)?.sentence;
  let last = name;
  while (has(scene, last - 1, Flag.honorific) && !has(scene, last - 1, Flag.role)) last--;
  const apart = lowerAt(scene, last - 1) === "," || lowerAt(scene, last - 1) === ")";
  if (apart) last--;
  if (apart && lowerAt(scene, last) === ")") last = skipBracket(scene, last);
  let head: number | null = null;
  let first = last;
  for (let i = last - 1; i >= last - reach && i >= 0; i--) {
    const token = tokenAt(scene, i);
    if (!token || token.sentence !== sentence) break;
    const role = has(scene, i, Flag.role) && !isPossessive(scene, i + 1);
    if (role && (i === last - 1 || head !== null || linked(scene, i + 1))) head = i;
    else if (i === last - 1 && !nominal(token.tag) && scene.owner[i] === undefined) break;
    const inPhrase =
      nominal(token.tag) ||
      scene.owner[i] !== undefined ||
      has(scene, i, Flag.modifier | Flag.role) ||
      isHyphen(token.text) ||
      isPossessive(scene, i) ||
      (head === null && articles.has(token.lower)) ||
      isLink(token.lower);
    if (!inPhrase || (head === last - 1 && isLink(token.lower) && token.lower !== "and")) break;
    if (head !== null && isLink(token.lower) && token.lower !== "and" && token.lower !== "of") break;
    if (head !== null && token.lower === "and" && !has(scene, i - 1, Flag.role) && !inOf(scene, i, sentence)) break;
    if (
      head !== null &&
      scene.owner[i] &&
      scene.owner[i]?.form !== "adjective" &&
      !isPossessive(scene, i + 1) &&
      i + 1 < head &&
      !nominal(tokenAt(scene, i + 1)?.tag)
    )
      break;
    first = i;
  }
  if (head === null || (apart && !articleBefore(scene, first))) return null;
  while (first < head && (isLink(lowerAt(scene, first)) || isHyphen(tokenAt(scene, first)?.text ?? ""))) first++;
  return { first, last, text: slice(scene, first, last), of: partyIn(scene, first, last) };
}

const isLink = (word: string): boolean => word === "at" || word === "of" || word === "for" || word === "to" || word === "on" || word === "and" || word === "in";
const linked = (scene: Scene, i: number): boolean =>
  (lowerAt(scene, i) !== "and" && isLink(lowerAt(scene, i))) || (isHyphen(tokenAt(scene, i)?.text ?? "") && lowerAt(scene, i + 1) === "at");
const articleBefore = (scene: Scene, first: number): boolean =>
  articles.has(lowerAt(scene, first - 1)) || scene.owner[first] !== undefined || articles.has(lowerAt(scene, first));

/** Whether the `and` at `i` joins the ends of an "of" phrase: "head of the army and police". */
function inOf(scene: Scene, i: number, sentence: number | undefined): boolean {
  for (let k = i - 1; k > i - 6 && tokenAt(scene, k)?.sentence === sentence; k--) if (has(scene, k, Flag.role)) return linked(scene, k + 1);
  return false;
}

function skipBracket(scene: Scene, close: number): number {
  for (let i = close - 1; i > close - 6; i--) if (lowerAt(scene, i) === "(") return i;
  return close;
}

/**
 * What the words behind the name that ends before token `last` say of its bearer: ", head of X", "(Minister)", ", who leads X", "headed X's delegation".
 * Null where they say nothing.
 */
export function roleBehind(scene: Scene, last: number): Role | null {
  const open = lowerAt(scene, last);
  if (has(scene, last, Flag.roleVerb) && tokenAt(scene, last)?.tag === "VERB") return roleClause(scene, last);
  if (open !== "," && open !== "(" && open !== "–" && open !== "—") return null;
  const sentence = tokenAt(scene, last)?.sentence;
  let first = last + 1;
  if (lowerAt(scene, first) === "who") return roleClause(scene, first + 1, true);
  if (articles.has(lowerAt(scene, first)) && !isPossessivePronoun(lowerAt(scene, first))) first++;
  let head: number | null = null;
  let i = first;
  for (; i < first + reach; i++) {
    const token = tokenAt(scene, i);
    if (!token || token.sentence !== sentence) break;
    if (has(scene, i, Flag.role) && !isPossessive(scene, i + 1) && head === null) head = i;
    const inPhrase =
      nominal(token.tag) ||
      scene.owner[i] !== undefined ||
      has(scene, i, Flag.modifier | Flag.role) ||
      isHyphen(token.text) ||
      isPossessive(scene, i) ||
      isPossessivePronoun(token.lower) ||
      isLink(token.lower) ||
      (head !== null && token.tag === "DET");
    if (!inPhrase) break;
    if (titlesNext(scene, i, head)) return null;
  }
  if (head === null) return null;
  const end = Math.max(i, head + 1);
  return { first, last: end, text: slice(scene, first, end), of: partyIn(scene, first, end) };
}

/** The phrase runs into a name, whose title it is: "Marn, Defence Minister X Y". */
function titlesNext(scene: Scene, i: number, head: number | null): boolean {
  const owner = scene.owner[i];
  if (owner) return isPerson(scene, owner) && !isPossessive(scene, owner.last) && !(head !== null && isServed(scene, beforeTitles(scene, owner), owner));
  return (
    (head === null || head === i - 1) && scene.words[i]?.capital === true && tokenAt(scene, i)?.tag === "PROPN" && !has(scene, i, Flag.modifier | Flag.role)
  );
}

const isPossessivePronoun = (word: string): boolean => word === "his" || word === "her" || word === "their" || word === "its";

/** `open`: a clause that tells a role counts where the name in it is yet to be found ("who leads the government delegation"). */
function roleClause(scene: Scene, verb: number, open = false): Role | null {
  let i = verb;
  while (i < verb + 3 && !has(scene, i, Flag.roleVerb)) i++;
  if (!has(scene, i, Flag.roleVerb)) return null;
  const sentence = tokenAt(scene, verb)?.sentence;
  let last = i + 1;
  while (last < i + 9 && tokenAt(scene, last)?.sentence === sentence && !/^[,.;:()]$/.test(lowerAt(scene, last))) last++;
  const of = partyIn(scene, i + 1, last);
  return of === null && !open ? null : { first: i, last, text: "", of };
}

const isPerson = (scene: Scene, { actor }: Mention): boolean => scene.entities.get(actor)?.kind === "person";

/** The token before a name, its article and, of a person, all titles. */
function beforeTitles(scene: Scene, owner: Mention): number {
  let i = owner.first - 1;
  if (articles.has(lowerAt(scene, i))) i--;
  else if (isPerson(scene, owner))
    while (has(scene, i, Flag.role | Flag.honorific | Flag.modifier) || isHyphen(tokenAt(scene, i)?.text ?? "") || lowerAt(scene, i) === ".") i--;
  return i;
}

/** "spokesman for Norland", "who speaks for Norland", "adviser to President Marn": the word at `link` leads to whom a role serves. */
function isServed(scene: Scene, link: number, owner: Mention): boolean {
  if (lowerAt(scene, link) === "for") return has(scene, link - 1, Flag.speaksFor | Flag.roleVerb);
  return lowerAt(scene, link) === "to" && isPerson(scene, owner) && has(scene, link - 1, Flag.speaksFor);
}

/** The first name in a role phrase behind none of the words for dealing with others. */
function partyIn(scene: Scene, first: number, last: number): Mention | null {
  const sentence = tokenAt(scene, first)?.sentence;
  for (let i = first; i < last && tokenAt(scene, i)?.sentence === sentence; i++) {
    const owner = scene.owner[i];
    if (!owner) continue;
    const before = beforeTitles(scene, owner);
    if (before >= first && elsewhere.has(lowerAt(scene, before)) && !isServed(scene, before, owner)) {
      i = owner.last - 1;
      continue;
    }
    return owner;
  }
  return null;
}

/** The id of the party that a name or adjective in a role phrase stands for; null where it has none. */
export function partyOf(scene: Scene, of: Mention | null): string | null {
  if (of === null) return null;
  const entity = scene.entities.get(of.actor);
  if (entity === undefined) return null;
  if (entity.provisional && entity.kind === "organisation") return entity.party ?? entity.id;
  return entity.kind === "person" || entity.provisional ? entity.party : (entity.party ?? entity.id);
}
