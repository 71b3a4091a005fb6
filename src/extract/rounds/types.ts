// What the rounds stage finds in one text, and what each sentence tells it.
import type { DateBasis, ParticipantRole, RoundFormat, RoundKind, RoundStatus } from "../../domain/vocabulary.ts";
import type { Scale } from "../scale.ts";
import type { Range } from "../types.ts";
import type { PlaceMention } from "./places.ts";
import type { Trigger } from "./triggers.ts";
import type { Turn } from "./turns.ts";

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

/** What one sentence tells of a round. */
export interface Report {
  sentence: number;
  /** It stands in a heading, whose tenses are its own. */
  headline: boolean;
  trigger: Trigger;
  kind: RoundKind;
  firm: boolean;
  place: PlaceMention | null;
  when: string | null;
  basis: "stated" | "resolved" | null;
  status: RoundStatus;
  /** "third round", as reported, and its number. */
  label: string | null;
  order: number | null;
  turn: Turn;
  /** Entity ids in text order. */
  people: string[];
  /** The sentence says "the two sides", "both delegations" and the like. */
  joint: boolean;
  /** "On the sidelines, A met B": beside the meeting that the text tells of. */
  aside: boolean;
  /** Said with "they" or "their": of the very people of the round before. */
  theirs: boolean;
  /** The sentence says that it opened, or that somebody joined it: it may go on for days. */
  opens: boolean;
  /** A verb right behind its noun says that it begins, goes on or ends: "talks broke off". */
  runs: boolean;
  /** Words right behind its noun say that it goes on: "talks will continue on Tuesday". */
  continues: boolean;
  /** More parties than it names: "thirty governments". */
  many: boolean;
  format: RoundFormat | null;
  roles: ReadonlyMap<string, "mediator" | "host" | "observer" | "lead" | "delegate">;
  evidence: Range;
}

/** A city of the text, with what its signs weigh that a meeting was there. */
export interface Placing {
  place: string;
  scale: Scale;
}

/** Who hears what is weighed: sentences that no rule made a round of, and cities for the rounds that no sentence places. */
export interface Trace {
  scene?: (scene: Scene) => void;
  places?: (round: RoundFinding, places: readonly Placing[]) => void;
}

/** A sentence, by number, that no rule made a round of, with what its signs weigh. */
export interface Scene {
  sentence: number;
  scale: Scale;
}
