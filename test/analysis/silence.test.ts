// No statement told from no coverage.
import { expect, it } from "vitest";
import { silence } from "../../src/analysis/silence.ts";
import { issues, statement } from "./statements.ts";

const options = { by: "party", independent: "source", as_of: "2025-03-31" } as const;
const norland = { id: "norland", name: "Norland" };
const southmark = { id: "southmark", name: "Southmark" };
const covered = (day: string, articles = 1, holder_id = "norland") => ({ holder_id, day, articles });
const one = issues.slice(0, 1);

it("is silence where articles name the holder after its last statement", () => {
  expect(silence([statement()], [norland], one, [covered("2025-03-01"), covered("2025-03-10", 2), covered("2025-03-31")], options)).toMatchObject([
    { issue_id: "ceasefire", days_since: 30, articles_since: 3, status: "silent", last: { from: "2025-03-01" } },
  ]);
});

it("is no coverage where the last article on the holder is the one that told the statement", () => {
  expect(silence([statement()], [norland], one, [covered("2025-03-01", 5)], options)).toMatchObject([{ articles_since: 0, status: "not_covered" }]);
});

it("counts no article that appeared after the day asked, and none on others", () => {
  expect(silence([statement()], [norland], one, [covered("2025-04-01"), covered("2025-03-20", 9, "southmark")], options)[0]?.articles_since).toBe(0);
});

it("tells never from long ago: all articles count, and days are not known", () => {
  expect(silence([], [norland], one, [covered("2001-01-01"), covered("2025-03-01")], options)).toMatchObject([
    { last: null, days_since: null, articles_since: 2, status: "silent" },
  ]);
});

it("has an entry for every holder on every issue, never before ever, then the longest silence first", () => {
  const told = [
    statement({ day: "2025-03-30" }),
    statement({ day: "2025-01-01", issue_id: "withdrawal" }),
    statement({ day: "2025-02-01", party_id: "southmark" }),
  ];
  const found = silence(told, [norland, southmark], issues.slice(0, 2), [], options);
  expect(found.map(({ holder, issue_id, days_since }) => [holder.id, issue_id, days_since])).toEqual([
    ["southmark", "withdrawal", null],
    ["norland", "withdrawal", 89],
    ["southmark", "ceasefire", 58],
    ["norland", "ceasefire", 1],
  ]);
});
