// Build step, run as `node dist/codebook/compile.js` after the compiler: leaves the bundled codebook as JSON beside the program. Imported by nobody.
import { rmSync, writeFileSync } from "node:fs";
import { compiledKey, compiledPath, compiledValue, elsewhere, learnedPath } from "./compiled.ts";
import { bundledStamp, CodebookError, readCodebook } from "./load.ts";

rmSync(compiledPath, { force: true });
const { codebook, files, problems } = readCodebook();
if (codebook === null) throw new CodebookError(problems);
const values = files.map(({ name, bytes, value }) => [compiledKey(name, bytes), name === "learned" ? elsewhere : value()]);
const keys = Object.fromEntries(files.map(({ name, bytes }) => [name, compiledKey(name, bytes)]));
writeFileSync(learnedPath, JSON.stringify(codebook.learned));
const others = (
  [
    ["gazetteer", ""],
    ["sound", codebook.version],
  ] as const
).map(([name, text]) => [compiledKey(name, text), compiledValue(name, text)]);
const versions = [
  [compiledKey("files", codebook.version), keys],
  [compiledKey("stamp", bundledStamp()), codebook.version],
];
writeFileSync(compiledPath, inAscii(JSON.stringify(Object.fromEntries([...values, ...others, ...versions]))));

/** The same JSON with all else than ASCII escaped (RFC 8259, section 7): read byte by byte, into strings of half the size. */
function inAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
