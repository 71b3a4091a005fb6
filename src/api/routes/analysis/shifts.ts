// `/v1/analysis/shifts`: who moved.
import * as z from "zod";
import { shifts } from "../../../analysis/shifts.ts";
import { ShiftAnswer } from "../../../domain/analysis/answers.ts";
import { by, counting, independent, limit } from "../../../domain/analysis/parameters.ts";
import type { Store } from "../../../store/open.ts";
import { addAnalysis, type Codes } from "../../analysis.ts";
import { issueNames, quotedStanding } from "../../standings.ts";
import type { App } from "../../types.ts";

export function addShifts(app: App, store: Store, codes: Codes): void {
  const named = issueNames(codes.issues);
  addAnalysis(app, store, codes, {
    name: "shifts",
    operationId: "analyseShifts",
    summary: "Who moved",
    description:
      "Each change of stance or act of a party or actor on an issue, the latest first, with what it said before and after. Only where the order of the two is certain from their dates.",
    options: {
      by: by("party"),
      changed: z.enum(["any", "stance", "act"]).default("any").describe("Shifts of the stance, shifts of the act while the stance stays, or any."),
      ...counting,
      past: counting.past
        .removeDefault()
        .default("any")
        .describe(
          "Stances that are told as former ones: `any` takes them as what an actor moved from, never to; `false` leaves them out, `true` takes them alone.",
        ),
      independent,
      limit: limit(100),
    },
    without: [],
    data: z.array(ShiftAnswer),
    async answer({ options, read, quotes }) {
      const all = shifts(await read(), options);
      const wanted = all.filter(({ changed }) => options.changed === "any" || (options.changed === "stance") === changed.includes("stance"));
      const shown = wanted.slice(0, options.limit);
      const evidence = await quotes(shown.flatMap(({ before, after }) => [before.statements, after.statements]));
      return {
        data: shown.map(({ issue_id, before, after, ...shift }) => ({
          ...shift,
          ...named(issue_id),
          before: quotedStanding(before, evidence),
          after: quotedStanding(after, evidence),
        })),
        truncated: wanted.length > shown.length,
      };
    },
  });
}
