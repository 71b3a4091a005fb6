// YAML as a document. One that nests too deep is refused before it is composed: the parser recurses, and would end the whole process.
import { createRequire } from "node:module";
import type { Document, DocumentOptions, LineCounter, ParseOptions, SchemaOptions } from "yaml";

const require = createRequire(import.meta.url);

/** The parser, loaded with the first text: a bundled codebook is compiled, and most articles have no YAML. */
export const yaml = (): typeof import("yaml") => require("yaml") as typeof import("yaml");

/** Levels of the parser, about two for each level of lists and mappings. */
const maxLevels = 100;

interface YamlOptions extends ParseOptions, DocumentOptions, SchemaOptions {
  lineCounter?: LineCounter;
}

/** The first document of the text, with all that is wrong with its syntax in `errors`. Null where there is none. Throws an Error in plain words where it nests too deep. */
export function yamlDocument(text: string, options: YamlOptions = {}): Document.Parsed | null {
  const { Composer } = yaml();
  const [first, second] = new Composer(options).compose(tokensOf(text, options.lineCounter), true, text.length);
  if (first && second) throw new Error("holds more than one document, parted by `---`");
  return (first as Document.Parsed | undefined) ?? null;
}

function* tokensOf(text: string, lines: LineCounter | undefined) {
  const { Lexer, Parser } = yaml();
  const parser = new Parser(lines?.addNewLine);
  lines?.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > maxLevels) throw new Error(`nests deeper than ${maxLevels / 2} levels`);
  }
  yield* parser.end();
}
