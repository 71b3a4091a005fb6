// The codebook made ready for extraction: each stage's index, built once and never changed.
import type { Codebook } from "../domain/codebook/codebook.ts";
import { type CastIndex, compileCast } from "./actors/compile.ts";
import { type AttributionIndex, compileAttributions } from "./attributions/compile.ts";
import { compileLayout, type LayoutIndex } from "./blocks.ts";
import { compileDates, type DatesIndex } from "./dates/words.ts";
import type { KeptTables } from "./kept-tables.ts";
import { compilePositions, type PositionIndex } from "./positions/compile.ts";
import { compileRounds, type RoundsIndex } from "./rounds/words.ts";

export interface Lexicon {
  layout: LayoutIndex;
  dates: DatesIndex;
  cast: CastIndex;
  attributions: AttributionIndex;
  rounds: RoundsIndex;
  positions: PositionIndex;
}

/** Builds the indexes of every stage from a checked codebook. `tables` are those of this very codebook, where a build kept them: they take most of the time. */
export function prepare(codebook: Codebook, tables?: KeptTables): Lexicon {
  return {
    layout: compileLayout(codebook.layout),
    dates: compileDates(codebook.dates),
    cast: compileCast(codebook, tables?.names),
    attributions: compileAttributions(codebook.attribution),
    rounds: compileRounds(codebook),
    positions: compilePositions(codebook, tables?.positions),
  };
}
