// The coded texts that words are learned from: propositions and sentences of test/wording, articles of test/practice. Held-out texts and the measured gold are never among them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GoldArticle } from "../../src/analysis/gold.ts";
import type { Article } from "../../src/domain/articles.ts";
import { readFile } from "../../src/ingest/read.ts";
import { vectorsFile } from "./vectors.ts";

const root = new URL("../..", import.meta.url).pathname;
const wording = join(root, "test/wording");
export const practice = join(root, "test/practice");

/** A text with what a coder made of it; `for` is null where only the issue was coded. */
export interface Coded {
  text: string;
  /** `holder` as the coder named it, words joined by `_`; null where the coding says it otherwise. */
  rows: { holder: string | null; issue: string; for: boolean | null }[];
}

export interface CodedArticle {
  article: Article;
  gold: GoldArticle;
}

/** Articles of lower numbers were read while rules were written: rules read them better than new text. */
export const firstUnread = 100;

/** The number in the name of an article: 7 of "p007.txt". */
export const numberOf = ({ gold }: CodedArticle): number => Number.parseInt(gold.article.slice(1), 10);

function linesOf(file: string): string[][] {
  return readFileSync(join(wording, file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
}

/** `ISSUE<TAB>for|against<TAB>TEXT`: the direction is that of the words, and no one's stance. */
export function propositions(): { issue: string; text: string }[] {
  return linesOf("propositions.tsv").map(([issue = "", , text = ""]) => ({ issue, text }));
}

/** `HOLDER STANCE ISSUE; …<TAB>TEXT`, or `none<TAB>TEXT`. */
export function sentences(): Coded[] {
  return linesOf("sentences.tsv").map(([rows = "", text = ""]) => ({
    text,
    rows:
      rows === "none"
        ? []
        : rows.split("; ").map((row) => {
            const [holder = "", stance, issue = ""] = row.split(" ");
            return { holder, issue, for: stance === "mixed" ? null : stance === "for" };
          }),
  }));
}

/** `KIND<TAB>TEXT`: whole texts on other matters than armed conflict and its talks. */
export function otherMatters(): string[] {
  return linesOf("other-matters.tsv").map(([, text = ""]) => text);
}

export async function articles(): Promise<CodedArticle[]> {
  const found: CodedArticle[] = [];
  for (const file of readdirSync(practice)
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const gold = GoldArticle.parse(JSON.parse(readFileSync(join(practice, file), "utf8")));
    const { articles } = await readFile({ path: join(practice, gold.article) }, {});
    found.push(...articles.map(({ article }) => ({ article, gold })));
  }
  return found;
}

/** SHA-256 of all that words are learned from, in hexadecimal. */
export async function hashOfTexts(): Promise<string> {
  const papers = (await articles()).map(({ article, gold }) => [article.text, gold.positions]);
  return createHash("sha256")
    .update(JSON.stringify([propositions(), sentences(), otherMatters(), papers]))
    .update(readFileSync(vectorsFile))
    .digest("hex");
}
