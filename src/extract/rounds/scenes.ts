// Sentences without a word for talks that set a scene of them all the same: teams at work, two parties doing one thing together. A city and a day must place them.
import type { RoundKind } from "../../domain/vocabulary.ts";
import type { Doc, Mention, Sentence, Token } from "../types.ts";
import { isOfOwnBody } from "./hints.ts";
import { type Mood, moodAt } from "./mood.ts";
import { participantsOf, within } from "./people.ts";
import { tellsOfRound } from "./settings.ts";
import { partiesOf, placesOf, type Sight } from "./sight.ts";
import { actAt, says, type Trigger } from "./triggers.ts";
import type { RoundsIndex } from "./words.ts";

/** A sentence of teams and delegations without a word for talks: the first verb behind them, else its first one, stands for what they did. */
export function teamScene({ doc, said, index }: Sight, sentence: Sentence): Trigger[] {
  const words = doc.tokens.slice(sentence.first, sentence.last);
  const team = words.findIndex(({ lower }) => index.teams.has(lower));
  if (team < 0) return [];
  const acts = ({ tag, lemma, start, end, sentence: number }: Token) =>
    tag === "VERB" && (index.making.has(lemma.toLowerCase()) || !said[number]?.some(({ cue }) => cue !== null && cue.start <= start && end <= cue.end));
  const after = words.findIndex((token, k) => k > team && acts(token));
  const first = after < 0 ? words.findIndex(acts) : after;
  // "The delegations have been at the castle since Monday."
  const verb = first < 0 ? words.findIndex(({ lower }, k) => lower === "been" && ["in", "at"].includes(words[k + 1]?.lower ?? "")) : first;
  if (verb < 0) return [];
  const { denied } = moodAt(doc.tokens, sentence.first + verb, sentence, index);
  return [sceneAt(sentence.first + verb, { denied, unreal: false, arranged: false }, "talks", false)];
}

/**
 * "A and B sat up all night in the castle", "A was in the capital with B": two parties named as doing one thing together, which a city and a day then place.
 * "A was in the capital on Tuesday" is a visit, if the text lets the host act.
 */
export function peopleScene(sight: Sight, sentence: Sentence): Trigger[] {
  const { doc, cast, mentions, index, said } = sight;
  if (within(mentions, sentence.first, sentence.last).length < 2) return [];
  for (let i = sentence.first; i < sentence.last; i++) {
    const { tag, lower, start, end, lemma } = doc.tokens[i] as Token;
    const stays =
      tag === "AUX" &&
      /^(?:is|are|was|were|been)$/.test(lower) &&
      ["in", "at"].includes(doc.tokens[i + 1]?.lower === "both" ? (doc.tokens[i + 2]?.lower ?? "") : (doc.tokens[i + 1]?.lower ?? ""));
    if (tag !== "VERB" && !stays) continue;
    if (index.apart.has(lemma.toLowerCase()) || said[(doc.tokens[i] as Token).sentence]?.some(({ cue }) => cue && cue.start <= start && end <= cue.end))
      return [];
    const mood = moodAt(doc.tokens, i, sentence, index);
    const { subjects, all } = participantsOf(doc, sceneAt(i, mood, "talks", false), sentence.first, sentence.last, [], [], mentions, index);
    // "The war between A and B goes on": they are who it is between, and not who acts.
    if (subjects.some(({ first }) => isBetween(doc, sentence, first))) return [];
    const isPerson = ({ actor, form }: Mention) => cast.entities.get(actor)?.kind === "person" && form === "name";
    const named = (list: readonly Mention[]) =>
      partiesOf(
        list.filter(({ form }) => form === "name" || form === "group" || form === "description").map(({ actor }) => actor),
        cast,
      ).size;
    const together = all.some((m) => m.first > i && doc.tokens.slice(Math.max(i, m.first - 3), m.first).some((token) => token.lower === "with"));
    // "A kept B and C until midnight in the palace"
    const objects = all.filter(
      (m) =>
        m.first > i && m.first - i <= 6 && isPerson(m) && doc.tokens.slice(i + 1, m.first).every(({ tag }) => ["ADJ", "NOUN", "PROPN", "DET"].includes(tag)),
    );
    const faced = tag === "VERB" && subjects.some(isPerson) && objects.length > 0 && named([...subjects.filter(isPerson), ...objects]) >= 2;
    // "A and B spoke on Monday": from afar, where no place is told.
    const afar = index.speaking.has(lemma.toLowerCase()) && placesOf(sight, sentence).every(({ preposition }) => preposition === null);
    if (faced || named(subjects) >= 2 || (together && named(all) >= 2)) return [sceneAt(i, mood, afar ? "call" : "talks", true)];
    return stays && subjects.length === 1 && cast.entities.get((subjects[0] as Mention).actor)?.kind === "person" ? [sceneAt(i, mood, "visit", true)] : [];
  }
  return noteScene(doc, sentence, index);
}

/** The first verb that does not merely say something, by token; null where there is none. */
export function actIn({ doc, said }: Sight, { first, last }: Sentence): number | null {
  const verb = doc.tokens
    .slice(first, last)
    .findIndex(({ tag, start, end, sentence }) => tag === "VERB" && !said[sentence]?.some(({ cue }) => cue !== null && cue.start <= start && end <= cue.end));
  return verb < 0 ? null : first + verb;
}

/** "The war between A and B went on", "the border between A and B": whom a sentence names first is what something lies between. */
export function isOfRelation({ doc, mentions }: Sight, sentence: Sentence): boolean {
  const named = within(mentions, sentence.first, sentence.last)[0];
  return named !== undefined && isBetween(doc, sentence, named.first);
}

/** "The council met in the capital on Monday": whether the first verb of a sentence has a body of one state or organisation for its subject. */
export function isOfBody({ doc, index }: Sight, sentence: Sentence): boolean {
  const { first, last } = sentence;
  const verb = doc.tokens.slice(first, last).findIndex(({ tag }) => tag === "VERB");
  return verb > 0 && isOfOwnBody(doc, { first: first + verb }, sentence, index);
}

/** Whether a name stands behind "between", or "between the". */
function isBetween({ tokens }: Doc, { first }: Sentence, at: number): boolean {
  return tokens.slice(Math.max(first, at - 2), at).some(({ lower }, k, near) => lower === "between" && (k === near.length - 1 || near[k + 1]?.tag === "DET"));
}

/** "10 March: A in the capital with B": a note without any verb. */
function noteScene(doc: Doc, sentence: Sentence, index: RoundsIndex): Trigger[] {
  for (let i = sentence.first; i < sentence.last; i++) {
    if ((doc.tokens[i] as Token).lower === "with") return [sceneAt(i, moodAt(doc.tokens, i, sentence, index), "talks", true)];
  }
  return [];
}

/** A sentence whose words together tell of a round, whichever they are: "In X in May they had put their names to it." Its first verb, besides those of saying, stands for what was done. */
export function wordScene(sight: Sight, sentence: Sentence): Trigger[] {
  const { doc, index, said } = sight;
  if (isJoining(doc, sentence)) return [];
  if (!tellsOfRound(sight, sentence, "withBoth") || says(doc, sentence, index.not) || isOfRelation(sight, sentence) || isOfBody(sight, sentence)) return [];
  // "exchanged 75 prisoners in Norland": of a country alone it tells nothing.
  const places = placesOf(sight, sentence).filter(({ preposition }) => preposition !== null);
  if (places.length > 0 && !places.some(({ fine }) => fine)) return [];
  const verb = actIn(sight, sentence);
  // "A told a forum in X that a truce was near"
  if (verb === null && said[(doc.tokens[sentence.first] as Token).sentence]?.some(({ cue }) => cue !== null)) return [];
  const at = verb ?? sentence.first;
  return [sceneAt(at, moodAt(doc.tokens, at, sentence, index), "talks", true)];
}

/** Tokens from "They" to the end of "were joined on Wednesday by". */
const joinedBy = 7;

/** "They were joined on Wednesday by C": who came to the meeting that the sentence before tells of. */
function isJoining({ tokens }: Doc, { first, last }: Sentence): boolean {
  const words = tokens.slice(first, Math.min(last, first + joinedBy)).map(({ lower }) => lower);
  const at = words.indexOf("joined");
  const passive = at > 0 && words.slice(Math.max(0, at - 2), at).some((word) => /^(?:was|were|been)$/.test(word));
  return passive && /^(?:they|it|both)$/.test(words[0] ?? "") && words.indexOf("by") > at;
}

/** Tokens of "they" and "are now due to" before "resume". */
const resumptionReach = 8;

/**
 * "They are due to resume on Friday", "Talks broke up in May and are due to resume in June": the verb by which a meeting goes on at a time of its own, of the one told
 * before (`goesOn`) or of one of the sentence's own `meetings`. Empty where the sentence has none.
 */
export function resumption({ doc, index }: Sight, sentence: Sentence, meetings: readonly Trigger[], goesOn: boolean): Trigger[] {
  const { tokens } = doc;
  for (let i = sentence.first + 1; i < sentence.last; i++) {
    const { tag, lemma } = tokens[i] as Token;
    if (tag !== "VERB" || !index.resuming.has(lemma.toLowerCase()) || !/^(?:on|in|at|next|this|tomorrow|later)$/.test(tokens[i + 1]?.lower ?? "")) continue;
    let k = i - 1;
    while (k > sentence.first && i - k < resumptionReach && (/^(?:AUX|ADV|PART)$/.test(tokens[k]?.tag ?? "") || index.planned.has((tokens[k] as Token).lower)))
      k--;
    if (k === i - 1) continue;
    const { lower, tag: before } = tokens[k] as Token;
    const isTheirs = goesOn && k === sentence.first && /^(?:they|both|it)$/.test(lower);
    const isJoined = before === "CCONJ" && meetings.some(({ verb, last }) => !verb && last <= k);
    if (isTheirs || isJoined) return [actAt(i, i + 1, "talks", "either", false, false, moodAt(tokens, i, sentence, index))];
  }
  return [];
}

function sceneAt(first: number, mood: Mood, kind: RoundKind, scene: boolean): Trigger {
  return actAt(first, first + 1, kind, "place", true, scene, mood);
}
