// The files of `parley export`, one after the other, each hashed on its way to the disk.
import { createHash } from "node:crypto";
import { closeSync, createReadStream, mkdirSync, openSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { version as program } from "../api/version.ts";
import { readCodebook } from "../codebook/load.ts";
import type { Codebook } from "../domain/codebook/codebook.ts";
import { fieldsOf, type PublishedTable, publishedTableNames } from "../domain/tables.ts";
import { codebookPage } from "../export/codebook-page.ts";
import { dataPackage, type OtherFile, type PackagedDataset, type TableFile, type WrittenFile } from "../export/datapackage.ts";
import { checksums, citationFile, readmePage } from "../export/package-pages.ts";
import { tableCsv } from "../export/table-csv.ts";
import type { Store } from "../store/open.ts";
import { keysOf, rowsOfTable } from "../store/published.ts";
import { freshness } from "../store/reads/coverage.ts";
import { datasetState } from "../store/reads/dataset.ts";
import { writeSqlite } from "../store/sqlite-copy.ts";
import { readAccuracy } from "./setup.ts";

/** The most sources that the package names; the table of sources holds all. */
const maxSources = 1000;

/**
 * Writes the package into an empty folder from one state of the database. `codebookFolder` null: the bundled one. Throws where an ingest has not come to its end,
 * or where the codebook is not the one that the database was brought to.
 */
export async function writePackage(
  live: Store,
  folder: string,
  codebook: Codebook,
  codebookFolder: string | null,
  texts: boolean,
): Promise<{ files: number; bytes: number; version: string }> {
  const store = await live.snapshot();
  try {
    const { version, extraction, settled } = await datasetState(store);
    if (!settled) throw new Error("an ingest is under way or was cut short: run it to its end first");
    const [row] = await store.db.select({ codebook: store.t.dataset.codebook }).from(store.t.dataset);
    if (row?.codebook !== codebook.version)
      throw new Error(
        `the database was made by codebook ${row?.codebook ?? "none"}, not ${codebook.version}: name its folder with --codebook, or run \`parley migrate\``,
      );
    const accuracy = readAccuracy();
    const sources = (await freshness(store, maxSources)).sources.map(({ name }) => name);
    const dataset: PackagedDataset = { version, extraction, program, accuracy: accuracy !== null, sources, codes: codebook.codes };

    const tables = publishedTableNames.map((table) => writeTable(store, folder, table, texts));
    await writeSqlite(store, join(folder, "parley.sqlite"), texts);
    const other = (path: string, title: string, mediatype: string, content: string): OtherFile => ({ ...write(folder, path, [content]), title, mediatype });
    const others: OtherFile[] = [
      { ...(await hashed(folder, "parley.sqlite")), title: "All tables as one SQLite file", mediatype: "application/vnd.sqlite3" },
      other("codebook.md", "The codebook as a page to read", "text/markdown", codebookPage(codebook)),
      ...readCodebook(codebookFolder ?? undefined).files.map(({ name, text }) => other(`codebook/${name}.yaml`, `Codebook: ${name}`, "application/yaml", text)),
      ...(accuracy === null
        ? []
        : [other("accuracy.json", "Measured accuracy of the extractor", "application/json", `${JSON.stringify(accuracy, null, 2)}\n`)]),
    ];
    const files: WrittenFile[] = [
      ...tables,
      ...others,
      write(folder, "datapackage.json", [`${JSON.stringify(dataPackage(dataset, tables, others), null, 2)}\n`]),
      write(folder, "README.md", [readmePage(dataset, tables, texts)]),
      write(folder, "CITATION.cff", [citationFile(dataset)]),
    ];
    const sums = write(folder, "SHA256SUMS", [checksums(files)]);
    return { files: files.length + 1, bytes: [...files, sums].reduce((sum, { bytes }) => sum + bytes, 0), version };
  } finally {
    await store.close();
  }
}

function writeTable(store: Store, folder: string, table: PublishedTable, texts: boolean): TableFile {
  const fields = fieldsOf(table, texts);
  const lines = tableCsv(
    fields,
    rowsOfTable(
      store,
      table,
      fields.map(({ name }) => name),
    ),
  );
  let rows = -1;
  function* counted() {
    for (const line of lines) {
      rows++;
      yield line;
    }
  }
  const file = write(folder, `data/${table}.csv`, counted());
  return { ...file, table, fields, keys: keysOf(table), rows };
}

/** Characters that are gathered before they go to the disk. */
const blockLength = 1 << 18;

function write(folder: string, path: string, pieces: Iterable<string>): WrittenFile {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const file = openSync(join(folder, path), "wx");
  const hash = createHash("sha256");
  let [bytes, block] = [0, ""];
  const flush = () => {
    const data = Buffer.from(block);
    hash.update(data);
    for (let at = 0; at < data.length; ) at += writeSync(file, data, at);
    bytes += data.length;
    block = "";
  };
  try {
    for (const piece of pieces) {
      block += piece;
      if (block.length > blockLength) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return { path, bytes, sha256: hash.digest("hex") };
}

async function hashed(folder: string, path: string): Promise<WrittenFile> {
  const hash = createHash("sha256");
  for await (const block of createReadStream(join(folder, path))) hash.update(block);
  return { path, bytes: statSync(join(folder, path)).size, sha256: hash.digest("hex") };
}
