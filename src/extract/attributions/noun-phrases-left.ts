// The noun phrase to the left of a place, from tags alone. Knows no cue.
import type { Mention, Token } from "../types.ts";
import { type Ground, isGenitive, isNominal, isPossessive, isTime, lower, relatives, tagOf, together } from "./ground.ts";
import { adverbial, isReduced, persons, reach, reflexives } from "./noun-phrases.ts";
import { standAlone } from "./retag.ts";

const subjectPronouns = new Set([
  "i",
  "we",
  "he",
  "she",
  "they",
  "it",
  "you",
  "who",
  "nobody",
  "everyone",
  "everybody",
  "nothing",
  "someone",
  "anyone",
  "none",
  "others",
  "this",
  "that",
  "these",
  "those",
]);

/** Where the noun phrase that ends before `end` begins; -1 where no noun phrase ends there. Takes in genitives, prepositional phrases, lists and defining relative clauses. */
export function nounPhraseLeft(g: Ground, end: number): number {
  const head = end - 1;
  const token = g.tokens[head];
  if (!token) return -1;
  if (lower(g, head - 1) === "of" && objectForms.has(token.lower)) return countedStart(g, head - 2);
  // "people close to him", "those around her"
  if (persons.has(token.lower) && tagOf(g, head - 1) === "ADP" && (g.index.clingingAdjectives.has(lower(g, head - 2)) || standAlone.has(lower(g, head - 2))))
    return nounPhraseLeft(g, head - 1);
  if (reflexives.has(token.lower)) return nounPhraseLeft(g, head);
  if (token.tag === "PRON" || (token.tag === "DET" && standAlone.has(token.lower))) {
    // "people who know him", "lawmakers who opposed it", and not "people who say it"
    const isObject = tagOf(g, head - 1) === "VERB" && !(subjectPronouns.has(token.lower) && speaks(g, head - 1));
    const relative = isObject ? relativeAround(g, head - 1, head) : -1;
    if (relative >= 0) return nounPhraseLeft(g, relative);
    return subjectPronouns.has(token.lower) || standAlone.has(token.lower) ? pronounStart(g, head) : -1;
  }
  const capital = /^\p{Lu}/u.test(token.text);
  if (token.tag === "VERB" && !capital) {
    // "told reporters that fighting would": no relative clause
    const relative = token.lower.endsWith("ing") && lower(g, head - 1) === "that" ? -1 : relativeStart(g, head, head);
    return relative < 0 ? -1 : nounPhraseLeft(g, relative);
  }
  if (
    !isNominal(g, head) &&
    !(
      token.tag === "ADJ" &&
      (capital || g.index.clingingAdjectives.has(token.lower) || standAlone.has(token.lower) || ["DET", "ADJ", "PART", "PRON"].includes(tagOf(g, head - 1)))
    ) &&
    !(token.tag === "VERB" && capital) &&
    token.lower !== "%"
  )
    return -1;
  const stop = nameStart(g, end);
  if (stop >= 0) return stop;
  let start = head;
  let closed = false;
  let list = false;
  for (let i = head - 1; i > end - reach && together(g, i, head); i--) {
    const { tag, lower: word, text } = g.tokens[i] as Token;
    const beforeNominal = (isNominal(g, i - 1) || standAlone.has(lower(g, i - 1))) && together(g, i - 1, head);
    if (isGenitive(g, i)) {
      if (!beforeNominal && tagOf(g, i - 1) !== "PRON") break;
      closed = false;
    } else if (
      word === "of" ||
      ((tag === "ADP" || word === "since") &&
        (!adverbial.has(word) ||
          lower(g, i + 1) === "part" ||
          (word === "since" && tagOf(g, i + 1) === "NUM") ||
          (word === "by" &&
            (isReduced(g, i - 1) || (!list && tagOf(g, i - 1) === "VERB" && relativeAround(g, i - 1, head) >= 0) || g.index.documents.has(lower(g, i - 1))))) &&
        word !== "for" &&
        word !== "on") ||
      ((word === "for" || word === "on" || word === "about" || word === "to") && (tag === "ADP" || tag === "PART"))
    ) {
      if (!beforeNominal && !g.index.clingingAdjectives.has(lower(g, i - 1)) && !isReduced(g, i - 1) && tagOf(g, i - 1) !== "PRON" && lower(g, i - 1) !== "%") {
        const relative = list ? -1 : relativeAround(g, i - 1, head);
        if (relative < 0) break;
        i = relative;
        start = relative;
      }
      if (isTime(g, i - 1) && word !== "of") break;
      closed = false;
    } else if (closed) {
      const relative = isVerb(g, i) && !list ? relativeStart(g, i, head) : -1;
      if (relative < 0) break;
      i = relative;
      start = relative;
      closed = false;
    } else if (isNominal(g, i) || tag === "ADJ" || word === "%") {
      if (tag === "NOUN" && tagOf(g, i + 1) === "NUM" && i + 1 < head) break;
      if (endsBeforeTitle(g, i) || (isTime(g, i) && isNominal(g, i) && isNominal(g, i + 1)) || /^\p{Ll}+\.$/u.test(text)) break;
      start = i;
    } else if (
      tag === "VERB" &&
      (/^\p{Lu}/u.test(text) || ["DET", "ADJ", "PART", "ADP"].includes(tagOf(g, i - 1)) || isPossessive(g, i - 1) || lower(g, i - 1) === "-") &&
      !isReduced(g, i)
    )
      start = i;
    else if (!list && isReduced(g, i)) {
      start = lower(g, i - 1) === "not" ? i - 1 : i;
      if (start < i) i--;
    } else if (tag === "ADV") {
      if (!["ADJ", "NUM", "VERB"].includes(tagOf(g, i + 1)) && lower(g, i + 1) !== "-") break;
      start = i;
    } else if (tag === "DET" || isPossessive(g, i)) {
      if (["what", "whatever", "which"].includes(word)) break;
      start = i;
      closed = !["all", "both", "half"].includes(lower(g, i - 1));
    } else if (tag === "PRON" && standAlone.has(word) && word !== "that") {
      start = i;
      closed = true;
    } else if (tag === "CCONJ" && (word === "and" || word === "or" || word === "&")) {
      if (!beforeNominal && tagOf(g, i - 1) !== "PRON" && !(lower(g, i - 1) === "," && commaBefore(g, i - 2))) break;
      list = true;
    } else if (word === "," && list && (isNominal(g, i - 1) || lower(g, i + 1) === "and")) {
      if (!beforeNominal || tagOf(g, i - 1) === "NUM" || isTime(g, i - 1) || endsFronted(g, i)) break;
    } else if (tag === "PRON" && subjectPronouns.has(word) && !relatives.has(word) && (tagOf(g, i + 1) === "CCONJ" || list)) {
      start = i;
      break;
    } else if (word === "-" || word === "/" || word === "&" || word === "’" || (word === '"' && g.zone[i] === -1)) start = word === '"' ? i : start;
    else if (isVerb(g, i) && !list) {
      const relative = relativeStart(g, i, head);
      if (relative < 0) break;
      i = relative;
      start = relative;
    } else break;
  }
  while (start < head && (tagOf(g, start) === "ADV" || (tagOf(g, start) === "PUNCT" && g.marks[start] !== 1))) start++;
  return start;
}

/** Tokens of the longest phrase that opens a sentence. */
const longestFronted = 14;

/** "After hours of talks in Lakeside, A and B said": whether the comma at `i` ends a phrase with a preposition that opens the sentence, and parts nobody of a list. */
export function endsFronted(g: Ground, i: number): boolean {
  if (lower(g, i) !== ",") return false;
  for (let k = i - 1; k > i - longestFronted && together(g, k, i); k--) {
    if (tagOf(g, k) === "VERB" || tagOf(g, k) === "AUX" || lower(g, k) === ",") return false;
    if (!together(g, k - 1, i) || k === 0) return tagOf(g, k) === "ADP" || lower(g, k) === "after" || lower(g, k) === "before";
  }
  return false;
}

/** "Ahead of the meeting Foreign Minister Ivo Marn said": a common noun right before a title in capitals belongs to what came before. */
const endsBeforeTitle = (g: Ground, i: number): boolean =>
  tagOf(g, i) === "NOUN" &&
  !g.index.outletNouns.has(lower(g, i)) &&
  !g.index.speakers.has(lower(g, i)) &&
  /^\p{Ll}/u.test(g.tokens[i]?.text ?? "") &&
  /^\p{Lu}\p{Ll}/u.test(g.tokens[i + 1]?.text ?? "") &&
  /^\p{Lu}\p{Ll}/u.test(g.tokens[i + 2]?.text ?? "") &&
  (g.mentionFrom[i + 1] ?? -1) < 0;

/** A comma further left, no verb between: "A, B, and C". */
function commaBefore(g: Ground, from: number): boolean {
  for (let i = from; i > from - 12 && together(g, i, from); i--) {
    if (lower(g, i) === ",") return true;
    if (isVerb(g, i)) return false;
  }
  return false;
}

const objectForms = new Set(["them", "us", "you", "these", "those"]);

/** "one of them", "several of those": where the counting word stands, with an article before it; -1 where none does. */
function countedStart(g: Ground, count: number): number {
  if (!standAlone.has(lower(g, count)) && tagOf(g, count) !== "NUM" && tagOf(g, count) !== "NOUN") return -1;
  return tagOf(g, count - 1) === "DET" && together(g, count - 1, count) ? count - 1 : count;
}

/** "both of them", "some of those": the pronoun with what stands before it. */
function pronounStart(g: Ground, head: number): number {
  return lower(g, head - 1) === "of" && standAlone.has(lower(g, head - 2)) ? head - 2 : head;
}

/** Where an acting name that reaches to `end` starts although other capitals stand before it: "In Lakeside Marn said". */
function nameStart(g: Ground, end: number): number {
  for (let i = end - 1; i > end - 6 && i > 0; i--) {
    const mention = g.cast.mentions[g.mentionFrom[i] ?? -1];
    if (!mention || mention.last !== end || mention.form !== "name" || !mention.acts) continue;
    const before = mentionEnding(g, i);
    if (before && tagOf(g, before.first - 1) === "ADP" && !isNominal(g, before.first - 2)) return i;
  }
  return -1;
}

const mentionEnding = (g: Ground, last: number): Mention | undefined => {
  for (let i = last - 1; i >= last - 4 && i >= 0; i--) {
    const mention = g.cast.mentions[g.mentionFrom[i] ?? -1];
    if (mention?.last === last) return mention;
  }
  return undefined;
};

/** From behind the verb of "officials who spoke on condition of anonymity" to the start of "who"; -1 where a second verb stands between, which is the main one. */
function relativeAround(g: Ground, from: number, head: number): number {
  const start = relativeStart(g, from, head);
  let verbs = 0;
  for (let i = start + 1; i <= from; i++) if (isVerb(g, i) && !isVerb(g, tagOf(g, i - 1) === "ADV" ? i - 2 : i - 1) && lower(g, i - 1) !== "to") verbs++;
  return verbs === 1 ? start : -1;
}

/** A verb whose clause may follow it: "said the mayor and the governor wanted". */
export const speaks = (g: Ground, i: number): boolean =>
  tagOf(g, i) === "VERB" && (g.index.verbs.get(lower(g, i))?.cues.some((cue) => cue.takes.has("front")) ?? false);

const isVerb = (g: Ground, i: number): boolean => tagOf(g, i) === "VERB" || tagOf(g, i) === "AUX";

/** From inside "officials who asked not to be named" to the start of "who"; -1 where no defining relative clause holds the token. */
function relativeStart(g: Ground, from: number, head: number): number {
  for (let i = from; i > from - 15 && together(g, i, head); i--) {
    if (tagOf(g, i) === "PUNCT" && lower(g, i) !== "-") return -1;
    if (relatives.has(lower(g, i)) && tagOf(g, i) === "PRON")
      return (isNominal(g, i - 1) && !(lower(g, i) === "that" && isTime(g, i - 1))) || standAlone.has(lower(g, i - 1)) ? i : -1;
  }
  return -1;
}
