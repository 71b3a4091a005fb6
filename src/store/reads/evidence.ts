// The words that show positions and round reports, with their context.
import { asc, eq, sql } from "drizzle-orm";
import { contextLength, type Evidence } from "../../domain/resources/fields.ts";
import type { Store } from "../open.ts";
import { idList, runPrepared } from "./prepared.ts";

/** Evidence by the id of the row it shows, in the order of the text. One statement; none where there are no ids. */
export async function evidenceOf(store: Store, owner: "position_id" | "round_report_id", ids: readonly string[]): Promise<Map<string, Evidence[]>> {
  if (ids.length === 0) return new Map();
  const { evidence, articles } = store.t;
  const { size, list, values } = idList(ids, evidence[owner]);
  const build = () =>
    store.db
      .select({
        owner: evidence[owner],
        id: evidence.id,
        start: evidence.start,
        end: evidence.end,
        quote: evidence.quote,
        prefix: sql<string>`substr(${articles.text}, max(${evidence.start} - ${sql.raw(String(contextLength))}, 0) + 1, min(${evidence.start}, ${sql.raw(String(contextLength))}))`,
        suffix: sql<string>`substr(${articles.text}, ${evidence.end} + 1, ${sql.raw(String(contextLength))})`,
      })
      .from(evidence)
      .innerJoin(articles, eq(articles.id, evidence.article_id))
      .where(sql`${evidence[owner]} in (${list()})`)
      .orderBy(asc(evidence.start), asc(evidence.end), asc(evidence.id));
  const rows = await runPrepared<Evidence & { owner: string }>(store, `evidence ${owner} ${size}`, build, values);
  return grouped(rows, "owner");
}

/** Rows without their `key` column, by its value, in the given order. */
export function grouped<Row, const Key extends string>(rows: readonly (Row & Record<Key, string>)[], key: Key): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const { [key]: value, ...row } of rows) {
    const group = groups.get(value as string);
    if (group) group.push(row as Row);
    else groups.set(value as string, [row as Row]);
  }
  return groups;
}
