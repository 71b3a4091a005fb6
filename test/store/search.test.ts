// Full text: what is found by which words, and that the index follows the rows.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery, searchText } from "../../src/domain/search.ts";
import { freshStore } from "./fixtures.ts";

describe("the normal form of words", () => {
  it.each([
    ["Élysée, U.S.", "elysee u s"],
    ["Łódź—Tromsø; STRASSE/Straße", "lodz tromso strasse strasse"],
    ["İstanbul ﬁnal ½", "istanbul final 1 2"],
    ["Ukraine's cease-fire", "ukraine s cease fire"],
    ["和平谈判", "和 平 谈 判"],
    ["…!? 😀", ""],
  ])("makes %j %j", (text, words) => expect(searchText(text)).toBe(words));

  it("changes nothing the second time", () =>
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => searchText(searchText(text)) === searchText(text))));
});

describe("a query", () => {
  it("is words, phrases, exclusions and beginnings", () => {
    expect(parseQuery('Truce "cease fire" -war -"old plan" negot*')).toEqual({
      all: [
        { words: "truce", prefix: false },
        { words: "cease fire", prefix: false },
        { words: "negot", prefix: true },
      ],
      none: [
        { words: "war", prefix: false },
        { words: "old plan", prefix: false },
      ],
    });
  });

  it("reads a word with a sign inside as a phrase, typographic quotation marks as plain ones, and a repeated word once", () => {
    expect(parseQuery("cease-fire cease-fire")).toEqual({ all: [{ words: "cease fire", prefix: false }], none: [] });
    expect(parseQuery("“peace plan”")).toEqual({ all: [{ words: "peace plan", prefix: false }], none: [] });
  });

  it("closes an open quotation at the end and does not take a lone minus, star or mark for anything", () => {
    expect(parseQuery('"peace plan')).toEqual({ all: [{ words: "peace plan", prefix: false }], none: [] });
    for (const nothing of ["", " ", "-", "*", '"', '""', "- * ()", "AND:"]) expect(parseQuery(nothing).none).toEqual([]);
    expect(parseQuery("- * ()")).toEqual({ all: [], none: [] });
  });

  it("takes the operators of SQLite for words", () => {
    expect(parseQuery("NOT near OR").all.map(({ words }) => words)).toEqual(["not", "near", "or"]);
  });

  it("is never an error in the database, whatever it holds", async () => {
    const store = await freshStore();
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[a-z"'*()^:{}+\- ]*$/));
    await fc.assert(
      fc.asyncProperty(text, async (query) => {
        for (const what of ["articles", "positions", "round_reports"] as const)
          await store.db
            .select()
            .from(store.t[what])
            .where(store.search(what, parseQuery(query)));
      }),
    );
  });

  it("of a thousand words is still no error", async () => {
    const store = await freshStore();
    const words = Array.from({ length: 1000 }, (_, i) => `w${i} -v${i}`).join(" ");
    expect(
      await store.db
        .select()
        .from(store.t.articles)
        .where(store.search("articles", parseQuery(words))),
    ).toEqual([]);
  });
});
