// Which words of a sentence tell of meetings: its own words for them first, then what was done at tables, then a bare scene, then all its words together. What they tell is reports.ts's work.
import type { DateMention } from "../dates/types.ts";
import type { Sentence } from "../types.ts";
import { isSendingDay } from "./dateline.ts";
import { within } from "./people.ts";
import { type Before, reportsFrom } from "./reports.ts";
import { isOfBody, peopleScene, resumption, teamScene, wordScene } from "./scenes.ts";
import { allowsScene } from "./settings.ts";
import { partiesOf, placesOf, type Sight } from "./sight.ts";
import { findTriggers, type Trigger } from "./triggers.ts";
import type { Report } from "./types.ts";

/** Tokens of a name before a date in it. */
const longestName = 8;

/** Tokens from a verb to the preposition and the city where it was done. */
const besideAct = 4;

/** Sentences from a meeting to the one that tells that it goes on. */
const sinceMet = 2;

/** The reports of a sentence, the `number`th of the text. */
export function reportsIn(sight: Sight, sentence: Sentence, number: number, all: readonly DateMention[], before: Before): Report[] {
  const { doc, index, mentions } = sight;
  // "the 23 March Brigade" was not there on 23 March.
  const known = all.filter(({ when }) => when !== null).length;
  const dates = all
    .filter((date) => known < 2 || !isSendingDay(doc, date, before.dateline))
    .filter(({ first, last }) => !within(mentions, Math.max(0, first - longestName), last).some((m) => m.form === "name" && m.last > first));
  const found = findTriggers(doc, sentence, index);
  const meetings = found.filter(({ table }) => !table);
  const follows = before.met !== null && number - before.met.sentence <= sinceMet;
  const real = [...meetings, ...resumption(sight, sentence, meetings, follows)];
  const acts = found.filter(({ table, verb }) => table && verb);
  const acted = acts.length > 0 && isOfBody(sight, sentence) ? [] : acts;
  const told = real.length > 0 ? reportsFrom(sight, sentence, number, dates, before, real, acted[0] ?? null) : [];
  if (told.length > 0) return [...told, ...besides(sight, sentence, number, dates, before, acted, told)];
  if (real.some(({ denied, unreal, takes }) => (denied || unreal) && takes !== "place")) return told;
  const done = acted.length > 0 ? reportsFrom(sight, sentence, number, dates, before, acted, null) : [];
  if (done.length > 0) return done;
  const bare = allowsScene(sight, sentence) ? [...teamScene(sight, sentence), ...peopleScene(sight, sentence)] : [];
  const scenes = [...bare, ...found.filter(({ table, verb }) => table && !verb)].slice(0, 1);
  const seen = scenes.length > 0 ? reportsFrom(sight, sentence, number, dates, before, scenes, null) : [];
  return seen.length > 0 ? seen : reportsFrom(sight, sentence, number, dates, before, wordScene(sight, sentence), null);
}

/** "landed in X with the plan that A and B agreed in Y two days earlier": what two sides did elsewhere, on a day of its own, beside the meetings of a sentence. */
function besides(
  sight: Sight,
  sentence: Sentence,
  number: number,
  dates: readonly DateMention[],
  before: Before,
  acted: readonly Trigger[],
  told: readonly Report[],
): Report[] {
  const others = dates.filter(({ when }) => !told.some((report) => report.when === when));
  if (acted.length === 0 || others.length === 0) return [];
  const elsewhere = placesOf(sight, sentence).filter(({ name, fine }) => fine && !told.some(({ place }) => place?.name === name));
  return reportsFrom(sight, sentence, number, others, before, acted, null).filter(
    ({ place, people, trigger: { last } }) =>
      partiesOf(people, sight.cast).size >= 2 && elsewhere.some(({ name, first }) => name === place?.name && first >= last && first - last <= besideAct),
  );
}
