// Which place and which date of a sentence belong to which trigger. Decides nothing about who takes part.

import { addDays, parsePoint, toEdtf } from "../dates/calendar.ts";
import { tenseAt } from "../dates/tense.ts";
import type { DateMention } from "../dates/types.ts";
import { partyOf } from "../party.ts";
import type { Attribution, Doc, Sentence, Token } from "../types.ts";
import { isPlanned } from "./ellipsis.ts";
import { isOfBeginning } from "./length.ts";
import { within } from "./people.ts";
import type { PlaceMention } from "./places.ts";
import type { Sight } from "./sight.ts";
import type { Trigger } from "./triggers.ts";
import type { RoundsIndex } from "./words.ts";

/** "for" only leads to a place behind a verb ("planned for Northtown"). */
const venue = new Set(["in", "at", "near", "outside", "for"]);
/** What an item before its trigger costs more than one after it, in tokens. */
const fronted = 4;
/** What makes an item as good as not there, in tokens. */
export const far = 40;
/** Tokens from a verb of saying to its date: "said in Northtown on Saturday". */
const besideSaying = 5;
/** Tokens from "two days" to the meeting that took so long. */
const besideLength = 8;
/** Tokens between a day and a place that are told in one breath. */
const besideDay = 4;
/** Tokens between a meeting and the year that is its own. */
const besideYear = 10;
/** Tokens of the longest clause with "who" in which a day is looked for. */
const longestClause = 20;
/** Tokens of the longest name that a place can lie in. */
const longest = 12;
/** Tokens from a verb of leaving or saying to its place and its day. */
const besideDeed = 6;
/** Tokens from the first of a sentence to a city that opens it: "In the northern capital". */
const opening = 3;
/** Tokens of what a meeting is about: "talks on oil, water and the border war". */
const longestMatter = 10;
/** What stands before "after signing" belongs to the clause before. */
const led = new Set(["after", "before", "since", "while", "when"]);
/** What stands before a reason or a concession is no part of it. */
const reasons = new Set(["because", "although", "though"]);

/** Gives each item to the trigger where it costs least; items beyond reach go to none. One list a trigger. `thereupon` are lemmas of verbs whose item is also that of what came right before. */
export function assign<T extends { first: number; last: number }>(
  doc: Doc,
  triggers: readonly Trigger[],
  items: readonly T[],
  thereupon: ReadonlySet<string>,
  cost: (item: T, trigger: Trigger) => number,
): { item: T; cost: number }[][] {
  const lists: { item: T; cost: number }[][] = triggers.map(() => []);
  for (const item of items) {
    let best = { k: -1, cost: far };
    triggers.forEach((trigger, k) => {
      const [a, b] = item.first < trigger.first ? [item.last, trigger.from] : [trigger.last, item.first];
      const cut = doc.tokens.slice(a, Math.max(a, b)).some(({ lower }) => lower === ";" || (item.first < trigger.first && reasons.has(lower)));
      const isLed =
        trigger.verb && led.has(doc.tokens[trigger.first - 1]?.lower ?? "") && item.last < trigger.first && !isThereupon(doc, item, trigger, thereupon);
      const total = cost(item, trigger) + (cut || isLed || isOfPromise(doc, item, trigger) ? far : 0);
      if (total < best.cost) best = { k, cost: total };
    });
    if (best.k >= 0) lists[best.k]?.push({ item, cost: best.cost });
  }
  return lists;
}

/** "ended talks in X on Tuesday, agreeing to meet again": what stands before a participle of another verb, which plans the meeting, is not the meeting's. */
function isOfPromise({ tokens }: Doc, { last }: { last: number }, { verb, first }: Trigger): boolean {
  if (!verb || last > first || tokens[first - 1]?.lower !== "to") return false;
  return tokens.slice(last, first - 1).some(({ lower }, k) => {
    const next = tokens[last + k + 1] as Token;
    return lower === "," && next.tag === "VERB" && next.lower.endsWith("ing") && last + k + 1 < first - 1;
  });
}

/** "left Northtown on Monday after meeting B": the place and the day of a verb of what somebody does right after are the meeting's. */
function isThereupon({ tokens }: Doc, { first }: { first: number }, { from }: Trigger, verbs: ReadonlySet<string>): boolean {
  let k = from - 1;
  // "after two days of talks"
  if (tokens[k]?.lower === "of")
    do k--;
    while (k > from - besideDeed && ["NOUN", "NUM", "ADJ", "DET"].includes(tokens[k]?.tag ?? ""));
  if (!["after", "following"].includes(tokens[k]?.lower ?? "")) return false;
  const verb = tokens.slice(Math.max(0, first - besideDeed), first).findLast(({ tag }) => tag === "VERB");
  return verb !== undefined && verb.sentence === tokens[first]?.sentence && verbs.has(verb.lemma.toLowerCase());
}

/** "left Northtown after talks with B": the object of a verb of leaving, where what comes before the parting was. */
export function isLeft(doc: Doc, place: PlaceMention, triggers: readonly Trigger[], index: RoundsIndex): boolean {
  const verb = doc.tokens[place.first - 1];
  return (
    place.preposition === null &&
    verb?.tag === "VERB" &&
    index.leaving.has(verb.lemma.toLowerCase()) &&
    triggers.some((trigger) => trigger.from > place.last && isThereupon(doc, place, trigger, index.leaving))
  );
}

function distance(item: { first: number; last: number }, trigger: Trigger): number {
  if (item.first >= trigger.from && item.last <= trigger.first) return 0;
  return item.first >= trigger.last ? item.first - trigger.last : trigger.from - item.last + fronted;
}

/** "on a visit to Norland", "the Valley negotiations in Lakeside": the place that a meeting's noun itself leads to, before any other of the sentence. */
export function isNext({ first, preposition, fine }: PlaceMention, { kind, verb, last }: Trigger): boolean {
  if (verb || first < last || first - last > 2) return false;
  return kind === "visit" ? preposition === "to" : fine && (preposition === "in" || preposition === "at");
}

/** "reshuffled his cabinet in X on Friday and put a general in charge of the talks": a verb of something else stands between what is told and the mere name of the talks. */
export function isOfElse({ doc, index }: Sight, { last }: { last: number }, { verb, firm, definite, from }: Trigger): boolean {
  if (verb || firm || !definite || last > from) return false;
  return doc.tokens
    .slice(last, from)
    .some(
      ({ tag, lemma, lower }) =>
        tag === "VERB" && !index.subjects.has(lemma.toLowerCase()) && !index.closing.has(lemma.toLowerCase()) && !lower.endsWith("ing"),
    );
}

const openers = new Set(["that", "who", "which", "whose", "after", "before", "until", "because"]);

/** "signed a truce, a week after A fled to X", "sets up a council that will meet on 3 May": a clause with a verb of its own, set behind what is told, holds the place or the day. */
export function isOfNextClause({ doc: { tokens }, index }: Sight, { first }: { first: number }, { last }: Trigger): boolean {
  let opener = first - 1;
  while (opener >= Math.max(last, first - longestClause) && !openers.has((tokens[opener] as Token).lower)) opener--;
  if (opener < Math.max(last, first - longestClause)) return false;
  const between = tokens.slice(opener + 1, first);
  const at = between.findLastIndex(({ tag, lower }) => (tag === "VERB" && !lower.endsWith("ing")) || tag === "AUX");
  const verb = between[at];
  if (!verb || between.some(({ tag, lower }) => tag === "PUNCT" || lower === "and" || lower === "but")) return false;
  // "talks that began on Monday", "the meeting after which they spoke on Monday"
  const lemma = verb.lemma.toLowerCase();
  const isOwn = opener - last <= 2 && /^(?:that|which)$/.test((tokens[opener] as Token).lower);
  const takesOther = lemma === "take" && between[at + 1]?.lower !== "place";
  return (
    !isOwn && !isPlanned(verb, index) && (takesOther || ![index.starting, index.closing, index.resuming, index.subjects].some((verbs) => verbs.has(lemma)))
  );
}

/** "a first meeting in March produced a pact, and the teams adopted a code in X on 26 April": once `dates` tell the day of a meeting, what a clause with "and" and a subject of its own holds is of something else. */
export function isOfAndClause(
  { doc: { tokens }, index }: Sight,
  { first }: { first: number },
  { last, verb }: Trigger,
  dates: readonly DateMention[],
): boolean {
  if (verb) return false;
  let and = first - 1;
  const from = Math.max(last, first - longestClause);
  while (and > from && !(/^(?:and|but|while)$/.test((tokens[and] as Token).lower) && tokens[and - 1]?.lower === ",")) and--;
  if (and <= from || !dates.some((date) => date.first >= last && date.last <= and && date.when !== null)) return false;
  if (!/^(?:DET|PROPN|NUM)$/.test(tokens[and + 1]?.tag ?? "")) return false;
  const did = tokens.slice(and + 2, first).find(({ tag }) => tag === "VERB" || tag === "AUX");
  return did?.tag === "VERB" && ![index.starting, index.closing, index.resuming].some((verbs) => verbs.has(did.lemma.toLowerCase()));
}

/** "fired at Lakeside on the night after the summit": what stands before "after the summit", and opens no sentence, is where something else was. */
export function isOfBefore(doc: Doc, place: PlaceMention, trigger: Trigger, { first }: Sentence, index: RoundsIndex): boolean {
  const { verb, definite, from } = trigger;
  if (verb || !definite || place.last > from || place.first - first <= opening || isThereupon(doc, place, trigger, index.thereupon)) return false;
  return led.has(doc.tokens[from - 1]?.lower ?? "") || doc.tokens[from - 1]?.lower === "following";
}

/** A place that the gazetteer lacks counts close to its trigger, at the head of the sentence, or beside a date ("on 3 May at the frontier near Hallen"). */
export function placeCost(sight: Sight, place: PlaceMention, trigger: Trigger, sentence: Sentence, dates: readonly DateMention[]): number {
  const where = whereAfter(sight.doc, place);
  if (where !== null && trigger.first > where) return 0;
  const beside = () =>
    dates.some(({ first, last, relation }) => relation === "at" && (first >= place.last ? first - place.last : place.first - last) <= besideDay);
  if (!place.known && distance(place, trigger) > 6 && place.first - sentence.first > 1 && !beside()) return far;
  const goes = place.preposition === "to" && place.last < trigger.from && trigger.kind !== "visit" && !(trigger.verb && trigger.takes === "place");
  return (
    distance(place, trigger) +
    (goes || isOfSaying(sight, place, trigger) || isOfPlan(sight.doc, place, trigger) ? far : 0) +
    (place.fine ? 0 : place.first >= trigger.last ? 2 : 10)
  );
}

/** "to X on Friday, where he will meet B", "back from X, where he met B": the "where" that means the place; null where none follows. */
function whereAfter({ tokens }: Doc, { last, preposition }: PlaceMention): number | null {
  if (preposition !== "to" && preposition !== "from") return null;
  for (let k = last; k < Math.min(tokens.length, last + 7); k++) {
    const { lower, tag } = tokens[k] as Token;
    if (lower === "where") return k;
    if (tag === "VERB" || tag === "AUX" || lower === "." || lower === ";") return null;
  }
  return null;
}

/** "agreed in X to extend the truce and to meet again": where they agreed, not where they will meet. */
function isOfPlan({ tokens }: Doc, { first: place, last }: PlaceMention, { verb, table, first, last: end }: Trigger): boolean {
  // "urged the sides to be back in X"
  if (verb && table && place > end)
    return tokens.slice(end, place).some(({ lower }, k) => lower === "to" && ["be", "come", "go", "return", "meet"].includes(tokens[end + k + 1]?.lower ?? ""));
  if (!verb || last > first || tokens[first - 1]?.lower !== "to") return false;
  return tokens.slice(last, first - 1).some(({ lower }, k) => lower === "to" && tokens[last + k + 1]?.tag === "VERB" && last + k + 1 < first);
}

/** "A said in X that talks …", "talks …, A said on Friday in X": where somebody spoke, and not what he spoke of. Two parties that say so together met there. */
function isOfSaying(sight: Sight, { first, last, preposition }: PlaceMention, trigger: Trigger): boolean {
  const { doc, said, mentions, cast } = sight;
  const at = (doc.tokens[trigger.first] as Token).start;
  const [from, to] = [(doc.tokens[first] as Token).start, (doc.tokens[last - 1] as Token).end];
  if (preposition !== "in") return false;
  if (isHeadOfSaying(sight, first, last, at)) return true;
  return (said[(doc.tokens[trigger.first] as Token).sentence] ?? []).some(({ source, cue, content }) => {
    if (cue === null || cue.end > from || !content.some(({ start, end }) => start <= at && at < end)) return false;
    if (content.some(({ start, end }) => start <= from && to <= end)) return false;
    const gap = doc.tokens.slice(Math.max(0, first - 5), first).filter(({ start }) => start >= cue.end);
    if (doc.tokens[first - 5] !== undefined && (doc.tokens[first - 5] as Token).start >= cue.end) return false;
    const speakers = source === null ? [] : within(mentions, trigger.first - 60, first).filter((m) => source.start <= m.start && m.end <= source.end && m.acts);
    const parties = new Set(speakers.map(({ actor }) => partyOf(cast.entities.get(actor))));
    return parties.size < 2 && gap.every(({ tag }) => tag !== "VERB");
  });
}

/** "In X, a spokesman said that the leaders had met": where it was said. */
function isHeadOfSaying({ doc, said }: Sight, first: number, last: number, at: number): boolean {
  const { sentence, start } = doc.tokens[first] as Token;
  if (doc.sentences[sentence]?.first !== first - 1 || doc.tokens[last]?.lower !== ",") return false;
  return (said[sentence] ?? []).some(({ source, cue, content }) => {
    const [from] = content;
    return (
      source !== null && cue !== null && from !== undefined && source.start > start && cue.start > source.start && from.start > cue.start && from.start <= at
    );
  });
}

/** "since March, when they met in X": the date is that of the clause after it. */
export function opensClause({ tokens }: Doc, { last }: DateMention): boolean {
  return tokens[tokens[last]?.lower === "," ? last + 1 : last]?.lower === "when";
}

/** The date of a saying does not date what is yet to come ("said on Tuesday that talks would …"), and what is past only where it has no nearer date. */
export function dateCost({ doc, said, index, datesIndex }: Sight, date: DateMention, trigger: Trigger): number {
  if (opensClause(doc, date) && date.relation === "since") return trigger.first < date.first ? far : distance(date, trigger) - fronted;
  if (isInRelative(doc, date, trigger)) return far;
  // "have until Saturday to agree": what is still to be done by then.
  if (date.relation === "until" && date.last <= trigger.from && doc.tokens[date.last]?.lower === "to") return far;
  if (date.relation === "next") return trigger.from >= date.last ? distance(date, trigger) : Number.POSITIVE_INFINITY;
  const at = (doc.tokens[trigger.first] as Token).start;
  const [from, to] = [(doc.tokens[date.first] as Token).start, (doc.tokens[date.last - 1] as Token).end];
  const verb = doc.tokens.slice(Math.max(0, date.first - besideSaying), date.first).findLast(({ tag }) => tag === "VERB");
  const saying = said[(doc.tokens[trigger.first] as Token).sentence]?.some(({ source, cue, content }) => {
    if (!cue || !content.some(({ start, end }) => start <= at && at < end)) return false;
    const beside = verb !== undefined && cue.start <= verb.start && verb.end <= cue.end;
    // "On Tuesday A said that …": a day before the speaker is that of the saying.
    return beside || (source !== null && to <= source.start && !content.some(({ start, end }) => start <= from && to <= end));
  });
  // "failed at their first meeting, but A said on Friday that": the day of another clause's saying.
  const others = said[(doc.tokens[trigger.first] as Token).sentence]?.some(({ cue, source }) => {
    if (!cue || !verb || cue.start > verb.start || verb.end > cue.end || at >= cue.start || source === null) return false;
    return doc.tokens.slice(trigger.last, date.first).some(({ lower, start }) => (lower === "but" || lower === "while") && start < source.start);
  });
  if (others) return far;
  // "After talks in X, A said the deal called for a truce on Monday": a day of what he says.
  const isOfWords = ({ source, content }: Attribution) =>
    source !== null && at < source.start && content.some(({ start, end }) => start > source.end && start <= from && to <= end);
  if (!trigger.verb && said[(doc.tokens[trigger.first] as Token).sentence]?.some(isOfWords)) return far;
  const ahead = doc.tokens.slice(trigger.from, trigger.first).some(({ lower }) => index.forward.has(lower) || index.another.has(lower));
  const willBe = /^(?:will|would|'ll)$/.test(doc.tokens[trigger.last]?.lower ?? "");
  const past = saying && !ahead && !willBe && tenseAt(doc, trigger.from, trigger.last, datesIndex) === "past";
  // "presented at the summit, a plan that demands the borders of 1991"
  if (date.precision === "year" && distance(date, trigger) > besideYear) return far;
  const apart =
    date.first > trigger.last &&
    ((!trigger.verb && (clauseBetween(doc, trigger.last, date.first) || agentBetween(doc, trigger.last, date.first))) ||
      sinceBetween(doc, trigger.last, date.first));
  return distance(date, trigger) + (apart ? far : 0) + (past ? far / 4 : saying ? far : 0);
}

/** "A, who took office last October, met B": a day between "who" and the comma that ends its clause, before what the sentence tells. */
function isInRelative({ tokens }: Doc, { first, last }: DateMention, { from }: Trigger): boolean {
  if (last >= from || tokens[last]?.lower !== ",") return false;
  for (let k = first - 1; k > first - longestClause && tokens[k]?.sentence === tokens[first]?.sentence; k--) {
    const { lower } = tokens[k] as Token;
    if (lower === "who" || lower === "which" || lower === "whose") return tokens[k - 1]?.lower === ",";
    if (lower === ",") return false;
  }
  return false;
}

/** "met for the first time since the unrest in the north in May": the date is that of what was before. */
function sinceBetween({ tokens }: Doc, from: number, to: number): boolean {
  const since = tokens.slice(from, to).findLastIndex(({ lower }) => lower === "since");
  return since >= 0 && to - from - since > 1 && !tokens.slice(from + since, to).some(({ lower }) => lower === ",");
}

/** "was overshadowed by a clash at sea on 10 March": the date is that of what did it. */
function agentBetween({ tokens }: Doc, from: number, to: number): boolean {
  const by = tokens.slice(from, to).findLastIndex(({ lower }) => lower === "by");
  if (by < 1 || tokens[from + by - 1]?.tag !== "VERB" || tokens[from + by + 1]?.tag !== "DET") return false;
  return tokens.slice(from + by, to).every(({ tag }) => tag !== "PUNCT" && tag !== "VERB");
}

/** "talks about the list which it handed over in April": a clause with a subject of its own stands between, and does not end before the date ("which A chairs, will go on in April"). */
function clauseBetween({ tokens }: Doc, from: number, to: number): boolean {
  const at = tokens.slice(from, to).findIndex(({ lower }, k) => lower === "which" && ["PRON", "DET", "PROPN"].includes(tokens[from + k + 1]?.tag ?? ""));
  return at >= 0 && !tokens.slice(from + at, to).some(({ lower }, k) => lower === "," && ["AUX", "VERB"].includes(tokens[from + at + k + 1]?.tag ?? ""));
}

export function rank({ precision, relation, when }: DateMention): number {
  return (
    (when === null ? 8 : 0) +
    (relation === "at" || relation === "next" ? 0 : 4) +
    (precision === "day" || precision === "days" ? 0 : precision === "year" ? 3 : 1)
  );
}

/** A place after "in" or "at" that its head noun does not make a subject, or a city's name right before the trigger. */
export function isVenue({ doc, mentions, index }: Sight, place: PlaceMention, triggers: readonly Trigger[]): boolean {
  const hard = triggers.some(({ from, first, verb }) => !verb && place.last >= from && place.last <= first);
  const where = whereAfter(doc, place);
  if (place.fine && where !== null && triggers.some(({ first, kind }) => first > where && kind !== "call")) return true;
  // "the Norland talks in Lakeside" are about Norland.
  const isMatter = () =>
    triggers.some(
      ({ first, last, verb }) =>
        !verb &&
        place.last === first &&
        isLocative(doc.tokens[last]) &&
        doc.tokens[last + 1]?.tag === "PROPN" &&
        !index.months.has(doc.tokens[last + 1]?.lower ?? ""),
    );
  if (place.preposition === null) return hard && place.fine && !isMatter();
  if (hard && place.fine) return true;
  let k = place.first - 1;
  const back = Math.max(0, place.first - 8);
  while (k > back && (doc.tokens[k] as Token).lower !== place.preposition) k--;
  const head = k > back ? doc.tokens[k - 1] : undefined;
  // "received the Ruritanian Defence Forces in Lakeside": the noun is part of a name; "at the naval base in Lakeside": it is itself where they met.
  if (
    head &&
    index.notVenues.has(head.lower) &&
    !isMadeThere(doc, k, place, index) &&
    !isOfTalksAbout(doc, k, place, triggers, index) &&
    !isAt(doc, k - 1, back) &&
    !within(mentions, Math.max(0, k - longest), k).some((m) => m.last === k && m.acts && m.form === "name")
  )
    return false;
  // "flew home from X after talks with B"
  if (place.preposition === "from")
    return (
      place.fine &&
      place.known &&
      head !== undefined &&
      (["home", "back"].includes(head.lower) || index.going.has(head.lemma.toLowerCase())) &&
      triggers.some(({ verb, first }) => !verb && first > place.last)
    );
  if (place.preposition === "to")
    return triggers.some(({ kind, takes }) => kind === "visit" || takes === "place") || (head !== undefined && index.going.has(head.lemma.toLowerCase()));
  // "signed for Norland" is whom somebody signed for.
  return venue.has(place.preposition) && (place.preposition !== "for" || place.fine);
}

const isLocative = (token: Token | undefined): boolean => token?.lower === "in" || token?.lower === "at";

/** "at the mission in X": a noun that "at" leads to is a venue of its own. */
function isAt({ tokens }: Doc, noun: number, from: number): boolean {
  let k = noun - 1;
  while (k > from && ["ADJ", "NOUN", "PROPN", "DET"].includes((tokens[k] as Token).tag)) k--;
  return /^(?:at|inside|outside)$/.test(tokens[k]?.lower ?? "") || (tokens[k]?.lower === "of" && tokens[k - 1]?.lower === "out");
}

/** "signed a truce in X on Monday", "… in X in May 2006": what is agreed there at a time, against "the truce in X". */
function isMadeThere({ tokens }: Doc, at: number, place: PlaceMention, index: RoundsIndex): boolean {
  if (!isTimed(tokens, place, index, ["on", ",", "late", "early"])) return false;
  return tokens.slice(Math.max(0, at - 6), at).some(({ tag, lemma }) => tag === "VERB" && index.making.has(lemma.toLowerCase()));
}

/** "ended talks on oil and the border war in X on Tuesday": behind what a meeting was about, a city with a time is where it was held. */
function isOfTalksAbout({ tokens }: Doc, at: number, place: PlaceMention, triggers: readonly Trigger[], index: RoundsIndex): boolean {
  if (!isTimed(tokens, place, index, ["on", "late", "early"])) return false;
  return triggers.some(
    ({ verb, last }) =>
      !verb &&
      last < at &&
      at - last <= longestMatter &&
      /^(?:on|about|over)$/.test(tokens[last]?.lower ?? "") &&
      tokens.slice(last, at).every(({ tag, lower }) => tag !== "VERB" && tag !== "AUX" && (tag !== "PUNCT" || lower === "-")),
  );
}

/** A city that a time follows, led to by one of `links` or by "in" with a month or a year. */
function isTimed(tokens: readonly Token[], { last, fine, known }: PlaceMention, index: RoundsIndex, links: readonly string[]): boolean {
  const next = tokens[last]?.lower ?? "";
  const after = tokens[last + 1]?.lower ?? "";
  return fine && known && (links.includes(next) || (next === "in" && (index.months.has(after) || /^(?:\d{4}|early|late|mid)$/.test(after))));
}

/** "visited Northtown": the object of a verb of visiting. */
export function isGoal(doc: Doc, place: PlaceMention, triggers: readonly Trigger[]): boolean {
  if (place.preposition !== null || doc.tokens[place.last]?.lower === "'s") return false;
  return triggers.some(({ verb, kind, takes, last }) => verb && kind === "visit" && takes === "either" && place.first >= last && place.first - last <= 1);
}

/** "Next meeting: Northtown, on 3 May", "The next venue is Northtown": a city that follows its noun. */
export function isNamedVenue({ tokens }: Doc, { first, fine, known, preposition }: PlaceMention, triggers: readonly Trigger[]): boolean {
  return fine && known && preposition === null && triggers.some(({ verb, last }) => !verb && last === first - 1 && tokens[last]?.lower === ":");
}

/** "Northtown hosted a meeting", "Northtown will be the venue of", "on the sidelines of the Northtown forum": a city that the sentence makes the roof, without a preposition. */
export function isRoof({ tokens }: Doc, { first, last, fine, known, preposition }: PlaceMention, index: RoundsIndex): boolean {
  if (!fine || !known || preposition !== null) return false;
  const after = tokens.slice(last, last + 5);
  const verb = after.findIndex(({ tag }) => tag !== "AUX" && tag !== "PART" && tag !== "ADV");
  if (verb >= 0 && /^host(?:s|ed|ing)?$/.test(after[verb]?.lower ?? "")) return true;
  if (after.some(({ lower }, k) => lower === "venue" && after.slice(0, k).every(({ tag }) => tag === "AUX" || tag === "DET"))) return true;
  return index.wide.has(after[0]?.lower ?? "") && index.margins.has(tokens[first - 3]?.lower ?? "") && tokens[first - 2]?.lower === "of";
}

/** "16 July, Northtown: …", "Northtown (16 July)": a city that only punctuation parts from a day, as calendars and lists write it. */
export function besideDate({ tokens }: Doc, { first, last, fine, known, preposition }: PlaceMention, dates: readonly DateMention[]): boolean {
  if (!fine || !known || preposition !== null) return false;
  const open = [",", "(", "/", "|", "–", "—", "-"];
  const joined = (from: number, to: number) => to - from === 1 && open.includes((tokens[from] as Token).lower);
  return dates.some((date) => {
    if (date.precision === "year" || date.when === null) return false;
    if (date.last < first) return joined(date.last, first) && [":", "(", ")", "|", "–", "—", ";"].includes(tokens[last]?.lower ?? ":");
    return joined(last, date.first);
  });
}

/** A capitalised run that is an actor's name or part of a date is no place. */
export function isTaken({ mentions }: Sight, place: PlaceMention, dates: readonly DateMention[]): boolean {
  return (
    within(mentions, Math.max(0, place.first - longest), place.last).some(({ last }) => last > place.first) ||
    dates.some(({ first, last }) => first < place.last && place.first < last)
  );
}

/** The days of a report: a closing verb and a length ("after two days", "three days of talks closed on Tuesday") reach back from its date, but not from one of beginning ("began on Friday and closed after two days"). */
export function spanOf({ doc, index, datesIndex }: Sight, sentence: Sentence, trigger: Trigger, date: DateMention): string | null {
  if (date.when === null || date.precision !== "day" || !/^\d/.test(date.when)) return date.when;
  const words = doc.tokens.slice(sentence.first, sentence.last);
  const at = words.findIndex(
    ({ lower }, k) =>
      (lower === "days" || lower === "day") && (datesIndex.numbers.has(words[k - 1]?.lower ?? "") || datesIndex.numbers.has(words[k - 2]?.lower ?? "")),
  );
  const closes = words.some(({ lemma, tag }) => tag === "VERB" && index.closing.has(lemma.toLowerCase()));
  if (
    at < 0 ||
    !closes ||
    // "ended two days of talks ahead of a session on Friday"
    (!trigger.verb && trigger.from - sentence.first - at >= besideLength) ||
    isOfBeginning({ doc, index }, date, sentence.first) ||
    trigger.kind === "call" ||
    (trigger.verb && doc.tokens[trigger.last]?.lower === "again")
  )
    return date.when;
  const days = datesIndex.numbers.get(words[at - 1]?.lower ?? "") ?? datesIndex.numbers.get(words[at - 2]?.lower ?? "") ?? 1;
  const to = parsePoint(date.when);
  return to && days > 1 && days < 15 ? toEdtf({ from: addDays(to, 1 - days), to, about: false }) : date.when;
}

/** "the Norland Opposition Alliance", "the Lakeside Cooperation Pact": a country or city that is the beginning of an organisation's name. */
export function isOfName({ mentions, cast }: Sight, { first, last }: PlaceMention): boolean {
  return within(mentions, Math.max(0, first - 2), last).some((m) => {
    if (m.form !== "name" || m.first > first) return false;
    const kind = cast.entities.get(m.actor)?.kind;
    return kind === "person" ? m.last >= last : kind === "organisation" && m.last > last;
  });
}
