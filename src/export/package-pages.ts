// What stands beside the data in an exported folder for people to read: README.md, CITATION.cff, SHA256SUMS. Pure; reads no clock.
import { datasetTitle, licence } from "../domain/analysis/citation.ts";
import { publishedTables } from "../domain/tables.ts";
import { authors, keywords, type PackagedDataset, packageVersion, type TableFile, type WrittenFile } from "./datapackage.ts";

/** What is in the folder and how to begin. */
export function readmePage(dataset: PackagedDataset, tables: readonly TableFile[], texts: boolean): string {
  const rows = tables.map(({ table, path, rows }) => `| [${table}](${path}) | ${rows} | ${publishedTables[table].description} |`);
  return `# ${datasetTitle}

Dataset version \`${dataset.version}\`, made by ${dataset.extraction === "" ? "no extraction yet" : `\`${dataset.extraction}\` (codebook/extractor)`}. Equal versions are equal rows.

A program read news articles on peace negotiations and coded who holds what on which issue. Every row leads to the words that show it: \`evidence.quote\`
is the slice of \`articles.text\` from \`start\` to \`end\`, counted in Unicode code points${texts ? "" : " (this copy leaves the texts out; the quotations are whole)"}. Machine coding errs:
read the quotations before you rest an argument on a row, mind \`hedged\`, \`past\`, \`conditional\` and \`confidence\`${dataset.accuracy ? ", and see `accuracy.json` for how often it errs" : ""}.
An empty cell means: not known.

## Files

- \`datapackage.json\`: this folder as a [Data Package](https://datapackage.org/standard/data-package/): types, descriptions, codes, keys of every table.
- \`data/\`: the tables as CSV. Cells are not guarded against formulas; for a spreadsheet take the API's CSV, or \`parley.sqlite\`.
- \`parley.sqlite\`: the same tables as one SQLite file, with descriptions, indexes, full text (\`article_search\`, \`evidence_search\`) and views to read
  (\`position_list\`, \`round_list\`, \`actor_list\`, \`article_list\`).
- \`codebook.md\`, \`codebook/\`: what the codes and issues mean, and the files that the articles were read by.
- \`CITATION.cff\`, \`SHA256SUMS\`: how to cite it; \`sha256sum -c SHA256SUMS\` tells whether it is whole.

| table | rows | a row is |
| --- | ---: | --- |
${rows.join("\n")}

## To begin

\`\`\`sh
sqlite3 parley.sqlite "select actor, issue, stance, quotes from position_list order by stated_from desc limit 5"
sqlite3 parley.sqlite "select e.quote from evidence_search join evidence e on e.rowid = evidence_search.rowid where evidence_search match 'ceasefire' limit 5"
\`\`\`

\`\`\`python
import pandas as pd
positions = pd.read_csv("data/positions.csv").merge(pd.read_csv("data/evidence.csv"), left_on="id", right_on="position_id")
\`\`\`

\`\`\`r
package <- frictionless::read_package("datapackage.json")
positions <- frictionless::read_resource(package, "positions")
\`\`\`

## Licence

The record (codes and coding) is under the ${licence.record} licence. ${licence.texts}${texts ? " The texts are here for checking; leave them out (`parley export --no-text`) of what you publish, unless they are yours to publish." : ""}
`;
}

/** Citation File Format 1.2.0. */
export function citationFile(dataset: PackagedDataset): string {
  const lines = [
    "cff-version: 1.2.0",
    "type: dataset",
    `message: ${JSON.stringify("Please cite the dataset with its version, and the articles whose words you quote.")}`,
    `title: ${JSON.stringify(datasetTitle)}`,
    `version: ${JSON.stringify(packageVersion(dataset))}`,
    "authors:",
    `  - name: ${JSON.stringify(authors)}`,
    `license: ${licence.record}`,
    "keywords:",
    ...keywords.map((word) => `  - ${JSON.stringify(word)}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** As \`sha256sum -c\` reads it, by path. */
export const checksums = (files: readonly WrittenFile[]): string =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join("");
