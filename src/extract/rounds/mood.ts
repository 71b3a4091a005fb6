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
/** Adjectives before "to meet" by which the meeting is as good as planned. */
const likely = new Set(["likely", "sure", "certain", "about", "able", "first", "last"]);

/** Whether a verb is denied, or only wished for or thought of. */
export function moodAt(tokens: readonly Token[], i: number, sentence: Sentence, index: RoundsIndex): Mood {
  const { unreal, arranged } = unrealBefore(tokens, i, sentence, index, false);
  return { denied: denies(tokens, i, sentence, index), unreal, arranged };
}

export function denies(tokens: readonly Token[], i: number, sentence: Sentence, index: RoundsIndex): boolean {
  for (let k = i - 1; k >= Math.max(sentence.first, i - 5); k--) {
    const { lower, tag } = tokens[k] as Token;
    if (tag === "PUNCT" && lower !== '"' && lower !== "-") return false;
    // "Nor did his visit leave anything behind": of the verb behind.
    if (lower === "nor" && tokens[k + 1]?.tag === "AUX" && k + 1 < i && tokens[i]?.tag !== "VERB") return false;
    // "would in any case meet"
    if (lower === "any" && /^(?:case|event|rate|way)$/.test(tokens[k + 1]?.lower ?? "")) continue;
    // "has no objection to another meeting", "nothing against it"
    if (index.denials.has(lower)) return tokens[k + 1]?.lower !== "only" && !/^(?:objections?|reason|doubt)$/.test(tokens[k + 1]?.lower ?? "");
  }
  return false;
}

export function unrealBefore(tokens: readonly Token[], i: number, sentence: Sentence, index: RoundsIndex, certain: boolean): Omit<Mood, "denied"> {
  // "it would be useful to meet": judged, and not yet done.
  const judged =
    tokens[i - 1]?.lower === "to" &&
    tokens[i - 2]?.tag === "ADJ" &&
    !index.planned.has((tokens[i - 2] as Token).lower) &&
    !likely.has((tokens[i - 2] as Token).lower);
  const liked = tokens[i - 1]?.lower === "to" && /^(?:like|love)$/.test(tokens[i - 2]?.lower ?? "");
  let arranged = (judged || liked) && !certain;
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
