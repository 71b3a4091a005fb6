// What words tell of: the issue of a sentence, and whether it is for or against it. Learned from propositions, coded passages and coded articles.
import { overlap } from "../../src/analysis/score.ts";
import type { Learned } from "../../src/domain/codebook/learned.ts";
import { bearingSigns, isTelling, stanceSigns } from "../../src/extract/positions/stems.ts";
import { classSigns } from "../../src/extract/positions/word-classes.ts";
import { packed } from "./classes.ts";
import { type Coded, type CodedArticle, otherMatters, propositions, sentences } from "./examples.ts";
import { type Example, fitLinear, logistic } from "./fit.ts";
import { once, sentencesOf, tokensOf } from "./ground.ts";
import { learnSenses, type Sensed } from "./senses.ts";

/** Propositions are no whole sentences, and count less. */
const shareOfPropositions = 0.7;
/** Sentences of articles are what will be read, and count more. */
const shareOfArticles = 1.5;
/** Of the evidence's words, those that a sentence must share to be the coder's. */
export const shown = 0.5;
/** Shorter sentences, in words, teach nothing. */
const fewestWords = 5;
/** In words; longer texts on other matters are no passages. */
const longestPassage = 50;
/** Smaller weights say nothing. */
const leastStance = 0.4;
const leastBearing = 0.25;
/** What a passage counts for whether a sentence holds a position: in passages more of them do. */
const shareOfPassages = 0.4;

/** Whether a coder showed something by a sentence: by words of which it shares enough. */
export const isShownBy = (evidence: readonly string[], text: string): boolean => evidence.some((words) => overlap(words, text) >= shown);

/** The sentences of articles, each with the rows that a coder showed by their words, and whether with a round. */
function codedIn(list: readonly CodedArticle[]): (Coded & { round: boolean })[] {
  return list.flatMap(({ article, gold }) =>
    sentencesOf(article.text)
      .filter((text) => text.split(" ").length >= fewestWords)
      .map((text) => ({
        text,
        round: gold.rounds.some(({ evidence }) => isShownBy(evidence, text)),
        rows: gold.positions
          .filter(({ evidence }) => isShownBy(evidence, text))
          .map(({ issue, stance }) => ({ holder: null, issue, for: stance === "mixed" ? null : stance === "for" })),
      })),
  );
}

function signsOf(text: string): [string, number][] {
  const tokens = tokensOf(text);
  return once(
    classSigns(
      tokens,
      tokens.map((_, i) => i),
      isTelling,
    ),
  );
}

function issueExamples(list: readonly Coded[]): Example[] {
  return list.flatMap(({ text, rows }) => {
    const issues = rows.length === 0 ? ["none"] : [...new Set(rows.map(({ issue }) => issue))];
    const signs = signsOf(text);
    return issues.map((label) => ({ label, share: 1 / Math.sqrt(issues.length), signs }));
  });
}

function stanceExamples(list: readonly Coded[]): Example[] {
  return list.flatMap(({ text, rows }) => {
    const tokens = tokensOf(text);
    return rows.flatMap((row) => {
      if (row.for === null) return [];
      const signs = once(stanceSigns(tokens, 0, tokens.length, row.issue));
      return [{ label: row.for ? "for" : "against", share: 1, signs }];
    });
  });
}

function bearingExample(text: string, bears: boolean, share: number): Example {
  const tokens = tokensOf(text);
  return { label: bears ? "row" : "none", share, signs: once(bearingSigns(tokens, 0, tokens.length)) };
}

function bearingExamples(list: readonly CodedArticle[], passages: readonly Coded[]): Example[] {
  return [
    ...list.flatMap(({ article, gold }) => {
      const evidence = gold.positions.flatMap((row) => row.evidence);
      return sentencesOf(article.text)
        .filter((text) => text.split(" ").length >= fewestWords)
        .map((text) => bearingExample(text, isShownBy(evidence, text), 1));
    }),
    ...passages.map(({ text, rows }) => bearingExample(text, rows.length > 0, shareOfPassages)),
  ];
}

export type LearnedWords = Pick<Learned, "issues" | "senses" | "stance" | "bearing">;

function sensed(list: readonly (Coded & { round?: boolean })[], share: number): Sensed[] {
  return list.map(({ text, rows, round = null }) => ({
    text,
    share,
    round,
    labels: rows.length === 0 ? ["none"] : [...new Set(rows.map(({ issue }) => issue))],
  }));
}

/** Issues as learned from these articles and passages besides the propositions, by signs and by the sense of words, and whether a sentence holds a position from these alone; stances from these articles and all passages. */
export function learnWords(list: readonly CodedArticle[], passages: readonly Coded[]): LearnedWords {
  const texts = codedIn(list);
  const proposed = propositions();
  const others = otherMatters()
    .filter((text) => text.split(" ").length <= longestPassage)
    .map((text): Coded => ({ text, rows: [] }));
  const examples = [
    ...proposed.map(({ issue, text }): Example => ({ label: issue, share: shareOfPropositions, signs: signsOf(text) })),
    ...issueExamples([...passages, ...others, ...texts]),
  ];
  const issues = fitLinear(examples, { fewest: 3, rounds: 12, rate: 0.2, decay: 2e-3, shared: true });
  const stance = fitLinear(stanceExamples([...sentences(), ...texts]), { fewest: 3, rounds: 12, rate: 0.15, decay: 5e-4, shared: true });
  const bearing = fitLinear(bearingExamples(list, passages), { fewest: 3, rounds: 12, rate: 0.15, decay: 1e-3, shared: true });
  const senses = [
    ...proposed.map(({ issue, text }): Sensed => ({ text, labels: [issue], round: null, share: shareOfPropositions })),
    ...sensed([...others, ...passages], 1),
    ...sensed(texts, shareOfArticles),
  ];
  return {
    senses: learnSenses(senses, issues.labels),
    issues: packed(issues),
    stance: logistic(stance, "for", leastStance),
    bearing: logistic(bearing, "row", leastBearing),
  };
}
