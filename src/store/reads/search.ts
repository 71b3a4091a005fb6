// What full text finds in each resource, with the text to show. Ranks by how well the words fit.
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { SearchQuery } from "../../domain/search.ts";
import { bestMatches } from "../full-text.ts";
import type { Store } from "../open.ts";
import { evidenceOf } from "./evidence.ts";

export interface Found {
  id: string;
  title: string | null;
  /** The text to take a snippet from. */
  text: string;
  /** When it was published, stated or held, as reported. */
  date: string | null;
}

/** Articles by title and text, the best first. Two statements. */
export async function foundArticles(store: Store, query: SearchQuery, most: number): Promise<Found[]> {
  const { articles } = store.t;
  const ids = await bestMatches(store, "articles", query, most);
  if (ids.length === 0) return [];
  const rows = await store.db
    .select({ id: articles.id, title: articles.title, text: articles.text, date: articles.published })
    .from(articles)
    .where(inArray(articles.id, ids));
  return inOrder(ids, rows);
}

/** Positions by the words that show them, the best first. Three statements. */
export async function foundPositions(store: Store, query: SearchQuery, most: number): Promise<Found[]> {
  const { positions, actors, issues } = store.t;
  const ids = await bestMatches(store, "positions", query, most);
  if (ids.length === 0) return [];
  const rows = await store.db
    .select({ id: positions.id, actor: actors.name, stance: positions.stance, issue: issues.label, date: positions.stated })
    .from(positions)
    .innerJoin(actors, eq(actors.id, positions.actor_id))
    .innerJoin(issues, eq(issues.id, positions.issue_id))
    .where(inArray(positions.id, ids));
  const quotes = await evidenceOf(store, "position_id", ids);
  return inOrder(
    ids,
    rows.map(({ id, actor, stance, issue, date }) => ({ id, date, title: `${actor}: ${stance}, ${issue}`, text: textOf(quotes.get(id)) })),
  );
}

/** Rounds by the words that tell of them, the best first, each once. Three statements. */
export async function foundRounds(store: Store, query: SearchQuery, most: number): Promise<Found[]> {
  const { rounds, round_reports } = store.t;
  const reports = await bestMatches(store, "round_reports", query, most * 4);
  if (reports.length === 0) return [];
  const rows = await store.db
    .select({ report: round_reports.id, id: rounds.id, kind: rounds.kind, place: rounds.place, date: rounds.when })
    .from(round_reports)
    .innerJoin(rounds, eq(rounds.id, round_reports.round_id))
    .where(and(inArray(round_reports.id, reports), isNotNull(round_reports.round_id)));
  const byReport = new Map(rows.map((row) => [row.report, row]));
  const best = new Map<string, string>();
  for (const report of reports) {
    const round = byReport.get(report)?.id;
    if (round !== undefined && !best.has(round) && best.size < most) best.set(round, report);
  }
  const quotes = await evidenceOf(store, "round_report_id", [...best.values()]);
  return [...best].flatMap(([id, report]) => {
    const row = byReport.get(report);
    return row ? [{ id, title: row.place === null ? row.kind : `${row.kind}, ${row.place}`, text: textOf(quotes.get(report)), date: row.date }] : [];
  });
}

const textOf = (evidence: readonly { quote: string }[] = []): string => evidence.map(({ quote }) => quote).join("\n");

function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
