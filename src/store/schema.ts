// All tables. Column names are the published field names. Ids are made by the program; nothing is deleted by cascade.
import { sql } from "drizzle-orm";
import type { ArticleMeta } from "../domain/articles.ts";
import type { Span } from "../domain/spans.ts";
import {
  actorKinds,
  acts,
  attributionKinds,
  dateBases,
  genres,
  participantRoles,
  roundFormats,
  roundKinds,
  roundStatuses,
  sourceKinds,
  stances,
  textBases,
} from "../domain/vocabulary.ts";
import { type Kit, sqliteKit } from "./kit.ts";
import { longSpan } from "./long-dates.ts";

function define(k: Kit) {
  /** A reference table: the codes of one closed list with what they mean, so that the file explains itself. */
  const codeTable = <const Name extends string>(name: Name) =>
    k.table(name, {
      code: k.text("code").primaryKey(),
      label: k.text("label").notNull(),
      definition: k.text("definition").notNull(),
      when_not: k.text("when_not"),
      example: k.text("example"),
      plover_event: k.text("plover_event"),
      plover_mode: k.text("plover_mode"),
      position: k.int("position").notNull(),
    });
  const stance_codes = codeTable("stance_codes");
  const act_codes = codeTable("act_codes");
  const attribution_codes = codeTable("attribution_codes");
  const actor_kind_codes = codeTable("actor_kind_codes");
  const round_kind_codes = codeTable("round_kind_codes");
  const round_status_codes = codeTable("round_status_codes");
  const round_format_codes = codeTable("round_format_codes");
  const participant_role_codes = codeTable("participant_role_codes");
  const genre_codes = codeTable("genre_codes");
  const text_basis_codes = codeTable("text_basis_codes");
  const source_kind_codes = codeTable("source_kind_codes");
  const date_basis_codes = codeTable("date_basis_codes");

  const topics = k.table("topics", {
    id: k.text("id").primaryKey(),
    label: k.text("label").notNull(),
    definition: k.text("definition").notNull(),
    position: k.int("position").notNull(),
  });
  const issues = k.table(
    "issues",
    {
      id: k.text("id").primaryKey(),
      topic_id: k
        .text("topic_id")
        .notNull()
        .references(() => topics.id),
      label: k.text("label").notNull(),
      proposition: k.text("proposition").notNull(),
      directed: k.bool("directed").notNull(),
      note: k.text("note"),
      when_not: k.text("when_not").notNull(),
      example: k.text("example").notNull(),
      position: k.int("position").notNull(),
    },
    (t) => [
      k.index("issues_topic").on(t.topic_id, t.position, t.id),
      k.index("issues_position").on(t.position, t.id),
      k.index("issues_label").on(t.label, t.id),
      k.index("issues_directed").on(t.directed, t.position, t.id),
    ],
  );

  const sources = k.table(
    "sources",
    {
      id: k.text("id").primaryKey(),
      name: k.text("name").notNull(),
      kind: k
        .code("kind", sourceKinds)
        .notNull()
        .references(() => source_kind_codes.code),
      country: k.text("country"),
      url: k.text("url"),
    },
    (t) => [
      k.index("sources_name").on(t.name, t.id),
      k.index("sources_kind").on(t.kind, t.id),
      k.index("sources_country").on(t.country, t.id),
      k.index("sources_url").on(t.url),
    ],
  );
  const articles = k.table(
    "articles",
    {
      id: k.text("id").primaryKey(),
      source_id: k
        .text("source_id")
        .notNull()
        .references(() => sources.id),
      title: k.text("title"),
      author: k.text("author"),
      genre: k
        .code("genre", genres)
        .notNull()
        .references(() => genre_codes.code),
      language: k.text("language"),
      url: k.text("url"),
      text_basis: k
        .code("text_basis", textBases)
        .notNull()
        .references(() => text_basis_codes.code),
      published: k.text("published"),
      published_from: k.text("published_from"),
      published_to: k.text("published_to"),
      text: k.text("text").notNull(),
      text_sha256: k.text("text_sha256").notNull(),
      words: k.int("words").notNull(),
      /** What the reader said of the article, before extraction: extracting again starts from here. */
      meta: k.json<ArticleMeta>("meta").notNull(),
      /** What reading dropped or doubted, one sentence each. */
      notes: k.json<string[]>("notes").notNull(),
      /** Codebook version and extractor version that made this article's rows. */
      extraction: k.text("extraction").notNull(),
    },
    (t) => [
      k.uniqueIndex("articles_text").on(t.text_sha256),
      k.index("articles_source").on(t.source_id, t.published_from, t.id),
      k.index("articles_published").on(t.published_from, t.id, t.published_to),
      k.index("articles_long").on(t.published_from, t.id).where(longSpan(t.published_from, t.published_to)),
      k.index("articles_genre").on(t.genre, t.published_from, t.id),
      k.index("articles_text_basis").on(t.text_basis, t.published_from, t.id),
      k.index("articles_language").on(t.language, t.published_from, t.id),
      k.index("articles_author").on(t.author, t.published_from, t.id),
      k.index("articles_title").on(t.title, t.id),
      k.index("articles_url").on(t.url),
      k.index("articles_published_text").on(t.published),
      k.index("articles_published_to").on(t.published_to),
      k.index("articles_words").on(t.words, t.id),
    ],
  );

  /** Under which name and as what kind one article has a source, as its own publisher or as one it cites: sources are settled from these. */
  const source_reports = k.table(
    "source_reports",
    {
      article_id: k
        .text("article_id")
        .notNull()
        .references(() => articles.id),
      source_id: k
        .text("source_id")
        .notNull()
        .references(() => sources.id),
      name: k.text("name").notNull(),
      kind: k
        .code("kind", sourceKinds)
        .notNull()
        .references(() => source_kind_codes.code),
    },
    (t) => [k.primaryKey({ columns: [t.article_id, t.source_id] }), k.index("source_reports_source").on(t.source_id)],
  );

  const actors = k.table(
    "actors",
    {
      id: k.text("id").primaryKey(),
      name: k.text("name").notNull(),
      kind: k
        .code("kind", actorKinds)
        .notNull()
        .references(() => actor_kind_codes.code),
      party_id: k.text("party_id"),
      country: k.text("country"),
      wikidata: k.text("wikidata"),
      provisional: k.bool("provisional").notNull(),
    },
    (t) => [
      k.foreignKey({ columns: [t.party_id], foreignColumns: [t.id] }),
      k.index("actors_name").on(t.name, t.id),
      k.index("actors_party").on(t.party_id, t.name, t.id),
      k.index("actors_kind").on(t.kind, t.name, t.id),
      k.index("actors_country").on(t.country, t.name, t.id),
      k.index("actors_provisional").on(t.provisional, t.name, t.id),
      k.index("actors_wikidata").on(t.wikidata),
    ],
  );
  const actor_aliases = k.table(
    "actor_aliases",
    {
      actor_id: k
        .text("actor_id")
        .notNull()
        .references(() => actors.id),
      alias: k.text("alias").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.actor_id, t.alias] }), k.index("actor_aliases_alias").on(t.alias)],
  );
  const affiliations = k.table(
    "affiliations",
    {
      id: k.text("id").primaryKey(),
      actor_id: k
        .text("actor_id")
        .notNull()
        .references(() => actors.id),
      title: k.text("title").notNull(),
      party_id: k.text("party_id").references(() => actors.id),
      /** EDTF as known; bounds for filters. Null where unknown. */
      held: k.text("held"),
      held_from: k.text("held_from"),
      held_to: k.text("held_to"),
      /** The article that gives the role; null where the codebook does. */
      article_id: k.text("article_id").references(() => articles.id),
    },
    (t) => [k.index("affiliations_actor").on(t.actor_id), k.index("affiliations_article").on(t.article_id)],
  );
  /** What one article says of one actor: provisional actors are settled from these. */
  const actor_reports = k.table(
    "actor_reports",
    {
      article_id: k
        .text("article_id")
        .notNull()
        .references(() => articles.id),
      actor_id: k
        .text("actor_id")
        .notNull()
        .references(() => actors.id),
      name: k.text("name").notNull(),
      kind: k
        .code("kind", actorKinds)
        .notNull()
        .references(() => actor_kind_codes.code),
      party_id: k.text("party_id").references(() => actors.id),
    },
    (t) => [k.primaryKey({ columns: [t.article_id, t.actor_id] }), k.index("actor_reports_actor").on(t.actor_id)],
  );
  const mentions = k.table(
    "mentions",
    {
      article_id: k
        .text("article_id")
        .notNull()
        .references(() => articles.id),
      actor_id: k
        .text("actor_id")
        .notNull()
        .references(() => actors.id),
      start: k.int("start").notNull(),
      end: k.int("end").notNull(),
      text: k.text("text").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.article_id, t.start, t.end, t.actor_id] }),
      k.index("mentions_actor").on(t.actor_id),
      k.check("mentions_span", sql`${t.start} >= 0 and ${t.end} > ${t.start}`),
    ],
  );

  /** Everything that a text tells as said, on any subject: who says it, in which words, and which stretches are told. */
  const attributions = k.table(
    "attributions",
    {
      id: k.text("id").primaryKey(),
      article_id: k
        .text("article_id")
        .notNull()
        .references(() => articles.id),
      kind: k
        .code("kind", attributionKinds)
        .notNull()
        .references(() => attribution_codes.code),
      speaker_id: k.text("speaker_id").references(() => actors.id),
      source: k.json<Span | null>("source"),
      cue: k.json<Span | null>("cue"),
      content: k.json<Span[]>("content").notNull(),
    },
    (t) => [k.index("attributions_article").on(t.article_id), k.index("attributions_speaker").on(t.speaker_id)],
  );

  const rounds = k.table(
    "rounds",
    {
      id: k.text("id").primaryKey(),
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
      latitude: k.real("latitude"),
      longitude: k.real("longitude"),
      when: k.text("when"),
      when_from: k.text("when_from"),
      when_to: k.text("when_to"),
      date_basis: k.code("date_basis", dateBases).references(() => date_basis_codes.code),
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
      actor_id: k
        .text("actor_id")
        .notNull()
        .references(() => actors.id),
      party_id: k.text("party_id").references(() => actors.id),
      role: k
        .code("role", participantRoles)
        .notNull()
        .references(() => participant_role_codes.code),
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
      when: k.text("when"),
      when_from: k.text("when_from"),
      when_to: k.text("when_to"),
      date_basis: k.code("date_basis", dateBases).references(() => date_basis_codes.code),
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
      actor_id: k
        .text("actor_id")
        .notNull()
        .references(() => actors.id),
      party_id: k.text("party_id").references(() => actors.id),
      role: k
        .code("role", participantRoles)
        .notNull()
        .references(() => participant_role_codes.code),
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

  /** What each ingest did. The only tables that hold the clock: all others are the same on any machine. */
  const runs = k.table(
    "runs",
    {
      id: k.text("id").primaryKey(),
      started_at: k.text("started_at").notNull(),
      finished_at: k.text("finished_at"),
      extraction: k.text("extraction").notNull(),
      read: k.int("read").notNull(),
      added: k.int("added").notNull(),
      updated: k.int("updated").notNull(),
      known: k.int("known").notNull(),
      skipped: k.int("skipped").notNull(),
    },
    (t) => [k.index("runs_started").on(t.started_at, t.id)],
  );
  const run_articles = k.table(
    "run_articles",
    {
      run_id: k
        .text("run_id")
        .notNull()
        .references(() => runs.id),
      article_id: k
        .text("article_id")
        .notNull()
        .references(() => articles.id),
      outcome: k.code("outcome", ["added", "updated"]).notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.run_id, t.article_id] }), k.index("run_articles_article").on(t.article_id)],
  );
  const ingest_issues = k.table(
    "ingest_issues",
    {
      id: k.text("id").primaryKey(),
      run_id: k
        .text("run_id")
        .notNull()
        .references(() => runs.id),
      path: k.text("path").notNull(),
      severity: k.code("severity", ["skipped", "doubted"]).notNull(),
      reason: k.text("reason").notNull(),
    },
    (t) => [k.index("ingest_issues_run").on(t.run_id)],
  );
  /** One row: which dataset this is. `version` is a hash of the articles, the codebook and the extractor that made the rows. */
  const dataset = k.table(
    "dataset",
    { id: k.int("id").primaryKey(), version: k.text("version").notNull(), codebook: k.text("codebook").notNull(), extraction: k.text("extraction").notNull() },
    (t) => [k.check("dataset_one", sql`${t.id} = 1`)],
  );

  return {
    stance_codes,
    act_codes,
    attribution_codes,
    actor_kind_codes,
    round_kind_codes,
    round_status_codes,
    round_format_codes,
    participant_role_codes,
    genre_codes,
    text_basis_codes,
    source_kind_codes,
    date_basis_codes,
    topics,
    issues,
    sources,
    articles,
    source_reports,
    actors,
    actor_aliases,
    affiliations,
    actor_reports,
    mentions,
    attributions,
    rounds,
    round_participants,
    round_issues,
    round_references,
    round_reports,
    round_report_participants,
    round_report_issues,
    positions,
    evidence,
    runs,
    run_articles,
    ingest_issues,
    dataset,
  };
}

export const tables = define(sqliteKit);
export type Tables = typeof tables;
