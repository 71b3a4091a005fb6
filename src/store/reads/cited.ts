// The articles behind a list: those that report its positions, tell of its rounds, or are it.
import { asc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { CitedArticle } from "../../domain/analysis/citation.ts";
import type { Condition } from "../../domain/resources/list-query.ts";
import type { Resource } from "../../domain/resources/resource.ts";
import type { Store } from "../open.ts";
import { runPrepared } from "./prepared.ts";
import { filterOf, shapeOf, valuesOf } from "./where.ts";

/** Each article once, the latest first, `most` at most, with the number of all. One statement. */
export async function citedArticles(
  store: Store,
  resource: Resource,
  conditions: readonly Condition[],
  most: number,
): Promise<{ articles: CitedArticle[]; total: number }> {
  const { articles, sources } = store.t;
  const build = () =>
    store.db
      .select({
        id: articles.id,
        title: articles.title,
        author: articles.author,
        source_name: sources.name,
        published: articles.published,
        url: articles.url,
        language: articles.language,
        total: sql<number>`count(*) over ()`,
      })
      .from(articles)
      .innerJoin(sources, eq(sources.id, articles.source_id))
      .where(behind(store, resource, conditions))
      .orderBy(sql`${articles.published_from} desc nulls last`, asc(articles.id))
      .limit(sql.placeholder("most"));
  const rows = await runPrepared<CitedArticle & { total: number }>(store, `cited ${resource.name} ${shapeOf(conditions)}`, build, {
    ...valuesOf(conditions),
    most,
  });
  return { articles: rows.map(({ total: _, ...article }) => article), total: rows[0]?.total ?? 0 };
}

function behind(store: Store, resource: Resource, conditions: readonly Condition[]): SQL | undefined {
  const { articles, positions, rounds, round_reports } = store.t;
  const where = filterOf(store, resource, conditions);
  if (resource.name === "articles") return where;
  const among = (ids: SQL) => sql`${articles.id} in (${ids})`;
  const wanted = where ?? sql`true`;
  if (resource.name === "positions") return among(sql`select ${positions.article_id} from ${positions} where ${wanted}`);
  const told = sql`select ${rounds.id} from ${rounds} where ${wanted}`;
  return among(
    sql`select ${round_reports.article_id} from ${round_reports} where ${isNotNull(round_reports.round_id)} and ${round_reports.round_id} in (${told})`,
  );
}
