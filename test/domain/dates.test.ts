// EDTF strings and the days that they cover.
import { describe, expect, it } from "vitest";
import { dayBounds, isEdtf } from "../../src/domain/dates.ts";

describe("EDTF", () => {
  it.each(["2025", "2025-11", "2025-11-23", "2024-02-29", "2026-02-17/2026-02-18", "2025-12~", "XXXX-02-17", "XXXX-02-17/XXXX-02-18", "2025-11-23/.."])(
    "accepts %s",
    (date) => {
      expect(isEdtf(date)).toBe(true);
    },
  );

  it.each(["", "yesterday", "2025-13", "2025-02-29", "2025-04-31", "2025-1-2", "23.11.2025", "2025-11-23T10:00", "2026-02-30/2026-03-01", "-".repeat(64)])(
    "refuses %j",
    (date) => {
      expect(isEdtf(date)).toBe(false);
    },
  );
});

describe("the days that a date covers", () => {
  it.each([
    ["2025-11-23", "2025-11-23", "2025-11-23"],
    ["2025-02", "2025-02-01", "2025-02-28"],
    ["2024", "2024-01-01", "2024-12-31"],
    ["2025-12~", "2025-12-01", "2025-12-31"],
    ["2024-02?", "2024-02-01", "2024-02-29"],
    ["2025-10-31~", "2025-10-31", "2025-10-31"],
    ["1900", "1900-01-01", "1900-12-31"],
    ["0042-02", "0042-02-01", "0042-02-28"],
    ["2025-21", "2025-01-01", "2025-03-31"],
    ["2026-02-17/2026-02-18", "2026-02-17", "2026-02-18"],
    ["2025-11-23/..", "2025-11-23", null],
    ["XXXX-02-17", null, null],
  ])("%s: from %s to %s", (date, from, to) => {
    expect(dayBounds(date)).toEqual({ from, to });
  });

  it.each(["2025-11-31", "2025-1-2", "2025-13"])("refuses %s", (date) => {
    expect(() => dayBounds(date)).toThrow();
  });

  it("is open at both ends where nothing is known", () => {
    expect(dayBounds(null)).toEqual({ from: null, to: null });
  });
});
