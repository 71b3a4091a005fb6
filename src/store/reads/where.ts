// Filters as SQL conditions on a resource's own table, all of them reached by keys, so that counting needs no join. Values stay out: they are placeholders.
import { and, type Column, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Condition, ListQuery, Scalar, SortKey } from "../../domain/resources/list-query.ts";
import type { Hop, Reference, Resource } from "../../domain/resources/resource.ts";
import { parseQuery } from "../../domain/search.ts";
import type { Searchable } from "../full-text.ts";
import { longestUsualSpan, longSpan } from "../long-dates.ts";
import type { Store } from "../open.ts";
import { columnNamed, tableNamed } from "./columns.ts";
import { bound, type Values } from "./prepared.ts";

/** What tells one statement from another: filters and how many values each has, not the values. A full-text query is part of its statement. */
export function shapeOf(conditions: readonly Condition[]): string {
  return conditions
    .map(({ parameter, operator, values }) => `${parameter}(${operator === "match" || operator === "isnull" ? values[0] : values.length})`)
    .join("&");
}

/** The values of the placeholders that `whereOf` leaves. */
export function valuesOf(conditions: readonly Condition[]): Values {
  return Object.fromEntries(conditions.flatMap(({ parameter, values }) => values.map((value, at) => [placeholder(parameter, at), value])));
}

const placeholder = (parameter: string, at: number) => `${parameter}_${at}`;

/**
 * Whether so many rows match that walking a list in its order finds a page sooner than sorting what an index finds; null where nobody has counted.
 * Then only those filters may choose the index that leave its order alone.
 */
export type Density = "dense" | "sparse" | null;

/** All conditions joined by AND; undefined where there are none. */
function whereOf(store: Store, resource: Resource, conditions: readonly Condition[], density: Density = null): SQL | undefined {
  return and(
    ...conditions.map((condition) => {
      const where = conditionSql(store, resource, condition, density);
      return density === "dense" && !keepsOrder(resource, condition) && where ? sql`+(${where})` : where;
    }),
  );
}

/** One value of an own column, whose index goes on in the order of lists; dates and full text are bounded in other ways. */
function keepsOrder(resource: Resource, { target, operator, values }: Condition): boolean {
  const use = resource.fields[target];
  return operator === "match" || target.startsWith(resource.date ?? "\n") || (operator === "in" && values.length === 1 && !use?.from && use?.filter !== "flag");
}

/** Rows of a resource's table that an index reaches at once: by the one that is named, else by the one that the database chooses. */
interface RowRange {
  where: SQL | undefined;
  index: string | null;
}

/** `from …` of a range. */
export const fromRange = (resource: Resource, { where, index }: RowRange, more?: SQL): SQL =>
  sql`from ${tableNamed(resource.name)}${index === null ? sql`` : sql` indexed by ${sql.identifier(index)}`} where ${and(where, more) ?? sql`true`}`;

/**
 * All conditions as one or two ranges of rows that share none: where a condition on the resource's date bounds its first day too, the rows inside that bound, and the
 * few that span so long that they reach in from outside it.
 */
export function rangesOf(store: Store, resource: Resource, conditions: readonly Condition[], density: Density = null): RowRange[] {
  const where = whereOf(store, resource, conditions, density);
  const inside = and(...conditions.map((condition) => firstDayBound(resource, condition)));
  if (!inside) return [{ where, index: null }];
  return [
    { where: and(where, inside), index: null },
    { where: and(where, sql`(${inside}) is not true`, spansLong(resource)), index: `${resource.name}_long` },
  ];
}

/** The same rows in one condition, for counting by value. */
export function filterOf(store: Store, resource: Resource, conditions: readonly Condition[]): SQL | undefined {
  const inside = and(...conditions.map((condition) => firstDayBound(resource, condition)));
  return and(whereOf(store, resource, conditions), inside && or(inside, spansLong(resource)));
}

function spansLong({ name, date }: Resource): SQL {
  const table = tableNamed(name);
  return longSpan(columnNamed(table, `${date}_from`), columnNamed(table, `${date}_to`));
}

/** What a condition on the date's last day says of the first day of a row that spans no longer than `longestUsualSpan`. Undefined: nothing. */
function firstDayBound({ name, date }: Resource, { parameter, target, operator }: Condition): SQL | undefined {
  const first = `${date}_from`;
  const onLastDay = target === date ? ["from", "to", "lte"].includes(operator) : target === `${date}_to`;
  if (date === null || !onLastDay || !["from", "to", "gte", "lte"].includes(operator)) return undefined;
  const column = columnNamed(tableNamed(name), first);
  const day = bound(placeholder(parameter, 0), column);
  return operator === "to" || operator === "lte" ? sql`${column} <= ${day}` : sql`${column} >= date(${day}, ${sql.raw(`'-${longestUsualSpan} days'`)})`;
}

type Test = (column: Column) => SQL;

function conditionSql(store: Store, resource: Resource, { parameter, target, operator, values }: Condition, density: Density): SQL | undefined {
  const isIn: Test = (column) =>
    inList(
      column,
      sql.join(
        values.map((_, at) => bound(placeholder(parameter, at), column)),
        sql`, `,
      ),
    );
  const first = (column: Column) => bound(placeholder(parameter, 0), column);
  const field = (test: Test, suffix = "") => fieldCondition(resource, target, test, suffix, density);
  // Reported dates are compared by their bounds, everything else by itself.
  const edge = (suffix: string) => (resource.fields[target]?.filter === "edtf" ? suffix : "");
  const isOneOf = () => (target in resource.relations ? relationCondition(resource, target, isIn) : field(isIn));
  switch (operator) {
    case "in":
      return isOneOf();
    case "not":
      return sql`(${isOneOf()}) is not true`;
    case "isnull":
      return field(values[0] === true ? isNull : isNotNull);
    case "gte":
      return field((column) => sql`${column} >= ${first(column)}`, edge("_from"));
    case "lte":
      return field((column) => sql`${column} <= ${first(column)}`, edge("_to"));
    case "from":
      return overlap(tableNamed(resource.name), `${target}_to`, `${target}_from`, (column) => sql`${column} >= ${first(column)}`);
    case "to":
      return overlap(tableNamed(resource.name), `${target}_from`, `${target}_to`, (column) => sql`${column} <= ${first(column)}`);
    case "match":
      return store.search(resource.name as Searchable, parseQuery(String(values[0])));
  }
}

const inList = (column: Column, list: SQL): SQL => sql`${column} in (${list})`;

/** The test on a field's own column, or on the column of the row that a reference points to: found from each row of a walk, else all at once. */
function fieldCondition(resource: Resource, field: string, test: Test, suffix: string, density: Density): SQL {
  const from = resource.fields[field]?.from;
  if (!from) return test(columnNamed(tableNamed(resource.name), field + suffix));
  const { to, field: key } = resource.references[from[0]] as Reference;
  const table = tableNamed(to);
  const [id, column] = [columnNamed(table, "id"), columnNamed(table, from[1] + suffix)];
  const reach: Test = (reference) =>
    density === "dense"
      ? sql`(select ${test(column)} from ${table} where ${id} = ${reference})`
      : inList(reference, sql`select ${id} from ${table} where ${test(column)}`);
  return fieldCondition(resource, key, reach, "", density);
}

function relationCondition(resource: Resource, name: string, test: Test): SQL | undefined {
  const id = columnNamed(tableNamed(resource.name), "id");
  return or(...(resource.relations[name]?.paths ?? []).map((path) => inList(id, reached(path, test))));
}

function reached([hop, ...further]: readonly Hop[], test: Test): SQL {
  const [name, key, column] = hop as Hop;
  const table = tableNamed(name);
  const to = columnNamed(table, column);
  return sql`select ${columnNamed(table, key)} from ${table} where ${further.length > 0 ? inList(to, reached(further, test)) : test(to)}`;
}

/** An open end reaches everything; a row with neither bound has no date and reaches nothing. */
function overlap(table: SQLiteTable, near: string, far: string, reaches: Test): SQL | undefined {
  const end = columnNamed(table, near);
  return or(reaches(end), and(isNull(end), isNotNull(columnNamed(table, far))));
}

/** Which of a page's start values are null: part of the statement's shape. */
export const afterShape = (after: ListQuery["after"]): string =>
  after === null ? "" : `after(${after.map((value) => (value === null ? "n" : "v")).join("")})`;

export const afterValues = (after: ListQuery["after"]): Values => Object.fromEntries((after ?? []).map((value, at) => [`a${at}`, value]));

/**
 * The rows that come after the one with these sort values, as ranges that share none and that an index in the order of the keys serves one by one, however deep the page:
 * equal in the first keys and beyond in the next, or unknown in it. Unknown values come last whichever way a key runs.
 */
export function rangesAfter(resource: Resource, sort: readonly SortKey[], after: readonly Scalar[]): SQL[] {
  const column = (key: SortKey) => columnNamed(tableNamed(resource.name), key.column);
  // Sort values come out of the database as it holds them, so they go back unchanged.
  const value = (at: number) => sql`${sql.placeholder(`a${at}`)}`;
  return sort.flatMap((key, at) => {
    if (after[at] === null) return [];
    const equal = sort.slice(0, at).map((before, i) => (after[i] === null ? isNull(column(before)) : sql`${column(before)} = ${value(i)}`));
    const beyond = key.descending ? sql`${column(key)} < ${value(at)}` : sql`${column(key)} > ${value(at)}`;
    return [and(...equal, beyond), key.nullable ? and(...equal, isNull(column(key))) : undefined].filter((range) => range !== undefined);
  });
}
