// A coded passage as a text of its own, and the coder's names of holders beside those of the actors found in it.

import type { Article } from "../../src/domain/articles.ts";
import { unknownMeta } from "../../src/domain/articles.ts";

/** Two lines that say that there is a war. */
const lead = "Peace talks\n\nThe war goes on while the peace talks were held last week.\n\n";

export function articleOf(passage: string): Article {
  return { text: lead + passage, meta: unknownMeta };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z]+/g, "");

/** Shorter names are compared whole. */
const short = 3;

/** Whether a coder's name of a holder, words joined by `_`, may be an actor of these names. */
export function isNamed(names: readonly string[], holder: string): boolean {
  const wanted = plain(holder);
  return names.map(plain).some((name) => name === wanted || (name.length > short && wanted.includes(name)) || (wanted.length > short && name.includes(wanted)));
}
