// What a paper provides for: its contents told as what it holds or would bring about, and so its owners'. Finds no owner of a paper.
import type { Attribution, Token } from "../types.ts";
import type { Chain } from "./chains.ts";
import type { Clause } from "./clauses.ts";
import type { CueRef } from "./compile.ts";
import type { Op } from "./ops.ts";
import { type Paper, paperAt } from "./papers.ts";
import type { Match } from "./patterns.ts";
import type { Analysis } from "./rows.ts";
import { sideOf } from "./sides.ts";
import { changed, type Reading, readChain } from "./stance.ts";
import { isThing, subjectOf } from "./subjects.ts";
import { type Holder, type Marks, nobody, phrasesOf, type View } from "./view.ts";

/** A cue's reading as part of a paper, and whose it is. */
export interface Provision {
  reading: Reading;
  holder: Holder;
  /** Whether something governs the paper in turn: "rejects a plan that caps the army". */
  governed: boolean;
}

/** "The draft would cap the army", "its annex bans bases", "under the deal, captives are freed". Null where the words tell of no paper's contents. `said` holds the cue. */
export function provisionOf(view: View, at: Analysis, cue: Match<CueRef>, chain: Chain, said: Attribution | null): Provision | null {
  if (cue.value.issue.container || isLeftOpen(view.doc.tokens, at.grammar, cue)) return null;
  return (
    bySubject(view, at, cue, chain, said) ?? byHead(view, at, cue, chain, said) ?? byColon(view, at, cue, chain) ?? byFollowing(view, at, cue, chain, said)
  );
}

const undecided = /^(?:unresolved|unsettled|undecided|outstanding|open|aside)$/;
const deciding = /^(?:negotiate|discuss|settle|resolve|agree|decide|define|determine|work|finali[sz]e|clarify|address)$/;

/** Tokens before and behind the words of an issue in which a paper's sentence says that it leaves them open. */
const openBefore = 40;
const openBehind = 12;

/** "leaves six protocols to be negotiated, among them those on prisoners", "leaves the city's status unresolved": what a paper does not settle. */
function isLeftOpen(tokens: readonly Token[], { first, last }: Analysis["grammar"], cue: Match<CueRef>): boolean {
  let leaves = false;
  for (let i = Math.max(first, cue.first - openBefore); i < Math.min(last, cue.last + openBehind); i++) {
    const { lower, lemma, tag } = tokens[i] as Token;
    leaves ||= tag === "VERB" && lemma.toLowerCase() === "leave" && i < cue.first;
    if (leaves && undecided.test(lower)) return true;
    if (i < cue.last && lower === "to" && tokens[i + 1]?.lower === "be" && deciding.test(tokens[i + 2]?.lemma.toLowerCase() ?? "")) return true;
  }
  return false;
}

/** Weaker words, in somebody's mouth, may say what the paper would lead to. */
const sure = 0.9;

/** The paper or a part of it is what the verb over the words is said of. */
function bySubject(view: View, at: Analysis, cue: Match<CueRef>, { ops }: Chain, said: Attribution | null): Provision | null {
  for (let k = ops.length - 1; k >= 0; k--) {
    const verb = ops[k] as Op;
    const isHere = verb.first >= at.grammar.first && verb.first < at.grammar.last;
    if (!isHere || verb.form !== "finite" || verb.verb?.passive) continue;
    const subject = paperSubject(view, at, verb);
    if (subject.holder.via !== "plan") continue;
    if (cue.first < verb.first && !isOwnVerb(verb, cue)) return null;
    if (said?.speaker && cue.value.cue.weight < sure) return null;
    if (
      isThing(view, subject.holder)
        ? !isOfPaper(view, at, verb, said)
        : (said?.speaker && isSpeech(view, verb)) || !isContent(view, at.marks, verb, subject.part)
    )
      return null;
    const reading = readChain(ops.slice(0, k + 1), cue.value.sign, cue.value.cue.act ?? null);
    if (!reading || reading.act === "assess") return null;
    const governed = ops.slice(k + 1).some(({ frame }) => frame?.act != null);
    if (governed && at.grammar.clauses[verb.clause]?.kind !== "rel") return null;
    return { reading: asProvision(reading, verb, subject.act), holder: boundBy(view, at, ops.slice(0, k), subject), governed };
  }
  return null;
}

/** "Under the plan, Norland frees the captives": the present and "would" tell what is in it, the past what came of it. */
function byHead(view: View, at: Analysis, cue: Match<CueRef>, { ops, open }: Chain, said: Attribution | null): Provision | null {
  const isSpoken = said?.speaker != null && (view.doc.tokens[at.grammar.first] as Token).lower === "in";
  const head = open || isSpoken ? null : headPaper(view, at);
  const verb = ops.findLast(({ form }) => form === "finite");
  if (!head || (!verb && ops.length > 0) || cue.first < (head.holder.token ?? 0)) return null;
  const reading = readChain(ops, cue.value.sign, cue.value.cue.act ?? null);
  if (
    !reading ||
    (reading.act !== null && reading.mood === null && !isAnothers(view, at, reading, head)) ||
    (verb && reading.mood === null && !isPresent(view, verb))
  )
    return null;
  return { reading: asProvision(reading, verb ?? null, head.act), holder: boundBy(view, at, ops, head), governed: false };
}

/** "The draft has four points: a truce, a swap of captives; ...": what a colon sets out of a paper. */
function byColon(view: View, at: Analysis, cue: Match<CueRef>, { ops, open, condition }: Chain): Provision | null {
  const { marks } = at;
  const plan = [...phrasesOf(marks, "plan"), ...phrasesOf(marks, "part")].sort((a, b) => a.first - b.first)[0];
  const colon = plan ? view.doc.tokens.slice(plan.last, cue.first).findIndex(({ lower }) => lower === ":") : -1;
  if (!plan || colon < 0 || open || condition !== null || ops.some(({ form, frame }) => form === "finite" || frame?.act != null)) return null;
  const telling = named(view, at, plan.first);
  const paper =
    telling.holder.via === "plan"
      ? telling
      : at.paper && { holder: { ...telling.holder, via: "plan" as const, actors: [...at.paper.owners], token: plan.first }, act: at.paper.act };
  const reading = readChain(ops, cue.value.sign, cue.value.cue.act ?? null);
  if (!paper || !reading || reading.act !== null) return null;
  return { reading: asProvision(reading, null, paper.act), holder: paper.holder, governed: false };
}

/** "Norland would free the captives. Sudland would leave": what follows a paper's contents in the same mood is more of them. */
function byFollowing(view: View, at: Analysis, cue: Match<CueRef>, { ops, open, relative }: Chain, said: Attribution | null): Provision | null {
  const verb = ops.findLast(({ form }) => form === "finite");
  if (!at.paper || (!at.goesOn && !at.inHand) || !verb || open || relative !== null || said?.speaker || !isProvisional(view, verb)) return null;
  const reading = readChain(ops, cue.value.sign, cue.value.cue.act ?? null);
  const isObliged = reading?.mood === "must" && (view.doc.tokens[verb.first] as Token).lower === "would";
  if (!reading?.mood || isObliged || reading.op !== verb) return null;
  if (!at.goesOn && subjectOf(view, at.marks, at.grammar, verb.clause, 0, verb).via !== "none") return null;
  const whole: Telling = { holder: { via: "plan", actors: [...at.paper.owners], token: verb.first }, act: at.paper.act, part: false };
  return { reading: asProvision(reading, verb, at.paper.act), holder: boundBy(view, at, ops, whole), governed: false };
}

/** "would", "is to": the mood in which a paper's contents are told. */
function isProvisional({ doc }: View, { verb, negators }: Op): boolean {
  return verb !== null && negators.length === 0 && ["would", "is", "are", "was", "were", "shall"].includes((doc.tokens[verb.first] as Token).lower);
}

/** Whom a paper's words bind: of what several signed, who is said to do it, else all of them. */
export function boundBy(view: View, at: Analysis, ops: readonly Op[], { holder, act }: Pick<Telling, "holder" | "act">): Holder {
  const doer = act === "accept" ? doerOf(view, at, ops) : nobody;
  if (doer.via === "both" && holder.actors.length < 2) return doer;
  const isParty = holder.actors.length === 0 || doer.actors.some((actor) => holder.actors.includes(actor) || holder.actors.includes(sideOf(view, actor)));
  return doer.via === "actor" && isParty ? doer : holder;
}

/** "that Norland leave the valley": who does what the words say; nobody where they are passive. */
function doerOf(view: View, at: Analysis, ops: readonly Op[]): Holder {
  const verb = ops.find(({ form }) => form === "finite");
  return verb && !verb.verb?.passive ? subjectOf(view, at.marks, at.grammar, verb.clause, 0, verb) : nobody;
}

/** "Under the plan, Sudland accepts a cap": what a paper has others do is its owner's. */
function isAnothers(view: View, at: Analysis, { op }: Reading, { holder, act }: Telling): boolean {
  if (act !== "propose" || op?.frame?.act !== "accept") return false;
  const subject = subjectOf(view, at.marks, at.grammar, op.clause, 0, op);
  return subject.via === "actor" && !subject.actors.some((actor) => holder.actors.includes(sideOf(view, actor)));
}

function asProvision(reading: Reading, op: Op | null, act: Paper["act"]): Reading {
  const asked = reading.act === "demand" && reading.mood === null;
  return changed(reading, { act: asked ? "demand" : act, op, mood: null, weight: reading.weight * 0.9, frames: [...reading.frames, "plan"] });
}

/** A paper as holder of its contents, and what they are of its owners. */
export interface Telling {
  holder: Holder;
  act: Paper["act"];
  /** Whether a part of it is named and not the whole. */
  part: boolean;
}

const nothing: Telling = { holder: nobody, act: "propose", part: false };

/** The paper, or a part of the paper in hand, that the verb is said of. Of "it" the owner is left open. */
function paperSubject(view: View, at: Analysis, verb: Op): Telling {
  const subject = subjectOf(view, at.marks, at.grammar, verb.clause, 0, verb);
  const act = at.paper?.act ?? "propose";
  if (subject.via === "plan" && subject.token !== null && subject.actors.length === 0 && !isThing(view, subject)) return named(view, at, subject.token);
  const isIt = at.paper !== null && subject.actors.length === 0 && (at.marks.before.paper || opensWithPaper(view, at, subject.token ?? 0));
  if (subject.via === "plan") return { holder: isIt ? { ...subject, actors: [...(at.paper?.owners ?? [])] } : subject, act, part: false };
  const isOwnIt = subject.token !== null && (view.doc.tokens[subject.token] as Token).lower === "it" && opensWithPaper(view, at, subject.token);
  const part = at.paper ? (isOwnIt && tellsContents(at.marks, verb) ? subject.token : partBefore(view, at, verb)) : null;
  return at.paper && part !== null ? { holder: { via: "plan", actors: [...at.paper.owners], token: part }, act, part: true } : nothing;
}

/** "As to the first part of the paper, it names ...", "the second is a package: it provides for ...". */
function opensWithPaper(view: View, { marks, grammar }: Analysis, token: number): boolean {
  const isBefore = ({ last }: { last: number }): boolean => last <= token;
  return (
    phrasesOf(marks, "plan").some(isBefore) ||
    phrasesOf(marks, "part").some(isBefore) ||
    partFrom(view, marks, grammar.first, grammar.verbs[0]?.first ?? token, null) !== null
  );
}

function named(view: View, at: Analysis, token: number): Telling {
  const paper = paperAt(view, at, token, at.paper);
  return paper ? { holder: { via: "plan", actors: [...paper.owners], token }, act: paper.act, part: false } : nothing;
}

const pronouns = new Set(["they", "these", "those", "them"]);
const ordinals = new Set(["first", "second", "third", "fourth", "fifth", "last", "final", "other", "another", "former", "latter", "one"]);
const passed = new Set(["DET", "ADJ", "NUM", "ADV", "PART"]);

/** "The second section", "its annex", "the first" before a verb: where that part's noun stands; null where the clause is about something else. */
function partBefore(view: View, { marks, grammar }: Analysis, verb: Op): number | null {
  const { clauses } = grammar;
  const { first, shares } = clauses[verb.clause] as Clause;
  if (shares === null) return partFrom(view, marks, first, verb.first, verb);
  const other = clauses[shares] as Clause;
  return partFrom(view, marks, other.first, other.verbs.find(({ form }) => form === "finite")?.first ?? verb.first, verb);
}

function partFrom({ doc: { tokens } }: View, marks: Marks, from: number, end: number, verb: Op | null): number | null {
  const parts = phrasesOf(marks, "part");
  const start = ["among", "amongst"].includes(tokens[from]?.lower ?? "") ? from + 1 : from;
  for (let i = start; i < Math.min(end, start + 6); i++) {
    const { lower, tag } = tokens[i] as Token;
    if (parts.some(({ first }) => first === i)) return i;
    const isAlone = i + 1 === end || tokens[i + 1]?.lower === ",";
    if (ordinals.has(lower) && isAlone) return i;
    if (pronouns.has(lower) && verb !== null && isAlone && isEquative(tokens, verb)) return i;
    if (!passed.has(tag) && !["its", "their"].includes(lower) && !(tag === "VERB" && lower.endsWith("ed"))) return null;
  }
  return null;
}

const equatives = new Set(["include", "comprise", "contain", "cover", "range", "encompass", "be"]);

/** "They include": what is listed is what they are. */
function isEquative(tokens: readonly Token[], { verb }: Op): boolean {
  if (verb === null || verb.mood !== null || !equatives.has((tokens[verb.main] as Token).lemma.toLowerCase())) return false;
  return !verb.copula || ["DET", "NUM", "NOUN", "SCONJ"].includes(tokens[verb.last]?.tag ?? "");
}

/** How many words open a phrase for what holds in a paper: "under", "as part of", "according to"; 0 where none does. */
function openingWords(tokens: readonly Token[], first: number): number {
  const [one, two] = [tokens[first]?.lower ?? "", tokens[first + 1]?.lower];
  if (one === "as" && two === "part") return 3;
  if (one === "according" && two === "to") return 2;
  return ["under", "in", "per"].includes(one) ? 1 : 0;
}

/** "Under the plan", "in its second phase", "in the first": the paper that opens a sentence; null where none does. */
function headPaper(view: View, at: Analysis): Telling | null {
  const { marks, grammar, paper } = at;
  const { tokens } = view.doc;
  const { first, last } = grammar;
  const from = first + openingWords(tokens, first);
  if (from === first || ["a", "an"].includes(tokens[from]?.lower ?? "")) return null;
  const end = Math.min(first + 9, last, grammar.verbs[0]?.first ?? last);
  const plan = phrasesOf(marks, "plan").find((phrase) => phrase.first >= from && phrase.first < end);
  if (plan) {
    const telling = named(view, at, plan.first);
    return telling.holder.via === "plan" ? telling : { holder: { via: "plan", actors: [], token: plan.first }, act: "propose", part: false };
  }
  if (paper === null) return null;
  const isIt = ["it", "this", "that"].includes(tokens[from]?.lower ?? "") && tokens[from + 1]?.tag !== "NOUN" && tokens[from + 1]?.tag !== "ADJ";
  const token = isIt ? from : partFrom(view, marks, from, end, null);
  return token === null ? null : { holder: { via: "plan", actors: [...paper.owners], token }, act: paper.act, part: true };
}

function isOwnVerb({ verb }: Op, { first, last }: Match<CueRef>): boolean {
  return verb !== null && verb.main >= first && verb.main < last;
}

const speech = new Set(["say", "state", "read", "add", "warn", "write", "tell", "declare", "announce"]);

function isSpeech({ doc }: View, { verb }: Op): boolean {
  return verb !== null && speech.has((doc.tokens[verb.main] as Token).lemma.toLowerCase());
}

function isPresent({ doc }: View, { verb }: Op): boolean {
  if (!verb) return false;
  const { lower, lemma, tag } = doc.tokens[verb.first] as Token;
  if (tag === "AUX") return verb.passive && ["is", "are"].includes(lower);
  return verb.first === verb.main && !lower.endsWith("ed") && (lower.endsWith("s") || lower === lemma.toLowerCase());
}

/** "It would cap the army": said of a paper, and not of whoever spoke or acted before. */
function isOfPaper(view: View, { marks }: Analysis, verb: Op, said: Attribution | null): boolean {
  if (!tellsContents(marks, verb) || (isSpeech(view, verb) && !marks.before.paper) || (verb.verb?.mood === "must" && verb.frame === null)) return false;
  return !said?.speaker || marks.before.paper;
}

/** Not "these papers still need the consent of parliament". */
function isContent(view: View, marks: Marks, verb: Op, part: boolean): boolean {
  return (
    (part && isPresent(view, verb)) ||
    isEquative(view.doc.tokens, verb) ||
    verb.frame?.act != null ||
    verb.verb?.mood != null ||
    verb.negators.length > 0 ||
    tellsContents(marks, verb)
  );
}

/** "it caps", "it would": what papers do with their contents. */
function tellsContents(marks: Marks, { verb }: Op): boolean {
  return verb !== null && phrasesOf(marks, "plan_verb").some((phrase) => phrase.at.some((i) => i >= verb.first && i < verb.last));
}
