// Verbs as cues: who stands before or after them and what they report. Decides nothing between competing cues.
import { afterTime, introduced, questionWords } from "./between.ts";
import { absoluteBefore, aspectBefore, borrowed, documentBefore, openers, quotedBefore, spentBefore } from "./borrowed.ts";
import type { Candidate, CueMatch } from "./candidates.ts";
import type { VerbCue, VerbForm } from "./compile.ts";
import { type Complement, complement } from "./complements.ts";
import { contentEnd, describesWith, sentenceEnd } from "./ends.ts";
import { freeRelative } from "./free-relatives.ts";
import { frontContent } from "./fronted.ts";
import { type Ground, isNominal, isPossessive, isTensed, isTime, lower, matchPhrase, type Stretch, tagOf, together } from "./ground.ts";
import { leadingCue } from "./leading.ts";
import { nounPhraseRight, startsNounPhrase } from "./noun-phrases.ts";
import { objectRelative, passive, reduced } from "./passives.ts";
import { standAlone } from "./retag.ts";
import { canSpeak, headOf } from "./speakers.ts";
import { subjectLeft, type VerbGroup, verbGroup } from "./subjects.ts";

/** "anyone could judge" reports no judgement; nor does "should accept", "has to accept" or "would have accepted". */
const mereChance = new Set(["can", "could", "may", "might", "should", "must", "ought"]);
/** The candidate that the verb at `verb` makes; null where it is no cue there. `earlier` are the sentence's candidates so far. */
export function verbCandidate(g: Ground, verb: number, earlier: readonly Candidate[]): Candidate | null {
  const entry = g.index.verbs.get(lower(g, verb));
  if (!entry) return null;
  if (opensSentence(g, verb))
    for (const match of cuesAt(g, verb, entry.cues)) {
      const leading = leadingCue(g, verb, match, entry.form);
      if (leading) return leading;
    }
  if (!readsAsVerb(g, verb, entry.form)) return null;
  const group = verbGroup(g, verb, entry.form === "past");
  const heard = tagOf(g, verb - 1) === "VERB";
  if (group.auxiliary && !heard && (mereChance.has(lower(g, group.first)) || (lower(g, group.first) === "would" && lower(g, group.first + 1) === "have")))
    return null;
  if (group.infinitive && ["have", "need", "ought"].includes(g.tokens[group.first - 2]?.lemma ?? "")) return null;
  for (const match of cuesAt(g, verb, entry.cues)) {
    const candidate = group.passive ? passive(g, group, match, entry.form) : active(g, group, match, entry.form, earlier);
    if (candidate) return candidate;
  }
  return null;
}

function active(g: Ground, group: VerbGroup, match: CueMatch, form: VerbForm, earlier: readonly Candidate[]): Candidate | null {
  const loose = form === "ing" && !group.auxiliary;
  const aspect = aspectBefore(g, group);
  const whole = aspect ? { first: aspect.first, verb: group.verb, passive: group.passive, infinitive: false, auxiliary: group.auxiliary } : group;
  const fronted = !loose && (match.cue.takes.has("front") || match.cue.takes.has("quote")) ? frontContent(g, whole, match, form) : null;
  if (fronted) return { cue: fronted.cue, source: fronted.source, content: fronted.content, form, hedged: false, fronted: true };

  if (form === "past" && !group.auxiliary) {
    const byAgent = reduced(g, group.verb, match);
    if (byAgent) return { cue: byAgent.cue, source: byAgent.source, content: byAgent.content, form: null, hedged: false, fronted: false };
  }
  // "a letter, written by the mayor": by whoever "by" names, and not by whose letter it is
  if (form === "past" && !group.auxiliary && lower(g, group.first - 1) === "," && lower(g, match.last) === "by") return null;
  const when = lower(g, group.first - 1) === "when" && !group.auxiliary;
  const asked = form === "past" && (when || opensSentence(g, group.first)) ? askedAtFirst(g, match) : null;
  if (asked || (when && form === "past")) return asked;
  if (loose && match.cue.senses.has("document") && !match.cue.senses.has("decree") && lower(g, group.first - 1) === ",") return null;
  if (aspect) {
    const subject = subjectLeft(g, aspect.first);
    if (subject) return told(g, whole, match, form, subject, subject.relative === "loose", false);
  }
  const subject = loose ? null : subjectLeft(g, group.first);
  if (subject && subject.relative === "none" && asks(g, subject.first)) return null;
  const source =
    subject ??
    (loose ? (quotedBefore(g, group) ?? documentBefore(g, group) ?? absoluteBefore(g, group) ?? spentBefore(g, group)) : null) ??
    borrowed(g, group, form, earlier);
  if (!source) return null;
  if (form === "base" && !group.auxiliary && subject && ["he", "she", "it"].includes(lower(g, subject.last - 1))) return null;
  const untilComma =
    ("relative" in source && source.relative === "loose") ||
    (form === "ing" &&
      (opensSentence(g, group.first) || openers.has(lower(g, group.first - 1)) || (lower(g, source.last) === "," && source.last < group.first))) ||
    (subject !== null && openers.has(lower(g, subject.first - 1)));
  const relative = subject ? freeRelative(g, group, match, form, subject) : null;
  const known = earlier.some((c) => (c.source?.first === source.first && c.source.last === source.last) || itself(g, c, source));
  return relative ?? told(g, group, match, form, source, untilComma, loose, known) ?? objectRelative(g, group, match, subject);
}

/** "The company said it expects": the "it" that opens what somebody says is who says it. */
const itself = (g: Ground, { source, content }: Candidate, { first, last }: Stretch): boolean =>
  lower(g, first) === "it" &&
  last === first + 1 &&
  source !== null &&
  content.some((c) => c.first === first || (c.first === first - 1 && lower(g, c.first) === "that")) &&
  canSpeak(g, source, true);

/** The cue with its source and what it reports to its right; null where that does not fit. */
function told(
  g: Ground,
  group: VerbGroup,
  match: CueMatch,
  form: VerbForm,
  source: Stretch,
  untilComma: boolean,
  loose: boolean,
  known = false,
): Candidate | null {
  const found = complement(g, match, form, untilComma) ?? shown(g, match, form, source, untilComma);
  if (!found) return null;
  const weak = found.kind === "phrase" || (found.kind === "infinitive" && (match.cue.senses.has("decree") || tensedBefore(g, source.first)));
  if (weak && !known && !canSpeak(g, source, true)) return null;
  const participle = found.kind === "infinitive" && form === "past" && !group.auxiliary && ["a", "an"].includes(lower(g, source.first));
  if (participle && !canSpeak(g, source, true)) return null;
  if (
    found.kind === "infinitive" &&
    !known &&
    lower(g, source.first) === "it" &&
    source.last === source.first + 1 &&
    match.cue.takes.has("that") &&
    !speaks(match)
  )
    return null;
  if (
    found.kind === "clause" &&
    ((isThing(g, source) && !(lower(g, source.first) === "it" && speaks(match))) ||
      (((found.bare && !speaks(match)) || match.cue.senses.has("document")) && !canSpeak(g, source, true)))
  )
    return null;
  if (group.infinitive && found.kind !== "clause") return null;
  return {
    cue: { first: group.first, last: found.cueLast },
    source: { first: source.first, last: source.last },
    content: found.content,
    form,
    hedged: false,
    fronted: false,
    infinitive: group.infinitive || (loose && tagOf(g, group.first - 1) === "ADP"),
    clause: found.kind === "clause",
  };
}

/** "The records show no gifts", "the poll found the mayor even with the judge": what something written shows without a clause. */
function shown(g: Ground, { cue, last }: CueMatch, form: VerbForm, source: Stretch, untilComma: boolean): Complement | null {
  if (!cue.senses.has("document") || !g.index.documents.has(lower(g, headOf(g, source))) || !startsNounPhrase(g, last)) return null;
  return { content: [{ first: last, last: contentEnd(g, last, { kind: "clause", form, untilComma }) }], cueLast: last, kind: "phrase" };
}

/** A verb that only somebody, or something written, can be the subject of: "it said", not "it showed". */
const speaks = ({ cue }: CueMatch): boolean => !cue.senses.has("document") && (cue.senses.has("speech") || cue.senses.has("demand"));

/** Index after `word` at `at`, a time before it ("apologised on Friday for") or, before the first, one adverb passed over; NaN where it does not stand there. */
function particleAt(g: Ground, at: number, word: string, first: boolean): number {
  if (lower(g, at) === word) return at + 1;
  if (!isTime(g, at) && !isTime(g, at + 1) && !(first && tagOf(g, at) === "ADV")) return Number.NaN;
  const later = first && tagOf(g, at) === "ADV" && lower(g, at + 1) === word ? at + 1 : afterTime(g, at, sentenceEnd(g, at));
  return lower(g, later) === word ? later + 1 : Number.NaN;
}

/** The cues whose particles follow the verb; the longest first. */
function cuesAt(g: Ground, verb: number, cues: readonly VerbCue[]): CueMatch[] {
  return cues.flatMap((cue) => {
    if (cue.rest.length === 0) return [{ cue, last: verb + 1 }];
    const last = cue.rest.reduce((at, word, k) => particleAt(g, at, word, k === 0), verb + 1);
    return Number.isNaN(last) || isForDay(g, last) ? [] : [{ cue, last }];
  });
}

/** "had called for 15 December", "calls for Monday": what is fixed for a day is no demand; "called for June elections" is one. */
function isForDay(g: Ground, last: number): boolean {
  if (lower(g, last - 1) !== "for") return false;
  const day = tagOf(g, last) === "NUM" ? last + 1 : last;
  const isDay = isTime(g, day) && (day === last || !/s$/.test(lower(g, day)));
  return isDay && tagOf(g, tagOf(g, day + 1) === "NUM" ? day + 2 : day + 1) !== "NOUN";
}

/** The tagger takes "plans to" and "fear the" for nouns, and "the said document" for a verb now and then. */
function readsAsVerb(g: Ground, i: number, form: VerbForm): boolean {
  const tag = tagOf(g, i);
  if (form === "past" && ((tagOf(g, i - 1) === "CCONJ" && describesWith(g, i - 1, i)) || (tagOf(g, i - 1) === "NUM" && isNominal(g, i + 1)))) return false;
  if (matchPhrase(g, i, g.index.notCues) || matchPhrase(g, i, g.index.notCues, g.tokens[i]?.lemma) || (i > 0 && matchPhrase(g, i - 1, g.index.notCues)))
    return false;
  const before = tagOf(g, i - 1);
  const alone = standAlone.has(lower(g, i - 1)) && (["that", "to"].includes(lower(g, i + 1)) || ["DET", "PRON"].includes(tagOf(g, i + 1)));
  const determined = (before === "DET" && !alone) || isPossessive(g, i - 1) || lower(g, i - 1) === "-";
  if (tag === "VERB" || tag === "AUX") return !(determined && (isNominal(g, i + 1) || tagOf(g, i + 1) === "ADJ" || form === "base"));
  if (tag === "ADP" || tag === "DET" || tag === "PUNCT" || tag === "CCONJ") return false;
  // "the envoy informed reporters that"
  if (tag === "ADJ" && form === "past" && !determined && (isNominal(g, i - 1) || lower(g, i - 1) === ",") && lower(g, nounPhraseRight(g, i + 1)) === "that")
    return true;
  if (tag === "ADJ" || (tag === "ADV" && form !== "base")) return form === "past" && !determined && before === "AUX";
  if (
    lower(g, i - 1) === "," &&
    form !== "ing" &&
    (!/^\p{Lu}/u.test(g.tokens[i]?.text ?? "") || titleCase(g, i)) &&
    (startsNounPhrase(g, i + 1) || lower(g, i + 1) === "to" || thatFollows(g, i + 1))
  )
    return true;
  if (form === "ing" || determined || !together(g, i - 1, i)) return false;
  if (form === "past") return isNominal(g, i - 1) || before === "PRON" || before === "ADV";
  if (!isNominal(g, i - 1) && before !== "PRON" && before !== "ADV") return false;
  if (tagOf(g, i - 1) === "PROPN" && tag === "PROPN" && /^\p{Lu}/u.test(g.tokens[i]?.text ?? "") && !titleCase(g, i)) return false;
  if (before === "PRON") return form === "base" || form === "s";
  const plural = /s$/.test(lower(g, i - 1)) && !/ss$/.test(lower(g, i - 1));
  if ((form === "s") === plural && before !== "PROPN" && lower(g, i - 1) !== "people") return false;
  for (let k = i - 1; k > i - 20 && together(g, k, i); k--) {
    if (isTensed(g, k)) return false;
    if (tagOf(g, k) === "PUNCT" || tagOf(g, k) === "SCONJ" || (tagOf(g, k) === "CCONJ" && i - k <= 4)) break;
  }
  return (
    lower(g, i + 1) === "to" ||
    lower(g, i + 1) === "that" ||
    lower(g, i + 1) === ":" ||
    tagOf(g, i + 1) === "DET" ||
    tagOf(g, i + 1) === "ADJ" ||
    tagOf(g, i + 1) === "NUM" ||
    tagOf(g, i + 1) === "PROPN" ||
    tagOf(g, i + 1) === "PRON"
  );
}

/** "repeats at every turn that": a clause comes behind a phrase. */
function thatFollows(g: Ground, from: number): boolean {
  const at = tagOf(g, from) === "ADP" ? introduced(g, from, sentenceEnd(g, from)) : null;
  return at !== null && lower(g, at) === "that";
}

const titleCase = (g: Ground, i: number): boolean => {
  const kind = g.doc.blocks[g.doc.sentences[g.tokens[i]?.sentence ?? -1]?.block ?? -1]?.kind;
  return kind === "title" || kind === "heading";
};

/** "What does the king think": an auxiliary before the subject, in a question. */
function asks(g: Ground, first: number): boolean {
  const sentence = g.doc.sentences[g.tokens[first]?.sentence ?? -1];
  return (
    sentence !== undefined && tagOf(g, first - 1) === "AUX" && first - sentence.first <= 4 && first > sentence.first && lower(g, sentence.last - 1) === "?"
  );
}

const sentenceFirst = (g: Ground, i: number): number => g.doc.sentences[g.tokens[i]?.sentence ?? -1]?.first ?? -1;

const opensSentence = (g: Ground, i: number): boolean => i === sentenceFirst(g, i);

/** "Asked whether he would run, she laughed": a question of nobody's, or of whom "by" names. */
function askedAtFirst(g: Ground, match: CueMatch): Candidate | null {
  if (!match.cue.takes.has("hearer") && !match.cue.takes.has("object to")) return null;
  let j = match.last;
  const agent = lower(g, j) === "by" ? { first: j + 1, last: nounPhraseRight(g, j + 1) } : null;
  const asks = (i: number): boolean => questionWords.has(lower(g, i)) || lower(g, i) === "if";
  for (let step = 0; step < 4 && !asks(j) && (tagOf(g, j) === "ADP" || isTime(g, j)); step++)
    j = isTime(g, j) || asks(j + 1) ? j + 1 : nounPhraseRight(g, j + 1);
  if (!asks(j)) return null;
  return {
    cue: { first: match.last - 1, last: match.last },
    source: agent && agent.last > agent.first ? agent : null,
    content: [{ first: j, last: contentEnd(g, j, { kind: "clause", form: "past", untilComma: true }) }],
    form: null,
    hedged: false,
    fronted: false,
  };
}

/** "one called cloning intended to create": the clause has its verb already, so that the cue is a participle. */
function tensedBefore(g: Ground, from: number): boolean {
  for (let i = from - 1; i > from - 12 && together(g, i, from); i--) {
    if (isTensed(g, i)) return true;
    if (["PUNCT", "SCONJ", "CCONJ"].includes(tagOf(g, i))) return false;
  }
  return false;
}

/** "This shows that": nobody says it. */
const isThing = (g: Ground, { first, last }: Stretch): boolean =>
  last === first + 1 && ["this", "that", "it", "which", "these", "those"].includes(lower(g, first));
