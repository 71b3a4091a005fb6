// Rounds as claims: for each fact of a round, what the articles say of it and which version the record shows first.
import * as z from "zod";
import { RowId } from "../resources/fields.ts";

export const claimFacts = ["when", "place", "country", "kind", "status", "format", "participants", "label"] as const;
export type ClaimFact = (typeof claimFacts)[number];

/** A text, or for participants the ids of the parties at the table. */
const ClaimValue = z.union([z.string(), z.array(RowId)]);

export const ClaimVersion = z
  .strictObject({
    value: ClaimValue.describe("What these articles say. Of participants: the parties at the table, hosts and observers left out."),
    shown: z.boolean().describe("Whether it is the version that the round itself shows."),
    reports: z.int().describe("How many articles say so."),
    report_ids: z.array(RowId),
    article_ids: z.array(RowId),
    source_ids: z.array(RowId).describe("The different sources among them."),
    evidence_ids: z.array(RowId),
  })
  .meta({ id: "ClaimVersion", description: "One version of a fact and who tells it." });
export type ClaimVersion = z.infer<typeof ClaimVersion>;

const reasons = ["codebook", "only_version", "most_reports", "first_of_equals", "latest_stage", "everyone_named", "not_told", "never_shown"] as const;

export const Claim = z
  .strictObject({
    fact: z.enum(claimFacts),
    shown: ClaimValue.nullable().describe("What the round itself shows. Null: not known, or, of `label`, never shown."),
    why: z
      .enum(reasons)
      .describe(
        "Why that is shown first. codebook: the codebook knows the round. only_version: nobody says otherwise. most_reports: more articles say so. first_of_equals: equally many say otherwise, the first in code order stands. latest_stage: held or cancelled outweighs ongoing, planned and unclear. everyone_named: whoever any article names. not_told: no article says. never_shown: sources count rounds in their own ways.",
      ),
    disputed: z.boolean().describe("Whether articles of different sources contradict each other. A vaguer version, or an earlier stage, is no contradiction."),
    versions: z.array(ClaimVersion).describe("The shown one first, then by number of articles. Articles that do not say are left out."),
  })
  .meta({ id: "Claim", description: "A fact of a round as its sources tell it." });
export type Claim = z.infer<typeof Claim>;
