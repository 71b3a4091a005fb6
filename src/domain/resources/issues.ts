// Issues: the propositions of the codebook that stances are for or against.
import * as z from "zod";
import { Stance } from "../vocabulary.ts";
import { Count, RowId } from "./fields.ts";
import { linksSchema, type Resource } from "./resource.ts";

export const IssueRecord = z
  .strictObject({
    id: RowId.describe("Id of the issue in the codebook."),
    topic_id: RowId.describe("The topic that it belongs to."),
    topic_label: z.string().describe("Name of that topic."),
    label: z.string().describe("Name of the issue."),
    proposition: z.string().describe("The sentence that a stance is for or against."),
    directed: z.boolean().describe("Whether it matters who would have to act or give (the target)."),
    note: z.string().nullable().describe("How to code it. Null: nothing to add."),
    when_not: z.string().describe("What looks like this issue and is another."),
    example: z.string().describe("A sentence that is coded with it."),
    position: z.int().describe("Its place in the codebook's order."),
    links: linksSchema(["topic", "positions", "actors", "rounds"]),
  })
  .meta({ id: "Issue", description: "What parties take positions on: a proposition that can be affirmed or denied." });
export type IssueRecord = z.infer<typeof IssueRecord>;

export const IssueItem = IssueRecord.extend({
  counts: z.strictObject({
    positions: Count.describe("Positions on it."),
    actors: Count.describe("Different actors that hold one."),
    rounds: Count.describe("Negotiation rounds that have it on the agenda."),
    stances: z
      .strictObject(Object.fromEntries(Stance.options.map((stance) => [stance, Count])) as Record<Stance, typeof Count>)
      .describe("Positions by stance."),
  }),
}).meta({ id: "IssueItem", description: "An issue with how often and how it is taken up." });
export type IssueItem = z.infer<typeof IssueItem>;

export const issues: Resource = {
  name: "issues",
  singular: "issue",
  description: "The codebook's issues, each with the proposition that a stance is for or against.",
  record: IssueRecord,
  item: IssueItem,
  fields: {
    id: { filter: "text", sort: true },
    topic_id: { filter: "known", sort: true, facet: true },
    topic_label: { from: ["topic", "label"] },
    label: { filter: "text", sort: true },
    proposition: {},
    directed: { filter: "flag", sort: true, facet: true },
    note: {},
    when_not: {},
    example: {},
    position: { sort: true },
  },
  references: { topic: { to: "topics", field: "topic_id" } },
  relations: {
    actor: { description: "Issues on which this actor holds a position.", filter: "text", paths: [[["positions", "issue_id", "actor_id"]]] },
    party: {
      description: "Issues on which anyone who speaks for this party holds a position.",
      filter: "text",
      paths: [[["positions", "issue_id", "party_id"]]],
    },
    article: { description: "Issues on which this article reports a position.", filter: "text", paths: [[["positions", "issue_id", "article_id"]]] },
    round: { description: "Issues on the agenda of this negotiation round.", filter: "text", paths: [[["round_issues", "issue_id", "round_id"]]] },
  },
  lists: { positions: ["positions", "issue"], actors: ["actors", "issue"], rounds: ["rounds", "issue"] },
  date: null,
  fullText: false,
  defaultSort: ["position"],
};
