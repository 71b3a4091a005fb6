// Takes away provisional actors and sources that no row refers to any more. Known actors stay, named or not.
import { sql } from "drizzle-orm";
import type { Store } from "./open.ts";

/** Everything in the store that can name an actor, but for actors themselves. */
const namedActors = sql.raw(
  [
    "select actor_id from actor_reports",
    "select party_id from actor_reports",
    "select actor_id from mentions",
    "select speaker_id from attributions",
    "select actor_id from affiliations",
    "select party_id from affiliations",
    "select actor_id from positions",
    "select party_id from positions",
    "select target_id from positions",
    "select speaker_id from positions",
    "select actor_id from round_report_participants",
    "select party_id from round_report_participants",
    "select actor_id from round_participants",
    "select party_id from round_participants",
  ].join(" union "),
);

/** Deletes orphans within the caller's transaction. An actor that is nothing but the party of an orphan goes with it. */
export async function removeOrphans(store: Store): Promise<void> {
  await store.change(sql`
    with recursive named(id) as (${namedActors} union select id from actors where not provisional union select party_id from actors join named using (id))
    delete from actors where provisional and id not in (select id from named where id is not null)`);
  await store.change(sql`delete from sources where id not in (select source_id from articles union select source_id from source_reports)`);
}
