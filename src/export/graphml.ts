// The network as GraphML (graphml.graphdrawing.org). Counts and issues go along; ids of positions stay in the JSON.
import type { z } from "zod";
import type { NetworkAnswer } from "../domain/analysis/answers.ts";
import { element, escapeXml } from "./xml.ts";

const relations = ["agreed", "bridgeable", "opposed"] as const;

/** The whole document. An edge's `weight` is the number of issues that both speak on. */
export function graphml({ nodes, edges }: z.infer<typeof NetworkAnswer>): string {
  const key = (id: string, of: string, type: string) => element("key", { id, for: of, "attr.name": id, "attr.type": type });
  const data = (name: string, value: string) => element("data", { key: name }, escapeXml(value));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    key("name", "node", "string"),
    key("issues", "node", "int"),
    key("weight", "edge", "int"),
    ...relations.flatMap((relation) => [key(relation, "edge", "int"), key(`${relation}_issues`, "edge", "string")]),
    '<graph id="network" edgedefault="undirected">',
    ...nodes.map(({ id, name, issues }) => element("node", { id }, data("name", name) + data("issues", String(issues)))),
    ...edges.map((edge) => {
      const counts = relations.flatMap((relation) => [data(relation, String(edge[relation])), data(`${relation}_issues`, edge.issues[relation].join(" "))]);
      const weight = data("weight", String(edge.agreed + edge.bridgeable + edge.opposed));
      return element("edge", { source: edge.source, target: edge.target }, weight + counts.join(""));
    }),
    "</graph>",
    "</graphml>",
  ];
  return `${lines.join("\n")}\n`;
}
