// Who has not spoken on what since when, and whether the news looked: no statement is told from no coverage. Pure; reads no clock.
import type { By, Holder, Independence, IssueRef, Statement } from "../domain/analysis/statements.ts";
import type { SilenceStatus } from "../domain/analysis/words.ts";
import { compareText } from "../domain/collect.ts";
import { daysBetween } from "../domain/dates.ts";
import { histories, latestOf, type Moment } from "./history.ts";

interface Silence {
  holder: Holder;
  issue_id: string;
  /** What was said last. Null: never anything, as far as the record goes. */
  last: Moment | null;
  /** From the last day that it can mean to `as_of`. Null: never said. */
  days_since: number | null;
  /** Articles on the holder that appeared since, `as_of` included; all of them where nothing was ever said. */
  articles_since: number;
  /** `silent`: the news covered the holder and it said nothing on the issue. `not_covered`: no article since. */
  status: SilenceStatus;
}

/** Articles that cover a holder, by the day on which they appeared. */
interface Coverage {
  holder_id: string;
  day: string;
  articles: number;
}

interface SilenceOptions {
  by: By;
  independent: Independence;
  /** ISO day. Nothing later is in `statements`. */
  as_of: string;
}

/** Every holder on every issue, the longest silence first: never before ever, then by days, articles, ids. Statements without a date must be left out. */
export function silence(
  statements: readonly Statement[],
  holders: readonly Holder[],
  issues: readonly IssueRef[],
  coverage: readonly Coverage[],
  { by, independent, as_of }: SilenceOptions,
): Silence[] {
  const standing = new Map(histories(statements, { by, independent }).map((history) => [`${history.holder.id} ${history.issue_id}`, latestOf(history)]));
  const articles = new Map(holders.map(({ id }) => [id, coverage.filter(({ holder_id, day }) => holder_id === id && day <= as_of)]));
  return holders
    .flatMap((holder) =>
      issues.map(({ id }): Silence => {
        const last = standing.get(`${holder.id} ${id}`) ?? null;
        const lastDay = last && earlier(last.to ?? (last.from as string), as_of);
        const since = (articles.get(holder.id) ?? []).filter(({ day }) => lastDay === null || day > lastDay);
        const articles_since = since.reduce((sum, { articles }) => sum + articles, 0);
        return {
          holder,
          issue_id: id,
          last,
          days_since: lastDay === null ? null : daysBetween(lastDay, as_of),
          articles_since,
          status: articles_since > 0 ? "silent" : "not_covered",
        };
      }),
    )
    .sort(
      (a, b) =>
        (b.days_since ?? Number.POSITIVE_INFINITY) - (a.days_since ?? Number.POSITIVE_INFINITY) ||
        b.articles_since - a.articles_since ||
        compareText(a.holder.id, b.holder.id) ||
        compareText(a.issue_id, b.issue_id),
    );
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
