// What the positions stage tells whoever asks, while it works: the clauses it read, and of each cue what became of it. Production asks nothing.
import type { NoPosition } from "../../domain/explanations.ts";
import type { Clauses } from "./clauses.ts";
import type { CueRef } from "./compile.ts";
import type { Hearing } from "./hearing.ts";
import type { Match } from "./patterns.ts";
import type { Told } from "./trust.ts";
import type { PositionFinding } from "./types.ts";

export interface Trace {
  /** Called once for each sentence, in order. */
  clauses: (clauses: Clauses) => void;
  /** Called for each way from a cue to a holder; never for a cue that yields to another. Of rows when the whole text is read. */
  cue: (cue: Match<CueRef>, outcome: PositionFinding | NoPosition) => void;
  /** Called for each possible row of the second reading, with all its signs. */
  hearing?: (hearing: Hearing) => void;
  /** The same of each row of the first reading. */
  told?: (told: Told) => void;
}

/** Why the first reading takes no row of words that it has understood: they tell of a time, a doubt, a forecast, a thing of a kind, the author's own advice, and not of what somebody wants. */
const understood = new Set<NoPosition>(["circumstance", "doubt", "foretold", "denied", "described", "of_a_kind", "advice"]);

/** `trace`, with the reasons for which it heard of words set aside since that was last asked. */
export function withSetAside(trace: Trace | undefined): { trace: Trace; setAside: () => ReadonlySet<NoPosition> } {
  let heard = new Set<NoPosition>();
  return {
    trace: {
      clauses: (clauses) => trace?.clauses(clauses),
      cue: (cue, outcome) => {
        if (typeof outcome === "string" && understood.has(outcome)) heard.add(outcome);
        trace?.cue(cue, outcome);
      },
      ...(trace?.hearing ? { hearing: trace.hearing } : {}),
      ...(trace?.told ? { told: trace.told } : {}),
    },
    setAside: () => {
      const before = heard;
      heard = new Set();
      return before;
    },
  };
}
