// The signs by which a city of a text is weighed for a meeting of which no sentence says where it was. Names are those of learned.yaml.
import { daysBetween } from "../../domain/dates.ts";
import { boundsOf } from "../dates/calendar.ts";
import { partyOf } from "../party.ts";
import { put, type Scale } from "../scale.ts";
import { firstFrom } from "../seek.ts";
import type { Sentence } from "../types.ts";
import type { Draft } from "./merge.ts";
import { within } from "./people.ts";
import type { PlaceMention } from "./places.ts";
import { isHeading, partiesOf, placesOf, type Sight } from "./sight.ts";
import { isTaken } from "./slots.ts";

/** Cities of a text that are weighed for each of its meetings, the most named first. */
const most = 8;
/** Sentences further off than these are all far. */
const spans = [0, 1, 3, 8];
/** Odds, as logarithms, beyond which all is clear. */
const clear = 4;
/** Sentences that open a text. */
const opening = 3;

/** A city of a text, by all that names it. */
export interface City {
  place: PlaceMention;
  /** In text order. */
  at: Naming[];
  prepositions: ReadonlySet<string>;
  /** Whether it is named where the text begins, and in a heading. */
  opens: boolean;
  heads: boolean;
  /** The state that it is of; null where the codebook knows none. */
  state: string | null;
  /** Whether somebody of that state is in the text. */
  acts: boolean;
  /** Whether a sentence says that a meeting was there. */
  met: boolean;
}

interface Naming {
  sentence: number;
  preposition: string | null;
}

/** Where the meetings of a text may have been. */
export interface Whereabouts {
  /** The most named first; the dateline's is always among them. */
  cities: readonly City[];
  dateline: PlaceMention | null;
  /** Number of meetings, and whether a sentence says of one in which city it was. */
  meetings: number;
  placed: boolean;
}

export function whereaboutsOf(sight: Sight, drafts: readonly Draft[], dateline: PlaceMention | null): Whereabouts {
  const { doc, cast, dates, index } = sight;
  const named = new Map<string, { place: PlaceMention; at: Naming[] }>();
  doc.sentences.forEach((sentence, number) => {
    for (const place of placesOf(sight, sentence)) {
      if (!place.fine || place.first === dateline?.first || (!place.known && isTaken(sight, place, within(dates, sentence.first, sentence.last)))) continue;
      const city = named.get(place.name) ?? { place, at: [] };
      city.at.push({ sentence: number, preposition: place.preposition });
      named.set(place.name, city);
    }
  });
  const ranked = [...named.values()].sort((a, b) => b.at.length - a.at.length || a.place.first - b.place.first).slice(0, most);
  if (dateline !== null && !ranked.some(({ place }) => place.name === dateline.name)) ranked.push(named.get(dateline.name) ?? { place: dateline, at: [] });
  const parties = new Set([...cast.entities.values()].map(partyOf));
  const venues = new Set(drafts.flatMap(({ place }) => (place?.fine ? [place.name] : [])));
  const cities = ranked.map(({ place, at }): City => {
    const state = (place.country === null ? undefined : index.states.get(place.country)) ?? null;
    return {
      place,
      at,
      prepositions: new Set(at.map(({ preposition }) => preposition ?? "no")),
      opens: at.some(({ sentence }) => sentence < opening),
      heads: at.some(({ sentence }) => isHeading(sight, doc.sentences[sentence] as Sentence)),
      state,
      acts: state !== null && parties.has(state),
      met: venues.has(place.name),
    };
  });
  return { cities, dateline, meetings: drafts.length, placed: venues.size > 0 };
}

/** The naming that is nearest to one of some sentences, the earlier of two; null where there is none. `gap`: how many sentences it stands behind that one. */
function nearestOf(at: readonly Naming[], told: readonly number[]): { naming: Naming; gap: number } | null {
  const sentenceOf = ({ sentence }: Naming): number => sentence;
  let best: { naming: Naming; gap: number } | null = null;
  for (const number of told) {
    const next = firstFrom(at, number, sentenceOf);
    const before = at[next - 1];
    for (const k of before ? [firstFrom(at, before.sentence, sentenceOf), next] : [next]) {
      const naming = at[k];
      if (naming === undefined) continue;
      const gap = naming.sentence - number;
      const closer = best === null ? 1 : Math.abs(best.gap) - Math.abs(gap);
      if (closer > 0 || (closer === 0 && best !== null && naming.sentence < best.naming.sentence)) best = { naming, gap };
    }
  }
  return best;
}

/** What is the same for all cities that are weighed for a meeting. */
export interface Telling {
  draft: Draft;
  /** Numbers of its sentences, and the first. */
  told: readonly number[];
  first: number;
  state: "planned" | "ongoing" | "held";
  /** Those of `pointers` that its sentences hold. */
  pointers: readonly string[];
  sides: ReadonlySet<string>;
}

/** Words that point to a place without naming it. */
const pointers = ["here", "there", "again", "same", "town", "city", "capital"];

export function tellingOf({ doc, cast }: Sight, draft: Draft): Telling {
  const { reports, people } = draft;
  const told = reports.map(({ sentence }) => sentence);
  const sentences = told.map((number) => doc.sentences[number] as Sentence);
  const words = new Set(sentences.flatMap(({ first, last }) => doc.tokens.slice(first, last).map(({ lower }) => lower)));
  const planned = reports.every(({ status }) => status === "planned");
  return {
    draft,
    told,
    first: Math.min(...told),
    state: planned ? "planned" : reports.some(({ status }) => status === "ongoing") ? "ongoing" : "held",
    pointers: pointers.filter((word) => words.has(word)),
    sides: partiesOf(people, cast),
  };
}

/** `cities`: those of the text's that come into question. */
export function placeSigns(
  scale: Scale,
  { doc, oddsIn, anchor }: Sight,
  { draft, told, first, state, pointers, sides }: Telling,
  { place, at, prepositions, opens, heads, state: host, acts, met }: City,
  cities: readonly City[],
  { dateline, meetings, placed }: Whereabouts,
): void {
  const on = (name: string, holds = true): void => {
    if (holds) put(scale, name, 1);
  };
  const isSent = place.name === dateline?.name;
  on(state);
  on(`kind:${draft.kind}`);
  on("dateline", isSent);
  on(`dateline ${state}`, isSent);
  on("dateline of two meetings", isSent && meetings > 1);
  on("named in the dateline alone", isSent && at.length === 0);
  on("no dateline", dateline === null);
  const nearest = nearestOf(at, told);
  const gap = nearest?.gap ?? Number.POSITIVE_INFINITY;
  const led = nearest?.naming.preposition ?? "no";
  const span = spans.find((bound) => Math.abs(gap) <= bound) ?? "far";
  const where = nearest === null ? "nowhere" : `${span}${gap < 0 ? " before" : gap > 0 ? " after" : ""}`;
  on(`at:${where}`);
  on(`led:${led}`);
  on(`led:${led} at:${span}`);
  for (const preposition of prepositions) on(`somewhere led:${preposition}`);
  const rank = cities.findIndex((city) => city.place === place);
  on(`rank:${Math.min(3, rank)}`);
  on("only", cities.length === 1);
  put(scale, "cities", Math.log(cities.length));
  put(scale, "count", Math.log(1 + at.length));
  on("unknown", !place.known);
  on("seat of power", place.city !== null);
  const isSide = host !== null && sides.has(host);
  on("of a side", isSide);
  on("of somebody who acts", acts);
  on("abroad", host !== null && !isSide);
  on("of another meeting", met);
  on(`of another meeting ${state}`, met);
  on("of no meeting while others are", !met && placed);
  on("only meeting", meetings === 1);
  if (nearest) put(scale, "words", Math.max(-clear, Math.min(clear, oddsIn(doc.sentences[nearest.naming.sentence] as Sentence))));
  on("opens the text", opens);
  on("heading", heads);
  for (const word of pointers) on(`${word}${isSent ? " dateline" : met ? " another" : ""}`);
  on("meeting's own city", draft.place !== null);
  on("no time", draft.when === null);
  on("told first", first < opening);
  on("dateline, told first", isSent && first < opening);
  on(`dateline ${ageOf(draft.when, anchor)}`, isSent);
}

/** How long before the article a time ends. */
function ageOf(when: string | null, anchor: string | null): string {
  const { from, to } = boundsOf(when);
  if (from === null || to === null || anchor === null || anchor.length < 10) return "at no known time";
  if (from > anchor) return "ahead";
  const days = daysBetween(to, anchor);
  return days <= 1 ? "now" : days <= 7 ? "in a week" : "long ago";
}
