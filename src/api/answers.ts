// The forms of lists and items, worked out from a resource's declaration.
import * as z from "zod";
import { Count } from "../domain/resources/fields.ts";
import { resources } from "../domain/resources/registry.ts";
import { facetNames, includeNames, isNullable, type Reference, type Resource } from "../domain/resources/resource.ts";
import { maxFacetValues } from "../store/reads/facets.ts";
import { Explanation } from "./explain.ts";

export const Meta = z.strictObject({
  dataset_version: z
    .string()
    .describe("Which dataset answered: equal versions mean equal rows. It begins with `unsettled-` while an ingest is under way: rows then still change."),
});

const PageInfo = z
  .strictObject({
    limit: z.int().describe("Rows that a page may have."),
    total: Count.nullable().describe("Rows in the whole list. Null: `count=none`."),
    next_cursor: z.string().nullable().describe("What to send as `cursor` for the next page. Null: this is the last one."),
  })
  .meta({ id: "Page", description: "Where in the list these rows stand." });

const Facet = z
  .strictObject({
    values: z
      .array(
        z.strictObject({
          value: z
            .union([z.string(), z.boolean()])
            .nullable()
            .describe("A value of the field, as its filter takes it. Null: unknown, for which `__isnull` asks."),
          label: z.string().nullable().describe("Readable name of an id or a code. Null: the value is its own name."),
          count: Count.describe("Rows that bear it, under all filters but this field's own."),
        }),
      )
      .describe(`The most frequent first, at most ${maxFacetValues}.`),
    more: Count.describe("How many values are left out."),
  })
  .meta({ id: "Facet", description: "How rows share out over the values of one field." });

/** A record as it may be answered: whole, with included records beside it; or, where `fields` is given, in part. */
function answered(resource: Resource, record: z.ZodObject): { whole: z.ZodObject; part: z.ZodObject } {
  const included = Object.fromEntries(
    includeNames(resource).map((name) => {
      const { to, field } = resource.references[name] as Reference;
      const target = resources[to as keyof typeof resources].record;
      return [name, (isNullable(resource, field) ? target.nullable() : target).optional()];
    }),
  );
  const { id, description } = record.meta() as { id: string; description: string };
  const part = record
    .partial()
    .extend(included)
    .meta({ id: `${id}Part`, description: `What \`fields\` asks for of it. ${description}` });
  if (Object.keys(included).length === 0) return { whole: record, part };
  return { whole: record.extend(included).meta({ id: `${id}Answer`, description: `${description} What \`include\` asks for stands beside the ids.` }), part };
}

/** The answer of a list. */
export function listAnswer(resource: Resource): z.ZodObject {
  const { whole, part } = answered(resource, resource.record);
  const facets = Object.fromEntries(facetNames(resource).map((name) => [name, Facet.optional()]));
  return z.strictObject({
    data: z.union([z.array(whole), z.array(part)]),
    page: PageInfo,
    facets: z.strictObject(facets).optional().describe("By name, where `facets` asks for them."),
    explanation: Explanation.optional().describe("Where `explain` asks for it or the list is empty."),
    meta: Meta,
  });
}

/** The answer of an item: one object, not wrapped. */
export function itemAnswer(resource: Resource): z.ZodType {
  const { whole, part } = answered(resource, resource.item);
  return z.union([whole, part]);
}
