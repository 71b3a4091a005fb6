// The tables of the positions stage as bytes and back, so that a build can keep what every start would compile again. Compiles nothing.
import type { LearnedTables } from "./learned-tables.ts";
import { pack, unpack } from "./packed.ts";
import type { PatternTable } from "./pattern-table.ts";

export interface PositionTables {
  patterns: PatternTable;
  context: PatternTable;
  learned: LearnedTables;
}

export function writeTables({ patterns, context, learned }: PositionTables): Uint8Array {
  return pack({ patterns, context, learned });
}

/** What `writeTables` wrote, on a machine that orders bytes alike. */
export function readTables(bytes: Uint8Array): PositionTables {
  return unpack(bytes) as PositionTables;
}
