// Why the extractor found what it found: the same stages, with what each saw in each sentence. Decides nothing of its own.

import type { Article } from "../domain/articles.ts";
import { type ExplainedCue, type ExplainedDocument, type ExplainedSentence, type NoPosition, noPosition } from "../domain/explanations.ts";
import { codePointMap, type QuotedSpan } from "../domain/spans.ts";
import { assemble } from "./assemble.ts";
import { runStages, type Stages } from "./extract.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Clauses } from "./positions/clauses.ts";
import type { CueRef } from "./positions/compile.ts";
import { learnedId } from "./positions/learned.ts";
import type { Match } from "./positions/patterns.ts";
import type { PositionFinding } from "./positions/types.ts";
import { marksOf, viewOf } from "./positions/view.ts";
import { vocabularyId } from "./positions/vocabulary.ts";
import type { RoundFinding } from "./rounds/types.ts";
import { seek } from "./seek.ts";
import type { Block, Range, Sentence, Token } from "./types.ts";

/** What the positions stage told while it worked. */
interface Told {
  /** By `keyOf` the cue. */
  outcomes: Map<string, (PositionFinding | NoPosition)[]>;
  /** What no pattern found, but the vocabulary or what was learned of words. */
  worded: Match<CueRef>[];
  /** In the order of the sentences; empty where the text is not about a conflict. */
  clauses: Clauses[];
}

/** The extraction document of `article`, which equals what `extract` makes, with its explanation. Less than twice the work of `extract`. */
export function explain(article: Article, lexicon: Lexicon): ExplainedDocument {
  const told: Told = { outcomes: new Map(), worded: [], clauses: [] };
  const stages = runStages(article, lexicon, {
    clauses: (clauses) => told.clauses.push(clauses),
    cue: (cue, outcome) => {
      told.outcomes.set(keyOf(cue), [...(told.outcomes.get(keyOf(cue)) ?? []), outcome]);
      if (cue.value.cue.id === vocabularyId || cue.value.cue.id === learnedId) told.worded.push(cue);
    },
  });
  const { doc } = stages;
  const quote = quoterOf(doc.text);
  const view = viewOf(doc, stages.cast, lexicon.positions);
  const isAbout = told.clauses.length > 0;
  const seen = sortBySentence(stages);
  const worded = new Map<number, Match<CueRef>[]>();
  for (const cue of told.worded) {
    const s = (doc.tokens[cue.first] as Token).sentence;
    worded.set(s, [...(worded.get(s) ?? []), cue]);
  }
  return {
    ...assemble(stages),
    explanation: {
      about_conflict: isAbout,
      unread: doc.blocks.filter((block) => block.kind === "boilerplate").map(quote),
      sentences: doc.sentences.map((sentence, s): ExplainedSentence => {
        const { frames, cues } = marksOf(view, sentence);
        return {
          ...quote(sentence),
          block: (doc.blocks[sentence.block] as Block).kind,
          clauses: clausesOf(doc.tokens, sentence, told.clauses[s], quote),
          mentions: seen.mentions(s).map((mention) => ({ ...quote(mention), actor: mention.actor, form: mention.form, acts: mention.acts })),
          attributions: seen
            .attributions(s)
            .map(({ kind, speaker, hedged, cue, content }) => ({ kind, speaker, hedged, cue: cue && quote(cue), content: content.map(quote) })),
          dates: seen.dates(s).map((date) => ({ ...quote(date), when: date.when, basis: date.basis, relation: date.relation })),
          rounds: seen.rounds(s).map(({ id, kind, status }) => ({ id, kind, status })),
          frames: frames.map(({ value, at }) => ({ ...quote(wordsAt(doc.tokens, at)), id: value.id, kind: value.kind, act: value.act })),
          cues: [...new Map([...cues, ...(worded.get(s) ?? [])].map((cue) => [keyOf(cue), cue])).values()].map((cue) =>
            explainCue(cue, isAbout ? (told.outcomes.get(keyOf(cue)) ?? ["yields"]) : ["other_matter"], doc.tokens, quote),
          ),
        };
      }),
    },
  };
}

type Quoter = (range: Range) => QuotedSpan;

function quoterOf(text: string): Quoter {
  const at = codePointMap(text);
  return ({ start, end }) => ({ start: at(start), end: at(end), text: text.slice(start, end) });
}

/** One for each entry and its words, which two patterns of the entry may both find. */
function keyOf({ value: { issue, cue, sign }, at }: Match<CueRef>): string {
  return [issue.issue, cue.id, sign, ...at].join("|");
}

function explainCue(
  { value: { issue, cue, sign }, at }: Match<CueRef>,
  outcomes: readonly (PositionFinding | NoPosition)[],
  tokens: readonly Token[],
  quote: Quoter,
): ExplainedCue {
  const positions = outcomes.filter((outcome) => typeof outcome === "object");
  const codes = positions.length > 0 ? [] : new Set(outcomes.filter((outcome) => typeof outcome === "string"));
  return {
    ...quote(wordsAt(tokens, at)),
    issue: issue.issue,
    entry: `${issue.issue}.${cue.id}`,
    direction: sign > 0 ? "for" : "against",
    positions: positions.map(({ evidence: _, ...facts }) => facts),
    reasons: [...codes].map((code) => ({ code, text: noPosition[code] })),
  };
}

/** From the first to the last of some tokens. */
function wordsAt(tokens: readonly Token[], at: readonly number[]): Range {
  return { start: (tokens[at[0] as number] as Token).start, end: (tokens[at.at(-1) as number] as Token).end };
}

/** The runs of words that each clause has for its own. */
function clausesOf(tokens: readonly Token[], { first, last }: Sentence, found: Clauses | undefined, quote: Quoter): ExplainedSentence["clauses"] {
  const runs: Range[][] = found?.clauses.map(() => []) ?? [];
  let before = -1;
  for (let i = first; i < last; i++) {
    const clause = found?.clauseAt[i - first] ?? -1;
    const run = runs[clause]?.at(-1);
    const { start, end } = tokens[i] as Token;
    if (run && clause === before) run.end = end;
    else runs[clause]?.push({ start, end });
    before = clause;
  }
  return runs.flatMap((spans, c) => (spans.length === 0 ? [] : [{ kind: found?.clauses[c]?.kind ?? "main", spans: spans.map(quote) }]));
}

/** What the stages found, by the sentence in which it begins; rounds by every sentence that shows them. */
function sortBySentence({ doc: { sentences }, cast, attributions, dates, rounds }: Stages) {
  const touched: Set<RoundFinding>[] = sentences.map(() => new Set());
  for (const round of rounds)
    for (const { start, end } of round.evidence)
      for (let s = Math.max(0, sentenceAt(sentences, start)); (sentences[s]?.start ?? end) < end; s++) touched[s]?.add(round);
  return {
    mentions: sorter(sentences, cast.mentions, (mention) => mention),
    attributions: sorter(sentences, attributions, ({ cue, content }) => cue ?? content[0]),
    dates: sorter(sentences, dates, (date) => date),
    rounds: (s: number): RoundFinding[] => [...(touched[s] ?? [])],
  };
}

function sorter<Item>(
  sentences: readonly Sentence[],
  items: readonly Item[],
  rangeOf: (item: Item) => Range | undefined,
): (sentence: number) => readonly Item[] {
  const sorted: Item[][] = sentences.map(() => []);
  for (const item of items) {
    const range = rangeOf(item);
    if (range) sorted[sentenceAt(sentences, range.start)]?.push(item);
  }
  return (sentence) => sorted[sentence] ?? [];
}

/** Index of the last sentence that begins at or before `offset`; -1 where none does. */
const sentenceAt = (sentences: readonly Sentence[], offset: number): number => seek(sentences, offset + 1) - 1;
