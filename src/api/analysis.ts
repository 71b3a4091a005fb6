// How every route of analysis reads its query, its statements and its options. What they make of them is in routes/analysis.ts.
import type { FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import { counting } from "../domain/analysis/parameters.ts";
import type { By, Held, IssueRef, Statement } from "../domain/analysis/statements.ts";
import type { Codebook } from "../domain/codebook/codebook.ts";
import { type Condition, toListQuery } from "../domain/resources/list-query.ts";
import { type FilterParameter, filterParameters, type MovedIds } from "../domain/resources/parameters.ts";
import { positions } from "../domain/resources/positions.ts";
import { lastDayOf } from "../domain/resources/values.ts";
import type { Store } from "../store/open.ts";
import { type Leading, quotesOf, readStanding, readStatements } from "../store/reads/analysis.ts";
import { datasetState } from "../store/reads/dataset.ts";
import { Meta } from "./answers.ts";
import { Unknown, unknownIn } from "./explain.ts";
import { responses, textAnswer } from "./responses.ts";
import { type Quotes, shownIds } from "./standings.ts";
import type { App } from "./types.ts";

export interface Codes {
  issues: readonly IssueRef[];
  topics: readonly { id: string; label: string }[];
  /** Ids that the filters `issue` and `topic` take. */
  known: Readonly<Record<string, readonly string[]>>;
  moved: MovedIds;
}

/** The codebook's issues as analysis wants them, and the former ids of its actors. */
export const codesOf = ({ issues: { issues, topics }, actors: { actors } }: Pick<Codebook, "issues" | "actors">): Codes => ({
  issues,
  topics,
  known: { issue: issues.map(({ id }) => id), topic: topics.map(({ id }) => id) },
  moved: new Map(actors.flatMap(({ id, formerly }) => formerly.map((former) => [former, id]))),
});

/** What an option was set to, by the query or by default. */
type OptionValue = string | number | boolean | readonly string[] | null;

const AnalysisMeta = Meta.extend({
  options: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]))
    .describe("The options that decide what the answer means, as they were set or by default. Null: no bound."),
  statements: z.int().describe("Positions that it is made of."),
  unknown: Unknown,
  truncated: z.boolean().describe("Whether more positions or rows match than the answer is made of or holds: narrow the filters, or raise `limit`."),
}).meta({ id: "AnalysisMeta", description: "What an analysis was made with." });

/** What a route's own part is told. */
interface Asked<Options> {
  options: Options;
  /** The filters, without those that options stand for. */
  conditions: readonly Condition[];
  /** Reads the statements that match the filters, the latest first. */
  read(): Promise<Statement[]>;
  /** Reads those of them that stand, with more conditions, and how many each holder has in all; of the leading holders, or of all. */
  standing(by: By, more: readonly Condition[], leading: Leading | null): Promise<{ statements: Statement[]; held: Held[] }>;
  quotes(statements: Iterable<readonly Statement[]>): Promise<Quotes>;
}

/** What a route's own part makes. */
interface Answer {
  data: unknown;
  /** Options whose values it worked out itself. */
  options?: Record<string, OptionValue>;
  /** Whether rows were left out of `data`. */
  truncated?: boolean;
  /** Positions that it is made of, where it did not read them as statements. */
  counted?: number;
}

interface Analysis<Options extends z.ZodRawShape> {
  name: string;
  operationId: string;
  summary: string;
  description: string;
  options: Options;
  /** Filters that the options stand in for. */
  without: readonly string[];
  data: z.ZodType;
  answer(asked: Asked<z.infer<z.ZodObject<Options>>>): Promise<Answer>;
  /** Another form than JSON, for those whose options want it. */
  other?: { type: string; description: string; wanted(options: z.infer<z.ZodObject<Options>>): boolean; write(data: unknown): string };
}

/** Registers `/v1/analysis/<name>` with the filters of positions and its options. */
export function addAnalysis<Options extends z.ZodRawShape>(app: App, store: Store, codes: Codes, analysis: Analysis<Options>): void {
  const all = filterParameters(positions, codes.known, codes.moved);
  const offered = all.filter(({ name }) => !analysis.without.includes(name) && !(name in analysis.options));
  const { other } = analysis;
  const answers = responses(
    `${analysis.summary}.`,
    z.strictObject({ data: analysis.data, meta: AnalysisMeta }),
    ["invalid-parameter", "uri-too-long"],
    ["application/json"],
    other ? { [other.type]: textAnswer(other.description) } : {},
  );
  const schema = {
    operationId: analysis.operationId,
    tags: ["analysis"],
    summary: analysis.summary,
    description: analysis.description,
    querystring: z.strictObject({ ...Object.fromEntries(offered.map(({ name, schema }) => [name, schema])), ...analysis.options }),
    response: answers,
  };
  app.get(`/v1/analysis/${analysis.name}`, { schema, config: { produces: Object.keys(answers[200]?.content ?? {}) } }, (request, reply) =>
    store.together(() => answer(request, reply)),
  );

  async function answer(request: FastifyRequest, reply: FastifyReply) {
    const query = request.query as Record<string, unknown>;
    const asked = query as z.infer<z.ZodObject<Options>>;
    const conditions = conditionsOf(all, query);
    let [count, cut] = [0, false];
    const { data, options, truncated, counted } = await analysis.answer({
      options: asked,
      conditions,
      async read() {
        const found = await readStatements(store, conditions);
        count += found.statements.length;
        cut ||= found.truncated;
        return found.statements;
      },
      async standing(by, more, leading) {
        const found = await readStanding(store, [...conditions, ...more], by, leading);
        count += found.total;
        cut ||= found.truncated;
        return found;
      },
      quotes: (statements) => quotesOf(store, [...new Set([...statements].flatMap(shownIds))]),
    });
    if (other?.wanted(asked)) return reply.type(other.type).send(other.write(data));
    const { version } = await datasetState(store);
    const meta = {
      dataset_version: version,
      options: { ...optionsOf(analysis.options, query), ...options },
      statements: counted ?? count,
      unknown: await unknownIn(store, { resource: positions, conditions }),
      truncated: cut || truncated === true,
    };
    return { data, meta };
  }
}

/** Conditions of the filters, and of the options that stand for one: `any` narrows nothing. */
function conditionsOf(filters: readonly FilterParameter[], query: Record<string, unknown>): readonly Condition[] {
  const { as_of, ...rest } = query;
  const flags = Object.fromEntries(Object.keys(counting).map((name) => [name, { true: true, false: false, any: undefined }[String(query[name])]]));
  return toListQuery(positions, filters, { ...rest, ...flags, ...(typeof as_of === "string" ? { to: as_of } : {}), limit: 1 }).conditions;
}

function optionsOf(shape: z.ZodRawShape, query: Record<string, unknown>): Record<string, OptionValue> {
  return Object.fromEntries(
    Object.keys(shape).map((name) => {
      const value = query[name] ?? null;
      return [name, name === "as_of" && typeof value === "string" ? lastDayOf(value) : (value as OptionValue)];
    }),
  );
}
