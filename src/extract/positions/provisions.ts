// What a paper provides for: its contents told as what it would bring about, and so proposed by whoever put it forward. Finds no owner of a paper.
import type { Token } from "../types.ts";
import type { Chain } from "./chains.ts";
import type { CueRef } from "./compile.ts";
import type { Op } from "./grammar.ts";
import { paperAhead } from "./moods.ts";
import type { Match } from "./patterns.ts";
import type { Analysis } from "./rows.ts";
import type { Reading } from "./stance.ts";
import { isThing, subjectOf } from "./subjects.ts";
import { phrasesOf, type View } from "./view.ts";

/** What a paper provides for, its owners propose: "the draft would cap the army", "it closes the way". */
export function inPlan(view: View, at: Analysis, reading: Reading, chain: Chain, cue: Match<CueRef>, outer: { chain: Chain; at: Analysis } | null): Reading {
  const source = outer ?? { chain, at };
  const verb = source.chain.ops.findLast((op) => op.form === "finite");
  if (!verb || (reading.act !== null && reading.op !== verb)) return reading;
  const subject = subjectOf(view, source.at.marks, source.at.grammar, verb.clause, 0, verb);
  if (isJudged(verb)) return reading;
  if (subject.via !== "plan" && reading.act === null && tellsProvision(view, verb) && paperAhead(view, source.at).via === "plan")
    return asProvision(reading, verb);
  if (subject.via !== "plan" || (!outer && cue.first < verb.first && !verb.verb?.passive)) return reading;
  if (isThing(view, subject) && (!isProvision(source.at, verb) || verb.verb?.mood === "must")) return reading;
  return asProvision(reading, verb);
}

function asProvision(reading: Reading, verb: Op): Reading {
  return { ...reading, act: "propose", op: verb, mood: reading.mood ?? "will", weight: reading.weight * 0.9, frames: [...reading.frames, "plan"] };
}

/** "The proposal was rejected": what is done to a paper is none of its contents. */
function isJudged({ frame, verb }: Op): boolean {
  return frame?.act != null && verb?.passive === true;
}

/** "Under the plan, Norland frees the captives": the present tells what is in it, the past what came of it. */
function tellsProvision({ doc }: View, { verb }: Op): boolean {
  if (!verb || verb.negators.length > 0) return false;
  const { lower, tag } = doc.tokens[verb.first] as Token;
  return (
    tag !== "AUX" &&
    verb.first === verb.main &&
    !lower.endsWith("ed") &&
    (lower.endsWith("s") || lower === (doc.tokens[verb.first] as Token).lemma.toLowerCase())
  );
}

/** "it caps", "it would": what papers do with their contents. */
function isProvision({ marks }: Analysis, { verb }: Op): boolean {
  return verb !== null && phrasesOf(marks, "plan_verb").some((phrase) => phrase.at.some((i) => i >= verb.first && i < verb.last));
}
