// On directed issues, who would have to act: who withdraws, gives, is capped or let in. Null where the text names nobody.

import type { Mention, Token } from "../types.ts";
import { isPossessive } from "./coordination.ts";
import type { Analysis, Draft } from "./rows.ts";
import { sideOf } from "./sides.ts";
import { subjectOf } from "./subjects.ts";
import type { View } from "./view.ts";

/** Entity id of the target of a position of `holder`. */
export function targetOf(view: View, at: Analysis, draft: Draft, holder: string): string | null {
  const { cue, issue } = draft;
  if (!issue.target) return null;
  const doer = issue.target === "doer" || issue.target === "owner" ? nearestBefore(view, at, cue.first) : null;
  if (doer) return sideOf(view, doer);
  const addressed = addressedBy(view, draft);
  const inside = mentionInside(view, cue.first, cue.last, at);
  const after = mentionAfter(view, at, cue.last);
  if (issue.target === "member") return side(view, inside ?? after);
  const given = inside && isReceiver(view, inside, cue.at) ? null : inside;
  if (issue.target === "giver") return side(view, after ?? given ?? addressed) ?? (issue.offered ? doerOf(view, at, draft, holder) : null);
  const before = mentionInside(view, cue.first - 3, cue.first, at);
  const own = [inside, before].find((mention) => mention && mention.form !== "pronoun" && isPossessiveOrInside(view, mention, cue.first));
  return side(view, own ?? after ?? addressed) ?? doerOf(view, at, draft, holder);
}

function side(view: View, mention: Mention | null | undefined): string | null {
  return mention ? sideOf(view, mention.actor) : null;
}

function isPossessiveOrInside(view: View, mention: Mention, from: number): boolean {
  return mention.first >= from || isPossessive(view, mention);
}

/** "asked the neighbour to", "called on the rebels to": who is addressed by the frame. */
function addressedBy(view: View, { reading }: Draft): Mention | null {
  const { op } = reading;
  if (op?.frame?.kind !== "verb" || op.verb?.passive) return null;
  const inside = op.at.map((i) => view.mentionAt[i]).find((mention) => mention !== undefined);
  const next = view.doc.tokens[op.last]?.tag === "DET" ? op.last + 1 : op.last;
  const beside = view.mentionAt[op.last] ?? view.mentionAt[next];
  return inside ?? (beside && !isPossessive(view, beside) ? beside : null);
}

/** "supplying Norland with weapons": who stands right after the words' verb is given, and does not give. */
function isReceiver({ doc }: View, { first, form }: Mention, at: readonly number[]): boolean {
  return form !== "adjective" && at.includes(first - 1) && doc.tokens[first - 1]?.tag === "VERB";
}

/** The first mention in a stretch. */
function mentionInside(view: View, from: number, to: number, at: Analysis): Mention | null {
  const { first, last } = at.marks.sentence;
  for (let i = Math.max(from, first); i < Math.min(to, last); i++) {
    const mention = view.mentionAt[i];
    if (mention?.first === i) return mention;
  }
  return null;
}

/** "guarantees from the United Isles", "the disarmament of the movement", "paid by Norland". */
function mentionAfter(view: View, at: Analysis, from: number): Mention | null {
  const { tokens } = view.doc;
  for (let i = from - 1; i < Math.min(from + 5, at.marks.sentence.last); i++) {
    if (!["from", "by", "of", "for"].includes((tokens[i] as Token).lower)) continue;
    const mention = view.mentionAt[i + 1] ?? view.mentionAt[i + 2];
    return mention ?? null;
  }
  return null;
}

/** Who does what the words say: the subject of their own clause, else the holder. */
function doerOf(view: View, at: Analysis, { chain, cue }: Draft, holder: string): string | null {
  const subject = subjectOf(view, at.marks, at.grammar, chain.clauses[0] ?? 0);
  const nearer = nearestBefore(view, at, cue.first);
  const actor = subject.via === "actor" ? subject.actors[0] : undefined;
  return sideOf(view, nearer ?? actor ?? holder);
}

/** "wants the army to leave": an actor right before the words' own infinitive. */
function nearestBefore(view: View, at: Analysis, from: number): string | null {
  const { tokens } = view.doc;
  let i = from - 1;
  while (i >= at.marks.sentence.first && ["to", "not", "also"].includes((tokens[i] as Token).lower)) i--;
  const mention = i === from - 1 ? undefined : view.mentionAt[i];
  return mention?.acts ? mention.actor : null;
}
