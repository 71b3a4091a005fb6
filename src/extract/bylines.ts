// Who signs a text: the names in a line of its page. Reads no prose.
import type { LayoutIndex } from "./blocks.ts";
import { dateOfLine } from "./published.ts";

/** What parts the particulars of a text: "12 May 2024 | Text: A. Writer · 3 min read", "Source: The Post  Author: A. Writer". */
const partMarks = /\s+[|·•—–]\s+|\s*[|·•]\s*|\s{2,}|\t/;
const between = /\s*[,;&]\s*(?:and\s+)?|\s+and\s+/;
const particles = "de|del|da|di|van|von|der|al|el|bin|ibn|la|le";
const personName = new RegExp(`^\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|${particles})){1,3}$`, "u");
const personNameInSmall =
  /^(?!.*\b(?:the|an?|of|on|our|its|their|his|her|no|all|had|has|is|was|were|will|to)\b)\p{Ll}[\p{L}.'’-]*(?: \p{Ll}[\p{L}.'’-]*){1,2}$/u;
const longestName = 60;

/** The names that stand after "By", "Text:" or the like in one of a line's parts; null where no part has such a word, or no person's name after it. */
export function namesAfterCue(line: string, index: LayoutIndex): string | null {
  for (const part of line.split(partMarks)) {
    const after = afterCue(part, index);
    const names = after === null ? [] : namesIn(after, index);
    if (names.length > 0) return joined(names);
  }
  return null;
}

/** The names in a line that holds nothing else but offices, places and a date; null for any other line. */
export function namesAlone(line: string, index: LayoutIndex): string | null {
  return isSignature(line, index) ? joined(namesIn(line, index)) : null;
}

/** "Ada Lind and Omar Voss in Harbourtown", "Ada Lind, Senior Fellow, 4 May 2025". */
export function isSignature(line: string, index: LayoutIndex): boolean {
  if (line.length > 2 * longestName || /[.!?:]$/.test(line)) return false;
  const pieces = line.split(partMarks).flatMap((part) => part.split(between));
  return nameOf(pieces[0] as string, index) !== null && pieces.every((piece) => nameOf(piece, index) !== null || isPlace(piece) || isParticular(piece, index));
}

/** Whether the line gives more of its author than the name: an office, the day, the minutes that the text takes. */
export function hasParticulars(line: string, index: LayoutIndex): boolean {
  return line
    .split(partMarks)
    .flatMap((part) => part.split(between))
    .some((piece) => isParticular(piece, index));
}

const isPlace = (piece: string): boolean => /^(?:in )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2}$/u.test(piece);

function isParticular(piece: string, { authorRoles }: LayoutIndex): boolean {
  const words = piece.toLowerCase().split(/\s+/);
  return dateOfLine(piece) !== null || words.some((word) => authorRoles.has(word)) || /^\d+ min/.test(piece);
}

/** Names of "(Reporting by A. Writer in Harbourtown; editing by …)" or "(Reporter: A. Writer)" in a line; null where it has none. */
export function namesInBrackets(line: string, index: LayoutIndex): string | null {
  for (const [, inside] of line.slice(0, 400).matchAll(/\(([^()\n]{4,160})\)/g)) {
    const after = afterCue((inside as string).split(/[;.] /, 1)[0] as string, index);
    const names = after === null ? [] : namesIn(after, index);
    if (names.length > 0) return joined(names);
  }
  return null;
}

function afterCue(part: string, { layout: { byline } }: LayoutIndex): string | null {
  const low = part.toLowerCase();
  let cue = "";
  for (const word of byline) if (word.length > cue.length && low.startsWith(word) && !/[\p{L}]/u.test(low[word.length] ?? " ")) cue = word;
  return cue === "" ? null : part.slice(cue.length).replace(/^[\s:]+/, "");
}

const namesIn = (text: string, index: LayoutIndex): string[] => {
  const small = text === text.toLowerCase();
  return (text.split(partMarks)[0] as string).split(between).flatMap((piece) => nameOf(piece, index, small) ?? []);
};
const joined = (names: readonly string[]): string => (names.length < 2 ? (names[0] as string) : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

/** A piece's name without its office and place, capitals made small; null where it names no person. */
function nameOf(piece: string, index: LayoutIndex, small = false): string | null {
  const bare = piece
    .replace(/\([^)]*\)/g, "")
    .replace(/\s(?:in|at|for|from|reports)\s.*$/i, "")
    .trim()
    .split(/\s+/);
  while (bare.length > 2 && index.authorRoles.has((bare[0] as string).toLowerCase())) bare.shift();
  const name = bare.join(" ");
  if (name.length > longestName || !(personName.test(name) || (small && personNameInSmall.test(name)))) return null;
  const parts = name.toLowerCase().split(/[\s.]+/);
  if (parts[0] === "the" || parts.some((word) => index.notNames.has(word))) return null;
  return /\p{Ll}/u.test(name) ? name : name.replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase());
}
