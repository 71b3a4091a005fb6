// From an issue's words outward: which frames and verbs govern them, inner first. Reads the grammar; gives no stance.
import type { Token } from "../types.ts";
import { agentWordAfter } from "./agents.ts";
import { belongsToNoun, clauseOf, climb, type Governed, hasObject, maybeParticiple, walk } from "./chain-walk.ts";
import type { Clause } from "./clauses.ts";
import type { CueRef } from "./compile.ts";
import { isDenied, saidOnce } from "./denied-subjects.ts";
import { list } from "./governing.ts";
import type { Grammar } from "./grammar.ts";
import { changedOp, negatedBy, type Op, usableOps } from "./ops.ts";
import type { Match } from "./patterns.ts";

export interface Chain {
  /** Inner first. */
  ops: Op[];
  /** The clause in which it ends. */
  top: number;
  /** All clauses on the way. */
  clauses: number[];
  /** The condition inside which the words stand; null where there is none. */
  condition: number | null;
  /** The relative clause whose noun the words describe. */
  relative: number | null;
  /** Inside a question or doubt ("whether"). */
  open: boolean;
}

/** The same way, by other ops. */
export function withOps({ top, clauses, condition, relative, open }: Chain, ops: Op[]): Chain {
  return { ops, top, clauses, condition, relative, open };
}

/** What governs the tokens of `cue`; `skip` are ops whose words the cue itself uses. */
export function chainOf(tokens: readonly Token[], grammar: Grammar, cue: Match<CueRef>): Chain {
  const clause = clauseOf(grammar, cue.first);
  const usable = usableOps(grammar.ops, cue.at);
  for (let k = 0; k < usable.length; k++) {
    const op = usable[k] as Op;
    if (isDenied(tokens, op, cue)) usable[k] = negatedBy(op, [...op.negators, op.no as number]);
  }
  const own = usable.filter((op) => isOwn(op, cue, clause) && !isBareNoun(tokens, op));
  const rest: Op[] = [];
  for (const op of usable) {
    if (own.includes(op) || isSpent(op, cue, usable, own)) continue;
    rest.push(encloses(tokens, op, cue) ? changedOp(op, cue.first, op.frame, op.negators) : op);
  }
  const chain: Chain = { ops: [], top: clause, clauses: [clause], condition: null, relative: null, open: false };
  const verb = headOf(own);
  /** The "to" of "agreed to free all" may be a word of the frame and of the cue. */
  const first = tokens[cue.first]?.lower === "to" ? cue.first + 1 : cue.first;
  let at: Governed = { first, form: nounOrVerb(tokens, cue.first, verb) };
  if (verb) {
    chain.ops.push(verb);
    at = { first: Math.min(verb.first, first), form: verb.form };
  }
  if (verb?.form === "finite" && !belongsToNoun(tokens, grammar, verb)) {
    if (maybeParticiple(tokens, verb) && isGapped(tokens, grammar, rest, clause)) walkBefore(tokens, grammar, rest, chain, clause);
    else climb(tokens, grammar, rest, chain, clauseOf(grammar, verb.first));
    if (chain.ops.length === 1 && maybeParticiple(tokens, verb) && !hasObject(tokens, verb)) walkBefore(tokens, grammar, rest, chain, clause);
  } else walk(tokens, grammar, rest, chain, clause, at, cue.last);
  const undone = undoneBehind(tokens, grammar, cue, rest, chain.ops[0]);
  if (undone) chain.ops.unshift(undone);
  chain.ops = saidOnce(tokens, chain.ops);
  return chain;
}

/** Tokens from a thing to the participle by which it is to be no more, over "of" and a name. */
const besideThing = 4;

/** "wants the old system of guarantees abolished": the participle behind the words by which somebody wants the thing undone; null where there is none. */
function undoneBehind(tokens: readonly Token[], grammar: Grammar, cue: Match<CueRef>, ops: readonly Op[], over: Op | undefined): Op | null {
  if (over?.frame?.kind !== "verb" || over.frame.attitude !== "+" || over.first >= cue.first) return null;
  const op = ops.find(({ verb, first }) => verb !== null && first >= cue.last && first <= cue.last + besideThing);
  if (!op?.verb || op.verb.first !== op.verb.main || !grammar.undoing.has((tokens[op.verb.main] as Token).lemma.toLowerCase()) || !maybeParticiple(tokens, op))
    return null;
  const gap = tokens.slice(cue.last, op.first);
  if (!gap.every(({ tag }) => /^(?:NOUN|PROPN|ADJ|ADP|NUM)$/.test(tag)) || hasObject(tokens, op)) return null;
  return negatedBy(changedOp(op, op.last, null, []), [op.first]);
}

/** A plain verb of the clause that is a word of the cue. */
function isOwn({ frame, verb, clause }: Op, { first, last }: Match<CueRef>, own: number): boolean {
  return frame === null && verb !== null && verb.main >= first && verb.main < last && clause === own;
}

/** An operator whose words deny another op's subject, and a judgement that is one already or that denies one of the words' `own` verbs: "There is no longer an obstacle". */
function isSpent({ frame, at }: Op, { value }: Match<CueRef>, usable: readonly Op[], own: readonly Op[]): boolean {
  if (frame?.kind === "operator") return at.every((i) => usable.some(({ no, negators }) => no === i && negators.includes(i)));
  return frame?.kind === "verdict" && (value.cue.act === "assess" || at.some((i) => own.some(({ negators }) => negators.includes(i))));
}

/** "would stop shelling", "must be able to go": of the words' own verbs the one that rules them. */
function headOf(own: readonly Op[]): Op | undefined {
  const last = own.at(-1);
  return last?.form === "gerund" || last?.form === "infinitive" ? (own.findLast(({ form }) => form === "finite") ?? last) : last;
}

/** "set its bid for a seat aside": the words stand inside the frame, which governs them; "wants its assembly to approve": they begin inside it. */
function encloses(tokens: readonly Token[], op: Op, cue: Match<CueRef>): boolean {
  if (op.frame === null || op.first >= cue.first) return false;
  return op.last > cue.last || (op.last > cue.first && (tokens[op.last - 1]?.lower === "to" || op.frame.kind === "operator"));
}

/** "wanted the band dissolved and its guns surrendered": the clause before wants the like. */
function isGapped(tokens: readonly Token[], grammar: Grammar, ops: readonly Op[], clause: number): boolean {
  const { opener } = grammar.clauses[clause] as Clause;
  if (clause === 0 || !list.has((tokens[opener] as Token).lower)) return false;
  const before = clauseOf(grammar, opener - 1);
  const wanted = ops.findLast((op) => op.clause === before && op.frame?.kind === "verb" && op.form === "finite" && op.frame.act !== null);
  return (
    wanted !== undefined && ops.some((op) => op.clause === before && op.first >= wanted.last && op.verb !== null && !op.frame && maybeParticiple(tokens, op))
  );
}

/** The words are no clause after all but the last thing in the list of the clause before. */
function walkBefore(tokens: readonly Token[], grammar: Grammar, ops: readonly Op[], chain: Chain, clause: number): void {
  const { opener } = grammar.clauses[clause] as Clause;
  if (clause === 0 || !list.has((tokens[opener] as Token).lower)) return;
  const before = clauseOf(grammar, opener - 1);
  chain.clauses.push(before);
  walk(
    tokens,
    grammar,
    ops.filter((op) => op.last <= opener),
    chain,
    before,
    { first: opener, form: "noun" },
    opener,
  );
}

/**
 * Frames that describe the words from behind: "the truce that Sudland accepted", "a pause proposed by Westland". Each is a chain of its own.
 */
export function chainsBehind(tokens: readonly Token[], grammar: Grammar, cue: Match<CueRef>): Chain[] {
  const at = clauseOf(grammar, cue.first);
  return grammar.ops
    .filter((op) => op.frame?.kind === "verb" && op.frame.act !== null && op.first >= cue.last && isBehind(tokens, grammar, op, cue.last))
    .map((op) => ({ ops: [op], top: op.clause, clauses: [...new Set([at, op.clause])], condition: null, relative: op.clause, open: false }));
}

function isBehind(tokens: readonly Token[], grammar: Grammar, op: Op, from: number): boolean {
  const { kind, opener, first, parent } = grammar.clauses[op.clause] as Clause;
  if (op.form === "participle" || (op.verb?.passive && kind === "rel"))
    return op.first - from < (op.form === "participle" ? 3 : 6) && agentWordAfter(tokens, op.last, grammar.last) !== null;
  return (
    kind === "rel" &&
    parent === clauseOf(grammar, from - 1) &&
    op.form === "finite" &&
    opener - from < 8 &&
    opener >= from - 1 &&
    op.first > first &&
    ["that", "which", "whose", "whom"].includes((tokens[first - 1] as Token).lower)
  );
}

/** "fighting", "shelling", "a follow-up round", "is direct talks": a noun or adjective to the eye, a verb to the tagger. */
function isBareNoun(tokens: readonly Token[], op: Op): boolean {
  const { lower, lemma } = tokens[op.verb?.main ?? op.first] as Token;
  const before = tokens[op.first - 1];
  if (op.form === "finite" && op.verb?.first === op.verb?.main && lower === lemma.toLowerCase())
    return before?.lower === "a" || before?.lower === "an" || (before?.tag === "AUX" && before.lemma.toLowerCase() === "be");
  return op.form === "gerund" && ["DET", "ADJ", "ADP"].includes(tokens[op.first - 1]?.tag ?? "");
}

/** What governs the end of a sentence: for the items of a list that it introduces. */
export function chainAtEnd(tokens: readonly Token[], grammar: Grammar): Chain {
  const clause = clauseOf(grammar, grammar.last - 1);
  const chain: Chain = { ops: [], top: clause, clauses: [clause], condition: null, relative: null, open: false };
  walk(tokens, grammar, grammar.ops, chain, clause, { first: grammar.last, form: "noun" }, grammar.last);
  return chain;
}

function nounOrVerb(tokens: readonly Token[], first: number, verb: Op | undefined): Governed["form"] {
  if (verb) return verb.form;
  const token = tokens[first] as Token;
  if (token.tag !== "VERB") return "noun";
  if (token.lower.endsWith("ing")) return "gerund";
  return tokens[first - 1]?.lower === "to" ? "infinitive" : "noun";
}
