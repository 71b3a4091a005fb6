// Reads a text with the bundled codebook and finds its cast, for tests.
import { loadCodebook } from "../../../src/codebook/load.ts";
import { normaliseText } from "../../../src/domain/text.ts";
import { findCast } from "../../../src/extract/actors/cast.ts";
import { compileCast } from "../../../src/extract/actors/compile.ts";
import { compileLayout } from "../../../src/extract/blocks.ts";
import { read } from "../../../src/extract/read.ts";
import type { Cast, Doc, Entity } from "../../../src/extract/types.ts";

export const codebook = loadCodebook();
export const index = compileCast(codebook);
const layout = compileLayout(codebook.layout);

export interface Found {
  doc: Doc;
  cast: Cast;
  /** Ids of the actors with a mention that acts, sorted. */
  acting: string[];
  /** What stands in the text for an actor, in order. */
  words: (actor: string) => string[];
  entity: (id: string) => Entity | undefined;
}

export function castOf(text: string, when: string | null = null): Found {
  const doc = read(normaliseText(text), layout);
  const cast = findCast(doc, when, index);
  return {
    doc,
    cast,
    acting: [...new Set(cast.mentions.filter((m) => m.acts).map((m) => m.actor))].sort(),
    words: (actor) => cast.mentions.filter((m) => m.actor === actor).map((m) => doc.text.slice(m.start, m.end)),
    entity: (id) => cast.entities.get(id),
  };
}
