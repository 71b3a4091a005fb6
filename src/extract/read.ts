// The first stage: a normalised text becomes blocks, sentences, tokens and quotations. Changes no character.
import { findBlocks, type LayoutIndex } from "./blocks.ts";
import { retagged } from "./copies.ts";
import { findQuotes } from "./quotes.ts";
import { tag } from "./tagger.ts";
import type { Doc, Sentence, Tag, Token } from "./types.ts";

/** Longer runs without a blank are no words; the tagger's time grows with the square of a word's length, so it never sees them. */
const maxWord = 64;
/** Characters given to the tagger at once. Lines longer than this are cut at a blank. */
const maxChunk = 4000;
/** Tokens of the longest sentence; what goes on without a stop is cut, so that stages may compare the words of a sentence with one another. */
const maxSentence = 200;

/** Reads `text`, which must be in the normal form of `normaliseText`. Linear in its length. */
export function read(text: string, layout: LayoutIndex): Doc {
  const blocks = findBlocks(text, layout);
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  const folded = new Map<string, string>();
  blocks.forEach((block, b) => {
    if (block.kind === "boilerplate") return;
    const written = text.slice(block.body, block.end);
    const shielded = shield(written, layout.abbreviation);
    for (const chunk of chunksOf(shielded)) {
      const { words, numbers, starts, ends, tags, lemmas, sentences: firsts } = tag(chunk.line);
      const origin = block.body + chunk.start;
      firsts.forEach((first, s) => {
        const next = firsts[s + 1] ?? starts.length;
        for (let from = first; from < next; from += maxSentence) {
          const opens = tokens.length;
          for (let t = from; t < Math.min(next, from + maxSentence); t++) {
            const { start, end } = wholeMark(text, origin + (starts[t] as number), origin + (ends[t] as number));
            const seen = words[t] as string;
            const asSeen = shielded === written ? seen.length === end - start : seen === text.slice(start, end);
            const form = asSeen ? seen : text.slice(start, end);
            const tag = tags[t] as Tag;
            // A hyphen between blanks is a dash that somebody's keyboard lacked.
            const isDash = form === "-" && text[start - 1] === " " && text[end] === " ";
            const token: Token = {
              start,
              end,
              text: form,
              lower: isDash ? "–" : foldOnce(form, folded),
              word: asSeen && !isDash ? (numbers[t] as number) : -1,
              lemma: lemmas[t] as string,
              tag,
              sentence: sentences.length,
            };
            if ((tag === "PROPN" || tag === "NOUN") && isJoinedGenitive(form)) tokens.push(...cutGenitive(token));
            else if (tag === "PROPN" && joinedUn.test(form)) tokens.push(...cutUn(token));
            else tokens.push(token);
          }
          for (let i = opens + 1; i < tokens.length; i++)
            if (isParticiple(tokens, i, opens)) tokens[i] = retagged(tokens[i] as Token, "VERB", participles.get((tokens[i] as Token).lower));
          sentences.push({ start: (tokens[opens] as Token).start, end: (tokens.at(-1) as Token).end, first: opens, last: tokens.length, block: b });
        }
      });
    }
  });
  const quotes = findQuotes(tokens, blocks, (token) => (sentences[token.sentence] as Sentence).block);
  return { text, blocks, sentences, tokens, quotes };
}

/** Participles that the tagger takes for nouns behind those who do it, with the lemma of each. */
const participles: ReadonlyMap<string, string> = new Map([
  ["meeting", "meet"],
  ["gathering", "gather"],
]);
const singular: ReadonlySet<string> = new Set(["a", "an", "this", "that", "each", "every", "another", "one"]);

/** "leaders meeting in X called for": behind several people and before where they do so, and not "a leaders meeting in X". `opens` is the sentence's first token. */
function isParticiple(tokens: readonly Token[], i: number, opens: number): boolean {
  const { lower, tag } = tokens[i] as Token;
  if (tag !== "NOUN" || !participles.has(lower) || !["in", "at", "for", "on", "near"].includes(tokens[i + 1]?.lower ?? "")) return false;
  const people = tokens[i - 1] as Token;
  if (people.tag !== "NOUN" || !/[^s]s$/.test(people.lower)) return false;
  let k = i - 1;
  while (k > opens && /^(?:NOUN|PROPN|ADJ|NUM)$/.test((tokens[k - 1] as Token).tag)) k--;
  return !singular.has(tokens[k - 1]?.lower ?? "") && tokens.slice(i + 1).some((token) => token.tag === "VERB" || token.tag === "AUX");
}

/** The tagger leaves the genitive on its word before a comma or a full stop: "It is Marn's, …". */
function isJoinedGenitive(word: string): boolean {
  return word.length > 2 && (word.endsWith("'s") || word.endsWith("’s")) && /^\p{L}/u.test(word);
}

function cutGenitive({ start, end, text, lemma, tag, sentence }: Token): Token[] {
  const [base, mark] = [text.slice(0, -2), text.slice(-2)];
  const cut = start + base.length;
  return [
    { start, end: cut, text: base, lower: fold(base), word: -1, lemma: lemma.replace(/['’]s$/, ""), tag, sentence },
    { start: cut, end, text: mark, lower: fold(mark), word: -1, lemma: "'s", tag: "PART", sentence },
  ];
}

/** The tagger takes the name "UN" before a hyphen for the prefix of "unarmed", and leaves "UN-brokered" whole. */
const joinedUn = /^UN-\p{Ll}{3,}$/u;

function cutUn({ start, end, text, sentence }: Token): Token[] {
  const tagged = tag(text.slice(3));
  const part = (from: number, to: number, own: Tag, lemma: string): Token => {
    const form = text.slice(from, to);
    return { start: start + from, end: start + to, text: form, lower: fold(form), word: -1, lemma, tag: own, sentence };
  };
  return [part(0, 2, "PROPN", "un"), part(2, 3, "PUNCT", "-"), part(3, end - start, tagged.tags[0] as Tag, tagged.lemmas[0] as string)];
}

/** Lower case with straight apostrophes and quotation marks: the form in which the codebook's words are compared. */
export function fold(word: string): string {
  const low = word.toLowerCase();
  if (low === "``" || low === "''") return '"';
  return /[^\x00-\x7f]/.test(low) ? low.replace(/[’‘ʼ]/g, "'").replace(/[“”„«»]/g, '"') : low;
}

/** One string for each word, so that its hash is made once for all stages. */
function foldOnce(word: string, folded: Map<string, string>): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const low = fold(word);
  folded.set(word, low);
  return low;
}

/** Pieces of a line, each with its offset. */
function chunksOf(line: string): { start: number; line: string }[] {
  const chunks: { start: number; line: string }[] = [];
  let at = 0;
  while (line.length - at > maxChunk) {
    const window = line.slice(at, at + maxChunk);
    const cut = Math.max(window.lastIndexOf(". "), window.lastIndexOf("? "), window.lastIndexOf("! "));
    const blank = cut > maxChunk / 4 ? cut + 1 : window.lastIndexOf(" ");
    const next = blank > 0 ? at + blank : at + maxChunk;
    chunks.push({ start: at, line: line.slice(at, next) });
    at = next;
  }
  if (at < line.length) chunks.push({ start: at, line: line.slice(at) });
  return chunks;
}

/** Quotation marks typed as two characters are one token, of which the tagger has seen the inner one. */
function wholeMark(text: string, start: number, end: number): { start: number; end: number } {
  if (end - start !== 1) return { start, end };
  if (text[start] === "`" && text[start - 1] === "`") return { start: start - 1, end };
  if (text[start] !== "'") return { start, end };
  if (text[end] === "'") return { start, end: end + 1 };
  return text[start - 1] === "'" ? { start: start - 1, end } : { start, end };
}

/**
 * What the tagger sees: the same length, over-long runs blanked out, Latin letters without their marks, at which it would cut words, ``marks'' of two characters as one,
 * and no full stop of a shortened title or of an abbreviation in brackets, "(D-Wash.)", at which it would end the sentence;
 * the one behind "no" with no number after it ends one, and makes it no abbreviation.
 */
function shield(line: string, abbreviation: RegExp): string {
  let seen = line;
  if (/[\u00c0-\u024f\u1e00-\u1eff]/.test(seen))
    seen = seen.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => baseLetters[letter] ?? letter.normalize("NFD").charAt(0));
  if (seen.includes("``") || seen.includes("''")) seen = seen.replace(/``|''/g, (mark, at: number) => (mark === "``" || opensWords(line, at) ? " “" : "” "));
  if (seen.includes("(")) seen = seen.replace(/\(\p{Lu}[\p{L}.-]{0,12}\)/gu, (bracket) => bracket.replaceAll(".", " "));
  seen = seen.replace(abbreviation, "$1 ");
  seen = seen.replace(/\b(no)\.(?! *\d)/gi, "$1!");
  return hasLongRun(seen) ? seen.replace(/[^ ]{65,}/g, (run) => " ".repeat(run.length)) : seen;
}

/** Two single marks at `at` open a quotation where a blank or a bracket stands before and a word right after. */
const opensWords = (line: string, at: number): boolean => (at === 0 || /[\s([—–]/.test(line.charAt(at - 1))) && /[^\s']/.test(line.charAt(at + 2));

function hasLongRun(line: string): boolean {
  let from = 0;
  for (let at = line.indexOf(" "); at >= 0; at = line.indexOf(" ", from)) {
    if (at - from > maxWord) return true;
    from = at + 1;
  }
  return line.length - from > maxWord;
}

/** Letters that Unicode does not take apart into a base letter and a mark. */
const baseLetters: Record<string, string> = {
  ı: "i",
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ß: "s",
  æ: "a",
  Æ: "A",
  œ: "o",
  Œ: "O",
  þ: "t",
  Þ: "T",
  ð: "d",
  Ð: "D",
  ħ: "h",
  Ħ: "H",
};
