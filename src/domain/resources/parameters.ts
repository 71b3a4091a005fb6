// The query parameters of a resource's list, worked out from its declaration. Says what may be asked, not how it is answered.
import * as z from "zod";
import { parseQuery } from "../search.ts";
import { codeLists } from "../vocabulary.ts";
import { type FieldUse, facetNames, includeNames, isNullable, parameterName, type Relation, type Resource, sortNames, withoutNull } from "./resource.ts";
import { FlagValue, listOf, NumberValue, PartialDate, TextValue, wholeNumber } from "./values.ts";

export type Operator = "in" | "not" | "gte" | "lte" | "isnull" | "from" | "to" | "match";

/** One parameter that narrows the list. `target` is a field or relation of the resource; its date for `from` and `to`; unused for `match`. */
export interface FilterParameter {
  name: string;
  target: string;
  operator: Operator;
  schema: z.ZodType;
  /** Ids that a value may be given as and the ids that they stand for now. Left out: its values are no ids that move. */
  moved?: MovedIds;
}

/** Former ids of actors, each with the id that it leads to. */
export type MovedIds = ReadonlyMap<string, string>;

/** The ids that a parameter of kind `known` may name, by parameter name: what this server's codebook holds. */
type KnownIds = Readonly<Record<string, readonly string[]>>;

export const defaultLimit = 50;
export const maxLimit = 1000;

const IsNull = FlagValue;

/** All filters of a resource, in the order of its fields. Those that take actors take their former ids too. */
export function filterParameters(resource: Resource, known: KnownIds, moved: MovedIds): FilterParameter[] {
  const byField = Object.entries(resource.fields).flatMap(([field, use]) => fieldParameters(resource, field, use, known));
  const byRelation = Object.entries(resource.relations).flatMap(([name, relation]) => relationParameters(name, relation, known));
  const narrowing = [...byField, ...byRelation].map((filter) => (takesActors(resource, filter) ? { ...filter, moved } : filter));
  return [...narrowing, ...dateParameters(resource), ...textParameters(resource)];
}

/** Whether the filter's values are ids of actors: a reference to one, the relations by that name, or their own list's ids. */
function takesActors({ name, references }: Resource, { target, operator }: FilterParameter): boolean {
  if (operator !== "in" && operator !== "not") return false;
  const refers = Object.values(references).some(({ to, field }) => to === "actors" && field === target);
  return refers || target === "actor" || target === "party" || (name === "actors" && target === "id");
}

function fieldParameters(resource: Resource, field: string, use: FieldUse, known: KnownIds): FilterParameter[] {
  if (!use.filter) return [];
  const name = parameterName(field);
  const schema = withoutNull(resource.record.shape[field] as z.ZodType);
  const about = (resource.record.shape[field] as z.ZodType).description ?? "";
  const parameter = (suffix: string, operator: Operator, of: z.ZodType, description: string): FilterParameter => ({
    name: name + suffix,
    target: field,
    operator,
    schema: of.optional().describe(description),
  });
  const pick = (value: z.ZodType, more = "") => [
    parameter("", "in", listOf(value), `${about} Keeps ${resource.name} with one of these values.${more}`),
    parameter("__not", "not", listOf(value), `Keeps all that \`${name}\` with these values would leave out, unknown ones included.`),
  ];
  const range = (value: z.ZodType, least: string, most: string) => [parameter("__gte", "gte", value, least), parameter("__lte", "lte", value, most)];
  const parameters = {
    word: () => pick(schema, meaningOf((schema as z.ZodEnum).options)),
    known: () => pick(z.enum(known[name] ?? [])),
    text: () => pick(schema instanceof z.ZodString && schema.def.checks?.length ? schema : TextValue),
    number: () => [...pick(NumberValue), ...range(NumberValue, `\`${name}\` is this or more.`, `\`${name}\` is this or less.`)],
    flag: () => [parameter("", "in", FlagValue, about)],
    day: () => range(PartialDate, `\`${name}\` is in or after this day, month or year.`, `\`${name}\` is in or before this day, month or year.`),
    edtf: () => [
      ...pick(schema),
      ...range(PartialDate, `\`${name}\` begins in or after this day, month or year.`, `\`${name}\` ends in or before this day, month or year.`),
    ],
  }[use.filter]();
  return isNullable(resource, field) ? [...parameters, parameter("__isnull", "isnull", IsNull, `Whether \`${name}\` is unknown (null).`)] : parameters;
}

/** Where the words of a closed list are explained. Nothing for words that are no codes. */
function meaningOf(words: readonly unknown[]): string {
  const [list] = Object.entries(codeLists).find(([, codes]) => codes.join() === words.join()) ?? [];
  return list === undefined ? "" : ` \`/v1/codes?list=${list}\` says what each means.`;
}

function relationParameters(name: string, relation: Relation, known: KnownIds): FilterParameter[] {
  const value = { word: () => z.enum(relation.words ?? []), known: () => z.enum(known[name] ?? []), text: () => TextValue }[relation.filter]();
  return [
    {
      name,
      target: name,
      operator: "in",
      schema: listOf(value)
        .optional()
        .describe(relation.description + meaningOf(relation.words ?? [])),
    },
    {
      name: `${name}__not`,
      target: name,
      operator: "not",
      schema: listOf(value).optional().describe(`Keeps all that \`${name}\` with these values would leave out.`),
    },
  ];
}

function dateParameters({ date, name }: Resource): FilterParameter[] {
  if (date === null) return [];
  const about = (edge: string) => `A day, month or year: keeps ${name} whose \`${date}\` may reach ${edge}. Those without a date are left out.`;
  return [
    { name: "from", target: date, operator: "from", schema: PartialDate.optional().describe(about("into or beyond it")) },
    { name: "to", target: date, operator: "to", schema: PartialDate.optional().describe(about("back into or before it")) },
  ];
}

function textParameters(resource: Resource): FilterParameter[] {
  if (!resource.fullText) return [];
  const schema = z
    .string({ error: "give it once" })
    .max(500, { error: "at most 500 characters" })
    .refine(
      (query) => {
        const { all, none } = parseQuery(query);
        return all.length + none.length > 0;
      },
      { error: "no word to look for" },
    )
    .optional()
    .describe('Full text: all of these words; "quoted words" as a phrase, -word leaves out, begin* matches beginnings. Case and accents do not matter.');
  return [{ name: "q", target: "", operator: "match", schema }];
}

const distinct = (values: readonly string[]) => new Set(values.map((value) => value.replace(/^-/, ""))).size === values.length;
const names = (allowed: readonly string[]) => listOf(z.enum(allowed)).refine(distinct, { error: "names the same thing twice" }).optional();

/** `fields` and `include`, which take the fields of `record`. `include` is not there where the resource refers to no other. */
function selectionParameters(resource: Resource, record: z.ZodObject) {
  const includes = includeNames(resource);
  return {
    fields: names(Object.keys(record.shape)).describe("Fields to answer with; all others are left out."),
    ...(includes.length === 0 ? {} : { include: names(includes).describe("Records to put in beside their ids.") }),
  };
}

/** The parameters that shape the answer and leave the rows as they are. */
function shapeParameters(resource: Resource) {
  const facets = facetNames(resource);
  const sorts = sortNames(resource).flatMap((name) => [name, `-${name}`]);
  return {
    sort: names(sorts).describe(
      `Keys to sort by, the most important first; \`-\` before one turns it round. Ids and codes go by their letters, unknown values come last. Default: ${resource.defaultSort.join(",")}.`,
    ),
    limit: wholeNumber(1, maxLimit)
      .optional()
      .meta({ description: "Rows on a page. Formats other than JSON answer the whole list where it is left out.", default: defaultLimit }),
    cursor: z.string({ error: "give it once" }).max(4000).optional().describe("`next_cursor` of the page before; belongs to the same filters and sort keys."),
    count: z.enum(["exact", "none"]).optional().describe("`none` saves counting: `total` is then null."),
    ...selectionParameters(resource, resource.record),
    ...(facets.length === 0 ? {} : { facets: names(facets).describe("Fields to count by: rows for each value, under all filters but that field's own.") }),
    explain: FlagValue.optional().describe(
      "Says why the list has the rows it has: rows without each filter, the nearest days with rows, ids that do not exist. An empty list explains itself unless this is `false`.",
    ),
    bom: FlagValue.optional().describe("Puts a byte-order mark first, for spreadsheets that take CSV for another encoding without one. CSV only."),
  };
}

/** `format`: the name of a format of the answer. A resource that has a field of that name takes its values too, but not together with such a name. */
function formatParameter({ record }: Resource, formats: readonly string[]) {
  const about = "How to answer; goes before `Accept`. The path takes it as a suffix as well, such as `.csv`.";
  const field = record.shape.format;
  if (!(field instanceof z.ZodEnum)) return z.enum(formats).optional().describe(about);
  const words = field.options.map(String);
  return listOf(z.enum([...words, ...formats]))
    .refine((values) => values.length === 1 || values.every((value) => words.includes(value)), { error: "a format of the answer stands alone" })
    .optional()
    .describe(`${field.description} Or: ${about}`);
}

/** What a list's query string must be. Strict: an unknown parameter is an error. `formats` are the names of formats of the answer that `format` takes. */
export function querySchema(resource: Resource, filters: readonly FilterParameter[], formats: readonly string[]) {
  const byName = Object.fromEntries(filters.map(({ name, schema }) => [name, schema]));
  return z.strictObject({ ...byName, ...shapeParameters(resource), format: formatParameter(resource, formats) });
}

/** What an item's query string must be. */
export const itemQuerySchema = (resource: Resource) => z.strictObject(selectionParameters(resource, resource.item));
