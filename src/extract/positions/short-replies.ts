// "No," "Never," "said yes": a word or two that answers what was asked or demanded a sentence before. Finds no topic of its own.
import type { Attribution, Token } from "../types.ts";
import { clauseOf } from "./chain-walk.ts";
import { chainOf } from "./chains.ts";
import { cueAt } from "./echo.ts";
import { partyIn } from "./heard-signs.ts";
import type { Match } from "./patterns.ts";
import type { Analysis, Draft, Speaker } from "./rows.ts";
import { speakerOf } from "./sides.ts";
import { subjectOf } from "./subjects.ts";
import type { Topic } from "./topics.ts";
import { denierOf } from "./untrue.ts";
import { type Holder, nobody, phrasesOf, type View } from "./view.ts";

/** A word says less than a sentence. */
const doubt = 0.5;

/** A short answer, for or against what it answers, and whose it is. */
interface ShortReply {
  phrase: Match<unknown>;
  sign: 1 | -1;
  holder: Holder;
}

/** Rows of whoever answers `topics` so; none where they are several, or the answerer's own. */
export function shortRepliesOf(view: View, at: Analysis, topics: readonly Topic[], speaker: Speaker, told: readonly Attribution[]): Draft[] {
  const [topic] = topics;
  if (topic === undefined || topics.length > 1) return [];
  const given = ([-1, 1] as const).flatMap((sign) =>
    phrasesOf(at.marks, sign > 0 ? "assent" : "dissent").map((phrase): ShortReply => ({ phrase, sign, holder: holderOf(view, at, phrase, speaker) })),
  );
  const isOther = ({ holder: { actors } }: ShortReply): boolean => actors.length > 0 && !actors.some((actor) => topic.by.includes(partyIn(view, actor)));
  return [...given, ...denialOf(view, at, topic, told)].filter(isOther).map((reply) => draftOf(view, at, topic, reply));
}

/** "Invented, the spokesman said": what nobody was told to want is denied by whom it concerns. */
function denialOf(view: View, at: Analysis, { by }: Topic, told: readonly Attribution[]): ShortReply[] {
  const denier = by.length === 0 ? denierOf(view, at, at.marks.sentence, told) : null;
  const phrase = phrasesOf(at.marks, "falsehood")[0];
  return denier !== null && phrase ? [{ phrase, sign: -1, holder: { via: "actor", actors: [denier], token: null } }] : [];
}

function draftOf({ doc }: View, at: Analysis, topic: Topic, { phrase, sign, holder }: ShortReply): Draft {
  const cue = cueAt({ issue: topic.issue, cue: topic.cue, sign: topic.sign, answers: topic.at }, phrase);
  const stance = sign === topic.stance ? 1 : -1;
  const act = sign > 0 ? "accept" : "refuse";
  return {
    holder,
    issue: topic.issue,
    stance: stance > 0 ? "for" : "against",
    act,
    hedged: false,
    confidence: doubt,
    rule: `reply/${topic.issue.issue}.${topic.cue.id}`,
    cue,
    chain: chainOf(doc.tokens, at.grammar, cue),
    reading: { sign: stance, act, hedged: false, weight: 1, op: null, mood: null, frames: [], shunned: false },
    at,
    anchor: phrase.first,
  };
}

/** Behind a verb its subject; alone between marks, at the head of a sentence or behind a label whoever speaks; nobody where other words go on. */
function holderOf(view: View, at: Analysis, { first, last }: Match<unknown>, speaker: Speaker): Holder {
  const { tokens } = view.doc;
  const isTold = (tokens[first] as Token).tag === "VERB";
  const opens = first === at.grammar.first || ['"', ":"].includes(tokens[first - 1]?.lower ?? "");
  const ends = tokens[last] === undefined || /^[.,!;"]$/.test((tokens[last] as Token).lower);
  if (!ends || !(isTold || opens)) return nobody;
  if (!isTold) return speakerOf(speaker.attributionAt(first));
  const verb = at.grammar.verbs.find(({ main }) => main === first);
  if (verb?.form !== "finite" || verb.mood !== null || verb.negators.some((i) => i < first)) return nobody;
  const subject = subjectOf(view, at.marks, at.grammar, clauseOf(at.grammar, first));
  return subject.via === "actor" ? subject : nobody;
}
