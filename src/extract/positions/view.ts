// One text made ready for the positions stage: which mention each token belongs to, and what the patterns find in a sentence. Decides nothing about stances.
import { type Frame, frameKinds } from "../../domain/codebook/frames.ts";
import { spanning } from "../copies.ts";
import type { Cast, Doc, Mention, Sentence, Token } from "../types.ts";
import type { ConditionRef, CueRef, Entry, Phrase, PhraseKind, PositionIndex } from "./compile.ts";
import type { Paper } from "./papers.ts";
import { findPatterns, type Match, type Numbered, numbered, withValue } from "./patterns.ts";
import { setOf } from "./sets.ts";
import type { Trace } from "./trace.ts";

/** plan: a paper holds it, and so whoever put it forward. speaker: "we", "I". none: the clause names nobody. */
export interface Holder {
  via: "actor" | "both" | "speaker" | "plan" | "none";
  actors: string[];
  /** First token of the words that name it; null where none do. */
  token: number | null;
}

export const nobody: Holder = { via: "none", actors: [], token: null };

export interface View {
  doc: Doc;
  cast: Cast;
  index: PositionIndex;
  words: Numbered;
  /** For each token the outermost mention that holds it, or undefined. */
  mentionAt: (Mention | undefined)[];
  /** For each token whether it stands inside a quotation that is speech. */
  quoted: Uint8Array;
  /** For each token whether it stands between quotation marks of any kind. */
  marked: Uint8Array;
  /** Kept up to date while the sentences are gone through. */
  before: Before;
  /** Groups inside a group mention: "negotiators from the two capitals" are two. */
  parts: ReadonlyMap<Mention, readonly Mention[]>;
  /** The mentions that end in a noun, by that noun: "leaders" for "northern leaders". In text order. */
  byNoun: ReadonlyMap<string, readonly Mention[]>;
  trace: Trace | undefined;
}

/** What the sentence before had for its subject. */
export interface Before {
  /** A paper, so that "it" is that paper. */
  paper: boolean;
  /** The state or organisation that last acted; null where none did. */
  actor: string | null;
  /** Not the sentence's but the text's: what several signed last. */
  signed: Paper | null;
  /** Several actors, so that "they" are those. */
  several: Holder;
}

export interface Marks {
  sentence: Sentence;
  before: Before;
  cues: Match<CueRef>[];
  frames: Match<Frame>[];
  conditions: Match<ConditionRef>[];
  phrases: ReadonlyMap<PhraseKind, Match<Phrase>[]>;
}

export function viewOf(doc: Doc, cast: Cast, index: PositionIndex, trace?: Trace): View {
  const mentionAt: (Mention | undefined)[] = new Array(doc.tokens.length);
  const mentions = cast.mentions.map((m) => trimmed(doc, m));
  for (const mention of mentions) {
    for (let i = mention.first; i < mention.last; i++) {
      const known = mentionAt[i];
      if (!known || mention.last - mention.first > known.last - known.first) mentionAt[i] = mention;
    }
  }
  const quoted = new Uint8Array(doc.tokens.length);
  const marked = new Uint8Array(doc.tokens.length);
  const isTurn = doc.blocks.map(({ kind, speaker }) => kind === "turn" || (speaker !== null && doc.blocks[speaker]?.kind === "turn"));
  for (const { first, last, block } of doc.sentences) if (isTurn[block]) quoted.fill(1, first, last);
  for (const { first, last, scare } of doc.quotes) {
    marked.fill(1, first, last);
    if (!scare) quoted.fill(1, first, last);
  }
  return {
    doc,
    cast,
    index,
    words: numbered(doc.tokens, index.patterns),
    mentionAt,
    quoted,
    marked,
    before: { paper: false, actor: null, signed: null, several: nobody },
    parts: partsOf(doc, mentions),
    byNoun: byNounOf(doc, mentions),
    trace,
  };
}

function byNounOf({ tokens }: Doc, mentions: readonly Mention[]): Map<string, Mention[]> {
  const byNoun = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (!mention.acts || mention.last - mention.first < 2) continue;
    const { lower, tag } = tokens[mention.last - 1] as Token;
    if (tag !== "NOUN" && tag !== "PROPN") continue;
    const known = byNoun.get(lower);
    if (known) known.push(mention);
    else byNoun.set(lower, [mention]);
  }
  return byNoun;
}

function partsOf({ tokens }: Doc, mentions: readonly Mention[]): Map<Mention, Mention[]> {
  const parts = new Map<Mention, Mention[]>();
  const named = mentions.filter(({ form }) => form === "group" || form === "name").sort((a, b) => a.first - b.first || b.last - a.last);
  let outer: Mention | undefined;
  for (const mention of named) {
    const isGroup = mention.form === "group";
    if (!outer || mention.first >= outer.last) outer = isGroup ? mention : outer;
    else if (mention.actor !== outer.actor && (isGroup || isJoinedName(tokens, mention, outer))) parts.set(outer, [...(parts.get(outer) ?? []), mention]);
  }
  return parts;
}

/** "northern and southern negotiators", where the codebook knows "southern negotiators" by that name. */
const isJoinedName = (tokens: readonly Token[], { first, last }: Mention, outer: Mention): boolean =>
  last === outer.last && last - first > 1 && tokens[first - 1]?.lower === "and";

/** Without the comma or stop that a name may have swallowed. */
function trimmed(doc: Doc, mention: Mention): Mention {
  let last = mention.last;
  while (last - 1 > mention.first && /^[,.;:]$/.test((doc.tokens[last - 1] as Token).text)) last--;
  return last === mention.last ? mention : spanning(mention, mention.first, last, mention.acts);
}

const none: readonly never[] = [];

/** Everything that the codebook's patterns find in `sentence`. */
export function marksOf(view: View, sentence: Sentence): Marks {
  const { index, mentionAt, words } = view;
  const cues: Match<CueRef>[] = [];
  const frames: Match<Frame>[] = [];
  const conditions: Match<ConditionRef>[] = [];
  const phrases = new Map<PhraseKind, Match<Phrase>[]>();
  const masked = new Set<number>();
  for (const match of findPatterns(words, sentence.first, sentence.last, index.patterns, (i) => mentionAt[i] !== undefined)) {
    const { value: entry } = match;
    if ((entry.kind === "cue" || entry.kind === "frame") && isInName(view, match)) continue;
    if (entry.kind === "frame" && isTailOfCompound(view.doc.tokens, match.first)) continue;
    if (entry.kind === "cue") cues.push(withValue(match, entry.value));
    else if (entry.kind === "frame") frames.push(withValue(match, entry.value));
    else if (entry.kind === "condition") conditions.push(withValue(match, entry.value));
    else if (entry.kind === "not_cue") for (const i of match.at) masked.add(i);
    else {
      const known = phrases.get(entry.value.kind);
      if (known) known.push(withValue(match, entry.value));
      else phrases.set(entry.value.kind, [withValue(match, entry.value)]);
    }
  }
  return {
    sentence,
    before: view.before,
    phrases,
    cues: cues.filter((match) => !liesIn(match, masked) && !isTitle(view, sentence, match)),
    frames: bestOfKinds(phrases.has("not_frame") ? without(frames, covered(phrases, "not_frame")) : frames),
    conditions: best(conditions),
  };
}

function liesIn({ at }: Match<unknown>, tokens: ReadonlySet<number>): boolean {
  return tokens.size > 0 && at.every((i) => tokens.has(i));
}

function without<T>(matches: readonly Match<T>[], tokens: ReadonlySet<number>): Match<T>[] {
  return matches.filter((match) => !liesIn(match, tokens));
}

/** Frames of one kind share no words; in text order. */
function bestOfKinds(frames: Match<Frame>[]): Match<Frame>[] {
  if (areApart(frames)) return frames;
  return frameKinds.flatMap((kind) => best(frames.filter(({ value }) => value.kind === kind))).sort((a, b) => a.first - b.first);
}

/** "Rapid Assault Forces", "Joint Relief Board": words inside a name of several words want nothing. */
function isInName({ doc, mentionAt }: View, { at }: Match<Entry>): boolean {
  return at.every((i) => {
    const mention = mentionAt[i];
    const named = mention?.form === "name" || (mention?.form === "group" && i > mention.first);
    return named && mention.last - mention.first > 1 && /^[A-Z]/.test((doc.tokens[i] as Token).text);
  });
}

/** "army-backed", "Norish-proposed": the second half of a compound tells of no act. */
function isTailOfCompound(tokens: readonly Token[], i: number): boolean {
  const hyphen = tokens[i - 1];
  return hyphen?.text === "-" && hyphen.end === tokens[i]?.start && hyphen.start === tokens[i - 2]?.end;
}

/** "Special Representative for Economic Cooperation": capitals in running text make a name, and names want nothing. */
function isTitle({ doc }: View, sentence: Sentence, match: Match<CueRef>): boolean {
  const { at, first } = match;
  const kind = doc.blocks[sentence.block]?.kind;
  if (at.length < 2 || first === sentence.first || kind === "title" || kind === "heading" || kind === "item") return false;
  return (
    at.every((i) => /^[A-Z]/.test((doc.tokens[i] as Token).text)) &&
    at.some((i) => /[a-z]/.test((doc.tokens[i] as Token).text)) &&
    isPartOfName(doc, match) &&
    !isHeadline(doc, sentence)
  );
}

/** Every longer word begins with a capital. */
function isHeadline({ tokens }: Doc, { first, last }: Sentence): boolean {
  return tokens.slice(first, last).every(({ text }) => !/^[a-z]{5}/.test(text));
}

/** Does the run of capitals go on beside the words? */
function isPartOfName({ tokens }: Doc, { first, last }: Match<CueRef>): boolean {
  const before = ["of", "for", "and"].includes(tokens[first - 1]?.lower ?? "") ? first - 2 : first - 1;
  const after = ["of", "for", "and"].includes(tokens[last]?.lower ?? "") ? last + 1 : last;
  return [before, after].some((i) => /^[A-Z][a-z]/.test(tokens[i]?.text ?? ""));
}

/** Tokens that phrases of a kind cover. */
export function covered(phrases: Marks["phrases"], kind: PhraseKind): ReadonlySet<number> {
  return setOf((phrases.get(kind) ?? none).flatMap((phrase) => phrase.at));
}

export function phrasesOf(marks: Marks, kind: PhraseKind): readonly Match<Phrase>[] {
  return marks.phrases.get(kind) ?? none;
}

/** Of matches that share words, those with most words; in text order. */
function best<T>(matches: Match<T>[]): Match<T>[] {
  if (areApart(matches)) return matches;
  const taken = new Set<number>();
  return [...matches]
    .sort((a, b) => b.at.length - a.at.length || a.first - b.first)
    .filter((match) => {
      if (match.at.some((i) => taken.has(i))) return false;
      for (const i of match.at) taken.add(i);
      return true;
    })
    .sort((a, b) => a.first - b.first);
}

/** Whether each ends before the next begins, as most do: nothing has to be chosen or put in order. */
function areApart(matches: readonly Match<unknown>[]): boolean {
  for (let k = 1; k < matches.length; k++) if ((matches[k - 1] as Match<unknown>).last > (matches[k] as Match<unknown>).first) return false;
  return true;
}
