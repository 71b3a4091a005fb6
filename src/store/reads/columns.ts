// Where a resource's fields lie in the tables: own columns, and columns of the rows that its references point to. Builds no statement.
import { eq, getTableColumns, type SQL } from "drizzle-orm";
import { alias, getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { resources } from "../../domain/resources/registry.ts";
import type { Reference, Resource } from "../../domain/resources/resource.ts";
import { codesView } from "../codes-view.ts";
import { tables } from "../schema.ts";

const named: Readonly<Record<string, SQLiteTable>> = { ...tables, codes: codesView };

/** A table by its published name. Throws where there is none: a declaration is wrong. */
export function tableNamed(name: string): SQLiteTable {
  const table = named[name];
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

/** A column by its published name. Throws where there is none: a declaration is wrong. */
export function columnNamed(table: SQLiteTable, name: string): SQLiteColumn {
  const column = getTableColumns(table)[name];
  if (!column) throw new Error(`no column ${name}`);
  return column as SQLiteColumn;
}

/** The columns of a table's primary key. */
export function primaryKeyOf(table: SQLiteTable): SQLiteColumn[] {
  const composite = getTableConfig(table).primaryKeys[0];
  return composite ? composite.columns : Object.values(getTableColumns(table)).filter((column) => column.primary);
}

/** Where the readable names of a field's values are: in the rows that its column refers to, where they have a label or a name. Null: its values are their own names. */
export function namesOf(resource: Resource, field: string): { table: SQLiteTable; key: SQLiteColumn; label: SQLiteColumn } | null {
  const from = resource.fields[field]?.from;
  if (from) return namesOf(resources[(resource.references[from[0]] as Reference).to], from[1]);
  const column = columnNamed(tableNamed(resource.name), field);
  const [reference] = getTableConfig(tableNamed(resource.name))
    .foreignKeys.map((key) => key.reference())
    .filter(({ columns }) => columns.length === 1 && columns[0] === column);
  const [key] = reference?.foreignColumns ?? [];
  if (!reference || !key) return null;
  const { label, name } = getTableColumns(reference.foreignTable);
  const named = label ?? name;
  return named ? { table: reference.foreignTable, key, label: named } : null;
}

/** A row that a reference points to, joined under the reference's name. */
interface Join {
  table: SQLiteTable;
  on: SQL;
}

/** The columns of some fields and the joins they need, those first that others build on. Fields that are no columns (`links`, embedded rows) are passed over. */
export function columnsOf(resource: Resource, fields: readonly string[]): { columns: Record<string, SQLiteColumn>; joins: Join[] } {
  const base = tableNamed(resource.name);
  const joined = new Map<string, Join>();

  function column(field: string): SQLiteColumn {
    const from = resource.fields[field]?.from;
    return from ? columnNamed(join(from[0]).table, from[1]) : columnNamed(base, field);
  }
  function join(name: string): Join {
    const known = joined.get(name);
    if (known) return known;
    const { to, field } = resource.references[name] as Reference;
    const table = alias(tableNamed(to), name);
    const key = column(field);
    const made = { table, on: eq(columnNamed(table, "id"), key) };
    joined.set(name, made);
    return made;
  }

  const columns = Object.fromEntries(fields.filter((field) => field in resource.fields).map((field) => [field, column(field)]));
  return { columns, joins: [...joined.values()] };
}
