// The extraction document: what the extractor makes of one text, as `parley extract` and `POST /v1/extract` answer it.
import * as z from "zod";
import { Edtf } from "./dates.ts";
import { QuotedSpan, Span } from "./spans.ts";
import { Act, ActorKind, AttributionKind, DateBasis, Genre, ParticipantRole, RoundFormat, RoundKind, RoundStatus, Stance } from "./vocabulary.ts";

const Id = z.string();

export const DocumentArticle = z.object({
  title: z.string().nullable(),
  source: z.string().nullable().describe("The outlet that published the text, as named by metadata or the text itself."),
  author: z.string().nullable(),
  genre: Genre,
  language: z.string().nullable(),
  published: Edtf.nullable(),
});
export type DocumentArticle = z.infer<typeof DocumentArticle>;

export const DocumentActor = z.object({
  id: Id,
  name: z.string(),
  kind: ActorKind,
  party: Id.nullable().describe("The state or organisation for which the actor acts; null where the text and the codebook do not tell."),
  provisional: z.boolean().describe("True where the codebook does not know the actor and the text alone made it."),
  roles: z.array(z.string()),
  mentions: z.array(QuotedSpan),
});
export type DocumentActor = z.infer<typeof DocumentActor>;

export const DocumentAttribution = z.object({
  kind: AttributionKind,
  speaker: Id.nullable(),
  source: Span.nullable().describe("The words that name who says it."),
  cue: Span.nullable().describe("The words that say that it is said."),
  content: z.array(Span),
});
export type DocumentAttribution = z.infer<typeof DocumentAttribution>;

const DocumentParticipant = z.object({ actor: Id, party: Id.nullable(), role: ParticipantRole });

export const DocumentRound = z.object({
  id: Id,
  kind: RoundKind,
  status: RoundStatus,
  format: RoundFormat,
  place: z.string().nullable(),
  country: z.string().nullable().describe("ISO 3166-1 alpha-2 code of the venue's country."),
  when: Edtf.nullable(),
  date_basis: DateBasis.nullable(),
  label: z.string().nullable().describe("The ordinal or name that the text gives the round, as reported."),
  participants: z.array(DocumentParticipant),
  issues: z.array(Id),
  evidence: z.array(QuotedSpan),
});
export type DocumentRound = z.infer<typeof DocumentRound>;

export const DocumentPosition = z.object({
  actor: Id,
  party: Id.nullable(),
  issue: Id,
  stance: Stance,
  act: Act,
  target: Id.nullable(),
  conditional: z.boolean(),
  condition: z.string().nullable(),
  hedged: z.boolean(),
  past: z.boolean(),
  attribution: z.object({ kind: AttributionKind, speaker: Id.nullable(), source: z.string().nullable() }),
  round: Id.nullable().describe("The id of the round in this document at which it was put forward; null where the text names none."),
  stated: Edtf.nullable(),
  date_basis: DateBasis.nullable(),
  confidence: z.number().min(0).max(1),
  rule: z.string(),
  evidence: z.array(QuotedSpan),
});
export type DocumentPosition = z.infer<typeof DocumentPosition>;

export const ExtractionDocument = z.object({
  text: z.string(),
  article: DocumentArticle,
  actors: z.array(DocumentActor),
  attributions: z
    .array(DocumentAttribution)
    .describe(
      "In text order. Inside somebody's words only the next link of a chain of sources is told, and not what the speaker says of thoughts in passing (“he believes”).",
    ),
  rounds: z.array(DocumentRound),
  positions: z.array(DocumentPosition),
});
export type ExtractionDocument = z.infer<typeof ExtractionDocument>;
