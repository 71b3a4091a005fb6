// What a verb reports to its right: a clause, an infinitive, a noun phrase, quoted words. Looks for no source.
import { afterTime, introduced, questionWords, thatBehind } from "./between.ts";
import type { CueMatch } from "./candidates.ts";
import type { VerbForm } from "./compile.ts";
import { type ContentKind, contentEnd, isParenthesis, sentenceEnd } from "./ends.ts";
import { blockOf, type Ground, isNominal, isOpening, isPossessive, isTensed, lower, type Stretch, tagOf } from "./ground.ts";
import { clauseFollows, mainClauseAfter, nounPhraseRight, reflexives, startsNounPhrase } from "./noun-phrases.ts";

export interface Complement {
  content: Stretch[];
  cueLast: number;
  kind: ContentKind;
  /** A clause without that, which a noun and a verb side by side can feign. */
  bare?: boolean;
}

/** What the cue reports to its right; null where nothing fits what it takes. */
export function complement(g: Ground, { cue, last }: CueMatch, form: VerbForm | null, untilComma: boolean): Complement | null {
  // "agreed to strengthen": an infinitive, and no noun phrase after "to"
  if (cue.rest.at(-1) === "to" && tagOf(g, last) === "VERB" && !lower(g, last).endsWith("ing")) return null;
  const end = sentenceEnd(g, last - 1);
  const to = (from: number, kind: ContentKind): Stretch => ({ first: from, last: contentEnd(g, from, { kind, form, untilComma }) });
  let j = lower(g, last) === "," && tagOf(g, last + 1) === "ADV" && lower(g, last + 2) === "," ? last + 3 : last;
  while (
    tagOf(g, j) === "ADV" &&
    tagOf(g, j + 1) !== "ADJ" &&
    tagOf(g, j + 1) !== "NUM" &&
    j < end &&
    lower(g, j) !== "how" &&
    lower(g, j) !== "when" &&
    lower(g, j) !== "why" &&
    lower(g, j) !== "where"
  )
    j++;
  const { takes } = cue;
  if (takes.has("hearer") && startsNounPhrase(g, j) && lower(g, j) !== "that" && !isOpening(g, j)) {
    const told = introduced(g, nounPhraseRight(g, j, true), end) ?? introduced(g, nounPhraseRight(g, j), end) ?? null;
    const after = told ?? afterTime(g, nounPhraseRight(g, j), end);
    const reported =
      (takes.has("object to") && lower(g, after) === "to" ? null : clauseAt(g, after, takes, to, end)) ??
      (after < end && clauseFollows(g, after) && !isTensed(g, after) ? { content: [to(after, "clause")], kind: "clause" as const } : null);
    if (reported) return { content: reported.content, cueLast: last, kind: reported.kind };
    const that = takes.has("that") ? thatBehind(g, j, end) : null;
    if (that !== null) return { content: [to(that, "clause")], cueLast: last, kind: "clause" };
  }
  if (takes.has("front") && ["yes", "no", "no."].includes(lower(g, j)) && j + 1 >= end)
    return { content: [{ first: j, last: j + 1 }], cueLast: last, kind: "clause" };
  const direct = clauseAt(g, j, takes, to, end);
  if (direct) return { content: direct.content, cueLast: last, kind: direct.kind };
  if (takes.has("that") || takes.has("quote") || takes.has("to")) {
    const later = introduced(g, j, end);
    const reported = later === null || later === j ? null : clauseAt(g, later, takes, to, end);
    if (reported) return { content: reported.content, cueLast: last, kind: reported.kind };
  }
  const start = afterTime(g, j, end);
  if (start >= end) return null;
  if (takes.has("object to") && startsNounPhrase(g, start)) {
    const k = objectEnd(g, start);
    if (lower(g, k) === "to" || (lower(g, k) === "not" && lower(g, k + 1) === "to"))
      return { content: [to(start, "infinitive")], cueLast: last, kind: "infinitive" };
    if (lower(g, k) === "from" && tagOf(g, k + 1) === "VERB") return { content: [to(start, "infinitive")], cueLast: last, kind: "phrase" };
  }
  if (
    takes.has("that") &&
    startsNounPhrase(g, start) &&
    !reflexive.has(lower(g, start)) &&
    !saysNothing(g, start) &&
    (clauseFollows(g, start) || describedSubject(g, start) || (!takes.has("object") && !takes.has("object as") && quotedVerb(g, start))) &&
    (cue.senses.has("speech") || !hangsOn(g, start))
  )
    return { content: [to(start, "clause")], cueLast: last, kind: "clause", bare: true };
  if (takes.has("that") && takes.has("front") && !takes.has("object") && !saysNothing(g, start) && opensClause(g, start, end))
    return { content: [to(start, "clause")], cueLast: last, kind: "clause", bare: true };
  // "insists it be formed first"
  if (takes.has("that") && tagOf(g, start) === "PRON" && lower(g, start + 1) === "be") return { content: [to(start, "clause")], cueLast: last, kind: "clause" };
  if (takes.has("that") && lower(g, start) === "there" && isTensed(g, start + 1)) return { content: [to(start, "clause")], cueLast: last, kind: "clause" };
  const phrase =
    startsNounPhrase(g, start) ||
    (tagOf(g, start) === "VERB" && isNominal(g, start + 1) && takes.has("object")) ||
    (tagOf(g, start) === "ADV" && ["ADJ", "NUM"].includes(tagOf(g, start + 1))) ||
    isOpening(g, start) ||
    (lower(g, start).endsWith("ing") && tagOf(g, start) === "VERB");
  // "showed Marn leading the mayor", "found her with a lead of six points"
  if (cue.senses.has("document") && phrase && !isOpening(g, start)) {
    const shown = nounPhraseRight(g, start);
    const isShown = (tagOf(g, shown) === "VERB" && lower(g, shown).endsWith("ing")) || lower(g, shown) === "with";
    if (shown < end && isShown && tagOf(g, shown - 1) === "PROPN") return { content: [to(start, "clause")], cueLast: last, kind: "clause" };
  }
  // "found no evidence of fraud"
  if (
    cue.senses.has("document") &&
    ["no", "little"].includes(lower(g, start)) &&
    (g.index.documents.has(lower(g, start + 1)) || g.index.nouns.has(lower(g, start + 1)))
  )
    return { content: [to(start, "phrase")], cueLast: last, kind: "phrase" };
  // "a demand that they called “a red line”", "what she described as “a mechanical thing”"
  if (takes.has("object as") && !takes.has("object") && g.marks[start] === 1 && start === last && afterMark(g, start, end) >= end)
    return { content: [to(start, "phrase")], cueLast: last, kind: "phrase" };
  if (takes.has("object as") && lower(g, start) === "as" && g.marks[start + 1] === 1)
    return { content: [to(start + 1, "phrase")], cueLast: start + 1, kind: "phrase" };
  if (takes.has("object as") && phrase && hasAdjunct(g, start, end)) return { content: [to(start, "phrase")], cueLast: last, kind: "phrase" };
  if (takes.has("object of") && phrase && holdsOf(g, start, end)) return { content: [to(start, "phrase")], cueLast: last, kind: "phrase" };
  if (takes.has("object at") && phrase && numbered(g, start, end)) return { content: [to(start, "phrase")], cueLast: last, kind: "phrase" };
  // "cited a lawmaker as saying": whom it cites says it.
  if (g.index.heardVerbs.has(cue.verb) && quotesSomebody(g, start)) return null;
  if (takes.has("object") && (phrase || questionWords.has(lower(g, start))) && !reflexive.has(lower(g, start)))
    return { content: [to(start, "phrase")], cueLast: last, kind: "phrase" };
  return null;
}

/** Longest subject of a clause without "that", in tokens. */
const maxSubject = 24;

/** "said captured officers would serve", "said three weeks in the city had": nouns and then a tensed verb, before any comma but a description's. */
function opensClause(g: Ground, start: number, end: number): boolean {
  if (!["NOUN", "PROPN", "DET", "NUM", "ADJ", "PRON", "VERB"].includes(tagOf(g, start)) || isOpening(g, start) || reflexive.has(lower(g, start))) return false;
  if (tagOf(g, start) === "VERB" && !isNominal(g, start + 1) && !lower(g, start).endsWith("ing")) return false;
  for (let i = start + 1; i < Math.min(start + maxSubject, end); i++) {
    if (tagOf(g, i) === "AUX" && isTensed(g, i)) return true;
    if (isTensed(g, i) && lower(g, i).endsWith("s")) return true;
    if (lower(g, i) === ";" || (lower(g, i) === "," && isParenthesis(g, i, end)) || questionWords.has(lower(g, i))) return false;
  }
  return false;
}

/** "say the suspect, a guard of 29, pledged": a description between commas, then the clause's verb. */
function describedSubject(g: Ground, start: number): boolean {
  const comma = nounPhraseRight(g, start);
  if (comma === start || lower(g, comma) !== "," || !(["a", "an", "the", "who"].includes(lower(g, comma + 1)) || tagOf(g, comma + 1) === "PROPN")) return false;
  for (let i = comma + 2; i < comma + 20 && g.tokens[i]?.sentence === g.tokens[start]?.sentence; i++)
    if (lower(g, i) === ",") return isTensed(g, tagOf(g, i + 1) === "ADV" ? i + 2 : i + 1);
  return false;
}

/** "said Norland “caused death”": the few quoted words begin with the clause's verb. */
function quotedVerb(g: Ground, start: number): boolean {
  const mark = nounPhraseRight(g, start, true);
  return mark > start && g.marks[mark] === 1 && tagOf(g, mark + 1) === "VERB" && isTensed(g, mark + 1);
}

/** "took over the part of a host of talks planned for May": a participle and no verb of a clause. */
function hangsOn(g: Ground, start: number): boolean {
  const verb = nounPhraseRight(g, start, true);
  return tagOf(g, verb) === "VERB" && /ed$/.test(lower(g, verb)) && (tagOf(g, verb + 1) === "ADP" || tagOf(g, verb + 1) === "PART");
}

/** "said nothing and the street was empty" */
const saysNothing = (g: Ground, i: number): boolean => ["nothing", "little", "something", "everything"].includes(lower(g, i)) && !isTensed(g, i + 1);

/** "the company of fraud", which looks like one noun phrase */
function holdsOf(g: Ground, start: number, end: number): boolean {
  const last = Math.min(end, nounPhraseRight(g, start) + 1);
  for (let i = start + 1; i < last; i++) if (lower(g, i) === "of") return true;
  return last <= end && ["against", "about"].includes(lower(g, last - 1));
}

/** "the toll at 31", "the number at about 80,000" */
function numbered(g: Ground, start: number, end: number): boolean {
  const at = nounPhraseRight(g, start, true);
  for (let i = Math.max(start + 1, at - 4); i <= at && i < end; i++)
    if (lower(g, i) === "at") return [i + 1, i + 2, i + 3].some((k) => tagOf(g, k) === "NUM" && nounPhraseRight(g, i + 1) > k);
  return false;
}

const quotesSomebody = (g: Ground, start: number): boolean => {
  const as = nounPhraseRight(g, start, true);
  return lower(g, as) === "as" && lower(g, as + 1).endsWith("ing");
};

const reflexive = new Set([...reflexives, "each", "so"]);

export type Run = (from: number, kind: ContentKind) => Stretch;

/** A that-clause, question, infinitive, quotation or colon at `j`. */
export function clauseAt(g: Ground, j: number, takes: ReadonlySet<string>, to: Run, end: number): Omit<Complement, "cueLast"> | null {
  if ((j >= end && lower(g, j) !== ":") || (lower(g, j - 1) === "condition" && lower(g, j - 2) === "on")) return null;
  const word = lower(g, j);
  const next = lower(g, j + 1);
  if (takes.has("that") && word === "that" && j + 1 < end && (tagOf(g, j + 1) !== "PUNCT" || next === '"' || (next === "," && j + 2 < end)))
    return { content: [to(j, "clause")], kind: "clause" };
  if (takes.has("that") && word === "that" && isOpening(g, j + 1)) return { content: [to(j, "clause")], kind: "clause" };
  if (takes.has("whether") && (questionWords.has(word) || (word === "if" && !takes.has("front")) || (word === "if" && takes.has("hearer"))))
    return { content: [to(j, "clause")], kind: "clause" };
  if (takes.has("that") && takes.has("front") && opensCondition(g, j, end)) return { content: [to(j, "clause")], kind: "clause" };
  if (takes.has("to") && word === "to" && ["VERB", "AUX", "ADV", "NOUN", "ADJ"].includes(tagOf(g, j + 1)) && !isNominalAfterTo(g, j + 1))
    return { content: [to(j, "infinitive")], kind: "infinitive" };
  if (takes.has("to") && word === "not" && next === "to") return { content: [to(j, "infinitive")], kind: "infinitive" };
  if (isOpening(g, j) && (takes.has("quote") || takes.has("that"))) return { content: [to(j, "clause")], kind: "clause" };
  if ((word === ":" || word === ",") && isOpening(g, j + 1) && (takes.has("quote") || takes.has("that") || takes.has("object")))
    return { content: [to(j + 1, "clause")], kind: "clause" };
  const below = word === ":" && j + 1 >= end ? (itemsBelow(g, j) ?? (takes.has("quote") ? paragraphBelow(g, j) : null)) : null;
  if (below) return { content: [below], kind: "clause" };
  if (word === ":" && (takes.has("quote") || takes.has("that")) && j + 1 < end) return { content: [{ first: j + 1, last: end }], kind: "clause" };
  return null;
}

const conditionals = new Set(["if", "unless", "once", "until", "should"]);

/** Longest condition, in tokens. */
const maxCondition = 60;

/** "said if the army leaves, the camps will open": a condition, and a clause behind its comma. */
const opensCondition = (g: Ground, from: number, end: number): boolean =>
  conditionals.has(lower(g, from)) && clauseFollows(g, from + 1) && mainClauseAfter(g, from, Math.min(end, from + maxCondition));

/** The list that a stem ending in this colon introduces; null where none follows. */
function itemsBelow(g: Ground, colon: number): Stretch | null {
  const block = g.doc.sentences[g.tokens[colon]?.sentence ?? -1]?.block;
  let last = colon + 1;
  while (g.doc.blocks[g.doc.sentences[g.tokens[last]?.sentence ?? -1]?.block ?? -1]?.stem === block && last < g.tokens.length) last++;
  return last > colon + 1 ? { first: colon + 1, last } : null;
}

/** Tokens of the shortest paragraph that is set off as somebody's words. */
const shortestSetOff = 8;

/** "In a letter he wrote:" and a paragraph without marks: what is set off below are the words; null where none stands there or it has marks of its own. */
function paragraphBelow(g: Ground, colon: number): Stretch | null {
  const first = colon + 1;
  const block = blockOf(g, first);
  if (block !== blockOf(g, colon) + 1 || g.doc.blocks[block]?.kind !== "paragraph" || g.marks[first] === 1) return null;
  let last = first;
  while (last < g.tokens.length && blockOf(g, last) === block) last++;
  return last - first >= shortestSetOff ? { first, last } : null;
}

/** "to" is a preposition before a noun phrase: "agreed to a truce". */
const isNominalAfterTo = (g: Ground, i: number): boolean =>
  tagOf(g, i) === "NOUN" && tagOf(g, i + 1) !== "DET" && !g.index.verbs.has(lower(g, i)) && tagOf(g, i + 1) !== "ADP";

/** End of an object before an infinitive: wide enough for "the army in the east to leave". */
function objectEnd(g: Ground, start: number): number {
  const narrow = nounPhraseRight(g, start);
  if (lower(g, narrow) === "to" || lower(g, narrow) === "not" || lower(g, narrow) === "from") return narrow;
  return nounPhraseRight(g, start, true);
}

/** Index after the few quoted words that open at `start`. */
function afterMark(g: Ground, start: number, end: number): number {
  let i = start + 1;
  while (i < end && g.marks[i] !== 2) i++;
  return i + 1;
}

/** "the plan a disaster", "the ruling as a victory", "the militia of shelling", "it “disqualifying”". */
function hasAdjunct(g: Ground, start: number, end: number): boolean {
  const k = isOpening(g, start) ? start + 1 : g.marks[start] === 1 ? afterMark(g, start, end) : nounPhraseRight(g, start);
  for (let i = start + 1; i <= Math.min(k, end - 1); i++) if (g.marks[i] === 1) return true;
  if (k >= end) return false;
  const word = lower(g, k);
  const wide = nounPhraseRight(g, start, true);
  if (
    wide < end &&
    wide > k &&
    (g.marks[wide] === 1 || tagOf(g, wide) === "ADJ" || lower(g, wide) === "as" || (tagOf(g, wide) === "ADV" && tagOf(g, wide + 1) === "ADJ"))
  )
    return true;
  if (["as", "of", "for", "over", "to", "with", "on"].includes(word) || isOpening(g, k)) return true;
  if (tagOf(g, start) === "PRON" && k === start + 1 && (isNominal(g, k) || isPossessive(g, k))) return true;
  return (tagOf(g, k) === "DET" && k > start) || (tagOf(g, k) === "ADJ" && k > start) || (tagOf(g, k) === "ADV" && tagOf(g, k + 1) === "ADJ");
}
