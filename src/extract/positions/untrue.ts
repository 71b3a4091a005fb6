// What somebody calls untrue: "reports that Norland accepted are false", and in the next sentence "Untrue, said the Front". Whoever denies that he agreed is against; makes no other row.
import type { Attribution, Sentence } from "../types.ts";
import type { Chain } from "./chains.ts";
import type { Clause } from "./clauses.ts";
import type { CueRef } from "./compile.ts";
import type { Match } from "./patterns.ts";
import type { Analysis } from "./rows.ts";
import { sideOf } from "./sides.ts";
import type { PositionFinding } from "./types.ts";
import { phrasesOf, type View } from "./view.ts";

/** Tokens of a sentence that does no more than call the one before untrue. */
const maxDenial = 16;
/** The rule is less sure of what is denied than if it had been refused; where weights were learned, they tell how likely the row is. */
const doubt = 0.8;

/** Whether the clause of a cue is what "reports", "claims" say that the same sentence calls untrue, behind it or before them. */
export function isCalledUntrue({ doc: { tokens } }: View, { marks, grammar }: Analysis, cue: Match<CueRef>, chain: Chain): boolean {
  const isTold = ({ last }: Match<unknown>): boolean =>
    chain.clauses.some((clause) => {
      const { opener, first } = grammar.clauses[clause] as Clause;
      return opener === last || first === last;
    });
  const isVerdict = ({ last }: Match<unknown>): boolean => tokens[last]?.tag !== "NOUN" && tokens[last]?.tag !== "ADJ";
  return phrasesOf(marks, "tale").some(
    (tale) =>
      tale.last <= cue.first &&
      isTold(tale) &&
      phrasesOf(marks, "falsehood").some((falsehood) => falsehood.last <= tale.first || (falsehood.first >= cue.last && isVerdict(falsehood))),
  );
}

/** The side that denies in a sentence, of no position of its own, what the sentence before tells; null where none does. */
export function denierOf(view: View, at: Analysis, { first, last }: Sentence, told: readonly Attribution[]): string | null {
  if (last - first > maxDenial) return null;
  if (phrasesOf(at.marks, "falsehood").length === 0 && !deniesThat(view, at)) return null;
  const speaker = told.find((one) => one.speaker !== null)?.speaker;
  return speaker ? sideOf(view, speaker) : null;
}

/** "denied this", "denies the report", and not "denied the report of a split". */
function deniesThat({ doc: { tokens } }: View, { marks, grammar }: Analysis): boolean {
  return grammar.ops.some(({ frame, last }) => {
    if (frame?.id !== "deny") return false;
    const next = tokens[last]?.lower ?? ".";
    if (/^(?:[.,;]|it|this|that|so)$/.test(next)) return tokens[last + 1]?.tag !== "NOUN";
    const tale = next === "the" ? phrasesOf(marks, "tale").find(({ first }) => first === last + 1) : undefined;
    return tale !== undefined && !/^(?:of|that)$/.test(tokens[tale.last]?.lower ?? "");
  });
}

/** Turns those of `rows`, of the sentence before, that tell in somebody else's words what the side which denies them in this one is for. */
export function deny(view: View, at: Analysis, sentence: Sentence, told: readonly Attribution[], rows: readonly PositionFinding[]): void {
  const side = denierOf(view, at, sentence, told);
  if (side === null) return;
  const isOwn = ({ attribution: { kind, speaker } }: PositionFinding): boolean =>
    (kind === "statement" || kind === "quote") && speaker !== null && sideOf(view, speaker) === side;
  for (const row of rows) {
    if (row.stance !== "for" || sideOf(view, row.actor) !== side || isOwn(row)) continue;
    row.stance = "against";
    row.act = "refuse";
    row.confidence *= doubt;
    row.attribution = { kind: "statement", speaker: side, source: null };
    row.evidence = [{ start: sentence.start, end: sentence.end }];
  }
}
