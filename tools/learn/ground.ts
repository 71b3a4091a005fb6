// What all learning stands on: the codebook, and how texts are read by it.
import { loadCodebook } from "../../src/codebook/load.ts";
import { prepare } from "../../src/extract/lexicon.ts";
import { read } from "../../src/extract/read.ts";
import type { Token } from "../../src/extract/types.ts";

export const codebook = loadCodebook();
const { layout } = prepare(codebook);

export function tokensOf(text: string): readonly Token[] {
  return read(text, layout).tokens;
}

export function sentencesOf(text: string): string[] {
  return read(text, layout).sentences.map(({ start, end }) => text.slice(start, end));
}

/** Each sign once, counting one. */
export const once = (signs: Iterable<string>): [string, number][] => [...new Set(signs)].map((sign) => [sign, 1]);
