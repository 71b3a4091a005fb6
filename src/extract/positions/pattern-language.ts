// The small pattern language of frames.yaml, cues.yaml and modality.yaml, read into elements. Knows nothing of texts nor of what a pattern means.

/*
 * A pattern is words parted by blanks:
 *   cede territory      the second word follows the first; articles, adjectives, numbers, possessors may stand between
 *   rule_out            `_` allows nothing between
 *   plan _for|to        `_` before a word: nothing between it and the word before
 *   pull .. out         `..` allows up to six words between, inside one clause
 *   recognise <> borders  either order: "recognise the borders", "the borders are to be recognised"
 *   truce|ceasefire     one of several; each may hold `_`
 *   @forces             one of the word class `forces`
 *   =us                 this form alone; any other word of three letters or more also matches in its inflections
 *   firm?               may be missing
 *   <actor> <name> <number>   an actor's mention, a proper name or mention, a number
 */

export type Gap = "strict" | "loose" | "far" | "passive";

/**
 * Every form that some pattern knows, by number from 1; a token's forms are looked up once for all patterns. A form that a pattern wants as it
 * stands has a second number, under the form with a blank before it.
 */
export type Vocabulary = Map<string, number>;

/** The words that one token may be, by the numbers of their forms. */
export type Words = ReadonlySet<number>;

/** Alternatives, longest first; each a row of words. The same for the same words, so that it stands for them. */
export type Options = readonly (readonly Words[])[];

export interface Element {
  gap: Gap;
  optional: boolean;
  options: Options;
  slot: (typeof slots)[number] | null;
}

export type WordClasses = Readonly<Record<string, readonly string[]>>;

const slots = ["actor", "name", "number"] as const;

/**
 * A reader of patterns over `classes` that numbers their words in `vocabulary`. It answers the elements of a pattern in each order that it
 * allows, and throws an Error that names the pattern where it cannot be read or names an unknown class.
 */
export function patternReader(classes: WordClasses, vocabulary: Vocabulary): (pattern: string) => Element[][] {
  const known = new Map<string, Words>();
  const wordsOf = (word: string): Words => remembered(known, word, () => newWords(word, vocabulary));
  const expanded = new Map<string, Options>();
  /** Classes may name classes; each is expanded once. */
  const expand = (word: string, pattern: string): Options => {
    if (!word.startsWith("@")) return wordRows(word).map((row) => row.map(wordsOf));
    const members = classes[word.slice(1)];
    if (!members) throw new Error(`unknown word class ${word} in pattern: ${pattern}`);
    return remembered(expanded, word, () => compact(members.flatMap((member) => expand(member, word))));
  };
  const alternatives = new Map<string, Options>();
  const optionsOf = (body: string, pattern: string): Options =>
    remembered(alternatives, body, () =>
      compact(
        body
          .split("|")
          .filter((word) => !word.startsWith("<"))
          .flatMap((word) => expand(word, pattern)),
      ),
    );
  return (pattern) => readPattern(pattern, optionsOf);
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}

type OptionsOf = (body: string, pattern: string) => Options;

function readPattern(pattern: string, optionsOf: OptionsOf): Element[][] {
  const parts = pattern.split(" ");
  const swap = parts.indexOf("<>");
  const forward = readElements(
    parts.filter((part) => part !== "<>"),
    pattern,
    optionsOf,
  );
  if (swap < 0) return [forward];
  const left = readElements(parts.slice(0, swap), pattern, optionsOf);
  const right = readElements(parts.slice(swap + 1), pattern, optionsOf);
  const turned = left.map((element, k) => (k === 0 ? { ...element, gap: "passive" as const } : element));
  return [forward, [...right, ...turned]];
}

function readElements(parts: readonly string[], pattern: string, optionsOf: OptionsOf): Element[] {
  const elements: Element[] = [];
  let gap: Gap = "loose";
  for (const part of parts) {
    if (part === "..") {
      gap = "far";
      continue;
    }
    const optional = part.endsWith("?");
    const strict = part.startsWith("_");
    const body = part.slice(strict ? 1 : 0, optional ? -1 : undefined);
    const words = body.split("|");
    const slot = slots.find((name) => words.includes(`<${name}>`)) ?? null;
    const options = optionsOf(body, pattern);
    if (!slot && options.length === 0) throw new Error(`pattern has an empty part: ${pattern}`);
    elements.push({ gap: strict ? "strict" : gap, optional, options, slot });
    gap = "loose";
  }
  return elements;
}

/** One set for all single words, so that a class costs one look-up; rows of several words first. */
function compact(options: Options): Options {
  const single = options.filter((row) => row.length === 1).map((row) => row[0] as Words);
  const rows = options.filter((row) => row.length > 1).sort((a, b) => b.length - a.length);
  if (single.length === 0) return rows;
  if (single.length === 1) return [...rows, single];
  return [...rows, [new Set(single.flatMap((words) => [...words]))]];
}

/** "rule_out" -> two words. The tagger parts some hyphened words and leaves others whole, so both are taken. */
function wordRows(text: string): string[][] {
  const words = text.split("_");
  const parted = words.flatMap((word) => (word.length > 1 && !word.startsWith("=") ? word.split(/(-|(?='s$))/) : [word]));
  const rows = parted.length > words.length ? [parted, words] : [words];
  return rows.map((row) => row.filter((word) => word !== ""));
}

function newWords(word: string, vocabulary: Vocabulary): Words {
  if (!word.startsWith("=")) return new Set(formsOf(word).map((form) => numberOf(form, vocabulary)));
  const form = word.slice(1);
  numberOf(form, vocabulary);
  return new Set([numberOf(` ${form}`, vocabulary)]);
}

function numberOf(form: string, vocabulary: Vocabulary): number {
  return vocabulary.get(form) ?? vocabulary.set(form, vocabulary.size + 1).size;
}

/** A word and its regular inflections. */
function formsOf(word: string): string[] {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return [word];
  const forms = [word, /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`];
  if (word.endsWith("e")) forms.push(`${word}d`, `${word.slice(0, -1)}ing`);
  else if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ied`, `${word}ing`);
  else forms.push(`${word}ed`, `${word}ing`);
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(word)) forms.push(`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`);
  return forms;
}
