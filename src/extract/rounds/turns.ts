// Which way a meeting points from the one told before, and whether it hangs on a condition. Reads the words around the trigger alone.
import type { Doc, Sentence } from "../types.ts";
import type { Trigger } from "./triggers.ts";
import type { RoundsIndex } from "./words.ts";

/** Tokens from a meeting to the "if" that it hangs on, over its day and place. */
const near = 8;

/** Points back or forward from the round that the text spoke of before; null where it does neither. */
export type Turn = "back" | "forward" | null;

/** "the previous round", "the next session", "will meet again". */
export function turnOf(doc: Doc, trigger: Trigger, inside: readonly string[], index: RoundsIndex): Turn {
  if (inside.some((word) => index.back.has(word))) return "back";
  const again = trigger.verb && doc.tokens.slice(trigger.last, trigger.last + 2).some(({ lower }) => lower === "again");
  return again ||
    inside.some((word) => index.forward.has(word)) ||
    (!trigger.definite && inside.some((word) => index.another.has(word))) ||
    resumes(doc, trigger, index)
    ? "forward"
    : null;
}

/** "The talks are to resume on Friday": what is yet to come is a round of its own. */
function resumes({ tokens }: Doc, { verb, kind, last }: Trigger, index: RoundsIndex): boolean {
  if (verb || kind !== "talks") return false;
  const at = tokens.slice(last, last + 5).findIndex(({ tag, lemma }) => tag === "VERB" && index.resuming.has(lemma.toLowerCase()));
  return at > 0 && tokens.slice(last, last + at).some(({ lower }) => lower === "to" || lower === "will" || lower === "would");
}

/** "will return to the talks only if …": what hangs on a condition and has no date is no plan. */
export function depends({ tokens }: Doc, { last }: Trigger, sentence: Sentence): boolean {
  return tokens
    .slice(last, Math.min(sentence.last - 1, last + 16))
    .some(({ lower }, k) => lower === "unless" || (lower === "only" && ["if", "when", "once", "after"].includes(tokens[last + k + 1]?.lower ?? "")));
}

/** "ready to offer talks tomorrow, if both say yes": what is arranged hangs on a condition, whatever its day. */
export function isOffer({ tokens }: Doc, { last }: Trigger, sentence: Sentence): boolean {
  const next = tokens.slice(last, Math.min(sentence.last, last + near)).find(({ tag, lower }) => lower === "if" || tag === "VERB" || tag === "AUX");
  return next?.lower === "if";
}
