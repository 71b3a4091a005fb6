// The application over the bundled corpus in memory, as `npm start` serves it: for the README's examples and the generated documents.
import { fileURLToPath } from "node:url";
import { buildApp } from "../src/api/app.ts";
import type { App } from "../src/api/types.ts";
import { loadCodebook } from "../src/codebook/load.ts";
import type { Article } from "../src/domain/articles.ts";
import type { Codebook } from "../src/domain/codebook/codebook.ts";
import { extract } from "../src/extract/extract.ts";
import { prepare } from "../src/extract/lexicon.ts";
import { extractorVersion } from "../src/extract/version.ts";
import { ingest } from "../src/ingest/ingest.ts";
import { loadCodebookRows } from "../src/store/codebook-rows.ts";
import { migrate } from "../src/store/migrate.ts";
import { open, type Store } from "../src/store/open.ts";

export interface Bundled {
  app: App;
  store: Store;
  codebook: Codebook;
}

/** The caller closes `app` and `store`. The clock of the run log stands still, so that answers are the same each time. */
export async function openBundled(): Promise<Bundled> {
  const codebook = loadCodebook();
  const lexicon = prepare(codebook);
  const run = (article: Article) => extract(article, lexicon);
  const store = await open(":memory:");
  await migrate(store);
  await loadCodebookRows(store, codebook);
  const articles = fileURLToPath(new URL("../seeds/articles", import.meta.url));
  const work = {
    extract: run,
    extraction: `${codebook.version}/${extractorVersion}`,
    target: { store, codebook },
    now: () => new Date(0),
    signal: new AbortController().signal,
    progress: () => {},
  };
  await ingest({ paths: [articles], stdin: process.stdin, type: null, manifest: null, meta: {} }, work);
  return { app: await buildApp({ store, codebook, extract: run, logger: false }), store, codebook };
}
