// Words that the tagger calls verbs and their neighbours show to be none: months, parts of compounds, what follows an article. Looks at two tokens around.
import { isHyphen } from "../hyphens.ts";
import type { Token } from "../types.ts";

/** "in May", "last May", "10 May", "May 10": the month. */
export function isMonth(tokens: readonly Token[], i: number): boolean {
  if ((tokens[i] as Token).text !== "May") return false;
  return (
    isDay(tokens[i - 1]) ||
    isDay(tokens[i + 1]) ||
    ["in", "last", "this", "since", "until", "of", "by", "on", "from", "next"].includes(tokens[i - 1]?.lower ?? "")
  );
}

function isDay(token: Token | undefined): boolean {
  return token !== undefined && /^[0-3]?\d(?:st|nd|rd|th)?$/.test(token.lower);
}

/** "a go-between", "the rebel-backed council": one word with the hyphen's other side. */
export function isHyphenated(tokens: readonly Token[], i: number): boolean {
  return isPlain(tokens, i - 1) || (isPlain(tokens, i + 1) && tokens[i + 2]?.tag !== "NUM");
}

const isPlain = (tokens: readonly Token[], i: number): boolean => tokens[i]?.text === "-" && isHyphen(tokens, i);

const articles = new Set(["a", "an", "the", "any", "every", "its", "their", "our", "my", "your", "his"]);

/** "a map", "its quarrel", "the say": a plain form after an article or a possessive is a noun. */
export function isAfterArticle(tokens: readonly Token[], i: number): boolean {
  const { tag, lower, lemma } = tokens[i] as Token;
  if (tag !== "VERB" || !articles.has(tokens[i - 1]?.lower ?? "")) return false;
  return lower === lemma.toLowerCase() || (lower.endsWith("s") && !lower.endsWith("ss"));
}

/** "the internationally recognised government", "a hastily drafted text": a word between an article with its adverb and a noun tells which one is meant. */
export function isQualifier(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.tag === "VERB" && tokens[i + 1]?.tag === "NOUN" && tokens[i - 1]?.tag === "ADV" && articles.has(tokens[i - 2]?.lower ?? "");
}
