// Phrases and adverbs that report the clause around them: "according to X", "in X's view", "reportedly".
import { isQuoteEnd } from "./borders.ts";
import type { Candidate } from "./candidates.ts";
import { contentEnd, sentenceEnd, turning } from "./ends.ts";
import {
  blockOf,
  bodyStart,
  type Ground,
  isGenitive,
  isOpening,
  isPossessive,
  isTensed,
  isTime,
  lower,
  matchPhrase,
  relatives,
  type Stretch,
  tagOf,
  together,
} from "./ground.ts";
import { clauseFollows, nounPhraseRight } from "./noun-phrases.ts";
import { standAlone } from "./retag.ts";
import { canSpeak } from "./speakers.ts";

/** "According to X, …", "…, in the view of X", "in X's view", "For X, …". */
export function phraseCandidate(g: Ground, i: number): Candidate | null {
  const word = lower(g, i);
  const before = matchPhrase(g, i, g.index.beforeSource);
  if (before && (before.last > i + 1 || opensClause(g, i) || lower(g, i - 1) === ",")) return around(g, { first: i, last: before.last }, before.last, null);
  if (word === "in" || word === "to" || word === "by") {
    if (lower(g, i + 1) === "the" && g.index.viewNouns.has(lower(g, i + 2)) && lower(g, i + 3) === "of")
      return around(g, { first: i, last: i + 4 }, i + 4, null);
    if (isPossessive(g, i + 1) && g.index.viewNouns.has(lower(g, i + 2)) && !["my", "our", "your"].includes(lower(g, i + 1)))
      return around(g, { first: i, last: i + 3 }, i + 1, i + 3);
    if (isPossessive(g, i + 1) && lower(g, i + 2) === "own" && g.index.viewNouns.has(lower(g, i + 3)) && !["my", "our", "your"].includes(lower(g, i + 1)))
      return around(g, { first: i, last: i + 4 }, i + 1, i + 4);
    const owner = nounPhraseRight(g, i + 1);
    if ([0, 2, 3].some((back) => isGenitive(g, owner - back)))
      for (let k = i + 2; k < i + 10 && together(g, k, i); k++) {
        const noun = lower(g, k + 1) === "own" ? k + 2 : k + 1;
        if (isGenitive(g, k) && g.index.viewNouns.has(lower(g, noun))) return around(g, { first: k + 1, last: noun + 1 }, i + 1, noun + 1);
      }
  }
  if ((word === "for" || (word === "to" && !isBaseVerb(g, i + 1))) && opensClause(g, i)) {
    const last = nounPhraseRight(g, i + 1, standAlone.has(lower(g, i + 1)));
    const mention = g.cast.mentions[g.mentionFrom[i + 1] ?? -1];
    const named = mention !== undefined && mention.last === last && mention.form !== "adjective";
    if (
      lower(g, last) === "," &&
      (judges(g, last) || isOpening(g, last + 1)) &&
      (named ||
        (isOpening(g, last + 1) && canSpeak(g, { first: i + 1, last }, false)) ||
        ["many", "most", "some", "few", "critics", "supporters", "opponents"].includes(lower(g, i + 1)) ||
        (tagOf(g, i + 1) === "PROPN" && last - i <= 3 && !isTime(g, i + 1)))
    )
      return around(g, { first: i, last: i + 1 }, i + 1, null);
  }
  return null;
}

const isBaseVerb = (g: Ground, i: number): boolean => tagOf(g, i) === "VERB" || tagOf(g, i) === "AUX";

/** "is unacceptable", "remains a red line": a judgement, and not what merely happens. */
function judges(g: Ground, from: number): boolean {
  let i = from;
  while (i < from + 40 && together(g, i, from) && !isTensed(g, i)) i++;
  const judged = tagOf(g, i + 1) === "ADV" || lower(g, i + 1) === "not" ? i + 2 : i + 1;
  return g.tokens[i]?.lemma === "be" && ["ADJ", "DET", "NOUN"].includes(tagOf(g, judged));
}

const opensClause = (g: Ground, i: number): boolean => !together(g, i - 1, i) || lower(g, i - 1) === ";" || tagOf(g, i - 1) === "SCONJ";

/** The clause or clauses around a phrase that names a source. `after` is where the phrase ends; null where its source ends it. */
function around(g: Ground, cue: Stretch, sourceFirst: number, after: number | null): Candidate | null {
  const sentence = g.doc.sentences[g.tokens[cue.first]?.sentence ?? -1];
  if (!sentence) return null;
  const end = sentenceEnd(g, cue.first);
  let first = cue.first;
  while (first > sentence.first && g.zone[first - 1] === g.zone[cue.first]) first--;
  const start = Math.min(cue.first, after === null ? cue.first : sourceFirst - 1);
  if (after !== null && start > first + 1 && lower(g, start - 1) !== ",") return null;
  const quote = isQuoteEnd(g, start - 1) && blockOf(g, start - 1) === blockOf(g, start) ? g.doc.quotes[g.zone[start - 1] as number] : undefined;
  const initial = (start <= first + 1 && !quote) || lower(g, start - 1) === ";" || (lower(g, start - 1) === "," && lower(g, start - 2) === "that");
  let last = after === null ? phraseEnd(g, sourceFirst, end, initial) : after;
  if (after !== null && isGenitive(g, after - 2)) last = after - 2;
  else if (after !== null && isGenitive(g, after - 3) && lower(g, after - 2) === "own") last = after - 3;
  if (last <= sourceFirst) return null;
  const source = { first: sourceFirst, last: after === null ? last : Math.min(last, isPossessive(g, sourceFirst) ? sourceFirst + 1 : after - 1) };
  const rest = after ?? last;
  const content: Stretch[] = [];
  let leftFirst = g.zone[cue.first] === -1 ? bodyStart(g, sentence) : first;
  for (let k = start - 2; k > leftFirst && g.zone[cue.first] === -1; k--) if (lower(g, k) === ";") leftFirst = k + 1;
  if (quote) content.push({ first: quote.first - 1, last: start });
  else if (!initial) content.push({ first: leftFirst, last: /^[,–—(]$/.test(lower(g, start - 1)) ? start - 1 : start });
  let j = rest;
  if (/^[,:–—]$/.test(lower(g, j))) j++;
  if (j < end && (initial || (j > rest && clauseGoesOn(g, j)))) content.push({ first: j, last: end });
  if (content.length === 0 || content.every((c) => c.last <= c.first)) return null;
  return { cue, source, content, form: null, hedged: false, fronted: true };
}

/** After ", according to X,": a verb or a conjunction takes up what was broken off. */
const clauseGoesOn = (g: Ground, i: number): boolean =>
  isTensed(g, i) || isOpening(g, i) || tagOf(g, i) === "PART" || (tagOf(g, i) === "ADP" && !turning.has(lower(g, i))) || lower(g, i) === "that";

/** A source after "according to" runs to the comma; an apposition between commas belongs to it. */
function phraseEnd(g: Ground, first: number, end: number, initial: boolean): number {
  for (let i = first; i < end; i++) {
    const word = lower(g, i);
    if (/^[;:–—)]$/.test(word) || (isOpening(g, i) && i > first && initial)) return i;
    if (word !== ",") continue;
    if (!initial) {
      const rest = lower(g, i + 1);
      if ((rest === "who" || rest === "a" || rest === "an" || rest === "the") && !clauseFollows(g, i + 1)) continue;
      return i;
    }
    let next = nounPhraseRight(g, i + 1, true);
    if (lower(g, i + 1) === "who" || lower(g, i + 1) === "which") while (next < end && lower(g, next) !== ",") next++;
    const apposition =
      (["a", "an", "the", "who", "which"].includes(lower(g, i + 1)) || tagOf(g, i + 1) === "NOUN") &&
      lower(g, next) === "," &&
      next - i < 20 &&
      !clauseFollows(g, i + 1);
    if (!apposition) return i;
    return next;
  }
  const bare = nounPhraseRight(g, first);
  return initial && clauseFollows(g, bare) ? bare : end;
}

/** "reportedly": the clause around it, with no source. */
export function adverbCandidate(g: Ground, i: number): Candidate | null {
  // Inside a quotation the doubt is the speaker's own.
  if (!g.index.doubtingAdverbs.has(lower(g, i)) || (g.zone[i] as number) >= 0) return null;
  const sentence = g.doc.sentences[g.tokens[i]?.sentence ?? -1];
  if (!sentence) return null;
  const opening = bodyStart(g, sentence);
  let first = i;
  while (
    first > opening &&
    g.zone[first - 1] === g.zone[i] &&
    !relatives.has(lower(g, first - 1)) &&
    !(lower(g, first - 1) === "," && tagOf(g, first) === "CCONJ") &&
    lower(g, first - 1) !== ";"
  )
    first--;
  const last = contentEnd(g, i, { kind: "clause", form: null, untilComma: false });
  const content = [
    { first, last: i },
    { first: i + 1, last },
  ].filter((c) => c.last > c.first);
  return content.length === 0 ? null : { cue: { first: i, last: i + 1 }, source: null, content, form: null, hedged: true, fronted: false };
}
