// What the positions stage finds in one text.
import type { Act, AttributionKind, Stance } from "../../domain/vocabulary.ts";
import type { Range } from "../types.ts";

export interface PositionFinding {
  /** Entity ids; the party is the holder's. */
  actor: string;
  party: string | null;
  issue: string;
  stance: Stance;
  act: Act;
  target: string | null;
  conditional: boolean;
  /** The words of the condition; null where there is none or the text leaves it unsaid. */
  condition: string | null;
  hedged: boolean;
  past: boolean;
  /** `source` is the cited outlet's name. */
  attribution: { kind: AttributionKind; speaker: string | null; source: string | null };
  /** From 0 to 1. */
  confidence: number;
  /** The rule and the codebook entry that made it. */
  rule: string;
  evidence: Range[];
}
