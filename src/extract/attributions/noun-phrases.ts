// The noun phrase to the right of a place, and whether a clause follows it, from tags alone. Knows no cue.
import type { Token } from "../types.ts";
import { type Ground, isGenitive, isNominal, isPossessive, isTensed, isTime, lower, relatives, tagOf, together } from "./ground.ts";
import { standAlone } from "./retag.ts";

/** No phrase is followed further than this many tokens. */
export const reach = 60;
/** Phrases after these hang on a verb, not on the noun before them. */
export const adverbial = new Set(["after", "before", "during", "since", "until", "despite", "amid", "following", "through", "by", "as", "than"]);
/** "The mayor himself said" */
export const reflexives = new Set(["himself", "herself", "itself", "themselves"]);
/** "accused him of lying": the phrase is the verb's. */
export const persons = new Set(["i", "me", "you", "he", "him", "she", "her", "it", "we", "us", "they", "them"]);

/** "officials briefed on", "people close", "a poll published": a participle that hangs on the noun before it. */
export function isReduced(g: Ground, i: number): boolean {
  const token = g.tokens[i];
  if (token?.tag !== "VERB" || /^\p{Lu}/u.test(token.text)) return false;
  const isThose = lower(g, i - 1) === "those" && tagOf(g, i - 2) === "ADP";
  if ((!isThose && !/(?:ed|ing|en|wn|de|ld)$/.test(token.lower)) || !together(g, i, i - 1) || isTime(g, i - 1)) return false;
  if (!isThose && !isNominal(g, i - 1) && !(lower(g, i - 1) === "not" && isNominal(g, i - 2))) return false;
  return (
    ["ADP", "PART", "ADV", "SCONJ"].includes(tagOf(g, i + 1)) &&
    !g.index.verbs.get(token.lower)?.cues.some((cue) => cue.takes.has("front") || cue.rest[0] === lower(g, i + 1))
  );
}

/** Index after the noun phrase that starts at `first`; `first` where none does. Genitives and of-phrases belong to it, other phrases where `wide`. */
export function nounPhraseRight(g: Ground, first: number, wide = false): number {
  const token = g.tokens[first];
  if (!token) return first;
  const object = token.lower === "her" && ["ADP", "PART", "PUNCT", "CCONJ", "SCONJ", "DET", "PRON", "AUX"].includes(tagOf(g, first + 1));
  if (token.tag === "PRON" && (object || !isPossessive(g, first)))
    return lower(g, first + 1) === "of" && !persons.has(token.lower) ? nounPhraseRight(g, first + 2) : first + 1;
  const from = afterMeasure(g, first);
  let last = first;
  let seen = false;
  // Inside a few quoted words: “Good Morning Norland”.
  let marked = false;
  for (let i = from; i < first + reach && together(g, i, first); i++) {
    const { tag, lower: word, text } = g.tokens[i] as Token;
    if (isNominal(g, i) || word === "%") {
      if (
        isTime(g, i) &&
        seen &&
        lower(g, i - 1) !== "-" &&
        !marked &&
        tagOf(g, i - 1) !== "ADP" &&
        tagOf(g, i - 1) !== "VERB" &&
        lower(g, i - 1) !== "the" &&
        !(tagOf(g, i - 1) === "NUM" && tagOf(g, i - 2) === "DET")
      )
        break;
      seen = true;
      last = i + 1;
    } else if (isGenitive(g, i)) seen = false;
    else if (seen && tag === "VERB" && /^\p{Lu}/u.test(text)) last = i + 1;
    else if (tag === "DET" || tag === "ADJ" || tag === "NUM" || isPossessive(g, i)) {
      if (seen && !["ADP", "CCONJ", "PUNCT"].includes(tagOf(g, i - 1))) {
        if (tag === "ADJ" && isNominal(g, i + 1)) continue;
        break;
      }
      if (standAlone.has(word) && tagOf(g, i + 1) === "ADP") seen = true;
      if (standAlone.has(word) || (tag === "ADJ" && !seen && (["AUX", "VERB"].includes(tagOf(g, i + 1)) || lower(g, i + 1) === "that"))) last = i + 1;
    } else if (tag === "ADV" && !seen) continue;
    else if (tag === "VERB" && (!seen || (tagOf(g, i - 1) === "DET" && word.endsWith("ing"))) && (isNominal(g, i + 1) || lower(g, i - 1) === "-")) continue;
    else if (seen && word === "of") continue;
    else if (seen && tag === "ADP" && wide && !adverbial.has(word) && !isTime(g, i + 1)) continue;
    else if (seen && tag === "CCONJ" && (word === "and" || word === "or") && startsNounPhrase(g, i + 1) && !clauseFollows(g, i + 1)) continue;
    else if (word === "-") continue;
    else if (word === '"' && g.zone[i] === -1) {
      last = seen && g.marks[i] === 2 ? i + 1 : last;
      marked = g.marks[i] === 1;
    } else if (seen && word === "." && tagOf(g, i + 1) === "PROPN") continue;
    else break;
  }
  return last;
}

/** Index after "more than", "at least", "as many as", "up to" before a number; `i` where none stands there. */
function afterMeasure(g: Ground, i: number): number {
  const [a, b, c] = [lower(g, i), lower(g, i + 1), lower(g, i + 2)];
  const length = a === "as" && ["many", "much", "few", "little"].includes(b) && c === "as" ? 3 : measures.has(`${a} ${b}`) ? 2 : 0;
  return length > 0 && tagOf(g, i + length) === "NUM" ? i + length : i;
}

const measures = new Set(["more than", "less than", "fewer than", "at least", "at most", "up to"]);

export const startsNounPhrase = (g: Ground, i: number): boolean => {
  if (afterMeasure(g, i) > i) return true;
  if (g.marks[i] === 1 && g.zone[i] === -1) return startsNounPhrase(g, i + 1);
  const tag = tagOf(g, i);
  return (
    tag === "DET" ||
    tag === "ADJ" ||
    isNominal(g, i) ||
    (tag === "PRON" && (!relatives.has(lower(g, i)) || (lower(g, i) === "that" && tagOf(g, i + 1) === "PUNCT")))
  );
};

/** Whether a noun phrase at `i` is the subject of a verb of its own, which stands before `until`. */
export function clauseFollows(g: Ground, i: number, until = Number.POSITIVE_INFINITY): boolean {
  if (tagOf(g, i) === "SCONJ" || (tagOf(g, i) === "VERB" && lower(g, i).endsWith("ing"))) return false;
  let j = nounPhraseRight(g, i, true);
  if (j === i && (lower(g, i) === "there" || lower(g, i) === "what")) j = i + 1;
  if (j === i) return false;
  if (lower(g, j) === "and" && startsNounPhrase(g, j + 1)) j = nounPhraseRight(g, j + 1, true);
  if (relatives.has(lower(g, j)) || (lower(g, j) === "," && relatives.has(lower(g, j + 1)))) {
    for (let k = j + 1; k < j + 25 && together(g, k, i); k++) if (isTensed(g, k)) return clauseLater(g, k + 1, i, until);
    return false;
  }
  if (readsAsVerb(g, j - 1) && j - 1 > i) return true;
  while (tagOf(g, j) === "ADV" && together(g, j, i)) j++;
  // The law “must be the same”: the quotation begins with the verb.
  if (g.marks[j] === 1 && g.tokens[j]?.sentence === g.tokens[i]?.sentence) return isTensed(g, j + 1) && tagOf(g, j + 1) === "AUX";
  return together(g, j, i) && (isTensed(g, j) || (isReduced(g, j) && clauseLater(g, j + 1, i, until)));
}

/** "If the vote is lost, the government will fall": a clause after a comma. */
export function mainClauseAfter(g: Ground, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (lower(g, i) === "," && clauseFollows(g, i + 1)) return true;
  return false;
}

/** "the capital backs a truce": the tagger takes the verb for a second noun. */
const readsAsVerb = (g: Ground, i: number): boolean =>
  tagOf(g, i) === "NOUN" && g.index.verbs.get(lower(g, i))?.form === "s" && tagOf(g, i + 1) === "DET" && isNominal(g, i - 1) && !/[^s]s$/.test(lower(g, i - 1));

function clauseLater(g: Ground, from: number, sameAs: number, until: number): boolean {
  for (let k = from; k < Math.min(from + 25, until) && together(g, k, sameAs); k++) {
    if (tagOf(g, k) === "AUX" && lower(g, k - 1) !== "to") return true;
    if (tagOf(g, k) === "SCONJ" || lower(g, k) === ";") return false;
  }
  return false;
}
