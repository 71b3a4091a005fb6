// One date at one token: the forms that English gives days, months and years. Joins no two dates and says nothing of what happened then.
import type { Doc, Sentence, Token } from "../types.ts";
import { type Anchor, addDays, isDay, type Point } from "./calendar.ts";
import { counted as countedAt } from "./counted.ts";
import { dayInWords, dayList, numericDate } from "./numerals.ts";
import { dayIn, dayOfEntry, dayOfMonth, monthIn, type Part, partIn, partOf, seasonIn, seasonOf, unitAt, weekdayIn, weekendIn, whole } from "./resolve.ts";
import { isCommonNoun, marksOff, ownerTense, plannedTense, type Tense, tenseAt } from "./tense.ts";
import type { Reading } from "./types.ts";
import type { DatesIndex } from "./words.ts";

const monthLeads = new Set(["in", "last", "next", "this", "since", "until", "of", "early", "mid", "late", "by", "during", "from", "for", "between", "and"]);

/** What parts the day of a chronicle's entry from what happened then. */
const entryMarks = new Set([":", "-", "–", "—"]);

const surelyTime = new Set(["in", "last", "next", "this", "since", "early", "mid", "late", "during"]);

const yearLeads = new Set("in since of by until till from during before after early late mid to and between through".split(" "));

export function readDate(doc: Doc, i: number, sentence: Sentence, anchor: Anchor | null, lastDay: Point | null, index: DatesIndex): Reading | null {
  const tokens = doc.tokens;
  const token = tokens[i] as Token;
  const before = i > sentence.first ? (tokens[i - 1] as Token).lower : "";
  const word = (at: number) => (at >= sentence.first && at < sentence.last ? (tokens[at] as Token).lower : "");
  const tense = (first: number, last: number): Tense | null => tenseAt(doc, first, last, index);
  const figures = token.tag === "NUM" || /^\d/.test(token.lower);
  if (figures && index.notDates.has(before)) return null;

  if (figures) {
    const numeric = numericDate(token.lower);
    if (numeric) return { first: i, last: i + 1, stretch: whole(numeric), stated: true, precision: "day" };
    const days = dayList(doc, i, sentence);
    if (days) {
      const at = word(days.last) === "of" ? days.last + 1 : days.last;
      const month = monthNumber(word(at), index);
      if (month && !isModal(doc, at, month, index)) return dated(doc, i, at + 1, days, month, sentence, anchor, index);
      const stretch = anchor && isBareDay(doc, i, days.last, sentence) ? dayOfMonth(days, anchor, tense(i, days.last)) : null;
      if (stretch) return { first: i, last: days.last, stretch, stated: false, precision: days.from === days.to ? "day" : "days" };
    }
    if (/^(19|20)\d\d$/.test(token.lower) && yearStandsAlone(doc, i, sentence)) {
      return { first: i, last: i + 1, stretch: whole({ year: Number(token.lower), month: null, day: null }), stated: true, precision: "year" };
    }
  }

  const named = dayInWords(doc, i, sentence, index);
  const monthOf = named && monthNumber(word(named.last + 1), index);
  if (named && monthOf) return dated(doc, i, named.last + 2, named, monthOf, sentence, anchor, index);

  const month = monthNumber(token.lower, index);
  if (month) {
    const days = dayList(doc, i + 1, sentence);
    const counted = days && before === "in" && ["NOUN", "ADJ"].includes(tokens[days.last]?.tag ?? "") && days.last < sentence.last;
    if (days && !counted && monthBesideNumber(token, before, month, index)) return dated(doc, i, days.last, days, month, sentence, anchor, index);
    return monthAlone(doc, i, i, month, null, sentence, anchor, index);
  }

  const pick = index.last.has(token.lower) ? "last" : index.next.has(token.lower) ? "next" : index.current.has(token.lower) ? "this" : null;
  if (pick) {
    const next = word(i + 1);
    const day = index.weekdays.get(next);
    if (day && !index.shortWeekdays.has(next)) return weekdayReading(doc, i, i + 2, day, pick, sentence, anchor, index);
    if (index.weekend.has(next)) return { first: i, last: i + 2, stretch: weekendIn(anchor, tense(i, i + 2), pick), stated: false, precision: "days" };
    const unit = index.units.get(next);
    if (unit && unit.unit !== "day" && unit.times === 1 && !next.endsWith("s")) {
      return { first: i, last: i + 2, stretch: unitAt(unit.unit, pick === "last" ? -1 : pick === "next" ? 1 : 0, anchor), stated: false, precision: unit.unit };
    }
    const season = index.seasons.get(next);
    if (season)
      return {
        first: i,
        last: i + 2,
        stretch: pick === "this" ? seasonOf(season, anchor) : seasonIn(season, null, anchor, pick === "next" ? "future" : "past"),
        stated: false,
        precision: "season",
      };
    const named = monthNumber(next, index);
    if (named) {
      const stretch = whole(monthIn(named, anchor, pick === "next" ? "future" : pick === "last" ? "past" : null));
      return { first: i, last: i + 2, stretch, stated: false, precision: "month" };
    }
  }

  const weekday = index.weekdays.get(token.lower.replace(/\.$/, ""));
  if (weekday) {
    const short = index.shortWeekdays.has(token.lower.replace(/\.$/, ""));
    const skip = word(i + 1) === "," || word(i + 1) === "." || word(i + 1) === "the" ? i + 2 : i + 1;
    const full =
      skip < sentence.last && (/^\d/.test(word(skip)) || monthNumber(word(skip), index) !== undefined)
        ? readDate(doc, skip, sentence, anchor, lastDay, index)
        : null;
    if (full?.precision === "day" && full.stretch) return { first: i, last: full.last, stretch: full.stretch, stated: full.stated, precision: full.precision };
    if (!short) return weekdayReading(doc, i, i + 1, weekday, null, sentence, anchor, index);
  }
  if (index.weekend.has(token.lower)) return { first: i, last: i + 1, stretch: weekendIn(anchor, tense(i, i + 1), null), stated: false, precision: "days" };

  const phrase = phraseAt(doc, i, sentence, anchor, lastDay, index);
  if (phrase !== undefined) return phrase;

  const season = index.seasons.get(token.lower);
  if (season && token.tag !== "VERB") {
    const at = word(i + 1) === "of" ? i + 2 : i + 1;
    if (/^(19|20)\d\d$/.test(word(at)))
      return { first: i, last: at + 1, stretch: seasonIn(season, Number(word(at)), anchor, null), stated: true, precision: "season" };
    if (before === "in" || (before === "the" && word(i - 2) === "in"))
      return { first: i, last: i + 1, stretch: seasonIn(season, null, anchor, tense(i, i + 1)), stated: false, precision: "season" };
  }
  return countedAt(doc, i, sentence, anchor, lastDay, index);
}

const dayLeads = new Set(["on", "from", "until", "till", "by", "since", "between"]);

/** "on the 7th and 8th", "presumably the 31st": ordinals in figures that count nothing, "the 7th round" and "the 9th-century wall" do. */
function isBareDay({ tokens }: Doc, i: number, last: number, sentence: Sentence): boolean {
  const lead = i - 2 >= sentence.first ? tokens[i - 2] : undefined;
  if (!/^\d{1,2}(?:st|nd|rd|th)$/.test((tokens[i] as Token).lower) || tokens[i - 1]?.lower !== "the" || !lead) return false;
  if (!dayLeads.has(lead.lower) && lead.tag !== "ADV") return false;
  const next = last < sentence.last ? (tokens[last] as Token) : null;
  return next === null || !(["NOUN", "PROPN", "ADJ", "NUM"].includes(next.tag) || ["-", "–", "of"].includes(next.lower));
}

/** "12 may die": a month's name that is a verb's helper; "20 May has been" and "20 may was" are days. */
function isModal({ tokens }: Doc, at: number, month: number, index: DatesIndex): boolean {
  const [token, next] = [tokens[at] as Token, tokens[at + 1]];
  if (!index.ambiguousMonths.has(month) || token.tag === "PROPN" || token.text !== token.lower) return false;
  return ["VERB", "AUX", "PART"].includes(next?.tag ?? "") && !/^(?:has|had|is|are|was|were|will|would)$/.test(next?.lower ?? "");
}

function monthNumber(word: string, index: DatesIndex): number | undefined {
  return index.months.get(word.replace(/\.$/, ""));
}

/** "may 12" after "they" and "march 5 kilometres" are no dates. */
function monthBesideNumber(token: Token, before: string, month: number, index: DatesIndex): boolean {
  if (!index.ambiguousMonths.has(month)) return true;
  return (
    token.tag === "PROPN" ||
    before === "" ||
    token.text !== token.lower ||
    /^\P{L}+$/u.test(before) ||
    monthLeads.has(before) ||
    before === "on" ||
    index.weekdays.has(before)
  );
}

/** A day or run of days with its month; a year may follow, after a comma or "of". */
function dated(
  doc: Doc,
  first: number,
  last: number,
  days: { from: number; to: number },
  month: number,
  sentence: Sentence,
  anchor: Anchor | null,
  index: DatesIndex,
): Reading | null {
  const { year, end } = yearAfter(doc, last, sentence);
  if (!isDay(year, month, days.to)) return null;
  const tense = year === null ? plannedTense(doc, first, end, sentence, index) : null;
  const isEntry = tense === "present" && first === sentence.first && entryMarks.has(doc.tokens[end]?.lower ?? "");
  const to = year === null ? (isEntry ? dayOfEntry : dayIn)(month, days.to, anchor, tense) : { year, month, day: days.to };
  const from = { year: to.year, month: to.month, day: days.from };
  return {
    first,
    last: end,
    stretch: { from, to, about: false },
    stated: year !== null || to.year === null,
    precision: days.from === days.to ? "day" : "days",
  };
}

function yearAfter(doc: Doc, at: number, sentence: Sentence): { year: number | null; end: number } {
  const word = (i: number) => (i < sentence.last ? (doc.tokens[i] as Token).lower : "");
  const year = word(at) === "," || word(at) === "of" ? at + 1 : at;
  const cut = /^((?:19|20)\d\d)$/.exec(word(year));
  return cut ? { year: Number(cut[1]), end: year + 1 } : { year: null, end: at };
}

function monthAlone(
  doc: Doc,
  first: number,
  i: number,
  month: number,
  part: Part | null,
  sentence: Sentence,
  anchor: Anchor | null,
  index: DatesIndex,
): Reading | null {
  const token = doc.tokens[i] as Token;
  const before = i > sentence.first ? (doc.tokens[i - 1] as Token).lower : "";
  const { year, end } = yearAfter(doc, i + 1, sentence);
  const name = token.lower.replace(/\.$/, "");
  if (year === null && part === null) {
    const capital = token.text !== token.lower && i > sentence.first;
    const led = monthLeads.has(before);
    if (name.length <= 4 && name !== "june" && name !== "july" && name !== "may") return null;
    if (
      index.ambiguousMonths.has(month) ? !(capital && marksOff(doc, i, i + 1, sentence)) && (!led || (!capital && !surelyTime.has(before))) : !led && !capital
    )
      return null;
  }
  const tense = plannedTense(doc, first, end, sentence, index);
  const at = year === null ? monthIn(month, anchor, tense) : { year, month, day: null };
  const stretch = part === null ? whole(at) : year === null ? partIn(at, part, anchor, tense) : partOf(at, part);
  return { first, last: end, stretch, stated: year !== null || at.year === null, precision: "month" };
}

/** Before a number they tell of how many, and not of a year. */
const counting = new Set(["further", "additional", "other", "remaining", "extra", "estimated", "more", "exact", "full"]);

/** "the failed 2017 talks", "a 2017 deal", "its 2015 offer". */
function describes({ tokens }: Doc, i: number, { first }: Sentence): boolean {
  const { tag, lower } = tokens[i] as Token;
  const participle = tag === "VERB" && lower.endsWith("ed") && i > first && tokens[i - 1]?.tag === "DET";
  return tag === "ADJ" || participle || /^(?:an?|its|their|his|her)$/.test(lower);
}

function yearStandsAlone(doc: Doc, i: number, sentence: Sentence): boolean {
  const before = i > sentence.first ? doc.tokens[i - 1] : undefined;
  const after = i + 1 < sentence.last ? doc.tokens[i + 1] : undefined;
  if (after && /^[%$€£°]|^(percent|per)$/.test(after.lower)) return false;
  if (before?.lower === "the") return after?.tag === "NOUN" || after?.tag === "PROPN";
  if (before && describes(doc, i - 1, sentence)) return isCommonNoun(after) && !counting.has(before.lower) && !doc.tokens[i]?.lower.endsWith("0");
  if (!before || !yearLeads.has(before.lower)) return false;
  return !(before.lower === "in" && after?.tag === "NOUN" && after.lower.endsWith("s"));
}

function weekdayReading(
  doc: Doc,
  first: number,
  end: number,
  day: number,
  pick: "last" | "next" | "this" | null,
  sentence: Sentence,
  anchor: Anchor | null,
  index: DatesIndex,
): Reading {
  const last = end < sentence.last && index.dayParts.has((doc.tokens[end] as Token).lower) ? end + 1 : end;
  const week = pick === null ? weekAfter(doc, last, sentence, index) : null;
  if (week) {
    const of = unitAt("week", week.by, anchor);
    return { first, last: week.end, stretch: of && whole(addDays(of.from, day - 1)), stated: false, precision: "day" };
  }
  const possessive = doc.tokens[last]?.lower === "'s";
  const at = weekdayIn(day, anchor, possessive ? ownerTense(doc, first, last, sentence, index) : tenseAt(doc, first, last, index), pick);
  return { first, last, stretch: at && whole(at), stated: false, precision: "day" };
}

/** "Thursday next week", "Tuesday of last week": how many weeks from the article's, and the token after it. */
function weekAfter({ tokens }: Doc, at: number, sentence: Sentence, index: DatesIndex): { by: number; end: number } | null {
  const i = tokens[at]?.lower === "of" ? at + 1 : at;
  const [pick, unit] = [tokens[i]?.lower ?? "", tokens[i + 1]?.lower ?? ""];
  if (i + 1 >= sentence.last || index.units.get(unit)?.unit !== "week" || unit.endsWith("s")) return null;
  const by = index.last.has(pick) ? -1 : index.next.has(pick) ? 1 : index.current.has(pick) ? 0 : null;
  return by === null ? null : { by, end: i + 2 };
}

/** A phrase of dates.yaml at `i`: days, the same day, vague stretches, and parts of a month or year. Undefined where none stands there, null where it is no date. */
function phraseAt(doc: Doc, i: number, sentence: Sentence, anchor: Anchor | null, lastDay: Point | null, index: DatesIndex): Reading | null | undefined {
  const token = doc.tokens[i] as Token;
  const glued = /^(mid)[-–](.+)$/.exec(token.lower);
  if (glued) return partReading(doc, i, i, glued[2] as string, "mid", sentence, anchor, index);
  for (const phrase of index.phrases.get(token.lower) ?? []) {
    if (!phrase.words.every((word, k) => i + k < sentence.last && (doc.tokens[i + k] as Token).lower === word)) continue;
    const last = i + phrase.words.length;
    const day = anchor?.day ? anchor : null;
    if (phrase.sense === "day") return { first: i, last, stretch: day && whole(addDays(day, phrase.offset)), stated: false, precision: "day" };
    if (phrase.sense === "same-day") return { first: i, last, stretch: lastDay && whole(addDays(lastDay, phrase.offset)), stated: false, precision: "day" };
    if (phrase.sense === "vague") {
      const stretch = day && { from: addDays(day, phrase.from), to: addDays(day, phrase.to), about: true };
      return { first: i, last, stretch, stated: false, precision: "vague" };
    }
    const at = ["the", "of"].includes(doc.tokens[last]?.lower ?? "") && last + 1 < sentence.last ? last + 1 : last;
    return at < sentence.last ? partReading(doc, i, at, (doc.tokens[at] as Token).lower, phrase.part, sentence, anchor, index) : null;
  }
  return undefined;
}

function partReading(
  doc: Doc,
  first: number,
  at: number,
  word: string,
  part: Part,
  sentence: Sentence,
  anchor: Anchor | null,
  index: DatesIndex,
): Reading | null {
  if (/^(19|20)\d\d$/.test(word))
    return { first, last: at + 1, stretch: partOf({ year: Number(word), month: null, day: null }, part), stated: true, precision: "year" };
  const month = monthNumber(word, index);
  if (month) return monthAlone(doc, first, at, month, part, sentence, anchor, index);
  if (first === at) return null;
  const unit = index.units.get(word)?.unit;
  const pick = index.last.has(word) ? -1 : index.next.has(word) ? 1 : index.current.has(word) ? 0 : null;
  const named = pick === null ? unit : index.units.get(doc.tokens[at + 1]?.lower ?? "")?.unit;
  if (named === "month" || named === "year") {
    const stretch = unitAt(named, pick ?? 0, anchor);
    return { first, last: pick === null ? at + 1 : at + 2, stretch: stretch && partOf(stretch.from, part), stated: false, precision: named };
  }
  return null;
}
