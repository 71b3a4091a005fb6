// What is known of a single word apart from its place in the text: its keys, its shape, the lists that hold it.
import type { Token } from "../types.ts";
import type { CastIndex, PhraseEntry } from "./compile.ts";
import { keysOf } from "./forms.ts";
import type { NameEntry } from "./known-names.ts";
import { descend, type Node } from "./trie.ts";

/** Lists of the codebook that a word stands in. */
export const Flag = {
  role: 1,
  modifier: 2,
  honorific: 4,
  particle: 8,
  notName: 16,
  speech: 32,
  placeAfter: 64,
  placeBefore: 128,
  motion: 256,
  venue: 512,
  english: 1024,
  otherHead: 2048,
  groupModifier: 4096,
  roleVerb: 8192,
  stance: 16384,
  armed: 32768,
  body: 65536,
  given: 131072,
  givenPlace: 262144,
  introducer: 524288,
  speaksFor: 1048576,
  stateRole: 2097152,
  ownRole: 4194304,
  land: 8388608,
  stateThing: 16777216,
  sideVerb: 33554432,
} as const;

/** Words that are no one's name, however they are written. */
export const namesNobody =
  Flag.role |
  Flag.modifier |
  Flag.honorific |
  Flag.notName |
  Flag.otherHead |
  Flag.groupModifier |
  Flag.english |
  Flag.armed |
  Flag.body |
  Flag.introducer |
  Flag.placeAfter;

export interface Word {
  keys: readonly string[];
  /** Where the word leads in the tree of names and of phrases; null where nothing begins with it. */
  name: Node<NameEntry> | null;
  phrase: Node<PhraseEntry> | null;
  flags: number;
  /** The first letter is a capital. */
  capital: boolean;
  /** Two letters or more, all capitals. */
  upper: boolean;
  alphabetic: boolean;
  /** What the third-person pronoun can stand for; null where the word is none. */
  pronoun: Pronoun | null;
}

export type Pronoun = "he" | "she" | "it" | "they";
const pronouns: ReadonlyMap<string, Pronoun> = new Map<string, Pronoun>([
  ["he", "he"],
  ["him", "he"],
  ["his", "he"],
  ["himself", "he"],
  ["she", "she"],
  ["her", "she"],
  ["herself", "she"],
  ["it", "it"],
  ["its", "it"],
  ["itself", "it"],
  ["they", "they"],
  ["them", "they"],
  ["their", "they"],
]);

/** Words kept for later texts; some tens of articles have so many. */
const most = 20_000;

/** What is known of words, by their numbers. */
export interface KnownWords {
  words: (Word | undefined)[];
  count: number;
}

/** Room for the numbers of the tagger's own words at once: an array that grew by leaps would become a slow one. */
export const noWords = (): KnownWords => ({ words: new Array(1 << 17), count: 0 });

/** The words of `tokens`, each distinct spelling looked up once: what is known of a word is the same in every text. */
export function wordsOf(tokens: readonly Token[], index: CastIndex): Word[] {
  const { known } = index;
  if (known.count > most) Object.assign(known, noWords());
  const unnumbered = new Map<string, Word>();
  return tokens.map((token) => {
    const old = token.word < 0 ? unnumbered.get(token.text) : known.words[token.word];
    if (old) return old;
    const word = wordOf(token.text, token.lower, index);
    if (token.word < 0) unnumbered.set(token.text, word);
    else {
      known.words[token.word] = word;
      known.count++;
    }
    return word;
  });
}

/** "vice-admiral" is a role as "admiral" is. */
function compoundRole(lower: string, index: CastIndex): number {
  const behind = lower.lastIndexOf("-") + 1;
  return behind === 0 ? 0 : (index.flags.get(lower.slice(behind)) ?? 0) & Flag.role;
}

function wordOf(text: string, lower: string, index: CastIndex): Word {
  const keys = keysOf(text);
  const first = text[0] as string;
  return {
    keys,
    name: keys.length > 0 ? index.names.under(keys) : null,
    phrase: keys.length > 0 ? descend(index.phrases, keys) : null,
    flags: index.flags.get(lower.replace(/\.$/, "")) ?? compoundRole(lower, index),
    capital: first !== first.toLowerCase(),
    upper: text.length > 1 && text === text.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(text),
    alphabetic: /\p{L}/u.test(first),
    pronoun: pronouns.get(lower) ?? null,
  };
}
