// Makes the articles' reports one record: names provisional actors and sources, joins rounds, drops what nothing refers to. A pure function of the articles' rows and the codebook.
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Codebook } from "../domain/codebook/codebook.ts";
import { groupBy, vote } from "../domain/collect.ts";
import { codeLists, type SourceKind } from "../domain/vocabulary.ts";
import { writeDataset } from "./dataset.ts";
import { chunks, insertAll } from "./insert.ts";
import { joinRounds } from "./join-rounds.ts";
import type { Store } from "./open.ts";
import { removeOrphans } from "./orphans.ts";
import { placesOf } from "./places.ts";
import { type FullReport, factsOf, provisionalIds } from "./round-facts.ts";
import { nameOfId } from "./rows.ts";

/**
 * Settles everything that depends on more than one article, in one transaction, after articles were loaded. Doing it again changes nothing; neither does the order in which
 * articles came. `codebook` is the one whose rows the store holds (`loadCodebookRows`). Rewrites the dataset's version.
 */
export async function settle(store: Store, codebook: Codebook): Promise<void> {
  await store.transaction(async () => {
    await removeOrphans(store);
    await settleActors(store);
    await settleSources(store);
    await settleRounds(store, codebook);
    await removeOrphans(store);
    await writeDataset(store, codebook.version);
  });
  await store.exec("PRAGMA optimize");
}

/** A provisional actor is what most articles make of it; one that articles name only as somebody's party is an organisation called after its id. */
async function settleActors({ db, t }: Store): Promise<void> {
  const provisional = await db.select().from(t.actors).where(eq(t.actors.provisional, true));
  const reports = await db
    .select({ actor_id: t.actor_reports.actor_id, name: t.actor_reports.name, kind: t.actor_reports.kind, party_id: t.actor_reports.party_id })
    .from(t.actor_reports)
    .innerJoin(t.actors, and(eq(t.actors.id, t.actor_reports.actor_id), eq(t.actors.provisional, true)));
  const byActor = groupBy(reports, ({ actor_id }) => actor_id);
  for (const actor of provisional) {
    const told = byActor.get(actor.id) ?? [];
    const settled = {
      name: vote(told.map(({ name }) => name)) ?? nameOfId(actor.id),
      kind: vote(told.map(({ kind }) => kind)) ?? ("organisation" as const),
      party_id: vote(told.map(({ party_id }) => party_id)),
    };
    if (settled.name === actor.name && settled.kind === actor.kind && settled.party_id === actor.party_id) continue;
    await db.update(t.actors).set(settled).where(eq(t.actors.id, actor.id));
  }
}

/** A source bears the name that most articles give it; its kind is the first of the vocabulary that any article gives; an outlet's address is that of most of its articles. */
async function settleSources({ db, t }: Store): Promise<void> {
  const reports = groupBy(await db.select().from(t.source_reports), ({ source_id }) => source_id);
  const published = await db.select({ source_id: t.articles.source_id, url: t.articles.url }).from(t.articles).where(isNotNull(t.articles.url));
  const urls = groupBy(published, ({ source_id }) => source_id);
  for (const source of await db.select().from(t.sources)) {
    const told = reports.get(source.id) ?? [];
    const kind = codeLists.source_kind.find((kind) => told.some((report) => report.kind === kind)) ?? source.kind;
    const settled = {
      name: vote(told.map(({ name }) => name)) ?? source.name,
      kind: kind satisfies SourceKind,
      url: kind === "outlet" || kind === "agency" ? vote((urls.get(source.id) ?? []).map(({ url }) => originOf(url))) : null,
    };
    if (settled.name === source.name && settled.kind === source.kind && settled.url === source.url) continue;
    await db.update(t.sources).set(settled).where(eq(t.sources.id, source.id));
  }
}

function originOf(url: string | null): string | null {
  if (url === null || !/^https?:/i.test(url)) return null;
  return URL.canParse(url) ? new URL(url).origin : null;
}

async function settleRounds(store: Store, codebook: Codebook): Promise<void> {
  const { db, t } = store;
  const places = placesOf(codebook.places);
  const reports = await fullReports(store);
  const inKeys = <T extends { place: string | null }>(telling: T) => ({ ...telling, place: places.key(telling.place) });
  const joined = joinRounds(reports.map(inKeys), (await knownRounds(store)).map(inKeys));

  const reportById = new Map(reports.map((report) => [report.id, report]));
  const provisional = joined
    .filter(({ known }) => known === null)
    .map((round) => {
      const own = round.reports.flatMap(({ id }) => reportById.get(id) ?? []);
      return { facts: factsOf(own, places), reports: own };
    });
  const ids = provisionalIds(provisional, new Set(codebook.rounds.rounds.map(({ id }) => id)));
  const roundOf = new Map(joined.flatMap(({ known, reports }) => (known === null ? [] : reports.map(({ id }) => [id, known] as const))));
  provisional.forEach(({ reports }, i) => {
    for (const { id } of reports) roundOf.set(id, ids[i] ?? "");
  });

  const before = db.select({ id: t.rounds.id }).from(t.rounds).where(eq(t.rounds.provisional, true));
  await db.delete(t.round_participants).where(inArray(t.round_participants.round_id, before));
  await db.delete(t.round_issues).where(inArray(t.round_issues.round_id, before));
  for (const [i, { facts }] of provisional.entries()) {
    const row = { id: ids[i] ?? "", ...facts.round };
    await db.insert(t.rounds).values(row).onConflictDoUpdate({ target: t.rounds.id, set: row });
  }
  await insertAll(
    store,
    t.round_participants,
    provisional.flatMap(({ facts }, i) => facts.participants.map((participant) => ({ round_id: ids[i] ?? "", ...participant }))),
  );
  await insertAll(
    store,
    t.round_issues,
    provisional.flatMap(({ facts }, i) => facts.issues.map((issue_id) => ({ round_id: ids[i] ?? "", issue_id }))),
  );
  const moved = groupBy(
    reports.filter(({ id, round_id }) => roundOf.get(id) !== round_id),
    ({ id }) => roundOf.get(id) ?? null,
  );
  for (const [round_id, theirs] of moved) {
    for (const chunk of chunks(theirs))
      await db
        .update(t.round_reports)
        .set({ round_id })
        .where(
          inArray(
            t.round_reports.id,
            chunk.map(({ id }) => id),
          ),
        );
  }
  const theirs = sql`(select r.round_id from round_reports r where r.id = ${t.positions.round_report_id})`;
  await db.update(t.positions).set({ round_id: theirs }).where(sql`${t.positions.round_report_id} is not null and ${t.positions.round_id} is not ${theirs}`);
  await db.delete(t.rounds).where(sql`${t.rounds.provisional} and ${t.rounds.id} not in (select round_id from round_reports where round_id is not null)`);
}

async function fullReports({ db, t }: Store): Promise<FullReport[]> {
  const participants = groupBy(await db.select().from(t.round_report_participants), ({ round_report_id }) => round_report_id);
  const issues = groupBy(await db.select().from(t.round_report_issues), ({ round_report_id }) => round_report_id);
  const reports = await db.select().from(t.round_reports);
  return reports.map((report) => ({
    ...report,
    participants: (participants.get(report.id) ?? []).map(({ actor_id, party_id, role }) => ({ actor_id, party_id, role })),
    issues: (issues.get(report.id) ?? []).map(({ issue_id }) => issue_id),
  }));
}

async function knownRounds({ db, t }: Store) {
  const rounds = await db.select().from(t.rounds).where(eq(t.rounds.provisional, false));
  const participants = groupBy(await db.select().from(t.round_participants), ({ round_id }) => round_id);
  return rounds.map((round) => ({ ...round, label: null, participants: participants.get(round.id) ?? [] }));
}
