// One sentence that tells of several meetings of the same people: "saw A in X and B in Y", "on 16 May and again on 2 June". Finds none itself.
import { daysBetween } from "../../domain/dates.ts";
import type { DateMention } from "../dates/types.ts";
import type { Doc, Mention } from "../types.ts";
import type { PlaceMention } from "./places.ts";
import type { Trigger } from "./triggers.ts";

/** Days between two that are of one meeting. */
const touching = 3;

/** "on 16 May and again on 2 June", "rounds on 28 February and 3 and 7 March", "talks on 23 and 24 January and on 4 and 5 February": the days on which it was repeated. */
export function again(doc: Doc, trigger: Trigger, date: DateMention, dates: readonly DateMention[]): DateMention[] {
  const several = !trigger.verb && /[^s]s$/.test(doc.tokens[trigger.last - 1]?.lower ?? "") && doc.tokens[trigger.first]?.lower !== "talks";
  const listed = dates.filter((other) => other.first > date.last && isListed(doc, date, other));
  if (several) return listed.flatMap(singleDays);
  const repeated = dates.filter((other) => isAgain(doc, date, other));
  return repeated.length > 0
    ? repeated.filter((other) => !(daysApart(date, other) <= 1))
    : listed.filter((other) => (other.precision === "year" ? other.when !== date.when : daysApart(date, other) > touching));
}

/** "on Tuesday and again on Wednesday": the later of two days that touch, which are of one meeting; null where there is none. */
export function carriedTo(doc: Doc, date: DateMention, dates: readonly DateMention[]): string | null {
  return dates.find((other) => isAgain(doc, date, other) && other.precision === "day" && daysApart(date, other) === 1)?.when ?? null;
}

/** Whether "again" stands between two days. */
const isAgain = ({ tokens }: Doc, { last }: DateMention, { first, precision, when }: DateMention): boolean =>
  first > last &&
  first - last < 6 &&
  (precision === "day" || precision === "days") &&
  when !== null &&
  tokens.slice(last, first).some(({ lower }) => lower === "again");

/** Days from the end of one date to the beginning of the other; not a number where a year is open. */
function daysApart(date: DateMention, other: DateMention): number {
  return daysBetween(date.when?.split("/").at(-1) ?? "", other.when?.split("/")[0] ?? "");
}

/** Whether only commas, "and", prepositions and other dates part two days. */
function isListed({ tokens }: Doc, { last }: DateMention, { first, precision, when }: DateMention): boolean {
  return (
    /^(?:days?|month|year)$/.test(precision) &&
    when !== null &&
    first - last < 12 &&
    tokens.slice(last, first).every(({ tag, lower }) => [",", "and", "on", "in"].includes(lower) || tag === "NUM" || tag === "PROPN")
  );
}

/** "3 and 7 March", days that do not touch: each by itself. */
function singleDays(date: DateMention): DateMention[] {
  const [from, to] = date.when?.split("/") ?? [];
  if (from === undefined || to === undefined || daysBetween(from, to) < 2) return [date];
  return [from, to].map((when) => ({ ...date, when, precision: "day" }));
}

export interface Leg {
  place: PlaceMention | null;
  /** Whom the travellers met there; null where the same people met at each. */
  hosts: Mention[] | null;
  date: DateMention | null;
}

/** "two rounds, one in X in December and one in Y in January": each city with the date behind it. Empty where the sentence has no such list. */
function onesOf({ tokens }: Doc, trigger: Trigger, places: readonly PlaceMention[], dates: readonly DateMention[]): Leg[] {
  if (trigger.verb) return [];
  const isOne = ({ first }: PlaceMention) =>
    /^(?:one|another|a|first|second)$/.test(tokens[first - 2]?.lower ?? "") || /^(?:one|another|first|second)$/.test(tokens[first - 3]?.lower ?? "");
  const cities = places
    .filter((place) => place.first >= trigger.last && place.fine && place.preposition === "in" && isOne(place))
    .toSorted((a, b) => a.first - b.first);
  if (cities.length < 2) return [];
  return cities.map((place, k) => {
    const until = cities[k + 1]?.first ?? Number.POSITIVE_INFINITY;
    return { place, hosts: null, date: dates.find(({ first }) => first >= place.last && first < until) ?? null };
  });
}

/** "saw A in X on Monday and B in Y": at least two cities behind a verb, each with somebody named before it. Empty where the sentence has no such run. */
function legsOf(trigger: Trigger, objects: readonly Mention[], places: readonly PlaceMention[], dates: readonly DateMention[]): Leg[] {
  const cities = places.filter(({ first, fine, preposition }) => first >= trigger.last && fine && preposition === "in").toSorted((a, b) => a.first - b.first);
  if (!trigger.verb || cities.length < 2) return [];
  const legs = cities.map((place, k) => {
    const from = cities[k - 1]?.last ?? trigger.last;
    const until = cities[k + 1]?.first ?? Number.POSITIVE_INFINITY;
    return {
      place,
      hosts: objects.filter(({ first }) => first >= from && first < place.first),
      date: dates.find(({ first, precision }) => precision === "day" && first >= place.last && first < until) ?? null,
    };
  });
  const last = legs.at(-1)?.date ?? null;
  return legs.every(({ hosts }) => hosts?.length) ? legs.map((leg) => ({ ...leg, date: leg.date ?? last })) : [];
}

/** "saw A in X on Monday and B on Tuesday", "meets A on Tuesday and B on Wednesday": each with the day behind it. Empty where the sentence has no such run. */
function daysOf({ tokens }: Doc, trigger: Trigger, objects: readonly Mention[], places: readonly PlaceMention[], dates: readonly DateMention[]): Leg[] {
  if (!trigger.verb || (trigger.takes !== "either" && trigger.takes !== "party")) return [];
  const days = dates.filter(({ first, precision, when, relation }) => first >= trigger.last && precision === "day" && when !== null && relation === "at");
  const legs = days.map((date, k) => {
    const from = days[k - 1]?.last ?? trigger.last;
    // Behind the first day "and" leads right to whom they met on the next.
    const isNext = k === 0 || (tokens[from]?.lower === "and" && objects.some(({ first }) => first - from <= 3 && first >= from));
    const hosts = isNext ? objects.filter(({ first }) => first >= from && first < date.first) : [];
    return { place: places.find(({ first, fine }) => fine && first >= from && first < date.first) ?? null, hosts, date };
  });
  return legs.length > 1 && legs.every(({ hosts }) => hosts.length > 0) ? legs : [];
}

/** Tokens between two stops of a list. */
const beside = 6;

/**
 * "meetings in X in March and in Y in July", "flies to X on 12 May and to Y on 14 May", "in X in May and in June", "on 12 April and 11 May in X and on 19 May at Y":
 * each city with each of its days, where nothing but small words parts them. Empty where the sentence lists fewer than two, or names one without a day.
 */
function stopsOf(doc: Doc, places: readonly PlaceMention[], dates: readonly DateMention[]): Leg[] {
  const items: (PlaceMention | DateMention)[] = [...places, ...dates.filter(({ when }) => when !== null)].toSorted((a, b) => a.first - b.first);
  const start = items.findIndex((item, k) => k + 2 < items.length && isNextTo(doc, item, items[k + 1] as DateMention));
  if (start < 0) return [];
  const end = items.findIndex((item, k) => k >= start && (k + 1 === items.length || !isNextTo(doc, item, items[k + 1] as DateMention)));
  const run = items.slice(start, end + 1);
  const groups: { place: PlaceMention | null; days: DateMention[] }[] = [];
  const opensWithPlace = isPlace(run[0] as PlaceMention);
  for (const [k, item] of run.entries()) {
    const last = groups.at(-1);
    const isNew = last === undefined || (opensWithPlace ? isPlace(item) : !isPlace(item) && isPlace(run[k - 1] as PlaceMention));
    const group = isNew ? { place: null, days: [] } : last;
    if (isNew) groups.push(group);
    if (isPlace(item)) group.place = item;
    else group.days.push(item);
  }
  if (groups.some(({ place, days }) => place === null || days.length === 0)) return [];
  // "rounds in X on 28 February and 3 and 7 March" are told apart by `again`.
  if (groups.length === 1 && groups[0]?.days.every(({ precision }) => precision === "day" || precision === "days")) return [];
  const legs = groups.flatMap(({ place, days }) => days.map((date) => ({ place: place as PlaceMention, hosts: null, date })));
  return legs.length > 1 && legs.every((leg, k) => k === 0 || isApart(leg, legs[k - 1] as (typeof legs)[number])) ? legs : [];
}

const isPlace = (item: PlaceMention | DateMention): item is PlaceMention => "preposition" in item;

/** Whether only small words part two of a list. */
function isNextTo({ tokens }: Doc, { last }: { last: number }, { first }: { first: number }): boolean {
  return (
    first - last <= beside &&
    tokens.slice(last, first).every(({ tag, lower }) => !/^(?:VERB|AUX|NOUN|PROPN|PRON)$/.test(tag) || /^(?:one|another|second|third|that)$/.test(lower))
  );
}

/** At another place, or at the same one on days that do not touch: those that do are of one meeting. */
function isApart(a: { place: PlaceMention; date: DateMention }, b: { place: PlaceMention; date: DateMention }): boolean {
  if (a.place.name !== b.place.name) return true;
  if (a.date.precision !== "day" || b.date.precision !== "day") return a.date.when !== b.date.when;
  return !(Math.abs(daysBetween(a.date.when as string, b.date.when as string)) <= touching);
}

/** The legs that one sentence tells of; empty where it tells of one meeting. */
export function routeOf(doc: Doc, trigger: Trigger, objects: readonly Mention[], places: readonly PlaceMention[], dates: readonly DateMention[]): Leg[] {
  const legs = trigger.verb ? legsOf(trigger, objects, places, dates) : onesOf(doc, trigger, places, dates);
  if (legs.length > 0) return legs;
  const met = daysOf(doc, trigger, objects, places, dates);
  return met.length > 0 ? met : stopsOf(doc, places, dates);
}

/** "for the first time since X in October": where and when those who meet now met before; null where the sentence names no such city and day. */
export function lastTime({ tokens }: Doc, places: readonly PlaceMention[], dates: readonly DateMention[]): { place: PlaceMention; date: DateMention } | null {
  for (const place of places) {
    const date = dates.find(({ first, when }) => when !== null && first >= place.last && first - place.last <= 2);
    if (place.fine && date && tokens[place.first - 1]?.lower === "since") return { place, date };
  }
  return null;
}
