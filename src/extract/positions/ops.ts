// What governs words in a sentence, frames and plain verbs alike, and how one is made anew with something of it changed.
import type { Frame } from "../../domain/codebook/frames.ts";
import type { VerbForm, VerbGroup } from "./verbs.ts";

/** A verb, noun, adjective or judgement that can govern what follows it (a verdict: what stands before it). */
export interface Op {
  first: number;
  /** Exclusive. */
  last: number;
  /** Tokens of its own. */
  at: readonly number[];
  /** Null for a verb that frames.yaml does not know. */
  frame: Frame | null;
  verb: VerbGroup | null;
  form: VerbForm | "noun" | "adjective";
  clause: number;
  /** Tokens that negate it, each of which turns it. */
  negators: readonly number[];
  /** The "no" of its subject, which turns it for what the verb governs and not for the subject itself; null where there is none. */
  no: number | null;
}

export function changedOp({ first, at, verb, form, clause, no }: Op, last: number, frame: Frame | null, negators: readonly number[]): Op {
  return { first, last, at, frame, verb, form, clause, negators, no };
}

export function negatedBy(op: Op, negators: readonly number[]): Op {
  return changedOp(op, op.last, op.frame, negators);
}

/** Ops without those whose frames' own words are `used`; an actor inside both does not count. A verb stays, without its frame and without negators among them. */
export function usableOps(ops: readonly Op[], used: readonly number[]): Op[] {
  const usable: Op[] = [];
  for (const op of ops) {
    const isVerbUsed = op.verb !== null && used.includes(op.verb.main);
    const isUsed = op.frame !== null && (isVerbUsed || used.includes(op.at[0] as number));
    if (isUsed && !isVerbUsed) continue;
    const left = isUsed && op.verb ? changedOp(op, op.last, null, op.verb.negators) : op;
    const isTurned = left.negators.some((i) => used.includes(i));
    usable.push(isTurned ? negatedBy(left, without(left.negators, used)) : left);
  }
  return usable;
}

function without(all: readonly number[], some: readonly number[]): number[] {
  return all.filter((i) => !some.includes(i));
}
