// How fast the extractor is, in processor time and in figures that depend little on the machine: each stage's share, the whole as a multiple of the bare tagger, megabytes a second, what a start costs, peak memory. `npm run bench:extract`, which builds and gives `dist`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";

/** The compiled program where it is given, else the sources, which the loader makes slower by some tenths. */
const root = process.argv[2] ?? "src";

async function load<Module>(path: string): Promise<Module> {
  return (await import(`../${root}/${path}.${root === "src" ? "ts" : "js"}`)) as Module;
}

const { beginToExtract, holdOneText } = await load<typeof import("../src/cli/engine.ts")>("cli/engine");
// As `parley ingest` runs it.
beginToExtract();
const { loadCodebook } = await load<typeof import("../src/codebook/load.ts")>("codebook/load");
const { bundledArticles } = await load<typeof import("../src/cli/setup.ts")>("cli/setup");
const { dayBounds } = await load<typeof import("../src/domain/dates.ts")>("domain/dates");
const { findCast } = await load<typeof import("../src/extract/actors/cast.ts")>("extract/actors/cast");
const { assemble } = await load<typeof import("../src/extract/assemble.ts")>("extract/assemble");
const { findAttributions } = await load<typeof import("../src/extract/attributions/find.ts")>("extract/attributions/find");
const { findDates } = await load<typeof import("../src/extract/dates/find.ts")>("extract/dates/find");
const { prepare } = await load<typeof import("../src/extract/lexicon.ts")>("extract/lexicon");
const { keptTables } = await load<typeof import("../src/cli/tables.ts")>("cli/tables");
const { findMeta } = await load<typeof import("../src/extract/meta.ts")>("extract/meta");
const { findPositions } = await load<typeof import("../src/extract/positions/positions.ts")>("extract/positions/positions");
const { read } = await load<typeof import("../src/extract/read.ts")>("extract/read");
const { roundsIn } = await load<typeof import("../src/extract/extract.ts")>("extract/extract");
const { tag } = await load<typeof import("../src/extract/tagger.ts")>("extract/tagger");
const codebook = loadCodebook();
const lexicon = prepare(codebook, keptTables(codebook));
holdOneText();
const { readFile } = await load<typeof import("../src/ingest/read.ts")>("ingest/read");
type Article = Awaited<ReturnType<typeof readFile>>["articles"][number]["article"];

/** The built program. */
const program = new URL(`../${root}/bin/main.js`, import.meta.url).pathname;
const megabyte = 1_000_000;
/** Bytes that each measurement reads at least; of each text the fastest reading counts, since whatever else the machine does only makes it slower. */
const atLeast = 5 * megabyte;

const articles: Article[] = [];
for (const name of readdirSync(bundledArticles).sort()) {
  const reading = name.endsWith(".md") ? await readFile({ path: `${bundledArticles}/${name}` }, {}) : { articles: [] };
  articles.push(...reading.articles.map(({ article }) => article));
}
const whole = articles.map(({ text }) => text).join("\n\n");
const long = { text: Array.from({ length: Math.ceil(megabyte / whole.length) }, () => whole).join("\n\n"), meta: (articles[0] as Article).meta };

if (root === "dist") {
  measureStart(`${bundledArticles}/${readdirSync(bundledArticles).sort()[0]}`);
  measureMemory();
}
measure(`${articles.length} articles of the bundled corpus`, articles);
measure("the same as one long text", [long]);
console.log(`load of the machine ${loadavg()[0]?.toFixed(1)}`);

/** What `parley extract` of one article costs in processor time, step by step, each in processes of its own. */
function measureStart(article: string): void {
  const steps = {
    node: leastTime(["--input-type=module", "--eval", ""]),
    commands: leastTime([program, "--version"]),
    load: leastTime([program, "extract", "-"], "Nothing.\n"),
    article: leastTime([program, "extract", article]),
  };
  console.log(
    `parley extract of one article, ${ms(steps.article)} of processor time: node ${ms(steps.node)}, command line ${ms(steps.commands - steps.node)}, codebook, tagger and indexes ${ms(steps.load - steps.commands)}, the article ${ms(steps.article - steps.load)}`,
  );
}

/** The most memory that `parley ingest` has at once while it reads and extracts, in a process of its own: this one holds the loader of TypeScript, and texts that it reads again and again. */
function measureMemory(): void {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  const file = join(folder, "long.txt");
  writeFileSync(file, long.text);
  const [few, one] = [bundledArticles, file].map((path) => peakOf([program, "ingest", "--dry-run", path]));
  console.log(`peak memory of parley ingest: ${few} MB over the articles, ${one} MB with them as one long text, node alone ${peakOf(["--eval", ""])} MB`);
  rmSync(folder, { recursive: true });
}

/** Processor time of a run of Node, the least of some, in milliseconds. */
function leastTime(argv: readonly string[], input = ""): number {
  return Math.min(...Array.from({ length: 7 }, () => told("{ user, system } = process.cpuUsage()", "(user + system) / 1000", argv, input)));
}

/** Megabytes. */
function peakOf(argv: readonly string[]): number {
  return Math.round(told("{ maxRSS } = process.resourceUsage()", "maxRSS / 1024", argv));
}

/** What a run of Node says of itself when it ends: a number made of what it asked for. */
function told(asked: string, number: string, argv: readonly string[], input = ""): number {
  const tell = `process.on('exit', () => { const ${asked}; console.error(${number}); });`;
  const { stderr } = spawnSync(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(tell)}`, ...argv], { encoding: "utf8", input });
  return Number(stderr.trim().split("\n").at(-1));
}

function measure(title: string, texts: readonly Article[]): void {
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const best: Times[] = texts.map(() => ({ read: Number.POSITIVE_INFINITY }));
  const tagging = texts.map(() => Number.POSITIVE_INFINITY);
  // Each text by turns with its bare tagging, so that both see the same machine.
  for (let read = 0; read < atLeast; read += bytes)
    texts.forEach((text, t) => {
      const times = timed(text);
      if (total(times) < total(best[t] as Times)) best[t] = times;
      tagging[t] = Math.min(
        tagging[t] as number,
        time(() => tagOnly(text)),
      );
    });
  const took = best.reduce((sum, times) => sum + total(times), 0);
  const tagged = tagging.reduce((sum, one) => sum + one, 0);
  console.log(
    `${title}, ${(bytes / megabyte).toFixed(2)} MB: ${(took / tagged).toFixed(1)} times the bare tagger; ${(bytes / 1000 / took).toFixed(2)} MB/s, the tagger ${(bytes / 1000 / tagged).toFixed(2)}`,
  );
  for (const stage of Object.keys(best[0] as Times)) {
    const share = best.reduce((sum, times) => sum + (times[stage] as number), 0) / took;
    console.log(`  ${stage.padEnd(13)} ${`${Math.round(100 * share)} %`.padStart(5)}`);
  }
}

type Times = Record<string, number>;

/** Runs every stage as `extract` does and answers the milliseconds of processor time that each took. */
function timed({ text, meta }: Article): Times {
  const times: Times = {};
  const run = <Result>(stage: string, work: () => Result): Result => {
    const from = cpu();
    const result = work();
    times[stage] = cpu() - from;
    return result;
  };
  const doc = run("read", () => read(text, lexicon.layout));
  const article = run("meta", () => findMeta(doc, meta, lexicon.layout));
  const anchor = article.published;
  const cast = run("cast", () => findCast(doc, dayBounds(anchor).from, lexicon.cast));
  const dates = run("dates", () => findDates(doc, anchor, lexicon.dates));
  const attributions = run("attributions", () => findAttributions(doc, cast, lexicon.attributions));
  const found = run("rounds", () => roundsIn(doc, cast, attributions, dates, anchor, lexicon));
  const positions = run("positions", () => findPositions(doc, cast, attributions, lexicon.positions));
  run("assemble", () => assemble({ doc, article, cast, attributions, rounds: found, positions }));
  return times;
}

function tagOnly({ text }: Article): void {
  for (const line of text.split("\n")) tag(line);
}

function time(work: () => void): number {
  const from = cpu();
  work();
  return cpu() - from;
}

/** Milliseconds of processor time that the process has had. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function total(times: Times): number {
  return Object.values(times).reduce((sum, took) => sum + took, 0);
}

function ms(took: number): string {
  return `${took.toFixed(took < 10 ? 1 : 0)} ms`;
}
