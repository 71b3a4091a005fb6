// `parley serve`: the record over HTTP, and with --seed the bundled articles where there are none yet.
import { Command } from "commander";
import type { Config } from "../config.ts";
import type { Codebook } from "../domain/codebook/codebook.ts";
import type { Context } from "./context.ts";
import { holdLittle } from "./engine.ts";
import {
  bundledArticles,
  type Extractor,
  extractionOf,
  type GlobalOptions,
  loadCodebookOf,
  loadExtractor,
  openReadonly,
  readAccuracy,
  settings,
  withStore,
} from "./setup.ts";
import { print, type Terminal } from "./terminal.ts";

export function serveCommand({ terminal }: Context): Command {
  return new Command("serve")
    .description("Serve the record over HTTP, read-only.")
    .option("--seed", "bring the database up to date first, and fill an empty one with the bundled articles")
    .addHelpText("after", help)
    .action(async (options: { seed?: boolean }, self: Command) => {
      holdLittle();
      const config = settings(self.optsWithGlobals<GlobalOptions>());
      const codebook = await loadCodebookOf(config);
      const extraction = extractionOf(codebook);
      let loaded: Promise<Extractor> | undefined;
      const extractor = (): Promise<Extractor> => {
        loaded ??= loadExtractor(codebook);
        return loaded;
      };
      if (options.seed === true) await seed(config, codebook, extractor, terminal);
      const [{ serve }, { readDataset }] = await Promise.all([import("../api/serve.ts"), import("../store/reads/dataset.ts")]);
      const store = await openReadonly(config);
      const { extraction: made } = await readDataset(store);
      if (made !== "" && made !== extraction)
        await print(terminal.stderr, `the rows were made by ${made}, this is ${extraction} (codebook/extractor): ingest the articles again to renew them`);
      const address = await serve({
        store,
        codebook,
        extract: async (article, explained) => (await extractor())[explained ? "explain" : "extract"](article),
        accuracy: readAccuracy(),
        host: config.host,
        port: config.port,
        logLevel: config.log_level,
      }).catch((error: NodeJS.ErrnoException) => {
        throw new Error(refusal(error, config), { cause: error });
      });
      for (const line of welcome(address)) await print(terminal.stderr, line);
    });
}

async function seed(config: Config, codebook: Codebook, extractor: () => Promise<Extractor>, terminal: Terminal): Promise<void> {
  const tell = (line: string) => void terminal.stderr.write(`${line}\n`);
  await withStore(config, codebook, tell, async (store) => {
    if ((await store.db.$count(store.t.articles)) > 0) {
      // Another codebook, or an ingest that was killed, has left work to do.
      const [{ settle }, { datasetState }] = await Promise.all([import("../store/settle.ts"), import("../store/reads/dataset.ts")]);
      if (!(await datasetState(store)).settled) await settle(store, codebook);
      return;
    }
    const input = { paths: [bundledArticles], stdin: terminal.stdin, type: null, manifest: null, meta: {} };
    const [{ extract }, { ingest }] = await Promise.all([extractor(), import("../ingest/ingest.ts")]);
    const report = await ingest(input, {
      extract,
      extraction: extractionOf(codebook),
      target: { store, codebook },
      now: () => new Date(),
      signal: new AbortController().signal,
      progress: () => {},
    });
    tell(`${report.added} bundled articles ingested: ${report.found.positions} positions, ${report.found.rounds} reports of rounds`);
  });
}

/** Why nothing listens, by the setting that can change it. */
function refusal({ code, message }: NodeJS.ErrnoException, { host, port }: Config): string {
  if (code === "EADDRINUSE") return `something listens on ${host}:${port} already; set PORT to another one`;
  if (code === "EACCES") return `PORT=${port} is not open to this user; set PORT to one above 1023`;
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL") return `HOST=${host} is no address of this machine`;
  return message;
}

function welcome(address: string): string[] {
  return [`Parley listens on ${address}`, `  ${address}/docs   try every query in the browser`, `  ${address}/v1     what there is`, "Ctrl-C ends it."];
}

const help = `
Settings: HOST (127.0.0.1), PORT (3000), LOG_LEVEL (info). --database and --codebook as everywhere.
Articles may be ingested while it runs: answers show them at once.

Exit codes: 0 ended by Ctrl-C or SIGTERM, 2 wrong usage, 3 a setting, the codebook, the database or the port is at fault.

Examples:
  $ parley serve --seed
  $ PORT=8080 parley serve --database file:data/parley.db
`;
