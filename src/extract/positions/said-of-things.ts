// What a verb says of the thing that it stands with: that it is to be no more, that it would do harm, that it is meant by the noun before. Reads ops; knows no issue.
import type { Token } from "../types.ts";
import type { Grammar } from "./grammar.ts";
import type { Op } from "./ops.ts";

/** "The embargo must go", "the flow of arms has to end": it is not to be, whatever it is. */
export function endsIt(tokens: readonly Token[], { endings }: Grammar, { verb, frame }: Op): boolean {
  if (!verb?.mood || verb.passive || frame || !endings.has((tokens[verb.main] as Token).lemma.toLowerCase())) return false;
  const { lower, tag } = tokens[verb.last] ?? { lower: ".", tag: "PUNCT" };
  if ((tokens[verb.main] as Token).lower === "go") return verb.mood === "must" && (tag === "PUNCT" || ["as", "before", "first", "too", "if"].includes(lower));
  return !["DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "VERB"].includes(tag) && lower !== "to";
}

/** "A truce would be a trap", "guarantees would not cover it": says what the thing is or does, and not that it is wanted. */
export function foretells(tokens: readonly Token[], { verb, negators }: Op): boolean {
  if (verb === null || verb.mood === null || verb.mood === "must" || verb.passive) return false;
  if (["stay", "remain"].includes((tokens[verb.main] as Token).lower) && ["ADP", "ADV", "PUNCT"].includes(tokens[verb.last]?.tag ?? "PUNCT")) return false;
  return verb.copula || negators.length > 0;
}

/** "A halt would put a stamp on theft": who says what a thing would do, and not what it will, mostly speaks against it. */
export function isFeared(tokens: readonly Token[], { verb, negators, frame }: Op): boolean {
  if (verb === null || frame || verb.copula || verb.passive || negators.length > 0 || (tokens[verb.first] as Token).lower !== "would") return false;
  // "would take place": that it comes to be.
  if ((tokens[verb.main] as Token).lower === "take" && /^(?:place|effect|shape)$/.test(tokens[verb.last]?.lower ?? "")) return false;
  return ["DET", "NOUN", "PROPN"].includes(tokens[verb.last]?.tag ?? "PUNCT");
}

/** "hoped that a halt would bring relief": the clause is what somebody wishes for. */
export function isHoped({ clauses }: Grammar, ops: readonly Op[], clause: number): boolean {
  const { kind, parent, opener } = clauses[clause] as Grammar["clauses"][number];
  const over = kind === "that" && parent !== null ? ops.findLast((op) => op.clause === parent && op.last <= opener + 1) : undefined;
  return over?.frame?.act === "support" && over.frame.attitude === "+" && over.negators.length === 0;
}

/** "rejects a truce that lets the rebels rearm", "wants a deal that frees them": whatever a thing is wanted or refused for is wanted or refused. */
export function isMeant(tokens: readonly Token[], ops: readonly Op[], parent: number, opener: number, may: boolean): boolean {
  const article = indefinite(tokens, opener) ?? barePlural(tokens, opener);
  const over = ops.findLast((op) => op.clause === parent && op.form === "finite" && op.last <= (article ?? 0));
  if (!over?.frame?.act || over.frame.act === "assess" || over.frame.act === "warn") return false;
  const refuses = (over.frame.act === "refuse" || over.frame.act === "oppose") !== (over.negators.length % 2 === 1);
  return refuses || (!may && (article ?? 0) - over.last < 3);
}

/** "a settlement that ignores them cannot last": a thing of a kind, which the verb behind its clause judges; `from` is where that clause ends. */
export function isJudged(tokens: readonly Token[], ops: readonly Op[], parent: number, opener: number, from: number): boolean {
  return indefinite(tokens, opener) !== undefined && ops.some(({ clause, first, frame }) => clause === parent && first >= from && frame?.kind === "verdict");
}

/** "Any truce that leaves them armed would be worthless": what a verdict of `ops` says of truces of a kind is said of no truce otherwise; `last` is the token behind the words for the truce. */
export function isOfKind(tokens: readonly Token[], { clauses, first, clauseAt }: Grammar, ops: readonly Op[], last: number): boolean {
  const clause = clauseAt[last - first] ?? 0;
  const { kind, opener, parent, last: end } = clauses[clause] as Grammar["clauses"][number];
  if (kind !== "rel" || opener !== last || parent === null || indefinite(tokens, opener) === undefined) return false;
  return ops.some((op) => op.clause === parent && op.first >= end && op.frame?.kind === "verdict");
}

/** The "a", "an" or "any" before a noun that a clause describes; undefined where there is none. */
const indefinite = (tokens: readonly Token[], opener: number): number | undefined =>
  [2, 3, 4].map((back) => opener - back).find((i) => ["a", "an", "any"].includes(tokens[i]?.lower ?? ""));

/** "rejects provisions that would limit": where a plural without an article begins, right before the clause that describes it; undefined elsewhere. */
function barePlural(tokens: readonly Token[], opener: number): number | undefined {
  const noun = tokens[opener - 1];
  if (noun?.tag !== "NOUN" || !/[^s]s$/.test(noun.lower)) return undefined;
  const first = tokens[opener - 2]?.tag === "ADJ" ? opener - 2 : opener - 1;
  return ["VERB", "ADP"].includes(tokens[first - 1]?.tag ?? "") ? first : undefined;
}
