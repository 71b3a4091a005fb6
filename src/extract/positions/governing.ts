// Small questions about what stands between a frame and the words it may govern: a comma, a colon, a subject of their own.
import type { Token } from "../types.ts";
import type { Grammar } from "./grammar.ts";
import type { Op } from "./ops.ts";

/** What parts the things of a list. */
export const list = new Set([",", "and", "or", ";", "&", "plus", "nor"]);

/** Does a comma or "and" stand right before, past articles and "to"? */
export function isListed(tokens: readonly Token[], first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const { lower, tag } = tokens[i] as Token;
    if (list.has(lower)) return true;
    if (tag !== "DET" && tag !== "ADV" && tag !== "ADJ" && lower !== "to") return false;
  }
  return false;
}

/** Is there a comma or "and" between a noun and the words after it? Then they stand side by side. */
export function parted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (list.has((tokens[i] as Token).lower)) return true;
  return false;
}

/** ", with Midland making it clear that": a participle after a comma is not governed by the verb before. */
export function isAdjoined(tokens: readonly Token[], first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 5); i--) {
    const { lower, tag } = tokens[i] as Token;
    if (lower === ",") return true;
    if (!["DET", "ADJ", "PROPN", "NOUN", "ADV"].includes(tag) && lower !== "with") return false;
  }
  return false;
}

/** "any peace that leaves the army weak": the relative clause says what is meant. */
export function isRestrictive(tokens: readonly Token[], opener: number): boolean {
  for (let i = opener - 1; i >= Math.max(0, opener - 6); i--) {
    const { lower, tag } = tokens[i] as Token;
    if (lower === "any" || lower === "no" || lower === "every") return true;
    if (tag === "PUNCT" || tag === "VERB" || tag === "AUX") return false;
  }
  return false;
}

/** "a declaration under which", "an agreement in Lakeside that": a paper stands before the relative clause. */
export function hasPaper(grammar: Grammar, opener: number): boolean {
  return [1, 2, 3, 4].some((back) => grammar.papers.has(opener - back));
}

/** "The board it has not accepted": a subject of its own stands between the words and the verb. */
export function isFronted(tokens: readonly Token[], from: number, verb: Op): boolean {
  const before = tokens[verb.first - 1];
  return verb.first - 1 >= from && (before?.tag === "PRON" || before?.tag === "PROPN") && tokens[verb.first - 2]?.tag !== "ADP";
}

/** "no peace with armed bands in office", "no losers in a just peace": the "no" denies the noun before "with", and not what comes along with it. */
export function isBeside(tokens: readonly Token[], { first, last }: Op, to: number): boolean {
  if ((tokens[first] as Token).lower !== "no") return false;
  for (let i = last + 1; i < to; i++) if (["with", "in", "amid"].includes((tokens[i] as Token).lower) && tokens[i - 1]?.tag === "NOUN") return true;
  return false;
}

const complementisers = new Set([
  "for",
  "of",
  "to",
  "that",
  "on",
  "in",
  "against",
  "over",
  "about",
  "upon",
  "toward",
  "towards",
  "is",
  "are",
  "was",
  "be",
  "remain",
  "include",
  "included",
  "under",
  "from",
  "concerning",
  "regarding",
]);
const introducers = new Set([",", ":", "—", "–", "-", "("]);

/** A noun governs what its own preposition, a colon or an apposition joins to it. */
export function takes(tokens: readonly Token[], op: Op, atEnd: boolean): boolean {
  if (op.frame?.lists)
    return atEnd || introduces(tokens, op) || ["that", "is", "are", "was", "were", "include", "included"].includes(tokens[op.last]?.lower ?? "");
  return (
    complementisers.has((tokens[op.at.at(-1) as number] as Token).lower) ||
    introduces(tokens, op) ||
    complementisers.has(tokens[behindAgent(tokens, op.last)]?.lower ?? "")
  );
}

/** "a proposal by Norland that": where the words go on behind whose it is. */
function behindAgent(tokens: readonly Token[], last: number): number {
  if (tokens[last]?.lower !== "by") return last;
  for (let i = last + 1; i < last + 6; i++) if (!["DET", "ADJ", "NOUN", "PROPN", "PART"].includes(tokens[i]?.tag ?? "")) return i;
  return last;
}

/** "two aims, a truce and the departure of": the noun stands right before the comma or colon. */
export function introduces(tokens: readonly Token[], op: Op): boolean {
  return op.frame?.kind === "noun" && introducers.has(tokens[op.last]?.lower ?? "");
}

const equatives = new Set(["include", "remain", "comprise", "contain", "mean", "stay", "encompass", "involve"]);

/** A verb that sets its subject and what follows equal, or lists it. */
export function equative(tokens: readonly Token[], op: Op): boolean {
  if (!op.verb || op.frame) return false;
  return op.verb.copula || equatives.has((tokens[op.verb.main] as Token).lemma.toLowerCase());
}
