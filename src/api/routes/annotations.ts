// An article's spans as W3C Web Annotations: names of actors, the words that show positions and rounds, and what is told as said by whom.
import * as z from "zod";
import { ProblemError } from "../../domain/problems.ts";
import { contextLength } from "../../domain/resources/fields.ts";
import { AttributionKind } from "../../domain/vocabulary.ts";
import type { Store } from "../../store/open.ts";
import { type ArticleSpan, articleSpans } from "../../store/reads/spans.ts";
import { responses } from "../responses.ts";
import type { App } from "../types.ts";

const Selector = z.union([
  z.strictObject({ type: z.literal("TextPositionSelector"), start: z.int(), end: z.int() }),
  z.strictObject({ type: z.literal("TextQuoteSelector"), exact: z.string(), prefix: z.string(), suffix: z.string() }),
]);

const Target = z.strictObject({ source: z.string(), selector: z.array(Selector) });

const Annotation = z
  .strictObject({
    id: z.string(),
    type: z.literal("Annotation"),
    motivation: z
      .enum(["identifying", "classifying", "describing"])
      .describe("identifying: the words name an actor; classifying: they show a position or a round; describing: they are told as said by somebody."),
    body: z
      .union([z.string(), z.strictObject({ type: z.literal("Attribution"), attribution: AttributionKind, speaker: z.string().nullable() })])
      .describe("The actor, position or round, by its path. Of what is told as said: how the article knows, and the speaker's path (null: nobody named)."),
    target: z.union([Target, z.array(Target)]).describe("The article, by its path, and where in it; a list where what is said is broken up."),
  })
  .meta({ id: "Annotation", description: "A span of an article's text and what it names or shows (W3C Web Annotation)." });

const AnnotationCollection = z
  .strictObject({
    "@context": z.literal("http://www.w3.org/ns/anno.jsonld"),
    id: z.string(),
    type: z.literal("AnnotationCollection"),
    label: z.string(),
    total: z.int(),
    first: z.strictObject({ id: z.string(), type: z.literal("AnnotationPage"), startIndex: z.literal(0), items: z.array(Annotation) }),
  })
  .meta({ id: "AnnotationCollection", description: "All spans of one article, in the order of the text." });

const annotationMediaType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const mediaTypes = ["application/ld+json", "application/json"];

/** Registers `/v1/articles/{id}/annotations`. */
export function addAnnotations(app: App, store: Store): void {
  const schema = {
    operationId: "getArticleAnnotations",
    tags: ["articles"],
    summary: "Get an article's spans as Web Annotations",
    description:
      "Every mention of an actor, every piece of evidence and everything that is told as said, by code-point position and by quotation with context, for tools that read W3C Web Annotations.",
    params: z.strictObject({ id: z.string().describe("Id of the article.") }),
    querystring: z.strictObject({}),
    response: responses("The collection, on one page.", AnnotationCollection, ["invalid-parameter", "not-found"], mediaTypes),
  };
  app.get("/v1/articles/:id/annotations", { schema, config: { produces: mediaTypes } }, async (request, reply) => {
    const { id } = request.params;
    const found = await articleSpans(store, id);
    if (!found) throw new ProblemError("not-found", { detail: `there is no article with the id ${JSON.stringify(id.slice(0, 200))}` });
    const article = `/v1/articles/${encodeURIComponent(id)}`;
    const points = Array.from(found.text);
    const items = found.spans.map((span) => annotation(article, points, span));
    reply.type(request.headers.accept?.includes("application/json") ? "application/json" : annotationMediaType);
    return {
      "@context": "http://www.w3.org/ns/anno.jsonld" as const,
      id: `${article}/annotations`,
      type: "AnnotationCollection" as const,
      label: found.title ?? id,
      total: items.length,
      first: { id: `${article}/annotations#page`, type: "AnnotationPage" as const, startIndex: 0 as const, items },
    };
  });
}

const motivations = { names: "identifying", shows: "classifying", tells: "describing" } as const;

function annotation(article: string, points: readonly string[], { key, spans, as, row, attribution }: ArticleSpan): z.infer<typeof Annotation> {
  const slice = (from: number, to: number) => points.slice(Math.max(from, 0), to).join("");
  const targets = spans.map(({ start, end }): z.infer<typeof Target> => {
    const quoted = {
      type: "TextQuoteSelector" as const,
      exact: slice(start, end),
      prefix: slice(start - contextLength, start),
      suffix: slice(end, end + contextLength),
    };
    return { source: article, selector: [{ type: "TextPositionSelector", start, end }, quoted] };
  });
  const path = row && `/v1/${row.resource}/${encodeURIComponent(row.id)}`;
  return {
    id: `${article}/annotations#${encodeURIComponent(key)}`,
    type: "Annotation",
    motivation: motivations[as],
    body: attribution === null ? (path ?? "") : { type: "Attribution", attribution, speaker: path },
    target: targets.length === 1 ? (targets[0] as z.infer<typeof Target>) : targets,
  };
}
