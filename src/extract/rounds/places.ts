// Venues in running text: names of cities, buildings and countries in a place's position. Knows nothing of meetings.
import type { KnownActor } from "../../domain/codebook/actors.ts";
import type { Gazetteer } from "../../domain/codebook/places.ts";
import type { Doc, Sentence, Token } from "../types.ts";

export interface Place {
  /** As the record names it. */
  name: string;
  country: string | null;
  /** For a seat of power, which texts name instead of its city: the city; null for all others. */
  city: string | null;
  /** How fine: a building's or city's name against a country's or region's. */
  fine: boolean;
}

/** A place with the preposition that leads to it ("in", "at", "to"…); null where the name stands before a noun ("the Lakeside talks"). */
export interface PlaceMention extends Place {
  /** False where the gazetteer lacks the name: it then needs a trigger close by. */
  known: boolean;
  first: number;
  last: number;
  preposition: string | null;
}

export interface PlaceIndex {
  /** By folded name. */
  names: ReadonlyMap<string, Place>;
  /** What is a place only where a report is sent from, by folded name. */
  datelines: ReadonlyMap<string, Place>;
  /** Words of the longest name by its first word, folded, so that most tokens cost one look. */
  longest: ReadonlyMap<string, number>;
  /** Capital by the folded demonym or name of its country, of one word or two. */
  capitals: ReadonlyMap<string, Place>;
  /** The names of all those cities, and of others that stand for a state, which were its capital or are its seat of government. */
  seats: ReadonlySet<string>;
  regions: ReadonlySet<string>;
  sites: ReadonlySet<string>;
  towns: ReadonlySet<string>;
  /** What a meeting beside another is held on of it: sidelines. */
  margins: ReadonlySet<string>;
}

/** Smaller cities share their names with too many other things; those that matter are in venues.yaml. */
const minPopulation = 100_000;
const locative = new Set(["in", "at", "to", "near", "outside", "from", "into"]);

/**
 * `regions` and `sites` are nouns after a name that the gazetteer lacks: "the Sava district", "the Ruka naval base". `states` are the codebook's, whose short
 * names the gazetteer may lack.
 */
export function compilePlaces(
  { countries, cities, venues }: Gazetteer,
  words: { regions: readonly string[]; sites: readonly string[]; towns: readonly string[]; margins: readonly string[] },
  states: readonly Pick<KnownActor, "name" | "country" | "aliases" | "adjectives" | "also_place">[],
): PlaceIndex {
  const names = new Map<string, Place>();
  const capitals = new Map<string, Place>();
  const add = (name: string, place: Place) => names.set(foldName(name), place);
  for (const { name, official, aliases, code } of countries)
    for (const form of [name, official, ...aliases]) if (form.length > 3) add(form, { name, country: code, city: null, fine: false });
  const largest = new Map<string, number>();
  const capitalNames = new Set(countries.flatMap(({ code, capitals: seats }) => seats.map((seat) => `${code} ${foldName(seat)}`)));
  for (const { name, country, population } of cities) {
    const short = name.replace(/, .*$/, "");
    const key = foldName(short);
    if (population < minPopulation && !capitalNames.has(`${country} ${key}`)) continue;
    if (population <= (largest.get(key) ?? 0) || (names.has(key) && !largest.has(key))) continue;
    largest.set(key, population);
    add(short, { name: short, country, city: null, fine: true });
  }
  for (const { name, code, capitals: seats, demonyms } of countries) {
    const seat = seats[0]?.replace(/, .*$/, "");
    if (!seat) continue;
    const place = names.get(foldName(seat)) ?? { name: seat, country: code, city: null, fine: true };
    if (!names.has(foldName(seat))) add(seat, place);
    capitals.set(foldName(name), place);
    for (const demonym of demonyms) capitals.set(foldName(demonym), place);
  }
  const byCountry = new Map(countries.map(({ name, code }) => [code, capitals.get(foldName(name))]));
  for (const { name, country, aliases, adjectives, also_place: cities } of states) {
    const seat = byCountry.get(country ?? "") ?? cities.map((city) => names.get(foldName(city))).find((city) => city?.fine);
    if (seat) for (const form of [name, ...adjectives]) capitals.set(foldName(form), seat);
    for (const text of aliases)
      if (!text.includes(" ") && !names.has(foldName(text))) add(text, { name: /[a-z]{4}/.test(text) ? text : name, country, city: null, fine: false });
  }
  const datelines = new Map<string, Place>();
  for (const { name, aliases, place, seat, dateline, country } of venues) {
    const venue: Place = seat && place ? { name, country, city: place, fine: true } : { name: place ?? name, country, city: null, fine: true };
    for (const form of [name, ...aliases])
      if (dateline) datelines.set(foldName(form), venue);
      else add(form.replace(/^the /i, ""), venue);
  }
  const longest = new Map<string, number>();
  for (const name of names.keys()) {
    const words = name.split(" ");
    const first = words[0] as string;
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return {
    names,
    datelines,
    longest,
    capitals,
    seats: new Set(
      [...capitals.values(), ...states.flatMap(({ also_place: cities }) => cities.flatMap((city) => names.get(foldName(city)) ?? []))].map(({ name }) => name),
    ),
    regions: new Set(words.regions),
    sites: new Set(words.sites),
    towns: new Set(words.towns),
    margins: new Set(words.margins),
  };
}

/** Folded form in which names are compared: lower case, no accents, no stops, hyphens as blanks. */
export function foldName(name: string): string {
  if (/^[a-z]+(?: [a-z]+)*$/i.test(name)) return name.toLowerCase();
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/[.'’‘]/g, "")
    .replace(/[-–\s]+/g, " ")
    .trim();
}

export function mentioned(
  { name, city, fine }: Place,
  country: string | null,
  known: boolean,
  first: number,
  last: number,
  preposition: string | null,
): PlaceMention {
  return { name, country, city, fine, known, first, last, preposition };
}

/** The same place, as another preposition would lead to it. */
export function ledToBy(place: PlaceMention, preposition: string): PlaceMention {
  return mentioned(place, place.country, place.known, place.first, place.last, preposition);
}

/** Places of one sentence, in order. A name counts after a preposition of place, or before the noun it marks off ("the Lakeside talks"). */
export function placesIn(doc: Doc, sentence: Sentence, index: PlaceIndex): PlaceMention[] {
  const found: PlaceMention[] = [];
  const lowered = !/\p{Lu}/u.test(doc.text.slice(sentence.start, sentence.end));
  let i = sentence.first;
  while (i < sentence.last) {
    const hit = capitalAt(doc, i, sentence, index) ?? nameAt(doc, i, sentence, index, lowered) ?? unknownAt(doc, i, sentence, index);
    if (!hit) {
      i++;
      continue;
    }
    found.push(hit);
    i = hit.last;
  }
  const stops = found.flatMap((place, k) => {
    if (isSpelledOut(doc, place, found[k + 1])) return [];
    const land = found[k - 1];
    const isOfLand = land !== undefined && !place.known && isSpelledOut(doc, land, place);
    return [isOfLand ? mentioned(place, land.country, land.known, place.first, place.last, place.preposition) : place];
  });
  return nextStops(doc, stops).map((stop, k) => {
    const place = hosts(doc, stop) ? ledToBy(stop, "in") : stop;
    // "in Porto Novo, Norland": the country after the comma belongs to the city.
    const next = stops[k + 1];
    const link = doc.tokens[place.last]?.lower;
    return next &&
      !next.fine &&
      place.fine &&
      doc.tokens[next.last]?.lower !== "and" &&
      next.first === place.last + 1 &&
      (link === "," || (link === "in" && place.country === null))
      ? mentioned(place, next.country, place.known, place.first, place.last, place.preposition)
      : place;
  });
}

/** "Lakeside will host the next round": a city that is the subject of hosting. */
function hosts({ tokens }: Doc, { fine, preposition, last }: PlaceMention): boolean {
  if (!fine || preposition !== null) return false;
  let i = last;
  while (i < last + 3 && /^(?:AUX|PART|ADV)$/.test(tokens[i]?.tag ?? "")) i++;
  return tokens[i]?.tag === "VERB" && tokens[i]?.lemma.toLowerCase() === "host";
}

/** Tokens from one stop of a journey to the next. */
const nextStop = 6;

/** "to Lakeside on Thursday and Northtown on Friday": a city behind another and its day, with a day of its own, stands in its place. */
function nextStops({ tokens }: Doc, places: readonly PlaceMention[]): PlaceMention[] {
  return places.map((place, k) => {
    const before = places[k - 1];
    if (!before?.fine || !place.fine || place.preposition !== null || place.first - before.last > nextStop) return place;
    const between = tokens.slice(before.last, place.first);
    const isNext =
      between[0]?.lower === "on" &&
      between.at(-1)?.lower === "and" &&
      tokens[place.last]?.lower === "on" &&
      between.every(({ tag }) => tag !== "VERB" && tag !== "NOUN");
    return isNext ? ledToBy(place, before.preposition ?? "in") : place;
  });
}

/** "in Norland, in Lakeside": a country whose city is named right after it. */
function isSpelledOut({ tokens }: Doc, { fine, last }: PlaceMention, next: PlaceMention | undefined): boolean {
  return !fine && next?.fine === true && next.first === last + 2 && tokens[last]?.lower === "," && /^(?:in|at|near)$/.test(tokens[last + 1]?.lower ?? "");
}

/** "the northern capital", "the capital of Norland" is left to the name. */
function capitalAt(doc: Doc, i: number, sentence: Sentence, index: PlaceIndex): PlaceMention | null {
  if (i + 1 >= sentence.last) return null;
  // "the capital of Norland"
  if ((doc.tokens[i] as Token).lower === "capital" && doc.tokens[i + 1]?.lower === "of") {
    for (const words of [2, 1]) {
      const of = capitalBy(doc, i + 2, i + 2 + words, index);
      if (of) return mentioned(of, of.country, true, i, i + 2 + words, prepositionBefore(doc, i, sentence));
    }
    return null;
  }
  // "the Norlandian capital", "the South Norlandian capital"
  for (const words of [2, 1]) {
    if (i + words >= sentence.last || (doc.tokens[i + words] as Token).lower !== "capital") continue;
    const place = capitalBy(doc, i, i + words, index);
    if (place) return mentioned(place, place.country, true, i, i + words + 1, prepositionBefore(doc, i, sentence));
  }
  return null;
}

/** The capital of the country that tokens from `first` up to `last` name, by its name or adjective. */
function capitalBy({ text, tokens }: Doc, first: number, last: number, { capitals }: PlaceIndex): Place | undefined {
  const [from, to] = [tokens[first], tokens[last - 1]];
  return from && to ? capitals.get(foldName(text.slice(from.start, to.end))) : undefined;
}

function nameAt(doc: Doc, i: number, sentence: Sentence, index: PlaceIndex, lowered: boolean): PlaceMention | null {
  const token = doc.tokens[i] as Token;
  // "told us": in a text without capitals two letters name no country.
  if (lowered && token.lower.length < 3) return null;
  if (!lowered && (token.text === token.lower || !/^\p{Lu}/u.test(token.text))) return null;
  const words = index.longest.get(token.lower) ?? (/[^a-z]/.test(token.lower) ? index.longest.get(foldName(token.text).split(" ", 1)[0] as string) : undefined);
  if (words === undefined) return null;
  // Hyphens and stops are tokens of their own and no words of a folded name, nor its end.
  for (let last = Math.min(words === 1 ? i + 1 : i + 2 * words - 1, sentence.last); last > i; last--) {
    if (/^[-–]$/.test((doc.tokens[last - 1] as Token).text)) continue;
    const place = index.names.get(
      last === i + 1 && /^[a-z]+$/.test(token.lower) ? token.lower : foldName(doc.text.slice(token.start, (doc.tokens[last - 1] as Token).end)),
    );
    if (!place) continue;
    const next = doc.tokens[last];
    // "in the Saudi port of X": an adjective that is also an alias marks the noun off and is no place.
    const marksOff = !place.fine && next?.tag === "NOUN" && foldName(place.name) !== foldName(token.text) && index.capitals.has(token.lower);
    const preposition = marksOff ? null : (prepositionBefore(doc, i, sentence) ?? (place.fine && onMargins(doc, i, sentence, index) ? "at" : null));
    const seat = !place.fine && next?.lower === "'s" && doc.tokens[last + 1]?.lower === "capital" ? index.capitals.get(foldName(place.name)) : undefined;
    if (seat) return mentioned(seat, seat.country, true, i, last + 2, preposition);
    if (lowered && preposition === null && next?.tag !== "NOUN") return null;
    return mentioned(place, place.country, true, i, last, preposition);
  }
  return null;
}

/** A capitalised run right after "in", "at" or "near", or the noun of a town or site and "of", that the gazetteer lacks; "the … region" is kept in the name. */
function unknownAt(doc: Doc, i: number, sentence: Sentence, index: PlaceIndex): PlaceMention | null {
  if ((doc.tokens[i] as Token).text === (doc.tokens[i] as Token).lower) return null;
  const before = i > sentence.first ? (doc.tokens[i - 1] as Token).lower : "";
  const noun = before === "of" ? doc.tokens[i - 2]?.lower : before;
  const city = noun !== undefined && (index.towns.has(noun) || (before === "of" && index.sites.has(noun)));
  const article = before === "the" && i - 2 >= sentence.first;
  const onIsland = noun === "island" && doc.tokens[i - 4]?.lower === "on";
  const preposition = onIsland ? "in" : city ? (prepositionBefore(doc, i, sentence) ?? "") : article ? (doc.tokens[i - 2] as Token).lower : before;
  if (!["in", "at", "near", "from", "to"].includes(preposition)) return null;
  let last = i;
  while (last < sentence.last && (doc.tokens[last] as Token).tag === "PROPN" && /^\p{Lu}/u.test((doc.tokens[last] as Token).text)) last++;
  // "in Upper-Westland": the hyphen joins it to a name of more words.
  if (last === i || (doc.tokens[last]?.text === "-" && (doc.tokens[last] as Token).start === (doc.tokens[last - 1] as Token).end)) return null;
  const region = index.regions.has(doc.tokens[last]?.lower ?? "") && last < sentence.last;
  const named = last - i > 1 && index.sites.has((doc.tokens[last - 1] as Token).lower);
  const site = named ? last : siteEnd(doc, last, sentence, index);
  if ((article || preposition === "to") && !region && site === null) return null;
  // "in Afghan hands"
  if (!region && site === null && last === i + 1 && index.capitals.has((doc.tokens[i] as Token).lower)) return null;
  const end = region ? last + 1 : (site ?? last);
  const name = doc.text.slice((doc.tokens[i] as Token).start, (doc.tokens[end - 1] as Token).end);
  return { name, country: countryBefore(doc, i, sentence, index), city: null, fine: !region, known: false, first: i, last: end, preposition };
}

/** "the Swedish town of X", "at a Thai base in X": the country whose adjective marks off the noun before; null where none does. */
function countryBefore({ tokens }: Doc, i: number, { first }: Sentence, { capitals, towns, sites, regions }: PlaceIndex): string | null {
  for (let k = i - 1; k >= Math.max(first, i - 6); k--) {
    const { lower, tag, text } = tokens[k] as Token;
    if (tag === "VERB" || tag === "PUNCT") return null;
    const place = text === lower ? undefined : capitals.get(lower);
    if (place)
      return tokens.slice(k + 1, i).some(({ lower: noun }) => towns.has(noun) || sites.has(noun) || regions.has(noun) || noun === "capital")
        ? place.country
        : null;
  }
  return null;
}

/** "the Sattahip naval base", "the Gran Melia hotel": where the noun for a site ends; null where none follows. */
function siteEnd(doc: Doc, last: number, sentence: Sentence, index: PlaceIndex): number | null {
  for (let k = last; k < Math.min(sentence.last, last + 2); k++) {
    if (index.sites.has((doc.tokens[k] as Token).lower)) return k + 1;
    if ((doc.tokens[k] as Token).tag !== "ADJ") return null;
  }
  return null;
}

/** The preposition of place that leads to token `i` over articles, adjectives and "port of", "city of", "a hotel in"; null where none does. */
function prepositionBefore(doc: Doc, i: number, sentence: Sentence): string | null {
  for (let k = i - 1; k >= Math.max(sentence.first, i - 6); k--) {
    const { lower, tag } = doc.tokens[k] as Token;
    if (locative.has(lower)) return lower;
    if (lower === "for" && k > sentence.first && isVerbBefore(doc, k)) return lower;
    if (lower === "," || (tag !== "DET" && tag !== "ADJ" && tag !== "NOUN" && tag !== "PROPN" && lower !== "of")) return null;
    if (tag === "NOUN" && (doc.tokens[k + 1] as Token).lower !== "of" && (doc.tokens[k + 1] as Token).tag !== "NOUN") return null;
  }
  return null;
}

/** "planned for", "pencilled in for". */
function isVerbBefore({ tokens }: Doc, k: number): boolean {
  const at = tokens[k - 1]?.lower === "in" ? k - 2 : k - 1;
  return tokens[at]?.tag === "VERB";
}

/** "on the sidelines of the Lakeside Security Forum": where what the city names is held. */
function onMargins({ tokens }: Doc, i: number, { first }: Sentence, { margins }: PlaceIndex): boolean {
  const of = (tokens[i - 1] as Token | undefined)?.tag === "DET" ? i - 2 : i - 1;
  return of - 1 >= first && tokens[of]?.lower === "of" && margins.has(tokens[of - 1]?.lower ?? "");
}
