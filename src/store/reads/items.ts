// What the answer of `/{id}` says beyond the record, resource by resource. Positions and their like have nothing to add.
import { and, asc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ActorItem } from "../../domain/resources/actors.ts";
import type { ArticleItem } from "../../domain/resources/articles.ts";
import type { IssueItem } from "../../domain/resources/issues.ts";
import type { ResourceName } from "../../domain/resources/resource.ts";
import type { SourceItem } from "../../domain/resources/sources.ts";
import type { TopicItem } from "../../domain/resources/topics.ts";
import { stances } from "../../domain/vocabulary.ts";
import type { Store } from "../open.ts";
import { roundDetails } from "./rounds.ts";

/** The additions to the record with this id, which must exist. At most five statements. */
export async function itemDetails(store: Store, resource: ResourceName, id: string): Promise<Record<string, unknown>> {
  const read = details[resource];
  return read ? read(store, id) : {};
}

const details: Partial<Record<ResourceName, (store: Store, id: string) => Promise<Record<string, unknown>>>> = {
  sources: sourceDetails,
  articles: articleDetails,
  actors: actorDetails,
  issues: issueDetails,
  topics: topicDetails,
  rounds: roundDetails,
};

/** A count as a subquery: all counts of an item are one statement. */
const count = (table: SQLiteTable, where: SQL | undefined, what: SQL = sql`*`): SQL<number> =>
  sql<number>`(select count(${what}) from ${table} where ${where})`;
const distinct = (column: SQLiteColumn): SQL => sql`distinct ${column}`;

async function sourceDetails({ db, t }: Store, id: string): Promise<Pick<SourceItem, "counts" | "first_published" | "last_published">> {
  const ofSource = sql`${t.positions.article_id} in (select ${t.articles.id} from ${t.articles} where ${t.articles.source_id} = ${id})`;
  const [row] = await db
    .select({
      articles: sql<number>`count(*)`,
      first_published: sql<string | null>`min(${t.articles.published_from})`,
      last_published: sql<string | null>`max(${t.articles.published_to})`,
      positions: count(t.positions, ofSource),
      cited: count(t.positions, eq(t.positions.cited_source_id, id)),
    })
    .from(t.articles)
    .where(eq(t.articles.source_id, id));
  const { first_published = null, last_published = null, ...counts } = row ?? { articles: 0, positions: 0, cited: 0 };
  return { counts, first_published, last_published };
}

async function articleDetails({ db, t }: Store, id: string): Promise<Pick<ArticleItem, "text" | "text_sha256" | "notes" | "extraction" | "counts">> {
  const [row] = await db
    .select({
      text: t.articles.text,
      text_sha256: t.articles.text_sha256,
      notes: t.articles.notes,
      extraction: t.articles.extraction,
      positions: count(t.positions, eq(t.positions.article_id, id)),
      rounds: count(t.round_reports, and(eq(t.round_reports.article_id, id), isNotNull(t.round_reports.round_id)), distinct(t.round_reports.round_id)),
      actors: count(t.mentions, eq(t.mentions.article_id, id), distinct(t.mentions.actor_id)),
      mentions: count(t.mentions, eq(t.mentions.article_id, id)),
    })
    .from(t.articles)
    .where(eq(t.articles.id, id));
  if (!row) throw new Error(`no article ${id}`);
  const { positions, rounds, actors, mentions, ...fields } = row;
  return { ...fields, counts: { positions, rounds, actors, mentions } };
}

async function actorDetails({ db, t }: Store, id: string): Promise<Pick<ActorItem, "aliases" | "affiliations" | "counts">> {
  const aliases = await db
    .select({ alias: t.actor_aliases.alias })
    .from(t.actor_aliases)
    .where(eq(t.actor_aliases.actor_id, id))
    .orderBy(asc(t.actor_aliases.alias));
  const affiliations = await db
    .select({
      title: t.affiliations.title,
      party_id: t.affiliations.party_id,
      held: t.affiliations.held,
      held_from: t.affiliations.held_from,
      held_to: t.affiliations.held_to,
      article_id: t.affiliations.article_id,
    })
    .from(t.affiliations)
    .where(eq(t.affiliations.actor_id, id))
    .orderBy(sql`${t.affiliations.held_from} nulls last`, asc(t.affiliations.title), asc(t.affiliations.id));
  const [counts] = await db
    .select({
      positions: count(t.positions, eq(t.positions.actor_id, id)),
      spoken: count(t.positions, eq(t.positions.speaker_id, id)),
      rounds: count(t.round_participants, eq(t.round_participants.actor_id, id), distinct(t.round_participants.round_id)),
      articles: count(t.mentions, eq(t.mentions.actor_id, id), distinct(t.mentions.article_id)),
      members: sql<number>`(select count(*) from ${t.actors} as member where member.party_id = ${id} and member.id <> ${id})`,
    })
    .from(t.actors)
    .where(eq(t.actors.id, id));
  return { aliases: aliases.map(({ alias }) => alias), affiliations, counts: counts ?? { positions: 0, spoken: 0, rounds: 0, articles: 0, members: 0 } };
}

async function topicDetails({ db, t }: Store, id: string): Promise<Pick<TopicItem, "counts">> {
  const issues = db.select({ id: t.issues.id }).from(t.issues).where(eq(t.issues.topic_id, id));
  const [counts] = await db
    .select({
      issues: count(t.issues, eq(t.issues.topic_id, id)),
      positions: count(t.positions, sql`${t.positions.issue_id} in (${issues})`),
      rounds: count(t.round_issues, sql`${t.round_issues.issue_id} = ${id} or ${t.round_issues.issue_id} in (${issues})`, distinct(t.round_issues.round_id)),
    })
    .from(t.topics)
    .where(eq(t.topics.id, id));
  return { counts: counts ?? { issues: 0, positions: 0, rounds: 0 } };
}

async function issueDetails({ db, t }: Store, id: string): Promise<Pick<IssueItem, "counts">> {
  const byStance = Object.fromEntries(stances.map((stance) => [stance, sql<number>`coalesce(sum(${t.positions.stance} = ${stance}), 0)`]));
  const [row] = await db
    .select({
      positions: sql<number>`count(*)`,
      actors: sql<number>`count(${distinct(t.positions.actor_id)})`,
      rounds: count(t.round_issues, eq(t.round_issues.issue_id, id)),
      ...byStance,
    })
    .from(t.positions)
    .where(eq(t.positions.issue_id, id));
  const { positions = 0, actors = 0, rounds = 0, ...counted } = row ?? {};
  return { counts: { positions, actors, rounds, stances: counted as IssueItem["counts"]["stances"] } };
}
