// What the rounds stage finds in one text.
import type { DateBasis, ParticipantRole, RoundFormat, RoundKind, RoundStatus } from "../../domain/vocabulary.ts";
import type { Range } from "../types.ts";

export interface RoundFinding {
  /** A readable slug, unique in the document; the known round's id where the match is certain. */
  id: string;
  kind: RoundKind;
  status: RoundStatus;
  format: RoundFormat;
  /** As the text names it, in common English; null where it names none. */
  place: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** EDTF. */
  when: string | null;
  date_basis: DateBasis | null;
  /** "third round", as reported. */
  label: string | null;
  /** Entity ids. */
  participants: { actor: string; party: string | null; role: ParticipantRole }[];
  issues: string[];
  evidence: Range[];
}
