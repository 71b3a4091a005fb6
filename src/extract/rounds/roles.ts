// As what the actors of a sentence take part: mediators, hosts, observers, by the words beside them. Finds no participant of its own.

import type { ParticipantRole } from "../../domain/vocabulary.ts";
import { partyOf } from "../party.ts";
import type { Doc, Mention, Sentence, Token } from "../types.ts";
import { isOfThing } from "./frames.ts";
import { within } from "./people.ts";
import { hasPhrase, phraseAt, phrasesIn } from "./phrases.ts";
import type { Sight } from "./sight.ts";
import { tellsOf } from "./speech.ts";

import type { RoundsIndex } from "./words.ts";

const stops = new Set([";", ":", ".", "?", "!", "(", "which", "who", "whose"]);

const between: ReadonlySet<ParticipantRole | undefined> = new Set<ParticipantRole>(["mediator", "host", "observer"]);

/** Those of `people` who sit at the table as a side, and neither mediate, host nor observe. */
export function sidesOf(people: Iterable<string>, roles: ReadonlyMap<string, ParticipantRole>): string[] {
  return [...people].filter((id) => !between.has(roles.get(id)));
}

/** Roles that the sentence's words give: "with A as mediator", "hosted by B", "observers C and D". By entity id; looked for once. */
export function rolesIn(sight: Sight, sentence: Sentence): ReadonlyMap<string, ParticipantRole> {
  let found = sight.roles.get(sentence);
  if (!found) {
    found = readRoles(sight, sentence);
    sight.roles.set(sentence, found);
  }
  return found;
}

function readRoles(sight: Sight, sentence: Sentence): Map<string, ParticipantRole> {
  const { doc, mentions, cast, index } = sight;
  const roles = new Map<string, ParticipantRole>();
  for (const cue of phrasesIn(doc.tokens, sentence.first, sentence.last, index.roles)) {
    if (cue.value === "host" && isOfThing(doc, cue.last, sentence, index)) continue;
    if (isProvision(doc, cue.first, sentence, index)) continue;
    // "a committee co-chaired by A and B": its two sides.
    if (/^chair/.test(doc.tokens[cue.first]?.lower ?? "") && doc.tokens[cue.first - 2]?.lower === "co") continue;
    // "A praised the mediation of B, C added": C speaks of it.
    const found = mentions.length === 0 ? [] : nearest(doc, cue, sentence, mentions).filter((mention) => !tellsOf(sight, mention, cue.first));
    // "Lakeside will host Norland and Sudland": its guests.
    const near = cue.value === "host" && isActive(doc, cue, sentence) ? found.filter(({ last }) => last <= cue.first) : found;
    const parties = new Set(near.map((m) => partyOf(cast.entities.get(m.actor))));
    // "X, the Ruritanian businessman who acts as an intermediary": his state does not.
    const alone = near.every((m) => cast.entities.get(m.actor)?.kind === "person");
    for (const mention of within(mentions, sentence.first, sentence.last)) {
      const entity = cast.entities.get(mention.actor);
      if (entity && (near.includes(mention) || (cue.value === "mediator" && parties.has(partyOf(entity)) && !(alone && entity.kind === "state"))))
        roles.set(entity.id, roles.get(entity.id) === "mediator" ? "mediator" : cue.value);
    }
  }
  for (const { actor } of goBetweens(doc, sentence, mentions, index)) roles.set(actor, "mediator");
  return roles;
}

/** Tokens from "hosted" to "by". */
const agentReach = 6;

/** "hosts", "will host", and not "hosted in May by". */
function isActive({ tokens }: Doc, { first, last }: { first: number; last: number }, sentence: Sentence): boolean {
  if (tokens[first]?.tag !== "VERB" || tokens[first]?.lemma.toLowerCase() !== "host") return false;
  return !tokens.slice(last - 1, Math.min(last + agentReach, sentence.last)).some(({ lower }) => lower === "by");
}

/** "The plant would run under the eyes of A", "A must chair the board": what a plan provides for, in a sentence that tells of no meeting. */
function isProvision({ tokens }: Doc, cue: number, { first, last }: Sentence, index: RoundsIndex): boolean {
  const modal = tokens.slice(Math.max(first, cue - 6), cue).some(({ lower }) => /^(?:would|should|must|shall)$/.test(lower));
  return modal && !hasPhrase(tokens, first, last, index.nouns);
}

/**
 * "exchanged papers through A's minister B", "contacts go on via C", "D carried notes between the rooms", "with E between them": who stands where the sides do
 * not meet. Aid and guests pass through places, and whoever hands over its own paper carries nobody's.
 */
function goBetweens(doc: Doc, sentence: Sentence, mentions: readonly Mention[], index: RoundsIndex): Mention[] {
  const { tokens } = doc;
  const found: Mention[] = [];
  for (let i = sentence.first + 1; i < sentence.last; i++) {
    const { lower, tag, lemma } = tokens[i] as Token;
    if (lower === "through" || lower === "via") found.push(...conveyorAfter(doc, i, sentence, mentions, index));
    else if (lower === "between" && tokens[i + 1]?.lower === "them") {
      // "with A between them", "A stood between them"
      const end = tokens[i - 1]?.tag === "VERB" ? i - 1 : i;
      found.push(...within(mentions, Math.max(sentence.first, i - 9), end).filter(({ acts, last }) => acts && last === end));
    } else if (tag === "VERB" && index.conveying.has(lemma.toLowerCase()) && carriesTo(tokens, i, sentence, index)) {
      const carriers = within(mentions, Math.max(sentence.first, i - 12), i).filter(({ acts }) => acts);
      found.push(...run(doc, carriers.toReversed()));
    }
  }
  return found;
}

function conveyorAfter(doc: Doc, i: number, sentence: Sentence, mentions: readonly Mention[], index: RoundsIndex): Mention[] {
  const { tokens } = doc;
  const mention = within(mentions, i + 1, Math.min(sentence.last, i + 8)).find(({ acts }) => acts);
  if (!mention || tokens.slice(i + 1, mention.first).some(({ tag }) => tag === "ADP" || tag === "VERB")) return [];
  const from = Math.max(sentence.first, i - 8);
  return tokens.slice(from, i).some((token, k) => index.papers.has(token.lower) || phraseAt(tokens, from + k, i, index.nouns) !== null) ? [mention] : [];
}

/** Whether papers of nobody's own follow a verb of carrying, with "between" or nothing after them. */
function carriesTo(tokens: readonly Token[], verb: number, { last }: Sentence, index: RoundsIndex): boolean {
  for (let k = verb + 1; k < Math.min(last, verb + 6); k++) {
    const { tag, lower } = tokens[k] as Token;
    if (tag === "PRON" || tag === "VERB" || tag === "PUNCT" || lower === "'s" || /^(?:its|his|her|their)$/.test(lower)) return false;
    if (index.papers.has(lower)) return k + 1 >= last || ["between", ".", ",", ";", "back", "from", "again"].includes((tokens[k + 1] as Token).lower);
  }
  return false;
}

/** The run of mentions that a role word belongs to: listed before it ("A and B as mediators"), else after it ("mediators, A and B"; "hosted by A"). */
function nearest(doc: Doc, cue: { first: number; last: number; value: string }, sentence: Sentence, mentions: readonly Mention[]): Mention[] {
  // "the mediation efforts of A": what follows the noun, as if it were not there.
  const skip = cue.value === "mediator" && doc.tokens[cue.last]?.tag === "NOUN" && ["of", "by"].includes(doc.tokens[cue.last + 1]?.lower ?? "") ? 1 : 0;
  const next = (doc.tokens[cue.last + skip] as Token | undefined)?.lower;
  const after = within(mentions, cue.first, Math.min(sentence.last, cue.last + 30));
  const forward =
    ["of", "by"].includes(doc.tokens[cue.last - 1]?.lower ?? "") ||
    (next === "," && !["VERB", "PRON"].includes(doc.tokens[cue.last + 1]?.tag ?? "")) ||
    next === "of" ||
    next === "from" ||
    next === "by" ||
    next === "between" ||
    (cue.value === "mediator" && next === ":");
  // "was welcomed at the palace by A"
  const agent = /^(?:is|are|was|were|been|being)$/.test(doc.tokens[cue.first - 1]?.lower ?? "")
    ? doc.tokens.slice(cue.last, cue.last + 8).findIndex(({ lower }) => lower === "by")
    : -1;
  const by = agent < 0 ? [] : after.filter(({ first }) => first > cue.last + agent);
  if (by[0] && by[0].first - (cue.last + agent) <= 6) return run(doc, by);
  if (forward && after[0] && after[0].first - cue.last <= 6 && next !== "between") return run(doc, after);
  // "A passed its reply to the mediators": who they are is not said here.
  const addressed = doc.tokens[cue.first - 1]?.lower === "the" && /^(?:to|by|with|from|through|for)$/.test(doc.tokens[cue.first - 2]?.lower ?? "");
  if (addressed && cue.value === "mediator") return [];
  // "A and B accompany them as observers": a name rather than the pronoun behind its verb.
  const all = within(mentions, Math.max(sentence.first, cue.first - 40), cue.last).filter((m) => m.last <= cue.last + 1);
  const names = all.filter(({ form }) => form !== "pronoun");
  const before = names.length > 0 && cue.first - (names.at(-1) as Mention).last <= 8 ? names : all;
  const close = before.at(-1);
  // "A mediates together with B and C"
  const together = ["together", "along", "jointly", "alongside"].includes(next ?? "") && after[0] && after[0].first - cue.last <= 3 ? run(doc, after) : [];
  if (close && cue.first - close.last <= 8) return [...run(doc, before.toReversed()).reverse(), ...together];
  const sides = after[0] && doc.tokens.slice(cue.last, after[0].first).some(({ lower }) => lower === "between");
  return after[0] && !sides && after[0].first - cue.last <= 4 ? run(doc, after) : [];
}

/** The first mentions of a list that only commas, "and" and titles part. */
function run(doc: Doc, list: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (const mention of list) {
    const last = found.at(-1);
    if (last) {
      const [a, b] = last.first < mention.first ? [last.last, mention.first] : [mention.last, last.first];
      if (
        b - a > 9 ||
        doc.tokens.slice(a, b).some(({ tag, lower }) => tag === "VERB" || tag === "AUX" || (tag === "ADP" && lower !== "of") || stops.has(lower))
      )
        break;
      // "A and B, C in the chair": C alone; "A, B, C and D as observers": all.
      if (found.length === 1 && last.first > mention.first && b - a === 1 && doc.tokens[a]?.lower === "," && doc.tokens[mention.first - 1]?.lower === "and")
        break;
    }
    found.push(mention);
  }
  return found;
}
