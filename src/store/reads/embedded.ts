// Rows that a resource's record holds inside: evidence of positions, participants and agenda of rounds. The other resources embed nothing.
import type { Resource, ResourceName } from "../../domain/resources/resource.ts";
import type { Store } from "../open.ts";
import { evidenceOf } from "./evidence.ts";
import { agendaOf, participantsOf } from "./rounds.ts";

type Read = (store: Store, ids: readonly string[]) => Promise<Map<string, unknown[]>>;

/** Embedded field by resource -> what reads it for many rows at once. One statement each. */
const embedded: Partial<Record<ResourceName, Record<string, Read>>> = {
  positions: { evidence: (store, ids) => evidenceOf(store, "position_id", ids) },
  rounds: { participants: participantsOf, issue_ids: agendaOf },
};

/** Puts the embedded rows into the records, those among `fields` alone where they are given. */
export async function embedRows(
  store: Store,
  { name }: Resource,
  records: readonly (Record<string, unknown> & { id: string })[],
  fields: readonly string[] | null,
): Promise<void> {
  for (const [field, read] of Object.entries(embedded[name] ?? {})) {
    if (fields && !fields.includes(field)) continue;
    const rows = await read(
      store,
      records.map(({ id }) => id),
    );
    for (const record of records) record[field] = rows.get(record.id) ?? [];
  }
}
