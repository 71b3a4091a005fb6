// The signs by which a city of a text is weighed for a meeting of which no sentence says where it was. Names are those of learned.yaml.
import { boundsOf } from "../dates/calendar.ts";
import { partyOf } from "../party.ts";
import { put, type Scale } from "../scale.ts";
import type { Draft } from "./merge.ts";
import type { PlaceMention } from "./places.ts";
import { partiesOf, placesOf, type Sight } from "./sight.ts";

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
  at: { sentence: number; preposition: string | null }[];
}

/** The cities and buildings that a text names, the most named first, its dateline's among them. */
export function citiesOf(sight: Sight, dateline: PlaceMention | null): City[] {
  const cities = new Map<string, City>();
  sight.doc.sentences.forEach((sentence, number) => {
    for (const place of placesOf(sight, sentence)) {
      if (!place.fine || place.first === dateline?.first) continue;
      const city = cities.get(place.name) ?? { place, at: [] };
      city.at.push({ sentence: number, preposition: place.preposition });
      cities.set(place.name, city);
    }
  });
  const ranked = [...cities.values()].sort((a, b) => b.at.length - a.at.length || a.place.first - b.place.first).slice(0, most);
  return dateline === null || ranked.some(({ place }) => place.name === dateline.name)
    ? ranked
    : [...ranked, cities.get(dateline.name) ?? { place: dateline, at: [] }];
}

export function placeSigns(
  scale: Scale,
  sight: Sight,
  draft: Draft,
  { place, at }: City,
  cities: readonly City[],
  drafts: readonly Draft[],
  dateline: PlaceMention | null,
): void {
  const { doc, cast, index, oddsIn, anchor } = sight;
  const on = (name: string, holds = true): void => {
    if (holds) put(scale, name, 1);
  };
  const told = draft.reports.map(({ sentence }) => sentence);
  const isSent = place.name === dateline?.name;
  const planned = draft.reports.every(({ status }) => status === "planned");
  const state = planned ? "planned" : draft.reports.some(({ status }) => status === "ongoing") ? "ongoing" : "held";
  on(state);
  on(`kind:${draft.kind}`);
  on("dateline", isSent);
  on(`dateline ${state}`, isSent);
  on("dateline of two meetings", isSent && drafts.length > 1);
  on("named in the dateline alone", isSent && at.length === 0);
  on("no dateline", dateline === null);
  let gap = Number.POSITIVE_INFINITY;
  let nearest: City["at"][number] | undefined;
  for (const mention of at)
    for (const sentence of told)
      if (Math.abs(mention.sentence - sentence) < Math.abs(gap)) {
        gap = mention.sentence - sentence;
        nearest = mention;
      }
  const span = spans.find((bound) => Math.abs(gap) <= bound) ?? "far";
  const where = nearest === undefined ? "nowhere" : `${span}${gap < 0 ? " before" : gap > 0 ? " after" : ""}`;
  on(`at:${where}`);
  on(`led:${nearest?.preposition ?? "no"}`);
  on(`led:${nearest?.preposition ?? "no"} at:${span}`);
  for (const preposition of new Set(at.map((mention) => mention.preposition ?? "no"))) on(`somewhere led:${preposition}`);
  const rank = cities.findIndex((city) => city.place === place);
  on(`rank:${Math.min(3, rank)}`);
  on("only", cities.length === 1);
  put(scale, "cities", Math.log(cities.length));
  put(scale, "count", Math.log(1 + at.length));
  on("unknown", !place.known);
  on("seat of power", place.city !== null);
  const host = place.country === null ? undefined : index.states.get(place.country);
  on("of a side", host !== undefined && partiesOf(draft.people, cast).has(host));
  on("of somebody who acts", host !== undefined && [...cast.entities.values()].some((entity) => partyOf(entity) === host));
  on("abroad", host !== undefined && !partiesOf(draft.people, cast).has(host));
  const others = drafts.filter((other) => other !== draft && other.place?.name === place.name);
  on("of another meeting", others.length > 0);
  on(`of another meeting ${state}`, others.length > 0);
  on("of no meeting while others are", others.length === 0 && drafts.some((other) => other.place?.fine));
  on("only meeting", drafts.length === 1);
  if (nearest) put(scale, "words", Math.max(-clear, Math.min(clear, oddsIn(doc.sentences[nearest.sentence] as (typeof doc.sentences)[number]))));
  on(
    "opens the text",
    at.some(({ sentence }) => sentence < opening),
  );
  on(
    "heading",
    at.some(({ sentence }) => ["heading", "title"].includes(doc.blocks[doc.sentences[sentence]?.block ?? 0]?.kind ?? "")),
  );
  const words = new Set(
    told.flatMap((number) => {
      const sentence = doc.sentences[number];
      return sentence ? doc.tokens.slice(sentence.first, sentence.last).map(({ lower }) => lower) : [];
    }),
  );
  for (const word of ["here", "there", "again", "same", "town", "city", "capital"])
    if (words.has(word)) on(`${word}${isSent ? " dateline" : others.length > 0 ? " another" : ""}`);
  on("meeting's own city", draft.place !== null);
  on("no time", draft.when === null);
  on("told first", Math.min(...told) < opening);
  on("dateline, told first", isSent && Math.min(...told) < opening);
  on(`dateline ${ageOf(draft.when, anchor)}`, isSent);
}

/** How long before the article a time ends. */
function ageOf(when: string | null, anchor: string | null): string {
  const { from, to } = boundsOf(when);
  if (from === null || to === null || anchor === null || anchor.length < 10) return "at no known time";
  if (from > anchor) return "ahead";
  const days = (Date.parse(anchor) - Date.parse(to)) / 86_400_000;
  return days <= 1 ? "now" : days <= 7 ? "in a week" : "long ago";
}
