// Quotations: which marks open, which close, and which few quoted words are no speech. Makes no guess about who speaks.
import type { Block, Quote, Token } from "./types.ts";

/** Opening marks and what closes them. A straight mark is both; single ones are told from apostrophes by the tagger, which leaves those on their words. */
const closing = new Map([
  ["“", "”"],
  ["«", "»"],
  ["„", "“”"],
  ["‘", "’"],
  ['"', '"'],
  ["'", "'"],
]);
/** Marks of two characters, as tape and treebank texts have them. */
const doubled = new Map([["``", "''"]]);
const opens = (mark: string): boolean => closing.has(mark) || doubled.has(mark);
const closes = (open: string, mark: string): boolean => (doubled.has(open) ? doubled.get(open) === mark : (closing.get(open)?.includes(mark) ?? false));
/** A quotation longer than this many tokens without its closing mark is taken to have lost it. */
const maxTokens = 1500;
const scareWords = 4;

/**
 * Quotations in text order, none inside another. A mark left open at a paragraph's end goes on into the next paragraph if that opens with a mark again
 * (the convention for speech over several paragraphs), and else ends with its paragraph. Linear in the number of tokens.
 */
export function findQuotes(tokens: readonly Token[], blocks: readonly Block[], blockOf: (token: Token) => number): Quote[] {
  const quotes: Quote[] = [];
  let open: number | null = null;
  const close = (first: number, last: number, end: number): void => {
    if (last <= first) return;
    const start = (tokens[first - 1] as Token).start;
    quotes.push({ start, end, first, last, scare: isScare(tokens, first, last) && !isUtterance(tokens, first, last, blockOf) });
  };
  tokens.forEach((token, i) => {
    const mark = token.text;
    if (open !== null && blockOf(tokens[open] as Token) !== blockOf(token)) {
      close(open + 1, i, (tokens[i - 1] as Token).end);
      open = opens(mark) ? i : null;
      return;
    }
    if (open !== null && i - open > maxTokens) open = null;
    if (open === null) {
      if (opens(mark) && (mark !== "'" || opensHere(tokens, i))) open = i;
    } else if (closes((tokens[open] as Token).text, mark)) {
      close(open + 1, i, token.end);
      open = null;
    }
  });
  if (open !== null) close(open + 1, tokens.length, blocks.at(-1)?.end ?? 0);
  return quotes;
}

/** A straight single mark opens where a blank stands before it and a word right after. */
function opensHere(tokens: readonly Token[], i: number): boolean {
  const { start, end } = tokens[i] as Token;
  return (tokens[i - 1]?.end ?? -1) < start && tokens[i + 1]?.start === end;
}

/** A short sentence of its own: “Nonsense.” after a full stop, a colon, a verb with its comma or at the start of its paragraph. */
function isUtterance(tokens: readonly Token[], first: number, last: number, blockOf: (token: Token) => number): boolean {
  const opening = tokens[first] as Token;
  const before = tokens[first - 2];
  const said = before?.text === "," && tokens[first - 3]?.tag === "VERB";
  const begins = !before || said || blockOf(before) !== blockOf(opening) || /^[.!?:”"]$/.test(before.text);
  return begins && /^\p{Lu}/u.test(opening.text) && /^[.!?…]$/.test((tokens[last - 1] as Token).text);
}

/** Under four words and no verb of their own: “peace”, “phase two”. */
function isScare(tokens: readonly Token[], first: number, last: number): boolean {
  let count = 0;
  for (let i = first; i < last; i++) {
    const { tag } = tokens[i] as Token;
    if (tag === "VERB" || tag === "AUX") return false;
    if (tag !== "PUNCT") count++;
    if (count > scareWords) return false;
  }
  return count <= scareWords;
}
