// Rounds that no rule sees: sentences that tell of none by their words, weighed by all that they name, as coded articles taught.
import type { DateMention } from "../dates/types.ts";
import { chanceOf, scaleOf } from "../scale.ts";
import type { Sentence } from "../types.ts";
import { isOfDateline, isSendingDay } from "./dateline.ts";
import { seatedIn } from "./lead.ts";
import type { Draft } from "./merge.ts";
import { within } from "./people.ts";
import type { PlaceMention } from "./places.ts";
import { type Before, reportsFrom } from "./reports.ts";
import { sceneSigns, textOf } from "./scene-signs.ts";
import { actIn, isOfRelation } from "./scenes.ts";
import { inRelative, tellsHardly } from "./settings.ts";
import { isArticle, isOfPage, placesOf, type Sight, settingIn } from "./sight.ts";
import { isAhead, statusOf } from "./status.ts";
import { findTriggers, says, type Trigger } from "./triggers.ts";
import type { Report } from "./types.ts";

/** How likely a coder must show a round by a sentence, from 0 to 1: less likely ones are left. */
const least = 0.42;
/** Sentences within which a scene goes on, and a city is near. */
const near = 2;

/** The reports of such sentences among those that no draft is of. */
export function weighedReports(sight: Sight, drafts: readonly Draft[], dateline: PlaceMention | null): Report[] {
  const { doc, dates, scene, trace } = sight;
  const isTaught = scene.weights.size > 0;
  if ((!isTaught && trace?.scene === undefined) || !isArticle(sight)) return [];
  const text = textOf(drafts);
  const reports: Report[] = [];
  doc.sentences.forEach((sentence, number) => {
    if (text.told.has(number) || tellsHardly(sight, number) || isOfPage(sight, sentence)) return;
    const scale = scaleOf(scene, trace?.scene !== undefined);
    const triggers = findTriggers(doc, sentence, sight.index);
    sceneSigns(scale, sight, sentence, number, triggers, text, dateline);
    trace?.scene?.({ sentence: number, scale });
    if (!isTaught || chanceOf(scale.sum) < least || isReadAsNone(sight, sentence, triggers)) return;
    const before: Before = { lastDay: null, dateline, met: null };
    const trigger = triggerOf(sight, sentence, triggers);
    const days = within(dates, sentence.first, sentence.last).filter(
      (date) => !isSendingDay(doc, date, dateline) && !isOfPlanning(sight, sentence, trigger, date),
    );
    for (const told of reportsFrom(sight, sentence, number, days, before, [trigger], null)) {
      if (told.place !== null && inRelative(sight, trigger, told.place)) continue;
      const report = settled(sight, filled(sight, told, sentence, days, dateline), reports.at(-1), drafts.length === 0, dateline);
      if (report !== null) reports.push(report);
    }
  });
  return reports;
}

/** "No talks were held in X", "They exchanged fire in X", "The war between A and B": what rules read as no meeting is none. */
function isReadAsNone(sight: Sight, sentence: Sentence, triggers: readonly Trigger[]): boolean {
  if (says(sight.doc, sentence, sight.index.not)) return true;
  const meetings = triggers.filter(({ table }) => !table);
  return meetings.length === 0 ? isOfRelation(sight, sentence) : meetings.every(({ denied }) => denied);
}

/** A report with all that its sentence names, wherever it stands: cities, times, and those who do not merely say something; both sides, where it names nobody. */
function filled(sight: Sight, report: Report, sentence: Sentence, days: readonly DateMention[], dateline: PlaceMention | null): Report {
  const { doc } = sight;
  const { trigger } = report;
  const place =
    report.place ??
    (report.kind === "call"
      ? null
      : (placesOf(sight, sentence).find(
          (other) => other.fine && other.known && other.preposition !== null && !inRelative(sight, trigger, other) && !isOfDateline(doc, other, dateline),
        ) ?? null));
  const timed = days.filter(({ relation, when }) => relation === "at" && when !== null);
  const day = report.when === null ? (timed.find(({ precision }) => precision === "day") ?? timed[0] ?? null) : null;
  const seated = report.people.length > 1 ? [] : seatedIn(sight, sentence).map(({ actor }) => actor);
  const people = [...new Set([...report.people, ...seated])];
  return {
    ...report,
    place,
    when: day?.when ?? report.when,
    basis: day?.basis ?? report.basis,
    status: day === null ? report.status : statusOf(sight, sentence, trigger, day.when),
    people,
    joint: report.joint || people.length === 0,
  };
}

/**
 * A report that names neither city nor time is of the scene right before it, else where the words around it are: in a city that they name, or in that which the text was
 * sent from. Null where the text tells of other meetings (not `isOnly`), for it may as well be of these.
 */
function settled(sight: Sight, report: Report, last: Report | undefined, isOnly: boolean, dateline: PlaceMention | null): Report | null {
  if (report.place !== null || report.when !== null || report.kind === "call") return report;
  if (!isOnly) return null;
  if (last && report.sentence - last.sentence <= near) return { ...report, place: last.place, when: last.when, basis: last.basis };
  for (let gap = 1; gap <= near; gap++)
    for (const number of [report.sentence - gap, report.sentence + gap]) {
      const sentence = sight.doc.sentences[number];
      const place = sentence && settingIn(sight, sentence);
      if (place) return { ...report, place };
    }
  return { ...report, place: dateline };
}

/** "agreed on Monday to meet in X": the day of a verb before one of what is to come, and not of that. */
function isOfPlanning({ doc }: Sight, sentence: Sentence, trigger: Trigger, { first, last }: DateMention): boolean {
  if (last > trigger.first || !isAhead(doc, sentence, trigger)) return false;
  return doc.tokens.slice(sentence.first, first).some(({ tag }) => tag === "VERB");
}

/** What stands for the meeting: a word for one, else the first verb that does not merely say something. */
function triggerOf(sight: Sight, sentence: Sentence, triggers: readonly Trigger[]): Trigger {
  const real = triggers.find(({ denied, unreal, arranged, table }) => !table && !denied && (!unreal || arranged));
  const at = real?.first ?? actIn(sight, sentence) ?? sentence.first;
  return {
    first: at,
    last: real?.last ?? at + 1,
    kind: real === undefined || real.kind === "contact" ? "talks" : real.kind,
    firm: true,
    verb: false,
    takes: null,
    table: false,
    scene: true,
    from: real?.from ?? at,
    definite: false,
    denied: false,
    unreal: false,
    arranged: false,
  };
}
