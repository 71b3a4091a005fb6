// Small schemas that records of several resources share.
import * as z from "zod";
import { Edtf, IsoDay } from "../dates.ts";

export const RowId = z.string().min(1).max(200);
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: "must be two capital letters (ISO 3166-1 alpha-2)" })
  .describe("ISO 3166-1 alpha-2 code.");

/** A count of rows. */
export const Count = z.int().min(0);

/** A reported date: the string and the first and last day that it can mean. */
export const reportedDate = (what: string) =>
  Edtf.nullable().describe(`${what} As reported, in EDTF (ISO 8601-2): 2025-11-23, 2025-11, 2026-02-17/2026-02-18. Null: not known.`);
export const firstDay = (what: string) => IsoDay.nullable().describe(`First day that ${what} can mean. Null: not known, or open.`);
export const lastDay = (what: string) => IsoDay.nullable().describe(`Last day that ${what} can mean, inclusive. Null: not known, or open.`);

export const Evidence = z
  .strictObject({
    id: RowId,
    start: z.int().min(0).describe("Offset of the quote's first character in the article's text, in Unicode code points from 0."),
    end: z.int().min(0).describe("Offset after the quote's last character."),
    quote: z.string().describe("The words that show it: exactly that slice of the article's text."),
    prefix: z.string().describe("Up to 32 characters of text before the quote."),
    suffix: z.string().describe("Up to 32 characters of text after the quote."),
  })
  .meta({
    id: "Evidence",
    description: "The shortest run of whole clauses that shows a fact, with its place in the article's text (W3C TextPositionSelector and TextQuoteSelector).",
  });
export type Evidence = z.infer<typeof Evidence>;

/** How many code points of context stand around a quote. */
export const contextLength = 32;
