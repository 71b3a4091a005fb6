// Meetings whose noun is left out: "The second, in X on 3 May", "and the third on 2 June", "the next would be held on Friday". Looks at nothing but the words beside them.
import type { Sentence, Token } from "../types.ts";
import type { Trigger } from "./triggers.ts";
import type { RoundsIndex } from "./words.ts";

type Words = Pick<{ tokens: readonly Token[] }, "tokens">;

/** The trigger that an ordinal, "next" or "one" at `i` is; `before` is the one found last in the sentence. Null where it leaves out nothing or something else. */
export function ellipsisAt({ tokens }: Words, i: number, { first, last }: Sentence, before: Trigger | undefined, index: RoundsIndex): Trigger | null {
  const word = (tokens[i] as Token).lower;
  // "A session in March was followed by one on 29 April"
  if ((word === "one" || word === "another") && tokens[i - 1]?.lower === "by" && tokens[i - 2]?.lower === "followed")
    return before !== undefined && !before.verb && /^(?:on|in)$/.test(tokens[i + 1]?.lower ?? "") ? { ...meant(i, i + 1, i, false), firm: true } : null;
  const isOrdinal = index.ordinals.has(word);
  if (!isOrdinal && !/^(?:last|next|previous|new|another|further)$/.test(word)) return null;
  const lead = i > first ? (tokens[i - 1] as Token).lower : "";
  const ahead = /^(?:new|another|further)$/.test(word);
  if (word === "another" ? lead === "the" : !(ahead ? lead === "a" : /^(?:the|their|a)$/.test(lead))) return null;
  const one = /^ones?$/.test(tokens[i + 1]?.lower ?? "");
  if (ahead && word !== "another" && !one) return null;
  const from = word === "another" ? i : i - 1;
  const end = one ? i + 1 : i;
  const opens = from === first || [";", ":"].includes((tokens[from - 1] as Token).lower);
  const joins = ["and", ",", "that"].includes(opens ? "" : (tokens[from - 1] as Token).lower);
  const set = isSet(tokens, end + 1, last, index);
  const counted =
    joins &&
    before !== undefined &&
    !before.verb &&
    before.kind === "talks" &&
    isOrdinal &&
    (set || /^(?:on|in)$/.test(tokens[end + 1]?.lower ?? "") || tokens.slice(end + 2, end + 4).some(({ lower }) => lower === "later"));
  const next = (opens || joins) && set && !isOrdinal;
  return (opens && !ahead && (set || isTold(tokens, end, end === i, index))) || counted || next ? meant(end, end + 1, from, !next) : null;
}

/** "…, in X", "was held", "took place in": what only a meeting does. */
function isTold(tokens: readonly Token[], end: number, bare: boolean, index: RoundsIndex): boolean {
  const [verb, after] = [tokens[end + 1], tokens[end + 2]];
  const held = verb?.tag === "AUX" && (after?.tag === "VERB" || (after?.tag === "ADV" && tokens[end + 3]?.tag === "VERB") || after?.lower === "in");
  const took = verb?.tag === "VERB" && index.subjects.has(verb.lemma.toLowerCase());
  return (
    verb !== undefined &&
    (["in", "at"].includes(verb.lower) || (verb.lower === "," && (bare || ["in", "at", "on"].includes(after?.lower ?? ""))) || held || took)
  );
}

/** "would be held", "is fixed for", "is due on", "is to begin": helpers, and then a word of what is planned. */
function isSet(tokens: readonly Token[], from: number, last: number, index: RoundsIndex): boolean {
  let k = from;
  while (k < Math.min(last, from + 3) && (tokens[k] as Token).tag === "AUX") k++;
  const word = tokens[k];
  if (k === from || word === undefined) return false;
  if (word.lower === "to") return index.resuming.has(tokens[k + 1]?.lemma.toLowerCase() ?? "") || /^(?:be|take)$/.test(tokens[k + 1]?.lower ?? "");
  return isPlanned(word, index);
}

/** "held", "fixed", "due": a word of what takes place or is planned to. */
export const isPlanned = (word: Token, { planned }: RoundsIndex): boolean =>
  planned.has(word.lower) || (word.tag === "VERB" && /^(?:hold|fix|set|plan|pencil|call)$/.test(word.lemma.toLowerCase()));

/** What is only set for a day is another meeting than the one told before. */
function meant(first: number, last: number, from: number, definite: boolean): Trigger {
  return {
    first,
    last,
    kind: "talks",
    firm: false,
    verb: false,
    takes: null,
    table: false,
    scene: false,
    from,
    definite,
    denied: false,
    unreal: false,
    arranged: false,
  };
}
