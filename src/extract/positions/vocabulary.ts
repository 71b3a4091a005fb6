// What a stretch of words is about where no cue names it: the words of vocabulary.yaml added up. Knows no frames and no holders.
import type { IssueCue } from "../../domain/codebook/cues.ts";
import type { Vocabulary } from "../../domain/codebook/vocabulary.ts";
import { byWord } from "../by-word.ts";
import type { Token } from "../types.ts";
import type { CueRef } from "./compile.ts";
import { refsOf } from "./word-refs.ts";

/** What a word of each strength counts. */
const counts = { strong: 3, fair: 1.5, weak: 0.5 } as const;

/** What a row's rule names where the vocabulary found its issue. */
export const vocabularyId = "vocabulary";
/** What words count that the frame does not govern, and those it does once more: in its sentence, and in the sentence before. */
export const share = { around: 0.5, before: 0.25 };
/** By how much an issue must lead: by less, and two rows in three are wrong. */
export const margin = 2.5;

interface Words {
  ref: Record<"for" | "against", CueRef>;
  turns: ReadonlyMap<string, 1 | -1>;
}

interface Weight {
  issue: string;
  count: number;
}

export interface VocabularyIndex {
  /** By word or two words: the issues that it speaks for, and how much. */
  counts: ReadonlyMap<string, readonly Weight[]>;
  /** Words with which two words begin. */
  openers: ReadonlySet<string>;
  /** Words that speak for something or begin two words: and whether a token, as it stands, is one. */
  telling: ReadonlySet<string>;
  tells: (token: Token) => boolean;
  issues: ReadonlyMap<string, Words>;
}

/** Issues that have no cues are left out, for no row is made of them. */
export function compileVocabulary({ silent, issues }: Vocabulary, cues: readonly IssueCue[]): VocabularyIndex {
  const known = new Map(cues.map((issue) => [issue.issue, issue]));
  const index = new Map<string, Weight[]>(silent.map((words) => [words.replace("_", " "), []]));
  for (const { issue, ...lists } of issues)
    for (const strength of ["strong", "fair", "weak"] as const)
      for (const word of lists[strength]) {
        const key = word.replace("_", " ");
        index.set(key, [...(index.get(key) ?? []), { issue, count: counts[strength] }]);
      }
  const pairs = [...index.keys(), ...issues.flatMap((issue) => [...issue.against, ...issue.for].map((word) => word.replace("_", " ")))];
  const openers = new Set(pairs.filter((key) => key.includes(" ")).map((key) => key.split(" ", 1)[0] as string));
  const telling = new Set([...index.keys(), ...openers]);
  return {
    counts: index,
    openers,
    telling,
    tells: byWord((lower) => telling.has(lower)),
    issues: new Map(
      issues.flatMap(({ issue, ...lists }) => {
        const cue = known.get(issue);
        const turns = new Map(
          [...lists.against.map((word) => [word, -1] as const), ...lists.for.map((word) => [word, 1] as const)].map(([word, sign]) => [
            word.replace("_", " "),
            sign,
          ]),
        );
        return cue ? [[issue, { ref: refsOf(cue, vocabularyId), turns }]] : [];
      }),
    ),
  };
}

/** Sums by issue. */
export type Sums = Map<string, number>;

/** The keys of token `i` in the index: with the word behind it where two words in the index begin so, then alone, each as it stands and in its dictionary form. */
function keysAt(index: VocabularyIndex, tokens: readonly Token[], i: number, last: number): string[] {
  const { lower, lemma } = tokens[i] as Token;
  const keys: string[] = [];
  if (opensTwo(index, tokens, i, last)) {
    const next = tokens[i + 1] as Token;
    keys.push(`${lower} ${next.lower}`);
    if (lemma !== lower || next.lemma !== next.lower) keys.push(`${lemma} ${next.lemma}`);
  }
  keys.push(lower);
  if (lemma !== lower) keys.push(lemma);
  return keys;
}

const nothing: readonly Weight[] = [];

/** What token `i` speaks for. A second word stands before `last`. */
export function speaksFor(index: VocabularyIndex, tokens: readonly Token[], i: number, last: number): readonly Weight[] {
  const token = tokens[i] as Token;
  if (!index.tells(token) && (token.lemma === token.lower || !index.telling.has(token.lemma))) return nothing;
  if (isSilenced(index, tokens, i)) return nothing;
  return (opensTwo(index, tokens, i, last) ? saidByTwo(index, token, tokens[i + 1] as Token) : undefined) ?? saidByOne(index, token) ?? nothing;
}

/** Of the keys of a token, in the order of `keysAt`, the first that the index has. */
function saidByTwo({ counts }: VocabularyIndex, { lower, lemma }: Token, next: Token): readonly Weight[] | undefined {
  return counts.get(`${lower} ${next.lower}`) ?? (lemma !== lower || next.lemma !== next.lower ? counts.get(`${lemma} ${next.lemma}`) : undefined);
}

function saidByOne({ counts }: VocabularyIndex, { lower, lemma }: Token): readonly Weight[] | undefined {
  return counts.get(lower) ?? (lemma !== lower ? counts.get(lemma) : undefined);
}

function opensTwo({ openers }: VocabularyIndex, tokens: readonly Token[], i: number, last: number): boolean {
  const { lower, lemma } = tokens[i] as Token;
  return i + 1 < last && (openers.has(lower) || openers.has(lemma));
}

/** Is token `i` the second of two words that speak for nothing? */
function isSilenced({ counts, openers }: VocabularyIndex, tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  return before !== undefined && openers.has(before.lower) && counts.get(`${before.lower} ${(tokens[i] as Token).lower}`)?.length === 0;
}

/** Adds what the tokens `at` speak for, `share` of it; a second word stands before `last`. */
export function addUp(index: VocabularyIndex, tokens: readonly Token[], at: readonly number[], last: number, share: number, sums: Sums): void {
  for (let n = 0; n < at.length; n++) {
    const said = speaksFor(index, tokens, at[n] as number, last);
    for (let k = 0; k < said.length; k++) {
      const { issue, count } = said[k] as Weight;
      sums.set(issue, (sums.get(issue) ?? 0) + share * count);
    }
  }
}

/** The issue that leads, and by how much; null where no word says anything. */
export function leader(sums: Sums): { issue: string; by: number } | null {
  let issue: string | null = null;
  let most = 0;
  let second = 0;
  for (const [id, sum] of sums) {
    if (sum > most) {
      second = most;
      most = sum;
      issue = id;
    } else if (sum > second) second = sum;
  }
  return issue === null ? null : { issue, by: most - second };
}

/** Those of `at` that speak for `issue`, those that say most first. */
export function wordsFor(index: VocabularyIndex, tokens: readonly Token[], at: readonly number[], last: number, issue: string): number[] {
  const said = at.map((i) => ({ i, count: speaksFor(index, tokens, i, last).find((word) => word.issue === issue)?.count ?? 0 }));
  return said
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.i - b.i)
    .map(({ i }) => i);
}

/** The issue with the direction that the words give it; null where it has no cues. */
export function directed(index: VocabularyIndex, tokens: readonly Token[], at: readonly number[], last: number, issue: string): CueRef | null {
  const known = index.issues.get(issue);
  if (!known) return null;
  const signs = at.flatMap((i) => keysAt(index, tokens, i, last).flatMap((key) => known.turns.get(key) ?? []));
  return signs.includes(-1) && !signs.includes(1) ? known.ref.against : known.ref.for;
}
