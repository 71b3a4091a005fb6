// Markdown: front matter is checked to the line, layout marks go, words stay.
import { describe, expect, test } from "vitest";
import { plainMarkdown, readMarkdown } from "../../src/ingest/formats/markdown.ts";

describe("front matter", () => {
  test("gives the metadata as it is written", () => {
    const { drafts, refused } = readMarkdown(
      "---\ntitle: 1984\nsource: The Example\npublished: 2025-11\nlanguage: en-GB\ntext_basis: digest\nauthor:\n---\nThe text.\n",
    );
    expect(refused).toEqual([]);
    expect(drafts[0]?.meta).toEqual({ title: "1984", source: "The Example", published: "2025-11", language: "en", text_basis: "digest" });
    expect(drafts[0]?.text.trim()).toBe("The text.");
  });

  test("takes null for nothing, and the word in quotes for the word", () => {
    const { drafts } = readMarkdown('---\ntitle: "null"\nauthor: null\nsource: ~\nurl:\n---\nText.');
    expect(drafts[0]?.meta).toEqual({ title: "null" });
  });

  test("may be written on Windows", () => {
    expect(readMarkdown("---\r\ntitle: T\r\n---\r\nOne\r\ntwo.\r\n").drafts[0]).toMatchObject({ meta: { title: "T" } });
  });

  test("notes a key that means nothing, with the nearest that does", () => {
    expect(readMarkdown("---\nlangauge: en\n---\nText.").drafts[0]?.notes).toEqual([expect.stringMatching(/langauge.*did you mean "language"/)]);
  });

  test.each([
    ["a date that is none", "title: T\npublished: yesterday", ":3", "published"],
    ["a genre outside the list", "genre: poem", ":2", "report, analysis, opinion"],
    ["an address that is none", "url: example.org", ":2", "http"],
    ["a value that is no text", "title:\n  deep: yes", ":3", "title"],
    ["broken YAML", "title: [a\nsource: b", ":3", "not YAML"],
    ["a list", "- a\n- b", ":1", "field: value"],
  ])("refuses %s and names the line", (_, yaml, at, reason) => {
    const { drafts, refused } = readMarkdown(`---\n${yaml}\n---\nText.`);
    expect(drafts).toEqual([]);
    expect(refused).toEqual([{ at, reason: expect.stringContaining(reason) }]);
  });

  test("that never closes is refused, not read as text", () => {
    expect(readMarkdown("---\ntitle: T\nText.").refused[0]?.reason).toContain("never closes");
  });

  test("is not looked for further down", () => {
    expect(readMarkdown("Text.\n\n---\ntitle: T\n---\n").drafts[0]?.meta).toEqual({});
  });

  test("does not unfold a bomb of aliases", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefghi".split("").map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[i]}`).join(",")}]`),
    ].join("\n");
    expect(readMarkdown(`---\n${bomb}\n---\nText.`).refused[0]?.reason).toContain("front matter");
  });

  test.each(["[", "{", "- ", "? ", ": ", "{a: ", "-\t"])("does not follow nesting by %j to the end of the stack", (mark) => {
    expect(readMarkdown(`---\na: ${mark.repeat(3000)}\n---\nText.`).refused[0]?.reason).toContain("front matter");
    expect(readMarkdown(`---\n${mark.repeat(3000)}\n---\nText.`).refused[0]?.reason).toContain("front matter");
  });

  test("may hold brackets in a title and a list of authors", () => {
    expect(readMarkdown('---\ntitle: "[Update] - Talks - in {place}"\nauthor: [A, B]\n---\nText.').drafts[0]?.meta).toEqual({
      title: "[Update] - Talks - in {place}",
      author: "A, B",
    });
  });
});

describe("the text", () => {
  test.each([
    ["joins the lines of a paragraph", "One sentence over\ntwo lines.\n\nAnother.", "One sentence over two lines.\n\nAnother."],
    ["keeps a hard line break", "First line  \nsecond line\\\nthird", "First line  \nsecond line\nthird".replace("  \n", "\n")],
    ["takes the marks from headings and keeps them apart", "# Head\nText.\n## Second ##\nMore.", "Head\nText.\nSecond\nMore."],
    [
      "keeps list items on lines of their own",
      "They want:\n- a truce\n* an exchange\n  of prisoners\n1. first",
      "They want:\n- a truce\n- an exchange of prisoners\n1. first",
    ],
    ["does not take a year at a line's start for a list", "It was signed in\n2025. Then it ended.", "It was signed in 2025. Then it ended."],
    ["keeps the words of links and drops addresses", "See [the text](https://example.org/a_b) here.", "See the text here."],
    ["drops images", "Before ![a map](map.png) after", "Before  after"],
    ["unmarks emphasis, nested too", "A **very _firm_ no** and *never*.", "A very firm no and never."],
    ["unmarks quoted blocks", "> He said\n> no.", "He said no."],
    ["drops comments", "One <!-- two\nthree --> four", "One  four"],
    ["takes escapes for what they stand for", "5 \\* 3", "5 * 3"],
  ])("%s", (_, markdown, text) => {
    expect(plainMarkdown(markdown)).toBe(text);
  });

  test.each([
    "2 * 3 * 4 = 24",
    "snake_case_name",
    "a_b and c_d",
    "[not a link]",
    "«Да», — сказал он.",
    "“Never”, he said – twice.",
    "5 < 6 > 4",
    "#hashtag stays",
  ])("leaves alone: %s", (line) => {
    expect(plainMarkdown(line)).toBe(line);
  });

  test.each([
    "*".repeat(300_000),
    "*a".repeat(150_000),
    "[a](".repeat(75_000),
    "> ".repeat(150_000),
    "- ".repeat(150_000),
    "<!--".repeat(75_000),
    "a\n".repeat(150_000),
  ])("takes time in line with its length, case %#", (bomb) => {
    const start = performance.now();
    plainMarkdown(bomb);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
