// A sentence cut into clauses by tags and function words, with their parents. No full parse: where the words leave it open, the nearest clause wins.
import type { Token } from "../types.ts";
import { clauseStarts, contrasts, coordinators, listsOn, pronouns, questions, reasons, times, verbStarts } from "./clause-starts.ts";
import {
  conditionApplies,
  endsDateline,
  isDash,
  isObjectList,
  isObjectRelative,
  isObjectThat,
  isPast,
  relatives,
  startsAbsolute,
  startsGerund,
  startsPlainClause,
  startsSubject,
} from "./clause-words.ts";
import type { ConditionRef } from "./compile.ts";
import type { Match } from "./patterns.ts";
import type { VerbGroup } from "./verbs.ts";

/**
 * main: stands by itself. that: complement of its parent's verb or noun. rel: describes a noun. cond: a condition on its parent. reason, time: circumstances.
 * aside: between dashes or brackets. after: what follows a colon. said: a tag such as ", the minister said".
 */
export type ClauseKind = "main" | "that" | "whether" | "rel" | "cond" | "reason" | "time" | "aside" | "after" | "said";

export interface Clause {
  kind: ClauseKind;
  parent: number | null;
  /** First token after the opening word. */
  first: number;
  /** Exclusive; its own tokens need not fill the range, see `clauseAt`. */
  last: number;
  /** The word that opens it, or the token before which it begins. */
  opener: number;
  verbs: VerbGroup[];
  condition: ConditionRef | null;
  /** Begun by "and" or "but" with no subject of its own: the clause whose subject it shares. */
  shares: number | null;
}

export interface Clauses {
  clauses: Clause[];
  /** Clause of each token, from the sentence's first. */
  clauseAt: number[];
}

export interface ClauseInput {
  tokens: readonly Token[];
  first: number;
  last: number;
  verbs: readonly VerbGroup[];
  conditions: readonly Match<ConditionRef>[];
  /** Token ranges of speech tags that follow what is said. */
  said: readonly { first: number; last: number }[];
  /** Tokens after which a sentence may follow with no "that": verbs of saying and wanting, and nouns for what is wanted. */
  takesClause: ReadonlySet<number>;
  /** Those of them that take no object: verbs of saying. */
  says: ReadonlySet<number>;
  /** Tokens of all verb frames. */
  framed: ReadonlySet<number>;
  /** Tokens of frames that refuse, after which "until" opens a condition. */
  refusing: ReadonlySet<number>;
}

/** Tokens of the longest noun phrase between a verb of saying and the clause that describes it. */
const longestTopic = 8;

export function findClauses(input: ClauseInput): Clauses {
  const { tokens, first, last, verbs, conditions, said } = input;
  const clauses: Clause[] = [];
  const clauseAt: number[] = [];
  const verbFrom = new Map(verbs.map((verb) => [verb.first, verb]));
  const conditionFrom = new Map(conditions.map((condition) => [condition.first, condition]));
  const saidFrom = new Map(said.map((range) => [range.first, range]));
  let current = 0;
  const startsClause = (i: number): boolean => clauseStarts(tokens, i, last, verbFrom);
  const startsVerb = (i: number): boolean => verbStarts(tokens, i, last, verbFrom);
  const open = (kind: ClauseKind, parent: number | null, opener: number, from: number, extra: Partial<Clause> = {}): number => {
    clauses.push({ kind, parent, first: from, last: from, opener, verbs: [], condition: null, shares: null, ...extra });
    return clauses.length - 1;
  };
  const clause = (): Clause => clauses[current] as Clause;
  const hasFinite = (c: Clause): boolean => c.verbs.some((verb) => verb.form === "finite");
  /** "denied that it had sent arms and repeated its call", "regretted that they bet on war and declared": a plain verb of the codebook stands beside the verb that opened the clause, not inside it. */
  const resumes = (i: number): boolean => {
    const verb = verbFrom.get(i) ?? verbFrom.get(i + 1);
    const inner = clause().verbs.findLast((v) => v.form === "finite");
    return (
      clause().kind === "that" &&
      clause().parent !== null &&
      !!verb &&
      verb.first === verb.main &&
      !!inner &&
      (inner.first !== inner.main || (isPast(tokens, verb) && !isPast(tokens, inner) && isPast(tokens, lastFinite(clause().parent as number)))) &&
      input.framed.has(verb.main)
    );
  };
  const lastFinite = (c: number): VerbGroup | undefined => (clauses[c] as Clause).verbs.findLast((v) => v.form === "finite");
  /** The nearest clause outside `from` that a comma can lead back to. */
  const outer = (from: number): number => {
    let c = clauses[from] as Clause;
    while (c.parent !== null && (c.kind === "rel" || c.kind === "cond" || c.kind === "time" || c.kind === "reason")) {
      const parent = c.parent;
      c = clauses[parent] as Clause;
      if (!["rel", "cond", "time", "reason"].includes(c.kind)) return parent;
    }
    return c.parent ?? 0;
  };

  /** Is a verb's sentence still to come? Its words stand before `i`, and no object has followed them. */
  const awaits = (verb: VerbGroup, i: number): boolean => {
    for (let j = verb.main; j < Math.min(i, verb.main + 8); j++) {
      if (input.says.has(j) || (input.takesClause.has(j) && !["DET", "NUM", "ADJ", "NOUN", "PROPN"].includes((tokens[j + 1] as Token).tag)))
        return !clauses.some((c) => c.kind === "that" && c.opener > verb.main);
    }
    return false;
  };

  /** "The paper had it, from a man it would not name, that …": the clause into which a comma set this one, if its own verb takes no sentence; else itself. */
  const setInto = (from: number): number => {
    const { kind, opener, verbs: own } = clauses[from] as Clause;
    if (kind !== "main" || (tokens[opener] as Token).lower !== "," || own.some(({ main }) => input.takesClause.has(main) || input.says.has(main))) return from;
    const before = clauses.findLastIndex((other, k) => k < from && other.kind === "main");
    return before < 0 ? from : before;
  };

  /** "Without guarantees Norland will not sign": the condition at the head has no verb of its own, and a subject begins with no comma. */
  const endsWithout = (i: number): boolean =>
    clause().kind === "cond" &&
    clause().opener === first &&
    (tokens[first] as Token).lower === "without" &&
    clause().verbs.every(({ form }) => form === "gerund") &&
    (tokens[i - 1] as Token).tag === "NOUN" &&
    ["PROPN", "PRON", "DET"].includes((tokens[i] as Token).tag) &&
    startsClause(i);

  /** "the demand that the troops be withdrawn", behind "that" at token `i`: a plain "be" tells what is asked, and describes no noun. */
  const isAsked = (i: number): boolean => {
    const next = verbs.find((verb) => verb.first > i);
    return next !== undefined && (tokens[next.first] as Token).lower === "be";
  };

  /** "The demand that the troops leave was refused": the tagger calls the clause's own verb a noun, and the sentence has no other verb than this. */
  const isMainVerb = (verb: VerbGroup): boolean => {
    const { kind, parent, opener } = clause();
    return (
      kind === "that" &&
      parent !== null &&
      (tokens[opener] as Token).lower === "that" &&
      (tokens[verb.first] as Token).tag === "AUX" &&
      (tokens[verb.first] as Token).lower !== "be" &&
      (tokens[verb.first - 1] as Token).tag === "NOUN" &&
      verb.first - opener > 2 &&
      !hasFinite(clauses[parent] as Clause) &&
      verbs.every(({ form, first: at }) => form !== "finite" || at <= verb.first)
    );
  };

  /** "peace without guarantees would not last": a condition that has no verb of its own. */
  const isVerbless = ({ kind, opener }: Clause): boolean => kind === "cond" && (tokens[opener] as Token).lower === "without";

  /** The verb of saying whose sentence begins with the noun that a clause describes, "A said a deal that …": null where there is none. */
  const sayingOver = ({ kind, parent, opener }: Clause): VerbGroup | null => {
    const over = kind === "rel" && parent !== null ? lastFinite(parent) : undefined;
    if (!over || !input.says.has(over.last - 1) || over.last >= opener || opener - over.last > longestTopic) return null;
    return tokens.slice(over.last, opener).every(({ tag }) => ["DET", "ADJ", "NOUN", "PROPN", "NUM"].includes(tag)) ? over : null;
  };

  open("main", null, first, first);
  let saidEnd = -1;
  let dashReturn: number | null = null;
  let bracketReturn: number | null = null;
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    const { lower, tag } = token;
    const previous = i > first ? (tokens[i - 1] as Token) : null;
    const range = saidFrom.get(i);
    if (range && i > first) {
      const back = current;
      const tagClause = open("said", null, i, i);
      for (let j = i; j < range.last; j++) {
        clauseAt[j - first] = tagClause;
        const verb = verbFrom.get(j);
        if (verb) (clauses[tagClause] as Clause).verbs.push(verb);
      }
      (clauses[tagClause] as Clause).last = range.last;
      current = back;
      saidEnd = range.last;
      i = range.last - 1;
      continue;
    }
    if (endsWithout(i)) current = clause().parent ?? 0;
    const condition = conditionFrom.get(i);
    if (condition && conditionApplies(tokens, condition, clause(), input.refusing)) {
      current = open("cond", current, i, condition.last, { condition: condition.value });
      for (let j = i; j < condition.last; j++) clauseAt[j - first] = current;
      i = condition.last - 1;
      clause().last = condition.last;
      continue;
    }
    if (lower === ";" || (i === saidEnd && lower === ".")) current = open("main", null, i, i + 1);
    else if (lower === ":" && i + 1 < last) current = open("after", current, i, i + 1);
    else if (isDash(tokens, i) && endsDateline(tokens, first, i)) current = open("main", null, i, i + 1);
    else if (isDash(tokens, i)) {
      if (dashReturn !== null) {
        current = dashReturn;
        dashReturn = null;
      } else {
        dashReturn = current;
        current = open("aside", current, i, i + 1);
      }
    } else if (lower === "(") {
      bracketReturn = current;
      current = open("aside", current, i, i + 1);
    } else if (lower === ")" && bracketReturn !== null) {
      clauseAt[i - first] = current;
      current = bracketReturn;
      bracketReturn = null;
      continue;
    } else if (lower === "that" && tag !== "DET" && i > first && !isObjectThat(tokens, i) && !coordinators.has(tokens[i + 1]?.lower ?? "")) {
      const told = clause().verbs.some((verb) => input.says.has(verb.main) && awaits(verb, i));
      const awaited = told || (!pronouns.has(tokens[i + 1]?.lower ?? "") && clause().verbs.some((verb) => awaits(verb, i)));
      const relative = startsVerb(i + 1)
        ? !input.takesClause.has(i - 1) || previous?.tag === "NOUN"
        : !awaited && isObjectRelative(previous, i, input.takesClause) && startsClause(i + 1) && !isAsked(i);
      const afterAnd = previous && (coordinators.has(previous.lower) || previous.lower === ",");
      const from = previous?.lower === "," ? setInto(current) : current;
      const { kind, parent: over } = clauses[from] as Clause;
      const parent: number | null = afterAnd && kind === "that" ? over : afterAnd && kind !== "main" ? outer(from) : from;
      current = open(relative && !afterAnd ? "rel" : "that", parent, i, i + 1);
    } else if (
      lower === "that" &&
      i > first &&
      startsClause(i + 1) &&
      (input.takesClause.has(i - 1) || clause().verbs.some((verb) => input.says.has(verb.main) && awaits(verb, i)))
    )
      current = open("that", current, i, i + 1);
    else if (relatives.has(lower) && i > first && previous?.tag === "VERB") current = open("that", current, i, i + 1);
    else if (relatives.has(lower) && i > first) current = open("rel", current, previous?.tag === "ADP" ? i - 1 : i, i + 1);
    else if (questions.has(lower) && i > first && previous?.tag !== "DET") current = open("whether", current, i, i + 1);
    else if (reasons.has(lower) && previous?.lower === "," && (startsClause(i + 1) || lower === "because")) current = open("reason", current, i, i + 1);
    else if (lower === "because") current = open("reason", current, i, i + 1);
    else if (i === first && (lower === "but" || lower === "yet")) current = 0;
    else if (contrasts.has(lower) && (startsClause(i + 1) || i === first)) {
      if (leavesCondition(clause(), previous)) current = clause().parent as number;
      const kind = i === first ? "time" : "main";
      current = open(kind, kind === "time" ? 0 : inherits(clause()), i, i + 1, kind === "main" ? { kind: inheritKind(clause()) } : {});
    } else if (
      times.has(lower) &&
      !(clause().kind === "rel" && !hasFinite(clause())) &&
      tokens[i + 1]?.tag !== "NUM" &&
      previous?.tag !== "ADP" &&
      (lower !== "as" || startsSubject(tokens, i + 1, verbFrom)) &&
      (startsClause(i + 1) || (i > first && startsGerund(tokens, i + 1)))
    )
      current = open("time", current, i, i + 1);
    else if (lower === "with" && previous?.lower === "," && hasFinite(clause()) && startsAbsolute(tokens, i + 1, last, verbFrom, false))
      current = open(inheritKind(clause()), inherits(clause()), i, i + 1);
    else if (coordinators.has(lower) && clause().verbs[0]?.form === "gerund" && !hasFinite(clause()) && startsAbsolute(tokens, i + 1, last, verbFrom, true))
      current = open(inheritKind(clause()), inherits(clause()), i, i + 1);
    else if (coordinators.has(lower)) {
      if (leavesCondition(clause(), previous) && startsClause(i + 1) && hasFinite(clauses[clause().parent as number] as Clause))
        current = clause().parent as number;
      if (
        clause().kind === "rel" &&
        !startsClause(i + 1) &&
        !startsVerb(i + 1) &&
        lower !== "but" &&
        !(startsVerb(clause().first) && listsOn(tokens, clause().opener, i, last, verbFrom))
      )
        current = clause().parent ?? 0;
      const held = clause().kind === "rel" && !hasFinite(clauses[outer(current)] as Clause);
      if (startsClause(i + 1) && hasFinite(clause()) && !held) current = open(inheritKind(clause()), inherits(clause()), i, i + 1);
      else if (startsVerb(i + 1) && hasFinite(clause())) {
        const beside = resumes(i + 1) ? (clause().parent as number) : current;
        const neighbour = clauses[beside] as Clause;
        current = open(inheritKind(neighbour), inherits(neighbour), i, i + 1, { shares: beside, condition: neighbour.condition });
      }
    } else if (lower === ",") {
      const c = clause();
      if (c.kind === "rel" && startsVerb(c.first) && listsOn(tokens, c.opener, i, last, verbFrom)) {
        clauseAt[i - first] = current;
        continue;
      }
      if (["rel", "cond", "time", "reason"].includes(c.kind) && (startsVerb(i + 1) || startsClause(i + 1) || c.kind === "rel" || isVerbless(c))) {
        clauseAt[i - first] = current;
        current = outer(current);
        continue;
      }
      if (conditionFrom.has(i + 1)) {
        clauseAt[i - first] = current;
        continue;
      }
      if (["main", "that"].includes(c.kind) && hasFinite(c) && startsClause(i + 1) && !isObjectList(tokens, i))
        current = open(inheritKind(c), inherits(c), i, i + 1);
      else if (["main", "that"].includes(c.kind) && hasFinite(c) && startsAbsolute(tokens, i + 1, last, verbFrom, true))
        current = open(inheritKind(c), inherits(c), i, i + 1);
      else if (["main", "that"].includes(c.kind) && hasFinite(c) && startsVerb(i + 1))
        current = open(inheritKind(c), inherits(c), i, i + 1, { shares: current });
    } else if (
      previous &&
      input.takesClause.has(i - 1) &&
      (input.says.has(i - 1) || sayingOver(clause()) === null) &&
      clause().verbs.length > 0 &&
      !verbFrom.has(i) &&
      lower !== "to" &&
      startsPlainClause(tokens, i, last, verbFrom, input.says.has(i - 1))
    ) {
      current = open("that", current, i, i);
    }
    const verb = verbFrom.get(i);
    if (
      verb?.form === "finite" &&
      ["rel", "that", "time", "cond"].includes(clause().kind) &&
      clause().parent !== null &&
      (hasFinite(clause()) || isVerbless(clause()) || isMainVerb(verb)) &&
      !coordinators.has(previous?.lower ?? "")
    ) {
      const outside = clause().kind === "that" ? (clause().parent as number) : outer(current);
      const saying = sayingOver(clause());
      if (!hasFinite(clauses[outside] as Clause)) current = outside;
      else if (saying) {
        const told = open("that", outside, saying.last, saying.last);
        for (let j = saying.last; j < clause().opener; j++) clauseAt[j - first] = told;
        clause().parent = told;
        current = told;
      }
    }
    clauseAt[i - first] = current;
    if (verb) {
      clause().verbs.push(verb);
      for (let j = i; j < verb.last; j++) clauseAt[j - first] = current;
      clause().last = verb.last;
      i = verb.last - 1;
    } else clause().last = i + 1;
  }
  return { clauses, clauseAt };
}

/** "in return for a truce, and Sudland said ...": what a comma and a subject of its own set off is no part of the condition. */
function leavesCondition({ kind, parent }: Clause, before: Token | null | undefined): boolean {
  return kind === "cond" && parent !== null && before?.lower === ",";
}

/** A coordinated clause stands where its neighbour stands. */
function inherits(c: Clause): number | null {
  return c.kind === "main" || c.kind === "said" ? null : c.parent;
}

function inheritKind(c: Clause): ClauseKind {
  return c.kind === "said" ? "main" : c.kind;
}
