// Counts over time: buckets without gaps whose sums are the rows.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketOf, sizeFor, timeline } from "../../src/analysis/timeline.ts";
import { bucketSizes } from "../../src/domain/analysis/words.ts";
import { addDays } from "../../src/domain/dates.ts";

const options = { size: "month", from: null, to: null, series: 10 } as const;
const count = (day: string | null, key: string | null = null, count = 1) => ({ day, key, count });

describe("a bucket", () => {
  it("of a week bears the ISO year of its Thursday", () => {
    expect(bucketOf("2024-12-30", "week")).toBe("2025-W01");
    expect(bucketOf("2021-01-03", "week")).toBe("2020-W53");
    expect(bucketOf("2026-01-01", "week")).toBe("2026-W01");
    expect(bucketOf("2023-01-01", "week")).toBe("2022-W52");
  });
  it("begins and ends on the days that it says", () => {
    const [month] = timeline([count("2024-02-10")], options).buckets;
    expect(month).toMatchObject({ bucket: "2024-02", from: "2024-02-01", to: "2024-02-29", total: 1 });
    const [week] = timeline([count("2026-01-01")], { ...options, size: "week" }).buckets;
    expect(week).toMatchObject({ bucket: "2026-W01", from: "2025-12-29", to: "2026-01-04" });
  });
  it("stands empty where nothing happened", () => {
    const { buckets } = timeline([count("2025-11-30"), count("2026-02-01")], options);
    expect(buckets.map(({ bucket, total }) => [bucket, total])).toEqual([
      ["2025-11", 1],
      ["2025-12", 0],
      ["2026-01", 0],
      ["2026-02", 1],
    ]);
  });
});

it("reaches from `from` to `to`, whatever the rows do", () => {
  expect(timeline([], { ...options, from: "2025-01-01", to: "2025-03-31" }).buckets.map(({ bucket }) => bucket)).toEqual(["2025-01", "2025-02", "2025-03"]);
  expect(timeline([], options).buckets).toEqual([]);
});

it("counts a row that begins before `from` in the first bucket, since it reaches into it", () => {
  expect(timeline([count("2024-12-01")], { ...options, from: "2025-01-01", to: "2025-01-31" }).buckets).toMatchObject([{ bucket: "2025-01", total: 1 }]);
});

it("keeps the most frequent series and counts the rest as others", () => {
  const { series, others, buckets } = timeline([count("2025-01-01", "a", 3), count("2025-01-02", "b", 2), count("2025-01-03", "c")], { ...options, series: 2 });
  expect(series).toEqual([
    { key: "a", total: 3 },
    { key: "b", total: 2 },
  ]);
  expect(others).toBe(1);
  expect(buckets).toMatchObject([{ total: 6, counts: { a: 3, b: 2 } }]);
});

it("never makes more than 2,000 buckets, and says how many rows fell out", () => {
  const { buckets, earlier, cut } = timeline([count("0800-01-01", null, 4), count("2025-01-01")], { ...options, size: "day" });
  expect(buckets).toHaveLength(2000);
  expect(buckets.at(-1)).toMatchObject({ bucket: "2025-01-01", total: 1 });
  expect(earlier).toBe(4);
  expect(cut).toEqual({ from: "0800-01-01", to: addDays(buckets[0]?.from ?? "", -1) });
  expect(timeline([count("2025-01-01")], options).cut).toBeNull();
});

it("finds the size of which few enough buckets cover a time", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 70_000 }), (days) => {
      const to = addDays("1900-01-01", days);
      const size = sizeFor("1900-01-01", to);
      if (size === null) expect(days).toBeGreaterThan(50_000);
      else expect(timeline([], { ...options, size, from: "1900-01-01", to }).cut).toBeNull();
    }),
    { numRuns: 30 },
  );
});

it("loses no row and invents none", () => {
  const day = fc.date({ min: new Date("2019-06-01"), max: new Date("2026-06-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const row = fc.record({ day: fc.option(day), key: fc.option(fc.constantFrom("a", "b", "constructor")), count: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.constantFrom(...bucketSizes), (rows, size) => {
      const all = rows.reduce((sum, { count }) => sum + count, 0);
      const { buckets, undated, earlier, series, others } = timeline(rows, { ...options, size });
      expect(buckets.reduce((sum, { total }) => sum + total, 0) + undated + earlier).toBe(all);
      expect(series.reduce((sum, { total }) => sum + total, 0) + others).toBe(all);
      for (const [at, { from }] of buckets.entries()) {
        const before = buckets[at - 1];
        if (before) expect(Date.parse(from) - Date.parse(before.to)).toBe(86_400_000);
      }
    }),
  );
});
