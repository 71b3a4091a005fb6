// An extraction document as the rows of one article. Pure: reads no database; ids come from what the rows say, so the same document gives the same rows anywhere.
import type { Article } from "../domain/articles.ts";
import { compareText, groupBy, remembered } from "../domain/collect.ts";
import { type DayBounds, dayBounds } from "../domain/dates.ts";
import type { DocumentArticle, DocumentPosition, DocumentRound, ExtractionDocument } from "../domain/documents.ts";
import { hashId, sha256, slug } from "../domain/ids.ts";
import { searchText } from "../domain/search.ts";
import type { QuotedSpan } from "../domain/spans.ts";
import { countWords } from "../domain/text.ts";
import type { SourceKind } from "../domain/vocabulary.ts";
import { canonical } from "./canonical.ts";
import type { Tables } from "./schema.ts";

type Row<Name extends keyof Tables> = Tables[Name]["$inferSelect"];
type Bounds = (date: string | null) => DayBounds;

/** Rows by table, and the full-text documents by table and id. `round_id` of reports and positions is null: only `settle` knows it. */
export interface ArticleRows {
  article: Row<"articles">;
  sources: Row<"sources">[];
  source_reports: Row<"source_reports">[];
  /** Every actor that the document names anywhere, as it would be written if nobody knew it. */
  actors: Row<"actors">[];
  actor_reports: Row<"actor_reports">[];
  affiliations: Row<"affiliations">[];
  mentions: Row<"mentions">[];
  attributions: Row<"attributions">[];
  round_reports: Row<"round_reports">[];
  round_report_participants: Row<"round_report_participants">[];
  round_report_issues: Row<"round_report_issues">[];
  positions: Row<"positions">[];
  evidence: Row<"evidence">[];
}

/** The id of the article with this text: the first 16 digits of its SHA-256. */
export const articleId = (text: string): string => sha256(text).slice(0, 16);

/** A readable name for an actor of whom only the id is known: "south-norland-officials" -> "South Norland Officials". */
export const nameOfId = (id: string): string =>
  id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");

/**
 * All rows of one article. Throws where the document breaks a promise of the record: a quote that is not its slice of the text, a row without evidence, two
 * rounds of one id, a position at a round that the document does not hold.
 */
export function articleRows(article: Article, document: ExtractionDocument, extraction: string, notes: readonly string[]): ArticleRows {
  const { text } = document;
  const article_id = articleId(text);
  const publisher = publisherOf(document.article);
  requireQuotes(document);
  const bounds = remembered(dayBounds);

  const reports = new Map<string, Row<"round_reports">>();
  for (const round of document.rounds) {
    if (reports.has(round.id)) throw new Error(`the document holds two rounds "${round.id}"`);
    reports.set(round.id, roundReport(article_id, round, bounds));
  }
  const reportOf = (round: string): Row<"round_reports"> => {
    const report = reports.get(round);
    if (!report) throw new Error(`the document has a position at a round that it does not hold: "${round}"`);
    return report;
  };

  const told = mergePositions(document.positions).map(({ position, evidence }) => ({
    row: positionRow(article_id, position, position.round === null ? null : reportOf(position.round).id, bounds),
    evidence,
  }));
  const sources = byId([
    ...document.positions.flatMap(({ attribution }) => (attribution.source === null ? [] : [sourceRow(attribution.source, "outlet")])),
    publisher,
  ]);

  return {
    article: {
      ...articleFields(document.article, bounds),
      id: article_id,
      source_id: publisher.id,
      url: article.meta.url,
      text_basis: article.meta.text_basis,
      text,
      text_sha256: sha256(text),
      words: countWords(text),
      meta: article.meta,
      notes: [...notes],
      extraction,
    },
    sources,
    source_reports: sources.map(({ id, name, kind }) => ({ article_id, source_id: id, name, kind })),
    actors: actorsOf(document),
    actor_reports: byId(document.actors).map(({ id, name, kind, party }) => ({ article_id, actor_id: id, name, kind, party_id: party })),
    affiliations: byId(
      document.actors.flatMap((actor) =>
        actor.roles.map((title) => ({
          id: hashId(article_id, "affiliation", actor.id, title),
          actor_id: actor.id,
          title,
          party_id: actor.party,
          held: null,
          held_from: null,
          held_to: null,
          article_id,
        })),
      ),
    ),
    mentions: unique(
      document.actors.flatMap((actor) =>
        actor.mentions.map((mention) => ({ article_id, actor_id: actor.id, start: mention.start, end: mention.end, text: mention.text })),
      ),
      (mention) => `${mention.start} ${mention.end} ${mention.actor_id}`,
    ),
    attributions: byId(
      document.attributions.map(({ kind, speaker, source, cue, content }) => ({
        id: hashId(article_id, "attribution", canonical({ kind, speaker, source, cue, content })),
        article_id,
        kind,
        speaker_id: speaker,
        source,
        cue,
        content,
      })),
    ),
    round_reports: [...reports.values()],
    round_report_participants: document.rounds.flatMap((round) =>
      unique(
        round.participants.map(({ actor, party, role }) => ({ round_report_id: reportOf(round.id).id, actor_id: actor, party_id: party, role })),
        (participant) => `${participant.actor_id} ${participant.role}`,
      ),
    ),
    round_report_issues: document.rounds.flatMap((round) =>
      [...new Set(round.issues)].map((issue_id) => ({ round_report_id: reportOf(round.id).id, issue_id })),
    ),
    positions: told.map(({ row }) => row),
    evidence: [
      ...told.flatMap(({ row, evidence }) => evidenceRows(article_id, { position_id: row.id, round_report_id: null }, evidence)),
      ...document.rounds.flatMap((round) => evidenceRows(article_id, { position_id: null, round_report_id: reportOf(round.id).id }, round.evidence)),
    ],
  };
}

/** The full-text document of each position or round report that has evidence, by id. No search crosses from one quote into the next: the sign between them is no word that a query can hold. */
export function quoteDocuments(evidence: readonly Row<"evidence">[], owner: "position_id" | "round_report_id"): Map<string, [string]> {
  const documents = new Map<string, [string]>();
  for (const { [owner]: id, quote } of [...evidence].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (id === null) continue;
    const before = documents.get(id);
    documents.set(id, [before ? `${before[0]} ¦ ${searchText(quote)}` : searchText(quote)]);
  }
  return documents;
}

/** Who published the article: the outlet, else the named author, else `unknown`. */
function publisherOf({ source, author }: DocumentArticle): Row<"sources"> {
  if (source !== null) return sourceRow(source, "outlet");
  return author === null ? sourceRow("unknown", "unknown") : sourceRow(author, "author");
}

const sourceRow = (name: string, kind: SourceKind): Row<"sources"> => ({ id: slug(name) || hashId("source", name), name, kind, country: null, url: null });

function articleFields({ title, author, genre, language, published }: DocumentArticle, bounds: Bounds) {
  const { from, to } = bounds(published);
  return { title, author, genre, language, published, published_from: from, published_to: to };
}

function actorsOf(document: ExtractionDocument): Row<"actors">[] {
  const provisional = { party_id: null, country: null, wikidata: null, provisional: true };
  const others = [
    ...document.actors.map((actor) => actor.party),
    ...document.attributions.map((attribution) => attribution.speaker),
    ...document.rounds.flatMap((round) => round.participants.flatMap(({ actor, party }) => [actor, party])),
    ...document.positions.flatMap(({ actor, party, target, attribution }) => [actor, party, target, attribution.speaker]),
  ];
  return byId([
    ...others.filter((id) => id !== null).map((id) => ({ id, name: nameOfId(id), kind: "organisation" as const, ...provisional })),
    ...document.actors.map(({ id, name, kind }) => ({ id, name, kind, ...provisional })),
  ]);
}

function roundReport(article_id: string, round: DocumentRound, bounds: Bounds): Row<"round_reports"> {
  const { id, label, kind, status, format, place, country, when, date_basis } = round;
  const { from, to } = bounds(when);
  return {
    id: roundReportId(article_id, id),
    round_id: null,
    article_id,
    key: id,
    label,
    kind,
    status,
    format,
    place,
    country,
    when,
    when_from: from,
    when_to: to,
    date_basis,
  };
}

function positionRow(article_id: string, position: DocumentPosition, round_report_id: string | null, bounds: Bounds): Row<"positions"> {
  const { from, to } = bounds(position.stated);
  return {
    id: positionId(article_id, position.actor, position.issue, position.stance, position.target),
    article_id,
    actor_id: position.actor,
    party_id: position.party,
    issue_id: position.issue,
    stance: position.stance,
    act: position.act,
    target_id: position.target,
    conditional: position.conditional,
    condition: position.condition,
    hedged: position.hedged,
    past: position.past,
    attribution: position.attribution.kind,
    speaker_id: position.attribution.speaker,
    cited_source_id: position.attribution.source === null ? null : sourceRow(position.attribution.source, "outlet").id,
    round_report_id,
    round_id: null,
    stated: position.stated,
    stated_from: from,
    stated_to: to,
    date_basis: position.date_basis,
    confidence: position.confidence,
    rule: position.rule,
  };
}

/** The id of a round report: its article and the round's id in the article's document. */
export const roundReportId = (article_id: string, key: string): string => hashId(article_id, "round", key);

/** The id of a position: its article, actor, issue, stance and target, which the coding guide makes its identity. */
export const positionId = (article_id: string, actor: string, issue: string, stance: string, target: string | null): string =>
  hashId(article_id, "position", actor, issue, stance, target ?? "");

/** The id of a piece of evidence: its owner and its span. */
export const evidenceId = (owner: string, start: number, end: number): string => hashId(owner, "evidence", String(start), String(end));

/** One position an identity: of several the surest stands, and the evidence of all is its evidence. The order in the document does not matter. */
function mergePositions(positions: readonly DocumentPosition[]): { position: DocumentPosition; evidence: QuotedSpan[] }[] {
  const groups = groupBy(positions, ({ actor, issue, stance, target }) => canonical([actor, issue, stance, target]));
  return [...groups.values()].map((group) => {
    const [position] = group.sort(
      (a, b) => b.confidence - a.confidence || (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || compareText(canonical(a), canonical(b)),
    );
    return { position: position as DocumentPosition, evidence: group.flatMap(({ evidence }) => evidence) };
  });
}

function evidenceRows(article_id: string, owner: Pick<Row<"evidence">, "position_id" | "round_report_id">, evidence: readonly QuotedSpan[]): Row<"evidence">[] {
  const id = owner.position_id ?? owner.round_report_id ?? "";
  return byId(evidence.map(({ start, end, text }) => ({ id: evidenceId(id, start, end), ...owner, article_id, start, end, quote: text })));
}

function requireQuotes({ text, actors, rounds, positions }: ExtractionDocument): void {
  const points = /[\ud800-\udbff]/.test(text) ? Array.from(text) : null;
  const slice = (start: number, end: number) => (points ? points.slice(start, end).join("") : text.slice(start, end));
  for (const { evidence } of [...rounds, ...positions]) if (evidence.length === 0) throw new Error("the document has a row without evidence");
  for (const quoted of [
    ...actors.flatMap(({ mentions }) => mentions),
    ...rounds.flatMap(({ evidence }) => evidence),
    ...positions.flatMap(({ evidence }) => evidence),
  ]) {
    if (quoted.text === "" || slice(quoted.start, quoted.end) !== quoted.text) {
      throw new Error(`the document quotes what does not stand at ${quoted.start} to ${quoted.end} of its text: "${quoted.text.slice(0, 60)}"`);
    }
  }
}

/** Of rows with one key the last stands, at the place of the first. */
function unique<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

const byId = <Item extends { id: string }>(items: readonly Item[]): Item[] => unique(items, ({ id }) => id);
