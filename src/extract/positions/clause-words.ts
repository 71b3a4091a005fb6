// Small questions about the words at a clause's edge: is this dash a dash, does this "when" set a condition.
import type { Token } from "../types.ts";
import type { Clause } from "./clauses.ts";
import type { ConditionRef } from "./compile.ts";
import type { Match } from "./patterns.ts";
import { particles } from "./verb-words.ts";
import type { VerbGroup } from "./verbs.ts";

export const relatives = new Set(["which", "who", "whom", "whose", "where"]);
export const nominal = new Set(["NOUN", "PROPN", "PRON", "NUM"]);

/** "before" and "while" are conditions only on what is refused, "when" only on what is refused or would be done; "once" and "if" always are. */
export function conditionApplies(tokens: readonly Token[], { value, first, at }: Match<ConditionRef>, c: Clause, refusing: ReadonlySet<number>): boolean {
  const before = tokens[first - 1]?.lower ?? "";
  const refused =
    c.verbs.some((verb) => refusing.has(verb.main)) ||
    before === "not" ||
    before === "only" ||
    c.verbs.some((verb) => verb.negators.length > 0) ||
    refuses(tokens, c.first, first);
  // "at once", "once more", "once ruled by"
  if (
    before === "at" ||
    (tokens[first]?.lower === "once" && (tokens[first + 1]?.tag === "VERB" || /^(?:more|again|and|[.,;])$/.test(tokens[first + 1]?.lower ?? "")))
  )
    return false;
  if (value.effect === "until" || value.effect === "while") return refused || isFrontedDenial(tokens, first, c.first);
  return tokens[first]?.lower === "when" && at.length === 1 ? !isPastAfter(tokens, first) && (refused || c.verbs.some((verb) => verb.mood === "will")) : true;
}

const denials = new Set(["no", "not", "n't", "never", "nothing", "nobody", "cannot", "impossible"]);

/** "Without a vote there will be no peace", "Until they leave, we will not sign": the denial follows. */
function isFrontedDenial(tokens: readonly Token[], first: number, opener: number): boolean {
  if (first > opener + 1 || !["without", "until", "till"].includes((tokens[first] as Token).lower)) return false;
  for (let i = first + 1; i < Math.min(first + 25, tokens.length) && tokens[i]?.sentence === tokens[first]?.sentence; i++)
    if (denials.has((tokens[i] as Token).lower)) return true;
  return false;
}

/** "when it also insisted": the past tells a time and no condition. */
function isPastAfter(tokens: readonly Token[], from: number): boolean {
  for (let i = from + 1; i < Math.min(from + 9, tokens.length); i++) {
    const { lower, tag } = tokens[i] as Token;
    if (tag === "VERB" || tag === "AUX") return ["was", "were", "had", "did"].includes(lower) || lower.endsWith("ed");
  }
  return false;
}

function refuses(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (["no", "nothing", "nobody", "none", "neither"].includes((tokens[i] as Token).lower)) return true;
  return false;
}

/** Tokens of the longest dateline: two cities, a country, a day and an agency. */
const longestDateline = 18;

/** "NORTHTOWN, May 3 (Agency) –": whether the dash at `i` parts where and when a report was sent from what it says. The city is in capitals, or a day or an agency follows it. */
export function endsDateline(tokens: readonly Token[], first: number, i: number): boolean {
  if (i - first > longestDateline) return false;
  const head = tokens.slice(first, i);
  const [city] = head;
  if (!city || !/^\p{Lu}/u.test(city.text)) return false;
  if (!head.every(({ tag, text }) => /^(?:PROPN|NUM|PUNCT|SYM|ADP|X)$/.test(tag) || /^\p{Lu}/u.test(text))) return false;
  return /^\p{Lu}{3,}$/u.test(city.text) || head.some(({ tag, lower }, k) => k > 0 && (lower === "(" || (tag === "NUM" && /^\d/.test(lower))));
}

export function isDash(tokens: readonly Token[], i: number): boolean {
  const { text, start, end } = tokens[i] as Token;
  if (text === "—" || text === "–") return true;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  return (text === "-" || text === "--") && !!before && !!after && before.end < start && end < after.start;
}

/** "the land that it lost": a plain noun before, and no verb or noun that takes a sentence. */
export function isObjectRelative(previous: Token | null, i: number, takesClause: ReadonlySet<number>): boolean {
  return previous?.tag === "NOUN" && !takesClause.has(i - 1);
}

export function startsGerund(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.tag === "VERB" && (tokens[i] as Token).lower.endsWith("ing");
}

/** A comma inside a list of things: the next comma or "and" comes before any verb. */
export function isObjectList(tokens: readonly Token[], comma: number): boolean {
  for (let j = comma + 1; j < Math.min(comma + 10, tokens.length); j++) {
    const { tag, lower } = tokens[j] as Token;
    if (lower === "," || lower === "and" || lower === "or") return true;
    if (tag === "VERB" || tag === "AUX" || lower === ".") return false;
  }
  return false;
}

/** A subject of a few words and a finite verb: "said everything could stop". */
export function startsPlainClause(tokens: readonly Token[], i: number, last: number, verbFrom: ReadonlyMap<number, VerbGroup>, said: boolean): boolean {
  let noun = false;
  for (let j = i; j < Math.min(i + (said ? 14 : 8), last); j++) {
    const verb = verbFrom.get(j);
    if (verb?.form === "gerund" && j === i && said) {
      noun = true;
      continue;
    }
    // "accuse the army of crimes and demand": a verb behind "and" has its subject before all this.
    if (verb && (tokens[j - 1] as Token).tag === "CCONJ") return false;
    if (verb)
      return noun && verb.form === "finite" && ((tokens[verb.first] as Token).tag === "AUX" || verb.mood !== null || (tokens[j - 1] as Token).tag !== "NOUN");
    const { tag, lower } = tokens[j] as Token;
    if (lower === "that" || relatives.has(lower)) return false;
    if (
      !["DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"].includes(tag) &&
      !(said && (tag === "ADP" || (tag === "ADV" && noun) || (tag === "CCONJ" && noun))) &&
      lower !== "-" &&
      lower !== "of"
    )
      return false;
    if (nominal.has(tag)) noun = true;
  }
  return false;
}

/** "as the rebels refused", and not "as part of", "as Norish and": an article, pronoun or name, and one noun phrase up to the verb. */
export function startsSubject(tokens: readonly Token[], i: number, verbFrom: ReadonlyMap<number, VerbGroup>): boolean {
  if (!["DET", "PRON", "PROPN"].includes(tokens[i]?.tag ?? "")) return false;
  for (let j = i; j < Math.min(i + 8, tokens.length) && !verbFrom.has(j); j++) if ((tokens[j] as Token).tag === "CCONJ") return false;
  return true;
}

/** "declared": a past form with no auxiliary. */
export function isPast(tokens: readonly Token[], verb: VerbGroup | undefined): boolean {
  return verb !== undefined && verb.first === verb.main && isPreterite(tokens[verb.main] as Token);
}

/** "left", "held", "had", "were". */
export function isPreterite({ lower, lemma }: Token): boolean {
  return lower === "was" || (lower !== lemma.toLowerCase() && !lower.endsWith("s") && !lower.endsWith("ing") && !presents.has(lower));
}

const presents = new Set(["are", "am"]);

/** "with Norland refusing to leave", ", Norland insisting on it": a subject of its own and a verb in -ing; `named` where only a name can be that subject. */
export function startsAbsolute(tokens: readonly Token[], from: number, last: number, verbFrom: ReadonlyMap<number, VerbGroup>, named: boolean): boolean {
  let name = false;
  for (let i = from; i < Math.min(from + 8, last); i++) {
    const { tag, lower } = tokens[i] as Token;
    const verb = verbFrom.get(i);
    if (verb) return verb.form === "gerund" && (name || !named) && i > from && nominal.has((tokens[i - 1] as Token).tag);
    if (!nominal.has(tag) && !["DET", "ADJ", "PART"].includes(tag) && lower !== "-") return false;
    if (tag === "PROPN") name = true;
  }
  return false;
}

/** "rejected that.", "turned that down", "called that offer insufficient": a pronoun or an article, and no clause behind it. */
export const isObjectThat = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens[i + 1];
  if (next === undefined || [",", ".", ";", "!", "?"].includes(next.lower) || (particles.has(next.lower) && tokens[i + 2]?.tag === "PUNCT")) return true;
  let k = i + 1;
  while (["NOUN", "ADJ", "ADV"].includes(tokens[k]?.tag ?? "") && k - i < 6) k++;
  return k > i + 1 && tokens[k]?.lower === ".";
};
