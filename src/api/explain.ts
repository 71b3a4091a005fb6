// The explanation of a list, as it is answered.
import { distance } from "fastest-levenshtein";
import * as z from "zod";
import { slug } from "../domain/ids.ts";
import { Count } from "../domain/resources/fields.ts";
import type { ListQuery } from "../domain/resources/list-query.ts";
import type { Store } from "../store/open.ts";
import { nearestDays, rowsWithoutEach, type UnknownValue, unknownValues } from "../store/reads/explain.ts";

/** The most filters that are dropped in turn: each costs a count. */
const maxCounted = 12;

/** What filters name and no row bears. */
export const Unknown = z
  .array(
    z.strictObject({
      parameter: z.string(),
      value: z.string(),
      did_you_mean: z.array(z.string()).describe("Existing values that come near, the nearest first."),
    }),
  )
  .describe("Values that a filter names and that do not exist here.");

export const Explanation = z
  .strictObject({
    without: z
      .array(z.strictObject({ parameter: z.string(), rows: Count.describe("Rows that the list would have without this filter.") }))
      .describe(`Each filter, dropped in turn while the others stay; the first ${maxCounted} where there are more.`),
    not_counted: z.array(z.string()).describe(`The filters after those ${maxCounted}, for which nothing was counted: leave some out to learn of them.`),
    nearest: z
      .strictObject({
        before: z.string().nullable().describe("Last day before `from` that has rows. Null: none, or no `from`."),
        after: z.string().nullable().describe("First day after `to` that has rows. Null: none, or no `to`."),
      })
      .nullable()
      .describe("The nearest days outside `from` and `to` for which the other filters find rows. Null: neither is asked."),
    unknown: Unknown,
  })
  .meta({ id: "Explanation", description: "Why a list has the rows it has, above all none." });
export type Explanation = z.infer<typeof Explanation>;

/** Explains a list. Statements: one a filter, 12 at most, one for dates, two for each filter that takes any text. */
export async function explain(store: Store, query: ListQuery): Promise<Explanation> {
  const parameters = query.conditions.map(({ parameter }) => parameter);
  return {
    without: await rowsWithoutEach(store, query, parameters.slice(0, maxCounted)),
    not_counted: parameters.slice(maxCounted),
    nearest: await nearestDays(store, query),
    unknown: await unknownIn(store, query),
  };
}

/** The values that filters name and that do not exist, with what was probably meant. At most two statements for each filter that takes any text. */
export async function unknownIn(store: Store, filtered: Pick<ListQuery, "resource" | "conditions">): Promise<z.infer<typeof Unknown>> {
  const unknown = await unknownValues(store, filtered);
  return unknown.map(({ candidates, ...named }) => ({ ...named, did_you_mean: nearestValues(named.value, candidates) }));
}

const maxSuggestions = 3;

/**
 * The values that come nearest to what was given: what has it as a whole word, then what begins with it, then what has a word that does, then what is few changes
 * away, from all of it or from a word. `anna berg` -> anna-berg, `zel` -> zelin-institute, volmar-zelin.
 */
export function nearestValues(given: string, candidates: UnknownValue["candidates"]): string[] {
  const wanted = slug(given);
  const best = new Map<string, number>();
  if (wanted === "") return [];
  const limit = Math.max(2, wanted.length / 3);
  for (const { value, word } of candidates) {
    const far = farness(wanted, slug(word), limit);
    if (far <= limit && far < (best.get(value) ?? Number.POSITIVE_INFINITY)) best.set(value, far);
  }
  const order = [...best].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  // Where the very words are there, nothing else is meant.
  return order
    .filter(([, far]) => far === 0 || order[0]?.[1] !== 0)
    .slice(0, maxSuggestions)
    .map(([value]) => value);
}

/** Fewer letters begin too much. */
const leastBeginning = 3;

/**
 * Changes from one word to the other, or to a part of it, which counts half a change more; a beginning counts less than a change, the less the more of the word it
 * is. Words whose lengths differ by more than the limit are not compared.
 */
function farness(wanted: string, word: string, limit: number): number {
  const parts = word.split("-").filter((part) => part.length > 3 && part !== word);
  const changes = (to: string) => (Math.abs(to.length - wanted.length) > limit ? Number.POSITIVE_INFINITY : distance(wanted, to));
  const begins = (to: string) =>
    wanted.length >= leastBeginning && to !== wanted && to.startsWith(wanted) ? 0.2 * (1 - wanted.length / to.length) : Number.POSITIVE_INFINITY;
  return Math.min(changes(word), 0.55 + begins(word), ...parts.flatMap((part) => [0.5 + changes(part), 0.75 + begins(part)]));
}
