// The way from one op to the next, outward: through a clause, then to the clause outside. Begun by chains.ts.
import type { Token } from "../types.ts";
import type { Chain } from "./chains.ts";
import type { Clause } from "./clauses.ts";
import { equative, hasPaper, introduces, isAdjoined, isBeside, isFronted, isListed, isRestrictive, parted, takes } from "./governing.ts";
import type { Grammar } from "./grammar.ts";
import { isNamed, namedBySubject, nors } from "./named.ts";
import { changedOp, negatedBy, type Op } from "./ops.ts";
import { endsIt, foretells, isFeared, isHoped, isJudged, isMeant } from "./said-of-things.ts";

export interface Governed {
  first: number;
  form: Op["form"];
}

const subjectReach = 3;
const cleftReach = 8;

export function clauseOf(grammar: Grammar, token: number): number {
  return grammar.clauseAt[token - grammar.first] ?? 0;
}

/** "borders left intact": a past form with no auxiliary may belong to a noun. */
export function maybeParticiple(tokens: readonly Token[], { verb }: Op): boolean {
  const word = tokens[verb?.main ?? 0] as Token;
  return verb !== null && verb.first === verb.main && word.lower !== word.lemma.toLowerCase() && !word.lower.endsWith("s");
}

/** "and suspended the talks": what stands right behind the verb is its object, so that it is finite. */
export function hasObject(tokens: readonly Token[], { verb }: Op): boolean {
  return verb !== null && tokens[verb.last]?.tag === "DET";
}

/** "wants all sanctions lifted": another finite verb of the clause stands before. */
export function belongsToNoun(tokens: readonly Token[], grammar: Grammar, op: Op): boolean {
  const { verbs } = grammar.clauses[op.clause] as Clause;
  return !op.verb?.copula && maybeParticiple(tokens, op) && verbs.some((verb) => verb.form === "finite" && verb.last <= op.first);
}

/** Governors to the left in one clause, then its verb to the right where it has none to the left, then the clause outside. */
export function walk(tokens: readonly Token[], grammar: Grammar, ops: readonly Op[], chain: Chain, clause: number, start: Governed, cueEnd: number): void {
  let at = start;
  let listed = isListed(tokens, at.first);
  const left = ops.filter((op) => op.clause === clause && op.last <= at.first);
  for (let k = left.length - 1; k >= 0; k--) {
    const op = left[k] as Op;
    const frame = op.frame;
    const verbal = op.form === "infinitive" || op.form === "gerund";
    if (listed && op.form === at.form && verbal) {
      at = { first: op.first, form: op.form };
      listed = isListed(tokens, at.first);
      continue;
    }
    if (op.form === "participle" && !frame) continue;
    if (frame?.under && !left.slice(0, k).some((over) => over.frame?.attitude === frame.under)) continue;
    if (op.form === "finite" && !frame && belongsToNoun(tokens, grammar, op)) continue;
    if (frame?.kind === "operator" && (tokens[op.first] as Token).lower === "without" && at.form === "gerund") chain.open = true;
    if (
      op.form !== "finite" &&
      op.form !== "adjective" &&
      (!verbal || frame?.act === undefined) &&
      parted(tokens, op.last, at.first) &&
      !introduces(tokens, op)
    )
      continue;
    if (op.form === "noun" && frame?.kind === "noun" && !takes(tokens, op, at.first === grammar.last)) continue;
    if (frame?.kind === "operator" && op.form !== "finite" && (at.first - op.last > 6 || isBeside(tokens, op, at.first))) continue;
    if ((tokens[op.first] as Token).lower === "neither" && chain.ops.some((inner) => (tokens[inner.first] as Token).lower === "nor")) continue;
    if (
      frame?.kind === "verdict" &&
      (at.first - op.last > 8 || isNamed(tokens, op) || isContrasted(tokens, op.last, at.first) || repeats(tokens, op, left.slice(0, k)))
    )
      continue;
    if (op.form === "finite") {
      const verdict = ops.find((other) => other.clause === clause && other.first >= cueEnd && other.frame?.kind === "verdict");
      const judged =
        verdict &&
        (frame?.act === "assess" ||
          (frame?.act === "consider" && !verdict.verb) ||
          (tokens[op.verb?.main ?? 0] as Token).lemma === "make" ||
          (!frame && tokens[verdict.first - 1]?.lower === "as") ||
          (tokens[verdict.first] as Token).lower === "as")
          ? verdict
          : undefined;
      chain.ops.push(
        ...(judged
          ? [
              judged,
              changedOp(
                op,
                op.last,
                null,
                op.negators.filter((i) => !judged.at.includes(i)),
              ),
            ]
          : [op]),
      );
      const subject = equative(tokens, op) ? namedBySubject(tokens, grammar, ops, op) : undefined;
      /** "nor is a vote": its "not" is the first one's. */
      if (subject && nors.has(tokens[op.first - 1]?.lower ?? "")) chain.ops.pop();
      if (subject) chain.ops.push(subject);
      climb(tokens, grammar, ops, chain, clause);
      return;
    }
    if (frame || op.negators.length > 0) chain.ops.push(op);
    if (frame?.act && op.form === "gerund" && isAdjoined(tokens, op.first)) {
      chain.top = clause;
      return;
    }
    at = { first: op.first, form: op.form };
    listed = isListed(tokens, at.first);
  }
  const right = ops.find((op) => op.clause === clause && op.first >= cueEnd && op.form === "finite");
  const { verbs } = grammar.clauses[clause] as Clause;
  if (right && !verbs.some((verb) => verb.form === "finite" && verb.last <= start.first)) {
    if (tokens[cueEnd]?.lower === "without" && right.frame?.kind === "verdict") chain.open = true;
    else if (!pushCleft(tokens, grammar, ops, chain, right)) pushRight(tokens, grammar, ops, chain, clause, right, isFronted(tokens, cueEnd, right));
  } else if (verbs.every((verb) => verb.form !== "finite")) {
    const verdict = ops.find((op) => op.clause === clause && op.frame?.kind === "verdict" && op.first >= cueEnd && op.first - cueEnd < subjectReach * 2);
    if (verdict) chain.ops.push(verdict);
  }
  climb(tokens, grammar, ops, chain, clause);
}

/** "an ultimatum and not a basis": a judgement beside its opposite, which it does not govern. */
function isContrasted(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to + 1).some(({ lower }, k) => (lower === "and" || lower === "," || lower === "but") && tokens[from + k + 1]?.lower === "not");
}

/** "dismissed as unacceptable a proposal": the judgement says the verb's again. */
function repeats(tokens: readonly Token[], { first, frame }: Op, left: readonly Op[]): boolean {
  const before = (tokens[first] as Token).lower === "as" || tokens[first - 1]?.lower === "as";
  return before && left.some((op) => op.form === "finite" && op.frame?.act != null && op.frame.attitude === frame?.attitude);
}

const clefts = new Set(["something", "anything", "nothing", "what", "one", "ones", "everything", "thing", "things"]);

/** "A vote is something that it will not put up with", "is what they want": the verb of the clause behind governs the words. */
function pushCleft(tokens: readonly Token[], grammar: Grammar, ops: readonly Op[], chain: Chain, { verb, frame, last, negators }: Op): boolean {
  if (!verb?.copula || frame) return false;
  const at = [last, last + 1, last + 2].find((i) => clefts.has(tokens[i]?.lower ?? ""));
  if (at === undefined) return false;
  const inner = ops.find(
    (op) => op.form === "finite" && op.frame?.kind === "verb" && op.first > at && op.first - at < cleftReach && clauseOf(grammar, op.first) !== chain.top,
  );
  if (!inner) return false;
  const no = (tokens[at] as Token).lower === "nothing" ? [at] : [];
  chain.ops.push(negatedBy(inner, [...inner.negators, ...negators, ...no]));
  return true;
}

/** The words stand in the subject: a passive frame or a verdict judges them; any other verb gives its mood. */
function pushRight(tokens: readonly Token[], grammar: Grammar, ops: readonly Op[], chain: Chain, clause: number, verb: Op, fronted: boolean): void {
  const judged = ops.find(
    (op) =>
      op.clause === clause &&
      op.first >= verb.first &&
      (op.frame?.kind === "verdict" || (op.frame?.kind === "noun" && verb.verb?.copula)) &&
      op.first - verb.last <= subjectReach * 2,
  );
  if (verb.frame?.kind === "verb" && (verb.verb?.passive || fronted)) chain.ops.push(verb);
  else if (judged)
    chain.ops.push(
      judged.verb === verb.verb
        ? judged
        : changedOp(judged, judged.last, judged.frame, [...judged.negators, ...verb.negators.filter((i) => !judged.at.includes(i))]),
    );
  else if (chain.ops.some((op) => op.clause === clause && op.frame?.kind === "noun")) return;
  else if (verb.frame?.act && verb.frame.act !== "assess") chain.open = true;
  else if (isFeared(tokens, verb) && !isHoped(grammar, ops, clause)) chain.ops.push(negatedBy(verb, [verb.last - 1]));
  else if (foretells(tokens, verb)) chain.open = true;
  else chain.ops.push(endsIt(tokens, grammar, verb) ? negatedBy(verb, [...verb.negators, verb.last - 1]) : verb);
}

/** A finite verb that says by itself what somebody wants. */
const acts = ({ form, frame }: Op): boolean => form === "finite" && frame?.kind === "verb" && frame.act !== null && frame.act !== undefined;

/** On to the clause outside, where the clause is a complement. */
export function climb(tokens: readonly Token[], grammar: Grammar, ops: readonly Op[], chain: Chain, clause: number): void {
  const { kind, parent, opener, shares } = grammar.clauses[clause] as Clause;
  chain.top = clause;
  if (kind === "cond") chain.condition = clause;
  if (kind === "rel") chain.relative = clause;
  if ((tokens[opener] as Token).lower === "whether") chain.open = true;
  if (kind === "rel" && parent !== null) {
    const noun = ops.findLast((op) => op.clause === parent && op.frame?.kind === "noun" && op.last <= opener + 1 && opener - op.last <= 2);
    const verb = chain.ops.at(-1);
    if (noun && verb && equative(tokens, verb)) {
      chain.relative = null;
      chain.ops.push(noun);
      chain.clauses.push(parent);
      walk(tokens, grammar, ops, chain, parent, { first: noun.first, form: "noun" }, grammar.last);
      return;
    }
  }
  const describes = kind === "rel" && parent !== null && isMeant(tokens, ops, parent, opener, chain.ops.at(-1)?.verb?.mood === "may");
  const last = (grammar.clauses[clause] as Clause).last;
  if (
    kind === "rel" &&
    parent !== null &&
    (describes || hasPaper(grammar, opener) || isRestrictive(tokens, opener) || isJudged(tokens, ops, parent, opener, last))
  ) {
    chain.relative = null;
    chain.clauses.push(parent);
    walk(tokens, grammar, ops, chain, parent, { first: opener, form: "noun" }, last);
    return;
  }
  if (parent === null || !["that", "whether", "aside", "after"].includes(kind)) return;
  const before = ops.filter((op) => op.clause === parent && op.last <= opener + 1);
  const nearest = before.at(-1);
  if (
    (kind === "after" || kind === "aside") &&
    nearest?.frame?.kind !== "noun" &&
    (grammar.clauses[clause] as Clause).verbs.some((verb) => verb.form === "finite")
  )
    return;
  const stands = kind === "aside" && nearest?.frame?.kind !== "noun" && nearest?.form !== "finite";
  /** ", saying that": a participle's sentence is governed by nothing before it. */
  const told = kind === "that" && nearest?.form === "gerund" && !nearest.frame && opener - nearest.last <= 1 && isAdjoined(tokens, nearest.first);
  /** "denied that its troops were there and called for talks": what is called for is not denied. */
  const besides = kind === "that" && shares !== null && nearest?.frame?.attitude === "-" && chain.ops.some((op) => op.clause === clause && acts(op));
  if (stands || told || besides) {
    chain.top = parent;
    return;
  }
  chain.clauses.push(parent);
  walk(tokens, grammar, ops, chain, parent, { first: opener + 1, form: "noun" }, (grammar.clauses[clause] as Clause).last);
}
