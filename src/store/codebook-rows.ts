// Brings the codebook's rows (codes, topics, issues, known actors and rounds) to what a codebook says. Touches nothing that articles told.
import { and, eq, getTableColumns, inArray, isNull, notInArray, sql } from "drizzle-orm";
import type { SQLiteInsertValue, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ActorRole, KnownActor } from "../domain/codebook/actors.ts";
import type { Codebook } from "../domain/codebook/codebook.ts";
import type { KnownRound } from "../domain/codebook/rounds.ts";
import { dayBounds } from "../domain/dates.ts";
import { hashId } from "../domain/ids.ts";
import { type CodeList, codeLists } from "../domain/vocabulary.ts";
import { unsettleDataset, writeDataset } from "./dataset.ts";
import { chunks, insertAll, insertNew } from "./insert.ts";
import type { Store } from "./open.ts";
import { removeOrphans } from "./orphans.ts";
import type { Tables } from "./schema.ts";

/** What a changed codebook no longer holds but articles still name, so that it stays: extracting those articles again lets it go. */
export interface Kept {
  table: "topics" | "issues" | "actors";
  id: string;
}

/**
 * Fills or updates the codebook's rows in one transaction, which leaves a store with articles unsettled; nothing is done where the store holds this codebook version already. What the codebook dropped goes,
 * unless articles refer to it: such issues stay as they are, such actors become provisional (`settle` then names them by what articles say), both are reported.
 * Rounds that the codebook dropped become provisional too, and `settle` decides anew which rounds there are.
 */
export async function loadCodebookRows(store: Store, codebook: Codebook): Promise<Kept[]> {
  const { db, t } = store;
  return store.transaction(async () => {
    const [dataset] = await db.select({ codebook: t.dataset.codebook }).from(t.dataset);
    if (dataset?.codebook === codebook.version) return [];
    await loadCodes(store, codebook);
    const kept = [...(await loadIssues(store, codebook)), ...(await loadActors(store, codebook.actors.actors))];
    await loadRounds(store, codebook.rounds.rounds);
    const [article] = await db.select({ id: t.articles.id }).from(t.articles).limit(1);
    if (article) await unsettleDataset(store, codebook.version, codebook.version);
    else await writeDataset(store, codebook.version);
    return kept;
  });
}

async function loadCodes(store: Store, { codes }: Codebook): Promise<void> {
  for (const list of Object.keys(codeLists) as CodeList[]) {
    const rows = codes[list].map(({ plover, ...code }, position) => ({
      ...code,
      plover_event: plover?.event ?? null,
      plover_mode: plover?.mode ?? null,
      position,
    }));
    await upsert(store, store.t[`${list}_codes`], "code", rows);
  }
}

async function loadIssues(store: Store, { issues: { topics, issues } }: Codebook): Promise<Kept[]> {
  const { db, t } = store;
  await upsert(
    store,
    t.topics,
    "id",
    topics.map((topic, position) => ({ ...topic, position })),
  );
  await upsert(
    store,
    t.issues,
    "id",
    issues.map(({ topic, ...issue }, position) => ({ ...issue, topic_id: topic, position })),
  );

  const goneIssues = notInArray(
    t.issues.id,
    issues.map(({ id }) => id),
  );
  await db.delete(t.issues).where(and(goneIssues, sql`${t.issues.id} not in (select issue_id from positions union select issue_id from round_report_issues)`));
  const keptIssues = await db.select({ id: t.issues.id }).from(t.issues).where(goneIssues);
  const goneTopics = notInArray(
    t.topics.id,
    topics.map(({ id }) => id),
  );
  await db.delete(t.topics).where(and(goneTopics, sql`${t.topics.id} not in (select topic_id from issues union select issue_id from round_report_issues)`));
  const keptTopics = await db.select({ id: t.topics.id }).from(t.topics).where(goneTopics);
  return [...keptTopics.map(({ id }) => ({ table: "topics" as const, id })), ...keptIssues.map(({ id }) => ({ table: "issues" as const, id }))];
}

async function loadActors(store: Store, actors: readonly KnownActor[]): Promise<Kept[]> {
  const { db, t } = store;
  const rows = actors.map(({ id, name, kind, party, country, wikidata }) => ({ id, name, kind, party_id: party, country, wikidata, provisional: false }));
  // A party may stand after its people: all are there before any refers to another.
  await insertNew(
    store,
    t.actors,
    rows.map((row) => ({ ...row, party_id: null })),
  );
  const known = (await db.select({ id: t.actors.id }).from(t.actors).where(eq(t.actors.provisional, false))).map(({ id }) => id);
  await upsert(store, t.actors, "id", rows);

  await db.delete(t.actor_aliases);
  await insertAll(
    store,
    t.actor_aliases,
    actors.flatMap(({ id, aliases }) => [...new Set(aliases)].map((alias) => ({ actor_id: id, alias }))),
  );
  await db.delete(t.affiliations).where(isNull(t.affiliations.article_id));
  await insertNew(
    store,
    t.affiliations,
    actors.flatMap((actor) => actor.roles.map((role) => affiliation(actor, role))),
  );

  const inCodebook = new Set(actors.map(({ id }) => id));
  const gone = known.filter((id) => !inCodebook.has(id));
  if (gone.length === 0) return [];
  await db.update(t.actors).set({ provisional: true, party_id: null, country: null, wikidata: null }).where(inArray(t.actors.id, gone));
  await db
    .delete(t.round_participants)
    .where(inArray(t.round_participants.round_id, db.select({ id: t.rounds.id }).from(t.rounds).where(eq(t.rounds.provisional, false))));
  await removeOrphans(store);
  return (await db.select({ id: t.actors.id }).from(t.actors).where(inArray(t.actors.id, gone))).map(({ id }) => ({ table: "actors", id }));
}

function affiliation(actor: KnownActor, { title, party = actor.party ?? undefined, from, to, at }: ActorRole) {
  // EDTF writes an end that is not known as nothing at all.
  const held = from !== undefined || to !== undefined ? `${from ?? ""}/${to ?? ""}` : (at ?? null);
  const bounds = dayBounds(held);
  return {
    id: hashId("affiliation", actor.id, title, party ?? "", held ?? ""),
    actor_id: actor.id,
    title,
    party_id: party ?? null,
    held,
    held_from: bounds.from,
    held_to: bounds.to,
    article_id: null,
  };
}

async function loadRounds(store: Store, known: readonly KnownRound[]): Promise<void> {
  const { db, t } = store;
  await db.update(t.rounds).set({ provisional: true });
  await upsert(
    store,
    t.rounds,
    "id",
    known.map(({ id, kind, status, format, place, country, latitude, longitude, when, outcome, note }) => {
      const { from, to } = dayBounds(when);
      return {
        id,
        kind,
        status,
        format,
        place,
        country,
        latitude,
        longitude,
        when,
        when_from: from,
        when_to: to,
        date_basis: "known" as const,
        outcome,
        note,
        provisional: false,
      };
    }),
  );
  const ids = known.map(({ id }) => id);
  for (const table of [t.round_participants, t.round_issues]) await db.delete(table).where(inArray(table.round_id, ids));
  await db.delete(t.round_references);
  await insertNew(store, t.round_participants, known.flatMap(participantsOf));
  await insertNew(
    store,
    t.round_issues,
    known.flatMap((round) => round.issues.map((issue_id) => ({ round_id: round.id, issue_id }))),
  );
  await insertNew(
    store,
    t.round_references,
    known.flatMap((round) => round.sources.map((url) => ({ round_id: round.id, url }))),
  );
}

/** Who took part in a known round: the named people, and each party, mediator or host for which nobody is named in that capacity. */
export function participantsOf(round: KnownRound): Tables["round_participants"]["$inferSelect"][] {
  const named = round.participants.map(({ actor, party, role }) => ({ round_id: round.id, actor_id: actor, party_id: party, role }));
  const unnamed = (party: string, roles: readonly string[]) =>
    !named.some(({ party_id, actor_id, role }) => (party_id === party || actor_id === party) && roles.includes(role));
  const itself = (party: string, role: "delegate" | "mediator" | "host") => ({ round_id: round.id, actor_id: party, party_id: party, role });
  return [
    ...named,
    ...round.mediators.filter((party) => unnamed(party, ["mediator"])).map((party) => itself(party, "mediator")),
    ...round.parties
      .filter((party) => !round.mediators.includes(party) && unnamed(party, ["lead", "delegate", "mediator"]))
      .map((party) => itself(party, "delegate")),
    ...round.hosts.filter((party) => unnamed(party, ["host"])).map((party) => itself(party, "host")),
  ];
}

/** Inserts rows and sets every column of those that are there. */
async function upsert<Table extends SQLiteTable>(store: Store, table: Table, key: string, rows: readonly SQLiteInsertValue<Table>[]): Promise<void> {
  const columns = getTableColumns(table);
  const given = Object.keys(columns).filter((name) => name !== key);
  const set = Object.fromEntries(given.map((name) => [name, sql.raw(`excluded."${name}"`)]));
  const target = columns[key];
  if (!target) throw new Error(`no column "${key}"`);
  for (const chunk of chunks(rows))
    await store.db
      .insert(table)
      .values(chunk)
      .onConflictDoUpdate({ target, set: set as never });
}
