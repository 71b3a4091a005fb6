// The stages up to positions over one text, for tests: what extract.ts does, without meta data and rounds.
import { loadCodebook } from "../../../src/codebook/load.ts";
import { normaliseText } from "../../../src/domain/text.ts";
import { findCast } from "../../../src/extract/actors/cast.ts";
import { compileCast } from "../../../src/extract/actors/compile.ts";
import { compileAttributions } from "../../../src/extract/attributions/compile.ts";
import { findAttributions } from "../../../src/extract/attributions/find.ts";
import { compileLayout } from "../../../src/extract/blocks.ts";
import { compilePositions } from "../../../src/extract/positions/compile.ts";
import { findPositions } from "../../../src/extract/positions/positions.ts";
import type { Trace } from "../../../src/extract/positions/trace.ts";
import type { PositionFinding } from "../../../src/extract/positions/types.ts";
import { read } from "../../../src/extract/read.ts";
import type { Doc } from "../../../src/extract/types.ts";

export const codebook = loadCodebook();
export const index = compilePositions(codebook);
const layout = compileLayout(codebook.layout);
const cast = compileCast(codebook);
const attributions = compileAttributions(codebook.attribution);

export const docOf = (text: string): Doc => read(normaliseText(text), layout);

export function positionsOf(text: string, trace?: Trace): PositionFinding[] {
  const doc = docOf(text);
  const who = findCast(doc, "2025-06-01", cast);
  return findPositions(doc, who, findAttributions(doc, who, attributions), index, trace);
}

/** The possible rows that the second reading weighs, each with the names of its signs. */
export function heardIn(text: string): { party: string; issue: string; signs: string[] }[] {
  const heard: ReturnType<typeof heardIn> = [];
  positionsOf(text, {
    clauses: () => {},
    cue: () => {},
    hearing: ({ finding: { party, actor, issue }, signs }) => heard.push({ party: party ?? actor, issue, signs: (signs ?? []).map(([name]) => name) }),
  });
  return heard;
}

/** Each position as `party issue stance`, once. */
/** What the rules make of a text; the second reading, which weighs, is measured on articles. */
export const rowsOf = (text: string): string[] => [
  ...new Set(
    positionsOf(text)
      .filter(({ rule }) => !rule.endsWith(".learned"))
      .map(({ actor, party, issue, stance }) => `${party ?? actor} ${issue} ${stance}`),
  ),
];
