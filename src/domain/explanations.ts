// The explanation of an extraction: for each sentence what every stage saw, and why its words made a position or none.
import * as z from "zod";
import { frameKinds } from "./codebook/frames.ts";
import { Edtf } from "./dates.ts";
import { DocumentAttribution, DocumentPosition, ExtractionDocument } from "./documents.ts";
import { QuotedSpan } from "./spans.ts";
import { Act, RoundKind, RoundStatus } from "./vocabulary.ts";

/** Why words that point to an issue made no position, in plain words. */
export const noPosition = {
  other_matter: "the text is not about an armed conflict: its words, weighed together, tell of another matter",
  question: "the sentence is a question",
  yields: "other words here point to this issue or a more specific one, or the pattern reaches over a verb that is none of its words",
  circumstance: "the words only tell when or where something happens",
  doubt: "the words stand in an indirect question (“whether …”)",
  foretold: "the words tell what is expected or scheduled, which nobody is said to want",
  denied: "the frame is negated, and its negation says nothing (“nobody demands …”)",
  no_act: "no verb or noun around the words says that anybody wants, offers, accepts or refuses it",
  described: "the words describe a noun, and only a modal verb rules them",
  of_a_kind: "a clause describes the words, and only things of that kind are judged (“a truce that leaves them armed is worthless”)",
  advice: "only a modal verb (must, should, will) rules the words and nobody is named as its speaker: the author's own advice or forecast",
  no_holder: "the clause names nobody who acts, and nobody is named as its speaker",
  unresolved: "the holder is “both”, “we” or a paper, and the text does not tell whose",
  unlikely: "coders seldom made a row of such words, of such a holder, in such a sentence",
  no_side: "whoever holds it speaks for no side that the text names, and the words are weak signs",
} as const;
export type NoPosition = keyof typeof noPosition;

const Reason = z.object({ code: z.enum(Object.keys(noPosition) as [NoPosition, ...NoPosition[]]), text: z.string() });

export const ExplainedCue = QuotedSpan.extend({
  issue: z.string(),
  entry: z
    .string()
    .describe(
      "The codebook's entry that found the words, as a position's rule names it: `issue.cue`, `issue.vocabulary` where its words together led to the issue, or `issue.learned` where coded sentences taught what they tell of.",
    ),
  direction: z.enum(["for", "against"]).describe("What the words alone say of the issue's proposition."),
  positions: z
    .array(DocumentPosition.omit({ evidence: true, round: true, stated: true, date_basis: true }))
    .describe("The positions that they made. The same row told again in another sentence is one position of the document."),
  reasons: z.array(Reason).describe("Why they made none; empty where they made one. Several where several frames govern the words."),
}).meta({ id: "ExplainedCue", description: "Words that point to an issue." });
export type ExplainedCue = z.infer<typeof ExplainedCue>;

export const ExplainedSentence = QuotedSpan.extend({
  block: z.string().describe("What kind of line the sentence stands in: title, byline, dateline, heading, paragraph, stem, item, pullquote, speaker, turn."),
  clauses: z.array(z.object({ kind: z.string(), spans: z.array(QuotedSpan) })).describe("Empty where the text is not about a conflict."),
  mentions: z.array(QuotedSpan.extend({ actor: z.string(), form: z.string(), acts: z.boolean().describe("False: the name stands for a place.") })),
  attributions: z
    .array(
      DocumentAttribution.omit({ source: true, cue: true, content: true }).extend({
        hedged: z.boolean(),
        cue: QuotedSpan.nullable(),
        content: z.array(QuotedSpan),
      }),
    )
    .describe("Those whose cue stands in the sentence; without a cue, those whose content begins in it."),
  dates: z.array(
    QuotedSpan.extend({ when: Edtf.nullable(), basis: z.enum(["stated", "resolved"]), relation: z.enum(["at", "since", "until", "before", "after", "next"]) }),
  ),
  rounds: z.array(z.object({ id: z.string(), kind: RoundKind, status: RoundStatus })).describe("Rounds that take evidence from the sentence."),
  frames: z.array(QuotedSpan.extend({ id: z.string(), kind: z.enum(frameKinds), act: Act.nullable() })),
  cues: z.array(ExplainedCue),
}).meta({ id: "ExplainedSentence", description: "What each stage of the extractor saw in one sentence." });
export type ExplainedSentence = z.infer<typeof ExplainedSentence>;

const TextExplanation = z
  .object({
    about_conflict: z.boolean().describe("False: the text is on another matter, and no position is made of it."),
    unread: z.array(QuotedSpan).describe("Lines taken for page furniture, of which no fact is made."),
    sentences: z.array(ExplainedSentence),
  })
  .meta({ id: "TextExplanation", description: "How the extractor came to what it found." });
type TextExplanation = z.infer<typeof TextExplanation>;

export interface ExplainedDocument extends ExtractionDocument {
  explanation: TextExplanation;
}

/** What `POST /v1/extract` answers. */
export const ExtractAnswer = ExtractionDocument.extend({ explanation: TextExplanation.optional().describe("Where `explain` asks for it.") });
export type ExtractAnswer = z.infer<typeof ExtractAnswer>;
