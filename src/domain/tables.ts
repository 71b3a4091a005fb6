// The tables that are handed out whole: what a row of each is, and what its fields may hold, taken from the schemas of the API's records. Holds no SQL.
import * as z from "zod";
import { IsoDay } from "./dates.ts";
import { Actor, Affiliation } from "./resources/actors.ts";
import { ArticleItem } from "./resources/articles.ts";
import { CodeRecord } from "./resources/codes.ts";
import { Evidence, RowId } from "./resources/fields.ts";
import { IssueRecord } from "./resources/issues.ts";
import { Position } from "./resources/positions.ts";
import { withoutNull } from "./resources/resource.ts";
import { Participant, Round, RoundReport } from "./resources/rounds.ts";
import { Source } from "./resources/sources.ts";
import { Topic } from "./resources/topics.ts";
import { Span } from "./spans.ts";
import { AttributionKind, type CodeList } from "./vocabulary.ts";

interface Table {
  /** What a row is, in a sentence. */
  description: string;
  row: z.ZodObject;
}

const article_id = RowId.describe("The article.");
const actor_id = RowId.describe("The actor.");
const round_id = RowId.describe("The round.");
const round_report_id = RowId.describe("The article's account of a round.");
const participant = Participant.omit({ actor_name: true, party_name: true }).shape;
const agendaItem = RowId.describe("An issue, or a topic where the articles are that general.");

/** By name, each after those that it refers to (actors refer to one another). */
export const publishedTables = {
  codes: {
    description: "The closed word lists of the coding guide: what each code of a stance, an act, a kind means.",
    row: CodeRecord.omit({ id: true, links: true }),
  },
  topics: {
    description: "The topics of the codebook, under which its issues stand.",
    row: Topic.omit({ links: true }),
  },
  issues: {
    description: "The issues of the codebook: propositions that a stance is for or against.",
    row: IssueRecord.omit({ topic_label: true, links: true }),
  },
  sources: { description: "Outlets, agencies and authors: who published or wrote an article, or whom an article cites.", row: Source.omit({ links: true }) },
  articles: {
    description: "The texts that everything else was read from.",
    row: ArticleItem.omit({ source_name: true, links: true, counts: true }),
  },
  actors: { description: "States, persons, organisations and groups.", row: Actor.omit({ party_name: true, links: true }) },
  actor_aliases: {
    description: "Other names of actors in running text, as the codebook gives them.",
    row: z.strictObject({ actor_id, alias: z.string().describe("The other name.") }),
  },
  affiliations: {
    description: "Roles that actors hold or held.",
    row: z.strictObject({ id: RowId.describe("Id of the affiliation."), actor_id, ...Affiliation.shape }),
  },
  mentions: {
    description: "Each place where an article names an actor.",
    row: z.strictObject({ article_id, actor_id, ...span("mention"), text: z.string().describe("The words: exactly that slice of the article's text.") }),
  },
  attributions: {
    description: "Everything that an article tells as said, on any subject, whether or not it shows a position.",
    row: z.strictObject({
      id: RowId.describe("Id of the attribution."),
      article_id,
      kind: AttributionKind.describe("How the article knows."),
      speaker_id: RowId.nullable().describe("The actor who says it. Null: nobody known is named."),
      source: Span.nullable().describe("Where the article names who says it, as start and end in code points. Null: nowhere."),
      cue: Span.nullable().describe("Where the word of saying stands, as start and end in code points. Null: none."),
      content: z.array(Span).describe("The stretches that are told as said, each with start and end in code points."),
    }),
  },
  rounds: {
    description: "Negotiation rounds: meetings, visits, calls and sessions, joined across the articles that tell of them.",
    row: Round.omit({ participants: true, issue_ids: true, links: true }),
  },
  round_participants: { description: "Who takes part in a round, for whom and as what.", row: z.strictObject({ round_id, ...participant }) },
  round_issues: { description: "What was, or will be, on the agenda of a round.", row: z.strictObject({ round_id, issue_id: agendaItem }) },
  round_references: {
    description: "Public pages on which a round that the codebook knows can be checked.",
    row: z.strictObject({ round_id, url: z.string().describe("Address of the page.") }),
  },
  round_reports: {
    description: "One article's account of a round.",
    row: RoundReport.omit({
      article_title: true,
      source_id: true,
      source_name: true,
      published: true,
      participants: true,
      issue_ids: true,
      evidence: true,
    }).extend({ id: RowId.describe("Id of the account."), round_id: RowId.nullable().describe("The round that it tells of. Null: not settled yet.") }),
  },
  round_report_participants: { description: "Who takes part in a round by one article's account.", row: z.strictObject({ round_report_id, ...participant }) },
  round_report_issues: {
    description: "What is on the agenda of a round by one article's account.",
    row: z.strictObject({ round_report_id, issue_id: agendaItem }),
  },
  positions: {
    description: "Who holds what on which issue: one article's account of one actor's stance on one issue.",
    row: Position.omit({
      actor_name: true,
      party_name: true,
      issue_label: true,
      topic_id: true,
      target_name: true,
      speaker_name: true,
      cited_source_name: true,
      article_title: true,
      genre: true,
      text_basis: true,
      source_id: true,
      source_name: true,
      published: true,
      evidence: true,
      links: true,
    }),
  },
  evidence: {
    description: "The words that show a position or an account of a round: each row belongs to exactly one of the two.",
    row: z.strictObject({
      id: RowId.describe("Id of the evidence."),
      position_id: RowId.nullable().describe("The position that it shows. Null: it shows an account of a round."),
      round_report_id: RowId.nullable().describe("The account of a round that it shows. Null: it shows a position."),
      article_id,
      ...Evidence.omit({ id: true, prefix: true, suffix: true }).shape,
    }),
  },
} as const satisfies Record<string, Table>;
export type PublishedTable = keyof typeof publishedTables;

export const publishedTableNames = Object.keys(publishedTables) as PublishedTable[];

function span(what: string) {
  return {
    start: z.int().min(0).describe(`Offset of the ${what}'s first character in the article's text, in Unicode code points from 0.`),
    end: z.int().min(0).describe(`Offset after the ${what}'s last character.`),
  };
}

/** `object` and `array` are JSON in a cell of text. */
type FieldType = "string" | "integer" | "number" | "boolean" | "date" | "object" | "array";

export interface Field {
  name: string;
  type: FieldType;
  nullable: boolean;
  description: string;
  /** The codes that it may hold; null: anything of its type. */
  codes: readonly string[] | null;
  pattern: string | null;
  minimum: number | null;
  maximum: number | null;
}

/** The keys of a table, by field names. `lists`: for each field that holds codes the list that they are of. */
export interface TableKeys {
  primary: string[];
  foreign: { fields: string[]; table: PublishedTable; references: string[] }[];
  lists: Record<string, CodeList>;
}

/** The fields of a table in their order; without `texts` the articles go without their text. */
export function fieldsOf(table: PublishedTable, texts: boolean): Field[] {
  return Object.entries<z.ZodType>(publishedTables[table].row.shape)
    .filter(([name]) => texts || table !== "articles" || name !== "text")
    .map(([name, schema]) => field(table, name, schema));
}

function field(table: PublishedTable, name: string, schema: z.ZodType): Field {
  const inner = withoutNull(schema);
  const { type, enum: codes, pattern, minimum, maximum } = z.toJSONSchema(inner);
  const description = schema.description ?? inner.description;
  if (description === undefined) throw new Error(`${table}.${name} is not described`);
  const isDay = inner === IsoDay;
  const bound = (value: number | undefined) =>
    value === undefined || !Number.isSafeInteger(value) || Math.abs(value) === Number.MAX_SAFE_INTEGER ? null : value;
  return {
    name,
    type: isDay ? "date" : (type as FieldType),
    nullable: inner !== schema,
    description,
    codes: (codes as string[] | undefined) ?? null,
    pattern: isDay ? null : (pattern ?? null),
    minimum: bound(minimum),
    maximum: bound(maximum),
  };
}
