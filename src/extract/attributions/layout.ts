// What the layout alone gives to a speaker: a headline behind a name, turns of a conversation, pull-quotes. Knows no cue.
import type { Block, Range } from "../types.ts";
import type { Candidate } from "./candidates.ts";
import { sentenceEnd } from "./ends.ts";
import { type Ground, isOpening, lower, tagOf } from "./ground.ts";
import { nounPhraseRight } from "./noun-phrases.ts";

/** `Berg: no deal without Sudland` over an article or a section. */
export function headlineSpeech(g: Ground, sentence: number): Candidate | null {
  const { first: opening, block } = g.doc.sentences[sentence] as { first: number; block: number };
  // "17:05 Foreign ministry: …"
  const first = tagOf(g, opening) === "NUM" ? opening + 1 : opening;
  const kind = (g.doc.blocks[block] as Block).kind;
  if (kind !== "title" && kind !== "heading" && !isFirstLine(g, sentence)) return null;
  const name = sentence === 0 ? nameAtHead(g, first) : first;
  const last = name > first ? name : nounPhraseRight(g, first, true);
  const mention = g.cast.mentions[g.mentionFrom[first] ?? -1];
  if (last === first || lower(g, last) !== ":" || (isOpening(g, last + 1) && name === first)) return null;
  const named = name > first || (mention?.acts && mention.last === last && g.cast.entities.get(mention.actor)?.kind !== "state");
  const voice = !mention && (g.index.unnamed.has(lower(g, last - 1)) || g.index.mouthpieces.has(lower(g, last - 1)));
  if (!named && !voice) return null;
  const end = sentenceEnd(g, last);
  return end <= last + 1
    ? null
    : { cue: { first: last, last: last + 1 }, source: { first, last }, content: [{ first: last + 1, last: end }], form: null, hedged: false, fronted: true };
}

/** Words of a name, and tokens of the text that are looked at for it. */
const longestName = { words: 4, text: 400 };

/** "Ana Ruiz: no deal yet" over a text that goes on to name Ana Ruiz: index of the colon; `first` where no such name stands there. */
function nameAtHead(g: Ground, first: number): number {
  let colon = first;
  while (colon < first + longestName.words && /^\p{Lu}\p{L}/u.test(g.tokens[colon]?.text ?? "")) colon++;
  if (colon === first || lower(g, colon) !== ":") return first;
  const isThere = (at: number): boolean => {
    for (let k = first; k < colon; k++) if (g.tokens[at + k - first]?.text !== g.tokens[k]?.text) return false;
    return true;
  };
  for (let at = colon + 1; at < Math.min(g.tokens.length, colon + longestName.text); at++) if (isThere(at)) return colon;
  return first;
}

/** A text's first line that is one sentence: a headline that its source has closed with a full stop. */
const isFirstLine = (g: Ground, sentence: number): boolean =>
  sentence === 0 && g.doc.sentences[1] !== undefined && g.doc.sentences[1].block !== g.doc.sentences[0]?.block;

/** Words that the layout gives to a speaker: the whole of them are that speaker's own. `source` is no token of the text where it is a turn's name. */
export interface LaidOut {
  source: Range;
  content: Range[];
}

export function laidOutSpeech(blocks: readonly Block[], text: string): LaidOut[] {
  const found = new Map<number, LaidOut>();
  blocks.forEach((block, b) => {
    if (block.kind === "turn" && block.speaker === null) {
      const colon = text.slice(block.start, block.body).search(/[:.]\s*$| [–—]\s*$/);
      found.set(b, { source: { start: block.start, end: block.start + Math.max(1, colon) }, content: [{ start: block.body, end: block.end }] });
    } else if (block.kind === "turn" && block.speaker !== null) found.get(block.speaker)?.content.push({ start: block.body, end: block.end });
    else if (block.kind === "pullquote" && block.speaker !== null) {
      const speaker = blocks[block.speaker];
      if (speaker) found.set(b, { source: { start: speaker.body, end: speaker.end }, content: [{ start: block.body, end: block.end }] });
    }
  });
  return [...found.values()];
}
