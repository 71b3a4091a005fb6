// One sentence's candidates made consistent: no cue twice, no crossing contents. Looks at no other sentence.
import type { Candidate } from "./candidates.ts";
import { type Ground, isOpening, lower, type Stretch, tagOf } from "./ground.ts";

function copied({ cue, source, form, infinitive = false, clause = false }: Candidate, content: Stretch[], hedged: boolean, fronted: boolean): Candidate {
  return { cue, source, content, form, hedged, fronted, infinitive, clause };
}

const size = ({ first, last }: Stretch): number => last - first;
const overlaps = (a: Stretch, b: Stretch): boolean => a.first < b.last && b.first < a.last;
const holds = (a: Stretch, b: Stretch): boolean => a.first <= b.first && b.last <= a.last;
const stretchHolding = (content: readonly Stretch[], inner: Stretch): Stretch | undefined => content.find((c) => holds(c, inner));

/** The candidates that stay, in text order of their cues. Quadratic in their number, which the caller bounds. */
export function settle(g: Ground, candidates: readonly Candidate[]): Candidate[] {
  const hedged = hedge(candidates).map((c) => interrupting(c, candidates));
  const chosen: Candidate[] = [];
  // Frames around the sentence first, then the longer cue: "expressed hope" before "expressed".
  const byWeight = [...hedged].sort((a, b) => Number(b.fronted) - Number(a.fronted) || size(b.cue) - size(a.cue) || a.cue.first - b.cue.first);
  for (const candidate of byWeight) {
    if (chosen.some((other) => overlaps(other.cue, candidate.cue))) continue;
    if (candidate.infinitive && hedged.some((other) => other !== candidate && stretchHolding(other.content, candidate.cue))) continue;
    const holder = hedged.find((other) => other !== candidate && other.source !== null && holds(other.source, candidate.cue));
    if (holder && !leaves(g, holder, candidate)) continue;
    chosen.push(candidate);
  }
  const ordered = chosen.sort((a, b) => a.cue.first - b.cue.first);
  ordered.forEach((outer) => {
    for (const inner of ordered) if (inner !== outer) separate(g, outer, inner);
  });
  const contents = ordered.flatMap(({ content }) => content);
  for (const { source } of ordered) if (source) source.first = behindObject(g, source, contents);
  return ordered.filter((candidate) => candidate.content.some((c) => size(c) > 0));
}

/** "rejected the plan and Norland accepted it": the subject begins behind what the verb before it is about. */
function behindObject(g: Ground, source: Stretch, contents: readonly Stretch[]): number {
  const object = contents.find((c) => c.first <= source.first && c.last > source.first && c.last < source.last);
  return object && tagOf(g, object.last) === "CCONJ" ? object.last + 1 : source.first;
}

/** "sighs one, who thinks she will win": what the speaker thinks beyond the words is an attribution of its own, and the source ends before it. */
function leaves(g: Ground, holder: Candidate, { cue, source, clause }: Candidate): boolean {
  const outer = holder.source as Stretch;
  if (!clause || !holder.fronted || source?.first !== outer.first) return false;
  const comma = source.last;
  if (lower(g, comma) !== "," || lower(g, comma + 1) !== "who" || comma >= cue.first) return false;
  outer.last = comma;
  return true;
}

/** "reportedly told": the adverb doubts the cue beside it and reports nothing of its own. */
function hedge(candidates: readonly Candidate[]): Candidate[] {
  const adverbs = candidates.filter((c) => c.hedged && c.source === null && size(c.cue) === 1);
  const others = candidates.filter((c) => !adverbs.includes(c));
  const beside = (adverb: Candidate, c: Candidate): boolean => c.source !== null && (holds(c.cue, adverb.cue) || adverb.cue.last === c.cue.first);
  return [
    ...others.map((c) => (adverbs.some((adverb) => beside(adverb, c)) ? copied(c, c.content, true, c.fronted) : c)),
    ...adverbs.filter((adverb) => !others.some((c) => beside(adverb, c))),
  ];
}

/** "maintains that the lands which, according to X, have": a phrase amid another's words reports only those. */
function interrupting(candidate: Candidate, all: readonly Candidate[]): Candidate {
  if (!candidate.fronted || candidate.content.length !== 2 || candidate.source === null || candidate.source.first < candidate.cue.first) return candidate;
  const outer = all.find(
    (o) =>
      o !== candidate &&
      o.content.some((c) => holds(c, candidate.cue) && holds(c, candidate.source as Stretch) && c.first > (candidate.content[0] as Stretch).first),
  );
  const around = outer?.content.find((c) => holds(c, candidate.cue));
  if (!around) return candidate;
  const inside = candidate.content.map((c) => ({ first: Math.max(c.first, around.first), last: Math.min(c.last, around.last) }));
  return copied(candidate, inside, candidate.hedged, false);
}

/** Where `inner`'s cue stands in `outer`'s content: a voice inside it is clipped to it; the same voice's next cue ends it. */
function separate(g: Ground, outer: Candidate, inner: Candidate): void {
  if (inner.fronted && stretchHolding(inner.content, outer.cue)) return;
  const around = stretchHolding(outer.content, inner.cue);
  if (!around) {
    // The frame's own cue must not stand in another's content.
    if (!outer.fronted) return;
    inner.content = inner.content.map((c) =>
      overlaps(c, outer.cue) && c.first < outer.cue.first && !outer.content.every((o) => holds(c, o))
        ? { first: c.first, last: Math.min(c.last, trimmed(g, c.first, Math.min(outer.cue.first, outer.source?.first ?? outer.cue.first))) }
        : c,
    );
    return;
  }
  const sameVoice = inner.source !== null && outer.source !== null && inner.source.first === outer.source.first && !holds(around, inner.source);
  if (sameVoice && !outer.fronted) {
    around.last = trimmed(g, around.first, inner.cue.first);
    return;
  }
  if (!outer.fronted && inner.source && holds(around, inner.source) && startsAfresh(g, outer, inner)) {
    around.last = trimmed(g, around.first, inner.source.first);
    return;
  }
  inner.content = inner.content.flatMap((c) => {
    const piece = outer.content.find((o) => overlaps(o, c));
    return piece ? [{ first: Math.max(c.first, piece.first), last: Math.min(c.last, piece.last) }] : holds(around, inner.cue) && !outer.fronted ? [] : [c];
  });
}

/** ", and Nordic partners object": a clause of its own after "rejected the plan", or in the present tense after "said". */
function startsAfresh(g: Ground, outer: Candidate, inner: Candidate): boolean {
  const first = inner.source?.first ?? 0;
  if (tagOf(g, first - 1) !== "CCONJ" || lower(g, first - 2) !== ",") return false;
  return outer.clause !== true || (outer.form === "past" && inner.form === "s");
}

/** `last` moved back over a comma and a conjunction. */
function trimmed(g: Ground, first: number, last: number): number {
  let end = last;
  while (
    end > first &&
    (tagOf(g, end - 1) === "CCONJ" ||
      tagOf(g, end - 1) === "ADV" ||
      (tagOf(g, end - 1) === "PUNCT" && !isOpening(g, end - 1) && !/["“”»]/.test(lower(g, end - 1))))
  )
    end--;
  return end;
}
