// Citations of articles and of the dataset in the formats of reference managers: CSL-JSON, BibTeX, RIS. Pure; reads no clock.
import { type CitedArticle, type CitedDataset, datasetTitle } from "../domain/analysis/citation.ts";

export const citeFormats = ["csl-json", "bibtex", "ris"] as const;
type CiteFormat = (typeof citeFormats)[number];

export const citeTypes: Readonly<Record<CiteFormat, string>> = {
  "csl-json": "application/json",
  bibtex: "application/x-bibtex",
  ris: "application/x-research-info-systems",
};

/** The dataset first, then the articles in their order. */
export function cite(format: CiteFormat, dataset: CitedDataset, articles: readonly CitedArticle[]): string {
  return { "csl-json": csl, bibtex, ris }[format](dataset, articles);
}

/** Year, month and day as far as they are reported; of an interval its beginning. Empty where the year is not known. "2025-11~" -> 2025, 11. */
export function dateParts(date: string | null): number[] {
  const [first = ""] = (date ?? "").split("/");
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(first);
  return parts
    ? parts
        .slice(1)
        .filter((part) => part !== undefined)
        .map(Number)
    : [];
}

/** Says whether citations were left out. */
function noteOf({ version, extraction, query, articles }: CitedDataset, cited: number): string {
  return `Dataset version ${version}; codebook and extractor ${extraction === "" ? "unknown" : extraction}; query ${query}; ${cited === articles ? cited : `${cited} of ${articles}`} articles`;
}

const titleOf = ({ title, id }: CitedArticle): string => title ?? `Untitled article ${id}`;

function csl(dataset: CitedDataset, articles: readonly CitedArticle[]): string {
  const items = [
    { id: `parley-${dataset.version}`, type: "dataset", title: datasetTitle, version: dataset.version, note: noteOf(dataset, articles.length) },
    ...articles.map((article) => {
      const parts = dateParts(article.published);
      return {
        id: article.id,
        type: "article-newspaper",
        title: titleOf(article),
        ...(article.author === null ? {} : { author: [{ literal: article.author }] }),
        "container-title": article.source_name,
        ...(parts.length === 0 ? {} : { issued: { "date-parts": [parts] } }),
        ...(article.url === null ? {} : { URL: article.url }),
        ...(article.language === null ? {} : { language: article.language }),
      };
    }),
  ];
  return JSON.stringify(items, null, 1);
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function bibtex(dataset: CitedDataset, articles: readonly CitedArticle[]): string {
  const entry = (type: string, key: string, fields: [string, string | undefined][]) => {
    const written = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
    return `@${type}{${key.replace(/[^\w:.-]/g, "-")},\n${written.join(",\n")}\n}\n`;
  };
  const braced = (text: string | null) => (text === null ? undefined : `{${escapeTex(text)}}`);
  const entries = [
    entry("misc", `parley-${dataset.version}`, [
      ["title", `{${braced(datasetTitle)}}`],
      ["version", braced(dataset.version)],
      ["note", braced(noteOf(dataset, articles.length))],
    ]),
    ...articles.map((article) => {
      const [year, month, day] = dateParts(article.published);
      return entry("article", article.id, [
        ["author", article.author === null ? undefined : `{${braced(article.author)}}`],
        ["title", `{${braced(titleOf(article))}}`],
        ["journal", braced(article.source_name)],
        ["year", year === undefined ? undefined : String(year)],
        ["month", month === undefined ? undefined : months[month - 1]],
        ["day", day === undefined ? undefined : String(day)],
        ["url", article.url === null ? undefined : `{${article.url.replace(/[{}\\\s]/g, encodeURIComponent)}}`],
        ["language", braced(article.language)],
      ]);
    }),
  ];
  return entries.join("\n");
}

const texSigns: Readonly<Record<string, string>> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

const escapeTex = (text: string): string => text.replace(/\s+/g, " ").replace(/[\\~^&%$#_{}]/g, (sign) => texSigns[sign] ?? `\\${sign}`);

function ris(dataset: CitedDataset, articles: readonly CitedArticle[]): string {
  const lines = (fields: [string, string | null][]) =>
    [...fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value.replace(/\s+/g, " ").trim()}`])), "ER  - ", ""].join("\r\n");
  const records = [
    lines([
      ["TY", "DATA"],
      ["ID", `parley-${dataset.version}`],
      ["TI", datasetTitle],
      ["ET", dataset.version],
      ["N1", noteOf(dataset, articles.length)],
    ]),
    ...articles.map((article) => {
      const [year, month, day] = dateParts(article.published).map((part) => String(part).padStart(2, "0"));
      return lines([
        ["TY", "NEWS"],
        ["ID", article.id],
        ["AU", article.author],
        ["TI", titleOf(article)],
        ["T2", article.source_name],
        ["PY", year ?? null],
        ["DA", year === undefined ? null : `${year}/${month ?? ""}/${day ?? ""}/`],
        ["UR", article.url],
        ["LA", article.language],
      ]);
    }),
  ];
  return records.join("\r\n");
}
