// `/v1/analysis/timeline`: positions over time.
import { z } from "zod";
import { timeline } from "../../../analysis/timeline.ts";
import { TimelineAnswer } from "../../../domain/analysis/answers.ts";
import { bucketSizes } from "../../../domain/analysis/words.ts";
import type { Condition } from "../../../domain/resources/list-query.ts";
import { positions } from "../../../domain/resources/positions.ts";
import { parameterName } from "../../../domain/resources/resource.ts";
import { wholeNumber } from "../../../domain/resources/values.ts";
import type { Store } from "../../../store/open.ts";
import { countByDay } from "../../../store/reads/analysis.ts";
import { labelsOf } from "../../../store/reads/facets.ts";
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
      const keys = series.map(({ key }) => key);
      const labels = field === null ? new Map<string, string>() : await labelsOf(store, positions, field, keys);
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
