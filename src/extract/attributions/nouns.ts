// Nouns and adjectives as cues: "X's demand that", "expressed hope that", "is ready to". Verbs have a file of their own.
import { questionWords } from "./between.ts";
import { borrowed, openers } from "./borrowed.ts";
import type { Candidate } from "./candidates.ts";
import type { WordCue } from "./compile.ts";
import { afterDay, type ContentKind, contentEnd, sentenceEnd } from "./ends.ts";
import { type Ground, isGenitive, isNominal, isOpening, isPossessive, isTensed, isTime, lower, matchPhrase, type Stretch, tagOf, together } from "./ground.ts";
import { clauseFollows, nounPhraseRight, startsNounPhrase } from "./noun-phrases.ts";
import { nounPhraseLeft } from "./noun-phrases-left.ts";
import { canSpeak } from "./speakers.ts";
import { subjectLeft, verbGroup } from "./subjects.ts";

const copulas = new Set(["be", "remain", "seem", "become", "feel", "stay", "sound", "look", "grow", "appear"]);

/** What the noun at `i` reports: "X's demand that", "expressed hope that", "a call by X for", "fears that". */
export function nounCandidate(g: Ground, i: number): Candidate | null {
  const existential = ["is", "are", "was", "were"].includes(lower(g, i - 1)) && lower(g, i - 2) === "there";
  if (tagOf(g, i) !== "NOUN" && !existential && !(tagOf(g, i) === "VERB" && (determinedBefore(g, i) || g.index.lightVerbs.has(g.tokens[i - 1]?.lemma ?? ""))))
    return null;
  const match = matchPhrase(g, i, g.index.nouns);
  if (!match || matchPhrase(g, i, g.index.notCues) || matchPhrase(g, i - 1, g.index.notCues)) return null;
  let first = i;
  while (
    first > i - 5 &&
    together(g, first - 1, i) &&
    (["ADJ", "NUM", "ADV"].includes(tagOf(g, first - 1)) ||
      (tagOf(g, first - 1) === "VERB" && lower(g, first - 1).endsWith("ing") && !g.index.verbs.has(lower(g, first - 1))) ||
      (tagOf(g, first - 1) === "NOUN" && tagOf(g, first - 2) !== "PART" && first === i))
  )
    first--;
  const before = ownerBefore(g, first);
  // "threw their support to", "voiced his hope that": who does it says it
  const isOwn = before !== null && isPossessive(g, before.first) && before.cueFirst === before.first + 1;
  const voiced = isOwn ? lightVerb(g, before.first) : null;
  const owner = voiced ? { ...voiced.source, cueFirst: voiced.first } : before;
  const named = owner && namedBehind(g, match.last);
  if (owner && named) return make({ first: owner.cueFirst, last: match.last }, owner, named);
  const agent = owner ? null : agentAfter(g, match.last);
  const light = owner || agent ? null : lightVerb(g, first);
  const afterAgent = agent ? agent.last : match.last;
  const subjectPosition = !light && !finiteBefore(g, first);
  const reported = introducedBy(g, afterAgent, match.value, subjectPosition);
  const bare = !determinedBefore(g, first);
  // "amid fears the truce would collapse"
  if (
    !owner &&
    !agent &&
    !light &&
    bare &&
    tagOf(g, first - 1) === "ADP" &&
    match.value.with.has("that") &&
    /[^s]s$/.test(lower(g, i)) &&
    clauseFollows(g, match.last)
  )
    return make({ first, last: match.last }, null, { first: match.last, last: contentEnd(g, match.last, { kind: "clause", form: null, untilComma: false }) });
  if (!reported) return null;
  const cueLast = agent ? match.last : reported.cueLast;
  if (owner) {
    if (reported.kind === "phrase" && !canSpeak(g, owner, true)) return null;
    return make({ first: owner.cueFirst, last: cueLast }, owner, reported.content);
  }
  if (agent) return canSpeak(g, agent, false) ? make({ first, last: cueLast }, agent, reported.content) : null;
  if (light) return canSpeak(g, light.source, true) ? make({ first: light.first, last: cueLast }, light.source, reported.content) : null;
  const callsFor = lower(g, i) === "calls" && lower(g, match.last) === "for";
  if (existential && reported.kind === "clause") return make({ first, last: cueLast }, null, reported.content);
  if (callsFor || ((bare || existential || tagOf(g, first - 1) === "ADP") && lower(g, match.last) === "that"))
    return make({ first, last: cueLast }, null, reported.content);
  return null;
}

const make = (cue: Stretch, source: Stretch | null, content: Stretch): Candidate => ({
  cue,
  source: source && { first: source.first, last: source.last },
  content: [content],
  form: null,
  hedged: false,
  fronted: false,
});

const determinedBefore = (g: Ground, i: number): boolean => tagOf(g, i - 1) === "DET" || isPossessive(g, i - 1) || isGenitive(g, i - 1);

/** "X's" or "her" before the noun; `cueFirst` is the token after it. */
function ownerBefore(g: Ground, first: number): (Stretch & { cueFirst: number }) | null {
  const before = first - 1;
  if (!together(g, before, first)) return null;
  if (isPossessive(g, before)) return ["my", "our", "whose"].includes(lower(g, before)) ? null : { first: before, last: first, cueFirst: first };
  if (!isGenitive(g, before)) return null;
  const start = nounPhraseLeft(g, before);
  if (start < 0) return null;
  return { first: start, last: first, cueFirst: first };
}

/** "The youth wing's answer: “…”", "their argument is simple: …": what comes behind the colon. */
function namedBehind(g: Ground, i: number): Stretch | null {
  let colon = i;
  if (["is", "was"].includes(lower(g, i))) for (colon = i + 1; colon < i + 4 && ["ADV", "ADJ"].includes(tagOf(g, colon)); ) colon++;
  if (lower(g, colon) !== ":" || !together(g, colon - 1, i)) return null;
  const end = sentenceEnd(g, colon);
  if (isOpening(g, colon + 1)) return { first: colon + 1, last: contentEnd(g, colon + 1, { kind: "clause", form: null, untilComma: false }) };
  return end > colon + 1 ? { first: colon + 1, last: end } : null;
}

/** "a call by the union for", "the contention of the minister that". */
function agentAfter(g: Ground, i: number): Stretch | null {
  if (!["by", "from", "of"].includes(lower(g, i))) return null;
  const last = nounPhraseRight(g, i + 1);
  if (last === i + 1 || isTime(g, i + 1) || (lower(g, i) === "of" && lower(g, last) !== "that")) return null;
  return { first: i + 1, last };
}

/** The verb whose subject has the thought or says the words: "expressed", "has", "issued". */
function lightVerb(g: Ground, first: number): { source: Stretch; first: number } | null {
  let i = first - 1;
  while (i > first - 4 && together(g, i, first) && (tagOf(g, i) === "DET" || tagOf(g, i) === "ADV" || lower(g, i) === "no")) i--;
  const token = g.tokens[i];
  if (!token || !together(g, i, first) || (token.tag !== "VERB" && token.tag !== "AUX")) return null;
  const lemma = token.lemma.toLowerCase();
  if (!g.index.lightVerbs.has(lemma)) return null;
  const group = verbGroup(g, i, false);
  // "welcomed the text while voicing concern over": the subject of the verb before
  const isBeside = lower(g, i).endsWith("ing") && openers.has(lower(g, i - 1));
  const subject = isBeside ? borrowed(g, group, "ing", []) : subjectLeft(g, group.first);
  return subject ? { source: { first: subject.first, last: subject.last }, first: group.first } : null;
}

function finiteBefore(g: Ground, i: number): boolean {
  for (let k = i - 1; k > i - 40 && together(g, k, i); k--) {
    if (isTensed(g, k)) return true;
    if (lower(g, k) === ";" || tagOf(g, k) === "SCONJ" || lower(g, k) === "that") return false;
  }
  return false;
}

interface Reported {
  content: Stretch;
  cueLast: number;
  kind: ContentKind;
}

/** The content after a noun or adjective that ends before `i`. */
function introducedBy(g: Ground, after: number, cue: WordCue, subjectPosition: boolean, cueIsNoun = true): Reported | null {
  // "the committee's advice on Friday that"
  const dated = afterDay(g, after);
  const i = lower(g, dated) === "that" ? dated : after;
  const end = sentenceEnd(g, i - 1);
  if (i >= end) return null;
  const word = lower(g, i);
  const run = (from: number, kind: ContentKind): Stretch => {
    const last = contentEnd(g, from, { kind, form: null, untilComma: subjectPosition });
    return { first: from, last: subjectPosition ? beforeMainVerb(g, from, last, kind) : last };
  };
  // "a different conclusion: that", "is not so sure: the figures"
  if (word === ":" && cue.with.has("that") && i + 1 < end && !subjectPosition && (!cueIsNoun || lower(g, i + 1) === "that"))
    return { content: { first: i + 1, last: end }, cueLast: i, kind: "clause" };
  // "X's fear is that"
  if ((word === "is" || word === "was") && lower(g, i + 1) === "that" && cueIsNoun && subjectPosition && clauseFollows(g, i + 2))
    return { content: { first: i + 1, last: contentEnd(g, i + 1, { kind: "clause", form: null, untilComma: false }) }, cueLast: i, kind: "clause" };
  if (
    word === "that" &&
    cue.with.has("that") &&
    tagOf(g, i) !== "DET" &&
    (clauseFollows(g, i + 1) || isOpening(g, i + 1) || tagOf(g, i + 1) === "PRON" || tagOf(g, i + 1) === "SCONJ" || tagOf(g, i) === "SCONJ")
  )
    return { content: run(i, "clause"), cueLast: i, kind: "clause" };
  if (word === "to" && cue.with.has("to") && (tagOf(g, i + 1) === "VERB" || tagOf(g, i + 1) === "AUX"))
    return { content: run(i, "infinitive"), cueLast: i, kind: "infinitive" };
  if (word === "not" && lower(g, i + 1) === "to" && cue.with.has("to")) return { content: run(i, "infinitive"), cueLast: i, kind: "infinitive" };
  if ((word === "whether" || (questionWords.has(word) && !cueIsNoun) || word === "how") && cue.with.has("whether"))
    return { content: run(i, "clause"), cueLast: i, kind: "clause" };
  // "speculation in the corridors that": the place or the time between the noun and its clause.
  if (tagOf(g, i) === "ADP" && cue.with.has("that") && !subjectPosition) {
    const that = nounPhraseRight(g, i + 1);
    if (that > i + 1 && that < end && lower(g, that) === "that" && tagOf(g, that) === "SCONJ" && clauseFollows(g, that + 1))
      return { content: run(that, "clause"), cueLast: i, kind: "clause" };
  }
  if (
    word !== "that" &&
    cue.with.has(word) &&
    (tagOf(g, i) === "ADP" || tagOf(g, i) === "PART" || tagOf(g, i) === "SCONJ") &&
    i + 1 < end &&
    !isTime(g, i + 1) &&
    (startsNounPhrase(g, i + 1) || tagOf(g, i + 1) === "VERB" || isOpening(g, i + 1) || tagOf(g, i + 1) === "PRON" || questionWords.has(lower(g, i + 1)))
  )
    return { content: run(i + 1, "phrase"), cueLast: i + 1, kind: "phrase" };
  return null;
}

/** In a subject, the content ends before the sentence's own verb: "the demand that he resign | was ignored". */
function beforeMainVerb(g: Ground, from: number, last: number, kind: ContentKind): number {
  let verbs = kind === "clause" ? 0 : 1;
  for (let i = from + 1; i < last; i++) {
    if (!together(g, i, from)) {
      if (verbs === 0 && isTensed(g, i)) verbs = 1;
      continue;
    }
    if (["who", "which", "that"].includes(lower(g, i)) && i > from) verbs--;
    const bareBe = lower(g, i) === "be" && tagOf(g, i - 1) !== "AUX" && lower(g, i - 1) !== "to" && lower(g, i - 1) !== "not";
    const own = bareBe || (isTensed(g, i) && tagOf(g, i - 1) !== "AUX");
    const participle =
      tagOf(g, i) === "VERB" &&
      !copulas.has(g.tokens[i]?.lemma ?? "") &&
      /ed$|wn$|en$/.test(lower(g, i)) &&
      (lower(g, i + 1) === "by" || (isNominal(g, i - 1) && tagOf(g, i + 1) === "ADP"));
    const infinitive = kind === "infinitive" && tagOf(g, i) === "VERB" && g.tokens[i]?.lemma === lower(g, i) && !/s$/.test(lower(g, i));
    const afterAdverbs = tagOf(g, i - 1) === "ADV" && lower(g, i - 2) === "to";
    if (!own || participle || infinitive || afterAdverbs || ["been", "being"].includes(lower(g, i))) continue;
    if (verbs >= 1) return i;
    verbs++;
  }
  return last;
}

/** What the adjective at `i` reports: "is ready to", "remains opposed to", "was critical of". */
export function adjectiveCandidate(g: Ground, i: number): Candidate | null {
  const match = matchPhrase(g, i, g.index.adjectives);
  if (!match || tagOf(g, i) === "NOUN") return null;
  let j = i - 1;
  while (
    j > i - 6 &&
    together(g, j, i) &&
    (tagOf(g, j) === "ADV" ||
      lower(g, j) === "not" ||
      lower(g, j) === "n't" ||
      (tagOf(g, j) === "CCONJ" && tagOf(g, j - 1) === "ADJ") ||
      (tagOf(g, j) === "ADJ" && tagOf(g, j + 1) === "CCONJ"))
  )
    j--;
  const copula = g.tokens[j];
  if (
    !copula ||
    !together(g, j, i) ||
    (copula.tag !== "AUX" && copula.tag !== "VERB") ||
    !copulas.has(copula.lower === "'s" || copula.lower === "'re" || copula.lower === "'m" ? "be" : copula.lemma.toLowerCase())
  )
    return null;
  const group = verbGroup(g, j, false);
  const subject = subjectLeft(g, group.first);
  if (!subject || !canSpeak(g, subject, false)) return null;
  const reported = directObject(g, match.last, match.value) ?? introducedBy(g, match.last, match.value, false, false) ?? bareClause(g, match.last, match.value);
  if (!reported) return null;
  return {
    ...make({ first: group.first, last: reported.cueLast }, subject, reported.content),
    form: /^(?:is|are|'s|'re)$|[^s]s$/.test(copula.lower) ? "s" : "past",
  };
}

/** "is against a meeting". */
function directObject(g: Ground, i: number, cue: WordCue): Reported | null {
  if (!cue.with.has("object") || (!startsNounPhrase(g, i) && !(tagOf(g, i) === "VERB" && lower(g, i).endsWith("ing")))) return null;
  return { content: { first: i, last: contentEnd(g, i, { kind: "phrase", form: null, untilComma: false }) }, cueLast: i, kind: "phrase" };
}

/** "is confident the bill will pass". */
function bareClause(g: Ground, i: number, cue: WordCue): Reported | null {
  if (!cue.with.has("that") || !startsNounPhrase(g, i) || !clauseFollows(g, i)) return null;
  return { content: { first: i, last: contentEnd(g, i, { kind: "clause", form: null, untilComma: false }) }, cueLast: i, kind: "clause" };
}
