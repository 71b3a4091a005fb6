// The meeting that a report is about, where its first sentences show it and never name it: rooms and tables in a city, on a day, with people of two sides in them.
import { daysBetween } from "../../domain/dates.ts";
import type { DateMention } from "../dates/types.ts";
import { partyOf } from "../party.ts";
import type { Mention, Sentence } from "../types.ts";
import { isSendingDay } from "./dateline.ts";
import { formatIn, manyIn } from "./hints.ts";
import type { Draft } from "./merge.ts";
import { within } from "./people.ts";
import type { PlaceMention } from "./places.ts";
import { rolesIn } from "./roles.ts";
import { partiesOf, placesOf, type Sight } from "./sight.ts";
import { statusOf } from "./status.ts";
import { actAt, says } from "./triggers.ts";
import type { Report } from "./types.ts";

/** Sentences of prose among which the scene is looked for, and how many of them show it. */
const opening = 10;
const width = 6;
/** Words of a scene that make one. */
const enough = 2;
/** Days before the report for which a meeting is its news. */
const fresh = 7;

/** Reports of that meeting, one a sentence that shows it; none where a draft already is of those days. */
export function leadScene(sight: Sight, drafts: readonly Draft[], dateline: PlaceMention | null): Report[] {
  if (drafts.some((draft) => isNews(sight, draft, dateline))) return [];
  const { doc } = sight;
  const prose = [...doc.sentences.keys()].filter((number) => ["paragraph", "item"].includes(doc.blocks[(doc.sentences[number] as Sentence).block]?.kind ?? ""));
  const ahead = new Set(
    drafts.flatMap(({ kind, reports }) => reports.flatMap(({ status, sentence }) => (status === "planned" && kind !== "visit" ? [sentence] : []))),
  );
  for (let from = 0; from < Math.min(opening, prose.length); from++) {
    // Who sits beside whom at talks to come is of those.
    if (prose.slice(from, from + width).some((number) => ahead.has(number))) continue;
    const found = sceneIn(sight, prose.slice(from, from + width), dateline);
    if (found.length > 0) return found;
  }
  return [];
}

/** Talks of two sides held in the days before the article, or, where no day is told, where it was sent from or of which it speaks twice. */
function isNews({ anchor }: Sight, { kind, reports, place, when, joint, people }: Draft, dateline: PlaceMention | null): boolean {
  if (kind === "call" || kind === "contact" || !reports.some(({ status }) => status === "held" || status === "ongoing")) return false;
  if ((!joint && people.size < 2) || (place === null && reports.every(({ trigger }) => trigger.scene))) return false;
  if (when === null) return place !== null && (place.name === dateline?.name || reports.length > 1);
  const gap = anchor === null ? 0 : daysBetween(when.slice(-10), anchor);
  return !(gap > fresh);
}

function sceneIn(sight: Sight, numbers: readonly number[], dateline: PlaceMention | null): Report[] {
  const { doc, dates, index, cast } = sight;
  const sentences = numbers.map((number) => doc.sentences[number] as Sentence);
  const shown = sentences.map((sentence) => wordsIn(sight, sentence));
  if (new Set(shown.flat()).size < enough || shown[0]?.length === 0) return [];
  const date = sentences.flatMap(({ first, last }) => within(dates, first, last)).find((day) => isFresh(sight, day) && !isSendingDay(doc, day, dateline));
  if (!date) return [];
  const place =
    dateline ?? sentences.flatMap((sentence) => placesOf(sight, sentence)).find(({ fine, known, preposition }) => fine && known && preposition === "in");
  if (!place) return [];
  const people = sentences.map((sentence, k) =>
    seatedIn(sight, sentence).filter(({ actor }) => shown[k]?.length || cast.entities.get(actor)?.kind === "person"),
  );
  const ids = [...new Set(people.flat().map(({ actor }) => actor))];
  const sides = partiesOf(ids, cast);
  if (sides.size < 2) return [];
  return sentences.flatMap((sentence, k) => {
    const own = people[k] as Mention[];
    const verb = sentence.first;
    if (own.length === 0) return [];
    const trigger = actAt(verb, verb + 1, "talks", "place", true, true, { denied: false, unreal: false, arranged: false });
    return [
      {
        sentence: numbers[k] as number,
        headline: false,
        trigger,
        kind: "talks" as const,
        firm: false,
        place,
        when: date.when,
        basis: date.basis,
        status: statusOf(sight, sentence, trigger, date.when),
        label: null,
        order: null,
        turn: null,
        people: [...new Set(own.map(({ actor }) => actor))],
        aside: false,
        theirs: false,
        joint: says(doc, sentence, index.joint),
        many: manyIn(doc, sentence, index),
        format: formatIn(doc, sentence, index),
        opens: false,
        runs: false,
        continues: false,
        roles: rolesIn(sight, sentence),
        evidence: { start: sentence.start, end: sentence.end },
      },
    ];
  });
}

/** The words of a scene in a sentence, each once. */
function wordsIn({ doc, index }: Sight, { first, last }: Sentence): string[] {
  if (doc.tokens.slice(first, last).some(({ lower }) => lower === "will" || lower === "would")) return [];
  return [...new Set(doc.tokens.slice(first, last).flatMap(({ lower }) => (index.scenery.has(lower) ? [lower] : [])))];
}

/** One day in the week before the article. */
function isFresh({ anchor }: Sight, { precision, relation, when }: DateMention): boolean {
  if (when === null || (precision !== "day" && precision !== "days") || (relation !== "at" && relation !== "since")) return false;
  const gap = anchor === null ? 0 : daysBetween(when.slice(-10), anchor);
  return Number.isNaN(gap) || (gap >= 0 && gap <= fresh);
}

/** Persons and teams of a sentence who do not merely say something in it. */
export function seatedIn({ doc, mentions, said, cast }: Sight, { first, last }: Sentence): Mention[] {
  return within(mentions, first, last).filter(({ acts, actor, form, start, end }) => {
    const entity = cast.entities.get(actor);
    if (!acts || form === "pronoun" || entity === undefined || partyOf(entity) === null) return false;
    return !(said[doc.tokens[first]?.sentence ?? -1] ?? []).some(({ source, content }) => {
      const inside = (range: { start: number; end: number }) => range.start <= start && end <= range.end;
      return (source !== null && inside(source)) || content.some(inside);
    });
  });
}
