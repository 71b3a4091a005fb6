// What a row refers to whose issue no cue of cues.yaml found, but its words together.
import type { IssueCue } from "../../domain/codebook/cues.ts";
import type { CueRef } from "./compile.ts";

/** For each direction of the issue; `id` is what the row's rule names. */
export function refsOf(issue: IssueCue, id: string): Record<"for" | "against", CueRef> {
  const ref = (sign: 1 | -1): CueRef => ({ issue, cue: { id, weight: 0.9, by: "subject" }, sign });
  return { for: ref(1), against: ref(-1) };
}
