// `/v1/dataset` and `/v1/quality`: which dataset this is, what it covers, how to cite it, and how far it can be trusted.
import * as z from "zod";
import { Accuracy } from "../../analysis/accuracy.ts";
import { datasetTitle, licence } from "../../domain/analysis/citation.ts";
import { ProblemError } from "../../domain/problems.ts";
import { Count, RowId } from "../../domain/resources/fields.ts";
import { resourceNames } from "../../domain/resources/resource.ts";
import type { Store } from "../../store/open.ts";
import { resourceCounts } from "../../store/reads/counts.ts";
import { coverage, freshness } from "../../store/reads/coverage.ts";
import { datasetState } from "../../store/reads/dataset.ts";
import { responses } from "../responses.ts";
import type { App } from "../types.ts";

const maxSources = 1000;
const day = (what: string) => z.string().nullable().describe(`${what} Null: nothing is dated.`);

const Dataset = z
  .strictObject({
    dataset_version: z
      .string()
      .describe("Which rows these are: equal versions mean equal rows. It begins with `unsettled-` while an ingest is under way: cite none of those."),
    extraction: z.string().describe("Versions of the codebook and the extractor that made them."),
    counts: z.strictObject({ ...Object.fromEntries(resourceNames.map((name) => [name, Count])), evidence: Count }).describe("Rows by resource."),
    coverage: z.strictObject({
      published_from: day("First day on which an article appeared."),
      published_to: day("Last day on which an article appeared."),
      stated_from: day("First day on which a position may have been stated."),
      stated_to: day("Last day on which a position may begin to have been stated."),
      undated_articles: Count,
      undated_positions: Count,
    }),
    sources: z
      .array(
        z.strictObject({ id: RowId, name: z.string(), articles: Count, first_published: day("Its first article."), last_published: day("Its last article.") }),
      )
      .describe(`Who published the articles, the freshest first, ${maxSources} at most.`),
    sources_truncated: z.boolean().describe("Whether there are more sources."),
    licence: z.strictObject({
      record: z.string().describe("Licence of codes, coding and program."),
      texts: z.string().describe("Whose the articles' words are."),
    }),
    citation: z.string().describe("How to cite the dataset, in words."),
    links: z.strictObject({ cite: z.string(), quality: z.string(), articles: z.string() }),
  })
  .meta({ id: "Dataset", description: "The dataset as a whole." });

/** Registers both routes. `accuracy` null: not measured, so that `/v1/quality` is not found. */
export function addDataset(app: App, store: Store, accuracy: Accuracy | null): void {
  const dataset = {
    operationId: "getDataset",
    tags: ["dataset"],
    summary: "Which dataset this is",
    description: "Version, number of rows, the time it covers, how fresh each source is, the licence and how to cite it.",
    querystring: z.strictObject({}),
    response: responses("The dataset.", Dataset, ["invalid-parameter"]),
  };
  app.get("/v1/dataset", { schema: dataset }, () =>
    store.together(async () => {
      const { version, extraction } = await datasetState(store);
      const { evidence, ...covered } = await coverage(store);
      const { sources, truncated } = await freshness(store, maxSources);
      return {
        dataset_version: version,
        extraction,
        counts: { ...(await resourceCounts(store)), evidence },
        coverage: covered,
        sources,
        sources_truncated: truncated,
        licence,
        citation: `${datasetTitle}. Dataset version ${version}${extraction === "" ? "" : `, made by ${extraction}`}.`,
        links: { cite: "/v1/cite", quality: "/v1/quality", articles: "/v1/articles" },
      };
    }),
  );

  const quality = {
    operationId: "getQuality",
    tags: ["dataset"],
    summary: "How accurate the extractor is",
    description:
      "Precision, recall and F1 of actors, rounds and positions against articles coded by hand, with intervals, fields and calibration. 404 where nobody measured.",
    querystring: z.strictObject({}),
    response: responses("The measurement.", Accuracy, ["invalid-parameter", "not-found"]),
  };
  app.get("/v1/quality", { schema: quality, config: { dataset: false } }, async () => {
    if (accuracy === null) throw new ProblemError("not-found", { detail: "the accuracy of this extractor was not measured" });
    return accuracy;
  });
}
