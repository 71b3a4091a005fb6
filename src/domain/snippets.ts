// The piece of a text that answers a full-text query, with the words that do. Knows no database.
import * as z from "zod";
import { type SearchQuery, type SearchTerm, searchText } from "./search.ts";

export const Snippet = z
  .strictObject({
    text: z.string().describe("A piece of the text, as it stands there."),
    highlights: z
      .array(z.strictObject({ start: z.int(), end: z.int() }))
      .describe("The words that were looked for, in code points of the piece; `end` is exclusive."),
  })
  .meta({ id: "Snippet", description: "A piece of a text with the words that were looked for." });
export type Snippet = z.infer<typeof Snippet>;

/** UTF-16 offsets of a word, and the words that it is indexed as. */
interface Word {
  start: number;
  end: number;
  words: string[];
}

const before = 80;
const length = 280;

/** The piece around the first word that was looked for; the beginning of the text, without highlights, where none stands in it. Words are never cut. */
export function snippetOf(text: string, { all }: SearchQuery): Snippet {
  const words: Word[] = [];
  let first: number | null = null;
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    words.push({ start: match.index, end: match.index + match[0].length, words: searchText(match[0]).split(" ").filter(Boolean) });
    for (const term of all) {
      const begin = words.length - 1 - lead(term);
      if (first === null && spanAt(words, begin, term)) first = (words[begin] as Word).start;
    }
    if (first !== null && match.index > first + length) break;
  }
  const from = first === null || first <= before ? 0 : (words.find(({ start }) => start >= first - before)?.start ?? 0);
  const inside = words.filter(({ start, end }) => start >= from && end <= from + length);
  const to = text.length <= from + length ? text.length : (inside.at(-1)?.end ?? from);
  const spans = inside.flatMap((_, at) => all.flatMap((term) => spanAt(inside, at, term) ?? []));
  const piece = text.slice(from, to);
  const points = (offset: number) => Array.from(text.slice(from, offset)).length;
  return { text: piece, highlights: joined(spans).map(({ start, end }) => ({ start: points(start), end: points(end) })) };
}

/** How many words of the text a phrase takes before its last one, at least. */
const lead = ({ words }: SearchTerm): number => words.split(" ").length - 1;

/** Where the term stands if it begins with this word. Null: it does not. */
function spanAt(words: readonly Word[], at: number, { words: phrase, prefix }: SearchTerm): { start: number; end: number } | null {
  const wanted = phrase.split(" ");
  let found = 0;
  for (let i = at; i >= 0 && i < words.length; i++) {
    for (const word of (words[i] as Word).words) {
      const isLast = found === wanted.length - 1;
      const expected = wanted[found] as string;
      if (isLast && prefix ? !word.startsWith(expected) : word !== expected) return null;
      found++;
      if (found === wanted.length) return { start: (words[at] as Word).start, end: (words[i] as Word).end };
    }
  }
  return null;
}

/** Spans that touch or overlap, as one. */
function joined(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const whole: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else whole.push({ ...span });
  }
  return whole;
}
