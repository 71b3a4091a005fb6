// .md: YAML front matter and Markdown. Marks that stand for layout go, words stay; renders nothing.
import { yaml, yamlDocument } from "../../domain/yaml.ts";
import { metaFields, readMetadata, unknownKeyNotes } from "../metadata.ts";
import { type Parts, refuse } from "../parts.ts";

const maxFrontMatter = 16_000;

/** One article. Front matter that is no YAML mapping, or holds a wrong value, refuses the file and names the line; unknown keys are noted. */
export function readMarkdown(text: string): Parts {
  const split = splitFrontMatter(text);
  if (typeof split === "string") return refuse(split);
  if (split.yaml === null) return { drafts: [{ at: "", text: plainMarkdown(split.body), meta: {}, notes: [] }], refused: [] };

  const matter = parseFrontMatter(split.yaml);
  if ("refused" in matter) return refuse(matter.refused, matter.at);
  const { fields, wrong, unknown } = readMetadata(matter.record);
  if (wrong.length > 0) return { drafts: [], refused: wrong.map(({ field, message }) => ({ at: matter.lineOf(field), reason: `front matter: ${message}` })) };
  return { drafts: [{ at: "", text: plainMarkdown(split.body), meta: fields, notes: unknownKeyNotes(unknown, metaFields) }], refused: [] };
}

type FrontMatter = { record: Record<string, unknown>; lineOf: (field: string) => string } | { refused: string; at: string };

/** Every scalar but null stays text, as it is written: no year becomes a number, no "no" a false. Lines count from the `---` that opens the file. */
function parseFrontMatter(matter: string): FrontMatter {
  const lines = new (yaml().LineCounter)();
  const at = (offset: number) => `:${lines.linePos(offset).line + 1}`;
  try {
    const document = yamlDocument(matter, { schema: "failsafe", customTags: ["null"], lineCounter: lines, prettyErrors: false });
    const error = document?.errors[0];
    if (error !== undefined) return { refused: `front matter is not YAML: ${error.message}`, at: at(error.pos[0]) };
    const record: unknown = document?.toJS({ maxAliasCount: 10 }) ?? null;
    if (record === null || typeof record !== "object" || Array.isArray(record)) return { refused: "front matter must be lines of `field: value`", at: ":1" };
    const lineOf = (field: string) => at((document?.get(field, true) as { range?: [number, number, number] } | undefined)?.range?.[0] ?? 0);
    return { record: record as Record<string, unknown>, lineOf };
  } catch (error) {
    // Nesting or aliases that no metadata needs.
    return { refused: `front matter cannot be read: ${(error as Error).message}`, at: ":1" };
  }
}

/** `yaml` is null where the text opens with no `---` line. A string is the reason for refusing. */
function splitFrontMatter(text: string): { yaml: string | null; body: string } | string {
  const source = text.replace(/\r\n?/g, "\n");
  if (!/^\ufeff?---[ \t]*\n/.test(source)) return { yaml: null, body: source };
  const start = source.indexOf("\n") + 1;
  const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(source.slice(start, start + maxFrontMatter));
  if (end === null) return `front matter opens with --- and never closes (within ${maxFrontMatter} characters)`;
  return { yaml: source.slice(start, start + end.index), body: source.slice(start + end.index + end[0].length) };
}

/**
 * Markdown -> lines of plain text: a paragraph's hard-wrapped lines are joined, headings lose their `#`, list items keep one line and "- " or
 * their number, links and emphasis leave their words, images and comments go. Fenced code stays as it is.
 */
export function plainMarkdown(markdown: string): string {
  const out: string[] = [];
  let open = false;
  let inList = false;
  let fence: string | null = null;
  for (const raw of withoutComments(markdown).split("\n")) {
    const mark = /^ {0,3}(```|~~~)/.exec(raw)?.[1];
    if (mark !== undefined && (fence === null || fence === mark)) {
      fence = fence === null ? mark : null;
      open = false;
      continue;
    }
    if (fence !== null) {
      out.push(raw);
      continue;
    }
    const line = raw.replace(/^[ \t]*(?:>[ \t]?){1,8}/, "").trim();
    if (line === "" || /^(?:-[ ]?-[ ]?-[- ]*|\*[ ]?\*[ ]?\*[* ]*|_[ ]?_[ ]?_[_ ]*|={3,})$/.test(line)) {
      out.push("");
      open = false;
      continue;
    }
    const heading = /^#{1,6}[ \t]+(.*)$/.exec(line);
    const listed = /^(?:[-*+]|(\d{1,9}[.)]))[ \t]+(.*)$/.exec(line);
    // CommonMark: a number other than 1 starts no list in the middle of a paragraph ("in\n2025. Then").
    const item: RegExpExecArray | null = open && !inList && listed?.[1] !== undefined && !/^1[.)]/.test(listed[1]) ? null : listed;
    const words = inline(heading ? (heading[1] as string).replace(/[ \t]+#+$/, "") : item ? `${item[1] ?? "-"} ${item[2]}` : line.replace(/\\$/, ""));
    const alone = heading !== null || line.startsWith("|");
    if (open && !alone && item === null) out[out.length - 1] += ` ${words}`;
    else out.push(words);
    inList = item !== null || (open && inList);
    open = !alone && !/(?: {2}|\\)$/.test(raw);
  }
  return out.join("\n");
}

function withoutComments(markdown: string): string {
  let out = "";
  let from = 0;
  for (;;) {
    const start = markdown.indexOf("<!--", from);
    const end = start < 0 ? -1 : markdown.indexOf("-->", start + 4);
    if (end < 0) return out + markdown.slice(from);
    out += markdown.slice(from, start);
    from = end + 3;
  }
}

// Bounded repeats keep each pattern linear: a link text, an address or an emphasised run longer than that stays as it is written.
function inline(line: string): string {
  if (!/[[<*_`\\]/.test(line)) return line;
  const linked = line
    .replace(/!\[[^[\]]{0,300}\]\([^()\s]{0,2000}(?: "[^"]{0,300}")?\)/g, "")
    .replace(/\[([^[\]]{1,500})\]\([^()\s]{0,2000}(?: "[^"]{0,300}")?\)/g, "$1")
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, "$1");
  // Twice, for emphasis within emphasis.
  return withoutEmphasis(withoutEmphasis(linked))
    .replace(/`([^`]{1,500})`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~"'])/g, "$1");
}

function withoutEmphasis(line: string): string {
  return line
    .replace(/(?<![\\*\p{L}\p{N}])(\*{1,3})(?=[^\s*])([^*]{1,2000})(?<=[^\s\\])\1(?![*\p{L}\p{N}])/gu, "$2")
    .replace(/(?<![\\_\p{L}\p{N}])(_{1,3})(?=[^\s_])([^_]{1,2000})(?<=[^\s\\])\1(?![_\p{L}\p{N}])/gu, "$2");
}
