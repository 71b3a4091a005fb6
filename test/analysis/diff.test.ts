// Two extractions compared: what counts as the same row, and what is told of one that changed.
import { describe, expect, test } from "vitest";
import { diffDocuments } from "../../src/analysis/diff.ts";
import type { DocumentPosition, ExtractionDocument } from "../../src/domain/documents.ts";

const text = "The north rejects the truce. The south accepts it.";

function position(given: Partial<DocumentPosition> = {}): DocumentPosition {
  return {
    actor: "north",
    party: "north",
    issue: "ceasefire",
    stance: "against",
    act: "refuse",
    target: null,
    conditional: false,
    condition: null,
    hedged: false,
    past: false,
    attribution: { kind: "author", speaker: null, source: null },
    round: null,
    stated: null,
    date_basis: null,
    confidence: 0.9,
    rule: "refuse/ceasefire.truce",
    evidence: [{ start: 0, end: 27, text: "The north rejects the truce" }],
    ...given,
  };
}

function document(positions: DocumentPosition[]): ExtractionDocument {
  return {
    text,
    article: { title: null, source: null, author: null, genre: "report", language: "en", published: null },
    actors: [],
    attributions: [],
    rounds: [],
    positions,
  };
}

const compare = (before: DocumentPosition[], after: DocumentPosition[]) =>
  diffDocuments([{ article: "a.txt", before: document(before), after: document(after) }]);
const told = (before: DocumentPosition[], after: DocumentPosition[]) =>
  compare(before, after).changes.map(({ change, fields }) => [change, ...fields.map(({ field }) => field)].join(" "));
const south = position({ actor: "south", stance: "for", act: "accept", evidence: [{ start: 29, end: 49, text: "The south accepts it" }] });

describe("the same row", () => {
  test("unchanged is not told, in whatever order the rows stand", () => {
    const diff = compare([position(), south], [south, position()]);
    expect(diff).toEqual({ articles: 1, articles_changed: 0, changes: [], by_kind: [], by_issue: [], by_rule: [] });
  });

  test("with other fields is changed, and names them", () => {
    expect(told([position()], [position({ act: "oppose", confidence: 0.7 })])).toEqual(["changed act confidence"]);
  });

  test.each<[string, Partial<DocumentPosition>]>([
    ["target", { target: "south" }],
    ["stance", { stance: "for" }],
    ["actor", { actor: "west" }],
    ["past", { past: true }],
  ])("is known by its words where its %s turned", (field, given) => {
    expect(told([position()], [position(given)])).toEqual([`changed ${field}`]);
  });

  test("is known by actor, issue and stance where its words moved", () => {
    expect(told([position()], [position({ evidence: [{ start: 4, end: 27, text: "north rejects the truce" }] })])).toEqual(["changed evidence"]);
  });

  test("is not joined to another that fits better elsewhere", () => {
    expect(told([position()], [position({ actor: "west" }), position()])).toEqual(["added"]);
  });
});

describe("rows that only one extraction has", () => {
  test("are added and removed, in the order of the text", () => {
    expect(told([south], [position()])).toEqual(["added", "removed"]);
  });

  test("show their first words, issue and rule", () => {
    expect(compare([], [south]).changes[0]).toMatchObject({ article: "a.txt", kind: "position", words: "The south accepts it", issue: "ceasefire" });
  });
});

test("positions are summed by issue and by rule, most changes first", () => {
  const other = position({ issue: "prisoner-exchange", rule: "demand/prisoner-exchange.swap" });
  const diff = compare([position(), other], [south]);
  expect(diff.by_kind).toEqual([{ name: "position", added: 1, removed: 2, changed: 0 }]);
  expect(diff.by_issue.map(({ name, added, removed }) => [name, added, removed])).toEqual([
    ["ceasefire", 1, 1],
    ["prisoner-exchange", 0, 1],
  ]);
  expect(diff.by_rule.map(({ name }) => name)).toEqual(["refuse/ceasefire.truce", "demand/prisoner-exchange.swap"]);
});
