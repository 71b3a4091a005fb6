// Two extractions of the same texts compared row by row: added, removed, changed. Pure; knows no codebook and prints nothing.

import { compareText, groupBy } from "../domain/collect.ts";
import type { DocumentActor, DocumentAttribution, DocumentPosition, DocumentRound, ExtractionDocument } from "../domain/documents.ts";
import { type Span, sliceByCodePoints } from "../domain/spans.ts";

const rowKinds = ["actor", "attribution", "round", "position"] as const;
type RowKind = (typeof rowKinds)[number];

/** One article in both extractions. The two documents are of one text. */
export interface Pair {
  article: string;
  before: ExtractionDocument;
  after: ExtractionDocument;
}

export interface RowChange {
  article: string;
  kind: RowKind;
  change: "added" | "removed" | "changed";
  /** The row in a few words; of a changed one as it is now. */
  row: string;
  /** Positions alone: the issue, and the rule that made the row. Null else. */
  issue: string | null;
  rule: string | null;
  /** The first words that show it; null where the row has none. */
  words: string | null;
  /** Of a changed row the fields that differ, as JSON values. Empty else. */
  fields: { field: string; before: unknown; after: unknown }[];
}

export interface Tally {
  name: string;
  added: number;
  removed: number;
  changed: number;
}

export interface Diff {
  articles: number;
  articles_changed: number;
  changes: RowChange[];
  by_kind: Tally[];
  /** Positions by issue and by rule, those with most changes first. A changed row counts under its rule of now. */
  by_issue: Tally[];
  by_rule: Tally[];
}

/** Changes in the order of `pairs`, then by kind, then by place in the text. Linear in the number of rows but for sorting. */
export function diffDocuments(pairs: readonly Pair[]): Diff {
  const changes = pairs.flatMap(changesOf);
  const positions = changes.filter((change) => change.kind === "position");
  return {
    articles: pairs.length,
    articles_changed: new Set(changes.map((change) => change.article)).size,
    changes,
    by_kind: rowKinds
      .map((kind) =>
        tally(
          kind,
          changes.filter((change) => change.kind === kind),
        ),
      )
      .filter((line) => total(line) > 0),
    by_issue: tallies(positions, (change) => change.issue),
    by_rule: tallies(positions, (change) => change.rule),
  };
}

function changesOf({ article, before, after }: Pair): RowChange[] {
  const compare = <Row extends object>(kind: RowKind, way: Way<Row>, a: readonly Row[], b: readonly Row[]) => compareRows(article, kind, way, after.text, a, b);
  return [
    ...compare("actor", actors, before.actors, after.actors),
    ...compare("attribution", attributions, before.attributions, after.attributions),
    ...compare("round", rounds, before.rounds, after.rounds),
    ...compare("position", positions, before.positions, after.positions),
  ];
}

/** How rows of one kind are told apart and shown. */
interface Way<Row> {
  /** What makes two rows the same one, the surest first; a later key joins only what the earlier ones left. */
  keys: ((row: Row) => string)[];
  spans: (row: Row) => readonly Span[];
  name: (row: Row) => string;
  issue: (row: Row) => string | null;
  rule: (row: Row) => string | null;
}

const nothing = () => null;
const at = (span: Span | null | undefined): string => (span ? `${span.start}-${span.end}` : "");

const actors: Way<DocumentActor> = {
  keys: [(row) => row.id, (row) => at(row.mentions[0])],
  spans: (row) => row.mentions,
  name: (row) => `${row.id} (${row.kind}${row.party === null || row.party === row.id ? "" : ` of ${row.party}`})`,
  issue: nothing,
  rule: nothing,
};

const attributions: Way<DocumentAttribution> = {
  keys: [(row) => `${at(row.cue)}|${row.content.map(at).join()}`, (row) => `${at(row.cue ?? row.content[0])}`, (row) => at(row.content[0])],
  spans: (row) => row.content,
  name: (row) => `${row.kind} by ${row.speaker ?? "nobody named"}`,
  issue: nothing,
  rule: nothing,
};

const rounds: Way<DocumentRound> = {
  keys: [(row) => row.id, (row) => row.evidence.map(at).join(), (row) => at(row.evidence[0])],
  spans: (row) => row.evidence,
  name: (row) => [row.status, row.format, row.kind, row.place && `in ${row.place}`, row.when].filter(Boolean).join(" "),
  issue: nothing,
  rule: nothing,
};

const positions: Way<DocumentPosition> = {
  keys: [
    (row) => [row.actor, row.issue, row.stance, row.target, row.past].join("|"),
    (row) => [row.actor, row.issue, row.stance].join("|"),
    (row) => [row.actor, row.issue, at(row.evidence[0])].join("|"),
    (row) => [row.issue, at(row.evidence[0])].join("|"),
  ],
  spans: (row) => row.evidence,
  name: (row) => `${row.actor} ${row.stance} ${row.issue}, ${row.act}${row.target === null ? "" : `, target ${row.target}`}`,
  issue: (row) => row.issue,
  rule: (row) => row.rule,
};

function compareRows<Row extends object>(
  article: string,
  kind: RowKind,
  way: Way<Row>,
  text: string,
  before: readonly Row[],
  after: readonly Row[],
): RowChange[] {
  const partners = new Map<Row, Row>();
  let [left, right] = [[...before], [...after]];
  for (const key of way.keys) {
    const byKey = groupBy(left, key);
    for (const row of right) {
      const partner = byKey.get(key(row))?.shift();
      if (partner) partners.set(row, partner);
    }
    const taken = new Set(partners.values());
    left = left.filter((row) => !taken.has(row));
    right = right.filter((row) => !partners.has(row));
  }
  const words = (span: Span | undefined) => (span === undefined ? null : sliceByCodePoints(text, span));
  const describe = (row: Row, change: RowChange["change"], fields: RowChange["fields"]) => ({
    place: way.spans(row)[0]?.start ?? 0,
    change: { article, kind, change, row: way.name(row), issue: way.issue(row), rule: way.rule(row), words: words(way.spans(row)[0]), fields },
  });
  const changed = [...partners].map(([row, partner]) => describe(row, "changed", differences(partner, row))).filter(({ change }) => change.fields.length > 0);
  return [...left.map((row) => describe(row, "removed", [])), ...right.map((row) => describe(row, "added", [])), ...changed]
    .sort((a, b) => a.place - b.place)
    .map(({ change }) => change);
}

function differences(before: object, after: object): RowChange["fields"] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return Object.keys(b)
    .filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))
    .map((field) => ({ field, before: a[field], after: b[field] }));
}

function tallies(changes: readonly RowChange[], nameOf: (change: RowChange) => string | null): Tally[] {
  const groups = groupBy(changes, (change) => nameOf(change) ?? "");
  return [...groups].map(([name, group]) => tally(name, group)).sort((a, b) => total(b) - total(a) || compareText(a.name, b.name));
}

function tally(name: string, changes: readonly RowChange[]): Tally {
  const count = (change: RowChange["change"]) => changes.filter((one) => one.change === change).length;
  return { name, added: count("added"), removed: count("removed"), changed: count("changed") };
}

function total({ added, removed, changed }: Tally): number {
  return added + removed + changed;
}
