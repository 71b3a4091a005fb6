// Filters as SQL conditions on a resource's own table, all of them reached by keys, so that counting needs no join. Values stay out: they are placeholders.
import { and, type Column, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Condition, ListQuery, Scalar, SortKey } from "../../domain/resources/list-query.ts";
import type { Hop, Reference, Resource } from "../../domain/resources/resource.ts";
import { parseQuery } from "../../domain/search.ts";
import type { Searchable } from "../full-text.ts";
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
  return Object.fromEntries(conditions.flatMap(({ values }, condition) => values.map((value, at) => [placeholder(condition, at), value])));
}

const placeholder = (condition: number, at: number) => `c${condition}_${at}`;

/** All conditions joined by AND; undefined where there are none. */
export function whereOf(store: Store, resource: Resource, conditions: readonly Condition[]): SQL | undefined {
  return and(...conditions.map((condition, at) => conditionSql(store, resource, condition, at)));
}

type Test = (column: Column) => SQL;

function conditionSql(store: Store, resource: Resource, { target, operator, values }: Condition, number: number): SQL | undefined {
  const isIn: Test = (column) =>
    inList(
      column,
      sql.join(
        values.map((_, at) => bound(placeholder(number, at), column)),
        sql`, `,
      ),
    );
  const first = (column: Column) => bound(placeholder(number, 0), column);
  const field = (test: Test, suffix = "") => fieldCondition(resource, target, test, suffix);
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

/** The test on a field's own column, or on the column of the row that a reference points to. */
function fieldCondition(resource: Resource, field: string, test: Test, suffix: string): SQL {
  const from = resource.fields[field]?.from;
  if (!from) return test(columnNamed(tableNamed(resource.name), field + suffix));
  const { to, field: key } = resource.references[from[0]] as Reference;
  const table = tableNamed(to);
  const matching = sql`select ${columnNamed(table, "id")} from ${table} where ${test(columnNamed(table, from[1] + suffix))}`;
  return fieldCondition(resource, key, (column) => inList(column, matching), "");
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

/** The rows that come after the one with these sort values; unknown values come last whichever way a key runs. */
export function afterOf(resource: Resource, sort: readonly SortKey[], after: readonly Scalar[]): SQL | undefined {
  const [key, ...others] = sort;
  if (!key) return undefined;
  const at = after.length - sort.length;
  const column = columnNamed(tableNamed(resource.name), key.column);
  const rest = others.length > 0 ? afterOf(resource, others, after) : undefined;
  if (after[at] === null) return rest && and(isNull(column), rest);
  // Sort values come out of the database as it holds them, so they go back unchanged.
  const value = sql`${sql.placeholder(`a${at}`)}`;
  const beyond = key.descending ? sql`${column} < ${value}` : sql`${column} > ${value}`;
  return or(beyond, key.nullable ? isNull(column) : undefined, rest && and(sql`${column} = ${value}`, rest));
}
