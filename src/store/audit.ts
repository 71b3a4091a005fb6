// Checks that the store keeps every promise of the record. Changes nothing; says of each breach which row it is. What extraction got wrong in substance is not its concern.
import { asc, gt, inArray, type SQL, sql } from "drizzle-orm";
import { remembered } from "../domain/collect.ts";
import { dayBounds } from "../domain/dates.ts";
import { hashId, sha256 } from "../domain/ids.ts";
import { searchText } from "../domain/search.ts";
import { type CodeList, codeLists } from "../domain/vocabulary.ts";
import { canonical } from "./canonical.ts";
import { documentsOf, idOfRow, type Searchable, searchTables } from "./full-text.ts";
import type { Store } from "./open.ts";
import { articleId, evidenceId, positionId, quoteDocuments, roundReportId } from "./rows.ts";

/** A promise that a row breaks. `id` is the row's key, its parts joined by a blank; empty where the whole table or file is meant. */
interface Breach {
  rule: string;
  table: string;
  id: string;
}

/** Rules that one statement can check: it answers the keys of the rows that break them. */
const rules: readonly (Breach & { broken: SQL })[] = [
  rule(
    "a quote is its slice of the article's text",
    "evidence",
    sql`select e.id from evidence e join articles a on a.id = e.article_id where substr(a.text, e.start + 1, e."end" - e.start) <> e.quote`,
  ),
  rule(
    "a mention is its slice of the article's text",
    "mentions",
    sql`select m.article_id || ' ' || m.start || ' ' || m."end" || ' ' || m.actor_id as id from mentions m join articles a on a.id = m.article_id where substr(a.text, m.start + 1, m."end" - m.start) <> m.text`,
  ),
  rule(
    "an attribution's spans lie within the article's text",
    "attributions",
    sql`
    select b.id from attributions b join articles a on a.id = b.article_id
    where exists (select 1 from json_tree(json_array(json(b.source), json(b.cue), json(b.content))) s where s.type = 'object' and (s.value ->> 'start' > s.value ->> 'end' or s.value ->> 'end' > length(a.text)))`,
  ),
  rule("a position has evidence", "positions", sql`select id from positions where id not in (select position_id from evidence where position_id is not null)`),
  rule(
    "a round report has evidence",
    "round_reports",
    sql`select id from round_reports where id not in (select round_report_id from evidence where round_report_id is not null)`,
  ),
  rule("evidence belongs to one row alone", "evidence", sql`select id from evidence where (position_id is null) = (round_report_id is null)`),
  rule(
    "evidence stands in the article of its row",
    "evidence",
    sql`
    select e.id from evidence e left join positions p on p.id = e.position_id left join round_reports r on r.id = e.round_report_id where e.article_id <> coalesce(p.article_id, r.article_id)`,
  ),
  rule(
    "a position's round report is of the same article",
    "positions",
    sql`select p.id from positions p join round_reports r on r.id = p.round_report_id where p.article_id <> r.article_id`,
  ),
  rule(
    "a position's round is that of its round report",
    "positions",
    sql`select p.id from positions p left join round_reports r on r.id = p.round_report_id where p.round_id is not r.round_id`,
  ),
  rule("a condition makes a position conditional", "positions", sql`select id from positions where condition is not null and not conditional`),
  rule("confidence lies between 0 and 1", "positions", sql`select id from positions where not (confidence between 0 and 1)`),
  rule(
    "only positions on directed issues have a target",
    "positions",
    sql`select p.id from positions p join issues i on i.id = p.issue_id where p.target_id is not null and not i.directed`,
  ),
  rule("a date has a basis, and no basis stands without a date", "positions", sql`select id from positions where (stated is null) <> (date_basis is null)`),
  rule(
    "a date has a basis, and no basis stands without a date",
    "round_reports",
    sql`select id from round_reports where ("when" is null) <> (date_basis is null)`,
  ),
  rule("yes or no is 1 or 0", "positions", sql`select id from positions where conditional not in (0, 1) or hedged not in (0, 1) or past not in (0, 1)`),
  rule(
    "a round's issue is an issue or a topic of the codebook",
    "round_issues",
    sql`select round_id || ' ' || issue_id as id from round_issues where issue_id not in (select id from issues union select id from topics)`,
  ),
  rule(
    "a round's issue is an issue or a topic of the codebook",
    "round_report_issues",
    sql`select round_report_id || ' ' || issue_id as id from round_report_issues where issue_id not in (select id from issues union select id from topics)`,
  ),
  rule(
    "a round that the codebook does not know is told by an article",
    "rounds",
    sql`select id from rounds where provisional and id not in (select round_id from round_reports where round_id is not null)`,
  ),
  rule("a source is named by an article", "sources", sql`select id from sources where id not in (select source_id from source_reports)`),
  rule(
    "an article's source is reported by it",
    "articles",
    sql`select id from articles where source_id not in (select source_id from source_reports where article_id = articles.id)`,
  ),
];

function rule(text: string, table: string, broken: SQL) {
  return { rule: text, table, id: "", broken };
}

/** Every breach of every rule; empty where the store is sound. Reads the whole store once for each group of rules. Works on a read-only store. */
export async function audit(store: Store): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for await (const breach of all(store)) breaches.push(breach);
  return breaches;
}

async function* all(store: Store): AsyncGenerator<Breach> {
  for (const { rule, table, broken } of rules) for (const { id } of await store.rows<{ id: string }>(broken)) yield { rule, table, id };
  yield* file(store);
  yield* codes(store);
  yield* ids(store);
  yield* dates(store);
  yield* fullText(store);
}

async function* file(store: Store): AsyncGenerator<Breach> {
  for (const { table, rowid } of await store.rows<{ table: string; rowid: number }>(sql`PRAGMA foreign_key_check`))
    yield { rule: "a reference leads to a row", table, id: String(rowid) };
  for (const { integrity_check } of await store.rows<{ integrity_check: string }>(sql`PRAGMA integrity_check`))
    if (integrity_check !== "ok") yield { rule: `the file is whole: ${integrity_check}`, table: "", id: "" };
}

/** The code tables hold the codes of the vocabulary, no more and no fewer (empty ones belong to a store without a codebook). */
async function* codes({ db, t }: Store): AsyncGenerator<Breach> {
  for (const list of Object.keys(codeLists) as CodeList[]) {
    const table = t[`${list}_codes`];
    const held = (await db.select({ code: table.code }).from(table)).map(({ code }) => code);
    const wanted: readonly string[] = held.length === 0 ? [] : codeLists[list];
    for (const id of [...held.filter((code) => !wanted.includes(code)), ...wanted.filter((code) => !held.includes(code))])
      yield { rule: "the codes are those of the vocabulary", table: `${list}_codes`, id };
  }
}

async function* ids(store: Store): AsyncGenerator<Breach> {
  const { t } = store;
  const breach = (table: string, id: string): Breach => ({ rule: "an id is the hash of what its row says", table, id });
  for await (const { id, text, text_sha256 } of each(store, t.articles))
    if (id !== articleId(text) || text_sha256 !== sha256(text)) yield breach("articles", id);
  for await (const row of each(store, t.positions))
    if (row.id !== positionId(row.article_id, row.actor_id, row.issue_id, row.stance, row.target_id)) yield breach("positions", row.id);
  for await (const row of each(store, t.round_reports)) if (row.id !== roundReportId(row.article_id, row.key)) yield breach("round_reports", row.id);
  for await (const row of each(store, t.evidence))
    if (row.id !== evidenceId(row.position_id ?? row.round_report_id ?? "", row.start, row.end)) yield breach("evidence", row.id);
  for await (const { id, article_id, kind, speaker_id, source, cue, content } of each(store, t.attributions)) {
    if (id !== hashId(article_id, "attribution", canonical({ kind, speaker: speaker_id, source, cue, content }))) yield breach("attributions", id);
  }
}

async function* dates(store: Store): AsyncGenerator<Breach> {
  const { t } = store;
  const breach = (table: string, id: string): Breach => ({ rule: "the bounds of a date are its first and last day", table, id });
  const boundsOf = remembered((date: string | null) => {
    try {
      return dayBounds(date);
    } catch {
      return "no date";
    }
  });
  const wrong = (date: string | null, from: string | null, to: string | null): boolean => {
    const bounds = boundsOf(date);
    return bounds === "no date" || bounds.from !== from || bounds.to !== to;
  };
  for await (const row of each(store, t.articles)) if (wrong(row.published, row.published_from, row.published_to)) yield breach("articles", row.id);
  for await (const row of each(store, t.positions)) if (wrong(row.stated, row.stated_from, row.stated_to)) yield breach("positions", row.id);
  for await (const row of each(store, t.round_reports)) if (wrong(row.when, row.when_from, row.when_to)) yield breach("round_reports", row.id);
  for await (const row of each(store, t.affiliations)) if (wrong(row.held, row.held_from, row.held_to)) yield breach("affiliations", row.id);
  for await (const row of each(store, t.rounds)) if (wrong(row.when, row.when_from, row.when_to)) yield breach("rounds", row.id);
}

/** The full-text tables hold exactly the words of their rows. (That their index agrees with what they hold is part of the integrity check.) */
async function* fullText(store: Store): AsyncGenerator<Breach> {
  const { db, t } = store;
  for await (const page of pages(store, t.articles)) {
    const wanted = new Map(page.map(({ id, title, text }) => [id, [searchText(title ?? ""), searchText(text)]]));
    yield* outOfStep(store, "articles", page, wanted);
  }
  for (const [what, owner] of [
    ["positions", "position_id"],
    ["round_reports", "round_report_id"],
  ] as const) {
    for await (const page of pages(store, t[what])) {
      const quotes = await db
        .select()
        .from(t.evidence)
        .where(
          inArray(
            t.evidence[owner],
            page.map(({ id }) => id),
          ),
        );
      yield* outOfStep(store, what, page, quoteDocuments(quotes, owner));
    }
  }
  for (const what of Object.keys(searchTables) as Searchable[]) {
    const strays = sql`select ${idOfRow} as id from ${sql.raw(searchTables[what])} where ${idOfRow} not in (select id from ${sql.raw(what)})`;
    for (const { id } of await store.rows<{ id: string }>(strays)) yield { rule: fullTextRule, table: searchTables[what], id };
  }
}

const fullTextRule = "full text holds the words of its row";

async function* outOfStep(
  store: Store,
  what: Searchable,
  rows: readonly { id: string }[],
  wanted: ReadonlyMap<string, readonly string[]>,
): AsyncGenerator<Breach> {
  const held = new Map(
    (
      await documentsOf(
        store,
        what,
        rows.map(({ id }) => id),
      )
    ).map(({ id, ...words }) => [id, canonical(Object.values(words))]),
  );
  for (const { id } of rows) if (held.get(id) !== canonical(wanted.get(id) ?? [])) yield { rule: fullTextRule, table: searchTables[what], id };
}

type Paged =
  | Store["t"]["articles"]
  | Store["t"]["affiliations"]
  | Store["t"]["positions"]
  | Store["t"]["evidence"]
  | Store["t"]["attributions"]
  | Store["t"]["round_reports"]
  | Store["t"]["rounds"];

/** All rows of a table by id, some hundred at a time. */
async function* pages<Table extends Paged>({ db }: Store, table: Table): AsyncGenerator<Table["$inferSelect"][]> {
  let after = "";
  for (;;) {
    const page = (await db
      .select()
      .from(table as Paged)
      .where(gt(table.id, after))
      .orderBy(asc(table.id))
      .limit(500)) as Table["$inferSelect"][];
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.id;
  }
}

async function* each<Table extends Paged>(store: Store, table: Table): AsyncGenerator<Table["$inferSelect"]> {
  for await (const page of pages(store, table)) yield* page;
}
