// Articles: one text each, immutable.
import * as z from "zod";
import { Genre, TextBasis } from "../vocabulary.ts";
import { Count, firstDay, lastDay, RowId, reportedDate } from "./fields.ts";
import { linksSchema, type Resource } from "./resource.ts";

const ArticleRecord = z
  .strictObject({
    id: RowId.describe("Id of the article, made from the hash of its text."),
    source_id: RowId.describe("The source that published it; the author where no outlet is known."),
    source_name: z.string().describe("Name of that source."),
    title: z.string().nullable().describe("Headline. Null: not known."),
    author: z.string().nullable().describe("Who signed it. Null: not known."),
    genre: Genre.describe("Report, analysis, opinion, or unknown."),
    language: z.string().nullable().describe("Language of the text (BCP 47). Null: not known."),
    url: z.string().nullable().describe("Where it was published. Null: not known."),
    text_basis: TextBasis.describe("Whether the text is the article itself (original), a summary in other words (digest) or a translation."),
    published: reportedDate("When it was published."),
    published_from: firstDay("the publication date"),
    published_to: lastDay("the publication date"),
    words: Count.describe("Length of the text in words."),
    links: linksSchema(["source", "positions", "rounds", "actors", "annotations"]),
  })
  .meta({ id: "Article", description: "One text as it was read, with what is known about it." });

export const ArticleItem = ArticleRecord.extend({
  text: z.string().describe("The normalised text that all offsets refer to."),
  text_sha256: z.string().describe("SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal."),
  notes: z.array(z.string()).describe("What reading the article dropped or doubted."),
  extraction: z.string().describe("Versions of the codebook and the extractor that made this article's rows."),
  counts: z.strictObject({
    positions: Count.describe("Positions that it reports."),
    rounds: Count.describe("Negotiation rounds that it reports."),
    actors: Count.describe("Different actors that it names."),
    mentions: Count.describe("Times that it names an actor."),
  }),
}).meta({ id: "ArticleItem", description: "An article with its text and what was found in it." });
export type ArticleItem = z.infer<typeof ArticleItem>;

export const articles: Resource = {
  name: "articles",
  singular: "article",
  description: "The texts that everything else was read from. Each row of the record names the article and the words that show it.",
  record: ArticleRecord,
  item: ArticleItem,
  fields: {
    id: { filter: "text", sort: true },
    source_id: { filter: "text", sort: true, facet: true },
    source_name: { from: ["source", "name"] },
    title: { filter: "text", sort: true },
    author: { filter: "text", sort: true, facet: true },
    genre: { filter: "word", sort: true, facet: true },
    language: { filter: "text", sort: true, facet: true },
    url: { filter: "text" },
    text_basis: { filter: "word", sort: true, facet: true },
    published: { filter: "edtf", sort: true },
    published_from: { filter: "day" },
    published_to: { filter: "day" },
    words: { filter: "number", sort: true },
  },
  references: { source: { to: "sources", field: "source_id" } },
  relations: {
    actor: { description: "Articles that name this actor.", filter: "text", paths: [[["mentions", "article_id", "actor_id"]]] },
    party: {
      description: "Articles that report a position of anyone who speaks for this party.",
      filter: "text",
      paths: [[["positions", "article_id", "party_id"]]],
    },
    issue: { description: "Articles that report a position on this issue.", filter: "known", paths: [[["positions", "article_id", "issue_id"]]] },
    topic: {
      description: "Articles that report a position on one of this topic's issues.",
      filter: "known",
      paths: [
        [
          ["positions", "article_id", "issue_id"],
          ["issues", "id", "topic_id"],
        ],
      ],
    },
    round: { description: "Articles that report this negotiation round.", filter: "text", paths: [[["round_reports", "article_id", "round_id"]]] },
  },
  lists: { positions: ["positions", "article"], rounds: ["rounds", "article"], actors: ["actors", "article"] },
  date: "published",
  fullText: true,
  defaultSort: ["-published"],
};
