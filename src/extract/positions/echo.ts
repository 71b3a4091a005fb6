// What was proposed or asked a sentence before and is now answered with no word of its own: "Norland rejected the idea", "Sudland has refused".
import type { Act } from "../../domain/vocabulary.ts";
import type { Token } from "../types.ts";
import { clauseOf } from "./chain-walk.ts";
import { type Chain, chainOf } from "./chains.ts";
import type { Clause } from "./clauses.ts";
import type { CueRef } from "./compile.ts";
import type { Grammar } from "./grammar.ts";
import { partyIn } from "./heard-signs.ts";
import type { Op } from "./ops.ts";
import type { Match } from "./patterns.ts";
import { type Analysis, type Draft, draftsOf, redrafted, type Speaker } from "./rows.ts";
import { type Topic, topicOf } from "./topics.ts";
import { phrasesOf, type View } from "./view.ts";

/** Acts that answer what another said; with no object "requires" and "offers" say nothing of what came before. */
const answers = new Set<Act>(["accept", "refuse", "oppose", "support", "consider", "concede"]);
const takeUps = new Set<Act>([...answers, "demand", "propose"]);
/** Acts of who is told to do what another asked, or not: "promised to do so". */
export const replies = new Set<Act>([...answers, "propose"]);
/** Rows told by an echo are less sure. */
const doubt = 0.6;

/** "They dream of sending soldiers; such soldiers we do not accept": rows of a later clause of a sentence, which takes up a noun of its own `cues`. */
export function repeatsOf(view: View, at: Analysis, cues: readonly Match<CueRef>[], drafts: readonly Draft[], speaker: Speaker): Draft[] {
  const { tokens } = view.doc;
  const such = phrasesOf(at.marks, "anaphor").find(({ at: [only, ...more] }) => more.length === 0 && tokens[only as number]?.lower === "such");
  if (!such || nounOf(tokens, such) === null) return [];
  const topics = cues.filter(({ last }) => last <= such.first).map((cue) => topicOf(cue, drafts, (tokens[such.first] as Token).sentence));
  return isAnswered(tokens, at, topics[0], such) ? echoed(view, at, topics, speaker, such) : [];
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
  if (topic === undefined) return false;
  const { ops } = chainOf(tokens, grammar, cueAt(topic, phrase));
  return ops.some(isAnswer) && (phrase.at.length > 1 || tokens[phrase.first]?.lower === "such" || standsAlone(tokens, phrase, ops[0]));
}

/** Whether a pronoun is what the verb over it answers: "rejected it", "turned them down", "it was refused"; not "took no part in it", "this regime". */
function standsAlone(tokens: readonly Token[], { first, last }: Match<unknown>, op: Op | undefined): boolean {
  const next = tokens[last];
  if (["this", "these"].includes(tokens[first]?.lower ?? "") && next && ["NOUN", "PROPN", "ADJ", "NUM"].includes(next.tag)) return false;
  return (
    op !== undefined &&
    isAnswer(op) &&
    answers.has(op.frame?.act as Act) &&
    ((op.first > first && (op.verb === null || op.verb.passive || op.verb.copula)) || op.last === first || op.at.some((i) => i >= last))
  );
}

/** `by`: the words that take a topic up, or the verb that answers it without any; `over`: the verb that answers the words, where it is known. */
export function echoed(view: View, at: Analysis, topics: readonly Topic[], speaker: Speaker, by: Match<unknown> | Op, over?: Op): Draft[] {
  const { tokens } = view.doc;
  if (view.doc.blocks[at.marks.sentence.block]?.kind === "stem") return [];
  const bare = "form" in by ? by : null;
  const noun = "form" in by ? null : nounOf(tokens, by);
  return meant(tokens, topics, noun).flatMap((topic) => {
    const sign = noun === "demand" || bare ? topic.stance : topic.sign;
    const cue = cueAt({ issue: topic.issue, cue: topic.cue, sign, answers: topic.at }, by);
    const answer = over ?? (bare && standsFree(tokens, at.grammar, bare) ? bare : null);
    const chain = answer ? chainOfOp(answer) : chainOf(tokens, at.grammar, cue);
    return draftsOf(view, at, cue, chain, speaker)
      .filter(
        ({ holder, act }) =>
          (!topic.heard || (answers.has(act) && holder.token !== null)) && !holder.actors.some((actor) => topic.by.includes(partyIn(view, actor))),
      )
      .map((draft) => redrafted(draft, { confidence: draft.confidence * doubt, rule: `echo/${draft.rule}` }));
  });
}

/** Words that set what follows against what stands before, in whatever clause. */
export const contrasts = new Set(["but", "while", "whereas", "yet", "though", "although"]);

/** A finite verb that nobody's wish governs: not "hopes that they will agree", but "demanded that they leave, but they refused". */
function standsFree(tokens: readonly Token[], { clauses, ops }: Grammar, { form, clause }: Op): boolean {
  const { kind, opener, parent } = clauses[clause] as Clause;
  if (form !== "finite") return false;
  if (kind !== "that" || contrasts.has((tokens[opener] as Token).lower)) return true;
  return !ops.some(({ clause: over, frame }) => over === parent && frame?.kind === "verb" && frame.act != null && proposals.has(frame.act));
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

/** Acts that put something forward to be answered. */
const proposals = new Set<Act>(["propose", "demand", "support"]);

/** With a noun of its own, the topic that has the noun; a paper for "it"; else what somebody put forward, and all of it, or what there is where nobody did. */
function meant(tokens: readonly Token[], topics: readonly Topic[], noun: string | null): readonly Topic[] {
  const papers = topics.filter(({ issue }) => issue.container);
  if (noun === null && papers.length > 0) return papers.slice(0, 1);
  if (noun === null || noun === "demand") {
    const put = topics.filter(({ act }) => act !== null && proposals.has(act));
    return put.length > 0 ? put : topics;
  }
  return topics.filter((topic) => topic.at.some((i) => (tokens[i] as Token).lower.slice(0, 5) === noun.slice(0, 5)));
}

export function cueAt(topic: CueRef, { first, last }: { first: number; last: number }): Match<CueRef> {
  return { value: topic, first, last, at: [first] };
}

export function isAnswer({ frame, form }: Op): boolean {
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

/** A verb of answer with nothing after it but words for what was asked: "the movement agreed.", "Sudland has refused", "Westland opposes that", "vowed to do so". */
export function isBareAnswer({ doc: { tokens }, index }: View, { clauses, ops }: Grammar, op: Op): boolean {
  const does = isForm(tokens[op.last - 1], "do");
  // "is opposed to that", "refused to do so"
  const at = ["to", "with", "never"].includes(tokens[op.last]?.lower ?? "") ? op.last + 1 : op.last;
  const told = isForm(tokens[at], "do") ? at + 1 : at;
  const points = ["that", "this", "so"].includes(tokens[told]?.lower ?? "") && (told > at || does || /^[.,;]$/.test(tokens[told + 1]?.lower ?? ""));
  const next = tokens[points ? told + 1 : op.last];
  const { opener } = clauses[op.clause] as Clause;
  const act = op.frame?.act ?? null;
  const isSaid = act !== null ? (points && told > at ? replies : answers).has(act) : does && points && op.verb?.mood === "will";
  const isTold =
    op.form === "finite" || (op.form === "infinitive" && ops.some((over) => over.frame !== null && over.last >= op.first - 1 && over.first < op.first));
  return (
    isSaid &&
    isTold &&
    (tokens[opener] as Token).lower !== "than" &&
    (!op.verb?.passive || index.adjectival.has((tokens[op.verb.main] as Token).lower)) &&
    (next === undefined || behindAnswer.has(next.lower))
  );
}

const isForm = (token: Token | undefined, lemma: string): boolean => token?.lemma.toLowerCase() === lemma;

function chainOfOp(op: Op): Chain {
  return { ops: [op], top: op.clause, clauses: [op.clause], condition: null, relative: null, open: false };
}
