// `parley extract`: what the extractor makes of a text, without a database.
import { Command } from "commander";
import { type Context, exitCodes } from "./context.ts";
import { beginToExtract, holdOneText } from "./engine.ts";
import { addMetadataOptions, type MetadataOptions } from "./metadata-options.ts";
import { readOneSource } from "./one-source.ts";
import { type GlobalOptions, loadCodebookOf, loadExtractor, settings } from "./setup.ts";
import { print, printable } from "./terminal.ts";

export function extractCommand(context: Context): Command {
  const command = new Command("extract")
    .description("Print the extraction document of an article: actors, attributions, rounds and positions, each with its span.")
    .argument("<file>", "a file of any type that ingest reads, or - for standard input");
  return addMetadataOptions(command)
    .addHelpText("after", help)
    .action(async (file: string, _, self: Command) => runExtract(file, self.optsWithGlobals<MetadataOptions & GlobalOptions>(), context));
}

async function runExtract(path: string, options: MetadataOptions & GlobalOptions, { terminal, exit }: Context): Promise<void> {
  beginToExtract();
  const { articles, skipped } = await readOneSource(path, options, terminal.stdin);
  const { extract } = await loadExtractor(await loadCodebookOf(settings(options)));
  holdOneText();
  for (const { article } of articles) await print(terminal.stdout, JSON.stringify(extract(article), null, 2));
  for (const { path: where, reason } of skipped) await print(terminal.stderr, `parley: ${printable(`${where} ${reason}`)}`);
  if (skipped.length > 0) exit(exitCodes.faults);
}

const help = `
The document goes to standard output as JSON; offsets count Unicode code points of its "text", the end exclusive.
A file of several articles (.json, .jsonl, .csv) gives one document after another.

Exit codes: 0 printed, 1 the file or a part of it was skipped, 2 wrong usage, 3 broken codebook.

Examples:
  $ parley extract dispatch.txt --source "The Example" --published 2025-11-23
  $ pbpaste | parley extract -
`;
