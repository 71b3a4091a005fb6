// Verbs whose content stands before them as a subject or an antecedent: "was condemned by", "is said to", "the plan that Sudland rejected".
import { introduced } from "./between.ts";
import { openers } from "./borrowed.ts";
import type { Candidate, CueMatch } from "./candidates.ts";
import type { VerbForm } from "./compile.ts";
import { clauseAt, type Run } from "./complements.ts";
import { contentEnd, sentenceEnd } from "./ends.ts";
import { frontContent } from "./fronted.ts";
import { type Ground, isNominal, isTime, lower, type Stretch, tagOf, together } from "./ground.ts";
import { clauseFollows, nounPhraseRight, startsNounPhrase } from "./noun-phrases.ts";
import { nounPhraseLeft } from "./noun-phrases-left.ts";
import { canSpeak } from "./speakers.ts";
import { subjectLeft, type VerbGroup } from "./subjects.ts";

/** "the plan that Sudland rejected", "which Mr Braun calls a mistake": the content is what the clause hangs on. */
export function objectRelative(g: Ground, group: VerbGroup, match: CueMatch, subject: Stretch | null): Candidate | null {
  if (!subject || !(match.cue.takes.has("object") || (match.cue.takes.has("object as") && lower(g, match.last) === "as")) || !canSpeak(g, subject, false))
    return null;
  const pronoun = subject.first - 1;
  if (!together(g, pronoun, group.verb)) return null;
  const bare = tagOf(g, pronoun) === "NOUN" && !isTime(g, pronoun);
  if (!bare && !["that", "which", "whom"].includes(lower(g, pronoun))) return null;
  const last = bare ? subject.first : lower(g, pronoun - 1) === "," ? pronoun - 1 : pronoun;
  const first = nounPhraseLeft(g, last);
  if (first < 0 || (g.index.verbs.has(lower(g, last - 1)) === false && !isNominal(g, last - 1))) return null;
  if (isNominal(g, match.last) || tagOf(g, match.last) === "DET") return null;
  return {
    cue: { first: group.first, last: match.last },
    source: { first: subject.first, last: subject.last },
    content:
      lower(g, match.last) === "as"
        ? [
            { first, last },
            { first: match.last, last: contentEnd(g, match.last, { kind: "phrase", form: null, untilComma: true }) },
          ]
        : [{ first, last }],
    form: null,
    hedged: false,
    fronted: false,
  };
}

/** "the plan backed by Sudland": content before, source after. */
export function reduced(g: Ground, verb: number, match: CueMatch): Pick<Candidate, "cue" | "source" | "content"> | null {
  const by = lower(g, match.last) === "by" ? match.last : -1;
  if (by < 0 || !isNominal(g, verb - 1) || !match.cue.takes.has("object")) return null;
  const last = nounPhraseRight(g, by + 1);
  const first = nounPhraseLeft(g, verb);
  if (first < 0 || last === by + 1 || !canSpeak(g, { first: by + 1, last }, false)) return null;
  return { cue: { first: verb, last: by + 1 }, source: { first: by + 1, last }, content: [{ first, last: verb }] };
}

/** The agent after "by"; where the verb has an "of" of its own ("accused by members of the union of lying") the last one is the verb's. */
function agentEnd(g: Ground, first: number, keepsOf: boolean, keepsFor: boolean): number {
  const narrow = nounPhraseRight(g, first);
  if (keepsFor && lower(g, narrow) === "for") return narrow;
  const end = nounPhraseRight(g, first, true);
  if (!keepsOf || lower(g, end) === "of") return end;
  let last = end;
  for (let i = end - 1; i > first; i--)
    if (lower(g, i) === "of") {
      if (last === end || lower(g, i + 1).endsWith("ing")) last = i;
    }
  return last;
}

/** "was described as a success by X": where "by" stands before somebody, no other verb between; null where it does not. */
function agentBehind(g: Ground, from: number, end: number): number | null {
  for (let i = from + 1; i < Math.min(end, from + 12); i++) {
    if (lower(g, i) === "by") return canSpeak(g, { first: i + 1, last: nounPhraseRight(g, i + 1) }, false) && nounPhraseRight(g, i + 1) > i + 1 ? i : null;
    if (tagOf(g, i) === "VERB" || lower(g, i) === ",") return null;
  }
  return null;
}

/** "is expected to", "was accused of", "it was announced that", "was condemned by". */
export function passive(g: Ground, group: VerbGroup, match: CueMatch, form: VerbForm): Candidate | null {
  const { cue, last } = match;
  const end = sentenceEnd(g, last - 1);
  const subject = subjectLeft(g, group.first);
  if (!subject) return null;
  const it = lower(g, subject.first) === "it" && subject.last === subject.first + 1;
  // "is convinced that": a state of the subject's, which the adjective tells
  if (!it && g.index.adjectives.has(lower(g, group.verb)) && lower(g, last) !== "by" && canSpeak(g, subject, false)) return null;
  let j = last;
  let source: Stretch | null = null;
  let cueLast = last;
  if (lower(g, j) === "by") {
    const agent = agentEnd(g, j + 1, cue.takes.has("object as") && !cue.takes.has("object"), cue.takes.has("object as"));
    if (agent > j + 1 && !isTime(g, j + 1) && canSpeak(g, { first: j + 1, last: agent }, true)) {
      source = { first: j + 1, last: agent };
      cueLast = j + 1;
      j = agent;
    }
  }
  const candidate = (content: Stretch[], hedged: boolean, first = group.first): Candidate => ({
    cue: { first, last: cueLast },
    source,
    content,
    form: null,
    hedged,
    fronted: false,
  });
  const opener = lower(g, subject.first - 1);
  const aside = (["where", "which"].includes(opener) && lower(g, subject.first - 2) === ",") || openers.has(opener);
  const run: Run = (from, kind) => ({ first: from, last: contentEnd(g, from, { kind, form, untilComma: aside }) });
  const reports = cue.takes.has("that");
  const k = introduced(g, j, end) ?? j;
  const framing = it && reports && lower(g, subject.first - 1) === "," ? frontContent(g, group, match, form) : null;
  if (framing) return { cue: { first: subject.first, last }, source: null, content: framing.content, form: null, hedged: false, fronted: true };
  if (it && reports) return lower(g, k) === "that" || (k === last && clauseFollows(g, k)) ? candidate([run(k, "clause")], false, subject.first) : null;
  const what: Stretch = { first: subject.first, last: subject.last };
  if (lower(g, j) === "not" && lower(g, j + 1) === "to" && cue.takes.has("object to")) return candidate([what, run(j, "infinitive")], false);
  if (lower(g, j) === "to" && ["VERB", "AUX"].includes(tagOf(g, j + 1))) {
    if (g.index.doubtingPassives.has(cue.verb)) return candidate([what, run(j, "infinitive")], cue.verb !== "expect");
    if (cue.takes.has("object to") && (source || !cue.senses.has("decree") || cue.senses.size > 1)) return candidate([what, run(j, "infinitive")], false);
  }
  if (cue.takes.has("hearer") && cue.takes.has("that")) {
    const told = clauseAt(g, k, cue.takes, run, end);
    if (told) return candidate(told.content, false);
    if (!it && startsNounPhrase(g, j) && clauseFollows(g, j)) return candidate([run(j, "clause")], false);
  }
  if (cue.takes.has("object as") && (lower(g, j) === "as" || startsNounPhrase(g, j) || g.marks[j] === 1) && !source) {
    const by = agentBehind(g, j, end);
    if (by) {
      source = { first: by + 1, last: nounPhraseRight(g, by + 1) };
      return candidate([what, { first: j, last: by }], false);
    }
  }
  if (cue.takes.has("object as") && ["of", "as", "for"].includes(lower(g, j)) && (source || cue.takes.size === 1))
    return candidate([what, run(j, "phrase")], false);
  if (source && cue.takes.has("object")) return candidate([what], false);
  return null;
}
