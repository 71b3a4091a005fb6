// `/v1/cite`: how to cite what a query answers: the dataset with its version, and the articles behind the rows.
import * as z from "zod";
import type { Codebook } from "../../domain/codebook/codebook.ts";
import { toListQuery } from "../../domain/resources/list-query.ts";
import { filterParameters, maxLimit } from "../../domain/resources/parameters.ts";
import { resources } from "../../domain/resources/registry.ts";
import type { Resource } from "../../domain/resources/resource.ts";
import { wholeNumber } from "../../domain/resources/values.ts";
import { cite, citeFormats, citeTypes } from "../../export/cite.ts";
import type { Store } from "../../store/open.ts";
import { citedArticles } from "../../store/reads/cited.ts";
import { datasetState } from "../../store/reads/dataset.ts";
import { codesOf } from "../analysis.ts";
import { responses, textAnswer } from "../responses.ts";
import type { App } from "../types.ts";

const CslItems = z
  .array(
    z
      .strictObject({
        id: z.string(),
        type: z.enum(["dataset", "article-newspaper"]),
        title: z.string(),
        author: z.array(z.strictObject({ literal: z.string() })).optional(),
        "container-title": z.string().optional(),
        issued: z.strictObject({ "date-parts": z.array(z.array(z.int())) }).optional(),
        URL: z.string().optional(),
        language: z.string().optional(),
        version: z.string().optional(),
        note: z.string().optional(),
      })
      .meta({ id: "CslItem", description: "One citation (CSL-JSON)." }),
  )
  .describe("The dataset first, then the articles, the latest first.");

/** Registers `/v1/cite` for queries of positions, and `/v1/cite/rounds` and `/v1/cite/articles`. */
export function addCite(app: App, store: Store, codebook: Pick<Codebook, "issues" | "actors">): void {
  const { known, moved } = codesOf(codebook);
  add(resources.positions, "/v1/cite", "citePositions");
  add(resources.rounds, "/v1/cite/rounds", "citeRounds");
  add(resources.articles, "/v1/cite/articles", "citeArticles");

  function add(resource: Resource, path: string, operationId: string) {
    const filters = filterParameters(resource, known, moved);
    const texts = Object.fromEntries(
      citeFormats.filter((format) => format !== "csl-json").map((format) => [citeTypes[format], textAnswer(`The citations in ${format}.`)]),
    );
    const querystring = z.strictObject({
      ...Object.fromEntries(filters.map(({ name, schema }) => [name, schema])),
      format: z.enum(citeFormats).default("csl-json").describe("CSL-JSON, BibTeX or RIS."),
      limit: wholeNumber(1, maxLimit).default(maxLimit).describe("The most articles; the note on the dataset says how many there are."),
    });
    const schema = {
      operationId,
      tags: ["dataset"],
      summary: `Cite ${resource.name}`,
      description: `How to cite what \`/v1/${resource.name}\` answers to the same filters: the dataset with its version, and each article behind the rows once.`,
      querystring,
      response: responses("The citations.", CslItems, ["invalid-parameter", "uri-too-long"], ["application/json"], texts),
    };
    app.get(path, { schema, config: { produces: Object.values(citeTypes) } }, (request, reply) =>
      store.together(async () => {
        const { format, limit, ...asked } = request.query as z.infer<typeof querystring> & Record<string, unknown>;
        const { conditions } = toListQuery(resource, filters, asked);
        const { articles, total } = await citedArticles(store, resource, conditions, limit);
        const { version, extraction } = await datasetState(store);
        const text = cite(format, { version, extraction, query: request.url, articles: total }, articles);
        return reply.type(`${citeTypes[format]}; charset=utf-8`).send(text);
      }),
    );
  }
}
