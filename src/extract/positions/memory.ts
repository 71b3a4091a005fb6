// What the text said a sentence or two before, for "the proposal", "the plan", "it". Kept for one text alone.
import type { Attribution, Doc } from "../types.ts";
import type { Asked } from "./lists.ts";
import { namesAnother, type Paper, paperNamed } from "./papers.ts";
import { withValue } from "./patterns.ts";
import type { Analysis, Draft } from "./rows.ts";
import { isThing, subjectOf } from "./subjects.ts";
import { type SaidInOne, type Topic, topicsOf } from "./topics.ts";
import { type Holder, nobody, phrasesOf, type View } from "./view.ts";

export interface Memory {
  paper: Paper | null;
  /** Sentence in which somebody last presented or signed a paper. */
  handedAt: number;
  /** Sentence that last told of a paper's contents. */
  toldAt: number;
  /** Sentence in which a paper was last named. */
  paperAt: number;
  /** Block in which a paper's contents are being told. */
  paperBlock: number;
  /** The press or a leak is what is known of it. */
  paperLeaked: boolean;
  /** The state or organisation that last acted, and in which sentence. */
  actor: string | null;
  actorAt: number;
  /** What the last sentence's subject was: an actor or a paper. */
  subject: Holder["via"];
  /** Those of the last sentence. */
  drafts: readonly Draft[];
  /** What the last rows were about. */
  topics: Topic[];
  holder: string | null;
  holderAt: number;
  /** Who was last told to have said something. */
  spoke: string | null;
  /** A question that asks for demands or terms, which the answers after it give. */
  asked: Asked | null;
}

export function newMemory(): Memory {
  return {
    paper: null,
    handedAt: -9,
    toldAt: -9,
    paperAt: -9,
    paperBlock: -1,
    paperLeaked: false,
    actor: null,
    actorAt: -9,
    subject: "none",
    drafts: [],
    topics: [],
    holder: null,
    holderAt: -9,
    spoke: null,
    asked: null,
  };
}

/** Whether the paragraph of sentence `s` tells of a paper. */
export function isInHand(memory: Memory, block: number, s: number): boolean {
  return memory.paperBlock === block && s - memory.paperAt <= paperReach;
}

/** Whether the press is what is known of the paper whose contents this paragraph, or the list that it introduces, tells. */
export function isLeaked({ paperBlock, paperLeaked }: Memory, { blocks }: Doc, block: number): boolean {
  return paperLeaked && (block === paperBlock || blocks[block]?.stem === paperBlock);
}

/** "the pause", "such a truce" after a limited one is that one. */
export function specified(view: View, cue: Draft["cue"], memory: Memory): Draft["cue"] {
  const known = memory.topics.find((topic) => topic.issue.over.includes(cue.value.issue.issue));
  const { lower } = view.doc.tokens[cue.first - 1] ?? { lower: "" };
  const before = view.doc.tokens[cue.first - 2]?.lower ?? "";
  const definite = ["the", "this", "that", "such", "its"].includes(lower) || before === "such";
  return known && definite && cue.at.length === 1 ? withValue(cue, { issue: known.issue, cue: known.cue, sign: cue.value.sign }) : cue;
}

/** Keeps the last paper that has an owner: "Westland's plan", "the draft that Midland presented", "a deal that both signed". */
export function rememberPaper(view: View, at: Pick<Analysis, "marks" | "grammar">, memory: Memory, s: number, told: readonly Attribution[]): void {
  const { marks } = at;
  const leaked = phrasesOf(marks, "media").length > 0 || told.some(({ kind }) => kind === "media");
  const found = paperNamed(view, at);
  const isPassedOn = found?.passed && memory.paper?.act === "propose" && s - memory.paperAt <= paperReach;
  const named = isPassedOn ? memory.paper : found;
  const isLine = ["heading", "stem"].includes(view.doc.blocks[marks.sentence.block]?.kind ?? "");
  if (named || phrasesOf(marks, "plan").length > 0 || (isLine && phrasesOf(marks, "part").length > 0) || (leaked && s - memory.paperAt <= 3)) {
    memory.paperLeaked = leaked || (memory.paperLeaked && memory.paperBlock === marks.sentence.block);
    memory.paperAt = s;
    memory.paperBlock = marks.sentence.block;
  }
  if (found?.handed) memory.handedAt = s;
  if (named) memory.paper = named;
  else if (namesAnother(view, at)) memory.paper = null;
}

/** What the sentence was about, and who held its last row. */
export function rememberRows(said: SaidInOne, memory: Memory, s: number): void {
  if (said.drafts.some(({ reading }) => reading.frames.includes("plan"))) {
    memory.toldAt = s;
    memory.paperAt = s;
  }
  const last = said.told.at(-1);
  if (last) {
    memory.holder = last.finding.actor;
    memory.holderAt = s;
  }
  const topics = topicsOf(said, s);
  if (topics.length > 0) memory.topics = topics;
}

/** Who spoke in a sentence, the first of several. */
export function rememberSpeaker(told: readonly Attribution[], memory: Memory): void {
  memory.spoke = told.find(({ speaker }) => speaker !== null)?.speaker ?? memory.spoke;
}

/** Who last acted, for "it". */
export function rememberActor(view: View, { marks, grammar }: Analysis, memory: Memory, s: number): void {
  const subject = subjectOf(view, marks, grammar, 0);
  memory.subject = subject.via;
  const stillPaper = isThing(view, subject) && view.before.paper;
  view.before = {
    paper: subject.via === "plan" ? stillPaper || !isThing(view, subject) : memory.handedAt === s,
    actor: memory.actor,
    signed: memory.paper?.act === "accept" ? memory.paper : view.before.signed,
    several: subject.via === "both" || subject.actors.length > 1 ? subject : nobody,
  };
  for (let i = marks.sentence.first; i < marks.sentence.last; i++) {
    const mention = view.mentionAt[i];
    const kind = mention && view.cast.entities.get(mention.actor)?.kind;
    if (!mention || (kind !== "state" && kind !== "organisation")) continue;
    memory.actor = mention.actor;
    memory.actorAt = s;
    view.before.actor = mention.actor;
    return;
  }
}

/** Sentences after the one that names a paper in which its parts may still be told of. */
const paperReach = 3;

/** The paper of which sentence `s` may tell: the last one, if it is near, or if a heading names a part of it. */
export function paperInHand({ paper, paperAt }: Memory, { doc }: View, { marks }: Pick<Analysis, "marks">, s: number): Paper | null {
  const { kind } = doc.blocks[marks.sentence.block] ?? { kind: "paragraph" };
  const isLine = kind === "heading" || kind === "stem" || kind === "title";
  return s - paperAt <= paperReach || (isLine && phrasesOf(marks, "part").length > 0) ? paper : null;
}

/** Whether sentence `s` follows one that told of a paper's contents. */
export function tellsOn(memory: Memory, { sentences }: Doc, s: number): boolean {
  return memory.toldAt === s - 1 && sentences[s]?.block === sentences[s - 1]?.block;
}

/** A paper with no owner beside it is the last one's; an "it" with no paper near is the last state or organisation that acted. */
export function ownersOf(memory: Memory, s: number): Analysis["owners"] {
  const actor = memory.actor && s - memory.actorAt <= 1 ? [memory.actor] : [];
  if (s - memory.paperAt > 1) return { it: actor, paper: actor };
  const owners = memory.paper?.owners ?? [];
  return { it: memory.subject === "actor" && actor.length > 0 ? actor : owners, paper: owners };
}
