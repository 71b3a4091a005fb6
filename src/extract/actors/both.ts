// Whom "both sides" and "the two parties" mean: the two principals at that place of a text. Makes no mention of its own.
import { partyOf } from "../party.ts";
import { firstFrom } from "../seek.ts";
import type { Cast, Mention } from "../types.ts";

/** How many tokens back those who act are counted before the whole text decides. */
const window = 160;
/** How many tokens back two that words join are those meant. */
const pairReach = 90;

/**
 * The ids of the two principals at token `at`: those that "and" joined last close before it, else the two parties that act most often in the tokens before it,
 * the whole text deciding where fewer or more than two stand out. Who mediates is passed over where two others act. With `people`, the parties of the two
 * persons named last. Parties are states and organisations, persons and groups counting for theirs. Null where the text has no clear two.
 */
export function resolveBoth(cast: Cast, at: number, people = false): [string, string] | null {
  const persons = people ? lastTwo(cast, at) : null;
  if (persons) return persons;
  const joined = joinedBefore(cast, at);
  if (joined) return joined;
  return likeliest(cast, tally(cast, at - window, at)) ?? likeliest(cast, wholeTally(cast));
}

/** Of those that act most the two that act most beside each other, what is told to be between two counting more; null where two pairs do as much. */
function likeliest(cast: Cast, counts: ReadonlyMap<string, number>): [string, string] | null {
  const whole = wholeTally(cast);
  const count = (id: string): number => counts.get(id) ?? 0;
  const leading = [...counts.keys()].sort((a, b) => count(b) - count(a) || (whole.get(b) ?? 0) - (whole.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, 5);
  const pairs = leading.flatMap((a, k) =>
    leading.slice(k + 1).map((b) => ({
      sides: [a, b] as [string, string],
      weight: Math.min(count(a), count(b)) * (1 + joinedTimes(cast, a, b)),
      sum: count(a) + count(b) + ((whole.get(a) ?? 0) + (whole.get(b) ?? 0)) / 1000,
    })),
  );
  const [one, two] = pairs.sort((x, y) => y.weight - x.weight || y.sum - x.sum);
  return one && (!two || one.weight > two.weight || one.sum > two.sum) ? one.sides : null;
}

/** Counted once a text: how often it tells of what is between two sides, by both ids. */
const joints = new WeakMap<Cast, Map<string, number>>();

function joinedTimes(cast: Cast, a: string, b: string): number {
  let known = joints.get(cast);
  if (!known) {
    known = new Map();
    for (const { sides, between } of cast.pairs ?? []) {
      if (!between) continue;
      const key = [...sides].sort().join(" ");
      known.set(key, (known.get(key) ?? 0) + 1);
    }
    joints.set(cast, known);
  }
  return known.get([a, b].sort().join(" ")) ?? 0;
}

/** The last pair whose words end before the token, neither of them a mediator, nor named in passing ("the prisoners, among them Westlanders and Ostlanders") where the text names two others often. */
function joinedBefore(cast: Cast, at: number): [string, string] | null {
  const { pairs = [], beside } = cast;
  const whole = wholeTally(cast);
  const often = secondMost(cast);
  for (let p = firstFrom(pairs, at + 1, (pair) => pair.at) - 1; p >= 0; p--) {
    const pair = pairs[p] as NonNullable<Cast["pairs"]>[number];
    if (at - pair.at > pairReach) return null;
    if (pair.sides.every((side) => !beside?.has(side) && 2 * (whole.get(side) ?? 1) >= often)) return [...pair.sides];
  }
  return null;
}

/** The parties of the two persons named last, who act for two. */
function lastTwo({ mentions, entities, beside }: Cast, at: number): [string, string] | null {
  const found: string[] = [];
  for (let m = firstFrom(mentions, at, ({ first }) => first) - 1; m >= 0 && at - (mentions[m] as Mention).last <= pairReach && found.length < 2; m--) {
    const entity = entities.get((mentions[m] as Mention).actor);
    const side = entity?.kind === "person" ? entity.party : null;
    if (side && !beside?.has(side) && !found.includes(side)) found.unshift(side);
  }
  return found[0] !== undefined && found[1] !== undefined ? [found[0], found[1]] : null;
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

/** Counted once a text. */
const seconds = new WeakMap<Cast, number>();

/** How often the second of the parties that the text names most acts. */
function secondMost(cast: Cast): number {
  const known = seconds.get(cast);
  if (known !== undefined) return known;
  const [, second = 0] = [...wholeTally(cast).values()].sort((a, b) => b - a);
  seconds.set(cast, second);
  return second;
}

function tally({ mentions, entities, beside }: Cast, from: number, to: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let m = firstFrom(mentions, from, ({ first }) => first); m < mentions.length; m++) {
    const { first, actor, acts } = mentions[m] as Mention;
    if (first >= to) break;
    if (!acts) continue;
    const party = partyOf(entities.get(actor));
    if (party !== null) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  const others = new Map([...counts].filter(([id]) => !beside?.has(id)));
  return others.size > 1 ? others : counts;
}
