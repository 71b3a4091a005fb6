// The rules of the Data Package standard, version 2, as a reader of a folder checks them: the descriptor, the files, and every cell against its schema. Knows nothing of Parley.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

// biome-ignore lint/suspicious/noExplicitAny: a descriptor is any JSON until it is checked.
type Json = any;

const profiles = "https://datapackage.org/profiles/2.0/";
const simpleName = /^[a-z0-9._-]+$/;
const semver = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** How each type reads a cell; undefined where the cell is none of it. */
const casts: Record<string, (cell: string) => unknown> = {
  string: (cell) => cell,
  integer: (cell) => (/^[+-]?\d+$/.test(cell) ? Number(cell) : undefined),
  number: (cell) => (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(cell) ? Number(cell) : undefined),
  boolean: (cell) => (["true", "True", "TRUE", "1"].includes(cell) ? true : ["false", "False", "FALSE", "0"].includes(cell) ? false : undefined),
  date: (cell) => (/^\d{4}-\d\d-\d\d$/.test(cell) && !Number.isNaN(Date.parse(cell)) ? cell : undefined),
  object: (cell) => json(cell, (value) => typeof value === "object" && value !== null && !Array.isArray(value)),
  array: (cell) => json(cell, Array.isArray),
};

const constraintsOf: Record<string, string[]> = {
  string: ["required", "unique", "pattern", "enum", "minLength", "maxLength"],
  integer: ["required", "unique", "pattern", "enum", "minimum", "maximum"],
  number: ["required", "unique", "pattern", "enum", "minimum", "maximum"],
  boolean: ["required", "enum"],
  date: ["required", "unique", "pattern", "enum", "minimum", "maximum"],
  object: ["required", "unique", "enum", "minLength", "maxLength"],
  array: ["required", "unique", "enum", "minLength", "maxLength"],
};

/** Everything that is wrong with the package in the folder, one line each; empty where it is sound. */
export function faultsOf(folder: string): string[] {
  const faults: string[] = [];
  const rule = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  const descriptor: Json = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
  const resources: Json[] = descriptor.resources ?? [];
  rule(descriptor.$schema === `${profiles}datapackage.json`, "no profile");
  rule(simpleName.test(descriptor.name), "package name");
  rule(semver.test(descriptor.version), "version");
  rule(descriptor.created === undefined || !Number.isNaN(Date.parse(descriptor.created)), "created");
  rule(descriptor.licenses?.length > 0 && descriptor.licenses.every((one: Json) => one.name || isUrlOrPath(one.path)), "licenses");
  for (const list of ["contributors", "sources"])
    rule(
      (descriptor[list] ?? []).every((one: Json) => Object.keys(one).length > 0),
      `${list} with nothing in them`,
    );
  rule(
    (descriptor.contributors ?? []).every((one: Json) => one.role === undefined && Array.isArray(one.roles ?? [])),
    "contributors' roles",
  );
  rule(resources.length > 0, "no resources");
  rule(isUnique(resources.map(({ name }) => name)), "resource names twice");
  const tables = new Map<string, Json[]>();
  for (const resource of resources) {
    const at = (fault: string) => `${resource.name}: ${fault}`;
    rule(simpleName.test(resource.name), at("name"));
    rule(resource.$schema === `${profiles}dataresource.json`, at("no profile"));
    rule(resource.data === undefined && isUrlOrPath(resource.path), at("path"));
    if (!existsSync(join(folder, resource.path))) {
      faults.push(at("no file"));
      continue;
    }
    const bytes = readFileSync(join(folder, resource.path));
    rule(resource.bytes === bytes.length, at("bytes"));
    rule(resource.hash === `sha256:${createHash("sha256").update(bytes).digest("hex")}`, at("hash"));
    rule([undefined, "table"].includes(resource.type), at("type"));
    if (resource.type !== "table") continue;
    faults.push(...schemaFaults(resource, resources).map(at));
    const read = readTable(bytes.toString("utf8"), resource.schema);
    faults.push(...read.faults.map(at));
    tables.set(resource.name, read.rows);
  }
  for (const { name, schema } of resources.filter(({ type }) => type === "table"))
    for (const key of schema.foreignKeys ?? []) {
      const to = tables.get(key.reference.resource ?? name) ?? [];
      const known = new Set(to.map((row) => JSON.stringify(key.reference.fields.map((field: string) => row[field]))));
      for (const row of tables.get(name) ?? []) {
        const values = key.fields.map((field: string) => row[field]);
        rule(values.includes(null) || known.has(JSON.stringify(values)), `${name}: ${key.fields} ${values} refers to nothing`);
      }
    }
  return faults;
}

function schemaFaults({ name, schema }: Json, resources: Json[]): string[] {
  const faults: string[] = [];
  const rule = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  const names: string[] = schema.fields.map((field: Json) => field.name);
  const has = (fields: unknown, among: string[]) => Array.isArray(fields) && fields.length > 0 && fields.every((field) => among.includes(field));
  rule(schema.$schema === `${profiles}tableschema.json`, "schema without profile");
  rule(isUnique(names), "field names twice");
  rule(
    Array.isArray(schema.missingValues) && isUnique(schema.missingValues) && schema.missingValues.every((one: Json) => typeof one === "string"),
    "missing values",
  );
  rule(schema.primaryKey === undefined || has(schema.primaryKey, names), "primary key");
  for (const field of schema.fields) {
    rule(field.type in casts, `${field.name}: type ${field.type}`);
    rule(typeof field.description === "string" && field.description.length > 0, `${field.name}: not described`);
    rule(
      Object.keys(field.constraints ?? {}).every((constraint) => constraintsOf[field.type]?.includes(constraint)),
      `${field.name}: constraint that its type has not`,
    );
    if (!field.categories) continue;
    const values = field.categories.map((one: Json) => one.value);
    rule(["string", "integer"].includes(field.type), `${field.name}: categories on ${field.type}`);
    rule(isUnique(values) && isUnique(field.categories.map((one: Json) => one.label)), `${field.name}: categories twice`);
    rule(
      (field.constraints?.enum ?? []).every((one: Json) => values.includes(one)),
      `${field.name}: enum beyond categories`,
    );
  }
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    rule(has(fields, names) && reference.fields.length === fields.length, `foreign key ${fields}`);
    rule(reference.resource !== name, `foreign key ${fields} names its own table`);
    const target = resources.find((one) => one.name === (reference.resource ?? name));
    rule(
      target !== undefined &&
        has(
          reference.fields,
          target.schema.fields.map((field: Json) => field.name),
        ),
      `foreign key ${fields} to nowhere`,
    );
  }
  return faults;
}

/** A table's rows with their logical values, and what is wrong with them. The header must be the fields, in order. */
export function readTable(text: string, schema: Json): { rows: Json[]; faults: string[] } {
  const faults: string[] = [];
  const [header, ...lines] = parse(text, { record_delimiter: "\r\n", relax_column_count: false }) as string[][];
  if (JSON.stringify(header) !== JSON.stringify(schema.fields.map((field: Json) => field.name))) faults.push(`header ${header}`);
  const rows = lines.map((cells, at) =>
    Object.fromEntries(
      schema.fields.map((field: Json, column: number) => {
        const { value, fault } = readCell(cells[column] ?? "", field, schema.missingValues);
        if (fault !== null) faults.push(`row ${at + 1}, ${field.name}: ${fault}`);
        return [field.name, value];
      }),
    ),
  );
  const keys = rows.map((row) => JSON.stringify((schema.primaryKey ?? []).map((field: string) => row[field])));
  if (schema.primaryKey && !isUnique(keys)) faults.push("primary key twice");
  return { rows, faults };
}

function readCell(cell: string, { type, constraints = {}, categories }: Json, missing: string[]): { value: unknown; fault: string | null } {
  if (missing.includes(cell)) return { value: null, fault: constraints.required ? "required and missing" : null };
  const value = casts[type]?.(cell);
  const allowed = constraints.enum ?? categories?.map((one: Json) => one.value);
  const fault =
    value === undefined
      ? `no ${type}: ${cell.slice(0, 40)}`
      : allowed && !allowed.includes(value)
        ? `not allowed: ${cell}`
        : constraints.pattern && !new RegExp(`^(?:${constraints.pattern})$`).test(cell)
          ? `pattern: ${cell}`
          : (constraints.minimum !== undefined && Number(value) < constraints.minimum) ||
              (constraints.maximum !== undefined && Number(value) > constraints.maximum)
            ? `out of range: ${cell}`
            : null;
  return { value, fault };
}

const isUnique = (values: readonly unknown[]) => new Set(values.map((value) => JSON.stringify(value))).size === values.length;
/** A web address, or a path that stays in the folder. */
const isUrlOrPath = (path: unknown) =>
  typeof path === "string" && (/^https?:\/\//.test(path) || (/^[^/~.\\][^\\]*$/.test(path) && !path.split("/").includes("..")));

function json(cell: string, is: (value: unknown) => boolean): unknown {
  try {
    const value = JSON.parse(cell);
    return is(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
