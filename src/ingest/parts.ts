// What a format reader makes of one file: drafts of articles and the parts that it refused. Only types; the readers stand in formats/.
import type { ArticleMeta } from "../domain/articles.ts";

/**
 * One article as its file has it, before normalising. `at` names its place in a file of many (`:12` a line, `#3` a record) and is "" where the
 * file is the article. `notes` say what reading dropped or doubted, one sentence each.
 */
export interface Draft {
  at: string;
  text: string;
  meta: Partial<ArticleMeta>;
  notes: string[];
}

/** A file, or the part of it at `at`, that holds no article, and why: a clause that ends a line `FILE: …`. */
export interface Refused {
  at: string;
  reason: string;
}

export interface Parts {
  drafts: Draft[];
  refused: Refused[];
}

/** The whole file refused; `at` names the line at fault, if one is. */
export function refuse(reason: string, at = ""): Parts {
  return { drafts: [], refused: [{ at, reason }] };
}
