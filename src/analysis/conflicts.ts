// Sources that contradict one another on a position: for against against, by one holder on one issue, for days that overlap. Pure. Rounds are in claims.ts.
import type { Holder, Statement } from "../domain/analysis/statements.ts";
import { compareText, groupBy } from "../domain/collect.ts";
import { countOrigins, type HistoryOptions, holderOf, originOf, surestFirst } from "./history.ts";

interface Conflict {
  holder: Holder;
  issue_id: string;
  target_id: string | null;
  /** The days that both sides can mean. */
  from: string | null;
  to: string | null;
  sides: [ConflictSide, ConflictSide];
}

interface ConflictSide {
  stance: "for" | "against";
  /** Those that a source of the other side contradicts, the surest first. */
  statements: Statement[];
  /** Independent reports. */
  sources: number;
}

/**
 * Conflicts, the latest first. Two reports of one source (see `originOf`) never contradict each other here, nor do statements on different targets, `mixed` ones, or those without a date.
 * One conflict for each pair of times: a report of a month meets those of each of its days.
 */
export function conflicts(statements: readonly Statement[], { by, independent }: Pick<HistoryOptions, "by" | "independent">): Conflict[] {
  const dated = statements.filter(({ stance, stated_from, stated_to }) => stance !== "mixed" && (stated_from !== null || stated_to !== null));
  const questions = groupBy(dated, (statement) => `${holderOf(statement, by).id} ${statement.issue_id} ${statement.target_id ?? ""}`);
  return [...questions.values()]
    .flatMap((own) => {
      const [fors, againsts] = (["for", "against"] as const).map((stance) => timesOf(own.filter((statement) => statement.stance === stance))) as [
        Time[],
        Time[],
      ];
      const { issue_id, target_id } = own[0] as Statement;
      const holder = holderOf(own[0] as Statement, by);
      return fors.flatMap((one) =>
        againsts.flatMap((other): Conflict[] => {
          const [from, to] = [one.from > other.from ? one.from : other.from, one.to < other.to ? one.to : other.to];
          if (from > to) return [];
          const sides = [
            sideOf("for", contradicted(one.statements, other.statements, independent), independent),
            sideOf("against", contradicted(other.statements, one.statements, independent), independent),
          ] as [ConflictSide, ConflictSide];
          if (sides.some(({ statements }) => statements.length === 0)) return [];
          return [{ holder, issue_id, target_id, from: from === first ? null : from, to: to === last ? null : to, sides }];
        }),
      );
    })
    .sort(
      (a, b) =>
        compareText(b.from ?? "", a.from ?? "") ||
        compareText(a.holder.id, b.holder.id) ||
        compareText(a.issue_id, b.issue_id) ||
        compareText(a.target_id ?? "", b.target_id ?? "") ||
        compareText(a.to ?? "", b.to ?? ""),
    );
}

interface Time {
  from: string;
  to: string;
  statements: Statement[];
}

/** Where a date is open. */
const [first, last] = ["0000-01-01", "9999-12-31"];

function timesOf(statements: readonly Statement[]): Time[] {
  const times = groupBy(statements, ({ stated_from, stated_to }) => `${stated_from ?? first}/${stated_to ?? last}`);
  return [...times].map(([key, own]) => ({ from: key.slice(0, 10), to: key.slice(11), statements: own }));
}

/** The statements that rest on another source than at least one of the others. */
function contradicted(statements: readonly Statement[], others: readonly Statement[], independent: HistoryOptions["independent"]): Statement[] {
  const origins = new Set(others.map((statement) => originOf(statement, independent)));
  return statements.filter((statement) => origins.size > 1 || !origins.has(originOf(statement, independent))).sort(surestFirst);
}

const sideOf = (stance: "for" | "against", statements: Statement[], independent: HistoryOptions["independent"]): ConflictSide => ({
  stance,
  statements,
  sources: countOrigins(statements, independent),
});
