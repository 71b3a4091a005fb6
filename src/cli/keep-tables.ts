// Build step, run as `node dist/cli/keep-tables.js` after the compiler: leaves the bundled codebook's tables of names and of the positions stage beside the program. Imported by nobody.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { loadCodebook } from "../codebook/load.ts";
import { tablesOf, writeTables } from "../extract/kept-tables.ts";
import { prepare } from "../extract/lexicon.ts";
import { tablesPath } from "./tables.ts";

const codebook = loadCodebook();
const path = tablesPath(codebook);
for (const name of readdirSync(dirname(path))) if (/^tables-\w+\.(?:bin|json)$/.test(name) && name !== basename(path)) rmSync(join(dirname(path), name));
writeFileSync(path, writeTables(tablesOf(prepare(codebook))));
