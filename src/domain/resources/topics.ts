// Topics: the headings of the codebook under which its issues stand.
import * as z from "zod";
import { Count, RowId } from "./fields.ts";
import { linksSchema, type Resource } from "./resource.ts";

export const Topic = z
  .strictObject({
    id: RowId.describe("Id of the topic in the codebook."),
    label: z.string().describe("Name of the topic."),
    definition: z.string().describe("What belongs to it."),
    position: z.int().describe("Its place in the codebook's order."),
    links: linksSchema(["issues", "positions", "rounds"]),
  })
  .meta({ id: "Topic", description: "A heading of the codebook under which issues stand." });

export const TopicItem = Topic.extend({
  counts: z.strictObject({
    issues: Count.describe("Issues under it."),
    positions: Count.describe("Positions on those issues."),
    rounds: Count.describe("Negotiation rounds that have it, or one of its issues, on the agenda."),
  }),
}).meta({ id: "TopicItem", description: "A topic with how often it is taken up." });
export type TopicItem = z.infer<typeof TopicItem>;

export const topics: Resource = {
  name: "topics",
  singular: "topic",
  description: "The codebook's topics: what its issues are about.",
  record: Topic,
  item: TopicItem,
  fields: {
    id: { filter: "text", sort: true },
    label: { filter: "text", sort: true },
    definition: {},
    position: { sort: true },
  },
  references: {},
  relations: {},
  lists: { issues: ["issues", "topic"], positions: ["positions", "topic"], rounds: ["rounds", "topic"] },
  date: null,
  fullText: false,
  defaultSort: ["position"],
};
