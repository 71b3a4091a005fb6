// The act of a row where the frame alone does not settle it: papers, readiness, things kept. Leaves the stance as it is.
import type { Act } from "../../domain/vocabulary.ts";
import type { Token } from "../types.ts";
import type { CueRef } from "./compile.ts";
import type { Op } from "./ops.ts";
import type { Match } from "./patterns.ts";
import type { Analysis } from "./rows.ts";
import type { Reading } from "./stance.ts";
import { subjectOf } from "./subjects.ts";
import type { View } from "./view.ts";

/** The act that GUIDE.md gives a row; `home` is the sentence of the words that hold the position, `at` that of the issue's words. */
export function actOf(view: View, home: Analysis, at: Analysis, reading: Reading, act: Act, { value, first, last }: Match<CueRef>): Act {
  const { op } = reading;
  const turned = reading.sign < 0 && (reading.mood === "will" ? act === "propose" : act === "support" && op === null);
  if (turned && !reading.frames.includes("plan")) return "refuse";
  if (value.cue.act === "assess") return "assess";
  if (value.issue.container && act === "demand") return reading.sign > 0 ? "support" : "oppose";
  if (value.issue.container && act === "propose") return "oppose";
  if (op?.frame && reading.sign > 0 && op.frame.attitude === "-" && isMissed(at, op, reading)) return "demand";
  if (op?.frame?.lists && act === "demand" && subjectOf(view, home.marks, home.grammar, op.clause).via === "plan") return "propose";
  if (op?.frame?.readiness && act === "consider" && !reading.frames.includes("consider")) {
    if (at.marks.frames.some((frame) => frame.value.act === "concede" && frame.first >= first && frame.first < last)) return "concede";
    return value.issue.willing ?? (value.issue.event ? act : "propose");
  }
  if (op?.frame?.says && act === "demand" && op.frame.act === act && rulesOut(at, reading, first)) return "refuse";
  if (value.issue.shared && op?.frame?.when_shared && act === op.frame.act) return op.frame.when_shared;
  if (reading.mood === "will" && act === "propose" && value.issue.willing) return value.issue.willing;
  return act === "propose" && reading.mood === "will" && keeps(view, reading) ? "demand" : act;
}

/** "peace without justice is a sham", "rejects a truce that does not free them": what is refused for the want of it is demanded. */
function isMissed({ grammar }: Analysis, { frame, clause }: Op, { frames }: Reading): boolean {
  if (frame?.act !== "refuse" && frame?.act !== "oppose") return false;
  return (frame.kind === "verdict" && frames.includes("hinder")) || grammar.clauses.some(({ kind, parent }) => kind === "rel" && parent === clause);
}

/** "makes clear that guarantees will not come first", "maintains that the land is not up for bargaining": what is said with weight is a refusal. */
function rulesOut({ marks, grammar }: Analysis, { sign }: Reading, from: number): boolean {
  if (marks.frames.some(({ value, first }) => value.kind === "verdict" && value.act === "refuse" && (value.attitude === "+") === sign > 0 && first >= from))
    return true;
  return (
    sign < 0 && grammar.ops.some(({ verb, form, negators, last }) => form === "finite" && verb?.mood === "will" && negators.length % 2 === 1 && last > from)
  );
}

/** "It would keep the right", "the army will stay": what is not to change is no offer. */
function keeps(view: View, { op, frames }: Reading): boolean {
  return !frames.includes("plan") && op?.verb != null && view.index.standing.has((view.doc.tokens[op.verb.main] as Token).lemma.toLowerCase());
}
