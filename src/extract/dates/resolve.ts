// From what the words of a date say to days: years, weekdays and counts resolved against the article's date. Reads no text.
import { type Anchor, addDays, addMonths, dayNumber, isDay, type Point, type Stretch } from "./calendar.ts";
import type { Tense } from "./tense.ts";

/** Days within which an unstated year is the nearest one, whatever the tense. */
const near = 21;
/** Days within which a date without a verb of its own, or in the present, is thought to lie. */
const halfYear = 183;

export type Part = "early" | "mid" | "late" | "first_week" | "second_week" | "third_week" | "last_week";

/** The nearest such day in the tense's direction from the anchor; with the year unknown where the anchor is none. */
export function dayIn(month: number, day: number, anchor: Point | null, tense: Tense | null): Point {
  if (anchor === null || anchor.year === null) return { year: null, month, day };
  const at = dayNumber({ year: anchor.year, month: anchor.month ?? 1, day: anchor.day ?? (anchor.month === null ? 1 : 28) });
  const candidates = [anchor.year - 1, anchor.year, anchor.year + 1]
    .filter((year) => isDay(year, month, day))
    .map((year) => ({ point: { year, month, day }, gap: dayNumber({ year, month, day }) - at }));
  const nearest = candidates.toSorted((a, b) => Math.abs(a.gap) - Math.abs(b.gap))[0];
  if (!nearest) return { year: null, month, day };
  if (Math.abs(nearest.gap) <= near) return nearest.point;
  const ahead = candidates.filter(({ gap }) => gap >= 0)[0];
  const behind = candidates.filter(({ gap }) => gap <= 0).at(-1);
  if (tense === "past") return (behind ?? nearest).point;
  if (tense === "future" && ahead && ahead.gap <= halfYear) return ahead.point;
  return nearest.point;
}

/** "March 18: the two leaders meet": chronicles tell what was in the present, so that a day behind the anchor counts as half as far. */
export function dayOfEntry(month: number, day: number, anchor: Point | null): Point {
  const [ahead, behind] = (["future", "past"] as const).map((tense) => dayIn(month, day, anchor, tense)) as [Point, Point];
  if (anchor === null || [ahead, behind, anchor].some(({ year }) => year === null)) return behind;
  const at = dayNumber({ year: anchor.year as number, month: anchor.month ?? 1, day: anchor.day ?? 1 });
  const daysTo = ({ year, month, day }: Point): number => Math.abs(dayNumber({ year: year as number, month: month as number, day: day as number }) - at);
  return daysTo(ahead) < daysTo(behind) / 2 ? ahead : behind;
}

/** Days of a month that no word names: the last or next ones by tense, else the nearest. Null without a full anchor, or where its month and its neighbours lack such days. */
export function dayOfMonth(days: { from: number; to: number }, anchor: Point, tense: Tense | null): Stretch | null {
  if (anchor.month === null || anchor.day === null) return null;
  if (anchor.year === null) {
    const month = days.to > anchor.day && tense !== "future" ? ((anchor.month + 10) % 12) + 1 : anchor.month;
    return isDay(2024, month, days.to) ? { from: { year: null, month, day: days.from }, to: { year: null, month, day: days.to }, about: false } : null;
  }
  const found = [-1, 0, 1].flatMap((by) => {
    const { year, month } = addMonths(anchor, by);
    if (year === null || month === null || !isDay(year, month, days.to)) return [];
    const to = { year, month, day: days.to };
    return [{ stretch: { from: { year: to.year, month: to.month, day: days.from }, to, about: false }, gap: dayNumber(to) - dayNumber(anchor) }];
  });
  const fits = found.filter(({ gap }) => (tense === "past" ? gap <= 0 : tense === "future" ? gap >= 0 : true));
  return fits.toSorted((a, b) => Math.abs(a.gap) - Math.abs(b.gap))[0]?.stretch ?? null;
}

/** The same for a month alone: the anchor's own month stays in its year. */
export function monthIn(month: number, anchor: Point | null, tense: Tense | null): Point {
  if (anchor === null || anchor.year === null) return { year: null, month, day: null };
  const at = anchor.month ?? 1;
  const back = (at - month + 12) % 12;
  const forward = (12 - back) % 12;
  const ahead = tense === "future" || (tense !== "past" && forward < back);
  return addMonths({ year: anchor.year, month: at, day: null }, back === 0 ? 0 : ahead ? forward : -back);
}

/** Null where the anchor's weekday is unknown. `pick` is the word before it: "last" lies before the anchor's day, "next" after it, "this" in reach on the tense's side. */
export function weekdayIn(day: number, anchor: Anchor | null, tense: Tense | null, pick: "last" | "next" | "this" | null): Point | null {
  if (!anchor || anchor.day === null) return null;
  if (anchor.weekday === null) return pick === "this" ? anchor : null;
  const back = (anchor.weekday - day + 7) % 7;
  const forward = (7 - back) % 7;
  if (pick === "last") return addDays(anchor, back === 0 ? -7 : -back);
  if (pick === "next") return addDays(anchor, forward === 0 ? 7 : forward);
  return addDays(anchor, tense === "future" ? forward : -back);
}

/** Saturday and Sunday; null where the anchor's weekday is unknown. */
export function weekendIn(anchor: Anchor | null, tense: Tense | null, pick: "last" | "next" | "this" | null): Stretch | null {
  if (!anchor || anchor.day === null || anchor.weekday === null) return null;
  const today = anchor.weekday;
  const own = addDays(anchor, 6 - today);
  const shift = pick === "next" ? 7 : pick === "last" || (pick === null && tense === "past" && today < 6) ? -7 : 0;
  const from = addDays(own, shift);
  return { from, to: addDays(from, 1), about: false };
}

/** The week, month or year `by` units from the anchor's; null where the anchor is not as fine. */
export function unitAt(unit: "day" | "week" | "month" | "year", by: number, anchor: Anchor | null): Stretch | null {
  if (!anchor) return null;
  if (unit === "year") return anchor.year === null ? null : whole({ year: anchor.year + by, month: null, day: null });
  if (anchor.month === null) return null;
  if (unit === "month") return whole(addMonths(anchor, by));
  if (anchor.day === null) return null;
  if (unit === "day") return whole(addDays(anchor, by));
  if (anchor.weekday === null) return null;
  const monday = addDays(anchor, 1 - anchor.weekday + 7 * by);
  return { from: monday, to: addDays(monday, 6), about: false };
}

/** The point `count` units from `from`, about where the unit is coarser than a day; null where `from` is not as fine. */
export function countFrom(from: Point | null, count: number, unit: "day" | "week" | "month" | "year"): Stretch | null {
  if (!from) return null;
  if (unit === "year") return from.year === null ? null : { ...whole({ year: from.year + count, month: null, day: null }), about: true };
  if (from.month === null) return null;
  if (unit === "month") return { ...whole(addMonths(from, count)), about: true };
  if (from.day === null) return null;
  return { ...whole(addDays(from, unit === "week" ? 7 * count : count)), about: unit === "week" };
}

/** Early, middle or late part of a month or a year, as thirds; "mid" of a month is its 10th to 20th. */
export function partOf({ year, month }: Point, part: Part): Stretch {
  if (month === null) {
    const [from, to] = part === "early" || part === "first_week" ? [1, 4] : part === "late" || part === "last_week" ? [9, 12] : [5, 8];
    return { from: { year, month: from, day: null }, to: { year, month: to, day: null }, about: true };
  }
  const end = [31, 30, 29, 28].find((day) => isDay(year ?? 2023, month, day)) ?? 28;
  const [from, to] = daysOf(part, end);
  return { from: { year, month, day: from }, to: { year, month, day: to }, about: true };
}

/** The same for a month whose year the text leaves open: "took place in late March", told early in March, was a year before. */
export function partIn(month: Point, part: Part, anchor: Point | null, tense: Tense | null): Stretch {
  const stretch = partOf(month, part);
  const day = anchor?.day ?? null;
  if (anchor === null || day === null || month.year === null || month.year !== anchor.year || month.month !== anchor.month) return stretch;
  const years = tense === "past" && (stretch.from.day ?? 0) > day ? -1 : tense === "future" && (stretch.to.day ?? 31) < day ? 1 : 0;
  return years === 0 ? stretch : partOf({ ...month, year: month.year + years }, part);
}

/** The days of a part of a month that ends on `end`. */
function daysOf(part: Part, end: number): [number, number] {
  const days: Record<Part, [number, number]> = {
    early: [1, 10],
    mid: [10, 20],
    late: [21, end],
    first_week: [1, 7],
    second_week: [8, 14],
    third_week: [15, 21],
    last_week: [end - 6, end],
  };
  return days[part];
}

/** A season as its months; one that runs over the new year starts in `year`. Without a year, the last or next one by tense. */
export function seasonIn(season: { from: number; to: number }, year: number | null, anchor: Point | null, tense: Tense | null): Stretch | null {
  const length = (season.to - season.from + 12) % 12;
  let from: Point;
  if (year !== null) from = { year, month: season.from, day: null };
  else {
    if (!anchor || anchor.month === null || anchor.year === null) return null;
    from = monthIn(season.from, anchor, tense);
    if (tense !== "future" && from.year !== null && from.year * 12 + (from.month ?? 1) > anchor.year * 12 + anchor.month)
      from = { year: from.year - 1, month: from.month, day: from.day };
  }
  return { from, to: addMonths(from, length), about: false };
}

/** "this summer": of the article's own year; in January and February "this winter" is the one that began before. */
export function seasonOf(season: { from: number; to: number }, anchor: Point | null): Stretch | null {
  if (anchor?.year == null || anchor.month === null) return null;
  const isBefore = season.to < season.from && anchor.month <= season.to;
  return seasonIn(season, isBefore ? anchor.year - 1 : anchor.year, anchor, null);
}

export function whole(point: Point): Stretch {
  return { from: point, to: point, about: false };
}
