// The scorer against answers worked out by hand.
import { describe, expect, it } from "vitest";
import { GoldArticle } from "../../src/analysis/gold.ts";
import { summarise } from "../../src/analysis/quality.ts";
import { f1, scoreArticle } from "../../src/analysis/score.ts";
import type { DocumentPosition, ExtractionDocument } from "../../src/domain/documents.ts";

const text = "Norland wants a truce. Sudland refuses it.";
const gold = GoldArticle.parse({
  article: "a.txt",
  source: { outlet: null, author: "Ada Lind", genre: "report", title: null, published: null },
  actors: [
    { id: "norland", kind: "state", party: "norland", surfaces: ["Norland"], weight: "core" },
    { id: "sudland", kind: "state", party: "sudland", surfaces: ["Sudland"], weight: "core" },
    { id: "mirland", kind: "state", party: "mirland", surfaces: ["Mirland"], weight: "minor" },
  ],
  rounds: [],
  positions: [
    goldPosition("norland", "ceasefire", "for", "core"),
    goldPosition("sudland", "ceasefire", "against", "core", [{ issue: "ceasefire", stance: "mixed" }]),
    goldPosition("norland", "progress", "for", "minor"),
  ],
});

function goldPosition(actor: string, issue: string, stance: string, weight: string, also: object[] = []) {
  return {
    actor,
    party: actor,
    issue,
    stance,
    act: "demand",
    target: null,
    conditional: false,
    hedged: false,
    past: false,
    attribution: { kind: "author", speaker: null, source: null },
    evidence: ["Norland wants a truce."],
    weight,
    also,
  };
}

function position(actor: string, issue: string, stance: "for" | "against" | "mixed", confidence = 0.9): DocumentPosition {
  return {
    actor,
    party: actor,
    issue,
    stance,
    act: "demand",
    target: null,
    conditional: false,
    condition: null,
    hedged: false,
    past: false,
    attribution: { kind: "author", speaker: null, source: null },
    round: null,
    stated: null,
    date_basis: null,
    confidence,
    rule: "test",
    evidence: [{ start: 0, end: 22, text: "Norland wants a truce." }],
  };
}

function document(actors: string[], positions: DocumentPosition[]): ExtractionDocument {
  return {
    text,
    article: { title: null, source: null, author: "Ada Lind", genre: "report", language: "en", published: null },
    actors: actors.map((id) => ({ id, name: id, kind: "state", party: id, provisional: false, roles: [], mentions: [] })),
    attributions: [],
    rounds: [],
    positions,
  };
}

describe("scoring an article", () => {
  it("gives full marks to the gold's own answer", () => {
    const score = scoreArticle(gold, document(["norland", "sudland"], [position("norland", "ceasefire", "for"), position("sudland", "ceasefire", "against")]));
    expect([f1(score.actors), f1(score.positions)]).toEqual([1, 1]);
    expect(score.mistakes).toEqual([]);
  });

  it("counts a wrong stance as missed and as spurious", () => {
    const score = scoreArticle(gold, document(["norland", "sudland"], [position("norland", "ceasefire", "against")]));
    expect(score.positions).toEqual({ tp: 0, fp: 1, fn: 2 });
  });

  it("accepts another coding that the gold defends", () => {
    const score = scoreArticle(gold, document(["norland", "sudland"], [position("sudland", "ceasefire", "mixed")]));
    expect(score.positions).toEqual({ tp: 1, fp: 0, fn: 1 });
  });

  it("charges nothing for a minor row, found or missed", () => {
    const found = scoreArticle(gold, document(["norland", "sudland", "mirland"], [position("norland", "progress", "for")]));
    expect(found.positions).toEqual({ tp: 0, fp: 0, fn: 2 });
    expect(found.actors).toEqual({ tp: 2, fp: 0, fn: 0 });
  });

  it("names spurious actors", () => {
    const score = scoreArticle(gold, document(["norland", "sudland", "westland"], []));
    expect(score.actors).toEqual({ tp: 2, fp: 1, fn: 0 });
    expect(score.mistakes.filter((m) => m.kind === "actor")).toEqual([{ kind: "actor", fault: "spurious", what: "westland", rule: null, quote: null }]);
  });
});

describe("summing scores up", () => {
  const right = scoreArticle(gold, document(["norland", "sudland"], [position("norland", "ceasefire", "for"), position("sudland", "ceasefire", "against")]));
  const wrong = scoreArticle(gold, document([], [position("westland", "ceasefire", "for", 0.3)]));

  it("pools rows over articles", () => {
    const { positions } = summarise([right, wrong]);
    expect([positions.found, positions.spurious, positions.missed]).toEqual([2, 1, 2]);
    expect(positions.f1).toBe(0.571);
  });

  it("draws the same interval each time, and it holds the figure", () => {
    const [once, again] = [summarise([right, wrong]), summarise([right, wrong])];
    expect(once).toEqual(again);
    expect(once.positions.interval[0]).toBeLessThanOrEqual(once.positions.f1);
    expect(once.positions.interval[1]).toBeGreaterThanOrEqual(once.positions.f1);
  });

  it("sets stated confidence beside the share that was right", () => {
    expect(summarise([right, wrong]).calibration).toEqual([
      { from: 0.2, to: 0.4, rows: 1, stated: 0.3, right: 0 },
      { from: 0.9, to: 1, rows: 2, stated: 0.9, right: 1 },
    ]);
  });
});
