// `POST /v1/extract?explain=true`: the explanation beside the document, through the real extractor and every check of answers.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../src/api/app.ts";
import type { App } from "../../src/api/types.ts";
import { loadCodebook } from "../../src/codebook/load.ts";
import { explain } from "../../src/extract/explain.ts";
import { extract } from "../../src/extract/extract.ts";
import { prepare } from "../../src/extract/lexicon.ts";
import { migrate } from "../../src/store/migrate.ts";
import { open, type Store } from "../../src/store/open.ts";

let store: Store;
let app: App;

beforeAll(async () => {
  const codebook = loadCodebook();
  const lexicon = prepare(codebook);
  store = await open(":memory:");
  await migrate(store);
  app = await buildApp({
    store,
    codebook,
    extract: (article, explained) => (explained ? explain(article, lexicon) : extract(article, lexicon)),
    logger: false,
    strict: true,
  });
});

afterAll(async () => {
  await app.close();
  await store.close();
});

describe("POST /v1/extract?explain", () => {
  const post = async (query: string) => {
    const text = "Fighting went on in the war. Armenia rejects a ceasefire. Azerbaijan should accept the ceasefire.";
    const response = await app.inject({ method: "POST", url: `/v1/extract${query}`, payload: { text } });
    return { status: response.statusCode, body: response.json() };
  };

  it("adds the explanation to the same document", async () => {
    const [plain, explained] = [await post(""), await post("?explain=true")];
    expect([plain.status, explained.status]).toEqual([200, 200]);
    const { explanation, ...document } = explained.body;
    expect(document).toEqual(plain.body);
    expect(explanation.sentences).toHaveLength(3);
    const [, rejects, should] = explanation.sentences;
    expect(rejects.cues.flatMap((cue: { positions: { stance: string }[] }) => cue.positions.map(({ stance }) => stance))).toContain("against");
    expect(should.cues.flatMap((cue: { reasons: { code: string }[] }) => cue.reasons.map(({ code }) => code))).toContain("advice");
  });

  it("gives none without it", async () => {
    expect((await post("?explain=false")).body.explanation).toBeUndefined();
  });

  it("refuses another value and another parameter", async () => {
    expect((await post("?explain=yes")).status).toBe(400);
    expect((await post("?explian=true")).status).toBe(400);
  });
});

it("takes null for what is not known, as its own answer prints it", async () => {
  const payload = { text: "Armenia rejects a ceasefire in the war.", title: null, source: null, author: null, published: null, genre: null, language: null };
  const response = await app.inject({ method: "POST", url: "/v1/extract", payload });
  expect([response.statusCode, response.json().article.title]).toEqual([200, null]);
});
