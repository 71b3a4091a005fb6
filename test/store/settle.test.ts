// The record as all articles together make it, in any order.
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnownActor } from "../../src/domain/codebook/actors.ts";
import type { ExtractionDocument } from "../../src/domain/documents.ts";
import { audit } from "../../src/store/audit.ts";
import { loadCodebookRows } from "../../src/store/codebook-rows.ts";
import { dump } from "../../src/store/dump.ts";
import { loadArticle } from "../../src/store/load.ts";
import type { Store } from "../../src/store/open.ts";
import { settle } from "../../src/store/settle.ts";
import { actor, actors, codebook, documentOf, freshStore, linesOf, meta, position, quote, round, talks } from "./fixtures.ts";

async function ingest(store: Store, documents: readonly ExtractionDocument[], url: string | null = null): Promise<void> {
  for (const document of documents) await loadArticle(store, { text: document.text, meta: meta({ url }) }, document, "x1", []);
  await settle(store, codebook());
}

const vienna = (text: string, changes: Parameters<typeof round>[2] = {}) =>
  documentOf(text, {
    rounds: [round(text, text, { place: "Vienna", country: "AT", when: "2026-01-10", ...changes })],
    positions: [position(text, text, { round: changes.id ?? "r1" })],
  });

const named = (text: string, name: string, party: string | null) =>
  documentOf(text, { actors: [actor("star-gang", { name, kind: "group", party, provisional: true, mentions: [quote(text, text)] })] });

describe("settling", () => {
  it("joins a report to the known round of its day and parties, and its positions with it", async () => {
    const store = await freshStore();
    await ingest(store, [talks]);
    const { db, t } = store;
    expect(await db.select({ round_id: t.round_reports.round_id }).from(t.round_reports)).toEqual([{ round_id: "geneva-2025-11-23" }]);
    expect(await db.select({ round_id: t.positions.round_id }).from(t.positions).where(eq(t.positions.actor_id, "olaf-dahl"))).toEqual([
      { round_id: "geneva-2025-11-23" },
    ]);
    expect(await db.select().from(t.rounds).where(eq(t.rounds.id, "geneva-2025-11-23"))).toMatchObject([
      { outcome: "Nothing yet.", date_basis: "known", provisional: false },
    ]);
  });

  it("knows a venue by the city that the gazetteer gives it", async () => {
    const store = await freshStore();
    const text = "They met at the Palais des Nations.";
    await ingest(store, [documentOf(text, { rounds: [round(text, text, { place: "Palais des Nations" })] })]);
    expect(await store.db.select({ id: store.t.round_reports.round_id }).from(store.t.round_reports)).toEqual([{ id: "geneva-2025-11-23" }]);
  });

  it("makes one provisional round of several articles' reports, with a readable id, a point and what most say", async () => {
    const store = await freshStore();
    await ingest(store, [
      vienna("One.", { status: "planned", format: "trilateral", date_basis: "resolved" }),
      vienna("Two.", {
        id: "other",
        participants: [
          { actor: "anna-berg", party: "norland", role: "lead" },
          { actor: "southmark", party: "southmark", role: "delegate" },
        ],
        issues: ["prisoners"],
      }),
      vienna("Three.", {}),
    ]);
    const { db, t } = store;
    expect(await db.select().from(t.rounds).where(eq(t.rounds.provisional, true))).toMatchObject([
      {
        id: "vienna-2026-01-10",
        status: "held",
        format: "bilateral",
        place: "Vienna",
        country: "AT",
        latitude: 48.2,
        when_from: "2026-01-10",
        date_basis: "stated",
        outcome: null,
      },
    ]);
    const participants = await db.select().from(t.round_participants).where(eq(t.round_participants.round_id, "vienna-2026-01-10"));
    expect(participants.map(({ actor_id, role }) => `${actor_id} ${role}`).sort()).toEqual(["anna-berg lead", "norland delegate", "southmark delegate"]);
    expect((await db.select().from(t.round_issues).where(eq(t.round_issues.round_id, "vienna-2026-01-10"))).map(({ issue_id }) => issue_id).sort()).toEqual([
      "ceasefire",
      "prisoners",
    ]);
    expect(await db.select({ round: t.positions.round_id }).from(t.positions)).toEqual(Array(3).fill({ round: "vienna-2026-01-10" }));
    expect(await audit(store)).toEqual([]);
  });

  it("keeps rounds of one place and day with other parties apart under ids of their own", async () => {
    const store = await freshStore();
    const others = [
      { actor: "eastia", party: "eastia", role: "delegate" as const },
      { actor: "westia", party: "westia", role: "delegate" as const },
    ];
    await ingest(store, [vienna("One."), vienna("Two.", { participants: others })]);
    const ids = (await store.db.select({ id: store.t.rounds.id }).from(store.t.rounds).where(eq(store.t.rounds.provisional, true))).map(({ id }) => id).sort();
    expect(ids[0]).toBe("vienna-2026-01-10");
    expect(ids[1]).toMatch(/^vienna-2026-01-10-[0-9a-f]{6}$/);
  });

  it("names a provisional actor as most articles do, and an actor that is only named as a party after its id", async () => {
    const store = await freshStore();
    await ingest(store, [named("One.", "Star Gang", "new-front"), named("Two.", "The Star Gang", "new-front"), named("Three.", "Star Gang", null)]);
    expect(await store.db.select().from(store.t.actors).where(eq(store.t.actors.provisional, true)).orderBy(store.t.actors.id)).toMatchObject([
      { id: "new-front", name: "New Front", kind: "organisation", party_id: null },
      { id: "star-gang", name: "Star Gang", kind: "group", party_id: "new-front" },
    ]);
  });

  it("lets go of actors, sources and rounds that a new extraction no longer names, and never of known ones", async () => {
    const store = await freshStore();
    const text = "One.";
    await ingest(store, [
      vienna(text, {
        participants: [
          { actor: "star-gang", party: "new-front", role: "lead" },
          { actor: "norland", party: "norland", role: "lead" },
        ],
      }),
    ]);
    await loadArticle(store, { text, meta: meta() }, documentOf(text, { article: { ...talks.article, source: "Else" } }), "x2", []);
    await settle(store, codebook());
    const { db, t } = store;
    expect((await db.select().from(t.sources)).map(({ id }) => id)).toEqual(["else"]);
    expect(await db.select().from(t.actors).where(eq(t.actors.provisional, true))).toEqual([]);
    expect(await db.select().from(t.actors)).toHaveLength(5);
    expect((await db.select().from(t.rounds)).map(({ id }) => id)).toEqual(["geneva-2025-11-23"]);
    expect(await audit(store)).toEqual([]);
  });

  it("gives an outlet the address that its articles have", async () => {
    const store = await freshStore();
    await ingest(store, [talks], "https://post.example/news/1");
    expect(await store.db.select({ url: store.t.sources.url }).from(store.t.sources).where(eq(store.t.sources.id, "daily-post"))).toEqual([
      { url: "https://post.example" },
    ]);
  });

  it("says another dataset version for other articles or another codebook, and the same for the same", async () => {
    const version = async (documents: ExtractionDocument[], book = codebook()) => {
      const store = await freshStore(book);
      await ingest(store, documents);
      await settle(store, book);
      return (await store.db.select().from(store.t.dataset))[0]?.version;
    };
    const one = await version([talks]);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(await version([talks])).toBe(one);
    expect(await version([talks, vienna("One.")])).not.toBe(one);
    expect(await version([talks], codebook({ version: "two" }))).not.toBe(one);
  });

  it("ends with the same bytes for any order of articles, settled at any moment or twice", async () => {
    const articles = [
      talks,
      vienna("One.", { status: "planned" }),
      vienna("Two.", { when: "2026-01", date_basis: "resolved" }),
      vienna("Three.", { when: "2026-01-10/2026-01-11" }),
      vienna("Four.", { country: null, place: null }),
      vienna("Five.", { kind: "call", place: null, country: null }),
      vienna("Six.", { when: null, date_basis: null, label: "third" }),
      vienna("Seven.", { label: "third" }),
      named("Eight.", "Star Gang", "new-front"),
      named("Nine.", "Star-Gang", "old-front"),
      named("Ten.", "The Gang", null),
    ];
    const end = async (order: readonly ExtractionDocument[], pause: number) => {
      const store = await freshStore();
      await ingest(store, order.slice(0, pause));
      await ingest(store, order.slice(pause));
      await settle(store, codebook());
      return linesOf(dump(store));
    };
    const plain = await end(articles, articles.length);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...articles.keys()], { minLength: articles.length }), fc.nat(articles.length), async (order, pause) => {
        expect(
          await end(
            order.flatMap((i) => articles[i] ?? []),
            pause,
          ),
        ).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  });
});

describe("a changed codebook", () => {
  it("is taken over once and gives the store that it would have given from the start", async () => {
    const [first] = actors as [KnownActor];
    const changed = codebook({
      version: "two",
      actors: [
        ...codebook().actors.actors.filter(({ id }) => id !== "norland" && id !== "eastia"),
        { ...first, name: "Greater Norland" },
        { ...first, id: "eastia", name: "Eastia", party: null },
      ],
      rounds: [],
    });
    const store = await freshStore();
    await ingest(store, [talks, vienna("One.")]);
    expect(await loadCodebookRows(store, changed)).toEqual([]);
    await settle(store, changed);
    const fresh = await freshStore(changed);
    for (const document of [talks, vienna("One.")]) await loadArticle(fresh, { text: document.text, meta: meta() }, document, "x1", []);
    await settle(fresh, changed);
    expect(await linesOf(dump(store))).toEqual(await linesOf(dump(fresh)));
    expect(await audit(store)).toEqual([]);
    expect((await store.db.select().from(store.t.rounds)).map(({ id }) => id).sort()).toEqual(["geneva-2025-11-23", "vienna-2026-01-10"]);
  });

  it("keeps and reports what it dropped where articles still name it, and drops the rest", async () => {
    const store = await freshStore();
    await ingest(store, [talks]);
    const smaller = codebook({
      version: "two",
      issues: codebook().issues.issues.filter(({ id }) => id === "withdrawal"),
      actors: codebook().actors.actors.filter(({ id }) => !["eastia", "olaf-dahl"].includes(id)),
      rounds: [],
    });
    expect(await loadCodebookRows(store, smaller)).toEqual([
      { table: "issues", id: "ceasefire" },
      { table: "actors", id: "olaf-dahl" },
    ]);
    await settle(store, smaller);
    const { db, t } = store;
    expect((await db.select().from(t.issues)).map(({ id }) => id).sort()).toEqual(["ceasefire", "withdrawal"]);
    expect(await db.select().from(t.actors).where(eq(t.actors.id, "olaf-dahl"))).toMatchObject([
      { provisional: true, name: "Olaf Dahl", party_id: "southmark" },
    ]);
    expect(await db.select().from(t.actors).where(eq(t.actors.id, "eastia"))).toEqual([]);
    expect(await audit(store)).toEqual([]);
  });

  it("of the same version is not read again", async () => {
    const store = await freshStore();
    expect(await loadCodebookRows(store, codebook({ actors: [] }))).toEqual([]);
    expect(await store.db.select().from(store.t.actors)).toHaveLength(5);
  });
});

describe("the codebook's rows", () => {
  it("bound an office by what is known of its ends", async () => {
    const store = await freshStore();
    const { db, t } = store;
    expect(await db.select().from(t.affiliations).where(eq(t.affiliations.actor_id, "anna-berg")).orderBy(t.affiliations.title)).toMatchObject([
      { title: "Foreign Minister", party_id: "norland", held: "2024-05/", held_from: "2024-05-01", held_to: null },
      { title: "Mayor", held: "2010/2014-03", held_from: "2010-01-01", held_to: "2014-03-31" },
    ]);
  });

  it("list each party and host of a known round, itself where nobody is named for it", async () => {
    const store = await freshStore();
    const rows = await store.db.select().from(store.t.round_participants);
    expect(rows.map(({ actor_id, role }) => `${actor_id} ${role}`).sort()).toEqual(["anna-berg lead", "eastia host", "southmark delegate"]);
    expect(await store.db.select().from(store.t.round_references)).toEqual([{ round_id: "geneva-2025-11-23", url: "https://example.org/geneva" }]);
  });
});
