// How headers and parameter values are read.
import { describe, expect, it } from "vitest";
import { preferred } from "../../src/api/accept.ts";
import { nearest } from "../../src/api/errors.ts";
import { FlagValue, NumberValue, PartialDate, splitList } from "../../src/domain/resources/values.ts";

describe("Accept", () => {
  const offered = ["application/json", "text/csv"];
  it.each([
    ["*/*", "application/json"],
    ["text/*", "text/csv"],
    ["text/csv, application/json;q=0.9", "text/csv"],
    ["TEXT/CSV ; charset=utf-8", "text/csv"],
    ["*/*;q=0.1, text/csv;q=0.5", "text/csv"],
    ["application/*, text/csv", "application/json"],
    ["*/*, application/json;q=0", "text/csv"],
    ["text/html", null],
    ["application/json;q=0", null],
    ["application/json;q=much", null],
    ["", null],
    [",;,q=1", null],
  ])("%s likes %s", (header, type) => {
    expect(preferred(header, offered)).toBe(type);
  });
});

describe("a comma list", () => {
  it.each<[string, string[]]>([
    ["a", ["a"]],
    ["a, b ,c", ["a", "b", "c"]],
    ['"a, b",c', ["a, b", "c"]],
    ['"say ""no""",x', ['say "no"', "x"]],
    ['5" pipe', ['5" pipe']],
    ['"open, end', ["open, end"]],
    ["a,,b", ["a", "", "b"]],
    ["", [""]],
  ])("%j is cut into its values", (raw, values) => {
    expect(splitList(raw)).toEqual(values);
  });

  it("given twice is none", () => {
    expect(splitList(["a", "b"])).toBeNull();
  });
});

describe("values", () => {
  it("of numbers are plain decimals", () => {
    expect(["0.5", "-3", "12"].map((raw) => NumberValue.safeParse(raw).data)).toEqual([0.5, -3, 12]);
    for (const raw of ["", " 1", "1e3", "0x1", ".5", "1.", "NaN", "1,5", "9".repeat(400)])
      expect([raw, NumberValue.safeParse(raw).success]).toEqual([raw, false]);
  });

  it("of flags are true and false", () => {
    expect(["true", "false"].map((raw) => FlagValue.safeParse(raw).data)).toEqual([true, false]);
    for (const raw of ["1", "TRUE", "yes", ""]) expect(FlagValue.safeParse(raw).success).toBe(false);
  });

  it("of dates are days, months and years of the calendar", () => {
    for (const raw of ["2024-02-29", "2025-11", "2025"]) expect(PartialDate.safeParse(raw).success).toBe(true);
    for (const raw of ["2025-02-29", "2025-00", "25", "2025-1-1", "2025-11-23T00:00", "2025-11~", "now", ""])
      expect([raw, PartialDate.safeParse(raw).success]).toEqual([raw, false]);
  });
});

describe("the nearest word", () => {
  it("is the one that was probably meant", () => {
    expect(nearest("agianst", ["for", "against"])).toEqual({ did_you_mean: "against" });
    expect(nearest("actor_id", ["actor", "article"])).toEqual({ did_you_mean: "actor" });
    expect(nearest("form", ["from", "id"])).toEqual({ did_you_mean: "from" });
    expect(nearest("tsance", ["stance", "act"])).toEqual({ did_you_mean: "stance" });
    expect(nearest("conf", ["conditional", "confidence"])).toEqual({ did_you_mean: "confidence" });
  });

  it("is none where nothing is near", () => {
    expect(nearest("banana", ["for", "against"])).toEqual({});
    expect(nearest("x", [])).toEqual({});
    expect(nearest("q", ["id", "kind"])).toEqual({});
    expect(nearest("from", ["bom", "id"])).toEqual({});
  });
});
