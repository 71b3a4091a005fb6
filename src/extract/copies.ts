// Tokens, mentions and attributions with a field or two changed. An object spread that meets many layouts gives every object one of its own, at which each later look is slow: these keep one.
import type { Attribution, Mention, Tag, Token } from "./types.ts";

/** The token with another tag, and the `lemma` that it has by it. */
export function retagged({ start, end, text, lower, word, lemma: own, sentence }: Token, tag: Tag, lemma = own): Token {
  return { start, end, text, lower, word, lemma, tag, sentence };
}

/** The mention over other tokens, its place in the text unchanged. */
export function spanning({ start, end, actor, form }: Mention, first: number, last: number, acts: boolean): Mention {
  return { start, end, first, last, actor, form, acts };
}

export function saidBy({ kind, outlet, source, cue, content, hedged, within }: Attribution, speaker: string | null): Attribution {
  return { kind, speaker, outlet, source, cue, content, hedged, within };
}
