// Two holders, issue by issue: what they agree on, what could be bridged, what divides them. Pure.
import type { IssueRef, Statement } from "../domain/analysis/statements.ts";
import { type HistoryOptions, histories, latestOf, type Moment } from "./history.ts";
import { type Judgement, judge } from "./relation.ts";

interface ComparedIssue extends Judgement {
  issue: IssueRef;
  /** What stands on each side, in the order of `between`. Null: silent. */
  sides: [Moment | null, Moment | null];
}

/** Every issue on which one of the two holders says something, in the order of `issues`. */
export function compare(
  statements: readonly Statement[],
  issues: readonly IssueRef[],
  between: readonly [string, string],
  options: HistoryOptions,
): ComparedIssue[] {
  const all = histories(statements, options);
  const standing = new Map(all.map((history) => [`${history.holder.id} ${history.issue_id}`, latestOf(history)]));
  return issues.flatMap((issue) => {
    const [a, b] = between.map((holder) => standing.get(`${holder} ${issue.id}`) ?? null) as [Moment | null, Moment | null];
    return a || b ? [{ issue, sides: [a, b], ...judge(a, b) }] : [];
  });
}
