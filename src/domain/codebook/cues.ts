// Language data: words that point to an issue, and the direction they give it.
import * as z from "zod";
import { Act, Stance } from "../vocabulary.ts";
import { Id } from "./id.ts";

const Patterns = z.array(z.string()).min(1).describe("In the pattern language of src/extract/positions/patterns.ts.");

/** Words for one issue. `for` affirms its proposition, `against` denies it. */
export const Cue = z.strictObject({
  id: Id.describe("Unique within the issue; a row's rule names it."),
  for: Patterns.optional(),
  against: Patterns.optional(),
  weight: z.number().min(0).max(1).default(0.9).describe("How surely the words mean the issue, once the text is about a conflict."),
  act: Act.optional().describe("Set where the words hold the act in themselves: who does or says this has the position, with no verb of wanting."),
  by: z.enum(["subject", "speaker"]).default("subject").describe("With `act`: whether who does it holds the position, or who says it."),
});
export type Cue = z.infer<typeof Cue>;

export const IssueCue = z.strictObject({
  issue: Id,
  over: z.array(Id).default([]).describe("More general issues that the same words must not make as well."),
  beside: z.array(Id).default([]).describe("Issues that some of the very same words make as well."),
  target: z
    .enum(["doer", "giver", "owner", "member"])
    .optional()
    .describe("On directed issues, who the target is: who does what the words say, who gives, whose it is, who is to be let in."),
  event: z.boolean().default(false).describe('Also something that happens: after "in", "at" or "on" the words only tell when or where.'),
  container: z.boolean().default(false).describe("A paper or idea: where the words say what is in it, that issue counts instead."),
  no_person: Id.optional().describe("The issue that the words mean where whoever is to be met is named and is no person: a movement, a delegation."),
  held: z.enum(["for", "against"]).optional().describe("The direction whose words name what a side has: who will not discuss it keeps it."),
  shared: z
    .boolean()
    .default(false)
    .describe("What both sides would have to do together: to want it is to favour it, where wanting it of the other alone is a demand."),
  willing: Act.optional().describe("The act of a holder that says it will or is ready to; an offer where none is given, and on events a sign of interest."),
  done: Act.optional().describe("The act of whoever is told to have done it; absent where doing it shows no consent."),
  offered: z.boolean().default(false).describe("What the holder itself can give: a readiness to is an offer."),
  cues: z.array(Cue).min(1),
  examples: z
    .array(
      z.strictObject({
        text: z.string(),
        stance: Stance.nullable().describe("The direction of the words alone; null where they must not point to the issue."),
      }),
    )
    .default([]),
});
export type IssueCue = z.infer<typeof IssueCue>;

export const IssueCues = z.strictObject({
  words: z.record(z.string(), z.array(z.string())).describe("Word classes: `@name` in a pattern."),
  not_cues: z.array(z.string()).describe("What looks like a cue and is none; the words these cover count for no issue."),
  context: z
    .strictObject({ conflict: z.array(z.string()), either: z.array(z.string()), other: z.array(z.string()) })
    .describe("Words that show that a text is about an armed conflict, that other matters borrow from it, or that show something else."),
  issues: z.array(IssueCue),
});
export type IssueCues = z.infer<typeof IssueCues>;
