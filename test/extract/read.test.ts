// Reading a text: tokens that rebuild it, quotations, and words that the tagger must not see.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Layout } from "../../src/domain/codebook/layout.ts";
import { compileLayout } from "../../src/extract/blocks.ts";
import { read } from "../../src/extract/read.ts";

const layout = compileLayout(Layout.parse(parse(readFileSync(new URL("../../seeds/codebook/layout.yaml", import.meta.url), "utf8"))));
const quotes = (text: string) => read(text, layout).quotes.map(({ start, end, scare }) => [text.slice(start, end), scare]);

describe("tokens", () => {
  it("are cut from the text at their own offsets, marks on letters included", () => {
    const text = "Mr Çavuşoğlu’s aides said (twice): no. Łódź, 12.03.2025 – 90% ready.";
    const { tokens } = read(text, layout);
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(tokens.map((token) => token.text)).toContain("Çavuşoğlu");
  });

  it("leave out a run of signs that is no word, however long", () => {
    const { tokens } = read(`They met. ${"x".repeat(300_000)} They parted.`, layout);
    expect(tokens.map((token) => token.text)).toEqual(["They", "met", ".", "They", "parted", "."]);
  });

  it("are none for a line that holds only such a run", () => {
    expect(read("y".repeat(1000), layout).sentences).toEqual([]);
  });
});

describe("quotations", () => {
  it("are found in all their marks", () => {
    expect(quotes("He said “we will sign it” and left.")).toEqual([["“we will sign it”", false]]);
    expect(quotes('He said "we will sign it" and left.')).toEqual([['"we will sign it"', false]]);
    expect(quotes("He said «we will sign it» and left.")).toEqual([["«we will sign it»", false]]);
    expect(quotes("He said ‘we will sign it’ and left.")).toEqual([["‘we will sign it’", false]]);
    expect(quotes("He said 'we will sign it' and left.")).toEqual([["'we will sign it'", false]]);
  });

  it("are not made of apostrophes", () => {
    expect(quotes("The generals’ demand wasn’t the ministers' demand, and it’s late.")).toEqual([]);
  });

  it("are scare quotes where a few words hold no verb", () => {
    expect(quotes("The so-called “peace plan” failed.")).toEqual([["“peace plan”", true]]);
  });

  it("go on over paragraphs that open with a mark again", () => {
    expect(quotes("“We sign.\n“We go home.” They left.")).toEqual([
      ["“We sign.", false],
      ["“We go home.”", false],
    ]);
  });

  it("end with their paragraph where the closing mark was lost", () => {
    expect(quotes("“We sign.\nThey left.")).toEqual([["“We sign.", false]]);
  });
});
