// Whether what stands around a meeting gives it a time or a place: the article's hour, the city that it was sent from, a scene. Finds no date and no place itself.
import { daysBetween } from "../../domain/dates.ts";
import { addDays, boundsOf, dayNumber, parsePoint, pointToEdtf } from "../dates/calendar.ts";
import { tenseAt, verbTense } from "../dates/tense.ts";
import type { DateMention } from "../dates/types.ts";
import type { Doc, Mention, Sentence, Token } from "../types.ts";
import type { PlaceMention } from "./places.ts";
import { partiesOf, type Sight } from "./sight.ts";
import type { Trigger } from "./triggers.ts";

/** Days within which what is proposed for a month means the next such month. */
const halfYear = 183;

/** "14:05 The envoy meets …": a line that opens with the hour tells of the article's day. */
export function isLive({ doc, anchor }: Sight, sentence: Sentence, { kind, verb, takes }: Trigger): boolean {
  if (anchor === null || !/^\d{4}-\d\d-\d\d$/.test(anchor) || kind === "contact" || (verb && takes === "place")) return false;
  const start = doc.blocks[sentence.block]?.start ?? sentence.start;
  return (
    /^\W{0,3}\d{1,2}[:.h]\d\d\b/.test(doc.text.slice(start, start + 10)) ||
    /^\W{0,3}\d{1,2}[:.h]\d\d\b/.test(doc.text.slice(sentence.start, sentence.start + 10))
  );
}

/** Whether a time is to come, seen from the article's date. */
export const isToCome = ({ anchor }: Sight, when: string): boolean => anchor !== null && (boundsOf(when).from ?? "") > anchor;

/**
 * The date of what is only arranged, proposed or wished for, if it is one to come: null where it is gone by or names no season, month or week. A weekday, month or season
 * behind such a meeting, which the past tense of the proposal put into the past, is the next one. Where the article has no full date, any day that is named counts.
 */
export function aheadOf(sight: Sight, trigger: Trigger, date: DateMention): DateMention | null {
  const { doc, anchor, datesIndex } = sight;
  const { when, precision, basis, first } = date;
  if (when === null || precision === "year" || precision === "vague") return null;
  if (anchor === null || !/^\d{4}-\d\d-\d\d$/.test(anchor)) return first >= trigger.last ? date : null;
  if (isToCome(sight, when)) return date;
  const day = parsePoint(anchor);
  if (basis === "stated" || day === null || first < trigger.last) return null;
  const weekday = datesIndex.weekdays.has(doc.tokens[first]?.lower ?? "");
  const ends = when.split("/").map((end) => {
    const at = parsePoint(end);
    return at === null || at.year === null ? null : weekday ? addDays(at, 7) : { ...at, year: at.year + 1 };
  });
  const gap = ends[0] ? dayNumber(ends[0]) - dayNumber(day) : 0;
  return gap > 0 && gap <= halfYear && ends.every((end) => end !== null) ? { ...date, when: ends.map(pointToEdtf).join("/") } : null;
}

/** "Another round is near, A told reporters on Wednesday": a day gone by is not that of what has not been; "met again on Wednesday" has. */
export function isOver({ doc, anchor, datesIndex }: Sight, { verb, first, from, last }: Trigger, { when }: DateMention): boolean {
  const { to } = boundsOf(when);
  if (to === null || anchor === null || to > anchor.slice(0, 10)) return false;
  const own = doc.tokens[last];
  if (own?.tag === "AUX" && ["is", "are", "will"].includes(own.lower)) return true;
  const { sentence } = doc.tokens[first] as Token;
  const told = verb ? verbTense(doc, first, doc.sentences[sentence] as Sentence) : null;
  return (told ?? tenseAt(doc, from, last, datesIndex)) !== "past";
}

/** "A has spoken by phone with B": a call that is told as news is of the article's day. */
export function isNews({ doc, anchor }: Sight, sentence: Sentence, { verb, kind, first }: Trigger): boolean {
  if (!verb || kind !== "call" || anchor === null || !/^\d{4}-\d\d-\d\d$/.test(anchor)) return false;
  return doc.tokens.slice(Math.max(sentence.first, first - 3), first).some(({ lower }) => lower === "has" || lower === "have");
}

/** Whether a meeting of the days before the report, of which no place is named, took place where the report was sent from. */
export function sentFrom({ doc, anchor, datesIndex }: Sight, trigger: Trigger, date: DateMention | null, places: readonly PlaceMention[]): boolean {
  if (trigger.kind === "call" || trigger.kind === "contact" || places.some(({ preposition, fine }) => preposition !== null && (fine || !trigger.table)))
    return false;
  if (date?.relation !== "at" || !date.when || anchor === null || trigger.denied) return false;
  if (!isFailed(doc, trigger) && !isDone(doc, trigger) && tenseAt(doc, trigger.from, trigger.last, datesIndex) === "future") return false;
  const [from, to] = [date.when.slice(-10), anchor.slice(0, 10)];
  const gap = daysBetween(from, to);
  return from.length === 10 && from.startsWith("XXXX") ? from === to || anchor.endsWith(from.slice(4)) : gap >= 0 && gap <= 2;
}

/** "signed a deal on Monday to free prisoners": what was done, whatever it is for. */
const isDone = (doc: Doc, { verb, table, first }: Trigger): boolean =>
  verb && table && verbTense(doc, first, doc.sentences[(doc.tokens[first] as Token).sentence] as Sentence) === "past";

/** Tokens from "failed" to what those who met did not do. */
const failing = 7;

/** "failed on Monday to reach a deal": they met, and what they were to do is not to come. */
function isFailed({ tokens }: Doc, { verb, first }: Trigger): boolean {
  if (!verb || tokens[first - 1]?.lower !== "to") return false;
  return tokens
    .slice(Math.max(0, first - failing), first)
    .some(({ tag, lemma, sentence }) => tag === "VERB" && lemma.toLowerCase() === "fail" && sentence === tokens[first]?.sentence);
}

/** "took effect on Wednesday after C said that both had accepted it": whether a day is that of another verb, which stands between it and a trigger. */
export function isOfVerbBetween({ tokens }: Doc, { last }: DateMention, { first }: Trigger): boolean {
  return tokens.slice(last, first).some(({ tag }) => tag === "VERB");
}

/** Sentences of a report that tell its news. */
const news = 4;

/** "Speaking after talks of A and B, C said", where a report from X begins and no day is told: the talks are its news, and were there. */
export function isNewsOf({ doc }: Sight, { verb, from }: Trigger, number: number, parties: number): boolean {
  return !verb && number < news && parties > 1 && /^(?:after|following)$/.test(doc.tokens[from - 1]?.lower ?? "");
}

/** Below these odds, as a logarithm, no trigger makes a round: of those that triggers made in new text one in six was one. */
const unlikely = -2.8;

/** Whether the words of a sentence, by number, speak against a round, whatever its trigger. */
export function tellsHardly({ doc, oddsIn }: Sight, number: number): boolean {
  return oddsIn(doc.sentences[number] as Sentence, unlikely) < unlikely;
}

/** Odds, as logarithms, from which on the words of a sentence tell of a round: with a city and a time beside each other nine in ten of new text do, with one of them seven in ten. */
const likely = { withBoth: -0.4, withOne: 0.5 };

/** Whether the words of a sentence, which denies nothing, tell of a round, where it names both a city and a time, or one of them. */
export function tellsOfRound({ doc, oddsIn, index }: Sight, sentence: Sentence, named: keyof typeof likely): boolean {
  return oddsIn(sentence, likely[named]) >= likely[named] && !doc.tokens.slice(sentence.first, sentence.last).some(({ lower }) => index.denials.has(lower));
}

/** Odds, as a logarithm, below which two parties that do one thing together do something else than to meet. */
const elsewhere = -1;

/** Whether the words of a sentence allow for a scene: "A and B sat up all night in X", and not "A and B bury their dead in X". */
export const allowsScene = ({ oddsIn }: Sight, sentence: Sentence): boolean => oddsIn(sentence, elsewhere) >= elsewhere;

/** "carried papers to B, whose son had died in X": a relative clause holds the place, and not what was done. */
export function inRelative({ doc }: Sight, { last }: Trigger, place: PlaceMention): boolean {
  return doc.tokens.slice(last, place.first).some(({ lower }) => lower === "who" || lower === "whose" || lower === "which");
}

/**
 * Whether a place and a date let a sentence without a word for talks tell of some. A place that the gazetteer lacks needs a day and two parties; a country must
 * be none of those that act. Where the words of the sentence tell of a round, any date will do.
 */
export function setsScene(
  sight: Sight,
  sentence: Sentence,
  trigger: Trigger,
  place: PlaceMention,
  { when, precision }: DateMention,
  people: readonly Mention[],
): boolean {
  if (when !== null && place.fine && place.known && !inRelative(sight, trigger, place) && tellsOfRound(sight, sentence, "withBoth")) return true;
  if (when === null || precision === "year" || (trigger.scene && (precision === "month" || precision === "season"))) return false;
  if (!place.known) {
    const parties = partiesOf(
      people.map(({ actor }) => actor),
      sight.cast,
    );
    return place.fine && place.preposition === "in" && precision === "day" && parties.size >= 2;
  }
  return place.fine || abroad(sight, place, people);
}

/** "A sits since Thursday in …", "have been holding talks since Sunday": the first day of what still goes on. */
export function goesOn({ doc, datesIndex }: Sight, { relation, precision, first, last }: DateMention): boolean {
  if (relation !== "since" || precision !== "day") return false;
  const been = doc.tokens
    .slice(Math.max(0, first - 12), first)
    .some(({ lower }, k, near) => lower === "been" && /ing$|^(?:in|at)$/.test(near[k + 1]?.lower ?? ""));
  return been || tenseAt(doc, first, last, datesIndex) === "present";
}

/** Whether a country is none of those that act in the sentence. */
function abroad({ cast, index }: Sight, { country }: PlaceMention, people: readonly Mention[]): boolean {
  const parties = partiesOf(
    people.map(({ actor }) => actor),
    cast,
  );
  return country !== null && parties.size > 0 && ![...parties].some((party) => index.countries.get(party) === country);
}
