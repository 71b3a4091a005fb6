// What a source is: who can speak, whose entity it is, which kind of attribution it makes. Finds no sources.
import type { AttributionKind } from "../../domain/vocabulary.ts";
import type { Mention } from "../types.ts";
import { blockOf, type Ground, isGenitive, isNominal, isPossessive, isTime, lower, matchPhrase, type Stretch, tagOf } from "./ground.ts";

const people = new Set([
  "i",
  "we",
  "he",
  "she",
  "they",
  "you",
  "who",
  "everyone",
  "everybody",
  "someone",
  "nobody",
  "others",
  "those",
  "many",
  "some",
  "most",
  "both",
  "all",
  "few",
  "several",
  "none",
  "neither",
]);
const humanEnding = /(?:ists?|ians?|eers?|(?:[^aeiou]|[aeiou]t|[aeiou]d)ors?|[a-z]{3}ers|[a-z]{4}man|woman|men|women|people)$/;

/** Whether the source names somebody who can say or want something; with `things`, a law or a report too. */
export function canSpeak(g: Ground, source: Stretch, things: boolean): boolean {
  const head = headOf(g, source);
  const word = lower(g, head).replace(/^ex-/, "");
  if (people.has(word) || isPossessive(g, head)) return true;
  if (tagOf(g, head) === "NUM" || word === "%" || word === "half") return canSpeakAny(g, source, head);
  if (word === "it" || tagOf(g, head) === "PRON") return word === "it" && mentionsIn(g, source).length > 0;
  if ((tagOf(g, head) === "PROPN" && !inHeading(g, head)) || g.index.speakers.has(word) || g.index.outletNouns.has(word) || humanEnding.test(word)) return true;
  if (mentionsIn(g, source).some((mention) => mention.first <= head && head < mention.last && mention.form !== "adjective")) return true;
  return things && g.index.documents.has(word);
}

/** "three in four voters", "59 percent", "most of the ministers": people counted, where nothing else is named. */
function canSpeakAny(g: Ground, { first, last }: Stretch, head: number): boolean {
  let named = false;
  for (let i = first; i < last; i++)
    if (i !== head && isNominal(g, i) && tagOf(g, i) !== "NUM") {
      if (g.index.speakers.has(lower(g, i)) || humanEnding.test(lower(g, i)) || tagOf(g, i) === "PROPN") return true;
      named = true;
    }
  return !named;
}

/** Headings write every word with a capital, so that a capital names nobody there. */
const inHeading = (g: Ground, i: number): boolean => ["title", "heading"].includes(g.doc.blocks[blockOf(g, i)]?.kind ?? "");

/** The head of a noun phrase: its last noun before a comma, a preposition or a relative clause. */
export function headOf(g: Ground, { first, last }: Stretch): number {
  let head = first;
  for (let i = first; i < last; i++) {
    const { tag, lower: word } = g.tokens[i] as { tag: string; lower: string };
    // "a poll this month"
    if (isTime(g, i) && isNominal(g, head) && head < i && !isGenitive(g, i - 1)) break;
    if (isNominal(g, i) || tag === "PRON" || word === "%" || (tag === "ADJ" && !isNominal(g, head))) head = i;
    else if (isGenitive(g, i) || tag === "DET" || tag === "CCONJ" || word === "-" || word === '"' || tag === "ADV") continue;
    else if (head > first || isNominal(g, head)) break;
  }
  return head;
}

const mentionsIn = (g: Ground, { first, last }: Stretch): Mention[] => {
  const found: Mention[] = [];
  for (let i = first; i < last; i++) {
    const mention = g.cast.mentions[g.mentionFrom[i] ?? -1];
    if (mention && mention.last <= last) found.push(mention);
  }
  return found;
};

/**
 * The entity that speaks: the person named in the phrase, else the group or description that is its head, else the name that is. Null where the phrase names none.
 * A document speaks for whom it comes from ("a statement by the Palace").
 */
export function speakerOf(g: Ground, source: Stretch): string | null {
  const head = headOf(g, source);
  const owned = (mention: Mention): boolean => isGenitive(g, mention.last) && mention.last < source.last;
  const hanging = (mention: Mention): boolean => mention.first > source.first && tagOf(g, mention.first - 1) === "ADP";
  const mentions = mentionsIn(g, source).filter((mention) => mention.form !== "adjective" && !owned(mention));
  const free = mentions.filter((mention) => !hanging(mention));
  const onHead = mentions.filter((mention) => mention.first <= head && head < mention.last);
  const isPerson = (mention: Mention): boolean => g.cast.entities.get(mention.actor)?.kind === "person";
  const best =
    onHead.find((mention) => isPerson(mention) && mention.form === "name") ??
    free.find((mention) => isPerson(mention) && mention.form === "name" && !startsClause(g, source, mention)) ??
    onHead[0] ??
    free.find((mention) => mention.last > head && mention.first <= head + 1);
  if (best) return best.actor;
  if (g.index.documents.has(lower(g, head))) {
    const from = mentionsIn(g, source).find(
      (mention) =>
        mention.form !== "adjective" && (owned(mention) || ["by", "from", "of"].includes(lower(g, mention.first - 1)) || lower(g, mention.first - 2) === "by"),
    );
    return from?.actor ?? null;
  }
  return mouthOf(g, source, head) ?? apposed(g, source);
}

/** "Marn's office", "his government", "the movement's spokesman": a body or voice of the one whose it is. */
function mouthOf(g: Ground, source: Stretch, head: number): string | null {
  if (!g.index.mouthpieces.has(lower(g, head))) return null;
  const owner = mentionsIn(g, source).find(
    (mention) =>
      mention.last <= head && mention.form !== "adjective" && (isGenitive(g, mention.last) || (mention.form === "pronoun" && isPossessive(g, mention.first))),
  );
  return owner?.actor ?? null;
}

/** "Ivo Marn, the northern secretary, who was there, said": the phrase stands in apposition to the name before it. */
function apposed(g: Ground, { first }: Stretch): string | null {
  if (lower(g, first - 1) !== "," || !(tagOf(g, first) === "DET" || isPossessive(g, first))) return null;
  for (let i = first - 2; i >= first - 6; i--) {
    const mention = g.cast.mentions[g.mentionFrom[i] ?? -1];
    if (mention?.last === first - 1 && mention.form === "name") return g.cast.entities.get(mention.actor)?.kind === "person" ? mention.actor : null;
  }
  return null;
}

/** The name stands in a relative clause of the phrase, as somebody else. */
function startsClause(g: Ground, source: Stretch, mention: Mention): boolean {
  for (let i = source.first; i < mention.first; i++) if (["who", "which", "that", "whose", "and", "or"].includes(lower(g, i))) return true;
  return false;
}

/** The name of the outlet that the source is; null where it is none. "The newspaper Le Monde", "Channel 12", "The Atlantic", a known name. */
export function outletOf(g: Ground, source: Stretch): string | null {
  const head = headOf(g, source);
  for (let i = source.first; i < source.last; i++) {
    if (tagOf(g, i - 1) === "ADP" && i > source.first && !g.index.outletNouns.has(lower(g, head)) && !g.index.documents.has(lower(g, head))) break;
    const known = matchPhrase(g, i, g.index.outlets) ?? (lower(g, i) === "the" ? matchPhrase(g, i + 1, g.index.outlets) : null);
    if (known && known.last <= source.last && /^\p{Lu}/u.test(g.tokens[known.last - 1]?.text ?? "") && known.last > head - 3) {
      const next = g.tokens[known.last];
      if (next?.tag === "PROPN" && known.last < source.last) return capitals(g, known.last - 1, source);
      if (isGenitive(g, known.last) && known.last < source.last && !g.index.documents.has(lower(g, head))) return null;
      return known.value;
    }
  }
  for (let i = source.first; i < source.last; i++)
    if (g.index.outletNouns.has(lower(g, i)) && i <= head + 1) {
      const name =
        (/^\p{Lu}/u.test(g.tokens[i + 1]?.text ?? "") && i + 1 < source.last ? capitals(g, i + 1, source) : null) ??
        (i > source.first && /^\p{Lu}/u.test(g.tokens[i - 1]?.text ?? "") && tagOf(g, i - 1) === "PROPN" ? capitals(g, i - 1, source) : null);
      if (name) return name;
    }
  return null;
}

/** The run of capitalised words that holds token `at`, as it stands in the text. */
function capitals(g: Ground, at: number, { first, last }: Stretch): string {
  const capital = (i: number): boolean => /^[\p{Lu}\d]/u.test(g.tokens[i]?.text ?? "") && lower(g, i) !== "the";
  let from = at;
  let to = at + 1;
  while (from > first && capital(from - 1)) from--;
  while (to < last && (capital(to) || (lower(g, to) === "of" && capital(to + 1)) || lower(g, to) === "-")) to++;
  return g.doc.text.slice(g.tokens[from]?.start, g.tokens[to - 1]?.end);
}

/** GUIDE §4: quote before statement, officials, media, author; the first that fits. */
export function kindOf(g: Ground, source: Stretch | null, quoted: boolean, outlet: string | null, speaker: string | null): AttributionKind {
  if (!source) return quoted ? "quote" : "author";
  const who = core(g, source);
  const head = headOf(g, who);
  const word = lower(g, head);
  const media = outlet !== null || g.index.outletNouns.has(word) || g.index.hearsay.has(word);
  if (quoted && !media) return "quote";
  if (media) return "media";
  const entity = speaker === null ? undefined : g.cast.entities.get(speaker);
  // "According to them": the officials named before.
  if (tagOf(g, head) === "PRON" && entity?.kind === "group")
    return g.index.unnamed.has(entity.name.split(" ").at(-1)?.toLowerCase() ?? "") ? "officials" : "statement";
  const itself = entity?.kind !== "group" && mentionsIn(g, source).some((mention) => mention.actor === speaker && mention.first <= head && head < mention.last);
  const oneOfThem = who.first > source.first && ["NUM", "PRON"].includes(tagOf(g, head));
  return (oneOfThem || isUnnamed(g, who, head, source.last)) && !itself ? "officials" : "statement";
}

const counters = new Set(["one", "two", "three", "some", "several", "both", "many"]);

/** "one of the diplomats", "a diplomat who has seen it": the diplomats, and the diplomat alone. */
function core(g: Ground, { first, last }: Stretch): Stretch {
  const from = counters.has(lower(g, first)) && lower(g, first + 1) === "of" && last > first + 2 ? first + 2 : first;
  for (let i = from + 1; i < last; i++) if (["who", "which"].includes(lower(g, i))) return { first: from, last: i };
  return { first: from, last };
}

/** "its peace adviser", "the president's chief negotiator": whose and what for tell the one who holds the post. */
function isPost(g: Ground, { first }: Stretch, head: number): boolean {
  const owner = head - 2;
  if (owner < first || /[^s]s$/.test(lower(g, head)) || !(tagOf(g, head - 1) === "NOUN" || lower(g, head - 1) === "chief")) return false;
  return isPossessive(g, owner) || isGenitive(g, owner);
}
const indefinite = new Set(["a", "an", "one", "some", "several"]);

/** How far back, in tokens, "a diplomat" can stand for "the diplomat" to be the same. */
const recall = 600;

/** "the Norlandic official", where none was brought in as "an official" before: somebody named. */
function pointsToNamed(g: Ground, { first }: Stretch, head: number): boolean {
  const word = lower(g, head);
  if (lower(g, first) !== "the" || word.endsWith("s") || !g.index.unnamed.has(word) || word === "people" || word === "circle") return false;
  for (let i = first - 1; i >= Math.max(1, first - recall); i--)
    if (lower(g, i) === word) for (let k = i - 1; k >= Math.max(0, i - 4); k--) if (indefinite.has(lower(g, k))) return false;
  return true;
}

/** `end` is where the words that tell of the source end, its relative clause included. */
function isUnnamed(g: Ground, source: Stretch, head: number, end: number): boolean {
  if (isPost(g, source, head) || pointsToNamed(g, source, head)) return false;
  if (g.index.unnamed.has(lower(g, head))) {
    const next = lower(g, head + 1);
    if (g.index.bodies.has(lower(g, head)) && !indefinite.has(lower(g, source.first)) && tagOf(g, source.first) !== "NUM") return false;
    return !(g.tokens[head + 1]?.tag === "PROPN" && head + 1 < source.last) && !(next === "," && head + 1 < source.last && tagOf(g, head + 2) === "PROPN");
  }
  for (let i = source.first; i < end; i++) if (matchPhrase(g, i, g.index.unnamedPhrases)) return tagOf(g, head) !== "PROPN";
  return false;
}
