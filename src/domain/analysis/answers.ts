// What the routes of analysis answer.
import * as z from "zod";
import { Count, firstDay, lastDay, RowId } from "../resources/fields.ts";
import { Act, Stance } from "../vocabulary.ts";
import { Claim } from "./claims.ts";
import { EvidenceIds, Holder, PositionIds, QuotedStatement } from "./statements.ts";
import { directions, relations, silenceStatuses } from "./words.ts";

const standing = {
  stance: Stance.describe("The stance with most independent reports of these days; of equally many the surest."),
  act: Act.describe("How it is put forward, chosen in the same way."),
  conditional: z.boolean().describe("Whether any of the positions sets a condition."),
  condition: z.string().nullable().describe("The words of the condition. Null: unconditional, or its words could not be told apart."),
  hedged: z.boolean().describe("Whether all of the positions are hedged."),
  stated_from: firstDay("its date"),
  stated_to: lastDay("its date"),
  target_ids: z.array(RowId).describe("Who would have to act or give, on directed issues where it is named."),
  reports: Count.describe("Positions behind it: one an article."),
  sources: Count.describe("Independent reports, as the option `independent` counts them."),
  position_ids: PositionIds.describe("The positions behind it, the surest first, 50 at most."),
  evidence_ids: EvidenceIds,
  contested_position_ids: z.array(RowId).describe("Positions of the same days with another stance, 50 at most."),
};
export const Standing = z.strictObject(standing).meta({ id: "Standing", description: "What a holder holds on an issue at one time." });
export type Standing = z.infer<typeof Standing>;

export const QuotedStanding = z
  .strictObject({ ...standing, statements: z.array(QuotedStatement).describe("The positions with their words, the surest first, 10 at most.") })
  .meta({ id: "QuotedStanding", description: "What a holder holds on an issue at one time, with the words." });
export type QuotedStanding = z.infer<typeof QuotedStanding>;

const issue = { issue_id: RowId, issue_label: z.string() };

export const MatrixAnswer = z.strictObject({
  rows: z.array(z.strictObject({ id: RowId, name: z.string(), reports: Count.describe("Positions in the row.") })).describe("Those with most positions first."),
  columns: z.array(z.strictObject({ id: RowId, label: z.string() })).describe("Issues or topics in the codebook's order; empty ones are left out."),
  cells: z
    .array(
      z
        .strictObject({
          row_id: RowId,
          column_id: RowId,
          issue_id: RowId,
          superseded: Count.describe("Positions of earlier times, which this one supersedes."),
          ...standing,
        })
        .meta({ id: "MatrixCell", description: "The latest stance of a row on an issue." }),
    )
    .describe("Cells that hold something, row by row. Of a topic each issue has its own."),
});

export const CompareAnswer = z.strictObject({
  between: z.array(Holder).describe("The two, in the order asked."),
  summary: z.strictObject({ agreed: Count, bridgeable: Count, opposed: Count, unknown: Count }).describe("Issues by relation."),
  issues: z
    .array(
      z
        .strictObject({
          ...issue,
          topic_id: RowId,
          relation: z
            .enum(relations)
            .describe(
              "agreed: the same stance, unconditional. opposed: for against against, unconditional. bridgeable: either with a condition, or where one side only considers it, concedes or is of two minds. unknown: one is silent, or they speak of different targets.",
            ),
          why: z.string().describe("The reason in words."),
          sides: z.array(QuotedStanding.nullable()).describe("The latest positions, in the order of `between`. Null: silent."),
        })
        .meta({ id: "ComparedIssue", description: "How two holders stand to each other on an issue." }),
    )
    .describe("Issues on which at least one of the two says something, in the codebook's order."),
});

export const ShiftAnswer = z
  .strictObject({
    holder: Holder,
    ...issue,
    target_id: RowId.nullable().describe("Who would have to act, on directed issues: each target is a question of its own. Null: none named."),
    changed: z.array(z.enum(["stance", "act"])),
    direction: z
      .enum(directions)
      .describe(
        "towards, away: the stance moves to or from the proposition. With the same stance, by how much the act commits (assess; consider; accept, concede; support; propose, oppose, warn; demand, refuse): firmer, softer, or sideways where alike.",
      ),
    days_between: z
      .int()
      .nullable()
      .describe(
        "From the last day of the earlier time to the first day of the later one. Null: the article tells the earlier stance as a former one, without its day.",
      ),
    before: QuotedStanding,
    after: QuotedStanding,
  })
  .meta({ id: "Shift", description: "A change of stance or act of a holder on an issue." });

export const TimelineAnswer = z.strictObject({
  buckets: z
    .array(
      z
        .strictObject({
          bucket: z.string().describe("2025-11-23, 2025-W47 (ISO 8601) or 2025-11."),
          from: z.string().describe("First day."),
          to: z.string().describe("Last day."),
          total: Count,
          counts: z.record(z.string(), Count).describe("Positions by series; every series stands in every bucket."),
        })
        .meta({ id: "Bucket", description: "Positions of a stretch of time." }),
    )
    .describe("Without gaps, the oldest first."),
  series: z.array(z.strictObject({ id: z.string(), label: z.string(), total: Count })).describe("The most frequent first."),
  others: Count.describe("Positions that belong to none of the series. In the totals of the buckets all the same."),
  undated: Count.describe("Positions without a date: in no bucket."),
  earlier: Count.describe("Positions before the first bucket, where there would be more than 2,000 buckets."),
  left_out: z
    .strictObject({
      from: z.string().describe("First day of the time that has no buckets."),
      to: z.string().describe("Last day of it."),
      help: z.string().describe("What to ask instead."),
    })
    .nullable()
    .describe("What was cut off, where there would be more than 2,000 buckets. Null: nothing."),
});

const PositionConflict = z
  .strictObject({
    kind: z.literal("position"),
    holder: Holder,
    ...issue,
    target_id: RowId.nullable().describe("Who would have to act. Null: none named."),
    from: firstDay("both sides"),
    to: lastDay("both sides"),
    sides: z.array(
      z.strictObject({
        stance: Stance,
        sources: Count.describe("Independent reports of this stance."),
        position_ids: PositionIds.describe("The positions of this side, the surest first, 50 at most."),
        evidence_ids: EvidenceIds,
        statements: z.array(QuotedStatement).describe("The positions with their words, 10 at most."),
      }),
    ),
  })
  .meta({ id: "PositionConflict", description: "Sources that give one holder opposite stances on one issue for overlapping dates." });

const RoundConflict = z
  .strictObject({ kind: z.literal("round"), round_id: RowId, href: z.string(), claim: Claim })
  .meta({ id: "RoundConflict", description: "Sources that contradict each other on a fact of a round." });

export const ConflictAnswer = z.union([PositionConflict, RoundConflict]);

export const SilenceAnswer = z
  .strictObject({
    holder: Holder,
    ...issue,
    status: z
      .enum(silenceStatuses)
      .describe("silent: articles that name the holder appeared since, and it said nothing on the issue. not_covered: no article since names it."),
    days_since: z.int().nullable().describe("Days from the last statement to `as_of`. Null: none in the record."),
    articles_since: Count.describe("Articles that name the holder and appeared since; all of them where there is no statement."),
    last: Standing.nullable().describe("The last statement. Null: none in the record."),
  })
  .meta({ id: "Silence", description: "How long a holder has said nothing on an issue, and whether anybody looked." });

export const NetworkAnswer = z.strictObject({
  nodes: z.array(z.strictObject({ id: RowId, name: z.string(), issues: Count.describe("Issues on which it holds a position.") })),
  edges: z.array(
    z
      .strictObject({
        source: RowId,
        target: RowId,
        agreed: Count,
        bridgeable: Count,
        opposed: Count,
        issues: z.strictObject({ agreed: z.array(RowId), bridgeable: z.array(RowId), opposed: z.array(RowId) }),
        position_ids: z.array(RowId).describe("The latest positions of both on these issues."),
        evidence_ids: EvidenceIds,
      })
      .meta({ id: "Edge", description: "How two holders stand to each other on the issues that both speak on. Undirected." }),
  ),
});
