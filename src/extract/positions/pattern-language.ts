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

export const gaps = ["strict", "loose", "far", "passive"] as const;
export type Gap = (typeof gaps)[number];

/** The words of some patterns. All is by number, so that matching touches little memory. */
export interface Vocabulary {
  /** Every form that some pattern knows, from 1. A form that a pattern wants as it stands has a second number, under the form with a blank before it. */
  forms: Map<string, number>;
  /** The forms of each set of words of which one token may be one. */
  sets: number[][];
  /** Numbers of the sets that are one word in its forms. */
  words: Map<string, number>;
  /** Numbers of the sets that are several sets together. */
  unions: Map<string, number>;
}

/** Alternatives, longest first; each a row of sets of words. */
export type Options = readonly (readonly number[])[];

/** What one part of a pattern takes. */
export interface Element {
  gap: Gap;
  optional: boolean;
  options: Options;
  /** The set of all words with which one of many options begins, so that a token that is none of them costs one look; null where the options are few. */
  opener: number | null;
  slot: (typeof slots)[number] | null;
}

export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** More options than this are worth an `opener`. */
const few = 2;

export const slots = ["actor", "name", "number"] as const;

/**
 * A reader of patterns over `classes` that numbers their words in `vocabulary`. It answers the elements of a pattern in each order that it
 * allows, and throws an Error that names the pattern where it cannot be read or names an unknown class.
 */
export function patternReader(classes: WordClasses, vocabulary: Vocabulary): (pattern: string) => Element[][] {
  const setOf = (word: string): number => remembered(vocabulary.words, word, () => newSet(word, vocabulary));
  const expanded = new Map<string, Options>();
  /** Classes may name classes; each is expanded once. */
  const expand = (word: string, pattern: string): Options => {
    if (!word.startsWith("@")) return wordRows(word).map((row) => row.map(setOf));
    const members = classes[word.slice(1)];
    if (!members) throw new Error(`unknown word class ${word} in pattern: ${pattern}`);
    return remembered(expanded, word, () =>
      compact(
        members.flatMap((member) => expand(member, word)),
        vocabulary,
      ),
    );
  };
  const alternatives = new Map<string, Options>();
  const optionsOf = (body: string, pattern: string): Options =>
    remembered(alternatives, body, () =>
      compact(
        body
          .split("|")
          .filter((word) => !word.startsWith("<"))
          .flatMap((word) => expand(word, pattern)),
        vocabulary,
      ),
    );
  const openerOf = (options: Options): number | null => {
    if (options.length <= few) return null;
    return unionOf(
      options.map(([set]) => set as number),
      vocabulary,
    );
  };
  return (pattern) => readPattern(pattern, optionsOf, openerOf);
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}

type OptionsOf = (body: string, pattern: string) => Options;
type OpenerOf = (options: Options) => number | null;

function readPattern(pattern: string, optionsOf: OptionsOf, openerOf: OpenerOf): Element[][] {
  const parts = pattern.split(" ");
  const swap = parts.indexOf("<>");
  const forward = readElements(
    parts.filter((part) => part !== "<>"),
    pattern,
    optionsOf,
    openerOf,
  );
  if (swap < 0) return [forward];
  const left = readElements(parts.slice(0, swap), pattern, optionsOf, openerOf);
  const right = readElements(parts.slice(swap + 1), pattern, optionsOf, openerOf);
  const turned = left.map((element, k) => (k === 0 ? { ...element, gap: "passive" as const } : element));
  return [forward, [...right, ...turned]];
}

function readElements(parts: readonly string[], pattern: string, optionsOf: OptionsOf, openerOf: OpenerOf): Element[] {
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
    elements.push({ gap: strict ? "strict" : gap, optional, options, opener: openerOf(options), slot });
    gap = "loose";
  }
  return elements;
}

/** One set for all single words, so that a class costs one look-up; rows of several words first. */
function compact(options: Options, vocabulary: Vocabulary): Options {
  const single = options.flatMap((row) => (row.length === 1 ? row : []));
  const rows = options.filter((row) => row.length > 1).sort((a, b) => b.length - a.length);
  return single.length === 0 ? rows : [...rows, [unionOf(single, vocabulary)]];
}

/** The number of the set of all words of `sets`, of which there must be one at least. */
export function unionOf(sets: readonly number[], vocabulary: Vocabulary): number {
  const [first, ...others] = new Set(sets);
  if (others.length === 0) return first as number;
  return remembered(vocabulary.unions, [first, ...others].join(" "), () => {
    const forms = new Set(sets.flatMap((set) => vocabulary.sets[set] as number[]));
    return vocabulary.sets.push([...forms]) - 1;
  });
}

/** "rule_out" -> two words. The tagger parts some hyphened words and leaves others whole, so both are taken. */
function wordRows(text: string): string[][] {
  if (/^[a-z]+$/.test(text)) return [[text]];
  const words = text.split("_");
  const parted = words.flatMap((word) => (word.length > 1 && !word.startsWith("=") ? word.split(/(-|(?='s$))/) : [word]));
  const rows = parted.length > words.length ? [parted, words] : [words];
  return rows.map((row) => row.filter((word) => word !== ""));
}

function newSet(word: string, { forms, sets }: Vocabulary): number {
  const numberOf = (form: string): number => forms.get(form) ?? forms.set(form, forms.size + 1).size;
  if (!word.startsWith("=")) return sets.push(formsOf(word).map(numberOf)) - 1;
  const form = word.slice(1);
  numberOf(form);
  return sets.push([numberOf(` ${form}`)]) - 1;
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
