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
/** Marks of two characters, as tape, treebank and some newspapers' texts have them. */
const doubled = new Map([
  ["``", "''"],
  ["''", "''"],
]);
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
  const ahead = curlyAhead(tokens, blockOf);
  let open: number | null = null;
  /** Inside straight marks a curly one has opened. */
  let inner = false;
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
      if (opens(mark) && ((mark !== "'" && mark !== "''") || opensHere(tokens, i))) open = i;
      inner = false;
    } else if (
      closes((tokens[open] as Token).text, mark) ||
      closesOther((tokens[open] as Token).text, mark, ahead[i] === 1, inner) ||
      (mark === "“" && hangsBehind(tokens, i))
    ) {
      close(open + 1, i, token.end);
      open = null;
    } else inner = mark === "“" || (inner && mark !== "”");
  });
  if (open !== null) close(open + 1, tokens.length, blocks.at(-1)?.end ?? 0);
  return quotes;
}

/** For each token 1 where the next curly mark of its block is a closing one. */
function curlyAhead(tokens: readonly Token[], blockOf: (token: Token) => number): Uint8Array {
  const ahead = new Uint8Array(tokens.length);
  let closesNext = 0;
  let block = -1;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    const own = blockOf(token);
    if (own !== block) closesNext = 0;
    block = own;
    ahead[i] = closesNext;
    if (token.text === "“" || token.text === "”") closesNext = token.text === "”" ? 1 : 0;
  }
  return ahead;
}

/** A quotation that one kind of mark opens and the other closes, as careless editing leaves it; `inner`, that a curly mark has opened inside it. */
function closesOther(open: string, mark: string, isClosedAhead: boolean, inner: boolean): boolean {
  return (open === "“" && mark === '"' && !isClosedAhead) || (open === '"' && mark === "”" && !inner);
}

/** An opening mark where a closing one should stand: right behind a word, before a blank. */
function hangsBehind(tokens: readonly Token[], i: number): boolean {
  const { start, end } = tokens[i] as Token;
  return tokens[i - 1]?.end === start && tokens[i + 1]?.start !== end;
}

/** A straight single mark, or two of them, open where a blank stands before and a word right after. */
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
  return begins && /^\p{Lu}/u.test(opening.text) && (/^[.!?…]$/.test((tokens[last - 1] as Token).text) || opening.sentence !== tokens[last - 1]?.sentence);
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
