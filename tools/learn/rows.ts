// Whether a coder would make a possible row: learned from the rows that the second reading weighs in coded articles and passages.
import { overlap } from "../../src/analysis/score.ts";
import type { Article } from "../../src/domain/articles.ts";
import type { Learned } from "../../src/domain/codebook/learned.ts";
import { runStages } from "../../src/extract/extract.ts";
import { type Lexicon, prepare } from "../../src/extract/lexicon.ts";
import type { Hearing } from "../../src/extract/positions/hearing.ts";
import { isOfText } from "../../src/extract/positions/signs.ts";
import type { Coded, CodedArticle } from "./examples.ts";
import { type Example, fitLinear, logistic } from "./fit.ts";
import { codebook } from "./ground.ts";
import { halfOf } from "./halves.ts";
import { articleOf, isNamed } from "./passages.ts";
import { type LearnedWords, shown } from "./words.ts";

/** What a passage's row counts: it has no text around it. */
const shareOfPassage = 0.3;

/** The possible rows of a text that the first reading did not make. */
function possibleRows(article: Article, lexicon: Lexicon) {
  const hearings: Hearing[] = [];
  const stages = runStages(article, lexicon, { clauses: () => {}, cue: () => {}, hearing: (hearing) => hearings.push(hearing) });
  const first = new Set(stages.positions.filter(({ rule }) => !rule.startsWith("words/")).map((row) => keyOf(row)));
  return { ...stages, hearings: hearings.filter(({ finding }) => !first.has(keyOf(finding))) };
}

function keyOf({ actor, party, issue, stance }: { actor: string; party: string | null; issue: string; stance: string }): string {
  return `${party ?? actor} ${stance} ${issue}`;
}

function rowsOfArticle({ article, gold }: CodedArticle, lexicon: Lexicon): Example[] {
  const { doc, hearings } = possibleRows(article, lexicon);
  return hearings.map(({ finding, sentence, scale }): Example => {
    const { start, end } = doc.sentences[sentence] as { start: number; end: number };
    const words = doc.text.slice(start, end);
    const isCoded = gold.positions.some(
      (row) =>
        [{}, ...(row.also ?? [])].some((other) => keyOf({ ...row, ...other } as typeof row) === keyOf(finding)) &&
        row.evidence.some((evidence) => overlap(evidence, words) >= shown),
    );
    return { label: isCoded ? "made" : "not", share: 1, signs: [...(scale.signs ?? [])] };
  });
}

/** Signs of the text around a row are left out. */
function rowsOfPassage({ text, rows }: Coded, lexicon: Lexicon): Example[] {
  const { doc, cast, hearings } = possibleRows(articleOf(text), lexicon);
  const namesOf = (id: string): string[] => [
    id,
    cast.entities.get(id)?.name ?? "",
    ...cast.mentions.flatMap(({ actor, first, last }) => (actor === id ? doc.text.slice(doc.tokens[first]?.start, doc.tokens[last - 1]?.end) : [])),
  ];
  return hearings.map(({ finding, scale }): Example => {
    const names = namesOf(finding.party ?? finding.actor);
    const isCoded = rows.some(
      (row) => row.issue === finding.issue && (row.for === null ? "mixed" : row.for ? "for" : "against") === finding.stance && isNamed(names, row.holder ?? ""),
    );
    return { label: isCoded ? "made" : "not", share: shareOfPassage, signs: [...(scale.signs ?? [])].filter(([sign]) => !isOfText(sign)) };
  });
}

/** `halves`: what the words of each half of the texts taught. Rows are weighed on texts whose words were not learned: each half by the other's. Else the weigher would trust words too far. */
export function learnRows(
  papers: readonly CodedArticle[],
  passages: readonly Coded[],
  halves: readonly [LearnedWords, LearnedWords],
  matter: Learned["matter"],
): Learned["row"] {
  const rowsOf = (half: 0 | 1): Example[] => {
    const words = halves[half === 0 ? 1 : 0];
    const lexicon = prepare({ ...codebook, learned: { note: "", texts: "", ...words, matter, row: { bias: 0, weights: {} } } });
    return [
      ...halfOf(papers, half).flatMap((paper) => rowsOfArticle(paper, lexicon)),
      ...halfOf(passages, half).flatMap((passage) => rowsOfPassage(passage, lexicon)),
    ];
  };
  const examples = [...rowsOf(1), ...rowsOf(0)];
  return logistic(fitLinear(examples, { fewest: 20, rounds: 12, rate: 0.1, decay: 2e-3, shared: false }), "made", 0);
}
