// The examples of vocabulary.yaml tried: whether the words lead to the issue that they illustrate. For whoever edits the file; extraction asks nothing here.
import type { Vocabulary } from "../../domain/codebook/vocabulary.ts";
import type { Stance } from "../../domain/vocabulary.ts";
import type { Lexicon } from "../lexicon.ts";
import { read } from "../read.ts";
import { addUp, directed, leader, margin, type Sums, share } from "./vocabulary.ts";

/** One line for each example that leads elsewhere than it says. */
export function faultyExamples({ issues }: Vocabulary, lexicon: Lexicon): string[] {
  return issues.flatMap(({ issue, examples }) =>
    examples.flatMap(({ text, stance }) => {
      const found = directionOf(text, issue, lexicon);
      return found === stance ? [] : [`vocabulary: the example "${text}" of ${issue} is to be ${stance ?? "no case of it"} and is ${found ?? "none"}`];
    }),
  );
}

/** The direction in which the words lead to `issue` where a frame governs them all; null where they do not. */
function directionOf(text: string, issue: string, { layout, positions: { vocabulary } }: Lexicon): Stance | null {
  const { tokens } = read(text, layout);
  const all = tokens.map((_, i) => i);
  const sums: Sums = new Map();
  addUp(vocabulary, tokens, all, tokens.length, 1 + share.around, sums);
  const lead = leader(sums);
  if (lead?.issue !== issue || lead.by < margin) return null;
  const ref = directed(vocabulary, tokens, all, tokens.length, issue);
  return ref && (ref.sign > 0 ? "for" : "against");
}
