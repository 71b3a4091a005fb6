// One column kit a dialect, so that one schema function serves SQLite now and PostgreSQL later. Knows no table.
import { check, foreignKey, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

export const sqliteKit = {
  table: sqliteTable,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  check,
  text: (name: string) => text(name),
  /** A word of a closed list; the list itself is a reference table. */
  code: <const Codes extends readonly [string, ...string[]]>(name: string, codes: Codes) => text(name, { enum: codes }),
  int: (name: string) => integer(name),
  real: (name: string) => real(name),
  bool: (name: string) => integer(name, { mode: "boolean" }),
  json: <T>(name: string) => text(name, { mode: "json" }).$type<T>(),
};

/** The SQLite kit is the type of record; another dialect's kit is cast to it. */
export type Kit = typeof sqliteKit;
