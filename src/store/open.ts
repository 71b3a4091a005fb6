// Opens a database and hands it out as a Store: the one thing that the rest of the program knows of it. What a dialect does in its own way is here; no query on a table is.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { fillPlaceholders, type SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { type BaseSQLiteDatabase, SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import type { SearchQuery } from "../domain/search.ts";
import { Database } from "./driver.ts";
import { type Searchable, searchCondition } from "./full-text.ts";
import { type Tables, tables } from "./schema.ts";

/** Typed as asynchronous, so that every query is awaited and another dialect can stand in. Never call `.all()`, `.get()`, `.run()` on it. */
export type Db = BaseSQLiteDatabase<"async", unknown, Record<string, never>>;

export interface Store {
  readonly db: Db;
  readonly t: Tables;
  /** Rows of a statement that the query builder cannot say. Values are as the database holds them: no booleans, no parsed JSON. */
  rows<Row>(statement: SQL): Promise<Row[]>;
  /** Runs a statement that the query builder cannot say and that answers no rows. */
  change(statement: SQL): Promise<void>;
  /** Runs a script of the program's own, never one with a user's words in it. */
  exec(script: string): Promise<void>;
  /**
   * Runs `work` as one write transaction, after those that were asked for before; whatever it throws undoes it whole. Not for use inside another
   * transaction (it would wait for itself), and nobody else may write through this store meanwhile.
   */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A word that changes whenever anyone, this store included, has committed a change; costs microseconds. Says nothing of which change. */
  revision(): string;
  /** Runs reads so that all see one state of the data. For work that waits for nothing but its statements; works that overlap share their state. */
  together<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The same data by a connection of its own, read-only and unchanging from now on, for reads that take their time. To be closed. Of `:memory:` it is the store itself. */
  snapshot(): Promise<Store>;
  /** Rows of a statement one at a time, each the array of its columns, never all in memory. `values` are those of its placeholders. */
  each(statement: SQL, values: Record<string, unknown>): IterableIterator<unknown[]>;
  /** The condition that a row of `what` matches the query: for `where`. Undefined where the query asks for nothing. */
  search(what: Searchable, query: SearchQuery): SQL | undefined;
  close(): Promise<void>;
}

/**
 * Opens `file:` URLs (a path relative to the working directory, or `file:///absolute`) and `:memory:`. A missing file is made, with its folder, unless
 * `readonly`, which throws. Throws for other URLs with what is allowed. Does not migrate.
 */
export async function open(url: string, { readonly = false }: { readonly?: boolean } = {}): Promise<Store> {
  const path = pathOf(url);
  if (!readonly && path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const handle = new Database(path, { readonly, fileMustExist: readonly });
  handle.pragma("busy_timeout = 5000");
  handle.pragma("foreign_keys = ON");
  if (readonly) handle.pragma("query_only = ON");
  else handle.pragma("journal_mode = WAL");
  handle.pragma("synchronous = NORMAL");
  // Room for the upper pages of the indexes of a million rows, in KiB.
  handle.pragma("cache_size = -16000");
  const db = drizzle(handle);

  let last: Promise<unknown> = Promise.resolve();
  async function inTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
    handle.exec("BEGIN IMMEDIATE");
    try {
      const result = await work();
      handle.exec("COMMIT");
      return result;
    } catch (error) {
      if (handle.inTransaction) handle.exec("ROLLBACK");
      throw error;
    }
  }

  const dialect = new SQLiteSyncDialect();
  const commitsOfOthers = handle.prepare("PRAGMA data_version").pluck();
  const ownChanges = handle.prepare("SELECT total_changes()").pluck();
  let reading = 0;
  async function readTogether<Result>(work: () => Promise<Result>): Promise<Result> {
    if (reading === 0 && handle.inTransaction) return work();
    if (reading++ === 0) handle.exec("BEGIN");
    try {
      return await work();
    } finally {
      if (--reading === 0) handle.exec("COMMIT");
    }
  }

  async function snapshot(): Promise<Store> {
    if (path === ":memory:") return { ...store, close: async () => undefined };
    const view = await open(url, { readonly: true });
    // Pages are read once, in order: a large cache, in KiB, would only hold memory.
    await view.exec("PRAGMA cache_size = -2000; BEGIN; SELECT 1 FROM sqlite_schema");
    return view;
  }

  const store: Store = {
    db: db as unknown as Db,
    t: tables,
    rows: async <Row>(statement: SQL) => db.all<Row>(statement),
    change: async (statement) => void db.run(statement),
    exec: async (script) => void handle.exec(script),
    transaction: (work) => {
      const run = last.then(() => inTransaction(work));
      last = run.catch(() => undefined);
      return run;
    },
    revision: () => (readonly ? `${commitsOfOthers.get()}` : `${commitsOfOthers.get()}-${ownChanges.get()}`),
    together: readTogether,
    snapshot,
    each: (statement, values) => {
      const { sql, params } = dialect.sqlToQuery(statement);
      return handle
        .prepare(sql)
        .raw()
        .iterate(...fillPlaceholders(params, values)) as IterableIterator<unknown[]>;
    },
    search: searchCondition,
    close: async () => void handle.close(),
  };
  return store;
}

function pathOf(url: string): string {
  if (url === ":memory:") return url;
  if (/^postgres(ql)?:/.test(url)) throw new Error(`PostgreSQL is not supported yet: use a file: URL such as file:data/parley.db`);
  if (url.startsWith("file://")) return fileURLToPath(url);
  if (url.startsWith("file:") && url.length > "file:".length) return url.slice("file:".length);
  throw new Error(`not a database URL: "${url}". Use file:PATH (such as file:data/parley.db) or :memory:`);
}
