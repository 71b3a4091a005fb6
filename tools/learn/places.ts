// Where a coder says that a meeting was of which no sentence of its own tells: learned from the meetings of coded articles and the cities that these name.
import { overlap } from "../../src/analysis/score.ts";
import type { Learned } from "../../src/domain/codebook/learned.ts";
import { runStages } from "../../src/extract/extract.ts";
import { prepare } from "../../src/extract/lexicon.ts";
import { foldName } from "../../src/extract/rounds/places.ts";
import type { Placing, RoundFinding } from "../../src/extract/rounds/types.ts";
import { type CodedArticle, firstUnread, numberOf } from "./examples.ts";
import { type Example, fitWeigher, untaught } from "./fit.ts";
import { codebook } from "./ground.ts";
import { shown } from "./words.ts";

/** The cities weighed for a round, by the place of the coded round of which its words tell most; none where they tell of no coded one. */
function placesOf({ article, gold }: CodedArticle, { evidence }: RoundFinding, places: readonly Placing[]): Example[] {
  const told = evidence.map(({ start, end }) => article.text.slice(start, end));
  const fits = gold.rounds.map((round) => ({ round, fit: Math.max(0, ...round.evidence.flatMap((words) => told.map((own) => overlap(words, own)))) }));
  const [best] = fits.filter(({ fit, round }) => fit >= shown && round.weight !== "minor").sort((a, b) => b.fit - a.fit);
  if (best === undefined) return [];
  const right = best.round.place === null ? null : foldName(best.round.place);
  return places.map(({ place, scale }) => ({ label: foldName(place) === right ? "there" : "not", share: 1, signs: [...(scale.signs ?? [])] }));
}

/** `learned`: all that is learned besides. */
export function learnPlaces(papers: readonly CodedArticle[], learned: Omit<Learned, "placing">): Learned["placing"] {
  const lexicon = prepare({ ...codebook, learned: { ...learned, placing: untaught } });
  const examples = papers.flatMap((paper) => {
    if (numberOf(paper) < firstUnread) return [];
    const own: Example[] = [];
    runStages(paper.article, lexicon, { clauses: () => {}, cue: () => {}, places: (round, places) => own.push(...placesOf(paper, round, places)) });
    return own;
  });
  return fitWeigher(examples, "there", 15);
}
