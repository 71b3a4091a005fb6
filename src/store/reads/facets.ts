// How the rows of a list share out over the values of some fields.
import { inArray, type SQL, sql } from "drizzle-orm";
import type { ListQuery } from "../../domain/resources/list-query.ts";
import { fieldOf, type Resource } from "../../domain/resources/resource.ts";
import type { Store } from "../open.ts";
import { columnsOf, namesOf, tableNamed } from "./columns.ts";
import { runPrepared } from "./prepared.ts";
import { filterOf, shapeOf, valuesOf } from "./where.ts";

/** The most values that one facet lists. */
export const maxFacetValues = 100;

export interface Facet {
  /** The most frequent first, of equals the smaller. `label` is null where the value is its own name. */
  values: { value: string | boolean | null; label: string | null; count: number }[];
  /** How many more values there are. */
  more: number;
}

interface CountedValue {
  facet: string;
  value: string | number | null;
  label: string | null;
  count: number;
  distinct: number;
}

/** Facets by parameter name, each under all filters but its own. One statement. */
export async function readFacets(
  store: Store,
  { resource, conditions, facets }: Pick<ListQuery, "resource" | "conditions" | "facets">,
): Promise<Record<string, Facet>> {
  if (facets.length === 0) return {};
  const build = () => {
    const counted = facets.map((facet) => sql`select * from (${countedBy(store, resource, conditions, facet)})`);
    const column = <Type>(name: string) => sql<Type>`${sql.identifier(name)}`.as(name);
    return store.db
      .select({
        facet: column<string>("facet"),
        value: column("value"),
        label: column("label"),
        count: column<number>("count"),
        distinct: column<number>("distinct"),
      })
      .from(sql`(${sql.join(counted, sql` union all `)}) as facets`)
      .orderBy(sql`facet, count desc, value`);
  };
  const rows = await runPrepared<CountedValue>(store, `facets ${resource.name} ${shapeOf(conditions)} ${facets}`, build, valuesOf(conditions));
  return Object.fromEntries(facets.map((facet) => [facet, facetOf(resource, facet, rows)]));
}

function facetOf(resource: Resource, facet: string, rows: readonly CountedValue[]): Facet {
  const own = rows.filter((row) => row.facet === facet);
  const isFlag = resource.fields[fieldOf(resource, facet)]?.filter === "flag";
  const values = own.map(({ value, label, count }) => ({ value: isFlag && value !== null ? value === 1 : (value as string | null), label, count }));
  return { values, more: (own[0]?.distinct ?? 0) - own.length };
}

function countedBy(store: Store, resource: Resource, conditions: ListQuery["conditions"], facet: string): SQL {
  const field = fieldOf(resource, facet);
  const others = conditions.filter(({ target }) => target !== field);
  const base = tableNamed(resource.name);
  const { columns, joins } = columnsOf(resource, [field]);
  const value = sql`${columns[field]}`;
  let groups = store.db
    .select({ value: value.as("value"), count: sql`count(*)`.as("count"), distinct: sql`count(*) over ()`.as("distinct") })
    .from(base)
    .$dynamic();
  for (const { table, on } of joins) groups = groups.leftJoin(table, on);
  groups = groups
    .where(filterOf(store, resource, others))
    .groupBy(value)
    .orderBy(sql`count(*) desc, ${value}`)
    .limit(maxFacetValues);
  return sql`select ${sql.raw(`'${facet}'`)} as facet, value, ${labelOf(resource, field)} as label, count, "distinct" from ${groups} as counted`;
}

function labelOf(resource: Resource, field: string): SQL {
  const names = namesOf(resource, field);
  return names ? sql`(select ${names.label} from ${names.table} where ${names.key} = counted.value)` : sql`null`;
}

/** Readable names by value; a value without one is left out. One statement; none where the field's values are their own names. */
export async function labelsOf(store: Store, resource: Resource, field: string, values: readonly string[]): Promise<Map<string, string>> {
  const names = namesOf(resource, field);
  if (!names || values.length === 0) return new Map();
  const rows = await store.db
    .select({ value: names.key, label: names.label })
    .from(names.table)
    .where(inArray(names.key, [...values]));
  return new Map(rows.map(({ value, label }) => [String(value), String(label)]));
}
