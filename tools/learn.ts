// Writes seeds/codebook/learned.yaml anew from the coded texts of test/wording and test/practice: `npm run learn`, after these or the rules have changed. Takes about two minutes.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { overlap } from "../src/analysis/score.ts";
import { unknownMeta } from "../src/domain/articles.ts";
import { bundledFolder, loadCodebook } from "../src/codebook/load.ts";
import type { Learned } from "../src/domain/codebook/learned.ts";
import { runStages } from "../src/extract/extract.ts";
import { type Lexicon, prepare } from "../src/extract/lexicon.ts";
import type { Hearing } from "../src/extract/positions/hearing.ts";
import { issueSigns } from "../src/extract/positions/learned.ts";
import { isOfMatter, stanceSigns, stemOf } from "../src/extract/positions/stems.ts";
import { read } from "../src/extract/read.ts";
import type { Token } from "../src/extract/types.ts";
import { articles, type Coded, type CodedArticle, hashOfTexts, otherMatters, propositions, sentences } from "./learn/examples.ts";
import { type Example, type Fitted, fitLinear } from "./learn/fit.ts";

/** Propositions are no whole sentences, and count less. */
const shareOfPropositions = 0.7;
/** Of the evidence's words, those that a sentence must share to be the coder's. */
const shown = 0.5;
const byteMost = 127;
/** Smaller weights of issues say nothing. */
const leastTenths = 3;
/** Smaller weights of stances say nothing; nor of matters. */
const leastStance = 0.25;
const leastMatter = 0.1;

const codebook = loadCodebook();
const { layout } = prepare(codebook);
const said = propositions();
const coded = sentences();
const papers = await articles();

/** What a coder made of the articles: their evidence with its rows, and the sentences that show none. */
function codedIn(list: readonly CodedArticle[]): Coded[] {
  return list.flatMap(({ article, gold }) => {
    const doc = read(article.text, layout);
    const evidence = gold.positions.flatMap((row) => row.evidence);
    const silent = doc.sentences
      .map(({ start, end }) => article.text.slice(start, end))
      .filter((text) => text.split(" ").length >= 5 && evidence.every((words) => overlap(words, text) < shown));
    return [
      ...gold.positions.map((row) => ({
        text: row.evidence.join(" "),
        rows: [{ holder: null, issue: row.issue, for: row.stance === "mixed" ? null : row.stance === "for" }],
      })),
      ...silent.map((text) => ({ text, rows: [] })),
    ];
  });
}

const once = (signs: Iterable<string>): [string, number][] => [...new Set(signs)].map((sign) => [sign, 1]);

function signsOf(text: string): [string, number][] {
  const { tokens } = read(text, layout);
  return once(
    issueSigns(
      tokens,
      tokens.map((_, i) => i),
    ),
  );
}

const proposed: Example[] = said.map(({ issue, text }) => ({ label: issue, share: shareOfPropositions, signs: signsOf(text) }));

function issueExamples(list: readonly Coded[]): Example[] {
  return list.flatMap(({ text, rows }) => {
    const issues = rows.length === 0 ? ["none"] : [...new Set(rows.map(({ issue }) => issue))];
    const signs = signsOf(text);
    return issues.map((label) => ({ label, share: 1 / Math.sqrt(issues.length), signs }));
  });
}

function stanceExamples(list: readonly Coded[]): Example[] {
  return list.flatMap(({ text, rows }) => {
    const { tokens } = read(text, layout);
    return rows.flatMap((row) => {
      if (row.for === null) return [];
      const signs = once(stanceSigns(tokens, 0, tokens.length, row.issue));
      return [{ label: row.for ? "for" : "against", share: 1, signs }];
    });
  });
}

/** In words; longer texts on other matters are no passages. */
const passage = 50;
const beside = otherMatters().filter((text) => text.split(" ").length <= passage);
/** Read once, for they teach each time. */
const issuesOfSentences = issueExamples([...coded, ...beside.map((text) => ({ text, rows: [] }))]);
const stancesOfSentences = stanceExamples(coded);

const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;

/** A two-label softmax as one logistic model: the first label's odds against the other's. */
function logistic({ labels, bias, weights }: Fitted, yes: string, least: number): { bias: number; weights: Record<string, number> } {
  const [a, b] = labels[0] === yes ? [0, 1] : [1, 0];
  const difference = (list: ArrayLike<number>): number => (list[a] as number) - (list[b] as number);
  const kept = [...weights].map(([sign, list]) => [sign, rounded(difference(list), 3)] as const).filter(([, weight]) => Math.abs(weight) >= least);
  return { bias: rounded(difference(bias), 3), weights: Object.fromEntries(kept.sort(([x], [y]) => (x < y ? -1 : 1))) };
}

/** The weights of each sign, those too small to matter left out. */
function packed({ weights }: Fitted): Pick<Learned["issues"], "signs" | "counts" | "weights"> {
  const kept = [...weights]
    .map(([sign, list]) => {
      const tenths = [...list].map((weight) => Math.max(-byteMost, Math.min(byteMost, Math.round(weight * 10))));
      return { sign, bytes: tenths.flatMap((value, label) => (Math.abs(value) < leastTenths ? [] : [label, value])) };
    })
    .filter(({ bytes }) => bytes.length > 0)
    .sort((a, b) => (a.sign < b.sign ? -1 : 1));
  return {
    signs: kept.map(({ sign }) => sign),
    counts: Buffer.from(kept.map(({ bytes }) => bytes.length / 2)).toString("base64"),
    weights: Buffer.from(Int8Array.from(kept.flatMap(({ bytes }) => bytes)).buffer).toString("base64"),
  };
}

/** Words and stances as learned from `list` besides the propositions and sentences. */
function learnWords(list: readonly CodedArticle[], half: number | null = null): Pick<Learned, "issues" | "stance"> {
  const texts = codedIn(list);
  const sentenceIssues = half === null ? issuesOfSentences : issueExamples([...coded.filter((_, i) => i % 2 === half), ...beside.map((text) => ({ text, rows: [] }))]);
  const issues = fitLinear([...proposed, ...sentenceIssues, ...issueExamples(texts)], { fewest: 2, rounds: 12, rate: 0.2, decay: 2e-3, shared: true });
  const stance = fitLinear([...stancesOfSentences, ...stanceExamples(texts)], { fewest: 2, rounds: 12, rate: 0.15, decay: 5e-4, shared: true });
  return {
    issues: { classes: issues.labels, bias: issues.bias.map((value) => rounded(value, 2)), ...packed(issues) },
    stance: logistic(stance, "for", leastStance),
  };
}

/** Tokens of the pieces of a text, for short texts must be told apart too; and what a piece of so many counts. */
const pieces = [20, 60, 180];
const shareOfPiece = (size: number): number => Math.sqrt(size / 480);
const shareOfWhole = (size: number): number => Math.min(1, Math.sqrt(size / 180));
/** Texts on war are more, and longer; coded passages are many, and short. */
const shareOf = { article: 0.5, passage: 0.2, other: 1.5 };

/** Whether texts are about an armed conflict: whole ones and pieces of them. */
function learnMatter(): Learned["matter"] {
  const example = (tokens: readonly Token[], label: string, share: number): Example => ({
    label,
    share,
    signs: once(tokens.flatMap((token) => (isOfMatter(token) && stemOf(token.lower)) || [])),
  });
  const wholeAndPieces = (text: string, label: string, share: number): Example[] => {
    const { tokens } = read(text, layout);
    const examples = [example(tokens, label, share * shareOfWhole(tokens.length))];
    for (const size of pieces)
      for (let i = 0; i + size / 2 < tokens.length; i += size) examples.push(example(tokens.slice(i, i + size), label, share * shareOfPiece(size)));
    return examples;
  };
  const examples = [
    ...papers.flatMap(({ article }) => wholeAndPieces(article.text, "conflict", shareOf.article)),
    ...coded.map(({ text }) => example(read(text, layout).tokens, "conflict", shareOf.passage)),
    ...otherMatters().flatMap((text) => wholeAndPieces(text, "other", shareOf.other)),
  ];
  return logistic(fitLinear(examples, { fewest: 3, rounds: 12, rate: 0.2, decay: 2e-3, shared: true }), "conflict", leastMatter);
}

const unlearned: Learned["row"] = { bias: 0, weights: {} };
const matter = learnMatter();
const note = "Written by `npm run learn`. JSON, which is YAML too.";

function lexiconOf(words: Pick<Learned, "issues" | "stance">): Lexicon {
  return prepare({ ...codebook, learned: { note, texts: "", ...words, matter, row: unlearned } });
}

/** The possible rows of the articles that the first reading did not make, with whether the coder did. */
function rowExamples(list: readonly CodedArticle[], lexicon: Lexicon): Example[] {
  return list.flatMap(({ article, gold }) => {
    const hearings: Hearing[] = [];
    const { doc, positions } = runStages(article, lexicon, { clauses: () => {}, cue: () => {}, hearing: (hearing) => hearings.push(hearing) });
    const first = new Set(positions.filter(({ rule }) => !rule.startsWith("words/")).map((row) => keyOf(row)));
    return hearings
      .filter(({ finding }) => !first.has(keyOf(finding)))
      .map(({ finding, sentence, scale }): Example => {
        const { start, end } = doc.sentences[sentence] as { start: number; end: number };
        const words = doc.text.slice(start, end);
        const isCoded = gold.positions.some(
          (row) =>
            [{}, ...(row.also ?? [])].some((other) => keyOf({ ...row, ...other } as typeof row) === keyOf(finding)) &&
            row.evidence.some((evidence) => overlap(evidence, words) >= shown),
        );
        return { label: isCoded ? "made" : "not", share: 1, signs: [...(scale.signs ?? [])] };
      });
  });
}

function keyOf({ actor, party, issue, stance }: { actor: string; party: string | null; issue: string; stance: string }): string {
  return `${party ?? actor} ${stance} ${issue}`;
}

const lead = "Peace talks\n\nThe war goes on while the peace talks were held last week.\n\n";
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z]+/g, "");

function passageRows(list: readonly Coded[], lexicon: Lexicon): Example[] {
  return list.flatMap(({ text, rows }) => {
    const hearings: Hearing[] = [];
    const { doc, cast, positions } = runStages({ text: lead + text, meta: unknownMeta }, lexicon, { clauses: () => {}, cue: () => {}, hearing: (hearing) => hearings.push(hearing) });
    const first = new Set(positions.filter(({ rule }) => !rule.startsWith("words/")).map((row) => keyOf(row)));
    const names = (id: string): string[] =>
      [id, cast.entities.get(id)?.name ?? "", ...cast.mentions.filter(({ actor }) => actor === id).map(({ first: f, last: l }) => doc.tokens.slice(f, l).map(({ lower }) => lower).join(""))].map(plain);
    const isNamed = (id: string, holder: string): boolean => {
      const wanted = plain(holder);
      return names(id).some((name) => name === wanted || (name.length > 3 && wanted.includes(name)) || (wanted.length > 3 && name.includes(wanted)));
    };
    return hearings
      .filter(({ finding }) => !first.has(keyOf(finding)))
      .map(({ finding, scale }): Example => ({
        label: rows.some((row) => row.issue === finding.issue && (row.for === null ? "mixed" : row.for ? "for" : "against") === finding.stance && isNamed(finding.party ?? finding.actor, row.holder ?? "")) ? "made" : "not",
        share: +(process.env.PSH ?? 0.3),
        signs: [...(scale.signs ?? [])].filter(([sign]) => !ofText.has(sign)),
      }));
  });
}
const ofText = new Set(["rows a sentence", "rows of its party", "new party", "told again", "opposite", "issue in the text"]);

/** Rows are weighed on articles whose words were not learned: each half by the other's. */
const [even, odd] = [papers.filter((_, i) => i % 2 === 0), papers.filter((_, i) => i % 2 === 1)];
const halfRows = (list: readonly CodedArticle[], half: number, lexicon: Lexicon): Example[] => {
  const a = rowExamples(list, lexicon); const b = passageRows(coded.filter((_, i) => i % 2 === half), lexicon);
  console.log(a.length, a.filter(({ label }) => label === "made").length, b.length, b.filter(({ label }) => label === "made").length);
  return [...a, ...b];
};
const rows = fitLinear([...halfRows(odd, 1, lexiconOf(learnWords(even, 0))), ...halfRows(even, 0, lexiconOf(learnWords(odd, 1)))], {
  fewest: 20,
  rounds: 12,
  rate: 0.1,
  decay: 2e-3,
  shared: false,
});
const words = learnWords(papers);
const learned: Learned = { note, texts: await hashOfTexts(), ...words, matter, row: logistic(rows, "made", 0) };
const sections = Object.entries(learned).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
writeFileSync(join(bundledFolder, "learned.yaml"), `{\n${sections.join(",\n")}\n}\n`);
console.log(
  `learned of ${words.issues.signs.length} signs of issues, ${Object.keys(words.stance.weights).length} signs of stance and ${Object.keys(learned.row.weights).length} of rows`,
);
