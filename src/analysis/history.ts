// What each holder said on each issue over time: the ground of matrix, comparison, shifts, silence and network. Reads no clock.
import type { By, Held, Holder, Independence, Statement } from "../domain/analysis/statements.ts";
import { compareText, groupBy } from "../domain/collect.ts";
import { type Act, acts, type Stance, stances } from "../domain/vocabulary.ts";

/** What a holder holds at one time: all its statements of the same days, counted as one stance. */
export interface Moment {
  /** First and last day that the time can mean. Null: not known; such a moment comes before all others. */
  from: string | null;
  to: string | null;
  stance: Stance;
  act: Act;
  /** Whether any statement of the stance sets a condition. */
  conditional: boolean;
  condition: string | null;
  /** Whether every statement of the stance is hedged. */
  hedged: boolean;
  /** Statements of the stance, those of the act first, the surest first. Never empty. */
  statements: readonly Statement[];
  /** Statements of the same days with another stance. */
  others: readonly Statement[];
  /** Independent reports of the stance. */
  sources: number;
}

export interface History {
  holder: Holder;
  issue_id: string;
  topic_id: string;
  /** Set where histories are told apart by target. */
  target_id: string | null;
  /** Oldest first. Never empty. */
  moments: readonly Moment[];
}

export interface HistoryOptions {
  by: By;
  independent: Independence;
  /** Tells histories of different targets apart: who would have to act makes it another question. */
  byTarget?: boolean;
}

/** Who holds a statement: its actor, or the actor's party, or the actor itself where it has no party. */
export function holderOf(statement: Statement, by: By): Holder {
  const { actor_id, actor_name, party_id, party_name } = statement;
  return by === "party" && party_id !== null ? { id: party_id, name: party_name ?? party_id } : { id: actor_id, name: actor_name };
}

/** What two reports must not share to be independent: the article, the outlet that published it, or the source it rests on (the one that it cites, else the outlet). */
export function originOf({ article_id, source_id, cited_source_id }: Statement, independent: Independence): string {
  if (independent === "article") return article_id;
  return independent === "outlet" ? source_id : (cited_source_id ?? source_id);
}

/** How many independent reports there are among the statements. */
export const countOrigins = (statements: readonly Statement[], independent: Independence): number =>
  new Set(statements.map((statement) => originOf(statement, independent))).size;

/** The histories, by holder id, issue id and target. */
export function histories(statements: readonly Statement[], { by, independent, byTarget = false }: HistoryOptions): History[] {
  const key = (statement: Statement) => `${holderOf(statement, by).id} ${statement.issue_id} ${byTarget ? (statement.target_id ?? "") : ""}`;
  return [...groupBy(statements, key)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, own]) => {
      const [first] = own as [Statement, ...Statement[]];
      const times = groupBy(own, ({ stated_from, stated_to }) => `${stated_from ?? stated_to ?? ""}/${stated_to ?? "9999-12-31"}`);
      const moments = [...times].sort(([a], [b]) => compareText(a, b)).map(([, together]) => momentOf(together, independent));
      return { holder: holderOf(first, by), issue_id: first.issue_id, topic_id: first.topic_id, target_id: byTarget ? first.target_id : null, moments };
    });
}

/** Everyone who holds one of the statements, those who said most in all first, then by id. */
export function holdersOf(statements: readonly Statement[], held: readonly Held[], by: By): Holder[] {
  const said = new Map<string, number>();
  for (const { holder_id, statements } of held) said.set(holder_id, (said.get(holder_id) ?? 0) + statements);
  const holders = new Map(statements.map((statement) => [holderOf(statement, by).id, holderOf(statement, by)]));
  return [...holders.values()].sort((a, b) => (said.get(b.id) ?? 0) - (said.get(a.id) ?? 0) || compareText(a.id, b.id));
}

/** The moment that stands: a later position supersedes an earlier one (coding guide, 5). */
export const latestOf = ({ moments }: History): Moment => moments.at(-1) as Moment;

/** One moment from statements of the same days. The stance with most independent reports counts, then the surest one, then the vocabulary's first; so does the act. */
function momentOf(together: readonly Statement[], independent: Independence): Moment {
  const { stated_from, stated_to } = together[0] as Statement;
  const [stance, held] = bestOf(together, ({ stance }) => stance, stances, independent);
  const [act, ofAct] = bestOf(held, ({ act }) => act, acts, independent);
  const statements = [...ofAct.sort(surestFirst), ...held.filter((statement) => statement.act !== act).sort(surestFirst)];
  return {
    from: stated_from,
    to: stated_to,
    stance,
    act,
    conditional: held.some(({ conditional }) => conditional),
    condition: statements.find(({ condition }) => condition !== null)?.condition ?? null,
    hedged: held.every(({ hedged }) => hedged),
    statements,
    others: together.filter((statement) => statement.stance !== stance).sort(surestFirst),
    sources: countOrigins(held, independent),
  };
}

function bestOf<Code extends string>(
  statements: readonly Statement[],
  codeOf: (statement: Statement) => Code,
  order: readonly Code[],
  independent: Independence,
): [Code, Statement[]] {
  const weighed = [...groupBy(statements, codeOf)].map(([code, own]) => ({
    code,
    own,
    reports: countOrigins(own, independent),
    sure: Math.max(...own.map(({ confidence }) => confidence)),
  }));
  weighed.sort((a, b) => b.reports - a.reports || b.sure - a.sure || order.indexOf(a.code) - order.indexOf(b.code));
  const best = weighed[0] as (typeof weighed)[number];
  return [best.code, best.own];
}

/** Orders statements: the surest first, then by id. */
export const surestFirst = (a: Statement, b: Statement): number => b.confidence - a.confidence || compareText(a.id, b.id);
