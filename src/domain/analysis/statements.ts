// What analysis takes of a position, and how its answers show one. Says nothing of how they are compared.
import * as z from "zod";
import { Evidence, RowId } from "../resources/fields.ts";
import { Position } from "../resources/positions.ts";

/** A position without its words: the unit of all analysis. */
export const Statement = Position.pick({
  id: true,
  actor_id: true,
  actor_name: true,
  party_id: true,
  party_name: true,
  issue_id: true,
  topic_id: true,
  stance: true,
  act: true,
  target_id: true,
  conditional: true,
  condition: true,
  hedged: true,
  past: true,
  attribution: true,
  speaker_id: true,
  article_id: true,
  source_id: true,
  source_name: true,
  cited_source_id: true,
  stated: true,
  stated_from: true,
  stated_to: true,
  confidence: true,
}).meta({ id: "Statement", description: "A position as analysis takes it." });
export type Statement = z.infer<typeof Statement>;

/** The fields of a statement, which are fields of the positions resource. */
export const statementFields = Object.keys(Statement.shape);

/** A position as analysis shows it, with the words. */
export const QuotedStatement = Statement.extend({
  evidence: z.array(Evidence.pick({ id: true, quote: true }).meta({ id: "Quote", description: "Evidence by its id and words." })),
  href: z.string().describe("Path of the position."),
}).meta({ id: "QuotedStatement", description: "A position with the words that show it." });
export type QuotedStatement = z.infer<typeof QuotedStatement>;

/** An actor or a party, as `by` says. */
export const Holder = z
  .strictObject({ id: RowId, name: z.string() })
  .meta({ id: "Holder", description: "Who holds positions: an actor, or a party with everyone who speaks for it." });
export type Holder = z.infer<typeof Holder>;

/** How much a holder said on an issue in all. */
export interface Held {
  holder_id: string;
  issue_id: string;
  statements: number;
}

/** An issue of the codebook, in the codebook's order. */
export interface IssueRef {
  id: string;
  label: string;
  topic: string;
}

export const bys = ["party", "actor"] as const;
export type By = (typeof bys)[number];

/** What makes two reports independent of one another. */
export const independences = ["source", "outlet", "article"] as const;
export type Independence = (typeof independences)[number];

export const PositionIds = z.array(RowId).describe("The positions behind it, the surest first.");
export const EvidenceIds = z.array(RowId).describe("The evidence behind it, in the order of the positions.");
