// Whether the verb nearest to some words tells of the past, the present or the future. Looks no further than the sentence.
import type { Doc, Sentence, Token } from "../types.ts";
import type { DatesIndex } from "./words.ts";

export type Tense = "past" | "present" | "future";

const will = new Set(["will", "shall", "'ll", "would", "wo"]);
/** Verbs whose past looks like their present. */
const alike = new Set(["put", "set", "hit", "let", "cut", "shut", "quit", "split", "cast", "shed", "beat", "burst", "bid", "spread", "thrust"]);
/** "are to meet on Monday" tells of what is to come. */
const being = new Set(["am", "is", "are", "'re"]);
const modals = new Set(["may", "might", "could", "can", "should", "must"]);
/** Lemmas of verbs before "to" by which the deed was tried, done or left undone when they say. */
const effort = new Set(["fail", "manage", "refuse", "decline", "begin", "start", "continue", "struggle"]);
const reach = 14;
/** Tokens between a word of planning and its date: "due back in the northern capital on Monday". */
const planReach = 12;
/** Tokens between "what" and the "will be" that it is the subject of. */
const asideReach = 5;

/** The tense at the tokens `first` to `last` (exclusive); null where the sentence has no verb near by. */
export function tenseAt(doc: Doc, first: number, last: number, index: DatesIndex): Tense | null {
  const sentence = doc.sentences[(doc.tokens[first] as Token).sentence] as Sentence;
  if (isNothing(doc, last, sentence)) return "past";
  for (let i = first - 1; i >= Math.max(sentence.first, first - planReach); i--) {
    const { lower, tag } = doc.tokens[i] as Token;
    if (index.planned.has(lower)) return "future";
    if (i < first - 4 && (tag === "VERB" || tag === "AUX" || tag === "PUNCT")) break;
  }
  if (isArranged(doc, first, sentence, index) || isAheadOf(doc, first, sentence)) return "future";
  if (marksOff(doc, first, last, sentence) && /^(?:after|since|following)$/.test(doc.tokens[first - 2]?.lower ?? "")) return "past";
  let furthest = first - reach;
  for (let i = first - 1; i >= Math.max(sentence.first, furthest); i--) {
    const aside = asideBefore(doc.tokens, i, sentence);
    if (aside !== null) {
      furthest -= i - aside;
      i = aside;
      continue;
    }
    const tense = verbTense(doc, i, sentence) ?? (isStarting(doc.tokens, i, first) ? "future" : null);
    if ((tense === "present" || isUntagged(doc.tokens, i)) && isTimetabled(doc, i, first, sentence, index)) return "future";
    if (tense) return tense;
  }
  for (let i = last; i < Math.min(sentence.last, last + reach); i++) {
    const tense = verbTense(doc, i, sentence);
    if (tense) return tense;
  }
  // "Next session: Monday."
  return doc.tokens.slice(sentence.first, first).some(({ lower }) => index.next.has(lower)) ? "future" : null;
}

/** Tokens from a date to "was cancelled", over the place that stands between. */
const offReach = 6;

/** The tense at a month or a day in it: that of `tenseAt`, save that what was planned for it and then cancelled may be over, and is where it "had been" planned. */
export function plannedTense(doc: Doc, first: number, last: number, sentence: Sentence, index: DatesIndex): Tense | null {
  const told = tenseAt(doc, first, last, index);
  if (told !== "future" || !isCalledOff(doc, last, sentence)) return told;
  return doc.tokens.slice(Math.max(sentence.first, first - planReach), first).some(({ lower }) => lower === "had") ? "past" : null;
}

/** "planned for Friday did not take place": of what was planned for a time that ends before `last`, nothing came, and the time is over. */
function isNothing({ tokens }: Doc, last: number, sentence: Sentence): boolean {
  const behind = tokens.slice(last, Math.min(sentence.last, last + offReach));
  const at = behind.findIndex(({ lower }) => lower === "did" || lower === "never");
  if (at < 0 || behind.slice(0, at).some(({ tag, lower }) => tag === "VERB" || lower === ",")) return false;
  const verb = behind.slice(at + 1).find(({ tag }) => tag === "VERB");
  return (
    verb !== undefined &&
    /^(?:take|happen|go|occur|materiali[sz]e)$/.test(verb.lemma.toLowerCase()) &&
    (behind[at]?.lower === "never" || /^(?:not|n't)$/.test(behind[at + 1]?.lower ?? ""))
  );
}

/** Whether what was planned for a time that ends before `last` is then said to have been cancelled. */
function isCalledOff({ tokens }: Doc, last: number, sentence: Sentence): boolean {
  for (let i = last; i < Math.min(sentence.last, last + offReach); i++) {
    const token = tokens[i] as Token;
    if (token.tag !== "VERB") continue;
    if (token.lower === "put") return tokens[i + 1]?.lower === "off";
    return /^(?:cancel|scrap|postpone|abandon|drop|shelve|call|fall|collapse)$/.test(token.lemma.toLowerCase()) && isPastForm(token);
  }
  return false;
}

/** Tokens between a verb of going to a meeting and the day that marks it off: "will send its negotiators to". */
const goingReach = 5;

/** "Wednesday's meeting will be held", "ahead of Friday's talks", "will attend Monday's session": whether what a day from `first` to `last` owns is told as to come; null where it is not. */
export function ownerTense(doc: Doc, first: number, last: number, sentence: Sentence, { planned, attending }: DatesIndex): "future" | null {
  if (isAheadOf(doc, first, sentence)) return "future";
  for (let i = first - 1; i >= Math.max(sentence.first, first - goingReach); i--) {
    const { tag, lemma } = doc.tokens[i] as Token;
    if (tag === "PUNCT") break;
    if (tag !== "VERB") continue;
    if (attending.has(lemma.toLowerCase()) && verbTense(doc, i, sentence) !== "past") return "future";
    break;
  }
  for (let i = last + 1; i < Math.min(sentence.last, last + reach); i++) {
    if (doc.tokens[i]?.tag === "PUNCT") return null;
    const tense = verbTense(doc, i, sentence);
    if (tense === "present" && planned.has(doc.tokens[i + 1]?.lower ?? "")) return "future";
    if (tense) return tense === "future" ? tense : null;
  }
  return null;
}

/** "opened what both sides hope will be the last round": where such a "what" stands, if token `i` is the "be" of what somebody hopes it is; null elsewhere. */
export function asideBefore(tokens: readonly Token[], i: number, sentence: Sentence): number | null {
  if (tokens[i]?.lower !== "be" || !will.has(tokens[i - 1]?.lower ?? "") || !["VERB", "NOUN"].includes(tokens[i - 2]?.tag ?? "")) return null;
  const what = tokens.slice(Math.max(sentence.first, i - asideReach), i).findLastIndex(({ lower }) => lower === "what");
  return what < 0 ? null : Math.max(sentence.first, i - asideReach) + what;
}

/** "the August meeting", "the failed 2017 talks": whether a date from `first` to `last` tells which one is meant of the noun behind it. */
export function marksOff({ tokens }: Doc, first: number, last: number, sentence: Sentence): boolean {
  return first > sentence.first && tokens[first - 1]?.tag === "DET" && last < sentence.last && isCommonNoun(tokens[last]);
}

export const isCommonNoun = (token: Token | undefined): boolean => token?.tag === "NOUN" && token.text === token.lower;

/** "leaves on Monday"; in prose also "the talks resume on Monday", where headings tell of what was so. */
function isTimetabled({ tokens, blocks }: Doc, verb: number, first: number, { block }: Sentence, { planned, timetable }: DatesIndex): boolean {
  const { lower, lemma } = tokens[verb] as Token;
  const prose = ["paragraph", "item"].includes(blocks[block]?.kind ?? "") && !tokens.slice(verb + 1, first).some((token) => token.lower === "since");
  return planned.has(lower) || (prose && timetable.has(lemma.toLowerCase()));
}

/** "talks starting on Tuesday": the day right behind such a word is to come. */
function isStarting(tokens: readonly Token[], i: number, first: number): boolean {
  return /^(?:starting|beginning|opening)$/.test((tokens[i] as Token).lower) && first - i <= 2 && tokens[i - 1]?.tag === "NOUN";
}

/** "Envoys from Norland and Sudland return to the lake on Monday": a verb that the tagger calls a noun, between a name or people and "to". */
function isUntagged(tokens: readonly Token[], i: number): boolean {
  const { tag, lower, lemma } = tokens[i] as Token;
  const before = tokens[i - 1];
  return (
    tag === "NOUN" &&
    lower === lemma.toLowerCase() &&
    tokens[i + 1]?.lower === "to" &&
    (before?.tag === "PROPN" || (before?.tag === "NOUN" && before.lower.endsWith("s")))
  );
}

/** Tokens of the longest noun phrase between "ahead of" and its day. */
const aheadReach = 12;

/** "ahead of a meeting on Thursday": the day of what somebody gets ready for. */
function isAheadOf({ tokens }: Doc, first: number, sentence: Sentence): boolean {
  for (let i = first - 1; i > Math.max(sentence.first, first - aheadReach); i--) {
    const { lower, tag } = tokens[i] as Token;
    if (lower === "of" && tokens[i - 1]?.lower === "ahead") return true;
    if (tag === "VERB" || tag === "AUX" || tag === "PUNCT") return false;
  }
  return false;
}

/** "has invited them for Monday", "called a meeting for the first week of May", "was put off until Monday": the day is to come, whenever they were asked. */
function isArranged({ tokens }: Doc, first: number, sentence: Sentence, { arranging, delaying }: DatesIndex): boolean {
  const lead = tokens[first - 1]?.lower === "the" ? first - 2 : first - 1;
  const link = lead < sentence.first ? "" : tokens[lead]?.lower;
  const words = link === "for" ? arranging : link === "until" || link === "till" ? delaying : null;
  return words !== null && tokens.slice(Math.max(sentence.first, lead - planReach), lead).some(({ lower }) => words.has(lower));
}

/** Tense of the verb group that token `i` belongs to; null where it is no finite verb, participle or infinitive with "to". */
export function verbTense(doc: Doc, i: number, sentence: Sentence): Tense | null {
  const token = doc.tokens[i] as Token;
  if (token.tag !== "VERB" && token.tag !== "AUX") return null;
  // "a Norland-brokered truce"
  if (doc.tokens[i - 1]?.lower === "-" && token.lower.endsWith("ed")) return null;
  // "face to face" is no infinitive.
  if (i - 2 >= sentence.first && doc.tokens[i - 1]?.lower === "to" && doc.tokens[i - 2]?.lower === token.lower) return null;
  for (let j = i; j >= Math.max(sentence.first, i - 5); j--) {
    const before = doc.tokens[j] as Token;
    if (will.has(before.lower)) return "future";
    const modal = doc.tokens[j - 1]?.tag === "ADV" || doc.tokens[j - 1]?.tag === "PART" ? j - 2 : j - 1;
    if (before.lower === "have" && modal >= sentence.first && will.has((doc.tokens[modal] as Token).lower)) return "future";
    if (before.lower === "has" || before.lower === "have" || before.lower === "had" || before.lower === "'ve") return "past";
    if (before.lower === "was" || before.lower === "were" || before.lower === "did") return "past";
    // "may meet on Monday"; "could not agree on Monday" is told of what was.
    if (j < i && modals.has(before.lower)) return before.lower === "could" && isDenied(doc.tokens[j + 1]) ? "past" : "future";
    // "failed to agree" is told of what was.
    if (j < i && before.lower === "to" && effort.has(doc.tokens[j - 1]?.lemma.toLowerCase() ?? "")) return verbTense(doc, j - 1, sentence);
    if (j < i && (before.lower === "to" || before.lower === "be")) return "future";
    if (j < i && (before.lower === "is" || before.lower === "are" || before.lower === "being")) return "present";
    if (j < i && before.tag !== "AUX" && before.tag !== "VERB" && before.tag !== "ADV" && before.tag !== "PART") break;
  }
  if (token.lower.endsWith("ing")) return null;
  if (being.has(token.lower)) return doc.tokens[i + 1]?.lower === "to" && /^(?:VERB|AUX)$/.test(doc.tokens[i + 2]?.tag ?? "") ? "future" : "present";
  // "They put their names to it on Saturday": reports tell of what was.
  if (alike.has(token.lower)) return "past";
  return isPastForm(token) ? "past" : "present";
}

const isDenied = (token: Token | undefined): boolean => token !== undefined && ["not", "n't", "never"].includes(token.lower);

/** "met", "signed", "held": by ending, or by a lemma that is no mere stem of the form. */
export function isPastForm({ lower, lemma }: Token): boolean {
  if (lower.endsWith("ed")) return true;
  return lower !== lemma.toLowerCase() && !lower.endsWith("s") && !lower.endsWith("ing");
}
