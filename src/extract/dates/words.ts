// The words of dates.yaml in the form that the grammar asks for. Built once, never changed.
import type { Dates } from "../../domain/codebook/dates.ts";
import { byWord } from "../by-word.ts";
import type { Token } from "../types.ts";

export interface DatesIndex {
  /** Month number by name or short form, lower case, without a stop. */
  months: ReadonlyMap<string, number>;
  ambiguousMonths: ReadonlySet<number>;
  /** 1 for Monday. */
  weekdays: ReadonlyMap<string, number>;
  shortWeekdays: ReadonlySet<string>;
  seasons: ReadonlyMap<string, { from: number; to: number }>;
  numbers: ReadonlyMap<string, number>;
  /** Days of the month as ordinal words, 1 to 20 and 30. */
  dayWords: ReadonlyMap<string, number>;
  /** "twenty" and "thirty" before such a word. */
  tens: ReadonlyMap<string, number>;
  units: ReadonlyMap<string, { unit: "day" | "week" | "month" | "year"; times: number }>;
  last: ReadonlySet<string>;
  next: ReadonlySet<string>;
  current: ReadonlySet<string>;
  dayParts: ReadonlySet<string>;
  weekend: ReadonlySet<string>;
  ago: ReadonlySet<string>;
  earlier: ReadonlySet<string>;
  delaying: ReadonlySet<string>;
  later: ReadonlySet<string>;
  planned: ReadonlySet<string>;
  arranging: ReadonlySet<string>;
  attending: ReadonlySet<string>;
  timetable: ReadonlySet<string>;
  notDates: ReadonlySet<string>;
  /** Phrases of several words by their first word, the longest first. */
  phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Whether a date can begin with the token. */
  starts: (token: Token) => boolean;
}

export type Phrase = { words: readonly string[] } & (
  | { sense: "day"; offset: number }
  | { sense: "same-day"; offset: number }
  | { sense: "part"; part: Dates["parts"][number]["part"] }
  | { sense: "vague"; from: number; to: number }
);

/** Expects dates.yaml as its schema gives it. */
export function compileDates(dates: Dates): DatesIndex {
  const months = new Map<string, number>();
  dates.months.forEach(({ name, short }, i) => {
    for (const form of [name, ...short]) months.set(form.toLowerCase(), i + 1);
  });
  const weekdays = new Map<string, number>();
  dates.weekdays.forEach(({ name, short }, i) => {
    for (const form of [name, ...short]) weekdays.set(form.toLowerCase(), i + 1);
  });
  const split = <T extends { words: string }>(entry: T) => ({ ...entry, words: entry.words.toLowerCase().split(" ") });
  const phrases = new Map<string, Phrase[]>();
  const all: Phrase[] = [
    ...dates.days.map((entry) => ({ sense: "day" as const, ...split(entry) })),
    ...dates.same_days.map((entry) => ({ sense: "same-day" as const, ...split(entry) })),
    ...dates.parts.map((entry) => ({ sense: "part" as const, ...split(entry) })),
    ...dates.vague.map((entry) => ({ sense: "vague" as const, ...split(entry) })),
  ];
  for (const phrase of all.sort((a, b) => b.words.length - a.words.length)) {
    const first = phrase.words[0] as string;
    phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  const seasons = dates.seasons.map(({ name }) => name.toLowerCase());
  const starts = new Set<string>();
  for (const word of [
    ...months.keys(),
    ...weekdays.keys(),
    ...seasons,
    ...phrases.keys(),
    ...Object.keys(dates.numbers),
    ...Object.keys(dates.day_words),
    ...dates.last,
    ...dates.next,
    ...dates.this,
    ...dates.weekend,
    "in",
  ])
    starts.add(word).add(`${word}.`);
  return {
    starts: byWord((word) => /^(?:\d|mid)/.test(word) || starts.has(word)),
    months,
    ambiguousMonths: new Set(dates.months.flatMap(({ ambiguous }, i) => (ambiguous ? [i + 1] : []))),
    weekdays,
    shortWeekdays: new Set(dates.weekdays.flatMap(({ short }) => short.map((form) => form.toLowerCase()))),
    seasons: new Map(dates.seasons.map(({ name, from, to }) => [name.toLowerCase(), { from, to }])),
    numbers: new Map(Object.entries(dates.numbers)),
    dayWords: new Map(Object.entries(dates.day_words)),
    tens: new Map(Object.entries(dates.numbers).filter(([, value]) => value === 20 || value === 30)),
    units: new Map(dates.units.flatMap(({ words, unit, times }) => words.map((word) => [word, { unit, times }] as const))),
    last: new Set(dates.last),
    next: new Set(dates.next),
    current: new Set(dates.this),
    dayParts: new Set(dates.day_parts),
    weekend: new Set(dates.weekend),
    ago: new Set(dates.ago),
    earlier: new Set(dates.earlier),
    delaying: new Set(dates.delaying),
    later: new Set(dates.later),
    planned: new Set(dates.planned),
    arranging: new Set(dates.arranging),
    attending: new Set(dates.attending),
    timetable: new Set(dates.timetable),
    notDates: new Set(dates.not_dates),
    phrases,
  };
}
