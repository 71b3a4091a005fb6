// A whole ingest into a fresh database through the real migrations, with an extractor that is a stand-in: what is read, skipped, known, and never half-written.
import { appendFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCodebook } from "../../src/codebook/load.ts";
import type { Article } from "../../src/domain/articles.ts";
import type { Codebook } from "../../src/domain/codebook/codebook.ts";
import type { ExtractionDocument } from "../../src/domain/documents.ts";
import { type IngestInput, type IngestStep, type IngestWork, ingest } from "../../src/ingest/ingest.ts";
import { audit } from "../../src/store/audit.ts";
import { loadCodebookRows } from "../../src/store/codebook-rows.ts";
import { dump } from "../../src/store/dump.ts";
import { migrate } from "../../src/store/migrate.ts";
import { open, type Store } from "../../src/store/open.ts";
import { folderOf } from "./folders.ts";

let codebook: Codebook;
const stores: Store[] = [];

beforeAll(() => {
  codebook = loadCodebook();
});
afterAll(async () => {
  for (const store of stores) await store.close();
});

async function freshStore(): Promise<Store> {
  const store = await open(":memory:");
  stores.push(store);
  await migrate(store);
  await loadCodebookRows(store, codebook);
  return store;
}

/** Finds nothing but the article's first word, as an actor nobody knows. */
function extract({ text, meta }: Article): ExtractionDocument {
  const [word = ""] = /^\p{L}+/u.exec(text) ?? [];
  if (word === "Crash") throw new TypeError("the stand-in was told to");
  const actor = {
    id: `stand-in-${word.toLowerCase()}`,
    name: word,
    kind: "person" as const,
    party: null,
    provisional: true,
    roles: [],
    mentions: [{ start: 0, end: word.length, text: word }],
  };
  return {
    text,
    article: { ...meta, genre: meta.genre ?? "unknown" },
    actors: word === "" ? [] : [actor],
    attributions: [],
    rounds: [],
    positions: [],
  };
}

function input(paths: string[], more: Partial<IngestInput> = {}): IngestInput {
  return { paths, stdin: Readable.from([]), type: null, manifest: null, meta: {}, ...more };
}

function work(store: Store | null, more: Partial<IngestWork> = {}): IngestWork {
  const target = store === null ? null : { store, codebook };
  return {
    extract,
    extraction: "stand-in/1",
    target,
    now: () => new Date("2026-01-01T00:00:00Z"),
    signal: new AbortController().signal,
    progress: () => {},
    ...more,
  };
}

async function dumped(store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const line of dump(store)) lines.push(line);
  return lines.join("\n");
}

async function articles(store: Store) {
  const { title, text, source_id, published, notes } = store.t.articles;
  return store.db.select({ title, text, source_id, published, notes }).from(store.t.articles).orderBy(text);
}

const mixed = {
  "a.txt": "Anna spoke first.",
  "b.md": "---\ntitle: B\nsource: The Example\n---\nBoris answered.",
  "c.html": "<html><body><article><p>Clara wrote that a third day is planned for the talks, in the same hall.</p></article></body></html>",
  "d.json": JSON.stringify([{ text: "Doris left." }, { text: "Emil stayed.", published: "2025-11-23" }]),
  "e.jsonl": '{"text":"Fedor waited."}\n{"text":"Greta came."}\n',
  "f.csv": "text,source\nHelga signed.,The Example\n",
};

test("reads every type, once; a second time changes nothing", async () => {
  const store = await freshStore();
  const folder = folderOf(mixed);
  expect(await ingest(input([folder]), work(store))).toMatchObject({
    read: 8,
    added: 8,
    updated: 0,
    known: 0,
    skipped: [],
    found: { actors: 8, rounds: 0, positions: 0 },
  });
  const before = await dumped(store);
  expect(await ingest(input([folder]), work(store))).toMatchObject({ read: 8, added: 0, updated: 0, known: 8, skipped: [] });
  expect(await dumped(store)).toBe(before);
  expect(await audit(store)).toEqual([]);
});

test("gives the same record whatever the order and the packing of files", async () => {
  const [first, second] = [await freshStore(), await freshStore()];
  const folder = folderOf(mixed);
  const paths = Object.keys(mixed).map((name) => join(folder, name));
  await ingest(input(paths), work(first));
  for (const path of paths.toReversed()) await ingest(input([path]), work(second));
  expect(await dumped(second)).toBe(await dumped(first));
});

test("extracts again what another extractor made", async () => {
  const store = await freshStore();
  const folder = folderOf({ "a.txt": "Anna spoke." });
  await ingest(input([folder]), work(store));
  expect(await ingest(input([folder]), work(store, { extraction: "stand-in/2" }))).toMatchObject({ added: 0, updated: 1, known: 0 });
});

test("recognises one text under two names, and takes the better account of it", async () => {
  const store = await freshStore();
  const folder = folderOf({ "a.txt": "Anna spoke.\r\n", "b.md": "---\ntitle: T\nsource: The Example\n---\nAnna spoke." });
  expect(await ingest(input([folder]), work(store))).toMatchObject({ read: 2, added: 1, updated: 1 });
  expect(await articles(store)).toEqual([expect.objectContaining({ title: "T", source_id: "the-example" })]);
});

describe("metadata", () => {
  test("comes from the file, over it from the manifest, over that from the options", async () => {
    const store = await freshStore();
    const folder = folderOf({
      "a.md": "---\ntitle: File\nsource: File\npublished: 2023\n---\nAnna.",
      "m.csv": "path,source,published\na.md,Manifest,2024\nmissing.txt,X,2020\n",
    });
    const report = await ingest(input([folder], { manifest: join(folder, "m.csv"), meta: { published: "2025" } }), work(store));
    expect(report).toMatchObject({ read: 1, skipped: [], notes: [{ path: "missing.txt", note: expect.stringContaining("not among the files") }] });
    expect(await articles(store)).toEqual([expect.objectContaining({ title: "File", source_id: "manifest", published: "2025" })]);
  });

  test("that is one article's is not given to several", async () => {
    const folder = folderOf({ "a.txt": "Anna.", "b.txt": "Boris.", "c.jsonl": '{"text":"C"}\n{"text":"D"}' });
    await expect(ingest(input([folder], { meta: { title: "T" } }), work(null))).rejects.toThrow("--title is for one article");
    expect((await ingest(input([join(folder, "c.jsonl")], { meta: { url: "https://example.org" } }), work(null))).skipped).toEqual([
      { path: join(folder, "c.jsonl"), reason: expect.stringContaining("holds 2 articles") },
    ]);
    expect((await ingest(input([folder], { meta: { source: "S" } }), work(null))).read).toBe(4);
  });
});

describe("standard input", () => {
  test.each([
    ["plain text", "Anna spoke.", null, 1],
    ["front matter", "---\ntitle: T\n---\nAnna spoke.", null, 1],
    ["a page", "<!DOCTYPE html><html><body><p>Anna spoke at some length about it.</p></body></html>", null, 1],
    ["a list of records", '[{"text":"Anna."},{"text":"Boris."}]', null, 2],
    ["lines of records", '{"text":"Anna."}\n{"text":"Boris."}\n', null, 2],
    ["a table, when it is said to be one", "text\nAnna.\nBoris.\n", "csv" as const, 2],
    ["braces that are no JSON", "{Anna} said so.", null, 1],
  ])("is read as %s", async (_, text, type, read) => {
    const report = await ingest(input(["-"], { stdin: Readable.from([Buffer.from(text)]), type }), work(null));
    expect(report).toMatchObject({ read, skipped: [] });
  });

  test("that is empty or endless is refused", async () => {
    expect((await ingest(input(["-"]), work(null))).skipped).toEqual([{ path: "-", reason: "is empty" }]);
    const megabyte = Buffer.alloc(1024 * 1024, "a");
    const endless = Readable.from(
      (function* () {
        for (;;) yield megabyte;
      })(),
    );
    expect((await ingest(input(["-"], { stdin: endless }), work(null))).skipped[0]?.reason).toContain("too large");
  });
});

test("a folder of rubbish: each file named with its reason, the rest ingested, nothing half-written", async () => {
  const store = await freshStore();
  const folder = folderOf({
    "good-1.txt": "Anna spoke.",
    "good-2.md": "Boris answered.",
    "empty.txt": "",
    "blank.txt": " \n\t\n\u00a0",
    "image.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    "image.txt": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    "invalid.txt": Buffer.from("Some text \xc3\x28 and \xff\xfe more", "latin1"),
    "shape.json": '{"headline":"x","paragraphs":["a","b"]}',
    "table.csv": "id,headline\n1,a\n",
    "line.txt": `${"word ".repeat(420_000)}`,
    "no-ending": "Text.",
    "folder.txt": null,
    "crash.txt": "Crash of the extractor.",
    "noise.txt": "",
  });
  for (let i = 0; i < 50; i++) appendFileSync(join(folder, "noise.txt"), Buffer.alloc(1024 * 1024, i));
  const start = performance.now();
  const report = await ingest(input([folder]), work(store));
  expect(performance.now() - start).toBeLessThan(5000);
  expect(Object.fromEntries(report.skipped.map(({ path, reason }) => [relative(folder, path), reason]))).toEqual({
    "empty.txt": "is empty",
    "blank.txt": "holds no text",
    "image.png": expect.stringContaining("not read (.png)"),
    "image.txt": expect.stringContaining("PNG"),
    "invalid.txt": expect.stringContaining("UTF-8"),
    "shape.json": expect.stringContaining('needs a field "text"'),
    "table.csv": expect.stringContaining('needs a column "text"'),
    "line.txt": expect.stringContaining("at most 2000000"),
    "no-ending": expect.stringContaining("no ending"),
    "folder.txt": expect.stringContaining("folder"),
    "crash.txt": expect.stringContaining("the stand-in was told to"),
    "noise.txt": expect.stringContaining("too large: 50 MB"),
  });
  expect(report).toMatchObject({ read: 2, added: 2 });
  expect((await articles(store)).map(({ text }) => text)).toEqual(["Anna spoke.", "Boris answered."]);
  expect(await audit(store)).toEqual([]);
  const logged = await store.db.select().from(store.t.ingest_issues);
  expect(logged).toHaveLength(report.skipped.length);
});

test("a document that breaks a rule of the record is skipped whole", async () => {
  const store = await freshStore();
  const folder = folderOf({ "a.txt": "Anna spoke.", "b.txt": "Boris answered." });
  const faulty = (article: Article) => {
    const document = extract(article);
    const [actor] = document.actors;
    return article.text.startsWith("Anna") && actor ? { ...document, actors: [{ ...actor, mentions: [{ start: 3, end: 9, text: "not there" }] }] } : document;
  };
  const report = await ingest(input([folder]), work(store, { extract: faulty }));
  expect(report).toMatchObject({ read: 1, added: 1, skipped: [{ path: join(folder, "a.txt"), reason: expect.stringContaining("could not be stored") }] });
  expect((await articles(store)).map(({ text }) => text)).toEqual(["Boris answered."]);
});

test("stops after the article in hand, says so in the log, and goes on where it stopped", async () => {
  const store = await freshStore();
  const folder = folderOf({ "a.txt": "Anna.", "b.txt": "Boris.", "c.txt": "Clara." });
  const stop = new AbortController();
  const report = await ingest(
    input([folder]),
    work(store, { signal: stop.signal, progress: ({ path }) => (path.endsWith("a.txt") ? stop.abort() : undefined) }),
  );
  expect(report).toMatchObject({ stopped: true, read: 1, added: 1 });
  expect(await store.db.select({ reason: store.t.ingest_issues.reason }).from(store.t.ingest_issues)).toEqual([
    { reason: "stopped by the user after 1 of 3 files" },
  ]);
  expect(await audit(store)).toEqual([]);
  expect(await ingest(input([folder]), work(store))).toMatchObject({ stopped: false, added: 2, known: 1 });
});

test("a dry run reads and extracts, and needs no database", async () => {
  const folder = folderOf({ ...mixed, "bad.json": "{" });
  const report = await ingest(input([folder]), work(null));
  expect(report).toMatchObject({ run: null, dry_run: true, read: 8, added: 0, found: { actors: 8 }, skipped: [{ path: join(folder, "bad.json") }] });
});

test("tells each step with the files done and in all", async () => {
  const folder = folderOf({ "a.txt": "Anna.", "b.json": "{" });
  const steps: IngestStep[] = [];
  await ingest(input([folder]), work(null, { progress: (step) => steps.push(step) }));
  expect(steps).toEqual([
    { path: join(folder, "a.txt"), outcome: "read", reason: null, done: 0, total: 2 },
    { path: join(folder, "b.json"), outcome: "skipped", reason: expect.stringContaining("not valid JSON"), done: 1, total: 2 },
  ]);
});

test("a database at fault ends the run instead of blaming each article", async () => {
  const store = await freshStore();
  const folder = folderOf({ "a.txt": "Anna.", "b.txt": "Boris." });
  stores.splice(stores.indexOf(store), 1);
  const closing = (article: Article) => {
    void store.close();
    return extract(article);
  };
  await expect(ingest(input([folder]), work(store, { extract: closing }))).rejects.toThrow("not open");
});
