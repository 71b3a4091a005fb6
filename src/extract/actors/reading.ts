// Whether the name of a state, a capital or a building stands for who acts or for a place. Looks at a few tokens on either side.
import { isHyphen } from "../hyphens.ts";
import type { Tag, Token } from "../types.ts";
import { blockOf, glued, has, isPossessive, lowerAt, type Scene, sentenceOf } from "./scene.ts";
import { Flag } from "./words.ts";

const inside = new Set([
  "in",
  "at",
  "near",
  "inside",
  "outside",
  "across",
  "throughout",
  "around",
  "within",
  "into",
  "onto",
  "via",
  "over",
  "through",
  "beyond",
  "off",
]);
const articles = new Set(["the", "a", "an"]);
/** Longest apposition, in tokens, between a subject and its verb. */
const maxApposition = 14;
/** How many names of a list are passed on the way to the word that governs it. */
const maxList = 12;

/**
 * True where the name at tokens `first` to `last` acts. `capital` is true for cities and buildings, which stand for a state only where the sentence shows
 * it; a state's own name acts unless the sentence shows a place.
 */
export function acts(scene: Scene, first: number, last: number, capital: boolean): boolean {
  const block = blockOf(scene, first);
  if (block.kind === "dateline" || isDateline(scene, first, last)) return false;
  if (isPaired(scene, first, last)) return true;
  const behind = readBehind(scene, last);
  if (behind !== null) return behind;
  if (has(scene, first - 1, Flag.placeBefore) || isPlaceOfCity(scene, first)) return false;
  const head = headOfList(scene, first);
  return readBefore(scene, head, capital && !isSubject(scene, last) && head === first && !opensList(scene, last));
}

/** "the Norland-Sudland talks": one of two names that a hyphen joins before what they do together. */
export function isPaired(scene: Scene, first: number, last: number): boolean {
  const { tokens } = scene.doc;
  const next = isHyphen(tokens, last) ? scene.owner[last + 1] : undefined;
  return next ? has(scene, next.last, Flag.venue) : isHyphen(tokens, first - 1) && scene.owner[first - 2] !== undefined && has(scene, last, Flag.venue);
}

/** "MOSCOW, February 6." and "Havana, 22 Jan (AGENCIA).–": the first words of a block, a comma, a day or a month. */
function isDateline(scene: Scene, first: number, last: number): boolean {
  const { tokens } = scene.doc;
  const block = blockOf(scene, first);
  const at = tokens[first] as Token;
  if (at.start - block.body > 40) return false;
  const next = tokens[last];
  if (next === undefined) return false;
  if (/^[–—-]$/.test(next.text) && !glued(scene, last - 1)) return at.text === at.text.toUpperCase() || tokens[first - 1]?.text === ",";
  if (/^[(/]$/.test(next.text) && at.start === block.body) return true;
  if (isAgency(scene, last) && opensBlock(scene, first)) return true;
  // "NORTHTOWN, Norland (Agency) -"
  if (next.text === "," && opensBlock(scene, first) && [2, 3, 4].some((k) => isAgency(scene, last + k))) return true;
  const then = tokens[last + 1];
  return next.text === "," && at.start - block.body < 40 && then !== undefined && (then.tag === "NUM" || isMonth(scene, last + 1)) && opensBlock(scene, first);
}

/** "(Agency) -": who sends the text, in brackets, and a dash behind. */
function isAgency(scene: Scene, i: number): boolean {
  const { tokens } = scene.doc;
  if (tokens[i]?.text !== "(") return false;
  const end = tokens.slice(i, i + 6).findIndex(({ text }) => text === ")");
  return end > 0 && /^[–—-]+$/.test(tokens[i + end + 1]?.text ?? "");
}

const isMonth = (scene: Scene, i: number): boolean =>
  has(scene, i, Flag.notName) && /^\p{Lu}/u.test(scene.doc.tokens[i]?.text ?? "") && scene.doc.tokens[i + 1]?.tag === "NUM";

/** At the start of its block, or behind a city and a comma there. */
function opensBlock(scene: Scene, first: number): boolean {
  const { tokens } = scene.doc;
  const body = blockOf(scene, first).body;
  return tokens[first]?.start === body || (tokens[first - 1]?.text === "," && (tokens[first - 2]?.start ?? 0) - body < 16);
}

function readBehind(scene: Scene, last: number): boolean | null {
  const { tokens } = scene.doc;
  if (isPossessive(scene, last)) {
    for (let i = last + 1; i < last + 4; i++) {
      if (has(scene, i, Flag.placeAfter)) return false;
      if (!modifies(tokens[i]?.tag)) break;
    }
    return true;
  }
  const next = tokens[last];
  if (next === undefined) return null;
  if (isHyphen(tokens, last)) {
    if (scene.owner[last + 1]) return null;
    return tokens[last + 1]?.tag === "VERB";
  }
  if (has(scene, last, Flag.placeAfter) && next.tag !== "VERB") return false;
  if (has(scene, last, Flag.venue) && next.tag === "NOUN") return false;
  return null;
}

/** Another name follows behind a comma or `and`. */
function opensList(scene: Scene, last: number): boolean {
  let i = last;
  while (i < last + 3 && (lowerAt(scene, i) === "," || lowerAt(scene, i) === "and" || articles.has(lowerAt(scene, i)))) i++;
  return i > last && scene.owner[i] !== undefined && scene.owner[i]?.form === "name" && !isMonth(scene, i);
}

const modifies = (tag: Tag | undefined): boolean => tag === "ADJ" || tag === "NOUN" || tag === "PROPN" || tag === "NUM";

/** Tokens that brackets behind a name hold at most. */
const maxBracket = 5;

/** A verb within three tokens, behind adverbs and a short form or another name in brackets only. */
export function startsPredicate(scene: Scene, from: number): boolean {
  const start = behindBracket(scene, from);
  for (let i = start; i < start + 3; i++) {
    const tag = scene.doc.tokens[i]?.tag;
    if (tag === "AUX" || tag === "VERB" || (tag === "NOUN" && /[^s]s$/.test(lowerAt(scene, i)) && (has(scene, i, Flag.speech) || takesObject(scene, i))))
      return true;
    if (tag !== "ADV" && tag !== "PART") return false;
  }
  return false;
}

function behindBracket(scene: Scene, from: number): number {
  if (lowerAt(scene, from) !== "(") return from;
  for (let i = from + 2; i <= from + maxBracket + 1; i++) if (lowerAt(scene, i) === ")") return i + 1;
  return from;
}

/** "The Palace backs the deployment": no article follows a noun. */
const takesObject = (scene: Scene, i: number): boolean => articles.has(lowerAt(scene, i + 1));

/** A predicate follows, perhaps behind an apposition between commas, or behind the comma that closes the name's own: "The leader, Ivo Marn, told". */
export function isSubject(scene: Scene, last: number): boolean {
  if (startsPredicate(scene, last)) return true;
  const end = behindBracket(scene, last);
  if (lowerAt(scene, end) !== ",") return false;
  if (startsPredicate(scene, end + 1) && !/(?:ing|ed)$/.test(lowerAt(scene, end + 1))) return true;
  const sentence = scene.doc.tokens[end]?.sentence;
  for (let i = end + 1; i < end + maxApposition && scene.doc.tokens[i]?.sentence === sentence; i++)
    if (lowerAt(scene, i) === ",") return startsPredicate(scene, i + 1);
  return false;
}

/** "Porto Novo, Norland": a state behind a city that itself stands in a place. */
function isPlaceOfCity(scene: Scene, first: number): boolean {
  const { tokens } = scene.doc;
  if (tokens[first - 1]?.text !== "," || !scene.words[first - 2]?.capital) return false;
  let i = first - 2;
  while (i > 0 && scene.words[i]?.capital && !scene.owner[i]) i--;
  return i < first - 2 ? inside.has(lowerAt(scene, i)) || lowerAt(scene, i) === "to" || lowerAt(scene, i) === "from" : scene.owner[i]?.acts === false;
}

/** The first token of the list ("A, B and C") in which the name stands, or of the name itself. */
function headOfList(scene: Scene, first: number): number {
  let head = first;
  for (let step = 0; step < maxList; step++) {
    let i = head - 1;
    if (articles.has(lowerAt(scene, i))) i--;
    const word = lowerAt(scene, i);
    if (word !== "and" && word !== "or" && word !== "," && word !== "&" && word !== "-" && word !== "–") return head;
    if (lowerAt(scene, i - 1) === ",") i--;
    const sibling = scene.owner[i - 1];
    if (!sibling || sibling.form === "adjective" || scene.entities.get(sibling.actor)?.kind === "person") return head;
    head = sibling.first;
  }
  return head;
}

/** `capital` is true for a capital or building alone, without a predicate and outside a list. */
function readBefore(scene: Scene, first: number, capital: boolean): boolean {
  const { tokens } = scene.doc;
  let i = first - 1;
  while (i >= 0 && (articles.has(lowerAt(scene, i)) || tokens[i]?.tag === "ADJ")) i--;
  const at = tokens[i];
  const start = at === undefined || at.sentence !== tokens[first]?.sentence;
  if (start) return !capital;
  const word = at.lower;
  if (inside.has(word)) return false;
  if (word === "toward" || word === "towards") return true;
  if ((word === "to" || word === "for") && has(scene, i - 1, Flag.role)) return false;
  if (word === "from" && (isThing(scene, i - 1) || (capital && tokens[i - 1]?.tag === "VERB" && !has(scene, i - 1, Flag.speech)))) return false;
  if (word === "to" || word === "from") return !nearMotion(scene, i);
  if (word === "of") return !has(scene, i - 1, Flag.placeBefore);
  // "For Northtown, the order is the reverse": as Northtown sees it.
  if (word === "for" && sentenceOf(scene, i).first === i) return true;
  if (word === "on" || word === "for" || word === "about") return !(capital || (word !== "for" && has(scene, i - 1, Flag.venue)));
  if (at.tag === "ADP" || at.tag === "SCONJ" || at.tag === "CCONJ") return true;
  if (has(scene, i, Flag.motion) && (capital || at.tag === "VERB")) return false;
  if (at.tag === "VERB") return true;
  return !capital;
}

/** "peaches from": things that come out of a country say nothing of whose they are; people, words and demands do. */
function isThing(scene: Scene, i: number): boolean {
  const token = scene.doc.tokens[i];
  return (
    (token?.tag === "NOUN" || (token?.tag === "PROPN" && sentenceOf(scene, i).first === i)) &&
    /[^s]s$/.test(token.lower) &&
    !has(scene, i, Flag.role | Flag.stance | Flag.speech | Flag.groupModifier) &&
    !scene.words[i]?.phrase
  );
}

/** A verb or noun of motion in the four tokens before a preposition, in the same clause. */
function nearMotion(scene: Scene, preposition: number): boolean {
  for (let i = preposition - 1; i >= preposition - 4 && i >= 0; i--) {
    if (has(scene, i, Flag.motion)) return true;
    const tag = scene.doc.tokens[i]?.tag;
    if (tag === "PUNCT" && lowerAt(scene, i) !== "-") return false;
  }
  return false;
}
