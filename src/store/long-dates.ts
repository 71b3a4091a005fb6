// How long reported dates usually span: what the indexes on their first days, and the queries that use them, agree on. Knows no table.
import { type Column, type SQL, sql } from "drizzle-orm";

/** Days from first to last that few reported dates exceed: a month. */
export const longestUsualSpan = 31;

/** The rows whose date spans longer, or is open at one end. Must stay as the partial indexes have it, sign for sign, or they are not used. */
export const longSpan = (from: Column, to: Column): SQL =>
  sql`((${from} is null) <> (${to} is null) or ${to} > date(${from}, ${sql.raw(`'+${longestUsualSpan} days'`)}))`;
