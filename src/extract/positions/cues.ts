// Which issues a stretch of text is about: the cues that remain when several claim the same words. Gives no stance.
import { seek } from "../seek.ts";
import type { Doc, Range, Token } from "../types.ts";
import type { CueRef, PositionIndex } from "./compile.ts";
import { findPatterns, type Match, numbered, withValue } from "./patterns.ts";
import type { View } from "./view.ts";

/** Of overlapping matches the one with most words of its own; a general issue yields to a specific one that stands on or beside its words. */
export function chooseCues(tokens: readonly Token[], matches: readonly Match<CueRef>[]): Match<CueRef>[] {
  const sorted = [...matches].sort((a, b) => b.at.length - a.at.length || b.value.cue.weight - a.value.cue.weight || a.first - b.first);
  const chosen: Match<CueRef>[] = [];
  for (const match of sorted) {
    if (chosen.some((other) => (covers(other, match) && !allows(other, match)) || overlapsOwn(other, match))) continue;
    chosen.push(match);
  }
  return chosen
    .filter((match) => !chosen.some((other) => yields(match, other) || contains(tokens, match, other)))
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

/** Weaker words only colour a paper: "the peace plan". */
const sure = 0.9;

/** "accept the paper despite misgivings about the cap": what comes behind is no content of the paper. */
const limits = new Set(["despite", "although", "though", "but", "unless", "if", "except", "until", "because", "before", "after", "while"]);

/** "a proposal for a truce", "the autonomy plan": what stands right after a paper or names it is its content. */
function contains(tokens: readonly Token[], paper: Match<CueRef>, other: Match<CueRef>): boolean {
  if (!paper.value.issue.container || other.value.issue.container) return false;
  for (let i = paper.last; i < other.first && i - paper.last < 7; i++) if (limits.has((tokens[i] as Token).lower)) return false;
  const behind = other.first >= paper.last || (other.first > paper.first && other.last >= paper.last);
  const inside = other.first >= paper.first && other.last <= paper.last && other.value.cue.weight >= sure;
  return inside || (behind && other.first - paper.last < 7);
}

function allows(a: Match<CueRef>, b: Match<CueRef>): boolean {
  return a.value.issue.beside.includes(b.value.issue.issue);
}

/** "produced no results", "no limits be put on the army": a "no" between a cue's own words turns it, as does "anything but" before them. */
export function turnedInside(tokens: readonly Token[], cue: Match<CueRef>): Match<CueRef> {
  const but = tokens[cue.first - 1]?.tag === "DET" ? cue.first - 2 : cue.first - 1;
  let isTurned = tokens[but]?.lower === "but" && /^(?:any|every)thing$/.test(tokens[but - 1]?.lower ?? "");
  for (let i = cue.first + 1; i < cue.last && !isTurned; i++) isTurned = (tokens[i] as Token).lower === "no" && !cue.at.includes(i);
  return isTurned ? withValue(cue, { issue: cue.value.issue, cue: cue.value.cue, sign: cue.value.sign === 1 ? -1 : 1 }) : cue;
}

/** "to sit down with the movement": a meeting with no person is none of leaders. */
export function betweenWhom({ cast, mentionAt, index }: View, cue: Match<CueRef>): Match<CueRef> {
  const other = index.issues.get(cue.value.issue.no_person ?? "");
  if (!other) return cue;
  const kinds = cue.at.flatMap((i) => cast.entities.get(mentionAt[i]?.actor ?? "")?.kind ?? []);
  const isNone = kinds.length > 0 && kinds.every((kind) => kind === "organisation" || kind === "group");
  return isNone ? withValue(cue, { issue: other, cue: cue.value.cue, sign: cue.value.sign }) : cue;
}

/** All words of `b` are words of `a`. */
function covers(a: Match<CueRef>, b: Match<CueRef>): boolean {
  return b.at.every((i) => a.at.includes(i));
}

/** One issue's matches must not share a word, nor, with opposite directions, stand side by side: "amnesty for war crimes". */
function overlapsOwn(a: Match<CueRef>, b: Match<CueRef>): boolean {
  const beside = a.value.sign !== b.value.sign ? 1 : 0;
  return a.value.issue === b.value.issue && b.first < a.last + beside && a.first < b.last + beside;
}

function yields(general: Match<CueRef>, specific: Match<CueRef>): boolean {
  return (
    general.value.sign === specific.value.sign &&
    specific.value.issue.over.includes(general.value.issue.issue) &&
    general.first < specific.last + 2 &&
    specific.first < general.last + 2
  );
}

const circumstances = new Set(["after", "during", "since", "following", "amid", "despite", "throughout"]);
/** Before "to" or "of": the reason for something else, or what it comes before. */
const reasons = new Set(["due", "owing", "thanks", "because", "ahead", "prior"]);
/** Before "for" or "to": what follows is not the condition but what hangs on it. */
const conditions = new Set(["precondition", "preconditions", "prerequisite", "prerequisites", "pre-condition"]);
const places = new Set(["in", "at", "on", "from", "over", "with", "within", "inside", "through"]);

/** "after the truce", "in talks with", "put forward by the mediators": the words tell when, where or by whom, and nobody wants them. `governed` are the tokens of the frames around, `held` those of frames that somebody holds; what is a condition is more than a time: "no truce before the army has left". */
export function isCircumstance(
  tokens: readonly Token[],
  cue: Match<CueRef>,
  governed: ReadonlySet<number>,
  held: ReadonlySet<number>,
  isCondition: boolean,
): boolean {
  for (let i = tokens[cue.first]?.lower === "by" ? cue.first : cue.first - 1; i >= Math.max(0, cue.first - 6); i--) {
    const { lower, tag } = tokens[i] as Token;
    const hangs = lower === "for" || lower === "to" || tokens[i + 1]?.lower === "any";
    if (hangs && conditions.has(tokens[i - 1]?.lower ?? "")) return true;
    if (governed.has(i) || (lower === "after" && tokens[i - 1]?.lower === "only")) return false;
    const before = tokens[i - 1]?.lower ?? "";
    if (lower === "as") return false;
    if (lower === "of" && tokens[i - 1]?.tag === "NOUN" && cue.value.issue.event) {
      i--;
      continue;
    }
    if ((lower === "before" && !isCondition) || circumstances.has(lower) || (lower === "of" && before === "part") || reasons.has(before)) return true;
    if (lower === "by" && held.has(i - 1) && !tokens[i + 1]?.lower.endsWith("ing")) return true;
    if (places.has(lower)) return cue.value.issue.event || (cue.value.issue.container && lower === "in");
    const modifies = tag === "NOUN" && cue.value.issue.event && i === cue.first - 1;
    if (!modifies && !["DET", "ADJ", "NUM", "PROPN", "PART", "ADV"].includes(tag) && lower !== "'s" && lower !== "-" && !lower.endsWith("ing")) return false;
  }
  return false;
}

/** Ids of the issues that `range` is about, in text order, each once. For the agenda of a round. */
export function issuesIn(doc: Doc, range: Range, index: PositionIndex): string[] {
  const first = seek(doc.tokens, range.start);
  let last = first;
  while (last < doc.tokens.length && (doc.tokens[last] as { end: number }).end <= range.end) last++;
  const matches = findPatterns(numbered(doc.tokens, index.patterns), first, last, index.patterns, () => false, index.cueEnd);
  const found = chooseCues(
    doc.tokens,
    matches.flatMap((match) => (match.value.kind === "cue" ? [withValue(match, match.value.value)] : [])),
  );
  return [...new Set(found.filter(({ value }) => value.cue.act === undefined && value.cue.weight >= 0.9).map(({ value }) => value.issue.issue))];
}
