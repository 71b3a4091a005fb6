// What a resource's declaration can say. Query parameters, SQL, OpenAPI and exports are worked out from it; it holds no SQL and knows no route.
import * as z from "zod";

export const resourceNames = ["sources", "articles", "actors", "rounds", "positions", "issues", "topics", "codes"] as const;
export type ResourceName = (typeof resourceNames)[number];

/**
 * How a field filters, and so which suffixes its parameter takes:
 * `word` a code of a closed list (also `__not`), `known` an id of the codebook (also `__not`), `text` any exact value (also `__not`),
 * `number` (also `__gte`, `__lte`), `flag` true or false, `day` an ISO day (only `__gte`, `__lte`), `edtf` a reported date (also `__not`, and `__gte`, `__lte` on its bounds).
 * Every field that may be null takes `__isnull` besides.
 */
type FilterKind = "word" | "known" | "text" | "number" | "flag" | "day" | "edtf";

export interface FieldUse {
  filter?: FilterKind;
  /** Sortable: the resource's own column by this name. */
  sort?: true;
  facet?: true;
  /** Taken from the row that a reference points to. Without it the field is the resource's own column. */
  from?: readonly [reference: string, column: string];
}

/** A row that this resource's record points to: `field` holds its id. */
export interface Reference {
  to: ResourceName;
  field: string;
}

/** One step of a relation: the rows of `table` whose `key` is the id at hand; `column` leads on, or is what the filter's values are compared with. */
export type Hop = readonly [table: string, key: string, column: string];

/** A filter that no field of the record shows: the row matches where one of the paths reaches one of the values. */
export interface Relation {
  description: string;
  filter: "word" | "known" | "text";
  /** The closed list of a `word` relation. */
  words?: readonly string[];
  paths: readonly (readonly Hop[])[];
}

export interface Resource {
  name: ResourceName;
  /** What one row is called: "position". */
  singular: string;
  description: string;
  /** One row of a list; every field described. */
  record: z.ZodObject;
  /** The answer of `/{id}`: the record and more. */
  item: z.ZodObject;
  fields: Readonly<Record<string, FieldUse>>;
  references: Readonly<Record<string, Reference>>;
  relations: Readonly<Record<string, Relation>>;
  /** Lists of other resources that a row links to: link name -> resource and the parameter that takes this row's id. */
  lists: Readonly<Record<string, readonly [ResourceName, string]>>;
  /** The reported date that `from` and `to` overlap with; its bounds are the columns `<date>_from` and `<date>_to`. Null where rows have no date. */
  date: string | null;
  /** Whether `q` searches it. */
  fullText: boolean;
  /** Sort keys by parameter name, `-` for descending. */
  defaultSort: readonly string[];
}

/** The name of a field in filters, sort keys and facets: a reference's id goes without `_id`. */
export function parameterName(field: string): string {
  return field.replace(/_id$/, "");
}

/** The field that a sort key, facet or filter name stands for. */
export function fieldOf(resource: Resource, parameter: string): string {
  return parameter in resource.fields ? parameter : `${parameter}_id`;
}

/** Names that may stand in `sort=`; descending ones have a `-` before them. */
export function sortNames(resource: Resource): string[] {
  return namesOf(resource, (use) => use.sort === true);
}

/** Names that may stand in `facets=`. */
export function facetNames(resource: Resource): string[] {
  return namesOf(resource, (use) => use.facet === true);
}

/** Names that may stand in `include=`: the references to other resources. */
export function includeNames(resource: Resource): string[] {
  return Object.keys(resource.references);
}

function namesOf(resource: Resource, wanted: (use: FieldUse) => boolean): string[] {
  return Object.keys(resource.fields)
    .filter((field) => wanted(resource.fields[field] as FieldUse))
    .map(parameterName);
}

/** A field's schema without its "or null". */
export function withoutNull(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
}

/** Whether a record's field may be null. */
export function isNullable(resource: Resource, field: string): boolean {
  return resource.record.shape[field] instanceof z.ZodNullable;
}

/** The schema of a record's `links`: `self` and the lists always, a reference's link null where the record points to nothing. */
export function linksSchema<const Name extends string>(required: readonly Name[], optional: readonly string[] = []) {
  const link = z.string().describe("Path on this server.");
  return z
    .strictObject({
      self: link,
      ...Object.fromEntries(required.map((name) => [name, link])),
      ...Object.fromEntries(optional.map((name) => [name, link.nullable()])),
    })
    .describe("Where the row itself, what it points to and what points to it are served; null where it points to nothing.");
}

/** The links of one record, by the declaration. */
export function linksOf(resource: Resource, record: Readonly<Record<string, unknown>>): Record<string, string | null> {
  const id = encodeURIComponent(String(record.id));
  const links: Record<string, string | null> = { self: `/v1/${resource.name}/${id}` };
  for (const name of includeNames(resource)) {
    const { to, field } = resource.references[name] as Reference;
    const target = record[field];
    links[name] = typeof target === "string" ? `/v1/${to}/${encodeURIComponent(target)}` : null;
  }
  for (const [name, [list, parameter]] of Object.entries(resource.lists)) links[name] = `/v1/${list}?${parameter}=${id}`;
  if (resource.name === "articles") links.annotations = `/v1/articles/${id}/annotations`;
  return links;
}
