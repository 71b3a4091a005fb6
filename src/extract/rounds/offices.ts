// Persons whom a round's sentences name by their office alone: "the foreign ministers of A and B", "Ukrainian negotiator X said". Tells nothing of time or place.
import { partyOf } from "../party.ts";
import type { Cast, Doc, Entity, Mention, Sentence, Token } from "../types.ts";
import type { Draft } from "./merge.ts";
import { within } from "./people.ts";
import { phrasesIn } from "./phrases.ts";
import type { Sight } from "./sight.ts";
import { isHeadTitle, type RoundsIndex } from "./words.ts";

/** Tokens that a title may take before a name, and an apposition after it. */
const reach = 8;
/** Tokens around a trigger among which an office is that of who meets. */
const around = 12;

/**
 * "the presidents of A and B met", "he received both foreign ministers": for each of `parties` the one person of the text who bears the office that a sentence
 * of the draft names in the plural. Empty where it names none, or where the text has two such persons of a party.
 */
export function holdersOf({ doc, cast, index }: Sight, draft: Draft, parties: Iterable<string>): string[] {
  const offices = draft.reports.flatMap(({ sentence, trigger }) => {
    const { first, last } = doc.sentences[sentence] as Sentence;
    return phrasesIn(doc.tokens, Math.max(first, trigger.first - around), Math.min(last, trigger.last + around), index.offices).map(({ value }) => value);
  });
  if (offices.length === 0) return [];
  return [...parties].flatMap((party) => {
    const holders = [...cast.entities.values()].filter(
      (entity) => entity.kind === "person" && partyOf(entity) === party && offices.some((titles) => holds(entity, titles, index)),
    );
    return holders.length === 1 ? [(holders[0] as Entity).id] : [];
  });
}

/** "the foreign ministers met", "their presidents": where holders of an office stand of whom the words around do not say whose they are, since the text did so before. */
export function sharedOffices({ tokens }: Doc, { first, last }: Sentence, index: RoundsIndex): { first: number; last: number }[] {
  return phrasesIn(tokens, first + 1, last, index.offices).filter(
    (office) => /^(?:the|their|both|two)$/.test((tokens[office.first - 1] as Token).lower) && !/^(?:of|from|for|and|,)$/.test(tokens[office.last]?.lower ?? ""),
  );
}

function holds({ roles }: Entity, titles: readonly string[], index: RoundsIndex): boolean {
  return roles.some((role) => {
    const lower = role.toLowerCase();
    return titles.length === 0 ? isHeadTitle(role, index.headTitles) : titles.every((word) => lower.includes(word)) && !/\b(?:deputy|former)\b/.test(lower);
  });
}

/** The persons of a sentence whom a title beside their name makes negotiators: "envoys A and B", "A, the chief negotiator of X". */
export function negotiatorsIn({ doc: { tokens }, cast, mentions, index }: Sight, { first, last }: Sentence): Mention[] {
  const found: Mention[] = [];
  for (const mention of within(mentions, first, last)) {
    if (!mention.acts || mention.form !== "name" || cast.entities.get(mention.actor)?.kind !== "person") continue;
    const before = found.at(-1);
    const joined = before !== undefined && mention.first - before.last <= 2 && ["and", ","].includes(tokens[mention.first - 1]?.lower ?? "");
    if (joined || titled(tokens, mention, first, index) || apposed(tokens, mention, last, index)) found.push(mention);
  }
  return found;
}

function titled(tokens: readonly Token[], { first }: Mention, from: number, index: RoundsIndex): boolean {
  for (let k = first - 1; k >= Math.max(from, first - reach); k--) {
    const { tag, lower } = tokens[k] as Token;
    if (index.negotiators.has(lower)) return true;
    if (tag !== "NOUN" && tag !== "PROPN" && tag !== "ADJ" && tag !== "DET" && lower !== "of" && lower !== "for" && (lower !== "," || k < first - 1))
      return false;
  }
  return false;
}

function apposed(tokens: readonly Token[], { last }: Mention, end: number, index: RoundsIndex): boolean {
  if (tokens[last]?.lower !== ",") return false;
  for (let k = last + 1; k < Math.min(end, last + reach); k++) {
    const { tag, lower } = tokens[k] as Token;
    if (index.negotiators.has(lower) || ((lower === "member" || index.lead.has(lower)) && index.teams.has(teamAfter(tokens, k)))) return true;
    if (lower === "," || tag === "VERB" || tag === "AUX") return false;
  }
  return false;
}

/** "head of the … delegation": the noun that ends the phrase after "of". */
function teamAfter(tokens: readonly Token[], head: number): string {
  if (tokens[head + 1]?.lower !== "of") return "";
  let k = head + 2;
  while (k < head + 7 && ["DET", "ADJ", "PROPN", "PART", "PRON"].includes(tokens[k]?.tag ?? "")) k++;
  return tokens[k]?.lower ?? "";
}

/** The parties of `people` of whom it has no person. */
export function faceless(people: Iterable<string>, cast: Cast): Set<string> {
  const entities = [...people].flatMap((id) => cast.entities.get(id) ?? []);
  const persons = new Set(entities.filter(({ kind }) => kind === "person").map(partyOf));
  return new Set(entities.flatMap((entity) => partyOf(entity) ?? []).filter((party) => !persons.has(party)));
}
