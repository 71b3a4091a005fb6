// An article as it is read: its text and what is known about it before extraction.
import * as z from "zod";
import { Edtf } from "./dates.ts";
import { Genre, TextBasis } from "./vocabulary.ts";

/** The longest text that one article may have, in UTF-16 units; longer ones are refused with a reason. */
export const maxArticleLength = 2_000_000;

/** What the reader or the user says of an article. Null means unknown; the extractor may then find it in the text. */
export const ArticleMeta = z.object({
  title: z.string().nullable(),
  source: z.string().nullable(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  published: Edtf.nullable(),
  genre: Genre.nullable(),
  language: z.string().nullable(),
  text_basis: TextBasis,
});
export type ArticleMeta = z.infer<typeof ArticleMeta>;

/** The metadata of a bare text. */
export const unknownMeta: ArticleMeta = {
  title: null,
  source: null,
  author: null,
  url: null,
  published: null,
  genre: null,
  language: null,
  text_basis: "original",
};

/** One article ready for extraction: `text` is normalised (see `normaliseText`) and immutable from here on. */
export interface Article {
  text: string;
  meta: ArticleMeta;
}
