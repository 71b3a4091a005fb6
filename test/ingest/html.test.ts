// Web pages: the article without its surroundings, what the page says of itself, and pages that are built to break a parser.
import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/ingest/formats/html.ts";

const body = `
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article><h1>Talks end without a paper</h1>
<p>The delegations met for a second day in the capital, and no paper was signed, an official said after the session&nbsp;ended.</p>
<p>One side wants:</p><ul><li><p>a ceasefire along the line</p></li><li>an exchange of <b>prisoners</b></li></ul>
<p>A further round, the host said, is planned for next week, in the same place, with the same people.<br>It will be short.</p>
<figure><img src="x.jpg"><figcaption>The table in the hall</figcaption></figure><script>var tracker = "words that nobody wrote";</script>
</article><footer>All rights reserved. Subscribe to our newsletter.</footer>`;

function page(head: string): string {
  return `<!doctype html><html lang="en-GB"><head><title>Talks end without a paper | The Example</title>${head}</head><body>${body}</body></html>`;
}

describe("the text", () => {
  test("is the article, a line a paragraph, list items with a dash", () => {
    const { drafts, refused } = readHtml(page(""));
    expect(refused).toEqual([]);
    expect(drafts[0]?.text.split("\n").slice(-6)).toEqual([
      "The delegations met for a second day in the capital, and no paper was signed, an official said after the session ended.",
      "One side wants:",
      "- a ceasefire along the line",
      "- an exchange of prisoners",
      "A further round, the host said, is planned for next week, in the same place, with the same people.",
      "It will be short.",
    ]);
  });

  test("leaves out navigation, captions, scripts and the footer, and says so", () => {
    const draft = readHtml(page("")).drafts[0];
    for (const words of ["Sport", "The table in the hall", "nobody wrote", "All rights reserved"]) expect(draft?.text).not.toContain(words);
    expect(draft?.notes).toEqual([expect.stringMatching(/^kept \d+ of the page's \d+ words/)]);
  });

  test("of a bare piece of markup is read too", () => {
    expect(readHtml("<p>Only one sentence here.").drafts[0]?.text).toBe("Only one sentence here.");
  });

  test.each(["<html><body></body></html>", "<script>alert(1)</script>", "<img src=x>"])("is missed in a page without one: %s", (html) => {
    expect(readHtml(html).refused[0]?.reason).toContain("without an article's text");
  });
});

describe("the metadata", () => {
  test("comes from JSON-LD", () => {
    const linked = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebSite", name: "Not this" },
        {
          "@type": "NewsArticle",
          headline: "Talks end",
          datePublished: "2025-11-23T23:30:00-05:00",
          author: [{ name: "A. Writer" }, { name: "B. Writer" }],
          publisher: { name: "The Example" },
        },
      ],
    };
    expect(readHtml(page(`<script type="application/ld+json">${JSON.stringify(linked)}</script>`)).drafts[0]?.meta).toEqual({
      title: "Talks end",
      source: "The Example",
      author: "A. Writer, B. Writer",
      published: "2025-11-23",
      language: "en",
    });
  });

  test("comes from meta elements and links", () => {
    const head = `<meta property="og:site_name" content="The Example"><meta property="article:published_time" content="2025-11-23T10:00:00Z"><meta name="author" content="By A. Writer"><link rel="canonical" href="https://example.org/talks">`;
    expect(readHtml(page(head)).drafts[0]?.meta).toEqual({
      title: "Talks end without a paper",
      source: "The Example",
      author: "A. Writer",
      published: "2025-11-23",
      url: "https://example.org/talks",
      language: "en",
    });
  });

  test("is not guessed: a bare page has no source, author or date", () => {
    expect(readHtml(page("")).drafts[0]?.meta).toEqual({ title: "Talks end without a paper", language: "en" });
  });

  test.each([
    ["a profile's address is no author", '<meta property="article:author" content="https://social.example/writer">', "author"],
    ["a path is no address of the page", '<link rel="canonical" href="/talks">', "url"],
    ["broken JSON-LD is passed over", '<script type="application/ld+json">{"@type":"NewsArticle", "headline":</script>', "source"],
  ])("%s", (_, head, field) => {
    expect(readHtml(page(head)).drafts[0]?.meta).not.toHaveProperty(field);
  });

  test("a date in words is left out with a note", () => {
    const draft = readHtml(page('<meta name="date" content="last Tuesday">')).drafts[0];
    expect(draft?.meta).not.toHaveProperty("published");
    expect(draft?.notes.join()).toContain("last Tuesday");
  });
});

describe("a page that would break the parser is refused at once", () => {
  test.each([
    ["100,000 nested elements", "<div>".repeat(100_000), "deep"],
    ["nesting that hides behind implied ends", "<li><td>".repeat(50_000), "deep"],
    ["a million elements", "<p>a</p>".repeat(1_000_000), "elements"],
    ["an element with a million attributes", `<p ${"a=1 ".repeat(1_000_000)}>`, "attributes"],
    ["ten million stray marks", "<".repeat(10_000_000), "entities"],
    ["a million comments", "<!---->".repeat(1_000_000), "comments"],
  ])("%s", (_, html, reason) => {
    const start = performance.now();
    expect(readHtml(html).refused[0]?.reason).toContain(reason);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test("but a long list, a wide table and markup in scripts are no bombs", () => {
    const table = `<table>${"<tr><td>a<td>b".repeat(1000)}</table>`;
    const list = `<ul>${"<li>an item of the list".repeat(1000)}</ul>`;
    const script = `<script>${'document.write("<div>");'.repeat(1000)}</script>`;
    expect(readHtml(`<html><body>${script}${list}${table}<p>And a sentence.</p></body></html>`).refused).toEqual([]);
  });
});
