// The dataset's version: equal versions mean equal rows, at every moment that a reader can see.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/domain/ids.ts";
import { loadCodebookRows } from "../../src/store/codebook-rows.ts";
import { dump } from "../../src/store/dump.ts";
import { loadArticle } from "../../src/store/load.ts";
import { migrate } from "../../src/store/migrate.ts";
import { open, type Store } from "../../src/store/open.ts";
import { emptyDataset, readDataset } from "../../src/store/reads/dataset.ts";
import { settle } from "../../src/store/settle.ts";
import { actor, codebook, documentOf, meta, talks } from "./fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-dataset-"));
let writer: Store;
let reader: Store;
beforeAll(async () => {
  const url = `file:${folder}/parley.db`;
  writer = await open(url);
  await migrate(writer);
  reader = await open(url, { readonly: true });
});
afterAll(async () => {
  await reader.close();
  await writer.close();
  rmSync(folder, { recursive: true });
});

/** What a reader sees: the version, and a hash of all rows. */
async function seen(): Promise<{ version: string; rows: string }> {
  const lines: string[] = [];
  for await (const line of dump(reader)) lines.push(line);
  return { version: (await readDataset(reader)).version, rows: sha256(lines.join("\n")) };
}

const add = (text: string, extraction = "v1") =>
  loadArticle(
    writer,
    { text, meta: meta({}) },
    text === talks.text ? talks : documentOf(text, { actors: [actor("new-front", { kind: "group", provisional: true })] }),
    extraction,
    [],
  );

describe("the version", () => {
  it("stands for the same rows whenever it is seen, through ingests that are cut short and a change of codebook", async () => {
    const rowsOf = new Map<string, string>();
    const versions: string[] = [];
    const look = async () => {
      const { version, rows } = await seen();
      expect([version, rowsOf.get(version) ?? rows]).toEqual([version, rows]);
      rowsOf.set(version, rows);
      versions.push(version);
    };
    await look();
    expect(versions).toEqual([emptyDataset]);
    const steps: (() => Promise<unknown>)[] = [
      () => loadCodebookRows(writer, codebook()),
      () => add("First words."),
      () => add(talks.text),
      () => add(talks.text), // Known: nothing changes.
      () => settle(writer, codebook()),
      () => settle(writer, codebook()),
      () => add("First words.", "v2"),
      () => loadCodebookRows(writer, codebook({ version: "two", rounds: [] })),
      () => settle(writer, codebook({ version: "two", rounds: [] })),
    ];
    for (const step of steps) {
      await step();
      await look();
    }
    const settled = versions.map((version) => !version.startsWith("unsettled-"));
    expect(settled).toEqual([true, true, false, false, false, true, true, false, false, true]);
    expect(new Set(versions).size).toBe(versions.length - 2);
  });

  it("does not depend on how often or in which order the same rows were made", async () => {
    const book = codebook({ version: "two", rounds: [] });
    const { version, rows } = await seen();
    const other = await open(":memory:");
    await migrate(other);
    await loadCodebookRows(other, book);
    await loadArticle(other, { text: talks.text, meta: meta({}) }, talks, "v1", []);
    const document = documentOf("First words.", { actors: [actor("new-front", { kind: "group", provisional: true })] });
    await loadArticle(other, { text: "First words.", meta: meta({}) }, document, "v2", []);
    await settle(other, book);
    const lines: string[] = [];
    for await (const line of dump(other)) lines.push(line);
    expect([(await readDataset(other)).version, sha256(lines.join("\n"))]).toEqual([version, rows]);
    await other.close();
  });
});
