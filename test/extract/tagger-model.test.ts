// The model made ready without a copy is the one that the package makes, and the tagger leaves what the two share as it was.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import model from "wink-eng-lite-web-model";
import { tag } from "../../src/extract/tagger.ts";
import { taggerModel } from "../../src/extract/tagger-model.ts";

interface Features {
  lexeme: { hash: Record<string, number>; list: string[] };
  [feature: string]: unknown;
}

const core = (made: unknown): Record<string, unknown> => (made as { core: () => Record<string, unknown> }).core();

it("holds what the package's own holds", () => {
  const [own, ready] = [core(model), core(taggerModel)];
  expect(Object.keys(ready)).toEqual(Object.keys(own));
  for (const part of Object.keys(own)) if (part !== "features") expect(ready[part], part).toEqual(own[part]);
  const [{ lexeme, ...features }, { lexeme: words, ...others }] = [own.features, ready.features] as [Features, Features];
  expect(others).toEqual(features);
  expect({ ...words, hash: {} }).toEqual({ ...lexeme, hash: {} });
  for (const [word, place] of Object.entries(lexeme.hash)) if (words.hash[word] !== place) expect(words.hash[word], word).toBe(place);
  expect(words.hash["no such word"]).toBeUndefined();
});

it("leaves the package's file as it was, whatever is tagged", () => {
  const file: unknown = createRequire(import.meta.url)("wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json");
  const hash = (): string => createHash("sha256").update(JSON.stringify(file)).digest("hex");
  const before = hash();
  tag("The Zarnian envoys' delegation re-opened talks in Ostravaria, they'd unblocked 1,234.5 glimfers; she won't go.");
  expect(hash()).toBe(before);
});
