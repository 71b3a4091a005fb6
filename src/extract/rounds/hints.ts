// Small words of a sentence that say how many came, in which format, and what a trigger reaches. Makes no report.
import type { RoundFormat } from "../../domain/vocabulary.ts";
import { partyOf } from "../party.ts";
import type { Cast, Doc, Mention, Sentence, Token } from "../types.ts";
import { within } from "./people.ts";
import { hasPhrase, phraseAt, phrasesIn } from "./phrases.ts";
import type { PlaceMention } from "./places.ts";
import { partiesOf, type Sight } from "./sight.ts";
import { says, type Trigger } from "./triggers.ts";
import type { RoundsIndex } from "./words.ts";

/** Whether a call's object is a person and nothing else: "called the president's plan a trap" and "called A wrong" are none. */
export function reaches({ doc, mentions, cast }: Sight, trigger: Trigger): boolean {
  // "called his counterpart B", "rang up his Norland counterpart, General C": the name behind the possessive and the adjective.
  const near = within(mentions, trigger.last, trigger.last + 12);
  const marksOff = ({ first, form }: Mention) => (form === "adjective" ? near.length > 1 : /^(?:his|her|its|their)$/.test(doc.tokens[first]?.lower ?? ""));
  const object = near.find((mention) => !marksOff(mention));
  const next = object && doc.tokens[object.last];
  return (
    object !== undefined && cast.entities.get(object.actor)?.kind === "person" && next?.lower !== "'s" && !["ADJ", "NOUN", "DET"].includes(next?.tag ?? "")
  );
}

/** "telephoned both leaders", and not "called both teams home". */
export function reachesBoth({ doc, index }: Sight, { last }: Trigger): boolean {
  const both = phraseAt(doc.tokens, last, Math.min(doc.tokens.length, last + 8), index.joint);
  return both !== null && !/^(?:home|back|off|in)$/.test(doc.tokens[both.last]?.lower ?? "") && doc.tokens[both.last]?.tag !== "NOUN";
}

/** Tokens from a sentence's first to "sidelines". */
const asideReach = 5;

/** "On the sidelines, A met B", "On the margins of the conference A met B". */
export function isAside({ tokens }: Doc, { first }: Sentence, { from }: Trigger, { margins }: RoundsIndex): boolean {
  return tokens.slice(first, Math.min(from, first + asideReach)).some(({ lower }, k) => margins.has(lower) && tokens[first + k - 1]?.lower === "the");
}

/** "did not meet in X in May as planned": what is denied had been set. */
export const isAsPlanned = ({ tokens }: Doc, { last: end }: Sentence, { last }: Trigger, { asPlanned }: RoundsIndex): boolean =>
  hasPhrase(tokens, last, end, asPlanned);

/** "A spoke with B": from afar, where no place is told. */
export function speaks(sight: Sight, trigger: Trigger): boolean {
  return (
    trigger.verb &&
    (trigger.takes === "party" || /^(?:with|to)$/.test(sight.doc.tokens[trigger.last]?.lower ?? "")) &&
    sight.index.speaking.has((sight.doc.tokens[trigger.first] as Token).lemma.toLowerCase()) &&
    reaches(sight, trigger)
  );
}

/** "talked for an hour, their first conversation since the war": what is said of the meeting before, and no other one. */
export function isSame({ tokens }: Doc, { from, first, verb }: Trigger, index: RoundsIndex): boolean {
  if (verb || ![",", ":", "–", "—"].includes(tokens[from - 1]?.lower ?? "")) return false;
  return tokens.slice(from, first).some(({ lower }) => index.ordinals.has(lower) || lower === "such");
}

/** "will host the next round", "has called a session": a verb whose object is the meeting itself, which is told of once. */
export const holdsIt = ({ tokens }: Doc, { verb, first, last }: Trigger, next: Trigger | undefined): boolean =>
  verb && /^(?:host|call)$/.test(tokens[first]?.lemma.toLowerCase() ?? "") && next?.verb === false && !next.table && next.from - last <= 1;

export function manyIn(doc: Doc, sentence: Sentence, index: RoundsIndex): boolean {
  for (let i = sentence.first + 1; i < sentence.last; i++) {
    if (!index.many.has((doc.tokens[i] as Token).lower)) continue;
    for (let k = i - 1; k >= Math.max(sentence.first, i - 2); k--)
      if ((doc.tokens[k] as Token).tag === "NUM" && !/^(one|two|three|2|3)$/.test((doc.tokens[k] as Token).lower)) return true;
  }
  return false;
}

export function formatIn(doc: Doc, sentence: Sentence, index: RoundsIndex): RoundFormat | null {
  for (let i = sentence.first; i < sentence.last; i++) {
    const first = index.formats.byFirst.get((doc.tokens[i] as Token).lower);
    const hit = first?.find(({ words }) => words.every((word, k) => doc.tokens[i + k]?.lower === word));
    if (hit) return hit.value;
  }
  return null;
}

/** Whether a table act of one party at most is no sign of talks: "A told the assembly", "the storm reached the coast". */
export function isLone({ doc, index }: Sight, sentence: Sentence, trigger: Trigger, parties: number): boolean {
  const { first, scene } = trigger;
  if (scene || parties > 1 || isOfAgreement(doc, trigger, index) || !index.pairedActs.has((doc.tokens[first] as Token).lemma.toLowerCase())) return false;
  // "put forward", "put his name to it"
  if (doc.tokens[first + 1]?.lower === "forward") return false;
  if (/^(?:his|her|its|their)$/.test(doc.tokens[first + 1]?.lower ?? "") && /^(?:names?|signatures?|initials)$/.test(doc.tokens[first + 2]?.lower ?? ""))
    return false;
  return !says(doc, sentence, index.joint) && !manyIn(doc, sentence, index);
}

/** Tokens from an agreement to the comma behind which it is told where it was made. */
const agreementReach = 6;

/** "a truce signed in X in May", "an accord that was reached in X": the participle of an agreement that is told by nobody's name, so that those who negotiate made it. */
export function isOfAgreement({ tokens }: Doc, { verb, first }: Trigger, index: RoundsIndex): boolean {
  const { lower, lemma } = tokens[first] as Token;
  if (!verb || !index.making.has(lemma.toLowerCase()) || lower === lemma.toLowerCase() || lower.endsWith("ing")) return false;
  let k = first - 1;
  while (tokens[k]?.tag === "AUX" || tokens[k]?.tag === "ADV") k--;
  if (/^(?:which|that)$/.test(tokens[k]?.lower ?? "")) k--;
  const isAside = tokens[k]?.lower === ",";
  if (isAside) k--;
  // "the accord of X, signed", "the truce that it watches, signed"
  const from = isAside ? k - agreementReach : k;
  return tokens.slice(Math.max(0, from), k + 1).some((token) => index.made.has(token.lower) && token.sentence === tokens[first]?.sentence);
}

/** "Parliament is due to convene", "the cabinet met": a body of one state or organisation right before a verb of meeting. */
export function isOfOwnBody({ tokens }: Doc, { first }: { first: number }, { first: start }: Sentence, { ownBodies, planned }: RoundsIndex): boolean {
  let k = first - 1;
  while (k > start && (/^(?:AUX|ADV|PART)$/.test(tokens[k]?.tag ?? "") || planned.has((tokens[k] as Token).lower))) k--;
  return ownBodies.has(tokens[k]?.lower ?? "");
}

/** What of a paper each can do by itself. */
const alone = new Set(["accept", "announce", "declare", "broker"]);

/** "they signed an agreement", "the two sides agreed on an agenda": a paper that both make, who stand right before the verb. */
export function makeTogether({ tokens }: Doc, { first: start }: Sentence, { first, verb }: Trigger, { making, joint }: RoundsIndex): boolean {
  const lemma = (tokens[first] as Token).lemma.toLowerCase();
  if (!verb || !making.has(lemma) || alone.has(lemma)) return false;
  let k = first;
  while (k > start && /^(?:AUX|ADV)$/.test(tokens[k - 1]?.tag ?? "")) k--;
  return tokens[k - 1]?.lower === "they" || [1, 2, 3].some((back) => k - back >= start && phraseAt(tokens, k - back, k, joint)?.last === k);
}

/** "there", "in the same hotel": not the "there" of "there cannot be". */
export function pointsThere({ tokens }: Doc, { first, last }: Sentence, index: RoundsIndex): boolean {
  return phrasesIn(tokens, first, last, index.there).some((hit) => hit.last - hit.first > 1 || !/^(?:AUX|VERB)$/.test(tokens[hit.last]?.tag ?? ""));
}

/** "here", "this lakeside town": the city of the dateline; "in the capital" where that is one. */
export function pointsHere({ tokens }: Doc, { first, last }: Sentence, index: RoundsIndex, dateline: PlaceMention): boolean {
  if (hasPhrase(tokens, first, last, index.here)) return true;
  const isSeat = index.places.seats.has(dateline.name);
  for (let k = first; k + 1 < last; k++) {
    if (isSeat && tokens[k]?.lower === "the" && tokens[k + 1]?.lower === "capital" && tokens[k - 1]?.lower === "in") return true;
    if (tokens[k]?.lower !== "this") continue;
    let noun = k + 1;
    while (noun < last && noun < k + 5 && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[noun + 1]?.tag ?? "")) noun++;
    if (index.towns.has(tokens[noun]?.lower ?? "") || tokens[noun]?.lower === "capital") return true;
  }
  return false;
}

/** "A, who had no part in the talks, is holding others": whether a trigger stands in a clause of its own, between commas, before the next one. */
export function isBracketed({ tokens }: Doc, { from, last, first }: Trigger, next: Trigger): boolean {
  const { sentence } = tokens[first] as Token;
  if (!tokens.slice(last, next.from).some(({ lower }) => lower === ",")) return false;
  let k = Math.min(from, first) - 1;
  while (tokens[k]?.sentence === sentence && tokens[k]?.lower !== ",") k--;
  return tokens[k]?.sentence === sentence && /^(?:who|whose|which)$/.test(tokens[k + 1]?.lower ?? "");
}

/** Whether "where" stands between two triggers. */
export function isRelative({ tokens }: Doc, before: Trigger, { first }: Trigger): boolean {
  return tokens.slice(before.last, first).some(({ lower }) => lower === "where");
}

/** "A will not go, but B will attend the talks": who is named only to say that he keeps away. */
export function staysAway({ tokens }: Doc, { last }: Mention, trigger: Trigger): boolean {
  const after = tokens.slice(last, Math.min(last + 4, Math.max(last, trigger.from))).map(({ lower }) => lower);
  const denied = after.findIndex((word) => word === "not" || word === "n't");
  return denied > 0 && denied <= 2 && tokens.slice(last, trigger.from).some(({ lower }) => lower === "but" || lower === ";");
}

/** "their negotiators": of both sides, whomever the pronoun was taken for. */
export function isTheirTeam({ tokens }: Doc, { first, last, form }: Mention, index: RoundsIndex): boolean {
  return (
    form === "pronoun" && tokens[first]?.lower === "their" && index.delegates.has(tokens[last]?.lower ?? "") && (tokens[last] as Token).lower.endsWith("s")
  );
}

/** "the leaders of many states", "the presidents of A and B". */
export function leads({ doc, cast, index }: Sight, { first, last, actor }: Mention): boolean {
  const isLeader = (at: number) => index.leaders.has(doc.tokens[at]?.lower ?? "");
  const party = partyOf(cast.entities.get(actor));
  if (party !== null && !index.countries.has(party) && !index.collectives.has(party)) return false;
  return isLeader(last - 1) || (doc.tokens[last]?.lower === "'s" && isLeader(last + 1)) || (isLeader(first) && cast.entities.get(actor)?.kind === "state");
}

/** "The leaders last met", "the two presidents will see each other": the subject right before a verb. */
export function headsMeet({ doc, index }: Sight, { first }: Sentence, { from }: Trigger): boolean {
  if (doc.tokens[from]?.tag !== "VERB") return false;
  let at = from - 1;
  while (at > first && ["AUX", "ADV", "PART"].includes(doc.tokens[at]?.tag ?? "")) at--;
  if (doc.tokens[at]?.lower === "last") at--;
  return at > first && index.leaders.has(doc.tokens[at]?.lower ?? "") && ["the", "both", "two", "their"].includes(doc.tokens[at - 1]?.lower ?? "");
}

/** Whether a verb has what it needs after it. */
export function complete({ takes, kind }: Trigger, objects: number, all: number, placed: boolean): boolean {
  if (takes === "party") return objects > 0;
  if (takes === "place") return placed || objects > 0;
  return takes === "self" || objects > 0 || placed || (kind !== "visit" && all > 1);
}

/** "The northern factions met", "leaders from the valley met": people of several parties, none of them named, right before a verb of meeting. */
function manyMeet({ tokens }: Doc, { first: start }: Sentence, { first, verb, takes, table }: Trigger, index: RoundsIndex): boolean {
  if (!verb || table || takes !== "either") return false;
  let k = first - 1;
  while (k > start && /^(?:AUX|ADV|PART)$/.test(tokens[k]?.tag ?? "")) k--;
  if (tokens[k]?.tag === "PROPN") {
    while (k > start && /^(?:PROPN|DET)$/.test(tokens[k]?.tag ?? "")) k--;
    if (!/^(?:of|from)$/.test(tokens[k]?.lower ?? "")) return false;
    k--;
  }
  // "the two movements"
  if (/^(?:two|both)$/.test(tokens[k - 1]?.lower ?? "")) return false;
  // "opposition parties", "members" are as often of one side.
  return index.many.has(tokens[k]?.lower ?? "") && !/^(?:parties|members)$/.test(tokens[k]?.lower ?? "");
}

/** Bodies in which both sides sit. */
const jointBody = /^(?:sub-?)?(?:commission|committee)s?$/;

/** "Technical teams will meet in X", "the truce commission is due to meet next month": people of several sides, none of whom is named, before a verb of meeting that has no object. */
export function teamsMeet(
  { doc: { tokens }, cast, mentions, index }: Sight,
  { first: start }: Sentence,
  { first, last, verb, takes, table }: Trigger,
): boolean {
  if (
    !verb ||
    table ||
    takes !== "either" ||
    !(/^(?:ADP|ADV|NUM|PUNCT)$/.test(tokens[last]?.tag ?? "") || /^(?:next|this|last|again)$/.test(tokens[last]?.lower ?? "")) ||
    tokens[last]?.lower === "with"
  )
    return false;
  let head = first - 1;
  while (head > start && tokens[head]?.tag !== "NOUN" && !/^(?:PUNCT|PRON|PROPN|CCONJ)$/.test(tokens[head]?.tag ?? "")) head--;
  const noun = tokens[head]?.lower ?? "";
  if (tokens[head]?.tag !== "NOUN" || !(jointBody.test(noun) || (noun.endsWith("s") && index.delegates.has(noun)))) return false;
  let from = head;
  while (from > start && /^(?:NOUN|ADJ|NUM|DET|PROPN)$/.test(tokens[from - 1]?.tag ?? "")) from--;
  // "the alliance's ministers", "its envoys": of one side.
  if (tokens.slice(Math.max(start, from - 1), head).some(({ lower }) => /^(?:['’]s?|its|his|her)$/.test(lower))) return false;
  return !within(mentions, from, head + 1).some(({ actor }) => partyOf(cast.entities.get(actor)) !== null);
}

/** A union of states, or its envoys; who speaks for it is one. */
function isBodyOfMany(cast: Cast, id: string, { collectives }: RoundsIndex): boolean {
  const entity = cast.entities.get(id);
  return entity?.kind !== "person" && collectives.has(partyOf(entity) ?? id);
}

/** More parties than it names: many by number or as a body of many; "a conference in X in March" of more than ask for it, but "on the margins of a conference" two may meet. */
export function isCrowd(sight: Sight, sentence: Sentence, trigger: Trigger, placed: boolean, people: readonly string[]): boolean {
  const { from, first, last, verb, kind } = trigger;
  const { doc, cast, index } = sight;
  const sides = partiesOf(people, cast).size;
  if (sides < 2 && placed && manyMeet(doc, sentence, trigger, index)) return true;
  if (manyIn(doc, sentence, index) || sides > 3 || people.some((id) => isBodyOfMany(cast, id, index))) return true;
  const wide = placed && doc.tokens[from - 1]?.lower !== "of" && !verb && kind !== "call" && sides !== 2;
  return wide && doc.tokens.slice(first, last).some(({ lower }) => index.wide.has(lower)) && !says(doc, sentence, index.joint);
}

/** Tokens from a meeting's noun to "will continue". */
const soon = 6;

/** "The talks are scheduled to continue on Tuesday", "the session goes on", "the round is expected to finish on Friday": words right behind the meeting's noun by which it goes on. */
export function continues({ tokens }: Doc, { last: end }: Sentence, { verb, kind, last, definite }: Trigger, index: RoundsIndex): boolean {
  if (verb || kind !== "talks") return false;
  if (/^(?:current|present|ongoing)$/.test(tokens[last - 2]?.lower ?? "") && definite) return true;
  const ends = tokens.slice(last, Math.min(end, last + soon)).findIndex(({ lemma }) => index.closing.has(lemma.toLowerCase()));
  if (ends > 0 && definite && /^(?:to|must|will|should)$/.test(tokens[last + ends - 1]?.lower ?? "")) return true;
  const on = phrasesIn(tokens, last, Math.min(end, last + soon), index.continuing)[0];
  return on !== undefined && tokens.slice(last, on.first).every(({ tag }) => tag !== "PUNCT" && tag !== "NOUN" && tag !== "PROPN");
}

const breaks = new Set(["suspend", "adjourn", "interrupt", "pause", "halt", "abandon", "quit", "leave", "boycott"]);

/** "likely to suspend their talks next week", "suspended the talks in October 2021": the day is that of the break, and not of the talks. */
export const isBreak = ({ tokens }: Doc, { verb, from }: Trigger): boolean =>
  !verb && tokens.slice(Math.max(0, from - 2), from).some(({ tag, lemma }) => tag === "VERB" && breaks.has(lemma.toLowerCase()));

const habits = new Set(["daily", "weekly", "regularly", "repeatedly", "constantly", "often", "frequently", "times"]);

/** Tokens from a verb to "almost daily". */
const besideHabit = 7;

/** "have since conferred by video almost daily": no call of its own. */
export const isHabit = ({ tokens }: Doc, { first }: Trigger, { last }: Sentence): boolean =>
  tokens.slice(first, Math.min(last, first + besideHabit)).some(({ lower }) => habits.has(lower));

/** Tokens between a noun and its verb: "talks in the capital in May 2016 broke down". */
const besideNoun = 10;

/** "talks ended", "negotiations in Lakeside have resumed": a noun that is the subject of a verb of beginning, going on or ending. */
export function runsOn({ tokens }: Doc, { last: end }: Sentence, { verb, last }: Trigger, index: RoundsIndex): boolean {
  if (verb) return false;
  const between = ["AUX", "ADV", ...(tokens[last]?.tag === "ADP" ? ["ADP", "DET", "ADJ", "NUM", "NOUN", "PROPN", "CCONJ"] : [])];
  const next = tokens.slice(last, Math.min(end, last + besideNoun)).find(({ tag }) => !between.includes(tag));
  if (next?.tag !== "VERB") return false;
  const word = next.lemma.toLowerCase();
  return [index.starting, index.resuming, index.closing].some((verbs) => verbs.has(word));
}
