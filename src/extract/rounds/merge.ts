// Joins what the sentences of one text tell into rounds: same venue, same days, same people, or "the talks" after them. Makes no fact of its own.
import { daysBetween } from "../../domain/dates.ts";
import { boundsOf } from "../dates/calendar.ts";
import type { Cast } from "../types.ts";
import { isDay } from "./length.ts";
import { sidesOf } from "./roles.ts";
import { partiesOf } from "./sight.ts";
import type { Report } from "./types.ts";

export interface Draft {
  reports: Report[];
  kind: Report["kind"];
  place: Report["place"];
  when: string | null;
  /** First and last day of `when`. */
  days: Days;
  basis: Report["basis"];
  order: number | null;
  label: string | null;
  people: Set<string>;
  /** A sentence of it, or right after it, speaks of both sides, or of more parties than it names. */
  joint: boolean;
  many: boolean;
}

type Days = ReturnType<typeof boundsOf>;

/** Days between two accounts of talks at one place that can still be of one round. */
const neighbours = 3;

/** Days after which talks that go on are told of as other ones. */
const week = 6;

/** Days for which what opened may still go on. */
const longest = 21;

/** Sentences from a heading to the one that tells its news. */
const opening = 4;

/** Sentences over which "the meeting" still means the one before. */
const memory = 12;

/** The rounds that `reports` (in text order) tell of. A report that neither joins nor stands on its own is dropped. */
export function mergeReports(reports: readonly Report[], cast: Cast): Draft[] {
  const drafts: Draft[] = [];
  for (const report of reports) {
    const own = {
      days: boundsOf(report.when),
      parties: partiesOf(sidesOf(report.people, report.roles), cast),
    };
    let best: { draft: Draft | null; fit: number } = { draft: null, fit: 0 };
    for (const draft of drafts.slice(-20)) {
      const fit = fitness(report, own, draft, cast);
      if (fit > best.fit) best = { draft, fit };
    }
    if (best.draft) join(best.draft, report);
    else if (founds(report, cast)) {
      const { kind, place, when, basis, order, label, joint, many } = report;
      drafts.push({ reports: [report], kind, place, when, days: own.days, basis, order, label, people: new Set(report.people), joint, many });
    }
  }
  return drafts;
}

/** Whether a report is a round by itself: the coding guide asks for parties, and for a time or a place. */
function founds({ kind, firm, trigger, place, when, people, joint, many, order, turn, status, opens, runs, continues }: Report, cast: Cast): boolean {
  const parties = partiesOf(people, cast).size;
  if (kind === "contact") return parties >= 2;
  if (kind === "call" && (parties >= 2 || (joint && trigger.verb) || (many && when !== null))) return true;
  const day = when !== null && when.length > 4;
  // "Talks in 2001 broke down"
  if (place === null && kind === "talks" && runs && !opens && when !== null && status === "held") return true;
  if (place === null && (!day || (continues && parties < 2))) return false;
  if (trigger.table) return true;
  const travels = parties === 1 && place?.fine === true && people.length > 0;
  if (trigger.takes === "place" && !day) return travels;
  if (parties >= 2 || joint || many || (day && turn === "forward" && trigger.verb)) return true;
  if (trigger.verb && kind === "visit" && parties === 0) return people.length > 0 && place?.fine === true && (day || trigger.takes === "either");
  if (trigger.verb) return parties === 1 && place !== null && (day || (kind === "visit" && place.fine && trigger.takes === "either"));
  if (day && (order !== null || turn !== null)) return true;
  // "a meeting planned for early April was cancelled"
  if (kind === "talks" && day && status === "cancelled" && !trigger.definite) return true;
  // "The meeting of 3 May", "direct negotiations by 8 August", "talks ended on Monday": on a day of their own.
  if (kind === "talks" && isDays(when) && (firm || runs || (status === "planned" && !trigger.definite && !trigger.arranged))) return true;
  return place !== null && (firm || day || parties >= 1 || order !== null || ((trigger.definite || opens || turn === "forward") && place.fine));
}

/** One day or some that follow each other, each of them told, and none of them about. */
function isDays(when: string | null): boolean {
  return when !== null && when.length >= 10 && !when.includes("~");
}

/** How well a report fits a draft; 0 or less where it is another round. */
function fitness(report: Report, { days, parties: mine }: { days: Days; parties: Set<string> }, draft: Draft, cast: Cast): number {
  if ((report.kind === "call") !== (draft.kind === "call") || (report.kind === "contact") !== (draft.kind === "contact")) return -1;
  // "On the sidelines A met B": no part of the meeting that others hold.
  if (report.aside !== draft.reports.every(({ aside }) => aside) && report.people.filter((id) => draft.people.has(id)).length < 2) return -1;
  const place = samePlace(report, draft);
  const time = sameTime(report.when, days, draft);
  if (place >= 0 && isCarriedOn(report, draft)) return place + 1 + 1 / (2 + report.sentence - (draft.reports.at(-1) as Report).sentence);
  if (place < 0 || (time < 0 && !(time === -0.5 && place >= 3 && goesOn(report, draft, days)))) return -1;
  if (report.order !== null && draft.order !== null && report.order !== draft.order) return -1;
  if (isAhead(report, draft)) return -1;
  if (report.turn !== null && place <= 0 && time <= 0) return -1;
  // "flies to X this week. A second round is expected": no journey is a round that is counted.
  if (report.order !== null && report.status === "planned" && !report.trigger.verb && draft.kind === "visit" && place <= 0) return -1;
  const theirs = partiesOf(draft.people, cast);
  const shared = [...mine].filter((party) => theirs.has(party)).length;
  const certain = place >= 3 && time >= 2;
  const crowd = (report.many || draft.many) && (time >= 2 || place >= 3);
  if (mine.size >= 2 && theirs.size >= 2 && shared < 2 && !certain && !crowd) return -1;
  if (mine.size >= 1 && theirs.size >= 2 && shared === 0 && !certain && !crowd) return -1;
  if (place > 0 || time > 0) {
    if (place === 0 && time > 0 && shared === 0 && mine.size > 0 && theirs.size > 0 && !crowd) return -1;
    return Math.max(place, 0) + Math.max(time, 0) + shared / 2 + (report.trigger.definite ? 0.25 : 0);
  }
  if (report.kind === "visit" && draft.kind !== "visit" && !report.trigger.verb) return 0;
  const distance = report.sentence - (draft.reports.at(-1) as Report).sentence;
  if (distance > memory) return 0;
  if (draft.kind === "call" && draft.reports.every(({ headline }) => headline) && distance <= opening && report.joint && draft.when === null) return 0.6;
  // A heading names the city, the first sentence the day.
  if (draft.reports.every(({ headline }) => headline) && distance <= opening && draft.place && !report.place && report.when !== null && shared > 0) return 0.6;
  const anaphoric = report.trigger.definite && report.firm !== false && !report.trigger.verb;
  const same = (shared >= 2 && mine.size <= theirs.size) || (theirs.size === 0 && mine.size >= 2 && distance <= 3);
  const follows = report.trigger.definite && !report.trigger.verb && distance <= 3;
  if (!anaphoric && !same && !follows) return 0;
  if (report.place !== null && draft.place !== null) return -1;
  return 0.5 + shared / 2 + 1 / (2 + distance);
}

/** What is planned for a day of its own is not what was held, of which no day is told; nor the other way round. */
function isAhead(report: Report, { when, reports }: Draft): boolean {
  const told = reports.filter(({ headline, trigger }) => !headline && !trigger.arranged);
  const over = (status: Report["status"]) => status === "held" || status === "ongoing";
  if (when === null && report.when !== null && report.status === "planned") return told.length > 0 && told.every(({ status }) => over(status));
  return (
    when !== null &&
    report.when === null &&
    !report.headline &&
    !report.trigger.definite &&
    over(report.status) &&
    told.length > 0 &&
    told.every(({ status }) => status === "planned")
  );
}

/** "The talks go on tomorrow": of what was held until a day or a few before. */
function isCarriedOn({ when, continues }: Report, { kind, when: day, reports }: Draft): boolean {
  const over = reports.some(({ status, headline }) => !headline && (status === "held" || status === "ongoing"));
  if (!continues || !over || kind === "call" || when === null || day === null) return false;
  const gap = daysBetween(dayOf(day.split("/").at(-1) as string), dayOf(when.split("/")[0] as string));
  return gap >= 0 && gap <= (reports.some(({ opens }) => opens) ? longest : week);
}

/** A day without a year as that of a common year, to count days from another such. */
const dayOf = (when: string): string => when.replace("XXXX", "2001");

/** Neighbouring days at one place are one round, save that envoys met there and leaders are to; days that lie further apart only where they are told of as going on. */
function goesOn(report: Report, { kind, when, days, reports }: Draft, own: Days): boolean {
  const isPlan = ({ status }: Report) => status === "planned";
  if ((report.kind === "summit") !== (kind === "summit") && isPlan(report) !== reports.every(isPlan)) return false;
  if (report.turn !== null || when === null || own.from === null || days.from === null || own.to === null || days.to === null) return false;
  if (daysBetween(own.from > days.to ? days.to : own.to, own.from > days.to ? own.from : days.from) === 1) return true;
  return [report, ...reports].some(({ opens }) => opens);
}

/** 3 the same, 1.5 one within the other, 0 unknown, -1 different. */
function samePlace({ place: a }: Report, { place: b }: Draft): number {
  if (!a || !b) return 0;
  if (a.name === b.name || (a.city ?? a.name) === (b.city ?? b.name)) return 3;
  if (a.country !== null && a.country === b.country && (!a.fine || !b.fine)) return 1.5;
  return -1;
}

/** 2 overlapping days, 1 where either is only about, or one within the other's month or year, 0 unknown, -0.5 neighbouring days, -1 different. */
function sameTime(a: string | null, x: Days, { when: b, days: y }: Draft): number {
  if (a === null || b === null) return 0;
  if (x.from === null || x.to === null || y.from === null || y.to === null)
    return a.slice(4, 10) === b.slice(4, 10) ? 2 : a.slice(4, 7) === b.slice(4, 7) && (a.length === 7 || b.length === 7) ? 1 : -1;
  if (x.from <= y.to && y.from <= x.to) return a.length < 10 || b.length < 10 || a.includes("~") || b.includes("~") ? 1 : 2;
  const gap = x.from > y.to ? daysBetween(y.to, x.from) : daysBetween(x.to, y.from);
  return gap <= neighbours ? -0.5 : -1;
}

function join(draft: Draft, report: Report): void {
  draft.reports.push(report);
  if (report.place && (!draft.place || (report.place.fine && !draft.place.fine))) draft.place = report.place;
  if (report.when !== null) {
    const finer = draft.when === null || (draft.when.length < 10 && report.when.length >= 10);
    if (finer) [draft.when, draft.basis] = [report.when, report.basis];
    else if (draft.when !== null && isLoose(draft.when) && isDay(report.when)) [draft.when, draft.basis] = [report.when, report.basis];
    else if (draft.when !== null && draft.when.length >= 10 && report.when.length >= 10 && !(isLoose(report.when) && isDay(draft.when)))
      draft.when = union(draft.when, report.when);
    draft.days = boundsOf(draft.when);
  }
  if (draft.order === null) [draft.order, draft.label] = [report.order, report.label];
  const arrives = report.kind === "visit" && report.trigger.takes === "place";
  if (draft.kind === "talks" && !arrives && (report.kind === "summit" || report.kind === "visit")) draft.kind = report.kind;
  for (const id of report.people) draft.people.add(id);
  draft.joint ||= report.joint;
  draft.many ||= report.many;
}

/** "last week", "within ten days": days of which a meeting took one or some. */
function isLoose(when: string): boolean {
  if (when.includes("~")) return true;
  const [from, to] = when.split("/");
  return from !== undefined && to !== undefined && daysBetween(dayOf(from), dayOf(to)) === 6;
}

/** Both runs of days as one; dates without a year stay as the first has them. */
function union(a: string, b: string): string {
  const [x, y] = [boundsOf(a), boundsOf(b)];
  if (x.from === null || x.to === null || y.from === null || y.to === null) return a;
  const [from, to] = [x.from < y.from ? x.from : y.from, x.to > y.to ? x.to : y.to];
  return from === to ? from : `${from}/${to}`;
}
