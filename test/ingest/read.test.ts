// Any bytes under any name: read or skipped with a reason, never a crash, and what is read is in the normal form.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ArticleMeta } from "../../src/domain/articles.ts";
import { normaliseText } from "../../src/domain/text.ts";
import { formatNames } from "../../src/ingest/formats.ts";
import { readBytes } from "../../src/ingest/read.ts";

const pieces = [
  "---\n",
  "title: T\n",
  "text",
  ",",
  ";",
  '"',
  "{",
  "}",
  "[",
  "]",
  ":",
  "\n",
  "\r\n",
  "<html>",
  "<body>",
  "<p>",
  "</p>",
  "<div>",
  "<!--",
  "-->",
  "<script>",
  "<svg>",
  "<table><tr>",
  "&amp;",
  "&#0;",
  "<![CDATA[",
  "<template>",
  "# ",
  "- ",
  "*a*",
  "\\",
  "\u0000",
  "é",
  "😀",
  "\ud800",
  " ",
  "A sentence of some words, with a comma. ",
];
const junk = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => Buffer.from(parts.join("")));

test("holds for texts made of the signs that formats are made of", () => {
  fc.assert(
    fc.property(fc.oneof(junk, fc.uint8Array({ maxLength: 200 })), fc.constantFrom(null, ...formatNames), (bytes, format) => {
      const { articles, skipped } = readBytes("x", bytes, format, {});
      expect(articles.length + skipped.length).toBeGreaterThan(0);
      for (const { article } of articles) {
        expect(article.text).toBe(normaliseText(article.text));
        expect(article.text.trim()).not.toBe("");
        expect(ArticleMeta.safeParse(article.meta).success).toBe(true);
      }
      for (const { reason } of skipped) expect(reason).not.toContain("fault of Parley");
    }),
    { numRuns: 2000 },
  );
});

test("metadata given from outside wins over the file, and fields that it leaves open stay the file's", () => {
  const [read] = readBytes("a.md", Buffer.from("---\ntitle: File\nsource: File\n---\nText."), "md", { source: "Given" }).articles;
  expect(read?.article.meta).toEqual({
    title: "File",
    source: "Given",
    author: null,
    url: null,
    published: null,
    genre: null,
    language: null,
    text_basis: "original",
  });
});
