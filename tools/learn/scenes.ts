// Whether a coder shows a round by a sentence that no rule makes one of: learned from such sentences of coded articles.
import { overlap, roundsMissed } from "../../src/analysis/score.ts";
import type { Learned } from "../../src/domain/codebook/learned.ts";
import { assemble } from "../../src/extract/assemble.ts";
import { runStages } from "../../src/extract/extract.ts";
import { type Lexicon, prepare } from "../../src/extract/lexicon.ts";
import type { Scene } from "../../src/extract/rounds/types.ts";
import type { Sentence } from "../../src/extract/types.ts";
import { type CodedArticle, firstUnread, numberOf } from "./examples.ts";
import { type Example, fitWeigher, untaught } from "./fit.ts";
import { codebook } from "./ground.ts";
import { learnMeetings } from "./meetings.ts";
import { shown } from "./words.ts";

/** Parts of the articles, each weighed by what the words of the others taught. */
const folds = 4;

function scenesOf({ article, gold }: CodedArticle, lexicon: Lexicon): Example[] {
  const scenes: Scene[] = [];
  const stages = runStages(article, lexicon, { clauses: () => {}, cue: () => {}, scene: (scene) => scenes.push(scene) });
  const { doc } = stages;
  const missed = new Set(roundsMissed(gold, assemble(stages)));
  return scenes.flatMap(({ sentence, scale }) => {
    const { start, end } = doc.sentences[sentence] as Sentence;
    const own = gold.rounds.filter(({ evidence }) => evidence.some((words) => overlap(words, doc.text.slice(start, end)) >= shown));
    // A round that the coder left open is neither right nor wrong.
    if (own.some(({ weight }) => weight === "minor")) return [];
    return [{ label: own.some((round) => missed.has(round)) ? "round" : "none", share: 1, signs: [...(scale.signs ?? [])] }];
  });
}

/** `learned`: all that is learned besides. */
export function learnScenes(papers: readonly CodedArticle[], learned: Omit<Learned, "scene" | "placing">): Learned["scene"] {
  const examples = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isOwn = (_: CodedArticle, i: number): boolean => i % folds === fold;
    const meeting = learnMeetings(papers.filter((paper, i) => !isOwn(paper, i)));
    const lexicon = prepare({ ...codebook, learned: { ...learned, meeting, scene: untaught, placing: untaught } });
    return papers.filter(isOwn).flatMap((paper) => (numberOf(paper) < firstUnread ? [] : scenesOf(paper, lexicon)));
  });
  return fitWeigher(examples, "round", 20);
}
