// .csv: one article a row, told by a header. Commas, semicolons and tabs all part columns, as spreadsheets write them.
import { createRequire } from "node:module";
import type { CsvError } from "csv-parse/sync";
import { type Parts, type Refused, refuse } from "../parts.ts";
import { joinParts, maxRecords, missingText, readRecord, textFields } from "./json.ts";

const require = createRequire(import.meta.url);

const maxRow = 4_000_000;

/** A table without a text column, or that is no table, is refused whole; a row that does not fit its header or has a wrong value, alone. */
export function readCsv(text: string): Parts {
  const header = text.slice(0, text.search(/[\r\n]|$/)).slice(0, 10_000);
  const delimiter = [",", ";", "\t"].map((mark) => ({ mark, count: header.split(mark).length })).sort((a, b) => b.count - a.count)[0]?.mark ?? ",";
  const { parse } = require("csv-parse/sync") as typeof import("csv-parse/sync");
  let missing: string | null = null;
  const broken: Refused[] = [];
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      skip_empty_lines: true,
      max_record_size: maxRow,
      to: maxRecords + 1,
      columns: (names: string[]) => {
        const columns = names.map((name) => name.trim().toLowerCase());
        const twice = columns.find((name, i) => columns.indexOf(name) !== i);
        if (!columns.some((name) => (textFields as readonly string[]).includes(name))) missing = missingText(columns).replaceAll("a field", "a column");
        else if (twice !== undefined) missing = `has two columns named "${twice.slice(0, 40)}"`;
        if (missing !== null) throw new Error(missing);
        return columns;
      },
      skip_records_with_error: true,
      on_skip: (error) => {
        if (error === undefined) return;
        if (missing !== null || broken.length > maxRecords) throw error;
        broken.push({ at: `:${error.lines ?? "?"}`, reason: `row ${rowFault(error)}` });
      },
    });
  } catch (error) {
    return refuse(missing ?? `is not a table: ${(error as Error).message.slice(0, 160)}`);
  }
  if (rows.length > maxRecords) return refuse(`holds more than ${maxRecords} rows; split it`);
  if (rows.length === 0 && broken.length === 0) return refuse("has a header and no rows");
  const read = joinParts(rows.map(({ record, info }) => readRow(filled(record), `:${info.lines}`)));
  return { drafts: read.drafts, refused: [...broken, ...read.refused] };
}

function readRow(record: Record<string, string>, at: string): Parts {
  return textFields.some((name) => record[name] !== undefined) ? readRecord(record, at) : refuse("row has no text", at);
}

/** Without the empty cells, so that a text in the second best column is found. */
function filled(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([, cell]) => cell.trim() !== ""));
}

function rowFault(error: CsvError): string {
  if (error.code === "CSV_RECORD_INCONSISTENT_COLUMNS" || error.code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH")
    return "has another number of cells than the header";
  if (error.code === "CSV_MAX_RECORD_SIZE") return `is longer than ${maxRow} characters: a quotation mark may never close`;
  return `cannot be read: ${error.message.slice(0, 160)}`;
}
