// Who holds what only a modal verb says: "must", "will", "may" without a frame. The author's own advice and forecasts are nobody's.

import type { Attribution, Token } from "../types.ts";
import type { CueRef } from "./compile.ts";
import type { Op } from "./ops.ts";
import type { Match } from "./patterns.ts";
import type { Analysis, Speaker } from "./rows.ts";
import { informs } from "./said.ts";
import { sideOf, speaksForNobody, together } from "./sides.ts";
import type { Reading } from "./stance.ts";
import { isThing, subjectOf } from "./subjects.ts";
import { type Holder, nobody, type View } from "./view.ts";

/** "must", "will", "may" without a frame: the speaker's, and without a speaker only a refusal by the subject itself. */
export function moodHolder(view: View, at: Analysis, reading: Reading, op: Op, said: Attribution | null, speaker: Speaker, cue: Match<CueRef>): Holder {
  const subject = subjectOf(view, at.marks, at.grammar, op.clause, 0, op);
  if (subject.via === "plan" && !isThing(view, subject) && !said?.speaker) return subject;
  const attribution = said ?? (backshifted.has((view.doc.tokens[op.verb?.first ?? 0] as Token).lower) ? speaker.before(op.first) : null);
  const giver = receives(view, op) ? giverIn(view, at, op) : null;
  if (giver && !said?.speaker) return { via: "actor", actors: [giver], token: op.first };
  if (said && subject.via === "actor" && !op.verb?.passive && isTold(reading, op, said, cue)) return subject;
  if (said?.speaker && subject.via === "actor" && promises(view, op) && speaksForNobody(view, said.speaker)) return subject;
  const own = reading.act === "refuse" || (reading.sign < 0 && op.verb?.mood === "will") || (op.verb?.mood === "will" && hasCondition(at, op.clause));
  if (!said && subject.via === "actor" && isSettled(view, op) && decides(reading, cue) && cue.value.cue.weight >= sure)
    return { via: subject.via, actors: subject.actors, token: null };
  if (!attribution?.speaker) {
    const several = attribution ? together(view, at, attribution) : [];
    if (several.length > 1) return { via: "actor", actors: several, token: null };
    return own && subject.via === "actor" && !op.verb?.passive ? subject : nobody;
  }
  const [doer] = subject.via === "actor" ? subject.actors : [];
  // "Norland's troops would leave, its president said": he says what his own people will do.
  const isOwn = doer !== undefined && sideOf(view, doer) === sideOf(view, attribution.speaker);
  if (isOwn && view.cast.entities.get(doer)?.kind !== "group") return subject;
  if (!said && subject.via === "actor" && !isOwn && op.verb?.mood !== "must") return nobody;
  if (subject.via === "speaker") return { via: "speaker", actors: [attribution.speaker], token: subject.token };
  return { via: "actor", actors: together(view, at, attribution), token: null };
}

/** What its subject decides, or will do by the word of somebody who has no name or only informs. */
function isTold(reading: Reading, { verb }: Op, said: Attribution, cue: Match<CueRef>): boolean {
  if (verb?.mood === "must") return false;
  if (!said.speaker && said.kind !== "statement") return verb?.mood === "will";
  return informs(said) || decides(reading, cue) || (!said.speaker && verb?.mood === "will");
}

/** "will", "would" and no passive. */
function promises({ doc }: View, { verb }: Op): boolean {
  return verb !== null && !verb.passive && futures.has((doc.tokens[verb.first] as Token).lower);
}

const futures = new Set(["will", "would", "wo", "'ll", "'d"]);

/** Weaker words may tell of anything that will be. */
const sure = 0.75;

/** "Norland will free a hundred", "Westland will send tanks": what the author tells as settled. */
function isSettled({ doc }: View, { verb }: Op): boolean {
  return verb !== null && !verb.passive && ["will", "'ll", "wo"].includes((doc.tokens[verb.first] as Token).lower);
}

/** Reported speech that goes on without its verb: "It would have to leave." */
const backshifted = new Set(["would", "could", "had", "might", "'d", "were", "was"]);

/** "would trade only after": the author tells of an offer and its price, and foretells nothing. */
function hasCondition({ grammar }: Analysis, clause: number): boolean {
  return grammar.clauses.some((c) => c.kind === "cond" && c.parent === clause);
}

/** "the movement will never disarm, an official said", "the army will not talk to them": what only its doer can decide is the doer's, whoever tells it. */
function decides({ op, sign }: Reading, { value: { issue }, first, last }: Match<CueRef>): boolean {
  const main = op?.verb?.main ?? -1;
  const stays = issue.event && sign < 0;
  return (issue.offered || issue.target === "doer" || issue.target === "owner" || stays) && main >= first && main < last;
}

function receives(view: View, op: Op): boolean {
  return view.index.receivers.has((view.doc.tokens[op.verb?.main ?? op.first] as Token).lemma.toLowerCase());
}

/** "would receive American guarantees": whose they are. */
function giverIn(view: View, { grammar }: Analysis, op: Op): string | null {
  for (let i = op.last; i < Math.min(op.last + 4, grammar.last); i++) {
    const mention = view.mentionAt[i];
    if (mention) return mention.actor;
  }
  return null;
}
