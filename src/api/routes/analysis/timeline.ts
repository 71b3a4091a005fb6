// `/v1/analysis/timeline`: positions over time.
import * as z from "zod";
import { type DayCount, maxBuckets, sizeFor, timeline } from "../../../analysis/timeline.ts";
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
      "Counts of positions by day, ISO week or month, without gaps from `from` to `to`, or from the first to the last, the last 2,000 at most. A position counts once, in the bucket of the first day that its date can mean. Buckets and undated positions together are what `/v1/positions` lists under the same filters.",
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
      const { series, cut, ...rest } = timeline(counts, { size: options.bucket, from, to, series: options.series });
      const keys = series.map(({ key }) => key);
      const labels = field === null ? new Map<string, string>() : await labelsOf(store, positions, field, keys);
      return {
        data: {
          ...rest,
          left_out: cut && { ...cut, help: helpFor(cut.from, rest.buckets.at(-1)?.to ?? cut.to, counts) },
          series: series.map(({ key, total }) => ({ id: key, label: labels.get(key) ?? key, total })),
        },
        options: { from, to },
        counted: counts.reduce((sum, { count }) => sum + count, 0),
        truncated: cut !== null,
      };
    },
  });
}

/** How to see all of a time that has too many buckets, or all of the rows in it. */
function helpFor(from: string, to: string, counts: readonly DayCount[]): string {
  const days = counts.flatMap(({ day }) => day ?? []).sort();
  const [size, first, last] = [sizeFor(from, to), days[0], days.at(-1)];
  const ways = [...(size === null ? [] : [`bucket=${size}`]), ...(first === undefined ? [] : [`from=${first}&to=${last}, where positions begin`])];
  return `an answer has at most ${maxBuckets} buckets, the last ones; ask for ${ways.join(", or for ") || "a shorter time"}`;
}

const boundOf = (conditions: readonly Condition[], operator: "from" | "to"): string | null =>
  (conditions.find((one) => one.operator === operator)?.values[0] as string | undefined) ?? null;
