// What the record says of a round that the codebook does not know: a vote of its reports. Pure, and the same for any order of them.

import { compareText, groupBy, vote } from "../domain/collect.ts";
import { dayBounds } from "../domain/dates.ts";
import { slug } from "../domain/ids.ts";
import { participantRoles, type RoundStatus } from "../domain/vocabulary.ts";
import type { Places } from "./places.ts";
import type { Tables } from "./schema.ts";

type Row<Name extends keyof Tables> = Tables[Name]["$inferSelect"];

/** An article's report of a round with the people and issues that it names. */
export type FullReport = Row<"round_reports"> & { participants: Omit<Row<"round_report_participants">, "round_report_id">[]; issues: string[] };

interface RoundFacts {
  round: Omit<Row<"rounds">, "id">;
  participants: Omit<Row<"round_participants">, "round_id">[];
  issues: string[];
}

/** What is later in the life of a round outweighs what was told of it before: of reports that say "planned" and "held", "held" stands. */
const stages: readonly RoundStatus[][] = [["held", "cancelled"], ["ongoing"], ["planned"], ["unclear"]];

/** The facts of a round that is known from `reports` alone. Each is what most reports say that say anything; of equally many the smallest in code-unit order. */
export function factsOf(reports: readonly FullReport[], places: Places): RoundFacts {
  const place = vote(reports.map((report) => report.place));
  const country =
    vote(reports.filter((report) => place === null || report.place === place).map((report) => report.country)) ?? vote(reports.map((report) => report.country));
  const when = vote(reports.filter(({ when_from }) => when_from !== null).map((report) => report.when)) ?? vote(reports.map((report) => report.when));
  const { from, to } = dayBounds(when);
  const point = places.point(place, country);
  return {
    round: {
      kind: vote(reports.map(({ kind }) => kind)) ?? "talks",
      status:
        vote(stages.map((stage) => reports.map(({ status }) => status).filter((status) => stage.includes(status))).find((votes) => votes.length > 0) ?? []) ??
        "unclear",
      format: vote(reports.map(({ format }) => format).filter((format) => format !== "unclear")) ?? "unclear",
      place,
      country,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      when,
      when_from: from,
      when_to: to,
      date_basis: vote(reports.filter((report) => report.when === when).map(({ date_basis }) => date_basis)),
      outcome: null,
      note: null,
      provisional: true,
    },
    participants: participantsOf(reports),
    issues: [...new Set(reports.flatMap(({ issues }) => issues))].sort(compareText),
  };
}

/** Everybody whom a report names, once: with the party and role that most give; of equally many roles the one that the coding guide names first. */
function participantsOf(reports: readonly FullReport[]): RoundFacts["participants"] {
  const byActor = groupBy(
    reports.flatMap(({ participants }) => participants),
    ({ actor_id }) => actor_id,
  );
  return [...byActor]
    .map(([actor_id, told]) => {
      const role =
        [...groupBy(told, ({ role }) => role)].sort(
          ([a, as], [b, bs]) => bs.length - as.length || participantRoles.indexOf(a) - participantRoles.indexOf(b),
        )[0]?.[0] ?? "delegate";
      return { actor_id, party_id: vote(told.map(({ party_id }) => party_id)), role };
    })
    .sort((a, b) => compareText(a.actor_id, b.actor_id));
}

/**
 * An id that can be read: the place, else up to three parties, and the first day ("geneva-2025-11-23"); without either, "round-" and the smallest report id.
 * Where that is taken, by a known round or by one with a smaller report id, the beginning of the smallest report id is added.
 */
export function provisionalIds(rounds: readonly { facts: RoundFacts; reports: readonly FullReport[] }[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  const ids = new Map<string, string>();
  const firstReport = ({ reports }: { reports: readonly FullReport[] }): string => reports.map(({ id }) => id).sort(compareText)[0] ?? "";
  for (const one of [...rounds].sort((a, b) => compareText(firstReport(a), firstReport(b)))) {
    const { place, when_from } = one.facts.round;
    const parties = [
      ...new Set(one.facts.participants.filter(({ role }) => role !== "host" && role !== "observer").map(({ actor_id, party_id }) => party_id ?? actor_id)),
    ].sort(compareText);
    const subject = slug(place ?? "") || parties.slice(0, 3).join("-");
    const plain = subject === "" || when_from === null ? `round-${firstReport(one)}` : `${subject}-${when_from}`;
    const id = used.has(plain) ? `${plain}-${firstReport(one).slice(0, 6)}` : plain;
    used.add(id);
    ids.set(firstReport(one), id);
  }
  return rounds.map((one) => ids.get(firstReport(one)) ?? "");
}
