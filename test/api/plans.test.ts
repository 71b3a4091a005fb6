// How the database finds lists among 100,000 positions: through indexes, and on deep pages as on the first.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../bench/generate.ts";
import type { App } from "../../src/api/types.ts";
import { filterParameters } from "../../src/domain/resources/parameters.ts";
import { resources } from "../../src/domain/resources/registry.ts";
import { facetNames, type Resource, sortNames } from "../../src/domain/resources/resource.ts";
import { type Connection, Database } from "../../src/store/driver.ts";
import type { Store } from "../../src/store/open.ts";
import { get, type Json, strictApp } from "./fixture.ts";

const size = 100_000;
let store: Store;
let app: App;
beforeAll(async () => {
  store = await generate(":memory:", size);
  app = await strictApp(store);
}, 300_000);
afterAll(async () => {
  await app.close();
  await store.close();
});

/** The statements that `work` runs on tables, each with the lines of its plan. */
async function plansOf(work: () => Promise<unknown>): Promise<{ source: string; plan: string[] }[]> {
  const handle = new Database(":memory:");
  const prototype = Object.getPrototypeOf(handle.prepare("select 1"));
  handle.close();
  const { all } = prototype;
  const plans: { source: string; plan: string[] }[] = [];
  prototype.all = function (this: { source: string; database: Connection }, ...values: unknown[]) {
    const explained = this.database.prepare(`explain query plan ${this.source}`);
    plans.push({ source: this.source, plan: (all.apply(explained, values) as { detail: string }[]).map(({ detail }) => detail) });
    return all.apply(this, values);
  };
  try {
    await work();
  } finally {
    prototype.all = all;
  }
  return plans;
}

/** Lines that walk a table itself; subqueries and whole indexes are no tables. */
const tables = new Set([
  "positions",
  "articles",
  "actors",
  "rounds",
  "sources",
  "issues",
  "evidence",
  "mentions",
  "round_participants",
  "round_issues",
  "round_reports",
  "actor_aliases",
]);
const scans = (plan: readonly string[]) => plan.filter((line) => tables.has(/^SCAN (\w+)$/.exec(line)?.[1] ?? ""));

/** What is answered, and the tables that were walked for it. */
async function walked(url: string): Promise<{ body: Json; scans: string[] }> {
  let answer: Json;
  const plans = await plansOf(async () => {
    answer = await get(app, url);
  });
  expect([url, answer.status]).toEqual([url, 200]);
  return { body: answer.body, scans: plans.flatMap(({ plan }) => scans(plan)) };
}

async function expectNoScan(urls: readonly string[]): Promise<void> {
  const found: string[] = [];
  for (const url of urls) found.push(...(await walked(url)).scans.map((scan) => `${url}: ${scan}`));
  expect(found).toEqual([]);
}

const codes = { issue: ["ceasefire"], topic: ["people"] };
/** A value that each kind of filter takes. */
const valueFor = (resource: Resource, target: string, name: string): string => {
  if (name.endsWith("__isnull")) return "true";
  const kind = (resource.fields[target] ?? resource.relations[target])?.filter;
  if (kind === "flag") return "true";
  if (kind === "number") return "0.5";
  if (name === "q") return "truce";
  if (kind === "day" || name === "from" || name === "to" || /__[gl]te$/.test(name)) return "2024-03";
  if (kind === "edtf") return "2024-03-05";
  if (kind === "known") return codes[name.replace("__not", "") as "issue" | "topic"]?.[0] ?? "ceasefire";
  const words = (resource.record.shape[target] as { options?: string[]; unwrap?: () => { options?: string[] } } | undefined) ?? {};
  return words.options?.[0] ?? words.unwrap?.().options?.[0] ?? resource.relations[target]?.words?.[0] ?? (target === "country" ? "CH" : "party-1");
};

describe.each(Object.values(resources).map((resource) => [resource.name, resource] as const))("no list of %s scans a table", (name, resource) => {
  it("by whatever it is sorted", async () => {
    await expectNoScan(sortNames(resource).flatMap((key) => [`/v1/${name}?sort=${key}&limit=2`, `/v1/${name}?sort=-${key}&limit=2`]));
  });

  it("by whatever it is filtered", async () => {
    const filters = filterParameters(resource, codes, new Map()).filter(({ operator }) => operator !== "not");
    await expectNoScan(
      filters.map(
        ({ name: parameter, target }) => `/v1/${name}?${parameter}=${encodeURIComponent(valueFor(resource, target, parameter))}&limit=2&explain=false`,
      ),
    );
  });

  it("by whatever it is counted", async () => {
    const names = facetNames(resource);
    if (names.length > 0) await expectNoScan([`/v1/${name}?facets=${names}&limit=1`]);
  });
});

describe("a deep page", () => {
  it.each([
    "sort=-stated",
    "sort=stated",
    "actor=person-5,person-6,person-7",
    "party=party-1,party-2",
    "stance=for&sort=stated",
    "from=2023-05&to=2023-06",
    "sort=-confidence",
    "source=source-3",
    "issue=ceasefire",
    "genre=report",
  ])("of ?%s is found where it begins", async (query) => {
    let cursor: string | null = null;
    for (let page = 0; page < 3; page++) {
      const after = cursor === null ? "" : `&cursor=${cursor}`;
      const { body, scans }: { body: Json; scans: string[] } = await walked(`/v1/positions?${query}&limit=40${after}`);
      expect(scans).toEqual([]);
      cursor = body.page.next_cursor;
      expect(cursor).not.toBeNull();
    }
  });

  it("reads no more rows than the first one", async () => {
    const near = await plansOf(() => get(app, "/v1/positions?limit=11"));
    const { next_cursor } = (await get(app, "/v1/positions?limit=1000")).body.page;
    const far = await plansOf(() => get(app, `/v1/positions?limit=11&cursor=${next_cursor}`));
    expect(near.length).toBeLessThanOrEqual(4);
    const page = far.find(({ source }) => source.includes("union all"));
    expect(page?.plan.filter((line) => /positions_stated/.test(line)).every((line) => line.startsWith("SEARCH"))).toBe(true);
  });
});

describe("statements", () => {
  it("of any list are at most four, one more with facets", async () => {
    for (const name of Object.keys(resources)) {
      await get(app, `/v1/${name}?limit=1`);
      expect([name, (await plansOf(() => get(app, `/v1/${name}?limit=3`))).length <= 4]).toEqual([name, true]);
      expect([name, (await plansOf(() => get(app, `/v1/${name}?limit=4&sort=-id`))).length <= 4]).toEqual([name, true]);
    }
    expect((await plansOf(() => get(app, "/v1/positions?limit=5&party=party-3&facets=stance,act&from=2023"))).length).toBeLessThanOrEqual(5);
  });
});
