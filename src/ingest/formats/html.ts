// .html: the article cut out of a web page, one line a paragraph or list item. Loads nothing that the page refers to and runs none of its scripts.
import { createRequire } from "node:module";
import { countWords, normaliseText } from "../../domain/text.ts";
import { type Parts, refuse } from "../parts.ts";
import { pageBound } from "./page-bounds.ts";
import { type PageDocument, readPageMetadata } from "./page-metadata.ts";

// Loaded with the first page: the parser takes longer to load than most commands take to run.
const require = createRequire(import.meta.url);
const parseHTML: typeof import("linkedom")["parseHTML"] = (html) => (require("linkedom") as typeof import("linkedom")).parseHTML(html);

/** One article: text by Readability, metadata from what the page says of itself. Notes say how much of the page was left out. */
export function readHtml(html: string): Parts {
  const bound = pageBound(html);
  if (bound !== null) return refuse(bound);
  const { document } = parsePage(html);
  const { fields, notes } = readPageMetadata(document as unknown as PageDocument);
  const all = countWords(blockText(document.body as unknown as TreeNode));
  const { Readability } = require("@mozilla/readability") as typeof import("@mozilla/readability");
  const content = new Readability<TreeNode>(document as never, { serializer: (node) => node as unknown as TreeNode }).parse()?.content;
  const text = content ? normaliseText(blockText(content)) : "";
  if (text === "") return refuse("is a page without an article's text");
  const kept = countWords(text);
  if (kept < all) notes.push(`kept ${kept} of the page's ${all} words; the rest is navigation, captions and the like`);
  return { drafts: [{ at: "", text, meta: fields, notes }], refused: [] };
}

/** The parser takes the first element for the root, whatever it is, and adds no body; a piece of a page gets both. */
function parsePage(html: string): ReturnType<typeof parseHTML> {
  const page = parseHTML(html);
  return page.document.documentElement?.nodeName === "HTML" && page.document.querySelector("body") ? page : parseHTML(`<html><body>${html}</body></html>`);
}

/** The part of a DOM node that is read here. */
interface TreeNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: Iterable<TreeNode>;
}

const elementNode = 1;
const textNode = 3;
const skipped = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT VIDEO AUDIO FIGCAPTION FORM BUTTON SELECT NAV HEAD".split(" "));
const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);

/** The words under a node: blocks and line breaks end a line, list items open with "- ". Recursion is safe: `pageBound` holds for the page. */
function blockText(root: TreeNode): string {
  const lines: string[] = [];
  let line = "";
  const end = () => {
    const words = line.replace(/\s+/g, " ").trim();
    if (words !== "" && words !== "-") lines.push(words);
    line = "";
  };
  const walk = (node: TreeNode) => {
    if (node.nodeType === textNode) line += node.nodeValue ?? "";
    const name = node.nodeName.toUpperCase();
    if (skipped.has(name)) return;
    const block = blocks.has(name);
    // A paragraph that opens a list item goes on the item's line.
    if (name === "BR" || (block && line.trim() !== "-")) end();
    if (name === "LI") line = "- ";
    for (const child of node.childNodes) walk(child);
    if (block) end();
  };
  if (root.nodeType === elementNode) walk(root);
  end();
  return lines.join("\n");
}
