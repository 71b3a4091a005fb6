// All attributions of a text: candidates sentence by sentence, then quotations without a cue, then who is whose. The way in to this folder.
import { seek } from "../seek.ts";
import type { Attribution, Cast, Doc, Mention, Range, Token } from "../types.ts";
import { adverbCandidate, phraseCandidate } from "./according.ts";
import type { Candidate } from "./candidates.ts";
import type { AttributionIndex } from "./compile.ts";
import { type Extent, extentOf } from "./extents.ts";
import { blockOf, type Ground, isOpening, lower, makeGround, type Stretch } from "./ground.ts";
import { headlineSpeech, laidOutSpeech } from "./layout.ts";
import { adjectiveCandidate, nounCandidate } from "./nouns.ts";
import { resume } from "./resume.ts";
import { settle } from "./settle.ts";
import { kindOf, outletOf, speakerOf } from "./speakers.ts";
import { adoptQuotes, completeQuotes } from "./spoken.ts";
import { verbCandidate } from "./verbs.ts";

/**
 * Everything that the text says somebody said, thought, wanted or wrote, in text order, `within` pointing to earlier entries. What the author says in the first person
 * outside quotation marks is none. An attribution inside another's content is kept only where it names a source of its own. Linear in the text's length.
 */
export function findAttributions(doc: Doc, cast: Cast, index: AttributionIndex): Attribution[] {
  const g = makeGround(doc, cast, index);
  const candidates = doc.sentences.flatMap((_, s) => ofSentence(g, s));
  completeQuotes(g, candidates);
  const spoken = adoptQuotes(g, candidates).map((candidate) => toAttribution(g, candidate));
  const named = firstNames(doc, cast);
  const laidOut = laidOutSpeech(doc.blocks, doc.text).map(({ source, content }): Attribution => {
    const speaker = speakerNamed(doc, cast, named, source);
    return { kind: "quote", speaker, outlet: null, source, cue: null, content: content.map((range) => trim(doc.text, range)), hedged: false, within: null };
  });
  const nested = nest(
    doc.text,
    [...spoken, ...laidOut].filter((a) => a.content.length > 0),
  );
  return resume(doc, cast, index, nested);
}

/** The innermost attribution whose content holds the UTF-16 offset; null where none does. */
export function attributionAt(attributions: readonly Attribution[], offset: number): number | null {
  let best: number | null = null;
  attributions.forEach(({ content, within }, i) => {
    if (content.some(({ start, end }) => start <= offset && offset < end) && (best === null || within === best || within !== null)) best = i;
  });
  return best;
}

/** No sentence has so many cues; what has them is settled piece by piece, so that time stays linear. */
const maxCandidates = 40;

function ofSentence(g: Ground, s: number): Candidate[] {
  const { first, last } = g.doc.sentences[s] as Stretch;
  const headline = headlineSpeech(g, s);
  const settled: Candidate[] = [];
  let candidates: Candidate[] = headline ? [headline] : [];
  const add = (candidate: Candidate | null): void => {
    if (candidate) candidates.push(candidate);
  };
  for (let i = first; i < last; i++) {
    if (!g.index.starts(g.tokens[i] as Token)) continue;
    if (candidates.length > maxCandidates) {
      settled.push(...settle(g, candidates));
      candidates = [];
    }
    add(verbCandidate(g, i, candidates));
    add(nounCandidate(g, i));
    add(adjectiveCandidate(g, i));
    add(phraseCandidate(g, i));
    add(adverbCandidate(g, i));
  }
  settled.push(...(candidates.length > 1 ? settle(g, candidates) : candidates));
  return settled;
}

function toAttribution(g: Ground, { cue, source, content, hedged }: Candidate): Attribution {
  const outlet = source && outletOf(g, source);
  const speaker = source && speakerOf(g, source);
  const quoted = content.some((stretch) => isQuoted(g, stretch));
  return {
    kind: kindOf(g, source, quoted, outlet, speaker),
    speaker,
    outlet,
    source: source && range(g, source),
    cue: cue.first === content[0]?.first ? null : range(g, cue),
    content: content
      .flatMap((stretch) => byBlock(g, stretch))
      .map((stretch) => range(g, stretch))
      .filter(({ start, end }) => end > start),
    hedged,
    within: null,
  };
}

/** Holds a quotation, or is for the better part a few quoted words. */
function isQuoted(g: Ground, { first, last }: Stretch): boolean {
  for (let i = first; i < last; i++) if ((g.zone[i] as number) >= 0 && (isOpening(g, i) || first === i)) return true;
  let marks = 0;
  let from = -1;
  let inside = 0;
  for (let i = first; i < last; i++) {
    if (lower(g, i) !== '"') continue;
    marks++;
    if (marks % 2 === 1) from = i;
    else inside += i - from;
  }
  return inside * 2 >= last - first && inside > 0;
}

/** One stretch a block: speech over several paragraphs, the items of a list. */
function byBlock(g: Ground, { first, last }: Stretch): Stretch[] {
  const pieces: Stretch[] = [];
  let from = first;
  for (let i = first + 1; i <= last; i++)
    if (i === last || blockOf(g, i) !== blockOf(g, i - 1)) {
      pieces.push({ first: from, last: i });
      from = i;
    }
  return pieces;
}

const range = (g: Ground, { first, last }: Stretch): Range => trim(g.doc.text, { start: g.tokens[first]?.start ?? 0, end: g.tokens[last - 1]?.end ?? 0 });

/** Without blanks and punctuation at the edges; quotation marks and closed brackets stay. */
function trim(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /[\s,;:.–—-]/.test(text[from] as string)) from++;
  while (to > from && /[\s,;:.–—-]/.test(text[to - 1] as string) && !/\b\p{Lu}\.$/u.test(text.slice(Math.max(from, to - 3), to))) to--;
  return { start: from, end: to };
}

/** The entity whose name stands in `source`, which need hold no token: by the last word of its mentions. */
function speakerNamed(doc: Doc, { mentions }: Cast, named: ReadonlyMap<string, number>, source: Range): string | null {
  for (let m = seek(mentions, source.start); m < mentions.length && (mentions[m] as Mention).start <= source.end; m++) {
    const { end, form, actor } = mentions[m] as Mention;
    if (end <= source.end && form !== "adjective") return actor;
  }
  const name = doc.text.slice(source.start, source.end).toLowerCase();
  const endings = Array.from(name, (_, i) => named.get(name.slice(i))).filter((m) => m !== undefined);
  return endings.length > 0 ? (mentions[Math.min(...endings)] as Mention).actor : null;
}

/** For each name, in lower case, the first mention that bears it. */
function firstNames(doc: Doc, { mentions }: Cast): Map<string, number> {
  const first = new Map<string, number>();
  mentions.forEach((mention, m) => {
    const name = mention.form === "name" ? doc.text.slice(mention.start, mention.end).toLowerCase() : "";
    if (name !== "" && !first.has(name)) first.set(name, m);
  });
  return first;
}

const firstPerson = /^(?:i|we|my|our|us|you|your)$/i;

/** The inner one's cue, or its words, stand in the outer one's content. */
function reports(outer: Attribution, inner: Attribution): boolean {
  const anchor = inner.cue ?? inner.content[0];
  return anchor !== undefined && outer.content.some((c) => c.start <= anchor.start && anchor.end <= c.end);
}

/** Orders by place, sets `within`, and drops what inside another's words names nobody of its own. */
function nest(text: string, attributions: readonly Attribution[]): Attribution[] {
  const placed = attributions.map((attribution) => ({
    attribution,
    start: Math.min(
      attribution.source?.start ?? Number.POSITIVE_INFINITY,
      attribution.cue?.start ?? Number.POSITIVE_INFINITY,
      ...attribution.content.map((c) => c.start),
    ),
  }));
  placed.sort(
    (a, b) =>
      a.start - b.start ||
      Number(reports(b.attribution, a.attribution)) - Number(reports(a.attribution, b.attribution)) ||
      (a.attribution.cue?.start ?? 0) - (b.attribution.cue?.start ?? 0),
  );
  const kept: Attribution[] = [];
  const open: { at: number; extent: Extent }[] = [];
  for (const { attribution, start } of placed) {
    const anchor = attribution.cue ?? attribution.content[0];
    if (!anchor) continue;
    while ((open.at(-1)?.extent.end ?? Number.POSITIVE_INFINITY) <= start) open.pop();
    const within = open.findLast(({ extent }) => extent.holds(anchor))?.at ?? null;
    const own = attribution.source !== null && !firstPerson.test(text.slice(attribution.source.start, attribution.source.end));
    if (within !== null ? !own : attribution.source !== null && !own) continue;
    const { kind, speaker, outlet, source, cue, content, hedged } = attribution;
    kept.push({ kind, speaker, outlet, source, cue, content, hedged, within });
    open.push({ at: kept.length - 1, extent: extentOf(attribution.content) });
  }
  return kept;
}
