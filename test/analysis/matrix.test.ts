// The matrix: rows, columns, and what stands in a cell.
import { expect, it } from "vitest";
import { matrix } from "../../src/analysis/matrix.ts";
import { countHeld, issues, statement, topics } from "./statements.ts";

const options = { by: "party", independent: "source", columns: "issue", limit: 50 } as const;
const told = [
  statement({ day: "2025-01-01", stance: "against" }),
  statement({ day: "2025-02-01" }),
  statement({ issue_id: "prisoners", topic_id: "people" }),
  statement({ issue_id: "withdrawal", stance: "against" }),
  statement({ party_id: "southmark", issue_id: "prisoners", topic_id: "people" }),
];

it("has rows by number of statements and columns in the codebook's order, without empty ones", () => {
  const { rows, columns } = matrix(told, countHeld(told), issues, topics, options);
  expect(rows).toEqual([
    { id: "norland", name: "norland", statements: 4 },
    { id: "southmark", name: "southmark", statements: 1 },
  ]);
  expect(columns.map(({ id }) => id)).toEqual(["ceasefire", "withdrawal", "prisoners"]);
  expect(matrix(told.slice(4), countHeld(told.slice(4)), issues, topics, options).columns.map(({ id }) => id)).toEqual(["prisoners"]);
});

it("has one cell for each holder and issue, which says how much it supersedes", () => {
  const { cells } = matrix(told, countHeld(told), issues, topics, options);
  expect(cells.map(({ row_id, column_id, moment, superseded }) => [row_id, column_id, moment.stance, superseded])).toEqual([
    ["norland", "ceasefire", "for", 1],
    ["norland", "withdrawal", "against", 0],
    ["norland", "prisoners", "for", 0],
    ["southmark", "prisoners", "for", 0],
  ]);
});

it("is the same from the statements that stand alone, as long as it knows how many there were", () => {
  expect(matrix(told.slice(1), countHeld(told), issues, topics, options)).toEqual(matrix(told, countHeld(told), issues, topics, options));
});

it("keeps the issues of a topic apart in its column: stances on different propositions are not added up", () => {
  const { columns, cells } = matrix(told, countHeld(told), issues, topics, { ...options, columns: "topic" });
  expect(columns).toEqual(topics);
  expect(cells.filter(({ row_id, column_id }) => row_id === "norland" && column_id === "fighting").map(({ issue_id }) => issue_id)).toEqual([
    "ceasefire",
    "withdrawal",
  ]);
});

it("says that rows were left out, and not where none were", () => {
  expect(matrix(told, countHeld(told), issues, topics, { ...options, limit: 1 })).toMatchObject({ truncated: true, rows: [{ id: "norland" }] });
  expect(matrix(told, countHeld(told), issues, topics, { ...options, limit: 2 }).truncated).toBe(false);
});

it("of nothing is empty", () => {
  expect(matrix([], [], issues, topics, options)).toEqual({ rows: [], columns: [], cells: [], truncated: false });
});
