// Tables of positions, and of the words that show positions and rounds.
import { sql } from "drizzle-orm";
import { acts, attributionKinds, dateBases, stances } from "../../domain/vocabulary.ts";
import type { Kit } from "../kit.ts";
import { longSpan } from "../long-dates.ts";
import type { ActorTables } from "./actors.ts";
import type { ArticleTables } from "./articles.ts";
import type { CodebookTables } from "./codebook.ts";
import type { RoundTables } from "./rounds.ts";

export function positionTables(
  k: Kit,
  {
    stance_codes,
    act_codes,
    attribution_codes,
    date_basis_codes,
    issues,
    sources,
    articles,
    actors,
    rounds,
    round_reports,
  }: CodebookTables & ArticleTables & ActorTables & RoundTables,
) {
  const positions = k.table(
    "positions",
    {
      id: k.text("id").primaryKey(),
      article_id: k
        .text("article_id")
        .notNull()
        .references(() => articles.id),
      actor_id: k
        .text("actor_id")
        .notNull()
        .references(() => actors.id),
      party_id: k.text("party_id").references(() => actors.id),
      issue_id: k
        .text("issue_id")
        .notNull()
        .references(() => issues.id),
      stance: k
        .code("stance", stances)
        .notNull()
        .references(() => stance_codes.code),
      act: k
        .code("act", acts)
        .notNull()
        .references(() => act_codes.code),
      target_id: k.text("target_id").references(() => actors.id),
      conditional: k.bool("conditional").notNull(),
      condition: k.text("condition"),
      hedged: k.bool("hedged").notNull(),
      past: k.bool("past").notNull(),
      attribution: k
        .code("attribution", attributionKinds)
        .notNull()
        .references(() => attribution_codes.code),
      speaker_id: k.text("speaker_id").references(() => actors.id),
      cited_source_id: k.text("cited_source_id").references(() => sources.id),
      round_report_id: k.text("round_report_id").references(() => round_reports.id),
      round_id: k.text("round_id").references(() => rounds.id),
      stated: k.text("stated"),
      stated_from: k.text("stated_from"),
      stated_to: k.text("stated_to"),
      date_basis: k.code("date_basis", dateBases).references(() => date_basis_codes.code),
      confidence: k.real("confidence").notNull(),
      rule: k.text("rule").notNull(),
    },
    (t) => [
      // Each filter by equality leads an index that goes on in the order of lists, so that a page is read off its end however many rows match.
      k.index("positions_actor").on(t.actor_id, t.stated_from, t.id),
      k.index("positions_party").on(t.party_id, t.stated_from, t.id),
      k.index("positions_issue").on(t.issue_id, t.stated_from, t.id, t.actor_id, t.article_id),
      k.index("positions_stance").on(t.stance, t.stated_from, t.id),
      k.index("positions_act").on(t.act, t.stated_from, t.id),
      k.index("positions_attribution").on(t.attribution, t.stated_from, t.id),
      k.index("positions_rule").on(t.rule, t.stated_from, t.id),
      k.index("positions_round").on(t.round_id, t.stated_from, t.id),
      k.index("positions_speaker").on(t.speaker_id, t.stated_from, t.id),
      k.index("positions_target").on(t.target_id, t.stated_from, t.id),
      k.index("positions_cited_source").on(t.cited_source_id, t.stated_from, t.id),
      k.index("positions_date_basis").on(t.date_basis, t.stated_from, t.id),
      k.index("positions_flags").on(t.past, t.hedged, t.conditional, t.stated_from, t.id),
      k.index("positions_stated").on(t.stated_from, t.id, t.stated_to),
      k.index("positions_long").on(t.stated_from, t.id).where(longSpan(t.stated_from, t.stated_to)),
      k.index("positions_confidence").on(t.confidence, t.id),
      k.index("positions_article").on(t.article_id, t.id),
      k.index("positions_stated_text").on(t.stated),
      k.index("positions_round_report").on(t.round_report_id),
      k.check("positions_confidence", sql`${t.confidence} between 0 and 1`),
      k.check("positions_condition", sql`${t.condition} is null or ${t.conditional}`),
      k.check("positions_dates", sql`${t.stated_from} is null or ${t.stated_to} is null or ${t.stated_from} <= ${t.stated_to}`),
    ],
  );

  /** The words that show a position or a round report: exactly one of the two. */
  const evidence = k.table(
    "evidence",
    {
      id: k.text("id").primaryKey(),
      position_id: k.text("position_id").references(() => positions.id),
      round_report_id: k.text("round_report_id").references(() => round_reports.id),
      article_id: k
        .text("article_id")
        .notNull()
        .references(() => articles.id),
      start: k.int("start").notNull(),
      end: k.int("end").notNull(),
      quote: k.text("quote").notNull(),
    },
    (t) => [
      k.index("evidence_position").on(t.position_id, t.start),
      k.index("evidence_round_report").on(t.round_report_id, t.start),
      k.index("evidence_article").on(t.article_id),
      k.check("evidence_span", sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
      k.check("evidence_owner", sql`(${t.position_id} is null) <> (${t.round_report_id} is null)`),
    ],
  );

  return { positions, evidence };
}
