// The rows that analysis is made of: statements under filters, their words, counts by day, coverage by day. Compares nothing.
import { and, asc, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import { type By, type Held, type Statement, statementFields } from "../../domain/analysis/statements.ts";
import type { Condition } from "../../domain/resources/list-query.ts";
import { positions } from "../../domain/resources/positions.ts";
import { rounds } from "../../domain/resources/rounds.ts";
import type { Store } from "../open.ts";
import { columnsOf, tableNamed } from "./columns.ts";
import { grouped } from "./evidence.ts";
import { idList, runPrepared } from "./prepared.ts";
import { filterOf, shapeOf, valuesOf } from "./where.ts";

/** The most statements that one analysis reads. */
const maxStatements = 20_000;

/** The statements that match, the latest first; where there are more than `maxStatements` the oldest are left out. One statement of SQL. */
export async function readStatements(store: Store, conditions: readonly Condition[]): Promise<{ statements: Statement[]; truncated: boolean }> {
  const { t } = store;
  const build = () => {
    const { columns, joins } = columnsOf(positions, statementFields);
    let rows = store.db.select(columns).from(tableNamed(positions.name)).$dynamic();
    for (const { table, on } of joins) rows = rows.leftJoin(table, on);
    return rows
      .where(filterOf(store, positions, conditions))
      .orderBy(sql`${t.positions.stated_from} desc nulls last`, desc(t.positions.id))
      .limit(maxStatements + 1);
  };
  const rows = await runPrepared<Statement>(store, `statements ${shapeOf(conditions)}`, build, valuesOf(conditions));
  return { statements: rows.slice(0, maxStatements), truncated: rows.length > maxStatements };
}

/** The first so many holders: those with most statements, or those who speak on most issues; of equals the smaller id. */
export interface Leading {
  of: "statements" | "issues";
  most: number;
}

/**
 * Of the statements that match, those that stand: each holder's on each issue with the latest first day (see `histories`), and how many there are of each in all.
 * Only the leading holders are read (null: all), `total` counts the statements of all. One statement of SQL.
 */
export async function readStanding(
  store: Store,
  conditions: readonly Condition[],
  by: By,
  leading: Leading | null,
): Promise<{ statements: Statement[]; held: Held[]; total: number; truncated: boolean }> {
  const base = tableNamed(positions.name);
  const { t } = store;
  const holder = by === "actor" ? sql<string>`${t.positions.actor_id}` : sql<string>`coalesce(${t.positions.party_id}, ${t.positions.actor_id})`;
  const day = sql<string>`coalesce(${t.positions.stated_from}, ${t.positions.stated_to}, '')`;
  const build = () => {
    const where = filterOf(store, positions, conditions);
    const held = store.db.$with("held").as(
      store.db
        .select({
          holder_id: holder.as("holder_id"),
          issue: sql<string>`${t.positions.issue_id}`.as("issue"),
          latest: sql<string>`max(${day})`.as("latest"),
          count: sql<number>`count(*)`.as("count"),
        })
        .from(base)
        .where(where)
        .groupBy(sql`1, 2`),
    );
    const first = store.db
      .select({ id: held.holder_id })
      .from(held)
      .groupBy(sql`1`)
      .orderBy(desc(leading?.of === "issues" ? sql`count(*)` : sql`sum(${held.count})`), sql`1`)
      .limit(sql.placeholder("most"));
    const { columns, joins } = columnsOf(positions, statementFields);
    let rows = store.db
      .with(held)
      .select({ ...columns, holder_id: held.holder_id, count: held.count, total: sql<number>`(select sum(${held.count}) from ${held})` })
      .from(base)
      .innerJoin(held, sql`${held.holder_id} = ${holder} and ${held.issue} = ${t.positions.issue_id} and ${held.latest} = ${day}`)
      .$dynamic();
    for (const { table, on } of joins) rows = rows.leftJoin(table, on);
    return rows.where(and(where, leading === null ? undefined : sql`${held.holder_id} in ${first}`)).limit(maxStatements + 1);
  };
  const shape = `standing ${by} ${leading?.of ?? "all"} ${shapeOf(conditions)}`;
  const rows = await runPrepared<Statement & { holder_id: string; count: number; total: number }>(store, shape, build, {
    ...valuesOf(conditions),
    most: leading?.most,
  });
  const held = new Map(rows.map(({ holder_id, issue_id, count }) => [`${holder_id} ${issue_id}`, { holder_id, issue_id, statements: count }]));
  const statements = rows.slice(0, maxStatements).map(({ holder_id: _, count: __, total: ___, ...statement }) => statement as Statement);
  return { statements, held: [...held.values()], total: rows[0]?.total ?? 0, truncated: rows.length > maxStatements };
}

/** The issues that matching statements are on. One statement of SQL. */
export async function issuesOf(store: Store, conditions: readonly Condition[]): Promise<string[]> {
  const { t } = store;
  const build = () =>
    store.db
      .selectDistinct({ id: t.positions.issue_id })
      .from(t.positions)
      .where(filterOf(store, positions, conditions));
  return (await runPrepared<{ id: string }>(store, `issues ${shapeOf(conditions)}`, build, valuesOf(conditions))).map(({ id }) => id);
}

/** Evidence by position, in the order of the text. One statement for each thousand positions. */
export async function quotesOf(store: Store, ids: readonly string[]): Promise<Map<string, { id: string; quote: string }[]>> {
  const { evidence } = store.t;
  const found: { owner: string; id: string; quote: string }[] = [];
  for (let at = 0; at < ids.length; at += 1000) {
    const { size, list, values } = idList(ids.slice(at, at + 1000), evidence.position_id);
    const build = () =>
      store.db
        .select({ owner: evidence.position_id, id: evidence.id, quote: evidence.quote })
        .from(evidence)
        .where(sql`${evidence.position_id} in (${list()})`)
        .orderBy(asc(evidence.position_id), asc(evidence.start), asc(evidence.id));
    found.push(...(await runPrepared<(typeof found)[number]>(store, `quotes ${size}`, build, values)));
  }
  return grouped(found, "owner");
}

/** How many positions begin on each day, by the value of a field. A null day: undated. One statement. */
export async function countByDay(
  store: Store,
  conditions: readonly Condition[],
  field: string | null,
): Promise<{ day: string | null; key: string | null; count: number }[]> {
  const { t } = store;
  const build = () => {
    const { columns, joins } = columnsOf(positions, field === null ? [] : [field]);
    const key = field === null ? sql<string | null>`null` : sql<string | null>`${columns[field]}`;
    let rows = store.db
      .select({ day: t.positions.stated_from, key: key.as("key"), count: sql<number>`count(*)` })
      .from(t.positions)
      .$dynamic();
    for (const { table, on } of joins) rows = rows.leftJoin(table, on);
    return rows.where(filterOf(store, positions, conditions)).groupBy(sql`1, 2`);
  };
  return runPrepared(store, `by day ${field} ${shapeOf(conditions)}`, build, valuesOf(conditions));
}

/** How many dated articles name each of the holders, by the day on which they appeared: a party is named where anyone is who speaks for it. One statement. */
export async function coverageOf(
  { db, t }: Store,
  holders: readonly string[],
  by: "actor" | "party",
): Promise<{ holder_id: string; day: string; articles: number }[]> {
  if (holders.length === 0) return [];
  const { mentions, actors, articles } = t;
  const ids = sql.join(
    holders.map((id) => sql`${id}`),
    sql`, `,
  );
  const party = sql<string>`coalesce(${actors.party_id}, ${actors.id})`;
  const holder = by === "actor" ? sql<string>`${actors.id}` : party;
  const among =
    by === "actor" ? sql`${actors.id} in (${ids})` : or(sql`${actors.party_id} in (${ids})`, sql`${actors.party_id} is null and ${actors.id} in (${ids})`);
  return db
    .select({ holder_id: holder, day: sql<string>`${articles.published_from}`, articles: sql<number>`count(distinct ${articles.id})` })
    .from(actors)
    .innerJoin(mentions, eq(mentions.actor_id, actors.id))
    .innerJoin(articles, eq(articles.id, mentions.article_id))
    .where(sql`${among} and ${isNotNull(articles.published_from)}`)
    .groupBy(sql`1, 2`);
}

const maxRounds = 500;

/** Matching rounds that articles of more than one source tell of, the latest first, 500 at most. One statement. */
export async function disputableRounds(store: Store, conditions: readonly Condition[]): Promise<{ ids: string[]; truncated: boolean }> {
  const { rounds: table, round_reports, articles } = store.t;
  const build = () =>
    store.db
      .select({ id: table.id })
      .from(table)
      .innerJoin(round_reports, eq(round_reports.round_id, table.id))
      .innerJoin(articles, eq(articles.id, round_reports.article_id))
      .where(filterOf(store, rounds, conditions))
      .groupBy(table.id)
      .having(sql`count(distinct ${articles.source_id}) > 1`)
      .orderBy(sql`${table.when_from} desc nulls last`, asc(table.id))
      .limit(maxRounds + 1);
  const found = await runPrepared<{ id: string }>(store, `disputable rounds ${shapeOf(conditions)}`, build, valuesOf(conditions));
  return { ids: found.slice(0, maxRounds).map(({ id }) => id), truncated: found.length > maxRounds };
}

/** The last day on which an article appeared. Null: none is dated. */
export async function lastPublished({ db, t }: Store): Promise<string | null> {
  const [row] = await db.select({ day: sql<string | null>`max(${t.articles.published_from})` }).from(t.articles);
  return row?.day ?? null;
}
