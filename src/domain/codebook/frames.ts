// Language data: verbs, nouns and adjectives that put a holder, an act and a stance together.
import * as z from "zod";
import { Act } from "../vocabulary.ts";
import { Id } from "./id.ts";

/** verb: the subject (or by-agent) holds, what follows is wanted. noun: the possessor holds. verdict: what stands before is judged, "for X" or the speaker holds. operator: only turns the direction of what follows. */
export const frameKinds = ["verb", "noun", "verdict", "operator"] as const;

export const Frame = z.strictObject({
  id: Id,
  kind: z.enum(frameKinds),
  act: Act.nullable().default(null).describe("Null on operators alone."),
  attitude: z.enum(["+", "-"]).describe("For or against what the words take as their complement."),
  patterns: z.array(z.string()).min(1).describe("In the pattern language of src/extract/positions/patterns.ts."),
  speech: z.boolean().default(false).describe("The words say that something was said aloud: the row's attribution is a statement by the holder."),
  mutual: z.boolean().default(false).describe('In the passive with nobody named, both sides hold it: "it was agreed".'),
  readiness: z.boolean().default(false).describe("Says that the holder is ready for what follows; the inner verb settles the act."),
  lists: z.boolean().default(false).describe('A noun whose own "of" and "for" tell what it belongs to; what it holds stands after a colon, "that" or "is".'),
  when_negated: Act.optional().describe("The act of its denial, where that is not the usual one for its act."),
  when_shared: Act.optional().describe("Its act over an issue that both sides would have to share in: wanting a truce is favouring it."),
  says: z.boolean().default(false).describe("Only gives weight to the sentence that follows: its own act counts, where it has one."),
  hedged: z.boolean().default(false),
  past: z.boolean().default(false),
  keeps: z.boolean().default(false).describe('Said of what the holder has ("our borders are not up for discussion"), it wants that kept.'),
  shuns: z.boolean().default(false).describe('Names what is shunned, with or without a "no" before it: "red lines: no foreign soldiers".'),
  gripes: z.boolean().default(false).describe('A judgement told after it stays one: "complained that the plan was a trap".'),
  only: z.array(Id).optional().describe("The issues that it can be about; absent where any."),
  under: z.enum(["+", "-"]).optional().describe("Counts only where a frame of that attitude stands over it."),
  weight: z.number().min(0).max(1).default(0.9),
  definition: z.string().describe("What an entry of this frame must mean."),
  yes: z.array(z.string()).default([]).describe("Sentences in which it must be found."),
  no: z.array(z.string()).default([]).describe("Sentences in which it must not be found."),
});
export type Frame = z.infer<typeof Frame>;

export const Frames = z.strictObject({
  words: z.record(z.string(), z.array(z.string())),
  frames: z.array(Frame),
  adjectival: z.array(z.string()).describe('Participles that describe their subject: "is prepared to" is no passive.'),
  patients: z.array(z.string()).describe('Past forms that, right after a noun and with no object, describe it: "captives held since May".'),
  agents: z.array(z.string()).describe('What acts for its owner: "his troops", "their country".'),
  others: z.array(z.string()).describe('Who does not act for the owner: "her friends", "its rivals".'),
  heads: z.array(z.string()).describe('What "both" and "the two" call persons and not sides: leaders, presidents.'),
  standing: z.array(z.string()).describe("Verbs of staying and keeping."),
  undoing: z.array(z.string()).describe("Verbs that, as a participle behind what somebody wants, undo it: the guarantees abolished."),
  endings: z.array(z.string()).describe("Verbs whose subject is no more, with no object: the embargo must go."),
  joint_papers: z.array(z.string()).describe("Nouns for what several agree on. A place named right before one says where it was agreed, and not whose it is."),
  receivers: z.array(z.string()).describe("Verbs whose subject is given something: the giver holds the offer."),
  side_heads: z.array(z.string()).describe("Nouns by which a heading with one name says that its list is what that side wants: Norland's position."),
  communiques: z.array(z.string()).describe("Heads of a text that is itself somebody's statement."),
  not_frames: z.array(z.string()).describe("Phrases that hold a frame's words and mean something else; what they cover makes no frame."),
  anaphors: z.array(z.string()).describe("Words that stand for what was proposed or asked a sentence or two before."),
  apposed: z.array(z.string()).describe("Words that do so behind a comma, within one sentence: wants a truce, something that the army has ruled out."),
  assents: z.array(z.string()).describe('Short answers that accept what was asked, alone in somebody\'s mouth or behind a verb of answer: "Yes", "said yes".'),
  dissents: z.array(z.string()).describe('Those that refuse it: "Never", "said no".'),
  falsehoods: z.array(z.string()).describe("Words that call a report untrue."),
  tales: z.array(z.string()).describe("Nouns for what may be called so: reports, claims, rumours."),
  plans: z.array(z.string()).describe("Papers whose contents are the positions of those who put them forward."),
  paper_parts: z.array(z.string()).describe("Parts of a paper: what one holds, the paper holds."),
  presents: z.array(z.string()).describe("Verbs whose subject makes its object, a paper, known as its own."),
  signs: z.array(z.string()).describe("Verbs whose subject takes its object, a paper, on itself together with others."),
  plan_verbs: z.array(z.string()).describe("What such papers do with their contents: provide for, call for, would require."),
  both: z.array(z.string()).describe("Words that stand for the two main sides together."),
  media: z.array(z.string()).describe("Words that show that the press, a leak or hearsay is the source of what the sentence says."),
  officials: z.array(z.string()).describe("Unnamed people who know, where no attribution has named them."),
});
export type Frames = z.infer<typeof Frames>;
