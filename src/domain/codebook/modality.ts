// Language data: negators, hedges, conditions and past markers.
import * as z from "zod";

const Patterns = z.array(z.string()).min(1).describe("In the pattern language of src/extract/positions/patterns.ts.");

export const Modality = z.strictObject({
  negators: Patterns.describe('Turn the verb that stands right behind them; single words like "not" are the grammar\'s.'),
  inert: Patterns.describe("Look like negators and are none: not only, no doubt."),
  hedges: Patterns.describe("The text itself doubts or softens."),
  conditions: z
    .array(
      z.strictObject({
        id: z.string(),
        patterns: Patterns,
        effect: z
          .enum(["if", "unless", "until", "exchange", "while"])
          .describe(
            "if: what follows must be so. unless and until: nothing happens before it. exchange: what follows is the price. while: what follows must end.",
          ),
      }),
    )
    .describe("Words that open a condition; what they open goes to the clause's end."),
  past: Patterns.describe("The stance is told as a former one."),
  current: Patterns.describe("Words that make a past tense a present stance all the same."),
  hypothetical: Patterns.describe("What follows is supposed, scheduled or foretold, and nobody's position."),
});
export type Modality = z.infer<typeof Modality>;
