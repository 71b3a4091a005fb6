// Words that deny: a subject's "nobody" and "no soldier of ours", and two that say one "no". Looks at one clause; gives no stance.
import type { Token } from "../types.ts";
import type { Clauses } from "./clauses.ts";
import type { CueRef } from "./compile.ts";
import { negatedBy, type Op } from "./ops.ts";
import type { Match } from "./patterns.ts";
import type { VerbGroup } from "./verbs.ts";

/** "Nobody demands", "neither side accepts", "not one soldier will leave". */
export function subjectNegators(tokens: readonly Token[], clauses: Clauses, verb: VerbGroup, first: number): number[] {
  const clause = clauses.clauses[clauses.clauseAt[verb.first - first] ?? 0];
  if (!clause || verb.form !== "finite" || clause.verbs.find((v) => v.form === "finite") !== verb) return [];
  for (let i = clause.first; i < Math.min(verb.first, clause.first + 3); i++) {
    const { lower } = tokens[i] as Token;
    if (["nobody", "none", "neither", "no-one", "nothing"].includes(lower) && !verb.negators.includes(i)) return [i];
    if (lower === "not" && !verb.negators.includes(i) && ["a", "an", "one", "even"].includes(tokens[i + 1]?.lower ?? "")) return [i];
  }
  return [];
}

/** Tokens of a subject, at most. */
const reach = 12;

/** "No soldier of ours would leave", "no one in the capital accepts": the "no" of a finite verb's own subject; null where there is none. */
export function noOfSubject(tokens: readonly Token[], first: number, { form, first: from, negators }: VerbGroup): number | null {
  if (form !== "finite") return null;
  for (let i = from - 1; i >= Math.max(first, from - reach); i--) {
    const { lower, tag } = tokens[i] as Token;
    if (lower === "no") return i < from - 1 && !negators.includes(i) && tokens[i + 1]?.lower !== "longer" && tokens[i - 1]?.tag !== "ADP" ? i : null;
    if (tag === "VERB" && /(?:ed|en|wn)$/.test(lower) && tokens[i - 1]?.tag === "NOUN") continue;
    if (["VERB", "AUX", "SCONJ"].includes(tag) || ["and", "but", "that", "which", "who", "there"].includes(lower)) return null;
    if (tag === "PUNCT" && !["-", '"', "“", "”", "'"].includes(lower)) return null;
  }
  return null;
}

/** "neither a truce nor a vote will be accepted", "protested to the envoy against it": two words that say one "no". */
export function saidOnce(tokens: readonly Token[], ops: readonly Op[]): Op[] {
  const word = (i: number): string => (tokens[i] as Token).lower;
  const nor = ops.some(({ frame, first }) => frame?.kind === "operator" && word(first) === "nor");
  const firstNor = nor ? ops.findIndex(({ first }) => word(first) === "nor") : ops.length;
  const said: Op[] = [];
  for (let k = 0; k < ops.length; k++) {
    const op = ops[k] as Op;
    if (op.frame?.kind === "operator") {
      if (k > firstNor && word(op.first) === "nor") continue;
      const over = ops[k + 1]?.frame;
      if (word(op.first) === "against" && op.last - op.first === 1 && over?.attitude === "-" && over.act) continue;
    }
    const twice = nor && op.negators.some((i) => word(i) === "neither");
    said.push(twice ? negatedBy(op, without(tokens, op.negators, "neither")) : op);
  }
  return said;
}

function without(tokens: readonly Token[], at: readonly number[], lower: string): number[] {
  return at.filter((i) => (tokens[i] as Token).lower !== lower);
}

/** "No northern soldier will leave", "no company may build there": what the verb governs, or the words that hold it, are denied by the "no" of its subject. */
export function isDenied(tokens: readonly Token[], { no, verb }: Op, cue: Match<CueRef>): boolean {
  if (no === null || verb === null || cue.at.includes(no)) return false;
  return cue.at.includes(verb.main) || (cue.first >= verb.last && !["with", "without"].includes((tokens[verb.last] as Token).lower));
}
