// Reads a codebook folder into memory, or says all that is wrong with it. The only place that knows where codebook files lie.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { type Codebook, type CodebookFile, codebookFiles } from "../domain/codebook/codebook.ts";
import { inPlainWords } from "../domain/wording.ts";
import { mergeActors } from "./actors.ts";
import { compiledLater, compiledValue, keptOfVersion, rememberValue, versionByStamp } from "./compiled.ts";
import { loadGazetteer } from "./places.ts";
import { checkReferences, type Finding } from "./references.ts";
import { parseYaml, positionFinder, readBytes } from "./source.ts";
import { statesAsActors } from "./states.ts";

/** The folder that comes with the program; the same from src/ and from dist/. */
export const bundledFolder = fileURLToPath(new URL("../../seeds/codebook", import.meta.url));

/** Files that tell of one conflict alone: another conflict's folder that lacks them has none, not the bundled ones. */
const conflictFiles: ReadonlySet<CodebookFile> = new Set(["actors", "rounds"]);

/** Each problem reads `file:line:column message`, or `file message` where no line is to blame. */
export class CodebookError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`the codebook has ${problems.length} problem${problems.length === 1 ? "" : "s"}\n${problems.join("\n")}`);
    this.name = "CodebookError";
    this.problems = problems;
  }
}

export interface CodebookCheck {
  /** `entries` counts the entries of the file's top-level lists; 0 where the file could not be read. */
  files: { name: CodebookFile; path: string; bundled: boolean; entries: number }[];
  problems: string[];
}

/**
 * The codebook in `folder`, else the bundled one. Synchronous: it runs once, before there is anything else to do.
 * `actors.actors` holds the folder's actors, then those of world.yaml, then the other states of the world; an
 * earlier one wins by id. A file that the folder lacks is the bundled one; actors and rounds are then empty.
 * Throws CodebookError with every problem found.
 */
export function loadCodebook(folder: string = bundledFolder): Codebook {
  const { codebook, problems } = readCodebook(folder);
  if (codebook === null) throw new CodebookError(problems);
  return codebook;
}

/** What stands in a codebook folder and all that is wrong with it. Throws nothing for a faulty codebook. */
export function checkCodebook(folder: string = bundledFolder): CodebookCheck {
  const { files, problems } = readCodebook(folder);
  return {
    files: files.map(({ name, path, bundled, value }) => ({ name, path, bundled, entries: countEntries(value()) })),
    problems,
  };
}

/** One file of a codebook as read. */
interface File {
  name: CodebookFile;
  path: string;
  bundled: boolean;
  readonly bytes: Buffer;
  /** Made of the bytes each time it is asked for, which is seldom: where the values are kept, nobody reads it. */
  readonly text: string;
  /** What the schema made of the text; undefined where the file is faulty. */
  value: () => unknown;
  problems: string[];
}

type Values = { [K in CodebookFile]: z.infer<(typeof codebookFiles)[K]> };

/** The codebook, null where it has problems, with the files that made it. */
export function readCodebook(folder: string = bundledFolder): { codebook: Codebook | null; files: File[]; problems: string[] } {
  const stamped = folder === bundledFolder ? versionByStamp(bundledStamp()) : undefined;
  const files = (Object.keys(codebookFiles) as CodebookFile[]).map((name) => (stamped === undefined ? readFile(folder, name) : fileLater(folder, name)));
  const version = stamped ?? versionOf(files);
  const kept = keptOfVersion(version);
  for (const file of files)
    if (kept) file.value = kept(file.name);
    else if (file.problems.length === 0) findValue(file);
  const learned = files.find(({ name }) => name === "learned")?.value ?? (() => undefined);
  const values = Object.fromEntries(files.flatMap(({ name, value }) => (name === "learned" ? [] : [[name, value()]]))) as Partial<Omit<Values, "learned">>;
  const { venues, ...parts } = values;
  const places = loadGazetteer(venues?.venues ?? []);
  const findings = compiledValue("sound", version) ? [] : checkReferences(parts, statesAsActors(places.countries, []));
  const problems = [
    ...folderProblems(folder),
    ...files.flatMap((file) => [
      ...file.problems,
      ...located(
        file,
        findings.filter((finding) => finding.file === file.name),
      ),
    ]),
  ];
  if (problems.length > 0) return { codebook: null, files, problems };
  rememberValue("sound", version, true);

  const { actors, world, ...rest } = parts as Omit<Values, "venues" | "learned">;
  const merged = mergeActors(actors.actors, world.actors, statesAsActors(places.countries, [...actors.actors, ...world.actors]));
  const codebook = { ...rest, world, actors: { actors: merged }, version, places };
  // Read when it is asked for, which it seldom is: the tables that a build keeps hold it too.
  return { codebook: Object.defineProperty(codebook, "learned", { get: learned, enumerable: true }) as Codebook, files, problems };
}

/** A file that is read when its bytes are asked for. */
function fileLater(folder: string, name: CodebookFile): File {
  const own = join(folder, `${name}.yaml`);
  const bundled = folder === bundledFolder || !existsSync(own);
  const path = bundled ? join(bundledFolder, `${name}.yaml`) : own;
  const isOthers = bundled && conflictFiles.has(name) && folder !== bundledFolder;
  let read: Buffer | undefined;
  return {
    name,
    path,
    bundled,
    get bytes() {
      if (isOthers) read ??= Buffer.from(`${name}: []\n`);
      // A bundled file not yet written is empty, which its schema accepts or refuses.
      read ??= existsSync(path) ? readBytes(path) : Buffer.from("{}\n");
      return read;
    },
    get text() {
      return this.bytes.toString("utf8");
    },
    value: () => undefined,
    problems: [],
  };
}

/** A file that was read, or that says why it cannot be. */
function readFile(folder: string, name: CodebookFile): File {
  const file = fileLater(folder, name);
  try {
    void file.bytes;
    return file;
  } catch (cause) {
    const { path, bundled, value } = file;
    return { name, path, bundled, bytes: Buffer.alloc(0), text: "", value, problems: [`${path} ${(cause as Error).message}`] };
  }
}

/** Size and time of change of each bundled file: while these stay, nobody has written to them. Empty where one is missing. */
export function bundledStamp(): string {
  const stats = Object.keys(codebookFiles).map((name) => statSync(join(bundledFolder, `${name}.yaml`), { throwIfNoEntry: false }));
  return stats.every((stat) => stat !== undefined) ? stats.map(({ size, mtimeMs }) => `${size} ${mtimeMs}`).join("\n") : "";
}

/** Gives the file what the schema makes of its text, or says what is wrong with it. */
function findValue(file: File): void {
  const { name, path, bytes } = file;
  const kept = compiledLater(name, bytes);
  if (kept) {
    file.value = kept;
    return;
  }
  const yaml = parseYaml(file.text);
  if ("problems" in yaml) {
    file.problems.push(...yaml.problems.map(({ line, column, message }) => `${path}:${line}:${column} ${message}`));
    return;
  }
  const checked = codebookFiles[name].safeParse(yaml.value, { error: inPlainWords });
  if (checked.success) {
    file.value = () => checked.data;
    rememberValue(name, bytes, checked.data);
  } else file.problems.push(...located(file, checked.error.issues.flatMap(perKey)));
}

/** One finding for each unknown key, at the key; else the issue as it is, led by the name of the field. */
function perKey(issue: z.core.$ZodIssue): Omit<Finding, "file">[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: [...issue.path, key], message: `unknown key "${key}"` }));
  const field = issue.path.findLast((step) => typeof step === "string");
  return [{ path: issue.path, message: field === undefined ? issue.message : `${field}: ${issue.message}` }];
}

/** The findings as `file:line:column message`, in the order of the file. */
function located(file: File, findings: readonly Omit<Finding, "file">[]): string[] {
  if (findings.length === 0) return [];
  const find = positionFinder(file.text);
  return findings
    .map(({ path, message }) => ({ ...find(path), message }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, message }) => `${file.path}:${line}:${column} ${message}`);
}

/** A folder that is none, and files in it that a slip of the pen left unread. The bundled folder is ours, and tested. */
function folderProblems(folder: string): string[] {
  if (folder === bundledFolder) return [];
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [`${folder} is no folder`];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name) && !Object.hasOwn(codebookFiles, name.replace(/\.yaml$/, "")))
    .map((name) => `${join(folder, name)} is no file of a codebook, which are ${Object.keys(codebookFiles).join(", ")}, each with .yaml`);
}

function countEntries(value: unknown): number {
  return Object.values(value ?? {}).reduce((sum: number, list: unknown) => sum + (Array.isArray(list) ? list.length : 0), 0);
}

function versionOf(files: readonly File[]): string {
  const hash = createHash("sha256");
  for (const { name, bytes } of files) hash.update(`${name}.yaml\0`).update(bytes).update("\0");
  return hash.digest("hex").slice(0, 12);
}
