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

/** Rows of whoever answers `topics` so; none where they are several, or the answerer's own. */
export function shortRepliesOf(view: View, at: Analysis, topics: readonly Topic[], speaker: Speaker, told: readonly Attribution[]): Draft[] {
  const [topic] = topics;
  if (topic === undefined || topics.length > 1) return [];
  const { tokens } = view.doc;
  // "Invented, the spokesman replied": what nobody was told to want is denied by whom it concerns.
  const denier = topic.by.length === 0 ? denierOf(view, at, at.marks.sentence, told) : null;
  const denials = denier === null ? [] : phrasesOf(at.marks, "falsehood").slice(0, 1);
  return ([-1, 1] as const).flatMap((sign) =>
    [...phrasesOf(at.marks, sign > 0 ? "assent" : "dissent"), ...(sign > 0 ? [] : denials)].flatMap((phrase): Draft[] => {
      const holder: Holder =
        denier !== null && denials.includes(phrase) ? { via: "actor", actors: [denier], token: null } : holderOf(view, at, phrase, speaker);
      if (holder.actors.length === 0 || holder.actors.some((actor) => topic.by.includes(partyIn(view, actor)))) return [];
      const cue = cueAt({ issue: topic.issue, cue: topic.cue, sign: topic.sign, answers: topic.at }, phrase);
      const act = sign > 0 ? "accept" : "refuse";
      const stance = sign * topic.stance;
      return [
        {
          holder,
          issue: topic.issue,
          stance: stance > 0 ? "for" : "against",
          act,
          hedged: false,
          confidence: doubt,
          rule: `reply/${topic.issue.issue}.${topic.cue.id}`,
          cue,
          chain: chainOf(tokens, at.grammar, cue),
          reading: { sign: stance > 0 ? 1 : -1, act, hedged: false, weight: 1, op: null, mood: null, frames: [], shunned: false },
          at,
          anchor: phrase.first,
        },
      ];
    }),
  );
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
