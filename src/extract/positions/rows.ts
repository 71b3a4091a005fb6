// From a chain to who holds it: the drafts of positions, one for each holder. Decides nothing about other sentences.

import type { NoPosition } from "../../domain/explanations.ts";
import type { Act, Stance } from "../../domain/vocabulary.ts";
import type { Attribution, Token } from "../types.ts";
import type { About } from "./about.ts";
import { actOf } from "./acts.ts";
import { type Chain, withOps } from "./chains.ts";
import type { CueRef } from "./compile.ts";
import type { Grammar } from "./grammar.ts";
import { holderOf } from "./held-by.ts";
import { possessorOf } from "./holders.ts";
import { changedOp, type Op } from "./ops.ts";
import type { Paper } from "./papers.ts";
import type { Match } from "./patterns.ts";
import { provisionOf } from "./provisions.ts";
import { sideOf } from "./sides.ts";
import { changed, deniedAct, type Reading, readChain } from "./stance.ts";
import { subjectOf } from "./subjects.ts";
import { officeHolder } from "./told-sides.ts";
import { isCalledUntrue } from "./untrue.ts";
import { type Holder, type Marks, nobody, phrasesOf, type View } from "./view.ts";

/** A sentence with all that the stage knows of it. */
export interface Analysis {
  marks: Marks;
  grammar: Grammar;
  /** Whose the paper is that "it", and that a paper with no owner beside it, stand for. */
  owners: { it: readonly string[]; paper: readonly string[] };
  /** The paper of which the sentence may tell: named in it, or a sentence or two before. Null where there is none. */
  paper: Paper | null;
  /** Whether the sentence before, in the same paragraph, told of its contents. */
  goesOn: boolean;
  /** Whether the paragraph has named it. */
  inHand: boolean;
  /** What the sentence is about by all its words. */
  about: () => About;
}

export interface Draft {
  holder: Holder;
  issue: CueRef["issue"];
  stance: Stance;
  act: Act;
  hedged: boolean;
  confidence: number;
  rule: string;
  cue: Match<CueRef>;
  chain: Chain;
  reading: Reading;
  /** Where the words stand that hold the position: the frame's clause. */
  at: Analysis;
  /** Token whose attribution counts. */
  anchor: number;
}

/** The draft with some of its fields changed. */
export function redrafted({ holder, issue, stance, act, hedged, confidence, rule, cue, chain, reading, at, anchor }: Draft, changes: Partial<Draft>): Draft {
  return Object.assign({ holder, issue, stance, act, hedged, confidence, rule, cue, chain, reading, at, anchor }, changes);
}

export interface Speaker {
  /** The innermost attribution that holds a token; null where the author speaks. */
  attributionAt: (token: number) => Attribution | null;
  /** Whether only the press tells of the paper in hand. */
  isLeaked: () => boolean;
  /** Who held the last row, for "this position"; null where the sentence before has none. */
  lastHolder: () => string | null;
  /** Who last spoke, held a row and acted in the sentences before, as far as there were any. */
  earlier: () => readonly string[];
  /** The attribution whose verb or noun stands on these tokens. */
  saidBy: (tokens: readonly number[]) => Attribution | null;
  /** The attribution of the sentence before, in the same paragraph; null where that was the author's. */
  before: (token: number) => Attribution | null;
}

/** Set so that rows of 0.8 and more are right nine times in ten on articles that no rule was written for. */
const calibration = 0.92;

/** Rows that one cue makes in its own sentence. `outer` continues the chain in the sentence that introduces a list. */
export function draftsOf(
  view: View,
  at: Analysis,
  cue: Match<CueRef>,
  chain: Chain,
  speaker: Speaker,
  outer: { chain: Chain; at: Analysis } | null = null,
  above: Holder = nobody,
): Draft[] {
  const { cue: entry, issue, sign } = cue.value;
  const refused = chain.open ? "doubt" : isHypothetical(at, chain) ? "foretold" : null;
  if (refused) view.trace?.cue(cue, refused);
  if (refused) return [];
  const all = outer ? [...chain.ops, ...outer.chain.ops] : withTag(view, at, cue, chain, speaker);
  const ops = threatened(view, at, befitting(all, issue.issue));
  const plain = withOwnFrame(at, cue, readChain(ops, sign, entry.act ?? null, sign < 0 && holdsNo(view.doc.tokens, cue)));
  if (!plain) view.trace?.cue(cue, "denied");
  if (!plain) return [];
  const meant = keeping(cue, standing(view, chain, speaker, cue, obliged(view, at, plain, ops, speaker, outer?.at ?? at)));
  const isUntrue = isCalledUntrue(view, at, cue, chain);
  if (isUntrue && meant.sign < 0) view.trace?.cue(cue, "denied");
  if (isUntrue && meant.sign < 0) return [];
  const reading = isUntrue ? changed(meant, { sign: -1, act: "refuse" }) : meant;
  const drafts: Draft[] = [];
  const home = (op: Op | null): Analysis => (op && outer?.chain.ops.includes(op) ? outer.at : at);
  const add = (read: Reading, holder: Holder): void => {
    const outcome = refusal(view, read, holder, cue, chain);
    if (outcome) view.trace?.cue(cue, outcome);
    if (outcome || read.act === null) return;
    const anchor = read.op?.at[0] ?? cue.first;
    drafts.push({
      holder,
      issue,
      stance: read.sign > 0 ? "for" : "against",
      act: actOf(view, home(read.op), at, read, read.act, cue),
      hedged: read.hedged,
      confidence: calibration * read.weight * entry.weight * trust(view, holder, read) * closeness(cue),
      rule: [...read.frames].reverse().concat(`${issue.issue}.${entry.id}`).join("/"),
      cue,
      chain,
      reading: read,
      at: home(read.op),
      anchor,
    });
  };
  const said = speaker.attributionAt(cue.first);
  const provision =
    (outer && provisionOf(view, outer.at, cue, withOps(chain, ops), said)) ?? provisionOf(view, at, cue, withOps(chain, outer ? chain.ops : ops), said);
  // "refuses any deal that does not include it": what rules the deal tells more than what the deal says.
  const isTurned = provision?.governed === true && reading.act !== null && reading.sign !== provision.reading.sign;
  if (provision && !isTurned) add(provision.reading, provision.holder);
  if (provision && !provision.governed) return drafts;
  const known = holderOf(view, home(reading.op), reading, cue, speaker, at);
  const holder = known.via === "none" ? officeHolder(view, said) : known;
  add(reading, holder.via === "none" && reading.mood === null ? above : holder);
  for (const [k, op] of ops.entries()) {
    if (op === reading.op || op.frame?.kind !== "noun" || !presupposes.has(op.frame.act ?? "assess")) continue;
    const inner = readChain(ops.slice(0, k + 1), sign, entry.act ?? null);
    const holder = possessorOf(view, home(op).marks, op);
    if (inner && !sameActors(holder, drafts[0]?.holder)) add(inner, holder);
  }
  for (const [k, op] of ops.entries()) {
    if (op === reading.op || !op.frame?.act || op.frame.kind !== "verb" || op.form !== "finite" || op.verb?.mood || reading.op?.frame?.act !== "support")
      continue;
    const inner = readChain(ops.slice(0, k + 1), sign, entry.act ?? null);
    const subject = subjectOf(view, home(op).marks, home(op).grammar, op.clause, 0, op);
    if (inner && inner.op === op && op.clause !== reading.op.clause && subject.via === "actor" && !sameActors(subject, drafts[0]?.holder)) add(inner, subject);
  }
  return drafts;
}

/** "wants its soldiers to pull out of the valley, a ban on arms and a vote": leaving a place is no leaving of what else is wanted. */
function befitting(ops: readonly Op[], issue: string): Op[] {
  return ops.filter(({ frame }, k) => k === ops.length - 1 || frame?.only === undefined || frame.only.includes(issue));
}

/** "warned that it would close the border": what who warns would do himself is a threat, and no fear. */
function threatened(view: View, { marks, grammar }: Analysis, ops: readonly Op[]): Op[] {
  return ops.map((op, k) => {
    const deed = ops[k - 1];
    if (op.frame?.act !== "warn" || op.frame.attitude !== "-" || deed?.verb?.mood !== "will" || deed.clause === op.clause) return op;
    const [doer, teller] = [deed, op].map((each) => subjectOf(view, marks, grammar, each.clause, 0, each).actors[0]);
    const isOwn = doer !== undefined && teller !== undefined && sideOf(view, doer) === sideOf(view, teller);
    return isOwn ? changedOp(op, op.last, { ...op.frame, attitude: "+" }, op.negators) : op;
  });
}

/** "called the draft a good basis": the cue's words hold the judgement, and the verb before is the judge's. */
function calledGood({ ops }: Grammar, cue: Match<CueRef>, reading: Reading): Reading {
  const verdict = ops.find(({ frame, at }) => frame?.kind === "verdict" && at.every((i) => i >= cue.first && i < cue.last));
  const judge = ops.findLast(({ frame, first }) => frame?.act === "assess" && first < cue.first);
  if (!verdict?.frame || !judge || judge.clause !== verdict.clause) return reading;
  return changed(reading, { act: verdict.frame.act, op: judge, weight: reading.weight * 0.85, frames: [...reading.frames, verdict.frame.id] });
}

/** How far a row is to be trusted by the way its holder was found. */
function trust(view: View, { token }: Holder, { op }: Reading): number {
  if (token === null || op === null) return 0.85;
  return view.doc.tokens[token]?.tag === "PRON" ? 0.92 : 1;
}

/** Words of a cue that stand apart may have met by chance. */
function closeness({ first, last, at }: Match<CueRef>): number {
  return last - first > at.length + 1 ? 0.94 : 1;
}

/** Weaker words may hold a frame's by chance. */
const sure = 0.9;
const assents = new Set<Act>(["accept", "propose", "assess", "warn"]);

/** "agreed to meet", "does not recognise the border": the cue's words hold the frame, so that its act counts and its sign is in the cue already. */
function withOwnFrame({ grammar }: Analysis, match: Match<CueRef>, reading: Reading | null): Reading | null {
  const { cue, issue } = match.value;
  const own = match.at;
  if (reading?.act === null && issue.container) return calledGood(grammar, match, reading);
  if (!reading || reading.act !== null) return reading;
  const op = grammar.ops.find(({ frame, verb, form, at, negators }) => {
    const finite = frame?.kind === "verb" && verb !== null && form === "finite" && !verb.passive && own.includes(verb.main);
    if (!finite || frame.act === null || frame.act === "assess" || frame.act === "warn") return false;
    if (negators.length > 0 && deniedAct(frame, negators) === null) return false;
    return issue.event || (cue.weight >= sure && !assents.has(frame.act) && at.every((i) => own.includes(i)));
  });
  if (!op?.frame) return reading;
  const act = deniedAct(op.frame, op.negators) ?? op.frame.act;
  return changed(reading, { act, op, weight: reading.weight * op.frame.weight * 0.9, frames: [...reading.frames, op.frame.id] });
}

/** Why a reading makes no row; null where it does. */
function refusal(view: View, read: Reading, holder: Holder, { value, first }: Match<CueRef>, chain: Chain): NoPosition | null {
  if (read.act === null || (value.issue.container && isOfPaperAlone(read))) return "no_act";
  if (read.op?.frame?.only?.includes(value.issue.issue) === false) return "no_act";
  if (isScheduled(view, read.op) && read.mood === "must" && (value.issue.event || read.op?.frame?.act === "consider")) return "foretold";
  if (value.issue.container && isTold(value, chain, first)) return "described";
  if (value.cue.weight < 0.9 && ((read.mood === "may" && read.act !== "refuse") || read.op?.frame?.id === "possible")) return "no_act";
  if (holder.via === "none") return read.mood ? "advice" : "no_holder";
  return chain.relative !== null && (read.mood !== null || (read.act === "assess" && read.op === null)) ? "described" : null;
}

/** Acts of a frame whose paper somebody says must be met with them. */
const welcomes = new Set<Act>(["concede", "accept", "support"]);

/** "proposed a plan", "demanded a deal": whoever wants a paper made says nothing of one that there is, as he does who says that "the plan must be accepted" or vows to fight it. */
function isOfPaperAlone({ act, op, sign }: Reading): boolean {
  if (act === "propose") return sign > 0;
  return act === "demand" && !(op?.frame?.act && welcomes.has(op.frame.act));
}

/** "denied that the text contained any such thing": the paper itself does something, and nobody says what is thought of it. */
function isTold({ cue }: CueRef, { ops }: Chain, from: number): boolean {
  const [op] = ops;
  return cue.act === undefined && op?.frame === null && op.form === "finite" && op.first > from && !op.verb?.passive && !op.verb?.copula;
}

/** "no foreign soldiers" is all of it the issue's words. */
function holdsNo(tokens: readonly Token[], { at }: Match<CueRef>): boolean {
  return at.some((i) => (tokens[i] as Token).lower === "no");
}

/** "The talks are to resume on Friday": what is fixed is told, not demanded. */
function isScheduled({ doc }: View, op: Op | null): boolean {
  return op?.verb != null && ["is", "are", "was", "were"].includes((doc.tokens[op.verb.first] as Token).lower);
}

/** "Foreign soldiers would be fair targets, he warned": a tag that does more than say governs what stands before it. */
function withTag(view: View, { grammar }: Analysis, cue: Match<CueRef>, chain: Chain, speaker: Speaker): Op[] {
  const said = speaker.attributionAt(cue.first)?.cue;
  if (!said) return chain.ops;
  const { tokens } = view.doc;
  const tag = grammar.ops.find(
    (op) =>
      op.frame?.kind === "verb" &&
      op.frame.speech &&
      op.frame.act !== "assess" &&
      grammar.clauses[op.clause]?.kind === "said" &&
      (tokens[op.at[0] as number] as Token).start >= said.start &&
      (tokens[op.at[0] as number] as Token).end <= said.end,
  );
  return tag && !chain.ops.includes(tag) ? [...chain.ops, tag] : chain.ops;
}

/** "Our borders are not up for discussion": what a side has it wants kept. */
function keeping({ value: { issue, sign } }: Match<CueRef>, reading: Reading): Reading {
  const isHeld = issue.held !== undefined && (issue.held === "for") === sign > 0;
  return isHeld && reading.op?.frame?.keeps ? changed(reading, { sign: reading.sign > 0 ? -1 : 1 }) : reading;
}

/** "The army stays, he said": a present verb of staying or keeping, in a speaker's mouth, is a refusal to do otherwise. */
function standing(view: View, chain: Chain, speaker: Speaker, cue: Match<CueRef>, reading: Reading): Reading {
  const op = chain.ops[0];
  if (reading.act !== null || !op?.verb || op.form !== "finite" || !cue.at.includes(op.verb.main) || !speaker.attributionAt(cue.first)) return reading;
  const word = view.doc.tokens[op.verb.main] as Token;
  const going = word.lower.endsWith("ing") && ["is", "are", "'s", "'re", "’re", "am", "'m"].includes((view.doc.tokens[op.verb.first] as Token).lower);
  if (!view.index.standing.has(word.lemma.toLowerCase()) || (word.lower !== word.lemma.toLowerCase() && !word.lower.endsWith("s") && !going)) return reading;
  return changed(reading, { act: reading.sign > 0 ? "demand" : "refuse", mood: "will", op, weight: reading.weight * 0.85 });
}

/** "are expected to discuss", "accusations that it had refused": what is scheduled or foretold is nobody's position. */
export function isHypothetical(at: Analysis, chain: Chain): boolean {
  const openers = chain.clauses.map((clause) => at.grammar.clauses[clause]?.opener ?? -1);
  return phrasesOf(at.marks, "hypothetical").some(
    ({ first, last }) =>
      chain.ops.some((op) => (op.first <= first && first < op.last) || (last === op.first && op.form === "infinitive")) ||
      openers.some((opener) => first < opener && opener < last),
  );
}

/** "Sudland would have to accept it, he said", "both insisted that Sudland must accept it": what another must do is the speaker's demand. */
function obliged(view: View, at: Analysis, reading: Reading, ops: readonly Op[], speaker: Speaker, home: Analysis): Reading {
  const { op } = reading;
  if (op && isToldToAnother(view, at, op, ops[ops.indexOf(op) - 1])) return changed(reading, { act: "demand" });
  if (op && isUpTo(view, op)) return changed(reading, { act: "demand", mood: "must" });
  if (op?.frame?.kind !== "verb" || op.verb?.mood !== "must" || op.form !== "finite" || reading.mood) return reading;
  const source = at.grammar.ops.includes(op) ? at : home;
  const said = speaker.attributionAt(op.first) ?? speaker.before(op.first);
  const subject = subjectOf(view, source.marks, source.grammar, op.clause, 0, op);
  const own = said?.speaker && subject.actors[0] && sideOf(view, subject.actors[0]) === sideOf(view, said.speaker);
  return own || subject.via === "speaker" ? reading : changed(reading, { act: "demand", mood: "must" });
}

/** Whether `inner`, right under what is said or agreed on by `outer`, is what somebody else must do. */
function isToldToAnother(view: View, { marks, grammar }: Analysis, outer: Op, inner: Op | undefined): boolean {
  if (inner?.verb?.mood !== "must" || inner.form !== "finite" || inner.frame?.kind !== "verb") return false;
  if (!(outer.frame?.says || outer.frame?.act === "accept") || outer.negators.length > 0 || !grammar.ops.includes(outer)) return false;
  const [who] = subjectOf(view, marks, grammar, inner.clause, 0, inner).actors;
  return who !== undefined && subjectOf(view, marks, grammar, outer.clause, 0, outer).actors.every((actor) => sideOf(view, actor) !== sideOf(view, who));
}

/** "It is up to Sudland to accept": as good as "must". */
function isUpTo({ doc, mentionAt }: View, { form, first }: Op): boolean {
  const mention = form === "infinitive" ? mentionAt[first - 2] : undefined;
  if (!mention) return false;
  const to = doc.tokens[mention.first - 1]?.tag === "DET" ? mention.first - 2 : mention.first - 1;
  return doc.tokens[to]?.lower === "to" && doc.tokens[to - 1]?.lower === "up";
}

/** A noun with its own possessor tells a position even where another verb rules the sentence: "rejected Sudland's demand". */
const presupposes = new Set<Act>(["demand", "propose"]);

function sameActors(a: Holder, b: Holder | undefined): boolean {
  return b !== undefined && a.actors.join() === b.actors.join();
}
