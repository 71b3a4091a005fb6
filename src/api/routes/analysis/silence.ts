// `/v1/analysis/silence`: who says nothing on what, told from what nobody covered.
import * as z from "zod";
import { holdersOf } from "../../../analysis/history.ts";
import { silence } from "../../../analysis/silence.ts";
import { SilenceAnswer } from "../../../domain/analysis/answers.ts";
import { asOf, by, counting, independent, limit } from "../../../domain/analysis/parameters.ts";
import { silenceStatuses } from "../../../domain/analysis/words.ts";
import { actors } from "../../../domain/resources/actors.ts";
import type { Condition } from "../../../domain/resources/list-query.ts";
import { lastDayOf } from "../../../domain/resources/values.ts";
import { rowsById } from "../../../store/lists.ts";
import type { Store } from "../../../store/open.ts";
import { coverageOf, issuesOf, lastPublished } from "../../../store/reads/analysis.ts";
import { addAnalysis, type Codes } from "../../analysis.ts";
import { issueNames, standing } from "../../standings.ts";
import type { App } from "../../types.ts";

export function addSilence(app: App, store: Store, codes: Codes): void {
  const named = issueNames(codes.issues);
  addAnalysis(app, store, codes, {
    name: "silence",
    operationId: "analyseSilence",
    summary: "Who says nothing on what",
    description:
      "Each party or actor on each issue, the longest silence first: when it last said something, and how many articles have named it since, which tells no statement from no coverage. Holders and issues are those of the matching positions, and those that `actor`, `party` and `issue` name.",
    options: {
      as_of: asOf.describe("A day, month or year: silence is counted to its end. Default: the last day on which an article appeared."),
      by: by("party"),
      status: z
        .enum(["any", ...silenceStatuses])
        .default("any")
        .describe("`silent`: the holder was in the news since. `not_covered`: it was not. `any`: both."),
      ...counting,
      independent,
      holders: limit(20, 100).describe("The most holders; those that are named, then those with most positions, stay."),
      limit: limit(200),
    },
    without: ["to"],
    data: z.array(SilenceAnswer),
    async answer({ options, conditions, standing: readStanding, quotes }) {
      const as_of = options.as_of === undefined ? await lastPublished(store) : lastDayOf(options.as_of);
      if (as_of === null) return { data: [], options: { as_of } };
      // One more than is shown tells whether there are more.
      const { statements, held } = await readStanding(options.by, [until(as_of)], { of: "statements", most: options.holders + 1 });
      const asked = await rowsById(store, actors, namedIn(conditions, `${options.by}_id`));
      const all = new Map(
        [...asked.map(({ id, name }) => ({ id, name: String(name) })), ...holdersOf(statements, held, options.by)].map((holder) => [holder.id, holder]),
      );
      const holders = [...all.values()].slice(0, options.holders);
      const ids = holders.map(({ id }) => id);
      const spoken = new Set([...(await issuesOf(store, [...conditions, until(as_of)])), ...namedIn(conditions, "issue_id")]);
      const issues = codes.issues.filter(({ id }) => spoken.has(id));
      const coverage = await coverageOf(store, ids, options.by);
      const wanted = silence(statements, holders, issues, coverage, { ...options, as_of }).filter(
        ({ status }) => options.status === "any" || status === options.status,
      );
      const shown = wanted.slice(0, options.limit);
      const evidence = await quotes(shown.map(({ last }) => last?.statements ?? []));
      return {
        data: shown.map(({ issue_id, last, ...entry }) => ({ ...entry, ...named(issue_id), last: last && standing(last, evidence) })),
        options: { as_of },
        truncated: wanted.length > shown.length || all.size > holders.length,
      };
    },
  });
}

/** Ids that a filter on this field names. */
const namedIn = (conditions: readonly Condition[], field: string): string[] =>
  conditions.filter(({ target, operator }) => target === field && operator === "in").flatMap(({ values }) => values.map(String));

const until = (day: string): Condition => ({ parameter: "as_of", target: "stated", operator: "to", values: [day] });
