// What most commands need before they start: settings, codebook, database, extractor. Whatever fails here is a broken set-up (exit code 3).
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Accuracy } from "../analysis/accuracy.ts";
import { type Config, readConfig } from "../config.ts";
import type { Article } from "../domain/articles.ts";
import type { Codebook } from "../domain/codebook/codebook.ts";
import type { ExtractionDocument } from "../domain/documents.ts";
import type { ExplainedDocument } from "../domain/explanations.ts";
import type { Lexicon } from "../extract/lexicon.ts";
import { extractorVersion } from "../extract/version.ts";
import type { Store } from "../store/open.ts";

/** The corpus that comes with the program; the same from src/ and from dist/. */
export const bundledArticles = fileURLToPath(new URL("../../seeds/articles", import.meta.url));

/** The measured accuracy that comes with the program. */
const measurement = fileURLToPath(new URL("../../docs/accuracy.json", import.meta.url));

/** Null where nobody measured; throws where the file is not what it should be. */
export function readAccuracy(): Accuracy | null {
  return existsSync(measurement) ? Accuracy.parse(JSON.parse(readFileSync(measurement, "utf8"))) : null;
}

/** The options of `parley` itself, which every command takes. They win over the environment. */
export interface GlobalOptions {
  codebook?: string;
  database?: string;
}

export function settings({ codebook, database }: GlobalOptions): Config {
  return readConfig({ CODEBOOK: codebook, DATABASE_URL: database });
}

export async function loadCodebookOf(config: Config): Promise<Codebook> {
  const { loadCodebook } = await import("../codebook/load.ts");
  return loadCodebook(config.codebook ?? undefined);
}

export interface Extractor {
  extract: (article: Article) => ExtractionDocument;
  explain: (article: Article) => ExplainedDocument;
}

/** Codebook version and extractor version: what the rows of an article depend on besides its text. */
export const extractionOf = (codebook: Codebook): string => `${codebook.version}/${extractorVersion}`;

/** By codebook version: a process that extracts by one codebook twice builds its indexes once. */
const lexicons = new Map<string, Lexicon>();

/** Loaded when it is needed, since the tagger's model takes a while, and much memory. */
export async function loadExtractor(codebook: Codebook): Promise<Extractor> {
  const [{ extract }, { explain }, { prepare }, { keptTables }] = await Promise.all([
    import("../extract/extract.ts"),
    import("../extract/explain.ts"),
    import("../extract/lexicon.ts"),
    import("./tables.ts"),
  ]);
  const lexicon = lexicons.get(codebook.version) ?? prepare(codebook, keptTables(codebook));
  lexicons.set(codebook.version, lexicon);
  return { extract: (article) => extract(article, lexicon), explain: (article) => explain(article, lexicon) };
}

/** Opens the database for writing, brings it to this program's schema and this codebook, hands it to `work` and closes it. `tell` hears of codebook rows that had to stay. */
export async function withStore<Result>(
  config: Config,
  codebook: Codebook,
  tell: (line: string) => void,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const [{ open }, { migrate }, { loadCodebookRows }] = await Promise.all([
    import("../store/open.ts"),
    import("../store/migrate.ts"),
    import("../store/codebook-rows.ts"),
  ]);
  const store = await open(config.database_url);
  try {
    await migrate(store);
    for (const { table, id } of await loadCodebookRows(store, codebook))
      tell(`${table} ${id} is no longer in the codebook and stays, because articles name it; ingest them again to let it go`);
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Opens the database for reading. Throws where there is none or it lacks this program's tables; the caller closes it. */
export async function openReadonly(config: Config): Promise<Store> {
  const [{ open }, { isMigrated }] = await Promise.all([import("../store/open.ts"), import("../store/migrate.ts")]);
  const store = await open(config.database_url, { readonly: true }).catch((error: Error) => {
    const hint = config.database_url.startsWith("file:") ? "; `parley ingest` or `parley migrate` make a database" : "";
    throw new Error(`${config.database_url} cannot be opened: ${error.message}${hint}`);
  });
  if (await isMigrated(store)) return store;
  await store.close();
  throw new Error(`${config.database_url} lacks this program's tables: run \`parley migrate\``);
}

export async function withReadonlyStore<Result>(config: Config, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openReadonly(config);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
