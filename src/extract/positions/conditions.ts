// Conditions: the words that a position hangs on, and the demands that they are.

import type { Act } from "../../domain/vocabulary.ts";
import type { Attribution, Doc, Range, Token } from "../types.ts";
import type { Chain } from "./chains.ts";
import type { Clause } from "./clauses.ts";
import type { CueRef } from "./compile.ts";
import type { Grammar } from "./grammar.ts";
import type { Op } from "./ops.ts";
import type { Match } from "./patterns.ts";
import type { Analysis, Draft, Speaker } from "./rows.ts";
import { informs } from "./said.ts";
import { speakerOf, together } from "./sides.ts";
import { changed, readChain } from "./stance.ts";
import { subjectOf } from "./subjects.ts";
import { type Holder, nobody, type View } from "./view.ts";

/** The words of the condition on a chain's clauses, opening word included; null where there is none. */
export function conditionOf(tokens: readonly Token[], { grammar }: Analysis, chain: Chain): Range | null {
  if (chain.condition !== null) return null;
  const inside = new Set(chain.clauses);
  return wordsOf(tokens, grammar, (parent) => inside.has(parent));
}

/** The condition that a list's stem puts on its items: "Once a truce holds, the following will be set in motion:". */
export function conditionOver({ blocks, tokens }: Doc, block: number, lastOfBlock: ReadonlyMap<number, Analysis>): Range | null {
  const stem = blocks[block]?.kind === "item" ? (blocks[block]?.stem ?? null) : null;
  const at = stem === null ? undefined : lastOfBlock.get(stem);
  return at ? wordsOf(tokens, at.grammar, () => true) : null;
}

/** The words of the first condition on a clause that `holds` takes. */
function wordsOf(tokens: readonly Token[], grammar: Grammar, holds: (clause: number) => boolean): Range | null {
  const k = grammar.clauses.findIndex((clause) => clause.kind === "cond" && clause.parent !== null && holds(clause.parent));
  if (k < 0) return null;
  const own = tokensIn(grammar, k);
  while (own.length > 0 && (tokens[own.at(-1) as number] as Token).tag === "PUNCT") own.pop();
  const first = own[0];
  const last = own.at(-1);
  return first === undefined || last === undefined ? null : { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
}

function tokensIn(grammar: Grammar, clause: number): number[] {
  return grammar.clauseAt.flatMap((c, i) => (c === clause ? [i + grammar.first] : []));
}

/** Weaker cues in a condition only tell the time: "once the war is over". */
const sure = 0.9;

const nothings = new Set(["no", "nothing", "nobody", "none", "neither"]);

/** Acts whose holder can make what follows a condition of its own. */
const bargains = new Set(["accept", "consider", "propose", "refuse", "oppose", "concede", "support"]);

const refuses = new Set<Act>(["refuse", "oppose"]);

/** What the holder of a conditional position makes its condition is a demand of its own. */
export function conditionRows(view: View, at: Analysis, cue: Match<CueRef>, chain: Chain, drafts: readonly Draft[], speaker: Speaker): Draft[] {
  const clause = at.grammar.clauses[chain.condition ?? -1] as Clause;
  if (cue.value.cue.weight < sure) return [];
  const warning = warningOver(view, at, cue, chain, clause);
  if (warning) return warning;
  const main = drafts.find((draft) => draft.reading.act !== "demand" && draft.chain.clauses.includes(clause.parent ?? 0));
  const holder = main?.holder ?? holderOf(view, at, clause, speaker);
  const reading = readChain(withoutOpener(chain.ops, clause), cue.value.sign, null);
  if (holder.via === "none" || !reading) {
    view.trace?.cue(cue, reading ? "no_holder" : "denied");
    return [];
  }
  const feared = clause.condition?.effect === "if" && isAnothers(view, at, reading.op, holder);
  const unwanted = clause.condition?.effect === "while" || feared || isDeterred(view.doc.tokens, at, clause, main);
  const turned = cue.at.includes(clause.opener) ? cue.value.sign : unwanted ? -1 : 1;
  return [
    {
      holder,
      issue: cue.value.issue,
      stance: reading.sign * turned > 0 ? "for" : "against",
      act: "demand",
      hedged: false,
      confidence: 0.8 * cue.value.cue.weight * (tellsTime(view.doc.tokens, clause) ? 0.7 : 1),
      rule: `condition-${clause.condition?.id}/${cue.value.issue.issue}.${cue.value.cue.id}`,
      cue,
      chain: through(chain, clause.parent === null ? [] : [clause.parent]),
      reading: changed(reading, { op: reading.op ?? main?.reading.op ?? null }),
      at,
      anchor: main?.anchor ?? cue.first,
    },
  ];
}

/** The chain, on through these clauses. */
function through({ ops, top, clauses, condition, relative, open }: Chain, more: readonly number[]): Chain {
  return { ops, top, clauses: [...clauses, ...more], condition, relative, open };
}

/** "no deal without guarantees": the word that opens the condition turns nothing inside it, not even where an issue's own words hold it. */
function withoutOpener(ops: readonly Op[], { opener, first }: Clause): Op[] {
  return ops.filter(({ frame, first: at }) => frame?.kind !== "operator" || at < opener || at >= first);
}

/** "more sanctions if Sudland refuses a truce": what another might refuse is wanted. */
function isAnothers(view: View, { marks, grammar }: Analysis, op: Op | null, holder: Holder): boolean {
  if (!op?.frame?.act || !refuses.has(op.frame.act) || op.form !== "finite" || op.negators.length > 0) return false;
  const subject = subjectOf(view, marks, grammar, op.clause, 0, op);
  return subject.via === "actor" && !subject.actors.some((actor) => holder.actors.includes(actor));
}

/** "will not sign if troops stay", "no deal if they stay", "will not disarm as long as they stay", against "will pay if they leave": what brings a refusal, or that nothing comes of it, is not wanted. */
function isDeterred(tokens: readonly Token[], { grammar }: Analysis, { condition, opener, parent }: Clause, main: Draft | undefined): boolean {
  const { lower } = tokens[opener] as Token;
  const isPlain = (lower === "if" && tokens[opener - 1]?.lower !== "only") || condition?.id === "as-long-as";
  if (!isPlain) return false;
  return main && main.act !== "assess" ? refuses.has(main.act) : isDenied(tokens, grammar, parent ?? 0);
}

/** Whether a clause says that something will not be. */
function isDenied(tokens: readonly Token[], grammar: Grammar, clause: number): boolean {
  const { verbs } = grammar.clauses[clause] as Clause;
  return verbs.some(({ negators }) => negators.length % 2 === 1) || tokensIn(grammar, clause).some((i) => nothings.has((tokens[i] as Token).lower));
}

/** "once a truce holds": says when, and less surely on what terms, than "only once". */
function tellsTime(tokens: readonly Token[], { opener }: Clause): boolean {
  return ["once", "when", "as"].includes((tokens[opener] as Token).lower);
}

/** "warns that if no truce is reached, years of war will follow": whoever warns wants it otherwise. */
function warningOver(view: View, at: Analysis, cue: Match<CueRef>, chain: Chain, clause: Clause): Draft[] | null {
  const { grammar, marks } = at;
  const op = grammar.ops.findLast((candidate) => candidate.frame?.act === "warn" && candidate.first < clause.first);
  if (!op) return null;
  const holder = subjectOf(view, marks, grammar, op.clause, 0, op);
  const reading = readChain(chain.ops, cue.value.sign, null);
  if (holder.via === "none" || !reading) {
    view.trace?.cue(cue, reading ? "no_holder" : "denied");
    return [];
  }
  const turned = clause.condition?.effect === "unless" ? 1 : -1;
  return [
    {
      holder,
      issue: cue.value.issue,
      stance: reading.sign * turned > 0 ? "for" : "against",
      act: "warn",
      hedged: false,
      confidence: 0.75 * cue.value.cue.weight,
      rule: `warn-${clause.condition?.id}/${cue.value.issue.issue}.${cue.value.cue.id}`,
      cue,
      chain: through(chain, [op.clause]),
      reading: changed(reading, { op }),
      at,
      anchor: op.at[0] as number,
    },
  ];
}

function everyone(view: View, at: Analysis, said: Attribution | null): Holder {
  return said?.speaker ? { via: "actor", actors: together(view, at, said), token: null } : nobody;
}

/** The main clause names no issue: its frame's subject, or who speaks. */
function holderOf(view: View, at: Analysis, clause: Clause, speaker: Speaker): Holder {
  const parent = clause.parent ?? 0;
  const op = at.grammar.ops.find(
    (candidate) =>
      candidate.clause === parent &&
      ((candidate.frame?.act && bargains.has(candidate.frame.act)) || candidate.verb?.mood === "will" || candidate.verb?.mood === "may"),
  );
  const depends = clause.condition?.effect === "exchange" || (clause.condition?.effect === "if" && !isDenied(view.doc.tokens, at.grammar, parent));
  if (!op) return depends ? nobody : speakerOf(speaker.attributionAt(clause.first));
  const said = speaker.attributionAt(op.at[0] as number);
  if (!op.frame && !informs(said) && (said?.speaker || op.negators.length === 0)) return everyone(view, at, said);
  const subject = subjectOf(view, at.marks, at.grammar, parent);
  return subject.via === "none" ? speakerOf(said) : subject;
}
