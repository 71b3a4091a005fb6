// All spans of one article: what names an actor, what shows a position or a round.
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/sqlite-core";
import type { Store } from "../open.ts";

/** A span in code points, and the row that it names or shows: `shows` is the row's resource. */
export interface ArticleSpan {
  start: number;
  end: number;
  shows: "actors" | "positions" | "rounds";
  id: string;
}

/** The spans in the order of the text; null where there is no such article. Evidence of a round report that no round was made of is left out. Two statements. */
export async function articleSpans({ db, t }: Store, article: string): Promise<{ title: string | null; text: string; spans: ArticleSpan[] } | null> {
  const [found] = await db.select({ title: t.articles.title, text: t.articles.text }).from(t.articles).where(eq(t.articles.id, article));
  if (!found) return null;
  const { mentions, evidence, round_reports } = t;
  const shows = (what: ArticleSpan["shows"]) => sql<ArticleSpan["shows"]>`${sql.raw(`'${what}'`)}`.as("shows");
  const spans = await unionAll(
    db
      .select({ start: mentions.start, end: mentions.end, shows: shows("actors"), id: mentions.actor_id })
      .from(mentions)
      .where(eq(mentions.article_id, article)),
    db
      .select({ start: evidence.start, end: evidence.end, shows: shows("positions"), id: sql<string>`${evidence.position_id}` })
      .from(evidence)
      .where(and(eq(evidence.article_id, article), isNotNull(evidence.position_id))),
    db
      .select({ start: evidence.start, end: evidence.end, shows: shows("rounds"), id: sql<string>`${round_reports.round_id}` })
      .from(evidence)
      .innerJoin(round_reports, eq(round_reports.id, evidence.round_report_id))
      .where(and(eq(evidence.article_id, article), isNotNull(round_reports.round_id))),
  ).orderBy(sql`1, 2, 3, 4`);
  return { ...found, spans };
}
