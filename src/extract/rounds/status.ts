// How a round stands as of the article: by its date, the tense of its words and what is said of it.
import type { RoundStatus } from "../../domain/vocabulary.ts";
import { boundsOf } from "../dates/calendar.ts";
import { type Tense, tenseAt, verbTense } from "../dates/tense.ts";
import type { DateMention } from "../dates/types.ts";
import type { Doc, Sentence, Token } from "../types.ts";
import { hasPhrase, phrasesIn } from "./phrases.ts";
import type { Sight } from "./sight.ts";
import { says, type Trigger } from "./triggers.ts";
import type { RoundsIndex } from "./words.ts";

/** Tokens from a meeting's noun to "being arranged". */
const arranging = 12;

export function statusOf(sight: Sight, sentence: Sentence, trigger: Trigger, when: string | null): RoundStatus {
  const { doc, anchor, index, datesIndex } = sight;
  const today = anchor !== null && /^\d{4}-\d\d-\d\d$/.test(anchor) ? anchor : null;
  const { from, to } = boundsOf(when);
  if (trigger.denied || failed(doc, sentence, trigger, index)) return "cancelled";
  if (isCancelled(doc, sentence, trigger, index))
    return today && from && from > today && putOffUntil(doc, sentence, trigger, index) !== null ? "planned" : "cancelled";
  if (today && from && from > today) return "planned";
  if (wasToBe(doc, sentence, trigger)) return today && to && to < today ? "unclear" : "planned";
  if (today && to && to < today) return "held";
  const own = trigger.verb || doc.tokens.slice(trigger.last, trigger.last + 2).some(({ tag }) => tag === "VERB");
  const before = doc.tokens.slice(Math.max(sentence.first, trigger.from - 6), trigger.from).map(({ lower }) => lower);
  const near = [...before, ...doc.tokens.slice(trigger.from, Math.min(sentence.last, trigger.last + 8)).map(({ lower }) => lower)];
  const planned = near.some((word) => index.planned.has(word));
  if (trigger.scene && isAhead(doc, sentence, trigger)) return "planned";
  const tense: Tense | null = trigger.verb
    ? (verbTense(doc, trigger.first, sentence) ?? progressive(doc, trigger.first, sentence))
    : (helperTense(doc, sentence, trigger) ?? ownTense(sight, sentence, trigger) ?? tenseAt(doc, trigger.from, trigger.last, datesIndex));
  if (!trigger.verb && isPrepared(doc, trigger)) return "planned";
  if (says(doc, sentence, index.holdingNow)) return isClosed(doc, sentence, index) ? "held" : "ongoing";
  if (today && to === today) {
    if (near.includes("will") || (planned && tense !== "past") || isToBe(doc, trigger)) return "planned";
    return tense === "present" && own && !trigger.table && trigger.kind !== "visit" ? "planned" : "held";
  }
  const lead = doc.tokens[trigger.from - 1]?.lower ?? "";
  // "after talks", "after seeing B"
  if (["after", "following"].includes(lead) && (!trigger.verb || (doc.tokens[trigger.first] as Token).lower.endsWith("ing"))) return "held";
  const inside = doc.tokens.slice(trigger.from, trigger.first);
  if (inside.some(({ lower }) => index.back.has(lower))) return "held";
  if (inside.some(({ lower }) => index.forward.has(lower))) return "planned";
  if (trigger.kind === "contact" && tense !== "past") return "ongoing";
  if (says(doc, sentence, index.ongoing) && tense !== "past") return "ongoing";
  if (tense === "future" || (planned && tense !== "past")) return "planned";
  // "A, greeting the delegations in the palace, told them": as he did what the sentence tells.
  const beside = doc.tokens[trigger.first - 1]?.lower === ",";
  if (tense !== "past" && trigger.verb && !beside && (doc.tokens[trigger.first] as Token).lower.endsWith("ing")) return "ongoing";
  return "held";
}

/** "are to meet": told on the day itself, it is yet to come. */
function isToBe({ tokens }: Doc, { verb, first }: Trigger): boolean {
  return verb && tokens[first - 1]?.lower === "to" && /^(?:is|are)$/.test(tokens[first - 2]?.lower ?? "");
}

/** "plan to meet", "will sit down": whether what stands for a meeting is a verb of what is to come. */
export function isAhead(doc: Doc, sentence: Sentence, { first }: Trigger): boolean {
  return doc.tokens[first]?.tag === "VERB" && verbTense(doc, first, sentence) === "future";
}

/** Tokens from "have agreed" to the meeting that is agreed on. */
const agreeing = 8;

/** "have agreed in principle to a second meeting in X": what the sides agree on is a plan, though they name no day. */
export function isAgreed({ tokens }: Doc, { first }: Sentence, { from }: Trigger): boolean {
  const before = tokens.slice(Math.max(first, from - agreeing), from).map(({ lower }) => lower);
  const at = before.lastIndexOf("agreed");
  return at >= 0 && before.slice(at).some((word) => word === "to" || word === "on");
}

/** "A call is being arranged": what is still made ready. */
function isPrepared({ tokens }: Doc, { last }: Trigger): boolean {
  const being = tokens.slice(last, last + arranging).findIndex(({ lower }) => lower === "being");
  const verb = tokens[last + being + 1]?.lemma.toLowerCase();
  return being > 0 && /^(?:is|are)$/.test(tokens[last + being - 1]?.lower ?? "") && /^(?:arrange|prepare|plan|organi[sz]e|discuss|set)$/.test(verb ?? "");
}

/** "finished a second day of talks", "the third day ends": what was going on is over. */
function isClosed({ tokens }: Doc, { first, last }: Sentence, index: RoundsIndex): boolean {
  const day = tokens.slice(first, last).findIndex(({ lower }) => lower === "day");
  if (day < 0) return false;
  return tokens.slice(Math.max(first, first + day - 5), first + day + 3).some(({ tag, lemma }) => tag === "VERB" && index.closing.has(lemma.toLowerCase()));
}

/** "the third will be held", "talks were broken off": of the verb whose helper stands right behind the noun; null where none does. */
function helperTense(doc: Doc, sentence: Sentence, { last }: Trigger): Tense | null {
  const group = doc.tokens.slice(last, Math.min(sentence.last, last + 4));
  const verb = group[0]?.tag === "AUX" ? group.findIndex(({ tag }) => tag === "VERB") : -1;
  return verb < 0 ? null : verbTense(doc, last + verb, sentence);
}

/** "A said that talks will go on": the verb of what is said, where the one before the noun only says it. Null where it is not that, or has no verb. */
function ownTense({ doc, said }: Sight, sentence: Sentence, { first, from, last }: Trigger): Tense | null {
  const at = (doc.tokens[first] as Token).start;
  const before = doc.tokens.slice(sentence.first, from).findLast(({ tag }) => tag === "VERB");
  const says = said[(doc.tokens[first] as Token).sentence]?.some(
    ({ cue, content }) => before && cue && cue.start <= before.start && before.end <= cue.end && content.some(({ start, end }) => start <= at && at < end),
  );
  if (!says) return null;
  for (let i = last; i < Math.min(sentence.last, last + 9); i++) {
    const { lower, tag } = doc.tokens[i] as Token;
    if (lower === "which" || lower === "who" || (tag === "PUNCT" && lower !== '"')) return null;
    const tense = verbTense(doc, i, sentence);
    if (tense) return tense;
  }
  return null;
}

/** "has been put off", "was cancelled", "called off the talks": said of the trigger, not of something beside it. */
export function isCancelled(doc: Doc, sentence: Sentence, trigger: Trigger, index: RoundsIndex): boolean {
  return phrasesIn(doc.tokens, sentence.first, sentence.last, index.cancelled).some(({ first, last }) => {
    // "was postponed by three hours"; not "was cancelled at the last minute"
    if (doc.tokens.slice(last, last + 4).some(({ lower }, k) => /^(?:hours?|minutes?)$/.test(lower) && doc.tokens[last + k - 1]?.lower !== "last"))
      return false;
    // "was due in the capital on Monday but cancelled his trip"
    const own = /^(?:his|her|its|their|the)$/.test(doc.tokens[last]?.lower ?? "") && /^(?:trip|visit|journey|tour)$/.test(doc.tokens[last + 1]?.lower ?? "");
    if (own && trigger.verb && trigger.kind === "visit" && first > trigger.last) return true;
    const passive = doc.tokens.slice(Math.max(sentence.first, first - 2), first + 1).some(({ tag, lower }) => tag === "AUX" || lower === "been");
    return passive || (last <= trigger.first && trigger.from - last <= 3);
  });
}

/** "the talks due on Monday never took place", "fell through": a plan that came to nothing. */
function failed({ tokens }: Doc, sentence: Sentence, { verb, last }: Trigger, index: RoundsIndex): boolean {
  return !verb && [index.failing, index.void].some((words) => hasPhrase(tokens, last, sentence.last, words));
}

/** "the talks were put off until next week": the token behind "until", from which on they are told of anew; null where they are not put off so. */
export function putOffUntil({ tokens }: Doc, sentence: Sentence, trigger: Trigger, index: RoundsIndex): number | null {
  const off = phrasesIn(tokens, trigger.last, sentence.last, index.cancelled)[0];
  if (off === undefined || endsClause(tokens, trigger.last, off.first)) return null;
  return ["until", "till", "to"].includes(tokens[off.last]?.lower ?? "") ? off.last + 1 : null;
}

/** "the session was moved from Thursday to Saturday": where the later of the dates begins; null where the meeting is moved to no date. */
export function movedTo({ tokens }: Doc, sentence: Sentence, trigger: Trigger, dates: readonly DateMention[], index: RoundsIndex): number | null {
  const move = phrasesIn(tokens, trigger.last, sentence.last, index.moved)[0];
  if (move === undefined || endsClause(tokens, trigger.last, move.first)) return null;
  const to = tokens.slice(move.last, move.last + 6).findIndex(({ lower }) => ["to", "for", "until"].includes(lower));
  return to >= 0 && dates.some(({ first }) => first === move.last + to + 1) ? move.last + to + 1 : null;
}

const endsClause = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ tag, lower }) => tag === "PUNCT" || lower === "but");

/** "was called off on Tuesday": whether a day that is not to come is that of the calling off. */
export function isOfCalling({ doc, anchor, index }: Sight, sentence: Sentence, { last }: Trigger, { first, when }: DateMention): boolean {
  if (when === null || anchor === null || when > anchor) return false;
  return phrasesIn(doc.tokens, last, sentence.last, index.cancelled).some((off) => off.last <= first && first - off.last <= 1);
}

/** "were to meet", "had been due to meet": a plan of which the text does not say what became. */
function wasToBe({ tokens }: Doc, sentence: Sentence, trigger: Trigger): boolean {
  const word = (i: number) => (i >= sentence.first ? (tokens[i] as Token).lower : "");
  const to = trigger.from - (word(trigger.from - 1) === "be" || word(trigger.from - 2) === "to" ? 2 : 1);
  if (word(to) !== "to") return false;
  return /^(was|were)$/.test(word(to - 1)) || (/^(due|set|scheduled|expected|supposed|planned)$/.test(word(to - 1)) && /^(was|were|been)$/.test(word(to - 2)));
}

function progressive(doc: Doc, i: number, sentence: Sentence): Tense | null {
  for (let k = i - 1; k >= Math.max(sentence.first, i - 3); k--) {
    const { lower } = doc.tokens[k] as Token;
    if (lower === "was" || lower === "were" || lower === "had") return "past";
    if (lower === "is" || lower === "are") return "present";
  }
  return null;
}
