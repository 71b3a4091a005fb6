// What the subject of "is" says of the words behind it: a noun, a judgement, a free relative, or a word that points back. Reads the grammar; gives no stance.
import type { Token } from "../types.ts";
import type { Clause } from "./clauses.ts";
import type { Grammar } from "./grammar.ts";
import type { Op } from "./ops.ts";

/** "The main obstacle to a truce is ...": a noun before the words that judges what comes after the verb, and not them. */
export function isNamed(tokens: readonly Token[], { verb, at }: Op): boolean {
  const start = at[0] as number;
  return verb === null && (tokens[start] as Token).tag === "NOUN" && tokens[start - 1]?.lower !== "as";
}

export const nors = new Set(["nor", "neither"]);
const pointers = new Set(["that", "this", "these", "those", "so", "as"]);

/** "..., and that is a truce", "so is a vote": the token that stands for what was said before; null where none does. */
function pointerOf(tokens: readonly Token[], copula: Op): number | null {
  const i = copula.first - 1;
  const word = tokens[i]?.lower ?? "";
  const before = tokens[i - 1];
  if (nors.has(word)) return i;
  if (word === "it") return before?.lower === ":" ? i : null;
  return pointers.has(word) && copula.negators.length === 0 && (before?.tag === "PUNCT" || before?.tag === "CCONJ") ? i : null;
}

/** What a subject says of the words after "is": "Norland's wish is a truce", "the way forward is a truce", "what it rejects is a truce", "unacceptable is a truce". */
export function namedBySubject(tokens: readonly Token[], grammar: Grammar, ops: readonly Op[], copula: Op): Op | undefined {
  const { first, opener } = grammar.clauses[copula.clause] as Clause;
  const start = Math.min(first, opener);
  const before = ops.filter((op) => op.first >= start && op.first < copula.first);
  const pointer = pointerOf(tokens, copula);
  if (pointer !== null) return ops.findLast(({ frame, last }) => last <= pointer && (frame?.kind === "noun" || frame?.kind === "verdict"));
  const inClause = before.filter(({ clause }) => clause === copula.clause);
  const noun =
    inClause.findLast(({ frame }) => frame?.kind === "noun") ??
    inClause.findLast(({ frame, verb }) => frame?.kind === "verdict" && !verb && !copula.verb?.mood);
  if (noun) return noun;
  if (!tokens.slice(start, Math.min(start + 5, copula.first)).some(({ lower }) => ["what", "all", "thing", "things", "everything"].includes(lower)))
    return undefined;
  return before.findLast(({ frame, form }) => frame?.kind === "verb" && frame.act !== null && form === "finite");
}
