// What a schema cannot see: ids that lead nowhere, ids and names claimed twice, code lists that differ from the program's. Pure.
import type { KnownActor } from "../domain/codebook/actors.ts";
import type { Codebook, CodebookFile } from "../domain/codebook/codebook.ts";
import type { KnownRound } from "../domain/codebook/rounds.ts";
import { codeLists } from "../domain/vocabulary.ts";
import { formsOf } from "./actors.ts";
import type { Path } from "./source.ts";

export interface Finding {
  file: CodebookFile;
  path: Path;
  message: string;
}

/** The files that passed their schema. A file that did not is absent, and nothing that needs it is checked. */
export type Checked = Partial<Pick<Codebook, "issues" | "codes" | "actors" | "world" | "rounds" | "vocabulary">>;

/** All findings over the files, in file order. `states` are all of the country package's. */
export function checkReferences(files: Checked, states: readonly KnownActor[]): Finding[] {
  const { issues, codes, actors, world, rounds, vocabulary } = files;
  const findings: Finding[] = [];
  if (issues) findings.push(...checkIssues(issues));
  if (codes) findings.push(...checkCodes(codes));
  if (actors) findings.push(...checkActors("actors", actors.actors));
  if (world) findings.push(...checkActors("world", world.actors));
  if (actors && world) {
    const own = { actors: actors.actors, world: world.actors };
    const replaced = replacedStates(own, states);
    const stateIds = states.map(({ id }) => id);
    findings.push(...checkFormerIds(own, new Set(stateIds.filter((id) => !replaced.has(id)))));
    const known = new Set([...stateIds, ...own.actors.map((actor) => actor.id), ...own.world.map((actor) => actor.id)]);
    findings.push(...checkParties("actors", own.actors, known), ...checkParties("world", own.world, known));
    if (rounds) findings.push(...checkRoundActors(rounds.rounds, known));
    findings.push(...checkReplaced(replaced, own, rounds?.rounds ?? []));
  }
  if (rounds) findings.push(...duplicates("rounds", "rounds", rounds.rounds));
  if (vocabulary) findings.push(...checkVocabulary(vocabulary));
  if (rounds && issues) {
    const known = new Set([...issues.issues.map((issue) => issue.id), ...issues.topics.map((topic) => topic.id)]);
    findings.push(...rounds.rounds.flatMap((round, index) => unknown("rounds", ["rounds", index, "issues"], round.issues, known, "issue or topic")));
  }
  return findings;
}

function checkIssues({ topics, issues }: Codebook["issues"]): Finding[] {
  const known = new Set(topics.map((topic) => topic.id));
  return [
    ...duplicates("issues", "topics", topics),
    ...duplicates("issues", "issues", issues),
    ...issues.flatMap((issue, index) =>
      known.has(issue.topic) ? [] : [finding("issues", ["issues", index, "topic"], `no topic has the id "${issue.topic}"`)],
    ),
  ];
}

/** An issue has one entry, and a word one strength in it. */
function checkVocabulary({ issues }: Codebook["vocabulary"]): Finding[] {
  return [
    ...duplicates(
      "vocabulary",
      "issues",
      issues.map(({ issue }) => ({ id: issue })),
    ),
    ...issues.flatMap(({ strong, fair, weak }, index) => {
      const words = [...strong, ...fair, ...weak];
      return words.flatMap((word, at) => (words.indexOf(word) === at ? [] : [finding("vocabulary", ["issues", index], `the word "${word}" stands twice`)]));
    }),
  ];
}

function checkCodes(codes: Codebook["codes"]): Finding[] {
  return Object.entries(codeLists).flatMap(([list, expected]) => {
    const found = codes[list as keyof typeof codeLists].map((entry) => entry.code);
    return found.join() === expected.join()
      ? []
      : [finding("codes", [list], `the codes must be ${expected.join(", ")} in this order, and are ${found.join(", ")}`)];
  });
}

/** Within one file: ids and names claimed twice, and roles that end before they begin. */
function checkActors(file: "actors" | "world", actors: readonly KnownActor[]): Finding[] {
  const holders = new Map<string, KnownActor>();
  const shared = actors.flatMap((actor, index) =>
    formsOf(actor).flatMap((form) => {
      const other = holders.get(form);
      if (other === undefined) holders.set(form, actor);
      if (other === undefined || other.id === actor.id || other.ambiguous || actor.ambiguous) return [];
      const at = actor.aliases.indexOf(form);
      const path = at < 0 ? ["actors", index, "name"] : ["actors", index, "aliases", at];
      return [finding(file, path, `"${form}" also names "${other.id}": mark one of them ambiguous, or drop the form`)];
    }),
  );
  const backward = actors.flatMap((actor, index) =>
    actor.roles.flatMap((role, at) =>
      endsBefore(role.from, role.to) ? [finding(file, ["actors", index, "roles", at], `the role begins ${role.from} and ends before that, ${role.to}`)] : [],
    ),
  );
  return [...duplicates(file, "actors", actors), ...shared, ...backward];
}

type Own = Record<"actors" | "world", readonly KnownActor[]>;

/** By its id, each of `states` whose place a state of the files takes that has its country code and another id, with the entry that does. */
function replacedStates(files: Own, states: readonly KnownActor[]): Map<string, { file: keyof Own; index: number; country: string }> {
  const ids = new Set([...files.actors, ...files.world].map(({ id }) => id));
  const byCode = new Map(states.filter(({ id }) => !ids.has(id)).map(({ id, country }) => [country, id]));
  return new Map(
    (["actors", "world"] as const).flatMap((file) =>
      files[file].flatMap(({ kind, country }, index) => {
        const id = byCode.get(country);
        return kind === "state" && country !== null && id !== undefined ? [[id, { file, index, country }] as const] : [];
      }),
    ),
  );
}

/** A state whose place another actor takes is nobody's party and at no table: there it would name an actor that the codebook lacks. */
function checkReplaced(replaced: ReturnType<typeof replacedStates>, files: Own, rounds: readonly KnownRound[]): Finding[] {
  const actors = [...files.actors, ...files.world];
  const named = new Set([
    ...actors.flatMap(({ party, roles }) => [party, ...roles.map((role) => role.party ?? null)]),
    ...rounds.flatMap(({ parties, hosts, mediators, participants }) => [
      ...[...parties, ...hosts, ...mediators],
      ...participants.flatMap(({ actor, party }) => [actor, party]),
    ]),
  ]);
  return [...replaced].flatMap(([id, { file, index, country }]) =>
    named.has(id)
      ? [finding(file, ["actors", index, "country"], `the country code ${country} puts this actor in the place of "${id}", which other entries name`)]
      : [],
  );
}

/** An id that leads elsewhere belongs to no actor now, and leads to one actor alone. */
function checkFormerIds(files: Own, stateIds: ReadonlySet<string>): Finding[] {
  const current = new Set([...stateIds, ...files.actors.map(({ id }) => id), ...files.world.map(({ id }) => id)]);
  const taken = new Map<string, string>();
  return (["actors", "world"] as const).flatMap((file) =>
    files[file].flatMap(({ id, formerly }, index) =>
      formerly.flatMap((former, at) => {
        const other = current.has(former) ? former : taken.get(former);
        taken.set(former, id);
        return other === undefined ? [] : [finding(file, ["actors", index, "formerly", at], `the id "${former}" is in use: "${other}" has it`)];
      }),
    ),
  );
}

function checkParties(file: "actors" | "world", actors: readonly KnownActor[], known: ReadonlySet<string>): Finding[] {
  return actors.flatMap((actor, index) => [
    ...unknown(file, ["actors", index, "party"], actor.party, known, "actor"),
    ...actor.roles.flatMap((role, at) => unknown(file, ["actors", index, "roles", at, "party"], role.party ?? null, known, "actor")),
  ]);
}

function checkRoundActors(rounds: readonly KnownRound[], known: ReadonlySet<string>): Finding[] {
  return rounds.flatMap((round, index) => [
    ...(["parties", "hosts", "mediators"] as const).flatMap((field) => unknown("rounds", ["rounds", index, field], round[field], known, "actor")),
    ...round.participants.flatMap((participant, at) => [
      ...unknown("rounds", ["rounds", index, "participants", at, "actor"], participant.actor, known, "actor"),
      ...unknown("rounds", ["rounds", index, "participants", at, "party"], participant.party, known, "actor"),
    ]),
  ]);
}

function duplicates(file: CodebookFile, list: string, rows: readonly { id: string }[]): Finding[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }, index) => {
    if (seen.has(id)) return [finding(file, [list, index, "id"], `the id "${id}" is used twice`)];
    seen.add(id);
    return [];
  });
}

/** A finding for each id that `known` lacks; `path` leads to the single id or to the list. Null is no id. */
function unknown(file: CodebookFile, path: Path, ids: string | readonly string[] | null, known: ReadonlySet<string>, what: string): Finding[] {
  if (ids === null) return [];
  if (typeof ids === "string") return known.has(ids) ? [] : [finding(file, path, `no ${what} has the id "${ids}"`)];
  return ids.flatMap((id, index) => unknown(file, [...path, index], id, known, what));
}

/** Compares as far as both dates are written out: "2025-03" does not end before "2025-03-14". Dates without a year compare as equal. */
function endsBefore(from: string | undefined, to: string | undefined): boolean {
  const [start, end] = [from, to].map((date) => /^\d{4}(?:-\d\d){0,2}/.exec(date ?? "")?.[0] ?? "") as [string, string];
  const length = Math.min(start.length, end.length);
  return end.slice(0, length) < start.slice(0, length);
}

function finding(file: CodebookFile, path: Path, message: string): Finding {
  return { file, path, message };
}
