// How the rows of a list share out over the values of some fields.
import { inArray, type SQL, sql } from "drizzle-orm";
import type { Condition, ListQuery } from "../../domain/resources/list-query.ts";
import { fieldOf, type Reference, type Resource } from "../../domain/resources/resource.ts";
import type { Store } from "../open.ts";
import { columnNamed, namesOf, tableNamed } from "./columns.ts";
import { datasetState, type Facet, remember } from "./dataset.ts";
import { runPrepared } from "./prepared.ts";
import { filterOf, shapeOf, valuesOf } from "./where.ts";

/** The most values that one facet lists. */
export const maxFacetValues = 100;

const keptFacets = 1000;

interface CountedValue {
  facet: string;
  value: string | number | null;
  label: string | null;
  count: number;
  distinct: number;
}

/** One facet to count: its field, and all conditions but the field's own. */
interface Counted {
  facet: string;
  field: string;
  others: readonly Condition[];
}

/** Facets by parameter name, each under all filters but its own. One statement; none where the dataset as it is has been asked before. */
export async function readFacets(
  store: Store,
  { resource, conditions, facets }: Pick<ListQuery, "resource" | "conditions" | "facets">,
): Promise<Record<string, Facet>> {
  const { facets: kept } = await datasetState(store);
  const counted = facets.map((facet): Counted => {
    const field = fieldOf(resource, facet);
    return { facet, field, others: conditions.filter(({ target }) => target !== field) };
  });
  const memoKey = ({ facet, others }: Counted) => `${resource.name} ${facet} ${shapeOf(others)} ${JSON.stringify(valuesOf(others))}`;
  const missing = counted.filter((one) => !kept.has(memoKey(one)));
  const rows = missing.length === 0 ? [] : await countAll(store, resource, conditions, missing);
  return Object.fromEntries(
    counted.map((one) => [one.facet, remember(kept, memoKey(one), kept.get(memoKey(one)) ?? facetOf(resource, one, rows), keptFacets)]),
  );
}

function countAll(store: Store, resource: Resource, conditions: readonly Condition[], counted: readonly Counted[]): Promise<CountedValue[]> {
  const build = () => {
    const parts = counted.map((one) => sql`select * from (${countedBy(resource, one, rowsFor(store, resource, one, counted))})`);
    const column = <Type>(name: string) => sql<Type>`${sql.identifier(name)}`.as(name);
    return store.db
      .select({
        facet: column<string>("facet"),
        value: column("value"),
        label: column("label"),
        count: column<number>("count"),
        distinct: column<number>("distinct"),
      })
      .from(sql`(${sharedRows(store, resource, counted)}${sql.join(parts, sql` union all `)}) as facets`)
      .orderBy(sql`facet, count desc, value`);
  };
  return runPrepared<CountedValue>(store, `facets ${resource.name} ${shapeOf(conditions)} ${counted.map(({ facet }) => facet)}`, build, valuesOf(conditions));
}

function facetOf(resource: Resource, { facet, field }: Counted, rows: readonly CountedValue[]): Facet {
  const own = rows.filter((row) => row.facet === facet);
  const isFlag = resource.fields[field]?.filter === "flag";
  const values = own.map(({ value, label, count }) => ({ value: isFlag && value !== null ? value === 1 : (value as string | null), label, count }));
  return { values, more: (own[0]?.distinct ?? 0) - own.length };
}

/** The resource's own column that decides the field's value: itself, or the id of the row that holds it. */
const keyOf = (resource: Resource, field: string): string => {
  const from = resource.fields[field]?.from;
  return from ? (resource.references[from[0]] as Reference).field : field;
};

/** Facets under the same filters share their rows: these are found once. Without filters each facet has an index of its own. */
const sharing = ({ others }: Counted, counted: readonly Counted[]): readonly Counted[] =>
  others.length === 0 ? [] : counted.filter((one) => shapeOf(one.others) === shapeOf(others));

const sharedName = (counted: readonly Counted[], one: Counted): SQL => sql.raw(`matching_${counted.indexOf(one)}`);

/** `with …` for the rows that several facets share; nothing where none do. */
function sharedRows(store: Store, resource: Resource, counted: readonly Counted[]): SQL {
  const base = tableNamed(resource.name);
  const groups = counted.map((one) => sharing(one, counted)).filter((group, at) => group.length > 1 && group[0] === counted[at]);
  if (groups.length === 0) return sql``;
  const tables = groups.map((group) => {
    const keys = [...new Set(group.map(({ field }) => keyOf(resource, field)))].map((key) => sql`${columnNamed(base, key)}`);
    const where = filterOf(store, resource, (group[0] as Counted).others) ?? sql`true`;
    return sql`${sharedName(counted, group[0] as Counted)} as materialized (select ${sql.join(keys, sql`, `)} from ${base} where ${where})`;
  });
  return sql`with ${sql.join(tables, sql`, `)} `;
}

/** `from …` for the rows that a facet counts. */
function rowsFor(store: Store, resource: Resource, one: Counted, counted: readonly Counted[]): SQL {
  const group = sharing(one, counted);
  if (group.length > 1) return sql`from ${sharedName(counted, group[0] as Counted)}`;
  return sql`from ${tableNamed(resource.name)} where ${filterOf(store, resource, one.others) ?? sql`true`}`;
}

/** Rows are counted by their own column first, which an index serves; what it leads to is looked up once for each of its values. */
function countedBy(resource: Resource, { facet, field }: Counted, rows: SQL): SQL {
  const key = sql.identifier(keyOf(resource, field));
  const byKey = sql`select ${key} as value, count(*) as count ${rows} group by ${key}`;
  const from = resource.fields[field]?.from;
  const groups = from ? throughReference(resource, from, byKey) : byKey;
  const best = sql`select value, count, count(*) over () as "distinct" from (${groups}) order by count desc, value limit ${sql.raw(String(maxFacetValues))}`;
  return sql`select ${sql.raw(`'${facet}'`)} as facet, value, ${labelOf(resource, field)} as label, count, "distinct" from (${best}) as counted`;
}

function throughReference(resource: Resource, [name, column]: readonly [string, string], byKey: SQL): SQL {
  const table = tableNamed((resource.references[name] as Reference).to);
  const value = columnNamed(table, column);
  return sql`select ${value} as value, sum(keys.count) as count from (${byKey}) as keys left join ${table} on ${columnNamed(table, "id")} = keys.value group by ${value}`;
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
