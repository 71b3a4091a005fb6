// Sources: who published or wrote the articles.
import * as z from "zod";
import { SourceKind } from "../vocabulary.ts";
import { Count, Country, RowId } from "./fields.ts";
import { linksSchema, type Resource } from "./resource.ts";

export const Source = z
  .strictObject({
    id: RowId.describe("Id of the source, made from its name."),
    name: z.string().describe("Name of the outlet, agency or author."),
    kind: SourceKind.describe("What the source is: an outlet, a news agency, an author where no outlet is named, or unknown."),
    country: Country.nullable().describe("Country of the source, ISO 3166-1 alpha-2. Null: not known."),
    url: z.string().nullable().describe("Address of the source's site. Null: not known."),
    links: linksSchema(["articles", "positions"]),
  })
  .meta({ id: "Source", description: "An outlet, agency or author: who published or wrote an article, or whom an article cites." });
export type Source = z.infer<typeof Source>;

export const SourceItem = Source.extend({
  counts: z.strictObject({
    articles: Count.describe("Articles that it published."),
    positions: Count.describe("Positions that those articles report."),
    cited: Count.describe("Positions in other sources' articles that cite it."),
  }),
  first_published: z.string().nullable().describe("First publication day among its articles. Null: none is dated."),
  last_published: z.string().nullable().describe("Last publication day among its articles. Null: none is dated."),
}).meta({ id: "SourceItem", description: "A source with what it published." });
export type SourceItem = z.infer<typeof SourceItem>;

export const sources: Resource = {
  name: "sources",
  singular: "source",
  description: "Who published or wrote the articles: outlets, agencies, authors. A source that an article merely cites is one too.",
  record: Source,
  item: SourceItem,
  fields: {
    id: { filter: "text", sort: true },
    name: { filter: "text", sort: true },
    kind: { filter: "word", sort: true, facet: true },
    country: { filter: "text", sort: true, facet: true },
    url: { filter: "text" },
  },
  references: {},
  relations: {
    actor: {
      description: "Sources whose articles report a position of this actor.",
      filter: "text",
      paths: [
        [
          ["articles", "source_id", "id"],
          ["positions", "article_id", "actor_id"],
        ],
      ],
    },
    party: {
      description: "Sources whose articles report a position of anyone who speaks for this party.",
      filter: "text",
      paths: [
        [
          ["articles", "source_id", "id"],
          ["positions", "article_id", "party_id"],
        ],
      ],
    },
    issue: {
      description: "Sources whose articles report a position on this issue.",
      filter: "known",
      paths: [
        [
          ["articles", "source_id", "id"],
          ["positions", "article_id", "issue_id"],
        ],
      ],
    },
  },
  lists: { articles: ["articles", "source"], positions: ["positions", "source"] },
  date: null,
  fullText: false,
  defaultSort: ["name"],
};
