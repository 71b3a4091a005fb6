// Which reports tell of one round (coding guide, 3: same parties or venue and overlapping dates). Pure, and the same for any order of the reports.
import { compareText, groupBy } from "../domain/collect.ts";
import { dayBounds } from "../domain/dates.ts";
import { slug } from "../domain/ids.ts";
import type { DateBasis, ParticipantRole, RoundKind, RoundStatus } from "../domain/vocabulary.ts";

/** What is told of a round, by an article or by the codebook. `place` is in the form in which places are compared. */
export interface Telling {
  id: string;
  kind: RoundKind;
  status: RoundStatus;
  place: string | null;
  country: string | null;
  /** EDTF; its year may be left open. */
  when: string | null;
  when_from: string | null;
  when_to: string | null;
  date_basis: DateBasis | null;
  label: string | null;
  participants: readonly { actor_id: string; party_id: string | null; role: ParticipantRole }[];
}

/** The reports of one round. `known` is the round of the codebook to which they belong, null where it has none. */
interface JoinedRound<Report extends Telling> {
  known: string | null;
  reports: Report[];
}

/** A telling with what comparing asks for: first and last day as numbers (null where not known) and those who sat at the table. */
interface Meeting<T extends Telling> {
  telling: T;
  from: number | null;
  to: number | null;
  principals: ReadonlySet<string>;
}

/** Longer stretches ("in November") say too little of the day: several rounds fit into one. */
const longestRound = 10;

/**
 * Puts every report into exactly one round; known rounds that no report tells of are left out.
 * 1. A report with days joins the known round that fits best (`fitsKnown`), one day of difference allowed where the text itself gives the date, unless one
 *    that fits it better was in another country: a known round of which no country is known must not hold two.
 * 2. Of the others, those of the same days and venue or parties are one round (`fitsReport`), as long as no two in it contradict each other.
 * 3. A report with a month, without a year or without a date joins a round that it pins down (`pins`) if there is only one such; else it stands
 *    with those of the very same date and venue or parties, or, without a date, alone.
 */
export function joinRounds<Report extends Telling>(reports: readonly Report[], known: readonly Telling[]): JoinedRound<Report>[] {
  const anchors = known.map(meeting).sort((a, b) => compareText(a.telling.id, b.telling.id));
  const meetings = reports.map(meeting).sort((a, b) => compareText(a.telling.id, b.telling.id));
  const [dated, vague] = [meetings.filter(hasDays), meetings.filter((one) => !hasDays(one))];

  const joined = byAnchor(dated, anchors);
  const free = joined.get(null) ?? [];
  const rounds = [
    ...anchors.map((anchor) => ({ anchor, reports: joined.get(anchor) ?? [] })),
    ...cluster(free, fitsReport).map((cluster) => ({ anchor: null, reports: cluster })),
  ];

  const pinned = groupBy(vague, (report) => only(rounds.filter(({ anchor, reports }) => pins(report, anchor, reports))));
  const loose = pinned.get(null) ?? [];
  return [
    ...rounds.map((round) => ({ known: round.anchor?.telling.id ?? null, reports: [...round.reports, ...(pinned.get(round) ?? [])] })),
    ...cluster(loose, (a, b) => a.telling.when !== null && a.telling.when === b.telling.when && fitsReport(a, b)).map((reports) => ({ known: null, reports })),
  ]
    .filter((round) => round.reports.length > 0)
    .map(({ known, reports }) => ({ known, reports: reports.map(({ telling }) => telling).sort((a, b) => compareText(a.id, b.id)) }));
}

function meeting<T extends Telling>(telling: T): Meeting<T> {
  const parties = telling.participants.filter(({ role }) => role !== "host" && role !== "observer").map(({ actor_id, party_id }) => party_id ?? actor_id);
  return { telling, from: dayNumber(telling.when_from), to: dayNumber(telling.when_to), principals: new Set(parties) };
}

const dayNumber = (day: string | null): number | null => (day === null ? null : Date.parse(day) / 86_400_000);
const hasDays = ({ from, to }: Meeting<Telling>): boolean => from !== null && to !== null && to - from <= longestRound;

/** Whether the days of both meet, `slack` days of difference allowed. Where an end is not known nothing is ruled out. */
function overlap(a: Meeting<Telling>, b: Meeting<Telling>, slack = 0): boolean {
  return (a.from === null || b.to === null || a.from <= b.to + slack) && (b.from === null || a.to === null || b.from <= a.to + slack);
}

const inAnotherCountry = ({ telling: a }: Meeting<Telling>, { telling: b }: Meeting<Telling>): boolean =>
  !isCalled(a, b) && a.country !== null && b.country !== null && a.country !== b.country;

/** Calls are nowhere. */
const isCalled = (a: Telling, b: Telling): boolean => a.kind === "call" || b.kind === "call";

/** How two venues stand to each other. A place that names the other with more words ("Harbour", "Harbour region") is the same. Of calls nobody asks where they were. */
function venue(one: Meeting<Telling>, other: Meeting<Telling>): "same" | "country" | "open" | "contradicting" {
  const [a, b] = [one.telling, other.telling];
  if (isCalled(a, b)) return "open";
  if (inAnotherCountry(one, other)) return "contradicting";
  if (a.place !== null && b.place !== null) return within(a.place, b.place) || within(b.place, a.place) ? "same" : "contradicting";
  return a.country !== null && a.country === b.country ? "country" : "open";
}

const within = (part: string, whole: string): boolean => `-${whole}-`.includes(`-${part}-`);

const families: Record<RoundKind, string> = { talks: "meeting", summit: "meeting", visit: "meeting", call: "call", contact: "contact" };

/** Whether the kinds can be one round's. A call is often told as talks, so it may be talks of which no venue is known. */
function sameFamily({ telling: a }: Meeting<Telling>, { telling: b }: Meeting<Telling>): boolean {
  const [one, other] = [families[a.kind], families[b.kind]];
  return (
    one === other ||
    (one !== "contact" && other !== "contact" && [a, b].every(({ kind, place, country }) => kind === "call" || (place === null && country === null)))
  );
}

const shared = (a: Meeting<Telling>, b: Meeting<Telling>): number => [...a.principals].filter((party) => b.principals.has(party)).length;

/** A round that one side calls off and the other tells as held needs the same venue to be one. */
function statusesAgree({ telling: a }: Meeting<Telling>, { telling: b }: Meeting<Telling>): boolean {
  const happened = ({ status }: Telling) => status === "held" || status === "ongoing";
  return !((a.status === "cancelled" && happened(b)) || (b.status === "cancelled" && happened(a)));
}

/** What holds for any two tellings of one round. */
function compatible(a: Meeting<Telling>, b: Meeting<Telling>, slack = 0): boolean {
  const place = venue(a, b);
  return overlap(a, b, slack) && sameFamily(a, b) && place !== "contradicting" && (place === "same" || statusesAgree(a, b));
}

/** A known round takes a report with two of its parties, with one at the same place or, as all that the report names, in the same country, or with none named at its place. */
function fitsKnown(report: Meeting<Telling>, anchor: Meeting<Telling>): boolean {
  const slack = report.telling.date_basis === "stated" || report.telling.date_basis === "resolved" ? 1 : 0;
  if (!compatible(report, anchor, slack)) return false;
  const [common, place] = [shared(report, anchor), venue(report, anchor)];
  return (
    common >= 2 || (place === "same" && (common === 1 || report.principals.size === 0)) || (place === "country" && common === 1 && report.principals.size === 1)
  );
}

/** Two reports are of one round with two parties in common, or at one place where one names no party that the other lacks. */
function fitsReport(a: Meeting<Telling>, b: Meeting<Telling>): boolean {
  const common = shared(a, b);
  return compatible(a, b) && (common >= 2 || (venue(a, b) === "same" && common === Math.min(a.principals.size, b.principals.size)));
}

/** How well a telling fits another, most telling first: venue, day, kind, parties in common, parties apart, days apart. */
function closeness(a: Meeting<Telling>, b: Meeting<Telling>): number[] {
  const common = shared(a, b);
  return [
    ["contradicting", "open", "country", "same"].indexOf(venue(a, b)),
    Number(overlap(a, b)),
    Number(a.telling.kind === b.telling.kind) + Number(sameFamily(a, b)),
    common,
    2 * common - a.principals.size - b.principals.size,
    -Math.abs((a.from ?? 0) - (b.from ?? 0)) - Math.abs((a.to ?? 0) - (b.to ?? 0)),
  ];
}

const closer = (a: readonly number[], b: readonly number[]): number => b.map((value, i) => value - (a[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** The reports of each known round, those that fit it best first, and under null those that fit none or that were elsewhere than they. */
function byAnchor<T extends Telling, A extends Telling>(reports: readonly Meeting<T>[], anchors: readonly Meeting<A>[]): Map<Meeting<A> | null, Meeting<T>[]> {
  const joined = new Map<Meeting<A> | null, Meeting<T>[]>();
  const join = (anchor: Meeting<A> | null, report: Meeting<T>): void => {
    const held = joined.get(anchor);
    if (held) held.push(report);
    else joined.set(anchor, [report]);
  };
  const pairs = reports.flatMap((report) => {
    const anchor = bestAnchor(report, anchors);
    if (anchor === null) join(null, report);
    return anchor === null ? [] : [{ report, anchor, closeness: closeness(report, anchor) }];
  });
  pairs.sort((a, b) => closer(a.closeness, b.closeness) || compareText(a.report.telling.id, b.report.telling.id));
  for (const { report, anchor } of pairs) join(joined.get(anchor)?.some((other) => inAnotherCountry(report, other)) ? null : anchor, report);
  return joined;
}

function bestAnchor<A extends Telling>(report: Meeting<Telling>, anchors: readonly Meeting<A>[]): Meeting<A> | null {
  const fitting = anchors.filter((anchor) => fitsKnown(report, anchor)).map((anchor) => ({ anchor, closeness: closeness(report, anchor) }));
  return fitting.sort((a, b) => closer(a.closeness, b.closeness) || compareText(a.anchor.telling.id, b.anchor.telling.id))[0]?.anchor ?? null;
}

/**
 * Groups reports by pairs that fit, the closest pair first; two groups do not become one if anything in the one contradicts anything in the other (a report
 * without a venue does not tie one city to another).
 */
function cluster<T extends Telling>(reports: readonly Meeting<T>[], fits: (a: Meeting<T>, b: Meeting<T>) => boolean): Meeting<T>[][] {
  const byStart = [...reports].sort((a, b) => (a.from ?? 0) - (b.from ?? 0) || compareText(a.telling.id, b.telling.id));
  const pairs: { a: Meeting<T>; b: Meeting<T>; closeness: number[] }[] = [];
  for (const [i, a] of byStart.entries()) {
    for (let j = i + 1; j < byStart.length; j++) {
      const b = byStart[j] as Meeting<T>;
      if (!overlap(a, b)) break; // and none that starts later does
      if (fits(a, b)) pairs.push({ a, b, closeness: closeness(a, b) });
    }
  }
  pairs.sort((p, q) => closer(p.closeness, q.closeness) || compareText(p.a.telling.id, q.a.telling.id) || compareText(p.b.telling.id, q.b.telling.id));

  const groupOf = new Map(reports.map((report) => [report, [report]]));
  for (const { a, b } of pairs) {
    const [one, other] = [groupOf.get(a) ?? [], groupOf.get(b) ?? []];
    if (one === other || !one.every((x) => other.every((y) => compatible(x, y)))) continue;
    one.push(...other);
    for (const report of other) groupOf.set(report, one);
  }
  return [...new Set(groupOf.values())];
}

/**
 * Whether a report without exact days can only mean this round: two of its parties, and its month or its day in the round's year with its venue or at least the
 * country; or, without any date, its venue and the name that another report of the round gives it ("the third round").
 */
function pins(report: Meeting<Telling>, anchor: Meeting<Telling> | null, reports: readonly Meeting<Telling>[]): boolean {
  const { when, label } = report.telling;
  const sameName = label !== null && reports.some((other) => slug(other.telling.label ?? "") === slug(label));
  if (when === null && !sameName) return false;
  return (anchor ? [anchor] : reports).some((telling) => {
    const place = venue(report, telling);
    return (place === "same" || (place === "country" && when !== null)) && shared(report, telling) >= 2 && compatible(inYearOf(telling, report), telling);
  });
}

/** A report whose year is open, as if it were of the other's year. */
function inYearOf(other: Meeting<Telling>, report: Meeting<Telling>): Meeting<Telling> {
  const { when } = report.telling;
  if (when === null || !when.includes("XXXX") || other.telling.when_from === null) return report;
  const { from, to } = dayBounds(when.replaceAll("XXXX", other.telling.when_from.slice(0, 4)));
  return { ...report, from: dayNumber(from), to: dayNumber(to) };
}

const only = <Item>(items: readonly Item[]): Item | null => (items.length === 1 ? (items[0] ?? null) : null);
