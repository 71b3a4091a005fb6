// `/v1/analysis/conflicts`: sources that contradict each other, on a holder's position or on a round's facts.
import * as z from "zod";
import { claimsOf } from "../../../analysis/claims.ts";
import { conflicts } from "../../../analysis/conflicts.ts";
import { ConflictAnswer } from "../../../domain/analysis/answers.ts";
import { by, counting, independent, limit } from "../../../domain/analysis/parameters.ts";
import type { Condition } from "../../../domain/resources/list-query.ts";
import { filterParameters } from "../../../domain/resources/parameters.ts";
import { positions } from "../../../domain/resources/positions.ts";
import { type Round, type RoundReport, rounds } from "../../../domain/resources/rounds.ts";
import { rowsById } from "../../../store/lists.ts";
import type { Store } from "../../../store/open.ts";
import { disputableRounds } from "../../../store/reads/analysis.ts";
import { roundReports } from "../../../store/reads/rounds.ts";
import { addAnalysis, type Codes } from "../../analysis.ts";
import { evidenceIds, issueNames, type Quotes, quoted, shownIds } from "../../standings.ts";
import type { App } from "../../types.ts";

/** The filters that mean the same of positions and of rounds. */
const shared = ["actor", "party", "issue", "topic", "article", "source"].flatMap((name) => [name, `${name}__not`]).concat("from", "to");

export function addConflicts(app: App, store: Store, codes: Codes): void {
  const named = issueNames(codes.issues);
  const roundFilters = filterParameters(rounds, codes.known, codes.moved);
  addAnalysis(app, store, codes, {
    name: "conflicts",
    operationId: "analyseConflicts",
    summary: "What sources contradict each other on",
    description:
      "Positions: sources that give one actor opposite stances on one issue for overlapping dates. Rounds: articles of different sources that contradict each other on a round's date, venue, participants, status, format or number. The latest first.",
    options: {
      of: z.enum(["any", "position", "round"]).default("any").describe("Conflicts on positions, on the facts of rounds, or both."),
      by: by("actor"),
      ...counting,
      independent,
      limit: limit(100),
    },
    without: filterParameters(positions, codes.known, codes.moved)
      .map(({ name }) => name)
      .filter((name) => !shared.includes(name) && name !== "confidence__gte"),
    data: z.array(ConflictAnswer),
    async answer({ options, conditions, read, quotes }) {
      const onPositions = options.of === "round" ? [] : conflicts(await read(), options);
      const asRounds = conditions.filter(({ parameter }) => shared.includes(parameter)).map((one) => ofRounds(one, roundFilters));
      const onRounds = options.of === "position" ? { conflicts: [], truncated: false } : await roundConflicts(store, asRounds);
      const all = [
        ...onPositions.map((conflict) => ({ day: conflict.from ?? "", conflict, round: null })),
        ...onRounds.conflicts.map((round) => ({ day: round.day, conflict: null, round })),
      ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
      const shown = all.slice(0, options.limit);
      const evidence = await quotes(shown.flatMap(({ conflict }) => conflict?.sides.map(({ statements }) => statements) ?? []));
      return {
        data: shown.map(({ conflict, round }) => {
          if (!conflict) return { kind: "round", round_id: round.id, href: `/v1/rounds/${encodeURIComponent(round.id)}`, claim: round.claim };
          const { issue_id, sides, ...rest } = conflict;
          return { kind: "position", ...rest, ...named(issue_id), sides: sides.map((side) => sideOf(side, evidence)) };
        }),
        truncated: all.length > shown.length || onRounds.truncated,
      };
    },
  });
}

type Side = ReturnType<typeof conflicts>[number]["sides"][number];

function sideOf({ stance, sources, statements }: Side, evidence: Quotes) {
  const ids = shownIds(statements);
  return { stance, sources, position_ids: ids, evidence_ids: evidenceIds(ids, evidence), statements: quoted(statements, evidence) };
}

/** The same filter on rounds: one of the same name, which may be a relation there and a field of positions here. */
function ofRounds(condition: Condition, filters: ReturnType<typeof filterParameters>): Condition {
  const filter = filters.find(({ name }) => name === condition.parameter);
  return { ...condition, target: filter?.target ?? condition.target };
}

/** The disputed facts of matching rounds, round by round. */
async function roundConflicts(store: Store, conditions: readonly Condition[]) {
  const { ids, truncated } = await disputableRounds(store, conditions);
  const [records, reports] = [await rowsById(store, rounds, ids), await roundReports(store, ids)];
  const byId = new Map(records.map((record) => [record.id, record as unknown as Round]));
  const found = ids.flatMap((id) => {
    const round = byId.get(id);
    if (!round) return [];
    const disputed = claimsOf(round, (reports.get(id) ?? []) as RoundReport[]).filter((claim) => claim.disputed);
    return disputed.map((claim) => ({ id, day: round.when_from ?? "", claim }));
  });
  return { conflicts: found, truncated };
}
