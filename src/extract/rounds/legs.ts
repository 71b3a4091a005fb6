// One sentence that tells of several meetings of the same people: "saw A in X and B in Y", "on 16 May and again on 2 June". Finds none itself.
import type { DateMention } from "../dates/types.ts";
import type { Doc, Mention } from "../types.ts";
import type { PlaceMention } from "./places.ts";
import type { Trigger } from "./triggers.ts";

/** "on 16 May and again on 2 June", "rounds on 28 February and 3 and 7 March": the days on which it was repeated. */
export function again(doc: Doc, trigger: Trigger, date: DateMention, dates: readonly DateMention[]): DateMention[] {
  const listed = !trigger.verb && /[^s]s$/.test(doc.tokens[trigger.last - 1]?.lower ?? "") && doc.tokens[trigger.first]?.lower !== "talks";
  if (listed) return dates.filter((other) => other.first > date.last && isListed(doc, date, other)).flatMap(singleDays);
  return dates.filter(
    ({ first, precision, when }) =>
      first > date.last &&
      first - date.last < 6 &&
      precision === "day" &&
      when !== null &&
      doc.tokens.slice(date.last, first).some(({ lower }) => lower === "again"),
  );
}

/** Whether only commas, "and", prepositions and other dates part two days. */
function isListed({ tokens }: Doc, { last }: DateMention, { first, precision, when }: DateMention): boolean {
  return (
    (precision === "day" || precision === "days") &&
    when !== null &&
    first - last < 12 &&
    tokens.slice(last, first).every(({ tag, lower }) => [",", "and", "on"].includes(lower) || tag === "NUM" || tag === "PROPN")
  );
}

/** "3 and 7 March", days that do not touch: each by itself. */
function singleDays(date: DateMention): DateMention[] {
  const [from, to] = date.when?.split("/") ?? [];
  if (from === undefined || to === undefined || Date.parse(to) - Date.parse(from) < 2 * 86_400_000) return [date];
  return [from, to].map((when) => ({ ...date, when, precision: "day" }));
}

export interface Leg {
  place: PlaceMention;
  /** Whom the travellers met there. */
  hosts: Mention[];
  date: DateMention | null;
}

/** "saw A in X on Monday and B in Y": at least two cities behind a verb, each with somebody named before it. Empty where the sentence has no such run. */
export function legsOf(trigger: Trigger, objects: readonly Mention[], places: readonly PlaceMention[], dates: readonly DateMention[]): Leg[] {
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
  return legs.every(({ hosts }) => hosts.length > 0) ? legs.map((leg) => ({ ...leg, date: leg.date ?? last })) : [];
}
