// Pattern tables as text and back, so that a build can keep what every start would compile again. Compiles nothing.
import type { Lists } from "./pattern-match.ts";
import type { PatternTable } from "./pattern-table.ts";

/** The tables of the positions stage. */
export interface PositionTables {
  patterns: PatternTable;
  context: PatternTable;
}

type Kept<T> = { [K in keyof T]: T[K] extends Lists ? { from: string; items: string } : T[K] };

export function writeTables({ patterns, context }: PositionTables): string {
  return JSON.stringify({ patterns: kept(patterns), context: kept(context) });
}

/** What `writeTables` wrote, on a machine that orders bytes alike. */
export function readTables(text: string): PositionTables {
  const { patterns, context } = JSON.parse(text) as Record<keyof PositionTables, Kept<PatternTable>>;
  return { patterns: restored(patterns), context: restored(context) };
}

function kept(table: PatternTable): Kept<PatternTable> {
  const { sets, needs, needed, opened } = table;
  return { ...table, sets: packed(sets), needs: packed(needs), needed: packed(needed), opened: packed(opened) };
}

function restored(table: Kept<PatternTable>): PatternTable {
  const { sets, needs, needed, opened } = table;
  return { ...table, sets: unpacked(sets), needs: unpacked(needs), needed: unpacked(needed), opened: unpacked(opened) };
}

function packed({ from, items }: Lists): { from: string; items: string } {
  return { from: Buffer.from(from.buffer).toString("base64"), items: Buffer.from(items.buffer).toString("base64") };
}

function unpacked({ from, items }: { from: string; items: string }): Lists {
  return { from: numbersIn(from), items: numbersIn(items) };
}

function numbersIn(text: string): Int32Array {
  const bytes = Buffer.from(text, "base64");
  const numbers = new Int32Array(bytes.length / Int32Array.BYTES_PER_ELEMENT);
  Buffer.from(numbers.buffer).set(bytes);
  return numbers;
}
