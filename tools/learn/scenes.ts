// Whether a coder shows a round by a sentence that no rule makes one of: learned from such sentences of coded articles.
import { roundsMissed } from "../../src/analysis/score.ts";
import type { Learned } from "../../src/domain/codebook/learned.ts";
import { assemble } from "../../src/extract/assemble.ts";
import { runStages } from "../../src/extract/extract.ts";
import { type Lexicon, prepare } from "../../src/extract/lexicon.ts";
import type { Scene } from "../../src/extract/rounds/types.ts";
import type { Sentence } from "../../src/extract/types.ts";
import { type CodedArticle, firstUnread, numberOf } from "./examples.ts";
import { type Example, fitWeigher, untaught } from "./fit.ts";
import { codebook } from "./ground.ts";
import { halfOf, otherThan } from "./halves.ts";
import { learnMeetings } from "./meetings.ts";
import { isShownBy, type LearnedWords } from "./words.ts";

function scenesOf({ article, gold }: CodedArticle, lexicon: Lexicon): Example[] {
  const scenes: Scene[] = [];
  const stages = runStages(article, lexicon, { clauses: () => {}, cue: () => {}, scene: (scene) => scenes.push(scene) });
  const { doc } = stages;
  const missed = new Set(roundsMissed(gold, assemble(stages)));
  return scenes.flatMap(({ sentence, scale }) => {
    const { start, end } = doc.sentences[sentence] as Sentence;
    const own = gold.rounds.filter(({ evidence }) => isShownBy(evidence, doc.text.slice(start, end)));
    // A round that the coder left open is neither right nor wrong.
    if (own.some(({ weight }) => weight === "minor")) return [];
    return [{ label: own.some((round) => missed.has(round)) ? "round" : "none", share: 1, signs: [...(scale.signs ?? [])] }];
  });
}

/** `halves`: what the words of each half of the texts taught; each half is weighed by what the other's did. `learned`: all that is learned besides. */
export function learnScenes(
  papers: readonly CodedArticle[],
  halves: readonly [LearnedWords, LearnedWords],
  learned: Omit<Learned, "scene" | "placing">,
): Learned["scene"] {
  const examples = ([0, 1] as const).flatMap((half) => {
    const other = otherThan(half);
    const meeting = learnMeetings(halfOf(papers, other));
    const lexicon = prepare({ ...codebook, learned: { ...learned, ...halves[other], meeting, scene: untaught, placing: untaught } });
    return halfOf(papers, half).flatMap((paper) => (numberOf(paper) < firstUnread ? [] : scenesOf(paper, lexicon)));
  });
  return fitWeigher(examples, "round", 20);
}
