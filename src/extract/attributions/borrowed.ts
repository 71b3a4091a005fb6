// Subjects that a cue shares with another verb: "and added", ", adding", "went on to say". Finds no content.
import type { Candidate } from "./candidates.ts";
import type { VerbForm } from "./compile.ts";
import { type Ground, isTensed, lower, type Stretch, tagOf, together } from "./ground.ts";
import { clauseFollows, nounPhraseRight } from "./noun-phrases.ts";
import { nounPhraseLeft } from "./noun-phrases-left.ts";
import { beforeTime, type Subject, subjectLeft, type VerbGroup, verbGroup } from "./subjects.ts";

export const openers = new Set([
  "after",
  "before",
  "while",
  "when",
  "if",
  "as",
  "although",
  "though",
  "because",
  "unless",
  "until",
  "once",
  "whereas",
  "since",
]);

/** "have begun urging", "went on to say", "continues to insist": the group of the verb before, whose subject is the cue's. */
export function aspectBefore(g: Ground, group: VerbGroup): VerbGroup | null {
  let i = group.first - 1;
  if (group.infinitive && lower(g, i) === "to") i--;
  if (lower(g, i) === "on") i--;
  if (group.infinitive && lower(g, i) === "yet" && g.tokens[i - 1]?.lemma === "have" && together(g, i - 1, group.verb)) return verbGroup(g, i - 1, false);
  const token = g.tokens[i];
  return token && together(g, i, group.verb) && token.tag === "VERB" && g.index.aspectVerbs.has(token.lemma.toLowerCase()) ? verbGroup(g, i, true) : null;
}

/** "issued a statement describing": who issued it; "a statement saying": the statement. */
export function documentBefore(g: Ground, group: VerbGroup): Stretch | null {
  const end = beforeTime(g, group.first, group.verb);
  const noun = tagOf(g, end - 1) === "ADV" ? end - 2 : end - 1;
  if (!g.index.documents.has(lower(g, noun)) || !together(g, noun, group.verb)) return null;
  const first = nounPhraseLeft(g, noun + 1);
  if (first < 0) return null;
  const verb = tagOf(g, first - 1) === "ADP" && tagOf(g, first - 2) === "VERB" && lower(g, first - 1) === "out" ? first - 2 : first - 1;
  if (tagOf(g, verb) !== "VERB" || !together(g, verb, noun)) return { first, last: end };
  return subjectLeft(g, verbGroup(g, verb, false).first) ?? { first, last: end };
}

/** "quoted the minister as saying": whom the verb before quotes. */
export function quotedBefore(g: Ground, group: VerbGroup): Stretch | null {
  const as = group.first - 1;
  if (lower(g, as) !== "as" || !together(g, as, group.verb)) return null;
  const first = nounPhraseLeft(g, as);
  const verb = first < 0 ? undefined : g.tokens[first - 1];
  return verb?.tag === "VERB" && together(g, first - 1, as) && g.index.heardVerbs.has(verb.lemma.toLowerCase()) ? { first, last: as } : null;
}

/** "…, with the capital making it clear that": the noun phrase between "with" and the verb. */
export function absoluteBefore(g: Ground, group: VerbGroup): Stretch | null {
  const first = nounPhraseLeft(g, group.first);
  return first > 0 && lower(g, first - 1) === "with" && together(g, first - 1, group.verb) ? { first, last: group.first } : null;
}

/** `in the film “Storm,” warning`: the comma inside the marks stands before the verb. */
const wordBefore = (g: Ground, i: number): string => (g.marks[i - 1] === 2 && lower(g, i - 2) === "," ? "," : lower(g, i - 1));

/** "spent much of the campaign railing against": whoever spends the time. */
export function spentBefore(g: Ground, group: VerbGroup): Stretch | null {
  const first = nounPhraseLeft(g, group.first);
  if (first <= 0 || g.tokens[first - 1]?.lemma !== "spend" || !together(g, first - 1, group.verb)) return null;
  return subjectLeft(g, verbGroup(g, first - 1, true).first);
}

/** The subject that a verb without one of its own shares: "and added", ", adding", "went on to say", "by saying". */
export function borrowed(g: Ground, group: VerbGroup, form: VerbForm, earlier: readonly Candidate[]): Stretch | Subject | null {
  const before = wordBefore(g, group.first);
  const sentence = g.doc.sentences[g.tokens[group.verb]?.sentence ?? -1];
  if (!sentence) return null;
  if (form === "ing" && tagOf(g, group.first - 1) === "ADV" && openers.has(lower(g, group.first - 2)))
    return borrowed(g, { ...group, first: group.first - 1 }, form, earlier);
  if (before === "without" || before === "on" || before === "with" || before === "between") return null;
  // "But while denouncing the plan, she voted for it": whose verb comes behind the comma
  if (form === "ing" && !group.auxiliary && openers.has(before) && opensSentence(g, group.first - 1, sentence.first))
    return mainSubjectAfter(g, group.verb, sentence.last);
  const joined = tagOf(g, group.first - 1) === "CCONJ" || before === "then" || before === "also" || (before === "," && form !== "ing");
  if (!joined && form !== "ing" && !group.infinitive) return null;
  if (
    form === "ing" &&
    !group.auxiliary &&
    !joined &&
    before !== "," &&
    !openers.has(before) &&
    tagOf(g, group.first - 1) !== "ADP" &&
    group.first !== sentence.first &&
    tagOf(g, group.first - 1) !== "PUNCT"
  )
    return null;
  const zone = g.zone[group.verb];
  const nested = (c: Candidate): boolean => earlier.some((o) => o !== c && o.content.some((s) => s.first <= c.cue.first && c.cue.last <= s.last));
  const modal = group.auxiliary && tagOf(g, group.first) === "AUX" && !["have", "be", "do"].includes(g.tokens[group.first]?.lemma ?? "");
  const known = earlier.findLast(
    (c) =>
      c.source &&
      (modal || !nested(c)) &&
      c.form !== null &&
      g.zone[c.cue.first] === zone &&
      (form === "ing" || group.infinitive ? true : c.form === form || group.auxiliary),
  );
  const nearest = joined && form !== "ing" && tagOf(g, group.first - 1) === "CCONJ" ? sharedSubject(g, group.first - 2, sentence.first) : null;
  if (nearest && !(known && known.cue.last > nearest.verb)) return nearest.subject;
  if (known?.source && !group.infinitive && !(form === "ing" && standsBefore(g, known, group.first))) return known.source;
  const comma = before === "," ? group.first - 1 : openers.has(before) && lower(g, group.first - 2) === "," ? group.first - 2 : -1;
  if (form === "ing" && comma > 0) {
    // "Others, noting that prices rose, see", "Marn, after saying that he would not, went": the subject waits for its verb.
    const start = nounPhraseLeft(g, comma);
    if (start === sentence.first && !hasVerb(g, start, comma)) return { first: start, last: comma };
  }
  if (group.first === sentence.first && form === "ing") return mainSubjectAfter(g, group.verb, sentence.last);
  let inner: Subject | null = null;
  for (let k = group.first - 1; k >= Math.max(sentence.first, group.first - 40); k--) {
    if (g.zone[k] !== zone || !isTensed(g, k)) continue;
    const subject = subjectLeft(g, verbGroup(g, k, false).first);
    const subordinate = subject !== null && (openers.has(lower(g, subject.first - 1)) || ["that", "which", "whom"].includes(lower(g, subject.first - 1)));
    if (subordinate && joined) {
      inner ??= subject;
      continue;
    }
    if (subject && subject.relative === "none") return inner && form === "s" && isPlural(g, subject) && !isPlural(g, inner) ? inner : subject;
    if (subject && group.infinitive) return subject;
  }
  return null;
}

/** "When Marn said that it was late, Ruiz left, calling it a shame": the cue is one of a clause that only opens the sentence, and a comma and another subject stand between. */
function standsBefore(g: Ground, { source, content }: Candidate, participle: number): boolean {
  const last = content.at(-1)?.last ?? 0;
  if (!source || !openers.has(lower(g, source.first - 1)) || lower(g, last) !== "," || last >= participle - 1) return false;
  return clauseFollows(g, last + 1, participle);
}

/** Nothing but a conjunction stands before it. */
const opensSentence = (g: Ground, i: number, first: number): boolean => i === first || (i === first + 1 && tagOf(g, first) === "CCONJ");

function hasVerb(g: Ground, first: number, last: number): boolean {
  for (let i = first + 1; i < last; i++) if (tagOf(g, i) === "VERB" && isTensed(g, i)) return true;
  return false;
}

/** "aides hint that she has a plan but wants": the verb's ending tells whose it is. */
const isPlural = (g: Ground, { last }: Stretch): boolean =>
  ["they", "we", "i", "you"].includes(lower(g, last - 1)) || (tagOf(g, last - 1) === "NOUN" && /[^s]s$/.test(lower(g, last - 1)));

/** "who has praised and mocked": the subject of the verb right before the conjunction, where that is a relative pronoun's. */
function sharedSubject(g: Ground, verb: number, first: number): { subject: Subject; verb: number } | null {
  if (verb <= first || tagOf(g, verb) !== "VERB") return null;
  const subject = subjectLeft(g, verbGroup(g, verb, false).first);
  return subject && subject.relative !== "none" ? { subject, verb } : null;
}

/** "Conceding that X, he warned": the subject after the first comma. */
function mainSubjectAfter(g: Ground, from: number, last: number): Stretch | null {
  for (let i = from + 1; i < last; i++) if (lower(g, i) === "," && clauseFollows(g, i + 1)) return { first: i + 1, last: nounPhraseRight(g, i + 1) };
  return null;
}
