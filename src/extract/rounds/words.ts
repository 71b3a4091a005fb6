// meetings.yaml, the gazetteer and the known rounds in the form that this stage asks for. Built once, never changed.

import type { Codebook } from "../../domain/codebook/codebook.ts";
import type { Meetings } from "../../domain/codebook/meetings.ts";
import type { KnownRound } from "../../domain/codebook/rounds.ts";
import { dayBounds } from "../../domain/dates.ts";
import type { RoundKind } from "../../domain/vocabulary.ts";
import { byWord } from "../by-word.ts";
import type { Token } from "../types.ts";
import { compilePhrases, type Phrases } from "./phrases.ts";
import { compilePlaces, foldName, type PlaceIndex } from "./places.ts";

export interface MeetingNoun {
  kind: RoundKind;
  firm: boolean;
  /** No meeting by itself: the word of a scene, which needs a place and a day. */
  scene: boolean;
}
export interface MeetingVerb {
  words: readonly string[];
  kind: RoundKind;
  takes: "party" | "place" | "either" | "self";
  near: ReadonlySet<string> | null;
  never_to: boolean;
  people_only: boolean;
  close: boolean;
}

/** A known round with its days and its venue's folded name ("" where it has none). */
export interface DatedRound {
  round: KnownRound;
  from: string | null;
  to: string | null;
  venue: string;
}

export interface RoundsIndex {
  nouns: Phrases<MeetingNoun>;
  /** By first lemma, the longest first. */
  verbs: ReadonlyMap<string, readonly MeetingVerb[]>;
  tableActs: ReadonlySet<string>;
  not: Phrases<true>;
  denials: ReadonlySet<string>;
  unreal: ReadonlySet<string>;
  planned: ReadonlySet<string>;
  void: Phrases<true>;
  cancelled: Phrases<true>;
  asPlanned: Phrases<true>;
  failing: Phrases<true>;
  moved: Phrases<true>;
  bringing: ReadonlySet<string>;
  after: ReadonlySet<string>;
  papers: ReadonlySet<string>;
  conveying: ReadonlySet<string>;
  speakingTo: ReadonlySet<string>;
  addressing: ReadonlySet<string>;
  pairedActs: ReadonlySet<string>;
  sites: ReadonlySet<string>;
  towns: ReadonlySet<string>;
  here: Phrases<true>;
  keeping: Phrases<true>;
  starting: ReadonlySet<string>;
  beginning: ReadonlySet<string>;
  lasting: ReadonlySet<string>;
  wide: ReadonlySet<string>;
  speaking: ReadonlySet<string>;
  margins: ReadonlySet<string>;
  leaders: ReadonlySet<string>;
  collectives: ReadonlySet<string>;
  scenery: ReadonlySet<string>;
  brokers: ReadonlySet<string>;
  captives: ReadonlySet<string>;
  joining: ReadonlySet<string>;
  inviting: ReadonlySet<string>;
  arranging: ReadonlySet<string>;
  making: ReadonlySet<string>;
  made: ReadonlySet<string>;
  unset: Phrases<true>;
  resuming: ReadonlySet<string>;
  continuing: Phrases<true>;
  sights: ReadonlySet<string>;
  handedOver: ReadonlySet<string>;
  fulfilled: ReadonlySet<string>;
  ongoing: Phrases<true>;
  holdingNow: Phrases<true>;
  there: Phrases<true>;
  leaving: ReadonlySet<string>;
  /** Those of leaving and of telling. */
  thereupon: ReadonlySet<string>;
  closing: ReadonlySet<string>;
  notVenues: ReadonlySet<string>;
  /** Names of months, lower case. */
  months: ReadonlySet<string>;
  going: ReadonlySet<string>;
  subjects: ReadonlySet<string>;
  lead: ReadonlySet<string>;
  delegation: Phrases<true>;
  seated: Phrases<true>;
  teams: ReadonlySet<string>;
  delegates: ReadonlySet<string>;
  ownBodies: ReadonlySet<string>;
  apart: ReadonlySet<string>;
  /** ISO country code in which an armed group or movement is at home, by its id. */
  homes: ReadonlyMap<string, string>;
  roles: Phrases<"mediator" | "host" | "observer">;
  joint: Phrases<true>;
  formats: Phrases<"bilateral" | "trilateral" | "multilateral">;
  many: ReadonlySet<string>;
  factions: ReadonlySet<string>;
  /** Offices in the plural, each with the words that all stand in its holder's title; none of them for heads of state or government. */
  offices: Phrases<readonly string[]>;
  negotiators: ReadonlySet<string>;
  /** When each head of state or government held office, as the codebook knows it. */
  heads: ReadonlyMap<string, readonly { from: string | null; to: string | null }[]>;
  apartTitles: readonly string[];
  tableTitles: readonly string[];
  headTitles: readonly string[];
  ordinals: ReadonlyMap<string, number>;
  back: ReadonlySet<string>;
  forward: ReadonlySet<string>;
  another: ReadonlySet<string>;
  field: ReadonlySet<string>;
  /** Whether the token is a word of the field or of other matters. */
  tells: (token: Token) => boolean;
  /** Parties for which the codebook names persons or bodies, armed groups and organisations among them. */
  diplomats: ReadonlySet<string>;
  places: PlaceIndex;
  known: readonly DatedRound[];
  /** ISO country code by actor id, of states. */
  countries: ReadonlyMap<string, string>;
  states: ReadonlyMap<string, string>;
}

/** Whether a title is a head's: the bare word, or the word with what it is head of. */
export function isHeadTitle(title: string, words: readonly string[]): boolean {
  const lower = title.toLowerCase();
  return (
    words.some((word) => lower === word || lower.startsWith(`${word} of `) || lower.startsWith(`${word}, `) || lower.endsWith(` ${word}`)) &&
    !/\b(vice|former|deputy|special|aide|adviser|advisor|office)\b/.test(lower)
  );
}

/** Of the entries of one verb, those with more words, or with a word that must stand near, say more. */
const narrowness = ({ words, near }: MeetingVerb): number => words.length + (near ? 1.5 : 0);

function headsOf(codebook: Codebook, words: readonly string[]): Map<string, { from: string | null; to: string | null }[]> {
  const heads = new Map<string, { from: string | null; to: string | null }[]>();
  for (const { id, roles } of codebook.actors.actors) {
    const terms = roles.filter(({ title }) => isHeadTitle(title, words)).map(({ from, to, at }) => ({ from: from ?? at ?? null, to: to ?? at ?? null }));
    if (terms.length > 0) heads.set(id, terms);
  }
  return heads;
}

export function compileRounds(codebook: Codebook): RoundsIndex {
  const m: Meetings = codebook.meetings;
  const flags = (phrases: readonly string[]) => compilePhrases(phrases.map((phrase) => ({ phrase, value: true as const })));
  const verbs = new Map<string, MeetingVerb[]>();
  for (const { words: forms, kind, takes, near, never_to, people_only, close } of m.verbs) {
    for (const form of forms) {
      const words = form.split(" ");
      const first = words[0] as string;
      verbs.set(first, [...(verbs.get(first) ?? []), { words, kind, takes, near: near ? new Set(near) : null, never_to, people_only, close }]);
    }
  }
  for (const [first, entries] of verbs)
    verbs.set(
      first,
      entries.toSorted((a, b) => narrowness(b) - narrowness(a)),
    );
  const matters = new Set([...m.field, ...m.other_matters]);
  const states = codebook.actors.actors.filter((actor) => actor.kind === "state" && actor.country !== null);
  const role = (phrases: readonly string[], value: "mediator" | "host" | "observer") => phrases.map((phrase) => ({ phrase, value }));
  return {
    nouns: compilePhrases(m.nouns.flatMap(({ words, kind, firm, scene }) => words.map((phrase) => ({ phrase, value: { kind, firm, scene } })))),
    verbs,
    tableActs: new Set(m.table_acts),
    not: flags(m.not.map(({ words }) => words)),
    denials: new Set(m.denials),
    unreal: new Set(m.unreal),
    planned: new Set(m.planned),
    void: flags(m.void),
    cancelled: flags(m.cancelled),
    asPlanned: flags(m.as_planned),
    failing: flags(m.failing),
    moved: flags(m.moved),
    bringing: new Set(m.bringing),
    after: new Set(m.after),
    papers: new Set(m.papers),
    conveying: new Set(m.conveying),
    speakingTo: new Set(m.speaking_to),
    addressing: new Set(m.addressing),
    pairedActs: new Set(m.paired_acts),
    sites: new Set([...m.sites, "centre", "center"]),
    towns: new Set(m.towns),
    here: flags(m.here),
    keeping: flags(m.keeping),
    starting: new Set(m.starting),
    beginning: new Set(m.beginning),
    lasting: new Set(m.lasting),
    wide: new Set(m.wide),
    speaking: new Set(m.speaking),
    margins: new Set(m.margins),
    leaders: new Set(m.leaders),
    collectives: new Set(m.collectives),
    scenery: new Set(m.scenery),
    brokers: new Set(m.brokers),
    captives: new Set(m.captives),
    joining: new Set(m.joining),
    inviting: new Set(m.inviting),
    arranging: new Set(m.arranging),
    making: new Set(m.making),
    made: new Set(m.made),
    unset: flags(m.unset),
    resuming: new Set(m.resuming),
    continuing: flags(m.continuing),
    sights: new Set(m.sights),
    handedOver: new Set(m.handed_over),
    fulfilled: new Set(m.fulfilled),
    ongoing: flags(m.ongoing),
    holdingNow: flags(m.holding_now),
    there: flags(m.there),
    leaving: new Set(m.leaving),
    thereupon: new Set([...m.leaving, ...m.telling]),
    closing: new Set(m.closing),
    notVenues: new Set(m.not_venues),
    months: new Set(codebook.dates.months.map(({ name }) => name.toLowerCase())),
    going: new Set(m.going),
    subjects: new Set(m.holding),
    lead: new Set(m.lead),
    delegation: flags(m.delegation),
    seated: flags(m.seated),
    teams: new Set(m.teams),
    delegates: new Set(m.delegates),
    ownBodies: new Set(m.own_bodies),
    apart: new Set(m.apart),
    homes: new Map(
      codebook.actors.actors.flatMap(({ id, kind, party, country }) =>
        kind === "organisation" && party === id && country !== null ? [[id, country] as const] : [],
      ),
    ),
    roles: compilePhrases([...role(m.mediator, "mediator"), ...role(m.host, "host"), ...role(m.observer, "observer")]),
    joint: flags(m.joint),
    formats: compilePhrases((["bilateral", "trilateral", "multilateral"] as const).flatMap((value) => m.formats[value].map((phrase) => ({ phrase, value })))),
    many: new Set(m.many),
    factions: new Set(m.factions),
    offices: compilePhrases(m.offices.flatMap(({ words, titles }) => words.map((phrase) => ({ phrase, value: titles })))),
    negotiators: new Set(m.negotiators),
    heads: headsOf(codebook, m.head_titles),
    apartTitles: m.apart_titles,
    tableTitles: m.table_titles,
    headTitles: m.head_titles,
    ordinals: new Map(Object.entries(m.ordinals)),
    back: new Set(m.back),
    forward: new Set(m.forward),
    another: new Set(m.another),
    field: new Set(m.field),
    tells: byWord((word) => matters.has(word)),
    diplomats: new Set(
      codebook.actors.actors.filter(({ kind }) => kind !== "state").flatMap(({ id, kind, party }) => party ?? (kind === "organisation" ? id : [])),
    ),
    places: compilePlaces(codebook.places, { regions: m.regions, sites: m.sites, towns: m.towns, margins: m.margins }, states),
    known: codebook.rounds.rounds.map((round) => ({ round, ...dayBounds(round.when), venue: foldName(round.place ?? "") })),
    countries: new Map(states.map(({ id, country }) => [id, country as string])),
    states: new Map(states.map(({ id, country }) => [country as string, id])),
  };
}
