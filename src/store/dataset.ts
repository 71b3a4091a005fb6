// The one row that says which dataset this is.
import { asc, eq } from "drizzle-orm";
import { sha256 } from "../domain/ids.ts";
import { canonical } from "./canonical.ts";
import type { Store } from "./open.ts";

/** What the version begins with while rows have changed and what depends on several articles has not followed yet. */
const unsettled = "unsettled-";

export const isSettled = (version: string): boolean => !version.startsWith(unsettled);

/**
 * Gives the dataset another version within the caller's transaction, after a change that `settle` must follow: a hash of the version before and of the change, so
 * that no version ever stands for rows that differ. `change` says all that the changed rows depend on; `codebook` is the one that they are of now, where that changed.
 */
export async function unsettleDataset({ db, t }: Store, change: unknown, codebook?: string): Promise<void> {
  const [before] = await db.select().from(t.dataset).where(eq(t.dataset.id, 1));
  const version = `${unsettled}${sha256([before?.version ?? "", canonical(change)].join("\n")).slice(0, 16)}`;
  const row = { id: 1, version, codebook: codebook ?? before?.codebook ?? "", extraction: before?.extraction ?? "" };
  await db.insert(t.dataset).values(row).onConflictDoUpdate({ target: t.dataset.id, set: row });
}

/**
 * Writes the dataset row within the caller's transaction: the version is the first 16 digits of a hash over every article (its text's id, metadata, notes and extraction)
 * and the codebook, so that equal versions mean equal rows. `extraction` lists what made the articles' rows, usually one name; empty where there are none.
 */
export async function writeDataset({ db, t }: Store, codebook: string): Promise<void> {
  const articles = await db
    .select({ id: t.articles.id, meta: t.articles.meta, notes: t.articles.notes, extraction: t.articles.extraction })
    .from(t.articles)
    .orderBy(asc(t.articles.id));
  const version = sha256([codebook, ...articles.map(canonical)].join("\n")).slice(0, 16);
  const extraction = [...new Set(articles.map((article) => article.extraction))].sort().join(", ");
  const row = { id: 1, version, codebook, extraction };
  await db.insert(t.dataset).values(row).onConflictDoUpdate({ target: t.dataset.id, set: row });
}
