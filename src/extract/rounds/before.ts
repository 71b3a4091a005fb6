// The place and the day that the sentences before one leave to it. Looks at no meeting.
import type { DateMention } from "../dates/types.ts";
import type { Sentence } from "../types.ts";
import { within } from "./people.ts";
import type { PlaceMention } from "./places.ts";
import { placesOf, type Sight } from "./sight.ts";

/** Sentences over which "there" reaches back. */
const reach = 6;

/** The place that "there" and "in the same hotel" mean: that of the meeting told last, if it is near, else the last one of the few sentences before. */
export function placeBefore(sight: Sight, number: number, met: { place: PlaceMention; sentence: number } | null): PlaceMention | null {
  if (met && number - met.sentence <= reach) return met.place;
  for (let n = number - 1; n >= Math.max(0, number - reach); n--) {
    const place = placesOf(sight, sight.doc.sentences[n] as Sentence).findLast(({ preposition }) => preposition !== null);
    if (place) return place;
  }
  return null;
}

/** "flew on to Lakeside and met B there": the city that the sentence itself names before a meeting; null where it names none. */
export function placeThere(places: readonly PlaceMention[], { first }: { first: number }): PlaceMention | null {
  return places.findLast(({ fine, preposition, last }) => fine && preposition !== null && last <= first) ?? null;
}

/** The sentence `back` before this one, in the same paragraph; null where there is none. */
function sentenceBefore({ doc }: Sight, number: number, back: number): Sentence | null {
  const [before, own] = [doc.sentences[number - back], doc.sentences[number]];
  return before && before.block === own?.block ? before : null;
}

/** A day known, on which something is said to be. */
const isDay = ({ precision, relation, when }: DateMention): boolean => precision === "day" && relation === "at" && when !== null;

/** "A is in Northtown. He saw B on Monday": the one city that the sentence before in the same paragraph puts somebody in; null where it has none or several. */
export function placeOfBefore(sight: Sight, number: number): PlaceMention | null {
  const before = sentenceBefore(sight, number, 1);
  const cities = before ? placesOf(sight, before).filter(({ preposition }) => preposition !== null) : [];
  return cities.length === 1 && cities[0]?.fine && cities[0].known && cities[0].preposition === "in" ? cities[0] : null;
}

/** "Leaders closed ranks in Northtown on Monday. Two days of talks had …": the city and the day of the one or two sentences before in the same paragraph; null where they have no such pair. */
export function settingBefore(sight: Sight, number: number): { place: PlaceMention; date: DateMention } | null {
  return settingIn(sight, number, 1) ?? settingIn(sight, number, 2);
}

/** The one day that the sentence before in the same paragraph names; null where it names none or several. */
export function dayBefore(sight: Sight, number: number): DateMention | null {
  const before = sentenceBefore(sight, number, 1);
  const dates = before ? within(sight.dates, before.first, before.last) : [];
  return dates.length === 1 && isDay(dates[0] as DateMention) ? (dates[0] as DateMention) : null;
}

function settingIn(sight: Sight, number: number, back: number): { place: PlaceMention; date: DateMention } | null {
  const sentence = sentenceBefore(sight, number, back);
  if (!sentence) return null;
  const places = placesOf(sight, sentence).filter(({ preposition, fine, known }) => fine && known && (preposition === "in" || preposition === "at"));
  const days = within(sight.dates, sentence.first, sentence.last).filter(isDay);
  return places.length === 1 && days.length === 1 ? { place: places[0] as PlaceMention, date: days[0] as DateMention } : null;
}
