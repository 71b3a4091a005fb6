// Where reported words end before a cue: at a comma, a dash or a closing quotation mark. Knows no cue.
import { blockOf, type Ground, lower, together } from "./ground.ts";

/** The token before `start` is a comma, a dash or a closing mark. */
export function bordersContent(g: Ground, start: number, sentenceFirst: number): boolean {
  const border = start - 1;
  if (isQuoteEnd(g, border)) return sameBlock(g, border, start);
  if (closesWords(g, border) && border > sentenceFirst && together(g, border, start)) return true;
  if (border <= sentenceFirst || !together(g, border, start)) return false;
  return /^(?:,|–|—|--)$/.test(lower(g, border));
}

/** A few quoted words that end in a comma, or a sentence that is nothing but such words: “None,” he said; "None", he said. */
export const closesWords = (g: Ground, i: number): boolean =>
  (g.marks[i] === 2 && g.zone[i] === -1 && /^[,?!]$/.test(lower(g, i - 1))) || (lower(g, i) === "," && g.marks[i - 1] === 2 && opensWithQuote(g, i - 1));

/** Longest sentence of a few quoted words, in tokens. */
const maxWords = 40;

/** The words that the closing mark at `last` ends begin their sentence. */
function opensWithQuote(g: Ground, last: number): boolean {
  let i = last - 1;
  while (i > last - maxWords && together(g, i, last) && g.marks[i] !== 1) i--;
  return g.marks[i] === 1 && i === g.doc.sentences[g.tokens[last]?.sentence ?? -1]?.first;
}

const sameBlock = (g: Ground, a: number, b: number): boolean => blockOf(g, a) === blockOf(g, b);
export const isQuoteEnd = (g: Ground, i: number): boolean => i >= 0 && (g.zone[i] ?? -1) >= 0 && g.zone[i + 1] !== g.zone[i];
