// The form of the visible suite's cases, how they are read, and what a document must show to fulfil one. Knows nothing of any rule.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import type { DocumentActor, DocumentPosition, DocumentRound, ExtractionDocument } from "../../../src/domain/documents.ts";
import { Act, ActorKind, AttributionKind, RoundFormat, RoundKind, RoundStatus, Stance } from "../../../src/domain/vocabulary.ts";

/** A row that must be there: the fields that are given must match, the others are free. `null` asks for an empty field. */
const WantedPosition = z.strictObject({
  party: z.string(),
  issue: z.string(),
  stance: Stance,
  actor: z.string().optional(),
  act: Act.optional(),
  target: z.string().nullable().optional(),
  conditional: z.boolean().optional(),
  hedged: z.boolean().optional(),
  past: z.boolean().optional(),
  attribution: AttributionKind.optional(),
  speaker: z.string().nullable().optional(),
  source: z.string().nullable().optional(),
});
export type WantedPosition = z.infer<typeof WantedPosition>;

const UnwantedPosition = WantedPosition.partial().refine((row) => Object.keys(row).length > 0, { error: "names no field" });
type UnwantedPosition = z.infer<typeof UnwantedPosition>;

/** `participants` are ids that must be among the round's own; `when` is the exact EDTF string. */
const WantedRound = z
  .strictObject({
    place: z.string().nullable(),
    country: z.string().nullable(),
    when: z.string().nullable(),
    status: RoundStatus,
    kind: RoundKind,
    format: RoundFormat,
    participants: z.array(z.string()),
  })
  .partial()
  .refine((round) => Object.keys(round).length > 0, { error: "names no field" });
type WantedRound = z.infer<typeof WantedRound>;

const WantedActor = z.strictObject({ id: z.string(), party: z.string().nullable().optional(), kind: ActorKind.optional() });
type WantedActor = z.infer<typeof WantedActor>;

export const Case = z
  .strictObject({
    name: z.string().describe("A sentence about behaviour, unique in the suite."),
    conflict: z.string().describe("The war that the text tells of; `none` for text on other matters."),
    text: z.string(),
    published: z.string().optional(),
    positions: z.array(WantedPosition).min(1).optional(),
    not: z.array(UnwantedPosition).min(1).optional(),
    none: z.literal(true).optional().describe("The text yields no position at all."),
    rounds: z.array(WantedRound).min(1).optional(),
    not_rounds: z.array(WantedRound).min(1).optional(),
    no_rounds: z.literal(true).optional(),
    round_count: z.int().optional(),
    actors: z.array(WantedActor).min(1).optional(),
    not_actors: z.array(z.string()).min(1).optional(),
  })
  .refine((row) => Object.keys(row).some((key) => !["name", "conflict", "text", "published"].includes(key)), { error: "asserts nothing" })
  .refine((row) => !(row.none && row.positions), { error: "wants positions and none" });
export type Case = z.infer<typeof Case>;

/** Does the case ask that something be absent? */
export const isNegative = (row: Case): boolean => Boolean(row.none ?? row.not ?? row.no_rounds ?? row.not_rounds ?? row.not_actors);

/** Every case by file name, files in order of name. Throws where a file does not have the form. */
export function loadCases(): Map<string, Case[]> {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return new Map(
    files.sort().map((file) => {
      const read = z.array(Case).safeParse(parse(readFileSync(folder + file, "utf8")));
      if (!read.success) throw new Error(`${file}\n${z.prettifyError(read.error)}`);
      return [file, read.data];
    }),
  );
}

/** What the document lacks or has too much, one sentence each; empty where the case holds. */
export function faults(wanted: Case, document: ExtractionDocument): string[] {
  const { positions, rounds, actors } = document;
  const found = positions.map(tellPosition).join("; ") || "no position";
  const held = rounds.map(tellRound).join("; ") || "no round";
  const known = actors.map((actor) => `${actor.id} (${actor.kind}, ${actor.party})`).join("; ") || "no actor";
  return [
    ...(wanted.positions ?? []).filter((row) => !positions.some((each) => isPosition(each, row))).map((row) => `lacks ${tell(row)}; found ${found}`),
    ...(wanted.not ?? []).filter((row) => positions.some((each) => isPosition(each, row))).map((row) => `must not hold ${tell(row)}; found ${found}`),
    ...(wanted.none && positions.length > 0 ? [`must hold no position; found ${found}`] : []),
    ...(wanted.rounds ?? []).filter((row) => !rounds.some((each) => isRound(each, row))).map((row) => `lacks round ${tell(row)}; found ${held}`),
    ...(wanted.not_rounds ?? []).filter((row) => rounds.some((each) => isRound(each, row))).map((row) => `must not hold round ${tell(row)}; found ${held}`),
    ...(wanted.no_rounds && rounds.length > 0 ? [`must hold no round; found ${held}`] : []),
    ...(wanted.round_count !== undefined && rounds.length !== wanted.round_count ? [`wants ${wanted.round_count} rounds; found ${held}`] : []),
    ...(wanted.actors ?? []).filter((row) => !actors.some((each) => isActor(each, row))).map((row) => `lacks actor ${tell(row)}; found ${known}`),
    ...(wanted.not_actors ?? []).filter((id) => actors.some((each) => each.id === id)).map((id) => `must not hold actor ${id}; found ${known}`),
  ];
}

const tell = (row: object): string => JSON.stringify(row);

const fits = (given: unknown, value: unknown): boolean => given === undefined || given === value;

function isPosition(row: DocumentPosition, wanted: UnwantedPosition): boolean {
  const { attribution, speaker, source, party, ...plain } = wanted;
  return (
    fits(party, row.party ?? row.actor) &&
    fits(attribution, row.attribution.kind) &&
    fits(speaker, row.attribution.speaker) &&
    fits(source, row.attribution.source) &&
    Object.entries(plain).every(([field, value]) => fits(value, row[field as keyof DocumentPosition]))
  );
}

function isRound(round: DocumentRound, wanted: WantedRound): boolean {
  const { participants, ...plain } = wanted;
  const present = new Set(round.participants.flatMap((each) => [each.actor, each.party]));
  return (
    (participants ?? []).every((id) => present.has(id)) && Object.entries(plain).every(([field, value]) => fits(value, round[field as keyof DocumentRound]))
  );
}

const isActor = (actor: DocumentActor, wanted: WantedActor): boolean =>
  actor.id === wanted.id && fits(wanted.party, actor.party) && fits(wanted.kind, actor.kind);

function tellPosition(row: DocumentPosition): string {
  const flags = (["conditional", "hedged", "past"] as const).filter((flag) => row[flag]);
  return [row.actor, row.stance, row.issue, row.act, row.target ? `-> ${row.target}` : "", ...flags, row.attribution.kind, row.attribution.speaker ?? ""]
    .filter(Boolean)
    .join(" ");
}

const tellRound = (round: DocumentRound): string =>
  [round.kind, round.status, round.format, round.place, round.country, round.when, round.participants.map((each) => each.actor).join("+")]
    .filter(Boolean)
    .join(" ");
