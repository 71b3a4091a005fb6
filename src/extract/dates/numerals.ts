// Dates and days of a month written in figures or number words: "28.04.2025", "17 and 18", "the seventh". Knows no month's name.
import type { Doc, Sentence, Token } from "../types.ts";
import { isDay, type Point } from "./calendar.ts";
import type { DatesIndex } from "./words.ts";

/** What joins two days or two dates to a run. */
export const joins = new Set(["-", "–", "—", "to", "and", "until", "till", "through", "&"]);

/** "2025-03-12", "28.04.2025"; "12/03/2025" only where one of the numbers can be no month. */
export function numericDate(word: string): Point | null {
  let match = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/.exec(word);
  if (match) return point(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)$/.exec(word);
  if (match) return point(Number(match[3]), Number(match[2]), Number(match[1]));
  match = /^(\d\d?)\/(\d\d?)\/((?:19|20)\d\d)$/.exec(word);
  if (!match) return null;
  const [a, b, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return a > 12 ? point(year, b, a) : b > 12 || a === b ? point(year, a, b) : null;
}

function point(year: number, month: number, day: number): Point | null {
  return isDay(year, month, day) ? { year, month, day } : null;
}

/** One to four days as numbers: "17", "17th", "17-18", "17 and 18", "5 to 9", "3, 4 and 5", "the 8 to the 22". `last` is the token after them. */
export function dayList(doc: Doc, i: number, sentence: Sentence): { from: number; to: number; last: number } | null {
  const numbers = (at: number): number[] | null => {
    if (at >= sentence.last) return null;
    const match = /^(\d{1,2})(?:st|nd|rd|th)?(?:[-–](\d{1,2})(?:st|nd|rd|th)?)?$/.exec((doc.tokens[at] as Token).lower);
    const days = match?.slice(1).flatMap((day) => (day === undefined ? [] : [Number(day)])) ?? [];
    return days.length > 0 && days.every((day) => day >= 1 && day <= 31) ? days : null;
  };
  const head = numbers(i);
  if (!head) return null;
  const days = [...head];
  let last = i + 1;
  while (days.length < 4 && last < sentence.last - 1) {
    const sign = (doc.tokens[last] as Token).lower;
    if (!joins.has(sign) && sign !== ",") break;
    // "of the 8 to the 22 of April"
    const at = (doc.tokens[last + 1] as Token).lower === "the" ? last + 2 : last + 1;
    const more = numbers(at);
    if (!more || (more[0] as number) <= (days.at(-1) as number)) break;
    days.push(...more);
    last = at + 1;
  }
  const [from, to] = [days[0] as number, days.at(-1) as number];
  return to >= from ? { from, to, last } : null;
}

/** "the twenty-fifth of", "the seventh of": a day of the month in words; null where no "of" follows. `last` is the token after it. */
export function dayInWords(doc: Doc, i: number, sentence: Sentence, index: DatesIndex): { from: number; to: number; last: number } | null {
  const word = (at: number) => (at < sentence.last ? (doc.tokens[at] as Token).lower : "");
  const tens = word(i + 1) === "-" ? index.tens.get(word(i)) : undefined;
  const at = tens === undefined ? i : i + 2;
  const unit = index.dayWords.get(word(at));
  if (unit === undefined || word(at + 1) !== "of" || (tens !== undefined && unit > 9)) return null;
  const day = (tens ?? 0) + unit;
  return { from: day, to: day, last: at + 1 };
}
