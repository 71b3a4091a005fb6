// Verb groups of a sentence from its tags: which are finite, negated, modal, passive. Function words only; what a verb means is frames.yaml.
import type { Token } from "../types.ts";
import { agentWordAfter } from "./agents.ts";
import { isAfterArticle, isHyphenated, isMonth, isQualifier } from "./no-verbs.ts";
import { bareAfter, be, copulas, type Mood, marks, moods, negation, particles, takesTo } from "./verb-words.ts";

export type VerbForm = "finite" | "infinitive" | "gerund" | "participle";

export interface VerbGroup {
  first: number;
  /** Exclusive. */
  last: number;
  main: number;
  form: VerbForm;
  passive: boolean;
  /** Tokens of negation inside the group. */
  negators: number[];
  mood: Mood | null;
  copula: boolean;
}

/** Groups in text order, none overlapping. `extra` are tokens that the tagger calls nouns and the codebook calls verbs; `patients` past forms that describe the noun before them. */
export function findVerbs(tokens: readonly Token[], first: number, last: number, extra: ReadonlySet<number>, patients: ReadonlySet<string>): VerbGroup[] {
  const groups = groupsIn(tokens, first, last, extra);
  groups.forEach((group, k) => {
    if (k > 0 && describesNoun(tokens, group, patients)) group.form = "participle";
  });
  groups.forEach((group, k) => {
    if (isReduced(tokens, group, groups[k + 1])) group.form = "participle";
  });
  for (const group of groups) if (group.form !== "gerund") group.negators.push(...negatedObject(tokens, group, last));
  return groups.flatMap((group, k) => {
    const before = groups[k - 1];
    const after = groups[k + 1];
    if (after && isInverted(tokens, group, after, first)) return [];
    return before && isInverted(tokens, before, group, first) ? [joined(tokens, before, group, first)] : [group];
  });
}

/** "captives held in the north", "land seized since May": a bare past form between a noun and a preposition. */
function describesNoun(tokens: readonly Token[], { form, first, main }: VerbGroup, patients: ReadonlySet<string>): boolean {
  if (form !== "finite" || first !== main || !patients.has((tokens[main] as Token).lower)) return false;
  if (!["NOUN", "PROPN"].includes(tokens[main - 1]?.tag ?? "") || !["ADP", "SCONJ", "ADV"].includes(tokens[main + 1]?.tag ?? "")) return false;
  for (let i = main - 2; i > main - 8; i--)
    if (["that", "which", "who", "whom", "where", "what", "have", "has", "had"].includes(tokens[i]?.lower ?? "")) return false;
  return true;
}

/** "will free nobody", "cede not one village", "signed nothing": the object denies the verb. */
function negatedObject(tokens: readonly Token[], { last }: VerbGroup, end: number): number[] {
  const { lower } = (last < end ? tokens[last] : undefined) ?? { lower: "" };
  const isOne = lower === "not" && ["a", "an", "one", "even"].includes(tokens[last + 1]?.lower ?? "");
  return ["nobody", "nothing", "none"].includes(lower) || isOne ? [last] : [];
}

/** "the money held abroad ought to be freed": a past form behind a noun, with the noun's verb still to come. */
function isReduced(tokens: readonly Token[], { form, first, main }: VerbGroup, next: VerbGroup | undefined): boolean {
  if (form !== "finite" || first !== main || next?.form !== "finite" || (tokens[next.first] as Token).tag !== "AUX") return false;
  const open = agentWordAfter(tokens, main + 1, next.first) ?? next.first;
  return isPast(tokens[main] as Token) && tokens[main - 1]?.tag === "NOUN" && tokens[main + 1]?.tag === "ADP" && !breaks(tokens, main + 1, open);
}

const fronted = new Set(["never", "nor", "neither", "no", "not"]);
/** Tokens that may stand between the auxiliary and its verb: the subject. */
const subjectReach = 5;

/** "Never will Norland accept", "under no circumstances would it sign": the subject stands inside the verb. */
function isInverted(tokens: readonly Token[], helper: VerbGroup, verb: VerbGroup, sentence: number): boolean {
  const word = tokens[helper.main] as Token;
  if (helper.first !== helper.main || !(moods.has(word.lower) || ["do", "does", "did", "has", "have", "had"].includes(word.lower))) return false;
  const apart = verb.first - helper.last;
  if (apart < 1 || apart > subjectReach || verb.mood !== null || breaks(tokens, helper.last, verb.first)) return false;
  return frontedAt(tokens, helper.first, sentence) !== null;
}

/** Tokens of a tag that parts a fronted negator from its verb. */
const tagReach = 7;

/** The negator that opens the clause before an inverted auxiliary; null where none does. */
function frontedAt(tokens: readonly Token[], to: number, sentence: number): number | null {
  for (let i = to - 1; i >= Math.max(sentence, to - 4); i--) {
    const { lower, tag } = tokens[i] as Token;
    if (fronted.has(lower)) return i;
    // "Nor, he said, would it sign"
    if (lower === "," && i - sentence < tagReach && fronted.has((tokens[sentence] as Token).lower) && tokens[sentence + 1]?.lower === ",") return sentence;
    if (tag === "PUNCT" || tag === "VERB" || tag === "AUX" || tag === "PROPN" || tag === "PRON") return null;
  }
  return null;
}

function joined(tokens: readonly Token[], helper: VerbGroup, verb: VerbGroup, sentence: number): VerbGroup {
  const negator = frontedAt(tokens, helper.first, sentence) as number;
  return { ...verb, form: "finite", mood: helper.mood, negators: [...new Set([...verb.negators, ...helper.negators, negator])] };
}

function groupsIn(tokens: readonly Token[], first: number, last: number, extra: ReadonlySet<number>): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let i = first; i < last; ) {
    const group =
      isVerbal(tokens, i, extra) && !isObject(tokens, i, groups.at(-1), extra)
        ? readGroup(
            tokens,
            i,
            last,
            extra,
            groups.at(-1),
            first,
            groups.some((known) => isSubjunctive(tokens, known)),
          )
        : null;
    if (group) groups.push(group);
    i = group ? group.last : i + 1;
  }
  return groups;
}

/** "pledged help", "give away land": a bare form right after a verb, or after its particle, is its object. */
function isObject(tokens: readonly Token[], i: number, before: VerbGroup | undefined, extra: ReadonlySet<number>): boolean {
  const { tag, lower, lemma } = tokens[i] as Token;
  const bare = lower === lemma.toLowerCase();
  const behind = before?.last === i || (bare && before?.last === i - 1 && particles.has((tokens[i - 1] as Token).lower));
  return (
    tag === "VERB" &&
    before !== undefined &&
    behind &&
    (bare || (lower.endsWith("s") && (tokens[before.main] as Token).tag === "VERB")) &&
    !extra.has(i) &&
    !bareAfter.has((tokens[before.main] as Token).lemma) &&
    !isAuxiliary(tokens[before.main] as Token)
  );
}

function isVerbal(tokens: readonly Token[], i: number, extra: ReadonlySet<number>): boolean {
  const { tag, lower } = tokens[i] as Token;
  if (extra.has(i)) return true;
  if (tag !== "VERB" && tag !== "AUX" && !moods.has(lower)) return false;
  if (isAfterArticle(tokens, i) || isQualifier(tokens, i) || (tag === "VERB" && isHyphenated(tokens, i))) return false;
  return !lower.endsWith("thing") && !isMonth(tokens, i) && (tag === "AUX" || (lower !== "'s" && lower !== "’s"));
}

function readGroup(
  tokens: readonly Token[],
  start: number,
  last: number,
  extra: ReadonlySet<number>,
  before: VerbGroup | undefined,
  sentence: number,
  subjunctive: boolean,
): VerbGroup {
  const negators: number[] = [];
  let mood: Mood | null = null;
  let main = start;
  let sawBe = false;
  let j = start;
  let end = start + 1;
  while (j < last) {
    const { lower, tag } = tokens[j] as Token;
    if (j > start && isUnderNoCircumstances(tokens, j)) {
      if ((tokens[j + 1] as Token).lower === "no") negators.push(j + 1);
      j += 3;
    } else if (j > start && isNoLonger(tokens, j)) {
      negators.push(j);
      j += 2;
    } else if (j > start && negation.has(lower)) negators.push(j++);
    else if (j > start && (tag === "ADV" || marks.has(lower) || (["both", "all", "each"].includes(lower) && tokens[j + 1]?.tag === "VERB"))) j++;
    else if (j > start && lower === "to" && takesTo.has((tokens[main] as Token).lower) && startsInfinitive(tokens, j + 1, last)) {
      mood = (tokens[main] as Token).lower === "going" ? (mood ?? "will") : "must";
      j++;
    } else if (isVerbal(tokens, j, extra) && (j === start || isAuxiliary(tokens[main] as Token) || (tokens[j - 1] as Token).lower === "to")) {
      mood ??= moods.get(lower) ?? null;
      if (main !== j && be.has((tokens[main] as Token).lower)) sawBe = true;
      main = j;
      end = ++j;
    } else break;
  }
  const word = tokens[main] as Token;
  const kept = negators.filter((i) => i < end || be.has(word.lower) || isAuxiliary(word));
  const lastToken = Math.max(end, ...kept.map((i) => i + 1));
  return {
    first: start,
    last: lastToken,
    main,
    form: formOf(tokens, start, main, before, sentence, subjunctive),
    passive: sawBe && isPast(word),
    negators: [...kept, ...negationBefore(tokens, start, sentence)],
    mood,
    copula: be.has(word.lower) || copulas.has(word.lower),
  };
}

/** "will under no circumstances leave": an adverb of three words inside the group. */
function isUnderNoCircumstances(tokens: readonly Token[], i: number): boolean {
  return (
    ["under", "in", "by", "at", "on"].includes((tokens[i] as Token).lower) &&
    ["no", "any"].includes(tokens[i + 1]?.lower ?? "") &&
    tokens[i + 2]?.tag === "NOUN" &&
    (tokens[i + 3]?.tag === "VERB" || tokens[i + 3]?.tag === "AUX")
  );
}

/** "that Sudland give up ...": a bare form with a subject; bare forms listed after it stand beside it. */
function isSubjunctive(tokens: readonly Token[], { form, first, main }: VerbGroup): boolean {
  const word = tokens[main] as Token;
  return form === "finite" && first === main && word.tag === "VERB" && word.lower === word.lemma.toLowerCase() && tokens[first - 1]?.tag === "PROPN";
}

function negationBefore(tokens: readonly Token[], start: number, sentence: number): number[] {
  const found: number[] = [];
  for (let i = start - 1; i >= Math.max(sentence, start - 3); i--) {
    const { lower, tag } = tokens[i] as Token;
    if (negation.has(lower) || isNoLonger(tokens, i)) found.push(i);
    else if (tag !== "ADV" && lower !== "to") break;
  }
  return found;
}

function isNoLonger(tokens: readonly Token[], i: number): boolean {
  return (tokens[i] as Token).lower === "no" && tokens[i + 1]?.lower === "longer";
}

function startsInfinitive(tokens: readonly Token[], i: number, last: number): boolean {
  for (let j = i; j < Math.min(i + 3, last); j++) {
    const { tag } = tokens[j] as Token;
    if (tag === "VERB" || tag === "AUX") return true;
    if (tag !== "ADV") return false;
  }
  return false;
}

/** Is there anything between that could begin a clause? */
function breaks(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { tag, lower } = tokens[i] as Token;
    if ((tag === "PUNCT" && lower !== "-") || tag === "CCONJ" || tag === "SCONJ" || lower === "that" || lower === "which" || lower === "who") return true;
  }
  return false;
}

function isAuxiliary({ lower, tag }: Token): boolean {
  return tag === "AUX" || moods.has(lower) || takesTo.has(lower);
}

function isPast({ lower, lemma }: Token): boolean {
  return (
    !lower.endsWith("ing") &&
    (lower.endsWith("ed") ||
      lower.endsWith("en") ||
      (lower !== lemma.toLowerCase() && !lower.endsWith("s")) ||
      lower === "put" ||
      lower === "set" ||
      lower === "cut")
  );
}

function formOf(tokens: readonly Token[], start: number, main: number, before: VerbGroup | undefined, sentence: number, subjunctive: boolean): VerbForm {
  const word = tokens[start] as Token;
  let p = start - 1;
  while (p >= sentence && ((tokens[p] as Token).tag === "ADV" || negation.has((tokens[p] as Token).lower))) p--;
  const previous = p >= sentence ? (tokens[p] as Token) : null;
  if (previous?.lower === "to") return "infinitive";
  if (word.lower.endsWith("ing") && start === main) return "gerund";
  if (word.lower === "be" && before && bareAfter.has((tokens[before.main] as Token).lemma) && start - before.last < 7) return "infinitive";
  if (start !== main || word.tag === "AUX" || moods.has(word.lower)) return "finite";
  if (!previous) return isPast(word) ? "participle" : "finite";
  if (isPast(word)) {
    if (["DET", "ADJ", "ADP", "NUM"].includes(previous.tag) || previous.lower === "'s") return "participle";
    const next = tokens[main + 1];
    if (before && before.last >= sentence && previous.tag === "NOUN" && next?.tag === "ADP" && !breaks(tokens, before.last, start)) return "participle";
    // "the team, led by Marn"
    return next?.lower === "by" && (previous.tag === "NOUN" || previous.tag === "PROPN" || previous.lower === ",") ? "participle" : "finite";
  }
  if (before && word.lower === word.lemma.toLowerCase()) {
    const listed = [",", "and", "or", ";"].includes(previous.lower);
    if (listed && before.form === "infinitive" && !subjunctive) return "infinitive";
    const helper = tokens[before.main] as Token;
    if (bareAfter.has(helper.lemma) && start - before.last < 7 && !listed) return "infinitive";
  }
  return "finite";
}
