// The signs by which rows are weighed, those of the first reading and the possible ones of the second: who would hold it, how the sentence is told, what else the text holds. Names are those of learned.yaml.
import { put, type Scale } from "../scale.ts";
import type { Attribution, Mention, Token } from "../types.ts";
import type { Chain } from "./chains.ts";
import { oddsOf, stanceWords } from "./learned-stance.ts";
import type { Analysis, Speaker } from "./rows.ts";
import { sideOf, sidesNamed } from "./sides.ts";
import type { PositionFinding } from "./types.ts";
import type { Holder, View } from "./view.ts";

/** Words that show a mood, whatever they govern. */
const moods: readonly [string, readonly string[]][] = [
  ["must", ["must", "should", "need", "needs", "has", "have", "ought", "let"]],
  ["will", ["will", "would", "'ll", "wo", "shall", "can", "cannot", "could"]],
  ["not", ["not", "n't", "no", "never", "nor", "nobody", "none", "without", "neither"]],
  ["if", ["if", "unless", "until", "before", "once", "provided", "only"]],
];
const moodOf = new Map(moods.flatMap(([mood, words]) => words.map((word) => [word, mood] as const)));
const articles = new Set(["the", "a", "an"]);
/** Keeps the logarithm of a chance finite. */
export const floor = 0.01;
/** Beyond this the stance is as good as sure. */
const sure = 3;

export interface Possible {
  issue: string;
  /** How likely the sentence is about it, among the issues the how manieth, and how likely is the first. */
  chance: number;
  rank: number;
  best: number;
  none: number;
  sign: 1 | -1;
  /** The logarithm of the odds that the sentence is for it. */
  stance: number;
  anchor: number;
  holder: Holder;
  /** How the holder was come by. */
  via: string;
  party: string;
  chain: Chain;
}

/** What is the same for all possible rows of one sentence. */
export function sentenceSigns(scale: Scale, view: View, at: Analysis, found: readonly PositionFinding[]): void {
  const { doc, index } = view;
  const { first, last, ops } = at.grammar;
  const { bearing } = index.learned;
  const on = (name: string): void => put(scale, name, 1);
  put(scale, "length", Math.log(last - first));
  put(scale, "bearing", oddsOf(bearing, stanceWords(bearing, doc.tokens, first, last)));
  on(`block:${doc.blocks[at.marks.sentence.block]?.kind}`);
  const acts = new Set(ops.flatMap(({ frame }) => frame?.act ?? []));
  for (const act of acts) on(`act:${act}`);
  if (acts.size === 0) on("no act");
  const told = new Set<string>();
  for (let i = first; i < last; i++) {
    const mood = moodOf.get((doc.tokens[i] as Token).lower);
    if (mood !== undefined) told.add(mood);
  }
  for (const [mood] of moods) if (told.has(mood)) on(mood);
  if (doc.tokens[last - 1]?.lower === "?") on("question");
  if (found.length > 0) put(scale, "rows here", Math.log(1 + found.length));
}

/** What tells one possible row of a sentence from another. */
export function rowSigns(scale: Scale, view: View, at: Analysis, row: Possible, found: readonly PositionFinding[], speaker: Speaker): void {
  const { issue, chance, rank, best, none, sign, stance, anchor, holder, via, party, chain } = row;
  const said = speaker.attributionAt(anchor);
  const told = said?.kind ?? "author";
  const on = (name: string): void => put(scale, name, 1);
  put(scale, "chance", Math.log(chance + floor));
  put(scale, `chance:${via}`, Math.log(chance + floor));
  put(scale, "none", Math.log(none + floor));
  put(scale, "behind the first", Math.log(best + floor) - Math.log(chance + floor));
  put(scale, "stance", Math.max(-sure, Math.min(sure, stance * sign)));
  for (const name of [`rank:${rank}`, `via:${via}`, `via:${via}:${told}`, `told:${told}`, `sign:${sign}`]) on(name);
  const cued = new Set(at.marks.cues.map(({ value }) => value.issue.issue));
  if (cued.size > 0) on(cued.has(issue) ? "cue" : "other cue");
  if (said?.speaker) on(said.speaker === party || sideOf(view, said.speaker) === party ? "told by its party" : "told by another");
  const here = new Set(found.map((other) => other.party));
  if (here.size > 0) on(here.has(party) ? "holder has a row here" : "another has a row here");
  if (view.quoted[anchor]) on("quoted");
  const mention = holder.token === null ? undefined : view.mentionAt[holder.token];
  if (mention) {
    on(mention.first < anchor ? "holder before" : "holder behind");
    on(`holder:${mention.form}`);
    put(scale, "holder far", Math.log(1 + Math.abs(mention.first - anchor)));
    holderSigns(on, view, mention, anchor);
  }
  // Words that go on from a sentence before, with nobody here who says them.
  if (said !== null) on(`${via} ${isToldHere(view, at, said) ? "told here" : "told before"}`);
  const named = sidesNamed(view.cast);
  const times = named.of.get(party) ?? 0;
  put(scale, "named often", Math.log(1 + times));
  put(scale, "share of names", times / (1 + named.all));
  on(`kind:${view.cast.entities.get(party)?.kind ?? "none"}`);
  if (view.cast.beside?.has(party)) on("mediator");
  if (chain.relative !== null) on("relative");
}

/** How the holder stands in its sentence: led to by a preposition, as an owner, before a verb, or in the very words of the issue. */
function holderSigns(on: (name: string) => void, { doc: { tokens } }: View, { first, last }: Mention, anchor: number): void {
  const [before, behind] = [tokens[first - 1], tokens[last]];
  const lead = before && articles.has(before.lower) ? tokens[first - 2] : before;
  if (lead?.tag === "ADP") on(`holder led to by ${lead.lower}`);
  if (behind?.tag === "PART" || behind?.lower === "'s" || behind?.lower === "’s") on("holder owns");
  if (behind?.tag === "VERB" || behind?.tag === "AUX") on("holder acts");
  if (anchor >= first && anchor < last) on("holder is the word");
}

/** Whether a sentence itself says who says its words. */
function isToldHere({ doc }: View, { grammar: { first, last } }: Analysis, { cue, source }: Attribution): boolean {
  const at = (cue ?? source)?.start ?? -1;
  return at >= (doc.tokens[first] as Token).start && at < (doc.tokens[last - 1] as Token).end;
}

export function holderOf({ party, actor }: PositionFinding): string {
  return party ?? actor;
}

/** The same for all tellings of a row. */
export function keyOf(row: PositionFinding, stance: PositionFinding["stance"] = row.stance): string {
  return `${holderOf(row)} ${stance} ${row.issue}`;
}

export const opposite = ({ stance }: PositionFinding): PositionFinding["stance"] => (stance === "for" ? "against" : "for");
