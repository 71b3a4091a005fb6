// A hand coding in the form of an extraction document, so that one coder can be measured against another as the extractor is.
import type { GoldArticle } from "../src/analysis/gold.ts";
import type { ExtractionDocument } from "../src/domain/documents.ts";
import type { QuotedSpan } from "../src/domain/spans.ts";

/** `text` is that of the article. Rows that the coder marks as minor are in it like all others; words that do not stand in the text have an empty span. */
export function documentOf({ source, actors, rounds, positions }: GoldArticle, text: string): ExtractionDocument {
  const span = (words: string): QuotedSpan => {
    const start = text.indexOf(words);
    return start < 0 ? { start: 0, end: 0, text: "" } : { start, end: start + words.length, text: words };
  };
  return {
    text,
    article: { title: source.title, source: source.outlet, author: source.author, genre: source.genre, language: null, published: source.published },
    actors: actors.map(({ id, kind, party, surfaces }) => ({
      id,
      name: surfaces[0] ?? id,
      kind,
      party,
      provisional: false,
      roles: [],
      mentions: surfaces.map(span),
    })),
    attributions: [],
    rounds: rounds.map(({ key, weight: _, evidence, ...round }) => ({ ...round, id: key, date_basis: null, label: null, evidence: evidence.map(span) })),
    positions: positions.map(({ weight: _, also: __, evidence, ...position }) => ({
      ...position,
      condition: null,
      round: null,
      stated: null,
      date_basis: null,
      confidence: 1,
      rule: "coder",
      evidence: evidence.map(span),
    })),
  };
}
