// A whole list, however long, in batches: one statement walks the ids in order, and each batch is read by id.
import type { ListQuery } from "../../domain/resources/list-query.ts";
import { idsInOrder, type Row, rowsById } from "../lists.ts";
import type { Store } from "../open.ts";
import { afterValues, valuesOf } from "./where.ts";

/** Small enough that other requests get their turn between two. */
const batchSize = 200;

/** The rows of a list in order, at most `most` of them (null: all). `store` is a snapshot: its data must not change while rows are taken. */
export async function* allRows(store: Store, query: ListQuery, most: number | null): AsyncGenerator<Row[]> {
  let batch: string[] = [];
  for (const [id] of store.each(idsInOrder(store, query, most), { ...valuesOf(query.conditions), ...afterValues(query.after) })) {
    batch.push(id as string);
    if (batch.length < batchSize) continue;
    yield await rowsInOrder(store, query, batch);
    batch = [];
  }
  if (batch.length > 0) yield await rowsInOrder(store, query, batch);
}

async function rowsInOrder(store: Store, { resource, fields, include }: ListQuery, ids: readonly string[]): Promise<Row[]> {
  const rows = new Map((await rowsById(store, resource, ids, { fields, include })).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}
