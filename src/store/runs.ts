// The log of ingest runs: the only rows that hold the clock, which the caller reads. Dumps leave it out.
import { count, eq } from "drizzle-orm";
import { hashId } from "../domain/ids.ts";
import type { Store } from "./open.ts";
import type { Tables } from "./schema.ts";

type RunCounts = Pick<Tables["runs"]["$inferInsert"], "read" | "added" | "updated" | "known" | "skipped">;

/** Opens a run and answers its id. A run without `finished_at` was stopped or still goes on. */
export async function startRun({ db, t }: Store, extraction: string, now: Date): Promise<string> {
  const [runs] = await db.select({ n: count() }).from(t.runs);
  const id = hashId("run", now.toISOString(), String(runs?.n ?? 0));
  await db.insert(t.runs).values({ id, started_at: now.toISOString(), finished_at: null, extraction, read: 0, added: 0, updated: 0, known: 0, skipped: 0 });
  return id;
}

/** Closes a run with what it did. */
export async function finishRun({ db, t }: Store, run: string, counts: RunCounts, now: Date): Promise<void> {
  await db
    .update(t.runs)
    .set({ ...counts, finished_at: now.toISOString() })
    .where(eq(t.runs.id, run));
}

/** Notes that an article's rows were written in this run. */
export async function recordArticle({ db, t }: Store, run: string, article: string, outcome: "added" | "updated"): Promise<void> {
  await db
    .insert(t.run_articles)
    .values({ run_id: run, article_id: article, outcome })
    .onConflictDoUpdate({ target: [t.run_articles.run_id, t.run_articles.article_id], set: { outcome } });
}

/** Notes what was skipped, or taken with a doubt, and why. `path` is what the user gave; saying the same twice is said once. */
export async function recordIssue({ db, t }: Store, run: string, issue: { path: string; severity: "skipped" | "doubted"; reason: string }): Promise<void> {
  await db
    .insert(t.ingest_issues)
    .values({ id: hashId(run, issue.path, issue.severity, issue.reason), run_id: run, ...issue })
    .onConflictDoNothing();
}
