// For whom somebody speaks or acts: sides of a text, by the parties of its actors.

import { resolveBoth } from "../actors/both.ts";
import type { Attribution, Cast, Sentence, Token } from "../types.ts";
import type { Analysis } from "./rows.ts";
import { subjectOf } from "./subjects.ts";
import { type Holder, nobody, type View } from "./view.ts";

/** How often a text names each of its sides, the most often named first, and all of them together. */
interface Namings {
  of: ReadonlyMap<string, number>;
  all: number;
}

/** Counted once a text. */
const namingsOf = new WeakMap<Cast, Namings>();

/** The acting mentions of each side, states and organisations by party; of equal ones the first by id. */
export function sidesNamed(cast: Cast): Namings {
  const known = namingsOf.get(cast);
  if (known) return known;
  const count = new Map<string, number>();
  for (const mention of cast.mentions) {
    const entity = cast.entities.get(mention.actor);
    const side = entity?.party ?? (entity?.kind === "state" || entity?.kind === "organisation" ? entity.id : null);
    if (mention.acts && side && cast.entities.has(side)) count.set(side, (count.get(side) ?? 0) + 1);
  }
  const namings: Namings = {
    of: new Map([...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
    all: [...count.values()].reduce((sum, times) => sum + times, 0),
  };
  namingsOf.set(cast, namings);
  return namings;
}

/** All three sides: those named most often. Empty where there are not three. */
function threeSides({ cast }: View): string[] {
  const sides = [...sidesNamed(cast).of.keys()];
  return sides.length >= 3 ? sides.slice(0, 3) : [];
}

/** Whom "both sides", "the two leaders", "all three sides" at a token mean; empty where that cannot be told. */
export function allSides(view: View, token: number): string[] {
  if (view.doc.tokens[token + 1]?.lower === "three") return threeSides(view);
  const people = tellsOfPeople(view, token);
  return (people ? personsBefore(view, token) : null) ?? resolveBoth(view.cast, token, people) ?? [];
}

/** Tokens within which a sentence names the two. */
const nearBy = 60;

/** "Lind telephoned Marn, and both men agreed": the parties of the two persons whom the sentence names before, be they mediators; null where it names fewer or more. */
function personsBefore({ cast, doc, mentionAt }: View, token: number): string[] | null {
  const sentence = doc.sentences[(doc.tokens[token] as Token).sentence] as Sentence;
  const persons = new Set<string>();
  for (let i = Math.max(sentence.first, token - nearBy); i < token; i++) {
    const actor = mentionAt[i]?.actor;
    if (actor !== undefined && cast.entities.get(actor)?.kind === "person") persons.add(actor);
  }
  const parties = [...persons].flatMap((actor) => cast.entities.get(actor)?.party ?? []);
  return persons.size === 2 && new Set(parties).size === 2 ? parties : null;
}

/** "both leaders", "the two presidents": persons, and not the sides of the text. */
function tellsOfPeople({ doc, index }: View, token: number): boolean {
  for (let i = token; i < token + 4; i++) if (doc.tokens[i]?.tag === "NOUN") return index.heads.has((doc.tokens[i] as Token).lower);
  return false;
}

/** Counted once a text: by party, the first actor that acts for it. */
const firstOf = new WeakMap<Cast, Map<string, string>>();

/** The actor; for a side that the text names only by those who act for it, the first of them. */
export function inCast(cast: Cast, id: string): string[] {
  if (cast.entities.has(id)) return [id];
  let first = firstOf.get(cast);
  if (!first) {
    first = new Map();
    for (const { actor, acts } of cast.mentions) {
      const party = cast.entities.get(actor)?.party;
      if (acts && party && !first.has(party)) first.set(party, actor);
    }
    firstOf.set(cast, first);
  }
  const own = first.get(id);
  return own ? [own] : [];
}

/** For whom a speaker speaks when it says "we": its party where that is in the text, else itself. */
export function sideOf(view: View, actor: string): string {
  const party = view.cast.entities.get(actor)?.party;
  return party && view.cast.entities.has(party) ? party : actor;
}

/** A person of whom the text does not tell for which side: what a side will do is then that side's, and not his. */
export function speaksForNobody({ cast }: View, actor: string): boolean {
  const entity = cast.entities.get(actor);
  return entity?.kind === "person" && entity.party === null;
}

export function speakerOf(attribution: Attribution | null): Holder {
  return attribution?.speaker ? { via: "actor", actors: [attribution.speaker], token: null } : nobody;
}

/** "In a joint statement with Sudland, ...": with whom a sentence's speaker speaks; nobody where its head says no such thing. */
export function jointly({ doc: { tokens }, mentionAt }: View, { first, last }: Analysis["grammar"]): string[] {
  const joint = tokens.slice(first, first + 6).findIndex(({ lower }) => lower === "joint" || lower === "shared");
  for (let i = first + joint + 1; joint >= 0 && i < Math.min(first + joint + 4, last); i++) {
    if ((tokens[i] as Token).lower !== "with") continue;
    const mention = mentionAt[i + 1] ?? mentionAt[i + 2];
    return mention ? [mention.actor] : [];
  }
  return [];
}

/** "Westland and Sudland declared that", "both sides said that": all who speak, where the attribution knows one of them or none. */
export function together(view: View, { marks, grammar }: Analysis, { cue, speaker }: Attribution): string[] {
  const op =
    cue &&
    grammar.ops.find(
      (other) => other.verb && (view.doc.tokens[other.verb.main] as Token).start >= cue.start && (view.doc.tokens[other.verb.main] as Token).end <= cue.end,
    );
  const subject = op ? subjectOf(view, marks, grammar, op.clause, 0, op) : nobody;
  if (subject.via === "both" && speaker === null) return allSides(view, subject.token ?? op?.first ?? grammar.first);
  if (speaker === null) return subject.via === "actor" && subject.actors.length > 1 ? subject.actors : [];
  const all = subject.via === "actor" && subject.actors.includes(speaker) ? subject.actors : [speaker];
  return [...new Set([...all, ...jointly(view, grammar)])];
}
