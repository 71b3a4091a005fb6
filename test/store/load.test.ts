// An article's rows as they are stored, stored again, and replaced.
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/domain/ids.ts";
import { parseQuery } from "../../src/domain/search.ts";
import { audit } from "../../src/store/audit.ts";
import { dump } from "../../src/store/dump.ts";
import { loadArticle, pendingArticle } from "../../src/store/load.ts";
import { settle } from "../../src/store/settle.ts";
import { codebook, documentOf, freshStore, linesOf, meta, position, round, talks, talksText } from "./fixtures.ts";

const article = { text: talksText, meta: meta({ url: "https://post.example/a", text_basis: "original" }) };

describe("loading an article", () => {
  it("gives every field of the document a place, and ids that come from what the rows say", async () => {
    const store = await freshStore();
    expect(await loadArticle(store, article, talks, "x1", ["dropped a menu"])).toBe("added");
    const { db, t } = store;
    const [row] = await db.select().from(t.articles);
    expect(row).toMatchObject({
      id: sha256(talksText).slice(0, 16),
      source_id: "daily-post",
      title: "Talks in Geneva",
      author: "Jo Hill",
      url: "https://post.example/a",
      published: "2025-11-24",
      published_from: "2025-11-24",
      notes: ["dropped a menu"],
      extraction: "x1",
      words: 27,
    });
    expect(await db.select().from(t.positions).orderBy(t.positions.issue_id)).toMatchObject([
      { actor_id: "norland", issue_id: "ceasefire", confidence: 0.9, stated: null, stated_from: null, round_report_id: null },
      {
        actor_id: "olaf-dahl",
        target_id: "southmark",
        speaker_id: "olaf-dahl",
        cited_source_id: "evening-star",
        stated: "2025-11",
        stated_from: "2025-11-01",
        stated_to: "2025-11-30",
        date_basis: "resolved",
      },
    ]);
    expect((await db.select().from(t.sources)).map(({ id, kind }) => [id, kind]).sort()).toEqual([
      ["daily-post", "outlet"],
      ["evening-star", "outlet"],
    ]);
    expect(await db.select().from(t.affiliations).where(eq(t.affiliations.title, "envoy"))).toMatchObject([
      { actor_id: "olaf-dahl", party_id: "southmark", article_id: row?.id },
    ]);
    expect(await db.select().from(t.attributions)).toMatchObject([{ speaker_id: "olaf-dahl", content: [{ start: 82, end: 90 }] }]);
    expect(await db.select().from(t.round_reports)).toMatchObject([{ key: "r1", place: "Geneva", when_from: "2025-11-23" }]);
    expect(await db.select().from(t.round_report_participants)).toHaveLength(2);
    expect((await db.select().from(t.mentions)).map(({ text }) => text).sort()).toEqual(["Dahl", "Norland"]);
    expect(await audit(store)).toEqual([]);
  });

  it("makes one row of two positions with one identity, with the evidence of both and the words of the surer one", async () => {
    const store = await freshStore();
    await loadArticle(store, article, talks, "x1", []);
    const [demand] = await store.db.select().from(store.t.positions).where(eq(store.t.positions.actor_id, "norland"));
    const quotes = await store.db
      .select()
      .from(store.t.evidence)
      .where(eq(store.t.evidence.position_id, demand?.id ?? ""));
    expect(demand?.confidence).toBe(0.9);
    expect(quotes.map(({ quote }) => quote).sort()).toEqual(["Norland demands a truce", "the truce must come first"]);
  });

  it("does not depend on the order of rows in the document", async () => {
    const [one, other] = [await freshStore(), await freshStore()];
    await loadArticle(one, article, talks, "x1", []);
    const turned = { ...talks, actors: [...talks.actors].reverse(), positions: [...talks.positions].reverse() };
    await loadArticle(other, article, turned, "x1", []);
    for (const store of [one, other]) await settle(store, codebook());
    expect(await linesOf(dump(other))).toEqual(await linesOf(dump(one)));
  });

  it("changes nothing when the same text comes again", async () => {
    const store = await freshStore();
    await loadArticle(store, article, talks, "x1", []);
    const before = await linesOf(dump(store));
    expect(await loadArticle(store, article, talks, "x1", [])).toBe("known");
    expect(await loadArticle(store, { ...article, meta: meta() }, documentOf(talksText), "x1", [])).toBe("known");
    expect(await linesOf(dump(store))).toEqual(before);
  });

  it("replaces an article's rows where another extraction made the document", async () => {
    const store = await freshStore();
    await loadArticle(store, article, talks, "x1", []);
    await settle(store, codebook());
    expect(await loadArticle(store, article, documentOf(talksText, { positions: [position(talksText, "truce", { stance: "mixed" })] }), "x2", [])).toBe(
      "updated",
    );
    await settle(store, codebook());
    expect(await audit(store)).toEqual([]);

    const fresh = await freshStore();
    await loadArticle(fresh, article, documentOf(talksText, { positions: [position(talksText, "truce", { stance: "mixed" })] }), "x2", []);
    await settle(fresh, codebook());
    expect(await linesOf(dump(store))).toEqual(await linesOf(dump(fresh)));
  });

  it("ends with the better metadata whichever comes first, and with the smaller JSON where both know as much", async () => {
    const accounts = [meta({ title: "B", source: "S" }), meta({ title: "A", source: "S" }), meta({ title: "A" })];
    const ends = await Promise.all(
      [
        [0, 1, 2],
        [2, 1, 0],
        [1, 0, 2],
        [1, 2, 0],
      ].map(async (order) => {
        const store = await freshStore();
        for (const i of order) {
          const account = accounts[i] ?? meta();
          await loadArticle(
            store,
            { text: talksText, meta: account },
            { ...talks, article: { ...talks.article, title: account.title, source: account.source } },
            "x1",
            [],
          );
        }
        await settle(store, codebook());
        return linesOf(dump(store));
      }),
    );
    for (const end of ends) expect(end).toEqual(ends[0]);
    expect(ends[0]?.join()).toContain('"title":"A"');
  });

  it("names the author as source where there is no outlet, and `unknown` where there is neither", async () => {
    const store = await freshStore();
    const bare = (text: string, author: string | null) =>
      documentOf(text, { article: { title: null, source: null, author, genre: "unknown", language: null, published: null } });
    await loadArticle(store, { text: "One.", meta: meta() }, bare("One.", "Jo Hill"), "x1", []);
    await loadArticle(store, { text: "Two.", meta: meta() }, bare("Two.", null), "x1", []);
    await loadArticle(store, { text: "Three.", meta: meta() }, bare("Three.", "新华社"), "x1", []);
    const sources = await store.db.select().from(store.t.sources);
    expect(
      sources
        .filter(({ name }) => name !== "新华社")
        .map(({ id, kind }) => [id, kind])
        .sort(),
    ).toEqual([
      ["jo-hill", "author"],
      ["unknown", "unknown"],
    ]);
    expect(sources.find(({ name }) => name === "新华社")?.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    [
      "a quote that is not in the text",
      documentOf("A truce.", { positions: [{ ...position("A truce.", "truce"), evidence: [{ start: 0, end: 5, text: "truce" }] }] }),
    ],
    ["a position without evidence", documentOf("A truce.", { positions: [{ ...position("A truce.", "truce"), evidence: [] }] })],
    ["a position at a round that is not there", documentOf("A truce.", { positions: [position("A truce.", "truce", { round: "r9" })] })],
    ["two rounds of one id", documentOf("A truce.", { rounds: [round("A truce.", "truce"), round("A truce.", "A")] })],
    ["an issue that the codebook lacks", documentOf("A truce.", { positions: [position("A truce.", "truce", { issue: "tariffs" })] })],
    ["a condition on a position that is not conditional", documentOf("A truce.", { positions: [position("A truce.", "truce", { condition: "if" })] })],
  ])("refuses %s and leaves nothing behind", async (_, document) => {
    const store = await freshStore();
    const before = await linesOf(dump(store));
    await expect(loadArticle(store, { text: document.text, meta: meta() }, document, "x1", [])).rejects.toThrow();
    expect(await linesOf(dump(store))).toEqual(before);
    expect(await audit(store)).toEqual([]);
  });
});

describe("what is left to do for an article", () => {
  it("is nothing for the same account, everything for a better one, and the stored account for another extraction", async () => {
    const store = await freshStore();
    const known = { text: talksText, meta: meta({ title: "Talks" }) };
    expect(await pendingArticle(store, known, "x1", [])).toEqual({ article: known, notes: [] });
    await loadArticle(store, known, talks, "x1", ["note"]);
    expect(await pendingArticle(store, known, "x1", ["note"])).toBeNull();
    expect(await pendingArticle(store, { text: talksText, meta: meta() }, "x1", [])).toBeNull();
    expect(await pendingArticle(store, { text: talksText, meta: meta() }, "x2", [])).toEqual({ article: known, notes: ["note"] });
    const better = { text: talksText, meta: meta({ title: "Talks", source: "Post" }) };
    expect(await pendingArticle(store, better, "x1", [])).toEqual({ article: better, notes: [] });
  });
});

describe("full text", () => {
  const found = async (q: string) => {
    const store = await freshStore();
    await loadArticle(store, article, talks, "x1", []);
    const { db, t } = store;
    const ids = async (what: "articles" | "positions" | "round_reports") =>
      (
        await db
          .select({ id: t[what].id })
          .from(t[what])
          .where(store.search(what, parseQuery(q)))
      ).length;
    return { articles: await ids("articles"), positions: await ids("positions"), rounds: await ids("round_reports") };
  };

  it("finds articles by title and text, positions and round reports by their quotes", async () => {
    expect(await found("geneva")).toEqual({ articles: 1, positions: 0, rounds: 1 });
    expect(await found('"the evening star"')).toEqual({ articles: 1, positions: 0, rounds: 0 });
    expect(await found("demands must")).toEqual({ articles: 1, positions: 1, rounds: 0 });
    expect(await found("env*")).toEqual({ articles: 1, positions: 0, rounds: 1 });
  });

  it("keeps phrases in order and within one quote", async () => {
    expect(await found('"a truce"')).toMatchObject({ positions: 1 });
    expect(await found('"truce a"')).toMatchObject({ articles: 0, positions: 0 });
    expect(await found('"truce the"')).toMatchObject({ positions: 0 });
  });

  it("leaves out what a minus excludes, and answers everything to a query that asks for nothing", async () => {
    expect(await found("truce -never")).toMatchObject({ articles: 0, positions: 1 });
    expect(await found("-never")).toEqual({ articles: 0, positions: 1, rounds: 1 });
    expect(await found('-- "" *')).toEqual({ articles: 1, positions: 2, rounds: 1 });
  });

  it("forgets the words of rows that were replaced", async () => {
    const store = await freshStore();
    await loadArticle(store, article, talks, "x1", []);
    await loadArticle(store, article, documentOf(talksText), "x2", []);
    expect(
      await store.db
        .select()
        .from(store.t.positions)
        .where(store.search("positions", parseQuery("truce"))),
    ).toEqual([]);
    await settle(store, codebook());
    expect(await audit(store)).toEqual([]);
  });
});
