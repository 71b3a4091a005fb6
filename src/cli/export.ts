// `parley export`: the whole record as a folder to hand out. Where it goes and what it replaces; what is in it is written by export-files.ts.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Command } from "commander";
import { packageName } from "../export/datapackage.ts";
import { UsageError } from "../ingest/errors.ts";
import type { Context } from "./context.ts";
import { type GlobalOptions, loadCodebookOf, settings, withReadonlyStore } from "./setup.ts";
import { print, printable } from "./terminal.ts";

interface Options extends GlobalOptions {
  /** False: --no-text. */
  text: boolean;
}

export function exportCommand({ terminal }: Context): Command {
  return new Command("export")
    .description("Write the whole record into a folder: CSV tables and an SQLite file as a Data Package, with codebook, citation and checksums.")
    .argument("<folder>", "a new or empty folder, or an earlier export, which is replaced")
    .option("--no-text", "leave out the articles' texts, which are not yours to publish; quotations stay")
    .addHelpText("after", help)
    .action(async (folder: string, _, self: Command) => {
      const options = self.optsWithGlobals<Options>();
      const config = settings(options);
      const target = resolve(folder);
      const earlier = filesToReplace(target);
      const { writePackage } = await import("./export-files.ts");
      const codebook = await loadCodebookOf(config);
      mkdirSync(dirname(target), { recursive: true });
      const made = `${target}.partial-${process.pid}`;
      mkdirSync(made);
      try {
        const { files, bytes, version } = await withReadonlyStore(config, (store) => writePackage(store, made, codebook, config.codebook, options.text));
        replace(target, earlier, made);
        await print(terminal.stdout, printable(`${folder}: dataset ${version}, ${files} files, ${(bytes / 1e6).toFixed(1)} MB`));
      } finally {
        rmSync(made, { recursive: true, force: true });
      }
    });
}

const sums = "SHA256SUMS";

/** The files of the earlier export in the folder, none where it is empty or missing. Throws where it holds anything else. */
function filesToReplace(folder: string): string[] {
  const entry = statSync(folder, { throwIfNoEntry: false });
  if (!entry) return [];
  if (!entry.isDirectory()) throw new UsageError(`${folder} is no folder`);
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => !one.isDirectory())
    .map((one) => join(one.parentPath, one.name));
  if (found.length === 0 && readdirSync(folder).length === 0) return [];
  const listed = new Set(isExport(folder) ? [sums, ...listedIn(folder)].map((path) => join(folder, path)) : []);
  const other = found.find((path) => !listed.has(path));
  if (listed.size === 0 || other !== undefined)
    throw new UsageError(`${folder} holds ${other ?? "folders"}, which no export wrote: name a new folder, or empty this one`);
  return found;
}

function isExport(folder: string): boolean {
  try {
    const { name, dataset_version } = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
    return name === packageName && typeof dataset_version === "string" && existsSync(join(folder, sums));
  } catch {
    return false;
  }
}

const listedIn = (folder: string): string[] =>
  [...readFileSync(join(folder, sums), "utf8").matchAll(/^[0-9a-f]{64} {2}(.+)$/gm)].map(([, path]) => String(path));

/** Puts the made folder in the place of the target, once it is whole. */
function replace(target: string, earlier: readonly string[], made: string): void {
  for (const file of earlier) rmSync(file);
  for (const path of [...new Set(earlier.map((file) => dirname(file)))].sort((a, b) => b.length - a.length)) rmdirSync(path);
  if (existsSync(target)) rmdirSync(target);
  renameSync(made, target);
}

const help = `
The folder is a Frictionless Data Package, version 2. Equal records give equal bytes. README.md in it says how to begin.
It is written beside its place and moved there when it is whole.

Exit codes: 0 written, 2 wrong usage or a folder with other things in it, 3 no database to read, or another codebook than it was made by.

Examples:
  $ parley export parley-data
  $ parley export parley-public --no-text && (cd parley-public && sha256sum -c SHA256SUMS)
`;
