// Whole passages: the invented cases of cases.yaml, and what holds of every position whatever the text.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { docOf, index, positionsOf, rowsOf } from "./extract-of.ts";

const Cases = z.array(
  z.strictObject({ text: z.string(), rows: z.array(z.string()), not_yet: z.array(z.string()).default([]), too_many: z.array(z.string()).default([]) }),
);
const cases = Cases.parse(parse(readFileSync(new URL("cases.yaml", import.meta.url), "utf8")));

describe("a passage makes its rows and no others", () => {
  it.each(cases)("$text", ({ text, rows, too_many }) => expect(rowsOf(text).sort()).toEqual([...rows, ...too_many].sort()));
  it("and what is listed as missed is missed", () => {
    for (const { text, not_yet } of cases) expect(rowsOf(text).filter((row) => not_yet.includes(row))).toEqual([]);
  });
});

describe("every position", () => {
  const all = cases.flatMap(({ text }) => positionsOf(text).map((position) => ({ position, text: docOf(text).text })));

  it("shows words of its own text", () => {
    for (const { position, text } of all) {
      expect(position.evidence.length).toBeGreaterThan(0);
      for (const { start, end } of position.evidence) expect(text.slice(start, end).trim().length).toBeGreaterThan(3);
      if (position.condition !== null) expect(text).toContain(position.condition);
    }
  });
  it("names the frame and the cue that made it", () => {
    for (const { position } of all) expect(position.rule).toContain(`${position.issue}.`);
  });
  it("has a target on directed issues alone", () => {
    for (const { position } of all) if (!index.directed.has(position.issue)) expect(position.target).toBeNull();
  });
  it("is the same when the text is read again", () => {
    for (const { text } of cases.slice(0, 8)) expect(positionsOf(text)).toEqual(positionsOf(text));
  });
});

describe("composition", () => {
  const one = (text: string) => positionsOf(text).map(({ issue, stance, act }) => `${issue} ${stance} ${act}`);
  it.each([
    ["Moscow refuses to accept foreign troops in Ukraine after the war.", "foreign-troops against refuse"],
    ["Moscow does not rule out foreign troops in Ukraine after the war.", "foreign-troops for consider"],
    ["Kyiv refuses to drop its demand for security guarantees.", "security-guarantees for demand"],
    ["Kyiv is willing to drop its demand for security guarantees.", "security-guarantees against concede"],
    ["Moscow insists that Ukraine not join NATO.", "nato-membership against demand"],
    ["Kyiv has no objection to a ceasefire.", "ceasefire for accept"],
  ])("%s", (text, row) => expect(one(text)).toContain(row));
});

describe("a position", () => {
  const first = (text: string) => positionsOf(text)[0];
  it("keeps the words of its condition", () =>
    expect(first("Ukraine is ready to accept a ceasefire, provided that Russia does the same.")).toMatchObject({
      conditional: true,
      condition: "provided that Russia does the same",
    }));
  it("is unconditional where a condition stands in another sentence", () =>
    expect(first("Ukraine accepts a ceasefire. If it rains, the harvest is lost.")).toMatchObject({ conditional: false, condition: null }));
  it("is hedged where the text doubts", () => expect(first("Russia may accept a ceasefire, diplomats said.")).toMatchObject({ hedged: true }));
  it("is past where it is told as a former one", () => expect(first("For years Russia opposed a ceasefire.")).toMatchObject({ past: true }));
  it("of a list item is shown by the item alone", () => {
    const text = "Russia demands the following:\n\n- neutral status for Ukraine\n- the lifting of sanctions";
    expect(positionsOf(text).map(({ issue, evidence }) => [issue, evidence.map(({ start, end }) => text.slice(start, end))])).toEqual([
      ["neutrality", ["neutral status for Ukraine"]],
      ["sanctions-relief", ["the lifting of sanctions"]],
    ]);
  });
});
