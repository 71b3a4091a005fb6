// Whether a sentence tells of a round: learned from those by whose words coders showed one.
import type { Learned } from "../../src/domain/codebook/learned.ts";
import { bearingSigns } from "../../src/extract/positions/stems.ts";
import type { CodedArticle } from "./examples.ts";
import { type Example, fitLinear, logistic } from "./fit.ts";
import { once, sentencesOf, tokensOf } from "./ground.ts";
import { isShownBy } from "./words.ts";

/** Smaller weights say nothing. */
const least = 0.25;

export function learnMeetings(list: readonly CodedArticle[]): Learned["meeting"] {
  const examples = list.flatMap(({ article, gold }) => {
    const evidence = gold.rounds.flatMap((round) => round.evidence);
    return sentencesOf(article.text).map((text): Example => {
      const tokens = tokensOf(text);
      const isShown = isShownBy(evidence, text);
      return { label: isShown ? "round" : "none", share: 1, signs: once(bearingSigns(tokens, 0, tokens.length)) };
    });
  });
  return logistic(fitLinear(examples, { fewest: 3, rounds: 12, rate: 0.15, decay: 1e-3, shared: true }), "round", least);
}
