// The piece of a text that answers a query.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "../../src/domain/search.ts";
import { snippetOf } from "../../src/domain/snippets.ts";

const marked = (text: string, query: string) => {
  const { text: piece, highlights } = snippetOf(text, parseQuery(query));
  const points = Array.from(piece);
  return highlights.map(({ start, end }) => points.slice(start, end).join(""));
};

describe("a snippet", () => {
  it("marks words whatever their case and accents, as they stand in the text", () => {
    expect(marked("The Élysée spoke. ELYSEE!", "elysee")).toEqual(["Élysée", "ELYSEE"]);
  });
  it("marks phrases as a whole and beginnings as whole words", () => {
    expect(marked("a cease-fire, not fire or cease", '"cease fire"')).toEqual(["cease-fire"]);
    expect(marked("negotiators negotiate", "negot*")).toEqual(["negotiators", "negotiate"]);
  });
  it("counts in code points", () => {
    expect(snippetOf("😀😀 truce", parseQuery("truce")).highlights).toEqual([{ start: 3, end: 8 }]);
  });
  it("lies around the first word found, however far in the text", () => {
    const { text } = snippetOf(`${"word ".repeat(5000)}truce ${"more ".repeat(500)}`, parseQuery("truce"));
    expect(text).toContain("truce");
    expect(text.length).toBeLessThan(400);
    expect(text.startsWith("word")).toBe(true);
  });
  it("is the beginning of the text where nothing of the query stands in it", () => {
    expect(snippetOf("Talks in spring", parseQuery("winter"))).toEqual({ text: "Talks in spring", highlights: [] });
  });
  it("marks no part of a word, and nothing that was to be left out", () => {
    expect(marked("ceasefires and truces", "cease truce -and")).toEqual([]);
  });
});

it("is a piece of the text, with highlights inside it, for any text and query", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.string({ unit: "grapheme", maxLength: 20 }), (text, query) => {
      const { text: piece, highlights } = snippetOf(text, parseQuery(query));
      expect(text.includes(piece)).toBe(true);
      for (const { start, end } of highlights) expect(start < end && end <= Array.from(piece).length).toBe(true);
    }),
  );
});
