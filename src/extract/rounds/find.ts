// Negotiation rounds of one text by the coding guide §3: who met, when, where, as what. Takes no position and resolves no name.

import { daysBetween } from "../../domain/dates.ts";
import { slug } from "../../domain/ids.ts";
import type { ParticipantRole, RoundStatus } from "../../domain/vocabulary.ts";
import type { DateMention } from "../dates/types.ts";
import type { DatesIndex } from "../dates/words.ts";
import { partyOf } from "../party.ts";
import type { Model } from "../scale.ts";
import type { Attribution, Cast, Doc, Entity, Range, Sentence } from "../types.ts";
import { datelineOf, soleCity } from "./dateline.ts";
import { brokersAt, formatOf, kindOf, seated, withRoles } from "./form.ts";
import { headsOf } from "./heads.ts";
import { matchKnown } from "./known.ts";
import { leadScene } from "./lead.ts";
import { settleLength } from "./length.ts";
import { matterOf } from "./matter.ts";
import { addMediators } from "./mediators.ts";
import { type Draft, mergeReports } from "./merge.ts";
import { faceless, holdersOf } from "./offices.ts";
import { within } from "./people.ts";
import type { PlaceMention } from "./places.ts";
import { placeWeigher } from "./placing.ts";
import { fillSides, isPlaced, type Principals, principalsOf } from "./principals.ts";
import { bystanders, inherit, seat, welcome } from "./seats.ts";
import { tellsHardly } from "./settings.ts";
import { bySentence, isOfPage, partiesOf, type Sight } from "./sight.ts";
import { reportsIn } from "./told.ts";
import type { Report, RoundFinding, Trace } from "./types.ts";
import { actingMentions } from "./view.ts";
import { weighedReports } from "./weighed.ts";
import type { RoundsIndex } from "./words.ts";

/** What coded articles taught of the words of a text, as the rounds stage asks for it. */
export interface Taught {
  /** How far the text's words speak for an armed conflict; null where it is too short for that. */
  weight: number | null;
  /** Ids of the issues that a stretch of the text is about. */
  issuesIn: (range: Range) => string[];
  /** How far a sentence's words tell of a round: the logarithm of the odds. Any number below `least` where it is surely below. */
  oddsIn: (sentence: Sentence, least?: number) => number;
  /** What the signs of a sentence weigh that no rule makes a round of. */
  scene: Model;
  /** What the signs of a city weigh that a meeting was there which no sentence places. */
  placing: Model;
}

/**
 * The rounds that `doc` tells of, in the order of their first mention. `anchor` is the article's date (EDTF) or null; `trace` hears what is weighed. A round has at least one participant and a time or a place, or is a continuing contact of two parties.
 * Linear in the text.
 */
export function findRounds(
  doc: Doc,
  cast: Cast,
  attributions: readonly Attribution[],
  dates: readonly DateMention[],
  anchor: string | null,
  index: RoundsIndex,
  datesIndex: DatesIndex,
  { weight, issuesIn, oddsIn, scene, placing }: Taught,
  trace?: Trace,
): RoundFinding[] {
  const matter = matterOf(doc, weight, index);
  if (matter === "other") return [];
  const mentions = actingMentions(doc, cast, index);
  const seen: Sight = {
    doc,
    cast,
    mentions,
    dates,
    said: bySentence(doc, attributions),
    places: new Map(),
    roles: new Map(),
    oddsIn,
    scene,
    placing,
    trace,
    anchor,
    index,
    datesIndex,
  };
  const dateline = datelineOf(seen);
  // "THE UNION - Envoys met here": where a report is sent from, and nobody who meets.
  const sight = dateline === null ? seen : { ...seen, mentions: mentions.filter(({ first, last }) => last <= dateline.first || first >= dateline.last) };
  const reports = readReports(sight, dateline);
  let drafts = mergeReports(reports, cast);
  const shown = matter === "peace" ? leadScene(sight, drafts, dateline) : [];
  if (shown.length > 0)
    drafts = mergeReports(
      [...reports, ...shown].toSorted((a, b) => a.sentence - b.sentence),
      cast,
    );
  const unseen = matter === "peace" ? mergeReports(weighedReports(sight, drafts, dateline), cast) : [];
  // Delegations that a text lists are of the meetings that it tells of in so many words, where there are such.
  const beside = drafts.length > 0 ? unseen : [];
  if (drafts.length === 0) drafts = unseen;
  if (drafts.length === 0) return [];
  settleDays(sight, drafts, dateline);
  const roles = drafts.map(rolesOf);
  seat(sight, drafts, roles);
  for (const draft of [...drafts, ...beside]) settleLength(sight, draft);
  let before = -1;
  let talks = -1;
  for (const [k, draft] of drafts.entries()) {
    // "The sides last met in X" behind a call of others: those of the talks.
    const from = draft.kind === "call" || draft.reports.some(({ theirs }) => theirs) || talks < 0 ? before : talks;
    inherit(draft, drafts[from], roles[from], cast);
    if (partiesOf(draft.people, cast).size < 2) continue;
    before = k;
    if (draft.kind !== "call") talks = k;
  }
  let sides: Principals | null = null;
  const principals = () => {
    sides ??= principalsOf(sight, drafts, roles);
    return sides;
  };
  const peopled = [
    ...drafts.map((draft, k) => ({ draft, own: roles[k] as Map<string, ParticipantRole> })),
    ...beside.map((draft) => ({ draft, own: rolesOf(draft) })),
  ];
  for (const { draft, own } of peopled) fillSides(draft, own, principals, cast);
  addMediators(sight, drafts, roles);
  const placeOf = placeWeigher(
    sight,
    peopled.map(({ draft }) => draft),
    soleCity(doc, dateline),
  );
  const taken = new Set<string>();
  const heads = headsOf(sight);
  const firstOf = ({ reports }: Draft): number => (reports[0] as Report).sentence;
  return peopled
    .sort((a, b) => firstOf(a.draft) - firstOf(b.draft))
    .flatMap(({ draft, own }) => {
      const { place, weighed } = placeOf(draft);
      const found = finish(sight, draft, own, place, heads, issuesIn, taken);
      for (const round of found) trace?.places?.(round, weighed);
      return found;
    })
    .filter(
      (round) => matter === "peace" || (matter === "near" && round.participants.length === 0) || seatsTwo(round, matter === "open" ? index.diplomats : null),
    );
}

/** The days of drafts that no sentence gives one, where the text's own day or that of its news tells it. */
function settleDays(sight: Sight, drafts: readonly Draft[], dateline: PlaceMention | null): void {
  const { anchor } = sight;
  const lead = dateline && leadDay(sight);
  // The meeting that a report is sent from, of which no sentence gives the day, was on that of the report's news.
  const sent = lead && drafts.find(({ place, when, kind }) => place?.name === dateline.name && when === null && kind !== "contact");
  if (lead && sent && statusOf(sent) !== "planned") [sent.when, sent.basis] = [lead.when, lead.basis];
  // A heading that gives no day tells of the article's.
  const day = anchor !== null && /^\d{4}-\d\d-\d\d$/.test(anchor) ? anchor : null;
  const headed = drafts.find(
    (draft) =>
      draft.when === null &&
      draft.place?.fine &&
      (draft.kind === "talks" || draft.kind === "summit") &&
      draft.reports.some(({ headline }) => headline) &&
      statusOf(draft) !== "planned",
  );
  // A call that a report of that day tells as held, and of no other day.
  for (const draft of day === null ? [] : drafts)
    if (draft.kind === "call" && draft.when === null && statusOf(draft) === "held" && draft.reports.every(({ trigger }) => !trigger.verb))
      [draft.when, draft.basis] = [day, "resolved"];
  if (headed && day) [headed.when, headed.basis] = [day, "resolved"];
}

function rolesOf({ reports }: Draft): Map<string, ParticipantRole> {
  return new Map(reports.flatMap((report) => [...report.roles]));
}

/** Whether two parties take part, of those in `among` where it is given. */
function seatsTwo({ participants }: RoundFinding, among: ReadonlySet<string> | null): boolean {
  const parties = new Set(participants.map(({ actor, party }) => party ?? actor));
  return [...parties].filter((party) => among === null || among.has(party)).length >= 2;
}

/** The day of the first sentences, where they tell of one that is not over for more than two days; null where they name none or several. */
function leadDay({ doc, dates, anchor }: Sight): DateMention | null {
  const body = doc.sentences.filter(({ block }) => doc.blocks[block]?.kind === "paragraph").slice(0, 2);
  const days = body.flatMap(({ first, last }) => within(dates, first, last)).filter(({ precision, relation }) => precision === "day" && relation === "at");
  const day = days[0]?.when ?? null;
  const gap = day === null || anchor === null ? Number.NaN : daysBetween(day, anchor);
  return gap >= 0 && gap <= 2 && days.every(({ when }) => when === day) ? (days[0] ?? null) : null;
}

function readReports(sight: Sight, dateline: PlaceMention | null): Report[] {
  const { doc, dates, cast, mentions, index } = sight;
  const acting = new Set(mentions.filter(({ acts }) => acts).map(({ actor }) => partyOf(cast.entities.get(actor))));
  // "on a visit to X": of a country that has no part in the text, and of no day, it is no round.
  const passing = ({ kind, trigger, place, when, people }: Report) =>
    kind === "visit" &&
    !trigger.verb &&
    place?.fine === false &&
    when === null &&
    partiesOf(people, cast).size < 2 &&
    !acting.has(index.states.get(place.country ?? "") ?? null);
  const reports: Report[] = [];
  let lastDay: string | null = null;
  let met: { place: PlaceMention; sentence: number } | null = null;
  doc.sentences.forEach((sentence, number) => {
    if (isOfPage(sight, sentence)) return;
    const own = within(dates, sentence.first, sentence.last);
    reports.push(
      ...reportsIn(sight, sentence, number, own, { lastDay, dateline, met }).filter(
        (report) => !passing(report) && (!report.headline || report.place !== null || report.when !== null),
      ),
    );
    const last = reports.at(-1);
    if (last?.sentence === number && last.place?.fine && (last.when !== null || last.people.length > 1)) met = { place: last.place, sentence: number };
    lastDay = own.findLast(({ precision, when }) => precision === "day" && when !== null)?.when ?? lastDay;
  });
  return reports;
}

function finish(
  sight: Sight,
  draft: Draft,
  roles: Map<string, ParticipantRole>,
  place: PlaceMention | null,
  heads: ReadonlyMap<string, string>,
  issuesIn: (range: Range) => string[],
  taken: Set<string>,
): RoundFinding[] {
  const { cast, index, anchor } = sight;
  const { joint, many } = draft;
  if (draft.reports.every(({ sentence }) => tellsHardly(sight, sentence))) return [];
  const placed = isPlaced(draft);
  for (const id of holdersOf(sight, draft, faceless(draft.people, cast))) draft.people.add(id);
  // "held talks at the palace": who comes alone to a seat of power is its holder's guest.
  if (draft.kind === "talks" && comesAlone(draft, cast, index)) draft.kind = "visit";
  welcome(sight, draft, roles);
  if (draft.people.size === 0) for (const id of bystanders(sight, draft)) draft.people.add(id);
  let people = [...new Set([...draft.people].map((id) => sideOf(id, cast)))].flatMap((id) => {
    const entity = cast.entities.get(id);
    if (!entity) return [];
    const { name, kind, provisional, roles: titles, gender } = entity;
    return [{ id, name, kind, party: heads.get(id) ?? entity.party, provisional, roles: titles, gender }];
  });
  const persons = new Set(people.filter(({ kind }) => kind === "person").map(partyOf));
  people = people.filter((entity) => entity.kind === "person" || !persons.has(partyOf(entity)));
  const states = new Set(people.filter(({ kind }) => kind === "state" || kind === "organisation").map(({ id }) => id));
  people = people.filter((entity) => entity.kind !== "group" || entity.party === null || !states.has(entity.party));
  if (people.length === 0 && !(placed && (joint || many))) return [];
  for (const { id } of strangersAtHome(draft, people, index)) if (!roles.has(id)) roles.set(id, "host");
  const brokers = brokersAt(people, roles, draft, index);
  for (const id of brokers.between) roles.set(id, "mediator");
  const mediating = new Set(people.filter(({ id }) => roles.get(id) === "mediator").map(partyOf));
  const kind = kindOf(draft, seated(people, roles), mediating, many, /^\d/.test(draft.when ?? "") ? (draft.when as string).slice(0, 10) : anchor, index);
  const country = draft.place?.country ?? null;
  for (const id of brokers.alone) roles.set(id, "mediator");
  const participants = withRoles(people, roles, kind, country, index);
  const at = new Set(participants.map(({ actor, party }) => party ?? actor));
  const told =
    statusOf(draft) === "planned" || (draft.when?.length ?? 0) >= 10 || draft.reports.some(({ trigger }) => trigger.verb && trigger.takes === "place");
  const journey = told && isJourney(draft, people, cast, index);
  // "A of Norland and the envoy of Sudland met in the capital on Friday": somebody was met, whom the text does not make known.
  const stranger = placed && people.some((entity) => entity.kind === "person") && draft.reports.some(({ trigger }) => trigger.takes === "either");
  if (!stranger && draft.reports.every(({ trigger }) => trigger.verb && !trigger.table) && at.size < 2 && !many && !joint && !journey) return [];
  if (kind === "visit" && at.size < 2 && !many && (!journey || (draft.when === null && draft.reports.every(({ trigger }) => trigger.scene)))) return [];
  // "left for a summit of industrial states in Norland": of others, and nobody else of the text is there.
  if (kind === "summit" && at.size < 2 && draft.when === null && draft.place?.fine === false && !joint) return [];
  if (at.size < 2 && draft.reports.every(({ trigger }) => trigger.table) && [...at].some((party) => country !== null && index.countries.get(party) === country))
    return [];
  // A guest and his host are two, whatever body sent him.
  const pair = kind === "visit" && at.size === 2 && people.some((entity) => entity.kind === "person" && index.collectives.has(partyOf(entity) ?? ""));
  const explicit = draft.reports.find((report) => report.format !== null)?.format ?? null;
  const apart = new Set(participants.filter(({ role }) => kind !== "visit" && (role === "host" || role === "observer")).map(({ actor }) => actor));
  const format = pair
    ? "bilateral"
    : formatOf(
        people.filter(({ id }) => !apart.has(id)),
        {
          many: kind === "visit" && at.size === 2 ? false : many,
          joint,
          told: partiesOf(
            draft.reports.flatMap((report) => report.people),
            cast,
          ),
        },
        explicit,
        people.filter(({ id }) => participants.some(({ actor, role }) => actor === id && role === "mediator")),
        index,
      );
  const status = statusOf(draft);
  const known = matchKnown(
    draft,
    at,
    participants.map(({ actor }) => actor),
    kind,
    anchor,
    index.known,
  );
  const when = draft.when ?? known?.when ?? null;
  const evidence = evidenceOf(draft);
  return [
    {
      id: uniqueId(known?.id ?? slug([place?.name ?? kind, when?.replace("/", " ") ?? [...at].slice(0, 2).join(" ")].join(" ")), taken),
      kind,
      status,
      format,
      place: place?.name ?? null,
      country: place?.country ?? null,
      when,
      date_basis: when === null ? null : draft.when === null ? "known" : draft.basis,
      label: draft.label,
      participants,
      issues: [...new Set(evidence.flatMap(issuesIn))],
      evidence,
    },
  ];
}

/** One party alone at a seat of power, or a person of one on the way to a city abroad. */
function comesAlone({ people, place, joint, many, reports }: Draft, cast: Cast, index: RoundsIndex): boolean {
  const parties = [...partiesOf(people, cast)];
  if (parties.length !== 1 || place === null || joint || many) return false;
  const abroad = place.country !== null && index.states.has(place.country) && index.countries.get(parties[0] as string) !== place.country;
  const person = [...people].some((id) => cast.entities.get(id)?.kind === "person");
  return place.city !== null || (abroad && person && place.fine && reports.some(({ kind }) => kind === "visit"));
}

/** Those of the venue's own state whom no sentence that tells of the round names, where two other parties met: they gave it a roof. */
function strangersAtHome({ place, reports }: Draft, people: readonly Entity[], index: RoundsIndex): readonly Entity[] {
  const own = people.filter((entity) => entity.kind === "person" && place !== null && index.countries.get(partyOf(entity) ?? "") === place.country);
  const others = new Set(people.filter((entity) => !own.includes(entity)).map(partyOf));
  return others.size < 2 || own.length === 0 ? [] : own.filter(({ id }) => !reports.some((report) => report.people.includes(id)));
}

/** A person or the delegation of one party on the way to a city abroad. */
function isJourney({ place, reports, people: all }: Draft, people: readonly Entity[], { entities }: Cast, index: RoundsIndex): boolean {
  if (place?.fine !== true || !reports.some(({ kind, trigger }) => kind === "visit" || trigger.takes === "place")) return false;
  const isAbroad = (party: string | null): boolean => index.countries.get(party ?? "") !== place.country;
  const sent = [...all].some((id) => {
    const group = entities.get(id);
    return (
      group?.kind === "group" &&
      group.party !== null &&
      id === `${group.party}-delegation` &&
      index.homes.get(group.party) !== place.country &&
      isAbroad(group.party)
    );
  });
  return sent || people.some((entity) => entity.kind === "person" && isAbroad(partyOf(entity)));
}

/** An unnamed delegation stands for its party, where the text has that. */
function sideOf(id: string, { entities }: Cast): string {
  const entity = entities.get(id);
  return entity?.kind === "group" && entity.provisional && entity.party !== null && entities.has(entity.party) ? entity.party : id;
}

function evidenceOf(draft: Draft): Range[] {
  const seen = new Map(draft.reports.map(({ evidence }) => [evidence.start, evidence]));
  return [...seen.values()].sort((a, b) => a.start - b.start);
}

function statusOf({ reports }: Draft): RoundStatus {
  if (reports.some(({ status }) => status === "cancelled")) return "cancelled";
  if (reports.some(({ continues, when, status }) => continues && when !== null && status !== "held") && reports.some(({ status }) => status === "held"))
    return "ongoing";
  const dated = reports.find(({ when }) => when !== null) ?? reports.find(({ headline }) => !headline) ?? reports[0];
  return dated?.status ?? "unclear";
}

function uniqueId(id: string, taken: Set<string>): string {
  let unique = id;
  for (let n = 2; taken.has(unique); n++) unique = `${id}-${n}`;
  taken.add(unique);
  return unique;
}
