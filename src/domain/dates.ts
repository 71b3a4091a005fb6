// Dates as reported (EDTF, ISO 8601-2) and the days that filters use. Reads no clock.
import { createRequire } from "node:module";
import * as z from "zod";

// Loaded with the first date that is not plain: few are, and its grammar takes longer to load than to use.
const require = createRequire(import.meta.url);
const edtf: typeof import("edtf")["default"] = (text) => (require("edtf") as typeof import("edtf")).default(text);

/** A calendar day, `YYYY-MM-DD`. */
export const IsoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** An EDTF level 0-2 string as the coding guide uses it: `2025-11-23`, `2026-02-17/2026-02-18`, `2025-12`, `XXXX-02-17`, `2025-12~`. */
export const Edtf = z.string().max(64).refine(isEdtf, { error: "not an EDTF date (ISO 8601-2), such as 2025-11-23, 2025-11 or 2026-02-17/2026-02-18" });

/** First and last day that a date can mean, both inclusive. Null where that end is open or the year is not stated. */
export interface DayBounds {
  from: string | null;
  to: string | null;
}

/** The plain forms that nearly all dates have, and that need no parser: a year, a month, a day that every month has. */
const plain = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|1\d|2[0-8]))?)?$/;
/** The signs of which EDTF dates and intervals are made. Sets and lists of dates are not used here; the parser is slow on long strings. */
const signs = /^[\dX.~?%/-]{4,40}$/;

/** Whether `text` is an EDTF date or interval of a real calendar day, month or year. The library rolls 30 February over; here it is none. */
export function isEdtf(text: string): boolean {
  if (plain.test(text)) return true;
  if (!signs.test(text) || text.split("/").some((part) => !isCalendarDay(part))) return false;
  try {
    edtf(text);
    return true;
  } catch {
    return false;
  }
}

/** False for a day that its month does not have; true for whatever is no full day. */
function isCalendarDay(part: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})[~?%]?$/.exec(part)?.[1];
  if (day === undefined) return true;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}

/**
 * The days that an EDTF string covers. A month covers all its days, `~` and `?` change nothing,
 * a date without a year (`XXXX-02-17`) has no bounds. Null in, nulls out; a string that is no EDTF throws.
 */
export function dayBounds(date: string | null): DayBounds {
  if (date === null) return { from: null, to: null };
  const [first, last] = date.includes("/") ? (date.split("/", 2) as [string, string]) : [date, date];
  return { from: edge(first, "min"), to: edge(last, "max") };
}

function edge(part: string, end: "min" | "max"): string | null {
  if (part === "" || part === ".." || /^X/.test(part)) return null;
  const sure = part.replace(/[~?%]$/, "");
  if (/^\d{4}-\d{2}-\d{2}$/.test(sure) && isCalendarDay(sure)) return sure;
  const [, year, month] = plain.exec(sure) ?? [];
  if (year !== undefined) return end === "min" ? `${year}-${month ?? "01"}-01` : `${year}-${month ?? "12"}-${daysIn(Number(year), Number(month ?? 12))}`;
  const at = edtf(part)[end];
  return Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : null;
}

/** Days of a month. The calendar repeats after 400 years, and the engine takes the years before 100 for others. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

const dayLength = 86_400_000;

/** Days from one ISO day to another; negative where the other comes first. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayLength);

/** The ISO day that lies `days` after another. */
export const addDays = (from: string, days: number): string => new Date(Date.parse(from) + days * dayLength).toISOString().slice(0, 10);
