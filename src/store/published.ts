// The published tables as the database has them: their keys, and their rows one at a time. Writes nothing.
import { type SQL, sql } from "drizzle-orm";
import { getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { type PublishedTable, publishedTables, type TableKeys } from "../domain/tables.ts";
import { type CodeList, codeLists } from "../domain/vocabulary.ts";
import { codesView } from "./codes-view.ts";
import type { Store } from "./open.ts";
import { primaryKeyOf } from "./reads/columns.ts";
import { tables } from "./schema.ts";

const lists = Object.keys(codeLists) as CodeList[];
const listOfTable = new Map<string, CodeList>(lists.map((list) => [`${list}_codes`, list]));

const isPublished = (name: string): name is PublishedTable => Object.hasOwn(publishedTables, name);

/** Keys as the schema declares them. A reference to a list of codes is no foreign key here: those lists are published as one table. */
export function keysOf(name: PublishedTable): TableKeys {
  if (name === "codes") return { primary: ["list", "code"], foreign: [], lists: {} };
  const { foreignKeys } = getTableConfig(tables[name]);
  const keys: TableKeys = { primary: primaryKeyOf(tables[name]).map((column) => column.name), foreign: [], lists: {} };
  for (const key of foreignKeys) {
    const { columns, foreignTable, foreignColumns } = key.reference();
    const [fields, references] = [columns, foreignColumns].map((list) => list.map((column) => column.name)) as [string[], string[]];
    if (fields.some((field) => !Object.hasOwn(publishedTables[name].row.shape, field))) continue;
    const to = getTableConfig(foreignTable).name;
    const list = listOfTable.get(to);
    if (list) keys.lists[String(fields[0])] = list;
    else if (isPublished(to)) keys.foreign.push({ fields, table: to, references });
  }
  return keys;
}

/** The rows of a table by primary key, codes by list and place: of each row these fields, as the database holds them (booleans are 0 and 1, JSON is text). */
export function rowsOfTable(store: Store, name: PublishedTable, fields: readonly string[]): IterableIterator<unknown[]> {
  return store.each(name === "codes" ? codeRows(fields) : tableRows(tables[name], fields), {});
}

const commas = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);
const named = (names: readonly string[]): SQL => commas(names.map((name) => sql`${sql.identifier(name)}`));

function tableRows(table: SQLiteTable, fields: readonly string[]): SQL {
  return sql`select ${named(fields)} from ${table} order by ${named(primaryKeyOf(table).map((column) => column.name))}`;
}

function codeRows(fields: readonly string[]): SQL {
  return sql`select ${named(fields)} from ${codesView} order by list, position`;
}
