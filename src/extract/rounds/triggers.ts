// Words of a sentence that can make a round, with what the words around them do to it: denied, wished for, planned. Knows no actors.
import type { RoundKind } from "../../domain/vocabulary.ts";
import type { Doc, Sentence, Token } from "../types.ts";
import { ellipsisAt } from "./ellipsis.ts";
import { fits, goesTo, isFulfilment, isHandover, isOfThing, isThing, particleEnd } from "./frames.ts";
import { denies, type Mood, moodAt, unrealBefore } from "./mood.ts";
import { hasPhrase, phraseAt, phrasesIn } from "./phrases.ts";
import type { MeetingVerb, RoundsIndex } from "./words.ts";

export interface Trigger {
  first: number;
  /** Exclusive. */
  last: number;
  kind: RoundKind;
  firm: boolean;
  verb: boolean;
  takes: MeetingVerb["takes"] | null;
  /** A verb of what delegations do at a table, which needs a foreign city and a day. */
  table: boolean;
  /** No word for a meeting at all: two parties named as doing one thing together. */
  scene: boolean;
  /** First token of the noun phrase around a noun; the verb itself for a verb. */
  from: number;
  /** "the talks", "that meeting": points to what the text told before. */
  definite: boolean;
  denied: boolean;
  unreal: boolean;
  /** Unreal by a word of arrangement alone: with a day to come it is a plan. */
  arranged: boolean;
}

/** A verb's trigger. `isWish`: arranged whatever its mood. */
export function actAt(
  first: number,
  last: number,
  kind: RoundKind,
  takes: MeetingVerb["takes"],
  table: boolean,
  scene: boolean,
  { denied, unreal, arranged }: Mood,
  isWish = false,
): Trigger {
  return {
    first,
    last,
    kind,
    firm: true,
    verb: true,
    takes,
    table,
    scene,
    from: first,
    definite: false,
    denied,
    unreal: unreal || isWish,
    arranged: arranged || isWish,
  };
}

/** The same meeting by more words. */
function extended(
  { firm, verb, takes, table, scene, from, definite, denied, unreal, arranged }: Trigger,
  kind: RoundKind,
  first: number,
  last: number,
): Trigger {
  return { first, last, kind, firm, verb, takes, table, scene, from, definite, denied, unreal, arranged };
}

/** Words that stand before a noun phrase whose meeting took or takes place: nobody wishes for what one speaks after. */
const factual = new Set(["at", "after", "during", "in", "following", "since", "before", "from", "of", "ahead"]);
/** With these before it a definite noun is a fixed point in time, an indefinite one a hope. */
const fixed = new Set(["until", "till", "before", "once", "when", "since", "by"]);

/** Tokens that may stand between a meeting and the verb that it is the subject of. */
const longestSubject = 14;

/** Tokens from "what" to the verb of "what A and B call C". */
const longestNamer = 8;

/** No sentence of prose tells of more meetings; what does is a list of words, and would cost time. */
const maxTriggers = 16;

/** All triggers of `sentence`, in order; phrases that only look so are passed over. */
export function findTriggers(doc: Doc, sentence: Sentence, index: RoundsIndex): Trigger[] {
  const { tokens } = doc;
  const found: Trigger[] = [];
  let i = sentence.first;
  while (i < sentence.last && found.length < maxTriggers) {
    const not = phraseAt(tokens, i, sentence.last, index.not);
    if (not) {
      i = not.last;
      continue;
    }
    const hit = nounAt(doc, i, sentence, index) ?? ellipsisAt(doc, i, sentence, found.at(-1), index) ?? verbAt(doc, i, sentence, index);
    const counts =
      hit !== null &&
      !isOnMargins(tokens, hit.from, index) &&
      !(hit.verb && hit.takes === "place" && isHeld(tokens, found.at(-1), i)) &&
      !ofOneBody(tokens, hit, sentence, index);
    const before = found.at(-1);
    // "a face-to-face meeting", "the summit talks": one noun phrase is one meeting.
    if (hit && counts && before && !before.verb && !hit.verb && before.last === hit.first)
      found.splice(-1, 1, extended(before, before.kind, hit.first, hit.last));
    // "spoke by video link": one call.
    else if (
      hit &&
      counts &&
      before?.verb &&
      !before.table &&
      hit.kind === "call" &&
      !hit.verb &&
      tokens[hit.from - 1]?.lower === "by" &&
      hit.from - before.last <= 3
    )
      found.splice(-1, 1, extended(before, "call", before.first, hit.last));
    // "negotiated face to face": how they did it.
    else if (hit && counts && before?.verb && before.takes === "either" && !before.table && !hit.verb && !hit.table && hit.from === before.last)
      found.splice(-1, 1, extended(before, before.kind, before.first, hit.last));
    // "the second round of direct talks": a part of talks, and the whole.
    else if (
      hit &&
      counts &&
      before &&
      !before.verb &&
      !before.table &&
      !hit.verb &&
      !hit.table &&
      before.last === hit.from - 1 &&
      tokens[before.last]?.lower === "of"
    )
      found.splice(-1, 1, extended(before, before.kind, before.first, hit.last));
    else if (hit && counts) found.push(hit);
    i = hit && !(hit.table && hit.verb) ? hit.last : i + 1;
  }
  return found;
}

/** "A second sitting was convened": the verb says no more than that the noun took place. */
function isHeld(tokens: readonly Token[], noun: Trigger | undefined, verb: number): boolean {
  if (!noun || noun.verb || noun.table || verb - noun.last > longestSubject) return false;
  const gap = tokens.slice(noun.last, verb);
  const helper = gap.findIndex(({ tag }) => tag === "AUX");
  // "a meeting of Norland and the rebels due in the capital"
  const isOfSides = /^(?:of|between)$/.test(gap[0]?.lower ?? "") && gap.every(({ tag }) => ["ADP", "ADJ", "DET", "NOUN", "PROPN", "CCONJ"].includes(tag));
  if (helper < 0) return gap.every(({ tag }) => tag === "ADV" || tag === "PART") || (isOfSides && tokens[verb]?.lower === "due");
  // "A further round under northern auspices is expected in the capital"
  return gap.every(({ tag }, k) => (k < helper ? ["ADP", "ADJ", "DET", "NOUN", "PROPN", "NUM", "ADV", "PART", "CCONJ"] : ["AUX", "ADV", "PART"]).includes(tag));
}

/** "The council met", "a court opened its session": a body by itself, which holds no round. */
function ofOneBody(tokens: readonly Token[], trigger: Trigger, sentence: Sentence, index: RoundsIndex): boolean {
  if (trigger.table || (!trigger.verb && tokens[trigger.from]?.lower !== "its")) return false;
  for (let k = trigger.from - 1; k >= Math.max(sentence.first, trigger.from - 8); k--) {
    const { lower, tag } = tokens[k] as Token;
    if (index.ownBodies.has(lower)) return true;
    if (tag === "PUNCT" || lower === "and" || lower === "with" || (trigger.verb && tag !== "AUX" && tag !== "ADV" && tag !== "PART")) return false;
  }
  return false;
}

/** "a visit to the old shrine": nobody is met there. */
function seesSight(tokens: readonly Token[], from: number, { last }: Sentence, { sights }: RoundsIndex): boolean {
  if (tokens[from]?.lower !== "to") return false;
  for (let i = from + 1; i < Math.min(last, from + 6); i++) {
    const { lower, tag } = tokens[i] as Token;
    if (sights.has(lower) || sights.has(lower.replace(/s$/, ""))) return true;
    if (!["DET", "ADJ", "NOUN", "PROPN"].includes(tag)) return false;
  }
  return false;
}

function nounAt(doc: Doc, i: number, sentence: Sentence, index: RoundsIndex): Trigger | null {
  const { tokens } = doc;
  const hit = phraseAt(tokens, i, sentence.last, index.nouns);
  if (!hit) return null;
  const token = tokens[i] as Token;
  const before = i > sentence.first ? (tokens[i - 1] as Token) : null;
  if (hit.last === i + 1 && token.tag !== "NOUN" && token.tag !== "PROPN") {
    const nominal = before !== null && (["DET", "ADJ", "NUM", "PROPN"].includes(before.tag) || before.lower === "'s" || before.lower === "of");
    if (!nominal || token.tag === "ADP") return null;
    // "what the Norlanders call the sixth session"
    if (token.tag === "VERB" && before?.tag === "PROPN" && tokens[i + 1]?.tag === "DET") return null;
  }
  const next = tokens[i + 1];
  if (
    hit.last === i + 1 &&
    token.lower.endsWith("ing") &&
    before &&
    !["DET", "ADJ", "NUM"].includes(before.tag) &&
    before.lower !== "'s" &&
    next &&
    ["ADJ", "PROPN", "DET"].includes(next.tag)
  )
    return null;
  // "on his daily call with journalists"
  if (tokens[hit.last]?.lower === "with" && index.handedOver.has(tokens[hit.last + 1]?.lower ?? "")) return null;
  if (hit.value.kind === "visit" && seesSight(tokens, hit.last, sentence, index)) return null;
  // "a conference hotel": what stands behind it is meant.
  if (hit.last === i + 1 && isModifier(tokens, hit.last, sentence, index)) return null;
  const from = phraseStart(tokens, i, sentence, index);
  // "told a gathering of elders", "a video address to a conference": whom somebody spoke before.
  if (/^an?$/.test((tokens[from] as Token).lower) && isAddressed(tokens, from, index)) return null;
  const lead = from > sentence.first ? (tokens[from - 1] as Token).lower : "";
  const inside = tokens.slice(from, i);
  const article = (tokens[from] as Token).lower;
  const isDenied =
    inside.some(({ lower }) => lower === "no") ||
    ["no", "not", "without", "nor"].includes(lead) ||
    (!["since", "after", "following", "until"].includes(lead) &&
      denies(tokens, from, sentence, index) &&
      !hasPhrase(tokens, Math.max(sentence.first, from - 5), from, index.cancelled)) ||
    isVoid(tokens, from, hit.last, sentence, index);
  // "agreed to take part in a meeting"
  const takesPart = lead === "in" && /^(?:part|participate)$/.test(tokens[from - 2]?.lemma.toLowerCase() ?? "");
  const isCertain = (factual.has(lead) && !takesPart) || (fixed.has(lead) && (article === "the" || inside.some(({ lower }) => lower === "'s")));
  const { unreal, arranged } =
    lead === "about" && article.startsWith("a") && article.length < 3
      ? { unreal: true, arranged: true }
      : unrealBefore(tokens, from, sentence, index, isCertain);
  return {
    first: i,
    last: hit.last,
    kind: hit.value.kind,
    firm: hit.value.firm,
    verb: false,
    takes: null,
    table: hit.value.scene,
    scene: false,
    from,
    definite: ["the", "that", "this", "these", "those", "its", "their", "his", "her", "both"].includes(article),
    denied: isDenied,
    unreal,
    arranged,
  };
}

/** "on the margins of a summit in the capital", "on the sidelines of the Northern Union meeting": what they met beside. */
function isOnMargins(tokens: readonly Token[], from: number, { margins }: RoundsIndex): boolean {
  let k = from - 1;
  while (tokens[k]?.tag === "PROPN" || tokens[k]?.tag === "DET") k--;
  return tokens[k]?.lower === "of" && margins.has(tokens[k - 1]?.lower ?? "");
}

function verbAt(doc: Doc, i: number, sentence: Sentence, index: RoundsIndex): Trigger | null {
  const { tokens } = doc;
  const token = tokens[i] as Token;
  const gerund = token.tag === "NOUN" && token.lower.endsWith("ing");
  // "the delegations return to Lakeside": the tagger takes some verbs of travel for nouns.
  const travels = token.tag === "NOUN" && index.going.has(token.lower) && tokens[i + 1]?.lower === "to" && ["PROPN", "NOUN"].includes(tokens[i - 1]?.tag ?? "");
  if (!gerund && !travels && token.tag !== "VERB" && !((token.tag === "ADJ" || token.tag === "ADV") && index.verbs.has(token.lower))) return null;
  const lemma = gerund ? token.lower.slice(0, -3) : token.lemma.toLowerCase();
  if (gerund && tokens[i - 1]?.tag === "DET") return null;
  const made = (last: number, kind: RoundKind, takes: MeetingVerb["takes"], table: boolean, isWish = false): Trigger =>
    actAt(i, last, kind, takes, table, false, moodAt(tokens, i, sentence, index), isWish);
  for (const verb of index.verbs.get(lemma) ?? []) {
    const last = particleEnd(tokens, i, sentence, verb);
    if (last === null || !fits(tokens, last, sentence, verb)) continue;
    // "the group that prefers to be called A", "the so-called B": a name, and no call.
    if (verb.kind === "call" && lemma === "call" && isNamed(tokens, i)) continue;
    // "expected in August"
    if (verb.takes === "place" && index.months.has(tokens[last]?.lower ?? "")) continue;
    if (verb.takes === "either" && isFulfilment(tokens, last, sentence, index)) continue;
    // "welcomed the signing", "hosts a base"
    if (verb.people_only && isOfThing(doc, last, sentence, index)) continue;
    if (verb.takes === "party" && index.bringing.has(lemma) && isThing(tokens, last, sentence, index)) continue;
    return made(last, verb.kind, verb.takes, false);
  }
  if (lemma === "invite" && goesTo(tokens, i, sentence, index)) return made(i + 1, "talks", "place", false, true);
  if (index.going.has(lemma) && goesTo(tokens, i, sentence, index)) return made(i + 1, "visit", "place", false);
  if (index.tableActs.has(lemma) && !isHandover(tokens, i, sentence, index)) return made(i + 1, "talks", "place", true);
  return null;
}

/** "talks that never took place"; "the talks planned for May did not take place" were a plan at least. */
function isVoid(tokens: readonly Token[], from: number, last: number, sentence: Sentence, index: RoundsIndex): boolean {
  const nothing = phrasesIn(tokens, last, sentence.last, index.void)[0];
  // "Friday's meeting did not take place": one that had been planned.
  if (nothing === undefined || (tokens[from] as Token).lower === "the" || tokens.slice(from, last).some(({ lower }) => lower === "'s")) return false;
  return !tokens.slice(from, nothing.first).some(({ lower }) => index.planned.has(lower));
}

/** Whether a common noun of another thing follows right behind a meeting's noun. */
function isModifier(tokens: readonly Token[], next: number, { last }: Sentence, index: RoundsIndex): boolean {
  const after = tokens[next];
  if (next >= last || after?.tag !== "NOUN" || after.text !== after.lower || index.months.has(after.lower)) return false;
  return index.sites.has(after.lower) || index.towns.has(after.lower);
}

function isAddressed(tokens: readonly Token[], from: number, index: RoundsIndex): boolean {
  const before = tokens[from - 1];
  const word = before?.lower === "to" ? tokens[from - 2] : before;
  return word !== undefined && index.addressing.has(word.lemma.toLowerCase()) && (before?.lower === "to" || word.tag === "VERB");
}

/** Whether "call" gives a name: in the passive, behind "so-", "a town called A", "what A calls B", "who call themselves B". */
function isNamed(tokens: readonly Token[], i: number): boolean {
  if (/^(?:him|her|it|them|our|your)sel(?:f|ves)$/.test(tokens[i + 1]?.lower ?? "")) return true;
  const before = tokens[i - 1]?.lower === "-" ? tokens[i - 2]?.lower : tokens[i - 1]?.lower;
  if ((tokens[i] as Token).lower === "called" && /^(?:be|been|is|are|was|were|so|also|being)$/.test(before ?? "")) return true;
  if ((tokens[i] as Token).lower === "called" && tokens[i - 1]?.tag === "NOUN" && /^an?$/.test(tokens[i - 2]?.lower ?? "")) return true;
  for (let k = i - 1; k > i - longestNamer && tokens[k]?.sentence === tokens[i]?.sentence; k--) {
    const { lower, tag } = tokens[k] as Token;
    if (lower === "what" || lower === "whom" || lower === "which") return tokens[k - 1]?.tag !== "ADP";
    if (tag === "VERB" || tag === "PUNCT") return false;
  }
  return false;
}

/** The first token of the noun phrase that ends before `i`. */
function phraseStart(tokens: readonly Token[], i: number, sentence: Sentence, index: RoundsIndex): number {
  let from = i;
  while (from > sentence.first) {
    const { tag, lower } = tokens[from - 1] as Token;
    const inside =
      ["ADJ", "NOUN", "PROPN", "NUM"].includes(tag) ||
      ["-", "–", "'s", "'"].includes(lower) ||
      index.back.has(lower) ||
      index.forward.has(lower) ||
      index.ordinals.has(lower);
    // "Rebels, Lakeside end third round of talks": what stands before a number that is no article or genitive is the subject.
    if (from < i && (tag === "NOUN" || tag === "PROPN") && index.ordinals.has((tokens[from] as Token).lower)) return from;
    if (tag === "DET" || (tag === "PRON" && /^(his|her|its|their|our|my|this|that|these|those)$/.test(lower))) return from - 1;
    if (!inside) return from;
    from--;
  }
  return from;
}

/** Whether a phrase of `phrases` stands in the sentence. */
export function says(doc: Doc, sentence: Sentence, phrases: RoundsIndex["cancelled"]): boolean {
  return hasPhrase(doc.tokens, sentence.first, sentence.last, phrases);
}
