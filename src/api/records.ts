// Rows as they are published. Knows no route.

import type { ListQuery } from "../domain/resources/list-query.ts";
import { resources } from "../domain/resources/registry.ts";
import { linksOf, type Reference } from "../domain/resources/resource.ts";
import { type Row, rowsById } from "../store/lists.ts";
import type { Store } from "../store/open.ts";

/** Rows with their links, the records to include, and no field that was not asked for. At most three statements for each kind of record to include. */
export async function recordsOf(
  store: Store,
  { resource, fields, include }: Pick<ListQuery, "resource" | "fields" | "include">,
  rows: readonly Row[],
): Promise<(Record<string, unknown> & { id: string })[]> {
  const included = new Map<string, Map<string, unknown>>();
  for (const name of include) {
    const { to, field } = resource.references[name] as Reference;
    const target = resources[to as keyof typeof resources];
    const ids = [...new Set(rows.map((row) => row[field]).filter((id) => typeof id === "string"))];
    const records = await rowsById(store, target, ids);
    included.set(name, new Map(records.map((record) => [record.id, { ...record, links: linksOf(target, record) }])));
  }
  return rows.map((row) => {
    const whole: Record<string, unknown> = { ...row, links: linksOf(resource, row) };
    const record = fields ? Object.fromEntries(fields.map((field) => [field, whole[field]])) : whole;
    for (const [name, records] of included) record[name] = records.get(String(row[(resource.references[name] as Reference).field])) ?? null;
    return record as Record<string, unknown> & { id: string };
  });
}
