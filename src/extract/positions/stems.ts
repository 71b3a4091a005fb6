// Stems of words, and the signs made of them by which coded sentences teach.
import { stemmer } from "stemmer";
import type { Token } from "../types.ts";

/** Words that stand in every sentence. */
const everywhere = new Set(
  "the an of to in and or for on at by with from as is are was were be been it its his her he she they their them that this these those which who would will can could should must may might not no have has had do does did but also said says told mr".split(
    " ",
  ),
);

/** The stem of a word's dictionary-free form; null for what is no word of letters. */
export function stemOf(lower: string): string | null {
  const plain = lower === "n't" ? "not" : lower.normalize("NFKD").replace(/\p{M}/gu, "");
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : null;
}

/** Whether a word tells of an issue by itself. */
export function isTelling(lower: string): boolean {
  return lower.length > 2 && !everywhere.has(lower);
}

/** The signs by which a stance is told: stems, two in a row, each with the issue. */
export function stanceSigns(tokens: readonly Token[], first: number, last: number, issue: string): string[] {
  const { own, pairs } = stemsIn(tokens, first, last);
  return [...own, ...pairs, ...[...own].map((stem) => `${issue}|${stem}`), `@${issue}`];
}

/** The signs by which it is told whether a sentence holds a position. */
export function bearingSigns(tokens: readonly Token[], first: number, last: number): string[] {
  const { own, pairs } = stemsIn(tokens, first, last);
  return [...own, ...pairs];
}

function stemsIn(tokens: readonly Token[], first: number, last: number): { own: Set<string>; pairs: Set<string> } {
  const stems: string[] = [];
  for (let i = first; i < last; i++)
    for (const part of (tokens[i] as Token).lower.split("-")) {
      const stem = stemOf(part);
      if (stem !== null) stems.push(stem);
    }
  return { own: new Set(stems), pairs: new Set(stems.slice(1).map((stem, i) => `${stems[i]}_${stem}`)) };
}

/** Whether a word tells what a text is about: nouns, names and adjectives do, while verbs of wanting and refusing belong to all matters. */
export function isOfMatter({ lower, tag }: Token): boolean {
  return (tag === "NOUN" || tag === "PROPN" || tag === "ADJ") && isTelling(lower);
}
