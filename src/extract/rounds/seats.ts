// Who sat at the table beyond the sentence that tells of a round: lists of delegations, mediators, hosts, and those whom it leaves to be understood.

import { daysBetween } from "../../domain/dates.ts";
import type { ParticipantRole } from "../../domain/vocabulary.ts";
import type { DateMention } from "../dates/types.ts";
import { partyOf } from "../party.ts";
import type { Cast, Doc, Mention, Sentence, Token } from "../types.ts";
import { manyIn } from "./hints.ts";
import type { Draft } from "./merge.ts";
import { negotiatorsIn } from "./offices.ts";
import { within } from "./people.ts";
import { phrasesIn } from "./phrases.ts";
import { rolesIn, sidesOf } from "./roles.ts";
import { partiesOf, type Sight } from "./sight.ts";
import { newsmakers, speakersOf } from "./speakers.ts";
import { says } from "./triggers.ts";
import type { RoundsIndex } from "./words.ts";

/** Sentences over which "the two sides" are those of the round told before. */
const memory = 3;

/** Adds who sat at the table where a sentence lists delegations, mediators, hosts: to the round told last before it. */
export function seat(sight: Sight, drafts: Draft[], roles: Map<string, ParticipantRole>[]): void {
  if (drafts.length === 0) return;
  const { doc, mentions, dates, cast, index } = sight;
  const told = new Map<number, number>();
  const twins = new Map<number, number[]>();
  drafts.forEach((draft, k) => {
    for (const { sentence } of draft.reports) {
      if (!told.has(sentence)) told.set(sentence, k);
      twins.set(sentence, [...(twins.get(sentence) ?? []), k]);
    }
  });
  const main = drafts.reduce((best, draft, k) => (draft.reports.length > (drafts[best] as Draft).reports.length + 1 ? k : best), 0);
  const listed = listedBlocks(doc, index);
  for (const id of newsmakers(sight, drafts[main] as Draft)) (drafts[main] as Draft).people.add(id);
  let last = { draft: main, sentence: -9 };
  doc.sentences.forEach((sentence, number) => {
    const here = told.get(number);
    if (here !== undefined) last = { draft: here, sentence: number };
    const lastTold = last.sentence;
    const near = number - lastTold <= 2 && (here !== undefined || doc.sentences[lastTold]?.block === sentence.block || last.draft === main);
    const focus = near ? last.draft : main;
    const draft = drafts[focus] as Draft;
    if (here === undefined && number > lastTold && number - lastTold <= 2) {
      draft.joint ||= draft.kind !== "visit" && says(doc, sentence, index.joint);
      draft.many ||= manyIn(doc, sentence, index);
    }
    if (near && here === undefined) stretch(doc, draft, sentence, within(dates, sentence.first, sentence.last), index);
    if (here !== undefined) for (const id of speakersOf(sight, number, draft)) draft.people.add(id);
    const people = within(mentions, sentence.first, sentence.last).filter((mention) => mention.acts && mention.form !== "adjective");
    if (people.length === 0) return;
    const team = namesTeam(doc, sentence, index);
    const cue = cueOf(doc, sentence, index.delegation, index, team || near) ?? rollOf(sight, sentence);
    const strong = cue !== null || listed.has(sentence.block);
    const beside = cueOf(doc, sentence, index.seated, index, true);
    const weak = beside !== null && (near || team);
    const role = roles[focus] as Map<string, ParticipantRole>;
    if (draft.kind === "contact" || draft.kind === "call") return;
    // One list of delegations may run over several sentences.
    if (cue !== null && near) last = { draft: focus, sentence: number };
    const ahead = draft.reports.every(({ status }) => status === "planned");
    for (const mention of negotiatorsIn(sight, sentence)) {
      const { actor } = mention;
      if (ahead && speaksOf(sight, mention)) continue;
      const party = partyOf(cast.entities.get(actor));
      if (draft.kind === "talks" && party !== null && partiesOf(draft.people, cast).has(party)) draft.people.add(actor);
    }
    if ((strong || weak) && (team || here !== undefined || !namesCaptives(doc, sentence, index))) {
      // "flew to X after seeing B in Y": B is of the other meeting that the sentence tells of.
      const others = (twins.get(number) ?? []).filter((k) => k !== focus).flatMap((k) => [...(drafts[k] as Draft).people]);
      for (const mention of people) {
        const entity = cast.entities.get(mention.actor);
        if (cue !== null && isSaid(sight, mention, cue)) continue;
        if (!strong && beside !== null && (isSaid(sight, mention, beside) || others.includes(mention.actor))) continue;
        if (entity?.kind === "person" && isAside(doc, mention)) continue;
        // "A, who led the delegation, proposed another round": whether he will go is not said.
        if (ahead && entity?.kind === "person" && speaksOf(sight, mention)) continue;
        if (/^(?:his|her|its|their)$/.test((doc.tokens[mention.first] as Token).lower)) continue;
        const leader =
          cue !== null && entity?.kind === "person" && cue >= mention.last && cue - mention.last <= 2 && index.lead.has((doc.tokens[cue] as Token).lower);
        // Whom a sentence further off puts at a table is of those who sit at this one.
        const seats = partiesOf(draft.people, cast);
        if (!strong && !team && seats.size >= 2 && !draft.many && !seats.has(partyOf(entity) ?? "")) continue;
        if (!entity || (partyOf(entity) === null && !leader) || (entity.kind !== "person" && (!strong || entity.provisional))) continue;
        draft.people.add(entity.id);
        if (leads(doc, mention.first, sentence, index) && !role.has(entity.id)) role.set(entity.id, "lead");
      }
    }
    const wide = near || strong || drafts.length === 1 || team;
    // "Mediators from A are at work." right before the sentence that tells of the round.
    const next = here === undefined && doc.sentences[number + 1]?.block === sentence.block ? told.get(number + 1) : undefined;
    const between = rolesIn(sight, sentence);
    const home = homeOf(drafts[main], between, sight);
    const atMain = partiesOf((drafts[main] as Draft).people, cast);
    for (const [id, value] of between) {
      // "The mediators gave no reason": who they are is not said.
      if (here === undefined && cast.entities.get(id)?.kind === "group" && partyOf(cast.entities.get(id)) === null) continue;
      const ofMain = home || atMain.has(partyOf(cast.entities.get(id)) ?? "");
      const elsewhere = value === "mediator" ? (next ?? (ofMain && !wide ? main : undefined)) : undefined;
      const roof = value === "host" ? roofOf(sight, drafts, id, focus, main) : undefined;
      const target = roof ?? ((value === "host" ? near || drafts.length === 1 : wide || value === "observer") ? focus : elsewhere);
      // The two sides neither watch nor mediate their own talks because another sentence speaks of observers or mediators.
      if (target === undefined || (value !== "host" && here === undefined && isSide(drafts[target] as Draft, id, cast))) continue;
      // Two meetings told in one breath have the same mediators.
      const both = value === "mediator" && target === focus && near && here === undefined ? (twins.get(lastTold) ?? [target]) : [target];
      for (const k of both) {
        (drafts[k] as Draft).people.add(id);
        const given = roles[k] as Map<string, ParticipantRole>;
        if (given.get(id) !== "mediator") given.set(id, value);
      }
    }
  });
}

/** "A, which mediates together with B": whether A gives the talks that the text is about the roof, so that both are those of these talks, however far off they are named. */
function homeOf(main: Draft | undefined, between: ReadonlyMap<string, ParticipantRole>, { cast, index }: Sight): boolean {
  const home = main?.kind === "talks" && partiesOf(main.people, cast).size > 0 ? (main.place?.country ?? null) : null;
  return home !== null && [...between].some(([id, value]) => value === "mediator" && index.countries.get(partyOf(cast.entities.get(id)) ?? "") === home);
}

/** "A, who hosted the delegations": the round in A's own country, the one told last first; undefined where none is. */
function roofOf({ cast, index }: Sight, drafts: readonly Draft[], id: string, focus: number, main: number): number | undefined {
  const country = index.countries.get(partyOf(cast.entities.get(id)) ?? "");
  const there = (k: number) => country !== undefined && drafts[k]?.place?.country === country && drafts[k]?.kind !== "call";
  return [focus, main].find(there);
}

/** Whether an actor is of one of the two parties that a round was told of first. */
function isSide(draft: Draft, id: string, cast: Cast): boolean {
  const party = partyOf(cast.entities.get(id));
  return party !== null && [...partiesOf(draft.people, cast)].slice(0, 2).includes(party);
}

/** "A first session", "they last met in …" of which nobody is named: the parties of the round before it in the text, mediators and hosts apart. */
export function inherit(draft: Draft, before: Draft | undefined, roles: ReadonlyMap<string, ParticipantRole> | undefined, cast: Cast): void {
  if (!before) return;
  const gap = (draft.reports[0]?.sentence ?? 0) - (before.reports.at(-1)?.sentence ?? 0);
  const again = draft.joint && gap >= 0 && gap <= memory && partiesOf(draft.people, cast).size < 2;
  if (!again && (draft.people.size > 0 || (draft.order === null && !draft.reports.some(({ turn }) => turn !== null)))) return;
  const people = sidesOf(before.people, roles ?? new Map());
  const theirs = gap >= 0 && gap <= memory && draft.reports.some((report) => report.theirs);
  for (const id of people) {
    if (theirs) draft.people.add(id);
    const party = partyOf(cast.entities.get(id));
    if (party !== null && !theirs) draft.people.add(cast.entities.has(party) ? party : id);
  }
}

/** "It had started on Monday" or "since Monday" after a round of Tuesday: the round began then. */
function stretch(doc: Doc, draft: Draft, sentence: Sentence, dates: readonly DateMention[], index: RoundsIndex): void {
  const date = dates.find(({ precision, relation }) => precision === "day" && (relation === "at" || relation === "since"));
  const from = date?.when;
  if (from && draft.when === null && draft.place !== null && date.relation === "at" && tellsOfIt(doc, sentence, index)) {
    [draft.when, draft.basis] = [from, date.basis];
    return;
  }
  if (!from || !draft.when || draft.when.length < 10 || draft.when.includes("/")) return;
  const starts =
    date.relation === "since" ||
    doc.tokens.slice(sentence.first, sentence.last).some(({ tag, lemma }) => tag === "VERB" && index.starting.has(lemma.toLowerCase()));
  const gap = daysBetween(from, draft.when);
  if (starts && gap > 0 && gap <= 5) draft.when = `${from}/${draft.when}`;
}

/** "They ended on Saturday": a pronoun for the talks, with a verb of beginning or ending right after it. */
function tellsOfIt({ tokens }: Doc, { first, last }: Sentence, index: RoundsIndex): boolean {
  if (!/^(?:they|it|these|both)$/.test(tokens[first]?.lower ?? "")) return false;
  const verb = tokens.slice(first + 1, Math.min(last, first + 4)).find(({ tag }) => tag === "VERB");
  return verb !== undefined && (index.closing.has(verb.lemma.toLowerCase()) || index.starting.has(verb.lemma.toLowerCase()));
}

/** A visit whose host no sentence joins to it: someone of the host country in the same sentence or the next, else its state, if the text lets it act. */
export function welcome({ doc, cast, mentions, index }: Sight, draft: Draft, roles: Map<string, ParticipantRole>): void {
  const host = draft.place?.country ? index.states.get(draft.place.country) : undefined;
  const first = doc.sentences[draft.reports[0]?.sentence ?? 0];
  const parties = partiesOf(draft.people, cast);
  // A body of many states and whoever leads its delegation are one guest.
  const guests = parties.size > 1 ? [...parties].filter((party) => !index.collectives.has(party)) : [...parties];
  if (!host || !first || draft.kind !== "visit" || guests.length !== 1 || parties.has(host)) return;
  const next = doc.sentences[(draft.reports[0]?.sentence ?? 0) + 1];
  const end = next && next.block === first.block ? next.last : first.last;
  const isHost = ({ actor, acts }: Mention) => acts && cast.entities.get(actor)?.kind === "person" && partyOf(cast.entities.get(actor)) === host;
  const person =
    within(mentions, first.first, first.last).find(isHost) ?? (cast.entities.has(host) ? undefined : within(mentions, first.last, end).find(isHost));
  const id = person?.actor ?? (mentions.some(({ actor, acts }) => acts && partyOf(cast.entities.get(actor)) === host) && cast.entities.has(host) ? host : null);
  if (id === null) return;
  draft.people.add(id);
  roles.set(id, "host");
}

/** For talks of whom no sentence says who took part: the persons of the sentence that tells of them; for a conference of many, the states of the two after it. */
export function bystanders({ doc, cast, mentions }: Sight, draft: Draft): string[] {
  const at = draft.reports[0]?.sentence ?? 0;
  const own = doc.sentences[at] as Sentence;
  const persons = within(mentions, own.first, own.last).filter(
    ({ acts, actor }) => acts && cast.entities.get(actor)?.kind === "person" && partyOf(cast.entities.get(actor)) !== null,
  );
  if (persons.length > 0 || !draft.many) return persons.map(({ actor }) => actor);
  const [from, to] = [doc.sentences[at] as Sentence, doc.sentences[Math.min(at + 2, doc.sentences.length - 1)] as Sentence];
  return within(mentions, from.first, to.last)
    .filter(({ acts, form, actor }) => acts && form === "name" && cast.entities.get(actor)?.kind === "state")
    .map(({ actor }) => actor);
}

/**
 * Where the sentence says with one of `cues` who sat at the table ("was represented by", "took part"), as a token; null where it does not, denies it or wishes it.
 * "headed by" counts where it can be a delegation that is headed (`heads`), not a committee.
 */
function cueOf(doc: Doc, sentence: Sentence, cues: RoundsIndex["seated"], index: RoundsIndex, heads: boolean): number | null {
  const cue = phrasesIn(doc.tokens, sentence.first, sentence.last, cues).find(
    ({ first, last }) =>
      (heads || last - first < 2 || !doc.tokens.slice(first, last).some(({ lower }) => index.lead.has(lower))) &&
      !doc.tokens.slice(Math.max(sentence.first, first - 4), first).some(({ lower }) => index.denials.has(lower) || index.unreal.has(lower)),
  );
  return cue?.first ?? null;
}

/** "For the south, X and Y.", "From Lakeside came Z": a line of a roll, by its first token; null where the sentence is none. */
function rollOf({ doc, mentions, cast }: Sight, { first, last }: Sentence): number | null {
  if (!/^(?:for|representing)$/.test((doc.tokens[first] as Token).lower)) return null;
  const [side, person] = within(mentions, first + 1, last);
  const party = side && side.first <= first + 3 ? partyOf(cast.entities.get(side.actor)) : null;
  const entity = person && cast.entities.get(person.actor);
  const named = entity?.kind === "person" && (partyOf(entity) === null || partyOf(entity) === party);
  return party !== null && named && [",", ":"].includes(doc.tokens[(side as Mention).last]?.lower ?? "") ? first : null;
}

/** Whether a mention is who says something in its sentence, or proposes it. */
function speaksOf({ doc, said }: Sight, { first, start, end }: Mention): boolean {
  return (said[(doc.tokens[first] as Token).sentence] ?? []).some(({ source }) => source !== null && source.start <= start && end <= source.end);
}

/** "reported to X", "spoke about Y": a person whom the sentence names as no part of a team. */
function isAside({ tokens, sentences }: Doc, { first }: Mention): boolean {
  const from = sentences[(tokens[first] as Token).sentence]?.first ?? 0;
  let k = first - 1;
  while (k > Math.max(from, first - 5) && ["ADJ", "NOUN", "PROPN", "DET"].includes(tokens[k]?.tag ?? "")) k--;
  return k >= from && /^(?:to|about|against|for|than)$/.test(tokens[k]?.lower ?? "");
}

/** Whether a mention stands in what somebody is reported to say, and the token `cue` does not: "A's envoy at the talks said B would pay". */
function isSaid({ doc, said }: Sight, { first }: Mention, cue: number): boolean {
  const [at, there] = [(doc.tokens[first] as Token).start, (doc.tokens[cue] as Token).start];
  return (said[(doc.tokens[first] as Token).sentence] ?? []).some(({ content }) =>
    content.some(({ start, end }) => start <= at && at < end && !(start <= there && there < end)),
  );
}

/** The items of lists whose stem says who sat at the table ("Among those present were:"), by block index. */
function listedBlocks(doc: Doc, index: RoundsIndex): Set<number> {
  const stems = new Set<number>();
  for (const sentence of doc.sentences)
    if (doc.blocks[sentence.block]?.kind === "stem" && cueOf(doc, sentence, index.delegation, index, true) !== null) stems.add(sentence.block);
  return new Set(doc.blocks.flatMap(({ stem }, k) => (stem !== null && stems.has(stem) ? [k] : [])));
}

function namesTeam(doc: Doc, sentence: Sentence, index: RoundsIndex): boolean {
  for (let i = sentence.first; i < sentence.last; i++) if (index.teams.has((doc.tokens[i] as Token).lower)) return true;
  return false;
}

/** "Twenty prisoners, among them X": who is handed over sits at no table, as "the prisoners' envoy" may. */
function namesCaptives({ tokens }: Doc, { first, last }: Sentence, index: RoundsIndex): boolean {
  return tokens.slice(first, last).some(({ lower }, k) => index.captives.has(lower) && tokens[first + k + 1]?.tag !== "NOUN");
}

/** "led by X", "under X", "represented by X". */
function leads(doc: Doc, first: number, sentence: Sentence, index: RoundsIndex): boolean {
  for (let k = first - 1; k >= Math.max(sentence.first, first - 4); k--) if (index.lead.has((doc.tokens[k] as Token).lower)) return true;
  return false;
}
