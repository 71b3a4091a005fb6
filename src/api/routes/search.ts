// `/v1/search`: one question to articles, positions, rounds and actors.
import * as z from "zod";
import { matchNames } from "../../analysis/names.ts";
import { RowId } from "../../domain/resources/fields.ts";
import { listOf, wholeNumber } from "../../domain/resources/values.ts";
import { parseQuery, type SearchQuery } from "../../domain/search.ts";
import { Snippet, snippetOf } from "../../domain/snippets.ts";
import type { Store } from "../../store/open.ts";
import { datasetState } from "../../store/reads/dataset.ts";
import { type Found, foundArticles, foundPositions, foundRounds } from "../../store/reads/search.ts";
import { Meta } from "../answers.ts";
import { nameIndex } from "../names.ts";
import { responses } from "../responses.ts";
import type { App } from "../types.ts";

const searched = ["articles", "positions", "rounds", "actors"] as const;

const Hit = z
  .strictObject({
    id: RowId,
    title: z.string().nullable().describe("Headline, name, or who says what. Null: untitled."),
    date: z.string().nullable().describe("When it was published, stated or held, as reported. Null: not known, or none."),
    snippet: Snippet,
    href: z.string().describe("Path of the row."),
  })
  .meta({ id: "SearchHit", description: "A row that the search found." });

const Hits = z.strictObject({ hits: z.array(Hit).describe("The best first."), more: z.boolean().describe("Whether there are more.") });

const Results = z.strictObject({
  data: z.strictObject(Object.fromEntries(searched.map((name) => [name, Hits])) as Record<(typeof searched)[number], typeof Hits>),
  meta: Meta,
});

const query = z
  .string({ error: "give it once" })
  .max(500, { error: "at most 500 characters" })
  .refine((text) => parseQuery(text).all.length > 0, { error: "no word to look for" })
  .describe('What to look for: all of these words; "quoted words" as a phrase, -word leaves out, begin* matches beginnings. Case and accents do not matter.');

/** Registers the route. */
export function addSearch(app: App, store: Store): void {
  const schema = {
    operationId: "search",
    tags: ["search"],
    summary: "Search everything",
    description:
      "Looks in titles and texts of articles, in the words that show positions and rounds, and in the names of actors; answers the best of each with the words marked. To read all of one kind, use `q` of its list.",
    querystring: z.strictObject({
      q: query,
      in: listOf(z.enum(searched)).optional().describe("Where to look. Default: everywhere."),
      limit: wholeNumber(1, 50).default(5).describe("The most rows of each kind."),
    }),
    response: responses("What was found.", Results, ["invalid-parameter", "uri-too-long"]),
  };
  app.get("/v1/search", { schema }, (request) =>
    store.together(async () => {
      const { q, in: places = searched, limit } = request.query;
      const asked = parseQuery(q);
      const data = {} as z.infer<typeof Results>["data"];
      for (const name of searched) {
        const rows = places.includes(name) ? await finders[name](store, asked, limit + 1) : [];
        data[name] = { hits: rows.slice(0, limit).map((row) => hit(name, row, asked)), more: rows.length > limit };
      }
      return { data, meta: { dataset_version: (await datasetState(store)).version } };
    }),
  );
}

type Finder = (store: Store, query: SearchQuery, most: number) => Promise<Found[]>;
const finders: Record<(typeof searched)[number], Finder> = { articles: foundArticles, positions: foundPositions, rounds: foundRounds, actors: foundActors };

/** Actors whose names hold all of the words, or nearly. */
async function foundActors(store: Store, { all }: SearchQuery, most: number): Promise<Found[]> {
  const matches = matchNames(await nameIndex(store), all.map(({ words }) => words).join(" "));
  return matches
    .filter(({ score }) => score >= 60)
    .slice(0, most)
    .map(({ actor, name }) => ({ id: actor.id, title: actor.name, text: name, date: null }));
}

const hit = (name: string, { id, title, text, date }: Found, query: SearchQuery): z.infer<typeof Hit> => ({
  id,
  title,
  date,
  snippet: snippetOf(text, query),
  href: `/v1/${name}/${encodeURIComponent(id)}`,
});
