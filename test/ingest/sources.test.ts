// From arguments to files: folders, patterns, links and everything that only looks like a file.
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/ingest/errors.ts";
import { readFile } from "../../src/ingest/read.ts";
import { expandSources } from "../../src/ingest/sources.ts";
import { folderOf } from "./folders.ts";

async function names(folder: string, ...paths: string[]): Promise<string[]> {
  const { files } = await expandSources(paths.map((path) => join(folder, path)));
  return files.map(({ path }) => relative(folder, path));
}

test("takes files, folders and patterns, each file once, in one order whatever the order of arguments", async () => {
  const folder = folderOf({ "b.txt": "b", "a/x.md": "x", "a/deep/y.txt": "y", "c.csv": "c" });
  const all = ["a/deep/y.txt", "a/x.md", "b.txt", "c.csv"];
  expect(await names(folder, ".")).toEqual(all);
  expect(await names(folder, "c.csv", "a", "b.txt", "a/x.md", "**/*.txt")).toEqual(all);
  expect(await names(folder, "**/*.txt", "b.txt", "a/x.md", "a", "c.csv")).toEqual(all);
  expect(await names(folder, "**/*.txt")).toEqual(["a/deep/y.txt", "b.txt"]);
});

test("names what an absolute pattern matches absolutely, wherever it is asked from", async () => {
  const root = new URL("../..", import.meta.url).pathname;
  const { files } = await expandSources([join(root, "seeds/articles/00*.md"), join(root, "seeds/articles")]);
  expect(files.length).toBeGreaterThan(9);
  expect(files.filter(({ path }) => !path.startsWith(root))).toEqual([]);
});

test("takes a name with the signs of a pattern as the name that it is", async () => {
  const folder = folderOf({ "[1] talks (day*).txt": "x", "1.txt": "y" });
  expect(await names(folder, "[1] talks (day*).txt")).toEqual(["[1] talks (day*).txt"]);
});

test("leaves out names that begin with a dot inside folders, and takes them when they are named", async () => {
  const folder = folderOf({ ".git/x.txt": "x", ".hidden.txt": "h", "a.txt": "a" });
  expect(await names(folder, ".")).toEqual(["a.txt"]);
  expect(await names(folder, ".hidden.txt")).toEqual([".hidden.txt"]);
});

test("comes out of loops of links, and counts a file with two names once", async () => {
  const folder = folderOf({ "a/x.txt": "x" });
  symlinkSync(folder, join(folder, "a", "loop"));
  symlinkSync(join(folder, "a", "x.txt"), join(folder, "a", "another-name.txt"));
  expect(await names(folder, ".")).toEqual(["a/x.txt"]);
  symlinkSync(join(folder, "self"), join(folder, "self"));
  const { skipped } = await expandSources([join(folder, "self")]);
  expect(skipped).toEqual([{ path: join(folder, "self"), reason: expect.stringContaining("leads back to itself") }]);
});

test("names with a reason what stands for nothing", async () => {
  const folder = folderOf({ "folder.txt": null });
  symlinkSync("/nowhere/at/all", join(folder, "dangling.txt"));
  execFileSync("mkfifo", [join(folder, "pipe.txt")]);
  const { files, skipped } = await expandSources([folder, join(folder, "missing.txt"), join(folder, "*.none")]);
  expect(files).toEqual([]);
  expect(skipped.map(({ path, reason }) => [relative(folder, path), reason])).toEqual([
    ["*.none", "matches no file"],
    ["dangling.txt", expect.stringContaining("does not exist")],
    ["folder.txt", expect.stringContaining("folder")],
    ["missing.txt", expect.stringContaining("does not exist")],
    ["pipe.txt", expect.stringContaining("pipe")],
  ]);
});

test.each(["https://example.org/a", "HTTP://example.org", "feed://example.org/rss"])("refuses the web address %s as wrong usage", async (address) => {
  await expect(expandSources(["a.txt", address])).rejects.toThrow(UsageError);
});

test("a file that vanished, a pipe and a folder in a file's place are refused when they are read, and none is waited for", async () => {
  const folder = folderOf({ "folder.txt": null });
  execFileSync("mkfifo", [join(folder, "pipe.txt")]);
  for (const [name, reason] of [
    ["gone.txt", "does not exist"],
    ["pipe.txt", "pipe"],
    ["folder.txt", "folder"],
  ] as const) {
    expect((await readFile({ path: join(folder, name) }, {})).skipped).toEqual([{ path: join(folder, name), reason: expect.stringContaining(reason) }]);
  }
});
