// Tables of actors: their names, roles and mentions, and what is told as said by them.
import { sql } from "drizzle-orm";
import type { Span } from "../../domain/spans.ts";
import { actorKinds, attributionKinds } from "../../domain/vocabulary.ts";
import type { Kit } from "../kit.ts";
import type { ArticleTables } from "./articles.ts";
import type { CodebookTables } from "./codebook.ts";

export function actorTables(k: Kit, { attribution_codes, actor_kind_codes, articles }: CodebookTables & ArticleTables) {
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

  return { actors, actor_aliases, affiliations, actor_reports, mentions, attributions };
}
export type ActorTables = ReturnType<typeof actorTables>;
