// What whole texts are about, an armed conflict or another matter: learned from coded articles and passages, and from texts on other matters.
import type { Learned } from "../../src/domain/codebook/learned.ts";
import { isOfMatter, stemOf } from "../../src/extract/positions/stems.ts";
import type { Token } from "../../src/extract/types.ts";
import { type Coded, type CodedArticle, otherMatters } from "./examples.ts";
import { type Example, fitLinear, logistic } from "./fit.ts";
import { once, tokensOf } from "./ground.ts";

/** Tokens of the pieces of a text, for shorter texts must be told apart too; and what a piece of so many, and a text, counts. */
const pieces = [20, 60, 180];
const shareOfPiece = (size: number): number => Math.sqrt(size / 480);
const shareOfWhole = (size: number): number => Math.min(1, Math.sqrt(size / 180));
/** What all articles on war count together, and all coded passages, however many there are: a text on another matter counts `shareOfOther`. */
const allOf = { articles: 87, passages: 950 };
const shareOfOther = 1.5;
/** Smaller weights say nothing. */
const least = 0.1;

function example(tokens: readonly Token[], label: string, share: number): Example {
  return { label, share, signs: once(tokens.flatMap((token) => (isOfMatter(token) && stemOf(token.lower)) || [])) };
}

function wholeAndPieces(text: string, label: string, share: number): Example[] {
  const tokens = tokensOf(text);
  const examples = [example(tokens, label, share * shareOfWhole(tokens.length))];
  for (const size of pieces)
    for (let i = 0; i + size / 2 < tokens.length; i += size) examples.push(example(tokens.slice(i, i + size), label, share * shareOfPiece(size)));
  return examples;
}

export function learnMatter(list: readonly CodedArticle[], passages: readonly Coded[]): Learned["matter"] {
  const examples = [
    ...list.flatMap(({ article }) => wholeAndPieces(article.text, "conflict", allOf.articles / list.length)),
    ...passages.map(({ text }) => example(tokensOf(text), "conflict", allOf.passages / passages.length)),
    ...otherMatters().flatMap((text) => wholeAndPieces(text, "other", shareOfOther)),
  ];
  return logistic(fitLinear(examples, { fewest: 3, rounds: 12, rate: 0.2, decay: 2e-3, shared: true }), "conflict", least);
}
