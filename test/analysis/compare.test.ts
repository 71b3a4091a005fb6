// Comparing two holders by the coding guide, section 5.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import type { Statement } from "../../src/domain/analysis/statements.ts";
import { acts, stances } from "../../src/domain/vocabulary.ts";
import { issues, statement } from "./statements.ts";

const options = { by: "party", independent: "source" } as const;
const judge = (ours: Partial<Statement>, theirs: Partial<Statement>) =>
  compare([statement(ours), statement({ party_id: "southmark", ...theirs })], issues, ["norland", "southmark"], options)[0]?.relation;

describe("two stances on one issue", () => {
  it("are agreed where they are the same, without a condition", () => {
    expect(judge({}, {})).toBe("agreed");
    expect(judge({ stance: "against", act: "refuse" }, { stance: "against" })).toBe("agreed");
  });
  it("are opposed where one is for and one against, without a condition", () => {
    expect(judge({}, { stance: "against" })).toBe("opposed");
    expect(judge({ act: "demand" }, { stance: "against", act: "refuse" })).toBe("opposed");
  });
  it("are bridgeable with a condition on either side", () => {
    expect(judge({ conditional: true }, {})).toBe("bridgeable");
    expect(judge({}, { stance: "against", conditional: true })).toBe("bridgeable");
  });
  it("are bridgeable where one side considers or concedes", () => {
    expect(judge({ act: "consider" }, { stance: "against" })).toBe("bridgeable");
    expect(judge({}, { act: "concede" })).toBe("bridgeable");
  });
  it("are not bridgeable for any other act", () => {
    for (const act of acts.filter((act) => act !== "consider" && act !== "concede")) expect(judge({ act }, { stance: "against" })).toBe("opposed");
  });
  it("are bridgeable where one side is of two minds and the other is not", () => {
    expect(judge({ stance: "mixed" }, {})).toBe("bridgeable");
    expect(judge({ stance: "mixed" }, { stance: "mixed" })).toBe("agreed");
  });
  it("are unknown where they speak of different targets, and not where one names none", () => {
    expect(judge({ target_id: "norland" }, { stance: "against", target_id: "southmark" })).toBe("unknown");
    expect(judge({ target_id: "norland" }, { stance: "against" })).toBe("opposed");
  });
});

it("an issue on which one side is silent is unknown, one on which both are is left out", () => {
  const compared = compare([statement()], issues, ["norland", "southmark"], options);
  expect(compared.map(({ issue, relation, sides }) => [issue.id, relation, sides[1]])).toEqual([["ceasefire", "unknown", null]]);
});

it("goes by the latest positions", () => {
  const told = [statement({ stance: "against", day: "2025-01-01" }), statement({ day: "2025-02-01" }), statement({ party_id: "southmark" })];
  expect(compare(told, issues, ["norland", "southmark"], options)[0]?.relation).toBe("agreed");
});

it("is symmetric for any statements", () => {
  const arbitrary = fc.record({
    party_id: fc.constantFrom("norland", "southmark"),
    issue_id: fc.constantFrom("ceasefire", "withdrawal"),
    stance: fc.constantFrom(...stances),
    act: fc.constantFrom(...acts),
    conditional: fc.boolean(),
    target_id: fc.constantFrom(null, "norland", "southmark"),
    source_id: fc.constantFrom("one", "two"),
    day: fc.constantFrom("2025-01-01", "2025-01-02"),
  });
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 12 }), (rows) => {
      const told = rows.map(statement);
      const one = compare(told, issues, ["norland", "southmark"], options);
      const other = compare(told, issues, ["southmark", "norland"], options);
      expect(other.map(({ sides: [a, b], ...rest }) => ({ ...rest, sides: [b, a] }))).toEqual(one);
    }),
  );
});
