// How one query parameter's text becomes a value: lists, numbers, flags, dates. Every schema here shows its type in the JSON Schema and takes text.
import * as z from "zod";
import { dayBounds, isEdtf } from "../dates.ts";

/** The most values that one comma list may hold. */
const maxListValues = 100;

/**
 * Cuts a comma list. A value in double quotes may hold commas; a doubled quote inside stands for one (as in CSV). Blanks around values go.
 * `a,"b, c"` -> a | b, c. Null for anything but text, such as a parameter given twice.
 */
export function splitList(raw: unknown): string[] | null {
  if (typeof raw !== "string") return null;
  const values: string[] = [];
  let value = "";
  let quoted = false;
  for (let at = 0; at < raw.length; at++) {
    const char = raw.charAt(at);
    if (quoted && char === '"' && raw.charAt(at + 1) === '"') value += raw.charAt(++at);
    else if (char === '"' && (quoted || value.trim() === "")) quoted = !quoted;
    else if (char === "," && !quoted) {
      values.push(value.trim());
      value = "";
    } else value += char;
  }
  values.push(value.trim());
  return values;
}

/** A comma list of at least one and at most 100 values. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    splitList,
    z.array(item, { error: "give it once, its values separated by commas" }).max(maxListValues, { error: `at most ${maxListValues} values` }),
  );
}

/** Any text that a field may hold. */
export const TextValue = z.string().min(1, { error: "an empty value: leave the parameter out, or use __isnull" }).max(500, { error: "at most 500 characters" });

const plainNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const toNumber = (raw: unknown) => (typeof raw === "string" && plainNumber.test(raw) ? Number(raw) : raw);

/** A decimal number without exponent. */
export const NumberValue = z.preprocess(toNumber, z.number({ error: "a number, such as 0.5" }));

/** A whole number from `least` to `most`. */
export const wholeNumber = (least: number, most: number) =>
  z.preprocess(
    toNumber,
    z
      .int({ error: `a whole number from ${least} to ${most}` })
      .min(least, { error: `at least ${least}` })
      .max(most, { error: `at most ${most}` }),
  );

/** `true` or `false`, nothing else. */
export const FlagValue = z.preprocess((raw) => (raw === "true" ? true : raw === "false" ? false : raw), z.boolean({ error: "true or false" }));

/** A day, month or year: `2025-11-23`, `2025-11`, `2025`. */
export const PartialDate = z
  .string({ error: "give it once" })
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, { error: "a day, month or year, such as 2025-11-23, 2025-11 or 2025", abort: true })
  .refine((date) => isEdtf(date) && firstDayOf(date).startsWith(date), { error: "no such date in the calendar" });

/** First day of a partial date. */
export const firstDayOf = (date: string): string => dayBounds(date).from as string;
/** Last day of a partial date. */
export const lastDayOf = (date: string): string => dayBounds(date).to as string;
