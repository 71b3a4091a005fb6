// The manifest: metadata for bare texts in four shapes, and every mistake in it named before anything is read.
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/ingest/errors.ts";
import { readManifest } from "../../src/ingest/manifest.ts";
import { folderOf } from "./folders.ts";

const entry = { path: "a.txt", source: "The Example", published: "2025-11" };

test.each([
  ["m.csv", "path,source,published\na.txt,The Example,2025-11\n"],
  ["m.json", JSON.stringify([entry])],
  ["m.json", JSON.stringify({ "a.txt": { source: "The Example", published: "2025-11" } })],
  ["m.jsonl", `${JSON.stringify(entry)}\n`],
  ["m.yaml", "a.txt:\n  source: The Example\n  published: 2025-11\n"],
  ["m.yml", "- path: a.txt\n  source: The Example\n  published: 2025-11\n"],
])("%s gives a file its metadata, case %#", (name, content) => {
  const folder = folderOf({ [name]: content, "a.txt": "Text." });
  const { entries } = readManifest(join(folder, name));
  expect([...entries.values()]).toEqual([{ path: "a.txt", meta: { source: "The Example", published: "2025-11" } }]);
  expect([...entries.keys()][0]).toMatch(/a\.txt$/);
});

test.each([
  ["m.csv", "path,published\na.txt,soon\nb.txt,later\n", /m\.csv:2: .*soon[\s\S]*m\.csv:3: .*later/],
  ["m.csv", "path,sorce\na.txt,x\n", /did you mean "source"/],
  ["m.csv", "file,source\na.txt,x\n", /has no path/],
  ["m.csv", "path,source\na.txt,x\n./a.txt,y\n", /a second time/],
  ["m.json", "{", /m\.json: /],
  ["m.json", "[1]", /records with a path/],
  ["m.yaml", `a: ${"[".repeat(100_000)}`, /m\.yaml: nests deeper than/],
  ["m.yaml", `${"- ".repeat(100_000)}a`, /nests deeper than/],
  ["m.yaml", "a: 1\n---\nb: 2\n", /more than one document/],
  ["m.txt", "a.txt", /a manifest is a/],
  ["m.csv", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), /PNG/],
])("%s with a mistake is wrong usage, case %#", (name, content, message) => {
  const folder = folderOf({ [name]: content, "a.txt": "Text." });
  expect(() => readManifest(join(folder, name))).toThrow(UsageError);
  expect(() => readManifest(join(folder, name))).toThrow(message);
});

test("a manifest that is not there is wrong usage", () => {
  expect(() => readManifest("/nowhere/m.csv")).toThrow(/does not exist/);
});
