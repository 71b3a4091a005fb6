// Dates that count from another: "two days earlier", "a week ago", "in seven days". Reads no calendar date.
import type { Doc, Sentence, Token } from "../types.ts";
import { type Anchor, addDays, type Point } from "./calendar.ts";
import { countFrom } from "./resolve.ts";
import { tenseAt } from "./tense.ts";
import type { Reading } from "./types.ts";
import type { DatesIndex } from "./words.ts";

/** Tokens from "first" to the years in which it was. */
const besideFirst = 9;

/** Tokens from a day to "two days after", which counts from it. */
const besideDay = 12;

/** "two days earlier", "a week ago", "in seven days" (of what is to come: of the past it is a length of time), "on Monday, two days after" something. */
export function counted(doc: Doc, i: number, sentence: Sentence, anchor: Anchor | null, lastDay: Point | null, index: DatesIndex): Reading | null {
  const { tokens } = doc;
  const word = (at: number) => (at < sentence.last ? (doc.tokens[at] as Token).lower : "");
  const ahead = stretchAhead(doc, i, sentence, anchor, index);
  if (ahead) return ahead;
  const lead = word(i) === "in";
  const near = lead && /^(?:about|around|roughly|some|approximately)$/.test(word(i + 1));
  const at = lead ? i + (near ? 2 : 1) : i;
  const count = countOf(word(at), index);
  const unit = index.units.get(word(at + 1));
  if (count === undefined || !unit) return null;
  const by = count * unit.times;
  const precision = unit.unit;
  const before = i > sentence.first ? (doc.tokens[i - 1] as Token).lower : "";
  if (before === "than") return null;
  const after = word(at + 2);
  if (lead) {
    // "their first meeting in two years"
    if (tokens.slice(Math.max(sentence.first, i - besideFirst), i).some(({ lower }) => lower === "first" || lower === "only")) return null;
    if (after === "'" || tenseAt(doc, i, at + 2, index) === "past" || tenseAt(doc, i, at + 2, index) === null) return null;
    const stretch = countFrom(anchor, by, unit.unit);
    return { first: i, last: at + 2, stretch: stretch && { ...stretch, about: stretch.about || near }, stated: false, precision };
  }
  if (index.ago.has(after)) return { first: i, last: at + 3, stretch: countFrom(anchor, -by, unit.unit), stated: false, precision };
  if (index.earlier.has(after) && !(after === "before" && sentence.last > at + 3 && tokens[at + 3]?.tag !== "PUNCT"))
    return { first: i, last: at + 3, stretch: countFrom(lastDay, -by, unit.unit), stated: false, precision };
  if (index.later.has(after)) return { first: i, last: at + 3, stretch: countFrom(lastDay, by, unit.unit), stated: false, precision };
  // What happened on Monday, two days after something else, tells the day of both.
  if (leadsOn(tokens, i, at + 3) && lastDay !== null && unit.unit === "day" && dayWithin(tokens, Math.max(sentence.first, i - besideDay), i, index))
    return { first: i, last: at + 3, stretch: countFrom(lastDay, after === "after" ? -by : by, unit.unit), stated: false, precision };
  return null;
}

/** "two", "12". */
function countOf(text: string, { numbers }: DatesIndex): number | undefined {
  return numbers.get(text) ?? (/^\d{1,2}$/.test(text) ? Number(text) : undefined);
}

/** "within two weeks", "over the next ten days", of what is to come: from the day after the article's up to the last of them. "Within two weeks of the signing" counts from that. */
function stretchAhead({ tokens }: Doc, i: number, sentence: Sentence, anchor: Anchor | null, index: DatesIndex): Reading | null {
  const word = (at: number) => (at < sentence.last ? (tokens[at] as Token).lower : "");
  const isNext = word(i + 1) === "the" && /^(?:next|coming|following)$/.test(word(i + 2));
  const at = isNext ? i + 3 : i + 1;
  if (!(word(i) === "within" || (isNext && /^(?:in|over|during)$/.test(word(i))))) return null;
  const count = countOf(word(at), index);
  const unit = index.units.get(word(at + 1));
  if (count === undefined || !unit || unit.unit === "year" || /^(?:of|after|from|before|'|’)$/.test(word(at + 2))) return null;
  const day = anchor?.day ? anchor : null;
  const until = countFrom(day, count * unit.times, unit.unit);
  const to = until && (until.to.day === null && day ? { ...until.to, day: Math.min(day.day as number, 28) } : until.to);
  return { first: i, last: at + 2, stretch: day && to && { from: addDays(day, 1), to, about: true }, stated: false, precision: "days" };
}

/** Whether a count of days from token `first` up to `last` is that of what follows: "two days after the talks", and not "the day before that". */
export function leadsOn(tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[last];
  if (tokens[first]?.lower === "the" || tokens[first - 1]?.lower === "the") return false;
  return (
    ["after", "before"].includes(tokens[last - 1]?.lower ?? "") && next !== undefined && next.sentence === tokens[last - 1]?.sentence && next.tag !== "PUNCT"
  );
}

/** Whether a weekday or a day of a month stands there. */
function dayWithin(tokens: readonly Token[], from: number, to: number, { weekdays, months }: DatesIndex): boolean {
  const isNumber = (k: number) => /^\d{1,2}$/.test(tokens[k]?.lower ?? "");
  for (let k = from; k < to; k++) {
    const { lower } = tokens[k] as Token;
    if (weekdays.has(lower) || (months.has(lower) && (isNumber(k - 1) || isNumber(k + 1)))) return true;
  }
  return false;
}
