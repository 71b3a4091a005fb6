// The signs of possible rows of the second reading that rows of the first do not have. Names are those of learned.yaml.
import type { NoPosition } from "../../domain/explanations.ts";
import { put, type Scale } from "../scale.ts";
import type { Chain } from "./chains.ts";
import { type Analysis, isHypothetical } from "./rows.ts";

/** Why the first reading took no row of words of this sentence. */
export function asideSigns(scale: Scale, reasons: ReadonlySet<NoPosition>): void {
  for (const reason of reasons) put(scale, `aside:${reason}`, 1);
  if (reasons.size > 0) put(scale, "aside", 1);
}

/** What the clauses around the words leave open: "whether", "if", "is expected to". */
export function clauseSigns(scale: Scale, at: Analysis, chain: Chain): void {
  if (chain.open) put(scale, "open", 1);
  if (chain.condition !== null) put(scale, "condition", 1);
  if (isHypothetical(at, chain)) put(scale, "hypothetical", 1);
}
