// Lists of any resource: pages, totals, and single records, by the resource's declaration. What a record embeds is read in reads/.
import { type SQL, sql } from "drizzle-orm";
import type { ListQuery, Scalar, SortKey } from "../domain/resources/list-query.ts";
import type { Resource } from "../domain/resources/resource.ts";
import type { Store } from "./open.ts";
import { columnNamed, columnsOf, tableNamed } from "./reads/columns.ts";
import { datasetState, remember } from "./reads/dataset.ts";
import { embedRows } from "./reads/embedded.ts";
import { idList, runPrepared } from "./reads/prepared.ts";
import { afterShape, afterValues, type Density, fromRange, rangesAfter, rangesOf, shapeOf, valuesOf } from "./reads/where.ts";

/** A record as published but for its links, which are the API's. */
export type Row = Record<string, unknown> & { id: string };

interface Page {
  rows: Row[];
  /** Sort values of the last row; null where no row follows. */
  next: Scalar[] | null;
}

/** One page of a list: at most three statements. Values that a cursor brings and that do not fit a column match nothing. */
export async function listRows(store: Store, query: ListQuery): Promise<Page> {
  const { resource, conditions, sort, after, limit } = query;
  const fields = selectedFields(query);
  const density = await densityOf(store, query);
  const shape = `list ${resource.name} ${shapeOf(conditions)} ${sortShape(sort)} ${afterShape(after)} ${density} ${fields}`;
  const build = () => {
    const base = tableNamed(resource.name);
    const key = (at: number) => sql<Scalar>`page.${sql.identifier(`k${at}`)}`;
    const { columns, joins } = columnsOf(resource, fields);
    let rows = store.db
      .select({ ...columns, ...Object.fromEntries(sort.map((_, at) => [`k${at}`, key(at)])) })
      .from(sql`(${pageOf(store, query, density)}) as page`)
      .innerJoin(base, sql`${columnNamed(base, "id")} = ${key(sort.length - 1)}`)
      .$dynamic();
    for (const { table, on } of joins) rows = rows.leftJoin(table, on);
    return rows.orderBy(...sort.map((one, at) => ordered(key(at), one)));
  };
  const values = { ...valuesOf(conditions), ...afterValues(after), limit: limit + 1 };
  const found = await runPrepared<Row>(store, shape, build, values);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? sort.map((_, at) => last[`k${at}`] as Scalar) : null;
  for (const row of rows) for (const at of sort.keys()) delete row[`k${at}`];
  await embedRows(store, resource, rows, query.fields);
  return { rows, next };
}

/** The sort values of a page's rows, as `k0`, `k1`, …: each range in its own order and no longer than a page, then the first of all. */
function pageOf(store: Store, { resource, conditions, sort, after }: ListQuery, density: Density): SQL {
  const ranges = rangesOf(store, resource, conditions, density);
  const beyond = after === null ? [undefined] : rangesAfter(resource, sort, after);
  const limited = (rows: SQL, key: (one: SortKey, at: number) => SQL) =>
    sql`${rows} order by ${commas(sort.map((one, at) => ordered(key(one, at), one)))} limit ${sql.placeholder("limit")}`;
  const pages = ranges.flatMap((range) =>
    beyond.map((more) => limited(sql`select ${keysOf(resource, sort)} ${fromRange(resource, range, more)}`, (key) => sql`${columnOf(resource, key)}`)),
  );
  if (pages.length === 1) return pages[0] as SQL;
  const all = sql.join(
    pages.map((page) => sql`select * from (${page})`),
    sql` union all `,
  );
  return limited(sql`select * from (${all})`, (_, at) => keyNamed(at));
}

/** All ids of a list in its order, however many: a statement to walk through. */
export function idsInOrder(store: Store, { resource, conditions, sort, after }: ListQuery, most: number | null): SQL {
  const beyond = after === null ? [undefined] : rangesAfter(resource, sort, after);
  const ranges = rangesOf(store, resource, conditions).flatMap((range) =>
    beyond.map((more) => sql`select ${keysOf(resource, sort)} ${fromRange(resource, range, more)}`),
  );
  const order = commas(sort.map((key, at) => ordered(keyNamed(at), key)));
  return sql`select ${keyNamed(sort.length - 1)} from (${sql.join(ranges, sql` union all `)}) order by ${order} limit ${most ?? -1}`;
}

const columnOf = (resource: Resource, { column }: SortKey) => columnNamed(tableNamed(resource.name), column);
const keyNamed = (at: number): SQL => sql`${sql.identifier(`k${at}`)}`;
const keysOf = (resource: Resource, sort: readonly SortKey[]): SQL => commas(sort.map((key, at) => sql`${columnOf(resource, key)} as ${keyNamed(at)}`));

/**
 * Dense where a walk is expected to pass fewer rows (a page for each match among all rows) than an index finds: so neither passes more than the square root of
 * all rows times a page.
 */
async function densityOf(store: Store, query: ListQuery): Promise<Density> {
  if (!query.count || query.conditions.length === 0) return null;
  const [total, all] = [await countRows(store, query), await countRows(store, { resource: query.resource, conditions: [] })];
  return total * total > (query.limit + 1) * all ? "dense" : "sparse";
}

/** A sort key's part of `order by`. */
const ordered = (key: SQL, { descending, nullable }: SortKey): SQL =>
  sql`${key} ${sql.raw(descending ? "desc" : "asc")}${sql.raw(nullable ? " nulls last" : "")}`;

const commas = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);
const sortShape = (sort: readonly SortKey[]): string => sort.map(({ name, descending }) => (descending ? `-${name}` : name)).join();

/** The id, what was asked for, and what includes and links are made from. */
function selectedFields({ resource, fields, include }: Pick<ListQuery, "resource" | "fields" | "include">): string[] {
  const all = Object.keys(resource.fields);
  if (fields === null || fields.includes("links")) return all;
  const wanted = new Set(["id", ...fields, ...include.map((name) => resource.references[name]?.field)]);
  return all.filter((field) => wanted.has(field));
}

/** How many rows match. One statement; none where the dataset as it is has been asked before. */
export async function countRows(store: Store, { resource, conditions }: Pick<ListQuery, "resource" | "conditions">): Promise<number> {
  const shape = `count ${resource.name} ${shapeOf(conditions)}`;
  const values = valuesOf(conditions);
  const { totals } = await datasetState(store);
  const key = `${shape} ${JSON.stringify(values)}`;
  const count = async () => {
    const counts = () => rangesOf(store, resource, conditions).map((range) => sql`(select count(*) ${fromRange(resource, range)})`);
    const build = () => store.db.select({ total: sql<number>`${sql.join(counts(), sql` + `)}` }).from(sql`(select 1)`);
    const [row] = await runPrepared<{ total: number }>(store, shape, build, values);
    return row?.total ?? 0;
  };
  return remember(totals, key, totals.get(key) ?? (await count()), keptTotals);
}

const keptTotals = 5000;

/** Records by id, in no order; ids that do not exist are left out. At most three statements. Whole records, but for what `fields` leaves out. */
export async function rowsById(
  store: Store,
  resource: Resource,
  ids: readonly string[],
  { fields, include }: Pick<ListQuery, "fields" | "include"> = { fields: null, include: [] },
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const base = tableNamed(resource.name);
  const id = columnNamed(base, "id");
  const { size, list, values } = idList(ids, id);
  const selected = selectedFields({ resource, fields, include });
  const build = () => {
    const { columns, joins } = columnsOf(resource, selected);
    let rows = store.db.select(columns).from(base).$dynamic();
    for (const { table, on } of joins) rows = rows.leftJoin(table, on);
    return rows.where(sql`${id} in (${list()})`);
  };
  const rows = await runPrepared<Row>(store, `by id ${resource.name} ${selected} ${size}`, build, values);
  await embedRows(store, resource, rows, fields);
  return rows;
}
