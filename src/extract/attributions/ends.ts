// Where reported content ends: at the sentence's end unless another voice, another clause of the speaker's or the author takes over.

import type { VerbForm } from "./compile.ts";
import { type Ground, isGenitive, isNominal, isOpening, isPossessive, isTensed, isTime, lower, matchPhrase, relatives, tagOf } from "./ground.ts";
import { clauseFollows, nounPhraseRight, startsNounPhrase } from "./noun-phrases.ts";

export type ContentKind = "clause" | "infinitive" | "phrase";

export interface EndRule {
  kind: ContentKind;
  /** The cue's form; null for nouns and adjectives. */
  form: VerbForm | null;
  /** The cue stands in a relative clause set off by commas, or in a clause before the main one. */
  untilComma: boolean;
}

/** Words after a comma that turn away from what was reported. */
export const turning = new Set(["while", "whereas", "although", "though", "amid", "despite", "following", "except", "after"]);
const closing = new Set([".", "!", "?", "…"]);

/** No reported clause is longer, in tokens. */
const maxContent = 250;

/** Index of the sentence's last token, exclusive, its closing marks left out. */
export function sentenceEnd(g: Ground, token: number): number {
  const sentence = g.doc.sentences[g.tokens[token]?.sentence ?? -1];
  if (!sentence) return token;
  const quote = g.doc.quotes[g.zone[token] ?? -1];
  let last = Math.min(sentence.last, quote?.last ?? sentence.last, token + maxContent);
  while (last > token + 1 && closing.has(lower(g, last - 1))) last--;
  return last;
}

/** Exclusive end of the content that begins at `from`. */
export function contentEnd(g: Ground, from: number, rule: EndRule): number {
  let zone = g.zone[from] as number;
  let end = sentenceEnd(g, from);
  let first = from + 1;
  if (isOpening(g, from)) {
    first = quoteEnd(g, from);
    zone = -1;
    if (g.tokens[first]?.sentence !== g.tokens[from]?.sentence || tagOf(g, first) === "PUNCT" || /^[,.!?]$/.test(lower(g, first - 2))) return first;
    if (["until", "before", "after", "when", "while", "as"].includes(lower(g, first))) return first;
    end = sentenceEnd(g, first);
  }
  for (let i = first; i < end; i++) {
    if ((g.zone[i] as number) !== zone) {
      // of running “the worst campaign,” escalating a feud
      if (g.zone[i + 1] === zone && lower(g, i - 1) === "," && i + 1 < end && stopsAtComma(g, i, end, from, rule)) return i + 1;
      continue;
    }
    const word = lower(g, i);
    if (word === ";" || (rule.kind !== "clause" && (word === "?" || (word === ":" && (isOpening(g, i + 1) || clauseFollows(g, i + 1)))))) return i;
    if (word === "," && stopsAtComma(g, i, end, from, rule)) return i;
    if (isDash(g, i) && i + 1 < end && (rule.kind === "phrase" || comments(g, i, end))) return i;
    if ((word === "and" || word === "but" || word === "or") && tagOf(g, i) === "CCONJ" && stopsAtConjunction(g, i, end, from, rule)) return i;
    if (word === "whereas" || (word === "after" && rule.kind !== "clause")) return i;
    if (rule.kind !== "clause" && circumstance(g, i, rule.kind)) return i;
    if (rule.kind === "phrase" && rule.form === "past" && i >= first && !(word === "to" && lower(g, i - 1).endsWith("ing")) && setting(g, i, end) >= end)
      return i;
    if (i > from + 1 && word === "according" && lower(g, i + 1) === "to" && lower(g, i - 1) !== ",") return i;
  }
  return end;
}

/** A dash between clauses, and none between two numbers. */
export const isDash = (g: Ground, i: number): boolean =>
  /^(?:–|—|--)$/.test(lower(g, i)) && (tagOf(g, i - 1) !== "NUM" || g.tokens[i - 1]?.end !== g.tokens[i]?.start);

/** "to close the gate — a demand he has made before", "— something few believe": the last dash opens the author's own word on what was reported. */
function comments(g: Ground, dash: number, end: number): boolean {
  if (!["a", "an", "something"].includes(lower(g, dash + 1))) return false;
  for (let i = dash + 1; i < end; i++) if (lower(g, i) === lower(g, dash)) return false;
  return true;
}

/** Index after the closing mark of the quotation that holds `token`. */
export function quoteEnd(g: Ground, token: number): number {
  const zone = g.zone[token] as number;
  let i = g.doc.quotes[zone]?.last ?? token + 1;
  while (g.zone[i] === zone && zone >= 0) i++;
  return i;
}

/** "cited the record when he …", "voted to ban cloning as parliament …": when it was, and not what was wanted. */
function circumstance(g: Ground, i: number, kind: ContentKind): boolean {
  const word = lower(g, i);
  if (["long", "soon", "far", "much", "well", "such", "because"].includes(lower(g, i - 1))) return false;
  if (word === "so") return lower(g, i + 1) === "that" && kind === "phrase";
  if (kind === "phrase" && (word === "when" || word === "while") && lower(g, i + 1).endsWith("ing")) return true;
  return (word === "as" || ((word === "when" || word === "because" || word === "since") && kind === "phrase")) && clauseFollows(g, i + 1);
}

/** "before a House panel on Wednesday", "in a speech": index after the places and times of speaking that begin at `i`; `i` where none does. */
function setting(g: Ground, i: number, end: number): number {
  // "in two weeks"
  if (isTime(g, i) && tagOf(g, i - 1) === "NUM") return i;
  let j = i;
  for (let step = 0; step < 4 && j < end && lower(g, j) !== ","; step++) {
    const dated = afterDay(g, j);
    if (dated > j) j = dated;
    else if (tagOf(g, j) === "ADP" && lower(g, j) !== "of") {
      const k = nounPhraseRight(g, j + 1);
      if (k <= j + 1 || !g.index.occasions.has(lower(g, k - 1))) return i;
      j = k;
    } else return i;
  }
  return lower(g, j) === "," ? end : j;
}

function stopsAtComma(g: Ground, comma: number, end: number, from: number, rule: EndRule): boolean {
  let next = comma + 1;
  if (g.marks[next] === 2 && g.zone[next] === -1) next++;
  if (next >= end) return true;
  if (comma === from + 1 && lower(g, from) === "that") return false;
  const word = lower(g, next);
  if (isOpening(g, next) && g.zone[from] === -1) return false;
  if (word === "then" && isTensed(g, next + 1)) return true;
  if (rule.untilComma && (isTensed(g, next) || clauseFollows(g, next) || tagOf(g, next) === "ADV")) return true;
  if (matchPhrase(g, next, g.index.beforeSource)) return !goesOnAfter(g, next, end);
  const verb = g.index.verbs.get(word);
  if (
    verb?.form === "ing" &&
    tagOf(g, next) === "VERB" &&
    lower(g, next + 1) !== "as" &&
    verb.cues.some((cue) => (cue.takes.has("front") && !cue.senses.has("document")) || cue.takes.has("hearer") || cue.takes.has("object as"))
  )
    return true;
  if (turning.has(word) || (word === "even" && (lower(g, next + 1) === "as" || turning.has(lower(g, next + 1))))) return true;
  if (word === "as" && (clauseFollows(g, next + 1) || tagOf(g, next + 1) === "AUX")) return true;
  if (rule.kind === "phrase" && ((tagOf(g, next) === "VERB" && word.endsWith("ing")) || (word === "that" && tagOf(g, next) === "SCONJ"))) return true;
  if (rule.kind === "phrase" && (word === "which" || word === "who" || ((word === "down" || word === "up") && lower(g, next + 1) === "from"))) return true;
  if (tagOf(g, next) === "DET" && standsFor(g, next)) return true;
  if (word === "something" && clauseFollows(g, next + 1)) return true;
  if (tagOf(g, next) === "CCONJ") {
    next++;
    while (tagOf(g, next) === "ADV") next++;
    if (saysNext(g, next, rule)) return true;
    const dated = afterDay(g, next);
    if (dated > next && clauseFollows(g, lower(g, dated) === "," ? dated + 1 : dated)) return true;
    if (
      rule.kind === "clause" &&
      rule.form === "past" &&
      tagOf(g, next) === "VERB" &&
      isTensed(g, next) &&
      (!isBase(g, next) || lower(g, next).endsWith("ed")) &&
      looksAhead(g, from, comma)
    )
      return true;
    if (rule.kind !== "clause") {
      if (isTensed(g, next) && !(rule.kind === "infinitive" && isBase(g, next))) return true;
      if (rule.kind === "phrase" && clauseFollows(g, next)) return true;
      return rule.kind === "infinitive" && clauseFollows(g, next);
    }
    return clauseFollows(g, next) && (leavesPast(g, next, end, rule) || ownCue(g, next) || returnsTo(g, next, from, comma, rule));
  }
  if (isParenthesis(g, comma, end)) return true;
  if (rule.kind === "phrase" && ["he", "she", "it", "they"].includes(word) && clauseFollows(g, next)) return true;
  return rule.kind !== "clause" && clauseFollows(g, next) && !/^(?:which|who|that|whose)$/.test(word) && tagOf(g, next) !== "NUM" && ownCue(g, next);
}

/** "said that he considers it settled, but he urged": from the present of what was said back to the past in which the speaker speaks. */
function returnsTo(g: Ground, pronoun: number, from: number, comma: number, rule: EndRule): boolean {
  if (rule.form !== "past" || !["he", "she", "they", "it"].includes(lower(g, pronoun)) || lower(g, pronoun - 1) !== "but") return false;
  let verb = pronoun + 1;
  while (tagOf(g, verb) === "ADV" || tagOf(g, verb) === "AUX") verb++;
  if (tagOf(g, verb) !== "VERB" || tagOf(g, verb - 1) === "AUX" || isBase(g, verb) || /(?:s|ing)$/.test(lower(g, verb))) return false;
  for (let i = from; i < comma; i++)
    if (isTensed(g, i)) return (/[^s]s$/.test(lower(g, i)) || lower(g, i) === "are") && !["was", "has", "does"].includes(lower(g, i));
  return false;
}

/** "would not run", "was glad", "did not know": a past form that follows after a comma is no second verb of this clause. */
function looksAhead(g: Ground, from: number, end: number): boolean {
  for (let i = from; i < end; i++)
    if (isTensed(g, i)) return tagOf(g, i) === "AUX" && !(g.tokens[i]?.lemma === "have" && tagOf(g, i + 1) === "VERB") && lower(g, i + 1) !== "been";
  return false;
}

/** ", a request Iran has turned down": a noun in apposition that takes up what was reported. */
function standsFor(g: Ground, article: number): boolean {
  let noun = article + 1;
  while (tagOf(g, noun) === "ADJ") noun++;
  if (
    tagOf(g, noun) !== "NOUN" ||
    !(g.index.nouns.has(lower(g, noun)) || g.index.turns.has(lower(g, noun))) ||
    (lower(g, article) !== "a" && lower(g, article) !== "an")
  )
    return false;
  return clauseFollows(g, noun + 1) || relatives.has(lower(g, noun + 1)) || (tagOf(g, noun + 1) === "VERB" && lower(g, noun + 2) === "by");
}

/** Index after "on Monday", "in May", "last week" at `i`; `i` where no time stands there. */
export function afterDay(g: Ground, i: number): number {
  let j = tagOf(g, i) === "ADP" ? i + 1 : i;
  if (!isTime(g, j)) return i;
  while (isTime(g, j) || tagOf(g, j) === "NUM") j++;
  return j;
}

/** ", according to X, have been": the phrase interrupts a clause and does not end it. */
function goesOnAfter(g: Ground, from: number, end: number): boolean {
  for (let i = from + 1; i < Math.min(end - 1, from + 20); i++)
    if (lower(g, i) === ",") return isTensed(g, i + 1) || tagOf(g, i + 1) === "PART" || tagOf(g, i + 1) === "VERB";
  return false;
}

/** ", he said" at the end or between commas. */
export function isParenthesis(g: Ground, comma: number, end: number): boolean {
  const subject = nounPhraseRight(g, comma + 1);
  let verb = subject;
  if (verb === comma + 1) {
    if (tagOf(g, verb) !== "VERB") return false;
  }
  while (tagOf(g, verb) === "AUX" || tagOf(g, verb) === "ADV") verb++;
  const entry = g.index.verbs.get(lower(g, verb));
  if (!entry || entry.form === "ing" || !entry.cues.some((cue) => cue.takes.has("front")) || tagOf(g, verb) === "ADJ") return false;
  if (subject === comma + 1) {
    if (!startsNounPhrase(g, verb + 1)) return false;
    const after = nounPhraseRight(g, verb + 1);
    return after >= end || lower(g, after) === ",";
  }
  return (
    verb + 1 >= end ||
    /^[,.;]$/.test(lower(g, verb + 1)) ||
    tagOf(g, verb + 1) === "ADP" ||
    (tagOf(g, verb + 1) === "ADV" && tagOf(g, verb) === "VERB") ||
    (tagOf(g, verb + 1) === "NOUN" && nounPhraseRight(g, verb + 1) >= end - 1)
  );
}

/** "the undivided and recognised capital": the participle stands beside an adjective and before its noun. */
export const describesWith = (g: Ground, conjunction: number, participle: number): boolean =>
  tagOf(g, conjunction - 1) === "ADJ" && lower(g, participle).endsWith("ed") && isNominal(g, participle + 1);

function stopsAtConjunction(g: Ground, conjunction: number, end: number, from: number, rule: EndRule): boolean {
  let next = conjunction + 1;
  while (tagOf(g, next) === "ADV" && next < end) next++;
  if (describesWith(g, conjunction, next)) return false;
  if (saysNext(g, next, rule)) return true;
  if (rule.kind === "clause" && rule.form === "past" && accusesNext(g, next)) return true;
  if (rule.kind === "clause" || next >= end) return false;
  if (lower(g, next) === "that" && tagOf(g, next) === "SCONJ") return !holdsClause(g, from, conjunction);
  // "rejected the plan and Norland accepted it", and not "denied a report that Norland and Sudland would meet"
  if (rule.kind === "phrase" && clauseFollows(g, next) && !holdsClause(g, from, conjunction)) return true;
  if (!isTensed(g, next) || isNominal(g, next)) return false;
  if (tagOf(g, next) === "AUX") return lower(g, next) !== "be";
  // "to stop the attacks and withdraw" goes on; "rejected the plan and walked out" does not.
  return !isBase(g, next) && !isNominal(g, next + 1) ? true : !isBase(g, next) || rule.kind === "phrase";
}

/** "said the bridge was closed and he accused the mayor of": what the same person does to another with words is told by the author. */
function accusesNext(g: Ground, pronoun: number): boolean {
  if (!["he", "she"].includes(lower(g, pronoun))) return false;
  const verb = g.index.verbs.get(lower(g, pronoun + 1));
  return verb?.form === "past" && verb.cues.some((cue) => cue.takes.has("object of") || cue.takes.has("object to"));
}

const openers = new Set(["that", "whether", "how", "why", "what", "if", ...relatives]);

function holdsClause(g: Ground, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (openers.has(lower(g, i))) return true;
  return false;
}

const isBase = (g: Ground, i: number): boolean => g.tokens[i]?.lemma.toLowerCase() === lower(g, i);

/** "and added", "but warned", "and has promised": the speaker's next cue, in the same form as this one. */
function saysNext(g: Ground, i: number, rule: EndRule): boolean {
  let verb = i;
  while (tagOf(g, verb) === "AUX" || (verb > i && tagOf(g, verb) === "ADV")) verb++;
  const entry = g.index.verbs.get(lower(g, verb));
  if (!entry || tagOf(g, verb) !== "VERB" || rule.form === null || isGenitive(g, verb + 1)) return false;
  if (verb > i) return rule.kind !== "clause" && (lower(g, i) === "has" || lower(g, i) === "have" || lower(g, i) === "is" || lower(g, i) === "are");
  if (entry.form !== rule.form) return false;
  if (rule.kind !== "clause") return rule.form !== "base";
  return entry.form !== "base" && entry.cues.some((cue) => cue.takes.has("front") || cue.takes.has("object") || cue.takes.has("hearer"));
}

/** After "said", a clause in the present tense is no longer what was said. */
function leavesPast(g: Ground, from: number, end: number, rule: EndRule): boolean {
  if (rule.form !== "past") return false;
  for (let i = from; i < end; i++) if (isTensed(g, i)) return /^(?:is|are|has|have|does|do|remains?|says?)$/.test(lower(g, i));
  return false;
}

/** The clause at `from` has a subject that itself says something: "the army denied". */
export function ownCue(g: Ground, from: number): boolean {
  if (tagOf(g, from) === "PRON" && !isPossessive(g, from)) return false;
  let i = nounPhraseRight(g, from, true);
  while (tagOf(g, i) === "ADV" || tagOf(g, i) === "AUX") i++;
  const entry = g.index.verbs.get(lower(g, i));
  const severalDo = entry?.form === "base" && tagOf(g, i - 1) === "NOUN" && /[^s]s$/.test(lower(g, i - 1));
  return entry !== undefined && tagOf(g, i) === "VERB" && (entry.form !== "base" || severalDo) && entry.cues.some((cue) => cue.takes.has("front"));
}
