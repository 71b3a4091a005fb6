// Measures the extractor on the gold in test/gold and writes docs/accuracy.md and docs/accuracy.json. `--show` prints every mistake instead; `--dir DIR` measures another folder and writes nothing.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Accuracy } from "../src/analysis/accuracy.ts";
import { GoldArticle } from "../src/analysis/gold.ts";
import { faultsByRule, type Quality, summarise } from "../src/analysis/quality.ts";
import { type Score, scoreArticle } from "../src/analysis/score.ts";
import { loadCodebook } from "../src/codebook/load.ts";
import type { Article } from "../src/domain/articles.ts";
import type { ExtractionDocument } from "../src/domain/documents.ts";
import { extract } from "../src/extract/extract.ts";
import { prepare } from "../src/extract/lexicon.ts";
import { extractorVersion } from "../src/extract/version.ts";
import { readFile } from "../src/ingest/read.ts";
import { documentOf } from "./coding.ts";

const root = new URL("..", import.meta.url).pathname;
const { values: options } = parseArgs({ options: { show: { type: "boolean" }, dir: { type: "string" }, json: { type: "boolean" } } });
const codebook = loadCodebook();
const lexicon = prepare(codebook);

const codingOf = (path: string): GoldArticle => GoldArticle.parse(JSON.parse(readFileSync(path, "utf8")));

/** Scores of the gold files of a folder; the text that each names is beside it, or in the demo corpus. */
async function scoresOf(dir: string): Promise<Score[]> {
  const scores: Score[] = [];
  for (const file of readdirSync(dir)
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const gold = codingOf(join(dir, file));
    const beside = join(dir, gold.article);
    const { articles } = await readFile({ path: existsSync(beside) ? beside : join(root, "seeds/articles", gold.article) }, {});
    for (const { article } of articles) scores.push(scoreArticle(gold, extracted(article, gold.source.published)));
  }
  return scores;
}

/** The extraction of an article, with the day that its coder knew from elsewhere, as metadata tell it, where its text prints none or none with a year. */
function extracted(article: Article, known: string | null): ExtractionDocument {
  const found = extract(article, lexicon);
  const isDated = /^\d{4}/.test(found.article.published ?? "");
  return known === null || isDated ? found : extract({ ...article, meta: { ...article.meta, published: known } }, lexicon);
}

/** A second coder's codings of some articles of `dir`, measured against the first one's. */
function secondCoder(dir: string): Score[] {
  return readdirSync(join(dir, "second"))
    .sort()
    .map((file) => {
      const [gold, second] = [codingOf(join(dir, file)), codingOf(join(dir, "second", file))];
      return scoreArticle(gold, documentOf(second, readFileSync(join(dir, gold.article), "utf8")));
    });
}

const scores = await scoresOf(options.dir ?? join(root, "test/gold"));
const quality = summarise(scores);
const mistakes = scores.flatMap((score) => score.mistakes.map((mistake) => ({ article: score.article, ...mistake })));

if (options.show)
  for (const { article, kind, fault, what, rule, quote } of mistakes)
    console.log(`${article} ${kind} ${fault}: ${what}${rule ? ` [${rule}]` : ""} «${(quote ?? "").slice(0, 110)}»`);
if (options.show || options.dir || options.json) console.log(JSON.stringify(quality, null, 2));
else {
  const { calibration: _, ...coders } = summarise(secondCoder(join(root, "test/heldout")));
  publish({ quality, held_out: summarise(await scoresOf(join(root, "test/heldout"))), coders });
}

/** Keeps the date of the last measurement where its figures have not changed, so that measuring again changes no file. */
function publish(measured: Pick<Accuracy, "quality" | "held_out" | "coders">): void {
  const path = join(root, "docs/accuracy.json");
  const versions = { extractor: extractorVersion, codebook: codebook.version };
  const { measured_on: then, ...before } = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const unchanged = JSON.stringify(before) === JSON.stringify({ versions, ...measured });
  const measured_on = unchanged ? then : new Date().toISOString().slice(0, 10);
  writeFileSync(path, `${JSON.stringify({ measured_on, versions, ...measured }, null, 2)}\n`);
  writeFileSync(join(root, "docs/accuracy.md"), page({ measured_on, versions, ...measured }));
}

function page({ quality: q, held_out: heldOut, coders, measured_on: measuredOn, versions }: Accuracy): string {
  const row = (name: string, m: Quality["actors"]) =>
    `| ${name} | ${m.precision} | ${m.recall} | **${m.f1}** | ${m.interval[0]} – ${m.interval[1]} | ${m.found} | ${m.spurious} | ${m.missed} |`;
  const onNew = new Map(heldOut.fields.map((field) => [field.name, field]));
  const byCoder = new Map(coders.fields.map((field) => [field.name, field]));
  const cell = (text: string) => text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
  const listed = mistakes.filter((m) => m.kind === "position").slice(0, 60);
  return `# How accurate the extractor is

Written by \`npm run eval\` on ${measuredOn}, extractor ${versions.extractor}, codebook ${versions.codebook}. The same figures are served at \`/v1/quality\`.

## Method

${q.articles} articles (${q.words} words) in \`test/gold\` were coded by hand by the coding guide: the digests of the demo corpus and five texts in foreign styles. The extractor's document of each is compared with that coding.
An actor is right by its id or a full name that both bear; a round by place, date, people and words together; a position where **party, issue and stance** are right. Rows that the gold marks as minor cost nothing when missed.
The coders wrote the demo corpus for this purpose and the rules were developed on a part of it, so these figures are an upper bound for unseen text; the interval is a 95 % bootstrap over articles and says nothing about other kinds of text. Where a text prints no day of its own, or none with a year, the day that its coder was given goes with it as metadata.
The rows "held out" are the ${heldOut.articles} articles (${heldOut.words} words) in \`test/heldout\`, on many conflicts and in foreign styles, that whoever writes rules does not read: expect these of new text.
The rows "second coder" say how far coders agree: ${coders.articles} of the held-out articles (${coders.words} words) were coded again by somebody who saw neither the first coding nor the extractor, and all of that, minor rows too, is measured like the extractor's. All coders of held-out articles were sessions of a large language model that worked by the guide alone.

| | precision | recall | F1 | 95 % | found | spurious | missed |
| --- | --- | --- | --- | --- | --- | --- | --- |
${row("actors", q.actors)}
${row("rounds", q.rounds)}
${row("positions", q.positions)}
${row("actors, held out", heldOut.actors)}
${row("rounds, held out", heldOut.rounds)}
${row("positions, held out", heldOut.positions)}
${row("actors, second coder", coders.actors)}
${row("rounds, second coder", coders.rounds)}
${row("positions, second coder", coders.positions)}

## Fields, where the row was found

| field | accuracy | rows | held out | rows | second coder | rows |
| --- | --- | --- | --- | --- | --- | --- |
${q.fields.map((f) => `| ${f.name} | ${f.accuracy} | ${f.of} | ${onNew.get(f.name)?.accuracy ?? ""} | ${onNew.get(f.name)?.of ?? ""} | ${byCoder.get(f.name)?.accuracy ?? ""} | ${byCoder.get(f.name)?.of ?? ""} |`).join("\n")}

## Confidence

| stated | rows | mean stated | share right | rows held out | mean stated | share right |
| --- | --- | --- | --- | --- | --- | --- |
${q.calibration
  .map((bin) => {
    const other = heldOut.calibration.find(({ from }) => from === bin.from);
    return `| ${bin.from} – ${bin.to} | ${bin.rows} | ${bin.stated} | ${bin.right} | ${other?.rows ?? ""} | ${other?.stated ?? ""} | ${other?.right ?? ""} |`;
  })
  .join("\n")}

## Rules that err most

| rule | spurious rows |
| --- | --- |
${faultsByRule(mistakes)
  .slice(0, 20)
  .map(({ rule, count }) => `| ${cell(rule)} | ${count} |`)
  .join("\n")}

## Positions missed or spurious

The first ${listed.length} of ${mistakes.filter((m) => m.kind === "position").length}; \`npm run eval -- --show\` prints all.

| article | fault | row | rule | words |
| --- | --- | --- | --- | --- |
${listed.map((m) => `| ${m.article} | ${m.fault} | ${cell(m.what)} | ${cell(m.rule ?? "")} | ${cell((m.quote ?? "").slice(0, 140))} |`).join("\n")}
`;
}
