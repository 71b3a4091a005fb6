// Who moved: each change of stance or act of a holder on an issue, with what stood before and after. Pure.
import type { Holder, Statement } from "../domain/analysis/statements.ts";
import type { Direction } from "../domain/analysis/words.ts";
import { compareText } from "../domain/collect.ts";
import { daysBetween } from "../domain/dates.ts";
import type { Act, Stance } from "../domain/vocabulary.ts";
import { type History, type HistoryOptions, histories, latestOf, type Moment } from "./history.ts";

interface Shift {
  holder: Holder;
  issue_id: string;
  target_id: string | null;
  changed: ("stance" | "act")[];
  direction: Direction;
  before: Moment;
  after: Moment;
  /** From the last day of the one to the first day of the other; at least 1. Null: the article tells the stance before as a former one, without its day. */
  days_between: number | null;
}

/**
 * Shifts between neighbouring moments, the latest first. Only where the order is certain: moments without a date, and those whose days overlap, say nothing of a move.
 * What an article tells as a former stance (coding guide, 4: `past`) is never what was moved to; it stands before the earliest stance that is known, where the same
 * article tells that one too. Statements on different targets are different questions and never make a shift.
 */
export function shifts(statements: readonly Statement[], options: HistoryOptions): Shift[] {
  const told = { ...options, byTarget: true };
  const [current, former] = [false, true].map((past) => statements.filter((statement) => statement.past === past)) as [Statement[], Statement[]];
  return histories(current, told)
    .flatMap((history) => [...fromFormer(history, former, told), ...shiftsOf(history)])
    .sort(
      (a, b) =>
        compareText(b.after.from ?? "", a.after.from ?? "") ||
        compareText(a.holder.id, b.holder.id) ||
        compareText(a.issue_id, b.issue_id) ||
        compareText(a.target_id ?? "", b.target_id ?? ""),
    );
}

function shiftsOf({ holder, issue_id, target_id, moments }: History): Shift[] {
  return moments.flatMap((after, at) => {
    const before = moments[at - 1];
    if (!before || before.to === null || after.from === null || before.to >= after.from) return [];
    if (before.stance === after.stance && before.act === after.act) return [];
    return [between({ holder, issue_id, target_id }, before, after, daysBetween(before.to, after.from))];
  });
}

function between(of: Pick<Shift, "holder" | "issue_id" | "target_id">, before: Moment, after: Moment, days_between: number | null): Shift {
  const changed = (["stance", "act"] as const).filter((what) => before[what] !== after[what]);
  return { ...of, changed, direction: directionOf(before, after), before, after, days_between };
}

/** The move to the history's first moment from another stance that its own articles tell as the former one. */
function fromFormer({ holder, issue_id, target_id, moments }: History, former: readonly Statement[], options: HistoryOptions): Shift[] {
  const after = moments[0] as Moment;
  const articles = new Set(after.statements.map(({ article_id }) => article_id));
  const told = former.filter((one) => articles.has(one.article_id) && one.stance !== after.stance);
  const before = histories(told, options).find((one) => one.holder.id === holder.id && one.issue_id === issue_id && one.target_id === target_id);
  return before ? [between({ holder, issue_id, target_id }, latestOf(before), after, null)] : [];
}

const side: Record<Stance, number> = { against: -1, mixed: 0, for: 1 };

/** How much an act commits: a signal, a move on what others want, a view, an offer or objection, a demand or refusal. */
const firmness: Record<Act, number> = {
  assess: 0,
  consider: 1,
  concede: 2,
  accept: 2,
  support: 3,
  propose: 4,
  oppose: 4,
  warn: 4,
  demand: 5,
  refuse: 5,
};

/** `towards` or `away` from the proposition where the stance moves; else `firmer` or `softer` by the act; `sideways` where the acts commit alike. */
function directionOf(before: Moment, after: Moment): Direction {
  const moved = side[after.stance] - side[before.stance];
  if (moved !== 0) return moved > 0 ? "towards" : "away";
  const firmer = firmness[after.act] - firmness[before.act];
  return firmer === 0 ? "sideways" : firmer > 0 ? "firmer" : "softer";
}
