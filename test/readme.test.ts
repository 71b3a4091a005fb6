// The README's commands against the bundled corpus: each answers what the page prints.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bundled, openBundled } from "../tools/bundled.ts";
import { exampleHeaders, examplesOf, printed } from "../tools/readme.ts";

const pages = ["README.md", "docs/recipes.md"].map((name) => ({ name, examples: examplesOf(readFileSync(new URL(`../${name}`, import.meta.url), "utf8")) }));
let bundled: Bundled;

beforeAll(async () => {
  bundled = await openBundled();
});
afterAll(async () => {
  await bundled.app.close();
  await bundled.store.close();
});

describe.each(pages)("$name", ({ name, examples }) => {
  it.each(examples)("prints the answer of $url", async ({ url, pick, answer }) => {
    expect(printed((await bundled.app.inject({ url, headers: exampleHeaders })).body, pick)).toBe(answer);
  });

  it("holds examples", () => {
    expect(examples.length, `${name} shows no curl command with its answer`).toBeGreaterThan(1);
  });
});
