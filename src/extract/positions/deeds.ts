// What an actor has done, told by an issue's own verb: who frees captives agreed to free them, who mediates is for mediation. Knows no frames, and no issue by name.
import type { Token } from "../types.ts";
import type { Chain } from "./chains.ts";
import type { Clause } from "./clauses.ts";
import { agentOf } from "./holders.ts";
import type { Op } from "./ops.ts";
import { type Analysis, type Draft, isHypothetical } from "./rows.ts";
import { subjectOf } from "./subjects.ts";
import type { View } from "./view.ts";

/** What is done is seldom told to show a position, and weaker cues than these may tell of anything. */
const doubt = 0.5;
const sure = 0.9;
/** Their past is their present. */
const alike = new Set(["let", "put", "set", "cut", "shut"]);
const told = new Set(["main", "that", "rel"]);

/** The row of whoever did what a cue's own verb says, on issues where doing it shows consent; none where a frame, a modal verb or a "not" rules the verb. */
export function deedDrafts(view: View, at: Analysis, cue: Draft["cue"], chain: Chain): Draft[] {
  const { issue, cue: entry, sign } = cue.value;
  const op = at.grammar.ops.find(({ form, verb }) => form === "finite" && verb !== null && verb.main >= cue.first && verb.main < cue.last);
  if (!issue.done || entry.weight < sure || !op || sign < 0 || chain.open || chain.condition !== null || isHypothetical(at, chain)) return [];
  if (!isDeed(view, op) || chain.ops.some(({ frame }) => frame?.act != null && frame.act !== "assess")) return [];
  if (!told.has((at.grammar.clauses[op.clause] as Clause).kind)) return [];
  const holder = op.verb?.passive ? agentOf(view, op, at.grammar.last) : subjectOf(view, at.marks, at.grammar, op.clause, 0, op);
  if (holder.via !== "actor") return [];
  return [
    {
      holder,
      issue,
      stance: "for",
      act: issue.done,
      hedged: false,
      confidence: doubt * entry.weight,
      rule: `deed/${issue.issue}.${entry.id}`,
      cue,
      chain,
      reading: { sign, act: issue.done, hedged: false, weight: 1, op, mood: null, frames: [], shunned: false },
      at,
      anchor: cue.first,
    },
  ];
}

/** "freed", "has freed", "was brokered by", "let in": past and affirmed. */
function isDeed({ doc }: View, { verb, frame, negators }: Op): boolean {
  if (!verb || frame || verb.mood || verb.copula || negators.length > 0) return false;
  const { lower, lemma } = doc.tokens[verb.first] as Token;
  if (verb.first !== verb.main) return ["has", "have", "had", "was", "were"].includes(lower);
  return alike.has(lower) || lower.endsWith("ed") || (lower !== lemma.toLowerCase() && !lower.endsWith("s"));
}
