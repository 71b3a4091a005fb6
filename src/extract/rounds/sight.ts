// What every step of the rounds stage looks at: one text with its cast, dates and indexes. Holds no finding.

import type { ParticipantRole } from "../../domain/vocabulary.ts";
import type { DateMention } from "../dates/types.ts";
import type { DatesIndex } from "../dates/words.ts";
import { partyOf } from "../party.ts";
import type { Model } from "../scale.ts";
import { firstFrom } from "../seek.ts";
import type { Attribution, Cast, Doc, Mention, Sentence } from "../types.ts";
import { type PlaceMention, placesIn } from "./places.ts";
import type { Trace } from "./types.ts";
import type { RoundsIndex } from "./words.ts";

export interface Sight {
  doc: Doc;
  cast: Cast;
  /** Outermost mentions in text order. */
  mentions: readonly Mention[];
  dates: readonly DateMention[];
  /** By sentence: the attributions whose source, cue or content it holds. */
  said: readonly (readonly Attribution[])[];
  /** Places found so far, by sentence. */
  places: Map<Sentence, PlaceMention[]>;
  /** Roles found so far, by sentence. */
  roles: Map<Sentence, ReadonlyMap<string, ParticipantRole>>;
  /** How far the words of a sentence tell of a round, whatever its triggers: the logarithm of the odds that a coder shows one by it. Any number below `least` where it is surely below. */
  oddsIn: (sentence: Sentence, least?: number) => number;
  /** What the signs of a sentence weigh that no rule makes a round of. */
  scene: Model;
  /** What the signs of a city weigh that a meeting was there which no sentence places. */
  placing: Model;
  trace: Trace | undefined;
  anchor: string | null;
  index: RoundsIndex;
  datesIndex: DatesIndex;
}

/** The places of a sentence, looked for once. */
export function placesOf({ doc, index, places }: Sight, sentence: Sentence): PlaceMention[] {
  let found = places.get(sentence);
  if (!found) {
    found = placesIn(doc, sentence, index.places);
    places.set(sentence, found);
  }
  return found;
}

/** The city or building of the gazetteer in or at which a sentence says that something was. */
export function settingIn(sight: Sight, sentence: Sentence): PlaceMention | undefined {
  return placesOf(sight, sentence).find(({ fine, known, preposition }) => fine && known && (preposition === "in" || preposition === "at"));
}

/** A text of fewer sentences is no article, and what was learned of articles says nothing of it. */
const fewest = 6;

export const isArticle = ({ doc }: Sight): boolean => doc.sentences.length >= fewest;

/** Whether a sentence is of the page around the article, and not of what it tells. */
export function isOfPage({ doc }: Sight, { block }: Sentence): boolean {
  return ["byline", "boilerplate", "dateline"].includes(doc.blocks[block]?.kind ?? "");
}

/** Whether a sentence is a line above others, whose tenses are its own. */
export function isHeading({ doc }: Sight, { block }: Sentence): boolean {
  return ["heading", "title"].includes(doc.blocks[block]?.kind ?? "");
}

/** The attributions by the sentences that they reach into. */
export function bySentence(doc: Doc, attributions: readonly Attribution[]): Attribution[][] {
  const lists: Attribution[][] = doc.sentences.map(() => []);
  for (const attribution of attributions) {
    const reached = new Set<number>();
    for (const range of [attribution.source, attribution.cue, ...attribution.content])
      if (range) for (let s = sentenceAt(doc, range.start); s < doc.sentences.length && (doc.sentences[s] as Sentence).start < range.end; s++) reached.add(s);
    for (const s of reached) lists[s]?.push(attribution);
  }
  return lists;
}

/** The first sentence that ends behind `offset`. */
const sentenceAt = ({ sentences }: Doc, offset: number): number => firstFrom(sentences, offset + 1, ({ end }) => end);

/** The parties of some people, each once; a person of none that is known is one. */
export function partiesOf(people: Iterable<string>, cast: Cast): Set<string> {
  const parties = new Set<string>();
  for (const id of people) {
    const entity = cast.entities.get(id);
    const party = partyOf(entity);
    if (party !== null) parties.add(party);
    else if (entity?.kind === "person") parties.add(id);
  }
  return parties;
}
