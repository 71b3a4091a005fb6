// Cues that open their sentence before the speaker: "Says one banker: “…”". Knows no other order.
import type { Candidate, CueMatch } from "./candidates.ts";
import type { VerbForm } from "./compile.ts";
import { contentEnd, sentenceEnd } from "./ends.ts";
import { type Ground, isOpening, lower } from "./ground.ts";
import { nounPhraseRight, startsNounPhrase } from "./noun-phrases.ts";
import { canSpeak } from "./speakers.ts";

/** Longest speaker with what describes him, in tokens. */
const maxSpeaker = 30;

/** The candidate of a verb that is its sentence's first word; null where no colon or quotation follows its subject. */
export function leadingCue(g: Ground, verb: number, { cue, last }: CueMatch, form: VerbForm): Candidate | null {
  if (form === "ing" || form === "base" || !(cue.takes.has("front") || cue.takes.has("quote")) || !startsNounPhrase(g, last)) return null;
  if (g.doc.sentences[g.tokens[verb]?.sentence ?? -1]?.first !== verb) return null;
  const end = sentenceEnd(g, verb);
  let colon = nounPhraseRight(g, last);
  if (!canSpeak(g, { first: last, last: colon }, false)) return null;
  while (colon < Math.min(end, last + maxSpeaker) && lower(g, colon) !== ":" && !isOpening(g, colon + 1)) colon++;
  if (!/^[:,]$/.test(lower(g, colon)) || (lower(g, colon) === "," && !isOpening(g, colon + 1))) return null;
  const first = colon + 1;
  const stop = isOpening(g, first) ? contentEnd(g, first, { kind: "clause", form: null, untilComma: false }) : end;
  return stop <= first
    ? null
    : { cue: { first: verb, last }, source: { first: last, last: colon }, content: [{ first, last: stop }], form: null, hedged: false, fronted: true };
}
