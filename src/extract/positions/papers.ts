// Which paper a sentence names, and whose it is: who put it forward, or all who signed it. Reads no contents.
import { resolveBoth } from "../actors/both.ts";
import type { Mention, Token } from "../types.ts";
import type { Clause } from "./clauses.ts";
import { besides, coordinated, isPossessive } from "./coordination.ts";
import type { Grammar } from "./grammar.ts";
import type { Analysis } from "./rows.ts";
import { jointly, sideOf } from "./sides.ts";
import { isAgent, isNamedByPlace, isThing, subjectOf } from "./subjects.ts";
import type { VerbGroup } from "./verbs.ts";
import { type Holder, type Marks, phrasesOf, type View } from "./view.ts";

/** A plan, draft, agreement or statement, or a set of demands. */
export interface Paper {
  /** Entity ids; empty where nobody is known to have written or signed it. */
  owners: readonly string[];
  /** What its contents are of its owners: proposed by who put it forward, accepted by all who signed, demanded where it is demands. */
  act: "propose" | "accept" | "demand";
  /** Whether the sentence that names it says who presented or signed it. */
  handed: boolean;
  /** Whether it says so of a paper that its words point back to: who presents others with "the plan" named before need not have written it. */
  passed: boolean;
}

interface Noun {
  first: number;
  last: number;
  act: Paper["act"];
}

type Sentence = Pick<Analysis, "marks" | "grammar">;

/** Words between a verb and the paper that is its object. */
const objectReach = 9;

/** The last paper that a sentence names with its owner; null where it names none or leaves the owner open. */
export function paperNamed(view: View, at: Sentence): Paper | null {
  let found: Paper | null = null;
  for (const noun of nounsIn(view, at)) found = withOwner(view, at, noun) ?? found;
  return found;
}

/** Whose the paper is that a clause begins with: its owner if the sentence names one, else the one `before`, if the words point back to it. */
export function paperAt(view: View, at: Sentence, token: number, before: Paper | null): Paper | null {
  const noun = nounsIn(view, at).findLast(({ first }) => first <= token && token - first < 6);
  if (!noun) return null;
  const named = withOwner(view, at, noun);
  if (named || !pointsBack(view, noun)) return named;
  // A request has no draft.
  const meant = before?.act === "demand" && noun.act === "propose" ? null : before;
  if (meant || !isJoint(view, noun.first)) return meant;
  const both = resolveBoth(view.cast, noun.first);
  return view.before.signed ?? (both ? { owners: both, act: "accept", handed: false, passed: false } : null);
}

/** "agreement", "accord": what several sign. */
function isJoint({ doc, index }: View, i: number): boolean {
  const { lower, lemma } = doc.tokens[i] as Token;
  return index.jointPapers.has(lower) || index.jointPapers.has(lemma.toLowerCase());
}

/** "the plan", "this text", and not "a plan", "any deal", "the Lakeside Declaration". */
function pointsBack({ doc: { tokens } }: View, { first }: Noun): boolean {
  for (let i = first - 1; i >= first - 5 && i >= 0; i--) {
    const { lower, tag } = tokens[i] as Token;
    if (["the", "this", "that", "these", "those", "its", "their", "his"].includes(lower)) return true;
    if (tag !== "ADJ" && tag !== "NUM" && tag !== "NOUN" && tag !== "PUNCT") return false;
  }
  return false;
}

/** Whether the sentence names another paper than the one before, by its place or as one that somebody unknown presented or signed. */
export function namesAnother(view: View, at: Sentence): boolean {
  const { marks, grammar } = at;
  return phrasesOf(marks, "plan").some(({ first, last }) => {
    const isNew = ["a", "an"].includes(view.doc.tokens[first - 1]?.lower ?? "") || ["a", "an"].includes(view.doc.tokens[first - 2]?.lower ?? "");
    const noun: Noun = { first, last, act: "propose" };
    return isNamedByPlace(view, last - 1) || (isNew && grammar.verbs.some((verb) => handling(marks, verb) !== null && isHandled(view, grammar, verb, noun)));
  });
}

/** Papers, demands, and the "what" of "what both have signed up to". */
function nounsIn(view: View, { marks, grammar }: Sentence): Noun[] {
  const papers = phrasesOf(marks, "plan").map(({ first, last }): Noun => ({ first, last, act: "propose" }));
  const wishes = grammar.ops.flatMap(({ frame, at, verb }): Noun[] => {
    const first = (verb ? at.at(-1) : at[0]) as number;
    const isNoun = frame?.kind === "noun" || (frame?.kind === "verb" && verb?.main !== first && view.doc.tokens[first]?.tag === "NOUN");
    const isWish = isNoun && frame?.act === "demand" && !frame.says && !papers.some((paper) => paper.first === first);
    return isWish ? [{ first, last: first + 1, act: "demand" }] : [];
  });
  const whats = view.doc.tokens
    .slice(grammar.first, grammar.last)
    .flatMap(({ lower }, k): Noun[] => (lower === "what" ? [{ first: grammar.first + k, last: grammar.first + k + 1, act: "propose" }] : []));
  return [...papers, ...wishes, ...whats].sort((a, b) => a.first - b.first);
}

function withOwner(view: View, at: Sentence, noun: Noun): Paper | null {
  if (at.marks.before.paper && view.doc.tokens[noun.first - 1]?.lower === "its") return null;
  const before = ownerBefore(view, noun.first, at.marks.sentence.first);
  if (before) return { owners: [before], act: noun.act, handed: false, passed: false };
  const parties = partiesOf(view, noun.last, at.grammar.last);
  if (parties.length > 1) return { owners: parties, act: "accept", handed: false, passed: false };
  return handledBy(view, at, noun);
}

/** "Norland's plan", "the northern draft". */
function ownerBefore(view: View, from: number, first: number): string | null {
  let owned = false;
  for (let i = from - 1; i >= Math.max(first, from - 5); i--) {
    const mention = view.mentionAt[i];
    if (mention && (isNamedByPlace(view, from) || isNamedAfter(view, mention, from))) return null;
    if (mention)
      return (mention.acts || mention.form === "adjective") && (owned || mention.last === from || isPossessive(view, mention)) ? mention.actor : null;
    const { tag, lower } = view.doc.tokens[i] as Token;
    if (["its", "his", "her", "their"].includes(lower)) return view.before.actor;
    owned ||= lower === "'s" || lower === "'";
    if (tag === "VERB" || tag === "AUX" || tag === "ADP") return null;
  }
  return null;
}

/** "the Westland treaty": a name right before what several agree on says which it is, and not whose. */
function isNamedAfter(view: View, { form, last }: Mention, paper: number): boolean {
  return form === "name" && last === paper && isJoint(view, paper);
}

/** "the agreement between Norland and Sudland". */
function partiesOf(view: View, from: number, last: number): readonly string[] {
  if (view.doc.tokens[from]?.lower !== "between") return [];
  for (const i of [from + 1, from + 2]) {
    const mention = i < last ? view.mentionAt[i] : undefined;
    if (mention) return coordinated(view, mention, last);
  }
  return [];
}

/** The verb that says what was done with a paper: presented, handed over, drafted; or signed, agreed, reached. */
function handledBy(view: View, { marks, grammar }: Sentence, noun: Noun): Paper | null {
  for (const verb of grammar.verbs) {
    const act = handling(marks, verb) ?? (noun.act === "demand" ? "propose" : null);
    if (!act || (act === "propose" && isAnswer(grammar, verb)) || !isHandled(view, grammar, verb, noun)) continue;
    const owners = whoHandles(view, marks, grammar, verb);
    if (owners.length > 0)
      return { owners, act: act === "accept" ? act : noun.act, handed: true, passed: act === "propose" && isGiven(view, verb, noun) && pointsBack(view, noun) };
  }
  return null;
}

/** "presented the movement with the plan", "handed the plan to the movement": it goes to somebody. */
function isGiven({ doc: { tokens }, mentionAt }: View, verb: VerbGroup, noun: Noun): boolean {
  if (verb.last > noun.first) return false;
  if (tokens.slice(verb.last, noun.first).some(({ lower }) => lower === "with")) return true;
  return tokens[noun.last]?.lower === "to" && (mentionAt[noun.last + 1] ?? mentionAt[noun.last + 2]) !== undefined;
}

/** "came with five demands", "lists six conditions" are its own; "rejected the demands", "gave up its plans" is not. */
function isAnswer({ ops }: Grammar, verb: VerbGroup): boolean {
  const act = ops.find((op) => op.verb === verb)?.frame?.act;
  return act != null && act !== "propose" && act !== "demand";
}

function handling(marks: Marks, { main }: VerbGroup): "propose" | "accept" | null {
  const does = (kind: "presents" | "signs"): boolean => phrasesOf(marks, kind).some(({ at }) => at.includes(main));
  return does("signs") ? "accept" : does("presents") ? "propose" : null;
}

/** Object of an active verb, subject of a passive one, or the noun that a relative clause or participle describes. */
function isHandled({ doc: { tokens } }: View, grammar: Grammar, verb: VerbGroup, noun: Noun): boolean {
  const clause = grammar.clauses[grammar.clauseAt[verb.first - grammar.first] ?? 0] as Clause;
  const before = verb.last <= noun.first;
  if (before && !verb.passive)
    return noun.first - verb.last < objectReach && !grammar.verbs.some((other) => other.first >= verb.last && other.last <= noun.first);
  if (before) return false;
  if (clause.kind === "rel") return clause.opener - noun.last < 4 && clause.opener >= noun.last - 1;
  const between = tokens.slice(noun.last, verb.first);
  if (tokens[noun.first]?.lower === "what") return between.length < 9 && !verb.passive;
  const isReduced = verb.form === "participle" || verb.passive || isPastForm(tokens[verb.main] as Token);
  return isReduced && between.length < 8 && !grammar.verbs.some((other) => other.first >= noun.last && other.last <= verb.first);
}

/** "a paper, put forward by": the tagger may take the participle for a past tense. */
function isPastForm({ lower, lemma }: Token): boolean {
  return lower === lemma.toLowerCase() ? !lower.endsWith("s") : /(ed|en|n|t|d)$/.test(lower);
}

function whoHandles(view: View, marks: Marks, grammar: Grammar, verb: VerbGroup): readonly string[] {
  const agent = byAgent(view, verb.last, grammar.last);
  if (agent.length > 0) return agent;
  if (verb.passive || verb.form === "participle") return [];
  const op = grammar.ops.find((other) => other.verb === verb) ?? null;
  const clause = grammar.clauseAt[verb.first - grammar.first] ?? 0;
  const subject = subjectOf(view, marks, grammar, clause, 0, op);
  if (isForAnother(view, verb.last)) return [];
  if (subject.via === "actor") {
    const beside = besides(view, grammar.first, Math.min(verb.last + 6, grammar.last));
    return [...new Set([...subject.actors, ...beside, ...jointly(view, grammar)].map((actor) => sideOf(view, actor)))];
  }
  if (subject.via === "both") return resolveBoth(view.cast, subject.token ?? verb.first) ?? [];
  const { first } = grammar.clauses[clause] as Clause;
  const words = view.doc.tokens.slice(first, verb.first);
  const several = marks.before.several.actors;
  if (words.some(({ lower }) => lower === "they")) return several.length > 1 ? several : (resolveBoth(view.cast, verb.first) ?? []);
  return words.some((token) => token.lower.endsWith("s") && isAgent(view, token)) ? several : [];
}

/** "presented on behalf of the two governments": not the presenter's own. */
function isForAnother({ doc: { tokens } }: View, from: number): boolean {
  return [0, 1, 2].some((next) => tokens[from + next]?.lower === "on" && tokens[from + next + 1]?.lower === "behalf");
}

/** "by Norland and Sudland" behind a participle or passive, past a date or place. */
function byAgent(view: View, from: number, last: number): readonly string[] {
  for (let i = from; i < Math.min(from + 8, last); i++) {
    const { lower, tag } = view.doc.tokens[i] as Token;
    if (tag === "VERB" || tag === "AUX" || lower === ".") return [];
    if (lower !== "by") continue;
    const mention = view.mentionAt[i + 1] ?? view.mentionAt[i + 2];
    return mention?.acts && !isForAnother(view, mention.last) ? coordinated(view, mention, last).map((actor) => sideOf(view, actor)) : [];
  }
  return [];
}

/** Whose paper the lines over a list tell of; nobody where they tell of none or its owner is unknown. */
export function paperOver(view: View, above: readonly (Analysis | undefined)[]): { holder: Holder; act: Paper["act"] } | null {
  for (const at of above) {
    if (!at) continue;
    const [plan] = [...phrasesOf(at.marks, "plan"), ...phrasesOf(at.marks, "part")];
    const subject = subjectOf(view, at.marks, at.grammar, 0);
    const isNamed = plan !== undefined || (isThing(view, subject) && at.marks.before.paper);
    const paper = paperNamed(view, at) ?? (isNamed ? at.paper : null);
    if (paper && paper.owners.length > 0)
      return { holder: { via: "plan", actors: [...paper.owners], token: plan?.first ?? subject.token ?? at.grammar.first }, act: paper.act };
  }
  return null;
}
