// Language data: words that together tell what a demand, offer or refusal is about where no cue of cues.yaml does.
import * as z from "zod";
import { Stance } from "../vocabulary.ts";
import { Id } from "./id.ts";

const Words = z
  .array(z.string().regex(/^[a-z0-9][a-z0-9'_-]*$/))
  .describe("A dictionary form or the form as it stands, in lower case; two words in a row with `_` between.");

export const IssueWords = z.strictObject({
  issue: Id,
  definition: z.string().describe("What the words must be about."),
  strong: Words.min(1).describe("Name the issue almost alone."),
  fair: Words.describe("Name it with another word beside them."),
  weak: Words.describe("Only add to others."),
  for: Words.default([]).describe("Words that say the proposition is so; they count nothing."),
  against: Words.default([]).describe("Words that say it is not so, where none of `for` stands beside them; they count nothing."),
  examples: z
    .array(
      z.strictObject({ text: z.string(), stance: Stance.nullable().describe("The direction of the words alone; null where they must not lead to the issue.") }),
    )
    .default([]),
});

export const Vocabulary = z.strictObject({
  silent: Words.describe("Two words in a row that speak for nothing, though one alone might."),
  issues: z.array(IssueWords),
});
export type Vocabulary = z.infer<typeof Vocabulary>;
