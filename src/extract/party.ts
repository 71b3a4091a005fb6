// For which party an actor counts.
import type { Entity } from "./types.ts";

/** Its party, or itself where it is a state or organisation. Null for persons and groups who act for nobody known. */
export function partyOf(entity: Entity | undefined): string | null {
  return entity?.party ?? (entity?.kind === "state" || entity?.kind === "organisation" ? entity.id : null);
}
