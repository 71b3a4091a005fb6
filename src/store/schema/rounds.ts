// Tables of negotiation rounds, and of each article's account of them.
import { dateBases, participantRoles, roundFormats, roundKinds, roundStatuses } from "../../domain/vocabulary.ts";
import type { Kit } from "../kit.ts";
import { longSpan } from "../long-dates.ts";
import type { ActorTables } from "./actors.ts";
import type { ArticleTables } from "./articles.ts";
import type { CodebookTables } from "./codebook.ts";

export function roundTables(
  k: Kit,
  {
    round_kind_codes,
    round_status_codes,
    round_format_codes,
    participant_role_codes,
    date_basis_codes,
    articles,
    actors,
  }: CodebookTables & ArticleTables & ActorTables,
) {
  // What a round and each article's account of it have in common.
  const facts = () => ({
    kind: k
      .code("kind", roundKinds)
      .notNull()
      .references(() => round_kind_codes.code),
    status: k
      .code("status", roundStatuses)
      .notNull()
      .references(() => round_status_codes.code),
    format: k
      .code("format", roundFormats)
      .notNull()
      .references(() => round_format_codes.code),
    place: k.text("place"),
    country: k.text("country"),
  });
  const dates = () => ({
    when: k.text("when"),
    when_from: k.text("when_from"),
    when_to: k.text("when_to"),
    date_basis: k.code("date_basis", dateBases).references(() => date_basis_codes.code),
  });
  const seat = () => ({
    actor_id: k
      .text("actor_id")
      .notNull()
      .references(() => actors.id),
    party_id: k.text("party_id").references(() => actors.id),
    role: k
      .code("role", participantRoles)
      .notNull()
      .references(() => participant_role_codes.code),
  });

  const rounds = k.table(
    "rounds",
    {
      id: k.text("id").primaryKey(),
      ...facts(),
      latitude: k.real("latitude"),
      longitude: k.real("longitude"),
      ...dates(),
      outcome: k.text("outcome"),
      note: k.text("note"),
      provisional: k.bool("provisional").notNull(),
    },
    (t) => [
      k.index("rounds_when").on(t.when_from, t.id, t.when_to),
      k.index("rounds_long").on(t.when_from, t.id).where(longSpan(t.when_from, t.when_to)),
      k.index("rounds_when_text").on(t.when),
      k.index("rounds_when_to").on(t.when_to),
      k.index("rounds_latitude").on(t.latitude),
      k.index("rounds_longitude").on(t.longitude),
      k.index("rounds_country").on(t.country, t.when_from, t.id),
      k.index("rounds_place").on(t.place, t.when_from, t.id),
      k.index("rounds_kind").on(t.kind, t.when_from, t.id),
      k.index("rounds_status").on(t.status, t.when_from, t.id),
      k.index("rounds_format").on(t.format, t.when_from, t.id),
      k.index("rounds_date_basis").on(t.date_basis, t.when_from, t.id),
      k.index("rounds_provisional").on(t.provisional, t.when_from, t.id),
    ],
  );

  const round_participants = k.table(
    "round_participants",
    {
      round_id: k
        .text("round_id")
        .notNull()
        .references(() => rounds.id),
      ...seat(),
    },
    (t) => [
      k.primaryKey({ columns: [t.round_id, t.actor_id, t.role] }),
      k.index("round_participants_actor").on(t.actor_id),
      k.index("round_participants_party").on(t.party_id),
      k.index("round_participants_role").on(t.role, t.round_id),
    ],
  );

  const round_issues = k.table(
    "round_issues",
    {
      round_id: k
        .text("round_id")
        .notNull()
        .references(() => rounds.id),
      issue_id: k.text("issue_id").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.round_id, t.issue_id] }), k.index("round_issues_issue").on(t.issue_id, t.round_id)],
  );

  /** Public pages on which a round of the codebook can be checked. */
  const round_references = k.table(
    "round_references",
    {
      round_id: k
        .text("round_id")
        .notNull()
        .references(() => rounds.id),
      url: k.text("url").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.round_id, t.url] })],
  );

  const round_reports = k.table(
    "round_reports",
    {
      id: k.text("id").primaryKey(),
      round_id: k.text("round_id").references(() => rounds.id),
      article_id: k
        .text("article_id")
        .notNull()
        .references(() => articles.id),
      /** The round's id in the article's own extraction document. */
      key: k.text("key").notNull(),
      label: k.text("label"),
      ...facts(),
      ...dates(),
    },
    (t) => [k.index("round_reports_round").on(t.round_id), k.index("round_reports_article").on(t.article_id)],
  );

  const round_report_participants = k.table(
    "round_report_participants",
    {
      round_report_id: k
        .text("round_report_id")
        .notNull()
        .references(() => round_reports.id),
      ...seat(),
    },
    (t) => [k.primaryKey({ columns: [t.round_report_id, t.actor_id, t.role] }), k.index("round_report_participants_actor").on(t.actor_id)],
  );

  const round_report_issues = k.table(
    "round_report_issues",
    {
      round_report_id: k
        .text("round_report_id")
        .notNull()
        .references(() => round_reports.id),
      issue_id: k.text("issue_id").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.round_report_id, t.issue_id] })],
  );

  return { rounds, round_participants, round_issues, round_references, round_reports, round_report_participants, round_report_issues };
}
export type RoundTables = ReturnType<typeof roundTables>;
