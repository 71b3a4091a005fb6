// `/v1/analysis/timeline`: positions over time.
import { z } from "zod";
import { timeline } from "../../../analysis/timeline.ts";
import { TimelineAnswer } from "../../../domain/analysis/answers.ts";
import { bucketSizes } from "../../../domain/analysis/words.ts";
import type { Condition } from "../../../domain/resources/list-query.ts";
import { positions } from "../../../domain/resources/positions.ts";
import { resources } from "../../../domain/resources/registry.ts";
import { parameterName, type Reference, type Resource, type ResourceName } from "../../../domain/resources/resource.ts";
import { wholeNumber } from "../../../domain/resources/values.ts";
import { rowsById } from "../../../store/lists.ts";
import type { Store } from "../../../store/open.ts";
import { countByDay } from "../../../store/reads/analysis.ts";
import { addAnalysis, type Codes } from "../../analysis.ts";
import type { App } from "../../types.ts";

/** What positions can be counted by: fields of theirs, and nothing at all. */
const fields = ["issue_id", "topic_id", "stance", "act", "attribution", "actor_id", "party_id", "source_id"] as const;
const keys = ["none", ...fields.map(parameterName)] as const;

export function addTimeline(app: App, store: Store, codes: Codes): void {
  addAnalysis(app, store, codes, {
    name: "timeline",
    operationId: "analyseTimeline",
    summary: "Positions over time",
    description:
      "Counts of positions by day, ISO week or month, without gaps from `from` to `to`, or from the first to the last. A position counts once, in the bucket of the first day that its date can mean. Buckets and undated positions together are what `/v1/positions` lists under the same filters.",
    options: {
      bucket: z.enum(bucketSizes).default("month").describe("Length of a bucket; weeks are those of ISO 8601."),
      by: z.enum(keys).default("none").describe("What the series are."),
      series: wholeNumber(1, 100).default(20).describe("The most series; those with most positions stay, the rest is in `others`."),
    },
    without: [],
    data: TimelineAnswer,
    async answer({ options, conditions }) {
      const field = fields.find((name) => parameterName(name) === options.by) ?? null;
      const counts = await countByDay(store, conditions, field);
      const [from, to] = (["from", "to"] as const).map((operator) => boundOf(conditions, operator)) as [string | null, string | null];
      const { series, ...rest } = timeline(counts, { size: options.bucket, from, to, series: options.series });
      const labels = await labelsOf(
        store,
        codes,
        field,
        series.map(({ key }) => key),
      );
      return {
        data: { ...rest, series: series.map(({ key, total }) => ({ id: key, label: labels.get(key) ?? key, total })) },
        options: { from, to },
        counted: counts.reduce((sum, { count }) => sum + count, 0),
        truncated: rest.earlier > 0,
      };
    },
  });
}

const boundOf = (conditions: readonly Condition[], operator: "from" | "to"): string | null =>
  (conditions.find((one) => one.operator === operator)?.values[0] as string | undefined) ?? null;

/** Readable names of a field's values; codes are their own names. */
async function labelsOf(store: Store, { issues, topics }: Codes, field: string | null, keys: readonly string[]): Promise<Map<string, string>> {
  const { to } = (field === null ? undefined : Object.values<Reference>(positions.references).find((reference) => reference.field === field)) ?? {};
  if (field === "issue_id" || field === "topic_id") return new Map([...issues, ...topics].map(({ id, label }) => [id, label]));
  if (to === undefined) return new Map();
  return new Map((await rowsById(store, resources[to as ResourceName] as Resource, keys)).map(({ id, name }) => [id, String(name)]));
}
