// An article coded by hand: what a careful coder finds in it by the coding guide.
import * as z from "zod";
import { Act, ActorKind, AttributionKind, Genre, ParticipantRole, RoundFormat, RoundKind, RoundStatus, Stance } from "../domain/vocabulary.ts";

/** `core` must be found; `minor` is right, but nobody misses it: found it costs nothing, missed it costs nothing. */
const Weight = z.enum(["core", "minor"]);

const GoldActor = z.object({ id: z.string(), kind: ActorKind, party: z.string().nullable(), surfaces: z.array(z.string()), weight: Weight });
const GoldRound = z.object({
  key: z.string(),
  kind: RoundKind,
  status: RoundStatus,
  format: RoundFormat,
  place: z.string().nullable(),
  country: z.string().nullable(),
  when: z.string().nullable(),
  participants: z.array(z.object({ actor: z.string(), party: z.string().nullable(), role: ParticipantRole })),
  issues: z.array(z.string()),
  evidence: z.array(z.string()),
  weight: Weight,
});
const GoldPosition = z.object({
  actor: z.string(),
  party: z.string().nullable(),
  issue: z.string(),
  stance: Stance,
  act: Act,
  target: z.string().nullable(),
  conditional: z.boolean(),
  hedged: z.boolean(),
  past: z.boolean(),
  attribution: z.object({ kind: AttributionKind, speaker: z.string().nullable(), source: z.string().nullable() }),
  evidence: z.array(z.string()),
  weight: Weight,
  also: z
    .array(z.object({ actor: z.string().optional(), party: z.string().optional(), issue: z.string().optional(), stance: Stance.optional() }))
    .optional()
    .describe("Other codings that a careful coder may defend; they count as right too."),
});

export const GoldArticle = z.object({
  article: z.string(),
  source: z.object({
    outlet: z.string().nullable(),
    author: z.string().nullable(),
    genre: Genre,
    title: z.string().nullable(),
    published: z.string().nullable(),
  }),
  actors: z.array(GoldActor),
  rounds: z.array(GoldRound),
  positions: z.array(GoldPosition),
});
export type GoldArticle = z.infer<typeof GoldArticle>;
export type GoldActor = z.infer<typeof GoldActor>;
export type GoldRound = z.infer<typeof GoldRound>;
export type GoldPosition = z.infer<typeof GoldPosition>;
