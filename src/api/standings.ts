// Moments and statements in the form in which analysis answers them: with evidence, bounded, by ids. Decides nothing.
import type { Moment } from "../analysis/history.ts";
import type { QuotedStanding, Standing } from "../domain/analysis/answers.ts";
import type { IssueRef, QuotedStatement, Statement } from "../domain/analysis/statements.ts";

/** Evidence by position id. */
export type Quotes = ReadonlyMap<string, readonly { id: string; quote: string }[]>;

const maxIds = 50;
const maxShown = 10;

/** The ids whose evidence an answer needs. */
export const shownIds = (statements: readonly Statement[]): string[] => statements.slice(0, maxIds).map(({ id }) => id);

export const evidenceIds = (ids: readonly string[], quotes: Quotes): string[] => ids.flatMap((id) => (quotes.get(id) ?? []).map((one) => one.id));

export function standing({ from, to, statements, others, ...held }: Moment, quotes: Quotes): Standing {
  const ids = shownIds(statements);
  return {
    stance: held.stance,
    act: held.act,
    conditional: held.conditional,
    condition: held.condition,
    hedged: held.hedged,
    stated_from: from,
    stated_to: to,
    target_ids: [...new Set(statements.flatMap(({ target_id }) => target_id ?? []))].sort(),
    reports: statements.length,
    sources: held.sources,
    position_ids: ids,
    evidence_ids: evidenceIds(ids, quotes),
    contested_position_ids: shownIds(others),
  };
}

export const quotedStanding = (moment: Moment, quotes: Quotes): QuotedStanding => ({
  ...standing(moment, quotes),
  statements: quoted(moment.statements, quotes),
});

/** The first statements with their words. */
export const quoted = (statements: readonly Statement[], quotes: Quotes): QuotedStatement[] =>
  statements
    .slice(0, maxShown)
    .map((statement) => ({ ...statement, evidence: [...(quotes.get(statement.id) ?? [])], href: `/v1/positions/${encodeURIComponent(statement.id)}` }));

/** Names an issue beside its id; one that the codebook no longer holds is called by its id. */
export function issueNames(issues: readonly IssueRef[]): (id: string) => { issue_id: string; issue_label: string } {
  const labels = new Map(issues.map(({ id, label }) => [id, label]));
  return (id) => ({ issue_id: id, issue_label: labels.get(id) ?? id });
}
