// Who holds a reading: the subject, possessor, agent or judge of the words that give its act, else who speaks. Never guesses: no holder is an empty list.
import type { Token } from "../types.ts";
import { agentWordAfter } from "./agents.ts";
import type { Clause } from "./clauses.ts";
import type { CueRef } from "./compile.ts";
import { besides } from "./coordination.ts";
import { agentOf, forWhom, judgeOf, ofWhom, possessorOf } from "./holders.ts";
import { moodHolder } from "./moods.ts";
import type { Op } from "./ops.ts";
import type { Match } from "./patterns.ts";
import type { Analysis, Speaker } from "./rows.ts";
import { informs } from "./said.ts";
import { jointly, speakerOf } from "./sides.ts";
import type { Reading } from "./stance.ts";
import { isAgent, subjectOf } from "./subjects.ts";
import type { VerbGroup } from "./verbs.ts";
import { type Holder, nobody, type View } from "./view.ts";

/** `at` is the sentence of the words that give the act, `home` that of the cue. */
export function holderOf(view: View, at: Analysis, reading: Reading, cue: Match<CueRef>, speaker: Speaker, home: Analysis): Holder {
  const { op } = reading;
  const { marks, grammar } = at;
  const attribution = speaker.attributionAt(op?.at[0] ?? cue.first) ?? null;
  if (!op) {
    if (cue.value.cue.by === "speaker" && (attribution?.speaker || reading.act === "assess")) return speakerOf(attribution);
    const subject = subjectOf(view, home.marks, home.grammar, home.grammar.clauseAt[cue.first - home.grammar.first] ?? 0);
    return subject.via === "none" && reading.act === "assess" ? speakerOf(attribution) : subject;
  }
  const { frame } = op;
  const inner = reading.mood ? undefined : toldBy(view, at, op, cue, reading.frames);
  if (inner) return inner;
  if (reading.mood) return moodHolder(view, at, reading, op, attribution, speaker, cue);
  if (frame?.kind === "noun") {
    const possessor = possessorOf(view, marks, op);
    if (possessor.via !== "none") return possessor;
    const judge = judgeOf(view, marks, op);
    if (judge.via !== "none") return judge;
    const subject = subjectOf(view, marks, grammar, op.clause, 0, op);
    if (subject.via === "actor" && subject.token !== null && subject.token < op.first) return subject;
    const last = pointsBack(view, at) ? speaker.lastHolder() : null;
    return last ? { via: "actor", actors: [last], token: null } : speakerOf(attribution);
  }
  if (frame?.kind === "verdict") {
    const judge = isForJudge(view, op) ? judgeOf(view, marks, op) : forWhom(view, marks.sentence.first, marks.sentence.last);
    if (judge.via !== "none") return judge;
    const verb = grammar.ops.find(
      (other) =>
        other.clause === op.clause && other.first < op.first && (other.frame?.act === "assess" || other.frame?.act === "consider" || makes(view, other)),
    );
    if (verb) return subjectOf(view, marks, grammar, op.clause, 0, verb);
    const owner = ofWhom(view, op.last);
    if (owner.via === "actor") return owner;
    const named = [op.first, op.first - 1].some((i) => (view.doc.tokens[i] as Token | undefined)?.lower === "as")
      ? subjectOf(view, marks, grammar, op.clause)
      : nobody;
    return named.via === "actor" ? named : speakerOf(attribution);
  }
  if (op.form === "participle" && agentWordAfter(view.doc.tokens, op.last, grammar.last) !== null) return agentOf(view, op, grammar.last);
  if (op.verb?.passive && op.at.includes(op.verb.main) && !isAdjectival(view, op)) {
    const agent = agentOf(view, op, grammar.last);
    if (agent.via !== "none") return agent;
    if (frame?.mutual) {
      const judged = (op.verb.negators.length > 0 || op.verb.mood === "may") && attribution?.speaker && !informs(attribution);
      return judged ? speakerOf(attribution) : { via: "both", actors: [], token: op.first };
    }
    const isTold = ["main", "that"].includes(grammar.clauses[op.clause]?.kind ?? "");
    return attribution?.speaker && isTold ? speakerOf(attribution) : agent;
  }
  const subject = subjectOf(view, marks, grammar, op.clause, 0, op);
  if (subject.via === "none" && frame?.mutual && isUnnamedGroup(view, at, op)) return { via: "both", actors: [], token: null };
  if (subject.via === "none" && op.form === "participle") return agentOf(view, op, grammar.last);
  if (subject.via !== "actor" || subject.token === null) return subject.via === "none" ? speakerOf(speaker.saidBy(op.at) ?? attribution) : subject;
  const actors = [...subject.actors, ...besides(view, subject.token, Math.min(op.last + 6, grammar.last)), ...jointly(view, grammar)];
  return { via: subject.via, actors: [...new Set(actors)], token: subject.token };
}

/** "Westland announced that Norland had accepted": whoever accepts, where the frame over it only says so; nobody where that is somebody unknown. */
function toldBy(view: View, { marks, grammar }: Analysis, { frame, clause, last }: Op, cue: Match<CueRef>, frames: readonly string[]): Holder | undefined {
  if (!frame?.says && frame?.act !== "accept") return undefined;
  const inner = grammar.ops.findLast(
    (other) =>
      other.frame?.act != null &&
      other.form === "finite" &&
      other.clause !== clause &&
      other.first >= last &&
      other.first < cue.last &&
      frames.includes(other.frame.id),
  );
  if (!inner?.verb || inner.verb.passive || inner.verb.mood || !isIndicative(view.doc.tokens, inner.verb)) return undefined;
  const subject = subjectOf(view, marks, grammar, inner.clause, 0, inner);
  if (subject.via === "actor" || subject.via === "both") return subject;
  const { first: from, kind } = grammar.clauses[inner.clause] as Clause;
  if (kind === "that") return undefined;
  return view.doc.tokens.slice(from, inner.verb.first).some(({ tag }) => tag === "NOUN" || tag === "PROPN") ? nobody : undefined;
}

/** "had accepted", "rejects", and not "that Norland accept": told as a fact. */
function isIndicative(tokens: readonly Token[], { first, main }: VerbGroup): boolean {
  return first < main || /(?:ed|s)$/.test((tokens[main] as Token).lower);
}

/** "unacceptable to Norland", "a red line for Norland", but "a gift to Norland", "a trap for Norland": whom a noun is for is not always who says so. */
function isForJudge({ doc }: View, { frame, at }: Op): boolean {
  return frame?.act !== "oppose" || (doc.tokens[at[0] as number] as Token).tag !== "NOUN";
}

/** "made the withdrawal a precondition": who makes it so. */
function makes({ doc }: View, { verb, form }: Op): boolean {
  return verb !== null && form === "finite" && !verb.passive && (doc.tokens[verb.main] as Token).lemma.toLowerCase() === "make";
}

/** "The delegates agreed": those who act for the sides, with no side named. */
function isUnnamedGroup(view: View, { grammar }: Analysis, { clause, first }: Op): boolean {
  const from = grammar.clauses[clause]?.first ?? first;
  return view.doc.tokens.slice(from, first).some((token) => token.tag === "NOUN" && token.lower.endsWith("s") && isAgent(view, token));
}

function isAdjectival(view: View, op: Op): boolean {
  return view.index.adjectival.has((view.doc.tokens[op.verb?.main ?? 0] as Token).lower);
}

/** "This position", "These demands". */
function pointsBack(view: View, { grammar }: Analysis): boolean {
  return ["this", "these", "such", "that", "those"].includes((view.doc.tokens[grammar.first] as Token).lower);
}
