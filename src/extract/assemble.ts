// Findings of all stages -> the extraction document: code-point offsets, quotes cut from the text, stable order. Adds no fact.
import type { DocumentActor, DocumentArticle, DocumentAttribution, DocumentPosition, DocumentRound, ExtractionDocument } from "../domain/documents.ts";
import { codePointMap, type QuotedSpan, type Span } from "../domain/spans.ts";
import { withoutPassingThoughts } from "./attributions/nesting.ts";
import type { PositionFinding } from "./positions/types.ts";
import type { RoundFinding } from "./rounds/types.ts";
import type { Attribution, Cast, Doc, Range } from "./types.ts";

export interface Findings {
  doc: Doc;
  article: DocumentArticle;
  cast: Cast;
  attributions: Attribution[];
  rounds: RoundFinding[];
  positions: PositionFinding[];
}

/** The document of one text. Actors that act nowhere and take part in nothing are left out; what is left out is named by no row. */
export function assemble({ doc, article, cast, attributions, rounds, positions }: Findings): ExtractionDocument {
  const at = codePointMap(doc.text);
  const span = (range: Range): Span => ({ start: at(range.start), end: at(range.end) });
  const quoted = ({ start, end }: Range): QuotedSpan => ({ start: at(start), end: at(end), text: doc.text.slice(start, end) });
  const evidence = (ranges: readonly Range[]): QuotedSpan[] => distinct(ranges).map(quoted);

  const named = new Set<string>();
  const name = <Id extends string | null>(id: Id): Id => {
    if (id !== null) named.add(id);
    return id;
  };
  const toRound = (round: RoundFinding): DocumentRound => {
    for (const { actor, party } of round.participants) [actor, party].forEach(name);
    const { id, kind, status, format, place, country, when, date_basis, label, participants, issues } = round;
    return { id, kind, status, format, place, country, when, date_basis, label, participants, issues, evidence: evidence(round.evidence) };
  };
  const toPosition = (position: PositionFinding): DocumentPosition => {
    [position.actor, position.party, position.target, position.attribution.speaker].forEach(name);
    const { actor, party, issue, stance, act, target, conditional, condition, hedged, past, attribution, confidence, rule } = position;
    const round = roundOf(rounds, position.evidence);
    const stated = round?.when ?? article.published;
    return {
      actor,
      party,
      issue,
      stance,
      act,
      target,
      conditional,
      condition,
      hedged,
      past,
      attribution,
      confidence,
      rule,
      round: round?.id ?? null,
      stated,
      date_basis: stated === null ? null : round?.when ? round.date_basis : "published",
      evidence: evidence(position.evidence),
    };
  };
  const toAttribution = ({ kind, speaker, source, cue, content }: Attribution): DocumentAttribution => ({
    kind,
    speaker: name(speaker),
    source: source && span(source),
    cue: cue && span(cue),
    content: distinct(content).map(span),
  });
  const documentRounds = rounds.map(toRound);
  const documentPositions = positions.map(toPosition);
  const documentAttributions = withoutPassingThoughts(attributions).map(toAttribution);
  return {
    text: doc.text,
    article,
    actors: actorsOf(cast, named, quoted),
    attributions: documentAttributions,
    rounds: documentRounds,
    positions: documentPositions,
  };
}

function actorsOf(cast: Cast, named: ReadonlySet<string>, quoted: (range: Range) => QuotedSpan): DocumentActor[] {
  const mentions = new Map<string, Range[]>();
  const acting = new Set<string>();
  for (const mention of cast.mentions) {
    const own = mentions.get(mention.actor);
    if (own) own.push(mention);
    else mentions.set(mention.actor, [mention]);
    if (mention.acts) acting.add(mention.actor);
  }
  return [...cast.entities.values()]
    .filter((entity) => (acting.has(entity.id) && !cast.silent?.has(entity.id)) || named.has(entity.id))
    .map(({ id, name, kind, party, provisional, roles }) => ({
      id,
      name,
      kind,
      party,
      provisional,
      roles,
      mentions: distinct(mentions.get(id) ?? []).map(quoted),
    }));
}

/** The round whose evidence holds the position's first words; null where none does. */
function roundOf(rounds: readonly RoundFinding[], ranges: readonly Range[]): RoundFinding | null {
  const first = ranges[0];
  if (!first) return null;
  return rounds.find((round) => round.evidence.some((e) => e.start <= first.start && first.end <= e.end)) ?? null;
}

/** In text order, each once. */
function distinct(ranges: readonly Range[]): Range[] {
  if (ranges.length < 2) return [...ranges];
  const seen = new Map(ranges.map((range) => [`${range.start}-${range.end}`, range]));
  return [...seen.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
