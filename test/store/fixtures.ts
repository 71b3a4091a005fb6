// A small codebook and short articles with hand-made documents, on an invented war.
import type { ArticleMeta } from "../../src/domain/articles.ts";
import { unknownMeta } from "../../src/domain/articles.ts";
import { KnownActor } from "../../src/domain/codebook/actors.ts";
import type { Codebook } from "../../src/domain/codebook/codebook.ts";
import type { Issue } from "../../src/domain/codebook/issues.ts";
import { KnownRound } from "../../src/domain/codebook/rounds.ts";
import type { DocumentActor, DocumentPosition, DocumentRound, ExtractionDocument } from "../../src/domain/documents.ts";
import type { QuotedSpan } from "../../src/domain/spans.ts";
import { codeLists } from "../../src/domain/vocabulary.ts";
import { loadCodebookRows } from "../../src/store/codebook-rows.ts";
import { migrate } from "../../src/store/migrate.ts";
import { open, type Store } from "../../src/store/open.ts";

const codes = Object.fromEntries(
  Object.entries(codeLists).map(([list, words]) => [
    list,
    words.map((code) => ({
      code,
      label: code.charAt(0).toUpperCase() + code.slice(1),
      definition: `What ${code} means.`,
      when_not: null,
      example: null,
      plover: code === "demand" ? { event: "REQUEST", mode: "change" } : null,
    })),
  ]),
);

const issue = (id: string, topic: string, directed = false): Issue => ({
  id,
  topic,
  label: id,
  proposition: `${id} happens.`,
  directed,
  note: null,
  when_not: "Else.",
  example: "So.",
});

export const actors = [
  { id: "norland", name: "Norland", kind: "state", party: "norland", country: "NO", aliases: ["Northtown"] },
  { id: "southmark", name: "Southmark", kind: "state", party: "southmark", country: "SE" },
  { id: "eastia", name: "Eastia", kind: "state", party: "eastia", country: "EE" },
  {
    id: "anna-berg",
    name: "Anna Berg",
    kind: "person",
    party: "norland",
    roles: [
      { title: "Foreign Minister", from: "2024-05" },
      { title: "Mayor", from: "2010", to: "2014-03" },
    ],
  },
  { id: "olaf-dahl", name: "Olaf Dahl", kind: "person", party: "southmark" },
].map((actor) => KnownActor.parse(actor));

export const knownRounds = [
  {
    id: "geneva-2025-11-23",
    kind: "talks",
    status: "held",
    format: "bilateral",
    place: "Geneva",
    country: "CH",
    latitude: 46.2,
    longitude: 6.14,
    when: "2025-11-23",
    parties: ["norland", "southmark"],
    hosts: ["eastia"],
    participants: [{ actor: "anna-berg", party: "norland", role: "lead" }],
    issues: ["ceasefire"],
    outcome: "Nothing yet.",
    sources: ["https://example.org/geneva"],
    confidence: "high",
  },
].map((round) => KnownRound.parse(round));

/** The parts of a codebook that the store reads. */
export function codebook(changes: { version?: string; actors?: KnownActor[]; rounds?: KnownRound[]; issues?: Issue[] } = {}): Codebook {
  const parts = {
    version: changes.version ?? "one",
    codes,
    issues: {
      topics: [
        { id: "fighting", label: "Fighting", definition: "How it stops." },
        { id: "people", label: "People", definition: "Who suffers." },
      ],
      issues: changes.issues ?? [issue("ceasefire", "fighting"), issue("withdrawal", "fighting", true), issue("prisoners", "people")],
    },
    actors: { actors: changes.actors ?? actors },
    rounds: { rounds: changes.rounds ?? knownRounds },
    places: {
      countries: [
        { code: "CH", name: "Switzerland", official: "Swiss Confederation", aliases: [], capitals: ["Bern"], demonyms: ["Swiss"], latitude: 47, longitude: 8 },
      ],
      cities: [
        { name: "Vienna", country: "AT", latitude: 48.2, longitude: 16.4, population: 1_900_000 },
        { name: "Vienna", country: "US", latitude: 38.9, longitude: -77.3, population: 16_000 },
      ],
      venues: [{ name: "Palais des Nations", aliases: [], place: "Geneva", country: "CH", latitude: null, longitude: null }],
    },
  };
  return parts as unknown as Codebook;
}

/** A fresh store in memory, through the real migrations, with the codebook's rows. */
export async function freshStore(book: Codebook = codebook()): Promise<Store> {
  const store = await open(":memory:");
  await migrate(store);
  await loadCodebookRows(store, book);
  return store;
}

/** The first place of `words` in `text` as a span in code points. */
export function quote(text: string, words: string): QuotedSpan {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not in the text`);
  const start = Array.from(text.slice(0, at)).length;
  return { start, end: start + Array.from(words).length, text: words };
}

export const meta = (changes: Partial<ArticleMeta> = {}): ArticleMeta => ({ ...unknownMeta, ...changes });

export const actor = (id: string, changes: Partial<DocumentActor> = {}): DocumentActor => ({
  id,
  name: id,
  kind: "state",
  party: id,
  provisional: false,
  roles: [],
  mentions: [],
  ...changes,
});

export const position = (text: string, words: string, changes: Partial<DocumentPosition> = {}): DocumentPosition => ({
  actor: "norland",
  party: "norland",
  issue: "ceasefire",
  stance: "for",
  act: "demand",
  target: null,
  conditional: false,
  condition: null,
  hedged: false,
  past: false,
  attribution: { kind: "author", speaker: null, source: null },
  round: null,
  stated: null,
  date_basis: null,
  confidence: 0.9,
  rule: "test",
  evidence: [quote(text, words)],
  ...changes,
});

export const round = (text: string, words: string, changes: Partial<DocumentRound> = {}): DocumentRound => ({
  id: "r1",
  kind: "talks",
  status: "held",
  format: "bilateral",
  place: "Geneva",
  country: "CH",
  when: "2025-11-23",
  date_basis: "stated",
  label: null,
  participants: [
    { actor: "norland", party: "norland", role: "delegate" },
    { actor: "southmark", party: "southmark", role: "delegate" },
  ],
  issues: ["ceasefire"],
  evidence: [quote(text, words)],
  ...changes,
});

export const documentOf = (text: string, changes: Partial<ExtractionDocument> = {}): ExtractionDocument => ({
  text,
  article: { title: null, source: null, author: null, genre: "report", language: "en", published: null },
  actors: [],
  attributions: [],
  rounds: [],
  positions: [],
  ...changes,
});

export const talksText =
  "😀 Norland demands a truce. Envoys of Norland and Southmark met in Geneva on Sunday. “Never,” said Dahl, quoted by the Évening Star; the truce must come first.";

/** An article that fills every table. */
export const talks = documentOf(talksText, {
  article: { title: "Talks in Geneva", source: "Daily Post", author: "Jo Hill", genre: "report", language: "en", published: "2025-11-24" },
  actors: [
    actor("norland", { name: "Norland", mentions: [quote(talksText, "Norland")] }),
    actor("olaf-dahl", { name: "Olaf Dahl", kind: "person", party: "southmark", roles: ["envoy"], mentions: [quote(talksText, "Dahl")] }),
    actor("star-gang", { name: "Star Gang", kind: "group", party: "new-front", provisional: true }),
  ],
  attributions: [{ kind: "quote", speaker: "olaf-dahl", source: { start: 96, end: 100 }, cue: { start: 91, end: 95 }, content: [{ start: 82, end: 90 }] }],
  rounds: [round(talksText, "Envoys of Norland and Southmark met in Geneva")],
  positions: [
    position(talksText, "Norland demands a truce"),
    position(talksText, "the truce must come first", { confidence: 0.7 }),
    position(talksText, "Never", {
      actor: "olaf-dahl",
      party: "southmark",
      issue: "withdrawal",
      stance: "against",
      act: "refuse",
      target: "southmark",
      attribution: { kind: "quote", speaker: "olaf-dahl", source: "Évening Star" },
      round: "r1",
      stated: "2025-11",
      date_basis: "resolved",
    }),
  ],
});

export async function linesOf(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
