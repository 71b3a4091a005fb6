// Language data: how a text writes days, months and stretches of time. What the words mean is here, how they combine is src/extract/dates.
import * as z from "zod";
import { Edtf } from "../dates.ts";

const Words = z.array(z.string()).min(1);
const Part = z.enum(["early", "mid", "late", "first_week", "second_week", "third_week", "last_week"]);
const Unit = z.enum(["day", "week", "month", "year"]);

const DateExample = z.strictObject({
  text: z.string(),
  anchor: Edtf.nullable().describe("The article's date; null where it has none."),
  dates: z.array(z.string().nullable()).describe("What each date in the text means, in order; null for one that cannot be resolved."),
});

export const Dates = z.strictObject({
  months: z
    .array(
      z.strictObject({
        name: z.string(),
        short: z.array(z.string()).default([]),
        ambiguous: z.boolean().default(false).describe("The name is also another word, so that it needs a number, a preposition or a capital beside it."),
      }),
    )
    .length(12)
    .describe("January first."),
  weekdays: z
    .array(z.strictObject({ name: z.string(), short: z.array(z.string()).default([]) }))
    .length(7)
    .describe("Monday first. Short forms count before a date only."),
  seasons: z
    .array(z.strictObject({ name: z.string(), from: z.int().min(1).max(12), to: z.int().min(1).max(12) }))
    .describe("First and last month, as the northern half of the world has them."),
  days: z.array(z.strictObject({ words: z.string(), offset: z.int() })).describe("Days counted from the article's date."),
  same_days: z.array(z.strictObject({ words: z.string(), offset: z.int() })).describe("Days counted from the last day that the text named."),
  day_parts: Words,
  weekend: Words,
  numbers: z.record(z.string(), z.int().positive()),
  day_words: z.record(z.string(), z.int().min(1).max(31)).describe("Days of the month in words, before 'of' and a month."),
  units: z.array(z.strictObject({ words: Words, unit: Unit, times: z.int().positive().default(1) })),
  last: Words,
  next: Words,
  this: Words,
  parts: z.array(z.strictObject({ words: z.string(), part: Part })),
  ago: Words,
  earlier: Words,
  later: Words,
  vague: z
    .array(z.strictObject({ words: z.string(), from: z.int(), to: z.int() }))
    .describe("Stretches near the article's date, in days from it; the result is marked as about."),
  planned: Words.describe("Words before a date that put it in the future whatever the tense."),
  delaying: Words.describe('Words that put what stands behind "until" into the future: "was postponed until Monday".'),
  arranging: Words.describe('Words that put what stands behind "for" into the future, whatever their own tense: "has invited them for Monday".'),
  attending: Words.describe("Lemmas of what is done with a meeting that is to come: the day that marks one off behind them is no past one."),
  timetable: Words.describe("Lemmas of what a timetable tells in the present: a date behind one is to come."),
  not_dates: Words.describe("Nouns whose number is no day and no year."),
  examples: z.array(DateExample),
});
export type Dates = z.infer<typeof Dates>;
