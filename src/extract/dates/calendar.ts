// Arithmetic on days, months and years of which the year may be unknown, and their EDTF. Knows no words.

/** A day, a month (day null) or a year (month null). A null year is one that the text does not state. */
export interface Point {
  year: number | null;
  month: number | null;
  day: number | null;
}

/** The article's day or month. `weekday` (1 for Monday) is null where neither the year nor the text tells it. */
export interface Anchor extends Point {
  weekday: number | null;
}

/** From `from` to `to`, both inclusive; `about` marks a stretch with soft ends. */
export interface Stretch {
  from: Point;
  to: Point;
  about: boolean;
}

/** Stands in for an unknown year in sums of days: no leap year, so that XXXX-02-28 and XXXX-03-01 are neighbours. */
const someYear = 2023;
const dayLength = 86_400_000;

/** Days since 1970-01-01 of a point with a month and a day. */
export function dayNumber({ year, month, day }: Point): number {
  return Date.UTC(year ?? someYear, (month ?? 1) - 1, day ?? 1) / dayLength;
}

/** The day `days` after `point`. The year stays unknown where it was. */
export function addDays(point: Point, days: number): Point {
  const date = new Date((dayNumber(point) + days) * dayLength);
  return { year: point.year === null ? null : date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The month `months` after the point's; the day goes. */
export function addMonths(point: Point, months: number): Point {
  const at = (point.year ?? someYear) * 12 + (point.month ?? 1) - 1 + months;
  return { year: point.year === null ? null : Math.floor(at / 12), month: (at % 12) + 1, day: null };
}

/** 1 for Monday to 7 for Sunday. The point's year must be known. */
export function weekday(point: Point): number {
  return ((dayNumber(point) + 3) % 7) + 1;
}

/** Whether such a day exists; in an unknown year 29 February does. */
export function isDay(year: number | null, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
}

/** Reads `2025-03-12`, `2025-03`, `2025`, `XXXX-03-12`, or the first end of an interval of them; null for null or anything else. */
export function parsePoint(edtf: string | null): Point | null {
  const match = /^(\d{4}|XXXX)(?:-(\d{2}))?(?:-(\d{2}))?/.exec(edtf ?? "");
  if (!match) return null;
  return { year: match[1] === "XXXX" ? null : Number(match[1]), month: match[2] ? Number(match[2]) : null, day: match[3] ? Number(match[3]) : null };
}

/** First and last day (ISO) of a date that this grammar makes; nulls where its year is open or there is none. A fast stand-in for the EDTF library. */
export function boundsOf(edtf: string | null): { from: string | null; to: string | null } {
  if (edtf === null || edtf.startsWith("X")) return { from: null, to: null };
  const [first, last] = edtf.split("/", 2);
  const [from, to] = [parsePoint(first ?? null), parsePoint(last ?? first ?? null)];
  if (!from || !to || from.year === null || to.year === null) return { from: null, to: null };
  const month = to.month ?? 12;
  const end = to.day ?? new Date(Date.UTC(to.year, month, 0)).getUTCDate();
  return { from: pointToEdtf({ year: from.year, month: from.month ?? 1, day: from.day ?? 1 }), to: pointToEdtf({ year: to.year, month, day: end }) };
}

export function pointToEdtf({ year, month, day }: Point): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return (year === null ? "XXXX" : String(year)) + (month === null ? "" : `-${two(month)}`) + (day === null ? "" : `-${two(day)}`);
}

/** EDTF of a stretch: one date where both ends are the same, else an interval. Where the year is open, "about" is left out: the EDTF library reads no date with both. */
export function toEdtf({ from, to, about }: Stretch): string {
  const mark = about && from.year !== null ? "~" : "";
  const [first, last] = [pointToEdtf(from) + mark, pointToEdtf(to) + mark];
  return first === last ? first : `${first}/${last}`;
}
