// Tables of what each ingest did, and the one row that says which dataset this is.
import { sql } from "drizzle-orm";
import type { Kit } from "../kit.ts";
import type { ArticleTables } from "./articles.ts";

export function runTables(k: Kit, { articles }: ArticleTables) {
  /** What each ingest did. The only tables that hold the clock: all others are the same on any machine. */
  const runs = k.table("runs", {
    id: k.text("id").primaryKey(),
    started_at: k.text("started_at").notNull(),
    finished_at: k.text("finished_at"),
    extraction: k.text("extraction").notNull(),
    read: k.int("read").notNull(),
    added: k.int("added").notNull(),
    updated: k.int("updated").notNull(),
    known: k.int("known").notNull(),
    skipped: k.int("skipped").notNull(),
  });

  const run_articles = k.table(
    "run_articles",
    {
      run_id: k
        .text("run_id")
        .notNull()
        .references(() => runs.id),
      article_id: k
        .text("article_id")
        .notNull()
        .references(() => articles.id),
      outcome: k.code("outcome", ["added", "updated"]).notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.run_id, t.article_id] }), k.index("run_articles_article").on(t.article_id)],
  );

  const ingest_issues = k.table(
    "ingest_issues",
    {
      id: k.text("id").primaryKey(),
      run_id: k
        .text("run_id")
        .notNull()
        .references(() => runs.id),
      path: k.text("path").notNull(),
      severity: k.code("severity", ["skipped", "doubted"]).notNull(),
      reason: k.text("reason").notNull(),
    },
    (t) => [k.index("ingest_issues_run").on(t.run_id)],
  );

  /** One row: which dataset this is. `version` is a hash of what made the rows (see dataset.ts). */
  const dataset = k.table(
    "dataset",
    { id: k.int("id").primaryKey(), version: k.text("version").notNull(), codebook: k.text("codebook").notNull(), extraction: k.text("extraction").notNull() },
    (t) => [k.check("dataset_one", sql`${t.id} = 1`)],
  );

  return { runs, run_articles, ingest_issues, dataset };
}
