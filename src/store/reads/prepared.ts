// Statements are built once for each shape of a query and kept. Knows nothing of what they say.
import { type Column, type SQL, sql } from "drizzle-orm";
import type { Store } from "../open.ts";

/** Values by placeholder name. */
export type Values = Record<string, unknown>;

interface Statement {
  execute(values?: Values): PromiseLike<unknown>;
}

const keptStatements = 500;
const kept = new WeakMap<Store, Map<string, Statement>>();

/**
 * Runs the statement of this shape, building it where it is not kept. Two calls with one shape must build the same statement; what differs
 * between them goes into `values`. The statements least recently used are dropped.
 */
export async function runPrepared<Row>(store: Store, shape: string, build: () => { prepare(): Statement }, values: Values): Promise<Row[]> {
  const statements = kept.get(store) ?? new Map<string, Statement>();
  kept.set(store, statements);
  const statement = statements.get(shape) ?? build().prepare();
  statements.delete(shape);
  statements.set(shape, statement);
  if (statements.size > keptStatements) statements.delete(statements.keys().next().value as string);
  return (await statement.execute(values)) as Row[];
}

/** A placeholder that turns its value into what the column holds (true into 1, for instance). */
export const bound = (name: string, column: Column): SQL => sql`${sql.param(sql.placeholder(name), column)}`;

const idSlots = [1, 10, 50, 200, 1000];

/**
 * Ids as values for `in (…)`: padded by repeating the last one up to 1, 10, 50, 200 or a multiple of 1000, so that few shapes serve any number.
 * At least one id. `list` is made when it is asked for, which only a statement that is not kept yet does.
 */
export function idList(ids: readonly string[], column: Column): { size: number; list: () => SQL; values: Values } {
  const size = idSlots.find((slots) => slots >= ids.length) ?? Math.ceil(ids.length / 1000) * 1000;
  const values: Values = {};
  for (let at = 0; at < size; at++) values[`id${at}`] = ids[Math.min(at, ids.length - 1)];
  return {
    size,
    values,
    list: () =>
      sql.join(
        Object.keys(values).map((name) => bound(name, column)),
        sql`, `,
      ),
  };
}
