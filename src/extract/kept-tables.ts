// What a build keeps of a compiled codebook, as bytes and back, so that a start need not compile it again. Compiles nothing.
import type { NameStarts } from "./actors/known-names.ts";
import type { Lexicon } from "./lexicon.ts";
import { pack, unpack } from "./packed.ts";
import type { PositionTables } from "./positions/compile.ts";

export interface KeptTables {
  names: NameStarts;
  positions: PositionTables;
}

/** The parts of a lexicon that take most of the time to compile. */
export function tablesOf({ cast, positions: { patterns, context, learned } }: Lexicon): KeptTables {
  return { names: cast.names.starts, positions: { patterns: patterns.table, context: context.table, learned: learned.tables } };
}

export function writeTables(tables: KeptTables): Uint8Array {
  return pack(tables);
}

/** What `writeTables` wrote, on a machine that orders bytes alike. */
export function readTables(bytes: Uint8Array): KeptTables {
  return unpack(bytes) as KeptTables;
}
