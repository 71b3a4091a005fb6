// Pattern tables as bytes and back, so that a build can keep what every start would compile again. Compiles nothing.
import type { Lists } from "./pattern-match.ts";
import type { PatternTable } from "./pattern-table.ts";

/** The tables of the positions stage. */
export interface PositionTables {
  patterns: PatternTable;
  context: PatternTable;
}

/** Where a list of numbers lies: its first number and how many they are, counted in numbers from the end of the head. */
type Place = [first: number, count: number];
type Kept<T> = { [K in keyof T]: T[K] extends Lists ? { from: Place; items: Place } : T[K] };
const listNames = ["sets", "elements", "options", "needs", "needed", "opened"] as const;
const size = Int32Array.BYTES_PER_ELEMENT;

/** The length of the head in bytes, the head as JSON, padded with blanks to whole numbers, then all lists of numbers, end to end. */
export function writeTables(tables: PositionTables): Uint8Array {
  const numbers: Int32Array[] = [];
  let written = 0;
  const keep = (list: Int32Array): Place => {
    numbers.push(list);
    written += list.length;
    return [written - list.length, list.length];
  };
  const kept = (table: PatternTable): Kept<PatternTable> => {
    const places = listNames.map((name) => [name, { from: keep(table[name].from), items: keep(table[name].items) }] as const);
    return { ...table, ...(Object.fromEntries(places) as Pick<Kept<PatternTable>, (typeof listNames)[number]>) };
  };
  const json = JSON.stringify({ patterns: kept(tables.patterns), context: kept(tables.context) });
  const head = Buffer.from(json + " ".repeat((size - (Buffer.byteLength(json) % size)) % size));
  return Buffer.concat([bytesOf(Int32Array.of(head.length)), head, ...numbers.map(bytesOf)]);
}

/** What `writeTables` wrote, on a machine that orders bytes alike. The lists are views of `bytes`, which must begin at a whole number of its memory. */
export function readTables(bytes: Uint8Array): PositionTables {
  const { buffer, byteOffset } = bytes;
  const [headLength = 0] = new Int32Array(buffer, byteOffset, 1);
  const head = JSON.parse(Buffer.from(buffer, byteOffset + size, headLength).toString()) as Record<keyof PositionTables, Kept<PatternTable>>;
  const at = ([first, count]: Place): Int32Array => new Int32Array(buffer, byteOffset + size + headLength + first * size, count);
  const restored = (table: Kept<PatternTable>): PatternTable => {
    const lists = listNames.map((name) => [name, { from: at(table[name].from), items: at(table[name].items) }] as const);
    return { ...table, ...(Object.fromEntries(lists) as Pick<PatternTable, (typeof listNames)[number]>) };
  };
  return { patterns: restored(head.patterns), context: restored(head.context) };
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
