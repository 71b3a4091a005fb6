// The published measurement of the extractor: what docs/accuracy.json holds and `/v1/quality` answers.
import * as z from "zod";
import { Quality } from "./quality.ts";

/** What docs/accuracy.json holds: the extractor measured against articles that were coded by hand. */
export const Accuracy = z
  .strictObject({
    measured_on: z.string().describe("Day of the measurement."),
    versions: z.strictObject({ extractor: z.string(), codebook: z.string() }).describe("What was measured."),
    quality: Quality.describe(
      "On the articles of the demo corpus and a few more, a part of which the rules were developed on: an upper bound for other texts.",
    ),
    held_out: Quality.describe("On articles that whoever writes rules has not read: what to expect of new texts."),
    coders: Quality.omit({ calibration: true }).describe(
      "A second coder of some held-out articles, who saw neither the first one's codings nor the extractor, measured against them as the extractor is: how far coders agree.",
    ),
  })
  .meta({ id: "Accuracy", description: "The measured accuracy of the extractor." });
export type Accuracy = z.infer<typeof Accuracy>;
