// Holders × issues or topics: the latest stance in each cell. Pure; which statements count was decided before.
import type { Held, Holder, IssueRef, Statement } from "../domain/analysis/statements.ts";
import { bounded, compareText, groupBy } from "../domain/collect.ts";
import { type History, type HistoryOptions, histories, latestOf, type Moment } from "./history.ts";

interface MatrixCell {
  row_id: string;
  /** Issue or topic; of a topic's issues each has a cell of its own. */
  column_id: string;
  issue_id: string;
  moment: Moment;
  /** Statements of earlier times, which the moment supersedes. */
  superseded: number;
}

interface Matrix {
  rows: (Holder & { statements: number })[];
  columns: { id: string; label: string }[];
  cells: MatrixCell[];
  truncated: boolean;
}

interface MatrixOptions extends HistoryOptions {
  columns: "issue" | "topic";
  /** The most rows; those with most statements stay. */
  limit: number;
}

/**
 * Rows by number of statements, then id; columns and cells in the order of `issues` and `topics`, which are the codebook's. Columns without a cell are left out.
 * `statements` need hold those that stand alone; `held` says how many there are in all.
 */
export function matrix(
  statements: readonly Statement[],
  held: readonly Held[],
  issues: readonly IssueRef[],
  topics: readonly { id: string; label: string }[],
  options: MatrixOptions,
): Matrix {
  const counts = new Map(held.map((one) => [`${one.holder_id} ${one.issue_id}`, one.statements]));
  const countOf = ({ holder, issue_id }: History) => counts.get(`${holder.id} ${issue_id}`) ?? 0;
  const byHolder = [...groupBy(histories(statements, options), ({ holder }) => holder.id).values()];
  const rows = byHolder
    .map((own) => ({ ...(own[0] as History).holder, statements: own.reduce((sum, history) => sum + countOf(history), 0), own }))
    .sort((a, b) => b.statements - a.statements || compareText(a.id, b.id));
  const { kept, truncated } = bounded(rows, options.limit);
  const place = new Map(issues.map(({ id }, at) => [id, at]));
  const cells = kept.flatMap(({ id, own }) =>
    own
      .map((history): MatrixCell => {
        const moment = latestOf(history);
        return {
          row_id: id,
          column_id: options.columns === "topic" ? history.topic_id : history.issue_id,
          issue_id: history.issue_id,
          moment,
          superseded: countOf(history) - moment.statements.length - moment.others.length,
        };
      })
      .sort((a, b) => (place.get(a.issue_id) ?? 0) - (place.get(b.issue_id) ?? 0)),
  );
  const filled = new Set(cells.map(({ column_id }) => column_id));
  const columns = (options.columns === "topic" ? topics : issues).filter(({ id }) => filled.has(id)).map(({ id, label }) => ({ id, label }));
  return { rows: kept.map(({ own: _, ...row }) => row), columns, cells, truncated };
}
