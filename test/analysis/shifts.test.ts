// Who moved, and what is no move.
import { describe, expect, it } from "vitest";
import { shifts } from "../../src/analysis/shifts.ts";
import type { Statement } from "../../src/domain/analysis/statements.ts";
import { statement, undated } from "./statements.ts";

const options = { by: "party", independent: "source" } as const;
const of = (...statements: Statement[]) =>
  shifts(statements, options).map(({ changed, direction, days_between, before, after }) => [
    before.stance,
    after.stance,
    changed.join(),
    direction,
    days_between,
  ]);

describe("a shift", () => {
  it("is a change of stance, with its direction and the days between", () => {
    expect(of(statement({ stance: "against", act: "oppose", day: "2025-01-01" }), statement({ stance: "for", day: "2025-01-31" }))).toEqual([
      ["against", "for", "stance,act", "towards", 30],
    ]);
    expect(of(statement({ day: "2025-01-01" }), statement({ stance: "mixed", day: "2025-01-02" }))).toEqual([["for", "mixed", "stance", "away", 1]]);
  });

  it("is a change of act while the stance stays: firmer, softer, or neither", () => {
    expect(of(statement({ act: "support" }), statement({ act: "demand", day: "2025-03-02" }))).toEqual([["for", "for", "act", "firmer", 1]]);
    expect(of(statement({ act: "demand" }), statement({ act: "consider", day: "2025-03-02" }))).toEqual([["for", "for", "act", "softer", 1]]);
    expect(of(statement({ act: "accept" }), statement({ act: "concede", day: "2025-03-02" }))).toEqual([["for", "for", "act", "sideways", 1]]);
  });

  it("is told each time, the latest first", () => {
    const told = [statement({ day: "2025-01-01" }), statement({ stance: "against", day: "2025-02-01" }), statement({ day: "2025-03-01" })];
    expect(shifts(told, options).map(({ after }) => after.from)).toEqual(["2025-03-01", "2025-02-01"]);
  });
});

describe("a stance that is told as a former one", () => {
  const told = (changes: Parameters<typeof statement>[0] = {}) => statement({ article_id: "one", ...changes });
  const former = (changes: Parameters<typeof statement>[0] = {}) => told({ past: true, ...changes });

  it("is what the holder moved from, where the same article tells where it stands now", () => {
    expect(of(former(), told({ stance: "against" }))).toEqual([["for", "against", "stance", "away", null]]);
    expect(of(former(), told({ stance: "against" }), statement({ stance: "mixed", day: "2025-04-01" }))).toEqual([
      ["against", "mixed", "stance", "towards", 31],
      ["for", "against", "stance", "away", null],
    ]);
  });

  it("is no shift by itself, nor by another article, nor on another issue, nor where nothing has changed", () => {
    expect(of(former())).toEqual([]);
    expect(of(former({ article_id: "another" }), told({ stance: "against" }))).toEqual([]);
    expect(of(former({ issue_id: "withdrawal" }), told({ stance: "against" }))).toEqual([]);
    expect(of(former(), told())).toEqual([]);
  });

  it("is never what the holder moved to, and adds nothing where an earlier stance is known", () => {
    const known = statement({ stance: "against", day: "2025-01-01" });
    expect(of(known, former({ day: "2025-04-01" }))).toEqual([]);
    expect(of(known, former(), told({ stance: "against" }))).toEqual([]);
  });
});

describe("no shift", () => {
  it("is a stance said again", () => {
    expect(of(statement(), statement({ day: "2025-04-01" }))).toEqual([]);
  });
  it("is a difference between sources on one day", () => {
    expect(of(statement(), statement({ stance: "against", source_id: "two" }))).toEqual([]);
  });
  it("is a difference whose order the dates leave open", () => {
    const month = { stated: "2025-03", stated_from: "2025-03-01", stated_to: "2025-03-31" };
    expect(of(statement(month), statement({ stance: "against", day: "2025-03-15" }))).toEqual([]);
    expect(of(undated(), statement({ stance: "against" }))).toEqual([]);
  });
  it("is a difference between holders, issues or targets", () => {
    expect(of(statement(), statement({ stance: "against", party_id: "southmark", day: "2025-04-01" }))).toEqual([]);
    expect(of(statement(), statement({ stance: "against", issue_id: "withdrawal", day: "2025-04-01" }))).toEqual([]);
    expect(of(statement({ target_id: "norland" }), statement({ stance: "against", target_id: "southmark", day: "2025-04-01" }))).toEqual([]);
  });
});
