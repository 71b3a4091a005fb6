// For which side an actor counts: its party, or itself where it is a state or organisation. Null for persons and groups who act for nobody known.
import type { Entity } from "../types.ts";

export const sideOf = (entity: Entity | undefined): string | null =>
  entity === undefined ? null : entity.kind === "state" || entity.kind === "organisation" ? (entity.party ?? entity.id) : entity.party;
