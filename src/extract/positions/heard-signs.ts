// The signs of possible rows of the second reading that rows of the first do not have. Names are those of learned.yaml.
import type { NoPosition } from "../../domain/explanations.ts";
import { partyOf } from "../party.ts";
import { put, type Scale } from "../scale.ts";
import { type Chain, chainOf } from "./chains.ts";
import type { CueRef } from "./compile.ts";
import { holderOf } from "./held-by.ts";
import type { Match } from "./patterns.ts";
import { type Analysis, isHypothetical, type Speaker } from "./rows.ts";
import { allSides, sideOf } from "./sides.ts";
import { type Reading, readChain } from "./stance.ts";
import { type Holder, nobody, type View } from "./view.ts";

/** Why the first reading took no row of words of this sentence. */
export function asideSigns(scale: Scale, reasons: ReadonlySet<NoPosition>): void {
  for (const reason of reasons) put(scale, `aside:${reason}`, 1);
  if (reasons.size > 0) put(scale, "aside", 1);
}

/** What the clauses around the words leave open: "whether", "if", "is expected to". */
export function clauseSigns(scale: Scale, at: Analysis, chain: Chain): void {
  if (chain.open) put(scale, "open", 1);
  if (chain.condition !== null) put(scale, "condition", 1);
  if (isHypothetical(at, chain)) put(scale, "hypothetical", 1);
}

/** Where the sentence stands in its text, and how much of it is quoted or has words of issues. */
export function standingSigns(scale: Scale, { doc, quoted }: View, { marks, grammar: { first, last } }: Analysis, sentence: number): void {
  put(scale, "sentence at", sentence / doc.sentences.length);
  put(scale, "sentences", Math.log(doc.sentences.length));
  put(scale, "quoted share", quoted.subarray(first, last).reduce((sum, one) => sum + one, 0) / (last - first));
  put(scale, "cues here", Math.min(mostCues, marks.cues.length));
  put(scale, "issues cued", new Set(marks.cues.map(({ value }) => value.issue.issue)).size);
}

/** More cues of a sentence tell nothing more. */
const mostCues = 5;

/** What the rules for frames and verbs make of words that tell of an issue: whether they keep or turn what these say, and the parties that would hold it. */
export interface Ruled {
  reading: Reading | null;
  parties: ReadonlySet<string>;
}

/** `cue` stands for the words. */
export function ruledBy(view: View, at: Analysis, chain: Chain, cue: Match<CueRef>, speaker: Speaker): Ruled {
  const reading = readChain(chain.ops, 1, null);
  const holder = reading ? holderOf(view, at, reading, cue, speaker, at) : nobody;
  return { reading, parties: new Set(actorsOf(view, at, holder, cue, speaker).map((actor) => partyIn(view, actor))) };
}

function actorsOf(view: View, at: Analysis, { via, actors, token }: Holder, cue: Match<CueRef>, speaker: Speaker): readonly string[] {
  if (via === "both") return allSides(view, token ?? at.grammar.first);
  const said = via === "speaker" && actors.length === 0 ? speaker.attributionAt(cue.first)?.speaker : null;
  return said ? [said] : actors;
}

/** For which party of the text an actor counts. */
export function partyIn(view: View, actor: string): string {
  const side = sideOf(view, actor);
  return partyOf(view.cast.entities.get(side)) ?? side;
}

/** What is the same for all possible holders of an issue: how many words tell of it, where, and under which verbs. */
export function wordSigns(scale: Scale, view: View, at: Analysis, chain: Chain, { reading }: Ruled, anchor: number, words: number, speaker: Speaker): void {
  const { first, last, clauses, clauseAt } = at.grammar;
  const on = (name: string): void => put(scale, name, 1);
  put(scale, "words", Math.log(1 + words));
  put(scale, "anchor at", (anchor - first) / (last - first));
  put(scale, "ops", chain.ops.length);
  on(`clause:${clauses[clauseAt[anchor - first] ?? 0]?.kind}`);
  const said = speaker.attributionAt(anchor);
  if (said) on(`speaker:${said.speaker === null ? "none" : view.cast.entities.get(said.speaker)?.kind}`);
  if (reading === null) on("unread");
  else if (reading.act !== null) on(`by ${reading.act}`);
  if (reading?.mood) on(`mood ${reading.mood}`);
  if (reading?.op?.frame) on(`frame:${reading.op.frame.kind}`);
}

/** How a stance fits what the verbs over the words do to them, and what the first cue of the issue says, alone and under its verbs. */
export function attitudeSigns(
  scale: Scale,
  { doc }: View,
  { marks, grammar }: Analysis,
  { reading }: Ruled,
  issue: string,
  sign: 1 | -1,
  stance: number,
): void {
  put(scale, "stance raw", stance);
  if (reading !== null) put(scale, "turned", reading.sign * sign);
  const cue = marks.cues.find(({ value }) => value.issue.issue === issue);
  if (!cue) return;
  const own = readChain(chainOf(doc.tokens, grammar, cue).ops, cue.value.sign, cue.value.cue.act ?? null);
  put(scale, "cue says", cue.value.sign * sign);
  if (own !== null) put(scale, "cue reads", own.sign * sign);
  if (own?.act) put(scale, `cue ${own.act}`, 1);
}

/** How a holder stands among the possible ones, and whether the rules name it. `rank`: its place among them, from 0, the most telling first; `here`: how often the sentence names its party as one that acts. */
export function heldSigns(scale: Scale, { reading, parties }: Ruled, party: string, rank: number, holders: number, here: number): void {
  put(scale, "holders", holders);
  put(scale, "holder rank", rank);
  put(scale, "party here", here);
  const by = parties.size === 0 ? "nobody" : parties.has(party) ? "it" : "another";
  put(scale, `ruled ${by}`, 1);
  if (reading?.op && parties.size > 0) put(scale, `ruled ${by} by frame`, 1);
}
