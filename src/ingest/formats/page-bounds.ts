// Whether a page is small and flat enough to be parsed: trees thousands deep take minutes and break the stack. Scans the source once, builds nothing.

const maxDepth = 200;
const maxElements = 30_000;
const maxAttributes = 2_000;
/** Entities and stray marks, each of which becomes a text node of its own. */
const maxMarks = 100_000;

/** Why a page is not parsed, null where it may be. Counts as a browser nests: void elements do not, list items and cells close their like. */
export function pageBound(html: string): string | null {
  const open: string[] = [];
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)|<!--|[<&]/g;
  let elements = 0;
  let marks = 0;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const name = found[2]?.toLowerCase();
    if (name === undefined) {
      if (++marks > maxMarks) return `is a page of more than ${maxMarks} entities and comments`;
      if (found[0] === "<!--") tag.lastIndex = after(html, "-->", tag.lastIndex);
      continue;
    }
    const end = after(html, ">", tag.lastIndex);
    if (found[1] === "/") {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
      continue;
    }
    if (++elements > maxElements) return `is a page of more than ${maxElements} elements`;
    if (end - found.index > 10_000 && html.slice(found.index, end).split(/\s/, maxAttributes + 1).length > maxAttributes)
      return `has an element with more than ${maxAttributes} attributes`;
    tag.lastIndex = end;
    if (rawText.has(name)) tag.lastIndex = after(html, `</${name}`, end);
    else if (!unnested.has(name)) {
      const closes = impliedEnds[name];
      while (closes?.includes(open.at(-1) ?? "")) open.pop();
      if (open.push(name) > maxDepth) return `nests elements more than ${maxDepth} deep`;
    }
  }
  return null;
}

const rawText = new Set(["script", "style"]);
/** Elements that hold nothing, and `p`, which never holds itself. */
const unnested = new Set("area base br col embed hr img input link meta param source track wbr p".split(" "));
const cells = ["td", "th"];
const impliedEnds: Record<string, string[]> = {
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  option: ["option"],
  td: cells,
  th: cells,
  tr: [...cells, "tr"],
  tbody: [...cells, "tr", "thead", "tbody"],
  tfoot: [...cells, "tr", "thead", "tbody"],
};

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}
