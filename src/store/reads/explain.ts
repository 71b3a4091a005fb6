// What explains a list, above all an empty one: filters that empty it, dates near by that have rows, ids that do not exist. Judges nothing.
import { and, isNotNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Condition, ListQuery } from "../../domain/resources/list-query.ts";
import { resources } from "../../domain/resources/registry.ts";
import { parameterName, type Resource } from "../../domain/resources/resource.ts";
import { countRows } from "../lists.ts";
import type { Store } from "../open.ts";
import { columnNamed, tableNamed } from "./columns.ts";
import { runPrepared } from "./prepared.ts";
import { filterOf, shapeOf, valuesOf } from "./where.ts";

type Filtered = Pick<ListQuery, "resource" | "conditions">;

/** For each of the filters that are named, how many rows the list would have without it. One statement a filter. */
export async function rowsWithoutEach(
  store: Store,
  { resource, conditions }: Filtered,
  parameters: readonly string[],
): Promise<{ parameter: string; rows: number }[]> {
  const without: { parameter: string; rows: number }[] = [];
  for (const parameter of parameters) {
    const others = conditions.filter((one) => one.parameter !== parameter);
    without.push({ parameter, rows: await countRows(store, { resource, conditions: others }) });
  }
  return without;
}

/**
 * The last day before `from` and the first day after `to` on which the other filters find rows; null for a side that has none or is not bounded.
 * Null as a whole where neither `from` nor `to` is asked. One statement.
 */
export async function nearestDays(store: Store, { resource, conditions }: Filtered): Promise<{ before: string | null; after: string | null } | null> {
  const edges = conditions.filter(({ operator }) => operator === "from" || operator === "to");
  if (resource.date === null || edges.length === 0) return null;
  const base = tableNamed(resource.name);
  const others = conditions.filter((one) => !edges.includes(one));
  const side = (operator: "from" | "to"): SQL => {
    const edge = edges.find((one) => one.operator === operator)?.values[0];
    if (edge === undefined) return sql`null`;
    const column = columnNamed(base, `${resource.date}_${operator === "from" ? "to" : "from"}`);
    const outside = operator === "from" ? sql`${column} < ${sql.placeholder("from_0")}` : sql`${column} > ${sql.placeholder("to_0")}`;
    const where = and(filterOf(store, resource, others), outside);
    return sql`(select ${sql.raw(operator === "from" ? "max" : "min")}(${column}) from ${base} where ${where})`;
  };
  const build = () => store.db.select({ before: sql<string | null>`${side("from")}`, after: sql<string | null>`${side("to")}` }).from(sql`(select 1)`);
  const [row] = await runPrepared<{ before: string | null; after: string | null }>(
    store,
    `nearest ${resource.name} ${shapeOf(conditions)}`,
    build,
    valuesOf(conditions),
  );
  return row ?? null;
}

/** A value that a filter names and that no row bears. */
export interface UnknownValue {
  parameter: string;
  value: string;
  /** What could be meant: values, each by one of the words that it goes by. */
  candidates: readonly { value: string; word: string }[];
}

/** The most words that are looked through for what was meant. */
const maxCandidates = 50_000;

/** The values of `text` filters that do not exist where they should. Two statements a filter. */
export async function unknownValues(store: Store, { resource, conditions }: Filtered): Promise<UnknownValue[]> {
  const unknown: UnknownValue[] = [];
  for (const condition of conditions) {
    const place = placeOf(resource, condition);
    if (!place) continue;
    const { table, column } = place;
    const list = sql.join(
      condition.values.map((value) => sql`${value}`),
      sql`, `,
    );
    const found = await store.rows<{ value: string }>(sql`select distinct ${column} as value from ${table} where ${column} in (${list})`);
    const known = new Set(found.map(({ value }) => value));
    const missing = condition.values.map(String).filter((value) => !known.has(value));
    if (missing.length === 0) continue;
    const words = wordsOf(store, table, column);
    const candidates = words === null ? [] : await store.rows<{ value: string; word: string }>(sql`select * from (${words}) limit ${maxCandidates}`);
    unknown.push(...missing.map((value) => ({ parameter: condition.parameter, value, candidates })));
  }
  return unknown;
}

/** Where the values of a `text` filter live: the ids of what it refers to, else the column itself. Null for other filters, whose values were checked before. */
function placeOf(resource: Resource, { target, operator }: Condition): { table: SQLiteTable; column: SQLiteColumn } | null {
  const kind = (resource.fields[target] ?? resource.relations[target])?.filter;
  if (kind !== "text" || (operator !== "in" && operator !== "not")) return null;
  const named = target in resource.relations ? (target === "party" ? "actor" : target) : null;
  const referred = resource.references[parameterName(target)]?.to ?? Object.values(resources).find(({ singular }) => singular === named)?.name;
  if (referred) return { table: tableNamed(referred), column: columnNamed(tableNamed(referred), "id") };
  const hop = resource.relations[target]?.paths[0]?.at(-1);
  const table = tableNamed(hop?.[0] ?? resource.name);
  return { table, column: columnNamed(table, hop?.[2] ?? target) };
}

/**
 * All values of a column, each as a word of its own; ids of actors and sources by their names too, and both ids and names of actors by their aliases. Null for ids
 * that are hashes, near which there is nothing.
 */
function wordsOf({ t }: Store, table: SQLiteTable, column: SQLiteColumn): SQL | null {
  const { actors, actor_aliases, articles, positions, sources } = t;
  if (column === articles.id || column === positions.id) return null;
  const own = sql`select distinct ${column} as value, ${column} as word from ${table} where ${isNotNull(column)}`;
  const names = (of: typeof actors | typeof sources) => sql`${own} union all select ${of.id}, ${of.name} from ${of}`;
  const aliases = sql`select ${column}, ${actor_aliases.alias} from ${actor_aliases} join ${actors} on ${actors.id} = ${actor_aliases.actor_id}`;
  if (column === actors.id) return sql`${names(actors)} union all ${aliases}`;
  if (column === actors.name) return sql`${own} union all ${aliases}`;
  return column === sources.id ? names(sources) : own;
}
