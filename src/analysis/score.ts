// Compares one extraction document with its gold coding. Pure; what the figures mean stands in docs/accuracy.md.
import type { DocumentActor, DocumentPosition, DocumentRound, ExtractionDocument } from "../domain/documents.ts";
import type { GoldActor, GoldArticle, GoldPosition, GoldRound } from "./gold.ts";

/** True positives, false positives, false negatives. */
export interface Tally {
  tp: number;
  fp: number;
  fn: number;
}
/** Right answers of so many asked. */
export interface Share {
  right: number;
  of: number;
}

export interface Mistake {
  kind: "actor" | "round" | "position";
  fault: "missed" | "spurious";
  what: string;
  rule: string | null;
  quote: string | null;
}

export interface Score {
  article: string;
  words: number;
  actors: Tally;
  rounds: Tally;
  positions: Tally;
  /** Shares by name: `actor.party`, `round.kind`, `round.participants`, `position.act`, `position.evidence`, `source.genre`… */
  fields: Map<string, Share>;
  /** One entry a distinct predicted position: how sure it was, and whether it was right. */
  confidences: { confidence: number; right: boolean }[];
  mistakes: Mistake[];
}

export function scoreArticle(gold: GoldArticle, document: ExtractionDocument): Score {
  const score: Score = {
    article: gold.article,
    words: words(document.text).length,
    actors: { tp: 0, fp: 0, fn: 0 },
    rounds: { tp: 0, fp: 0, fn: 0 },
    positions: { tp: 0, fp: 0, fn: 0 },
    fields: new Map(),
    confidences: [],
    mistakes: [],
  };
  scoreSource(gold, document, score);
  const match = matchActors(gold.actors, document.actors);
  const same = sameBy(match);
  scoreActors(gold.actors, document.actors, match, score);
  scoreRounds(gold.rounds, document.rounds, same, score);
  scorePositions(gold.positions, document.positions, same, score);
  return score;
}

export const precision = ({ tp, fp }: Tally): number => (tp + fp === 0 ? 0 : tp / (tp + fp));
export const recall = ({ tp, fn }: Tally): number => (tp + fn === 0 ? 0 : tp / (tp + fn));
/** Harmonic mean of precision and recall; 0 where both are. */
export function f1(tally: Tally): number {
  const [p, r] = [precision(tally), recall(tally)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

function note(score: Score, name: string, right: boolean): void {
  const share = score.fields.get(name) ?? { right: 0, of: 0 };
  score.fields.set(name, { right: share.right + (right ? 1 : 0), of: share.of + 1 });
}

const fold = (text: string | null | undefined): string =>
  (text ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
const words = (text: string): string[] => fold(text).split(" ").filter(Boolean);

/** Share of the shorter text's words that stand in the other, from 0 to 1. */
export function overlap(a: string, b: string): number {
  const [short, long] = [words(a), words(b)].sort((p, q) => p.length - q.length) as [string[], string[]];
  if (short.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of long) left.set(word, (left.get(word) ?? 0) + 1);
  const hits = short.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return hits.length / short.length;
}

const bestOverlap = (wanted: readonly string[], got: readonly { text: string }[]): number =>
  Math.max(0, ...wanted.flatMap((a) => got.map((b) => overlap(a, b.text))));

function scoreSource(gold: GoldArticle, { article }: ExtractionDocument, score: Score): void {
  note(score, "source.genre", article.genre === gold.source.genre);
  if (gold.source.author !== null) note(score, "source.author", fold(article.author) === fold(gold.source.author));
}

type SameActor = (predicted: string | null, wanted: string | null) => boolean;

/** Which gold actor each predicted one is: that of its id, else one with a full name that both sides bear. */
function matchActors(gold: readonly GoldActor[], got: readonly DocumentActor[]): Map<DocumentActor, GoldActor> {
  const free = new Set(got);
  const match = new Map<DocumentActor, GoldActor>();
  for (const wanted of gold) {
    const surfaces = new Set([wanted.id, ...wanted.surfaces].map(fold));
    const found =
      [...free].find((actor) => actor.id === wanted.id) ??
      [...free].find((actor) =>
        [actor.name, ...actor.mentions.map((m) => m.text)].map(fold).some((name) => surfaces.has(name) && (name.includes(" ") || actor.kind === wanted.kind)),
      );
    if (!found) continue;
    free.delete(found);
    match.set(found, wanted);
  }
  return match;
}

/** Whether an id of the document and one of the gold stand for the same actor. */
function sameBy(match: ReadonlyMap<DocumentActor, GoldActor>): SameActor {
  const goldId = new Map([...match].map(([actor, wanted]) => [actor.id, wanted.id]));
  return (predicted, wanted) => predicted !== null && wanted !== null && (predicted === wanted || goldId.get(predicted) === wanted);
}

function scoreActors(gold: readonly GoldActor[], got: readonly DocumentActor[], match: ReadonlyMap<DocumentActor, GoldActor>, score: Score): void {
  const found = new Map([...match].map(([actor, wanted]) => [wanted, actor]));
  for (const wanted of gold) {
    const actor = found.get(wanted);
    if (!actor && wanted.weight === "core") {
      score.actors.fn++;
      score.mistakes.push({ kind: "actor", fault: "missed", what: wanted.id, rule: null, quote: wanted.surfaces[0] ?? null });
    }
    if (!actor) continue;
    if (wanted.weight === "core") score.actors.tp++;
    if (wanted.party !== null) note(score, "actor.party", (actor.party ?? actor.id) === wanted.party);
  }
  for (const actor of got) {
    if (match.has(actor)) continue;
    score.actors.fp++;
    score.mistakes.push({ kind: "actor", fault: "spurious", what: actor.id, rule: null, quote: actor.mentions[0]?.text ?? null });
  }
}

/** EDTF dates agree where their given digits do; intervals where both ends do. */
function sameDate(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const ends = (date: string): [string, string] => {
    const parts = date.replace(/[~?%]/g, "").split("/");
    return [parts[0] as string, parts.at(-1) as string];
  };
  const agree = (p: string, q: string): boolean => {
    const length = Math.min(p.length, q.length);
    return length >= 4 && [...p.slice(0, length)].every((digit, i) => digit === q[i] || digit === "X" || q[i] === "X");
  };
  const [x, y] = [ends(a), ends(b)];
  return agree(x[0], y[0]) && agree(x[1], y[1]);
}

/** How well a predicted round fits a gold one: place, date, people and words each speak for or against. */
function roundFit(wanted: GoldRound, got: DocumentRound, same: SameActor): number {
  let fit = 0;
  if (wanted.place !== null && got.place !== null) fit += fold(wanted.place) === fold(got.place) ? 2 : -2;
  else if (wanted.country !== null && got.country !== null) fit += wanted.country === got.country ? 1 : -1;
  if (wanted.when !== null && got.when !== null) fit += sameDate(wanted.when, got.when) ? 1.5 : -1.5;
  if (wanted.participants.length > 0)
    fit += wanted.participants.filter((p) => got.participants.some((q) => same(q.actor, p.actor))).length / wanted.participants.length;
  const best = bestOverlap(wanted.evidence, got.evidence);
  return fit + (best > 0.5 ? 2 * best : 0);
}

/** Each round that was coded with the one found that fits it best; those that none fits are left out. */
function matchRounds(gold: readonly GoldRound[], got: readonly DocumentRound[], same: SameActor): Map<GoldRound, DocumentRound> {
  const pairs = gold
    .flatMap((wanted) => got.map((round) => ({ wanted, round, fit: roundFit(wanted, round, same) })))
    .filter(({ fit }) => fit >= 1.5)
    .sort((a, b) => b.fit - a.fit);
  const match = new Map<GoldRound, DocumentRound>();
  const taken = new Set<DocumentRound>();
  for (const { wanted, round } of pairs) {
    if (match.has(wanted) || taken.has(round)) continue;
    match.set(wanted, round);
    taken.add(round);
  }
  return match;
}

/** The rounds of a coding that a document lacks. */
export function roundsMissed(gold: GoldArticle, document: ExtractionDocument): GoldRound[] {
  const match = matchRounds(gold.rounds, document.rounds, sameBy(matchActors(gold.actors, document.actors)));
  return gold.rounds.filter((round) => !match.has(round));
}

function scoreRounds(gold: readonly GoldRound[], got: readonly DocumentRound[], same: SameActor, score: Score): void {
  const match = matchRounds(gold, got, same);
  const taken = new Set(match.values());
  for (const wanted of gold) {
    const round = match.get(wanted);
    if (wanted.weight === "minor") continue;
    if (!round) {
      score.rounds.fn++;
      score.mistakes.push({
        kind: "round",
        fault: "missed",
        what: `${wanted.kind} ${wanted.place ?? "-"} ${wanted.when ?? "-"}`,
        rule: null,
        quote: wanted.evidence[0] ?? null,
      });
      continue;
    }
    score.rounds.tp++;
    for (const field of ["kind", "status", "format", "place", "country"] as const) note(score, `round.${field}`, fold(round[field]) === fold(wanted[field]));
    note(score, "round.when", sameDate(wanted.when, round.when));
    for (const person of wanted.participants)
      note(
        score,
        "round.participants",
        round.participants.some((q) => same(q.actor, person.actor)),
      );
  }
  for (const round of got) {
    if (taken.has(round)) continue;
    score.rounds.fp++;
    score.mistakes.push({
      kind: "round",
      fault: "spurious",
      what: `${round.kind} ${round.place ?? "-"} ${round.when ?? "-"}`,
      rule: null,
      quote: round.evidence[0]?.text ?? null,
    });
  }
}

interface Coded {
  party: string | null;
  actor: string;
  issue: string;
  stance: string;
}

const partyOf = ({ party, actor }: Pick<Coded, "party" | "actor">): string => party ?? actor;
const unitOf = (p: Coded): string => `${partyOf(p)}|${p.issue}|${p.stance}`;

/** Whether a predicted row is a gold one: party + issue + stance. The codings that the gold also defends count as right. */
function fits(got: Coded, wanted: GoldPosition, same: SameActor): boolean {
  const codings = [
    wanted,
    ...(wanted.also ?? []).map((other) => ({
      ...wanted,
      ...other,
      party: other.party ?? (other.actor === undefined ? wanted.party : null),
      actor: other.actor ?? wanted.actor,
    })),
  ];
  return codings.some(
    (coding) =>
      (same(partyOf(got), partyOf(coding)) || same(got.actor, coding.actor) || partyOf(got) === partyOf(coding)) &&
      got.issue === coding.issue &&
      got.stance === coding.stance,
  );
}

/** The rows of the gold that a predicted row of the document is. */
export function codedAs(gold: GoldArticle, document: Pick<ExtractionDocument, "actors">): (got: Coded) => GoldPosition[] {
  const same = sameBy(matchActors(gold.actors, document.actors));
  return (got) => gold.positions.filter((wanted) => fits(got, wanted, same));
}

function scorePositions(gold: readonly GoldPosition[], got: readonly DocumentPosition[], same: SameActor, score: Score): void {
  const right = new Set<string>();
  for (const wanted of new Map(gold.map((g) => [unitOf(g) + g.weight, g])).values()) {
    const found = got.filter((p) => fits(p, wanted, same));
    for (const p of found) right.add(unitOf(p));
    if (wanted.weight === "minor") continue;
    if (found.length === 0) {
      score.positions.fn++;
      score.mistakes.push({
        kind: "position",
        fault: "missed",
        what: `${partyOf(wanted)} ${wanted.stance} ${wanted.issue} (${wanted.act})`,
        rule: null,
        quote: wanted.evidence[0] ?? null,
      });
      continue;
    }
    score.positions.tp++;
    const best = found.map((p) => ({ p, shown: bestOverlap(wanted.evidence, p.evidence) })).sort((a, b) => b.shown - a.shown)[0] as {
      p: DocumentPosition;
      shown: number;
    };
    note(score, "position.evidence", best.shown >= 0.5);
    note(score, "position.actor", same(best.p.actor, wanted.actor));
    note(score, "position.act", best.p.act === wanted.act);
    note(score, "position.conditional", best.p.conditional === wanted.conditional);
    note(score, "position.hedged", best.p.hedged === wanted.hedged);
    note(score, "position.past", best.p.past === wanted.past);
    note(score, "position.attribution", best.p.attribution.kind === wanted.attribution.kind);
  }
  const surest = new Map<string, DocumentPosition>();
  for (const p of got) if (p.confidence > (surest.get(unitOf(p))?.confidence ?? -1)) surest.set(unitOf(p), p);
  for (const [key, p] of surest) {
    score.confidences.push({ confidence: p.confidence, right: right.has(key) });
    if (right.has(key)) continue;
    score.positions.fp++;
    score.mistakes.push({
      kind: "position",
      fault: "spurious",
      what: `${partyOf(p)} ${p.stance} ${p.issue} (${p.act})`,
      rule: p.rule,
      quote: p.evidence[0]?.text ?? null,
    });
  }
}
