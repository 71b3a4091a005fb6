// Verb groups and the subjects before them, from tags alone. Knows no cue.
import type { Token } from "../types.ts";
import { type Ground, isNominal, isTensed, isTime, lower, relatives, type Stretch, tagOf, together } from "./ground.ts";
import { clauseFollows, isReduced } from "./noun-phrases.ts";
import { endsFronted, nounPhraseLeft, speaks } from "./noun-phrases-left.ts";
import { canSpeak } from "./speakers.ts";

export interface VerbGroup {
  /** First auxiliary or adverb inside the group. */
  first: number;
  verb: number;
  passive: boolean;
  /** `to say`: the group's subject is that of the verb before. */
  infinitive: boolean;
  auxiliary: boolean;
}

/** The auxiliaries, negations and adverbs that belong to the verb at `verb`. `past` tells that its form can be a participle. */
export function verbGroup(g: Ground, verb: number, past: boolean): VerbGroup {
  let first = verb;
  let passive = false;
  let infinitive = false;
  let auxiliary = false;
  for (let i = verb - 1; i > verb - 8 && together(g, i, verb); i--) {
    const { tag, lower: word, lemma } = g.tokens[i] as Token;
    if (tag === "AUX") {
      if (lemma === "have" && i === verb - 1 && lower(g, verb).endsWith("ing")) break;
      if (past && !auxiliary && (lemma === "be" || word === "got" || word === "get") && !hasSaid(g, i, verb)) passive = true;
      auxiliary = true;
      first = i;
    } else if (word === '"' && g.zone[i] === -1 && (tagOf(g, i - 1) === "ADV" || g.marks[i] === 1)) {
      // would “never again” agree
    } else if ((word === "as" || tag === "VERB") && i === verb - 1 && lower(g, verb).endsWith("ing") && heard(g, word === "as" ? i - 1 : i)) {
      // "can be heard saying", "was quoted as saying"
      if (word === "as") i--;
      first = i;
    } else if (
      (word === "neither" || word === "either") &&
      (tagOf(g, i - 1) === "AUX" || (i === verb - 1 && isNominal(g, i - 1) && lower(g, verb + 1) === "nor"))
    ) {
      first = i;
    } else if (((word === "since" && tag === "SCONJ") || word === "both" || word === "all") && tagOf(g, i - 1) === "AUX") {
      // "has since said", "have both said"
    } else if (tag === "ADV" || word === "not" || word === "n't") {
      if (tag === "ADV" && !["AUX", "ADV", "PART"].includes(tagOf(g, i - 1))) break;
    } else if (word === "," && tagOf(g, i - 1) === "ADV" && lower(g, i - 2) === "," && tagOf(g, i - 3) === "AUX" && i === verb - 1) {
      i -= 2;
    } else if (word === "to" && i === first - 1) {
      infinitive = true;
      break;
    } else break;
  }
  return { first, verb, passive, infinitive, auxiliary };
}

/** "he's said he would", "she's vowed to": a shortened "has" before what only a person does. */
const hasSaid = (g: Ground, auxiliary: number, verb: number): boolean =>
  lower(g, auxiliary) === "'s" &&
  auxiliary === verb - 1 &&
  ["he", "she"].includes(lower(g, auxiliary - 1)) &&
  (g.index.verbs.get(lower(g, verb))?.cues.some((cue) => cue.takes.has("front") && !cue.takes.has("hearer")) ?? false);

/** The participle of a passive: "was quoted". */
const heard = (g: Ground, i: number): boolean =>
  g.index.heard.has(lower(g, i)) && (g.tokens[i - 1]?.lemma === "be" || (tagOf(g, i - 1) === "ADV" && g.tokens[i - 2]?.lemma === "be"));

/** Words that the tagger calls prepositions and that may open a clause. */
const mayOpenClause = new Set(["after", "before", "as", "since", "until", "than", "that", "but"]);

/** Longest name, in tokens. */
const maxName = 6;

export interface Subject extends Stretch {
  /** "who", "which" stands between: the clause is a relative one, set off by commas or not. */
  relative: "none" | "defining" | "loose";
}

/** The subject that stands to the left of a verb group starting at `first`; null where none stands there. */
export function subjectLeft(g: Ground, first: number): Subject | null {
  let end = first;
  const back = (i: number): boolean => together(g, i, first);
  while (back(end - 1) && (tagOf(g, end - 1) === "ADV" || lower(g, end - 1) === "not")) end--;
  if (
    ["both", "all", "each"].includes(lower(g, end - 1)) &&
    (["who", "which"].includes(lower(g, end - 2)) || tagOf(g, end - 2) === "NOUN" || tagOf(g, end - 2) === "PROPN") &&
    back(end - 2)
  )
    end--;
  if (relatives.has(lower(g, end - 1)) && (tagOf(g, end - 1) === "PRON" || tagOf(g, end - 1) === "SCONJ")) {
    const loose = lower(g, end - 2) === ",";
    const before = loose ? end - 2 : end - 1;
    const start = back(before - 1) ? nounPhraseLeft(g, beforeBrackets(g, before)) : -1;
    return start < 0
      ? null
      : { first: lower(g, end - 1) === "who" ? somebodyFrom(g, start, before) : start, last: before, relative: loose ? "loose" : "defining" };
  }
  const timed = end;
  end = beforeTime(g, end, first);
  // "earlier in the day"
  if (end < timed && isTime(g, end - 1)) end = beforeTime(g, end, first);
  if (end < timed && isReduced(g, end - 1)) end = timed;
  if (!back(end - 1)) return null;
  // "who on Tuesday endorsed"
  if (end < timed && ["who", "which"].includes(lower(g, end - 1))) return subjectLeft(g, end);
  // "host of “Morning News,” said"
  if (g.marks[end - 1] === 2 && lower(g, end - 2) === "," && back(end - 2)) return parenthetical(g, end - 2);
  if (lower(g, end - 1) === "," || lower(g, end - 1) === ")" || lower(g, end - 1) === "–" || lower(g, end - 1) === "—") return parenthetical(g, end - 1);
  const start = nounPhraseLeft(g, end);
  if (start < 0 || onlyTime(g, start, end)) return null;
  const before = tagOf(g, start - 1);
  if (back(start - 1) && before === "ADP" && tagOf(g, end - 1) !== "PRON" && !mayOpenClause.has(lower(g, start - 1)))
    return afterConjunction(g, start, end) ?? personAt(g, end, start);
  return { first: listStart(g, start), last: end, relative: "none" };
}

/** Longest bracket after a name, in tokens. */
const maxBrackets = 12;

/** "Sen. Ivo Marn (N-Lakeside), who": where the bracket before `end` opens; `end` where none stands there. */
function beforeBrackets(g: Ground, end: number): number {
  if (lower(g, end - 1) !== ")") return end;
  for (let i = end - 2; i > end - maxBrackets && together(g, i, end - 1); i--) if (lower(g, i) === "(") return i;
  return end;
}

/** "The mayor and the governor said": both, where nothing stands before the first but the sentence's beginning, a "that" or a phrase that opens the sentence. */
function listStart(g: Ground, start: number): number {
  if (lower(g, start - 1) !== "and" || !isNominal(g, start - 2)) return start;
  const first = nounPhraseLeft(g, start - 1);
  // "The bank lent to farmers and she blamed": a clause ends before "and".
  if (tagOf(g, start) === "PRON") for (let i = Math.max(first, 0); i < start; i++) if (tagOf(g, i) === "VERB") return start;
  const opens =
    first >= 0 &&
    (g.tokens[first - 1]?.sentence !== g.tokens[first]?.sentence || lower(g, first - 1) === "that" || endsFronted(g, first - 1) || speaks(g, first - 1));
  return opens && together(g, first, start) ? first : start;
}

/** "a rebuke from the envoy, who said": no rebuke is a "who", so that the nearest phrase which can speak is meant. */
function somebodyFrom(g: Ground, first: number, last: number): number {
  if (canSpeak(g, { first, last }, false)) return first;
  for (let i = last - 2; i > first; i--) if (tagOf(g, i) === "ADP" && lower(g, i) !== "of" && canSpeak(g, { first: i + 1, last }, false)) return i + 1;
  return first;
}

/** "The sun was in her eyes and investigators concluded": the subject of a clause of its own stands behind the conjunction. */
function afterConjunction(g: Ground, start: number, end: number): Subject | null {
  for (let i = end - 2; i > start; i--) {
    if (lower(g, i) !== "and" && lower(g, i) !== "but") continue;
    for (let k = start - 2; k > start - 12 && together(g, k, start); k--) if (isTensed(g, k)) return { first: i + 1, last: end, relative: "none" };
    return null;
  }
  return null;
}

/** "In the interview Marn said": a person's name that ends the phrase stands for itself. */
function personAt({ cast, mentionFrom, tokens }: Ground, end: number, start: number): Subject | null {
  for (let i = end - 1; i > start && i > end - maxName; i--) {
    const mention = cast.mentions[mentionFrom[i] ?? -1];
    if (!mention || mention.last !== end) continue;
    const isPerson = mention.form === "name" && cast.entities.get(mention.actor)?.kind === "person";
    return isPerson && tokens[i - 1]?.tag !== "ADP" ? { first: i, last: end, relative: "none" } : null;
  }
  return null;
}

/** Where a time phrase that ends before `end` begins; `end` where none stands there: "on Sunday", "last week", "in March 2022", "on the same day". */
export function beforeTime(g: Ground, end: number, sameAs: number): number {
  let i = end;
  let time = false;
  while (
    i > end - 7 &&
    together(g, i - 1, sameAs) &&
    (isTime(g, i - 1) || ((tagOf(g, i - 1) === "NUM" || tagOf(g, i - 1) === "DET" || lower(g, i - 1) === "same") && (time || /^\d/.test(lower(g, i - 1)))))
  ) {
    time ||= isTime(g, i - 1);
    i--;
  }
  if (!time && i === end) return end;
  if (tagOf(g, i - 1) === "ADP") return i - 1;
  return time && i > 0 && (isNominal(g, i - 1) || lower(g, i - 1) === "," || lower(g, i - 1) === ")") ? i : end;
}

export const onlyTime = (g: Ground, first: number, last: number): boolean => {
  let time = false;
  for (let i = first; i < last; i++)
    if (isTime(g, i)) time = true;
    else if (tagOf(g, i) !== "NUM" && tagOf(g, i) !== "DET") return false;
  return time;
};

/** ", C and D,": whether what two commas enclose goes on as a list does. */
function isListed(g: Ground, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (tagOf(g, i) === "CCONJ") return true;
  return false;
}

/** Longest way, in tokens, from a comma to a phrase of the aside that it opens. */
const asideReach = 20;

/** "A, speaking after a meeting of B, C and D, said", "A, who had met B, C and D, said": whether a phrase that starts there is told of A behind a comma, so that the comma behind it is one of a list. */
function isInAside(g: Ground, start: number): boolean {
  for (let i = start; i > start - asideReach && together(g, i - 1, start); i--) {
    if (lower(g, i - 1) !== ",") continue;
    if (relatives.has(lower(g, i)) || (tagOf(g, i) === "VERB" && /(?:ing|ed)$/.test(lower(g, i)))) return isNominal(g, i - 2);
  }
  return false;
}

/** "As the mayor (N) has said", "after Marn (N-Lakeside) promised", and not "speaking after the session — the third — said": whether the preposition before a phrase opens a clause, of which the phrase is the subject. */
const opensClause = (g: Ground, start: number): boolean =>
  lower(g, start - 1) === "as" ? lower(g, start - 2) !== "such" : mayOpenClause.has(lower(g, start - 1)) && tagOf(g, start) === "PROPN";

/** "in Lakeside, Norland, said": what stands behind a place and a comma is the country that it lies in. */
function isPlaceIn(g: Ground, start: number): boolean {
  if (lower(g, start - 1) !== "," || tagOf(g, start - 2) !== "PROPN" || tagOf(g, start) !== "PROPN") return false;
  let first = start - 2;
  while (first > start - maxName && tagOf(g, first - 1) === "PROPN") first--;
  return ["in", "at", "near", "from"].includes(lower(g, first - 1)) && together(g, first - 1, start);
}

/** The subject before a phrase that `close` ends: "X, head of Y, said", "X, who has Y, said", "X (Y) said". */
function parenthetical(g: Ground, close: number): Subject | null {
  const mark = lower(g, close) === ")" ? "(" : lower(g, close);
  for (let i = close - 1; i > close - 45 && together(g, i, close); i--) {
    if (lower(g, i) !== mark) continue;
    const start = nounPhraseLeft(g, beforeBrackets(g, i));
    if (start < 0 || onlyTime(g, start, i) || (start === i - 1 && /^\d+$/.test(lower(g, start)))) continue;
    if (tagOf(g, start - 1) === "ADP" && !opensClause(g, start) && together(g, start - 1, close)) continue;
    // "who lost a brother in Lakeside, in May, said": a verb's object
    if (mark === "," && tagOf(g, start - 1) === "VERB" && !speaks(g, start - 1) && together(g, start - 1, close)) continue;
    if (mark === "," && ((isListed(g, i, close) && isInAside(g, start)) || isPlaceIn(g, start))) continue;
    const next = lower(g, i + 1);
    if (
      mark === "," &&
      !relatives.has(next) &&
      next !== "whose" &&
      clauseFollows(g, i + 1) &&
      g.index.verbs.get(lower(g, close - 1))?.cues.some((cue) => cue.takes.has("front"))
    )
      return { first: start, last: i, relative: "none" };
    const bare =
      (close - i <= 4 && tagOf(g, i + 1) === "ADV") ||
      g.index.verbs.get(next)?.form === "ing" ||
      (tagOf(g, i + 1) === "ADP" && next !== "through" && next !== "via" && ((next !== "of" && next !== "from") || relatives.has(lower(g, i + 2)))) ||
      (tagOf(g, i + 1) === "SCONJ" && next !== "that") ||
      next === "who" ||
      next === "which" ||
      next === "whose";
    if (mark === "," && !bare && clauseFollows(g, i + 1, close) && !relatives.has(next) && next !== "whose") return null;
    return { first: start, last: bare ? i : mark === "(" ? close + 1 : close, relative: "none" };
  }
  return null;
}
