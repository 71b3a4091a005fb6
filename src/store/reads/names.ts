// All actors with their names, for looking them up by name.
import { asc } from "drizzle-orm";
import type { ActorKind } from "../../domain/vocabulary.ts";
import type { Store } from "../open.ts";
import { grouped } from "./evidence.ts";

export interface ActorNames {
  id: string;
  name: string;
  aliases: string[];
  kind: ActorKind;
  party_id: string | null;
  country: string | null;
  wikidata: string | null;
}

/** Every actor with its aliases, by id. Two statements. */
export async function allNames({ db, t }: Store): Promise<ActorNames[]> {
  const { actors, actor_aliases } = t;
  const rows = await db
    .select({ id: actors.id, name: actors.name, kind: actors.kind, party_id: actors.party_id, country: actors.country, wikidata: actors.wikidata })
    .from(actors)
    .orderBy(asc(actors.id));
  const aliases = grouped<{ alias: string }, "actor_id">(await db.select().from(actor_aliases).orderBy(asc(actor_aliases.alias)), "actor_id");
  return rows.map((row) => ({ ...row, aliases: (aliases.get(row.id) ?? []).map(({ alias }) => alias) }));
}
