// A list's query after validation: what the store is asked, and the cursor that leads to the next page. Asks nothing itself.
import * as z from "zod";
import { hashId } from "../ids.ts";
import { ProblemError } from "../problems.ts";
import { defaultLimit, type FilterParameter, type Operator } from "./parameters.ts";
import { fieldOf, isNullable, type Resource } from "./resource.ts";
import { firstDayOf, lastDayOf } from "./values.ts";

export type Scalar = string | number | boolean | null;

/** One filter in use. `parameter` is what the user wrote; the rest as in FilterParameter. Dates are whole days by now. */
export interface Condition {
  parameter: string;
  target: string;
  operator: Operator;
  values: readonly Exclude<Scalar, null>[];
}

export interface SortKey {
  /** The parameter name, as in `sort=`. */
  name: string;
  column: string;
  descending: boolean;
  nullable: boolean;
}

export interface ListQuery {
  resource: Resource;
  conditions: readonly Condition[];
  /** Ends with the id, so that no two rows are equal. */
  sort: readonly SortKey[];
  limit: number;
  /** Whether the limit was asked for; else it is the default. */
  limited: boolean;
  /** Sort values of the last row before this page; null on the first page. */
  after: readonly Scalar[] | null;
  fields: readonly string[] | null;
  include: readonly string[];
  /** Whether to count all rows. */
  count: boolean;
  /** Facets by parameter name. */
  facets: readonly string[];
  /** True: explain; false: do not; null: where the list is empty. */
  explain: boolean | null;
}

/** What `querySchema` makes of a query string. */
interface ParsedQuery {
  readonly [filter: string]: unknown;
  sort?: readonly string[];
  limit?: number;
  cursor?: string;
  fields?: readonly string[];
  include?: readonly string[];
  count?: "exact" | "none";
  facets?: readonly string[];
  explain?: boolean;
}

/** Builds the query. Throws an `invalid-parameter` problem where `from` is after `to` or the cursor belongs to another list. */
export function toListQuery(resource: Resource, filters: readonly FilterParameter[], parsed: Record<string, unknown>): ListQuery {
  const query = parsed as unknown as ParsedQuery;
  const conditions = filters.filter(({ name }) => query[name] !== undefined).map((filter) => condition(filter, query[filter.name]));
  refuseBackwardDates(conditions);
  const sort = sortKeys(resource, query.sort ?? resource.defaultSort);
  return {
    resource,
    conditions,
    sort,
    limit: query.limit ?? defaultLimit,
    limited: query.limit !== undefined,
    after: query.cursor === undefined ? null : readCursor(query.cursor, { resource, conditions, sort }),
    fields: query.fields ?? null,
    include: query.include ?? [],
    count: query.count !== "none",
    facets: query.facets ?? [],
    explain: query.explain ?? null,
  };
}

function condition({ name, target, operator, schema: _, moved, ...rest }: FilterParameter, value: unknown): Condition {
  const given = (Array.isArray(value) ? value : [value]) as Exclude<Scalar, null>[];
  const values = given.map((one) => moved?.get(String(one)) ?? one);
  const isDate = typeof values[0] === "string" && ["gte", "lte", "from", "to"].includes(operator);
  const toDay = operator === "gte" || operator === "from" ? firstDayOf : lastDayOf;
  return { ...rest, parameter: name, target, operator, values: isDate ? values.map((date) => toDay(String(date))) : [...new Set(values)] };
}

function refuseBackwardDates(conditions: readonly Condition[]): void {
  const [from, to] = (["from", "to"] as const).map((operator) => conditions.find((one) => one.operator === operator)?.values[0]);
  if (from !== undefined && to !== undefined && from > to)
    throw new ProblemError("invalid-parameter", { errors: [{ parameter: "from", message: "is after `to`" }] });
}

function sortKeys(resource: Resource, names: readonly string[]): SortKey[] {
  const keys = names.map((signed): SortKey => {
    const name = signed.replace(/^-/, "");
    const field = fieldOf(resource, name);
    const dated = resource.fields[field]?.filter === "edtf";
    return { name, column: dated ? `${field}_from` : field, descending: signed.startsWith("-"), nullable: isNullable(resource, field) };
  });
  const id = keys.findIndex(({ column }) => column === "id");
  // The id goes the way of the key before it, so that one index serves both.
  return id >= 0 ? keys.slice(0, id + 1) : [...keys, { name: "id", column: "id", descending: keys.at(-1)?.descending ?? false, nullable: false }];
}

type Bound = Pick<ListQuery, "resource" | "conditions" | "sort">;

const CursorContent = z.tuple([z.string()], z.union([z.string(), z.number(), z.null()]));

/** The cursor that continues after a row with these sort values. */
export function writeCursor(query: Bound, values: readonly Scalar[]): string {
  return Buffer.from(JSON.stringify([binding(query), ...values])).toString("base64url");
}

function readCursor(cursor: string, query: Bound): Scalar[] {
  const content = CursorContent.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (!content.success || content.data.length !== query.sort.length + 1) throw badCursor("is not a cursor of this list: take `next_cursor` as it is");
  const [made, ...values] = content.data;
  if (made !== binding(query)) throw badCursor("belongs to other filters or sort keys: repeat them, or start without a cursor");
  return values;
}

/** Ties a cursor to the list that it was made for. */
function binding({ resource, conditions, sort }: Bound): string {
  const asked = conditions.map(({ parameter, values }) => JSON.stringify([parameter, ...[...values].sort()])).sort();
  return hashId(resource.name, ...asked, ...sort.map(({ name, descending }) => `${descending ? "-" : ""}${name}`));
}

const badCursor = (message: string) => new ProblemError("invalid-parameter", { errors: [{ parameter: "cursor", message }] });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
