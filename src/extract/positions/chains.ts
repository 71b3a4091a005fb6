// From an issue's words outward: which frames and verbs govern them, inner first. Reads the grammar; gives no stance.
import type { Token } from "../types.ts";
import type { Clause } from "./clauses.ts";
import type { CueRef } from "./compile.ts";
import { isDenied, saidOnce } from "./denied-subjects.ts";
import { equative, hasPaper, introduces, isAdjoined, isBeside, isFronted, isListed, isRestrictive, list, parted, takes } from "./governing.ts";
import type { Grammar } from "./grammar.ts";
import { isNamed, namedBySubject, nors } from "./named.ts";
import { changedOp, negatedBy, type Op, usableOps } from "./ops.ts";
import type { Match } from "./patterns.ts";
import { endsIt, foretells, isFeared, isMeant } from "./said-of-things.ts";

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

interface Governed {
  first: number;
  form: Op["form"];
}

const subjectReach = 3;
const cleftReach = 8;

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
    if (chain.ops.length === 1 && maybeParticiple(tokens, verb)) walkBefore(tokens, grammar, rest, chain, clause);
  } else walk(tokens, grammar, rest, chain, clause, at, cue.last);
  chain.ops = saidOnce(tokens, chain.ops);
  return chain;
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

/** "borders left intact": a past form with no auxiliary may belong to a noun. */
function maybeParticiple(tokens: readonly Token[], { verb }: Op): boolean {
  const word = tokens[verb?.main ?? 0] as Token;
  return verb !== null && verb.first === verb.main && word.lower !== word.lemma.toLowerCase() && !word.lower.endsWith("s");
}

/** "wants all sanctions lifted": another finite verb of the clause stands before. */
function belongsToNoun(tokens: readonly Token[], grammar: Grammar, op: Op): boolean {
  const { verbs } = grammar.clauses[op.clause] as Clause;
  return !op.verb?.copula && maybeParticiple(tokens, op) && verbs.some((verb) => verb.form === "finite" && verb.last <= op.first);
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
    return op.first - from < (op.form === "participle" ? 3 : 6) && ["by"].includes(tokens[op.last]?.lower ?? "");
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

export function clauseOf(grammar: Grammar, token: number): number {
  return grammar.clauseAt[token - grammar.first] ?? 0;
}

function nounOrVerb(tokens: readonly Token[], first: number, verb: Op | undefined): Governed["form"] {
  if (verb) return verb.form;
  const token = tokens[first] as Token;
  if (token.tag !== "VERB") return "noun";
  if (token.lower.endsWith("ing")) return "gerund";
  return tokens[first - 1]?.lower === "to" ? "infinitive" : "noun";
}

/** Governors to the left in one clause, then its verb to the right where it has none to the left, then the clause outside. */
function walk(tokens: readonly Token[], grammar: Grammar, ops: readonly Op[], chain: Chain, clause: number, start: Governed, cueEnd: number): void {
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
    if (frame?.kind === "verdict" && (at.first - op.last > 8 || isNamed(tokens, op) || repeats(tokens, op, left.slice(0, k)))) continue;
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
  else if (isFeared(tokens, verb)) chain.ops.push(negatedBy(verb, [verb.last - 1]));
  else if (foretells(tokens, verb)) chain.open = true;
  else chain.ops.push(endsIt(tokens, grammar, verb) ? negatedBy(verb, [...verb.negators, verb.last - 1]) : verb);
}

/** On to the clause outside, where the clause is a complement. */
function climb(tokens: readonly Token[], grammar: Grammar, ops: readonly Op[], chain: Chain, clause: number): void {
  const { kind, parent, opener } = grammar.clauses[clause] as Clause;
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
  if (kind === "rel" && parent !== null && (describes || hasPaper(grammar, opener) || isRestrictive(tokens, opener))) {
    chain.relative = null;
    chain.clauses.push(parent);
    walk(tokens, grammar, ops, chain, parent, { first: opener, form: "noun" }, (grammar.clauses[clause] as Clause).last);
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
  if (stands || told) {
    chain.top = parent;
    return;
  }
  chain.clauses.push(parent);
  walk(tokens, grammar, ops, chain, parent, { first: opener + 1, form: "noun" }, (grammar.clauses[clause] as Clause).last);
}
