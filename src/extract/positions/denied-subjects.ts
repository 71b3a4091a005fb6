// The words of a subject that deny its verb: "nobody", "not one soldier", "no soldier of ours". Looks at one clause; gives no stance.
import type { Token } from "../types.ts";
import type { Clauses } from "./clauses.ts";
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
