// What is answered in the sentence that told it: "wants a truce, an idea that Norland dismissed", "demanded that they leave, but Sudland refused".
import type { Token } from "../types.ts";
import { clauseOf } from "./chain-walk.ts";
import { chainOf } from "./chains.ts";
import type { Clause } from "./clauses.ts";
import { contrasts, cueAt, echoed, isAnswer, isBareAnswer, replies } from "./echo.ts";
import type { Grammar } from "./grammar.ts";
import type { Op } from "./ops.ts";
import type { Match } from "./patterns.ts";
import type { Analysis, Draft, Speaker } from "./rows.ts";
import { type Topic, topicOf } from "./topics.ts";
import { phrasesOf, type View } from "./view.ts";

/** "Norland rejected the plan but Sudland accepted it", "wants a truce, an idea that Sudland dismissed", "asked for talks but Sudland refused": rows of whoever answers, in a later clause, what `drafts` of the same sentence are about. */
export function repliesOf(view: View, at: Analysis, drafts: readonly Draft[], speaker: Speaker): Draft[] {
  const { tokens } = view.doc;
  const heard = phrasesOf(at.marks, "anaphor");
  const named = heard.filter(({ at: words, first }) => (words.length > 1 ? !owners.has((tokens[first] as Token).lower) : tokens[first]?.lower === "it"));
  const withObject = new Set(heard.map(({ first }) => clauseOf(at.grammar, first)));
  const bare = at.grammar.ops.filter((op) => isBareAnswer(view, at.grammar, op) && !withObject.has(op.clause));
  const apart = [...named, ...bare].flatMap((by) => {
    const told = drafts.filter((draft) => standsApart(tokens, at.grammar, draft, by));
    const topics = toldIn(tokens, told, by);
    if ("form" in by) return answersTo(view, at, told, topics, speaker, by);
    const over = answerOver(tokens, at, topics[0], by);
    if (!over) return [];
    const { kind, opener } = at.grammar.clauses[over.clause] as Clause;
    const isParted = kind === "that" && contrasts.has((tokens[opener] as Token).lower);
    return answersTo(view, at, told, topics, speaker, by, isParted ? over : undefined);
  });
  const behindComma = phrasesOf(at.marks, "apposed").filter(({ first }) => tokens[first - 1]?.lower === ",");
  const apposed = behindComma.flatMap((by) => {
    const told = drafts.filter((draft) => isBehind(draft, by));
    const op = answerBehind(tokens, at.grammar, by);
    return op ? answersTo(view, at, told, toldIn(tokens, told, by), speaker, by, op) : [];
  });
  return [...apart, ...apposed];
}

function toldIn(tokens: readonly Token[], told: readonly Draft[], by: Match<unknown> | Op): Topic[] {
  return [...new Map(told.map(({ cue }) => [cue.value.issue.issue, topicOf(cue, told, (tokens[by.first] as Token).sentence)])).values()];
}

/** Rows of those who answer and do not themselves hold what was `told`. */
function answersTo(view: View, at: Analysis, told: readonly Draft[], topics: readonly Topic[], speaker: Speaker, by: Match<unknown> | Op, over?: Op): Draft[] {
  return echoed(view, at, topics, speaker, by, over).filter(
    ({ holder, act }) => replies.has(act) && holder.actors.length > 0 && !told.some((draft) => draft.holder.actors.join() === holder.actors.join()),
  );
}

/** Tokens from "an idea" to the verb that answers it. */
const answerReach = 9;

/** "an idea that Norland has dismissed", "a demand rejected by Sudland": the verb of answer right behind words set behind a comma. */
function answerBehind(tokens: readonly Token[], { ops }: Grammar, { last }: Match<unknown>): Op | null {
  const op = ops.find(({ first, frame }) => first >= last && frame !== null);
  if (!op || !isAnswer(op) || op.first - last > answerReach) return null;
  return tokens.slice(last, op.first).some(({ lower }) => /^[,;:.]$/.test(lower)) ? null : op;
}

const isBehind = ({ cue, reading }: Draft, { first }: { first: number }): boolean => cue.last <= first && (reading.op?.first ?? cue.first) < first;

/** Whether a reply stands in another main clause behind that of the draft, be it that a contrast parts them: "demanded that they leave, but Norland refused". */
function standsApart(tokens: readonly Token[], grammar: Grammar, draft: Draft, by: Match<unknown> | Op): boolean {
  const own = clauseOf(grammar, by.first);
  const { kind, opener } = grammar.clauses[own] as Clause;
  if (!isBehind(draft, by)) return false;
  return kind === "main" || contrasts.has((tokens[opener] as Token).lower) ? own !== clauseOf(grammar, draft.cue.first) : !("form" in by);
}

/** Whose demand "its demand" is, is who answers nobody by it. */
const owners = new Set(["its", "his", "her", "their"]);

/** The first verb over words that take up a topic, if it is one of answer and stands before "it"; else null. */
function answerOver(tokens: readonly Token[], { grammar }: Analysis, topic: Topic | undefined, phrase: Match<unknown>): Op | null {
  const chain = topic && chainOf(tokens, grammar, cueAt(topic, phrase));
  const op = chain?.ops.find((one) => one.form !== "noun" || one.first < phrase.first);
  if (!op || chain?.condition !== null || !isAnswer(op)) return null;
  return (tokens[phrase.first] as Token).lower !== "it" || op.first < phrase.first ? op : null;
}
