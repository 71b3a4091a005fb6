// "The minister: no truce without guarantees": in titles, headings and list items a name before a colon speaks what follows. Judges no words.
import type { Attribution, BlockKind, Doc, Sentence, Token } from "../types.ts";
import type { View } from "./view.ts";

const short: ReadonlySet<BlockKind> = new Set<BlockKind>(["title", "heading", "item"]);

/** One attribution for each such line; a state or organisation speaks only where the words want something. */
export function labelled(view: View): Attribution[] {
  const { doc } = view;
  return doc.sentences.flatMap((sentence) => {
    const colon = short.has(doc.blocks[sentence.block]?.kind ?? "paragraph") ? labelOf(view, sentence) : null;
    if (colon === null) return [];
    const mention = view.mentionAt[sentence.first];
    const [first, last] = [doc.tokens[colon + 1] as Token, doc.tokens[sentence.last - 1] as Token];
    if (!mention || (view.cast.entities.get(mention.actor)?.kind !== "person" && !wants(doc, colon + 1, sentence.last))) return [];
    const content = [{ start: first.start, end: last.end }];
    const kind = isMark(first) ? "quote" : "statement";
    return [{ kind, speaker: mention.actor, outlet: null, source: null, cue: null, content, hedged: false, within: null } satisfies Attribution];
  });
}

/** The colon right behind the name that opens the line, with words after it and no question among them; null where there is none. */
function labelOf({ doc, mentionAt }: View, sentence: Sentence): number | null {
  const mention = mentionAt[sentence.first];
  const colon = mention?.last ?? -1;
  if (!mention || mention.first !== sentence.first || colon > sentence.last - 3 || doc.tokens[colon]?.lower !== ":") return null;
  return doc.tokens[sentence.last - 1]?.lower === "?" ? null : colon;
}

const wanting = new Set(["must", "will", "should", "shall", "wo", "cannot", "can"]);

/** A modal verb, or "no" and "not" at the head: "no foreign troops", "must leave". */
function wants({ tokens }: Doc, from: number, to: number): boolean {
  const first = isMark(tokens[from] as Token) ? from + 1 : from;
  return ["no", "not", "never"].includes((tokens[first] as Token).lower) || tokens.slice(first, to).some(({ lower }) => wanting.has(lower));
}

function isMark({ lower }: Token): boolean {
  return lower === '"' || lower === "'";
}
