// The head and the furniture of a page: its title, masthead, kicker, byline and date line, and what is no text at all. Knows nothing of lists and turns.
import type { LayoutIndex } from "./blocks.ts";
import { hasParticulars, isSignature, namesAfterCue } from "./bylines.ts";
import { dateOfParticulars, monthOfLine } from "./published.ts";
import type { Block } from "./types.ts";

/** Longest line, in characters, that can be a byline or hold a boilerplate phrase somewhere in it. */
const shortLine = 160;
/** Blocks from the top among which a page prints what it says of itself. */
const headBlocks = 8;
/** A title stands above longer lines; summaries in short lines may come between. */
const bodyWithin = 12;
const mostTitleWords = 30;
/** What parts a line of labels: "News | World", "Commentary / Africa | 7 min read". */
const partMarks = /\s+[|/>»›·•—–]\s+|\s*[|»]\s*/;

const lineOf = (text: string, block: Block): string => text.slice(block.start, block.end).trim();
const words = (line: string): string[] => line.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
const bareOf = (line: string): string => line.replace(/^#{1,6}\s+/, "").replace(/\*\*|^[*_]+|[*_]+$/g, "");
const isProse = ({ kind }: Block): boolean => kind === "paragraph" || kind === "turn";

/** Marks what is the page's and who signs it. First of all, for titles and lists are looked for in what remains. */
export function markPage(text: string, blocks: Block[], index: LayoutIndex): void {
  blocks.forEach((block, i) => {
    const line = lineOf(text, block);
    const signs = i < headBlocks || i >= blocks.length - 3;
    if (signs && line.length <= shortLine && namesAfterCue(line, index) !== null && !/[.!?]$/.test(line)) block.kind = "byline";
    else if (isBoilerplate(line, index) || (i < headBlocks && (isLabels(line, index) || isNavigation(line, index)))) block.kind = "boilerplate";
    else if (i >= blocks.length - 2 && i > 3 && isSignature(line, index) && !text.slice(0, block.start).includes(line)) block.kind = "byline";
  });
  const [top, below] = blocks.filter(isProse);
  if (top && below && (isMasthead(lineOf(text, top), index) || isKicker(lineOf(text, top))) && looksLikeTitle(lineOf(text, below))) top.kind = "boilerplate";
}

/** Marks title, date line and names without "by". */
export function markTitle(text: string, blocks: Block[], index: LayoutIndex): void {
  const first = blocks.findIndex((block) => isProse(block) && !isDateLine(lineOf(text, block)));
  const block = blocks[first];
  if (block && first < headBlocks) {
    const line = lineOf(text, block);
    const below = blocks.slice(first + 1, first + bodyWithin).filter(isProse);
    if (block.kind === "paragraph" && looksLikeTitle(line) && below.some((b) => b.end - b.start > block.end - block.start)) block.kind = "title";
    // A page often repeats its title: cut short in a tab name, whole above the text.
    const next = below[0];
    if (block.kind === "title" && next && lineOf(text, next).startsWith(line) && looksLikeTitle(lineOf(text, next))) {
      block.kind = "boilerplate";
      next.kind = "title";
    }
  }
  const head = blocks.slice(0, headBlocks);
  for (const b of head) if (b.kind === "paragraph" && isDateLine(lineOf(text, b))) b.kind = "dateline";
  const signature = head.find((b, i) => i > first && b.kind === "paragraph" && isSignature(lineOf(text, b), index) && isSigned(text, blocks, i, index));
  if (signature) signature.kind = "byline";
}

/** Names alone sign a text where they stand with an office or a day, or above its date or its first long paragraph. */
function isSigned(text: string, blocks: readonly Block[], at: number, index: LayoutIndex): boolean {
  if (hasParticulars(lineOf(text, blocks[at] as Block), index)) return true;
  const next = blocks.slice(at + 1).find(({ kind }) => kind !== "boilerplate" && kind !== "byline");
  return next !== undefined && (next.kind === "dateline" || (isProse(next) && /[.?!]["”’)]?$/.test(lineOf(text, next)) && next.end - next.start > shortLine));
}

function isBoilerplate(line: string, { boilerplate }: LayoutIndex): boolean {
  if (!/[\p{L}\p{N}]/u.test(line)) return true;
  const low = line
    .slice(0, 400)
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^[^\p{L}\p{N}[(©-]+/u, "");
  if (boilerplate.line.has(low) || boilerplate.start.some((phrase) => startsWithPhrase(low, phrase))) return true;
  if (/^[a-z]{2,4}(?:\/[a-z]{2,4})+$/.test(low)) return true;
  return line.length <= shortLine && (boilerplate.any.some((phrase) => low.includes(phrase)) || boilerplate.end.some((phrase) => low.endsWith(phrase)));
}

function startsWithPhrase(line: string, phrase: string): boolean {
  return line.startsWith(phrase) && !/[a-z]/.test(line[phrase.length] ?? "");
}

/** "Opinion | The ledger column", "Commentary / Africa | 14 March 2025": a label of the page with short words or a date beside it. */
function isLabels(line: string, { boilerplate }: LayoutIndex): boolean {
  if (line.length > shortLine) return false;
  const parts = line.toLowerCase().split(partMarks);
  const labels = parts.filter((part) => boilerplate.line.has(part) || part.split(/\s+/).some((word, i) => i === 0 && boilerplate.line.has(word)));
  return parts.length > 1 && labels.length > 0 && parts.every((part) => words(part).length <= 4) && dateOfParticulars(line) === null;
}

/** "Ireland | The Stormont talks": the section and the matter above the title. */
function isKicker(line: string): boolean {
  if (line.length > shortLine || /[.!?]$/.test(line)) return false;
  const parts = line.split(partMarks);
  return parts.length > 1 && parts.every((part) => words(part).length <= 5);
}

/** "home world europe live tv newsletters": half of the words, four at the least, are those of a menu. */
function isNavigation(line: string, { navigation }: LayoutIndex): boolean {
  const all = words(line.slice(0, 400).toLowerCase());
  const known = all.filter((word) => navigation.has(word.replace(/[^a-z]/g, "")));
  return known.length >= 4 && known.length * 2 >= all.length && !/[.!?]$/.test(line);
}

const small = new Set(["of", "for", "and", "the", "de", "del", "la", "on", "in", "to", "&", "–", "|"]);

/** "The Harbour Observer", "Centre for River Studies": the outlet's own name above the title. */
export function isMasthead(line: string, { outletWords }: LayoutIndex): boolean {
  const all = bareOf(line.slice(0, shortLine))
    .split(/\s+\|\s+/, 1)[0]
    ?.split(/\s+/);
  if (!all || all.length > 8 || all.length < 2 || /[.!?:;]$/.test(line) || !all.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || small.has(word))) return false;
  return all.some(
    (word, i) => outletWords.has(word.toLowerCase()) && (i === all.length - 1 || ["of", "for", "on"].includes((all[i + 1] as string).toLowerCase())),
  );
}

/** A short line that is little more than a date, perhaps with a place or a section, or particulars of the article with its date. */
export function isDateLine(line: string): boolean {
  if (dateOfParticulars(line) !== null || monthOfLine(line) !== null) return true;
  if (line.length > 80 || /[.!?]["”’]?$/.test(line.trim())) return false;
  return (
    /\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b/.test(line) ||
    /^\d{1,2} \p{L}{3,9}\.?,? \d{1,2}[:.]\d\d\b/u.test(line) ||
    (/\b(?:19|20)\d\d\b/.test(line) && /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.test(line) && words(line).length <= 8)
  );
}

function looksLikeTitle(line: string): boolean {
  const bare = bareOf(line);
  return words(bare).length <= mostTitleWords && bare.length <= 240 && !/[.;,:]["”’)]?$/.test(bare);
}
