// A database in memory with enough rows for pages, and the strict application on it. An invented war.

import { buildApp } from "../../src/api/app.ts";
import type { App } from "../../src/api/types.ts";
import type { Article } from "../../src/domain/articles.ts";
import type { ExtractionDocument } from "../../src/domain/documents.ts";
import { acts, attributionKinds, stances } from "../../src/domain/vocabulary.ts";
import { Database } from "../../src/store/driver.ts";
import { loadArticle } from "../../src/store/load.ts";
import type { Store } from "../../src/store/open.ts";
import { settle } from "../../src/store/settle.ts";
import { actor, codebook, documentOf, freshStore, meta, position, quote, round, talks } from "../store/fixtures.ts";
import { recorded } from "./record.ts";

const parties = ["norland", "southmark", "eastia"] as const;
const issueIds = ["ceasefire", "withdrawal", "prisoners"] as const;
const sentence = "A truce must come before talks";

/** Article number `n`: two positions, sometimes a round; dates from a day to nothing at all. */
function numbered(n: number): { article: Article; document: ExtractionDocument } {
  const text = `Dispatch ${n} with “signs” 😀. ${sentence}, said envoy ${n}. Delegations sat down in Vienna, ${n % 2 ? "again" : "at last"}.`;
  const pick = <Item>(items: readonly Item[], at: number) => items[at % items.length] as Item;
  const party = pick(parties, n);
  const stated = pick(
    [`2025-${String((n % 12) + 1).padStart(2, "0")}-1${n % 10}`, `2025-${String((n % 12) + 1).padStart(2, "0")}`, null, "2025-03-01/2025-03-20"],
    n,
  );
  const published = pick(["2025-06-01", "2025-07", null], n);
  const title = n % 7 === 0 ? null : `Dispatch ${n}`;
  const document = documentOf(text, {
    article: {
      title,
      source: pick(["Daily Post", "Evening Star", "The Wire"], n),
      author: null,
      genre: pick(["report", "opinion", "analysis"] as const, n),
      language: "en",
      published,
    },
    actors: [actor(party, { mentions: [quote(text, "envoy")] }), actor(`envoy-${n % 5}`, { name: `Envoy ${n % 5}`, kind: "person", party, provisional: true })],
    rounds:
      n % 3 === 0
        ? [
            round(text, "Delegations sat down in Vienna", {
              place: "Vienna",
              country: "AT",
              when: n % 2 ? `2025-0${(n % 9) + 1}-15` : null,
              date_basis: n % 2 ? "stated" : null,
              label: `session ${n}`,
            }),
          ]
        : [],
    positions: [
      position(text, sentence, {
        actor: party,
        party,
        issue: pick(issueIds, n),
        stance: pick(stances, n),
        act: pick(acts, n),
        hedged: n % 4 === 0,
        past: n % 9 === 0,
        stated,
        date_basis: stated === null ? null : "stated",
        confidence: ((n % 10) * 10 + 5) / 100,
        attribution: { kind: pick(attributionKinds, n), speaker: n % 2 ? `envoy-${n % 5}` : null, source: n % 6 === 0 ? "Gazette" : null },
        round: n % 3 === 0 ? "r1" : null,
      }),
      position(text, `${sentence}, said envoy ${n}`, {
        actor: `envoy-${n % 5}`,
        party,
        issue: pick(issueIds, n + 1),
        stance: "for",
        stated: null,
        target: n % 5 === 0 ? "southmark" : null,
      }),
    ],
  });
  return { article: { text, meta: meta({ title, published }) }, document };
}

export const articleCount = 41;

/** The filled store: `articleCount` articles, one of them the talks of the store's fixtures. */
export async function filledStore(): Promise<Store> {
  const store = await freshStore();
  await loadArticle(store, { text: talks.text, meta: meta({ title: "Talks in Geneva", url: "https://example.org/talks" }) }, talks, "v1", [
    "a line was dropped",
  ]);
  for (let n = 1; n < articleCount; n++) {
    const { article, document } = numbered(n);
    await loadArticle(store, article, document, "v1", []);
  }
  await settle(store, codebook());
  return store;
}

const measure = { precision: 0.9, recall: 0.8, f1: 0.847, interval: [0.8, 0.9] as [number, number], found: 80, spurious: 9, missed: 20 };
const coders = { articles: 3, words: 900, actors: measure, rounds: measure, positions: measure, fields: [] };
const measured = { ...coders, calibration: [] };
const accuracy = {
  measured_on: "2026-01-31",
  versions: { extractor: "1", codebook: "one" },
  quality: measured,
  held_out: measured,
  coders,
};

/** The application with every answer checked. The extractor answers an empty document of the text it got. */
export async function strictApp(store: Store, requestsPerMinute = 1_000_000): Promise<App> {
  const settings = { store, codebook: codebook(), extract: ({ text }: Article) => documentOf(text), accuracy, logger: false, strict: true, requestsPerMinute };
  return recorded(await buildApp(settings));
}

// biome-ignore lint/suspicious/noExplicitAny: answers are taken apart freely in tests; the strict application has checked their form.
export type Json = any;

/** GET as JSON. */
export async function get(
  app: App,
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Json; headers: Record<string, unknown> }> {
  const response = await app.inject({ url, headers });
  return {
    status: response.statusCode,
    body: response.headers["content-type"]?.toString().includes("json") ? response.json() : response.body,
    headers: response.headers,
  };
}

/** How many SQL statements `work` runs, on any connection of this process. Asking whether anything has changed is none. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const handle = new Database(":memory:");
  const prototype = Object.getPrototypeOf(handle.prepare("select 1"));
  handle.close();
  const originals = { all: prototype.all, get: prototype.get, run: prototype.run };
  let count = 0;
  for (const name of ["all", "get", "run"] as const) {
    prototype[name] = function (this: { source: string }, ...values: unknown[]) {
      if (!/data_version|total_changes/.test(this.source)) count++;
      return originals[name].apply(this, values);
    };
  }
  try {
    await work();
  } finally {
    Object.assign(prototype, originals);
  }
  return count;
}
