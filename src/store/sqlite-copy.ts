// The published tables as an SQLite file for other programs: plain tables that describe themselves, indexes, full text, views. Knows nothing of migrations.

import { type Field, fieldsOf, type PublishedTable, publishedTableNames, publishedTables } from "../domain/tables.ts";
import { type Connection, Database } from "./driver.ts";
import type { Store } from "./open.ts";
import { keysOf, rowsOfTable } from "./published.ts";
import { readDataset } from "./reads/dataset.ts";
import { type View, views } from "./views.ts";

/** What has full text, by the table that holds the words: found by programs that know FTS5, since each names its content table. */
const fullText: Partial<Record<PublishedTable, { name: string; fields: readonly string[] }>> = {
  articles: { name: "article_search", fields: ["title", "text"] },
  evidence: { name: "evidence_search", fields: ["quote"] },
};

/**
 * Writes the file `path`, which must not exist: equal rows give equal bytes with one release of SQLite. Rows are read and written one at a time. `store` is a snapshot.
 * Throws where a row refers to nothing.
 */
export async function writeSqlite(store: Store, path: string, texts: boolean): Promise<void> {
  const dataset = await readDataset(store);
  const file = new Database(path);
  try {
    // Nobody reads the file before it is whole, and a failed one is thrown away.
    file.pragma("journal_mode = OFF");
    file.pragma("synchronous = OFF");
    file.pragma("foreign_keys = OFF");
    file.exec("BEGIN");
    for (const table of publishedTableNames) copyTable(store, file, table, fieldsOf(table, texts));
    describeAll(file, dataset, texts);
    file.exec("COMMIT");
    const broken = file.pragma("foreign_key_check") as { table: string; parent: string }[];
    if (broken[0]) throw new Error(`${broken.length} rows refer to nothing, first a row of ${broken[0].table} to ${broken[0].parent}: run \`parley audit\``);
  } finally {
    file.close();
  }
}

function copyTable(store: Store, file: Connection, table: PublishedTable, fields: readonly Field[]): void {
  const names = fields.map(({ name }) => name);
  file.exec(createTable(table, fields));
  const insert = file.prepare(`insert into ${quoted(table)} values (${names.map(() => "?").join(", ")})`);
  for (const row of rowsOfTable(store, table, names)) insert.run(...row);
  for (const columns of indexed(table, fields))
    file.exec(`create index ${quoted(`${table}_${columns.join("_")}`)} on ${quoted(table)} (${columns.map(quoted).join(", ")})`);
  const search = fullText[table];
  if (!search) return;
  const words = search.fields.filter((field) => names.includes(field)).join(", ");
  file.exec(`create virtual table ${search.name} using fts5(${words}, content='${table}', tokenize='unicode61 remove_diacritics 2')`);
  file.exec(`insert into ${search.name} (${search.name}) values ('rebuild')`);
}

const sqlTypes = { string: "TEXT", date: "TEXT", object: "TEXT", array: "TEXT", integer: "INTEGER", boolean: "BOOLEAN", number: "REAL" } as const;

/** The statement keeps its comments in the file, so that whoever looks at a table's SQL reads what each column means. */
function createTable(table: PublishedTable, fields: readonly Field[]): string {
  const { primary, foreign } = keysOf(table);
  const columns = fields.map(({ name, type, nullable, codes, description }) => {
    const check = codes && `CHECK (${quoted(name)} IN (${codes.map(literal).join(", ")}))`;
    return { line: [quoted(name), sqlTypes[type], ...(nullable ? [] : ["NOT NULL"]), ...(check ? [check] : [])].join(" "), description };
  });
  const keys = [
    `PRIMARY KEY (${primary.map(quoted).join(", ")})`,
    ...foreign.map((key) => `FOREIGN KEY (${key.fields.map(quoted).join(", ")}) REFERENCES ${quoted(key.table)} (${key.references.map(quoted).join(", ")})`),
  ];
  const lines = columns.map(({ line, description }) => `  ${line}, -- ${description.replace(/\s+/g, " ")}`);
  return `CREATE TABLE ${quoted(table)} ( -- ${publishedTables[table].description}\n${lines.join("\n")}\n  ${keys.join(",\n  ")}\n)`;
}

/** What is looked up: references to other rows, and first days; what leads the primary key is indexed by it. */
function indexed(table: PublishedTable, fields: readonly Field[]): string[][] {
  const { primary, foreign } = keysOf(table);
  const days = fields.filter(({ name }) => name.endsWith("_from")).map(({ name }) => [name]);
  return [...foreign.map((key) => key.fields), ...days].filter(([first]) => first !== primary[0]);
}

function describeAll(file: Connection, dataset: { version: string; extraction: string }, texts: boolean): void {
  file.exec(`
    CREATE TABLE dataset (version TEXT PRIMARY KEY NOT NULL, extraction TEXT NOT NULL);
    CREATE TABLE table_descriptions (name TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, description TEXT NOT NULL);
    CREATE TABLE column_descriptions (table_name TEXT NOT NULL, column_name TEXT NOT NULL, description TEXT NOT NULL, PRIMARY KEY (table_name, column_name));
  `);
  file.prepare("insert into dataset values (?, ?)").run(dataset.version, dataset.extraction);
  const table = file.prepare("insert into table_descriptions values (?, ?, ?)");
  const column = file.prepare("insert into column_descriptions values (?, ?, ?)");
  for (const name of publishedTableNames) {
    table.run(name, "table", publishedTables[name].description);
    for (const field of fieldsOf(name, texts)) column.run(name, field.name, field.description);
  }
  for (const [content, search] of Object.entries(fullText))
    table.run(search.name, "full text", `Full text of ${content} (FTS5): rows are those of ${content} by rowid.`);
  table.run("dataset", "table", "Which dataset this is: version of the rows, and versions of the codebook and the extractor that made them.");
  table.run("table_descriptions", "table", "What each table and view is.");
  table.run("column_descriptions", "table", "What each column of the tables means.");
  for (const [name, { description, select }] of Object.entries<View>(views)) {
    file.exec(`CREATE VIEW ${name} AS\n${select}`);
    table.run(name, "view", description);
  }
}

const quoted = (name: string): string => `"${name}"`;
const literal = (text: string): string => `'${text}'`;
