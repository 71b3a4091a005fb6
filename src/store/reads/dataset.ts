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

/** How rows share out over the values of a field. */
export interface Facet {
  /** The most frequent first, of equals the smaller. `label` is null where the value is its own name. */
  values: { value: string | boolean | null; label: string | null; count: number }[];
  /** How many more values there are. */
  more: number;
}

export interface DatasetState {
  version: string;
  extraction: string;
  /** The store's revision that this was read at. */
  revision: string;
  /** False while an ingest is under way, or where one was killed: what depends on several articles is then not up to date. */
  settled: boolean;
  /** Totals and facets of lists by what was counted, the least recently used first. */
  totals: Map<string, number>;
  facets: Map<string, Facet>;
}

const states = new WeakMap<Store, DatasetState>();

/** The dataset as it is now: read anew only after somebody has committed, with what was remembered forgotten. */
export async function datasetState(store: Store): Promise<DatasetState> {
  const revision = store.revision();
  const known = states.get(store);
  if (known?.revision === revision) return known;
  const dataset = await readDataset(store);
  const state: DatasetState = { ...dataset, revision, settled: isSettled(dataset.version), totals: new Map(), facets: new Map() };
  states.set(store, state);
  return state;
}

/** Remembers a value with the dataset as the one last used, and forgets the one least recently used where there are more than `most`. */
export function remember<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): Value {
  kept.delete(key);
  kept.set(key, value);
  if (kept.size > most) kept.delete(kept.keys().next().value as string);
  return value;
}
