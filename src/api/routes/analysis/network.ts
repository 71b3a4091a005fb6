// `/v1/analysis/network`: who agrees with whom, as JSON or as GraphML.
import * as z from "zod";
import { network } from "../../../analysis/network.ts";
import { NetworkAnswer } from "../../../domain/analysis/answers.ts";
import { asOf, by, counting, independent, limit } from "../../../domain/analysis/parameters.ts";
import { graphml } from "../../../export/graphml.ts";
import type { Store } from "../../../store/open.ts";
import { addAnalysis, type Codes } from "../../analysis.ts";
import { evidenceIds, shownIds } from "../../standings.ts";
import type { App } from "../../types.ts";

const graphmlType = "application/graphml+xml";

export function addNetwork(app: App, store: Store, codes: Codes): void {
  addAnalysis(app, store, codes, {
    name: "network",
    operationId: "analyseNetwork",
    summary: "Who agrees with whom",
    description:
      "Parties or actors as nodes; between any two that speak on a common issue an edge with the number of issues on which they agree, could be brought together, or are opposed by their latest positions, as `/v1/analysis/compare` judges.",
    options: {
      as_of: asOf,
      by: by("party"),
      ...counting,
      independent,
      limit: limit(30, 200).describe("The most nodes; those that speak on most issues stay."),
      format: z.enum(["json", "graphml"]).default("json").describe("GraphML is for graph programs; it leaves out the ids of positions and evidence."),
    },
    without: ["to"],
    data: NetworkAnswer,
    other: {
      type: graphmlType,
      description: "The network as GraphML.",
      wanted: ({ format }) => format === "graphml",
      write: (data) => graphml(NetworkAnswer.parse(data)),
    },
    async answer({ options, standing, quotes }) {
      // One more than is shown tells whether there are more.
      const { statements } = await standing(options.by, [], { of: "issues", most: options.limit + 1 });
      const { nodes, edges, truncated } = network(statements, options);
      const evidence = await quotes(edges.flatMap(({ moments }) => moments.map(({ statements }) => statements)));
      return {
        data: {
          nodes,
          edges: edges.map(({ source, target, issues, moments }) => {
            const ids = [...new Set(moments.flatMap(({ statements }) => shownIds(statements)))];
            return {
              source,
              target,
              agreed: issues.agreed.length,
              bridgeable: issues.bridgeable.length,
              opposed: issues.opposed.length,
              issues,
              position_ids: ids,
              evidence_ids: evidenceIds(ids, evidence),
            };
          }),
        },
        truncated,
      };
    },
  });
}
