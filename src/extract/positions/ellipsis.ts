// "and Norland will too", "Sudland did not", "so does Westland": who shares or leaves a position that the words before told, with an auxiliary alone. Finds no position of its own.
import type { Act } from "../../domain/vocabulary.ts";
import type { Mention, Token } from "../types.ts";
import { clauseOf } from "./chain-walk.ts";
import { coordinated } from "./coordination.ts";
import { type Analysis, type Draft, redrafted } from "./rows.ts";
import { be } from "./verb-words.ts";
import type { VerbGroup } from "./verbs.ts";
import type { View } from "./view.ts";

/** Another's position is told less surely than the one it repeats. */
const doubt = 0.8;

const auxiliaries = new Set([
  "do",
  "does",
  "did",
  "is",
  "are",
  "was",
  "were",
  "has",
  "have",
  "had",
  "will",
  "would",
  "wo",
  "can",
  "could",
  "should",
  "might",
  "may",
]);
const negations = new Set(["not", "n't", "never"]);
const likewise = new Set(["too", "also", "either", "likewise", "so"]);
/** What turns an auxiliary and its subject round. */
const inverters = new Set(["so", "nor", "neither", "as"]);

/** Rows of the actors whom `drafts`, those of this sentence, are said to hold for or not; at the head of a sentence `before`, those of the last one, are meant. */
export function ellipsesOf(view: View, at: Analysis, drafts: readonly Draft[], before: readonly Draft[]): Draft[] {
  const { first, last } = at.marks.sentence;
  const found: Draft[] = [];
  for (let i = first; i < last; i++) {
    const shared = inverted(view, i, last) ?? plain(view, i, last, first);
    if (!shared) continue;
    const told = drafts.filter((draft) => draft.cue.last <= i);
    const meant = told.length > 0 ? told : i === first || (i === first + 1 && isJoint(view.doc.tokens[first])) ? before : [];
    const op = meant.at(-1)?.reading.op;
    if (op?.verb && shared.isBeing !== null && shared.isBeing !== isBeing(view, op.verb)) continue;
    for (const draft of meant) if (draft.reading.op === op) found.push(...passedOn(view, at, draft, shared));
    i = shared.mention.last;
  }
  return found;
}

interface Shared {
  mention: Mention;
  /** Null for "so does": the same, whatever stood before. */
  negated: boolean | null;
  /** "So is Norland" repeats a form of "be" and no other verb; null where the auxiliary tells neither. */
  isBeing: boolean | null;
}

/** Whether a verb is a form of "be", or told with one. */
function isBeing({ doc: { tokens } }: View, { first, last }: VerbGroup): boolean {
  return tokens.slice(first, last).some(({ lower }) => be.has(lower));
}

function passedOn(view: View, at: Analysis, draft: Draft, { mention, negated }: Shared): Draft[] {
  const actors = coordinated(view, mention, at.grammar.last).filter((actor) => !draft.holder.actors.includes(actor));
  const flips = negated !== null && negated !== draft.chain.ops.some(({ negators }) => negators.length % 2 === 1);
  if (actors.length === 0 || draft.holder.actors.length === 0) return [];
  return [
    redrafted(draft, {
      holder: { via: "actor", actors, token: mention.first },
      stance: flips ? (draft.stance === "for" ? "against" : "for") : draft.stance,
      act: flips ? turned(draft.act, negated === true) : draft.act,
      confidence: draft.confidence * doubt,
      rule: `ellipsis/${draft.rule}`,
      chain: {
        ops: draft.chain.ops,
        top: draft.chain.top,
        clauses: draft.at === at ? [...draft.chain.clauses, clauseOf(at.grammar, mention.first)] : [clauseOf(at.grammar, mention.first)],
        condition: draft.chain.condition,
        relative: draft.chain.relative,
        open: draft.chain.open,
      },
      cue:
        draft.at === at
          ? draft.cue
          : { value: { ...draft.cue.value, answers: draft.cue.value.answers ?? draft.cue.at }, first: mention.first, last: mention.last, at: draft.cue.at },
      at,
      anchor: mention.first,
    }),
  ];
}

/** "Norland ruled it out; Sudland did not" might; "Norland will not send any, but Sudland will" offers. */
function turned(act: Act, negated: boolean): Act {
  if (act !== "refuse" && act !== "oppose") return "refuse";
  return negated ? "consider" : "propose";
}

/** "so does Norland", "nor will the movement", "as did Sudland". */
function inverted({ doc: { tokens }, mentionAt }: View, i: number, last: number): Shared | null {
  if (!inverters.has((tokens[i] as Token).lower) || !auxiliaries.has(tokens[i + 1]?.lower ?? "")) return null;
  const mention = mentionAt[i + 2] ?? (tokens[i + 2]?.tag === "DET" ? mentionAt[i + 3] : undefined);
  const auxiliary = (tokens[i + 1] as Token).lower;
  const isBeing = be.has(auxiliary) ? true : /^(?:do|does|did)$/.test(auxiliary) ? false : null;
  return mention?.acts && mention.last <= last && endsClause(tokens[mention.last]) ? { mention, negated: null, isBeing } : null;
}

/** "and Norland will too", "but the movement did not". */
function plain({ doc: { tokens }, mentionAt }: View, i: number, last: number, first: number): Shared | null {
  const mention = mentionAt[i];
  if (mention?.first !== i || (i > first && !isJoint(tokens[i - 1]))) return null;
  let j = mention.last;
  if (j >= last || !auxiliaries.has((tokens[j] as Token).lower)) return null;
  const negated = negations.has(tokens[++j]?.lower ?? "");
  if (negated) j++;
  const named = likewise.has(tokens[j]?.lower ?? "");
  if (named) j++;
  return endsClause(tokens[j]) && (named || negated || i > first) ? { mention, negated, isBeing: null } : null;
}

function isJoint(token: Token | undefined): boolean {
  return token !== undefined && [",", ";", "and", "but", "while", "whereas", "though", "although", "the"].includes(token.lower);
}

function endsClause(token: Token | undefined): boolean {
  return token === undefined || /^[.,;!?–—)]$/.test(token.lower) || token.lower === "and" || token.lower === "but";
}
