// What the dataset covers: how many rows, from when to when, how fresh each source is. Reads no clock.
import { asc, desc, eq, sql } from "drizzle-orm";
import type { Store } from "../open.ts";

interface CoverageOfDataset {
  published_from: string | null;
  published_to: string | null;
  stated_from: string | null;
  stated_to: string | null;
  /** Articles without a publication date, positions without a date. */
  undated_articles: number;
  undated_positions: number;
  evidence: number;
}

/** First and last days, and what has none. One statement. */
export async function coverage(store: Store): Promise<CoverageOfDataset> {
  const { articles, positions, evidence } = store.t;
  const [row] = await store.rows<CoverageOfDataset>(sql`select
    (select min(${articles.published_from}) from ${articles}) as published_from, (select max(${articles.published_from}) from ${articles}) as published_to,
    (select min(${positions.stated_from}) from ${positions}) as stated_from, (select max(${positions.stated_from}) from ${positions}) as stated_to,
    (select count(*) from ${articles} where ${articles.published_from} is null) as undated_articles,
    (select count(*) from ${positions} where ${positions.stated_from} is null) as undated_positions,
    (select count(*) from ${evidence}) as evidence`);
  return row as CoverageOfDataset;
}

interface SourceFreshness {
  id: string;
  name: string;
  articles: number;
  first_published: string | null;
  last_published: string | null;
}

/** Sources that published articles, the freshest first, undated ones last; `most` at most and whether there are more. One statement. */
export async function freshness({ db, t }: Store, most: number): Promise<{ sources: SourceFreshness[]; truncated: boolean }> {
  const { sources, articles } = t;
  const rows = await db
    .select({
      id: sources.id,
      name: sources.name,
      articles: sql<number>`count(*)`,
      first_published: sql<string | null>`min(${articles.published_from})`,
      last_published: sql<string | null>`max(${articles.published_from})`,
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.source_id))
    .groupBy(sources.id)
    .orderBy(sql`max(${articles.published_from}) desc nulls last`, desc(sql`count(*)`), asc(sources.id))
    .limit(most + 1);
  return { sources: rows.slice(0, most), truncated: rows.length > most };
}
