// The options of analysis: what counts, as of when, for whom. Each has a default, and every answer says which values it was made with.
import * as z from "zod";
import { maxLimit } from "../resources/parameters.ts";
import { listOf, PartialDate, TextValue, wholeNumber } from "../resources/values.ts";
import { bys, independences } from "./statements.ts";

const Tristate = z.enum(["true", "false", "any"]);

/** Which statements count, beside the filters of positions. They stand in for the filters of the same name. */
export const counting = {
  hedged: Tristate.default("any").describe("Statements that the text itself doubts or softens: `false` leaves them out, `true` takes them alone."),
  past: Tristate.default("false").describe(
    "Statements that are told as former ones: left out unless `any` or `true` is asked, for they must not count as current.",
  ),
};

export const by = (fallback: (typeof bys)[number]) =>
  z
    .enum(bys)
    .default(fallback)
    .describe("Who holds a position: `party` takes everyone who speaks for it together (an actor without a party stands for itself), `actor` each by itself.");

export const independent = z
  .enum(independences)
  .default("source")
  .describe(
    "What counts as an independent report. `source`: the source it rests on, which is the one that the article cites, else its outlet. `outlet`: the outlet that published it. `article`: every article.",
  );

export const asOf = PartialDate.optional().describe(
  "A day, month or year: only what may have been stated by its end counts. Positions without a date are then left out. Default: everything, undated positions as the oldest.",
);

export const between = listOf(TextValue)
  .refine((ids) => ids.length === 2 && ids[0] !== ids[1], { error: "two different ids, such as a,b" })
  .optional()
  .describe("The two whose positions are compared, by their ids, with a comma between. Default: the two with most positions under the filters.");

/** The most rows of an analysis. */
export const limit = (fallback: number, most: number = maxLimit) =>
  wholeNumber(1, most).default(fallback).describe("The most rows; `meta.truncated` says whether there were more.");
