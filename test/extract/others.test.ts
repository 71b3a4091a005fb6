// Texts on other matters make next to no rows, however tempting their words; says nothing about texts on wars.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { loadCodebook } from "../../src/codebook/load.ts";
import { extract } from "../../src/extract/extract.ts";
import { prepare } from "../../src/extract/lexicon.ts";
import { readFile } from "../../src/ingest/read.ts";

const folder = new URL("../others", import.meta.url).pathname;
/** Rows in a thousand words that the design allows. */
const allowed = 0.5;

const rows: string[] = [];
let words = 0;

beforeAll(async () => {
  const lexicon = prepare(loadCodebook());
  for (const name of readdirSync(folder, { encoding: "utf8", recursive: true }).filter((file) => file.endsWith(".txt"))) {
    const { articles } = await readFile({ path: join(folder, name) }, {});
    for (const { article } of articles) {
      words += article.text.split(/\s+/).length;
      for (const { actor, issue, stance, rule } of extract(article, lexicon).positions) rows.push(`${name}: ${actor} ${stance} ${issue} by ${rule}`);
    }
  }
});

test("the folder holds enough words for a rate to mean something", () => {
  expect(words).toBeGreaterThan(10_000);
});

test("texts on other matters make under half a row in a thousand words", () => {
  expect((rows.length * 1000) / words, rows.join("\n")).toBeLessThan(allowed);
});
