// Where a resource's fields lie in the tables: own columns, and columns of the rows that its references point to. Builds no statement.
import { eq, getTableColumns, type SQL } from "drizzle-orm";
import { alias, getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Reference, Resource } from "../../domain/resources/resource.ts";
import { tables } from "../schema.ts";

/** A table by its published name. Throws where there is none: a declaration is wrong. */
export function tableNamed(name: string): SQLiteTable {
  const table = tables[name as keyof typeof tables] as SQLiteTable | undefined;
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

/** A row that a reference points to, joined under the reference's name. */
export interface Join {
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
