// Which dataset the database holds.
import type { Store } from "../open.ts";

/** The version of a database that nothing was loaded into. */
export const emptyDataset = "empty";

/** Version of the rows, and the codebook and extractor that made them. */
export async function readDataset({ db, t }: Store): Promise<{ version: string; extraction: string }> {
  const [row] = await db.select({ version: t.dataset.version, extraction: t.dataset.extraction }).from(t.dataset);
  return row ?? { version: emptyDataset, extraction: "" };
}
