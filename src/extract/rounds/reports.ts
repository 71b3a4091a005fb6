// What one sentence tells of a round: who, where, when, in which state. Joining the sentences of a text is merge.ts's work.
import type { DateMention } from "../dates/types.ts";
import { partyOf } from "../party.ts";
import type { Doc, Mention, Sentence, Token } from "../types.ts";
import { dayBefore, placeBefore, placeOfBefore, placeThere, settingBefore } from "./before.ts";
import { isOfDateline, soleCity } from "./dateline.ts";
import {
  complete,
  continues,
  formatIn,
  headsMeet,
  holdsIt,
  isAside,
  isAsPlanned,
  isBracketed,
  isBreak,
  isCrowd,
  isHabit,
  isLone,
  isOfAgreement,
  isOfOwnBody,
  isRelative,
  isSame,
  isTheirTeam,
  leads,
  makeTogether,
  manyIn,
  pointsHere,
  pointsThere,
  reaches,
  reachesBoth,
  runsOn,
  speaks,
  staysAway,
  teamsMeet,
} from "./hints.ts";
import { again, carriedTo, lastTime, routeOf } from "./legs.ts";
import { lastsUntil } from "./length.ts";
import { sharedOffices } from "./offices.ts";
import { participantsOf } from "./people.ts";
import { hasPhrase, phraseAt } from "./phrases.ts";
import { ledToBy, type PlaceMention } from "./places.ts";
import { rolesIn } from "./roles.ts";
import { aheadOf, goesOn, inRelative, isLive, isNews, isNewsOf, isOfVerbBetween, isOver, isToCome, sentFrom, setsScene, tellsOfRound } from "./settings.ts";
import { isHeading, partiesOf, placesOf, type Sight } from "./sight.ts";
import {
  assign,
  besideDate,
  dateCost,
  far,
  isGoal,
  isLeft,
  isNamedVenue,
  isNext,
  isOfAndClause,
  isOfBefore,
  isOfElse,
  isOfName,
  isOfNextClause,
  isRoof,
  isTaken,
  isVenue,
  opensClause,
  placeCost,
  rank,
  spanOf,
} from "./slots.ts";
import { isDisputed, onlySays, sidesTold, weSpeak } from "./speech.ts";
import { isAgreed, isCancelled, isOfCalling, movedTo, putOffUntil, statusOf } from "./status.ts";
import { says, type Trigger } from "./triggers.ts";
import { depends, isOffer, turnOf } from "./turns.ts";
import type { Report } from "./types.ts";
import type { RoundsIndex } from "./words.ts";

/** What the text said before a sentence: the last day ("afterwards") and the city of the dateline ("here"). */
export interface Before {
  lastDay: string | null;
  dateline: PlaceMention | null;
  /** Where the meeting told last was, and by which sentence. */
  met: { place: PlaceMention; sentence: number } | null;
}

/** "for talks", "ahead of a meeting", "before the summit": what somebody came for. */
function isPurpose({ tokens }: Doc, { verb, from }: Trigger): boolean {
  const lead = tokens[from - 1]?.lower;
  return !verb && (lead === "for" || lead === "before" || (lead === "of" && tokens[from - 2]?.lower === "ahead"));
}

/** "arrived in X on Monday and met B": what who came did there, for whom no other place and no other day are told. */
function isNextDeed({ takes, kind }: Trigger, { people }: Report, subjects: readonly Mention[], place: PlaceMention | null, date: DateMention | null): boolean {
  return (
    takes !== "place" && kind !== "call" && place === null && date === null && subjects.length > 0 && subjects.every(({ actor }) => people.includes(actor))
  );
}

/** "met both sides", "bring the two sides together": the verb's object is both. */
const bothFollow = ({ tokens }: Doc, { first, last }: Trigger, sentence: Sentence, { joint }: RoundsIndex): boolean =>
  phraseAt(tokens, last, sentence.last, joint) !== null || hasPhrase(tokens, first + 1, last, joint);

/** The reports that some triggers of a sentence make. `act` is a verb of what delegations do, whose subjects take part in talks of which nobody else is named. */
export function reportsFrom(
  sight: Sight,
  sentence: Sentence,
  number: number,
  dates: readonly DateMention[],
  { lastDay, dateline, met }: Before,
  all: readonly Trigger[],
  act: Trigger | null,
): Report[] {
  const { doc, index } = sight;
  const home = soleCity(doc, dateline);
  // "met in the capital last month, the first contact since the war": what is said of the meeting before claims no date.
  const triggers = all.filter((trigger, k) => (k === 0 || !isSame(doc, trigger, index)) && !holdsIt(doc, trigger, all[k + 1]));
  const places = placesOf(sight, sentence)
    .filter((place) => !(place.known ? isOfName(sight, place) : isTaken(sight, place, dates)) && !isOfDateline(doc, place, dateline))
    .map((place) => (besideDate(doc, place, dates) || isNamedVenue(doc, place, triggers) || isRoof(doc, place, index) ? ledToBy(place, "in") : place))
    .map((place) => (isGoal(doc, place, triggers) ? ledToBy(place, "to") : isLeft(doc, place, triggers, index) ? ledToBy(place, "in") : place));

  const venues = assign(
    doc,
    triggers,
    places.filter((place) => isVenue(sight, place, triggers)),
    index.leaving,
    (place, trigger) =>
      (trigger.arranged && place.last <= trigger.from) ||
      isOfElse(sight, place, trigger) ||
      isOfBefore(doc, place, trigger, sentence, index) ||
      isOfNextClause(sight, place, trigger) ||
      isOfAndClause(sight, place, trigger, dates)
        ? Number.POSITIVE_INFINITY
        : placeCost(sight, place, trigger, sentence, dates),
  );
  const times = assign(
    doc,
    triggers,
    dates.filter((date) => date.relation === "at" || date.relation === "until" || date.relation === "next" || opensClause(doc, date) || goesOn(sight, date)),
    index.thereupon,
    (date, trigger) =>
      isOfElse(sight, date, trigger) || isOfNextClause(sight, date, trigger) || isOfAndClause(sight, date, trigger, dates)
        ? Number.POSITIVE_INFINITY
        : dateCost(sight, date, trigger),
  );
  const roles = rolesIn(sight, sentence);
  const shared = sharedOffices(doc, sentence, index);
  const reports: Report[] = [];
  let inherited: Mention[] = [];
  let objects: Mention[] = [];
  const held = places.filter(({ preposition }) => preposition !== null);
  // "called off on Thursday the summit that was set for June": the later day is the summit's.
  const called = triggers.some((trigger) => isCancelled(doc, sentence, trigger, index));
  triggers.forEach((trigger, k) => {
    const before = triggers[k - 1];
    const told = reports.at(-1);
    const end = triggers[k + 1]?.from ?? sentence.last;
    // A verb's subject may stand before a noun: "A, on a trip to the region, saw B".
    const bound = trigger.verb ? triggers.slice(0, k).findLast(({ verb }) => verb) : before;
    const after = bound && (bound.verb || !isBracketed(doc, bound, trigger)) ? bound.last : sentence.first;
    let found = participantsOf(doc, trigger, after, end, inherited, objects, sight.mentions, index);
    if (found.all.length === 0 && act && !trigger.verb) found = participantsOf(doc, act, sentence.first, sentence.last, [], [], sight.mentions, index);
    const [subjects, all] = [found.subjects, found.all].map((list) => list.filter((m) => !onlySays(sight, m, trigger))) as [Mention[], Mention[]];
    const sides = sidesTold(sight, trigger, all);
    all.unshift(...sides);
    const we = subjects.length === 0 ? weSpeak(sight, trigger, sentence) : null;
    for (const list of we ? [subjects, all] : []) list.unshift(we as Mention);
    if (trigger.verb) [inherited, objects] = [subjects, all.filter((m) => !subjects.includes(m))];
    if ((trigger.denied && !isAsPlanned(doc, sentence, trigger, index)) || (trigger.unreal && !trigger.arranged) || isDisputed(sight, sentence, trigger))
      return;
    let place =
      venues[k]?.toSorted(
        (a, b) =>
          Number(isNext(b.item, trigger)) - Number(isNext(a.item, trigger)) ||
          Number(b.item.known) - Number(a.item.known) ||
          Number(b.item.fine) - Number(a.item.fine) ||
          a.cost - b.cost,
      )[0]?.item ??
      (pointsThere(doc, sentence, index)
        ? (placeThere(places, trigger) ?? placeBefore(sight, number, met))
        : home && pointsHere(doc, sentence, index, home)
          ? home
          : null);
    // "scheduled for Monday, have been put off until Thursday": on Thursday.
    const anew = called ? putOffUntil(doc, sentence, trigger, index) : movedTo(doc, sentence, trigger, dates, index);
    const from = anew ?? trigger.last;
    const days = times[k]
      ?.filter(({ item }) => (!called && anew === null) || item.first >= from || !times[k]?.some((other) => other.item.first >= from))
      .filter(({ item }) => !called || anew !== null || !isOfCalling(sight, sentence, trigger, item));
    const ranked = days?.toSorted((a, b) => Number(a.cost >= far) - Number(b.cost >= far) || rank(a.item) - rank(b.item) || a.cost - b.cost) ?? [];
    let date = (trigger.arranged ? ranked.map(({ item }) => aheadOf(sight, trigger, item)).find((item) => item !== null) : ranked[0]?.item) ?? null;
    if (date?.when && isBreak(doc, trigger)) {
      if (!isToCome(sight, date.when)) return;
      date = null;
    }
    if (trigger.arranged && date === null && !(place?.fine && isAgreed(doc, sentence, trigger))) return;
    const isFree = (item: PlaceMention) => !venues.some((taken, other) => other !== k && taken?.some((venue) => venue.item === item));
    // "A was embraced by B on Sunday": sent from where they met.
    const made =
      trigger.table && (place === null || !place.fine) && (trigger.scene || index.making.has((doc.tokens[trigger.first] as Token).lemma.toLowerCase()));
    const parties = () =>
      partiesOf(
        all.map(({ actor }) => actor),
        sight.cast,
      ).size;
    if (made && parties() >= 2 && !(date && isOfVerbBetween(doc, date, trigger)) && sentFrom(sight, trigger, date, places)) place = home;
    const isToldOf = () =>
      (place ? place.fine && !inRelative(sight, trigger, place) : date?.when) &&
      tellsOfRound(sight, sentence, "withOne") &&
      (parties() > 0 || says(doc, sentence, index.joint));
    const ofAgreement = all.length === 0 && isOfAgreement(doc, trigger, index);
    const isSet = () =>
      place !== null && date !== null && (setsScene(sight, sentence, trigger, place, date, all) || (ofAgreement && date.when !== null && place.fine));
    // "They signed an agreement on 10 March": both of them, on a day of its own.
    const isMade = () => place === null && date?.precision === "day" && date.when !== null && makeTogether(doc, sentence, trigger, index);
    if (trigger.table && !isSet() && !isToldOf() && !isMade()) return;
    // "A told the assembly in X": one side alone.
    if (trigger.table && trigger.verb && isLone(sight, sentence, trigger, parties())) return;
    const turn = turnOf(
      doc,
      trigger,
      doc.tokens.slice(trigger.from, trigger.first).map(({ lower }) => lower),
      index,
    );
    const around = doc.tokens.slice(Math.max(sentence.first, trigger.from - 6), trigger.from + 1).map(({ lower }) => lower);
    const theirs = around.includes("they") || around.includes("their") || (around.includes("it") && trigger.verb && turn === "forward");
    if (trigger.verb && !trigger.table && trigger.takes !== "party" && isOfOwnBody(doc, trigger, sentence, index)) return;
    if (
      trigger.verb &&
      !trigger.table &&
      !(theirs && trigger.takes === "either") &&
      !(trigger.takes === "party" && bothFollow(doc, trigger, sentence, index)) &&
      !complete(trigger, all.length - subjects.length, all.length, place !== null) &&
      // "received the leaders of seven states"
      !(trigger.takes === "party" && trigger.kind === "visit" && subjects.length > 0 && manyIn(doc, { ...sentence, first: trigger.last }, index)) &&
      !(trigger.kind !== "visit" && trigger.takes !== "party" && (says(doc, sentence, index.joint) || (date !== null && turn !== null)))
    )
      return;
    if (trigger.verb && trigger.kind === "call" && trigger.takes === "party" && !reaches(sight, trigger) && !reachesBoth(sight, trigger)) return;
    if (trigger.kind === "contact" && !says(doc, sentence, index.keeping)) return;
    if (trigger.kind === "call" && date === null && isHabit(doc, trigger, sentence)) return;
    const people = [
      ...new Set(
        all
          .filter((m) => !shared.some(({ first }) => m.first <= first && first < m.last) || partyOf(sight.cast.entities.get(m.actor)) !== null)
          .filter((m) => !isTheirTeam(doc, m, index) && !staysAway(doc, m, trigger) && !held.some(({ first, last }) => first <= m.first && m.last <= last))
          .map((m) => m.actor),
      ),
    ];
    const isDue = place !== null || date !== null;
    const many = isCrowd(sight, sentence, trigger, isDue, people);
    const leaders = trigger.kind === "talks" && (headsMeet(sight, sentence, trigger) || all.some((m) => leads(sight, m)));
    const inside = doc.tokens.slice(trigger.from, trigger.verb ? trigger.first : trigger.last).map(({ lower }) => lower);
    const ordinal = inside.find((word) => index.ordinals.has(word));
    const follows =
      date === null &&
      trigger.verb &&
      doc.tokens.slice(Math.max(sentence.first, trigger.first - 3), Math.min(sentence.last, trigger.last + 8)).some(({ lower }) => index.after.has(lower));
    const lead = doc.tokens[trigger.from - 1]?.lower ?? "";
    // "met in the capital, where C received them"
    if (
      told &&
      before &&
      told.trigger === before &&
      trigger.verb &&
      trigger.kind === "visit" &&
      trigger.takes === "party" &&
      place === null &&
      date === null &&
      isRelative(doc, before, trigger)
    ) {
      told.people = [...new Set([...told.people, ...subjects.map(({ actor }) => actor)])];
      told.roles = new Map([...told.roles, ...subjects.map(({ actor }) => [actor, "host"] as const)]);
      return;
    }
    if (
      (before?.verb || before?.kind === "visit") &&
      told?.trigger === before &&
      (!trigger.verb || (before.takes === "place" && (lead === "to" || isNextDeed(trigger, told, subjects, place, date)))) &&
      (["for", "in", "at", "during", "to"].includes(lead) || (before.takes === "place" && told.place !== null && place === null && date === null)) &&
      (told.place === null || place === null) &&
      (told.when === null || date === null)
    ) {
      told.place ??= place;
      if (told.when === null && date) [told.when, told.basis] = [date.when, date.basis];
      told.people = [...new Set([...told.people, ...people])];
      if (told.kind === "visit" && !(trigger.verb && lead === "to")) told.kind = trigger.kind;
      return;
    }
    // "arrived in X on Sunday for talks on Tuesday": one meeting, whose day is not that of the way there.
    if (before?.verb && before.takes === "place" && told?.trigger === before && told.when !== null && date && place === null && isPurpose(doc, trigger)) {
      [told.when, told.basis] = [spanOf(sight, sentence, trigger, date), date.basis];
      told.status = statusOf(sight, sentence, trigger, told.when);
      told.kind = trigger.kind;
      told.people = [...new Set([...told.people, ...people])];
      return;
    }
    // "A, in a call on Sunday, urged B": one call.
    if (trigger.kind === "call" && trigger.verb && date === null && before?.kind === "call" && !before.verb && told?.trigger === before) {
      told.people = [...new Set([...told.people, ...people])];
      return;
    }
    // "travels on to X on Friday, where he will see B": one meeting, with the day of the way there.
    const onTheWay = before !== undefined && (before.takes === "place" || before.kind === "visit") && date === null && isRelative(doc, before, trigger);
    if (onTheWay && told?.trigger === before && place === null) {
      told.people = [...new Set([...told.people, ...people])];
      return;
    }
    if (onTheWay && told?.trigger !== before) date = times[k - 1]?.[0]?.item ?? null;
    if (turn === "forward" && date !== null && isOver(sight, trigger, date)) date = null;
    if (trigger.arranged && isOffer(doc, trigger, sentence)) return;
    if (date === null && (depends(doc, trigger, sentence) || says(doc, { ...sentence, last: trigger.first }, index.unset))) return;
    const setting =
      date === null && (place === null || place.fine) && partiesOf(people, sight.cast).size > 1 && !trigger.table ? settingBefore(sight, number) : null;
    if (setting && (place === null || place.name === setting.place.name)) [place, date] = [setting.place, setting.date];
    if (date === null && place === null && trigger.verb && trigger.takes === "either" && !turn && partiesOf(people, sight.cast).size > 1)
      date = dayBefore(sight, number);
    const kind = place === null && speaks(sight, trigger) ? "call" : trigger.kind;
    if (kind === "call") place = null;
    else if (place === null && held.length === 0 && trigger.verb && !trigger.table && subjects.some(({ form }) => form === "pronoun"))
      place = placeOfBefore(sight, number);
    else if (place === null && !trigger.table && sentFrom(sight, trigger, date, places.filter(isFree))) place = home;
    else if (place === null && date === null && held.length === 0 && isNewsOf(sight, trigger, number, parties())) place = home;
    const named = times[k]?.map(({ item }) => item) ?? [];
    const until = date && lastsUntil(sight, date, sentence);
    const onward = date && date.precision === "day" ? carriedTo(doc, date, named) : null;
    const span = date
      ? (until ?? (onward === null ? spanOf(sight, sentence, trigger, date) : `${date.when}/${onward}`))
      : isLive(sight, sentence, trigger) || isNews(sight, sentence, trigger)
        ? sight.anchor
        : follows
          ? lastDay
          : null;
    reports.push({
      sentence: number,
      headline: isHeading(sight, sentence),
      trigger,
      kind: leaders ? "summit" : kind,
      firm: trigger.firm && !trigger.table,
      place,
      when: span,
      basis: span === null ? null : (date?.basis ?? "resolved"),
      status: trigger.arranged ? "planned" : date && (until || goesOn(sight, date)) ? "ongoing" : statusOf(sight, sentence, trigger, span),
      label: ordinal ? doc.text.slice((doc.tokens[trigger.from + inside.indexOf(ordinal)] as Token).start, (doc.tokens[trigger.last - 1] as Token).end) : null,
      order: ordinal ? (index.ordinals.get(ordinal) as number) : null,
      turn,
      people,
      theirs: around.includes("they") || (!trigger.verb && around.at(-1) === "their"),
      aside: trigger.verb && isAside(doc, sentence, trigger, index),
      joint:
        shared.length > 0 ||
        ofAgreement ||
        (isDue && teamsMeet(sight, sentence, trigger)) ||
        says(doc, sentence, index.joint) ||
        (partiesOf(people, sight.cast).size < 2 && theirs),
      many,
      format: formatIn(doc, sentence, index),
      runs: runsOn(doc, sentence, trigger, index),
      continues: continues(doc, sentence, trigger, index),
      opens: doc.tokens.slice(sentence.first, sentence.last).some(({ tag, lemma }) => tag === "VERB" && index.starting.has(lemma.toLowerCase())),
      roles: sides.length > 0 ? new Map([...roles, ...all.slice(sides.length).map(({ actor }) => [actor, "mediator"] as const)]) : roles,
      evidence: { start: sentence.start, end: sentence.end },
    });
    const legs = routeOf(
      doc,
      trigger,
      all.filter((m) => !subjects.includes(m)),
      venues[k]?.map(({ item }) => item) ?? [],
      named,
    );
    if (legs.length > 0) {
      const whole = reports.pop() as Report;
      for (const leg of legs) {
        const when = leg.date?.when ?? null;
        reports.push({
          ...whole,
          place: leg.place,
          when,
          basis: when === null ? null : (leg.date?.basis ?? null),
          status: statusOf(sight, sentence, trigger, when),
          people: leg.hosts === null ? people : [...new Set([...subjects, ...leg.hosts].map(({ actor }) => actor))],
        });
      }
      return;
    }
    for (const later of date && /^(?:days?|month|year)$/.test(date.precision) ? again(doc, trigger, date, named) : [])
      reports.push({
        ...(reports.at(-1) as Report),
        when: later.when,
        basis: later.basis,
        status: statusOf(sight, sentence, trigger, later.when),
        order: null,
        label: null,
      });
  });
  const now = reports.at(-1);
  const last = now && lastTime(doc, placesOf(sight, sentence), dates);
  if (now && last)
    reports.push({
      ...now,
      place: last.place,
      when: last.date.when,
      basis: last.date.basis,
      status: "held",
      order: null,
      label: null,
      turn: null,
      opens: false,
    });
  return reports;
}
