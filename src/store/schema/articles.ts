// Tables of sources and of the articles that they published.
import type { ArticleMeta } from "../../domain/articles.ts";
import { genres, sourceKinds, textBases } from "../../domain/vocabulary.ts";
import type { Kit } from "../kit.ts";
import { longSpan } from "../long-dates.ts";
import type { CodebookTables } from "./codebook.ts";

export function articleTables(k: Kit, { genre_codes, text_basis_codes, source_kind_codes }: CodebookTables) {
  const sources = k.table(
    "sources",
    {
      id: k.text("id").primaryKey(),
      name: k.text("name").notNull(),
      kind: k
        .code("kind", sourceKinds)
        .notNull()
        .references(() => source_kind_codes.code),
      country: k.text("country"),
      url: k.text("url"),
    },
    (t) => [
      k.index("sources_name").on(t.name, t.id),
      k.index("sources_kind").on(t.kind, t.id),
      k.index("sources_country").on(t.country, t.id),
      k.index("sources_url").on(t.url),
    ],
  );

  const articles = k.table(
    "articles",
    {
      id: k.text("id").primaryKey(),
      source_id: k
        .text("source_id")
        .notNull()
        .references(() => sources.id),
      title: k.text("title"),
      author: k.text("author"),
      genre: k
        .code("genre", genres)
        .notNull()
        .references(() => genre_codes.code),
      language: k.text("language"),
      url: k.text("url"),
      text_basis: k
        .code("text_basis", textBases)
        .notNull()
        .references(() => text_basis_codes.code),
      published: k.text("published"),
      published_from: k.text("published_from"),
      published_to: k.text("published_to"),
      text: k.text("text").notNull(),
      text_sha256: k.text("text_sha256").notNull(),
      words: k.int("words").notNull(),
      /** What the reader said of the article, before extraction: extracting again starts from here. */
      meta: k.json<ArticleMeta>("meta").notNull(),
      /** What reading dropped or doubted, one sentence each. */
      notes: k.json<string[]>("notes").notNull(),
      /** Codebook version and extractor version that made this article's rows. */
      extraction: k.text("extraction").notNull(),
    },
    (t) => [
      k.uniqueIndex("articles_text").on(t.text_sha256),
      k.index("articles_source").on(t.source_id, t.published_from, t.id),
      k.index("articles_published").on(t.published_from, t.id, t.published_to),
      k.index("articles_long").on(t.published_from, t.id).where(longSpan(t.published_from, t.published_to)),
      k.index("articles_genre").on(t.genre, t.published_from, t.id),
      k.index("articles_text_basis").on(t.text_basis, t.published_from, t.id),
      k.index("articles_language").on(t.language, t.published_from, t.id),
      k.index("articles_author").on(t.author, t.published_from, t.id),
      k.index("articles_title").on(t.title, t.id),
      k.index("articles_url").on(t.url),
      k.index("articles_published_text").on(t.published),
      k.index("articles_published_to").on(t.published_to),
      k.index("articles_words").on(t.words, t.id),
      // What positions are counted by: read in the order of ids, without the pages that hold the texts.
      k.index("articles_counted").on(t.id, t.source_id, t.genre, t.text_basis),
    ],
  );

  /** Under which name and as what kind one article has a source, as its own publisher or as one it cites: sources are settled from these. */
  const source_reports = k.table(
    "source_reports",
    {
      article_id: k
        .text("article_id")
        .notNull()
        .references(() => articles.id),
      source_id: k
        .text("source_id")
        .notNull()
        .references(() => sources.id),
      name: k.text("name").notNull(),
      kind: k
        .code("kind", sourceKinds)
        .notNull()
        .references(() => source_kind_codes.code),
    },
    (t) => [k.primaryKey({ columns: [t.article_id, t.source_id] }), k.index("source_reports_source").on(t.source_id)],
  );

  return { sources, articles, source_reports };
}
export type ArticleTables = ReturnType<typeof articleTables>;
