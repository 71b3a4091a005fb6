// Language data that a program wrote: what coded sentences taught of words. Written by `npm run learn`, never by hand.
import * as z from "zod";

const Weights = z.record(z.string(), z.number());

/** A sum of decision trees over signs by name. */
export const Trees = z.strictObject({
  bias: z.number().describe("What the trees add to: the logarithm of the odds before any of them."),
  signs: z.array(z.string()),
  trees: z
    .array(z.array(z.union([z.tuple([z.number()]), z.tuple([z.int().nonnegative(), z.number(), z.int().positive()])])).min(1))
    .describe(
      "Nodes of each tree. Of three numbers: a sign by its place in `signs`, the value up to which the next node follows, and how many nodes further on the tree goes on else. Of one: what it adds.",
    ),
});
export type Trees = z.infer<typeof Trees>;

/** A softmax over signs of words. */
const Classes = z.strictObject({
  classes: z.array(z.string()),
  bias: z.array(z.number()).describe("For each class."),
  signs: z.array(z.string()).describe("Word stems of Porter's algorithm (Program 14.3, 1980), and two of them in a row."),
  counts: z.base64().describe("A byte for each sign: of how many classes it tells."),
  weights: z.base64().describe("Two bytes for each sign and class that it tells of: the class, and the tenths of its weight in the softmax, signed."),
});
export type Classes = z.infer<typeof Classes>;

export const Learned = z.strictObject({
  note: z.string().describe("Who wrote the file, for whoever opens it."),
  texts: z.string().describe("SHA-256 of all that it was learned from, in hexadecimal."),
  issues: Classes.describe('Of which issue a sentence tells: issue ids, and "none" for a sentence without a position.'),
  senses: z
    .strictObject({
      words: z.string().describe("Words that have a vector, a blank between two."),
      size: z.int().nonnegative().describe("Numbers of a vector."),
      units: z.int().nonnegative().describe("Units that see one word, and as many that see three in a row."),
      parts: z
        .strictObject({ vectors: z.number().positive(), others: z.number().positive() })
        .describe("Of one: how many are a unit of a vector's numbers, and of all others."),
      vectors: z.base64().describe("Signed bytes, word by word."),
      filters: z
        .base64()
        .describe(
          "As all that follow in two signed bytes, the lower first. For each number of a vector: for the units of one word, and of three where the word is the first, the middle, the last.",
        ),
      bias: z.base64().describe("For each unit."),
      outputs: z.base64().describe("For each class of `issues`, for each unit."),
      output_bias: z.base64().describe("For each class."),
      meeting: z.base64().describe("For each unit: above 0 a coder shows a round by the sentence."),
      meeting_bias: z.base64().describe("One number."),
    })
    .describe("A convolutional network over vectors of words, which tells the classes of `issues` too, and what `meeting` does."),
  stance: z
    .strictObject({ bias: z.number(), weights: Weights })
    .describe('Logistic weights of stems, of two in a row ("not_accept"), of stems by issue ("ceasefire|stop") and of issues ("@ceasefire"); above 0 is for.'),
  bearing: z
    .strictObject({ bias: z.number(), weights: Weights })
    .describe("Logistic weights of stems and of two in a row in a sentence: above 0 a coder makes a row of it, whosever and of whatever issue."),
  meeting: z.strictObject({ bias: z.number(), weights: Weights }).describe("The same signs: above 0 a coder shows a round by the sentence."),
  matter: z
    .strictObject({ bias: z.number(), weights: Weights })
    .describe("Logistic weights of stems in a whole text: above 0 it is about an armed conflict, below about another matter."),
  acts: Classes.describe('How a position is put forward that no frame or cue made: stance and act ("for propose"). Among the signs are issues ("@ceasefire").'),
  row: Trees.describe("Over the signs of a possible row that no frame or cue made: whether a coder would have made it."),
  told: z
    .strictObject({ bias: z.number(), weights: Weights })
    .describe("Logistic weights of the signs of a row that frames and cues made: whether a coder would have made it."),
  scene: z
    .strictObject({ bias: z.number(), weights: Weights })
    .describe("Logistic weights of the signs of a sentence that no rule made a round of: whether a coder shows one by it."),
  placing: z
    .strictObject({ bias: z.number(), weights: Weights })
    .describe("Logistic weights of the signs of a city and a meeting of which no sentence says where it was: whether it was there."),
});
export type Learned = z.infer<typeof Learned>;
