// Fixed phrases over tokens: found by their first word, the longest first. Knows no meaning.
import type { Token } from "../types.ts";

export type Phrases<T> = ReadonlyMap<string, readonly { words: readonly string[]; value: T }[]>;

/** Words of a codebook phrase as the tagger cuts them: at blanks and around hyphens. */
export function wordsOf(phrase: string): string[] {
  return phrase.toLowerCase().split(/ |(-)/).filter(Boolean);
}

export function compilePhrases<T>(entries: readonly { phrase: string; value: T }[]): Phrases<T> {
  const phrases = new Map<string, { words: string[]; value: T }[]>();
  const all = entries.map(({ phrase, value }) => ({ words: wordsOf(phrase), value }));
  for (const entry of all.sort((a, b) => b.words.length - a.words.length)) {
    const first = entry.words[0] as string;
    phrases.set(first, [...(phrases.get(first) ?? []), entry]);
  }
  return phrases;
}

/** The longest phrase that begins at token `i` and ends before token `end`; null where none does. */
export function phraseAt<T>(tokens: readonly Token[], i: number, end: number, phrases: Phrases<T>): { last: number; value: T } | null {
  for (const { words, value } of phrases.get((tokens[i] as Token).lower) ?? []) {
    if (i + words.length <= end && words.every((word, k) => (tokens[i + k] as Token).lower === word)) return { last: i + words.length, value };
  }
  return null;
}

/** All tokens from `first` to `end` at which a phrase begins. */
export function phrasesIn<T>(tokens: readonly Token[], first: number, end: number, phrases: Phrases<T>): { first: number; last: number; value: T }[] {
  const found: { first: number; last: number; value: T }[] = [];
  for (let i = first; i < end; i++) {
    const hit = phraseAt(tokens, i, end, phrases);
    if (hit) found.push({ first: i, ...hit });
  }
  return found;
}
