// JSON, JSON lines and CSV: one article a record; a wrong record is refused alone, a wrong shape whole, each with what is missing.
import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/ingest/formats/csv.ts";
import { readJson, readJsonLines } from "../../src/ingest/formats/json.ts";

describe("JSON", () => {
  test("takes one object, with the text under any of its names", () => {
    for (const field of ["text", "body", "content"]) {
      expect(readJson(JSON.stringify({ [field]: "The text.", source: "The Example", published: "2025-11-23T08:00:00Z" })).drafts).toEqual([
        { at: "", text: "The text.", meta: { source: "The Example", published: "2025-11-23" }, notes: [] },
      ]);
    }
  });

  test("takes a list, and refuses the records at fault alone", () => {
    const { drafts, refused } = readJson(
      JSON.stringify([{ text: "One." }, { title: "No text" }, 3, { text: ["a"] }, { text: "Two.", published: "soon" }, { text: "Three." }]),
    );
    expect(drafts.map(({ at, text }) => [at, text])).toEqual([
      ["#1", "One."],
      ["#6", "Three."],
    ]);
    expect(refused.map(({ at }) => at)).toEqual(["#2", "#3", "#4", "#5"]);
  });

  test("cuts the article out of an html field; what the record says wins over the page", () => {
    const [draft] = readJson(
      JSON.stringify({
        html: "<html><head><title>Page title</title></head><body><p>A sentence of the page, long enough.</p></body></html>",
        title: "Record title",
      }),
    ).drafts;
    expect(draft).toMatchObject({ text: "A sentence of the page, long enough.", meta: { title: "Record title" } });
  });

  test("notes fields that mean nothing", () => {
    expect(readJson('{"text":"T.","publised":"2025"}').drafts[0]?.notes).toEqual([expect.stringContaining('did you mean "published"?')]);
  });

  test.each([
    ["another shape, naming what is missing and what is near", '{"headline":"x","txt":"y"}', /needs a field "text".*has headline, txt; nearest is "txt"/],
    ["nothing near", '{"headline":"x"}', /has headline$/],
    ["an empty list", "[]", /empty list/],
    ["a bare string", '"text"', /must be an object/],
    ["null", "null", /not null/],
    ["what is no JSON", "{text: 1}", /not valid JSON/],
    ["deep nesting", "[".repeat(1_000_000), /nests deeper/],
    ["more records than a file may hold", `[${"1,".repeat(100_000)}1]`, /split it/],
  ])("refuses %s", (_, json, reason) => {
    expect(readJson(json)).toEqual({ drafts: [], refused: [{ at: "", reason: expect.stringMatching(reason) }] });
  });

  test("does not take a name from the prototype for a field", () => {
    expect(readJson('{"__proto__":{"text":"x"},"constructor":1}').refused).toHaveLength(1);
  });
});

describe("JSON lines", () => {
  test("takes a record a line, passes over blank lines, and names the lines at fault", () => {
    const { drafts, refused } = readJsonLines('{"text":"One."}\r\n\n{"text":\n{"body":"Two."}\n["a"]');
    expect(drafts.map(({ at, text }) => [at, text])).toEqual([
      [":1", "One."],
      [":4", "Two."],
    ]);
    expect(refused.map(({ at }) => at)).toEqual([":3", ":5"]);
  });

  test("refuses a file of blank lines", () => {
    expect(readJsonLines("\n".repeat(1000)).refused).toEqual([{ at: "", reason: "holds no record" }]);
  });
});

describe("CSV", () => {
  test.each([",", ";", "\t"])("takes columns parted by %j, with quoted cells over several lines", (mark) => {
    const { drafts, refused } = readCsv(`Title${mark}Text${mark}published\nA${mark}"One${mark} ""two""\nthree"${mark}2025-11\n\nB${mark}Four.${mark}\n`);
    expect(refused).toEqual([]);
    expect(drafts).toEqual([
      { at: ":3", text: `One${mark} "two"\nthree`, meta: { title: "A", published: "2025-11" }, notes: [] },
      { at: ":5", text: "Four.", meta: { title: "B" }, notes: [] },
    ]);
  });

  test("takes another column where the first text column is empty", () => {
    expect(readCsv("text,body\n,Here.\n").drafts[0]?.text).toBe("Here.");
  });

  test("refuses rows at fault alone", () => {
    const { drafts, refused } = readCsv("title,text,published\nA,One,2025\nB,two\nC,,2025\nD,Four,never\nE,Five,\n");
    expect(drafts.map(({ text }) => text)).toEqual(["One", "Five"]);
    expect(refused).toEqual([
      { at: ":3", reason: expect.stringContaining("number of cells") },
      { at: ":4", reason: expect.stringContaining("no text") },
      { at: ":5", reason: expect.stringContaining("never") },
    ]);
  });

  test.each([
    ["a table without a text column, naming the nearest", "id,txt\n1,a\n", /needs a column "text".*nearest is "txt"/],
    ["a header alone", "title,text\n", /no rows/],
    ["two columns of one name", "text,text\na,b\n", /two columns named "text"/],
    ["prose", "Not a table at all.\nReally.\n", /needs a column/],
  ])("refuses %s", (_, csv, reason) => {
    expect(readCsv(csv)).toEqual({ drafts: [], refused: [{ at: "", reason: expect.stringMatching(reason) }] });
  });

  test("names the row whose quotation mark never closes", () => {
    expect(readCsv('title,text\nA,"b\nC,d\n').refused).toEqual([{ at: expect.stringMatching(/^:\d+$/), reason: expect.stringContaining("Quote Not Closed") }]);
  });
});
