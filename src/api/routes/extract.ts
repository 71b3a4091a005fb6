// `POST /v1/extract`: what the extractor makes of one text. Stores nothing.
import * as z from "zod";
import { type Article, ArticleMeta, maxArticleLength, unknownMeta } from "../../domain/articles.ts";
import { ExtractAnswer } from "../../domain/explanations.ts";
import { ProblemError } from "../../domain/problems.ts";
import { FlagValue } from "../../domain/resources/values.ts";
import { normaliseText } from "../../domain/text.ts";
import { responses } from "../responses.ts";
import type { App } from "../types.ts";

const short = z.string().min(1).max(2000);

const ExtractRequest = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(maxArticleLength)
      .describe("The article's text. It is normalised; offsets in the answer count code points of the normalised text."),
    title: short.nullish().describe("Headline."),
    source: short.nullish().describe("Who published it."),
    author: short.nullish().describe("Who signed it."),
    url: short.nullish().describe("Where it was published."),
    published: ArticleMeta.shape.published.optional().describe("When it was published, in EDTF (ISO 8601-2)."),
    genre: ArticleMeta.shape.genre.optional().describe("Report, analysis, opinion or unknown; left out, the text decides."),
    language: z.string().min(2).max(35).nullish().describe("Language of the text (BCP 47)."),
    text_basis: ArticleMeta.shape.text_basis.optional().describe("Original, digest or translation; original where it is left out."),
  })
  .meta({ id: "ExtractRequest", description: "A text and what is known about it; null, like nothing, means unknown." });

/** The extractor as the route needs it, which may first have to be loaded: `explained` asks for the explanation too. */
export type Extract = (article: Article, explained: boolean) => ExtractAnswer | Promise<ExtractAnswer>;

/** Registers the route. */
export function addExtract(app: App, extract: Extract): void {
  const schema = {
    operationId: "extract",
    tags: ["extract"],
    summary: "Extract from a text",
    description:
      "Answers what the extractor makes of the text: actors, attributions, rounds and positions, each with the words that show it. Nothing is stored.",
    querystring: z.strictObject({
      explain: FlagValue.optional().describe("Adds what each stage saw in each sentence, and why words that point to an issue made a position or none."),
    }),
    body: ExtractRequest,
    response: responses("The extraction document.", ExtractAnswer, ["invalid-body", "body-too-large", "unsupported-media-type"]),
  };
  app.post("/v1/extract", { schema }, async (request) => {
    const { text: raw, ...given } = request.body;
    const text = normaliseText(raw);
    if (text === "") throw new ProblemError("invalid-body", { errors: [{ parameter: "text", message: "holds no words" }] });
    return extract({ text, meta: { ...unknownMeta, ...given } as ArticleMeta }, request.query.explain === true);
  });
}
