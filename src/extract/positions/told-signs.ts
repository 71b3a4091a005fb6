// The signs of rows of the first reading that possible rows of the second do not have. Names are those of learned.yaml.
import { put, type Scale } from "../scale.ts";
import type { Draft } from "./rows.ts";
import { floor, holderOf, keyOf, opposite } from "./signs.ts";
import type { PositionFinding } from "./types.ts";
import type { View } from "./view.ts";

/** What the first reading found in a text, counted once. */
export interface Counted {
  rows: number;
  sentences: number;
  /** By party. */
  own: ReadonlyMap<string, number>;
}

export function countTold(rows: readonly PositionFinding[], sentences: number): Counted {
  const own = new Map<string, number>();
  for (const row of rows) own.set(holderOf(row), (own.get(holderOf(row)) ?? 0) + 1);
  return { rows: rows.length, sentences, own };
}

/** What the first reading alone tells of a row: how sure its rule is, and what it says that whoever holds it does. */
export function draftSigns(
  scale: Scale,
  { cast }: View,
  { reading, chain }: Draft,
  { actor, act, stance, hedged, past, conditional, attribution, confidence }: PositionFinding,
): void {
  const on = (name: string): void => put(scale, name, 1);
  put(scale, "sure", Math.log((confidence + floor) / (1 + floor - confidence)));
  put(scale, "frames", chain.ops.length);
  for (const name of [`does:${act}`, `stance:${stance}`, `known by:${attribution.kind}`, `actor:${cast.entities.get(actor)?.kind ?? "none"}`]) on(name);
  if (reading.frames.length === 0) on("no frame");
  if (reading.mood !== null) on(`mood:${reading.mood}`);
  if (hedged) on("hedged");
  if (past) on("past");
  if (conditional) on("conditional");
}

/** What the words around the cue tell of: how likely the likeliest issue is, and the row's. */
export function nearSigns(scale: Scale, best: number, chance: number): void {
  put(scale, "near", Math.log(chance + floor));
  put(scale, "near behind the first", Math.log(best + floor) - Math.log(chance + floor));
}

const ofText = new Set(["rows a sentence", "rows of its party", "told again", "opposite", "heard", "opposite heard"]);

/** Whether a sign hangs on other rows of the text, which a passage alone cannot have. */
export const isOfText = (sign: string): boolean => ofText.has(sign);

/** What the rest of the text says to a row of the first reading. `times`: by `keyOf`, how often that told it. `heard`: what the second reading makes. */
export function firstText(
  scale: Scale,
  row: PositionFinding,
  { rows, sentences, own }: Counted,
  times: ReadonlyMap<string, number>,
  heard: ReadonlySet<string>,
): void {
  const on = (name: string): void => put(scale, name, 1);
  put(scale, "rows a sentence", Math.log((1 + rows) / (1 + sentences)));
  put(scale, "rows of its party", Math.log(1 + (own.get(holderOf(row)) ?? 0)));
  if (row.party === null) on("no party");
  put(scale, "told again", Math.log(times.get(keyOf(row)) ?? 1));
  put(scale, "opposite", Math.log(1 + (times.get(keyOf(row, opposite(row))) ?? 0)));
  if (heard.has(keyOf(row))) on("heard");
  if (heard.has(keyOf(row, opposite(row)))) on("opposite heard");
}
