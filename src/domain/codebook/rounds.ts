// Rounds that are known beforehand: anchors to which articles' accounts are joined.
import * as z from "zod";
import { Edtf } from "../dates.ts";
import { Country } from "../resources/fields.ts";
import { ParticipantRole, RoundFormat, RoundKind, RoundStatus } from "../vocabulary.ts";
import { Id } from "./id.ts";

export const KnownRound = z.strictObject({
  id: Id,
  kind: RoundKind,
  status: RoundStatus,
  format: RoundFormat,
  place: z.string().nullable(),
  venue: z.string().optional().describe("The building or hall, where it is known."),
  country: Country.nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  coords: z.enum(["approximate", "region"]).optional().describe("What the point stands for where it is not the venue."),
  when: Edtf,
  parties: z.array(Id),
  hosts: z.array(Id).default([]),
  mediators: z.array(Id).default([]),
  participants: z.array(z.strictObject({ actor: Id, party: Id.nullable(), role: ParticipantRole })),
  issues: z.array(Id),
  outcome: z.string().nullable(),
  sources: z.array(z.url()),
  confidence: z.enum(["high", "medium", "low"]),
  note: z.string().nullable().default(null),
});
export type KnownRound = z.infer<typeof KnownRound>;

export const Rounds = z.strictObject({ rounds: z.array(KnownRound) });
