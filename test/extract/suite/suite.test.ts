// The visible suite: every case of the YAML files beside it, and what the suite as a whole must cover.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { unknownMeta } from "../../../src/domain/articles.ts";
import { normaliseText } from "../../../src/domain/text.ts";
import { acts } from "../../../src/domain/vocabulary.ts";
import { extract } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";
import { type Case, faults, isNegative, loadCases } from "./cases.ts";
import knownMisses from "./known-misses.json" with { type: "json" };

const codebook = loadCodebook();
const lexicon = prepare(codebook);
const files = loadCases();
const cases = [...files.values()].flat();
const rows = cases.flatMap((each) => each.positions ?? []);

/** Cases that the extractor is known to miss: each must go on failing, or be taken off the list. `report.ts --known` writes it. */
const misses = new Set<string>(knownMisses);

describe.each([...files])("%s", (_file, suite) => {
  const hold = (_name: string, wanted: Case) => {
    const meta = { ...unknownMeta, published: wanted.published ?? null };
    expect(faults(wanted, extract({ text: normaliseText(wanted.text), meta }, lexicon))).toEqual([]);
  };
  const named = suite.map((each) => [each.name, each] as const);
  it.each(named.filter(([name]) => !misses.has(name)))("%s", hold);
  it.fails.each(named.filter(([name]) => misses.has(name)))("not yet: %s", hold);
});

describe("the suite", () => {
  it("has at least 320 cases, no name or text twice", () => {
    expect(cases.length).toBeGreaterThanOrEqual(320);
    for (const field of ["name", "text"] as const) {
      const values = cases.map((each) => each[field]);
      expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
    }
  });

  it("lists as missed only what it holds", () => {
    expect([...misses].filter((name) => !cases.some((each) => each.name === name))).toEqual([]);
  });

  it("asks in at least half of its cases that something be absent", () => {
    expect(cases.filter(isNegative).length).toBeGreaterThanOrEqual(cases.length / 2);
  });

  it("tells of at least eight wars", () => {
    expect(new Set(cases.map((each) => each.conflict)).size).toBeGreaterThanOrEqual(9);
  });

  it("wants every issue and every act at least three times", () => {
    const count = (field: "issue" | "act", code: string) => rows.filter((row) => row[field] === code).length;
    expect(codebook.issues.issues.filter(({ id }) => count("issue", id) < 3).map(({ id }) => id)).toEqual([]);
    expect(acts.filter((act) => count("act", act) < 3)).toEqual([]);
  });

  it("names issues and parties of the codebook alone, and targets on directed issues alone", () => {
    const issues = new Map(codebook.issues.issues.map((issue) => [issue.id, issue]));
    const actors = new Set(codebook.actors.actors.map((actor) => actor.id));
    for (const { row, conflict } of cases.flatMap((each) =>
      [...(each.positions ?? []), ...(each.not ?? [])].map((row) => ({ row, conflict: each.conflict })),
    )) {
      if (row.issue !== undefined) expect(issues.has(row.issue), row.issue).toBe(true);
      for (const id of [row.party, row.target]) if (typeof id === "string" && conflict !== "invented") expect(actors.has(id), id).toBe(true);
      if (row.issue !== undefined && row.target) expect(issues.get(row.issue)?.directed, `${row.issue} -> ${row.target}`).toBe(true);
    }
  });
});
