// What begins at a token of a sentence: a clause with its subject, a verb, or the next part of a list. Looks ahead over tags and verb groups; opens no clause itself.
import type { Token } from "../types.ts";
import { nominal, relatives } from "./clause-words.ts";
import type { VerbGroup } from "./verbs.ts";

/** Words that open a clause of their kind, and subjects of one word. */
export const questions = new Set(["whether", "how", "why", "what"]);
export const reasons = new Set(["because", "since", "as", "so"]);
export const contrasts = new Set(["although", "though", "while", "whereas", "but", "yet"]);
export const coordinators = new Set(["and", "but", "or", "nor", "yet"]);
export const pronouns = new Set(["it", "he", "she", "they", "we", "i", "you"]);
export const times = new Set(["when", "after", "before", "while", "until", "once", "as"]);
/** Tokens in which a clause's verb must come. */
const reach = 14;
/** Tokens in which a list must end. */
const listReach = 24;

type VerbFrom = ReadonlyMap<number, VerbGroup>;

/** Is there a subject and then a finite verb from `i` on, with nothing between that ends a clause? */
export function clauseStarts(tokens: readonly Token[], i: number, last: number, verbFrom: VerbFrom): boolean {
  let noun = false;
  for (let j = i; j < Math.min(i + reach, last); j++) {
    const verb = verbFrom.get(j);
    if (verb) return noun && verb.form === "finite";
    const { tag, lower } = tokens[j] as Token;
    if (lower === "," && noun) return isBesideVerb(tokens, j, last, verbFrom);
    if (tag === "PUNCT" && lower !== "-" && lower !== '"' && lower !== "“" && lower !== "”") return false;
    if (tag === "CCONJ" && (lower === "but" || !nominal.has((tokens[j - 1] as Token).tag))) return false;
    if (tag === "SCONJ" || relatives.has(lower) || times.has(lower) || (lower === "that" && noun)) return false;
    if (nominal.has(tag)) noun = true;
  }
  return false;
}

/** "the team, led by Marn, insists": whether what a comma opens behind a subject is only said of it, and the verb follows. */
function isBesideVerb(tokens: readonly Token[], comma: number, last: number, verbFrom: VerbFrom): boolean {
  for (let j = comma + 1; j < Math.min(comma + reach, last); j++) {
    const { tag, lower } = tokens[j] as Token;
    if (lower === ",") return verbStarts(tokens, j + 1, last, verbFrom);
    if (verbFrom.get(j)?.form === "finite" || (tag === "PUNCT" && lower !== "-") || tag === "CCONJ" || tag === "SCONJ" || relatives.has(lower)) return false;
  }
  return false;
}

/** Is there a finite verb from `i` on, with adverbs before it at most? */
export function verbStarts(tokens: readonly Token[], i: number, last: number, verbFrom: VerbFrom): boolean {
  for (let j = i; j < Math.min(i + 3, last); j++) {
    const verb = verbFrom.get(j);
    if (verb) return verb.form === "finite";
    if ((tokens[j] as Token).tag !== "ADV") return false;
  }
  return false;
}

/** "a plan that foresees a truce, the return of all captives and a vote": at a comma or "and" of the own list of the relative clause that token `opener` opens, whose end no verb follows. */
export function listsOn(tokens: readonly Token[], opener: number, i: number, last: number, verbFrom: VerbFrom): boolean {
  if ((tokens[opener] as Token).lower === "who") return false;
  let joined = (tokens[i] as Token).lower === "and";
  for (let j = i + 1; j < Math.min(i + listReach, last); j++) {
    const { lower, tag } = tokens[j] as Token;
    if (verbFrom.get(j)?.form === "finite" || (joined && verbFrom.has(j)) || lower === "not" || tag === "SCONJ" || relatives.has(lower)) return false;
    if (joined && (tag === "PUNCT" || j === last - 1)) return nominal.has((tokens[j - 1] as Token).tag) || tag !== "PUNCT";
    if (lower === "and") joined = true;
    else if (tag === "PUNCT" && lower !== "," && lower !== "-") return false;
  }
  return false;
}
