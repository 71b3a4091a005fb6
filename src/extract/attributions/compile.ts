// attribution.yaml made ready for lookup by word. Holds no rule of grammar.
import type { AttributionLanguage, Complement, CueSense } from "../../domain/codebook/attribution.ts";
import { byWord } from "../by-word.ts";
import type { Token } from "../types.ts";

export type VerbForm = "base" | "s" | "past" | "ing";

/** One verb with its particle or preposition; the same verb of several classes is one cue with the complements of all. */
export interface VerbCue {
  verb: string;
  /** The words after the first: `["out", "against"]`. */
  rest: readonly string[];
  takes: ReadonlySet<Complement>;
  senses: ReadonlySet<CueSense>;
}

export interface WordCue {
  sense: CueSense;
  /** What may introduce the content: that, to, whether, or a preposition. */
  with: ReadonlySet<string>;
}

export interface AttributionIndex {
  /** Whether a cue can begin with the token: one with which none can needs no rule. */
  starts: (token: Token) => boolean;
  /** By any form of the verb's first word; cues with more words first. */
  verbs: ReadonlyMap<string, { form: VerbForm; cues: readonly VerbCue[] }>;
  /** By first word; longer phrases first. */
  nouns: ReadonlyMap<string, readonly Phrase<WordCue>[]>;
  adjectives: ReadonlyMap<string, readonly Phrase<WordCue>[]>;
  beforeSource: ReadonlyMap<string, readonly Phrase<true>[]>;
  notCues: ReadonlyMap<string, readonly Phrase<true>[]>;
  unnamedPhrases: ReadonlyMap<string, readonly Phrase<true>[]>;
  outlets: ReadonlyMap<string, readonly Phrase<string>[]>;
  viewNouns: ReadonlySet<string>;
  doubtingAdverbs: ReadonlySet<string>;
  doubtingPassives: ReadonlySet<string>;
  lightVerbs: ReadonlySet<string>;
  unnamed: ReadonlySet<string>;
  hearsay: ReadonlySet<string>;
  aspectVerbs: ReadonlySet<string>;
  clingingAdjectives: ReadonlySet<string>;
  outletNouns: ReadonlySet<string>;
  documents: ReadonlySet<string>;
  speakers: ReadonlySet<string>;
  occasions: ReadonlySet<string>;
  turns: ReadonlySet<string>;
  bodies: ReadonlySet<string>;
  mouthpieces: ReadonlySet<string>;
  crowds: ReadonlySet<string>;
  /** In the infinitive. */
  heardVerbs: ReadonlySet<string>;
  /** Participles. */
  heard: ReadonlySet<string>;
  timeWords: ReadonlySet<string>;
}

/** A phrase of several words with what it stands for. */
export interface Phrase<Value> {
  words: readonly string[];
  value: Value;
}

export function compileAttributions(language: AttributionLanguage): AttributionIndex {
  const plural = (nouns: readonly string[]): Set<string> => new Set(nouns.flatMap((noun) => [noun, `${noun}s`, noun.replace(/y$/, "ies")]));
  const words = (classes: AttributionLanguage["nouns"], plurals: boolean) => byFirstWord([...mergedWords(classes, plurals)]);
  const flags = (phrases: readonly string[]) => byFirstWord(phrases.map((phrase) => [phrase, true] as const));
  const verbs = compileVerbs(language);
  const nouns = words(language.nouns, true);
  const adjectives = words(language.adjectives, false);
  const beforeSource = flags(language.before_source);
  const starters = new Set([
    ...verbs.keys(),
    ...nouns.keys(),
    ...adjectives.keys(),
    ...beforeSource.keys(),
    ...language.doubting_adverbs,
    "in",
    "to",
    "by",
    "for",
  ]);
  return {
    starts: byWord((word) => starters.has(word)),
    verbs,
    nouns,
    adjectives,
    beforeSource,
    notCues: flags(language.not_cues),
    unnamedPhrases: flags(language.unnamed_phrases),
    outlets: byFirstWord(language.outlets.map((name) => [name.toLowerCase(), name] as const)),
    viewNouns: new Set(language.view_nouns),
    doubtingAdverbs: new Set(language.doubting_adverbs),
    doubtingPassives: new Set(language.doubting_passives),
    lightVerbs: new Set(language.light_verbs),
    unnamed: plural(language.unnamed),
    hearsay: new Set(language.hearsay),
    aspectVerbs: new Set(language.aspect_verbs),
    clingingAdjectives: new Set(language.clinging_adjectives),
    outletNouns: plural(language.outlet_nouns),
    documents: plural(language.document_nouns),
    speakers: plural([...language.speakers, ...language.unnamed]),
    occasions: plural(language.occasions),
    turns: new Set(language.turns),
    bodies: plural(language.bodies),
    mouthpieces: new Set(language.mouthpieces),
    crowds: new Set(language.crowds),
    heardVerbs: new Set(language.heard),
    heard: new Set(
      language.heard.flatMap((verb) => [...formsOf(verb, language.irregular[verb] ?? [])].flatMap(([word, form]) => (form === "past" ? [word] : []))),
    ),
    timeWords: new Set(language.time_words),
  };
}

function mergedWords(classes: AttributionLanguage["nouns"], plurals: boolean): Map<string, WordCue> {
  const merged = new Map<string, WordCue>();
  for (const { words, with: introducers, sense } of classes)
    for (const word of words.flatMap((noun) => (plurals ? [noun, noun.endsWith("y") ? noun.replace(/y$/, "ies") : `${noun}s`] : [noun]))) {
      const known = merged.get(word);
      merged.set(word, { sense: known?.sense ?? sense, with: new Set([...(known?.with ?? []), ...introducers]) });
    }
  return merged;
}

function byFirstWord<Value>(entries: readonly (readonly [string, Value])[]): Map<string, Phrase<Value>[]> {
  const index = new Map<string, Phrase<Value>[]>();
  for (const [phrase, value] of entries) {
    const words = phrase.split(/[ ]|(?<=\w)(?=')|(?=-)|(?<=-)/).filter((word) => word !== "");
    const first = words[0] as string;
    index.set(
      first,
      [...(index.get(first) ?? []), { words, value }].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return index;
}

function compileVerbs(language: AttributionLanguage): AttributionIndex["verbs"] {
  const cues = new Map<string, VerbCue>();
  for (const { verbs, takes, sense } of language.verbs)
    for (const phrase of verbs) {
      const known = cues.get(phrase);
      const [verb, ...rest] = phrase.split(" ") as [string, ...string[]];
      cues.set(phrase, { verb, rest, takes: new Set([...(known?.takes ?? []), ...takes]), senses: new Set([...(known?.senses ?? []), sense]) });
    }
  const index = new Map<string, { form: VerbForm; cues: VerbCue[] }>();
  for (const cue of cues.values())
    for (const [word, form] of formsOf(cue.verb, language.irregular[cue.verb] ?? [])) {
      const entry = index.get(word) ?? { form, cues: [] };
      entry.cues.push(cue);
      entry.cues.sort((a, b) => b.rest.length - a.rest.length);
      index.set(word, entry);
    }
  return index;
}

/** The forms of a verb. Irregular ones ending in -ing and -s are what they look like, all others past forms or participles. */
function formsOf(verb: string, irregular: readonly string[]): Map<string, VerbForm> {
  const stem = verb.replace(/e$/, "");
  const y = /[^aeiou]y$/.test(verb);
  const forms = new Map<string, VerbForm>([
    [verb, "base"],
    [y ? verb.replace(/y$/, "ies") : /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`, "s"],
    [`${verb.endsWith("ee") ? verb : stem}ing`, "ing"],
  ]);
  // "let", "bet": the base stands for the past too, and for want of a better sign is taken for it.
  if (irregular.includes(verb)) forms.set(verb, "past");
  for (const word of irregular) if (!forms.has(word)) forms.set(word, word.endsWith("ing") ? "ing" : word.endsWith("s") ? "s" : "past");
  if (/[aeiou]l$/.test(verb)) forms.set(`${verb}ling`, "ing").set(`${verb}led`, "past").set(`${verb}ed`, "past");
  if (![...forms.values()].includes("past")) forms.set(y ? verb.replace(/y$/, "ied") : `${stem}ed`, "past");
  return forms;
}
