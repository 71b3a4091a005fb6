// What stands between a cue and what it reports: times, places, hearers and asides, stepped over. Finds no content.
import { isDash } from "./ends.ts";
import { type Ground, isGenitive, isOpening, isTensed, isTime, lower, tagOf, together } from "./ground.ts";
import { nounPhraseRight } from "./noun-phrases.ts";

/** Words that open a question clause. */
export const questionWords = new Set(["whether", "how", "what", "why", "who", "when", "where", "which"]);

/** Longest hearer, in tokens: "told worshippers at the shrine, and a daily paper afterwards, that". */
const maxHearer = 16;

/** Where "that" comes behind a long hearer in whom nobody does anything; null where none does. */
export function thatBehind(g: Ground, from: number, end: number): number | null {
  for (let i = from + 1; i < Math.min(from + maxHearer, end - 1); i++) {
    if (g.marks[i] === 1 && !isOpening(g, i)) while (i < from + maxHearer && g.marks[i] !== 2) i++;
    if (lower(g, i) === "that" && !isTensed(g, i + 1)) return i;
    if (isTensed(g, i) || questionWords.has(lower(g, i)) || lower(g, i) === "to" || isOpening(g, i)) return null;
  }
  return null;
}

/** Tokens from a verb to the end of an aside between dashes. */
const maxAside = 40;

/** Skips "on Monday", "in a statement", "to reporters in the capital" up to what reports; null where nothing that reports comes. */
export function introduced(g: Ground, from: number, end: number): number | null {
  let j = from;
  for (let step = 0; step < 6 && j < end; step++) {
    const word = lower(g, j);
    if (
      (word === "that" && !(tagOf(g, j - 1) === "NOUN" && isTensed(g, j + 1))) ||
      word === "whether" ||
      word === ":" ||
      isOpening(g, j) ||
      (word === "," && isOpening(g, j + 1)) ||
      (word === "to" && tagOf(g, j + 1) === "VERB")
    )
      return j;
    // "voted 87-7 to"
    if (/^\d+[-–]\d+$/.test(word)) j++;
    else if (tagOf(g, j) === "NUM" && /^[-–]$/.test(lower(g, j + 1)) && tagOf(g, j + 2) === "NUM") j += 3;
    else if (isDash(g, j) && j > from) {
      // "complained at a hearing — the third of its kind — that"
      for (j++; j < Math.min(end, from + maxAside) && lower(g, j) !== word; ) j++;
      if (lower(g, j) !== word) return null;
      j++;
    } else if (word === ",") {
      const behind = apposed(g, j);
      // ", citing four sources," with no "that" behind it
      if (behind === null && tagOf(g, j + 1) === "VERB" && lower(g, j + 1).endsWith("ing")) return null;
      j = behind ?? j + 1;
    } else if (word === "out" || word === "up") j++;
    else if (tagOf(g, j) === "ADP" || word === "to" || word === "following" || word === "since") {
      const k = tagOf(g, j + 1) === "ADV" ? j + 2 : nounPhraseRight(g, j + 1, true);
      if (k === j + 1) return null;
      j = k;
    } else if (j > from && ["VERB", "NOUN"].includes(tagOf(g, j)) && lower(g, j + 1) === "that") {
      // "in his New Year address that"
      j++;
    } else if (isTime(g, j) || tagOf(g, j) === "ADV" || (tagOf(g, j) === "NUM" && isTime(g, j + 1))) j++;
    else if ((tagOf(g, j) === "VERB" && /(?:ed|en|wn|nt|ld|de|read|put)$/.test(lower(g, j))) || (tagOf(g, j) === "DET" && isTime(g, j + 1))) j++;
    else return null;
  }
  return null;
}

/** ", Ivo Marn, that", ", citing four sources, that", ", written by Ivo Marn, a mayor, that": index after what two commas enclose in which nobody does anything; null where none stands there. */
function apposed(g: Ground, comma: number): number | null {
  for (let i = comma + 1; i < comma + maxAside && together(g, i, comma); i++) {
    if (lower(g, i) === "," && lower(g, i + 1) === "that") return i + 1;
    const isParticiple = tagOf(g, i) === "VERB" && tagOf(g, i + 1) === "ADP" && lower(g, i - 1) === ",";
    if ((isTensed(g, i) && !isParticiple) || lower(g, i) === "that") return null;
  }
  return null;
}

/** Skips a time phrase: "on Monday", "last week", "earlier this year". */
export function afterTime(g: Ground, from: number, end: number): number {
  let j = from;
  if (
    (lower(g, j) === "on" || lower(g, j) === "in" || lower(g, j) === "late" || lower(g, j) === "earlier") &&
    (isTime(g, j + 1) || /^\d/.test(lower(g, j + 1)))
  )
    j++;
  if ((!isTime(g, j) && j === from) || (["this", "last", "next", "late", "early"].includes(lower(g, j)) && !isTime(g, j + 1))) return from;
  while (j < end && (isTime(g, j) || tagOf(g, j) === "NUM")) j++;
  return isGenitive(g, j) ? from : j;
}
