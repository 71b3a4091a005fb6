// The text of one codebook file and where in it a value stands. Knows YAML and positions; not what the values mean.
import { readFileSync, statSync } from "node:fs";
import { yaml, yamlDocument } from "../domain/yaml.ts";

/** Larger files are refused unread: no codebook is that long, and a stray dump should not stop the program. */
const maxBytes = 10 * 1024 * 1024;

/** Keys and indexes from the top of a file down to a value, as zod gives them. */
export type Path = readonly PropertyKey[];

/** Lines and columns count from 1. */
export interface Position {
  line: number;
  column: number;
}

export interface SyntaxProblem extends Position {
  message: string;
}

/** The file's bytes, which are a text in UTF-8. Throws where it cannot be read or is larger than 10 MB. */
export function readBytes(path: string): Buffer {
  const { size } = statSync(path);
  if (size > maxBytes) throw new Error(`the file has ${size} bytes, more than the ${maxBytes} allowed`);
  return readFileSync(path);
}

/** The value of a YAML text, or all that is wrong with its syntax. */
export function parseYaml(text: string): { value: unknown } | { problems: SyntaxProblem[] } {
  const json = parseJson(text);
  if (json !== undefined) return { value: json };
  const lines = new (yaml().LineCounter)();
  try {
    const document = yamlDocument(text, { lineCounter: lines, prettyErrors: false });
    const problems = (document?.errors ?? []).map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { line, column: col, message: error.message };
    });
    return problems.length > 0 ? { problems } : { value: document?.toJS() ?? null };
  } catch (cause) {
    // Aliases that unfold without end, several documents, or nesting, which is found where the lines counted so far end.
    return { problems: [{ line: Math.max(1, lines.lineStarts.length), column: 1, message: (cause as Error).message }] };
  }
}

/** JSON is YAML too (YAML 1.2.2, section 1.1), and read a hundred times faster: what a program wrote is JSON. Undefined where the text is other YAML. */
function parseJson(text: string): unknown {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Finds paths in one well-formed YAML text. A path that leads to nothing (a missing key) gives the deepest value on the way. */
export function positionFinder(text: string): (path: Path) => Position {
  const { isCollection, isMap, isNode, isScalar, LineCounter } = yaml();
  const lines = new LineCounter();
  const root = yamlDocument(text, { lineCounter: lines })?.contents;
  return (path) => {
    let node: unknown = root;
    let offset = isNode(root) ? (root.range?.[0] ?? 0) : 0;
    for (const step of path) {
      if (!isCollection(node)) break;
      const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step)) : undefined;
      node = pair ? pair.value : isMap(node) ? undefined : node.get(step, true);
      const at = pair && isNode(pair.key) ? pair.key : node;
      if (!isNode(at)) break;
      offset = at.range?.[0] ?? offset;
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}
