// A sentence's grammar as far as positions need it: verbs, clauses, and the frames tied to them. Built from marks; knows no issue.
import type { Frame } from "../../domain/codebook/frames.ts";
import type { Attribution, Token } from "../types.ts";
import { type Clauses, findClauses } from "./clauses.ts";
import { noOfSubject, subjectNegators } from "./denied-subjects.ts";
import { headOf, isAfterDeterminer, readsAsVerb, standsAsVerb } from "./noun-or-verb.ts";
import type { Op } from "./ops.ts";
import type { Match } from "./patterns.ts";
import { setOf } from "./sets.ts";
import { findVerbs, type VerbGroup } from "./verbs.ts";
import { covered, type Marks, phrasesOf, type View } from "./view.ts";
import { markWishes, shareMoods } from "./wishes.ts";

export interface Grammar extends Clauses {
  first: number;
  last: number;
  verbs: VerbGroup[];
  /** In text order. */
  ops: Op[];
  /** Last tokens of papers (plans, drafts), whose relative clause tells what is in them. */
  papers: ReadonlySet<number>;
  /** Verbs, by lemma, whose subject is no more. */
  endings: ReadonlySet<string>;
  undoing: ReadonlySet<string>;
}

export function grammarOf(view: View, marks: Marks, attributions: readonly Attribution[]): Grammar {
  const { tokens } = view.doc;
  const { first, last } = marks.sentence;
  const nouns = marks.frames.filter((match) => match.value.kind === "noun");
  const parts = setOf([...phrasesOf(marks, "plan"), ...phrasesOf(marks, "part")].map((paper) => paper.last - 1));
  const verdicts = marks.frames.filter((match) => match.value.kind === "verdict" && match.at.length > 1);
  /** "is against the law" judges what stands before it. */
  const isVerdict = ({ at }: Match<Frame>): boolean =>
    (tokens[at[0] as number] as Token).tag === "AUX" && verdicts.some((other) => other.at.length >= at.length && other.at.some((i) => at.includes(i)));
  const verbal = marks.frames.filter((match) => {
    if (match.value.kind !== "verb" || isVerdict(match)) return false;
    const rival = marks.frames.some(({ value, at }) => (value.kind === "noun" || value.kind === "operator") && at.some((i) => match.at.includes(i)));
    return !rival || readsAsVerb(view, match, first, rival, parts);
  });
  const telling = phrasesOf(marks, "plan_verb")
    .map(({ first: i }) => i)
    .filter((i) => tokens[i]?.tag === "NOUN" && (parts.has(i - 1) || tokens[i - 1]?.lower === "it"));
  const extra = setOf([
    ...verbal.map((match) => headOf(view, match)).filter((i) => isNounTag(tokens[i] as Token) && standsAsVerb(view, i, first, true, parts)),
    ...telling,
  ]);
  const named = setOf(nouns.flatMap(({ at }) => at.filter((i) => (tokens[i] as Token).tag === "VERB" && isAfterDeterminer(view, i, first))));
  const verbs = findVerbs(tokens, first, last, extra, view.index.patients).filter(({ main }) => !named.has(main));
  markWishes(tokens, first, verbs);
  const inert = covered(marks.phrases, "inert");
  const framing = setOf(verbal.flatMap(({ at }) => at));
  for (const verb of verbs) verb.negators = verb.negators.filter((i) => !inert.has(i) && (i < verb.last || !framing.has(i)));
  const cueEnds = attributions
    .flatMap(({ cue }) => (cue ? [lastTokenOf(tokens, cue.end, first, last)] : []))
    .filter((i) => tokens[i]?.tag === "VERB" || tokens[i]?.tag === "NOUN");
  const assurances = marks.frames.filter(({ value, last: end }) => value.kind === "operator" && (tokens[end - 1] as Token).tag === "NOUN");
  const takesClause = new Set(
    [...verbal, ...nouns, ...assurances]
      .map((match) => match.last - 1)
      .concat(cueEnds)
      .filter((i) => !(tokens[i]?.lower ?? "").endsWith("ing")),
  );
  for (const { value, last: end } of marks.frames) if (value.kind === "verdict" && tokens[end]?.lower === "that") takesClause.add(end - 1);
  const framed = setOf([...verbal, ...nouns].flatMap((match) => match.at));
  const says = setOf(cueEnds.filter((i) => !framed.has(i)));
  const refusing = setOf(verbal.filter(({ value }) => value.act === "refuse" || value.act === "oppose").flatMap((match) => match.at));
  const clauses = findClauses({
    tokens,
    first,
    last,
    verbs,
    conditions: marks.conditions.filter(({ at }) => !verbal.some((match) => at.every((i) => match.at.includes(i)))),
    said: speechTags(view, attributions, first, last),
    takesClause,
    says,
    framed,
    refusing,
  });
  shareMoods(tokens, clauses, first);
  const clauseOf = (i: number): number => clauses.clauseAt[i - first] ?? 0;
  // "said nobody was against it": what a clause behind the verb denies, the verb does not.
  for (const verb of verbs) verb.negators = verb.negators.filter((i) => i < verb.last || clauseOf(i) === clauseOf(verb.first));
  for (const verb of verbs) verb.negators.push(...subjectNegators(tokens, clauses, verb, first).filter((i) => !framing.has(i)));
  /** "Any such force unacceptable": a headline leaves the verb out. */
  const isVerbless = (clause: number): boolean => clauses.clauses[clause]?.verbs.every(({ form }) => form !== "finite") === true;
  const ops = marks.frames.flatMap((match) => {
    const op = toOp(match, verbs, tokens, clauseOf, isVerbless, nouns, verbal, inert);
    return op ? [op] : [];
  });
  const framedOps = ops.length;
  for (const verb of verbs) {
    if (isClaimed(ops, framedOps, verb)) continue;
    ops.push({
      first: verb.first,
      last: verb.last,
      at: [verb.main],
      frame: null,
      verb,
      form: verb.form,
      clause: clauseOf(verb.first),
      negators: verb.negators,
      no: null,
    });
  }
  // "sees no harm in it": a "no" of the judgement's own words turns nothing else.
  const judging = ops.flatMap(({ frame, at }) => (frame?.kind === "verdict" && at.length > 1 ? at : []));
  const negating = setOf([...judging, ...ops.flatMap((op) => (op.frame?.kind === "operator" ? [] : op.negators))]);
  for (let k = ops.length - 1; k >= 0; k--)
    if (ops[k]?.frame?.kind === "operator" && ops[k]?.at.every((i) => negating.has(i) || inert.has(i))) ops.splice(k, 1);
  const turning = new Map(phrasesOf(marks, "negator").map(({ first: at, last: end }) => [end, at]));
  for (const op of ops) {
    const at = turning.get(op.first);
    if (at !== undefined) op.negators = [...op.negators, at];
  }
  ops.sort((a, b) => a.first - b.first || a.last - b.last);
  for (const op of ops)
    if (op.verb && op.frame?.kind !== "operator") op.no = noNotInert(tokens, clauses.clauses[op.clause]?.first ?? first, op.verb, inert, op.at);
  const papers = setOf(phrasesOf(marks, "plan").flatMap((plan) => [plan.last - 1, ...(tokens[plan.last]?.lower === "of" ? [plan.last + 1] : [])]));
  return { clauses: clauses.clauses, clauseAt: clauses.clauseAt, first, last, verbs, ops, papers, endings: view.index.endings, undoing: view.index.undoing };
}

/** Whether one of the first `count` ops holds the verb. */
function isClaimed(ops: readonly Op[], count: number, verb: VerbGroup): boolean {
  for (let k = 0; k < count; k++) if (ops[k]?.verb === verb) return true;
  return false;
}

/** `own`: tokens of the frame, whose "no" is told by it. */
function noNotInert(tokens: readonly Token[], first: number, verb: VerbGroup, inert: ReadonlySet<number>, own: readonly number[]): number | null {
  const no = noOfSubject(tokens, first, verb);
  return no === null || own[0] === no || (inert.has(no) && tokens[no + 1]?.lower !== "one") ? null : no;
}

function toOp(
  match: Match<Frame>,
  verbs: readonly VerbGroup[],
  tokens: readonly Token[],
  clauseOf: (i: number) => number,
  isVerbless: (clause: number) => boolean,
  nouns: readonly Match<Frame>[],
  verbal: readonly Match<Frame>[],
  inert: ReadonlySet<number>,
): Op | null {
  const { kind } = match.value;
  if (kind === "verb" && !verbal.includes(match)) return null;
  if (kind === "noun" && verbal.some((other) => other.at.some((i) => match.at.includes(i)))) return null;
  if (kind === "operator" && (nouns.some((other) => overlaps(match, other)) || verbal.some((other) => overlaps(match, other)))) return null;
  const start = match.at[0] as number;
  const own =
    verbs.find((verb) => match.at.includes(verb.main)) ??
    (kind === "verb" ? (verbs.find(({ first, last, copula }) => copula && first > match.first && last < match.last) ?? null) : null);
  const before = own ? null : (verbs.findLast((verb) => verb.copula && isJoined(tokens, verb.main, start) && clauseOf(verb.first) === clauseOf(start)) ?? null);
  const verb = kind === "verb" || kind === "verdict" ? (own ?? before) : kind === "operator" ? own : null;
  if (kind === "verb" && !verb && isNounTag(tokens[start] as Token) && (tokens[start] as Token).tag === "NOUN") return null;
  if (kind === "verdict" && match.at.length === 1 && ((own && !own.copula) || isAttribute(tokens, start))) return null;
  if (
    kind === "verdict" &&
    !verb &&
    !isPredicate(tokens, start) &&
    !isComplement(tokens, start, verbs, verbal) &&
    !isSubject(match.last, verbs) &&
    !(isVerbless(clauseOf(start)) && tokens[start - 1]?.lower !== "for")
  )
    return null;
  const holdsNor = match.at.some((i) => (tokens[i] as Token).lower === "nor");
  const inside = kind === "verb" ? tokensBetween(match).filter((i) => (tokens[i] as Token).lower === "no" && !inert.has(i)) : [];
  const negators = [...(verb?.negators ?? []), ...inside].filter((i) => !match.at.includes(i) && !(holdsNor && (tokens[i] as Token).lower === "neither"));
  const loose = verb && kind !== "verdict" ? [] : looseNegators(tokens, start, inert).filter((i) => !match.at.includes(i) && !negators.includes(i));
  return {
    first: verb ? Math.min(verb.first, match.first) : match.first,
    last: Math.max(match.last, verb?.last ?? 0),
    at: match.at,
    frame: match.value,
    verb,
    form: verb ? verb.form : kind === "noun" || kind === "operator" ? "noun" : "adjective",
    clause: clauseOf(verb ? verb.first : start),
    negators: [...negators, ...loose],
    no: null,
  };
}

function overlaps(a: Match<Frame>, b: Match<Frame>): boolean {
  return a.first < b.last && b.first < a.last && b.at.some((i) => a.at.includes(i));
}

/** "shows no interest in": tokens between the words of a frame. */
function tokensBetween({ first, last, at }: Match<Frame>): number[] {
  return Array.from({ length: last - first }, (_, k) => first + k).filter((i) => !at.includes(i));
}

/** "The way forward for both is ...": a noun that tells how what follows the verb is judged. */
function isSubject(last: number, verbs: readonly VerbGroup[]): boolean {
  const verb = verbs.find(({ first }) => first >= last);
  return verb?.copula === true && verb.form === "finite" && verb.first - last <= 5;
}

const complementReach = 16;

/** "called the paper a good basis", "made the retreat a precondition": what the verb before calls or makes its object. */
function isComplement(tokens: readonly Token[], start: number, verbs: readonly VerbGroup[], verbal: readonly Match<Frame>[]): boolean {
  const verb = verbs.findLast(({ form, main }) => form === "finite" && main < start);
  if (!verb || verb.copula || start - verb.main > complementReach) return false;
  return (
    (tokens[verb.main] as Token).lemma.toLowerCase() === "make" ||
    verbal.some(({ value, at }) => (value.act === "assess" || value.act === "consider") && at.includes(verb.main))
  );
}

/** "the most useful session", "a trap door": the words only describe the noun that follows. */
function isAttribute(tokens: readonly Token[], start: number): boolean {
  let i = start;
  while (["ADJ", "CCONJ"].includes(tokens[i]?.tag ?? "")) i++;
  return (i > start || tokens[start]?.tag === "NOUN") && tokens[i === start ? i + 1 : i]?.tag === "NOUN";
}

/** "as unacceptable", "as a trap", "unacceptable to": a judgement, and no mere attribute of a noun. */
function isPredicate(tokens: readonly Token[], start: number): boolean {
  const next = tokens[start + 1];
  const before = tokens[start - 1]?.tag === "DET" ? start - 2 : start - 1;
  if (tokens[before]?.lower === "as") return true;
  return (tokens[start] as Token).tag !== "NOUN" && (!next || !["NOUN", "PROPN"].includes(next.tag));
}

/** Tokens between a copula and what it says of its subject; more where they are all mere modifiers. */
const predicateReach = 4;

/** "is nothing but a cheap and dirty trick". */
function isJoined(tokens: readonly Token[], copula: number, start: number): boolean {
  if (copula >= start || start - copula > predicateReach * 2) return false;
  if (start - copula <= predicateReach) return true;
  for (let i = copula + 1; i < start; i++) if (!["DET", "ADJ", "ADV", "CCONJ", "NUM", "PART"].includes((tokens[i] as Token).tag)) return false;
  return true;
}

/** "not ready", "no demand": a negator right before a word that no verb group holds. */
function looseNegators(tokens: readonly Token[], start: number, inert: ReadonlySet<number>): number[] {
  for (let i = start - 1; i >= Math.max(0, start - 3); i--) {
    const { lower, tag } = tokens[i] as Token;
    if (["no", "not", "n't", "never", "neither", "nor", "without"].includes(lower)) return inert.has(i) ? [] : [i];
    if (tag !== "ADJ" && tag !== "ADV" && tag !== "DET") return [];
  }
  return [];
}

function isNounTag({ tag }: Token): boolean {
  return tag !== "VERB" && tag !== "AUX";
}

/** Speech tags after what is said (", the minister said"): source and cue in one stretch, no content after them in the sentence's own clause. */
function speechTags(view: View, attributions: readonly Attribution[], first: number, last: number): { first: number; last: number }[] {
  const { tokens } = view.doc;
  const start = (tokens[first] as Token).start;
  return attributions.flatMap(({ cue, source, content }) => {
    // "A truce, which A had accepted, was turned down by B" tells in its own sentence what B did.
    const isPassive = cue !== null && view.doc.text.slice(cue.start, cue.end).endsWith(" by");
    if (!cue || isPassive || !content.some((range) => range.start < cue.start && range.end > start - 400)) return [];
    const from = source && source.start < cue.start ? source.start : cue.start;
    const to = source && source.end > cue.end ? source.end : cue.end;
    const a = firstTokenFrom(tokens, from, first, last);
    const b = lastTokenOf(tokens, to, first, last);
    if (a <= first || b < a || b - a > 40 || (tokens[a - 1] as Token).tag !== "PUNCT") return [];
    if (content.some((range) => range.start < to && range.end > from)) return [];
    return [{ first: a, last: b + 1 }];
  });
}

function firstTokenFrom(tokens: readonly Token[], offset: number, first: number, last: number): number {
  for (let i = first; i < last; i++) if ((tokens[i] as Token).start >= offset) return i;
  return last;
}

function lastTokenOf(tokens: readonly Token[], offset: number, first: number, last: number): number {
  for (let i = last - 1; i >= first; i--) if ((tokens[i] as Token).end <= offset) return i;
  return first - 1;
}
