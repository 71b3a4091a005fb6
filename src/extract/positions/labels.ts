// "The minister: no truce without guarantees": in titles, headings and list items a name before a colon speaks what follows. Judges no words.
import type { Attribution, BlockKind, Doc, Mention, Sentence, Token } from "../types.ts";
import type { View } from "./view.ts";

const short: ReadonlySet<BlockKind> = new Set<BlockKind>(["title", "heading", "item"]);

/** One attribution for each such line that has words behind the colon and asks nothing; a state or organisation speaks only where the words want something. Of paragraphs that are so labelled for two sides and more, each sentence is its side's. */
export function labelled(view: View): Attribution[] {
  const { doc } = view;
  const sides = labelledParagraphs(view);
  return doc.sentences.flatMap((sentence) => {
    const own = short.has(doc.blocks[sentence.block]?.kind ?? "paragraph") ? labelOf(view, sentence) : null;
    const label = own ?? sides.get(sentence.block) ?? null;
    if (!label) return [];
    const from = label.first === sentence.first ? label.last + 1 : sentence.first;
    if (from > sentence.last - 2) return [];
    const [first, last] = [doc.tokens[from] as Token, doc.tokens[sentence.last - 1] as Token];
    if (last.lower === "?" || (view.cast.entities.get(label.actor)?.kind !== "person" && !wants(doc, from, sentence.last))) return [];
    const content = [{ start: first.start, end: last.end }];
    const kind = isMark(first) ? "quote" : "statement";
    return [{ kind, speaker: label.actor, outlet: null, source: null, cue: null, content, hedged: false, within: null } satisfies Attribution];
  });
}

/** By block, the side that labels it: "Norland: the valley must be cleared. Prisoners must be freed." Empty where fewer than two sides do. */
function labelledParagraphs(view: View): ReadonlyMap<number, Mention> {
  const { blocks, sentences } = view.doc;
  const found = new Map<number, Mention>();
  for (const [s, sentence] of sentences.entries()) {
    if (blocks[sentence.block]?.kind !== "paragraph" || sentences[s - 1]?.block === sentence.block) continue;
    const label = labelOf(view, sentence);
    if (label && isSide(view, label.actor)) found.set(sentence.block, label);
  }
  return new Set([...found.values()].map(({ actor }) => actor)).size > 1 ? found : new Map();
}

/** Whether who is named can be a side of talks: no person. */
export const isSide = ({ cast }: View, actor: string): boolean => ["state", "organisation", "group"].includes(cast.entities.get(actor)?.kind ?? "");

/** The name that opens a line and that a colon follows; null where none does. */
export function labelOf({ doc, mentionAt }: View, { first }: Sentence): Mention | null {
  const mention = mentionAt[first];
  return mention?.first === first && doc.tokens[mention.last]?.lower === ":" ? mention : null;
}

const wanting = new Set(["must", "will", "should", "shall", "wo", "cannot", "can"]);

/** A modal verb, "no" or "not" at the head, or an adjective with no verb: "no foreign troops", "must leave", "any such force unacceptable". */
function wants({ tokens }: Doc, from: number, to: number): boolean {
  const first = isMark(tokens[from] as Token) ? from + 1 : from;
  const words = tokens.slice(first, to);
  const judges = words.findLast(({ tag }) => tag !== "PUNCT")?.tag === "ADJ" || words.some(({ lower }) => lower === "not");
  const isJudgement = judges && words.every(({ tag }) => tag !== "VERB" && tag !== "AUX");
  return isJudgement || ["no", "not", "never"].includes((tokens[first] as Token).lower) || words.some(({ lower }) => wanting.has(lower));
}

function isMark({ lower }: Token): boolean {
  return lower === '"' || lower === "'";
}
