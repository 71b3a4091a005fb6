// Codebook files already parsed and checked, by the hash of their text, and the gazetteer: those the build left and those this process read. YAML is ten times slower.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CodebookFile } from "../domain/codebook/codebook.ts";

/** Written beside the compiled program by `compile.ts`, all in ASCII; from src/ there is none, and YAML is read. */
export const compiledPath = fileURLToPath(new URL("../codebook.json", import.meta.url));
/** The same for what was learned, which is large and mostly not asked for: the extractor's tables hold it too. */
export const learnedPath = fileURLToPath(new URL("../codebook-learned.json", import.meta.url));

/** The gazetteer comes from packages and has no text. `sound` is kept of a whole codebook, by its version, whose references were checked and lead somewhere. `files` are, of a whole codebook, the keys under which its files' values are kept; `stamp` is its version, by the sizes and times of its files. */
type Name = CodebookFile | "gazetteer" | "sound" | "files" | "stamp";

/** A string, or its bytes in UTF-8. */
type Text = string | Buffer;

/** What stands in `compiledPath` for the value in `learnedPath`. */
export const elsewhere = "in codebook-learned.json";

let values: Record<string, unknown> | undefined;

function known(): Record<string, unknown> {
  values ??= existsSync(compiledPath) ? (JSON.parse(readFileSync(compiledPath, "latin1")) as Record<string, unknown>) : {};
  return values;
}

/** What the schema made of exactly this text when it was last read; undefined where it is new. Callers share the value and must not change it. */
export function compiledValue(name: Name, text: Text): unknown {
  return compiledLater(name, text)?.();
}

/** The same, to be asked for when it is needed: holds the text no longer. */
export function compiledLater(name: Name, text: Text): (() => unknown) | undefined {
  const key = compiledKey(name, text);
  return known()[key] === undefined ? undefined : partOf(key);
}

/** By file, what was kept of a codebook of this version: it hangs on all their texts, which need not each be hashed once more. Undefined where the build kept another codebook. */
export function keptOfVersion(version: string): ((name: CodebookFile) => () => unknown) | undefined {
  const keys = compiledValue("files", version) as Record<CodebookFile, string> | undefined;
  return keys && ((name) => partOf(keys[name]));
}

/** The version of the bundled codebook where its files have this stamp, so that ten megabytes need not be read and hashed to know it; undefined where the build saw others. */
export function versionByStamp(stamp: string): string | undefined {
  return stamp === "" ? undefined : (compiledValue("stamp", stamp) as string | undefined);
}

function partOf(key: string): () => unknown {
  return () => {
    const all = known();
    if (all[key] === elsewhere) all[key] = JSON.parse(readFileSync(learnedPath, "utf8"));
    return all[key];
  };
}

/** Keeps a value for the rest of the process. */
export function rememberValue(name: Name, text: Text, value: unknown): void {
  known()[compiledKey(name, text)] = value;
}

export function compiledKey(name: Name, text: Text): string {
  return createHash("sha256").update(`${name}.yaml\0`).update(text).digest("hex");
}
