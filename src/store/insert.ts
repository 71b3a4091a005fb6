// Writing many rows with few statements. Knows no table.
import type { SQLiteInsertValue, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Store } from "./open.ts";

/** Values that one statement may bind, well below SQLite's limit of 32,766. */
const maxValues = 20_000;

/** `rows` in pieces that one statement can hold. */
export function chunks<Row extends object>(rows: readonly Row[]): Row[][] {
  const size = Math.max(1, Math.floor(maxValues / Math.max(1, Object.keys(rows[0] ?? {}).length)));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));
}

/** Inserts all rows; a row whose key is there already is an error. All rows must have the same keys. No rows, no statement. */
export async function insertAll<Table extends SQLiteTable>(store: Store, table: Table, rows: readonly SQLiteInsertValue<Table>[]): Promise<void> {
  for (const chunk of chunks(rows)) await store.db.insert(table).values(chunk);
}

/** Inserts the rows whose key is not there yet and leaves the others as they are. */
export async function insertNew<Table extends SQLiteTable>(store: Store, table: Table, rows: readonly SQLiteInsertValue<Table>[]): Promise<void> {
  for (const chunk of chunks(rows)) await store.db.insert(table).values(chunk).onConflictDoNothing();
}
