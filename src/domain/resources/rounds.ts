// Rounds: meetings, visits, calls and sessions of negotiations, joined across the articles that tell of them.
import * as z from "zod";
import { Claim } from "../analysis/claims.ts";
import { DateBasis, ParticipantRole, participantRoles, RoundFormat, RoundKind, RoundStatus } from "../vocabulary.ts";
import { Country, Evidence, firstDay, lastDay, RowId, reportedDate } from "./fields.ts";
import { linksSchema, type Resource } from "./resource.ts";

export const Participant = z
  .strictObject({
    actor_id: RowId.describe("Who takes part."),
    actor_name: z.string(),
    party_id: RowId.nullable().describe("For whom. Null: not known."),
    party_name: z.string().nullable(),
    role: ParticipantRole.describe("As what: lead, delegate, mediator, host, observer."),
  })
  .meta({ id: "Participant", description: "Who takes part in a round, for whom and as what." });
export type Participant = z.infer<typeof Participant>;

const facts = {
  kind: RoundKind.describe("Talks, summit (heads of state or government), visit, call, or contact (a continuing channel between named people)."),
  status: RoundStatus.describe("Held, ongoing, planned, cancelled or unclear, as of the articles."),
  format: RoundFormat.describe("By the number of parties that take part, a mediator at the table included, a mere host or observer not."),
  place: z.string().nullable().describe("City or venue. Null: not known."),
  country: Country.nullable().describe("Country of the venue, ISO 3166-1 alpha-2. Null: not known."),
};
const dates = {
  when: reportedDate("When it takes place."),
  when_from: firstDay("that date"),
  when_to: lastDay("that date"),
  date_basis: DateBasis.nullable().describe(
    "How the date is known: said outright, worked out from the article's date, the article's own date, or known beforehand. Null: no date.",
  ),
};

export const Round = z
  .strictObject({
    id: RowId.describe("Id of the round."),
    ...facts,
    latitude: z.number().nullable().describe("Of the place, in degrees north. Null: not known."),
    longitude: z.number().nullable().describe("Of the place, in degrees east. Null: not known."),
    ...dates,
    outcome: z.string().nullable().describe("What came of it, where the codebook knows the round. Null: not known."),
    provisional: z.boolean().describe("True where the codebook does not know the round and articles alone made it."),
    participants: z.array(Participant),
    issue_ids: z.array(RowId).describe("What was, or will be, on its agenda: issues, or topics where the articles are that general."),
    links: linksSchema(["positions", "articles", "actors"]),
  })
  .meta({ id: "Round", description: "A meeting, visit, call or scheduled session between parties, or a mediator and one party." });
export type Round = z.infer<typeof Round>;

export const RoundReport = z
  .strictObject({
    id: RowId,
    article_id: RowId.describe("The article that tells of the round."),
    article_title: z.string().nullable(),
    source_id: RowId.describe("The source that published it."),
    source_name: z.string(),
    published: reportedDate("When the article was published."),
    label: z.string().nullable().describe("The ordinal or name that the article gives the round, as reported. Sources dispute it; it is never an identity."),
    ...facts,
    ...dates,
    participants: z.array(Participant).describe("Who takes part, by this article."),
    issue_ids: z.array(RowId).describe("What is on the agenda, by this article."),
    evidence: z.array(Evidence),
  })
  .meta({ id: "RoundReport", description: "One article's account of a round." });
export type RoundReport = z.infer<typeof RoundReport>;

export const RoundItem = Round.extend({
  references: z.array(z.string()).describe("Public pages that tell of the round, where the codebook knows it."),
  reports: z.array(RoundReport).describe("What each article says of the round, the words included, by publication date."),
  claims: z.array(Claim).describe("Fact by fact: the versions that the articles tell, which one the round shows, and why."),
}).meta({ id: "RoundItem", description: "A round with every article's account of it." });
export type RoundItem = z.infer<typeof RoundItem>;

export const rounds: Resource = {
  name: "rounds",
  singular: "round",
  description: "Negotiation rounds: who met whom, when, where, in which format, on what. Told by one or more articles, or known beforehand.",
  record: Round,
  item: RoundItem,
  fields: {
    id: { filter: "text", sort: true },
    kind: { filter: "word", sort: true, facet: true },
    status: { filter: "word", sort: true, facet: true },
    format: { filter: "word", sort: true, facet: true },
    place: { filter: "text", sort: true, facet: true },
    country: { filter: "text", sort: true, facet: true },
    latitude: { filter: "number" },
    longitude: { filter: "number" },
    when: { filter: "edtf", sort: true },
    when_from: { filter: "day" },
    when_to: { filter: "day" },
    date_basis: { filter: "word", facet: true },
    outcome: {},
    provisional: { filter: "flag", sort: true, facet: true },
  },
  references: {},
  relations: {
    actor: { description: "Rounds that this actor takes part in.", filter: "text", paths: [[["round_participants", "round_id", "actor_id"]]] },
    party: {
      description: "Rounds that anyone who speaks for this party takes part in.",
      filter: "text",
      paths: [[["round_participants", "round_id", "party_id"]]],
    },
    role: {
      description: "Rounds in which somebody takes part as this.",
      filter: "word",
      words: participantRoles,
      paths: [[["round_participants", "round_id", "role"]]],
    },
    issue: { description: "Rounds with this issue on the agenda.", filter: "known", paths: [[["round_issues", "round_id", "issue_id"]]] },
    topic: {
      description: "Rounds with this topic, or one of its issues, on the agenda.",
      filter: "known",
      paths: [
        [
          ["round_issues", "round_id", "issue_id"],
          ["issues", "id", "topic_id"],
        ],
        [["round_issues", "round_id", "issue_id"]],
      ],
    },
    article: { description: "Rounds that this article tells of.", filter: "text", paths: [[["round_reports", "round_id", "article_id"]]] },
    source: {
      description: "Rounds that an article of this source tells of.",
      filter: "text",
      paths: [
        [
          ["round_reports", "round_id", "article_id"],
          ["articles", "id", "source_id"],
        ],
      ],
    },
  },
  lists: { positions: ["positions", "round"], articles: ["articles", "round"], actors: ["actors", "round"] },
  date: "when",
  fullText: false,
  defaultSort: ["-when"],
};
