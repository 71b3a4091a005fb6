// Whom "both sides" and "the two parties" mean: the two principals at that place of a text. Makes no mention of its own.
import type { Cast, Entity, Mention } from "../types.ts";

/** How many tokens back a pair is looked for before the whole text decides. */
const window = 160;

/**
 * The ids of the two principals at token `at`: the two parties that act most often in the tokens before it, the whole text deciding where fewer or
 * more than two stand out. Parties are states and organisations, persons and groups counting for theirs. Null where the text has no clear two.
 */
export function resolveBoth(cast: Cast, at: number): [string, string] | null {
  const whole = wholeTally(cast);
  const near = tally(cast, at - window, at);
  const ranked = [...near.keys()].sort((a, b) => (near.get(b) ?? 0) - (near.get(a) ?? 0) || (whole.get(b) ?? 0) - (whole.get(a) ?? 0) || (a < b ? -1 : 1));
  const [first, second, third] = ranked;
  if (first !== undefined && second !== undefined && (third === undefined || (near.get(second) ?? 0) > (near.get(third) ?? 0))) return [first, second];
  const all = [...whole.keys()].sort((a, b) => (whole.get(b) ?? 0) - (whole.get(a) ?? 0) || (a < b ? -1 : 1));
  const [one, two, three] = all;
  if (one === undefined || two === undefined || (three !== undefined && (whole.get(two) ?? 0) <= (whole.get(three) ?? 0))) return null;
  return [one, two];
}

/** Counted once a text. */
const wholeTallies = new WeakMap<Cast, Map<string, number>>();

function wholeTally(cast: Cast): Map<string, number> {
  const known = wholeTallies.get(cast);
  if (known) return known;
  const counted = tally(cast, 0, Number.POSITIVE_INFINITY);
  wholeTallies.set(cast, counted);
  return counted;
}

function tally({ mentions, entities }: Cast, from: number, to: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let m = firstFrom(mentions, from); m < mentions.length; m++) {
    const { first, actor, acts } = mentions[m] as Mention;
    if (first >= to) break;
    if (!acts) continue;
    const party = sideOf(entities.get(actor));
    if (party !== null) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  return counts;
}

/** Index of the first mention that begins at or after a token. */
function firstFrom(mentions: readonly Mention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention).first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

const sideOf = (entity: Entity | undefined): string | null =>
  entity === undefined ? null : entity.kind === "state" || entity.kind === "organisation" ? (entity.party ?? entity.id) : entity.party;
