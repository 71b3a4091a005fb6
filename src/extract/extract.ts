// The extractor: an article and a lexicon in, the extraction document out. Pure: no clock, disk, network or memory of earlier texts.
import type { Article } from "../domain/articles.ts";
import { dayBounds } from "../domain/dates.ts";
import type { ExtractionDocument } from "../domain/documents.ts";
import { findCast } from "./actors/cast.ts";
import { assemble, type Findings } from "./assemble.ts";
import { findAttributions } from "./attributions/find.ts";
import { findDates } from "./dates/find.ts";
import type { DateMention } from "./dates/types.ts";
import type { Lexicon } from "./lexicon.ts";
import { findMeta } from "./meta.ts";
import { issuesIn } from "./positions/cues.ts";
import { weightOf } from "./positions/guard.ts";
import { oddsOf, stanceWords } from "./positions/learned-stance.ts";
import { findPositions } from "./positions/positions.ts";
import { sensedMeeting } from "./positions/senses.ts";
import type { Trace as PositionsTrace } from "./positions/trace.ts";
import { read } from "./read.ts";
import { findRounds } from "./rounds/find.ts";
import type { RoundFinding, Trace as RoundsTrace } from "./rounds/types.ts";
import type { Attribution, Cast, Doc, Sentence } from "./types.ts";

/** Who says what on which issue in one article. `article.text` must be in the normal form of `normaliseText`. Linear in its length; never throws on any text. */
export function extract(article: Article, lexicon: Lexicon): ExtractionDocument {
  return assemble(runStages(article, lexicon));
}

export interface Stages extends Findings {
  dates: DateMention[];
}

/** What whoever asks hears of the work: why the positions stage took or left its cues, and what the rounds stage weighed. */
export type Ear = PositionsTrace & RoundsTrace;

/** What each stage finds in one article. */
export function runStages({ text, meta }: Article, lexicon: Lexicon, trace?: Ear): Stages {
  const doc = read(text, lexicon.layout);
  const article = findMeta(doc, meta, lexicon.layout);
  const anchor = article.published;
  const cast = findCast(doc, dayBounds(anchor).from, lexicon.cast);
  const dates = findDates(doc, anchor, lexicon.dates);
  const attributions = findAttributions(doc, cast, lexicon.attributions);
  const rounds = roundsIn(doc, cast, attributions, dates, anchor, lexicon, trace);
  const positions = findPositions(doc, cast, attributions, lexicon.positions, trace);
  return { doc, article, cast, dates, attributions, rounds, positions };
}

/** How far the network may lift what the signs of words say: of the 13,500 and more sentences of practice articles that these put further than this below a bound that is asked for, both together lift one above it. */
const swayed = 2;

/** The rounds of a text, with what the words of texts and sentences taught of them. */
export function roundsIn(
  doc: Doc,
  cast: Cast,
  attributions: readonly Attribution[],
  dates: readonly DateMention[],
  anchor: string | null,
  lexicon: Lexicon,
  trace?: RoundsTrace,
): RoundFinding[] {
  const { positions, rounds } = lexicon;
  const { meeting, senses, scene, placing } = positions.learned;
  const odds = new Map<Sentence, { bySigns: number; both: number | null }>();
  const oddsIn = (sentence: Sentence, least = Number.NEGATIVE_INFINITY): number => {
    const { first, last } = sentence;
    let known = odds.get(sentence);
    if (known === undefined) {
      known = { bySigns: oddsOf(meeting, stanceWords(meeting, doc.tokens, first, last)), both: null };
      odds.set(sentence, known);
    }
    if (known.both === null && known.bySigns < least - swayed) return known.bySigns;
    // Two opinions on the same as one.
    known.both ??= (known.bySigns + (sensedMeeting(senses, doc.tokens, first, last) ?? known.bySigns)) / 2;
    return known.both;
  };
  return findRounds(
    doc,
    cast,
    attributions,
    dates,
    anchor,
    rounds,
    lexicon.dates,
    { weight: weightOf(doc, positions), issuesIn: (range) => issuesIn(doc, range, positions), oddsIn, scene, placing },
    trace,
  );
}
