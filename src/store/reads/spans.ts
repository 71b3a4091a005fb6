// All spans of one article: what names an actor, what shows a position or a round, what is told as said by whom.
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/sqlite-core";
import type { AttributionKind } from "../../domain/vocabulary.ts";
import type { Store } from "../open.ts";

/** Stretches of an article in code points, and what they name, show or tell; most are one. `row` is the resource and id of that; null: nobody in particular. */
export interface ArticleSpan {
  key: string;
  spans: { start: number; end: number }[];
  as: "names" | "shows" | "tells";
  row: { resource: "actors" | "positions" | "rounds"; id: string } | null;
  /** Of what is told as said: how the article knows. */
  attribution: AttributionKind | null;
}

/**
 * The spans in the order of the text; null where there is no such article. Evidence of a round report that no round was made of is left out. Three statements.
 */
export async function articleSpans({ db, t }: Store, article: string): Promise<{ title: string | null; text: string; spans: ArticleSpan[] } | null> {
  const [found] = await db.select({ title: t.articles.title, text: t.articles.text }).from(t.articles).where(eq(t.articles.id, article));
  if (!found) return null;
  const { mentions, evidence, round_reports, attributions } = t;
  const of = (what: Exclude<ArticleSpan["row"], null>["resource"]) => sql<typeof what>`${sql.raw(`'${what}'`)}`.as("resource");
  const rows = await unionAll(
    db
      .select({ start: mentions.start, end: mentions.end, resource: of("actors"), id: mentions.actor_id })
      .from(mentions)
      .where(eq(mentions.article_id, article)),
    db
      .select({ start: evidence.start, end: evidence.end, resource: of("positions"), id: sql<string>`${evidence.position_id}` })
      .from(evidence)
      .where(and(eq(evidence.article_id, article), isNotNull(evidence.position_id))),
    db
      .select({ start: evidence.start, end: evidence.end, resource: of("rounds"), id: sql<string>`${round_reports.round_id}` })
      .from(evidence)
      .innerJoin(round_reports, eq(round_reports.id, evidence.round_report_id))
      .where(and(eq(evidence.article_id, article), isNotNull(round_reports.round_id))),
  ).orderBy(sql`1, 2, 3, 4`);
  const told = await db.select().from(attributions).where(eq(attributions.article_id, article)).orderBy(attributions.id);
  const spans = [
    ...rows.map(({ start, end, resource, id }): ArticleSpan => {
      const as = resource === "actors" ? "names" : "shows";
      return { key: `${resource}-${id}-${start}-${end}`, spans: [{ start, end }], as, row: { resource, id }, attribution: null };
    }),
    ...told.map(({ id, content, speaker_id, kind }): ArticleSpan => {
      const row = speaker_id === null ? null : { resource: "actors" as const, id: speaker_id };
      return { key: `attributions-${id}`, spans: content, as: "tells", row, attribution: kind };
    }),
  ];
  const startOf = ({ spans }: ArticleSpan) => spans[0]?.start ?? 0;
  return { ...found, spans: spans.filter(({ spans }) => spans.length > 0).sort((a, b) => startOf(a) - startOf(b)) };
}
