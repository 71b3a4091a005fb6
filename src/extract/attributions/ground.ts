// A text with what the rules look up for each token, and the simplest questions about a token. Knows no phrase and no cue.
import { retagged } from "../copies.ts";
import type { Cast, Doc, Token } from "../types.ts";
import type { AttributionIndex, Phrase } from "./compile.ts";
import { retag } from "./retag.ts";

/** A stretch of tokens, `last` exclusive. */
export interface Stretch {
  first: number;
  last: number;
}

/** A text with what the rules look up for each token. */
export interface Ground {
  doc: Doc;
  cast: Cast;
  index: AttributionIndex;
  tokens: readonly Token[];
  /** For each token the index of the quotation it stands in, marks included; -1 outside. Scare quotes count as outside. */
  zone: Int32Array;
  /** For each token the index of the longest mention that starts there; -1 where none does. */
  mentionFrom: Int32Array;
  /** 1 where the token is an opening quotation mark, 2 where it is a closing one. */
  marks: Uint8Array;
  /** 1 where the token stands in a name of several words: "Winter" is no season there. */
  named: Uint8Array;
}

const nominal = new Set(["NOUN", "PROPN", "NUM", "X", "SYM"]);
const possessives = new Set(["my", "our", "your", "his", "her", "its", "their", "whose"]);

/** Pronouns that begin a relative clause. */
export const relatives = new Set(["who", "which", "that", "whom"]);

export function makeGround(doc: Doc, cast: Cast, index: AttributionIndex): Ground {
  const zone = new Int32Array(doc.tokens.length).fill(-1);
  doc.quotes.forEach((quote, q) => {
    if (quote.scare) return;
    for (let i = Math.max(0, quote.first - 1); i < doc.tokens.length && (doc.tokens[i] as Token).start < quote.end; i++) zone[i] = q;
  });
  const marks = new Uint8Array(doc.tokens.length);
  for (const { first, last } of doc.quotes) {
    if (first > 0) marks[first - 1] = 1;
    if (last < marks.length && doc.tokens[last]?.tag === "PUNCT") marks[last] = 2;
  }
  const named = new Uint8Array(doc.tokens.length);
  const tokens = retag(doc.tokens, index);
  const mentionFrom = new Int32Array(doc.tokens.length).fill(-1);
  cast.mentions.forEach((mention, m) => {
    if (mention.form === "name" && mention.last > mention.first + 1) {
      named.fill(1, mention.first, mention.last);
      nameTag(tokens, mention.last - 1);
    } else if (mention.form === "name" && tokens[mention.first]?.tag === "ADJ") nameTag(tokens, mention.first);
    const known = cast.mentions[mentionFrom[mention.first] ?? -1];
    if (!known || known.last < mention.last) mentionFrom[mention.first] = m;
  });
  return { doc, cast, index, tokens, zone, mentionFrom, marks, named };
}

/** A name's last word is a noun, whatever the tagger makes of it where no capital helps: "volodymyr zelensky". */
function nameTag(tokens: Token[], i: number): void {
  const token = tokens[i];
  if (token && !nominal.has(token.tag) && token.tag !== "PUNCT" && token.tag !== "PART") tokens[i] = retagged(token, "PROPN");
}

export const lower = (g: Ground, i: number): string => g.tokens[i]?.lower ?? "";
export const tagOf = (g: Ground, i: number): string => g.tokens[i]?.tag ?? "";

/** Whether both tokens stand in one sentence and one quotation (or outside all). */
export const together = (g: Ground, a: number, b: number): boolean => {
  const x = g.tokens[a];
  const y = g.tokens[b];
  return x !== undefined && y !== undefined && x.sentence === y.sentence && g.zone[a] === g.zone[b];
};

/** Index of the token's block; -1 past the text's ends. */
export const blockOf = (g: Ground, i: number): number => g.doc.sentences[g.tokens[i]?.sentence ?? -1]?.block ?? -1;

export const isNominal = (g: Ground, i: number): boolean => nominal.has(tagOf(g, i));
export const isPossessive = (g: Ground, i: number): boolean => possessives.has(lower(g, i)) && tagOf(g, i) !== "NOUN";
export const isGenitive = (g: Ground, i: number): boolean => lower(g, i) === "'s" || (lower(g, i) === "'" && tagOf(g, i - 1) !== "PUNCT");
export const isTime = (g: Ground, i: number): boolean => g.index.timeWords.has(lower(g, i)) && g.named[i] === 0;
export const isOpening = (g: Ground, i: number): boolean => (g.zone[i] ?? -1) >= 0 && (g.zone[i - 1] ?? -1) !== g.zone[i];

/** A verb that stands for a tense of its own: no infinitive, no -ing. A base form counts where nothing before it makes it an infinitive. */
export function isTensed(g: Ground, i: number): boolean {
  const token = g.tokens[i];
  if (!token) return false;
  if (token.tag === "AUX") return lower(g, i - 1) !== "to" && !["be", "been", "being", "having"].includes(token.lower);
  if (token.tag !== "VERB" || token.lower.endsWith("ing")) return false;
  for (let j = i - 1; j >= i - 3; j--) {
    if (lower(g, j) === "to") return false;
    if (tagOf(g, j) !== "ADV" && lower(g, j) !== "not") return tagOf(g, j) !== "AUX";
  }
  return true;
}

/** Index of the sentence's first word after a place of writing in capitals: "PARIS (Wire) — The". */
export function bodyStart(g: Ground, { first, last }: Stretch): number {
  if (!/^\p{Lu}{3,}$/u.test(g.tokens[first]?.text ?? "")) return first;
  for (let i = first + 1; i < Math.min(last, first + 10); i++) if (/^(?:—|–|-|--)$/.test(lower(g, i))) return i + 1;
  return first;
}

/** The phrase at `i`, whose first word may be given in another form; null where none of `phrases` stands there. Returns the index after it. */
export function matchPhrase<Value>(
  g: Ground,
  i: number,
  phrases: ReadonlyMap<string, readonly Phrase<Value>[]>,
  first = lower(g, i),
): { value: Value; last: number } | null {
  for (const { words, value } of phrases.get(first) ?? []) {
    if (words.every((word, k) => k === 0 || lower(g, i + k) === word)) return { value, last: i + words.length };
  }
  return null;
}
