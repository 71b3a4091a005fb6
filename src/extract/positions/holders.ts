// Who holds what a frame says, beside its subject: its agent, possessor, or for whom it is said. Never guesses: no holder is an empty list.
import type { Token } from "../types.ts";
import { coordinated, isPossessive } from "./coordination.ts";
import type { Op } from "./ops.ts";
import { firstPerson, prepositions } from "./subjects.ts";
import { type Holder, type Marks, nobody, type View } from "./view.ts";

/** "by Marn" after a passive. */
export function agentOf(view: View, op: Op, last: number): Holder {
  const { tokens } = view.doc;
  for (let i = op.last; i < Math.min(op.last + 8, last); i++) {
    if ((tokens[i] as Token).lower !== "by") continue;
    const j = (tokens[i + 1] as Token | undefined)?.tag === "DET" ? i + 2 : i + 1;
    const mention = view.mentionAt[j] ?? view.mentionAt[i + 1];
    return mention?.acts ? { via: "actor", actors: coordinated(view, mention, last), token: mention.first } : nobody;
  }
  return nobody;
}

/** "Norland's demand", "the southern request", "the demand of the rebels". */
export function possessorOf(view: View, marks: Marks, op: Op): Holder {
  const { tokens } = view.doc;
  const { first } = marks.sentence;
  for (let i = op.first - 1; i >= Math.max(first, op.first - 6); i--) {
    const mention = view.mentionAt[i];
    if (mention) return isPossessive(view, mention) || mention.last === op.first ? { via: "actor", actors: [mention.actor], token: mention.first } : nobody;
    const { lower, tag } = tokens[i] as Token;
    if (firstPerson.has(lower)) return { via: "speaker", actors: [], token: i };
    if (tag === "VERB" || tag === "AUX" || (tag === "PUNCT" && lower !== "-") || (prepositions.has(lower) && lower !== "of")) break;
  }
  return ofWhom(view, (op.at[0] as number) + 1);
}

/** "the demand of the rebels", "a request by Marn": whom a preposition at token `after` names as the owner. */
export function ofWhom(view: View, after: number): Holder {
  const { tokens } = view.doc;
  if (!["of", "by", "from"].includes(tokens[after]?.lower ?? "") || tokens[after]?.sentence !== tokens[after + 1]?.sentence) return nobody;
  const mention = view.mentionAt[after + 1] ?? (tokens[after + 1]?.tag === "DET" ? view.mentionAt[after + 2] : undefined);
  return mention?.acts ? { via: "actor", actors: [mention.actor], token: mention.first } : nobody;
}

/** "unacceptable to Norland", "a red line for Sudland"; or "For Norland, ..." at the head of the sentence. */
export function judgeOf(view: View, marks: Marks, op: Op): Holder {
  const { tokens } = view.doc;
  const { first, last } = marks.sentence;
  for (let i = op.last - 1; i < Math.min(op.last + 5, last); i++) {
    if (!["for", "to", "by"].includes((tokens[i] as Token).lower) || tokens[i - 1]?.lower === "according") continue;
    const next = tokens[i + 1];
    if (next && ["us", "me"].includes(next.lower) && view.quoted[i + 1]) return { via: "speaker", actors: [], token: i + 1 };
    const mention = view.mentionAt[i + 1] ?? (next?.tag === "DET" ? view.mentionAt[i + 2] : undefined);
    if (mention) return { via: "actor", actors: coordinated(view, mention, last), token: mention.first };
  }
  return forWhom(view, first, last);
}

/** "For Norland, ..." at the head of a sentence. */
export function forWhom(view: View, first: number, last: number): Holder {
  const { tokens } = view.doc;
  if (!["for", "to"].includes((tokens[first] as Token).lower)) return nobody;
  for (let i = first + 1; i < Math.min(first + 4, last); i++) {
    const mention = view.mentionAt[i];
    if (mention && tokens[mention.last]?.lower === ",") return { via: "actor", actors: [mention.actor], token: mention.first };
  }
  return nobody;
}
