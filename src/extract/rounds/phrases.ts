// Fixed phrases over tokens: found by their first word, the longest first. Knows no meaning.
import { byWord } from "../by-word.ts";
import type { Token } from "../types.ts";

export interface Phrases<T> {
  /** By first word, the longest first. */
  byFirst: ReadonlyMap<string, readonly { words: readonly string[]; value: T }[]>;
  /** Whether a phrase begins with the token's word. */
  opens: (token: Token) => boolean;
}

/** Words of a codebook phrase as the tagger cuts them: at blanks and around hyphens. */
export function wordsOf(phrase: string): string[] {
  return phrase.toLowerCase().split(/ |(-)/).filter(Boolean);
}

export function compilePhrases<T>(entries: readonly { phrase: string; value: T }[]): Phrases<T> {
  const byFirst = new Map<string, { words: string[]; value: T }[]>();
  const all = entries.map(({ phrase, value }) => ({ words: wordsOf(phrase), value }));
  for (const entry of all.sort((a, b) => b.words.length - a.words.length)) {
    const first = entry.words[0] as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  return { byFirst, opens: byWord((word) => byFirst.has(word)) };
}

/** The longest phrase that begins at token `i` and ends before token `end`; null where none does. */
export function phraseAt<T>(tokens: readonly Token[], i: number, end: number, { byFirst, opens }: Phrases<T>): { last: number; value: T } | null {
  if (i >= end) return null;
  const token = tokens[i] as Token;
  if (!opens(token)) return null;
  for (const { words, value } of byFirst.get(token.lower) ?? []) {
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

/** Whether one of the phrases stands between tokens `first` and `end`. */
export function hasPhrase<T>(tokens: readonly Token[], first: number, end: number, phrases: Phrases<T>): boolean {
  for (let i = first; i < end; i++) if (phraseAt(tokens, i, end, phrases)) return true;
  return false;
}
