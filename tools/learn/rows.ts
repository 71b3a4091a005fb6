// Whether a coder would make a row: learned from the rows that the first reading makes, and those that the second weighs, in coded articles and passages.
import { codedAs } from "../../src/analysis/score.ts";
import type { Article } from "../../src/domain/articles.ts";
import type { Learned } from "../../src/domain/codebook/learned.ts";
import { assemble } from "../../src/extract/assemble.ts";
import { runStages } from "../../src/extract/extract.ts";
import { type Lexicon, prepare } from "../../src/extract/lexicon.ts";
import type { Hearing } from "../../src/extract/positions/hearing.ts";
import { isOfText } from "../../src/extract/positions/told-signs.ts";
import type { Told } from "../../src/extract/positions/trust.ts";
import type { PositionFinding } from "../../src/extract/positions/types.ts";
import type { Signs } from "../../src/extract/scale.ts";
import { noClasses } from "./classes.ts";
import { type Coded, type CodedArticle, firstUnread, numberOf } from "./examples.ts";
import { type Example, fitWeigher, untaught } from "./fit.ts";
import { codebook } from "./ground.ts";
import { halfOf, otherThan } from "./halves.ts";
import { articleOf, isNamed } from "./passages.ts";
import { fitTrees, noTrees } from "./trees.ts";
import { isShownBy, type LearnedWords } from "./words.ts";

/** What a passage's row counts: it has no text around it. */
const shareOfPassage = 0.3;

export type Weighers = Pick<Learned, "row" | "told">;

/** Which of the weighers learns. */
type Reading = keyof Weighers;

function weighedIn(article: Article, lexicon: Lexicon) {
  const hearings: Hearing[] = [];
  const told: Told[] = [];
  const stages = runStages(article, lexicon, { clauses: () => {}, cue: () => {}, hearing: (hearing) => hearings.push(hearing), told: (row) => told.push(row) });
  return { stages, hearings, told };
}

function example(signs: Signs | null, isCoded: boolean, share: number): Example {
  return { label: isCoded ? "made" : "not", share, signs: [...(signs ?? [])] };
}

function rowsOfArticle(paper: CodedArticle, lexicon: Lexicon, reading: Reading): Example[] {
  const { article, gold } = paper;
  const { stages, hearings, told } = weighedIn(article, lexicon);
  const { doc } = stages;
  const coded = codedAs(gold, assemble(stages));
  if (reading === "told")
    return numberOf(paper) < firstUnread
      ? []
      : told.flatMap(({ finding, scale }) => {
          const rows = coded(finding);
          // A row that the coder left open is neither right nor wrong.
          return rows.length > 0 && rows.every(({ weight }) => weight === "minor") ? [] : [example(scale.signs, rows.length > 0, 1)];
        });
  return hearings.map(({ finding, sentence, signs }) => {
    const { start, end } = doc.sentences[sentence] as { start: number; end: number };
    const words = doc.text.slice(start, end);
    const isCoded = coded(finding).some((row) => isShownBy(row.evidence, words));
    return example(signs, isCoded, 1);
  });
}

/** Signs of the text around a row are left out. */
function rowsOfPassage({ text, rows }: Coded, lexicon: Lexicon, reading: Reading): Example[] {
  const { stages, hearings, told } = weighedIn(articleOf(text), lexicon);
  const { doc, cast } = stages;
  const namesOf = (id: string): string[] => [
    id,
    cast.entities.get(id)?.name ?? "",
    ...cast.mentions.flatMap(({ actor, first, last }) => (actor === id ? doc.text.slice(doc.tokens[first]?.start, doc.tokens[last - 1]?.end) : [])),
  ];
  const isCoded = (finding: PositionFinding): boolean => {
    const names = namesOf(finding.party ?? finding.actor);
    return rows.some(
      (row) => row.issue === finding.issue && (row.for === null ? "mixed" : row.for ? "for" : "against") === finding.stance && isNamed(names, row.holder ?? ""),
    );
  };
  const weighed = reading === "told" ? told.map(({ finding, scale }) => ({ finding, signs: scale.signs })) : hearings;
  return weighed.map(({ finding, signs }) => {
    const { signs: all, ...rest } = example(signs, isCoded(finding), shareOfPassage);
    return { ...rest, signs: all.filter(([sign]) => !isOfText(sign)) };
  });
}

/** `halves`: what the words of each half of the texts taught; `whole`: what all of them did. Rows are weighed on texts whose words were not learned: each half by the other's. Else the weighers would trust words too far. The first reading is weighed beside what the second makes, and so after it. */
export function learnRows(
  papers: readonly CodedArticle[],
  passages: readonly Coded[],
  halves: readonly [LearnedWords, LearnedWords],
  whole: Pick<Learned, "matter" | "meeting">,
): Weighers {
  const examplesOf = (reading: Reading, taught: Weighers): Example[] => {
    const rowsOf = (half: 0 | 1): Example[] => {
      const words = halves[otherThan(half)];
      const lexicon = prepare({
        ...codebook,
        learned: { note: "", texts: "", ...words, ...whole, ...taught, acts: noClasses, scene: untaught, placing: untaught },
      });
      return [
        ...halfOf(papers, half).flatMap((paper) => rowsOfArticle(paper, lexicon, reading)),
        ...halfOf(passages, half).flatMap((passage) => rowsOfPassage(passage, lexicon, reading)),
      ];
    };
    return [...rowsOf(1), ...rowsOf(0)];
  };
  const row = fitTrees(examplesOf("row", { row: noTrees, told: untaught }), "made");
  return { row, told: fitWeigher(examplesOf("told", { row, told: untaught }), "made", 20) };
}
