// Tags that the tagger gets wrong around cues, set right: "fear" and "claims" as nouns where they are verbs, "that" before a noun, "last" as a verb. Finds no cue.
import { retagged } from "../copies.ts";
import type { Token } from "../types.ts";
import type { AttributionIndex, VerbForm } from "./compile.ts";

/** Words for people or things that need no noun: "some", "both". */
export const standAlone = new Set([
  "this",
  "that",
  "these",
  "those",
  "some",
  "many",
  "both",
  "all",
  "most",
  "others",
  "few",
  "several",
  "none",
  "another",
  "each",
  "either",
  "neither",
  "one",
]);

/** The tokens with tags mended where the words around leave no doubt; the same objects where nothing changes. Linear in their number. */
export function retag(tokens: readonly Token[], index: AttributionIndex): Token[] {
  const mended = [...tokens];
  for (let i = 0; i < mended.length; i++) {
    const token = mended[i] as Token;
    const tag = tagFor(mended, i, index);
    if (tag !== token.tag) mended[i] = retagged(token, tag);
  }
  return mended;
}

const nominal = new Set(["NOUN", "PROPN", "NUM", "X", "SYM"]);
const objectPronouns = new Set(["him", "them", "us", "me", "it", "you", "everyone", "everybody", "anyone", "nobody"]);

function tagFor(tokens: readonly Token[], i: number, index: AttributionIndex): Token["tag"] {
  const { tag, lower, text } = tokens[i] as Token;
  const before = beside(tokens, i, -1);
  const next = beside(tokens, i, 1);
  const that = lower === "that" ? tagOfThat(tokens, i, index) : tag;
  if (that !== tag) return that;
  if (lower === "last" && tag === "VERB" && next && index.timeWords.has(next.lower)) return "ADJ";
  if (tag === "ADJ" && (next?.lower === "'s" || next?.lower === "'") && before?.tag === "DET") return "NOUN";
  // "the group, which claims to": a pronoun before a verb of its own
  if (lower === "which" && tag === "DET" && next && index.verbs.get(next.lower)?.form === "s") return "PRON";
  if (before?.lower === "-" && index.clingingAdjectives.has(lower) && !/^\p{Lu}/u.test(text)) return "ADJ";
  if (tag === "NOUN" && before?.tag === "AUX" && index.heard.has(lower)) return "VERB";
  if (tag === "CCONJ" && (lower === "either" || lower === "neither") && next?.tag === "NOUN") return "DET";
  // "pushed back against calls by the union for": a noun between prepositions.
  if (
    tag === "VERB" &&
    before &&
    (before.tag === "ADP" || before.tag === "VERB") &&
    before.lower !== "to" &&
    ["by", "for"].includes(next?.lower ?? "") &&
    index.nouns.has(lower)
  )
    return "NOUN";
  if (
    tag === "ADJ" &&
    before &&
    (before.tag === "DET" || before.tag === "NOUN" || before.tag === "PRON") &&
    next?.tag !== "NOUN" &&
    index.speakers.has(lower) &&
    !standAlone.has(lower)
  )
    return "NOUN";
  // "columnist Ai Jun wrote", "the Rove ad says": a capital inside a sentence that has small letters too
  if ((tag === "AUX" || tag === "VERB") && before && /^\p{Lu}\p{Ll}/u.test(text) && isInName(tokens, i)) return "PROPN";
  // "a voice-over says", "the run-up to"
  if (tag === "ADP" && before?.lower === "-" && beside(tokens, i, -2)?.tag === "NOUN" && next && ["VERB", "AUX", "ADP", "PUNCT"].includes(next.tag))
    return "NOUN";
  // "Marn belittled the issue", "Marn rips the deal": no clause without a verb
  if (
    before?.tag === "PROPN" &&
    ((tag === "ADJ" && /ed$/.test(lower)) || (tag === "NOUN" && /[^s]s$/.test(lower))) &&
    isOnlyVerb(tokens, i, index.verbs.get(lower)?.form === "s")
  )
    return "VERB";
  if (lower === "further" && tag === "VERB" && next?.tag === "VERB") return "ADV";
  // "have been warning the council"
  if (tag === "NOUN" && before?.lower === "been" && index.verbs.get(lower)?.form === "ing" && next && ["DET", "PRON", "PROPN"].includes(next.tag))
    return "VERB";
  // "a us official", where no capital helps
  if (lower === "us" && tag === "PRON" && before && ["DET", "NUM", "ADJ"].includes(before.tag) && next?.tag === "NOUN") return "PROPN";
  // "a televised address", "a planned visit"
  if (tag === "VERB" && /(?:ed|en)$/.test(before?.lower ?? "") && before?.tag !== "NOUN" && beside(tokens, i, -2)?.tag === "DET" && index.occasions.has(lower))
    return "NOUN";
  // "called this a partition", "said this to"
  if (tag === "DET" && (lower === "this" || lower === "that") && before?.tag === "VERB" && next?.tag === "DET") return "PRON";
  // "…, promising that", "…, observing that", "…,” promising to": no noun stands so.
  const isBehindComma = before?.lower === "," || (before?.lower === '"' && beside(tokens, i, -2)?.lower === ",");
  if ((tag === "NOUN" || tag === "ADJ") && isBehindComma && next) {
    const form = index.verbs.get(lower)?.form;
    if ((next.lower === "that" && (form === "ing" || form === "base")) || (next.lower === "to" && form === "ing")) return "VERB";
  }
  // "hopes of a deal" behind a preposition
  if (
    tag === "VERB" &&
    before?.tag === "ADP" &&
    before.lower !== "to" &&
    /[^s]s$/.test(lower) &&
    ["of", "that", "over", "about"].includes(next?.lower ?? "") &&
    index.nouns.has(lower)
  )
    return "NOUN";
  if (tag === "NOUN" && isParticiple(tokens, i, index)) return "VERB";
  // "…,” fumed Rep. Marn"
  if (tag === "ADJ" && /^["”»]$/.test(before?.lower ?? "") && (next?.tag === "PROPN" || next?.tag === "DET") && index.verbs.get(lower)?.form === "past")
    return "VERB";
  // "Rumors that he would resign": no name
  if (tag === "PROPN" && !before && next?.lower === "that" && index.nouns.has(lower)) return "NOUN";
  if ((tag !== "NOUN" && tag !== "PROPN" && tag !== "ADJ") || !before || /^\p{Lu}/u.test(text)) return tag;
  const form = index.verbs.get(lower)?.form;
  if (!form || form === "ing") return tag;
  if (tag === "ADJ" && form !== "past") return tag;
  if (form === "past" && tag === "NOUN" && before.tag === "AUX") return "VERB";
  return verbHere(tokens, i, form, index) ? "VERB" : tag;
}

/** "That" as a conjunction, an article or a pronoun. */
function tagOfThat(tokens: readonly Token[], i: number, index: AttributionIndex): Token["tag"] {
  const { tag } = tokens[i] as Token;
  const before = beside(tokens, i, -1);
  const next = beside(tokens, i, 1);
  if (!before || !next) return tag;
  // "a bank that regulators had described": no plural follows a "that" which points.
  if (tag === "DET") return nominal.has(before.tag) && next.tag === "NOUN" && /[^s]s$/.test(next.lower) ? "PRON" : tag;
  if (tag !== "SCONJ") return tag;
  if (before.tag === "ADP") return next.tag === "PUNCT" && next.lower !== '"' ? "PRON" : tag;
  if (before.tag !== "VERB") return tag;
  // "rejects that analysis": no clause follows.
  if (next.tag === "NOUN" && !index.verbs.has(next.lower) && endsPhrase(beside(tokens, i, 2))) return "DET";
  if (!index.verbs.get(before.lower)?.cues.every((cue) => !cue.takes.has("that"))) return tag;
  if (next.tag === "PUNCT") return "PRON";
  return (next.tag === "NOUN" || next.tag === "ADJ") && !/[^s]s$/.test(next.lower) ? "DET" : tag;
}

const isName = (token: Token | undefined): boolean => token?.tag === "PROPN" && /^\p{Lu}/u.test(token.text);

/** Beside a name, or between an article and a noun; headings, which write every word with a capital, do not count. */
function isInName(tokens: readonly Token[], i: number): boolean {
  if (![1, 2, 3].some((by) => /^\p{Ll}{3,}$/u.test(beside(tokens, i, by)?.text ?? ""))) return false;
  const next = beside(tokens, i, 1);
  return isName(next) || (next?.tag === "NOUN" && beside(tokens, i, -1)?.tag === "DET");
}

/** "…, mocking his rival", "…, warning against haste", "by warning darkly that": an object, a particle or a clause stands behind it. */
function isParticiple(tokens: readonly Token[], i: number, index: AttributionIndex): boolean {
  const [before, next] = [beside(tokens, i, -1), beside(tokens, i, 1)];
  const verb = index.verbs.get((tokens[i] as Token).lower);
  if (!before || !next || verb?.form !== "ing") return false;
  if (before.tag === "ADP") return next.tag === "ADV" && beside(tokens, i, 2)?.lower === "that";
  if (before.lower !== ",") return false;
  if (next.tag === "ADP") return verb.cues.some((cue) => cue.rest[0] === next.lower);
  return next.tag === "DET" || owners.has(next.lower) || (next.tag === "NOUN" && /[^s]s$/.test(next.lower));
}

/** Tokens of an object before a preposition or a comma. */
const longestObject = 8;

/** The name before it opens the clause, an object follows, and no other verb stands before the next comma; a verb by which something `isSaid` may stand before a bare noun. */
function isOnlyVerb(tokens: readonly Token[], i: number, isSaid: boolean): boolean {
  const next = beside(tokens, i, 1);
  if (
    !(next?.tag === "DET" || (isSaid && (next?.tag === "NOUN" || next?.tag === "ADJ"))) ||
    /^\p{Lu}/u.test((tokens[i] as Token).text) ||
    !opensClause(tokens, i - 1)
  )
    return false;
  for (let k = 2; k < longestObject; k++) {
    const token = beside(tokens, i, k);
    if (!token || token.tag === "PUNCT" || token.tag === "ADP" || token.tag === "PART") return true;
    if (token.tag === "VERB" || token.tag === "AUX") return false;
  }
  return true;
}

/** The token `by` further on; undefined outside the sentence. */
function beside(tokens: readonly Token[], i: number, by: number): Token | undefined {
  const token = tokens[i + by];
  return token?.sentence === tokens[i]?.sentence ? token : undefined;
}

const endsPhrase = (token: Token | undefined): boolean =>
  !token || token.tag === "PUNCT" || token.tag === "ADP" || token.tag === "CCONJ" || token.tag === "ADV";

/** A form of a cue verb that the tagger calls a noun: what stands on both sides makes it the verb of a clause without one. */
function verbHere(tokens: readonly Token[], i: number, form: VerbForm, index: AttributionIndex): boolean {
  const before = beside(tokens, i, -1) as Token;
  const next = beside(tokens, i, 1);
  if (hasVerbBefore(tokens, i)) return false;
  // "Some want him", "others think that".
  const alone = standAlone.has(before.lower) && ["DET", "PRON", "ADJ"].includes(before.tag) && startsClause(beside(tokens, i, -2));
  const opensObject =
    next !== undefined &&
    (["that", "to", "whether", "how"].includes(next.lower) || objectPronouns.has(next.lower) || next.tag === "PRON" || next.tag === "DET");
  // "Many in the party regard the alliance as"
  if (form === "base" && opensObject && countedGroup(tokens, i)) return true;
  // "The bloc, for its part, regards any": a parenthesis between the subject and its verb
  if (form === "s" && before.lower === "," && next?.tag === "DET" && afterParenthesis(tokens, i - 1)) return true;
  // ", polls show,"
  if (form === "base" && /[^s]s$/.test(before.lower) && before.tag === "NOUN" && beside(tokens, i, -2)?.lower === "," && next?.lower === ",")
    return index.verbs.get(tokens[i]?.lower ?? "")?.cues.some((cue) => cue.takes.has("front")) ?? false;
  // ", analysts at the bank estimate."
  if (form === "base" && (!next || next.lower === ".") && pluralAfterComma(tokens, i) && frontedBefore(tokens, i))
    return index.verbs.get(tokens[i]?.lower ?? "")?.cues.some((cue) => cue.takes.has("front")) ?? false;
  if (alone && form !== "s") return opensObject;
  // "shot back:", "hit out at"
  if (form === "past" && (nominal.has(before.tag) || before.lower === ",") && next) {
    const particle = index.verbs.get(tokens[i]?.lower ?? "")?.cues.some((cue) => cue.rest[0] === next.lower) ?? false;
    if (particle || tokens[i]?.tag !== "ADJ") return particle;
  }
  if (["who", "which"].includes(before.lower) && form !== "base") return opensObject;
  // "relatives of the dead say"
  if (before.tag === "ADJ" && beside(tokens, i, -2)?.tag === "DET" && form === "base")
    return next !== undefined && (next.lower === "that" || next.tag === "PRON");
  if (!nominal.has(before.tag)) return false;
  const hasParticle = index.verbs.get(tokens[i]?.lower ?? "")?.cues.some((cue) => cue.rest.length > 0 && cue.rest[0] === next?.lower);
  if (form === "base" && hasParticle && next?.tag === "ADP" && /[^s]s$/.test(before.lower) && opensClause(tokens, i - 1)) return true;
  if (form === "past" && tokens[i]?.tag === "ADJ") return opensObject || next?.tag === "PROPN";
  const plural = /[^s]s$/.test(before.lower) || before.lower === "people";
  if (form === "s" ? plural && before.tag !== "PROPN" : form === "base" && !plural) return false;
  // "The former aide claims in a lawsuit that"
  if (form === "s" && next?.tag === "ADP" && index.speakers.has(before.lower) && opensClause(tokens, i - 1)) return true;
  if (form === "base" && next?.tag === "PROPN" && opensClause(tokens, i - 1)) return true;
  if (opensObject || (form === "s" && before.tag === "PROPN" && next?.tag === "NOUN" && endsPhrase(beside(tokens, i, 2)))) return true;
  // "The budget is balanced, the treasurer claims."
  const closes = !next || next.lower === "." || next.lower === ",";
  return closes && form === "s" && frontedBefore(tokens, i);
}

/** A noun in the plural right behind the last comma or an adjective after it. */
function pluralAfterComma(tokens: readonly Token[], i: number): boolean {
  let k = i - 1;
  while (k > i - 10 && tokens[k]?.sentence === tokens[i]?.sentence && tokens[k]?.lower !== ",") k--;
  if (tokens[k]?.lower !== ",") return false;
  const [first, second] = [tokens[k + 1], tokens[k + 2]];
  const plural = (token: Token | undefined): boolean => token?.tag === "NOUN" && /[^s]s$/.test(token.lower);
  return k + 1 < i && (plural(first) || ((first?.tag === "ADJ" || first?.tag === "PROPN" || first?.tag === "NOUN") && k + 2 < i && plural(second)));
}

/** "Many in the party", "some of those who": a counting word opens the clause, and a phrase hangs on it. */
function countedGroup(tokens: readonly Token[], i: number): boolean {
  const { sentence } = tokens[i] as Token;
  let k = i - 1;
  while (k > i - 8 && tokens[k]?.sentence === sentence && !standAlone.has(tokens[k]?.lower ?? "") && tokens[k]?.tag !== "PUNCT") k--;
  return (
    standAlone.has(tokens[k]?.lower ?? "") && tokens[k]?.sentence === sentence && beside(tokens, k, 1)?.tag === "ADP" && startsClause(beside(tokens, k, -1))
  );
}

/** The comma at `comma` ends a parenthesis that begins behind a name at the sentence's start. */
function afterParenthesis(tokens: readonly Token[], comma: number): boolean {
  for (let k = comma - 1; k > comma - 8; k--) {
    const token = beside(tokens, comma, k - comma);
    if (token?.lower === ",") return nominal.has(tokens[k - 1]?.tag ?? "") && opensClause(tokens, k - 1);
    if (!token || token.tag === "VERB" || token.tag === "AUX") return false;
  }
  return false;
}

const startsClause = (token: Token | undefined): boolean => !token || token.tag === "PUNCT" || token.tag === "CCONJ" || token.tag === "SCONJ";

const owners = new Set(["his", "her", "its", "their"]);

/** Nothing but a noun phrase stands between the clause's opening and the word after `head`. */
function opensClause(tokens: readonly Token[], head: number): boolean {
  const { sentence } = tokens[head] as Token;
  let i = head;
  while (
    i > head - 6 &&
    tokens[i]?.sentence === sentence &&
    (nominal.has(tokens[i]?.tag ?? "") || ["ADJ", "DET"].includes(tokens[i]?.tag ?? "") || owners.has(tokens[i]?.lower ?? ""))
  )
    i--;
  return startsClause(tokens[i]?.sentence === sentence ? tokens[i] : undefined);
}

/** A verb between the last comma, conjunction or opening and the word. */
function hasVerbBefore(tokens: readonly Token[], i: number): boolean {
  const { sentence } = tokens[i] as Token;
  for (let k = i - 1; k > i - 15 && tokens[k]?.sentence === sentence; k--) {
    const { tag, lower } = tokens[k] as Token;
    const reduced = tag === "VERB" && /(?:ed|en|wn)$/.test(lower) && tokens[k + 1]?.tag === "ADP" && nominal.has(tokens[k - 1]?.tag ?? "");
    if ((tag === "VERB" && !lower.endsWith("ing") && !reduced) || tag === "AUX") return true;
    if (tag === "PUNCT" || tag === "SCONJ" || lower === "but" || lower === "while") return false;
  }
  return false;
}

/** ", the treasurer": a clause with a verb stands before the comma. */
function frontedBefore(tokens: readonly Token[], i: number): boolean {
  const { sentence } = tokens[i] as Token;
  let k = i - 1;
  while (k > i - 10 && tokens[k]?.sentence === sentence && tokens[k]?.lower !== ",") k--;
  if (tokens[k]?.lower !== "," || tokens[k]?.sentence !== sentence) return false;
  for (let j = k - 1; j > k - 40 && tokens[j]?.sentence === sentence; j--) if (tokens[j]?.tag === "AUX" || tokens[j]?.tag === "VERB") return true;
  return false;
}
