// The explanation of a list, as it is answered.
import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { slug } from "../domain/ids.ts";
import { Count } from "../domain/resources/fields.ts";
import type { ListQuery } from "../domain/resources/list-query.ts";
import type { Store } from "../store/open.ts";
import { nearestDays, rowsWithoutEach, type UnknownValue, unknownValues } from "../store/reads/explain.ts";

/** The most filters that are explained: each costs a count. */
export const maxExplained = 12;

export const Explanation = z
  .strictObject({
    without: z
      .array(z.strictObject({ parameter: z.string(), rows: Count.describe("Rows that the list would have without this filter.") }))
      .describe("Each filter, dropped in turn while the others stay."),
    nearest: z
      .strictObject({
        before: z.string().nullable().describe("Last day before `from` that has rows. Null: none, or no `from`."),
        after: z.string().nullable().describe("First day after `to` that has rows. Null: none, or no `to`."),
      })
      .nullable()
      .describe("The nearest days outside `from` and `to` for which the other filters find rows. Null: neither is asked."),
    unknown: z
      .array(
        z.strictObject({
          parameter: z.string(),
          value: z.string(),
          did_you_mean: z.array(z.string()).describe("Existing values that come near, the nearest first."),
        }),
      )
      .describe("Values that a filter names and that do not exist here."),
  })
  .meta({ id: "Explanation", description: "Why a list has the rows it has, above all none." });
export type Explanation = z.infer<typeof Explanation>;

/** Explains a list of at most `maxExplained` filters. Statements: one a filter, one for dates, two for each filter that takes any text. */
export async function explain(store: Store, query: ListQuery): Promise<Explanation> {
  const unknown = await unknownValues(store, query);
  return {
    without: await rowsWithoutEach(store, query),
    nearest: await nearestDays(store, query),
    unknown: unknown.map(({ candidates, ...named }) => ({ ...named, did_you_mean: nearestValues(named.value, candidates) })),
  };
}

const maxSuggestions = 3;

/** The values that come nearest to what was given: a whole word of theirs, else few changes away from one or from all. `anna berg` -> anna-berg. */
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
  return order.slice(0, maxSuggestions).map(([value]) => value);
}

/** Changes from one word to the other, or to a part of it, which counts half a change more. Words whose lengths differ by more than the limit are not compared. */
function farness(wanted: string, word: string, limit: number): number {
  const parts = word.split("-").filter((part) => part.length > 3 && part !== word);
  const changes = (to: string) => (Math.abs(to.length - wanted.length) > limit ? Number.POSITIVE_INFINITY : distance(wanted, to));
  return Math.min(changes(word), ...parts.map((part) => changes(part) + 0.5));
}
