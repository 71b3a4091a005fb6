// Every file of code opens with a line that says what it is for.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = new URL("../..", import.meta.url).pathname;

it("opens every file with a comment", () => {
  const files = ["src", "test", "tools", "bench"].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|mjs|cjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const opens = (file: string) => /^(?:#![^\n]*\n)?\/\/ \S.{10}/.test(readFileSync(file, "utf8"));
  expect(files.filter((file) => !opens(file)).map((file) => file.slice(root.length))).toEqual([]);
});
