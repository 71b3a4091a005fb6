// What the rules hand to one another: attributions in the making, in tokens.
import type { VerbCue, VerbForm } from "./compile.ts";
import type { Stretch } from "./ground.ts";

/** An attribution in the making, in tokens. */
export interface Candidate {
  cue: Stretch;
  source: Stretch | null;
  content: Stretch[];
  form: VerbForm | null;
  hedged: boolean;
  /** Its content stands before it: the sentence is a frame around the quoted or reported words. */
  fronted: boolean;
  /** `to say`: it stands only where no other cue reports the infinitive. */
  infinitive?: boolean;
  /** What it reports is a whole clause, which may hold clauses joined by "and". */
  clause?: boolean;
}

export interface CueMatch {
  cue: VerbCue;
  /** Index after the cue's last word. */
  last: number;
}
