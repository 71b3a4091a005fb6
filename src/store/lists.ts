// Lists of any resource: pages, totals, and single records, by the resource's declaration. What a record embeds is read in reads/.
import { and, type SQL, sql } from "drizzle-orm";
import type { ListQuery, Scalar, SortKey } from "../domain/resources/list-query.ts";
import type { Resource } from "../domain/resources/resource.ts";
import type { Store } from "./open.ts";
import { columnNamed, columnsOf, tableNamed } from "./reads/columns.ts";
import { emptyDataset, readDataset } from "./reads/dataset.ts";
import { embedRows } from "./reads/embedded.ts";
import { idList, runPrepared } from "./reads/prepared.ts";
import { afterOf, afterShape, afterValues, shapeOf, valuesOf, whereOf } from "./reads/where.ts";

/** A record as published but for its links, which are the API's. */
export type Row = Record<string, unknown> & { id: string };

export interface Page {
  rows: Row[];
  /** Sort values of the last row; null where no row follows. */
  next: Scalar[] | null;
}

/** One page of a list: at most three statements. Values that a cursor brings and that do not fit a column match nothing. */
export async function listRows(store: Store, query: ListQuery): Promise<Page> {
  const { resource, conditions, sort, after, limit } = query;
  const fields = selectedFields(query);
  const shape = `list ${resource.name} ${shapeOf(conditions)} ${sort.map(({ name, descending }) => (descending ? `-${name}` : name))} ${afterShape(after)} ${fields}`;
  const build = () => {
    const base = tableNamed(resource.name);
    const keys = Object.fromEntries(sort.map(({ column }, at) => [`k${at}`, sql<Scalar>`${columnNamed(base, column)}`.as(`k${at}`)]));
    const page = store.db
      .select(keys)
      .from(base)
      .where(and(whereOf(store, resource, conditions), after === null ? undefined : afterOf(resource, sort, after)))
      .orderBy(...sort.map((key) => ordered(sql`${columnNamed(base, key.column)}`, key)))
      .limit(sql.placeholder("limit"))
      .as("page");
    const key = (at: number) => (page as unknown as Record<string, SQL>)[`k${at}`] as SQL;
    const { columns, joins } = columnsOf(resource, fields);
    const selected = { ...columns, ...Object.fromEntries(sort.map((_, at) => [`k${at}`, sql<Scalar>`${key(at)}`])) };
    let rows = store.db
      .select(selected)
      .from(page)
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

const ordered = (key: SQL, { descending, nullable }: SortKey): SQL =>
  sql`${key} ${sql.raw(descending ? "desc" : "asc")}${sql.raw(nullable ? " nulls last" : "")}`;

/** The id, what was asked for, and what includes and links are made from. */
function selectedFields({ resource, fields, include }: Pick<ListQuery, "resource" | "fields" | "include">): string[] {
  const all = Object.keys(resource.fields);
  if (fields === null || fields.includes("links")) return all;
  const wanted = new Set(["id", ...fields, ...include.map((name) => resource.references[name]?.field)]);
  return all.filter((field) => wanted.has(field));
}

/** How many rows match, and which dataset they are in. `total` is null where the query does not want it counted. One statement. */
export async function summarise(
  store: Store,
  { resource, conditions, count }: Pick<ListQuery, "resource" | "conditions" | "count">,
): Promise<{ total: number | null; dataset_version: string }> {
  if (!count) return { total: null, dataset_version: (await readDataset(store)).version };
  const build = () => {
    const base = tableNamed(resource.name);
    const version = sql<string | null>`(select ${store.t.dataset.version} from ${store.t.dataset})`;
    return store.db
      .select({ total: sql<number>`count(*)`, version })
      .from(base)
      .where(whereOf(store, resource, conditions));
  };
  const [row] = await runPrepared<{ total: number; version: string | null }>(
    store,
    `count ${resource.name} ${shapeOf(conditions)}`,
    build,
    valuesOf(conditions),
  );
  return { total: row?.total ?? 0, dataset_version: row?.version ?? emptyDataset };
}

/** Records by id, in no order; ids that do not exist are left out. At most three statements. */
export async function rowsById(store: Store, resource: Resource, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const base = tableNamed(resource.name);
  const id = columnNamed(base, "id");
  const { size, list, values } = idList(ids, id);
  const build = () => {
    const { columns, joins } = columnsOf(resource, Object.keys(resource.fields));
    let rows = store.db.select(columns).from(base).$dynamic();
    for (const { table, on } of joins) rows = rows.leftJoin(table, on);
    return rows.where(sql`${id} in (${list})`);
  };
  const rows = await runPrepared<Row>(store, `by id ${resource.name} ${size}`, build, values);
  await embedRows(store, resource, rows, null);
  return rows;
}
