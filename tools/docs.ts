// Writes what is generated from the program: the README's answers, docs/openapi.json, docs/codebook.md. Running it twice changes nothing.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codebookPage } from "../src/export/codebook-page.ts";
import { openBundled } from "./bundled.ts";
import { exampleHeaders, examplesOf, printed, withAnswers } from "./readme.ts";

const root = new URL("..", import.meta.url).pathname;
const { app, store, codebook } = await openBundled();
mkdirSync(join(root, "docs"), { recursive: true });

const ask = async (url: string): Promise<string> => (await app.inject({ url, headers: exampleHeaders })).body;
for (const name of ["README.md", "docs/recipes.md"]) {
  const path = join(root, name);
  const text = readFileSync(path, "utf8");
  const answers = [];
  for (const { url, pick } of examplesOf(text)) answers.push(printed(await ask(url), pick));
  writeFileSync(path, withAnswers(text, answers));
}
writeFileSync(join(root, "docs/openapi.json"), `${JSON.stringify(JSON.parse(await ask("/openapi.json")), null, 2)}\n`);
writeFileSync(join(root, "docs/codebook.md"), codebookPage(codebook));
await app.close();
await store.close();
