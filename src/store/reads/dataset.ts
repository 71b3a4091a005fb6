// Which dataset the database holds, and what is remembered for as long as it holds that one.
import { eq } from "drizzle-orm";
import { isSettled } from "../dataset.ts";
import type { Store } from "../open.ts";

/** The version of a database that nothing was loaded into. */
export const emptyDataset = "empty";

/** Version of the rows, and the codebook and extractor that made them. */
export async function readDataset({ db, t }: Store): Promise<{ version: string; extraction: string }> {
  const [row] = await db.select({ version: t.dataset.version, extraction: t.dataset.extraction }).from(t.dataset).where(eq(t.dataset.id, 1));
  return row ?? { version: emptyDataset, extraction: "" };
}

export interface DatasetState {
  version: string;
  extraction: string;
  /** The store's revision that this was read at. */
  revision: string;
  /** False while an ingest is under way, or where one was killed: what depends on several articles is then not up to date. */
  settled: boolean;
  /** Totals of lists by what was counted, the least recently used first. */
  totals: Map<string, number>;
}

const states = new WeakMap<Store, DatasetState>();

/** The dataset as it is now: read anew only after somebody has committed, with what was remembered forgotten. */
export async function datasetState(store: Store): Promise<DatasetState> {
  const revision = store.revision();
  const known = states.get(store);
  if (known?.revision === revision) return known;
  const dataset = await readDataset(store);
  const state = { ...dataset, revision, settled: isSettled(dataset.version), totals: new Map<string, number>() };
  states.set(store, state);
  return state;
}

const keptTotals = 5000;

/** A total that is remembered with the dataset, counted where it is not. */
export async function remembered({ totals }: DatasetState, key: string, count: () => Promise<number>): Promise<number> {
  const total = totals.get(key) ?? (await count());
  totals.delete(key);
  totals.set(key, total);
  if (totals.size > keptTotals) totals.delete(totals.keys().next().value as string);
  return total;
}
