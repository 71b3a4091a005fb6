// What stands after many reports: which stance counts, how many sources say so.
import { describe, expect, it } from "vitest";
import { histories, holderOf, latestOf } from "../../src/analysis/history.ts";
import type { Statement } from "../../src/domain/analysis/statements.ts";
import { statement, undated } from "./statements.ts";

const options = { by: "party", independent: "source" } as const;
const latest = (...statements: Statement[]) => {
  const [history] = histories(statements, options);
  if (!history) throw new Error("no history");
  return latestOf(history);
};

describe("a moment", () => {
  it("of a later day supersedes an earlier one, whichever comes first in the data", () => {
    const early = statement({ stance: "against", day: "2025-01-01" });
    const late = statement({ stance: "for", day: "2025-02-01" });
    expect(latest(early, late).stance).toBe("for");
    expect(latest(late, early).stance).toBe("for");
  });

  it("counts three articles of one stance as one stance with so many independent sources", () => {
    const moment = latest(statement({ source_id: "one" }), statement({ source_id: "two" }), statement({ source_id: "two" }));
    expect(moment.statements).toHaveLength(3);
    expect(moment.sources).toBe(2);
  });

  it("takes two outlets that cite one agency for one source, and for two outlets", () => {
    const reports = [statement({ source_id: "one", cited_source_id: "wire" }), statement({ source_id: "two", cited_source_id: "wire" })];
    expect(latest(...reports).sources).toBe(1);
    expect(histories(reports, { by: "party", independent: "outlet" }).map((history) => latestOf(history).sources)).toEqual([2]);
  });

  it("has the stance that more independent sources give, and keeps the others apart", () => {
    const minority = statement({ stance: "against", source_id: "one", confidence: 0.99 });
    const moment = latest(minority, statement({ source_id: "two" }), statement({ source_id: "three" }));
    expect(moment.stance).toBe("for");
    expect(moment.others).toEqual([minority]);
  });

  it("does not let one source outvote another by repeating itself", () => {
    const loud = [1, 2, 3].map(() => statement({ stance: "against", source_id: "one", confidence: 0.5 }));
    expect(latest(...loud, statement({ stance: "for", source_id: "two", confidence: 0.9 })).stance).toBe("for");
  });

  it("is conditional if one report tells the condition, hedged only if all are", () => {
    const moment = latest(statement({ conditional: true, condition: "if they leave", hedged: true, confidence: 0.5 }), statement({ source_id: "two" }));
    expect(moment).toMatchObject({ conditional: true, condition: "if they leave", hedged: false });
  });

  it("without a date stands only where nothing is dated", () => {
    expect(latest(undated({ stance: "against" })).stance).toBe("against");
    expect(latest(undated({ stance: "against", confidence: 1 }), statement({ day: "1999-01-01" })).stance).toBe("for");
  });
});

describe("a holder", () => {
  it("is the party with everyone who speaks for it", () => {
    const told = [statement(), statement({ actor_id: "anna-berg", actor_name: "Anna Berg" })];
    expect(histories(told, options)).toHaveLength(1);
    expect(histories(told, { ...options, by: "actor" })).toHaveLength(2);
  });

  it("is the actor itself where no party is known, and is not thrown together with others", () => {
    const [a, b] = [statement({ party_id: null, actor_id: "monk", actor_name: "Monk" }), statement({ party_id: null, actor_id: "nun", actor_name: "Nun" })];
    expect(holderOf(a, "party")).toEqual({ id: "monk", name: "Monk" });
    expect(histories([a, b], options).map(({ holder }) => holder.id)).toEqual(["monk", "nun"]);
  });
});
