// The pattern language: what stands between words, which forms count, what is refused.
import { describe, expect, it } from "vitest";
import { compilePatterns, findPatterns, numbered } from "../../../src/extract/positions/patterns.ts";
import type { Token } from "../../../src/extract/types.ts";
import { docOf } from "./extract-of.ts";

const classes = { forces: ["troop", "soldier"], stop: ["stop", "break_off"] };

/** The stretches that `pattern` finds in `text`, of which `named` are actors' mentions. */
function found(pattern: string, text: string, ...named: string[]): string[] {
  const { tokens, text: whole } = docOf(text);
  const patterns = compilePatterns([{ pattern, value: 1, classes }]);
  return findPatterns(numbered(tokens, patterns), 0, tokens.length, patterns, (i) => named.includes((tokens[i] as Token).text)).map(({ first, last }) =>
    whole.slice(tokens[first]?.start, tokens[last - 1]?.end),
  );
}

describe("words in a row", () => {
  it("let articles, adjectives and numbers stand between", () =>
    expect(found("cede territory", "to cede the two occupied territories")).toEqual(["cede the two occupied territories"]));
  it("let no verb or comma stand between", () => expect(found("cede territory", "they cede, and territory remains")).toEqual([]));
  it("joined by _ let nothing stand between", () => expect(found("rule_out", "it ruled this out, then ruled out that")).toEqual(["ruled out"]));
  it("with _ before a word let nothing stand before it", () => expect(found("offer _for", "an offer for all, an offer good for all")).toEqual(["offer for"]));
  it("with .. between let up to six words stand between", () =>
    expect(found("pull .. out", "to pull its last tanks quickly out")).toEqual(["pull its last tanks quickly out"]));
  it("with .. do not reach into another clause", () => expect(found("pull .. out", "they pull ropes, and the lights go out")).toEqual([]));
  it("with <> stand in either order", () =>
    expect(found("@stop <> talks", "they stop the talks; the talks must be stopped")).toEqual(["stop the talks", "talks must be stopped"]));
});

describe("many alternatives, some of several words", () => {
  const pattern = "want peace|lasting_calm|end_of_war|way_out|fresh_start";
  it("are each found, the longest where several fit", () =>
    expect(found(pattern, "wants peace, wanted the end of war, wanting a way out")).toEqual(["wants peace", "wanted the end of war", "wanting a way out"]));
  it("are not found by their first words alone", () => expect(found(pattern, "wants the end, wanted a fresh view, wants a way through")).toEqual([]));
});

describe("single words", () => {
  it("match in their inflections", () => expect(found("demand", "demands, demanded, demanding, demand")).toHaveLength(4));
  it("after = match in that form alone", () => expect(found("=back", "backs, backed, back")).toEqual(["back"]));
  it("may be alternatives or a class", () => expect(found("withdraw|retreat @forces", "withdraw soldiers, retreat troops, advance troops")).toHaveLength(2));
  it("may be missing after ?", () => expect(found("call off? talks", "call off talks, call talks")).toHaveLength(2));
  it("may be an actor, also the first", () =>
    expect(found("<actor> effort", "Norland's effort, an effort, the northern effort", "Norland", "northern")).toEqual([
      "Norland's effort",
      "northern effort",
    ]));
  it("may be a number", () => expect(found("<number> day truce", "a 30-day truce, a truce")).toEqual(["30-day truce"]));
});

describe("a faulty pattern", () => {
  it("is refused where it names no known class", () => expect(() => found("@nobody leave", "x")).toThrow("unknown word class @nobody"));
  it("is refused where its first word may be missing", () => expect(() => found("off? talks", "x")).toThrow("may not be missing"));
});
