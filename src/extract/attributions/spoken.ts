// Quotations that no cue reports: whose words they are by what stands beside them.
import type { Candidate } from "./candidates.ts";
import { quoteEnd } from "./ends.ts";
import { blockOf, type Ground, isTensed, lower, type Stretch, tagOf } from "./ground.ts";
import { nounPhraseRight } from "./noun-phrases.ts";
import { nounPhraseLeft } from "./noun-phrases-left.ts";
import { canSpeak } from "./speakers.ts";
import { subjectLeft, verbGroup } from "./subjects.ts";

/** Contents that end inside a quotation run to its closing mark. */
export function completeQuotes(g: Ground, candidates: readonly Candidate[]): void {
  for (const { content } of candidates)
    for (const stretch of content) {
      const zone = g.zone[stretch.last - 1] ?? -1;
      const quote = g.doc.quotes[zone];
      if (quote && stretch.first < quote.first) stretch.last = Math.max(stretch.last, quoteEnd(g, stretch.last - 1));
      else if (zone === -1) stretch.last = afterScare(g, stretch);
    }
}

/** A few quoted words that a full stop inside them has cut in two ("U.S.–Norland") belong to the content whole. */
function afterScare(g: Ground, { first, last }: Stretch): number {
  let open = false;
  for (let i = Math.max(first, last - 12); i < last; i++) if (/["“”«»„]/.test(lower(g, i))) open = !open;
  if (!open) return last;
  for (let i = last; i < last + 6; i++) if (lower(g, i) === '"') return i + 1;
  return last;
}

/**
 * Gives each quotation that stands in no content yet to a speaker: a quotation alone goes on from the one before in its paragraph, or from the paragraph before;
 * else the subject of the verb beside it speaks. Adds to `candidates`, which are in text order.
 */
export function adoptQuotes(g: Ground, candidates: Candidate[]): Candidate[] {
  const taken = new Uint8Array(g.doc.quotes.length);
  const outside = candidates.filter((candidate) => g.zone[candidate.cue.first] === -1);
  for (const { cue, content } of candidates)
    for (const { first, last } of content)
      for (let i = first; i < last; i++) {
        const zone = g.zone[i] as number;
        // "But, you know, it is true": what is said to the hearer inside the words gives them to nobody.
        if (zone >= 0 && zone !== g.zone[cue.first] && first < (g.doc.quotes[zone]?.first ?? 0)) taken[zone] = 1;
      }
  const added: Candidate[] = [];
  let known = -1;
  g.doc.quotes.forEach((quote, q) => {
    if (quote.scare || taken[q] === 1) return;
    const open = quote.first - 1;
    while (known + 1 < outside.length && (outside[known + 1] as Candidate).cue.first < quote.first) known++;
    const before = latest(outside[known], added.at(-1));
    const words: Stretch = { first: open, last: quoteEnd(g, quote.first) };
    const signed = signature(g, words);
    if (signed) {
      added.push(signed);
      return;
    }
    if (standsAlone(g, words)) {
      const quoted = before && !isSpeech(g, before) ? lastQuoted(g, outside, known, open) : null;
      const voice = quoted ?? before;
      const sameBlock = voice && blockOf(g, voice.cue.first) === blockOf(g, open);
      const beat = quoted ? null : gesture(g, words);
      if (beat && !(voice && sameBlock && voice.source && (voice.source.first >= beat.source.first || isCrowd(g, beat.source)))) added.push(beat);
      else if (voice && (sameBlock || follows(g, voice, words))) voice.content.push(words);
      else added.push({ cue: words, source: null, content: [words], form: null, hedged: false, fronted: true });
      return;
    }
    const beside = besideVerb(g, words);
    const same = beside && candidates.find((c) => c.cue.first <= beside.cue.first && beside.cue.last <= c.cue.last && g.zone[c.cue.first] === -1);
    if (same) same.content.push(words);
    else if (!beside && before && resumes(g, before, words)) before.content.push(words);
    else added.push(beside ?? { cue: words, source: null, content: [words], form: null, hedged: false, fronted: true });
  });
  return [...candidates, ...added].sort((a, b) => a.cue.first - b.cue.first);
}

/** Cues looked back over for whoever was quoted before in the paragraph. */
const quotedReach = 6;

/** `“…,” he said, referring to the treaty. “…”`, `“…,” said a farmer. She plans to vote. “…”`: whoever was quoted before goes on, and not what was told of him last. */
function lastQuoted(g: Ground, outside: readonly Candidate[], known: number, open: number): Candidate | null {
  for (let k = known; k >= Math.max(0, known - quotedReach); k--) {
    const candidate = outside[k] as Candidate;
    if (blockOf(g, candidate.cue.first) !== blockOf(g, open)) return null;
    if (isSpeech(g, candidate) && candidate.content.some((c) => (g.zone[c.last - 1] ?? -1) >= 0)) return candidate;
  }
  return null;
}

/** The cue is a verb with which words are quoted; what layout, a gesture or a colon gives to a speaker counts too. */
function isSpeech(g: Ground, { cue }: Candidate): boolean {
  const known = [];
  for (let i = cue.first; i < cue.last; i++) known.push(...(g.index.verbs.get(lower(g, i))?.cues ?? []));
  return known.length === 0 || known.some(({ takes }) => takes.has("front") || takes.has("quote"));
}

const latest = (a: Candidate | undefined, b: Candidate | undefined): Candidate | undefined => (!a ? b : !b ? a : a.cue.first >= b.cue.first ? a : b);

/** “This,” said the bishop, holding up a stone, “is …”: the sentence's frame stands between the two. */
function resumes(g: Ground, before: Candidate, words: Stretch): boolean {
  const last = before.content.at(-1);
  if (!before.fronted || !last || last.last > before.cue.first || g.marks[last.last - 1] !== 2) return false;
  return g.tokens[before.cue.first]?.sentence === g.tokens[words.first]?.sentence && lower(g, words.first - 1) === ",";
}

/** The quotation fills its sentences: nothing but punctuation and a conjunction stands beside it. */
function standsAlone(g: Ground, { first, last }: Stretch): boolean {
  const from = g.doc.sentences[g.tokens[first + 1]?.sentence ?? -1]?.first ?? first;
  const to = g.doc.sentences[g.tokens[last - 1]?.sentence ?? -1]?.last ?? last;
  let words = 0;
  for (let i = from; i < to; i++) if ((i < first || i >= last) && g.zone[i] === -1 && tagOf(g, i) !== "PUNCT" && tagOf(g, i) !== "CCONJ") words++;
  return words === 0;
}

/** Longest sentence, in tokens, that can stand for "she smiled" before somebody's words. */
const maxGesture = 25;

/** `The lawyer smiled. “He always says so.”`: the words belong to whoever the short sentence before them is about. */
function gesture(g: Ground, words: Stretch): (Candidate & { source: Stretch }) | null {
  const sentence = g.doc.sentences[(g.tokens[words.first]?.sentence ?? 0) - 1];
  if (!sentence || blockOf(g, words.first) !== sentence.block || sentence.last - sentence.first > maxGesture) return null;
  for (let verb = sentence.last - 1; verb > sentence.first; verb--) {
    if (g.zone[verb] !== -1 || tagOf(g, verb) !== "VERB" || !isTensed(g, verb)) continue;
    const subject = subjectLeft(g, verbGroup(g, verb, true).first);
    if (subject?.relative !== "none" || !canSpeak(g, subject, false)) continue;
    if (subject.first !== sentence.first && lower(g, subject.first - 1) !== ",") continue;
    return {
      cue: { first: verb, last: verb + 1 },
      source: { first: subject.first, last: subject.last },
      content: [words],
      form: null,
      hedged: false,
      fronted: true,
    };
  }
  return null;
}

/** Several people: they cheer, and the speaker goes on. */
const isCrowd = (g: Ground, { last }: Stretch): boolean => /[^s]s$/.test(lower(g, last - 1)) || g.index.crowds.has(lower(g, last - 1));

/** The paragraph before ends in the same speech, or with a colon. */
function follows(g: Ground, before: Candidate, words: Stretch): boolean {
  const end = before.content.at(-1)?.last ?? before.cue.last;
  let i = words.first - 1;
  while (i > end && tagOf(g, i) === "PUNCT") i--;
  const gap = blockOf(g, words.first) - blockOf(g, end - 1);
  return gap <= 1 && (before.content.some((c) => (g.zone[c.last - 1] ?? -1) >= 0) || lower(g, words.first - 1) === ":");
}

/** Any verb beside a quotation is its cue: `She shrugged: “…”`, `“…,” he smiled`, `… would “…”`. */
function besideVerb(g: Ground, words: Stretch): Candidate | null {
  const sentence = g.doc.sentences[g.tokens[words.first]?.sentence ?? -1];
  if (!sentence) return null;
  const after = lower(g, words.last) === "," ? words.last + 1 : words.last;
  const subject = { first: after, last: nounPhraseRight(g, after) };
  const frame = (cue: number, source: Stretch): Candidate => ({
    cue: { first: cue, last: cue + 1 },
    source,
    content: [words],
    form: "past",
    hedged: false,
    fronted: true,
  });
  if (blockOf(g, after) === blockOf(g, words.first)) {
    const verb = subject.last;
    if (verb > after && (lower(g, verb) === "so" || (tagOf(g, verb) === "VERB" && isTensed(g, verb))) && canSpeak(g, subject, true))
      return frame(verb, subject);
    const inverted = { first: after + 1, last: nounPhraseRight(g, after + 1) };
    if (tagOf(g, after) === "VERB" && isTensed(g, after) && inverted.last > inverted.first && canSpeak(g, inverted, true)) return frame(after, inverted);
  }
  for (let i = words.first - 1; i >= Math.max(sentence.first, words.first - 40); i--) {
    if (g.zone[i] !== -1 || !isTensed(g, i)) continue;
    const before = subjectLeft(g, verbGroup(g, i, false).first);
    if (before && canSpeak(g, before, true)) return frame(i, { first: before.first, last: before.last });
  }
  if (lower(g, words.first - 1) === ":") {
    const first = nounPhraseLeft(g, words.first - 1);
    const source = { first, last: words.first - 1 };
    if (first >= 0 && canSpeak(g, source, true))
      return { cue: { first: words.first - 1, last: words.first }, source, content: [words], form: null, hedged: false, fronted: true };
  }
  return null;
}

/** `“We have signed before.” (Ana Ruiz, head of the union)`, `“…” — Ana Ruiz`: who said it stands behind the words. */
function signature(g: Ground, words: Stretch): Candidate | null {
  const mark = words.last;
  if (!/^[(–—]$/.test(lower(g, mark)) || blockOf(g, mark) !== blockOf(g, words.first)) return null;
  const source = { first: mark + 1, last: nounPhraseRight(g, mark + 1) };
  const ends = source.last >= g.tokens.length || blockOf(g, source.last) !== blockOf(g, mark) || /^[),.]$/.test(lower(g, source.last));
  if (!ends || !/^\p{Lu}/u.test(g.tokens[source.first]?.text ?? "") || !canSpeak(g, source, false)) return null;
  return { cue: { first: mark, last: mark + 1 }, source, content: [words], form: null, hedged: false, fronted: true };
}
