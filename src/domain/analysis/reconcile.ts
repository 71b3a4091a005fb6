// The Reconciliation Service API 0.2 (W3C community group), as far as this service speaks it: what may be asked and what is answered.
import * as z from "zod";
import { ActorKind, actorKinds } from "../vocabulary.ts";

/** Properties of an actor that a query may name and an extension may ask for: parameter name -> what it is. */
export const properties = {
  kind: "Kind",
  party: "Party",
  country: "Country (ISO 3166-1 alpha-2)",
  wikidata: "Wikidata item",
} as const;
export type PropertyId = keyof typeof properties;
export const propertyIds = Object.keys(properties) as PropertyId[];

const named = z.object({ id: z.string(), name: z.string() });

export const entityTypes = actorKinds.map((kind) => ({ id: kind, name: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}` }));

const PropertyValue = z.union([z.string(), z.number(), z.boolean(), z.object({ id: z.string() })]);

/** One question. Fields that the standard allows and this service has no use for are passed over, as it wants. */
export const ReconcileQuery = z.object({
  query: z.string().max(500),
  type: z.union([ActorKind, z.array(ActorKind)]).optional(),
  type_strict: z.enum(["any", "all", "should"]).optional(),
  limit: z.int().min(1).max(100).optional(),
  properties: z
    .array(z.object({ pid: z.enum(propertyIds), v: z.union([PropertyValue, z.array(PropertyValue)]) }))
    .max(20)
    .optional(),
});
export type ReconcileQuery = z.infer<typeof ReconcileQuery>;

const most = 200;
const atMost = (what: string) => ({ error: `at most ${most} ${what}` });

export const ReconcileBatch = z.record(z.string(), ReconcileQuery).refine((batch) => Object.keys(batch).length <= most, atMost("queries"));
export const ExtendQuery = z.object({
  ids: z.array(z.string().max(200)).max(most, atMost("ids")),
  properties: z.array(z.object({ id: z.enum(propertyIds), settings: z.unknown().optional() })).max(20),
});
export type ExtendQuery = z.infer<typeof ExtendQuery>;

export const Candidate = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    type: z.array(named),
    score: z.number().describe("0 to 100."),
    match: z.boolean().describe("Whether it can be taken without looking: a high score, and no other comes near."),
    features: z
      .array(z.strictObject({ id: z.string(), value: z.union([z.number(), z.boolean(), z.string()]) }))
      .describe("What the score is made of: matched_name, name_exact, name_spelling, name_words, type and each property."),
  })
  .meta({ id: "ReconciliationCandidate", description: "An actor that a query may mean." });
export type Candidate = z.infer<typeof Candidate>;

export const ReconcileResults = z
  .record(z.string(), z.strictObject({ result: z.array(Candidate) }))
  .meta({ id: "ReconciliationResults", description: "Candidates by query, the best first." });

const Value = z.union([z.strictObject({ str: z.string() }), z.strictObject({ id: z.string(), name: z.string() })]);
export const ExtendResults = z
  .strictObject({
    meta: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    rows: z.record(z.string(), z.record(z.string(), z.array(Value))),
  })
  .meta({ id: "ExtensionResults", description: "Values of properties by actor. An id that nobody has has none." });
export type ExtendResults = z.infer<typeof ExtendResults>;
