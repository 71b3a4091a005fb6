// Puts one article and what was extracted from it into the store. Joins nothing across articles: that is `settle`.
import { eq, inArray, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Article, ArticleMeta } from "../domain/articles.ts";
import type { ExtractionDocument } from "../domain/documents.ts";
import { searchText } from "../domain/search.ts";
import { canonical } from "./canonical.ts";
import { unsettleDataset } from "./dataset.ts";
import { addDocuments, removeDocuments } from "./full-text.ts";
import { insertAll, insertNew } from "./insert.ts";
import type { Store } from "./open.ts";
import { type ArticleRows, articleId, articleRows, quoteDocuments } from "./rows.ts";

/** What is known of an article's text apart from the text. */
interface Account {
  meta: ArticleMeta;
  notes: readonly string[];
}

/**
 * What is left to do for an article, asked before the extraction is paid for. Null: the store has this text, read by the same `extraction` with metadata as
 * good. Else the article to extract: the given one, or the stored account of the same text where that knows more.
 */
export async function pendingArticle(
  store: Store,
  article: Article,
  extraction: string,
  notes: readonly string[],
): Promise<{ article: Article; notes: readonly string[] } | null> {
  const stored = await storedAccount(store, articleId(article.text));
  if (!stored || knowsMore({ meta: article.meta, notes }, stored)) return { article, notes };
  return stored.extraction === extraction ? null : { article: { text: article.text, meta: stored.meta }, notes: stored.notes };
}

/**
 * Writes an article's rows in one transaction. `extraction` names the codebook and extractor that made `document`; `notes` say what reading dropped.
 * The same text again is `known` and changes nothing, unless another extraction or better metadata made the document: then all rows of the article are replaced.
 * Which metadata is better does not depend on the order of reading: more known fields, then the smaller canonical JSON.
 * The dataset is unsettled from then on. Throws, with nothing written, where the document breaks a rule of the record (see `articleRows`) or names an issue that the codebook lacks.
 */
export async function loadArticle(
  store: Store,
  article: Article,
  document: ExtractionDocument,
  extraction: string,
  notes: readonly string[],
): Promise<"added" | "updated" | "known"> {
  const rows = articleRows(article, document, extraction, notes);
  return store.transaction(async () => {
    const stored = await storedAccount(store, rows.article.id);
    if (stored && stored.extraction === extraction && !knowsMore(rows.article, stored)) return "known";
    if (stored) await removeFindings(store, rows.article.id);
    await insertNew(store, store.t.sources, rows.sources);
    if (stored) await store.db.update(store.t.articles).set(rows.article).where(eq(store.t.articles.id, rows.article.id));
    else await store.db.insert(store.t.articles).values(rows.article);
    await insertFindings(store, rows);
    const { id, meta } = rows.article;
    await unsettleDataset(store, { id, meta, notes, extraction });
    return stored ? "updated" : "added";
  });
}

async function storedAccount({ db, t }: Store, id: string) {
  const [stored] = await db
    .select({ meta: t.articles.meta, notes: t.articles.notes, extraction: t.articles.extraction })
    .from(t.articles)
    .where(eq(t.articles.id, id));
  return stored;
}

/** Whether `a` is the better account of one text: a total order, so that any order of reading ends with the same one. */
function knowsMore(a: Account, b: Account): boolean {
  const known = ({ meta }: Account) => Object.values(meta).filter((value) => value !== null).length;
  const form = ({ meta, notes }: Account) => canonical([meta, notes]);
  return known(a) !== known(b) ? known(a) > known(b) : form(a) < form(b);
}

async function insertFindings(store: Store, rows: ArticleRows): Promise<void> {
  const { t } = store;
  const { article, evidence } = rows;
  await insertAll(store, t.source_reports, rows.source_reports);
  await insertNew(store, t.actors, rows.actors);
  await insertAll(store, t.actor_reports, rows.actor_reports);
  await insertAll(store, t.affiliations, rows.affiliations);
  await insertAll(store, t.mentions, rows.mentions);
  await insertAll(store, t.attributions, rows.attributions);
  await insertAll(store, t.round_reports, rows.round_reports);
  await insertAll(store, t.round_report_participants, rows.round_report_participants);
  await insertAll(store, t.round_report_issues, rows.round_report_issues);
  await insertAll(store, t.positions, rows.positions);
  await insertAll(store, t.evidence, evidence);
  await addDocuments(store, "articles", new Map([[article.id, [searchText(article.title ?? ""), searchText(article.text)]]]));
  await addDocuments(store, "positions", quoteDocuments(evidence, "position_id"));
  await addDocuments(store, "round_reports", quoteDocuments(evidence, "round_report_id"));
}

/** Takes away all that was found in an article; the article's own row and the rounds, actors and sources it shares with others stay. */
async function removeFindings(store: Store, id: string): Promise<void> {
  const { db, t } = store;
  const idsIn = async (table: typeof t.positions | typeof t.round_reports) =>
    (await db.select({ id: table.id }).from(table).where(eq(table.article_id, id))).map((row) => row.id);
  await removeDocuments(store, "articles", [id]);
  await removeDocuments(store, "positions", await idsIn(t.positions));
  await removeDocuments(store, "round_reports", await idsIn(t.round_reports));

  const reports = db.select({ id: t.round_reports.id }).from(t.round_reports).where(eq(t.round_reports.article_id, id));
  for (const table of [t.round_report_participants, t.round_report_issues]) await db.delete(table).where(inArray(table.round_report_id, reports));
  const ofArticle: (SQLiteTable & { article_id: SQLiteColumn })[] = [
    t.evidence,
    t.positions,
    t.round_reports,
    t.attributions,
    t.mentions,
    t.affiliations,
    t.actor_reports,
    t.source_reports,
  ];
  for (const table of ofArticle) await db.delete(table).where(sql`${table.article_id} = ${id}`);
}
