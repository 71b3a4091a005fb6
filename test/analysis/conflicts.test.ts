// Sources that contradict each other on a position.
import { describe, expect, it } from "vitest";
import { conflicts } from "../../src/analysis/conflicts.ts";
import type { Statement } from "../../src/domain/analysis/statements.ts";
import { statement, undated } from "./statements.ts";

const options = { by: "actor", independent: "source" } as const;
const of = (...told: Statement[]) => conflicts(told, options);
const against = (changes: Parameters<typeof statement>[0] = {}) => statement({ stance: "against", source_id: "two", ...changes });

describe("a conflict", () => {
  it("is for against against, of one actor on one issue on one day, by different sources", () => {
    const [one, other] = [statement(), against()];
    expect(of(one, other)).toEqual([
      {
        holder: { id: "norland", name: "norland" },
        issue_id: "ceasefire",
        target_id: null,
        from: "2025-03-01",
        to: "2025-03-01",
        sides: [
          { stance: "for", statements: [one], sources: 1 },
          { stance: "against", statements: [other], sources: 1 },
        ],
      },
    ]);
  });

  it("lies where the dates overlap", () => {
    const month = { stated: "2025-03", stated_from: "2025-03-01", stated_to: "2025-03-31" };
    expect(of(statement(month), against({ day: "2025-03-31" }))).toMatchObject([{ from: "2025-03-31", to: "2025-03-31" }]);
    expect(of(statement({ stated: "../2025-04", stated_from: null, stated_to: "2025-04-30" }), against(month))).toMatchObject([
      { from: "2025-03-01", to: "2025-03-31" },
    ]);
  });

  it("leaves out reports that only their own source contradicts", () => {
    const [{ sides } = { sides: [] }] = of(statement(), against(), statement({ source_id: "two" }), statement({ source_id: "three" }));
    expect(sides[0]?.statements.map(({ source_id }) => source_id)).toEqual(["daily-post", "three"]);
  });
});

describe("no conflict", () => {
  it("is what one source reports, directly or through others that cite it", () => {
    expect(of(statement(), against({ source_id: "daily-post" }))).toEqual([]);
    expect(of(statement({ cited_source_id: "wire" }), against({ cited_source_id: "wire" }))).toEqual([]);
    expect(conflicts([statement({ cited_source_id: "wire" }), against({ cited_source_id: "wire" })], { ...options, independent: "outlet" })).toHaveLength(1);
  });
  it("is a change of mind on another day, a mixed stance, or what has no date", () => {
    expect(of(statement(), against({ day: "2025-03-02" }))).toEqual([]);
    expect(of(statement(), against({ stance: "mixed" }))).toEqual([]);
    expect(of(undated(), against())).toEqual([]);
  });
  it("is a difference between actors of one party, unless parties are asked for", () => {
    const told = [statement(), against({ actor_id: "anna-berg", actor_name: "Anna Berg" })];
    expect(of(...told)).toEqual([]);
    expect(conflicts(told, { ...options, by: "party" })).toHaveLength(1);
  });
  it("is what concerns different targets", () => {
    expect(of(statement({ target_id: "norland" }), against({ target_id: "southmark" }))).toEqual([]);
  });
});
