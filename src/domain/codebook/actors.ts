// Who can appear at the table: states, organisations, persons and standing groups with their names and dated offices.
import * as z from "zod";
import { Edtf } from "../dates.ts";
import { Country } from "../resources/fields.ts";
import { ActorKind } from "../vocabulary.ts";
import { Id } from "./id.ts";

/** A title held from `from` to `to`, or attested `at` a date. A missing `to` means that no end is known, not that it still runs. */
export const ActorRole = z.strictObject({
  title: z.string(),
  party: Id.optional().describe("For whom the actor acts in this role, where that differs from the actor's party."),
  from: Edtf.optional(),
  to: Edtf.optional(),
  at: Edtf.optional(),
});
export type ActorRole = z.infer<typeof ActorRole>;

export const KnownActor = z.strictObject({
  id: Id,
  name: z.string(),
  kind: ActorKind,
  party: Id.nullable().default(null),
  country: Country.nullable().default(null),
  wikidata: z
    .string()
    .regex(/^Q\d+$/, { error: "must be Q and digits" })
    .nullable()
    .default(null),
  aliases: z.array(z.string()).default([]).describe("Other names in running text. All-capital short forms match in that case only."),
  also_place: z.array(z.string()).default([]).describe("Those names that are as often a place and need context."),
  adjectives: z.array(z.string()).default([]).describe("Forms that count where they say whose side acts."),
  ambiguous: z.boolean().default(false),
  ambiguous_form: z.string().nullable().default(null).describe("The short form that others share: resolved only after the full name."),
  formerly: z.array(Id).default([]).describe("Ids that it had before, or that were merged into it: they lead to it."),
  roles: z.array(ActorRole).default([]),
  note: z.string().nullable().default(null),
});
export type KnownActor = z.infer<typeof KnownActor>;

export const Actors = z.strictObject({ actors: z.array(KnownActor) });
