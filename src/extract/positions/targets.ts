// On directed issues, who would have to act: who withdraws, gives, is capped or let in. Null where the text names nobody.
import type { Token } from "../types.ts";
import { isPossessive, sideOf, subjectOf } from "./holders.ts";
import type { Analysis, Draft } from "./rows.ts";
import type { View } from "./view.ts";

/** Entity id of the target of a position of `holder`. */
export function targetOf(view: View, at: Analysis, { cue, chain, issue }: Draft, holder: string): string | null {
  const role = issue.target;
  if (!role) return null;
  const own = mentionInside(view, cue.first - 3, cue.last, at, (i) => i >= cue.first || view.mentionAt[i]?.last === cue.last);
  if (role === "member") return own ?? null;
  if (role === "giver") return giverAfter(view, at, cue.last) ?? own ?? (issue.offered ? offeredBy(view, at, chain, holder) : null);
  if (own) return own;
  const clause = chain.clauses[0] ?? 0;
  const subject = subjectOf(view, at.marks, at.grammar, clause);
  const actor = subject.via === "actor" ? subject.actors[0] : undefined;
  return actor ? sideOf(view, actor) : null;
}

/** A possessor or adjective in or right before the issue's words: "Russian forces", "its army". */
function mentionInside(view: View, from: number, to: number, at: Analysis, inside: (i: number) => boolean): string | null {
  const { first, last } = at.marks.sentence;
  for (let i = Math.max(from, first); i < Math.min(to, last); i++) {
    const mention = view.mentionAt[i];
    if (mention && mention.first === i && (isPossessive(view, mention) || inside(i))) return sideOf(view, mention.actor);
  }
  return null;
}

/** "guarantees from the United States", "paid by Europe". */
function giverAfter(view: View, at: Analysis, from: number): string | null {
  const { tokens } = view.doc;
  for (let i = from - 1; i < Math.min(from + 5, at.marks.sentence.last); i++) {
    if (!["from", "by"].includes((tokens[i] as Token).lower)) continue;
    const mention = view.mentionAt[i + 1] ?? view.mentionAt[i + 2];
    if (mention) return sideOf(view, mention.actor);
  }
  return null;
}

/** What the holder offers it gives itself. */
function offeredBy(view: View, at: Analysis, chain: Draft["chain"], holder: string): string | null {
  const subject = subjectOf(view, at.marks, at.grammar, chain.clauses[0] ?? 0);
  const actor = subject.via === "actor" ? subject.actors[0] : holder;
  return actor ? sideOf(view, actor) : null;
}
