// The tables that the build left beside the program. Compiles nothing.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Codebook } from "../domain/codebook/codebook.ts";
import { type KeptTables, readTables } from "../extract/kept-tables.ts";

/** Where the tables of a codebook lie; from src/ and for a codebook that is not the bundled one there are none. */
export const tablesPath = ({ version }: Codebook): string => fileURLToPath(new URL(`../tables-${version}.bin`, import.meta.url));

/** Undefined where the build left none for this codebook. */
export function keptTables(codebook: Codebook): KeptTables | undefined {
  const path = tablesPath(codebook);
  return existsSync(path) ? readTables(readFileSync(path)) : undefined;
}
