// `/v1/analysis/compare`: where two parties or actors stand to each other.
import { compare } from "../../../analysis/compare.ts";
import { holdersOf } from "../../../analysis/history.ts";
import { CompareAnswer } from "../../../domain/analysis/answers.ts";
import { asOf, between, by, counting, independent } from "../../../domain/analysis/parameters.ts";
import type { By, Holder } from "../../../domain/analysis/statements.ts";
import { relations } from "../../../domain/analysis/words.ts";
import { type FieldError, ProblemError } from "../../../domain/problems.ts";
import { actors } from "../../../domain/resources/actors.ts";
import type { Condition } from "../../../domain/resources/list-query.ts";
import { positions } from "../../../domain/resources/positions.ts";
import { countRows, rowsById } from "../../../store/lists.ts";
import type { Store } from "../../../store/open.ts";
import { addAnalysis, type Codes } from "../../analysis.ts";
import { unknownIn } from "../../explain.ts";
import { issueNames, quotedStanding } from "../../standings.ts";
import type { App } from "../../types.ts";

export function addCompare(app: App, store: Store, codes: Codes): void {
  const named = issueNames(codes.issues);
  addAnalysis(app, store, codes, {
    name: "compare",
    operationId: "analyseCompare",
    summary: "Where two parties stand to each other",
    description:
      "Two parties or actors, issue by issue: agreed, bridgeable, opposed or unknown, and why, with the latest positions of both in words. By section 5 of the coding guide.",
    options: { between, as_of: asOf, by: by("party"), ...counting, independent },
    without: ["to"],
    data: CompareAnswer,
    async answer({ options, standing, quotes }) {
      const asked =
        options.between &&
        (await knownHolders(
          store,
          options.between.map((id) => codes.moved.get(id) ?? id),
          options.by,
        ));
      const found = asked
        ? await Promise.all(heldBy(asked, options.by).map((more) => standing(options.by, more, null)))
        : [await standing(options.by, [], { of: "statements", most: 2 })];
      const statements = found.flatMap((one) => one.statements);
      const held = found.flatMap((one) => one.held);
      const sides = asked ?? holdersOf(statements, held, options.by).slice(0, 2);
      const [a, b] = sides;
      const compared = a && b ? compare(statements, codes.issues, [a.id, b.id], options) : [];
      const evidence = await quotes(compared.flatMap((one) => one.sides.map((side) => side?.statements ?? [])));
      return {
        data: {
          between: sides,
          summary: Object.fromEntries(relations.map((relation) => [relation, compared.filter((one) => one.relation === relation).length])),
          issues: compared.map(({ issue, relation, why, sides }) => ({
            ...named(issue.id),
            topic_id: issue.topic,
            relation,
            why,
            sides: sides.map((side) => side && quotedStanding(side, evidence)),
          })),
        },
        options: { between: sides.map(({ id }) => id) },
      };
    },
  });
}

/**
 * The actors with these ids, in their order. An id that nobody has, or that is no party where parties are compared, is a wrong parameter: an answer of unknowns would
 * hide the slip.
 */
async function knownHolders(store: Store, ids: readonly string[], by: By): Promise<Holder[]> {
  const asked = { parameter: "between", target: "party_id", operator: "in", values: ids } as const;
  const unknown = await unknownIn(store, { resource: positions, conditions: [asked] });
  const errors: FieldError[] = unknown.map(({ value, did_you_mean: [near] }) => ({
    parameter: "between",
    message: `does not take ${JSON.stringify(value.slice(0, 60))}: /v1/actors has no such id`,
    ...(near === undefined ? {} : { did_you_mean: near }),
  }));
  const rows = new Map((await rowsById(store, actors, ids)).map((row) => [row.id, row]));
  for (const { id, party_id } of by === "party" ? rows.values() : []) {
    if (typeof party_id !== "string" || party_id === id) continue;
    if ((await countRows(store, { resource: positions, conditions: [{ ...asked, values: [id] }] })) > 0) continue;
    errors.push({ parameter: "between", message: `does not take "${id}" with by=party: it acts for ${party_id}. Ask for by=actor`, did_you_mean: party_id });
  }
  if (errors.length > 0) throw new ProblemError("invalid-parameter", { errors });
  return ids.map((id) => ({ id, name: String(rows.get(id)?.name) }));
}

/** Conditions that together find everything the holders hold: a party's positions, and those of actors who stand for themselves. */
function heldBy(holders: readonly Holder[], by: By): Condition[][] {
  const among = (target: string): Condition => ({ parameter: `between ${target}`, target, operator: "in", values: holders.map(({ id }) => id) });
  const alone: Condition = { parameter: "between alone", target: "party_id", operator: "isnull", values: [true] };
  return by === "actor" ? [[among("actor_id")]] : [[among("party_id")], [among("actor_id"), alone]];
}
