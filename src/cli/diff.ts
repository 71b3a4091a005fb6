// `parley diff`: which rows of a corpus another codebook, or an earlier extraction, gives otherwise.
import { readFileSync, statSync } from "node:fs";
import { Command } from "commander";
import { type Diff, diffDocuments, type Pair, type RowChange, type Tally } from "../analysis/diff.ts";
import { bundledFolder } from "../codebook/load.ts";
import type { Article } from "../domain/articles.ts";
import { ExtractionDocument } from "../domain/documents.ts";
import { UsageError } from "../ingest/errors.ts";
import { readFile } from "../ingest/read.ts";
import { expandSources } from "../ingest/sources.ts";
import { type Context, exitCodes } from "./context.ts";
import { beginToExtract, holdOneText } from "./engine.ts";
import { brief, paint, wrap } from "./page.ts";
import { bundledArticles, type GlobalOptions, loadCodebookOf, loadExtractor, settings } from "./setup.ts";
import { print, printable, type Terminal } from "./terminal.ts";

interface Options extends GlobalOptions {
  against?: string;
  json?: boolean;
}

export function diffCommand(context: Context): Command {
  return new Command("diff")
    .description("Show the rows that this codebook adds, takes away or changes in some articles, against another codebook or saved documents.")
    .argument("[path...]", "articles as ingest takes them (default: the bundled ones)")
    .option("--against <path>", "a codebook folder, or a file of documents as `parley extract` prints them (default: the bundled codebook)")
    .option("--json", "the comparison as JSON")
    .addHelpText("after", help)
    .action(async (paths: string[], _, self: Command) => runDiff(paths, self.optsWithGlobals<Options>(), context));
}

/** Gives the document of an article as it was; null where none is known. */
type Earlier = (article: Article) => ExtractionDocument | null;

async function runDiff(paths: string[], options: Options, { terminal, exit }: Context): Promise<void> {
  beginToExtract();
  const config = settings(options);
  const against = options.against ?? bundledFolder;
  if (against === (config.codebook ?? bundledFolder)) throw new UsageError("diff compares two codebooks: name one with --codebook or --against");
  const earlier = await readEarlier(against);
  const { extract } = await loadExtractor(await loadCodebookOf(config));
  holdOneText();
  const pairs: Pair[] = [];
  const { files, skipped } = await expandSources(paths.length > 0 ? paths : [bundledArticles]);
  for (const file of files) {
    const reading = await readFile(file, {});
    skipped.push(...reading.skipped);
    for (const { path, article } of reading.articles) {
      const before = earlier(article);
      if (before === null) skipped.push({ path, reason: `has no document in ${against}` });
      else pairs.push({ article: path, before, after: extract(article) });
    }
  }
  const diff = diffDocuments(pairs);
  if (options.json) await print(terminal.stdout, JSON.stringify(diff, null, 2));
  else for (const line of pageOf(diff, terminal.stdout)) await print(terminal.stdout, line);
  for (const { path, reason } of skipped) await print(terminal.stderr, `parley: ${printable(`${path} ${reason}`)}`);
  if (diff.changes.length > 0 || skipped.length > 0) exit(exitCodes.faults);
}

async function readEarlier(path: string): Promise<Earlier> {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) throw new UsageError(`--against ${path}: there is no such folder or file`);
  if (entry.isDirectory()) {
    const { loadCodebook } = await import("../codebook/load.ts");
    return (await loadExtractor(loadCodebook(path))).extract;
  }
  const byText = new Map(readDocuments(path).map((document) => [document.text, document]));
  return ({ text }) => byText.get(text) ?? null;
}

/** One document after another, each on a line of its own or spread over lines that are indented. */
function readDocuments(path: string): ExtractionDocument[] {
  const parts = readFileSync(path, "utf8").split(/^(?=\{)/m);
  try {
    return parts.filter((part) => part.trim() !== "").map((part) => ExtractionDocument.parse(JSON.parse(part)));
  } catch (error) {
    throw new UsageError(`--against ${path} holds no documents as \`parley extract\` prints them: ${(error as Error).message.slice(0, 200)}`);
  }
}

const signs = { added: "+", removed: "-", changed: "~" } as const;
const styles = { added: "green", removed: "red", changed: "yellow" } as const;

function pageOf(diff: Diff, stdout: Terminal["stdout"]): string[] {
  const lines: string[] = [];
  let article = "";
  for (const change of diff.changes) {
    if (change.article !== article) lines.push(...(article === "" ? [] : [""]), paint(stdout, "bold", printable(change.article)));
    article = change.article;
    lines.push(...changeLines(change, stdout));
  }
  if (diff.changes.length === 0) return [`no change in ${diff.articles} articles`];
  const tables = [
    ["rows", diff.by_kind],
    ["positions by issue", diff.by_issue],
    ["positions by rule", diff.by_rule],
  ] as const;
  return [
    ...lines,
    "",
    `${diff.articles_changed} of ${diff.articles} articles change`,
    ...tables.flatMap(([name, tallies]) => tallyLines(name, tallies, stdout)),
  ];
}

function changeLines({ kind, change, row, rule, words, fields }: RowChange, stdout: Terminal["stdout"]): string[] {
  const head = wrap(`  ${signs[change]} `, `${kind} ${row}${rule === null ? "" : ` [${rule}]`}`).map((line) => paint(stdout, styles[change], line));
  const quote = words === null ? [] : wrap("      ", `“${brief(words)}”`).map((line) => paint(stdout, "dim", line));
  return [...head, ...quote, ...fields.flatMap(({ field, before, after }) => wrap("      ", `${field}: ${shown(before)} → ${shown(after)}`))];
}

function shown(value: unknown): string {
  return brief(typeof value === "string" ? value : JSON.stringify(value), 160);
}

function tallyLines(name: string, tallies: readonly Tally[], stdout: Terminal["stdout"]): string[] {
  if (tallies.length === 0) return [];
  const counts = (t: Tally) => [t.added, t.removed, t.changed].map((count) => String(count).padStart(5)).join("");
  return ["", paint(stdout, "bold", `    +    -    ~  ${name}`), ...tallies.map((t) => `${counts(t)}  ${printable(t.name)}`)];
}

const help = `
Rows are actors, attributions, rounds and positions. Added rows stand with +, removed ones with -, changed ones with ~
and the fields that differ.

Exit codes: 0 no change, 1 rows change or a file was skipped, 2 wrong usage, 3 broken codebook.

Examples:
  $ cp -r seeds/codebook mine && nano mine/cues.yaml && parley diff --codebook mine
  $ parley diff my-articles/ --codebook mine --against seeds/codebook --json
  $ parley extract dispatch.txt > before.jsonl; parley diff dispatch.txt --against before.jsonl
`;
