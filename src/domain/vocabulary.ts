// The closed word lists of the coding guide: what a stance, an act, a kind can be. Labels and definitions are data (seeds/codebook/codes.yaml).
import * as z from "zod";

export const stances = ["for", "against", "mixed"] as const;
export const acts = ["demand", "propose", "support", "accept", "concede", "consider", "oppose", "refuse", "warn", "assess"] as const;
export const attributionKinds = ["quote", "statement", "officials", "media", "author"] as const;
export const actorKinds = ["state", "person", "organisation", "group"] as const;
export const roundKinds = ["talks", "summit", "visit", "call", "contact"] as const;
export const roundStatuses = ["held", "ongoing", "planned", "cancelled", "unclear"] as const;
export const roundFormats = ["bilateral", "trilateral", "multilateral", "unclear"] as const;
export const participantRoles = ["lead", "delegate", "mediator", "host", "observer"] as const;
export const genres = ["report", "analysis", "opinion", "unknown"] as const;
export const textBases = ["original", "digest", "translation"] as const;
export const sourceKinds = ["outlet", "agency", "author", "unknown"] as const;
/** How a date is known: said outright, worked out from the article's date, the article's own date, or a known round's. */
export const dateBases = ["stated", "resolved", "published", "known"] as const;

export const Stance = z.enum(stances);
export const Act = z.enum(acts);
export const AttributionKind = z.enum(attributionKinds);
export const ActorKind = z.enum(actorKinds);
export const RoundKind = z.enum(roundKinds);
export const RoundStatus = z.enum(roundStatuses);
export const RoundFormat = z.enum(roundFormats);
export const ParticipantRole = z.enum(participantRoles);
export const Genre = z.enum(genres);
export const TextBasis = z.enum(textBases);
export const SourceKind = z.enum(sourceKinds);
export const DateBasis = z.enum(dateBases);

export type Stance = z.infer<typeof Stance>;
export type Act = z.infer<typeof Act>;
export type AttributionKind = z.infer<typeof AttributionKind>;
export type ActorKind = z.infer<typeof ActorKind>;
export type RoundKind = z.infer<typeof RoundKind>;
export type RoundStatus = z.infer<typeof RoundStatus>;
export type RoundFormat = z.infer<typeof RoundFormat>;
export type ParticipantRole = z.infer<typeof ParticipantRole>;
export type Genre = z.infer<typeof Genre>;
export type TextBasis = z.infer<typeof TextBasis>;
export type SourceKind = z.infer<typeof SourceKind>;
export type DateBasis = z.infer<typeof DateBasis>;

/** Every code list by the name of its reference table, so that the codebook and the database can be checked against it. */
export const codeLists = {
  stance: stances,
  act: acts,
  attribution: attributionKinds,
  actor_kind: actorKinds,
  round_kind: roundKinds,
  round_status: roundStatuses,
  round_format: roundFormats,
  participant_role: participantRoles,
  genre: genres,
  text_basis: textBases,
  source_kind: sourceKinds,
  date_basis: dateBases,
} as const;
export type CodeList = keyof typeof codeLists;
