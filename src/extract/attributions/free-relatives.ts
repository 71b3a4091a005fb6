// Cues inside relative clauses that report what follows them: "what she called a cynical move", "which he says would fail". Needs the cue's subject.
import type { Candidate, CueMatch } from "./candidates.ts";
import type { VerbForm } from "./compile.ts";
import { contentEnd } from "./ends.ts";
import { type Ground, isNominal, isTensed, lower, type Stretch, tagOf, together } from "./ground.ts";
import { startsNounPhrase } from "./noun-phrases.ts";
import { canSpeak } from "./speakers.ts";
import type { VerbGroup } from "./subjects.ts";

const openers = new Set(["what", "which", "that", "whom", "who", "something", "whatever"]);

/** The candidate of a cue whose subject stands behind a relative pronoun, or behind the noun itself; null where the clause reports nothing to the right. */
export function freeRelative(g: Ground, group: VerbGroup, { cue, last }: CueMatch, form: VerbForm, subject: Stretch): Candidate | null {
  const opener = subject.first - 1;
  if (!together(g, opener, group.verb) || !canSpeak(g, subject, true)) return null;
  const pronoun = openers.has(lower(g, opener)) && (lower(g, opener) !== "that" || tagOf(g, opener) === "PRON");
  const asSubject = lower(g, opener) === "what" && (g.doc.sentences[g.tokens[opener]?.sentence ?? -1]?.first ?? -1) === opener;
  const make = (first: number, kind: "phrase" | "clause"): Candidate => ({
    cue: { first: group.first, last: kind === "phrase" && lower(g, last) === "as" ? last + 1 : last },
    source: { first: subject.first, last: subject.last },
    content: [{ first, last: asSubject ? mainVerb(g, first) : contentEnd(g, first, { kind, form, untilComma: true }) }],
    form,
    hedged: false,
    fronted: false,
  });
  if (cue.takes.has("front") && (pronoun || (tagOf(g, opener) === "NOUN" && subject.last - subject.first === 1))) {
    const verb = tagOf(g, last) === "ADV" ? last + 1 : last;
    if (isTensed(g, verb) && (tagOf(g, verb) === "AUX" || !isNominal(g, verb)) && lower(g, last) !== ",") return make(last, "clause");
  }
  if (!pronoun || !cue.takes.has("object as")) return null;
  const start = lower(g, last) === "as" ? last + 1 : last;
  if (/^(?:of|for)$/.test(lower(g, last)) && lower(g, last + 1).endsWith("ing")) return make(last, "phrase");
  const quality = startsNounPhrase(g, start) || (tagOf(g, start) === "ADV" && tagOf(g, start + 1) === "ADJ") || (tagOf(g, start) === "VERB" && start > last);
  return quality ? make(start, "phrase") : null;
}

/** Longest clause, in tokens. */
const maxClause = 60;

/** "What he called a storm | has become": where the sentence's own verb stands. */
function mainVerb(g: Ground, first: number): number {
  let i = first + 1;
  while (i < first + maxClause && together(g, i, first) && !isTensed(g, i)) i++;
  return i;
}
