// Rows of a frame that somebody holds and that no cue's words follow: the vocabulary says what it is about. Every row has a low confidence.
import type { Token } from "../types.ts";
import { silentIn } from "./about.ts";
import { chainOf } from "./chains.ts";
import type { CueRef } from "./compile.ts";
import { isCircumstance } from "./cues.ts";
import type { Op } from "./ops.ts";
import { type Analysis, type Draft, draftsOf, redrafted, type Speaker } from "./rows.ts";
import { setOf } from "./sets.ts";
import { readChain } from "./stance.ts";
import type { View } from "./view.ts";
import { addUp, directed, leader, margin, type Sums, share, speaksFor, wordsFor } from "./vocabulary.ts";

const doubt = 0.45;
/** What the words that the frame governs must say of the issue themselves: one fair word. */
const least = 1.5;
/** Words of one sentence that are looked at. */
const reach = 60;

/** Rows of the frames in a sentence that made no row of `drafts`. */
export function wordedDrafts(view: View, at: Analysis, drafts: readonly Draft[], speaker: Speaker): Draft[] {
  const framed = setOf(at.grammar.ops.filter(({ frame }) => frame?.act).flatMap((op) => op.at));
  if (framed.size === 0) return [];
  const { doc, index } = view;
  const { first, last } = at.grammar;
  const { vocabulary } = index;
  const all = at.about().words;
  const whole: Sums = new Map();
  addUp(vocabulary, doc.tokens, all, last, 1, whole);
  if (!saysEnough(whole)) return [];
  const around: Sums = new Map();
  for (const [issue, sum] of whole) around.set(issue, share.around * sum);
  const before = doc.sentences[(doc.tokens[first] as Token).sentence - 1];
  if (before?.block === at.marks.sentence.block) addUp(vocabulary, doc.tokens, silentIn(view, before), before.last, share.before, around);
  if (!canLead(whole, around)) return [];
  return complements(view, at, framed, drafts).flatMap((complement) => {
    const own: Sums = new Map();
    addUp(vocabulary, doc.tokens, complement, last, 1, own);
    const lead = leader(added(around, own));
    const said = lead && lead.by >= margin && (own.get(lead.issue) ?? 0) >= least ? wordsFor(vocabulary, doc.tokens, complement, last, lead.issue) : [];
    const [anchor] = said;
    const value = lead && anchor !== undefined ? directed(vocabulary, doc.tokens, all, last, lead.issue) : null;
    if (!value || anchor === undefined) return [];
    const cue = { value, first: anchor, last: anchor + 1, at: [anchor] };
    if (isCircumstance(doc.tokens, cue, framed, framed, false)) return [];
    const shown = { value, first: anchor, last: anchor + 1, at: said.toSorted((a, b) => a - b) };
    return draftsOf(view, at, cue, chainOf(doc.tokens, at.grammar, cue), speaker).flatMap((draft) =>
      drafts.some((other) => gainsays(other, draft)) ? [] : [redrafted(draft, { cue: shown, confidence: Math.min(draft.confidence, doubt) })],
    );
  });
}

/** A cue has told the same holder's opposite stance on the issue, and by more than by standing there. */
function gainsays({ issue, stance, holder, rule }: Draft, draft: Draft): boolean {
  return issue.issue === draft.issue.issue && stance !== draft.stance && holder.actors.join() === draft.holder.actors.join() && !rule.startsWith("bare/");
}

function saysEnough(sums: Sums): boolean {
  for (const sum of sums.values()) if (sum >= least) return true;
  return false;
}

/** Whether an issue would lead if a frame governed all words of the sentence: in most sentences none would, and no chain need be followed. */
function canLead(whole: Sums, around: Sums): boolean {
  for (const [issue, sum] of whole) if (sum >= least && sum + (around.get(issue) ?? 0) >= margin) return true;
  return false;
}

function added(a: Sums, b: Sums): Sums {
  const sums = new Map(a);
  for (const [issue, sum] of b) sums.set(issue, (sums.get(issue) ?? 0) + sum);
  return sums;
}

const content = new Set(["NOUN", "VERB", "ADJ", "PROPN", "ADV"]);

/** For each frame that has an act and made no row, the words that it governs and that speak for an issue. */
function complements(
  { doc: { tokens }, mentionAt, index: { vocabulary } }: View,
  { grammar }: Analysis,
  framed: ReadonlySet<number>,
  drafts: readonly Draft[],
): number[][] {
  const taken = new Set(drafts.flatMap(({ reading }) => (reading.op ? [keyOf(reading.op)] : [])));
  const open = new Map<string, number[]>();
  let compared = false;
  const end = Math.min(grammar.last, grammar.first + reach);
  for (let i = grammar.first; i < end; i++) {
    compared = opensComparison(tokens, i) || (compared && (tokens[i] as Token).lower !== ",");
    if (compared || !content.has((tokens[i] as Token).tag) || framed.has(i) || mentionAt[i]?.acts) continue;
    if (speaksFor(vocabulary, tokens, i, grammar.last).length === 0) continue;
    const chain = chainOf(tokens, grammar, { value: noIssue, first: i, last: i + 1, at: [i] });
    const reading = chain.open || chain.condition !== null ? null : readChain(chain.ops, 1, null);
    if (!reading?.op || reading.act === null || taken.has(keyOf(reading.op))) continue;
    const known = open.get(keyOf(reading.op));
    if (known) known.push(i);
    else open.set(keyOf(reading.op), [i]);
  }
  return [...open.values()];
}

/** Tokens from "as" to the "as" that compares. */
const longestAs = 4;

/** "as tightly as members of the alliance", "more than a truce": what something is compared with, to the next comma, is not what is wanted. */
function opensComparison(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokens[i] as Token;
  return lower === "than" || (lower === "as" && tokens.slice(Math.max(0, i - longestAs), i).some((token) => token.lower === "as"));
}

/** A chain is the same whatever the words are about. */
const noIssue = { cue: {} } as CueRef;

function keyOf({ first, last }: Op): string {
  return `${first}-${last}`;
}
