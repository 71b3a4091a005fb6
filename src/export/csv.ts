// CSV (RFC 4180) of any list. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
import { type Options, stringify } from "csv-stringify/sync";
import { resourceNames } from "../domain/resources/resource.ts";
import type { ExportedList, ExportRow, Format } from "./format.ts";

export const csv: Format = {
  name: "csv",
  suffix: ".csv",
  media_type: "text/csv",
  media_parameters: "charset=utf-8; header=present",
  description:
    "CSV (RFC 4180), a header first. Unknown values are empty cells; lists inside a record are JSON, and `evidence` has the bare words beside it in `evidence_quotes`. `links` is left out unless `fields` names it.",
  resources: resourceNames,
  takes: ["fields", "bom"],
  write,
};

/** RFC 4180 line ends; a text that a spreadsheet would run as a formula is escaped, a negative number is none. */
const dialect: Options = {
  record_delimiter: "windows",
  escape_formulas: true,
  quoted_match: /[\r\n]/,
  cast: { boolean: String, number: (held) => ({ value: String(held), escape_formulas: false }) },
};

/** Between the quotes of one row; no quote holds a line break before a bar. */
const betweenQuotes = "\n| ";

async function* write(batches: AsyncIterable<readonly ExportRow[]>, { resource, fields, bom }: ExportedList): AsyncGenerator<string> {
  const columns = (fields ?? Object.keys(resource.record.shape).filter((field) => field !== "links")).flatMap((field) =>
    field === "evidence" ? ["evidence_quotes", field] : [field],
  );
  // In a lone column an empty cell is quoted, since readers skip empty lines.
  const options: Options = { ...dialect, quoted_empty: columns.length === 1 };
  yield `${bom ? "\ufeff" : ""}${stringify([columns], options)}`;
  for await (const rows of batches) {
    yield stringify(
      rows.map((row) => columns.map((column) => value(row, column))),
      options,
    );
  }
}

function value(row: ExportRow, column: string): unknown {
  if (column === "evidence_quotes") return (row.evidence as { quote: string }[]).map(({ quote }) => quote).join(betweenQuotes);
  const held = row[column];
  return typeof held === "object" && held !== null ? JSON.stringify(held) : held;
}
