// Edges between holders by what they hold in common.
import { expect, it } from "vitest";
import { network } from "../../src/analysis/network.ts";
import { statement } from "./statements.ts";

const options = { by: "party", independent: "source", limit: 10 } as const;

it("counts the issues on which two agree, could meet and are opposed", () => {
  const told = ["ceasefire", "withdrawal", "prisoners"].flatMap((issue_id) => [statement({ issue_id }), statement({ issue_id, party_id: "southmark" })]);
  const [first, second, third] = told.filter(({ party_id }) => party_id === "southmark") as [(typeof told)[0], (typeof told)[0], (typeof told)[0]];
  Object.assign(second, { stance: "against" });
  Object.assign(third, { conditional: true });
  const { nodes, edges } = network(told, options);
  expect(nodes).toEqual([
    { id: "norland", name: "norland", issues: 3 },
    { id: "southmark", name: "southmark", issues: 3 },
  ]);
  expect(edges.map(({ source, target, issues }) => ({ source, target, issues }))).toEqual([
    { source: "norland", target: "southmark", issues: { agreed: [first.issue_id], bridgeable: [third.issue_id], opposed: [second.issue_id] } },
  ]);
});

it("draws no edge between holders without a common issue", () => {
  expect(network([statement(), statement({ party_id: "southmark", issue_id: "prisoners" })], options).edges).toEqual([]);
});

it("keeps the holders that speak on most issues, and says that others were left out", () => {
  const told = [statement(), statement({ issue_id: "prisoners" }), statement({ party_id: "eastia" })];
  expect(network(told, { ...options, limit: 1 })).toMatchObject({ nodes: [{ id: "norland" }], edges: [], truncated: true });
});
