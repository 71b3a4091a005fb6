// All routes of analysis, registered together.
import type { Codebook } from "../../../domain/codebook/codebook.ts";
import type { Store } from "../../../store/open.ts";
import { codesOf } from "../../analysis.ts";
import type { App } from "../../types.ts";
import { addCompare } from "./compare.ts";
import { addConflicts } from "./conflicts.ts";
import { addMatrix } from "./matrix.ts";
import { addNetwork } from "./network.ts";
import { addShifts } from "./shifts.ts";
import { addSilence } from "./silence.ts";
import { addTimeline } from "./timeline.ts";

/** Registers `/v1/analysis/…`. */
export function addAnalyses(app: App, store: Store, codebook: Pick<Codebook, "issues" | "actors">): void {
  const codes = codesOf(codebook);
  for (const add of [addMatrix, addCompare, addShifts, addTimeline, addConflicts, addSilence, addNetwork]) add(app, store, codes);
}
