// .txt: the text as it was scraped, boilerplate and all. Invents no metadata: what the text says of itself, the extractor finds.
import type { Parts } from "../parts.ts";

export function readText(text: string): Parts {
  return { drafts: [{ at: "", text, meta: {}, notes: [] }], refused: [] };
}
