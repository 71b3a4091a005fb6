// How many rows each resource has.
import { sql } from "drizzle-orm";
import { type ResourceName, resourceNames } from "../../domain/resources/resource.ts";
import type { Store } from "../open.ts";
import { tableNamed } from "./columns.ts";

/** Rows by resource. One statement. */
export async function resourceCounts(store: Store): Promise<Record<ResourceName, number>> {
  const counts = resourceNames.map((name) => sql`(select count(*) from ${tableNamed(name)}) as ${sql.identifier(name)}`);
  const [row] = await store.rows<Record<ResourceName, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  return row as Record<ResourceName, number>;
}
