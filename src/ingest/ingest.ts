// The run of an ingest: files -> articles -> extraction -> store, with a report of everything that was read and skipped. Prints nothing and reads no clock.
import type { Article } from "../domain/articles.ts";
import type { Codebook } from "../domain/codebook/codebook.ts";
import type { ExtractionDocument } from "../domain/documents.ts";
import { loadArticle, pendingArticle } from "../store/load.ts";
import type { Store } from "../store/open.ts";
import { articleId } from "../store/rows.ts";
import { finishRun, recordArticle, recordIssue, startRun } from "../store/runs.ts";
import { settle } from "../store/settle.ts";
import { UsageError } from "./errors.ts";
import type { FormatName } from "./formats.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { type GivenMeta, type ReadArticle, type Reading, readFile, readStream } from "./read.ts";
import { expandSources, stdinPath } from "./sources.ts";

/** What to read. `stdin` is read where `paths` holds "-", as `type` or by its looks; `meta` wins over the manifest, which wins over the files. */
export interface IngestInput {
  paths: readonly string[];
  stdin: AsyncIterable<Uint8Array>;
  type: FormatName | null;
  manifest: string | null;
  meta: GivenMeta;
}

/** What to do with it. `store` null is a dry run: articles are read and extracted, nothing is written. `extraction` names codebook and extractor. */
export interface IngestWork {
  extract: (article: Article) => ExtractionDocument;
  extraction: string;
  target: { store: Store; codebook: Codebook } | null;
  now: () => Date;
  signal: AbortSignal;
  progress: (step: IngestStep) => void;
}

/** One article or file dealt with. `done` of `total` files are finished before it. */
export interface IngestStep {
  path: string;
  outcome: "added" | "updated" | "known" | "read" | "skipped";
  reason: string | null;
  done: number;
  total: number;
}

/** `read` articles were handed on: those `added`, `updated`, `known` and, in a dry run, none of these. `found` counts what the extractor made of them; known ones are not extracted again. */
export interface IngestReport {
  run: string | null;
  dry_run: boolean;
  stopped: boolean;
  read: number;
  added: number;
  updated: number;
  known: number;
  skipped: { path: string; reason: string }[];
  notes: { path: string; note: string }[];
  found: { actors: number; rounds: number; positions: number };
}

/**
 * Ingests in one transaction an article, then settles rounds and actors across all of them. A file or article at fault is skipped with its reason; the
 * store at fault throws. Once `signal` is aborted, it stops after the article in hand. Throws UsageError for a wrong path or manifest, before anything is written.
 */
export async function ingest(input: IngestInput, work: IngestWork): Promise<IngestReport> {
  const manifest = input.manifest === null ? null : readManifest(input.manifest);
  const sources = await expandSources(input.paths);
  const files = sources.files.filter(({ real }) => real !== manifest?.real);
  const total = files.length + (input.paths.includes(stdinPath) ? 1 : 0);
  const single = (["title", "url"] as const).find((field) => input.meta[field] !== undefined);
  if (single !== undefined && total > 1) throw new UsageError(`--${single} is for one article, and ${total} files were given`);

  const report: IngestReport = {
    run: null,
    dry_run: work.target === null,
    stopped: false,
    read: 0,
    added: 0,
    updated: 0,
    known: 0,
    skipped: [],
    notes: [],
    found: { actors: 0, rounds: 0, positions: 0 },
  };
  if (work.target !== null) report.run = await startRun(work.target.store, work.extraction, work.now());
  const actors = new Set<string>();
  let done = 0;

  const skip = async (path: string, reason: string) => {
    report.skipped.push({ path, reason });
    await logIssue(path, "skipped", reason);
    work.progress({ path, outcome: "skipped", reason, done, total });
  };
  const logIssue = async (path: string, severity: "skipped" | "doubted", reason: string) => {
    if (work.target !== null && report.run !== null) await recordIssue(work.target.store, report.run, { path, severity, reason });
  };
  const takeAll = async (reading: Reading) => {
    for (const { path, reason } of reading.skipped) await skip(path, reason);
    for (const read of reading.articles) {
      // Extraction and store leave the event loop no turn: without one, no signal arrives and no bar moves.
      await new Promise((resolve) => setImmediate(resolve));
      if (work.signal.aborted) return;
      await take(read);
    }
    done++;
  };
  const take = async ({ path, article, notes }: ReadArticle) => {
    const taken = await takeArticle(work, report.run, article, notes);
    if ("fault" in taken) return skip(path, taken.fault);
    for (const { id } of taken.document?.actors ?? []) actors.add(id);
    report.found = {
      actors: actors.size,
      rounds: report.found.rounds + (taken.document?.rounds.length ?? 0),
      positions: report.found.positions + (taken.document?.positions.length ?? 0),
    };
    report.read++;
    if (taken.outcome !== "read") report[taken.outcome]++;
    for (const note of notes) {
      report.notes.push({ path, note });
      await logIssue(path, "doubted", note);
    }
    work.progress({ path, outcome: taken.outcome, reason: null, done, total });
  };

  for (const { path, reason } of sources.skipped) await skip(path, reason);
  if (input.paths.includes(stdinPath)) await takeAll(await readStream(input.stdin, input.type, input.meta));
  for (const file of files) {
    if (work.signal.aborted) break;
    await takeAll(await readFile(file, { ...manifest?.entries.get(file.real)?.meta, ...input.meta }));
  }
  report.stopped = work.signal.aborted && done < total;
  for (const note of manifest === null || report.stopped ? [] : unusedEntries(manifest, files)) {
    report.notes.push(note);
    await logIssue(note.path, "doubted", note.note);
  }
  await close(work, report, `stopped by the user after ${done} of ${total} files`);
  return report;
}

type Taken = { outcome: IngestStep["outcome"] & ("added" | "updated" | "known" | "read"); document: ExtractionDocument | null } | { fault: string };

/** Extracts and stores one article. A fault in either is the article's; it is told as one of Parley, for no text should cause it. */
async function takeArticle({ target, extract, extraction }: IngestWork, run: string | null, article: Article, notes: readonly string[]): Promise<Taken> {
  const pending = target === null ? { article, notes } : await pendingArticle(target.store, article, extraction, notes);
  if (pending === null) return { outcome: "known", document: null };
  let document: ExtractionDocument;
  try {
    document = extract(pending.article);
  } catch (error) {
    return { fault: `could not be extracted, which is a fault of Parley: ${(error as Error).message}` };
  }
  if (target === null) return { outcome: "read", document };
  try {
    const outcome = await loadArticle(target.store, pending.article, document, extraction, pending.notes);
    if (outcome !== "known" && run !== null) await recordArticle(target.store, run, articleId(article.text), outcome);
    return { outcome, document };
  } catch (error) {
    // Where the store itself is at fault, noting the skipped article throws too and ends the run.
    return { fault: `could not be stored, which is a fault of Parley: ${(error as Error).message}` };
  }
}

async function close({ target, now }: IngestWork, report: IngestReport, stopped: string): Promise<void> {
  if (target === null || report.run === null) return;
  await settle(target.store, target.codebook);
  if (report.stopped) await recordIssue(target.store, report.run, { path: stdinPath, severity: "doubted", reason: stopped });
  const { read, added, updated, known, skipped } = report;
  await finishRun(target.store, report.run, { read, added, updated, known, skipped: skipped.length }, now());
}

function unusedEntries(manifest: Manifest, files: readonly { real: string }[]): { path: string; note: string }[] {
  const read = new Set(files.map(({ real }) => real));
  return [...manifest.entries]
    .filter(([real]) => !read.has(real))
    .map(([, { path }]) => ({ path, note: "stands in the manifest and was not among the files" }));
}
