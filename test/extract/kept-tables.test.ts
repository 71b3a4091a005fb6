// Tables that a build keeps are those that a start would compile, and are read as those are.
import { expect, it } from "vitest";
import { loadCodebook } from "../../src/codebook/load.ts";
import { keysOf } from "../../src/extract/actors/forms.ts";
import { readTables, tablesOf, writeTables } from "../../src/extract/kept-tables.ts";
import { prepare } from "../../src/extract/lexicon.ts";
import { compilePatterns, findPatterns, numbered } from "../../src/extract/positions/patterns.ts";
import { docOf } from "./positions/extract-of.ts";

const codebook = loadCodebook();
const tables = tablesOf(prepare(codebook));

it("come back from bytes as they were", () => {
  const bytes = writeTables(tables);
  const { names, positions } = readTables(bytes);
  expect(names).toEqual(tables.names);
  expect(positions.patterns.opened.items.subarray(0, 3000)).toEqual(tables.positions.patterns.opened.items.subarray(0, 3000));
  expect(positions.patterns.entries).toEqual(tables.positions.patterns.entries);
  expect(positions.learned.stance.paired).toEqual(tables.positions.learned.stance.paired);
  expect(Buffer.compare(writeTables({ names, positions }), bytes)).toBe(0);
});

it("lead to the names that a fresh codebook leads to", () => {
  const [fresh, kept] = [prepare(codebook), prepare(codebook, readTables(writeTables(tables)))].map(({ cast }) => cast.names);
  const firsts = codebook.actors.actors.slice(0, 500).flatMap(({ name }) => keysOf(name).slice(0, 1));
  for (const first of firsts) expect(kept?.under([first]), first).toEqual(fresh?.under([first]));
  expect(kept?.under(keysOf("Russian Federation"))?.values.map(({ actor }) => actor)).toEqual(["russia"]);
  expect(kept?.under(["qqq"])).toBeNull();
});

it("find what freshly compiled patterns find, with the values of their entries", () => {
  const { tokens } = docOf("They broke off the talks and refuse to cede two towns.");
  const entries = ["cede town", "@stop <> talks", "win war"].map((pattern) => ({ pattern, value: pattern, classes: { stop: ["stop", "break_off"] } }));
  const fresh = compilePatterns(entries);
  const patterns = readTables(writeTables({ ...tables, positions: { ...tables.positions, patterns: fresh.table } })).positions.patterns;
  const kept = compilePatterns(entries, patterns);
  const found = [fresh, kept].map((made) => findPatterns(numbered(tokens, made), 0, tokens.length, made, () => false));
  expect(found[1]).toEqual(found[0]);
  expect(found[1]?.map(({ value }) => value)).toEqual(["@stop <> talks", "cede town"]);
});
