// Opening a database: its URL, its transactions, its readers.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isMigrated, migrate } from "../../src/store/migrate.ts";
import { open } from "../../src/store/open.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parley-store-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("opening", () => {
  it("makes the file and its folder, by a path or by a whole URL", async () => {
    const store = await open(`file:${join(folder, "a/b.db")}`);
    await migrate(store);
    await store.close();
    const again = await open(pathToFileURL(join(folder, "a/b.db")).href, { readonly: true });
    expect(await isMigrated(again)).toBe(true);
    await again.close();
  });

  it("reads while another handle writes, sees what that one committed, and refuses to write itself", async () => {
    const url = `file:${join(folder, "two.db")}`;
    const writer = await open(url);
    await migrate(writer);
    const reader = await open(url, { readonly: true });
    await writer.db.insert(writer.t.topics).values({ id: "a", label: "A", definition: "A.", position: 0 });
    expect(await reader.db.select().from(reader.t.topics)).toHaveLength(1);
    await expect((async () => reader.db.delete(reader.t.topics))()).rejects.toThrow();
    expect(await reader.db.select().from(reader.t.topics)).toHaveLength(1);
    await reader.close();
    await writer.close();
  });

  it("does not make a file that is only to be read", async () => {
    await expect(open(`file:${join(folder, "none.db")}`, { readonly: true })).rejects.toThrow();
  });

  it.each([
    ["postgres://localhost/x", /PostgreSQL is not supported yet/],
    ["postgresql://h/x", /not supported yet/],
    ["data/parley.db", /file:PATH/],
    ["file:", /file:PATH/],
    ["http://x/y", /file:PATH/],
  ])("refuses %s and says what to use", async (url, why) => {
    await expect(open(url)).rejects.toThrow(why);
  });
});

describe("migrating", () => {
  it("is done once, leaves foreign keys on, and tells a store that lacks a migration", async () => {
    const store = await open(":memory:");
    expect(await isMigrated(store)).toBe(false);
    await migrate(store);
    await migrate(store);
    expect(await isMigrated(store)).toBe(true);
    expect(await store.rows(sql`PRAGMA foreign_keys`)).toEqual([{ foreign_keys: 1 }]);
    await store.exec("delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)");
    expect(await isMigrated(store)).toBe(false);
  });
});

describe("a transaction", () => {
  const topic = (id: string) => ({ id, label: id, definition: id, position: 0 });

  it("that fails undoes everything, and the next one works", async () => {
    const store = await open(":memory:");
    await migrate(store);
    const broken = store.transaction(async () => {
      await store.db.insert(store.t.topics).values(topic("a"));
      await store.db
        .insert(store.t.issues)
        .values({ id: "i", topic_id: "nowhere", label: "", proposition: "", directed: false, note: null, when_not: "", example: "", position: 0 });
    });
    const after = store.transaction(async () => store.db.insert(store.t.topics).values(topic("b")));
    await expect(broken).rejects.toThrow();
    await after;
    expect((await store.db.select().from(store.t.topics)).map(({ id }) => id)).toEqual(["b"]);
  });

  it("does not mix with another that is asked for meanwhile", async () => {
    const store = await open(":memory:");
    await migrate(store);
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`${name} ends`);
    };
    await Promise.all([store.transaction(work("a")), store.transaction(work("b"))]);
    expect(order).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("that dies with its process leaves nothing", async () => {
    const url = `file:${join(folder, "killed.db")}`;
    const store = await open(url);
    await migrate(store);
    await store.exec("BEGIN IMMEDIATE");
    await store.db.insert(store.t.topics).values(topic("a"));
    await store.close(); // as the system does with a killed process: no COMMIT
    const again = await open(url);
    expect(await again.db.select().from(again.t.topics)).toEqual([]);
    await again.close();
  });
});
