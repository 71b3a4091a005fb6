// The whole record as text, for comparing two stores: equal content gives equal bytes. Leaves out the log of runs, which holds the clock.
import { asc, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { canonical } from "./canonical.ts";
import type { Store } from "./open.ts";
import { primaryKeyOf } from "./reads/columns.ts";

const pageSize = 500;

/** One line a row, `{"row":{…},"table":"…"}` in canonical JSON: tables by name, rows by primary key. Reads page by page, so memory does not grow with the store. */
export async function* dump(store: Store): AsyncGenerator<string> {
  const { runs, run_articles, ingest_issues, ...recorded } = store.t;
  for (const [name, table] of Object.entries(recorded).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for await (const row of rowsInOrder(store, table)) yield canonical({ table: name, row });
  }
}

async function* rowsInOrder({ db }: Store, table: SQLiteTable): AsyncGenerator<Record<string, unknown>> {
  const key = primaryKeyOf(table);
  const tuple = (parts: unknown[]) =>
    sql`(${sql.join(
      parts.map((part) => sql`${part}`),
      sql`, `,
    )})`;
  let after: unknown[] | null = null;
  for (;;) {
    const page: Record<string, unknown>[] = await db
      .select()
      .from(table)
      .where(after ? sql`${tuple(key)} > ${tuple(after)}` : undefined)
      .orderBy(...key.map((column) => asc(column)))
      .limit(pageSize);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = key.map(({ name }) => last[name]);
  }
}
