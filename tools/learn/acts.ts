// How positions are put forward: learned from the sentences by which coders showed them.
import type { Classes } from "../../src/domain/codebook/learned.ts";
import { actClass, issueSign, tellsOfAct } from "../../src/extract/positions/learned-acts.ts";
import { classSigns } from "../../src/extract/positions/word-classes.ts";
import { packed } from "./classes.ts";
import type { CodedArticle } from "./examples.ts";
import { type Example, fitLinear } from "./fit.ts";
import { once, sentencesOf, tokensOf } from "./ground.ts";
import { isShownBy } from "./words.ts";

/** What the issue counts, where a word counts one: on the half of the articles that nothing was learned of .606 of acts were right, with one .593, without the issue .555 (of evidence; of its whole sentence .626). */
const valueOfIssue = 2;

export function learnActs(list: readonly CodedArticle[]): Classes {
  const examples = list.flatMap(({ article, gold }) => {
    const sentences = sentencesOf(article.text);
    return gold.positions.flatMap(({ issue, stance, act, evidence }): Example[] =>
      stance === "mixed"
        ? []
        : sentences
            .filter((text) => isShownBy(evidence, text))
            .map((text) => {
              const tokens = tokensOf(text);
              const at = tokens.map((_, i) => i);
              return {
                label: actClass(stance, act),
                share: 1,
                signs: [...once(classSigns(tokens, at, tellsOfAct)), [issueSign(issue), valueOfIssue]],
              };
            }),
    );
  });
  const isIssue = (sign: string): boolean => sign.startsWith(issueSign(""));
  return packed(fitLinear(examples, { fewest: 5, rounds: 12, rate: 0.1, decay: 2e-3, shared: true }), (sign) => (isIssue(sign) ? valueOfIssue : 1));
}
