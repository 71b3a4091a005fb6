// What was proposed or asked a sentence before and is now answered with no word of its own: "Norland rejected the idea", "Sudland has refused".
import type { Act } from "../../domain/vocabulary.ts";
import type { Token } from "../types.ts";
import { clauseOf } from "./chain-walk.ts";
import { type Chain, chainOf } from "./chains.ts";
import type { Clause } from "./clauses.ts";
import type { CueRef } from "./compile.ts";
import type { Grammar } from "./grammar.ts";
import type { Op } from "./ops.ts";
import type { Match } from "./patterns.ts";
import { type Analysis, type Draft, draftsOf, redrafted, type Speaker } from "./rows.ts";
import { phrasesOf, type View } from "./view.ts";

/** What an earlier sentence was about. */
export interface Topic {
  issue: CueRef["issue"];
  cue: CueRef["cue"];
  /** What the words said of the proposition, and what stance the row took: "the truce" is the first, "the demand" the second. */
  sign: 1 | -1;
  stance: 1 | -1;
  /** Tokens of the words. */
  at: readonly number[];
  sentence: number;
}

/** Acts that answer what another said; with no object "requires" and "offers" say nothing of what came before. */
const answers = new Set<Act>(["accept", "refuse", "oppose", "support", "consider", "concede"]);
const takeUps = new Set<Act>([...answers, "demand", "propose"]);
/** Rows told by an echo are less sure. */
const doubt = 0.6;

/** What a cue was about, with the stance that one of `drafts` took on it. */
export function topicOf(cue: Match<CueRef>, drafts: readonly Draft[], sentence: number): Topic {
  const { issue, cue: entry, sign } = cue.value;
  const stance = drafts.find((draft) => draft.cue === cue)?.stance;
  return { issue, cue: entry, sign, stance: stance === undefined ? sign : stance === "for" ? 1 : -1, at: cue.at, sentence };
}

/** The topic, taken up again in `sentence`. */
export function takenUp({ issue, cue, sign, stance, at }: Topic, sentence: number): Topic {
  return { issue, cue, sign, stance, at, sentence };
}

/** "They dream of sending soldiers; such soldiers we do not accept": rows of a later clause of a sentence, which takes up a noun of its own `cues`. */
export function repeatsOf(view: View, at: Analysis, cues: readonly Match<CueRef>[], drafts: readonly Draft[], speaker: Speaker): Draft[] {
  const { tokens } = view.doc;
  const such = phrasesOf(at.marks, "anaphor").find(({ at: [only, ...more] }) => more.length === 0 && tokens[only as number]?.lower === "such");
  if (!such || nounOf(tokens, such) === null) return [];
  const topics = cues.filter(({ last }) => last <= such.first).map((cue) => topicOf(cue, drafts, (tokens[such.first] as Token).sentence));
  return isAnswered(tokens, at, topics[0], such) ? echoed(view, at, topics, speaker, such) : [];
}

/** "Norland rejected the plan but Sudland accepted it", "wants a truce, an idea that Sudland dismissed", "asked for talks but Sudland refused": rows of whoever answers, in a later clause, what `drafts` of the same sentence are about. */
export function repliesOf(view: View, at: Analysis, drafts: readonly Draft[], speaker: Speaker): Draft[] {
  const { tokens } = view.doc;
  const heard = phrasesOf(at.marks, "anaphor");
  const named = heard.filter(({ at: words, first }) => (words.length > 1 ? !owners.has((tokens[first] as Token).lower) : tokens[first]?.lower === "it"));
  const behindComma = phrasesOf(at.marks, "apposed").filter(({ first }) => tokens[first - 1]?.lower === ",");
  const withObject = new Set(heard.map(({ first }) => clauseOf(at.grammar, first)));
  const bare = at.grammar.ops.filter((op) => isBareAnswer(view, at.grammar, op) && !withObject.has(op.clause));
  return [...named, ...behindComma, ...bare].flatMap((by) => {
    const told = drafts.filter((draft) => draft.cue.last <= by.first && standsApart(at.grammar, draft, by));
    const topics = [...new Map(told.map(({ cue }) => [cue.value.issue.issue, topicOf(cue, told, (tokens[by.first] as Token).sentence)])).values()];
    if (!("form" in by || isObject(tokens, at, topics[0], by))) return [];
    return echoed(view, at, topics, speaker, by).filter(
      ({ holder, act }) => answers.has(act) && holder.token !== null && !told.some((draft) => draft.holder.actors.join() === holder.actors.join()),
    );
  });
}

/** Whether a reply stands in a main clause behind that of the draft, or in words set behind it. */
function standsApart(grammar: Grammar, { cue, reading }: Draft, by: Match<unknown> | Op): boolean {
  const own = clauseOf(grammar, by.first);
  const isBehind = (reading.op?.first ?? cue.first) < by.first;
  return isBehind && ((grammar.clauses[own] as Clause).kind === "main" ? own !== clauseOf(grammar, cue.first) : !("form" in by));
}

/** Rows of a sentence that answers `topics` before it names any issue of its own, one answer after the other: "refused, saying it would not withdraw". */
export function echoesOf(view: View, at: Analysis, topics: readonly Topic[], own: readonly Draft[], speaker: Speaker): Draft[] {
  const { tokens } = view.doc;
  if (own.length > 0) {
    const answer = at.grammar.ops[0];
    if (!answer || !isBareAnswer(view, at.grammar, answer) || at.grammar.clauses[answer.clause]?.kind !== "main") return [];
    if (own.some(({ cue, chain }) => cue.first < answer.last || clauseOf(at.grammar, cue.first) === answer.clause || chain.ops.includes(answer))) return [];
    return echoed(view, at, topics, speaker, answer);
  }
  const heard = phrasesOf(at.marks, "anaphor").filter((phrase) => isAnswered(tokens, at, topics[0], phrase));
  if (heard.length > 0) return heard.flatMap((phrase) => echoed(view, at, topics, speaker, phrase));
  const taken = new Set(at.marks.cues.flatMap((cue) => cue.at));
  const bare = at.grammar.ops.filter((op) => isBareAnswer(view, at.grammar, op) && !op.at.some((i) => taken.has(i)));
  return bare.flatMap((op) => echoed(view, at, topics, speaker, op));
}

/** Whether words that take up a topic are accepted, refused, supported. */
function isAnswered(tokens: readonly Token[], { grammar }: Analysis, topic: Topic | undefined, phrase: Match<unknown>): boolean {
  return topic !== undefined && chainOf(tokens, grammar, cueAt(topic, phrase)).ops.some(isAnswer);
}

/** Whose demand "its demand" is, is who answers nobody by it. */
const owners = new Set(["its", "his", "her", "their"]);

/** Whether the first verb over them is one of answer, and stands before "it". */
function isObject(tokens: readonly Token[], { grammar }: Analysis, topic: Topic | undefined, phrase: Match<unknown>): boolean {
  const chain = topic && chainOf(tokens, grammar, cueAt(topic, phrase));
  const op = chain?.ops[0];
  return op !== undefined && chain?.condition === null && isAnswer(op) && ((tokens[phrase.first] as Token).lower !== "it" || op.first < phrase.first);
}

/** `by`: the words that take a topic up, or the verb that answers it without any. */
function echoed(view: View, at: Analysis, topics: readonly Topic[], speaker: Speaker, by: Match<unknown> | Op): Draft[] {
  const { tokens } = view.doc;
  if (view.doc.blocks[at.marks.sentence.block]?.kind === "stem") return [];
  const bare = "form" in by ? by : null;
  const noun = "form" in by ? null : nounOf(tokens, by);
  return meant(tokens, topics, noun).flatMap((topic) => {
    const sign = noun === "demand" || bare ? topic.stance : topic.sign;
    const cue = cueAt({ issue: topic.issue, cue: topic.cue, sign, answers: topic.at }, by);
    const chain = bare ? chainOfOp(bare) : chainOf(tokens, at.grammar, cue);
    return draftsOf(view, at, cue, chain, speaker).map((draft) => redrafted(draft, { confidence: draft.confidence * doubt, rule: `echo/${draft.rule}` }));
  });
}

/** What only answers words of its own kind: an invitation is no plan. */
const calls = new Set(["invitation", "ultimatum", "appeal"]);

/** The noun of "such recognition"; "demand" for words like proposal and request; null for "it". */
function nounOf(tokens: readonly Token[], { at, last }: Match<unknown>): string | null {
  if (at.length > 1) {
    const named = (tokens[last - 1] as Token).lower;
    return calls.has(named) ? named : "demand";
  }
  if ((tokens[at[0] as number] as Token).lower !== "such") return null;
  for (let i = last; i < last + 3; i++) if (tokens[i]?.tag === "NOUN") return (tokens[i] as Token).lower;
  return null;
}

/** With a noun of its own, the topic that has the noun; else the one that there is. Of several, none can be told to be meant. */
function meant(tokens: readonly Token[], topics: readonly Topic[], noun: string | null): readonly Topic[] {
  const papers = topics.filter(({ issue }) => issue.container);
  if (noun === null && papers.length > 0) return papers.slice(0, 1);
  if (noun === null || noun === "demand") return topics.length === 1 ? topics : [];
  return topics.filter((topic) => topic.at.some((i) => (tokens[i] as Token).lower.slice(0, 5) === noun.slice(0, 5)));
}

function cueAt(topic: CueRef, { first, last }: { first: number; last: number }): Match<CueRef> {
  return { value: topic, first, last, at: [first] };
}

function isAnswer({ frame, form }: Op): boolean {
  return frame?.act != null && takeUps.has(frame.act) && frame.weight > doubt && form !== "noun";
}

/** What may follow an answer that has no object: the end of its clause, when it was given and how fast. */
const behindAnswer = new Set([
  ".",
  ",",
  ";",
  ":",
  "in",
  "on",
  "last",
  "too",
  "also",
  "at",
  "within",
  "while",
  "but",
  "immediately",
  "promptly",
  "swiftly",
  "outright",
]);

/** A verb of answer with nothing after it: "the movement agreed.", "Sudland has refused", "Westland opposes that". */
function isBareAnswer({ doc: { tokens }, index }: View, { clauses }: Grammar, op: Op): boolean {
  // "is opposed to that."
  const at = ["to", "with"].includes(tokens[op.last]?.lower ?? "") ? op.last + 1 : op.last;
  const points = ["that", "this", "so"].includes(tokens[at]?.lower ?? "") && /^[.,;]$/.test(tokens[at + 1]?.lower ?? "");
  const next = tokens[points ? at + 1 : op.last];
  const { opener } = clauses[op.clause] as Clause;
  return (
    op.frame?.act != null &&
    answers.has(op.frame.act) &&
    (tokens[opener] as Token).lower !== "than" &&
    op.form === "finite" &&
    (!op.verb?.passive || index.adjectival.has((tokens[op.verb.main] as Token).lower)) &&
    (next === undefined || behindAnswer.has(next.lower))
  );
}

function chainOfOp(op: Op): Chain {
  return { ops: [op], top: op.clause, clauses: [op.clause], condition: null, relative: null, open: false };
}
