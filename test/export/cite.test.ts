// Citations in three formats.
import { expect, it } from "vitest";
import { cite, dateParts } from "../../src/export/cite.ts";

const dataset = { version: "abc", extraction: "1/2", query: "/v1/cite?stance=for", articles: 5 };
const article = {
  id: "a1",
  title: "50% of {all} & more_",
  author: "Jo Hill",
  source_name: "Daily Post",
  published: "2025-11-23",
  url: "https://example.org/a?b=1&c={2}",
  language: "en",
};
const bare = { id: "a2", title: null, author: null, source_name: "Wire", published: null, url: null, language: null };

it("dates are cited as far as they are reported", () => {
  expect(dateParts("2025-11-23")).toEqual([2025, 11, 23]);
  expect(dateParts("2025-11~")).toEqual([2025, 11]);
  expect(dateParts("2025-11-23/2025-11-25")).toEqual([2025, 11, 23]);
  expect(dateParts("XXXX-11-23")).toEqual([]);
  expect(dateParts(null)).toEqual([]);
});

it("every format names the dataset's version, and says how many articles were left out", () => {
  for (const format of ["csl-json", "bibtex", "ris"] as const) {
    expect(cite(format, dataset, [article, bare])).toContain("abc");
    expect(cite(format, dataset, [article, bare])).toContain("2 of 5 articles");
  }
});

it("CSL-JSON has the dataset first, then the articles, unknown fields left out", () => {
  const [first, second, third] = JSON.parse(cite("csl-json", dataset, [article, bare]));
  expect(first).toMatchObject({ type: "dataset", version: "abc" });
  expect(second).toMatchObject({
    type: "article-newspaper",
    title: article.title,
    issued: { "date-parts": [[2025, 11, 23]] },
    author: [{ literal: "Jo Hill" }],
  });
  expect(Object.keys(third)).toEqual(["id", "type", "title", "container-title"]);
});

it("BibTeX escapes its own signs and keeps braces in pairs", () => {
  const text = cite("bibtex", dataset, [article, bare]);
  expect(text).toContain("title = {{50\\% of \\{all\\} \\& more\\_}}");
  expect(text).toContain("month = nov");
  const depth = [...text.replace(/\\[{}]/g, "")].reduce((open, sign) => open + (sign === "{" ? 1 : sign === "}" ? -1 : 0), 0);
  expect(depth).toBe(0);
  expect(text.match(/^@/gm)).toHaveLength(3);
});

it("RIS begins each record with its type, ends it with ER, and holds one value a line", () => {
  const lines = cite("ris", dataset, [{ ...article, title: "Two\nlines" }]).split("\r\n");
  for (const line of lines.filter((line) => line !== "")) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  expect(lines.filter((line) => line.startsWith("TY"))).toEqual(["TY  - DATA", "TY  - NEWS"]);
  expect(lines.filter((line) => line.startsWith("ER"))).toHaveLength(2);
  expect(lines).toContain("TI  - Two lines");
  expect(lines).toContain("DA  - 2025/11/23/");
});
