// Cues after or inside what they report: “…,” said X; …, X said, …. Needs a cue that can stand so.

import { bordersContent, closesWords, isQuoteEnd } from "./borders.ts";
import type { Candidate, CueMatch } from "./candidates.ts";
import type { VerbForm } from "./compile.ts";
import { contentEnd, ownCue, sentenceEnd } from "./ends.ts";
import { bodyStart, type Ground, isNominal, isOpening, isPossessive, isTensed, isTime, lower, relatives, type Stretch, tagOf, together } from "./ground.ts";
import { clauseFollows, mainClauseAfter, nounPhraseRight, startsNounPhrase } from "./noun-phrases.ts";
import { nounPhraseLeft } from "./noun-phrases-left.ts";
import { standAlone } from "./retag.ts";
import { canSpeak } from "./speakers.ts";
import { type Subject, subjectLeft, type VerbGroup } from "./subjects.ts";

/** "Norland, which had pushed for cuts, said nothing" */
const nobody = new Set(["nothing", "little", "no", "it", "him", "them", "us", "me"]);

/** Content that ends before the cue's clause, with the source; null where the cue does not stand that way. */
export function frontContent(g: Ground, group: VerbGroup, { cue, last }: CueMatch, form: VerbForm): Pick<Candidate, "cue" | "source" | "content"> | null {
  const sentence = g.doc.sentences[g.tokens[group.verb]?.sentence ?? -1];
  if (!sentence) return null;
  const end = sentenceEnd(g, group.verb);
  const inverted =
    !group.auxiliary &&
    (form === "past" || form === "s" || severalBehind(g, last)) &&
    bordersContent(g, group.first, sentence.first) &&
    startsNounPhrase(g, last) &&
    g.marks[last] !== 1 &&
    !nobody.has(lower(g, last));
  const before = inverted && !isQuoteEnd(g, group.first - 1) ? subjectLeft(g, group.first) : null;
  const described = before !== null && cue.takes.has("hearer") && lower(g, group.first - 1) === "," && bordersContent(g, before.first, sentence.first);
  // "Marn, who speaks for the group, told", "The draft, tabled on Monday, proposes": nothing but the subject stands before.
  const alone =
    before?.relative === "none" &&
    before.first === bodyStart(g, sentence) &&
    (cue.takes.has("hearer") || cue.takes.has("object") || !canSpeak(g, { first: last, last: nounPhraseRight(g, last) }, true)) &&
    lower(g, group.first - 1) === "," &&
    canSpeak(g, before, true);
  const behindName = alone || (before !== null && before.relative === "none" && (isQuoteEnd(g, before.first - 1) || (described && canSpeak(g, before, false))));
  return framed(g, group, { cue, last }, inverted && !behindName, bodyStart(g, sentence), end);
}

/** ", say his friends" */
const severalBehind = (g: Ground, first: number): boolean =>
  ["those", "some", "many", "others", "critics"].includes(lower(g, first)) || /[^s]s$/.test(lower(g, nounPhraseRight(g, first) - 1));

/** The same, once it is known on which side of the cue the speaker stands. */
function framed(
  g: Ground,
  group: VerbGroup,
  { cue, last }: CueMatch,
  inverted: boolean,
  sentenceFirst: number,
  end: number,
): Pick<Candidate, "cue" | "source" | "content"> | null {
  const found = inverted ? { first: last, last: invertedEnd(g, last, end), relative: "none" as const } : subjectLeft(g, group.first);
  const subject = inverted ? found : widened(g, found);
  if (subject?.relative !== "none" || (nobody.has(lower(g, subject.first)) && subject.last === subject.first + 1 && lower(g, subject.first) !== "it"))
    return null;
  if (!inverted && group.auxiliary && lower(g, group.first) === "will" && !canSpeak(g, subject, true)) return null;
  if (inverted && cue.takes.has("object") && !canSpeak(g, subject, false)) return null;
  const start = inverted ? group.first : subject.first;
  const border = start - 1;
  if (!inverted && lower(g, border) === "as") return asClause(g, group, last, subject, sentenceFirst, end);
  if (!inverted && !bordersContent(g, start, sentenceFirst)) return null;
  const afterQuote = isQuoteEnd(g, border) || closesWords(g, border);
  let after = inverted ? subject.last : last;
  if (cue.takes.has("hearer")) after = skipAdjuncts(g, nounPhraseRight(g, after, true), end, true);
  else after = skipAdjuncts(g, after, end, afterQuote);
  if (!afterQuote) {
    if (!cue.takes.has("front") || (inverted && ["a", "an"].includes(lower(g, subject.first)) && !canSpeak(g, subject, true))) return null;
    if (lower(g, after) === ":" && !inverted) return null;
    const resumes = lower(g, after) === "," && (isTensed(g, after + 1) || (inverted && isOpening(g, after + 1)));
    const curt =
      inverted &&
      after >= end &&
      border - sentenceFirst <= maxCurt &&
      lower(g, border - 2) !== "," &&
      !isTime(g, sentenceFirst) &&
      tagOf(g, sentenceFirst) !== "ADP" &&
      canSpeak(g, subject, false);
    if (inverted && !curt && !hasVerb(g, leftContent(g, sentenceFirst, border).first, border) && !resumes) return null;
    if (after < end && !/^[,;.:?!–—)]$/.test(lower(g, after))) return null;
    if (cue.takes.has("hearer") && after < end && !/^[,;]$/.test(lower(g, after))) return null;
    const closes = after >= end && border - sentenceFirst > 8 && startsNounPhrase(g, sentenceFirst) && !isTime(g, sentenceFirst) && canSpeak(g, subject, true);
    const answer = after >= end && tagOf(g, sentenceFirst) === "INTJ";
    if (!resumes && !closes && !curt && !answer && !hasClause(g, sentenceFirst, border) && !(lower(g, after) === "," && clauseFollows(g, after + 1)))
      return null;
    // "When asked whether he would go, Marn replied, “No.”": when it was said, and not what.
    const isAnswer = isOpening(g, after) || isOpening(g, after + 1);
    if (opensSubordinate(g, sentenceFirst) && (after >= end || isAnswer) && !mainClauseAfter(g, sentenceFirst, border)) return null;
  } else if (!inverted && lower(g, border - 1) === "." && (lower(g, after) === ":" || (after < end && isLowerWord(g, after)))) return null;
  if (lower(g, sentenceFirst) === "asked" && group.first !== sentenceFirst && !isOpening(g, sentenceFirst)) return null;
  const content = [leftContent(g, sentenceFirst, border)];
  const quoted = isQuoteEnd(g, border);
  const broken = isTensed(g, border - 1) && tagOf(g, border - 1) !== "NOUN";
  const whole = quoted || (!broken && hasVerb(g, sentenceFirst, border) && !opensSubordinate(g, sentenceFirst) && lower(g, sentenceFirst) !== "what");
  const right = continuation(g, after, end, quoted, whole);
  if (right) content.push(right);
  return { cue: { first: group.first, last }, source: { first: subject.first, last: subject.last }, content };
}

/** "Not so, counters Mr. Marn." */
const maxCurt = 3;

/** ", two officials and a source said": the list that ends in the subject, back to the comma. */
function widened(g: Ground, subject: Subject | null): Subject | null {
  if (!subject || lower(g, subject.first - 1) !== "and") return subject;
  const first = nounPhraseLeft(g, subject.first - 1);
  return first > 0 && lower(g, first - 1) === "," && together(g, first - 1, subject.first) ? { first, last: subject.last, relative: "none" } : subject;
}

/** "…, as X made clear on Friday": what stands before is reported. "As X said, …": what comes after. */
function asClause(
  g: Ground,
  group: VerbGroup,
  last: number,
  subject: Stretch,
  sentenceFirst: number,
  end: number,
): Pick<Candidate, "cue" | "source" | "content"> | null {
  // "as the truce appeared to hold"
  if (!canSpeak(g, subject, true)) return null;
  const as = subject.first - 1;
  const after = skipAdjuncts(g, last, end, false);
  const cue = { first: group.first, last };
  const source = { first: subject.first, last: subject.last };
  if (as === sentenceFirst)
    return lower(g, after) === "," && after + 1 < end
      ? { cue, source, content: [{ first: after + 1, last: contentEnd(g, after + 1, { kind: "clause", form: "past", untilComma: false }) }] }
      : null;
  if (lower(g, after) === "," && isTensed(g, after + 1) && relatives.has(lower(g, as - 2))) return { cue, source, content: [{ first: after + 1, last: end }] };
  if ((after < end && lower(g, after) !== ",") || lower(g, as - 1) !== "," || !hasClause(g, sentenceFirst, as - 1)) return null;
  return { cue, source, content: [{ first: sentenceFirst, last: as - 1 }] };
}

const isLowerWord = (g: Ground, i: number): boolean => /^\p{Ll}/u.test(g.tokens[i]?.text ?? "") && tagOf(g, i) !== "ADP" && tagOf(g, i) !== "ADV";

/** From the sentence's first word, or from the opening of the quotation that ends at the border. */
function leftContent(g: Ground, sentenceFirst: number, border: number): Stretch {
  const quote = g.doc.quotes[g.zone[border] ?? -1];
  const last = isQuoteEnd(g, border) ? border + 1 : border;
  if (!quote || !isQuoteEnd(g, border)) {
    let first = border - 1;
    while (first > sentenceFirst && lower(g, first - 1) !== ";") first--;
    // `"… . They have no choice" but to go, said X`: the words began sentences ago.
    const begun = g.doc.quotes[g.zone[first] ?? -1];
    return { first: Math.min(begun && first === sentenceFirst ? begun.first - 1 : first, last), last };
  }
  const open = quote.first - 1;
  if (lower(g, open - 1) === "(") return { first: open, last };
  if (open <= sentenceFirst) return { first: Math.max(0, open), last };
  // `…, he warned, "…," Marn told the paper`: the words are said once
  if (lower(g, open - 1) === "," && g.index.verbs.get(lower(g, open - 2))?.cues.some((cue) => cue.takes.has("quote"))) return { first: open, last };
  // `"…," she said, but after a while, "…," said X`
  for (let i = open - 1; i >= sentenceFirst; i--) if (lower(g, i) === ":" || (g.zone[i] as number) >= 0) return { first: open, last };
  return { first: sentenceFirst, last };
}

function hasVerb(g: Ground, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (isTensed(g, i) && !(tagOf(g, i) === "VERB" && tagOf(g, i - 1) === "DET" && !standAlone.has(lower(g, i - 1)))) return true;
  return false;
}

function hasClause(g: Ground, first: number, last: number): boolean {
  if (hasVerb(g, first, last)) return true;
  // "What the voters want, he said," and a bare noun phrase before a split: "The deal, she argued, would".
  let end = last;
  while (end > first && tagOf(g, end - 1) === "PUNCT") end--;
  return last - first <= 8 && tagOf(g, first) !== "ADP" && tagOf(g, first) !== "ADV" && !isTime(g, first) && endsNounPhrase(g, first, end - 1);
}

/** A noun, or "the proposed fine" that the tagger takes for an adjective. */
const endsNounPhrase = (g: Ground, first: number, i: number): boolean => isNominal(g, i) || (tagOf(g, i) === "ADJ" && i > first && tagOf(g, first) === "DET");

const opensSubordinate = (g: Ground, first: number): boolean =>
  ["when", "while", "after", "before", "as", "although", "though", "because", "since", "once", "if", "asked"].includes(lower(g, first)) ||
  (tagOf(g, first) === "VERB" &&
    /(?:ing|ed)$/.test(lower(g, first)) &&
    !isGerundSubject(g, first) &&
    !(lower(g, first).endsWith("ed") && isNominal(g, first + 1)));

/** "Pulling back the army is no option": a verb follows before any comma. */
function isGerundSubject(g: Ground, first: number): boolean {
  for (let i = first + 1; i < first + 16 && together(g, first, i); i++) {
    if (lower(g, i) === "," || ["that", "who", "which"].includes(lower(g, i))) return false;
    if (isTensed(g, i)) return lower(g, first).endsWith("ing");
  }
  return false;
}

const circumstances = new Set(["after", "before", "as", "when", "while", "during", "since"]);

/** Steps over "on Monday", "in a statement", "at a rally in Northtown" after the cue. */
function skipAdjuncts(g: Ground, from: number, end: number, free: boolean): number {
  let j = from;
  for (let step = 0; step < 6 && j < end; step++) {
    if (lower(g, j - 1) === "condition" && lower(g, j - 2) === "on") return end;
    if (circumstances.has(lower(g, j)) && (clauseFollows(g, j + 1) || lower(g, j + 1).endsWith("ing"))) return end;
    if (tagOf(g, j) === "VERB" && /(?:ed|wn|en)$/.test(lower(g, j)) && isNominal(g, j - 1) && (isTime(g, j + 1) || tagOf(g, j + 1) === "ADP")) j++;
    else if (tagOf(g, j) === "ADP" && lower(g, j + 1).endsWith("ing") && tagOf(g, j + 1) === "VERB") j += 2;
    else if (tagOf(g, j) === "ADP" && lower(g, j) !== "that") {
      const k = nounPhraseRight(g, j + 1, true);
      if (k === j + 1) return j;
      j = k;
    } else if (lower(g, j) === "following") {
      const k = nounPhraseRight(g, j + 1, true);
      if (k === j + 1) return j;
      j = k;
    } else if (tagOf(g, j) === "ADV" || isTime(g, j)) j += lower(g, j + 1) === "and" && tagOf(g, j + 2) === "ADV" ? 2 : 1;
    else if (free && startsNounPhrase(g, j) && step === 0) j = Math.max(j + 1, nounPhraseRight(g, j, true));
    else return j;
  }
  return j;
}

/** The speaker after the verb with the apposition that follows: "said Ingrid Moll, the party's deputy leader". */
function invertedEnd(g: Ground, first: number, end: number): number {
  const those = lower(g, first) === "those";
  if (tagOf(g, first) === "PRON" && !isPossessive(g, first) && !those && lower(g, first + 1) !== "of") return first + 1;
  let last = nounPhraseRight(g, first);
  const common = tagOf(g, last - 1) === "NOUN";
  const attached = those ? ["around", "with", "near", "in", "at", "from", "of"] : common ? ["of", "for", "from", "at", "in", "with", "to"] : ["of", "from"];
  while (
    last < end &&
    attached.includes(lower(g, last)) &&
    tagOf(g, last) !== "PUNCT" &&
    !isTime(g, last + 1) &&
    !(lower(g, last) === "in" && /^(?:an?|the|his|her|their)$/.test(lower(g, last + 1)))
  ) {
    const next = nounPhraseRight(g, last + 1);
    if (next === last + 1) break;
    last = next;
  }
  if (["who", "which", "that"].includes(lower(g, last))) {
    while (last < end && lower(g, last) !== "," && lower(g, last) !== ";") last++;
    return last;
  }
  // "said Ivo Marn, 44, a farmer"
  if (lower(g, last) === "," && tagOf(g, last + 1) === "NUM" && lower(g, last + 2) === ",") last += 2;
  if (lower(g, last) === "," && last + 1 < end) {
    const word = lower(g, last + 1);
    const apposition =
      (tagOf(g, last + 1) === "DET" || isNominal(g, last + 1) || tagOf(g, last + 1) === "ADJ" || word === "who" || word === "whose") &&
      !isOpening(g, last + 1) &&
      word !== "that";
    if (apposition) {
      let i = last + 1;
      while (i < end && lower(g, i) !== "," && !isOpening(g, i) && !/^[;:–—)]$/.test(lower(g, i))) i++;
      if (i - last < 30) last = i;
    }
  }
  return last;
}

/** What goes on after ", he said,": further quoted words, or the rest of a reported clause. */
function continuation(g: Ground, after: number, end: number, quoted: boolean, whole: boolean): Stretch | null {
  let j = after;
  if (/^[,;:–—]$/.test(lower(g, j))) j++;
  else if (!isOpening(g, j)) return null;
  if (j >= end && !isOpening(g, j)) return null;
  if (isOpening(g, j)) return { first: j, last: Math.max(j + 1, contentEnd(g, j, { kind: "clause", form: null, untilComma: false })) };
  // ", he said, and the utility has acknowledged": somebody else's
  if (quoted || (tagOf(g, j) === "CCONJ" && ownCue(g, j + 1))) return null;
  const word = lower(g, j);
  const asLongAs = word === "as" && ["long", "soon"].includes(lower(g, j + 1)) && lower(g, j + 2) === "as";
  const goesOn = asLongAs || (word === "rather" && lower(g, j + 1) === "than");
  if (
    !goesOn &&
    ((tagOf(g, j) === "VERB" && word.endsWith("ing")) ||
      ["who", "which", "according", "while", "as", "where", "after", "before", "although", "though"].includes(word) ||
      (word === "without" && lower(g, j + 1).endsWith("ing")))
  )
    return null;
  const onward =
    goesOn ||
    (tagOf(g, j) === "ADV" && lower(g, j + 1) === "that") ||
    ["CCONJ", "SCONJ", "PART"].includes(tagOf(g, j)) ||
    (tagOf(g, j) === "ADP" && !isTime(g, j + 1) && tagOf(g, j + 1) !== "PROPN");
  if (whole && !onward && !isTensed(g, j) && !clauseFollows(g, j)) return null;
  return { first: j, last: contentEnd(g, j, { kind: "clause", form: "past", untilComma: false }) };
}
