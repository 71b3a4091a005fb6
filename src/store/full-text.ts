// Full text in SQLite (FTS5): which tables hold it, how a query reads there, how documents are put in and taken out. The words are made in domain/search.ts.
import { type SQL, sql } from "drizzle-orm";
import type { SearchQuery, SearchTerm } from "../domain/search.ts";
import { chunks } from "./insert.ts";
import type { Store } from "./open.ts";
import { tables } from "./schema.ts";

/** What has full text: an article's title and text, and the quotes of a position or a round report. */
export const searchTables = { articles: "article_search", positions: "position_search", round_reports: "round_report_search" } as const;
export type Searchable = keyof typeof searchTables;

/** The columns of each full-text table, in order. */
const searchColumns = { articles: ["title", "text"], positions: ["quotes"], round_reports: ["quotes"] } as const;

/**
 * The 64-bit row number that a 16-digit hexadecimal id stands for; `idOfRow` is the way back. So the index needs no id column and no table in between, and
 * its rows are the same on any machine.
 */
const rowOf = (id: string): bigint => BigInt.asIntN(64, BigInt(`0x${id}`));
export const idOfRow = sql.raw("printf('%016x', rowid)");

/** Puts in the documents of new rows: by id, a column's words each (see `searchText`). */
export async function addDocuments(store: Store, what: Searchable, documents: ReadonlyMap<string, readonly string[]>): Promise<void> {
  // FTS5 takes the documents of one transaction fast in the order of their row numbers alone.
  const rows = [...documents].map(([id, words]) => ({ row: rowOf(id), words })).sort((a, b) => (a.row < b.row ? -1 : 1));
  const columns = sql.raw(searchColumns[what].join(", "));
  for (const chunk of chunks(rows)) {
    const values = chunk.map(
      ({ row, words }) =>
        sql`(${row}, ${sql.join(
          words.map((word) => sql`${word}`),
          sql`, `,
        )})`,
    );
    await store.change(sql`insert into ${sql.raw(searchTables[what])} (rowid, ${columns}) values ${sql.join(values, sql`, `)}`);
  }
}

/** Takes out the documents of rows that go. */
export async function removeDocuments(store: Store, what: Searchable, ids: readonly string[]): Promise<void> {
  for (const id of ids) await store.change(sql`delete from ${sql.raw(searchTables[what])} where rowid = ${rowOf(id)}`);
}

/** What is indexed of these rows: the id and the words of each column. Rows without a document are left out. */
export async function documentsOf(store: Store, what: Searchable, ids: readonly string[]): Promise<({ id: string } & Record<string, string>)[]> {
  const columns = sql.raw(searchColumns[what].join(", "));
  return store.rows(
    sql`select ${idOfRow} as id, ${columns} from ${sql.raw(searchTables[what])} where rowid in (${sql.join(
      ids.map((id) => sql`${rowOf(id)}`),
      sql`, `,
    )})`,
  );
}

/** The condition that the row's id is among those whose text matches. Undefined where the query asks for nothing. */
export function searchCondition(what: Searchable, query: SearchQuery): SQL | undefined {
  const { id } = tables[what];
  const table = sql.raw(searchTables[what]);
  const matching = (match: string) => sql`(select ${idOfRow} from ${table} where ${table} match ${match})`;
  if (query.all.length > 0) return sql`${id} in ${matching(expression(query))}`;
  return query.none.length === 0 ? undefined : sql`${id} not in ${matching(query.none.map(term).join(" OR "))}`;
}

/** Ids of the rows whose text matches best (BM25; a word in a title counts five times), `most` at most. The query must ask for at least one word. */
export async function bestMatches(store: Store, what: Searchable, query: SearchQuery, most: number): Promise<string[]> {
  const table = sql.raw(searchTables[what]);
  const weights = sql.raw(searchColumns[what].map((column) => (column === "title" ? "5.0" : "1.0")).join(", "));
  const rows = await store.rows<{ id: string }>(
    sql`select ${idOfRow} as id from ${table} where ${table} match ${expression(query)} order by bm25(${table}, ${weights}), rowid limit ${most}`,
  );
  return rows.map(({ id }) => id);
}

/** The query in the language of FTS5; at least one word must be asked for. */
function expression({ all, none }: SearchQuery): string {
  const wanted = all.map(term).join(" AND ");
  return none.length === 0 ? wanted : `(${wanted}) NOT (${none.map(term).join(" OR ")})`;
}

// Words hold letters and digits alone (see searchText), so quoting them cannot fail.
const term = ({ words, prefix }: SearchTerm): string => `"${words}"${prefix ? "*" : ""}`;
