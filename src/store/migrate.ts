// Brings a database to the schema of this program by the files of migrations/. Loads no data.

import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { migrate as runMigrations } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Store } from "./open.ts";

const migrationsFolder = fileURLToPath(new URL("../../migrations", import.meta.url));

/**
 * Runs the migrations that the database lacks; none is nothing done. Foreign keys are off meanwhile (a table may have to be rebuilt) and are checked afterwards:
 * throws where a row then refers to nothing.
 */
export async function migrate(store: Store): Promise<void> {
  if (await isMigrated(store)) return;
  await store.exec("PRAGMA foreign_keys = OFF");
  try {
    runMigrations(store.db as unknown as BetterSQLite3Database, { migrationsFolder });
    const broken = await store.rows<{ table: string; parent: string }>(sql`PRAGMA foreign_key_check`);
    if (broken[0]) throw new Error(`after migrating, ${broken.length} rows refer to nothing, first a row of ${broken[0].table} to ${broken[0].parent}`);
  } finally {
    await store.exec("PRAGMA foreign_keys = ON");
  }
}

/** Whether the database has every migration of this program: what a read-only server asks before it answers. */
export async function isMigrated(store: Store): Promise<boolean> {
  const [log] = await store.rows(sql`select 1 from sqlite_schema where name = '__drizzle_migrations'`);
  if (!log) return false;
  const [last] = await store.rows<{ at: number | null }>(sql`select max(created_at) as at from __drizzle_migrations`);
  return Number(last?.at ?? 0) >= Math.max(...readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis));
}
