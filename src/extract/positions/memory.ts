// What the text said a sentence or two before, for "the proposal", "the plan", "it". Kept for one text alone.
import type { Doc, Token } from "../types.ts";
import { isPossessive } from "./coordination.ts";
import type { Topic } from "./echo.ts";
import type { Grammar } from "./grammar.ts";
import type { Asked } from "./lists.ts";
import type { Analysis, Draft } from "./rows.ts";
import { sideOf } from "./sides.ts";
import { isNamedByPlace, isThing, subjectOf } from "./subjects.ts";
import type { PositionFinding } from "./types.ts";
import { type Holder, type Marks, nobody, phrasesOf, type View } from "./view.ts";

export interface Memory {
  planOwner: string[];
  /** Sentence in which a paper was last named. */
  planAt: number;
  /** Block in which a paper's contents are being told. */
  planBlock: number;
  /** The press or a leak is what is known of it. */
  planLeaked: boolean;
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
  /** A question that asks for demands or terms, which the answers after it give. */
  asked: Asked | null;
}

export function newMemory(): Memory {
  return {
    planOwner: [],
    planAt: -9,
    planBlock: -1,
    planLeaked: false,
    actor: null,
    actorAt: -9,
    subject: "none",
    drafts: [],
    topics: [],
    holder: null,
    holderAt: -9,
    asked: null,
  };
}

/** Whose paper the paragraph of sentence `s` is telling; null where it tells of none. */
export function planInHand(memory: Memory, block: number, s: number): string | null {
  return memory.planBlock === block && s - memory.planAt <= 3 ? (memory.planOwner[0] ?? null) : null;
}

/** Whether the press is what is known of the paper whose contents this paragraph, or the list that it introduces, tells. */
export function isLeaked({ planBlock, planLeaked }: Memory, { blocks }: Doc, block: number): boolean {
  return planLeaked && (block === planBlock || blocks[block]?.stem === planBlock);
}

/** "the pause", "such a truce" after a limited one is that one. */
export function specified(view: View, cue: Draft["cue"], memory: Memory): Draft["cue"] {
  const known = memory.topics.find((topic) => topic.issue.over.includes(cue.value.issue.issue));
  const { lower } = view.doc.tokens[cue.first - 1] ?? { lower: "" };
  const before = view.doc.tokens[cue.first - 2]?.lower ?? "";
  const definite = ["the", "this", "that", "such", "its"].includes(lower) || before === "such";
  return known && definite && cue.at.length === 1 ? { ...cue, value: { ...cue.value, issue: known.issue, cue: known.cue } } : cue;
}

/** Keeps the owner of the last paper that has one: "Westland's plan", "the draft that Midland presented", "a formula, put forward by Sudland". */
export function rememberPlan(view: View, { marks, grammar }: Pick<Analysis, "marks" | "grammar">, memory: Memory, s: number): void {
  const leaked = phrasesOf(marks, "media").length > 0;
  const plans = phrasesOf(marks, "plan");
  if (plans.length > 0 || (leaked && s - memory.planAt <= 3)) {
    memory.planLeaked = leaked || (memory.planLeaked && memory.planBlock === marks.sentence.block);
    memory.planAt = s;
    memory.planBlock = marks.sentence.block;
  }
  for (const plan of plans) {
    const owner = ownerBefore(view, plan.first, marks.sentence.first) ?? ownerBehind(view, plan.last, grammar) ?? presenter(view, marks, grammar, plan);
    if (owner) memory.planOwner = [owner];
    else if (isNamedByPlace(view, plan.last - 1)) memory.planOwner = [];
  }
}

function ownerBefore(view: View, from: number, first: number): string | null {
  let owned = false;
  for (let i = from - 1; i >= Math.max(first, from - 5); i--) {
    const mention = view.mentionAt[i];
    if (mention && isNamedByPlace(view, from)) return null;
    if (mention)
      return (mention.acts || mention.form === "adjective") && (owned || mention.last === from || isPossessive(view, mention)) ? mention.actor : null;
    const { tag, lower } = view.doc.tokens[i] as Token;
    owned ||= lower === "'s" || lower === "'";
    if (tag === "VERB" || tag === "AUX" || tag === "ADP") return null;
  }
  return null;
}

function ownerBehind(view: View, from: number, grammar: Grammar): string | null {
  const put = grammar.ops.find((op) => op.frame?.act === "propose" && op.first >= from && op.first - from < 8);
  if (!put) return null;
  for (let i = from; i < Math.min(put.last + 3, grammar.last); i++) {
    const mention = view.mentionAt[i];
    if (mention && (i < put.first || view.doc.tokens[i - 1]?.lower === "by" || view.doc.tokens[i - 2]?.lower === "by")) return mention.actor;
  }
  return null;
}

/** "Norland presented a new proposal", "Westland handed both sides a paper": who puts it forward. */
function presenter(view: View, marks: Marks, grammar: Grammar, plan: { first: number; last: number }): string | null {
  const put = grammar.ops.find(
    ({ frame, form, verb, first, last }) =>
      frame?.kind === "verb" && frame.act === "propose" && form === "finite" && !verb?.passive && first < plan.first && plan.first - last < 5,
  );
  const subject = put ? subjectOf(view, marks, grammar, put.clause, 0, put) : nobody;
  return subject.via === "actor" && subject.actors[0] ? sideOf(view, subject.actors[0]) : null;
}

/** What the sentence was about, and who held its last row. */
export function rememberRows(cues: readonly Draft["cue"][], drafts: readonly Draft[], findings: readonly PositionFinding[], memory: Memory, s: number): void {
  const last = findings.at(-1);
  if (last) {
    memory.holder = last.actor;
    memory.holderAt = s;
  }
  const topics = cues
    .filter(({ value }) => value.cue.act === undefined && (value.cue.weight >= 0.9 || value.issue.container))
    .map((cue): Topic => {
      const stance = drafts.find((draft) => draft.cue === cue)?.stance;
      return {
        issue: cue.value.issue,
        cue: cue.value.cue,
        sign: cue.value.sign,
        stance: stance === undefined ? cue.value.sign : stance === "for" ? 1 : -1,
        at: cue.at,
        sentence: s,
      };
    });
  if (topics.length > 0) memory.topics = [...new Map(topics.map((topic) => [topic.issue.issue, topic])).values()].slice(0, 3);
}

/** Who last acted, for "it". */
export function rememberActor(view: View, { marks, grammar }: Analysis, memory: Memory, s: number): void {
  const subject = subjectOf(view, marks, grammar, 0);
  memory.subject = subject.via;
  const stillPaper = isThing(view, subject) && view.before.paper;
  view.before = {
    paper: subject.via === "plan" && (stillPaper || !isThing(view, subject)),
    several: subject.via === "both" || subject.actors.length > 1 ? subject : nobody,
  };
  for (let i = marks.sentence.first; i < marks.sentence.last; i++) {
    const mention = view.mentionAt[i];
    const kind = mention && view.cast.entities.get(mention.actor)?.kind;
    if (!mention || (kind !== "state" && kind !== "organisation")) continue;
    memory.actor = mention.actor;
    memory.actorAt = s;
    return;
  }
}

/** A paper with no owner beside it is the last one's; an "it" with no paper near is the last state or organisation that acted. */
export function ownersOf(memory: Memory, s: number): Analysis["owners"] {
  const actor = memory.actor && s - memory.actorAt <= 1 ? [memory.actor] : [];
  if (s - memory.planAt > 1) return { it: actor, paper: actor };
  return { it: memory.subject === "actor" && actor.length > 0 ? actor : memory.planOwner, paper: memory.planOwner };
}
