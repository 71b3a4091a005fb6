// The exported folder: sound by the standard, the same rows as the database, the same bytes each time, and never in place of somebody else's files.
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writePackage } from "../../src/cli/export-files.ts";
import { fieldsOf, type PublishedTable, publishedTableNames } from "../../src/domain/tables.ts";
import { type Connection, Database } from "../../src/store/driver.ts";
import { loadArticle } from "../../src/store/load.ts";
import type { Store } from "../../src/store/open.ts";
import { settle } from "../../src/store/settle.ts";
import { filledStore } from "../api/fixture.ts";
import { faultsOf, readTable } from "../export/datapackage-rules.ts";
import { codebook, documentOf, freshStore, meta, talks } from "../store/fixtures.ts";
import { parley } from "./run.ts";

const root = mkdtempSync(join(tmpdir(), "parley-export-"));
const folder = join(root, "whole");
let store: Store;

beforeAll(async () => {
  store = await filledStore();
  mkdirSync(folder);
  await writePackage(store, folder, codebook(), null, true);
});
afterAll(async () => {
  await store.close();
  rmSync(root, { recursive: true });
});

const read = (path: string, from = folder) => readFileSync(join(from, path), "utf8");
const descriptor = (from = folder) => JSON.parse(read("datapackage.json", from));
const resource = (name: string, from = folder) => descriptor(from).resources.find((one: { name: string }) => one.name === name);
const rowsOf = (name: PublishedTable, from = folder) => readTable(read(`data/${name}.csv`, from), resource(name, from).schema).rows;

describe("the package", () => {
  it("keeps the rules of the standard, in the descriptor and in every cell", () => {
    expect(faultsOf(folder)).toEqual([]);
  });

  it("is found out where a cell or a file was changed", () => {
    const spoilt = join(root, "spoilt");
    cpSync(folder, spoilt, { recursive: true });
    appendFileSync(join(spoilt, "data/actor_aliases.csv"), "nobody,A name\r\n");
    writeFileSync(join(spoilt, "data/topics.csv"), read("data/topics.csv").replace(/\r\n[^\r]*\r\n$/, "\r\n"));
    const faults = faultsOf(spoilt).join("\n");
    for (const fault of ["actor_aliases: hash", "actor_aliases: actor_id nobody refers to nothing", "topics: bytes", "issues: topic_id"])
      expect(faults).toContain(fault);
  });

  it("holds every row of every table once", async () => {
    const { positions, evidence, articles, mentions, round_reports } = store.t;
    for (const [name, table] of Object.entries({ positions, evidence, articles, mentions, round_reports }))
      expect(rowsOf(name as PublishedTable), name).toHaveLength(await store.db.$count(table));
    expect(rowsOf("positions").length).toBeGreaterThan(50);
  });

  it("leads from each piece of evidence to its slice of a text", () => {
    const texts = new Map(rowsOf("articles").map(({ id, text }) => [id, Array.from(text as string)]));
    for (const { article_id, start, end, quote } of rowsOf("evidence")) expect(texts.get(article_id)?.slice(start, end).join("")).toBe(quote);
  });

  it("labels codes with their names in the codebook", () => {
    const stance = resource("positions").schema.fields.find(({ name }: { name: string }) => name === "stance");
    expect(stance.categories).toContainEqual({ value: "against", label: "Against" });
    expect(stance.constraints.enum).toEqual(["for", "against", "mixed"]);
  });

  it("says how to cite it and which rows it is", () => {
    expect(read("CITATION.cff")).toMatch(/^cff-version: 1\.2\.0\n/);
    for (const page of ["CITATION.cff", "README.md"]) expect(read(page)).toContain(descriptor().dataset_version);
  });

  it("has checksums that the usual program finds right", () => {
    expect(() => execFileSync("sha256sum", ["-c", "--strict", "SHA256SUMS"], { cwd: folder })).not.toThrow();
    const listed = read("SHA256SUMS")
      .trimEnd()
      .split("\n")
      .map((line) => line.slice(66));
    const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(listed).toHaveLength(there.length - 1);
  });

  it("leaves the texts out where it is told to, and nothing else", async () => {
    const bare = join(root, "bare");
    mkdirSync(bare);
    await writePackage(store, bare, codebook(), null, false);
    expect(faultsOf(bare)).toEqual([]);
    expect(read("data/articles.csv", bare)).not.toContain("Delegations sat down");
    expect(read("data/evidence.csv", bare)).toBe(read("data/evidence.csv"));
    const file = new Database(join(bare, "parley.sqlite"), { readonly: true });
    expect(file.prepare("select count(*) from article_search where article_search match 'dispatch'").pluck().get()).toBeGreaterThan(0);
    file.close();
  });
});

describe("the SQLite file", () => {
  let file: Connection;
  beforeAll(() => {
    file = new Database(join(folder, "parley.sqlite"), { readonly: true });
  });
  afterAll(() => void file.close());
  const all = (statement: string) => file.prepare(statement).all() as Record<string, unknown>[];

  it("holds the rows of the CSV tables", () => {
    const asCsv = (value: unknown, type: string) =>
      value === null ? null : type === "boolean" ? value === 1 : ["object", "array"].includes(type) ? JSON.parse(String(value)) : value;
    for (const name of publishedTableNames) {
      const fields = fieldsOf(name, true);
      const rows = all(`select * from "${name}" order by rowid`).map((row) =>
        Object.fromEntries(fields.map((field) => [field.name, asCsv(row[field.name], field.type)])),
      );
      expect(rows, name).toEqual(rowsOf(name));
    }
  });

  it("is sound, small and without traces of the program's own tables", () => {
    expect(file.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(file.pragma("foreign_key_check")).toEqual([]);
    expect(file.pragma("journal_mode", { simple: true })).toBe("delete");
    const names = all("select name from sqlite_schema").map(({ name }) => name);
    for (const own of ["runs", "ingest_issues", "__drizzle_migrations", "source_reports"]) expect(names).not.toContain(own);
  });

  it("describes every table, view and column in it", () => {
    const undescribed = `select name from sqlite_schema where type in ('table', 'view') and name not glob '*_search_*' and name not glob 'sqlite_*'
      and name not in (select name from table_descriptions)`;
    expect(all(undescribed)).toEqual([]);
    const columns = `select t.name, c.name from sqlite_schema t, pragma_table_info(t.name) c join table_descriptions d on d.name = t.name and d.kind = 'table'
      where t.name not in ('dataset', 'table_descriptions', 'column_descriptions')
      and not exists (select 1 from column_descriptions x where x.table_name = t.name and x.column_name = c.name)`;
    expect(all(columns)).toEqual([]);
  });

  it("finds words in articles and in quotations", () => {
    const articles = all("select a.title from article_search join articles a on a.rowid = article_search.rowid where article_search match 'dispatch'");
    expect(articles.length).toBeGreaterThan(30);
    const quotes = all("select e.quote from evidence_search join evidence e on e.rowid = evidence_search.rowid where evidence_search match '\"truce must\"'");
    expect(quotes.length).toBeGreaterThan(30);
    for (const { quote } of quotes) expect(quote).toContain("truce must");
    expect(all("select 1 from evidence_search where evidence_search match 'nowhere'")).toEqual([]);
  });

  it("has views with names in place of ids", () => {
    const count = (name: string) => all(`select count(*) as n from ${name}`)[0]?.n;
    for (const [view, table] of [
      ["position_list", "positions"],
      ["round_list", "rounds"],
      ["actor_list", "actors"],
      ["article_list", "articles"],
    ])
      expect(count(String(view)), view).toBe(count(String(table)));
    const [position] = all("select * from position_list where actor = 'Norland' limit 1");
    expect(position).toMatchObject({ actor_id: "norland", quotes: expect.stringContaining("truce") });
  });

  it("looks a position up by an index, whichever way it is asked for", () => {
    for (const column of ["actor_id", "party_id", "issue_id", "article_id", "round_id", "stated_from"])
      expect(JSON.stringify(all(`explain query plan select * from positions where ${column} = 'x'`)), column).toContain("USING INDEX");
  });
});

it("gives the same bytes whichever way the articles came in", async () => {
  const title = '=1+1, "quoted"\nand broken';
  const other = "Elsewhere. A truce must come before talks, said the envoy.";
  const load = {
    talks: (to: Store) => loadArticle(to, { text: talks.text, meta: meta({ title: "Talks" }) }, talks, "v1", []),
    other: (to: Store) =>
      loadArticle(
        to,
        { text: other, meta: meta({ title }) },
        documentOf(other, { article: { title, source: null, author: null, genre: "report", language: "en", published: null } }),
        "v1",
        [],
      ),
  };
  const sums = [];
  for (const order of [
    ["talks", "other"],
    ["other", "talks"],
  ] as const) {
    const one = await freshStore();
    for (const name of order) await load[name](one);
    await settle(one, codebook());
    const target = mkdtempSync(join(root, "order-"));
    await writePackage(one, target, codebook(), null, true);
    sums.push(read("SHA256SUMS", target));
    expect(rowsOf("articles", target).map(({ title }) => title)).toContain(title);
    await one.close();
  }
  expect(sums[0]).toBe(sums[1]);
});

it("refuses a codebook that the rows were not made by", async () => {
  await expect(writePackage(store, mkdtempSync(join(root, "other-")), { ...codebook(), version: "another" }, null, true)).rejects.toThrow("--codebook");
});

describe("parley export", () => {
  const database = ["--database", `file:${join(root, "p.db")}`];
  const run = (...argv: string[]) => parley(["export", ...argv, ...database]);
  beforeAll(async () => {
    expect((await parley(["migrate", ...database])).code).toBe(0);
  });

  it("writes a new folder, and again in its place", async () => {
    const target = join(root, "made");
    expect(await run(target)).toMatchObject({ code: 0, err: "", out: expect.stringContaining("files") });
    const before = read("SHA256SUMS", target);
    expect(await run(target)).toMatchObject({ code: 0 });
    expect(read("SHA256SUMS", target)).toBe(before);
    expect(faultsOf(target)).toEqual([]);
    expect(readdirSync(root).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it("takes an empty folder", async () => {
    mkdirSync(join(root, "empty"));
    expect((await run(join(root, "empty"))).code).toBe(0);
  });

  it("touches no folder with other files in it, an earlier export included", async () => {
    const target = join(root, "mine");
    mkdirSync(target);
    writeFileSync(join(target, "notes.txt"), "mine");
    expect(await run(target)).toMatchObject({ code: 2, err: expect.stringContaining("notes.txt") });
    const made = join(root, "made");
    writeFileSync(join(made, "data", "notes.txt"), "mine");
    expect(await run(made)).toMatchObject({ code: 2, err: expect.stringContaining("notes.txt") });
    expect(read("data/notes.txt", made)).toBe("mine");
    expect(read("notes.txt", target)).toBe("mine");
  });

  it("leaves nothing behind where there is no database", async () => {
    const target = join(root, "never");
    expect(await parley(["export", target, "--database", `file:${join(root, "none.db")}`])).toMatchObject({ code: 3 });
    expect(readdirSync(root).filter((name) => name.startsWith("never"))).toEqual([]);
  });
});
