// What a page says of itself in JSON-LD, meta elements and its markup -> metadata fields. A value that does not hold up becomes a note, never a guess.
import type { ArticleMeta } from "../../domain/articles.ts";
import { metaFields, readMetadata } from "../metadata.ts";

/** The part of a DOM document that is read here; linkedom's and a browser's both fit. */
export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
interface PageElement {
  getAttribute(name: string): string | null;
  textContent: string | null;
}

interface PageMetadata {
  fields: Partial<ArticleMeta>;
  notes: string[];
}

/** Must run before the article's text is cut out of the document, which removes what is read here. */
export function readPageMetadata(document: PageDocument): PageMetadata {
  const linked = linkedArticle(document);
  const meta = metaContents(document);
  const first = (...names: string[]) => names.map((name) => meta.get(name)).find((value) => value !== undefined);
  const attribute = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name) ?? undefined;
  const candidates: Record<keyof ArticleMeta, string | undefined> = {
    title:
      nameOf(linked.headline) ??
      first("og:title", "twitter:title", "dc.title", "citation_title") ??
      document.querySelector("h1")?.textContent ??
      document.querySelector("title")?.textContent ??
      undefined,
    source: first("og:site_name") ?? nameOf(linked.publisher) ?? first("application-name", "dc.publisher", "publisher"),
    author:
      nameOf(linked.author) ??
      personal(
        first("author", "article:author", "parsely-author", "dc.creator", "citation_author", "byl") ??
          document.querySelector('[rel="author"], [itemprop="author"], .byline')?.textContent ??
          undefined,
      ),
    url: [attribute('link[rel="canonical"]', "href"), first("og:url"), nameOf(linked.url)].find((url) => url !== undefined && /^https?:/i.test(url)),
    published:
      nameOf(linked.datePublished) ??
      first(
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "date",
        "dc.date",
        "dc.date.issued",
        "citation_publication_date",
        "pubdate",
      ) ??
      attribute("time[datetime]", "datetime"),
    language: attribute("html[lang]", "lang") ?? first("og:locale", "language", "content-language"),
    genre: undefined,
    text_basis: undefined,
  };
  const fields: Partial<ArticleMeta> = {};
  const notes: string[] = [];
  for (const name of metaFields) {
    const reading = readMetadata({ [name]: tidy(name, candidates[name]) });
    Object.assign(fields, reading.fields);
    notes.push(...reading.wrong.map(({ message }) => `the page's ${message}; left out`));
  }
  return { fields, notes };
}

type Linked = Record<string, unknown>;

/** The first object of the page's JSON-LD that is an article by its type; empty where there is none or it is broken. */
function linkedArticle(document: PageDocument): Linked {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse((script.textContent ?? "").replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ""));
    } catch {
      continue;
    }
    const roots = [value].flat();
    const article = [...roots, ...roots.flatMap((root) => (isLinked(root) ? root["@graph"] : []))].find(
      (node) => isLinked(node) && [node["@type"]].flat().some((type) => typeof type === "string" && /Article$|Posting$/.test(type)),
    );
    if (isLinked(article)) return article;
  }
  return {};
}

function isLinked(value: unknown): value is Linked {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A JSON-LD value as text: a string, an object's name, or a list of those joined by commas. */
function nameOf(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .map((item) => (isLinked(item) ? item.name : item))
    .filter((name): name is string => typeof name === "string" && name.trim() !== "");
  return names.length > 0 ? names.join(", ") : undefined;
}

/** All meta elements by lower-case name, property or itemprop; the first of a name counts. */
function metaContents(document: PageDocument): Map<string, string> {
  const contents = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.trim();
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && content && !contents.has(name)) contents.set(name, content);
    }
  }
  return contents;
}

/** `article:author` often holds the address of a profile, which names nobody. */
function personal(author: string | undefined): string | undefined {
  return author !== undefined && !/^https?:/i.test(author.trim()) ? author : undefined;
}

function tidy(field: keyof ArticleMeta, value: string | undefined): string | undefined {
  const line = value?.replace(/\s+/g, " ").trim();
  if (field === "author") return line?.replace(/^by:? /i, "");
  if (field === "published") return line?.replace(/^(\d{4})[/](\d{2})[/](\d{2})$/, "$1-$2-$3");
  return line;
}
