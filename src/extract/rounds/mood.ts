// Whether a meeting is denied, wished for or only arranged, by the words before it. Finds no meeting.
import { asideBefore } from "../dates/tense.ts";
import type { Sentence, Token } from "../types.ts";
import { boundaries } from "./frames.ts";
import type { RoundsIndex } from "./words.ts";

/** What the words before a meeting do to it. */
export interface Mood {
  denied: boolean;
  unreal: boolean;
  arranged: boolean;
}

/** Words that open a clause of their own, of which what stands before wishes nothing. */
const clauses = new Set(["when", "after", "while", "where", "who", "which", "during", "since", "as", "because"]);
const always = new Set(["if", "unless", "whether"]);

/** Whether a verb is denied, or only wished for or thought of. */
export function moodAt(tokens: readonly Token[], i: number, sentence: Sentence, index: RoundsIndex): Mood {
  const { unreal, arranged } = unrealBefore(tokens, i, sentence, index, false);
  return { denied: denies(tokens, i, sentence, index), unreal, arranged };
}

export function denies(tokens: readonly Token[], i: number, sentence: Sentence, index: RoundsIndex): boolean {
  for (let k = i - 1; k >= Math.max(sentence.first, i - 5); k--) {
    const { lower, tag } = tokens[k] as Token;
    if (tag === "PUNCT" && lower !== '"' && lower !== "-") return false;
    if (index.denials.has(lower)) return tokens[k + 1]?.lower !== "only";
  }
  return false;
}

export function unrealBefore(tokens: readonly Token[], i: number, sentence: Sentence, index: RoundsIndex, certain: boolean): Omit<Mood, "denied"> {
  let arranged = false;
  // "agreed on the text they accepted in the capital": a clause of its own.
  if (/^(?:they|he|she|we)$/.test(tokens[i - 1]?.lower ?? "") && !always.has(tokens[i - 2]?.lower ?? "")) return { unreal: false, arranged };
  for (let k = i - 1; k >= Math.max(sentence.first, i - 9); k--) {
    const { lower } = tokens[k] as Token;
    if (lower === "," || boundaries.has(lower) || (k < i - 1 && clauses.has(lower))) break;
    if (tokens[k - 1]?.tag === "NUM" || tokens[k + 1]?.tag === "NUM" || isName(tokens, k) || asideBefore(tokens, k + 2, sentence) !== null) continue;
    if (lower === "called" && tokens[k + 1]?.lower === "for") return { unreal: !certain, arranged: false };
    if (index.arranging.has(lower)) arranged ||= !certain;
    else if (always.has(lower) || (!certain && index.unreal.has(lower))) return { unreal: true, arranged: false };
  }
  return { unreal: arranged, arranged };
}

/** "The coalition of the willing will meet": a word of wishing that is a noun here. */
function isName(tokens: readonly Token[], k: number): boolean {
  return tokens[k - 1]?.lower === "the" && ["AUX", "VERB"].includes(tokens[k + 1]?.tag ?? "");
}
