// What is cited: an article as a source of the record. Knows no citation format.
export interface CitedArticle {
  id: string;
  title: string | null;
  author: string | null;
  source_name: string;
  published: string | null;
  url: string | null;
  language: string | null;
}

/** The dataset itself. */
export interface CitedDataset {
  version: string;
  /** Versions of the codebook and the extractor that made the rows. */
  extraction: string;
  /** Path and query of what is cited. */
  query: string;
  /** Articles behind the query; citations may hold fewer. */
  articles: number;
}

/** Title of the dataset in every citation. */
export const datasetTitle = "Parley: stated positions in peace negotiations";

/** Whose the record is, and whose the words in it are. */
export const licence = {
  record: "MIT",
  texts: "Articles and quotations belong to those who published them; quotations are short and name their source.",
} as const;
