// Dates in running text: walks the tokens and joins neighbouring dates to runs of days. Says when, never what happened then.
import type { Doc, Sentence, Token } from "../types.ts";
import { anchorOf } from "./anchor.ts";
import { type Anchor, addDays, dayNumber, type Point, parsePoint, toEdtf } from "./calendar.ts";
import { leadsOn } from "./counted.ts";
import { readDate } from "./grammar.ts";
import { joins } from "./numerals.ts";
import { marksOff } from "./tense.ts";
import type { DateMention, Reading } from "./types.ts";
import type { DatesIndex } from "./words.ts";

const relations: Record<string, DateMention["relation"]> = {
  since: "since",
  until: "until",
  till: "until",
  by: "until",
  before: "before",
  after: "after",
  following: "after",
};

/**
 * All dates of `doc` in text order. `anchor` is the article's date (EDTF, `XXXX` for an unknown year) or null: without one a day and month keep
 * the year open and a weekday stays unresolved; with a day of an unknown year it hangs on what anchor.ts reads. Linear in the text.
 */
export function findDates(doc: Doc, anchor: string | null, index: DatesIndex): DateMention[] {
  const at = anchorOf(doc, parsePoint(anchor), index);
  const found: DateMention[] = [];
  let lastDay: Point | null = at?.day === null ? null : at;
  for (const sentence of doc.sentences) {
    let i = sentence.first;
    while (i < sentence.last) {
      let reading = index.starts(doc.tokens[i] as Token) ? readDate(doc, i, sentence, at, lastDay, index) : null;
      if (!reading) {
        i++;
        continue;
      }
      reading = wholeWeek(doc, joinRange(doc, reading, sentence, at, lastDay, index), index);
      const { stretch } = reading;
      const ofNext = leadsOn(doc.tokens, reading.first, reading.last);
      if (stretch && stretch.to.day !== null && !ofNext) lastDay = stretch.to;
      const possessive = doc.tokens[reading.last]?.lower === "'s";
      found.push({
        start: (doc.tokens[reading.first] as Token).start,
        end: (doc.tokens[reading.last - 1] as Token).end,
        first: reading.first,
        last: reading.last,
        when: stretch && toEdtf(stretch),
        basis: reading.stated ? "stated" : "resolved",
        precision: reading.precision,
        relation: ofNext ? "next" : possessive || marksOff(doc, reading.first, reading.last, sentence) ? "at" : relationAt(doc, reading.first, sentence, index),
      });
      i = reading.last;
    }
  }
  return found;
}

/** "until noon on Saturday", "by midnight on 3 May": where the time of day before a date begins; the date's own first token where none stands there. */
function timedFrom({ tokens }: Doc, first: number, { dayParts }: DatesIndex): number {
  const on = tokens[first - 1]?.lower === "on" ? first - 2 : first - 1;
  return dayParts.has(tokens[on]?.lower ?? "") ? on : first;
}

function relationAt(doc: Doc, day: number, sentence: Sentence, index: DatesIndex): DateMention["relation"] {
  const first = timedFrom(doc, day, index);
  for (let i = first - 1; i >= Math.max(sentence.first, first - 2); i--) {
    const { lower, tag } = doc.tokens[i] as Token;
    if (lower === "of" && doc.tokens[i - 1]?.lower === "as") return "since";
    const relation = Object.hasOwn(relations, lower) ? relations[lower] : undefined;
    if (relation) return relation;
    if (tag !== "DET" && tag !== "ADJ") break;
  }
  return "at";
}

/** "Wednesday and Thursday of last week": the first day is of the same week. */
function sameWeek(from: Point, to: Point): Point {
  const gap = from.day === null || to.day === null ? 0 : dayNumber(to) - dayNumber(from);
  return gap < 0 && gap > -7 ? addDays(from, -7) : from;
}

/** `to` in the year of `from`, where that is the next such day and the one that was read lies before. */
function closest(to: Point, from: Point): Point {
  const moved = { year: from.year, month: to.month, day: to.day };
  return to.day !== null && from.day !== null && dayNumber(to) < dayNumber(from) && dayNumber(moved) > dayNumber(from) ? moved : to;
}

/** What stands between a stretch of time and its first day: "the week beginning 22 June", "four days starting Monday". */
export const beginsOn: ReadonlySet<string> = new Set(["beginning", "starting", "commencing"]);

/** "the week of 22 June", "the week beginning 22 June": seven days from that day. */
function wholeWeek({ tokens }: Doc, reading: Reading, index: DatesIndex): Reading {
  const { first, last, stretch, stated, precision } = reading;
  const week = index.units.get(tokens[first - 2]?.lower ?? "");
  const link = tokens[first - 1]?.lower ?? "";
  if (precision !== "day" || !stretch || week?.unit !== "week" || week.times !== 1 || (link !== "of" && !beginsOn.has(link))) return reading;
  return { first, last, stretch: { from: stretch.from, to: addDays(stretch.from, 6), about: stretch.about }, stated, precision: "days" };
}

/** "from Monday to Wednesday", "3 March and 4 March", "Tuesday and Wednesday": two days in order make one run; "and" joins neighbours alone. */
function joinRange(doc: Doc, reading: Reading, sentence: Sentence, anchor: Anchor | null, lastDay: Point | null, index: DatesIndex): Reading {
  const sign = doc.tokens[reading.last];
  if (!sign || reading.last >= sentence.last - 1 || !(joins.has(sign.lower) || sign.lower === "or") || !reading.stretch) return reading;
  const other = readDate(doc, reading.last + 1, sentence, anchor, lastDay, index);
  if (!other?.stretch || other.precision === "vague") return reading;
  const weekdays = [reading, other].every(({ first }) => index.weekdays.has(doc.tokens[first]?.lower ?? ""));
  const from = weekdays ? sameWeek(reading.stretch.from, other.stretch.to) : reading.stretch.from;
  // "proposed to meet between 20 and 30 June": both ends are of one year, whatever the tense near each.
  const to = reading.stated || other.stated || from.year === null ? other.stretch.to : closest(other.stretch.to, from);
  const between = doc.tokens[reading.first - 1]?.lower === "between";
  if ((from.day === null) !== (to.day === null) || (from.month === null) !== (to.month === null)) return reading;
  const isOfYear = other.stated && to.year !== null && (from.year === null || (!reading.stated && precedesInYear(doc, reading, to, index)));
  // "from 3 May to 5 June", read on either side of the turn of a year: both are of the later one.
  const isOfNext =
    !reading.stated &&
    from.year !== null &&
    to.year !== null &&
    from.month !== null &&
    to.month !== null &&
    from.year === to.year - 1 &&
    from.month <= to.month;
  const start: Point = isOfYear || isOfNext ? { ...from, year: to.year } : from;
  const gap = dayNumber(to) - dayNumber(start);
  if (gap <= 0 || sign.lower === "or" || (sign.lower === "and" && !between && (from.day === null || gap > 1)))
    return isOfYear ? { ...reading, stretch: { ...reading.stretch, from: start, to: { ...reading.stretch.to, year: start.year } }, stated: true } : reading;
  return {
    first: reading.first,
    last: other.last,
    stretch: { from: start, to, about: reading.stretch.about || other.stretch.about },
    stated: (reading.stated || isOfYear) && other.stated,
    precision: from.day === null ? reading.precision : "days",
  };
}

/** "in October and November 2023": a month or a day of one, earlier in its year than the date behind it, which states the year of both. */
function precedesInYear({ tokens }: Doc, { first, last, stretch }: Reading, { month, day }: Point, index: DatesIndex): boolean {
  const from = stretch?.from;
  if (!from?.month || !month || !tokens.slice(first, last).some(({ lower }) => index.months.has(lower))) return false;
  return from.month < month || (from.month === month && (from.day ?? 0) < (day ?? 0));
}
