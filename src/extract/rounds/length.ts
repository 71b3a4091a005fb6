// How many days a round took, where the text gives one day of it and its length ("the three-day meeting", "sat for the third day", "after five days of talks").
import { daysBetween } from "../../domain/dates.ts";
import { addDays, parsePoint, pointToEdtf, toEdtf } from "../dates/calendar.ts";
import { beginsOn } from "../dates/find.ts";
import type { DateMention } from "../dates/types.ts";
import type { Sentence, Token } from "../types.ts";
import type { Draft } from "./merge.ts";
import { within } from "./people.ts";
import { hasPhrase } from "./phrases.ts";
import type { Sight } from "./sight.ts";
import type { Report } from "./types.ts";

/** Longer lengths are of wars and truces. */
const most = 21;
/** Days after which what began is over, though no sentence says so. */
const longest = 60;
/** Sentences that tell the news. */
const opening = 6;
/** Tokens between a verb and "for three days", and between "three days of" and a meeting. */
const near = 8;
const isDayWord = (token: Token | undefined): boolean => /^(?:days?|evenings?|mornings?)$/.test(token?.lower ?? "");

export const isDay = (when: string): boolean => /^(?:\d{4}|XXXX)-\d\d-\d\d$/.test(when);

interface Length {
  days: number;
  /** "The third day": it may not have been the last. */
  ordinal: boolean;
  /** "came for three days of talks": from the day told on. */
  ahead: boolean;
}

/**
 * Widens the day of a draft by its length: back from a day on which it stood or ended, forward from one on which it opens. "The third day", told where the
 * text begins and without a date, is the article's own. Leaves `when` as it is where it is no single day.
 */
export function settleLength(sight: Sight, draft: Draft): void {
  const { when, reports, kind } = draft;
  if (kind === "call" || kind === "contact" || (when !== null && !isDay(when)) || goesOnSince(sight, draft)) return;
  for (const report of reports) {
    const length = lengthIn(sight, report);
    if (length === null || length.days < 2 || length.days > most) continue;
    const today = when === null && length.ordinal && report.sentence < opening && report.status !== "planned" ? sight.anchor : null;
    const day = parsePoint(when ?? (today !== null && isDay(today) ? today : ""));
    if (day === null) continue;
    const opens = length.ahead || (!length.ordinal && reports.some((other) => other.when !== null && (other.opens || other.status === "planned")));
    const span = opens ? { from: day, to: addDays(day, length.days - 1) } : { from: addDays(day, 1 - length.days), to: day };
    draft.when = toEdtf({ ...span, about: false });
    if (when === null) draft.basis = "resolved";
    return;
  }
}

/**
 * "The talks, which began on Sunday and are due to go on until Wednesday": a draft that the text tells of as begun on its day lasts until the day told, else until
 * that of the article, and is going on unless the text tells of its end. Answers whether the text does so.
 */
function goesOnSince(sight: Sight, draft: Draft): boolean {
  const { anchor } = sight;
  const { when, reports } = draft;
  const begun = when === null ? undefined : reports.find((report) => report.status !== "planned" && hasBegun(sight, report, when));
  if (when === null || anchor === null || begun === undefined || !isDay(anchor) || when >= anchor) return false;
  if (daysBetween(when, anchor) > longest) return false;
  const end = endAfter(sight, begun, when) ?? endOfLength(sight, begun, when);
  draft.when = `${when}/${end ?? anchor}`;
  if ((end ?? anchor) >= anchor && !reports.some(({ sentence }) => hasEnded(sight, sentence))) begun.status = "ongoing";
  return true;
}

/** "The session opened on 29 May": whether a meeting's noun is the subject of a verb of beginning with this date, or goes on "since" it. */
function hasBegun({ doc, dates, index }: Sight, { trigger, sentence, status }: Report, when: string): boolean {
  const { first, last } = doc.sentences[sentence] as Sentence;
  const act = trigger.verb || trigger.table;
  return within(dates, first, last).some((date) => {
    if (date.when !== when) return false;
    // "have been in the capital since Monday"
    if (act) return date.relation === "since" && status === "ongoing";
    return date.relation === "since" || isOfBeginning({ doc, index }, date, first);
  });
}

/** "began on Friday": whether the verb before a date, in the sentence whose first token is `first`, is one of beginning. */
export function isOfBeginning({ doc, index }: Pick<Sight, "doc" | "index">, date: { first: number }, first: number): boolean {
  const verb = verbBefore(doc.tokens, date.first, first);
  return verb !== null && index.beginning.has(verb.lemma.toLowerCase());
}

/** The day until which a meeting goes on by its sentence or the next ones ("it is due to close on Friday"); null where they tell none. */
function endAfter({ doc, dates, index }: Sight, { sentence }: Report, when: string): string | null {
  const { first } = doc.sentences[sentence] as Sentence;
  const { last } = doc.sentences[Math.min(doc.sentences.length - 1, sentence + 2)] as Sentence;
  const end = within(dates, first, last).find((date) => {
    if (date.when === null || !isDay(date.when) || date.when <= when) return false;
    const verb = verbBefore(doc.tokens, date.first, first);
    return date.relation === "until" || (date.relation === "at" && verb !== null && index.closing.has(verb.lemma.toLowerCase()));
  });
  return end?.when ?? null;
}

/** The last day of what began on `when` by the length that its sentence tells ("broken off after two days"); null where it tells none. */
function endOfLength(sight: Sight, report: Report, when: string): string | null {
  const length = lengthIn(sight, report);
  const day = parsePoint(when);
  if (day === null || length === null || length.ordinal || length.days > most) return null;
  return pointToEdtf(addDays(day, length.days - 1));
}

/** Whether a sentence tells that a meeting ended. */
function hasEnded({ doc, index }: Sight, sentence: number): boolean {
  const { first, last } = doc.sentences[sentence] as Sentence;
  return (
    hasPhrase(doc.tokens, first, last, index.nouns) &&
    doc.tokens.slice(first, last).some(({ tag, lower, lemma }) => tag === "VERB" && /ed$/.test(lower) && index.closing.has(lemma.toLowerCase()))
  );
}

/** "The talks are to last until Saturday", of a text of Thursday: from its day on. Null where the date is no such end, and where either day is unknown. */
export function lastsUntil({ doc: { tokens }, anchor, index }: Sight, { relation, when, first }: DateMention, { first: from }: Sentence): string | null {
  if (relation !== "until" || when === null || anchor === null || !isDay(when) || !isDay(anchor) || when <= anchor) return null;
  const link = tokens[first - 1]?.lower ?? "";
  const verb = link === "until" || link === "till" ? verbBefore(tokens, first, from) : null;
  return verb !== null && index.lasting.has(verb.lemma.toLowerCase()) ? `${anchor}/${when}` : null;
}

/** The length of a meeting that its sentence tells; null where it tells none. */
function lengthIn(sight: Sight, { trigger, sentence, when }: Report): Length | null {
  const { doc, dates, index, datesIndex } = sight;
  const { tokens } = doc;
  const { first, last } = doc.sentences[sentence] as Sentence;
  for (let k = first + 1; k < last; k++) {
    if (!isDayWord(tokens[k])) continue;
    const hyphen = tokens[k - 1]?.lower === "-";
    // "the third straight day"
    const between = hyphen || (tokens[k - 1]?.tag === "ADJ" && !counts(sight, tokens[k - 1] as Token));
    const at = between ? k - 2 : k - 1;
    const word = at < first ? "" : (tokens[at] as Token).lower;
    const next = tokens[k + 1]?.lower ?? "";
    const isOf = next === "of" || next === "in";
    const meets = hasPhrase(tokens, k + 1, Math.min(last, k + near), index.nouns);
    // "a second day of talks ahead of a session on Thursday": the length of the talks alone.
    if (next === "of" && meets && trigger.from >= k + near) continue;
    const ordinal = index.ordinals.get(word);
    if (ordinal !== undefined && !hyphen && !/^(?:after|before|ago|later)$/.test(next) && (next !== "of" || meets))
      return { days: ordinal, ordinal: true, ahead: false };
    const days = datesIndex.numbers.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined);
    if (days === undefined) continue;
    // "in four days beginning 8 October", where that is the meeting's day
    if (beginsOn.has(next) && within(dates, k + 2, k + 4).some((date) => date.when === when)) return { days, ordinal: false, ahead: true };
    // "the three-day meeting", "three days of talks"
    const ahead = tokens[at - 1]?.lower === "for" && next === "of";
    if ((hyphen && k >= trigger.from - 4 && k < trigger.last + 1) || (next === "of" && meets)) return { days, ordinal: false, ahead };
    if (!hyphen && next !== "of" && !/^(?:ago|later|earlier|before|after|from|since|old|until|to)$/.test(next) && isSpent(sight, at, first, isOf))
      return { days, ordinal: false, ahead: false };
  }
  return null;
}

/** Whether a word is a number or an ordinal. */
const counts = ({ index, datesIndex }: Sight, { lower }: Token): boolean => index.ordinals.has(lower) || datesIndex.numbers.has(lower);

/** "sat for three days", "spent three days", "it took three days", "after three days behind closed doors": whether the number at `at` is of what is told, not of what is agreed. */
function isSpent({ doc, index }: Sight, at: number, first: number, isOf: boolean): boolean {
  const { tokens } = doc;
  const before = tokens[at - 1];
  if (at <= first || before === undefined) return false;
  const verb = verbBefore(tokens, before.lower === "for" || before.lower === "after" ? at - 1 : at, first);
  if (before.lower === "after") return verb === null || isOf || index.closing.has(verb.lemma.toLowerCase());
  return verb !== null && index.lasting.has(verb.lemma.toLowerCase()) && (before.lower === "for" || before.tag === "VERB");
}

/** The verb before a token, with no other clause between; null where none is near. */
function verbBefore(tokens: readonly Token[], at: number, first: number): Token | null {
  for (let k = at - 1; k >= Math.max(first, at - near); k--) {
    const token = tokens[k] as Token;
    if (token.tag === "VERB") return token;
    if (token.tag === "PUNCT") return null;
  }
  return null;
}
