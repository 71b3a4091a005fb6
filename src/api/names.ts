// The index of actors' names, made once for each state of the data.
import { indexNames, type NameIndex } from "../analysis/names.ts";
import type { Store } from "../store/open.ts";
import { datasetState } from "../store/reads/dataset.ts";
import { type ActorNames, allNames } from "../store/reads/names.ts";

const indexes = new WeakMap<object, Promise<NameIndex<ActorNames>>>();

/** The index of all names in the store as it is now. */
export async function nameIndex(store: Store): Promise<NameIndex<ActorNames>> {
  const state = await datasetState(store);
  const known = indexes.get(state);
  if (known) return known;
  const made = allNames(store).then(indexNames);
  indexes.set(state, made);
  return made;
}
