// Lines of a text and their part in the layout: headings, lists, conversation, pull-quotes; the page's own lines are page.ts's. Reads no words for their sense.
import type { Layout, LinePhrase } from "../domain/codebook/layout.ts";
import { markPage, markTitle } from "./page.ts";
import type { Block, BlockKind } from "./types.ts";

export interface LayoutIndex {
  layout: Layout;
  boilerplate: { line: Set<string>; start: string[]; end: string[]; any: string[] };
  navigation: Set<string>;
  outletWords: Set<string>;
  authorRoles: Set<string>;
  /** Words that no author's name holds. */
  notNames: Set<string>;
  speakerRoles: Set<string>;
  /** A shortened title and its full stop, before a name. */
  abbreviation: RegExp;
}

export function compileLayout(layout: Layout): LayoutIndex {
  const of = (at: LinePhrase["at"]) => layout.boilerplate.filter((entry) => entry.at === at).map((entry) => entry.phrase);
  return {
    layout,
    boilerplate: { line: new Set(of("line")), start: of("start"), end: of("end"), any: of("any") },
    navigation: new Set(layout.navigation),
    outletWords: new Set(layout.outlet_words),
    authorRoles: new Set(layout.author_roles),
    notNames: new Set([...layout.not_author, ...layout.author_roles, ...layout.agencies, ...layout.outlet_words, ...layout.heading_words]),
    speakerRoles: new Set(layout.speaker_roles),
    abbreviation: new RegExp(`\\b(${layout.abbreviations.join("|")})\\.(?= \\p{Lu})`, "gu"),
  };
}

const maxHeadingWords = 20;
const bullet = /^\s*(?:#{1,6}\s+)?(?:[-*•‣◦▪►–—]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)/;
const hashHeading = /^\s*#{1,6}\s+/;
/** `Mara Voss: It is…`, `Q (Lake Radio): …`, `Q. …` and `Mara Voss – It is…`. A single colon in a text makes no conversation: see markTurns. */
const turnStart =
  /^(?:([\p{Lu}][\p{L}.'’-]*(?: [\p{Lu}][\p{L}.'’-]*){0,4})(?: \([^()\n]{1,50}\))?:|([\p{Lu}][\p{L}'’-]*\p{Ll}(?: [\p{Lu}][\p{L}'’-]*\p{Ll}){1,3}|Question|Answer|Reporter|Journalist|Moderator) [–—]|([QA])\.) +(?=\S)/u;

/** The blocks of a normalised text, in order. Blank lines make none. */
export function findBlocks(text: string, index: LayoutIndex): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    if (text.slice(start, end).trim() !== "")
      blocks.push({ kind: "paragraph", start, end, body: start + indent(text.slice(start, end)), heading: null, stem: null, speaker: null });
    start = end + 1;
  }
  markPage(text, blocks, index);
  markTurns(text, blocks);
  markTitle(text, blocks, index);
  markLists(text, blocks);
  markHeadings(text, blocks);
  markPullQuotes(text, blocks, index.speakerRoles);
  tieToHeadings(blocks);
  return blocks;
}

const indent = (line: string): number => line.length - line.trimStart().length;

/** Words of a line, told by the blanks between them; 1 for an empty line. */
function words(line: string): number {
  const bare = line.trim();
  let count = 1;
  for (let at = bare.indexOf(" "); at >= 0; at = bare.indexOf(" ", at + 1)) if (bare[at - 1] !== " ") count++;
  return count;
}

const lineOf = (text: string, block: Block): string => text.slice(block.start, block.end);
const endsSentence = (line: string): boolean => /[.!?…;,]["'”’)\]]*$/.test(line.trimEnd());

const firstPerson = /\b(?:we|i|our|my|us)\b/i;

function markTurns(text: string, blocks: Block[]): void {
  const named = new Map<string, number[]>();
  blocks.forEach((block, i) => {
    if (block.kind !== "paragraph") return;
    const match = turnStart.exec(text.slice(block.body, Math.min(block.end, block.body + 120)));
    if (!match) return;
    const name = (match[1] ?? match[2] ?? (match[3] as string)).toLowerCase();
    const turns = named.get(name);
    if (turns) turns.push(i);
    else named.set(name, [i]);
  });
  // "Transcript: the weekly briefing" heads a conversation and is none of its turns.
  const top = blocks.findIndex((block) => block.kind === "paragraph");
  for (const [name, at] of named) if (at.length === 1 && at[0] === top && !endsSentence(lineOf(text, blocks[top] as Block))) named.delete(name);
  const repeated = [...named.values()].filter((at) => at.length >= 2).length;
  const conversation = repeated >= 1 && [...named.values()].reduce((sum, at) => sum + at.length, 0) >= 3;
  if (!conversation) return;
  // "Q:" and "A:" with no "I" or "we" among them are an author's own questions and answers.
  const explains = [...named].every(([name, at]) => name.length === 1 && at.every((i) => !firstPerson.test(lineOf(text, blocks[i] as Block))));
  for (const at of named.values())
    for (const i of at) {
      const block = blocks[i] as Block;
      const match = turnStart.exec(text.slice(block.body, block.end)) as RegExpExecArray;
      if (!explains) block.kind = "turn";
      block.body += match[0].length;
    }
  let turn: number | null = null;
  blocks.forEach((block, i) => {
    if (block.kind === "turn") turn = i;
    else if (block.kind === "paragraph" && !/^[[(]/.test(text.slice(block.body, block.body + 1))) block.speaker = turn;
    else if (block.kind !== "boilerplate") turn = null;
  });
}

/** Lines with list marks, and lines closed by semicolons below a line that ends in a colon. */
function markLists(text: string, blocks: Block[]): void {
  let stem: number | null = null;
  let style = "";
  blocks.forEach((block, i) => {
    const line = lineOf(text, block);
    const next = blocks[i + 1];
    const open =
      block.kind === "paragraph" && (/[:：]\s*$/.test(line) || (next !== undefined && bullet.test(lineOf(text, next)) && announces(line.replace(bullet, ""))));
    if (block.kind !== "paragraph") {
      if (block.kind !== "boilerplate") stem = null;
      return;
    }
    const mark = bullet.exec(line);
    const before = blocks[i - 1];
    const below = stem !== null && before !== undefined && (before.kind === "item" || before.kind === "stem");
    const unmarked =
      below &&
      !mark &&
      (/;\s*$/.test(line) || (before.kind === "item" && /;\s*$/.test(lineOf(text, before))) || (before.kind === "stem" && /;\s*$/.test(line)));
    if (mark) block.body = block.start + mark[0].length;
    // A numbered line that is itself a long paragraph is prose with a number, unless it goes on with the marks of the list that a stem opened.
    const own = mark ? markStyle(mark[0]) : "";
    const inside = stem !== null && (before?.kind === "stem" || own === style);
    const prose = mark !== null && /^\s*\d/.test(line) && words(line) > 12 && !inside;
    if (((mark && !prose) || unmarked) && !open) {
      block.kind = "item";
      block.stem = stem;
      style = own;
    } else if (open) {
      block.kind = "stem";
      stem = i;
    } else stem = null;
  });
}

/** A line above a list that stops in the middle of a sentence ("The plan would") or ends in "the following". A heading is shorter, or ends in a capital. */
function announces(line: string): boolean {
  if (/\bfollowing\b[^.]{0,30}\.$/.test(line)) return true;
  return !endsSentence(line) && words(line) > 3 && /\s\p{Ll}+$/u.test(line) && /[.!?]\s|\b(?:would|will|to|that|and|also)$/.test(line);
}

/** Marks of one list are of one style: digits, letters, or the same sign. */
function markStyle(mark: string): string {
  const bare = mark.trim();
  return /\d/.test(bare) ? "digit" : /[a-z]/.test(bare) ? "letter" : bare;
}

/** Short lines without a full stop above prose or a list. */
function markHeadings(text: string, blocks: Block[]): void {
  blocks.forEach((block, i) => {
    if (block.kind !== "paragraph" && block.kind !== "stem") return;
    const line = lineOf(text, block).trim();
    const next = blocks.slice(i + 1, i + 3).find((b) => b.kind !== "boilerplate");
    const short = words(line) <= maxHeadingWords && line.length <= 140 && next !== undefined && !endsSentence(line.replace(/[“”"'?]+$/, ""));
    const heads = short && (block.kind === "stem" ? isLabel(line) : lineOf(text, next).length > line.length || next.kind === "item");
    if (hashHeading.test(line) || heads) block.kind = "heading";
  });
}

/** A heading governs what follows it until the next. */
function tieToHeadings(blocks: Block[]): void {
  let heading: number | null = null;
  blocks.forEach((block, i) => {
    if (block.kind === "heading") heading = i;
    else if (block.kind !== "title" && block.kind !== "boilerplate") block.heading = heading;
  });
}

/** A line such as "The north’s demands:" names a topic; "The north requires:" is a sentence that the list completes. */
function isLabel(line: string): boolean {
  return (
    /:\s*$/.test(line) &&
    words(line) <= 6 &&
    /^(?:[^\s]+[’']s?|(?:the )?(?:key|main|core))\s/i.test(line) &&
    !/\b(?:are|is|include|includes|requires?|wants?|demands? that)\b[^:]*:$/i.test(line)
  );
}

const speakerLine = /^(?:—|–|-)?\s*\p{Lu}[^!?:;]{3,90}$/u;

/** A sentence on a line of its own followed by a short line that names who said it. */
function markPullQuotes(text: string, blocks: Block[], roles: ReadonlySet<string>): void {
  blocks.forEach((block, i) => {
    const below = blocks[i + 1];
    if (block.kind !== "paragraph" || !below || (below.kind !== "paragraph" && below.kind !== "heading")) return;
    const line = lineOf(text, block).trim();
    const name = lineOf(text, below).trim();
    if (words(line) > 60 || !/[.!?]["”’]?$/.test(line) || !speakerLine.test(name) || words(name) > 10 || endsSentence(name)) return;
    const roleLine = name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => roles.has(word));
    if (!(roleLine && (firstPerson.test(line) || words(line) <= 30))) return;
    block.kind = "pullquote";
    block.speaker = i + 1;
    below.kind = "speaker";
  });
}

/** Kinds whose words can make facts. Titles and headings are read for actors and dates, not for positions of their own. */
export const prose: ReadonlySet<BlockKind> = new Set<BlockKind>(["paragraph", "stem", "item", "pullquote", "turn"]);
