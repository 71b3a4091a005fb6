// Actors: who can hold a position, speak for somebody or sit at the table.
import * as z from "zod";
import { ActorKind } from "../vocabulary.ts";
import { Count, Country, firstDay, lastDay, RowId, reportedDate } from "./fields.ts";
import { linksSchema, type Resource } from "./resource.ts";

export const Actor = z
  .strictObject({
    id: RowId.describe("Id of the actor: its common English name in kebab case."),
    name: z.string().describe("Common English name."),
    kind: ActorKind.describe("State, person, organisation, or group (unnamed but recognisable, such as a delegation)."),
    party_id: RowId.nullable().describe("The state or organisation for which the actor acts. Null: not known."),
    party_name: z.string().nullable().describe("Name of that party."),
    country: Country.nullable().describe("Country of the actor, ISO 3166-1 alpha-2. Null: none, or not known."),
    wikidata: z.string().nullable().describe("Wikidata item of the actor. Null: not known."),
    provisional: z.boolean().describe("True where the codebook does not know the actor and articles alone made it."),
    links: linksSchema(["positions", "rounds", "articles"], ["party"]),
  })
  .meta({ id: "Actor", description: "A state, person, organisation or group." });
export type Actor = z.infer<typeof Actor>;

export const Affiliation = z
  .strictObject({
    title: z.string().describe("The role, as given."),
    party_id: RowId.nullable().describe("For whom the actor acts in this role. Null: not known."),
    held: reportedDate("When the role was held."),
    held_from: firstDay("that date"),
    held_to: lastDay("that date"),
    article_id: RowId.nullable().describe("The article that gives the role. Null: the codebook does."),
  })
  .meta({ id: "Affiliation", description: "A role that an actor holds or held." });

export const ActorItem = Actor.extend({
  aliases: z.array(z.string()).describe("Other names in running text."),
  affiliations: z.array(Affiliation),
  counts: z.strictObject({
    positions: Count.describe("Positions that the actor holds."),
    spoken: Count.describe("Positions that the actor voices, its own or another's."),
    rounds: Count.describe("Negotiation rounds that it takes part in."),
    articles: Count.describe("Articles that name it."),
    members: Count.describe("Actors whose party it is, itself not counted."),
  }),
}).meta({ id: "ActorItem", description: "An actor with its names and roles." });
export type ActorItem = z.infer<typeof ActorItem>;

export const actors: Resource = {
  name: "actors",
  singular: "actor",
  description: "States, persons, organisations and groups that hold positions, speak for somebody or take part in rounds.",
  record: Actor,
  item: ActorItem,
  fields: {
    id: { filter: "text", sort: true },
    name: { filter: "text", sort: true },
    kind: { filter: "word", sort: true, facet: true },
    party_id: { filter: "text", sort: true, facet: true },
    party_name: { from: ["party", "name"] },
    country: { filter: "text", sort: true, facet: true },
    wikidata: { filter: "text" },
    provisional: { filter: "flag", sort: true, facet: true },
  },
  references: { party: { to: "actors", field: "party_id" } },
  relations: {
    alias: { description: "Actors with this other name, spelt exactly so.", filter: "text", paths: [[["actor_aliases", "actor_id", "alias"]]] },
    article: { description: "Actors that this article names.", filter: "text", paths: [[["mentions", "actor_id", "article_id"]]] },
    issue: { description: "Actors that hold a position on this issue.", filter: "known", paths: [[["positions", "actor_id", "issue_id"]]] },
    topic: {
      description: "Actors that hold a position on one of this topic's issues.",
      filter: "known",
      paths: [
        [
          ["positions", "actor_id", "issue_id"],
          ["issues", "id", "topic_id"],
        ],
      ],
    },
    round: { description: "Actors that take part in this negotiation round.", filter: "text", paths: [[["round_participants", "actor_id", "round_id"]]] },
  },
  lists: { positions: ["positions", "actor"], rounds: ["rounds", "actor"], articles: ["articles", "actor"] },
  date: null,
  fullText: false,
  defaultSort: ["name"],
};
