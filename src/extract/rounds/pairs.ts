// Which two parties a text puts against each other: "talks between A and B", "the A-B border". Makes no round.
import { partyOf } from "../party.ts";
import type { Mention, Token } from "../types.ts";
import { within } from "./people.ts";
import type { Sight } from "./sight.ts";

/** How often two parties are told of as a pair, by each of them. */
export type Pairs = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Tokens of the longest title or article between "between" or "and" and a name. */
const reach = 8;
/** Sentences at the head of a text, whose subjects are those whom it is about. */
const opening = 3;
const told = { between: 2, hyphen: 2, subject: 2 };

/** All pairs of the text. One look at each sentence's mentions. */
export function pairsOf(sight: Sight): Pairs {
  const { doc, mentions, cast } = sight;
  const pairs = new Map<string, Map<string, number>>();
  const add = (a: string, b: string, weight: number) => {
    const own = pairs.get(a) ?? new Map<string, number>();
    own.set(b, (own.get(b) ?? 0) + weight);
    pairs.set(a, own);
  };
  const partyAt = ({ actor }: Mention) => partyOf(cast.entities.get(actor));
  for (const [n, { first, last }] of doc.sentences.entries()) {
    const own = within(mentions, first, last);
    for (const [k, right] of own.entries()) {
      const left = own[k - 1];
      if (!left) continue;
      const [a, b] = [partyAt(left), partyAt(right)];
      const weight = a === null || b === null || a === b ? 0 : weightOf(doc.tokens, left, right, first, own[k + 1], n < opening);
      if (a === null || b === null || weight === 0) continue;
      add(a, b, weight);
      add(b, a, weight);
    }
  }
  return pairs;
}

/** What two neighbouring names say: nothing where more than "and" and a title parts them, or where a third one follows in the list. */
function weightOf(tokens: readonly Token[], left: Mention, right: Mention, from: number, next: Mention | undefined, opens: boolean): number {
  const gap = tokens.slice(left.last, right.first);
  if (gap.length === 1 && ["-", "–"].includes(gap[0]?.lower ?? "")) return told.hyphen;
  if (gap.length === 0 || gap.length > reach || gap.filter(({ lower }) => lower === "and").length !== 1) return 0;
  // "A and the C-backed B"
  const words = gap.filter(({ text }, k) => text !== "-" && gap[k - 1]?.text !== "-");
  if (words.some(({ tag, lower }) => tag === "VERB" || tag === "AUX" || tag === "PUNCT" || lower === "with")) return 0;
  if (next && isListed(tokens, right, next)) return 0;
  for (let k = left.first - 1; k >= Math.max(from, left.first - reach); k--) {
    const { lower, tag } = tokens[k] as Token;
    if (lower === "between") return told.between;
    if (tag === "VERB" || lower === "," || lower === "and") break;
  }
  return opens && isSubject(tokens, right) ? told.subject : 0;
}

/** "A and B agreed", "A and B rebels have met". */
function isSubject(tokens: readonly Token[], { last }: Mention): boolean {
  const next = tokens.slice(last, last + 3).find(({ tag }) => tag !== "NOUN" && tag !== "PROPN" && tag !== "ADV");
  return next?.tag === "VERB" || next?.tag === "AUX";
}

/** "A and B, and C", "A and B and C". */
function isListed(tokens: readonly Token[], { last }: Mention, { first }: Mention): boolean {
  const gap = tokens.slice(last, first);
  return gap.length > 0 && gap.length <= 3 && gap.every(({ lower }) => [",", "and", "the"].includes(lower));
}

/** The party that is told of most often beside `party`; null where none is. */
export function partnerOf(pairs: Pairs, party: string, isSide: (party: string) => boolean): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [other, weight] of pairs.get(party) ?? []) if (isSide(other) && weight > most) [best, most] = [other, weight];
  return best;
}
