// What kind of text it is: the page's own label where it prints one, else the weight of telling phrases.
import type { Genre } from "../domain/vocabulary.ts";
import type { LayoutIndex } from "./blocks.ts";
import { fold } from "./read.ts";
import type { Doc } from "./types.ts";

/** Words fewer than which no text tells its kind. */
const fewest = 40;
/** Lines from the top in which a page prints a label. */
const labelLines = 5;

/** A conversation or a text too short to tell is `unknown`. `dated`: the page prints its date, as reports do. */
export function findGenre(doc: Doc, dated: boolean, { layout }: LayoutIndex): Genre {
  const words = doc.tokens.length;
  const turns = doc.blocks.filter((b) => b.kind === "turn").length;
  if (words < fewest || turns > doc.blocks.length / 3) return "unknown";
  const head = ` ${fold(doc.text.slice(0, doc.blocks[labelLines - 1]?.end ?? doc.text.length))
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;
  const label = layout.genre_labels.find(({ phrase, opens }) => (opens ? opensLine(doc, phrase) : head.includes(` ${phrase} `)));
  if (label) return label.genre;
  const low = ` ${fold(doc.text).replace(/\s+/g, " ")} `;
  const rate = (phrases: readonly string[]): number => (1000 * phrases.reduce((sum, phrase) => sum + occurrences(low, phrase), 0)) / words;
  const scores = { opinion: rate(layout.genre.opinion), analysis: rate(layout.genre.analysis), report: rate(layout.genre.report) };
  const quoted = (1000 * doc.quotes.filter((quote) => !quote.scare).length) / words;
  const report = scores.report + quoted + (dated ? 6 : 0);
  if (scores.opinion > 3 && scores.opinion >= scores.analysis * 0.5 && scores.opinion > report * 0.6) return "opinion";
  if (scores.analysis > report) return "analysis";
  return "report";
}

const longestLabel = 160;

/** A label that is a line, or a part of a line, of the page's head. */
function opensLine({ blocks, text }: Doc, phrase: string): boolean {
  return blocks.slice(0, labelLines).some(({ start, end }) =>
    text
      .slice(start, Math.min(end, start + longestLabel))
      .toLowerCase()
      .split(/\s*[|/>»›:·—–]\s*/)
      .some((part) => part.trim() === phrase),
  );
}

function occurrences(text: string, phrase: string): number {
  let count = 0;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length))
    if (!/[a-z]/.test(text[at - 1] ?? " ") && !/[a-z]/.test(text[at + phrase.length] ?? " ")) count++;
  return count;
}
