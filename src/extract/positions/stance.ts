// Puts frames together, outer over inner: refuse(accept p) is against p, refuse(give up p) demands p. Knows no words and no actors.
import type { Frame } from "../../domain/codebook/frames.ts";
import type { Act } from "../../domain/vocabulary.ts";
import type { Op } from "./ops.ts";
import type { Mood } from "./verb-words.ts";

export interface Reading {
  /** The attitude to the proposition's direction as the words give it: 1 keeps it, -1 turns it. */
  sign: 1 | -1;
  /** Null where no frame or modal verb gives one. */
  act: Act | null;
  hedged: boolean;
  weight: number;
  /** The op that gives the act; its holder holds the position. */
  op: Op | null;
  /** Set where only a modal verb gives the act. */
  mood: Mood | null;
  frames: string[];
  /** A "no" has turned the words: "red lines: no vote". */
  shunned: boolean;
}

/** The reading with some of its fields changed. */
export function changed({ sign, act, hedged, weight, op, mood, frames, shunned }: Reading, changes: Partial<Reading>): Reading {
  return Object.assign({ sign, act, hedged, weight, op, mood, frames, shunned }, changes);
}

/** An even number of negators takes itself back. */
function isNegated(op: Op): boolean {
  return op.negators.length % 2 === 1;
}

type Side = { sign: 1 | -1; act: Act };

/** What a negated frame means; null where it means nothing ("nobody demands"). */
const negated: Record<Act, Side | null> = {
  demand: null,
  propose: null,
  support: { sign: -1, act: "oppose" },
  accept: { sign: -1, act: "refuse" },
  concede: { sign: 1, act: "demand" },
  consider: { sign: -1, act: "refuse" },
  oppose: { sign: 1, act: "accept" },
  refuse: { sign: 1, act: "consider" },
  warn: null,
  assess: null,
};

/** The reading of a chain, inner frames first. `direction` is what the cue's words say of the proposition; `shunned`, whether a "no" among them says so. */
export function readChain(ops: readonly Op[], direction: 1 | -1, start: Act | null, shunned = false): Reading | null {
  let reading: Reading = { sign: direction, act: start, hedged: false, weight: 1, op: null, mood: null, frames: [], shunned };
  for (const op of ops) {
    const next = apply(op, reading);
    if (!next) return null;
    reading = next;
  }
  return reading;
}

function apply(op: Op, inner: Reading): Reading | null {
  const { frame } = op;
  if (!frame || frame.kind === "operator" || frame.act === null || (frame.act === "assess" && inner.act !== "assess")) return applyVerb(op, inner, frame);
  const side = isNegated(op) ? denied(frame) : sideOf(frame);
  if (!side) return null;
  const warned = !isNegated(op) && (frame.act === "warn" ? inner.act === "refuse" || inner.act === "oppose" : frame.shuns && inner.shunned);
  const act = frame.says && inner.act !== null ? inner.act : combine(side.act, isNegated(op) ? false : frame.readiness, inner.act);
  return {
    sign: warned || isLament(side, inner) || isGripe(op, inner) ? inner.sign : ((inner.sign * side.sign) as 1 | -1),
    act,
    hedged: inner.hedged || frame.hedged || op.verb?.mood === "may",
    weight: inner.weight * frame.weight,
    op,
    mood: null,
    frames: [...inner.frames, frame.id],
    shunned: inner.shunned,
  };
}

/** "deplored the collapse of the talks": who deplores how things stand says that they stand so. */
function isLament({ act }: Side, inner: Reading): boolean {
  return act === "oppose" && inner.act === "assess";
}

/** The act of a frame whose own words an issue's words hold, where it is denied; null where it is not, or where its denial says nothing. */
export function deniedAct(frame: Frame, negators: readonly number[]): Act | null {
  return negators.length % 2 === 1 ? (denied(frame)?.act ?? null) : null;
}

/** "complained that the plan was a trap": what is told with anger is no less said. */
function isGripe({ frame, negators }: Op, inner: Reading): boolean {
  if (frame?.kind !== "verb" || (frame.act !== "oppose" && frame.act !== "refuse") || !frame.gripes || negators.length > 0) return false;
  return inner.op?.frame?.kind === "verdict" && (inner.act === "refuse" || inner.act === "oppose");
}

function denied(frame: Frame): Side | null {
  if (frame.when_negated) return { sign: frame.attitude === "+" ? -1 : 1, act: frame.when_negated };
  return negated[frame.act as Act];
}

function sideOf(frame: Frame): Side {
  return { sign: frame.attitude === "+" ? 1 : -1, act: frame.act as Act };
}

/** An operator or a plain verb: it turns the sign, and its mood may make an act. */
function applyVerb(op: Op, inner: Reading, frame: Frame | null): Reading {
  const turn = (frame?.attitude === "-" ? -1 : 1) * (isNegated(op) ? -1 : 1);
  const sign = (inner.sign * turn) as 1 | -1;
  const frames = frame ? [...inner.frames, frame.id] : inner.frames;
  const shunned = inner.shunned || (frame !== null && turn < 0 && op.form === "noun");
  const mood = op.verb?.mood ?? null;
  const acts = inner.act === null && mood !== null && op.form === "finite";
  return {
    sign,
    act: acts ? actOf(mood, isNegated(op) || inner.shunned) : inner.act,
    hedged: inner.hedged || (mood === "may" && !isNegated(op) && !inner.shunned),
    weight: acts ? inner.weight * (mood === "may" ? 0.75 : 0.85) : inner.weight,
    op: acts ? op : inner.op,
    mood: acts ? mood : inner.mood,
    frames,
    shunned,
  };
}

function actOf(mood: Mood, isDenied: boolean): Act {
  if (mood === "must") return "demand";
  if (isDenied) return "refuse";
  return mood === "will" ? "propose" : "consider";
}

/** The act of an outer frame over an inner one. */
function combine(outer: Act, readiness: boolean, inner: Act | null): Act {
  if (inner === null) return outer;
  if (readiness) return inner === "support" || inner === "assess" ? "accept" : inner;
  if (outer === "refuse" || outer === "oppose") {
    if (inner === "concede") return "demand";
    if (inner === "refuse" || inner === "oppose") return outer === "oppose" ? "support" : "consider";
    return outer;
  }
  if (outer === "accept" && inner === "concede") return "concede";
  if (outer === "consider" && (inner === "concede" || inner === "accept" || inner === "propose")) return inner;
  return outer;
}
