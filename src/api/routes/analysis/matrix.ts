// `/v1/analysis/matrix`: who stands where.
import * as z from "zod";
import { matrix } from "../../../analysis/matrix.ts";
import { MatrixAnswer } from "../../../domain/analysis/answers.ts";
import { asOf, by, counting, independent, limit } from "../../../domain/analysis/parameters.ts";
import type { Store } from "../../../store/open.ts";
import { addAnalysis, type Codes } from "../../analysis.ts";
import { standing } from "../../standings.ts";
import type { App } from "../../types.ts";

export function addMatrix(app: App, store: Store, codes: Codes): void {
  addAnalysis(app, store, codes, {
    name: "matrix",
    operationId: "analyseMatrix",
    summary: "Who stands where",
    description:
      "Parties or actors by issues or topics: the latest stance in each cell, with its conditions, the number of independent sources and the evidence. A later position supersedes an earlier one.",
    options: {
      as_of: asOf,
      by: by("party"),
      columns: z.enum(["issue", "topic"]).default("issue").describe("What the columns are. A topic's cell has an entry for each of its issues."),
      ...counting,
      independent,
      limit: limit(50),
    },
    without: ["to"],
    data: MatrixAnswer,
    async answer({ options, standing: readStanding, quotes }) {
      // One more than is shown tells whether there are more.
      const { statements, held } = await readStanding(options.by, [], { of: "statements", most: options.limit + 1 });
      const { rows, columns, cells, truncated } = matrix(statements, held, codes.issues, codes.topics, options);
      const evidence = await quotes(cells.map(({ moment }) => moment.statements));
      return {
        data: {
          rows: rows.map(({ statements, ...row }) => ({ ...row, reports: statements })),
          columns,
          cells: cells.map(({ moment, ...cell }) => ({ ...cell, ...standing(moment, evidence) })),
        },
        truncated,
      };
    },
  });
}
