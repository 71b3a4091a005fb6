// Build step, run as `node dist/codebook/compile.js` after the compiler: leaves the bundled codebook as JSON beside the program. Imported by nobody.
import { rmSync, writeFileSync } from "node:fs";
import { compiledKey, compiledPath, compiledValue } from "./compiled.ts";
import { CodebookError, readCodebook } from "./load.ts";

rmSync(compiledPath, { force: true });
const { files, problems } = readCodebook();
if (problems.length > 0) throw new CodebookError(problems);
const values = files.map(({ name, text, value }) => [compiledKey(name, text), value]);
writeFileSync(compiledPath, JSON.stringify(Object.fromEntries([...values, [compiledKey("gazetteer", ""), compiledValue("gazetteer", "")]])));
