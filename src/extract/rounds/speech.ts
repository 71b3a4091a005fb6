// Who speaks of a meeting, and whether he was there. Finds no meeting itself.
import { partyOf } from "../party.ts";
import { seek } from "../seek.ts";
import type { Doc, Mention, Range, Sentence, Token } from "../types.ts";
import { behindLength } from "./governors.ts";
import { within } from "./people.ts";
import { partiesOf, type Sight } from "./sight.ts";
import type { Trigger } from "./triggers.ts";
import type { RoundsIndex } from "./words.ts";

const speaksOfSelf = /\b(?:I|we|We|our|Our|my|My|us|me)\b/;

/** Who reports a meeting takes no part in it, save where he speaks of himself: "A said that B and C had met" against "we met, A said". */
export function onlySays({ doc, said, index }: Sight, mention: Mention, trigger: Trigger): boolean {
  const [from, to] = [(doc.tokens[mention.first] as Token).start, (doc.tokens[Math.max(mention.first, mention.last - 1)] as Token).end];
  const at = (doc.tokens[trigger.first] as Token).start;
  const phrase = (doc.tokens[trigger.from] as Token).start;
  return (said[(doc.tokens[trigger.first] as Token).sentence] ?? []).some(({ source, cue, content }) => {
    if (!source || source.start > from || source.end < to) return false;
    // "A held talks": what looks like a verb of opinion has the talks for its object.
    if (cue && !trigger.verb && content.some(({ start }) => start === phrase) && cueHolds(doc, cue, trigger, index)) return false;
    if (cue && isSetting(doc, cue, trigger, index)) return false;
    const words = content.find(({ start, end }) => start <= at && at < end);
    if (words && isOwnDeed(doc, words, trigger)) return false;
    return words !== undefined && !speaksOfSelf.test(doc.text.slice(Math.max(words.start, at - 200), Math.min(words.end, at + 120)));
  });
}

/**
 * "A and B agreed on a truce, C said after talks in X": A and B, who did so there, where only who makes it known is named as the subject of the talks. Empty where
 * fewer than two parties did it, or he is one of them.
 */
export function sidesTold({ doc, said, mentions, cast }: Sight, { verb, from }: Trigger, present: readonly Mention[]): Mention[] {
  if (verb || present.length === 0) return [];
  const { tokens } = doc;
  if (!/^(?:after|following|at|during)$/.test(tokens[behindLength(doc, from, 0) - 1]?.lower ?? "")) return [];
  const start = (tokens[(present[0] as Mention).first] as Token).start;
  const teller = said[(tokens[from] as Token).sentence]?.find(
    ({ source, content }) => source !== null && source.start <= start && start < source.end && content.every(({ end }) => end <= source.start),
  );
  const words = teller?.content[0];
  if (!words) return [];
  const first = seek(tokens, words.start);
  let last = first;
  while (tokens[last] && (tokens[last] as Token).start < words.end && !/^(?:VERB|AUX)$/.test((tokens[last] as Token).tag)) last++;
  const sides = within(mentions, first, last).filter(({ acts }) => acts);
  const parties = partiesOf(
    sides.map(({ actor }) => actor),
    cast,
  );
  return parties.size > 1 && !present.some(({ actor }) => parties.has(partyOf(cast.entities.get(actor)) ?? actor)) ? sides : [];
}

/** Tokens from "reports that" to what they tell. */
const hearsay = 30;
/** Tokens from what they tell to "were false". */
const verdict = 20;

/** "A denied a report that B and C would meet", "reports that they would meet were wrong": what somebody says is not so. What was "at talks in X" was held, whatever is denied of it. */
export function isDisputed({ doc: { tokens, text }, said }: Sight, { first, last }: Sentence, trigger: Trigger): boolean {
  const { start, sentence } = tokens[trigger.first] as Token;
  if (!trigger.verb && /^(?:at|during|after|following|since|from|in)$/.test(tokens[trigger.from - 1]?.lower ?? "")) return false;
  const denied = said[sentence]?.some(
    ({ cue, content }) =>
      cue !== null && content.some((range) => range.start <= start && start < range.end) && /\bden(?:y|ies|ied|ying)\b/i.test(text.slice(cue.start, cue.end)),
  );
  if (denied) return true;
  const from = Math.max(first, trigger.first - hearsay);
  const told = tokens.slice(from, trigger.first).findLastIndex(({ lower }) => /^(?:reports?|rumou?rs?|claims?)$/.test(lower));
  if (told < 0 || !/^(?:that|of)$/.test(tokens[from + told + 1]?.lower ?? "")) return false;
  return tokens
    .slice(trigger.last, Math.min(last, trigger.last + verdict))
    .some(
      ({ lower }, k, after) =>
        /^(?:false|wrong|untrue|baseless|unfounded|incorrect)$/.test(lower) && (after[k - 1]?.tag === "AUX" || after[k - 1]?.lemma === "prove"),
    );
}

/** "hopes to visit", "offered to meet B": who says so would do it himself, where "promised to send an envoy" is another's journey. */
function isOwnDeed({ tokens }: Doc, { start }: Range, { verb, first, last, takes }: Trigger): boolean {
  if (takes === "place" && !["ADP", "ADV", "PART"].includes(tokens[last]?.tag ?? "")) return false;
  let k = first - 1;
  while (tokens[k]?.tag === "ADV") k--;
  return verb && tokens[k]?.lower === "to" && (tokens[k] as Token).start === start;
}

/** Whether a mention is who says the words in which the token `at` stands, of others than himself. */
export function tellsOf({ doc, said }: Sight, mention: Mention, at: number): boolean {
  const [from, to] = [(doc.tokens[mention.first] as Token).start, (doc.tokens[Math.max(mention.first, mention.last - 1)] as Token).end];
  const { start: word, sentence } = doc.tokens[at] as Token;
  return (said[sentence] ?? []).some(({ source, content }) => {
    if (!source || source.start > from || source.end < to) return false;
    const words = content.find(({ start, end }) => start <= word && word < end);
    return words !== undefined && !speaksOfSelf.test(doc.text.slice(Math.max(words.start, word - 200), Math.min(words.end, word + 120)));
  });
}

/** "A and B agreed on a truce during talks": the talks are where they did so, and not what they speak of. */
function isSetting({ tokens }: Doc, cue: Range, { verb, from }: Trigger, index: RoundsIndex): boolean {
  if (verb || !["during", "at", "in", "after", "following"].includes(tokens[from - 1]?.lower ?? "")) return false;
  return tokens
    .slice(Math.max(0, from - 14), from)
    .some(({ start, end, tag, lemma }) => tag === "VERB" && cue.start <= start && end <= cue.end && index.tableActs.has(lemma.toLowerCase()));
}

function cueHolds({ tokens }: Doc, cue: Range, { from }: Trigger, index: RoundsIndex): boolean {
  return tokens
    .slice(Math.max(0, from - 3), from)
    .some(({ start, end, lemma }) => cue.start <= start && end <= cue.end && index.subjects.has(lemma.toLowerCase()));
}

/** "We met B, A said": the speaker, as the subject of a verb that the words "we" or "I" lead to. Null where nobody is known to speak. */
export function weSpeak({ doc, said, cast }: Sight, trigger: Trigger, sentence: Sentence): Mention | null {
  if (!trigger.verb) return null;
  for (let k = trigger.first - 1; k >= Math.max(sentence.first, trigger.first - 4); k--) {
    const { lower, tag, start, end } = doc.tokens[k] as Token;
    if (lower === "we" || lower === "i") {
      const speaker = said[(doc.tokens[k] as Token).sentence]?.find(({ content }) =>
        content.some((range) => range.start <= start && end <= range.end),
      )?.speaker;
      return speaker && cast.entities.has(speaker) ? { start, end, first: k, last: k + 1, actor: speaker, form: "pronoun", acts: true } : null;
    }
    if (!["AUX", "ADV", "PART", "VERB"].includes(tag)) return null;
  }
  return null;
}
