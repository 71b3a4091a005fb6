// `parley ingest`: articles into the database, told as it goes and summed up at the end.
import { Command } from "commander";
import type { IngestReport } from "../ingest/ingest.ts";
import { type Context, exitCodes } from "./context.ts";
import { beginToExtract, holdOneText } from "./engine.ts";
import { reportLines } from "./ingest-report.ts";
import { addMetadataOptions, givenMeta, type MetadataOptions } from "./metadata-options.ts";
import { extractionOf, type GlobalOptions, loadCodebookOf, loadExtractor, settings, withStore } from "./setup.ts";
import { print, printable } from "./terminal.ts";

interface IngestOptions extends MetadataOptions, GlobalOptions {
  manifest?: string;
  json?: boolean;
  dryRun?: boolean;
}

export function ingestCommand(context: Context): Command {
  const command = new Command("ingest")
    .description("Read articles, extract what they say, store it. Doing it again changes nothing.")
    .argument("<path...>", "files, folders, patterns in quotes, or - for standard input")
    .option("--manifest <file>", "metadata for bare texts: .csv, .json, .jsonl or .yaml with a path (from the manifest's folder) and the fields below");
  return addMetadataOptions(command)
    .option("--dry-run", "read and extract, write nothing; needs no database")
    .option("--json", "the report as JSON on standard output, nothing else")
    .addHelpText("after", help)
    .action(async (paths: string[], _, self: Command) => runIngest(paths, self.optsWithGlobals<IngestOptions>(), context));
}

async function runIngest(paths: string[], options: IngestOptions, { terminal, exit }: Context): Promise<void> {
  const input = { paths, stdin: terminal.stdin, type: options.type ?? null, manifest: options.manifest ?? null, meta: givenMeta(options) };
  beginToExtract();
  const config = settings(options);
  const codebook = await loadCodebookOf(config);
  const [{ extract }, { ingest }, { showProgress }] = await Promise.all([
    loadExtractor(codebook),
    import("../ingest/ingest.ts"),
    import("./ingest-progress.ts"),
  ]);
  holdOneText();
  const tell = (line: string) => void terminal.stderr.write(`parley: ${printable(line)}\n`);

  const stop = new AbortController();
  const interrupt = () => {
    tell("stopping after the article in hand; once more stops at once");
    stop.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupt);
  const progress = showProgress(terminal.stderr, options.json === true);
  let report: IngestReport;
  try {
    const work = { extract, extraction: extractionOf(codebook), now: () => new Date(), signal: stop.signal, progress: progress.step };
    report =
      options.dryRun === true
        ? await ingest(input, { ...work, target: null })
        : await withStore(config, codebook, tell, (store) => ingest(input, { ...work, target: { store, codebook } }));
  } finally {
    progress.end();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupt);
  }
  if (options.json === true) await print(terminal.stdout, JSON.stringify(report, null, 2));
  else for (const line of reportLines(report)) await print(terminal.stdout, printable(line));
  exit(report.stopped ? exitCodes.interrupted : report.skipped.length > 0 ? exitCodes.faults : exitCodes.done);
}

const help = `
Types, by the ending of the name:
  .txt            the text as it is, boilerplate and all
  .md .markdown   YAML front matter (title, source, url, author, published, genre, language, text_basis), then the text
  .html .htm      a saved web page; the article is cut out of it
  .json           an object with text (or body, content, html) and the same fields, or a list of them
  .jsonl .ndjson  one such object a line
  .csv            a header with a text column and the same fields; commas, semicolons or tabs
Any encoding that is plainly told: UTF-8, UTF-16, Windows-1252, what a page declares. Names that begin with a dot are left out of folders.

Options win over the manifest, the manifest over the file. Nothing is guessed: what none of them says stays empty.
Text that is stored already is recognised. Each article is written whole or not at all.

Exit codes: 0 all read, 1 something was skipped (each with its reason), 2 wrong usage, 3 broken set-up, 130 stopped by Ctrl-C.

Examples:
  $ parley ingest seeds/articles
  $ parley ingest 'press/**/*.html' notes.txt --language en
  $ parley ingest dispatch.txt --source "The Example" --published 2025-11-23
  $ parley ingest scraped/ --manifest scraped/manifest.csv --json
  $ curl -s https://example.org/page | parley ingest - --type html --dry-run
`;
