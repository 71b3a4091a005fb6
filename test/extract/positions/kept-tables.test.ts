// Pattern tables that a build keeps are those that a start would compile.
import { expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { compilePositions } from "../../../src/extract/positions/compile.ts";
import { readTables, writeTables } from "../../../src/extract/positions/kept-tables.ts";
import { compilePatterns, findPatterns, numbered } from "../../../src/extract/positions/patterns.ts";
import { docOf, index } from "./extract-of.ts";

it("come back from bytes as they were", () => {
  const { patterns, context, learned } = compilePositions(loadCodebook());
  const bytes = writeTables({ patterns: patterns.table, context: context.table, learned: learned.tables });
  const { table } = patterns;
  const back = readTables(bytes);
  expect(back.patterns.opened.items.subarray(0, 3000)).toEqual(table.opened.items.subarray(0, 3000));
  expect(back.patterns.entries).toEqual(table.entries);
  expect(back.learned.stance.paired).toEqual(learned.tables.stance.paired);
  expect(Buffer.compare(writeTables(back), bytes)).toBe(0);
});

it("find what freshly compiled patterns find, with the values of their entries", () => {
  const { tokens } = docOf("They broke off the talks and refuse to cede two towns.");
  const entries = ["cede town", "@stop <> talks", "win war"].map((pattern) => ({ pattern, value: pattern, classes: { stop: ["stop", "break_off"] } }));
  const fresh = compilePatterns(entries);
  const { patterns: table } = readTables(writeTables({ patterns: fresh.table, context: fresh.table, learned: index.learned.tables }));
  const kept = compilePatterns(entries, table);
  const found = [fresh, kept].map((made) => findPatterns(numbered(tokens, made), 0, tokens.length, made, () => false));
  expect(found[1]).toEqual(found[0]);
  expect(found[1]?.map(({ value }) => value)).toEqual(["@stop <> talks", "cede town"]);
});
