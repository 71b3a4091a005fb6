// The description of an exported folder as a Frictionless Data Package, version 2 (datapackage.org/standard). Pure; reads no clock.
import { datasetTitle, licence } from "../domain/analysis/citation.ts";
import type { Codebook } from "../domain/codebook/codebook.ts";
import { type Field, type PublishedTable, publishedTables, type TableKeys } from "../domain/tables.ts";

/** A file that was written: its path from the package's folder, with `/`. */
export interface WrittenFile {
  path: string;
  bytes: number;
  sha256: string;
}

export interface TableFile extends WrittenFile {
  table: PublishedTable;
  fields: readonly Field[];
  keys: TableKeys;
  rows: number;
}

export interface OtherFile extends WrittenFile {
  title: string;
  mediatype: string;
}

export interface PackagedDataset {
  version: string;
  extraction: string;
  /** Version of the program that writes the package. */
  program: string;
  /** Whether the measured accuracy goes along. */
  accuracy: boolean;
  /** Names of those who published the articles. */
  sources: readonly string[];
  codes: Codebook["codes"];
}

/** The name by which a package of this program is known again. */
export const packageName = "parley";

const profile = (name: string) => `https://datapackage.org/profiles/2.0/${name}.json`;
export const authors = "The Parley authors";
export const keywords = ["peace negotiations", "mediation", "stated positions", "news", "conflict research"];

/** The program's version with the dataset's as build metadata (semver.org): equal versions mean equal files. */
export const packageVersion = ({ program, version }: Pick<PackagedDataset, "program" | "version">): string => `${program}+${version}`;

/** The content of `datapackage.json`. */
export function dataPackage(dataset: PackagedDataset, tables: readonly TableFile[], others: readonly OtherFile[]): object {
  return {
    $schema: profile("datapackage"),
    name: packageName,
    title: datasetTitle,
    description: `News articles on peace negotiations, read by a program: who holds what on which issue, when, and the words that show it.\n\n${licence.texts}`,
    version: packageVersion(dataset),
    dataset_version: dataset.version,
    extraction: dataset.extraction,
    licenses: [{ name: licence.record, path: "https://opensource.org/license/mit", title: "MIT License, for codes and coding" }],
    contributors: [{ title: authors, roles: ["creator"] }],
    keywords,
    ...(dataset.sources.length === 0 ? {} : { sources: dataset.sources.map((title) => ({ title })) }),
    resources: [...tables.map((file) => tableResource(file, dataset.codes)), ...others.map(otherResource)],
  };
}

function tableResource({ table, fields, keys, rows, ...file }: TableFile, codes: Codebook["codes"]): object {
  return {
    $schema: profile("dataresource"),
    name: table,
    type: "table",
    title: titleOf(table),
    description: publishedTables[table].description,
    path: file.path,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    rows,
    schema: {
      $schema: profile("tableschema"),
      fields: fields.map((field) => fieldOf(field, keys, codes)),
      missingValues: [""],
      primaryKey: keys.primary,
      ...(keys.foreign.length === 0 ? {} : { foreignKeys: keys.foreign.map((key) => foreignKey(table, key)) }),
    },
  };
}

function fieldOf({ name, type, nullable, description, codes, pattern, minimum, maximum }: Field, { lists }: TableKeys, codebook: Codebook["codes"]): object {
  const constraints = {
    ...(nullable ? {} : { required: true }),
    ...(codes ? { enum: codes } : {}),
    ...(pattern === null ? {} : { pattern }),
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
  };
  const list = lists[name];
  return {
    name,
    type,
    description,
    ...(list ? { categories: codebook[list].map(({ code, label }) => ({ value: code, label })) } : {}),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** A reference to the table itself does not name it, by the standard. */
const foreignKey = (table: PublishedTable, { fields, table: to, references }: TableKeys["foreign"][number]): object => ({
  fields,
  reference: { ...(to === table ? {} : { resource: to }), fields: references },
});

function otherResource({ path, bytes, sha256, title, mediatype }: OtherFile): object {
  const name = path.toLowerCase().replaceAll("/", "-");
  const text = mediatype.startsWith("text/") || mediatype.endsWith("json") || mediatype.endsWith("yaml");
  return {
    $schema: profile("dataresource"),
    name,
    title,
    path,
    format: path.split(".").at(-1),
    mediatype,
    ...(text ? { encoding: "utf-8" } : {}),
    bytes,
    hash: `sha256:${sha256}`,
  };
}

/** "round_reports" -> "Round reports". */
const titleOf = (table: PublishedTable): string => (table.charAt(0).toUpperCase() + table.slice(1)).replaceAll("_", " ");
