// The arguments of an ingest -> the files they stand for, in an order that the arguments' order does not change. Opens no file.
import { readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, normalize } from "node:path";
import { UsageError } from "./errors.ts";
import { formatOf } from "./formats.ts";

/** The argument that means standard input. */
export const stdinPath = "-";

/** `path` is how the user would name it; `real` is the same for every name of one file. */
export interface SourceFile {
  path: string;
  real: string;
}

interface Sources {
  files: SourceFile[];
  skipped: { path: string; reason: string }[];
}

/**
 * Files as they are, folders with all below them, patterns with what they match; a file reached twice counts once, under its shortest name.
 * Names that begin with a dot are not looked at inside folders. What cannot be read, or stands for nothing, is `skipped` with the reason.
 * Throws UsageError for web addresses.
 */
export async function expandSources(paths: readonly string[]): Promise<Sources> {
  const address = paths.find((path) => /^[a-z][a-z0-9+.-]*:\/\//i.test(path));
  if (address !== undefined) throw new UsageError(`${address} is a web address: Parley reads files only. Save the page (it reads .html) and give its path.`);
  const found = new Map<string, string>();
  const skipped: Sources["skipped"] = [];
  for (const path of [...new Set(paths)].filter((path) => path !== stdinPath).sort(byCodeUnit)) await walk(normalize(path), found, skipped);
  const files = [...found].map(([real, path]) => ({ path, real })).sort((a, b) => byCodeUnit(a.path, b.path));
  skipped.sort((a, b) => byCodeUnit(a.path, b.path));
  return { files, skipped };
}

async function walk(argument: string, found: Map<string, string>, skipped: Sources["skipped"]): Promise<void> {
  const folders = new Set<string>();
  const waiting = await startsOf(argument);
  if (waiting.length === 0) skipped.push({ path: argument, reason: "matches no file" });
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    try {
      const [real, entry] = await Promise.all([realpath(path), stat(path)]);
      if (entry.isFile()) {
        const before = found.get(real);
        if (before === undefined || path.length < before.length || (path.length === before.length && path < before)) found.set(real, path);
      } else if (!entry.isDirectory()) skipped.push({ path, reason: "is neither a file nor a folder (a pipe, socket or device)" });
      else if (!folders.has(real)) {
        folders.add(real);
        const names = (await readdir(path)).filter((name) => !name.startsWith("."));
        if (names.length === 0 && (path === argument || formatOf(path) !== null)) skipped.push({ path, reason: "is a folder without files" });
        waiting.push(...names.map((name) => join(path, name)));
      }
    } catch (error) {
      skipped.push({ path, reason: fileFault(error) });
    }
  }
}

/** A path that exists is that path, whatever characters it holds; only else may it be a pattern. */
async function startsOf(argument: string): Promise<string[]> {
  const exists = await stat(argument).then(
    () => true,
    () => false,
  );
  if (exists) return [argument];
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(argument)) return [argument];
  // What an absolute pattern matches is named absolutely, like all else: names from here may be shorter, and would stand elsewhere in the order.
  return (await glob(argument, { expandDirectories: false, onlyFiles: false, absolute: isAbsolute(argument) })).map((path) =>
    normalize(path).replace(/(?<=.)[\\/]$/, ""),
  );
}

/** Why the system would not give a file, in words; a clause that ends a line `FILE: …`. */
export function fileFault(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const faults: Record<string, string> = {
    ENOENT: "does not exist (or is a link to nothing)",
    EACCES: "may not be read: permission denied",
    EPERM: "may not be read: permission denied",
    ELOOP: "is a link that leads back to itself",
    ENAMETOOLONG: "has too long a name",
    ENOTDIR: "lies under something that is no folder",
    EISDIR: "is a folder",
  };
  return faults[code ?? ""] ?? `cannot be read: ${message}`;
}

/** Orders strings the same on every machine, unlike a locale's order. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
