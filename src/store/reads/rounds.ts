// What a round's record embeds, and the fuller record of one round: each article's account of it.
import { asc, eq, sql } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Participant, RoundItem, RoundReport } from "../../domain/resources/rounds.ts";
import type { Store } from "../open.ts";
import { evidenceOf, grouped } from "./evidence.ts";
import { idList, runPrepared } from "./prepared.ts";

/** Participants by the id of their round, leads first, then by name. One statement. */
export async function participantsOf(store: Store, ids: readonly string[]): Promise<Map<string, Participant[]>> {
  const { round_participants } = store.t;
  return participants(store, ids, round_participants, round_participants.round_id);
}

/** Agenda by the id of the round, in the codebook's order, topics before issues. One statement. */
export async function agendaOf(store: Store, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { round_issues } = store.t;
  return agenda(store, ids, round_issues, round_issues.round_id);
}

/** What the item of a round says beyond its record. Five statements. */
export async function roundDetails(store: Store, id: string): Promise<Pick<RoundItem, "references" | "reports">> {
  const { round_references } = store.t;
  const references = await store.db
    .select({ url: round_references.url })
    .from(round_references)
    .where(eq(round_references.round_id, id))
    .orderBy(asc(round_references.url));
  return { references: references.map(({ url }) => url), reports: (await roundReports(store, [id])).get(id) ?? [] };
}

/** Every article's account of the rounds, by round, by publication date. Four statements. */
export async function roundReports(store: Store, rounds: readonly string[]): Promise<Map<string, RoundReport[]>> {
  if (rounds.length === 0) return new Map();
  const { round_reports, round_report_participants, round_report_issues, articles, sources } = store.t;
  const { size, list, values } = idList(rounds, round_reports.round_id);
  const build = () =>
    store.db
      .select({
        owner: round_reports.round_id,
        id: round_reports.id,
        article_id: round_reports.article_id,
        article_title: articles.title,
        source_id: articles.source_id,
        source_name: sources.name,
        published: articles.published,
        label: round_reports.label,
        kind: round_reports.kind,
        status: round_reports.status,
        format: round_reports.format,
        place: round_reports.place,
        country: round_reports.country,
        when: round_reports.when,
        when_from: round_reports.when_from,
        when_to: round_reports.when_to,
        date_basis: round_reports.date_basis,
      })
      .from(round_reports)
      .innerJoin(articles, eq(articles.id, round_reports.article_id))
      .innerJoin(sources, eq(sources.id, articles.source_id))
      .where(sql`${round_reports.round_id} in (${list()})`)
      .orderBy(sql`${articles.published_from} nulls last`, asc(round_reports.id));
  type Told = Omit<RoundReport, "participants" | "issue_ids" | "evidence"> & { owner: string };
  const reports = await runPrepared<Told>(store, `round reports ${size}`, build, values);
  const ids = reports.map((report) => report.id);
  const [who, what, evidence] = [
    await participants(store, ids, round_report_participants, round_report_participants.round_report_id),
    await agenda(store, ids, round_report_issues, round_report_issues.round_report_id),
    await evidenceOf(store, "round_report_id", ids),
  ];
  const whole = reports.map((report): RoundReport & { owner: string } => ({
    ...report,
    participants: who.get(report.id) ?? [],
    issue_ids: what.get(report.id) ?? [],
    evidence: evidence.get(report.id) ?? [],
  }));
  return grouped<RoundReport, "owner">(whole, "owner");
}

type ParticipantTable = Store["t"]["round_participants"] | Store["t"]["round_report_participants"];
type AgendaTable = Store["t"]["round_issues"] | Store["t"]["round_report_issues"];

async function participants(store: Store, ids: readonly string[], table: ParticipantTable, owner: SQLiteColumn): Promise<Map<string, Participant[]>> {
  if (ids.length === 0) return new Map();
  const { actors, participant_role_codes } = store.t;
  const party = alias(actors, "party");
  const { size, list, values } = idList(ids, owner);
  const build = () =>
    store.db
      .select({ owner, actor_id: table.actor_id, actor_name: actors.name, party_id: table.party_id, party_name: party.name, role: table.role })
      .from(table)
      .innerJoin(actors, eq(actors.id, table.actor_id))
      .innerJoin(participant_role_codes, eq(participant_role_codes.code, table.role))
      .leftJoin(party, eq(party.id, table.party_id))
      .where(sql`${owner} in (${list()})`)
      .orderBy(asc(participant_role_codes.position), asc(actors.name), asc(table.actor_id));
  return grouped(await runPrepared<Participant & { owner: string }>(store, `participants ${owner.name} ${size}`, build, values), "owner");
}

async function agenda(store: Store, ids: readonly string[], table: AgendaTable, owner: SQLiteColumn): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const { issues } = store.t;
  const { size, list, values } = idList(ids, owner);
  const build = () =>
    store.db
      .select({ owner, issue_id: table.issue_id })
      .from(table)
      .leftJoin(issues, eq(issues.id, table.issue_id))
      .where(sql`${owner} in (${list()})`)
      .orderBy(sql`${issues.position} nulls first`, asc(table.issue_id));
  const rows = await runPrepared<{ owner: string; issue_id: string }>(store, `agenda ${owner.name} ${size}`, build, values);
  return new Map([...grouped(rows, "owner")].map(([id, group]) => [id, group.map(({ issue_id }) => issue_id)]));
}
