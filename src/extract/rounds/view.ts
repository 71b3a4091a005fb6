// The mentions of a text as the rounds stage looks at them: one after the other, each with the noun for people that it marks off. Names nobody anew.
import { spanning } from "../copies.ts";
import type { Cast, Doc, Mention, Token } from "../types.ts";
import type { RoundsIndex } from "./words.ts";

/** Longest way, in tokens, from an adjective to the people it marks off: "the Armenian and Azerbaijani deputy foreign ministers". */
const reach = 7;

/**
 * The mentions in text order, none inside another, without those that merely qualify a person's or an organisation's name ("Ruritania's envoy X").
 * "the A and B envoys" and "envoys of A and B" are two. A party's adjective before a noun for people acts, and covers it.
 */
export function actingMentions(doc: Doc, cast: Cast, index: RoundsIndex): Mention[] {
  const outer = sideBySide(
    doc,
    cast.mentions.toSorted((a, b) => a.first - b.first || b.last - a.last),
  );
  const acting: Mention[] = [];
  let sent = false;
  for (const [k, mention] of outer.entries()) {
    if (qualifies(doc, cast, mention, outer[k + 1]) || isOrigin(doc, cast, mention, outer[k - 1])) continue;
    const before = acting.at(-1);
    // "envoys for A, B and C": the whole list.
    const listed: boolean = sent && before !== undefined && isNextOf(doc, before, mention);
    const own = withPeople(doc, mention, before, index);
    sent = listed || (own !== mention && own.form === "name" && isNegotiators(doc, own, index));
    acting.push(listed && own === mention ? spanning(mention, mention.first, mention.last, true) : own);
  }
  return acting;
}

/** Whether a mention begins with the noun for those whom its party sends: "negotiators from A". */
function isNegotiators({ tokens }: Doc, { first }: Mention, index: RoundsIndex): boolean {
  const noun = tokens[first]?.lower ?? "";
  return index.negotiators.has(noun) || index.teams.has(noun);
}

/** Whether only a comma, "and" and articles part two names. */
function isNextOf({ tokens }: Doc, before: Mention, { first, form }: Mention): boolean {
  const gap = tokens.slice(before.last, first);
  return form === "name" && gap.length > 0 && gap.length < 4 && gap.every(({ lower }) => [",", "and", "the", "of", "from"].includes(lower));
}

/** Outermost mentions. Two groups of one coordination overlap at one end: the longer one keeps what is its own. */
function sideBySide(doc: Doc, sorted: readonly Mention[]): Mention[] {
  const outer: Mention[] = [];
  for (const mention of sorted) {
    const above = outer.at(-1);
    if (!above || mention.last > above.last || mention.first === mention.last) {
      outer.push(mention);
      continue;
    }
    if (above.form !== "group" || mention.actor === above.actor || (mention.form !== "group" && mention.form !== "name")) continue;
    if (mention.first === above.first && mention.form === "group") outer.splice(-1, 1, mention, spanning(above, mention.last + 1, above.last, above.acts));
    else if (mention.last === above.last && mention.first > above.first + 1 && doc.tokens[mention.first - 1]?.lower === "and")
      outer.splice(-1, 1, spanning(above, above.first, mention.first - 1, above.acts), mention);
  }
  return outer;
}

/** "X of Ruritania": where a person is from. */
function isOrigin(doc: Doc, cast: Cast, mention: Mention, before: Mention | undefined): boolean {
  return (
    before !== undefined &&
    mention.first === before.last + 1 &&
    doc.tokens[before.last]?.lower === "of" &&
    before.form === "name" &&
    mention.form === "name" &&
    cast.entities.get(before.actor)?.kind === "person" &&
    cast.entities.get(mention.actor)?.kind === "state"
  );
}

function qualifies(doc: Doc, cast: Cast, mention: Mention, next: Mention | undefined): boolean {
  if (!next || next.first - mention.last > 8 || mention.form === "pronoun" || next.form === "pronoun") return false;
  // "Ruritania's Red Army": the state does nothing.
  const kind = cast.entities.get(next.actor)?.kind;
  const adjectives = doc.tokens.slice(mention.last + 1, next.first).every(({ tag }) => tag === "ADJ" || tag === "NOUN");
  if (kind === "organisation" && doc.tokens[mention.last]?.lower === "'s" && adjectives) return true;
  if (kind !== "person") return false;
  const gap = doc.tokens.slice(mention.last, next.first);
  const possessor = gap[0]?.lower === "'s";
  return (
    gap.length > 0 &&
    gap.every(
      ({ tag, lower }, i) =>
        (possessor && lower === ",") ||
        tag === "NOUN" ||
        tag === "PROPN" ||
        tag === "ADJ" ||
        lower === "-" ||
        (i === 0 && lower === "'s") ||
        (lower === "in" && gap[i - 1]?.lower === "-"),
    )
  );
}

/**
 * "Armenian and Azerbaijani ministers": both adjectives act, the last one up to the noun. "ministers of Armenia and …": the name from the noun on, over a title
 * ("teams of General X"); "and of Y" after such a one is one as well.
 */
function withPeople(doc: Doc, mention: Mention, before: Mention | undefined, index: RoundsIndex): Mention {
  const { tokens } = doc;
  if (mention.form === "adjective") {
    for (let i = mention.last; i < Math.min(tokens.length, mention.last + reach); i++) {
      const { tag, lower } = tokens[i] as Token;
      if (index.delegates.has(lower)) return spanning(mention, mention.first, i === mention.last ? i + 1 : mention.last, true);
      if (tag !== "ADJ" && tag !== "NOUN" && tag !== "PROPN" && tag !== "NUM" && lower !== "and" && lower !== "," && lower !== "-") break;
    }
  }
  if (mention.form !== "adjective" && mention.form !== "name" && !(mention.form === "group" && mention.acts)) return mention;
  let i = mention.first - 1;
  while (i > mention.first - 4 && (tokens[i]?.tag === "PROPN" || (tokens[i]?.tag === "NOUN" && tokens[i]?.text !== tokens[i]?.lower))) i--;
  if (tokens[i]?.lower === "the") i--;
  const link = tokens[i]?.lower;
  const noun = tokens[i - 1];
  if ((link !== "of" && link !== "from" && link !== "for") || !noun || noun.sentence !== tokens[mention.first]?.sentence) return mention;
  // "a delegation of A and one of B"
  const again = /^(?:one|that|those)$/.test(noun.lower) && ["and", ",", "by"].includes(tokens[i - 2]?.lower ?? "");
  const sends = index.delegates.has(noun.lower) && (mention.acts || index.negotiators.has(noun.lower) || index.teams.has(noun.lower));
  if ((again && mention.acts) || sends) return spanning(mention, i - 1, mention.last, true);
  if (!mention.acts && mention.form === "name") return mention;
  const led = noun.lower === "and" && before?.last === i - 1 && index.delegates.has(tokens[before.first]?.lower ?? "");
  return led ? spanning(mention, i, mention.last, true) : mention;
}
