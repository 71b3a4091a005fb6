// The log of ingest runs.
import { describe, expect, it } from "vitest";
import { dump } from "../../src/store/dump.ts";
import { loadArticle } from "../../src/store/load.ts";
import { articleId } from "../../src/store/rows.ts";
import { finishRun, recordArticle, recordIssue, startRun } from "../../src/store/runs.ts";
import { freshStore, linesOf, meta, talks, talksText } from "./fixtures.ts";

describe("the log of a run", () => {
  it("says when it ran, what it did and what it skipped, in UTC", async () => {
    const store = await freshStore();
    await loadArticle(store, { text: talksText, meta: meta() }, talks, "x1", []);
    const run = await startRun(store, "x1", new Date("2026-01-01T10:00:00+02:00"));
    await recordArticle(store, run, articleId(talksText), "added");
    await recordIssue(store, run, { path: "a.png", severity: "skipped", reason: "not text" });
    await recordIssue(store, run, { path: "a.png", severity: "skipped", reason: "not text" });
    expect(await store.db.select().from(store.t.runs)).toMatchObject([{ started_at: "2026-01-01T08:00:00.000Z", finished_at: null }]);
    await finishRun(store, run, { read: 2, added: 1, updated: 0, known: 0, skipped: 1 }, new Date("2026-01-01T08:00:01Z"));
    expect(await store.db.select().from(store.t.runs)).toMatchObject([{ finished_at: "2026-01-01T08:00:01.000Z", read: 2, skipped: 1 }]);
    expect(await store.db.select().from(store.t.ingest_issues)).toMatchObject([{ run_id: run, path: "a.png", reason: "not text" }]);
    expect(await store.db.select().from(store.t.run_articles)).toMatchObject([{ run_id: run, outcome: "added" }]);
  });

  it("gives two runs of one moment two ids, and stays out of the dump", async () => {
    const store = await freshStore();
    const before = await linesOf(dump(store));
    const now = new Date(0);
    expect(await startRun(store, "x1", now)).not.toBe(await startRun(store, "x1", now));
    expect(await linesOf(dump(store))).toEqual(before);
  });
});

describe("a dump", () => {
  it("has every row once, in the order of tables and keys, also beyond one page", async () => {
    const store = await freshStore();
    await store.db.insert(store.t.topics).values(Array.from({ length: 1203 }, (_, i) => ({ id: `t${i}`, label: "", definition: "", position: i })));
    const topics = (await linesOf(dump(store)))
      .map((line) => JSON.parse(line) as { table: string; row: { id: string } })
      .filter(({ table }) => table === "topics");
    const ids = topics.map(({ row }) => row.id);
    expect(ids).toHaveLength(1205);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});
