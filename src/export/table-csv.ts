// A published table as CSV (RFC 4180), for programs that read it by its schema: values stand as they are, formulas included.
import type { Field } from "../domain/tables.ts";

/** The file, piece by piece. Rows hold the fields' values in order, as the database has them. Unknown values are empty cells. */
export function* tableCsv(fields: readonly Field[], rows: Iterable<readonly unknown[]>): Generator<string> {
  yield line(fields.map(({ name }) => name));
  for (const row of rows) yield line(row.map((value, at) => written(fields[at] as Field, value)));
}

function written({ type }: Field, value: unknown): string {
  if (value === null) return "";
  return type === "boolean" ? String(value === 1) : String(value);
}

/** A cell with one of these must stand in quotation marks. */
const special = /[",\r\n]/;

const line = (cells: readonly string[]): string => `${cells.map((cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join()}\r\n`;
