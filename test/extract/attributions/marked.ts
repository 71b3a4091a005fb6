// Texts with their attributions marked in place, and how far found attributions agree with the marks. Reads no file.
import type { Attribution, Range } from "../../../src/extract/types.ts";

export interface MarkedAttribution {
  source: Range | null;
  content: Range[];
}

export interface Marked {
  text: string;
  attributions: MarkedAttribution[];
}

/** Reads `[s1 …]`, `[c1 …]` and `[t1 …]`, which may nest; `[c2<1 …]` says that attribution 2 has the source of 1. What has no content is no attribution. */
export function parseMarked(marked: string): Marked {
  let text = "";
  const open: { part: string; id: number; start: number }[] = [];
  const spans: { part: string; id: number; start: number; end: number }[] = [];
  const sourceOf = new Map<number, number>();
  for (const [piece, part, id, same] of marked.matchAll(/\[([sct])(\d+)(?:<(\d+))? |\]|[^[\]]+/g))
    if (part && id) {
      open.push({ part, id: Number(id), start: text.length });
      if (same) sourceOf.set(Number(id), Number(same));
    } else if (piece === "]") {
      const closed = open.pop();
      if (!closed) throw new Error(`A bracket too many in: ${marked}`);
      spans.push({ ...closed, end: text.length });
    } else text += piece;
  if (open.length > 0) throw new Error(`A bracket too few in: ${marked}`);
  spans.sort((a, b) => a.start - b.start);
  const attributions = [...new Set(spans.map(({ id }) => id))].map((id) => {
    const of = (part: string, owner: number) => spans.filter((span) => span.id === owner && span.part === part).map(({ start, end }) => ({ start, end }));
    return { source: of("s", sourceOf.get(id) ?? id)[0] ?? null, content: of("t", id) };
  });
  return { text: text.trimEnd(), attributions: attributions.filter(({ content }) => content.length > 0) };
}

export interface Agreement {
  /** Words inside any content, marked and found. */
  words: { both: number; marked: number; found: number };
  /** Attributions whose content overlaps by half or more (common words over all words), and those of them with the right source. */
  spans: { both: number; marked: number; found: number; source: number };
  /** Quotations in double marks that stand inside a marked content, and how many of them stand inside a found one. */
  quotes: { marked: number; found: number };
  mistakes: string[];
}

const wordsIn = (text: string, ranges: readonly Range[]): Set<number> =>
  new Set([...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => m.index).filter((i) => ranges.some(({ start, end }) => start <= i && i < end)));
const common = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => [...a].filter((word) => b.has(word)).length;
const union = (sets: readonly ReadonlySet<number>[]): Set<number> => new Set(sets.flatMap((set) => [...set]));

/** Compares what was found in one text with its marks; best overlaps are matched first. */
export function agreement({ text, attributions: marked }: Marked, found: readonly Attribution[]): Agreement {
  const words = (ranges: readonly Range[]): Set<number> => wordsIn(text, ranges);
  const gold = marked.map(({ content }) => words(content));
  const got = found.map(({ content }) => words(content));
  const pairs = gold
    .flatMap((a, i) => got.map((b, j) => ({ i, j, overlap: common(a, b) / union([a, b]).size })))
    .filter(({ overlap }) => overlap >= 0.5)
    .sort((a, b) => b.overlap - a.overlap);
  const matched = new Map<number, number>();
  const used = new Set<number>();
  for (const { i, j } of pairs)
    if (!matched.has(i) && !used.has(j)) {
      matched.set(i, j);
      used.add(j);
    }
  const cut = (range: Range | null): string => (range ? text.slice(range.start, range.end) : "-");
  const show = (a: { source: Range | null; cue?: Range | null; content: readonly Range[] }): string =>
    `${cut(a.source)} |${a.cue ? ` ${cut(a.cue)} |` : ""} ${a.content.map(cut).join(" … ")}`;
  const mistakes: string[] = [];
  let source = 0;
  marked.forEach((attribution, i) => {
    const other = found[matched.get(i) ?? -1];
    if (!other) mistakes.push(`missed: ${show(attribution)}`);
    else if (sameSource(words, attribution.source, other.source)) source++;
    else mistakes.push(`source: ${show(attribution)}  <>  ${cut(other.source)}`);
  });
  found.forEach((attribution, j) => {
    if (!used.has(j)) mistakes.push(`spurious: ${show(attribution)}`);
  });
  const [wanted, all] = [union(gold), union(got)];
  const spoken = [...text.matchAll(/[“"][^“”"]+[”"]?/g)].map((m) => words([{ start: m.index, end: m.index + m[0].length }]));
  const speech = spoken.filter((quote) => common(quote, wanted) === quote.size && quote.size > 0);
  const heard = speech.filter((quote) => common(quote, all) >= 0.9 * quote.size);
  for (const quote of speech) if (!heard.includes(quote)) mistakes.push(`quote: ${text.slice(Math.min(...quote), Math.max(...quote) + 12)}`);
  return {
    words: { both: common(wanted, all), marked: wanted.size, found: all.size },
    spans: { both: matched.size, marked: gold.length, found: got.length, source },
    quotes: { marked: speech.length, found: heard.length },
    mistakes,
  };
}

/** The words of the two sources agree by half, or one begins the other ("Ana Ruiz" and "Ana Ruiz, head of the union"), or both are absent. */
function sameSource(words: (ranges: readonly Range[]) => Set<number>, a: Range | null, b: Range | null): boolean {
  if (!a || !b) return a === b;
  const [x, y] = [words([a]), words([b])];
  return (2 * common(x, y)) / (x.size + y.size) >= 0.5 || (a.start === b.start && common(x, y) === Math.min(x.size, y.size));
}

export const f1 = ({ both, marked, found }: { both: number; marked: number; found: number }): number => (2 * both) / Math.max(1, marked + found);

export function total(all: readonly Agreement[]): Agreement {
  const sum = (pick: (a: Agreement) => number): number => all.reduce((n, a) => n + pick(a), 0);
  return {
    words: { both: sum((a) => a.words.both), marked: sum((a) => a.words.marked), found: sum((a) => a.words.found) },
    spans: { both: sum((a) => a.spans.both), marked: sum((a) => a.spans.marked), found: sum((a) => a.spans.found), source: sum((a) => a.spans.source) },
    quotes: { marked: sum((a) => a.quotes.marked), found: sum((a) => a.quotes.found) },
    mistakes: all.flatMap((a) => a.mistakes),
  };
}
