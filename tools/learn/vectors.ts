// What words are like before anything is learned of them: vectors of tools/learn/vectors.tsv, `WORD<TAB>base64 of signed bytes`, which tools/vectors.ts wrote.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { byteMost, within } from "./fit.ts";

export const vectorsFile = join(new URL(".", import.meta.url).pathname, "vectors.tsv");

/** All vectors are made as long as this, and a byte is so many parts of one: no number of theirs is beyond ±127/64. */
const length = 3;
const parts = 64;

export function bytesOf(vector: readonly number[]): Buffer {
  const norm = Math.hypot(...vector);
  return Buffer.from(Int8Array.from(vector, (value) => within(byteMost, (value / norm) * length * parts)).buffer);
}

export function vectors(): { words: string[]; list: Float32Array[] } {
  const lines = readFileSync(vectorsFile, "utf8").trimEnd().split("\n");
  const pairs = lines.map((line) => line.split("\t") as [string, string]);
  return {
    words: pairs.map(([word]) => word),
    list: pairs.map(([, bytes]) => Float32Array.from(Int8Array.from(Buffer.from(bytes, "base64")), (value) => value / parts)),
  };
}
