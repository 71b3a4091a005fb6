// Build step, run as `node dist/cli/keep-tables.js` after the compiler: leaves the bundled codebook's tables of the positions stage beside the program. Imported by nobody.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { loadCodebook } from "../codebook/load.ts";
import { prepare } from "../extract/lexicon.ts";
import { writeTables } from "../extract/positions/kept-tables.ts";
import { tablesPath } from "./tables.ts";

const codebook = loadCodebook();
const path = tablesPath(codebook);
for (const name of readdirSync(dirname(path))) if (/^tables-\w+\.(?:bin|json)$/.test(name) && name !== basename(path)) rmSync(join(dirname(path), name));
const { patterns, context, learned } = prepare(codebook).positions;
writeFileSync(path, writeTables({ patterns: patterns.table, context: context.table, learned: learned.tables }));
