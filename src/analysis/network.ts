// Who agrees with whom: one edge between any two holders that speak on a common issue. Pure.
import type { Holder, Statement } from "../domain/analysis/statements.ts";
import type { Relation } from "../domain/analysis/words.ts";
import { bounded, compareText, groupBy } from "../domain/collect.ts";
import { type HistoryOptions, histories, latestOf, type Moment } from "./history.ts";
import { judge } from "./relation.ts";

type EdgeRelation = Exclude<Relation, "unknown">;

interface Edge {
  /** The two holders, in the order of their ids. */
  source: string;
  target: string;
  /** Issues by how the two stand to each other on them. */
  issues: Record<EdgeRelation, string[]>;
  moments: Moment[];
}

interface Network {
  /** By number of issues spoken on, then id. */
  nodes: (Holder & { issues: number })[];
  edges: Edge[];
  truncated: boolean;
}

/** The `limit` holders that speak on most issues, and the edges between them by the latest stances. Pairs without a common issue have no edge. */
export function network(statements: readonly Statement[], { limit, ...options }: HistoryOptions & { limit: number }): Network {
  const byHolder = [...groupBy(histories(statements, options), ({ holder }) => holder.id).values()].map((own) => ({
    holder: (own[0] as (typeof own)[number]).holder,
    standing: new Map(own.map((history) => [history.issue_id, latestOf(history)])),
  }));
  byHolder.sort((a, b) => b.standing.size - a.standing.size || compareText(a.holder.id, b.holder.id));
  const { kept, truncated } = bounded(byHolder, limit);
  const inOrder = [...kept].sort((a, b) => compareText(a.holder.id, b.holder.id));
  const edges = inOrder.flatMap((one, at) => inOrder.slice(at + 1).flatMap((other) => edgeOf(one, other)));
  return { nodes: kept.map(({ holder, standing }) => ({ ...holder, issues: standing.size })), edges, truncated };
}

interface Standing {
  holder: Holder;
  standing: ReadonlyMap<string, Moment>;
}

function edgeOf(one: Standing, other: Standing): Edge[] {
  const issues: Edge["issues"] = { agreed: [], bridgeable: [], opposed: [] };
  const moments: Moment[] = [];
  for (const [issue, ours] of one.standing) {
    const theirs = other.standing.get(issue) ?? null;
    const { relation } = judge(ours, theirs);
    if (relation === "unknown" || !theirs) continue;
    issues[relation].push(issue);
    moments.push(ours, theirs);
  }
  return moments.length === 0 ? [] : [{ source: one.holder.id, target: other.holder.id, issues, moments }];
}
