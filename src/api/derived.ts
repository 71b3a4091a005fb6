// What an item says that is worked out from its own rows. Reads nothing.
import { claimsOf } from "../analysis/claims.ts";
import type { ResourceName } from "../domain/resources/resource.ts";
import type { RoundItem } from "../domain/resources/rounds.ts";

/** Fields to add to an item's record and details: of a round the claims of its reports. */
export function derivedOf(resource: ResourceName, details: object): Record<string, unknown> {
  if (resource !== "rounds") return {};
  const round = details as RoundItem;
  return { claims: claimsOf(round, round.reports) };
}
