// What is told with no verb of wanting at all: a bare statement in somebody's mouth, or a "would" and an answer whose holder stands in the sentence before. Every row has a low confidence.
import { seek } from "../seek.ts";
import type { Attribution, Token } from "../types.ts";
import type { Chain } from "./chains.ts";
import type { Clause } from "./clauses.ts";
import { forWhom } from "./holders.ts";
import type { Op } from "./ops.ts";
import { type Analysis, type Draft, isHypothetical, type Speaker } from "./rows.ts";
import { informs } from "./said.ts";
import { together } from "./sides.ts";
import { type Reading, readChain } from "./stance.ts";
import { ownsOthers, subjectOf } from "./subjects.ts";
import { type Holder, nobody, type View } from "./view.ts";

/** Weaker cues say too little without a verb of wanting. */
const sure = 0.9;
/** "when every hostage is home": a time that is waited for, and not one that is told. */
const awaited = new Set(["when", "until", "once"]);
const doubt = 0.48;
/** "not one day in jail": words that deny by themselves want nothing around them. */
const sureDenial = 0.75;
const denials = new Set(["no", "not", "never", "n't", "nobody", "nothing"]);

/** Rows of a cue that no frame with a holder of its own governs; none of meetings and papers, which are told of more often than wanted. */
export function bareDrafts(view: View, at: Analysis, cue: Draft["cue"], chain: Chain, speaker: Speaker): Draft[] {
  const { issue, cue: entry, sign } = cue.value;
  if (
    (entry.weight < sure && !(entry.weight >= sureDenial && sign < 0 && cue.at.some((i) => denials.has((view.doc.tokens[i] as Token).lower)))) ||
    entry.act !== undefined ||
    issue.container ||
    chain.open ||
    chain.condition !== null
  )
    return [];
  const { kind, opener } = at.grammar.clauses[chain.clauses[0] ?? 0] as Clause;
  if (kind === "reason" || (kind === "time" && !awaited.has(view.doc.tokens[opener]?.lower ?? ""))) return [];
  const reading = isHypothetical(at, chain) ? null : readChain(chain.ops, sign, null);
  if (!reading || (issue.event && (reading.act === null || reading.mood !== null))) return [];
  const holder = holderOf(view, at, cue, chain, reading, speaker);
  if (holder.via === "none") return [];
  return [
    {
      holder,
      issue,
      stance: reading.sign > 0 ? "for" : "against",
      act: reading.act ?? (reading.sign < 0 ? "refuse" : issue.shared ? "support" : "demand"),
      hedged: reading.hedged,
      confidence: doubt * entry.weight,
      rule: `bare${reading.act === null ? "" : reading.mood === null ? "-frame" : "-mood"}/${issue.issue}.${entry.id}`,
      cue,
      chain,
      reading,
      at,
      anchor: cue.first,
    },
  ];
}

function holderOf(view: View, at: Analysis, cue: Draft["cue"], chain: Chain, reading: Reading, speaker: Speaker): Holder {
  const said = speaker.attributionAt(cue.first);
  const last = speaker.lastHolder();
  if (reading.act !== null) {
    if (said?.speaker || !last || areNew(view, said) || chain.relative !== null || (reading.mood && hasOwnSubject(view, at, chain))) return nobody;
    return said || reading.mood || hasPronoun(view, at, chain) ? { via: "actor", actors: [last], token: null } : nobody;
  }
  const whom = forWhom(view, at.grammar.first, at.grammar.last);
  if (whom.via === "actor") return whom;
  const several = said && !said.speaker && !informs(said) && reading.act === null ? together(view, at, said) : [];
  if (several.length > 1 && chain.relative === null) return { via: "actor", actors: several, token: null };
  if (!said?.speaker || informs(said) || view.cast.silent?.has(said.speaker) || chain.relative !== null) return nobody;
  if (said.kind !== "quote" && chain.ops[0] && tellsEvent(view, chain.ops[0])) return nobody;
  return chain.ops.some(
    ({ frame, verb, negators, first }) =>
      (frame?.kind === "operator" && frame.attitude === "-" && !opensWords(view, first)) || (verb?.copula && negators.length > 0),
  )
    ? nobody
    : { via: "actor", actors: together(view, at, said), token: null };
}

/** "Villagers near the border demanded", "A former minister urged", "Norland's former president said": people who are first spoken of here, and not whoever held the last position. */
function areNew(view: View, said: Attribution | null): boolean {
  if (!said?.source) return false;
  const { tokens } = view.doc;
  const first = seek(tokens, said.source.start);
  const mention = view.mentionAt[first];
  if (["a", "an"].includes(tokens[first]?.lower ?? "") || (mention && ownsOthers(view, mention))) return true;
  for (let i = first; (tokens[i]?.end ?? Number.POSITIVE_INFINITY) <= said.source.end; i++) {
    const { tag, lower } = tokens[i] as Token;
    const next = tokens[i + 1]?.tag;
    if ((tag === "NOUN" || tag === "PROPN") && next !== "NOUN" && next !== "PROPN") return /[^su]s$/.test(lower);
  }
  return false;
}

/** "No amnesty for them": a slogan begins with what it turns. */
function opensWords({ doc, marked }: View, first: number): boolean {
  const { lower, sentence } = doc.tokens[first] as Token;
  const before = doc.tokens[first - 1];
  return lower === "no" && (before?.sentence !== sentence || (marked[first] === 1 && marked[first - 1] !== 1) || before.lower === '"');
}

/** "that prisoners had been returned": what has happened is reported, and not wanted. */
function tellsEvent({ doc }: View, { verb, form }: Op): boolean {
  if (!verb || form !== "finite" || verb.copula || verb.negators.length > 0) return false;
  const { lower, lemma } = doc.tokens[verb.first] as Token;
  if (lower === "had") return doc.tokens[verb.first + 1]?.lower !== "better";
  return verb.first === verb.main && lower !== lemma.toLowerCase() && /(ed|ew|ook|eft|ent|ave)$/.test(lower);
}

/** "The monitors will verify it": whoever does it is named, if by no name, and is not who spoke last. */
function hasOwnSubject(view: View, { grammar, marks }: Analysis, { top }: Chain): boolean {
  const subject = subjectOf(view, marks, grammar, top);
  return subject.via === "actor" && subject.token !== null && view.doc.tokens[subject.token]?.tag !== "PRON";
}

/** "He has begun to arrange it": somebody acts whom nobody could name. */
function hasPronoun(view: View, { grammar }: Analysis, { top }: Chain): boolean {
  const { first, verbs } = grammar.clauses[top] as Clause;
  for (let i = first; i < (verbs[0]?.first ?? first); i++) if (["he", "she", "it", "they"].includes(view.doc.tokens[i]?.lower ?? "")) return true;
  return false;
}
